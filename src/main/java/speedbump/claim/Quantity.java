package speedbump.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * What a reader is shown for a quantity: conditions, statistics and evidence call it by a name that
 * is made for programs.
 *
 * @param quantity its name in conditions, statistics and evidence
 * @param words what a reader is shown in its place, without an article
 * @param unit the unit as printed behind a value; empty for none
 * @param digits number of decimals printed
 * @param percent whether the value is a fraction of one that is printed times 100
 */
public record Quantity(String quantity, String words, String unit, int digits, boolean percent) {
  private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);
  private static final int PERCENT = 2;

  /**
   * Checks that a value can be printed.
   *
   * @throws IllegalArgumentException if there are no words, the number of decimals is negative, or
   *     a fraction that is printed times 100 has no unit, which would let it be read as it stands
   */
  public Quantity {
    if (words.isBlank() || digits < 0 || percent && unit.isEmpty()) {
      throw new IllegalArgumentException(
          quantity + ": expected words, no negative number of decimals, and a unit beside percent");
    }
  }

  /**
   * A value with its unit, rounded half up to the decimals of the quantity.
   *
   * @param value the value, as the evidence holds it
   * @return for instance "25%", "1.1 months" or "0.36"; "not a finite number" for one that is none
   */
  public String figure(double value) {
    return printed(value, "0");
  }

  /**
   * A registered bound with its unit, without the zeros at its end.
   *
   * @param bound the bound, in the unit of the evidence
   * @return for instance "6 months a year" or "0.05"
   */
  public String bound(double bound) {
    return printed(bound, "#");
  }

  /**
   * Two values, the unit said once where both carry it.
   *
   * @param low the one
   * @param high the other
   * @return for instance "4.0 to 9.0 months"; one figure where both print alike
   */
  public String between(double low, double high) {
    String from = figure(low);
    String to = figure(high);
    if (from.equals(to)) {
      return from;
    }
    return Double.isFinite(low) && Double.isFinite(high)
        ? number(low, "0") + " to " + number(high, "0") + behind(unit)
        : from + " to " + to;
  }

  private String printed(double value, String decimal) {
    if (!Double.isFinite(value)) {
      return "not a finite number";
    }
    String number = number(value, decimal);
    boolean one = number.equals("1") || number.equals("\u22121");
    return number + behind(one ? singular(unit) : unit);
  }

  private String number(double value, String decimal) {
    BigDecimal rounded =
        BigDecimal.valueOf(value)
            .movePointRight(percent ? PERCENT : 0)
            .setScale(digits, RoundingMode.HALF_UP);
    String pattern = "#,##0" + (digits == 0 ? "" : "." + decimal.repeat(digits));
    return new DecimalFormat(pattern, SYMBOLS).format(rounded).replace("-", "\u2212");
  }

  private static String behind(String unit) {
    return unit.isEmpty() ? "" : (unit.startsWith("%") ? "" : " ") + unit;
  }

  /** The unit beside one: its first word, where it has several, carries the plural. */
  private static String singular(String unit) {
    int end = unit.contains(" ") ? unit.indexOf(' ') : unit.length();
    return unit.substring(0, end).replaceFirst("ies$", "y").replaceFirst("s$", "")
        + unit.substring(end);
  }
}
