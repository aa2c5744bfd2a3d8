package speedbump.stats;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The checks that estimators and models make of their input; each names what is wrong and where.
 */
public final class Argument {
  /**
   * A spread of this share of the level is no spread: a few thousand roundings of a double, and far
   * below what any published figure is known to.
   */
  public static final double ROUNDING = 1e-12;

  /** A value beyond it, in either direction, has no square that a double can hold in a sum. */
  public static final double LARGEST = 1e150;

  /** Years before it are no dates of this collection, and the calendar ends far beyond. */
  private static final int FIRST_YEAR = 1;

  private static final int LAST_YEAR = 9999;

  private Argument() {}

  /**
   * A value that must be there.
   *
   * @param <T> its type
   * @param name what it is
   * @param value the value
   * @return the value
   * @throws IllegalArgumentException if it is null
   */
  public static <T> T given(String name, T value) {
    if (value == null) {
      throw wrong("%s is missing (null)", name);
    }
    return value;
  }

  /**
   * A list that must be there with all its elements.
   *
   * @param <T> the type of the elements
   * @param name what it is
   * @param values the list
   * @return an unchangeable copy
   * @throws IllegalArgumentException if it or an element is null
   */
  public static <T> List<T> givenAll(String name, Collection<? extends T> values) {
    int index = 0;
    for (T value : given(name, values)) {
      if (value == null) {
        throw wrong("%s has nothing (null) at index %d", name, index);
      }
      index++;
    }
    return List.copyOf(values);
  }

  /**
   * A finite number.
   *
   * @param name what it is
   * @param value the number
   * @return the number
   * @throws IllegalArgumentException if it is not a number or infinite
   */
  public static double finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw wrong("%s is not finite: %s", name, value);
    }
    return value;
  }

  /**
   * A number of things between two bounds.
   *
   * @param name what is counted
   * @param value the number
   * @param least the least that it may be
   * @param most the most that it may be
   * @return the number
   * @throws IllegalArgumentException if it lies outside
   */
  public static int count(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw wrong("%s must lie between %d and %d, not %d", name, least, most, value);
    }
    return value;
  }

  /**
   * A day that calendars know.
   *
   * @param name what day it is
   * @param day the day
   * @return the day
   * @throws IllegalArgumentException if it is null or lies outside the years 1 to 9999
   */
  public static LocalDate day(String name, LocalDate day) {
    int year = given(name, day).getYear();
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw wrong("%s must lie in the years %d to %d, not %d", name, FIRST_YEAR, LAST_YEAR, year);
    }
    return day;
  }

  /**
   * Whether values differ by more than rounding: max - min above {@link #ROUNDING} times the
   * largest absolute value, and large enough to be squared.
   *
   * @param values the values, finite
   * @return whether they do; false for none
   */
  public static boolean varies(double... values) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    double spread = most - least;
    return spread > ROUNDING * Math.max(Math.abs(least), Math.abs(most)) && spread > 1 / LARGEST;
  }

  /**
   * A copy of a sample.
   *
   * @param name what it is
   * @param values the sample
   * @param least the least number of values
   * @return a copy
   * @throws IllegalArgumentException if it is null or has fewer values, or a value is not finite or
   *     beyond {@link #LARGEST}
   */
  public static double[] sample(String name, double[] values, int least) {
    given(name, values);
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
      if (Math.abs(copy[i]) > LARGEST) {
        throw wrong("%s is too large to be squared at index %d: %s", name, i, copy[i]);
      }
    }
    return copy;
  }

  /** A copy of regressors by row, with more observations in a segment than columns. */
  static double[][] rows(String name, double[][] values, int segment) {
    given(name, values);
    require(
        values.length > 0 && given("row 0 of " + name, values[0]).length > 0,
        "%s has no rows or no columns",
        name);
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

  /**
   * A coverage or another probability strictly between 0 and 1.
   *
   * @param level the level, a fraction of one
   * @return the level
   * @throws IllegalArgumentException if it lies outside
   */
  public static double level(double level) {
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
   * @throws IllegalArgumentException if one is null or outside the years that {@link #day} takes,
   *     or comes before its predecessor
   */
  public static void requireOrder(List<LocalDate> dates) {
    for (int i = 0; i < given("dates", dates).size(); i++) {
      if (dates.get(i) == null) {
        throw wrong("dates has nothing (null) at index %d", i);
      }
      day("dates", dates.get(i));
    }
    for (int i = 1; i < dates.size(); i++) {
      if (dates.get(i).isBefore(dates.get(i - 1))) {
        throw wrong("the dates are not in order: %s follows %s", dates.get(i), dates.get(i - 1));
      }
    }
  }
}
