package speedbump.stats;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.stat.StatUtils;

/**
 * The test of Diebold and Mariano: do two forecasts have the same expected loss? For differences of
 * loss d_t = loss of the first - loss of the second, the statistic is m / sqrt(v / n), where m is
 * their mean and v = g_0 + 2 sum over l = 1..L of (1 - l / (L + 1)) g_l their long-run variance,
 * with autocovariances g_l over n and no correction for small samples. It is normal where the
 * expected losses are the same.
 *
 * @param meanDifference the mean m, in the unit of the loss; positive where the second is better
 * @param statistic m over its standard error; positive where the second is better
 * @param observations the number of differences n
 * @see <a href="https://doi.org/10.1080/07350015.1995.10524599">Diebold and Mariano 1995, Comparing
 *     Predictive Accuracy</a>
 */
public record DieboldMariano(double meanDifference, double statistic, int observations) {
  /**
   * @throws IllegalArgumentException if the mean or the statistic is not finite, or there are fewer
   *     than two observations
   */
  public DieboldMariano {
    Argument.finite("meanDifference", meanDifference);
    Argument.finite("statistic", statistic);
    Argument.require(observations >= 2, "observations must be two or more, not %d", observations);
  }

  /**
   * Tests differences of loss.
   *
   * @param differences loss of the first less loss of the second, in the order of time; any order
   *     where no lag is taken in
   * @param lags the number of autocovariances L; 0 for differences that are independent, as those
   *     of one vote a series
   * @return the test
   * @throws IllegalArgumentException if there are fewer than two differences, one is not finite,
   *     the lags are negative or not below their number, or the differences or their long-run
   *     variance are zero but for rounding
   */
  public static DieboldMariano of(double[] differences, int lags) {
    double[] d = Argument.sample("differences", differences, 2);
    int n = d.length;
    Argument.require(lags >= 0 && lags < n, "lags must lie between 0 and %d, not %d", n - 1, lags);
    Argument.require(Argument.varies(d), "the differences of loss do not vary");
    double mean = StatUtils.mean(d);
    double variance = 0;
    double plain = 0;
    for (int lag = 0; lag <= lags; lag++) {
      double products = 0;
      for (int t = lag; t < n; t++) {
        products += (d[t] - mean) * (d[t - lag] - mean);
      }
      plain += lag == 0 ? products / n : 0;
      variance += (lag == 0 ? 1 : 2 * (1 - lag / (lags + 1.0))) * products / n;
    }
    Argument.require(
        variance > Argument.ROUNDING * plain,
        "the differences have no long-run variance with %d lags",
        lags);
    return new DieboldMariano(mean, mean / Math.sqrt(variance / n), n);
  }

  /**
   * The one-sided p-value against "the second is no better".
   *
   * @return the chance of a statistic at least as high where the expected losses are the same
   */
  public double pSecondBetter() {
    return 1 - new NormalDistribution().cumulativeProbability(statistic);
  }

  /**
   * The one-sided p-value against "the first is no better".
   *
   * @return the chance of a statistic at least as low where the expected losses are the same
   */
  public double pFirstBetter() {
    return new NormalDistribution().cumulativeProbability(statistic);
  }

  /**
   * The two-sided p-value.
   *
   * @return the chance of a statistic at least as far from zero where the expected losses are the
   *     same
   */
  public double pTwoSided() {
    return 2 * Math.min(pFirstBetter(), pSecondBetter());
  }
}
