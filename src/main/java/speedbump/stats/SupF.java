package speedbump.stats;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The test of Andrews for one break of all coefficients of a linear regression at an unknown date:
 * the largest over the admissible dates t of
 *
 * <pre>F(t) = (RSS_0 - RSS_1(t) - RSS_2(t)) / ((RSS_1(t) + RSS_2(t)) / (n - 2 k)),</pre>
 *
 * with the residual sums of squares of the whole, of the observations up to t and of those after
 * it, n observations and k columns. It is not divided by k.
 *
 * <p>The p-value comes from simulation with the test's own design and length: without a break the
 * statistic depends neither on the coefficients nor on the variance, so for normal errors of a
 * given autocorrelation, and regressors that do not depend on them, p = (1 + simulated at least as
 * high) / (1 + simulated) is exact at any length, where the asymptotic tables ask for long series
 * and independent errors. An autocorrelation that was estimated makes it approximate.
 *
 * @see StructuralBreaks
 * @see <a href="https://doi.org/10.2307/2951764">Andrews 1993, Tests for Parameter Instability and
 *     Structural Change with Unknown Change Point</a>
 * @see <a href="https://doi.org/10.1016/j.jeconom.2005.06.007">Dufour 2006, Monte Carlo Tests with
 *     Nuisance Parameters</a>
 */
public final class SupF {
  /** A p-value of 0.05 then has a standard error of 0.002. */
  public static final int DEFAULT_DRAWS = 9_999;

  /** More draws than these make no other p-value. */
  public static final int MOST_DRAWS = 1_000_000;

  /** Fixed, so that a rerun gives the same p-value. */
  public static final long DEFAULT_SEED = 18_980_101;

  private final double[][] x;
  private final int least;
  private final double[] simulated;

  private SupF(double[][] x, int least, double[] simulated) {
    this.x = x;
    this.least = least;
    this.simulated = simulated;
  }

  /**
   * What the test gives.
   *
   * @param statistic the largest F; infinite where a break leaves no residual
   * @param breakAt the number of observations before the break with the largest F
   * @param pValue the share of simulated series without a break with a statistic at least as high
   */
  public record Result(double statistic, int breakAt, double pValue) {}

  private record Largest(double statistic, int breakAt) {}

  /**
   * A test for errors that remember their last value.
   *
   * @param x the regressors in the order of time, one row an observation, one column a regressor,
   *     the constant among them if it is wanted
   * @param least the least number of observations on either side of the break, above the number of
   *     columns
   * @param errors the errors without a break; their standard deviation does not matter
   * @param draws the number of simulated series
   * @param seed the seed of the simulation
   * @return the test
   * @throws IllegalArgumentException if the rows of x are of unequal length, a value is not finite,
   *     the least side does not exceed the number of columns or leaves no date, x does not tell
   *     every coefficient on the least side, the errors do not vary, or the draws are not between 1
   *     and {@value #MOST_DRAWS}
   */
  public static SupF of(double[][] x, int least, Autoregression errors, int draws, long seed) {
    double[][] rows = Argument.rows("x", x, least);
    int n = rows.length;
    Argument.require(
        2L * least <= n, "%d observations have no date with %d on either side", n, least);
    Argument.require(Argument.given("errors", errors).innovationSd() > 0, "the errors do not vary");
    Argument.count("draws", draws, 1, MOST_DRAWS);
    double[] simulated = new double[draws];
    SupF test = new SupF(rows, least, simulated);
    SplittableRandom random = new SplittableRandom(seed);
    for (int draw = 0; draw < draws; draw++) {
      simulated[draw] = test.largest(errors.simulate(n, random)).statistic();
    }
    Arrays.sort(simulated);
    return test;
  }

  /**
   * Tests a series.
   *
   * @param y the outcome, one value a row of x, any unit
   * @return the statistic, its date and its p-value
   * @throws IllegalArgumentException if y has not as many values as x has rows, one is not finite,
   *     or x fits y without error
   */
  public Result test(double[] y) {
    double[] outcome = Argument.sample("y", y, 1);
    Argument.require(
        outcome.length == x.length, "x has %d rows and y has %d values", x.length, outcome.length);
    Largest largest = largest(outcome);
    int higher = 0;
    while (higher < simulated.length
        && simulated[simulated.length - 1 - higher] >= largest.statistic) {
      higher++;
    }
    return new Result(
        largest.statistic, largest.breakAt, (1.0 + higher) / (1.0 + simulated.length));
  }

  private Largest largest(double[] y) {
    int n = y.length;
    int k = x[0].length;
    SegmentRss segment = new SegmentRss(k);
    double[] after = new double[n + 1];
    for (int t = n - 1; t >= least; t--) {
      after[t] = segment.add(x[t], y[t]);
      if (t == n - least) {
        requireIdentified(segment, t, n - 1);
      }
    }
    segment.clear();
    double sum = Double.POSITIVE_INFINITY;
    int at = 0;
    double whole = 0;
    double squares = 0;
    for (int t = 1; t <= n; t++) {
      whole = segment.add(x[t - 1], y[t - 1]);
      squares += y[t - 1] * y[t - 1];
      if (t == least) {
        requireIdentified(segment, 0, t - 1);
      }
      if (t >= least && t <= n - least && whole + after[t] < sum) {
        sum = whole + after[t];
        at = t;
      }
    }
    Argument.require(whole > StructuralBreaks.ROUNDING * squares, "x fits y without error");
    return new Largest((whole - sum) / (sum / (n - 2 * k)), at);
  }

  private void requireIdentified(SegmentRss segment, int from, int to) {
    if (!segment.identified()) {
      throw Argument.wrong("rows %d to %d of x do not tell %d coefficients", from, to, x[0].length);
    }
  }
}
