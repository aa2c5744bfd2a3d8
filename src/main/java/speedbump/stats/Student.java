package speedbump.stats;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Quantiles of Student's t, each searched for once: an analysis asks for few and for each of them
 * thousands of times, and a search takes as long as a small regression.
 */
public final class Student {
  /** Absolute; Hipparchus' own default, 1e-9, would show in the printed digits of an interval. */
  private static final double ACCURACY = 1e-14;

  private static final Map<Asked, Double> ANSWERED = new ConcurrentHashMap<>();

  private record Asked(double probability, int freedom) {
    double quantile() {
      return new TDistribution(freedom, ACCURACY).inverseCumulativeProbability(probability);
    }
  }

  private Student() {}

  /**
   * The value that t exceeds with the chance one less the probability.
   *
   * @param probability the chance of a lower value, above 0 and below 1
   * @param freedom the degrees of freedom
   * @return the quantile
   * @throws IllegalArgumentException if the probability lies outside its range or there is no
   *     degree of freedom
   */
  public static double quantile(double probability, int freedom) {
    Argument.require(
        probability > 0 && probability < 1,
        "the probability must lie between 0 and 1, not %s",
        probability);
    Argument.require(freedom > 0, "degrees of freedom must be positive, not %d", freedom);
    return ANSWERED.computeIfAbsent(new Asked(probability, freedom), Asked::quantile);
  }
}
