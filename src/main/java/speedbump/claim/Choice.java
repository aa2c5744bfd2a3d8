package speedbump.claim;

import java.util.List;

/**
 * A choice of the analyst, as a group of specifications has it.
 *
 * @param name what is chosen
 * @param options the options; the first is the default. None where the rules name the choice and
 *     not its options: such a choice cannot be taken yet
 */
public record Choice(String name, List<Option> options) {

  /**
   * A registered option.
   *
   * @param words the option as it is registered
   * @param number the number that it stands for; not a number where it stands for none
   * @param votes whether specifications with it vote; if not they are shown
   */
  public record Option(String words, double number, boolean votes) {}

  /**
   * Copies the options.
   *
   * @throws IllegalArgumentException if an option stands twice, or the default does not vote
   */
  public Choice {
    options = List.copyOf(options);
    if (options.stream().map(Option::words).distinct().count() != options.size()) {
      throw new IllegalArgumentException(
          "the choice %s has an option twice: %s".formatted(name, options));
    }
    if (!options.isEmpty() && !options.get(0).votes()) {
      throw new IllegalArgumentException(
          "the default of the choice %s does not vote: %s".formatted(name, options.get(0).words()));
    }
  }

  /**
   * The options in words.
   *
   * @return one text an option, the default first
   */
  public List<String> words() {
    return options.stream().map(Option::words).toList();
  }
}
