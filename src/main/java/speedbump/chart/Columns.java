package speedbump.chart;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What a chart takes of a list of things: one number or one text of each. */
public final class Columns {
  private Columns() {}

  /**
   * One number of each.
   *
   * @param <T> kind of the items
   * @param all items
   * @param number the number of an item
   * @return the numbers in the items' order
   */
  public static <T> double[] each(Collection<T> all, ToDoubleFunction<T> number) {
    return all.stream().mapToDouble(number).toArray();
  }

  /**
   * One text of each.
   *
   * @param <T> kind of the items
   * @param all items
   * @param name the text of an item
   * @return the texts in the items' order
   */
  public static <T> List<String> names(Collection<T> all, Function<T, String> name) {
    return all.stream().map(name).toList();
  }
}
