package speedbump.notebook;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * The few words that cells use again and again; compiled here once instead of in every notebook.
 */
public final class Cells {
  private Cells() {}

  /**
   * The mean of one number of each.
   *
   * @param <T> kind of the items
   * @param all items
   * @param number the number of an item
   * @return the mean, not a number where there is no item
   */
  public static <T> double average(Collection<T> all, ToDoubleFunction<T> number) {
    return all.stream().mapToDouble(number).average().orElse(Double.NaN);
  }

  /**
   * The reading of the data that a notebook goes on with. Where the reader gives another than the
   * registered one, checks of figures that belong to the registered one are no longer refused: they
   * say so.
   *
   * @param <T> kind of the reading
   * @param registered the registered default, which the text speaks of
   * @param yours the reader's own, or none
   * @return the reader's own where there is one, else the registered one
   * @throws IllegalArgumentException if there are several
   */
  @SafeVarargs
  public static <T> T reading(T registered, T... yours) {
    if (yours.length > 1) {
      throw new IllegalArgumentException("give one reading of your own, not " + yours.length);
    }
    T taken = yours.length == 0 ? registered : yours[0];
    Show.otherReading(!taken.equals(registered));
    return taken;
  }

  /**
   * An array with one more number.
   *
   * @param all numbers
   * @param last the one to add
   * @return a longer copy
   */
  public static double[] append(double[] all, double last) {
    double[] more = Arrays.copyOf(all, all.length + 1);
    more[all.length] = last;
    return more;
  }

  /**
   * A number to the digits that its data carry.
   *
   * @param value the number
   * @param decimals decimals to keep
   * @return the nearest number with so many decimals
   */
  public static double round(double value, int decimals) {
    double unit = Math.pow(10, decimals);
    return Math.rint(value * unit) / unit;
  }

  /**
   * What is to be said of a student's number; the number itself is not shown.
   *
   * @param exercise its id, for instance "06-2" for the second of notebook 06
   * @param value the student's number
   * @return what the cell shows where it is right
   * @throws AssertionError if it is not; the message says in which way
   */
  public static Object answer(String exercise, double value) {
    return said(exercise, Answers.word(exercise, value));
  }

  /**
   * The same where a name is asked for.
   *
   * @param exercise its id
   * @param name the student's answer
   * @return what the cell shows where it is right
   * @throws AssertionError if it is not
   */
  public static Object answer(String exercise, String name) {
    return said(exercise, Answers.word(exercise, name));
  }

  private static Object said(String exercise, Answers.Word word) {
    if (word != Answers.Word.RIGHT) {
      throw new AssertionError(exercise + ": " + word.words());
    }
    return Show.check(exercise, true, word.words());
  }
}
