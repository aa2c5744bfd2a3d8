package speedbump.notebook;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * Whether a number that the text states is what the code computes.
 *
 * @param what what is checked
 * @param ok whether it is as expected
 * @param detail the value, and what the text says
 */
public record Check(String what, boolean ok, String detail) {
  /** A relative tolerance below this asks whether two computations agree, not for digits. */
  private static final double SAME = 1e-6;

  private static final int SAME_DECIMALS = 3;

  /** Thousands are parted from here on. */
  private static final double GROUPED = 10_000;

  /** What binary fractions add to half a decimal unit. */
  private static final double ROUNDING = 1e-9;

  /**
   * A number against the one that the text states.
   *
   * @param what what is checked
   * @param actual the number computed
   * @param expected the number stated
   * @param tolerance the largest difference allowed, at least 0
   * @return the check; it fails if the computed number is not finite
   * @throws IllegalArgumentException if the tolerance is negative or not a number
   */
  public static Check near(String what, double actual, double expected, double tolerance) {
    if (!(tolerance >= 0)) {
      throw new IllegalArgumentException(
          "check \"" + what + "\": tolerance must be at least 0, not " + tolerance);
    }
    boolean ok = actual == expected || Math.abs(actual - expected) <= tolerance;
    if (ok && tolerance > 0 && tolerance < SAME * Math.abs(expected)) {
      return new Check(what, true, number(actual, SAME_DECIMALS) + " (both ways of computing it)");
    }
    int decimals = decimals(tolerance, expected);
    String detail =
        number(actual, decimals)
            + " (the text says "
            + number(expected, decimals)
            + (tolerance > 0 ? " ± " + number(tolerance, decimals) : "")
            + ")";
    if (!ok && number(actual, decimals).equals(number(expected, decimals))) {
      detail = actual + " (the text says " + expected + " ± " + tolerance + ")";
    }
    return new Check(what, ok, detail);
  }

  /**
   * A number against the one that the text states, to the digits that it states.
   *
   * @param what what is checked, with its unit
   * @param actual the number computed
   * @param stated the number as the text has it, for instance "7.3" or "2,000"
   * @return the check; it fails if the computed number is farther off than half a unit of the last
   *     stated digit
   * @throws NumberFormatException if the text states no number
   */
  public static Check states(String what, double actual, String stated) {
    BigDecimal number = new BigDecimal(stated.replace(",", "").replace('\u2212', '-'));
    double half = number.ulp().doubleValue() / 2;
    boolean ok = Math.abs(actual - number.doubleValue()) <= half * (1 + ROUNDING);
    String found = number(actual, Math.max(0, number.scale()));
    return new Check(what, ok, ok ? found : actual + ", and the text says " + stated);
  }

  /**
   * A statement.
   *
   * @param what what is checked
   * @param ok whether it is true
   * @param detail what was found
   * @return the check
   */
  public static Check that(String what, boolean ok, String detail) {
    return new Check(what, ok, detail);
  }

  /** The check as one line of text. */
  String line() {
    return (ok ? "✓ " : "✗ ") + what + ": " + detail;
  }

  /** The check as one line where the text speaks of another reading than the reader's. */
  String skipped() {
    return "– " + what + ": " + detail;
  }

  /** Enough decimals to show the tolerance, or a whole number as it is. */
  private static int decimals(double tolerance, double expected) {
    if (tolerance > 0 && tolerance < 1) {
      return (int) Math.min(12, Math.ceil(-Math.log10(tolerance) - 1e-9));
    }
    return expected == Math.rint(expected) || tolerance >= 1 ? 0 : 6;
  }

  private static String number(double value, int decimals) {
    if (!Double.isFinite(value) || Math.abs(value) >= 1e9) {
      return Double.toString(value).replace("-", "−");
    }
    String grouping = Math.abs(value) < GROUPED ? "" : ","; // a year stays 2023
    return String.format(Locale.ROOT, "%" + grouping + "." + decimals + "f", value)
        .replace("-", "−");
  }
}
