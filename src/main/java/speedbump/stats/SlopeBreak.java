package speedbump.stats;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Did a trend turn upwards, or downwards, at a date that nobody named? A line in time that bends
 * once and does not jump, y = a + g t + d max(0, t - k) + e, is fitted with the bend k at every
 * admissible point by {@link PraisWinsten}, and the largest and the smallest t value of d are kept:
 * one for each direction.
 *
 * <p>Whoever searches among dates finds a bend in noise. So the p-value is the share of simulated
 * series of the same dates without a bend whose largest t value, searched in the same way, is as
 * high: p = (1 + those as high) / (1 + simulated). The errors of the simulated series remember
 * their last value with a coefficient drawn about the one that is given, with its standard error,
 * as in {@link PraisWinsten}: it is an estimate. p is taken between the points of a grid of
 * coefficients.
 *
 * @see SupF
 * @see <a href="https://doi.org/10.2307/2951764">Andrews 1993, Tests for Parameter Instability and
 *     Structural Change with Unknown Change Point</a>
 */
public final class SlopeBreak {
  /** Series simulated at each coefficient; each gives a value in both directions. */
  public static final int DRAWS = 3_999;

  private static final int MOST_DRAWS = 1_000_000;

  private static final long SEED = 19_930_821;
  private static final int BEND = 2;
  private static final int LONGEST = 10_000;

  private final double[] times;
  private final int first;
  private final int draws;
  private final SerialDesign[] designs;
  private final Map<Integer, double[]> simulated = new ConcurrentHashMap<>();

  private SlopeBreak(double[] times, int first, SerialDesign[] designs, int draws) {
    this.times = times;
    this.first = first;
    this.designs = designs;
    this.draws = draws;
  }

  /**
   * What the test gives.
   *
   * @param upT the largest t value of a bend
   * @param upAt the time of that bend
   * @param upP the chance of so large a one without a bend
   * @param downT the smallest t value
   * @param downAt the time of that bend
   * @param downP the chance of so small a one without a bend
   */
  public record Result(
      double upT, double upAt, double upP, double downT, double downAt, double downP) {}

  /**
   * A test for series at given times.
   *
   * @param times the times, ascending, in years
   * @param least the share of the points that there must be up to the bend, and after it, above 0
   *     and at most one half; rounded up, and at least two points
   * @param draws the number of series simulated at each coefficient, {@value #DRAWS} for a p-value
   *     of 0.05 with a standard error of 0.003
   * @return the test
   * @throws IllegalArgumentException if there are fewer than {@value
   *     PraisWinsten#LEAST_OBSERVATIONS} times or more than {@value #LONGEST}, they do not ascend,
   *     the share is out of its range or leaves no date, or the draws are not between 1 and a
   *     million
   */
  public static SlopeBreak of(double[] times, double least, int draws) {
    double[] t = Argument.sample("times", times, PraisWinsten.LEAST_OBSERVATIONS).clone();
    int n = t.length;
    Argument.require(n <= LONGEST, "there may be %d times, not %d", LONGEST, n);
    for (int i = 1; i < n; i++) {
      Argument.require(t[i] > t[i - 1], "times must ascend: %s stands before %s", t[i - 1], t[i]);
    }
    Argument.require(least > 0 && least <= 0.5, "least must be above 0 and at most 0.5: %s", least);
    Argument.count("draws", draws, 1, MOST_DRAWS);
    int points = Math.max(2, (int) Math.ceil(least * n - Argument.ROUNDING));
    Argument.require(
        2 * points <= n, "%d times leave no date with %d points on either side", n, points);
    SerialDesign[] designs = new SerialDesign[n - 2 * points + 1];
    for (int i = 0; i < designs.length; i++) {
      designs[i] = SerialDesign.of(bent(t, t[points - 1 + i]));
    }
    return new SlopeBreak(t, points - 1, designs, draws);
  }

  /**
   * The regressors of a line that bends once: a constant, time from the first point on, and time
   * since the bend.
   *
   * @param times the times
   * @param bend the time of the bend
   * @return one row a time
   */
  public static double[][] bent(double[] times, double bend) {
    double[] t = Argument.sample("times", times, 1);
    Argument.finite("bend", bend);
    double[][] x = new double[t.length][];
    for (int i = 0; i < t.length; i++) {
      x[i] = new double[] {1, t[i] - t[0], Math.max(0, t[i] - bend)};
    }
    return x;
  }

