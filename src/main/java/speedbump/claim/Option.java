package speedbump.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A choice as an analysis reads it: each registered option stands for one value. It is made once
 * and held against the registry then, so that no option runs that either side does not know.
 *
 * @param <T> what the options stand for
 */
public final class Option<T> {
  private final String proposition;
  private final String choice;
  private final Map<String, T> values;

  private Option(Proposition proposition, String choice, Map<String, T> values) {
    this.proposition = proposition.id();
    this.choice = choice;
    this.values = Map.copyOf(values);
    List<String> registered = proposition.choice(choice).words();
    List<String> unread = registered.stream().filter(word -> !values.containsKey(word)).toList();
    List<String> unknown =
        values.keySet().stream().filter(word -> !registered.contains(word)).sorted().toList();
    if (!unread.isEmpty() || !unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "%s, choice '%s': registered and not read: %s; read and not registered: %s"
              .formatted(this.proposition, choice, unread, unknown));
    }
  }

  /**
   * A choice whose options stand for values of the analysis.
   *
   * @param <T> what the options stand for
   * @param proposition the proposition
   * @param choice name of the choice
   * @param values each registered option with its value
   * @return the choice
   * @throws IllegalArgumentException if the proposition has no such choice, or the options differ
   *     from those registered; the message names both
   */
  public static <T> Option<T> of(Proposition proposition, String choice, Map<String, T> values) {
    return new Option<>(proposition, choice, values);
  }

  /**
   * A choice whose options are the constants of an enum.
   *
   * @param <E> the enum
   * @param proposition the proposition
   * @param choice name of the choice
   * @param constants the constants
   * @param words the registered option of a constant
   * @return the choice
   * @throws IllegalArgumentException if the proposition has no such choice, or the options differ
   *     from those registered; the message names both
   */
  public static <E extends Enum<E>> Option<E> of(
      Proposition proposition, String choice, E[] constants, Function<E, String> words) {
    return new Option<>(
        proposition, choice, Stream.of(constants).collect(Collectors.toMap(words, each -> each)));
  }

  /**
   * A choice whose options stand for the numbers that are registered beside them.
   *
   * @param proposition the proposition
   * @param choice name of the choice
   * @return the choice; an option that stands for no number gives a value that is no number
   * @throws IllegalArgumentException if the proposition has no such choice, or none of its options
   *     has a number
   */
  public static Option<Double> numbers(Proposition proposition, String choice) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Choice.Option each : proposition.choice(choice).options()) {
      values.put(each.words(), each.number());
    }
    if (values.values().stream().allMatch(value -> value.isNaN())) {
      throw new IllegalArgumentException(
          "%s, choice '%s': no option has a number: %s"
              .formatted(proposition.id(), choice, values.keySet()));
    }
    return new Option<>(proposition, choice, values);
  }

  /**
   * The value that a specification selects.
   *
   * @param specification the specification
   * @return the value
   * @throws IllegalArgumentException if the specification lacks the choice or selects an option
   *     that is not registered; the message names choice and option
   */
  public T in(Specification specification) {
    String selected = specification.option(choice);
    T value = values.get(selected);
    if (value == null) {
      throw new IllegalArgumentException(
          "%s, choice '%s': there is no option '%s'; registered are %s"
              .formatted(
                  proposition, choice, selected, values.keySet().stream().sorted().toList()));
    }
    return value;
  }
}
