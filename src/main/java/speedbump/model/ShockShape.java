package speedbump.model;

/**
 * What a control may do to a path: five shapes, each a curve c(t) on levels or logarithms, with t
 * in years since control, a + g t the old trend, D one from control on and zero before, and s = t D
 * the years under control.
 *
 * <p>A shape is identified where each side of control has two points more than the coefficients
 * that only this side tells: a and g before, the others after.
 */
public enum ShockShape {
  /** M0, c = a + g t: nothing that can be seen; the lag stays as it was. */
  NONE(2, 0),
  /**
   * M1, c = a + g t - delta D: one shift; the lag jumps by delta / g years and stays. A speed bump,
   * or a lead that is kept.
   */
  SHIFT(3, 1),
  /**
   * M2, c = a + g t - delta D - theta s with theta at or above 0: growth slows for good; the lag
   * grows steadily. A drag.
   */
  SLOPE(4, 2),
  /**
   * M3, c = a + g (t - s) + g tau tanh(s / tau): from control on the upper half of a logistic,
   * which leaves with the old growth g and levels off at K = a + g tau; the lag grows in the end by
   * a year a year. A wall. It is a wall only if the points reach it: tau is bounded so that at the
   * last point growth, g / cosh(s / tau)^2, is at most a given share of g.
   */
  CEILING(3, 1),
  /**
   * M4, c = a + g t - delta D - theta s with theta at or below 0: growth quickens, after a shift or
   * without one; the lag shrinks, in the end below its old level. A rebound.
   */
  REBOUND(4, 2);

  private static final int POINTS_BEYOND = 2;

  private final int coefficients;
  private final int coefficientsAfter;

  ShockShape(int coefficients, int coefficientsAfter) {
    this.coefficients = coefficients;
    this.coefficientsAfter = coefficientsAfter;
  }

  /**
   * The coefficients of the curve, the residual variance not among them.
   *
   * @return their number
   */
  public int coefficients() {
    return coefficients;
  }

  /**
   * Fewest points before control that identify the shape.
   *
   * @return the coefficients told by the time before control, and two
   */
  public int leastPointsBefore() {
    return coefficients - coefficientsAfter + POINTS_BEYOND;
  }

  /**
   * Fewest points from control on that identify the shape.
   *
   * @return the coefficients told by the time under control, and two; zero where there are none
   */
  public int leastPointsAfter() {
    return coefficientsAfter == 0 ? 0 : coefficientsAfter + POINTS_BEYOND;
  }

  /** Fewest different days on which those points from control on must lie. */
  int leastDaysAfter() {
    return this == CEILING ? 2 : coefficientsAfter;
  }
}
