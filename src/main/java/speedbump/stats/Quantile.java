package speedbump.stats;

import org.hipparchus.stat.StatUtils;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.hipparchus.stat.descriptive.rank.Percentile.EstimationType;

/**
 * Sample quantiles by linear interpolation between order statistics: type 7 of Hyndman and Fan, the
 * default of R and NumPy. Hipparchus' own default is type 6, which is wider in small samples.
 *
 * @see <a href="https://doi.org/10.1080/00031305.1996.10473566">Hyndman and Fan 1996, Sample
 *     Quantiles in Statistical Packages</a>
 */
public final class Quantile {
  private static final double PERCENT = 100;

  private Quantile() {}

  /**
   * The quantile x_(j) + (h - j)(x_(j+1) - x_(j)) with h = (n - 1) p + 1 and j = floor(h).
   *
   * @param values the sample, any unit, in any order
   * @param probability the share of the sample below the quantile, 0 to 1
   * @return the quantile, in the sample's unit
   * @throws IllegalArgumentException if the sample is empty or holds a value that is not finite, or
   *     the probability lies outside 0 to 1
   */
  public static double linear(double[] values, double probability) {
    return linear(values, new double[] {probability})[0];
  }

  /**
   * Several quantiles of one sample, see {@link #linear(double[], double)}.
   *
   * @param values the sample, any unit, in any order
   * @param probabilities the shares of the sample below the quantiles, 0 to 1
   * @return the quantiles in the order of the probabilities, in the sample's unit
   * @throws IllegalArgumentException if the sample is empty or holds a value that is not finite, or
   *     a probability lies outside 0 to 1
   */
  public static double[] linear(double[] values, double... probabilities) {
    double[] sample = Argument.sample("sample", values, 1);
    Argument.given("probabilities", probabilities);
    Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);
    percentile.setData(sample);
    double least = Double.NaN;
    double[] quantiles = new double[probabilities.length];
    for (int i = 0; i < quantiles.length; i++) {
      double p = probabilities[i];
      Argument.require(p >= 0 && p <= 1, "probability must lie between 0 and 1, not %s", p);
      if (p == 0) {
        // Hipparchus refuses the percentile 0
        least = Double.isNaN(least) ? StatUtils.min(sample) : least;
        quantiles[i] = least;
      } else {
        quantiles[i] = percentile.evaluate(p * PERCENT);
      }
    }
    return quantiles;
  }
}
