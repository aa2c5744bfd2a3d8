package speedbump.stats;

import java.util.Optional;
import java.util.function.DoubleFunction;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BrentSolver;

/**
 * The interval of a ratio: every r that a test of numerator = r times denominator does not reject.
 * It is bounded where the test tells the denominator from zero.
 */
final class TestInversion {
  private static final double RELATIVE_ACCURACY = 1e-9;
  private static final int MOST_STEPS = 200;
  private static final int MOST_DOUBLINGS = 60;

  private TestInversion() {}

  /** The ends of the interval of numerator less r times denominator. */
  record Ends(double lower, double upper) {}

  /**
   * Inverts the test.
   *
   * @param numerator the estimate of the numerator
   * @param denominator that of the denominator
   * @param ofDenominator the ends of the interval of the denominator
   * @param contrast the ends of the interval of numerator less r times denominator
   * @param level the coverage, a fraction of one
   * @return the ratio with its interval; empty where the set is not bounded
   */
  static Optional<Interval> ratio(
      double numerator,
      double denominator,
      Ends ofDenominator,
      DoubleFunction<Ends> contrast,
      double level) {
    if (ofDenominator.lower() <= 0 && ofDenominator.upper() >= 0) {
      return Optional.empty();
    }
    double ratio = numerator / denominator;
    boolean positive = denominator > 0;
    // with a positive denominator the contrast falls as r rises, so that its upper end is zero last
    UnivariateFunction last = r -> positive ? contrast.apply(r).upper() : contrast.apply(r).lower();
    UnivariateFunction first =
        r -> positive ? contrast.apply(r).lower() : contrast.apply(r).upper();
    double lower = end(first, ratio, -1);
    double upper = end(last, ratio, 1);
    return Double.isInfinite(lower) || Double.isInfinite(upper)
        ? Optional.empty()
        : Optional.of(new Interval(ratio, lower, upper, level));
  }

  /** The nearest zero on one side of the estimate, found by steps that double; else infinity. */
  private static double end(UnivariateFunction margin, double from, int side) {
    double step = Math.max(Math.abs(from), 1) / 16;
    double near = from;
    double there = margin.value(near);
    for (int i = 0; i < MOST_DOUBLINGS; i++) {
      double far = near + side * step;
      double beyond = margin.value(far);
      if (there == 0) {
        return near;
      }
      if (there * beyond <= 0) {
        BrentSolver solver = new BrentSolver(RELATIVE_ACCURACY, RELATIVE_ACCURACY * step);
        return solver.solve(MOST_STEPS, margin, Math.min(near, far), Math.max(near, far));
      }
      near = far;
      there = beyond;
      step *= 2;
    }
    return side * Double.POSITIVE_INFINITY;
  }
}
