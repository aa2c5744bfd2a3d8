package speedbump.stats;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Quantiles of Student's t at whole degrees of freedom n. With c = cos(atan(t / sqrt(n))) and s its
 * sine, the chance of a value within plus and minus t is a finite sum,
 *
 * <pre>
 * s (1 + 1/2 c^2 + 1 3 / (2 4) c^4 + ... c^(n-2))                           for n even,
 * 2/pi (atan(t / sqrt(n)) + s (c + 2/3 c^3 + 2 4 / (3 5) c^5 + ... c^(n-2)))  for n odd,
 * </pre>
 *
 * which Halley's method inverts in a few steps. Hipparchus' search by the incomplete beta function
 * ends at 1e-9 and takes some thirty times as long, which was half of all time spent on a
 * regression with its interval.
 *
 * @see <a href="https://personal.math.ubc.ca/~cbm/aands/page_948.htm">Abramowitz and Stegun 1964,
 *     26.7.3 to 26.7.5</a>
 */
public final class Student {
  private static final NormalDistribution NORMAL = new NormalDistribution();

  /** Halley's steps triple the digits: after one so small the next would change nothing. */
  private static final double LAST_STEP = 1e-6;

  private static final int MOST_STEPS = 100;

  private final double cosine;
  private final double sine;
  private final double angle;
  private final int freedom;
  private final double sum;
  private final double last;

  /** The sum and its last term at one t. */
  private Student(double t, int freedom) {
    this.freedom = freedom;
    double ratio = t / Math.sqrt(freedom);
    this.angle = Math.atan(ratio);
    this.cosine = 1 / Math.sqrt(1 + ratio * ratio);
    this.sine = ratio * cosine;
    boolean odd = freedom % 2 == 1;
    double term = odd ? cosine : 1;
    double terms = freedom == 1 ? 0 : term;
    double square = cosine * cosine;
    for (int i = odd ? 2 : 1; i <= freedom - 3; i += 2) {
      term *= square * i / (i + 1);
      terms += term;
    }
    this.sum = terms;
    this.last = term;
  }

  private double within() {
    return freedom % 2 == 1 ? 2 / Math.PI * (angle + sine * sum) : sine * sum;
  }

  /** The density, from the last term of the sum. */
  private double density() {
    if (freedom == 1) {
      return cosine * cosine / Math.PI;
    }
    double scale = freedom % 2 == 1 ? Math.PI : 2;
    return last * cosine * cosine * cosine * (freedom - 1) / (scale * Math.sqrt(freedom));
  }

  /**
   * The value that t exceeds with the chance one less the probability.
   *
   * @param probability the chance of a lower value, a half or more and below one
   * @param freedom the degrees of freedom n
   * @return the quantile
   * @throws IllegalArgumentException if the probability lies outside its range or there is no
   *     degree of freedom
   */
  public static double quantile(double probability, int freedom) {
    Argument.require(
        probability >= 0.5 && probability < 1,
        "the probability must lie between 0.5 and 1, not %s",
        probability);
    Argument.require(freedom > 0, "degrees of freedom must be positive, not %d", freedom);
    double within = 2 * probability - 1;
    // t is never nearer to zero than the normal; two terms of its expansion around it, 26.7.5
    double normal = NORMAL.inverseCumulativeProbability(probability);
    double square = normal * normal;
    double t =
        normal
            + normal * (square + 1) / (4.0 * freedom)
            + normal * ((5 * square + 16) * square + 3) / (96.0 * freedom * freedom);
    for (int step = 0; step < MOST_STEPS; step++) {
      Student at = new Student(t, freedom);
      double newton = (at.within() - within) / (2 * at.density());
      double curvature = (freedom + 1) * t / (freedom + t * t);
      double next = Math.max(normal, t - newton / (1 + newton * curvature / 2));
      double change = Math.abs(next - t);
      t = next;
      if (change <= LAST_STEP * t) {
        return t;
      }
    }
    throw Argument.wrong("no quantile found for %s at %d", probability, freedom);
  }
}
