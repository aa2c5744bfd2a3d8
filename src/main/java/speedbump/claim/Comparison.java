package speedbump.claim;

/** How a quantity is held against a bound. */
public enum Comparison {
  /** Below the bound. */
  BELOW("<", "below", (value, bound) -> value < bound),
  /** At or below the bound. */
  AT_MOST("<=", "at most", (value, bound) -> value <= bound),
  /** Above the bound. */
  ABOVE(">", "above", (value, bound) -> value > bound),
  /** At or above the bound. */
  AT_LEAST(">=", "at least", (value, bound) -> value >= bound),
  /** Equal to the bound: for counts, ranks and shares of counts. */
  EQUAL("=", "exactly", (value, bound) -> value == bound);

  private interface Test {
    boolean of(double value, double bound);
  }

  private final String symbol;
  private final String words;
  private final Test met;

  Comparison(String symbol, String words, Test met) {
    this.symbol = symbol;
    this.words = words;
    this.met = met;
  }

  /**
   * Whether a value stands in this relation to a bound.
   *
   * @param value the value; of a value that is no number nothing is true
   * @param bound the bound, in the unit of the value
   * @return whether the comparison is true
   */
  public boolean test(double value, double bound) {
    return met.of(value, bound);
  }

  /**
   * The comparison as the registry spells it.
   *
   * @return one of &lt;, &lt;=, &gt;, &gt;=, =
   */
  public String symbol() {
    return symbol;
  }

  /**
   * The comparison as a reader is told it, before the bound.
   *
   * @return for instance "at most"
   */
  public String words() {
    return words;
  }

  /**
   * The comparison that the registry spells so.
   *
   * @param symbol one of &lt;, &lt;=, &gt;, &gt;=, =
   * @return the comparison
   * @throws IllegalArgumentException if there is no such comparison
   */
  public static Comparison of(String symbol) {
    for (Comparison comparison : values()) {
      if (comparison.symbol.equals(symbol)) {
        return comparison;
      }
    }
    throw new IllegalArgumentException("expected one of < <= > >= =, found " + symbol);
  }
}
