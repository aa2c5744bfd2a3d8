package speedbump.claim;

import java.util.List;

/**
 * A choice of the analyst.
 *
 * @param name what is chosen
 * @param options the options; the first is the default. None where the rules name the choice and
 *     not its options: such a choice cannot be taken yet
 */
public record Choice(String name, List<String> options) {

  /**
   * Copies the options.
   *
   * @param name what is chosen
   * @param options the options; the first is the default. None where the rules name the choice and
   *     not its options: such a choice cannot be taken yet
   * @throws IllegalArgumentException if an option stands twice
   */
  public Choice {
    options = List.copyOf(options);
    if (options.stream().distinct().count() != options.size()) {
      throw new IllegalArgumentException(
          "the choice %s has an option twice: %s".formatted(name, options));
    }
  }

  /**
   * This choice with one option, to see what it does to a verdict.
   *
   * @param option one of the options
   * @return a choice without alternative
   * @throws IllegalArgumentException if there is no such option
   */
  public Choice only(String option) {
    if (!options.contains(option)) {
      throw new IllegalArgumentException(
          "the choice %s has no option %s; it has %s".formatted(name, option, options));
    }
    return new Choice(name, List.of(option));
  }
}