  /**
   * The dates that are searched.
   *
   * @return the times at which a bend is tried
   */
  public double[] dates() {
    return Arrays.copyOfRange(times, first, first + designs.length);
  }

  /**
   * The t value of a bend at each date.
   *
   * @param y the outcome, one value a time, any unit
   * @return one a date that is searched
   * @throws IllegalArgumentException if there is not one value a time, one is not finite, or a bent
   *     line fits them without error
   */
  public double[] tValues(double[] y) {
    double[] outcome = outcome(y);
    double[] t = new double[designs.length];
    for (int i = 0; i < t.length; i++) {
      t[i] = tValue(designs[i].fit(), outcome);
    }
    return t;
  }

  private double[] outcome(double[] y) {
    double[] outcome = Argument.sample("y", y, 1);
    Argument.require(
        outcome.length == times.length, "%d values for %d times", outcome.length, times.length);
    return outcome;
  }

  private static double tValue(SerialDesign.Fit fit, double[] y) {
    fit.with(y);
    Argument.require(!fit.exact, "a bent line fits y without error");
    return fit.coefficients[BEND] / fit.standardErrors[BEND];
  }

  /**
   * Tests a series.
   *
   * @param y the outcome, one value a time, any unit
   * @param rho the first-order coefficient of the errors, within {@value PraisWinsten#LEAST_RHO}
   *     and {@value PraisWinsten#GREATEST_RHO}, for example that of {@link PraisWinsten} with one
   *     bend
   * @return both directions
   * @throws IllegalArgumentException as {@link #tValues}, or if rho lies outside its range
   */
  public Result test(double[] y, double rho) {
    Argument.require(
        rho >= PraisWinsten.LEAST_RHO && rho <= PraisWinsten.GREATEST_RHO,
        "rho must lie between %s and %s, not %s",
        PraisWinsten.LEAST_RHO,
        PraisWinsten.GREATEST_RHO,
        rho);
    double[] t = tValues(y);
    int up = 0;
    int down = 0;
    for (int i = 1; i < t.length; i++) {
      up = t[i] > t[up] ? i : up;
      down = t[i] < t[down] ? i : down;
    }
    return new Result(
        t[up],
        times[first + up],
        pValue(t[up], rho),
        t[down],
        times[first + down],
        pValue(-t[down], rho));
  }

  private double pValue(double t, double rho) {
    return SerialDesign.between(rho, point -> share(table(point), t));
  }

  private static double share(double[] sorted, double t) {
    int at = Arrays.binarySearch(sorted, t);
    int below = at >= 0 ? at : -at - 1;
    while (below > 0 && sorted[below - 1] >= t) {
      below--;
    }
    return (1.0 + sorted.length - below) / (1.0 + sorted.length);
  }

  private double[] table(int point) {
    return simulated.computeIfAbsent(point, this::simulate);
  }

  /** Without a bend a series and its mirror image are alike: both directions fill one table. */
  private double[] simulate(int point) {
    int n = times.length;
    double rho = SerialDesign.rho(point);
    double spread = PraisWinsten.standardError(rho, n);
    SplittableRandom random = new SplittableRandom(SEED);
    SerialDesign.Fit[] fits = new SerialDesign.Fit[designs.length];
    Arrays.setAll(fits, i -> designs[i].fit());
    double[] e = new double[n];
    double[] table = new double[2 * draws];
    for (int draw = 0; draw < draws; draw++) {
      double drawn = PraisWinsten.within(rho + spread * random.nextGaussian());
      e[0] = random.nextGaussian() / Math.sqrt(1 - drawn * drawn);
      for (int i = 1; i < n; i++) {
        e[i] = drawn * e[i - 1] + random.nextGaussian();
      }
      double up = Double.NEGATIVE_INFINITY;
      double down = Double.POSITIVE_INFINITY;
      for (SerialDesign.Fit fit : fits) {
        fit.with(e);
        double t = fit.coefficients[BEND] / fit.standardErrors[BEND];
        up = Math.max(up, t);
        down = Math.min(down, t);
      }
      table[2 * draw] = up;
      table[2 * draw + 1] = -down;
    }
    Arrays.sort(table);
    return table;
  }
}
