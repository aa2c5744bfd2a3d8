package speedbump.stats;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * The trend test of Mann and Kendall with the slope of Theil and Sen. Over all pairs i &lt; j, S =
 * sum sign(y_j - y_i); without a trend its variance is
 *
 * <pre>Var(S) = (n (n - 1) (2 n + 5) - sum over ties of t (t - 1) (2 t + 5)) / 18</pre>
 *
 * for groups of t equal values, and z = (S - sign(S)) / sqrt(Var(S)) is about normal. The slope is
 * the median of (y_j - y_i) / (x_j - x_i). The values are taken as independent: positive
 * autocorrelation makes trends of noise.
 *
 * @param s the number of pairs that rise less the number that fall
 * @param variance the variance of s without a trend, ties taken in
 * @param z the standardized statistic, with the correction for continuity
 * @param slope the slope of Theil and Sen, in the unit of y over that of the positions
 * @param observations the number of observations
 * @see <a href="https://doi.org/10.2307/1907187">Mann 1945, Nonparametric Tests Against Trend</a>
 * @see <a href="https://doi.org/10.1080/01621459.1968.10480934">Sen 1968, Estimates of the
 *     Regression Coefficient Based on Kendall's Tau</a>
 */
public record MannKendall(long s, double variance, double z, double slope, int observations) {
  /**
   * @throws IllegalArgumentException if a number is not finite, the variance not above zero, or
   *     there are fewer than three observations
   */
  public MannKendall {
    Argument.require(
        variance > 0 && Double.isFinite(variance), "variance must be above 0, not %s", variance);
    Argument.finite("z", z);
    Argument.finite("slope", slope);
    Argument.require(observations >= 3, "observations must be 3 or more, not %d", observations);
  }

  /** Every pair is looked at, and its slope kept. */
  public static final int MOST_VALUES = 10_000;

  /** Pairs of values a tie of t takes out of the variance, 18 times. */
  private static double tied(double t) {
    return t * (t - 1) * (2 * t + 5);
  }

  /**
   * Tests a series. A missing value is left out and its position with it; the positions of the
   * others stay what they are.
   *
   * @param positions the times of the values, ascending, any unit
   * @param values the values, one a position, any unit
   * @return the test
   * @throws IllegalArgumentException if there are fewer than three values, one is not finite, the
   *     positions are not as many or do not ascend by more than rounding, there are more than
   *     {@value #MOST_VALUES}, or all values are equal but for rounding
   */
  public static MannKendall of(double[] positions, double[] values) {
    double[] x = Argument.sample("positions", positions, 3);
    double[] y = Argument.sample("values", values, 3);
    int n = y.length;
    Argument.require(x.length == n, "there are %d positions and %d values", x.length, n);
    Argument.require(
        n <= MOST_VALUES, "values has %d of them, and pairs are kept of %d", n, MOST_VALUES);
    Argument.require(Argument.varies(y), "all values are equal");
    double rounding = Argument.ROUNDING * Math.max(Math.abs(x[0]), Math.abs(x[n - 1]));
    long s = 0;
    double[] slopes = new double[n * (n - 1) / 2];
    int pair = 0;
    for (int j = 1; j < n; j++) {
      if (!(x[j] - x[j - 1] > rounding)) {
        throw Argument.wrong("position %d is not above the one before it: %s", j, x[j]);
      }
      for (int i = 0; i < j; i++) {
        s += (long) Math.signum(y[j] - y[i]);
        slopes[pair] = (y[j] - y[i]) / (x[j] - x[i]);
        if (Math.abs(slopes[pair]) > Argument.LARGEST) {
          throw Argument.wrong(
              "positions %d and %d are too near for their values: slope %s", i, j, slopes[pair]);
        }
        pair++;
      }
    }
    double[] sorted = y.clone();
    Arrays.sort(sorted);
    double variance = tied(n) / 18;
    for (int from = 0, to = 0; from < n; from = to) {
      while (to < n && sorted[to] == sorted[from]) {
        to++;
      }
      variance -= tied(to - from) / 18;
    }
    return new MannKendall(
        s, variance, (s - Long.signum(s)) / Math.sqrt(variance), Quantile.linear(slopes, 0.5), n);
  }

  /**
   * The two-sided p-value.
   *
   * @return the chance of an s at least as far from zero without a trend
   */
  public double pTwoSided() {
    return 2 * new NormalDistribution().cumulativeProbability(-Math.abs(z));
  }
}
