package speedbump.analysis.learningbymaking;

import static speedbump.chart.Columns.each;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import speedbump.analysis.learningbymaking.LawContest.LawHorizon;
import speedbump.chart.Axis;
import speedbump.chart.Figure;
import speedbump.chart.Panel;
import speedbump.chart.Tone;
import speedbump.chart.XyPanel;
import speedbump.model.CostLaw;
import speedbump.model.CostSeries;
import speedbump.model.Hindcast;
import speedbump.model.Hindcast.FutureOutput;
import speedbump.model.LearningCurve;
import speedbump.model.LearningCurve.Driver;
import speedbump.model.LearningCurve.Form;
import speedbump.stats.Interval;

/**
 * The charts of claim 7 that draw forecasts. Titles and descriptions are computed from what is
 * drawn.
 *
 * @param learning the analysis
 * @see LearningFigures
 */
public record ForecastFigures(LearningByMaking learning) {
  private static final int ORIGIN = 1995;
  private static final int FARTHEST = 20;
  private static final int TEN = 10;
  private static final double LARGEST_FACTOR = 8;
  private static final double COVERAGE = 0.95;
  private static final int WIDTH = 760;
  private static final int HUNDRED = 100;

  /**
   * Prices of solar modules against what had been made, and the forecast that was possible in
   * {@value #ORIGIN}.
   *
   * @return the figure
   */
  public Figure solarForecast() {
    CostSeries solar = learning.technologies().series(Technologies.SOLAR);
    double[] years = solar.years();
    double[] price = Arrays.stream(solar.logCost()).map(Math::exp).toArray();
    double[] output = Arrays.stream(solar.logOutput()).map(Math::exp).toArray();
    int past = (int) Arrays.stream(years).filter(year -> year <= ORIGIN).count();
    List<Interval> fan =
        Hindcast.from(solar, past, FutureOutput.AS_IT_CAME).stream()
            .map(miss -> miss.wright().interval(COVERAGE))
            .toList();
    int[] inside =
        IntStream.range(0, fan.size())
            .filter(
                i ->
                    fan.get(i).lower() <= Math.log(price[past + i])
                        && Math.log(price[past + i]) <= fan.get(i).upper())
            .toArray();
    double rate = LearningCurve.fit(solar, Driver.EXPERIENCE, Form.LEVELS).learningRate();
    int last = years.length - 1;
    return Figure.titled(
            "Solar modules fell by %.0f%% a doubling; after %.0f no price lies inside the forecast of %d"
                .formatted(HUNDRED * rate, years[past + inside[inside.length - 1]], ORIGIN))
        .subtitle(
            "Module price, 2023 dollars a watt, against capacity cumulated before the year, MW;"
                + " band: forecast of %d at 95%%".formatted(ORIGIN))
        .footer(ChinaFigures.SOLAR + " Three sources of prices joined.")
        .alt(
            "On logarithmic axes the price falls from %.0f dollars in %.0f to %.2f in %.0f; the forecast band of %d holds %d of %d later points"
                .formatted(
                    price[0],
                    years[0],
                    price[last],
                    years[last],
                    ORIGIN,
                    inside.length,
                    fan.size()))
        .size(WIDTH, 380)
        .panel(
            Panel.xy()
                .xAxis(Axis.log(0.1, 1e7, "MW cumulated before the year"))
                .yAxis(Axis.log(0.05, 100, "2023 dollars a watt"))
                .band(
                    "forecast of %d".formatted(ORIGIN),
                    Arrays.copyOfRange(output, past, output.length),
                    each(fan, one -> Math.exp(one.lower())),
                    each(fan, one -> Math.exp(one.upper())),
                    Tone.OTHERS)
                .points(
                    "",
                    output,
                    price,
                    IntStream.rangeClosed(0, last)
                        .mapToObj(
                            i -> years[i] % 5 == 0 || i == last ? "%.0f".formatted(years[i]) : "")
                        .toList(),
                    Tone.CHINA));
  }

  /**
   * The misses of four laws by horizon, with output known and with output forecast.
   *
   * @return the figure
   */
  public Figure horizons() {
    List<LawHorizon> known = learning.laws().horizons(FutureOutput.AS_IT_CAME, FARTHEST);
    List<LawHorizon> blind = learning.laws().horizons(FutureOutput.FORECAST, FARTHEST);
    return Figure.titled(
            "%d years ahead four laws miss by factors of %s, and with output forecast too by %s"
                .formatted(TEN, factors(known, TEN), factors(blind, TEN)))
        .subtitle("Root mean squared miss by horizon, every origin; technologies weigh the same")
        .footer(
            LearningFigures.CURVES
                + " S-K-C: Sinclair, Klepper, Cohen. %d technologies at 1 year, %d at %d, %d at %d."
                    .formatted(
                        reach(known, 1), reach(known, TEN), TEN, reach(known, FARTHEST), FARTHEST))
        .alt(
            "Misses of four laws rise from factors of %s at one year to %s at %d; with output forecast they end at %s"
                .formatted(
                    factors(known, 1),
                    factors(known, FARTHEST),
                    FARTHEST,
                    factors(blind, FARTHEST)))
        .size(WIDTH, 345)
        .panels(
            2, misses(known).titled("Output known"), misses(blind).titled("Output forecast too"));
  }

  private static String factors(List<LawHorizon> all, int steps) {
    var factors =
        all.stream()
            .filter(one -> one.steps() == steps)
            .mapToDouble(one -> Math.exp(one.rms()))
            .summaryStatistics();
    return "%.1f to %.1f".formatted(factors.getMin(), factors.getMax());
  }

  private static int reach(List<LawHorizon> all, int steps) {
    return all.stream()
        .filter(one -> one.steps() == steps)
        .mapToInt(LawHorizon::technologies)
        .findFirst()
        .orElseThrow();
  }

  private static XyPanel misses(List<LawHorizon> all) {
    Map<CostLaw, List<LawHorizon>> of =
        all.stream().collect(Collectors.groupingBy(LawHorizon::law));
    double[] ahead = each(of.get(CostLaw.MOORE), LawHorizon::steps);
    return Panel.xy()
        .xAxis(Axis.linear(0, FARTHEST + 1, "years ahead"))
        .yAxis(Axis.log(1, LARGEST_FACTOR, "miss, as a factor of cost"))
        .line("Moore", ahead, each(of.get(CostLaw.MOORE), ForecastFigures::factor), Tone.NEUTRAL)
        .line("Wright", ahead, each(of.get(CostLaw.WRIGHT), ForecastFigures::factor), Tone.CHINA)
        .trend(
            "Goddard", ahead, each(of.get(CostLaw.GODDARD), ForecastFigures::factor), Tone.OTHERS)
        .trend(
            "S-K-C",
            ahead,
            each(of.get(CostLaw.SINCLAIR_KLEPPER_COHEN), ForecastFigures::factor),
            Tone.CHINA);
  }

  private static double factor(LawHorizon one) {
    return Math.exp(one.rms());
  }
}
