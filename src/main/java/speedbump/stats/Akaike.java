package speedbump.stats;

import org.hipparchus.stat.StatUtils;
import org.hipparchus.util.MathArrays;

/**
 * Akaike's information criterion with its correction for small samples, and the weights that it
 * gives to models of the same data.
 *
 * @see <a href="https://doi.org/10.1007/b97636">Burnham and Anderson 2002, Model Selection and
 *     Multimodel Inference, 2.4 and 2.9</a>
 */
public final class Akaike {
  private Akaike() {}

  /**
   * The corrected criterion of a least-squares fit, AICc = n ln(RSS / n) + 2 K + 2 K (K + 1) / (n -
   * K - 1), with K one more than the coefficients, for the residual variance. What all models of
   * the same data share is left out.
   *
   * @param rss residual sum of squares, in the squared unit of the outcome
   * @param observations the number of observations n
   * @param coefficients the number of coefficients fitted, the variance not among them
   * @return the criterion; smaller is better, and only differences have a meaning
   * @throws IllegalArgumentException if the residual sum is not finite and above zero, the
   *     coefficients are negative, or n - K - 1 is not above zero
   */
  public static double aicc(double rss, int observations, int coefficients) {
    if (!(rss >= Double.MIN_NORMAL && Double.isFinite(rss))) {
      throw Argument.wrong(
          "the residual sum of squares must be finite and above zero, not %s", rss);
    }
    Argument.require(coefficients >= 0, "coefficients must not be negative: %d", coefficients);
    long k = coefficients + 1L;
    if (observations <= k + 1) {
      throw Argument.wrong(
          "%d observations are too few for the correction with %d coefficients",
          observations, coefficients);
    }
    return observations * Math.log(rss / observations)
        + 2.0 * k
        + 2.0 * k * (k + 1.0) / (observations - k - 1);
  }

  /**
   * The weights of models, w_i = exp(-d_i / 2) / sum exp(-d_j / 2) with d_i the criterion above the
   * least one.
   *
   * @param criteria the criterion of each model; not a number for a model that does not compete
   * @return the weights, which add to one; zero for a model that does not compete
   * @throws IllegalArgumentException if the criteria are null, one is minus infinity, or no model
   *     competes
   */
  public static double[] weights(double... criteria) {
    Argument.given("criteria", criteria);
    double least = StatUtils.min(criteria);
    Argument.require(Double.isFinite(least), "no model has a finite criterion");
    double[] weights = new double[criteria.length];
    for (int i = 0; i < criteria.length; i++) {
      weights[i] = Double.isNaN(criteria[i]) ? 0 : Math.exp((least - criteria[i]) / 2);
    }
    return MathArrays.normalizeArray(weights, 1);
  }
}
