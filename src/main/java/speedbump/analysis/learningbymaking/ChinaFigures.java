package speedbump.analysis.learningbymaking;

import static speedbump.chart.Columns.each;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import speedbump.analysis.learningbymaking.ChinasPart.ScenarioYear;
import speedbump.chart.Axis;
import speedbump.chart.Figure;
import speedbump.chart.Panel;
import speedbump.chart.Tone;
import speedbump.chart.XyPanel;
import speedbump.model.CostSeries;
import speedbump.model.LearningBreaks;
import speedbump.model.LearningBreaks.Period;
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

  private static final double LOWEST = -20;
  private static final double HIGHEST = 50;
  private static final double COVERAGE = 0.95;
  private static final int WIDTH = 760;
  private static final int HUNDRED = 100;

  /**
   * The learning rate of one field in first differences.
   *
   * @param all over all years
   * @param breaks what the search for a break says, empty where two periods would be too short
   */
  private record Field(Period all, Optional<LearningBreaks> breaks) {
    static Field of(CostSeries series) {
      int steps = series.size() - 1;
      double[] years = series.years();
      return new Field(
          new Period(
              years[1],
              years[steps],
              steps,
              LearningCurve.fit(series, Driver.EXPERIENCE, Form.FIRST_DIFFERENCES)
                  .interval(COVERAGE)),
          steps < 2 * LearningBreaks.LEAST_OBSERVATIONS
              ? Optional.empty()
              : Optional.of(LearningBreaks.of(series, Form.FIRST_DIFFERENCES)));
    }

    /** The break that sup-F finds. */
    Optional<LearningBreaks> found() {
      return breaks.filter(LearningBreaks::found);
    }

    List<Period> periods() {
      return found().map(one -> one.periods(1)).orElse(List.of(all));
    }

    /** For instance "16% a doubling until 2008 and 35% until 2023". */
    String words() {
      return periods().stream()
          .map(
              part ->
                  "%.0f%% a doubling until %.0f"
                      .formatted(LearningFigures.rate(part.exponent().estimate()), part.lastYear()))
          .collect(Collectors.joining(" and "));
    }

    /** What the test says, for the title of a panel. */
    String test() {
      return breaks
          .map(one -> "p = %.3f".formatted(one.supF().pValue()))
          .orElse("too short to test");
    }
  }

  /**
   * Learning rates in first differences, by period where sup-F finds a break. A field with fewer
   * steps than two periods need is drawn with one rate and is not tested.
   *
   * @return the figure
   */
  public Figure periods() {
    List<Field> all = china.fields().stream().map(Field::of).toList();
    Field solar = all.get(0);
    Field cells = all.get(1);
    Field wind = all.get(2);
    long tested = all.stream().filter(one -> one.breaks().isPresent()).count();
    long sure = all.stream().filter(one -> one.found().isPresent()).count();
    return Figure.titled(
            "Solar modules: %s; a break is significant in %d of %d fields that can be tested"
                .formatted(solar.words(), sure, tested))
        .subtitle(
            "Learning rate in yearly steps with 95% interval, by Prais and Winsten; two periods where"
                + " sup-F finds a break")
        .footer(
            "Data: Our World in Data (solar); Ziegler and Trancik (cells, not for commercial use);"
                + " Performance Curve Database (wind, CC BY 3.0).")
        .alt(
            "Learning rates: solar modules %s; lithium-ion cells %s; wind %s"
                .formatted(solar.words(), cells.words(), wind.words()))
        .size(WIDTH, 340)
        .panels(
            3,
            panel(solar, 1975, 2025).titled("Solar modules, " + solar.test()),
            panel(cells, 1990, 2020).titled("Li-ion cells, " + cells.test()),
            panel(wind, 1988, 2008).titled("Wind, " + wind.test()));
  }

  private static XyPanel panel(Field field, int firstYear, int lastYear) {
    XyPanel panel =
        Panel.xy()
            .xAxis(Axis.years(firstYear, lastYear))
            .yAxis(Axis.linear(LOWEST, HIGHEST, "per cent a doubling"));
    for (Period part : field.periods()) {
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
    if (field.found().isEmpty()) {
      return panel.label(
          (firstYear + lastYear) / 2.0,
          HIGHEST - 3,
          field.breaks().isEmpty() ? "one rate" : "no break found",
          Tone.NEUTRAL);
    }
    double at = field.found().get().likeliestYear();
    return panel
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
            LearningCurve.fit(solar, Driver.EXPERIENCE, Form.FIRST_DIFFERENCES).interval(COVERAGE));
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
        .footer(SOLAR + " Exponent in first differences, all years, by Prais and Winsten.")
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
        .size(WIDTH, 340)
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
