package speedbump.model;

import java.util.List;
import java.util.stream.IntStream;
import speedbump.stats.Argument;

/**
 * Laws of cost on what came: each is fitted in first differences to the points before an origin and
 * forecasts every point after it.
 */
public final class Hindcast {
  /** A miss of log cost that is none but for rounding. */
  private static final double ROUNDING = 1e-12;

  private Hindcast() {}

  /** What a law knows of output after the origin. */
  public enum FutureOutput {
    /** Output as it came, which nobody knew at the origin. */
    AS_IT_CAME,
    /** Output grown at its mean rate before the origin. */
    FORECAST
  }

  /**
   * Two forecasts of one point, and how they missed it.
   *
   * @param steps points after the origin
   * @param years time after the origin, years
   * @param wright forecast by experience
   * @param wrightError its miss, observed less forecast log cost
   * @param moore forecast by time
   * @param mooreError its miss
   */
  public record Miss(
      int steps,
      double years,
      CostLaw.Forecast wright,
      double wrightError,
      CostLaw.Forecast moore,
      double mooreError) {}

  /**
   * One law's forecast of one point, and how it missed it.
   *
   * @param steps points after the origin
   * @param forecast the law's forecast
   * @param error observed less forecast log cost
   */
  public record LawMiss(int steps, CostLaw.Forecast forecast, double error) {}

  /**
   * Forecasts all points after an origin by one law. The output of the last year is not known, so
   * that a law that asks for it says nothing of the last point.
   *
   * @param law the law
   * @param series the costs
   * @param past the number of points before the origin, at least 3, and 4 for a law of two drivers
   * @param future what the law knows of output
   * @return one miss a point after the origin that the law has its drivers for
   * @throws IllegalArgumentException if an argument is null, the past is too short, nothing comes
   *     after it, or a driver does not move before it
   */
  public static List<LawMiss> by(CostLaw law, CostSeries series, int past, FutureOutput future) {
    Argument.given("law", law);
    Argument.given("series", series);
    Argument.given("future", future);
    CostLaw.Forecast[] forecasts = law.forecasts(series, past, future);
    double[] cost = series.logCost();
    LawMiss[] misses = new LawMiss[forecasts.length];
    for (int i = 0; i < misses.length; i++) {
      misses[i] = new LawMiss(i + 1, forecasts[i], cost[past + i] - forecasts[i].logCost());
    }
    return List.of(misses);
  }

  /**
   * Forecasts all points after an origin by Wright's law and by Moore's.
   *
   * @param series the costs
   * @param past the number of points before the origin, at least 3
   * @param future what Wright's law knows of output
   * @return one miss a point after the origin
   * @throws IllegalArgumentException if the past has fewer than 3 points or nothing comes after it
   */
  public static List<Miss> from(CostSeries series, int past, FutureOutput future) {
    List<LawMiss> wright = by(CostLaw.WRIGHT, series, past, future);
    List<LawMiss> moore = by(CostLaw.MOORE, series, past, future);
    double[] years = series.years();
    return IntStream.range(0, wright.size())
        .mapToObj(
            i ->
                new Miss(
                    i + 1,
                    years[past + i] - years[past - 1],
                    wright.get(i).forecast(),
                    wright.get(i).error(),
                    moore.get(i).forecast(),
                    moore.get(i).error()))
        .toList();
  }

  /**
   * The hindcast from the middle of the series: the past has the odd point.
   *
   * @param series the costs, at least 5 points
   * @param future what Wright's law knows of output
   * @return one miss a point of the second half
   * @throws IllegalArgumentException if the first half has fewer than 3 points
   */
  public static List<Miss> halfSample(CostSeries series, FutureOutput future) {
    return from(series, halfOf(series), future);
  }

  /**
   * The points of the first half of a series, which has the odd one.
   *
   * @param series the costs
   * @return the number of points before the origin in the middle
   * @throws IllegalArgumentException if the series is null
   */
  public static int halfOf(CostSeries series) {
    Argument.given("series", series);
    return series.size() - series.size() / 2;
  }

  /**
   * The vote of one series: the mean squared miss of Moore less that of Wright, over their sum.
   * Series with large misses and series with small ones weigh the same.
   *
   * @param misses the misses of one series
   * @return between -1, where Wright alone misses, and 1, where Moore alone does; 0 where neither
   *     misses by more than rounding
   * @throws IllegalArgumentException if there is no miss, or one is null
   */
  public static double vote(List<Miss> misses) {
    Argument.require(!Argument.givenAll("misses", misses).isEmpty(), "misses is empty");
    double wright = 0;
    double moore = 0;
    for (Miss miss : misses) {
      wright += miss.wrightError() * miss.wrightError();
      moore += miss.mooreError() * miss.mooreError();
    }
    double nothing = misses.size() * ROUNDING * ROUNDING;
    return Math.max(wright, moore) <= nothing ? 0 : vote(wright, moore);
  }

  /**
   * The vote between two forecasters by their squared misses, summed or averaged over the same
   * points: the second's less the first's, over their sum.
   *
   * @param first squared misses of the first
   * @param second squared misses of the second
   * @return between -1, where the first alone misses, and 1, where the second alone does; 0 where
   *     neither misses
   * @throws IllegalArgumentException if one is negative, not finite or too large to be added
   */
  public static double vote(double first, double second) {
    Argument.require(
        first >= 0 && first <= Argument.LARGEST,
        "first must be finite and not negative, not %s",
        first);
    Argument.require(
        second >= 0 && second <= Argument.LARGEST,
        "second must be finite and not negative, not %s",
        second);
    return first + second == 0 ? 0 : (second - first) / (first + second);
  }
}
