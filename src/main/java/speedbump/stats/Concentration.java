package speedbump.stats;

/**
 * The Herfindahl-Hirschman index of concentration, the sum of squared shares, {@code H = sum s_i^2}
 * with shares as fractions of one: 1 over the number of suppliers where all are equal, 1 where one
 * has all. Where part of the total is lumped together as "other", the index is known between bounds
 * only.
 *
 * @param lower the index if the lump is spread over very many suppliers: the named alone
 * @param upper the index if the lump is one supplier
 * @see <a href="https://www.justice.gov/atr/herfindahl-hirschman-index">the index in points of
 *     percent squared, 10,000 times this one</a>
 */
public record Concentration(double lower, double upper) {
  /**
   * @throws IllegalArgumentException if the bounds are not numbers between 0 and 1, the lower one
   *     first
   */
  public Concentration {
    Argument.require(
        lower >= 0 && lower <= upper && upper <= 1 + ROUNDING,
        "the bounds must rise from 0 to 1 at most, not %s and %s",
        lower,
        upper);
  }

  /** How far shares may add up to more than one, for rounding. */
  private static final double ROUNDING = 0.02;

  /**
   * The bounds of the index.
   *
   * @param named the quantities of the suppliers that are named, in any unit
   * @param lumped the quantity of all others together, in the same unit
   * @return the index between its bounds; they are equal where nothing is lumped
   * @throws IllegalArgumentException if a quantity is negative or not finite, or all are zero
   */
  public static Concentration of(double[] named, double lumped) {
    double[] quantities = Argument.sample("named", named, 0);
    Argument.require(
        lumped >= 0 && Double.isFinite(lumped),
        "the lumped quantity must be finite and not negative: %s",
        lumped);
    double total = lumped;
    for (int i = 0; i < quantities.length; i++) {
      Argument.require(quantities[i] >= 0, "named is negative at index %d: %s", i, quantities[i]);
      total += quantities[i];
    }
    Argument.require(total > 0, "all quantities are zero: nothing is shared");
    double squares = 0;
    for (double quantity : quantities) {
      squares += quantity / total * (quantity / total);
    }
    return new Concentration(squares, squares + lumped / total * (lumped / total));
  }

  /**
   * The bounds of the index where shares of a whole are printed and what is left is not.
   *
   * @param shares the named shares, fractions of one
   * @return the index between its bounds, the rest lumped
   * @throws IllegalArgumentException if a share is negative or they add up to more than one beyond
   *     rounding
   */
  public static Concentration ofShares(double... shares) {
    double sum = 0;
    for (double share : Argument.sample("shares", shares, 1)) {
      sum += share;
    }
    for (int i = 0; i < shares.length; i++) {
      Argument.require(shares[i] >= 0, "shares is negative at index %d: %s", i, shares[i]);
    }
    Argument.require(sum <= 1 + ROUNDING, "the shares add up to %s, more than one", sum);
    return of(shares, Math.max(0, 1 - sum));
  }
}
