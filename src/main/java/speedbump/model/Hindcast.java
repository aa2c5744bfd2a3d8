package speedbump.model;

import java.util.ArrayList;
import java.util.List;
import speedbump.model.LearningCurve.Driver;
import speedbump.model.LearningCurve.Form;

/**
 * Wright against Moore on what came: both are fitted in first differences to the points before an
 * origin and foretell every point after it.
 */
public final class Hindcast {
  private Hindcast() {}

  /** What Wright's law knows of output after the origin. */
  public enum FutureOutput {
    /** Output as it came, which nobody knew at the origin. */
    AS_IT_CAME,
    /** Cumulative output grown at the mean rate of the points before the origin. */
    FORECAST
  }

  /**
   * Two forecasts of one point, and how they missed it.
   *
   * @param steps points after the origin
   * @param years time after the origin, years
   * @param wright forecast by experience
   * @param wrightError its miss, observed less foretold log cost
   * @param moore forecast by time
   * @param mooreError its miss
   */
  public record Miss(
      int steps,
      double years,
      LearningCurve.Forecast wright,
      double wrightError,
      LearningCurve.Forecast moore,
      double mooreError) {}

  /**
   * Foretells all points after an origin.
   *
   * @param series the costs
   * @param past the number of points before the origin, at least 3
   * @param future what Wright's law knows of output
   * @return one miss a point after the origin
   * @throws IllegalArgumentException if the past has fewer than 3 points or nothing comes after it
   */
  public static List<Miss> from(CostSeries series, int past, FutureOutput future) {
    if (past >= series.size()) {
      throw CostSeries.wrong("%s: nothing comes after %d points", series.name(), past);
    }
    CostSeries known = series.between(0, past);
    LearningCurve wright = LearningCurve.fit(known, Driver.EXPERIENCE, Form.FIRST_DIFFERENCES);
    LearningCurve moore = LearningCurve.fit(known, Driver.TIME, Form.FIRST_DIFFERENCES);
    double[] years = series.years();
    double[] output = series.logOutput();
    double[] cost = series.logCost();
    int last = past - 1;
    double growth = (output[last] - output[0]) / (years[last] - years[0]);
    List<Miss> misses = new ArrayList<>();
    for (int t = past; t < years.length; t++) {
      double ahead = years[t] - years[last];
      double experience =
          future == FutureOutput.AS_IT_CAME ? output[t] : output[last] + growth * ahead;
      LearningCurve.Forecast byOutput = wright.forecast(experience, t - last);
      LearningCurve.Forecast byTime = moore.forecast(years[t], t - last);
      misses.add(
          new Miss(
              t - last,
              ahead,
              byOutput,
              cost[t] - byOutput.logCost(),
              byTime,
              cost[t] - byTime.logCost()));
    }
    return List.copyOf(misses);
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
    return from(series, series.size() - series.size() / 2, future);
  }

  /**
   * The vote of one series: the mean squared miss of Moore less that of Wright, over their sum.
   * Series with large misses and series with small ones weigh the same.
   *
   * @param misses the misses of one series
   * @return between -1, where Wright alone misses, and 1, where Moore alone does; 0 where neither
   *     misses
   */
  public static double vote(List<Miss> misses) {
    double wright = 0;
    double moore = 0;
    for (Miss miss : misses) {
      wright += miss.wrightError() * miss.wrightError();
      moore += miss.mooreError() * miss.mooreError();
    }
    return wright + moore == 0 ? 0 : (moore - wright) / (wright + moore);
  }
}
