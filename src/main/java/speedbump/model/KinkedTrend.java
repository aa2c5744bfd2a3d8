package speedbump.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import speedbump.stats.Argument;
import speedbump.stats.LeastSquares;

/**
 * A straight line in time that bends once and does not jump, y = a + g1 t + (g2 - g1) max(0, t -
 * k), with the day k of the bend unknown: every first day of a month is tried that leaves enough
 * points on either side, and the one with the least criterion stands. The published comparison of
 * the growth of training compute is of this form.
 *
 * <p>Bayes' criterion takes a normal variance of its own for each segment: BIC = p ln n - 2 ln L
 * with ln L = - sum over segments of (n_i / 2) (ln(2 pi RSS_i / n_i) + 1), and p = the coefficients
 * of the line + 2 kinks + 1. A segment through whose points a line runs without error has no such
 * variance, so that a kink is tried only where there are {@value #LEAST_DAYS} different days or
 * more on either side.
 *
 * @param kink first day of the second segment; the day after the last point for a line without kink
 * @param levelAtKink the line at the kink, in units of y
 * @param slopeBefore growth of the first segment, in units of y a year of 365 days
 * @param slopeAfter growth of the second, the same for a line without kink
 * @param rss residual sum of squares, in squared units of y
 * @param bic Bayes' criterion
 * @param observations the number of points
 * @see <a href="https://github.com/epoch-research/china-ai-trends">the published regression</a>
 */
