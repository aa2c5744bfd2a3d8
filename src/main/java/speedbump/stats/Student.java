package speedbump.stats;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.exception.MathRuntimeException;

/**
 * Quantiles of Student's t, each searched for once: an analysis asks for few and for each of them
 * thousands of times, and a search takes as long as a small regression.
 */
public final class Student {
  /** Absolute; Hipparchus' own default, 1e-9, would show in the printed digits of an interval. */
  private static final double ACCURACY = 1e-14;

  private static final Map<Asked, Double> ANSWERED = new ConcurrentHashMap<>();

  private record Asked(double probability, double freedom) {
    double quantile() {
      try {
        return new TDistribution(freedom, ACCURACY).inverseCumulativeProbability(probability);
      } catch (MathRuntimeException e) {
        return Double.NaN;
      }
    }
  }

  private Student() {}

  /**
   * The value that t exceeds with the chance one less the probability.
   *
   * @param probability the chance of a lower value, above 0 and below 1
   * @param freedom the degrees of freedom; need not be whole
   * @return the quantile
   * @throws IllegalArgumentException if the probability lies outside its range, the degrees of
   *     freedom are not finite and above 0, or the quantile is too large for a number
   */
  public static double quantile(double probability, double freedom) {
    Argument.require(
        probability > 0 && probability < 1,
        "the probability must lie between 0 and 1, not %s",
        probability);
    Argument.require(
        freedom > 0 && Double.isFinite(freedom),
        "degrees of freedom must be positive, not %s",
        freedom);
    double quantile = ANSWERED.computeIfAbsent(new Asked(probability, freedom), Asked::quantile);
    Argument.require(
        Math.abs(quantile) <= Argument.LARGEST,
        "there is no quantile of the probability %s at %s degrees of freedom",
        probability,
        freedom);
    return quantile;
  }

  /**
   * The interval of a mean, mean plus and minus t s / sqrt(n), for independent normal values. An
   * interval of 90% that lies within two bounds shows at 5% that the mean does (two one-sided
   * tests).
   *
   * @param values the values, any unit
   * @param level the coverage, a fraction of one
   * @return the mean with its interval, in the unit of the values
   * @throws IllegalArgumentException if there are fewer than two values, a value is not finite, or
   *     the level is not between 0 and 1
   * @see <a href="https://doi.org/10.1007/BF01068419">Schuirmann 1987, two one-sided tests</a>
   */
  public static Interval mean(double[] values, double level) {
    double[] sample = Argument.sample("values", values, 2);
    Argument.level(level);
    LeastSquares fit = LeastSquares.withConstant(sample);
    double half =
        quantile((1 + level) / 2, fit.degreesOfFreedom())
            * fit.residualStandardDeviation()
            / Math.sqrt(sample.length);
    double mean = fit.coefficients()[0];
    return new Interval(mean, mean - half, mean + half, level);
  }
}
