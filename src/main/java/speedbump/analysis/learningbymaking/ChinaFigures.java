package speedbump.analysis.learningbymaking;

import static speedbump.chart.Columns.each;

import java.util.List;
import java.util.stream.Stream;
import speedbump.analysis.learningbymaking.ChinasPart.ScenarioYear;
import speedbump.chart.Axis;
import speedbump.chart.Figure;
import speedbump.chart.Panel;
import speedbump.chart.Tone;
import speedbump.chart.XyPanel;
import speedbump.model.CostSeries;
import speedbump.model.LearningBreaks;
import speedbump.model.LearningCurve;
import speedbump.model.LearningCurve.Driver;
import speedbump.model.LearningCurve.Form;

/**
 * The charts of claim 7 that draw the fields where China now makes most. Titles and descriptions
 * are computed from what is drawn.
 *
 * @param china the fields
 * @see LearningFigures
 */
public record ChinaFigures(ChinasPart china) {
  /** The footer of the solar series. */
  static final String SOLAR =
      "Data: Our World in Data from Nemet (2009), Farmer and Lafond (2016), Lafond et al. (2017),"
          + " IRENA.";

  private static final double LOWEST = -10;
  private static final double HIGHEST = 50;
  private static final double SIGNIFICANT = 0.05;
  private static final double COVERAGE = 0.95;
  private static final int WIDTH = 760;
  private static final int HUNDRED = 100;

  /**
   * Learning rates by period in first differences, the periods by the Bayesian criterion.
   *
   * @return the figure
   */
  public Figure periods() {
    List<LearningBreaks> all =
        china.fields().stream()
            .map(field -> LearningBreaks.of(field, Form.FIRST_DIFFERENCES))
            .toList();
    LearningBreaks solar = all.get(0);
    LearningBreaks cells = all.get(1);
    LearningBreaks wind = all.get(2);
    long sure = all.stream().filter(one -> one.supF().pValue() < SIGNIFICANT).count();
    return Figure.titled(
            "Solar modules: %s; a break is significant in %d of %d fields"
                .formatted(words(solar), sure, all.size()))
        .subtitle(
            "Learning rate by period in first differences, with 95% interval; periods by the"
                + " Bayesian criterion, p by sup-F")
        .footer(
            "Data: Our World in Data (solar); Ziegler and Trancik (cells, not for commercial use);"
                + " Performance Curve Database (wind, CC BY 3.0).")
        .alt(
            "Learning rates: solar modules %s; lithium-ion cells %s; wind %s"
                .formatted(words(solar), words(cells), words(wind)))
        .size(WIDTH, 360)
        .panels(
            3,
            panel(solar, 1975, 2025)
                .titled("Solar modules, p = %.3f".formatted(solar.supF().pValue())),
            panel(cells, 1990, 2020)
                .titled("Li-ion cells, p = %.2f".formatted(cells.supF().pValue())),
            panel(wind, 1988, 2008).titled("Wind, p = %.2f".formatted(wind.supF().pValue())));
  }

  /** For instance "16% a doubling until 2008 and 35% until 2023". */
  private static String words(LearningBreaks found) {
    return String.join(
        " and ",
        found.periods(found.breaks()).stream()
            .map(
                part ->
                    "%.0f%% a doubling until %.0f"
                        .formatted(
                            LearningFigures.rate(part.exponent().estimate()), part.lastYear()))
            .toList());
  }

  private static XyPanel panel(LearningBreaks found, int firstYear, int lastYear) {
    XyPanel panel =
        Panel.xy()
            .xAxis(Axis.years(firstYear, lastYear))
            .yAxis(Axis.linear(LOWEST, HIGHEST, "per cent a doubling"));
    for (var part : found.periods(found.breaks())) {
      double[] span = {part.firstYear(), part.lastYear()};
      panel =
          panel
              .band(
                  "",
                  span,
                  flat(part.exponent().lower()),
                  flat(part.exponent().upper()),
                  Tone.OTHERS)
              .line("", span, flat(part.exponent().estimate()), Tone.CHINA);
    }
    double at = found.likeliestYear();
    return found.breaks() == 0
        ? panel.label(at, HIGHEST - 3, "no break", Tone.NEUTRAL)
        : panel
            .trend("", new double[] {at, at}, new double[] {LOWEST, HIGHEST}, Tone.NEUTRAL)
            .label(at, HIGHEST - 3, " %.0f".formatted(at), Tone.NEUTRAL);
  }

  private static double[] flat(double exponent) {
    return Stream.of(exponent, exponent).mapToDouble(LearningFigures::rate).toArray();
  }

  /**
   * The scenario in which the output of solar modules stops growing.
   *
   * @param lastGrowth the last year in which output grows
   * @return the figure
   */
  public Figure scenario(int lastGrowth) {
    CostSeries solar = china.fields().get(0);
    List<ScenarioYear> years =
        ChinasPart.stoppedGrowth(
            solar,
            lastGrowth,
            LearningCurve.fit(solar, Driver.EXPERIENCE, Form.FIRST_DIFFERENCES)
                .neweyWest(COVERAGE));
    double[] x = each(years, ScenarioYear::year);
    ScenarioYear end = years.get(years.size() - 1);
    return Figure.titled(
            "Had output stopped growing in %d, modules of %d would cost %.0f cents a watt if making teaches, %.0f if time does"
                .formatted(
                    lastGrowth,
                    end.year(),
                    HUNDRED * end.underExperience().estimate(),
                    HUNDRED * end.asItCame()))
        .subtitle(
            "A scenario: price of solar modules, 2023 dollars a watt; band: 95% interval of the"
                + " exponent of experience")
        .footer(SOLAR + " Exponent by first differences, all years.")
        .alt(
            "Both lines start at %.2f dollars in %d; in %d the price is %.2f as it came and %.2f in the scenario, with a band from %.2f to %.2f"
                .formatted(
                    years.get(0).asItCame(),
                    years.get(0).year(),
                    end.year(),
                    end.asItCame(),
                    end.underExperience().estimate(),
                    end.underExperience().lower(),
                    end.underExperience().upper()))
        .size(WIDTH, 400)
        .panel(
            Panel.xy()
                .xAxis(Axis.years(lastGrowth, end.year() + 1))
                .yAxis(Axis.log(0.2, 2, "2023 dollars a watt"))
                .band(
                    "",
                    x,
                    each(years, one -> one.underExperience().lower()),
                    each(years, one -> one.underExperience().upper()),
                    Tone.OTHERS)
                .line(
                    "if making teaches",
                    x,
                    each(years, one -> one.underExperience().estimate()),
                    Tone.CHINA)
                .line(
                    "if time does: as it came",
                    x,
                    each(years, ScenarioYear::asItCame),
                    Tone.NEUTRAL));
  }
}
