package speedbump.stats;

/**
 * An estimate with its two-sided confidence or prediction interval, all in the unit of the
 * estimate.
 *
 * @param estimate the estimate
 * @param lower the lower bound
 * @param upper the upper bound
 * @param level the coverage aimed at, a fraction of one
 */
public record Interval(double estimate, double lower, double upper, double level) {
  /**
   * @throws IllegalArgumentException if the estimate is not finite, the lower bound is not at or
   *     below the upper one, or the level is not between 0 and 1
   */
  public Interval {
    Argument.level(level);
    Argument.finite("estimate", estimate);
    Argument.require(
        lower <= upper,
        "the lower bound must be at or below the upper one, not %s and %s",
        lower,
        upper);
  }
}
