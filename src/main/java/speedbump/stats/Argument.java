package speedbump.stats;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The checks that estimators and models make of their input; each names what is wrong and where.
 */
public final class Argument {
  private Argument() {}

  /** A copy of a sample of at least {@code least} finite values. */
  static double[] sample(String name, double[] values, int least) {
    Objects.requireNonNull(values, name);
    require(
        values.length >= least,
        "%s has %d values, at least %d are needed",
        name,
        values.length,
        least);
    double[] copy = values.clone();
    for (int i = 0; i < copy.length; i++) {
      if (!Double.isFinite(copy[i])) {
        throw wrong("%s is not finite at index %d: %s", name, i, copy[i]);
      }
    }
    return copy;
  }

  /** A copy of regressors by row, with more observations in a segment than columns. */
  static double[][] rows(String name, double[][] values, int segment) {
    Objects.requireNonNull(values, name);
    require(values.length > 0 && values[0].length > 0, "%s has no rows or no columns", name);
    int columns = values[0].length;
    require(
        segment > columns, "segments of %d observations cannot carry %d columns", segment, columns);
    double[][] rows = new double[values.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = sample("row " + i + " of " + name, values[i], 1);
      if (rows[i].length != columns) {
        throw wrong(
            "row %d of %s has %d columns and row 0 has %d", i, name, rows[i].length, columns);
      }
    }
    return rows;
  }

  /** A probability strictly between 0 and 1. */
  static double level(double level) {
    require(level > 0 && level < 1, "level must lie between 0 and 1, not %s", level);
    return level;
  }

  /**
   * Refuses an input that does not meet its condition.
   *
   * @param condition whether it does
   * @param format what is wrong, as {@link String#format} takes it
   * @param values what the format asks for
   * @throws IllegalArgumentException if it does not
   */
  public static void require(boolean condition, String format, Object... values) {
    if (!condition) {
      throw wrong(format, values);
    }
  }

  /**
   * What to throw in a loop, where {@link #require} would box its values at every turn.
   *
   * @param format what is wrong, as {@link String#format} takes it
   * @param values what the format asks for
   * @return the exception to throw
   */
  public static IllegalArgumentException wrong(String format, Object... values) {
    return new IllegalArgumentException(String.format(Locale.ROOT, format, values));
  }

  /**
   * Refuses dates that are not in the order of time; several may share a day.
   *
   * @param dates the dates
   * @throws IllegalArgumentException if one comes before its predecessor
   */
  public static void requireOrder(List<LocalDate> dates) {
    for (int i = 1; i < dates.size(); i++) {
      if (dates.get(i).isBefore(dates.get(i - 1))) {
        throw wrong("the dates are not in order: %s follows %s", dates.get(i), dates.get(i - 1));
      }
    }
  }
}
