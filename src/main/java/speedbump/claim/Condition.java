package speedbump.claim;

import java.util.Locale;

/**
 * One row of a decision rule: quantity, comparison, bound. A side of a rule is met where all its
 * conditions are.
 *
 * @param side the side that the condition belongs to
 * @param quantity name of the quantity in the evidence, snake_case with its unit
 * @param comparison how the quantity is held against the bound
 * @param bound the threshold, in the unit of the quantity
 */
public record Condition(Side side, String quantity, Comparison comparison, double bound) {

  /**
   * Whether the evidence meets this condition.
   *
   * @param evidence the evidence
   * @return whether the comparison is true of its value
   * @throws IllegalArgumentException if the evidence lacks the quantity
   */
  public boolean test(Evidence evidence) {
    return comparison.test(evidence.value(quantity), bound);
  }

  /**
   * The condition for a reader, for example {@code permutation_p < 0.1}.
   *
   * @return quantity, comparison and bound
   */
  public String words() {
    return String.format(Locale.ROOT, "%s %s %s", quantity, comparison.symbol(), digits(bound));
  }

  private static String digits(double value) {
    boolean whole = value == Math.rint(value);
    return whole ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
  }
}