public record KinkedTrend(
    LocalDate kink,
    double levelAtKink,
    double slopeBefore,
    double slopeAfter,
    double rss,
    double bic,
    int observations) {
  /** Through two days a line runs without error. */
  private static final int LEAST_DAYS = 3;

  private static final int MOST_RESAMPLES = 1_000_000;

  /** As in the published regression, which is reproduced to its digits. */
  private static final double DAYS_PER_YEAR = 365;

  /**
   * A line without a kink.
   *
   * @param days day of each point, in the order of time
   * @param y the values, any unit
   * @return the line
   * @throws IllegalArgumentException if an argument is null, there is not one value a day, the days
   *     are not in order or all equal, a value is not finite, there are fewer than 3 points, or
   *     they lie on the line but for rounding, so that there is no criterion
   */
  public static KinkedTrend straight(List<LocalDate> days, double[] y) {
    double[] t = years(days, y);
    LeastSquares line = LeastSquares.withConstant(y, t);
    double slope = line.coefficients()[1];
    return new KinkedTrend(
        days.get(days.size() - 1).plusDays(1),
        line.coefficients()[0]
            + slope
                * (days.get(y.length - 1).toEpochDay() + 1 - days.get(0).toEpochDay())
                / DAYS_PER_YEAR,
        slope,
        slope,
        line.rss(),
        bic(y, line.residuals(), y.length, 2),
        y.length);
  }

  /**
   * The best line with one kink.
   *
   * @param days day of each point, in the order of time
   * @param y the values, any unit
   * @param leastPoints fewest points in a segment, at least 2
   * @return the line with the least criterion, the earlier of two with the same
   * @throws IllegalArgumentException as for {@link #straight}, if no first day of a month leaves so
   *     many points, on {@value #LEAST_DAYS} different days, on either side, or if the points of a
   *     segment lie on the line but for rounding
   */
  public static KinkedTrend kinked(List<LocalDate> days, double[] y, int leastPoints) {
    Argument.require(leastPoints >= 2, "a segment needs 2 points, not %d", leastPoints);
    double[] t = years(days, y);
    List<KinkedTrend> tried = new ArrayList<>();
    LocalDate last = days.get(days.size() - 1);
    LocalDate month = days.get(0).withDayOfMonth(1);
    for (; !month.isAfter(last); month = month.plusMonths(1)) {
      LocalDate kink = month;
      int before = (int) days.stream().filter(day -> day.isBefore(kink)).count();
      int daysBefore = (int) days.stream().limit(before).distinct().count();
      int daysAfter = (int) days.stream().skip(before).distinct().count();
      if (Math.min(before, y.length - before) >= leastPoints
          && Math.min(daysBefore, daysAfter) >= LEAST_DAYS) {
        tried.add(bent(days, t, y, kink, before));
      }
    }
    Argument.require(
        !tried.isEmpty(),
        "no first day of a month leaves %d of the %d points, on %d days, on either side",
        leastPoints,
        y.length,
        LEAST_DAYS);
    return tried.stream().reduce((a, b) -> b.bic < a.bic ? b : a).orElseThrow();
  }

  /**
   * Fits the best line with one kink to resamples of the points, drawn with replacement: how far
   * slopes and kink move with the points that happen to be there.
   *
   * @param days day of each point, in the order of time
   * @param y the values, any unit
   * @param leastPoints fewest points in a segment, at least 2
   * @param resamples number of resamples
   * @param seed seed of the draws
   * @return one line a resample
   * @throws IllegalArgumentException as for {@link #kinked}, also where that is so of a resample
   *     only, or if there is no resample or more than a million
   */
  public static List<KinkedTrend> resampled(
      List<LocalDate> days, double[] y, int leastPoints, int resamples, long seed) {
    Argument.require(resamples > 0, "there must be a resample, not %d", resamples);
    Argument.require(
        resamples <= MOST_RESAMPLES,
        "resamples must be at most %d, not %d",
        MOST_RESAMPLES,
        resamples);
    Argument.require(leastPoints >= 2, "a segment needs 2 points, not %d", leastPoints);
    years(days, y);
    SplittableRandom random = new SplittableRandom(seed);
    List<KinkedTrend> lines = new ArrayList<>();
    for (int i = 0; i < resamples; i++) {
      int[] drawn = random.ints(y.length, 0, y.length).sorted().toArray();
      try {
        lines.add(
            kinked(
                Arrays.stream(drawn).mapToObj(days::get).toList(),
                Arrays.stream(drawn).mapToDouble(at -> y[at]).toArray(),
                leastPoints));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "leastPoints of %d of %d points are too few to resample: in resample %d, %s"
                .formatted(leastPoints, y.length, i, e.getMessage()),
            e);
      }
    }
    return lines;
  }

  private static KinkedTrend bent(
      List<LocalDate> days, double[] t, double[] y, LocalDate kink, int before) {
    double at = (kink.toEpochDay() - days.get(0).toEpochDay()) / DAYS_PER_YEAR;
    double[] since = Arrays.stream(t).map(time -> Math.max(0, time - at)).toArray();
    LeastSquares line = LeastSquares.withConstant(y, t, since);
    double[] b = line.coefficients();
    return new KinkedTrend(
        kink,
        b[0] + b[1] * at,
        b[1],
        b[1] + b[2],
        line.rss(),
        bic(y, line.residuals(), before, b.length),
        y.length);
  }

  private static double bic(double[] y, double[] residuals, int before, int coefficients) {
    int n = residuals.length;
    double largest = Arrays.stream(y).map(Math::abs).max().orElseThrow();
    requireError(residuals, 0, before, largest);
    requireError(residuals, before, n, largest);
    int kinks = before < n ? 1 : 0;
    double twiceLogLikelihood = segment(residuals, 0, before) + segment(residuals, before, n);
    return (coefficients + 2 * kinks + 1) * Math.log(n) - twiceLogLikelihood;
  }

  private static void requireError(double[] residuals, int from, int to, double largest) {
    double most = Arrays.stream(residuals, from, to).map(Math::abs).max().orElse(largest);
    if (!(most > Argument.ROUNDING * largest)) {
      throw Argument.wrong("y at index %d to %d lies on the line without error", from, to - 1);
    }
  }

  private static double segment(double[] residuals, int from, int to) {
    int n = to - from;
    double rss = Arrays.stream(residuals, from, to).map(e -> e * e).sum();
    return n == 0 ? 0 : -n * (Math.log(2 * Math.PI * rss / n) + 1);
  }

  private static double[] years(List<LocalDate> days, double[] y) {
    Argument.given("days", days);
    Argument.given("y", y);
    Argument.require(days.size() == y.length, "%d values for %d days", y.length, days.size());
    Argument.requireOrder(days);
    Argument.sample("y", y, 1);
    Argument.require(
        days.isEmpty() || !days.get(0).equals(days.get(y.length - 1)),
        "all %d days are %s",
        y.length,
        days.isEmpty() ? "" : days.get(0));
    return days.stream()
        .mapToDouble(day -> (day.toEpochDay() - days.get(0).toEpochDay()) / DAYS_PER_YEAR)
        .toArray();
  }
}
