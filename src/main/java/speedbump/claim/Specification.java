package speedbump.claim;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One option of each choice of a group.
 *
 * @param group name of the group
 * @param selections the selected options, in the order of the choices
 * @param isDefault whether each is the first option of its choice
 */
public record Specification(String group, List<Selection> selections, boolean isDefault) {

  /**
   * A selected option.
   *
   * @param choice name of the choice
   * @param option the option
   */
  public record Selection(String choice, String option) {}

  /**
   * The option selected of a choice.
   *
   * @param choice name of the choice
   * @return the option
   * @throws IllegalArgumentException if the specification has no such choice
   */
  public String option(String choice) {
    for (Selection selection : selections) {
      if (selection.choice().equals(choice)) {
        return selection.option();
      }
    }
    throw new IllegalArgumentException(
        "the group %s has no choice %s; it has %s"
            .formatted(group, choice, selections.stream().map(Selection::choice).toList()));
  }

  /**
   * The specification for a reader.
   *
   * @return the group and its selections, for example {@code index: window = all}
   */
  public String words() {
    return selections.isEmpty()
        ? group
        : selections.stream()
            .map(selection -> selection.choice() + " = " + selection.option())
            .collect(Collectors.joining(", ", group + ": ", ""));
  }
}
