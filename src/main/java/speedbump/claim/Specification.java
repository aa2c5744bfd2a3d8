package speedbump.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One option of each choice of a group.
 *
 * @param group name of the group
 * @param selections the selected options, in the order of the choices
 * @param isDefault whether each is the first option of its choice
 * @param votes whether it votes; if not it is shown
 */
public record Specification(
    String group, List<Selection> selections, boolean isDefault, boolean votes) {

  /**
   * A selected option.
   *
   * @param choice name of the choice
   * @param option the option
   */
  public record Selection(String choice, String option) {}

  Specification and(Choice choice, Choice.Option option) {
    List<Selection> longer = new ArrayList<>(selections);
    longer.add(new Selection(choice.name(), option.words()));
    boolean first = option.equals(choice.options().get(0));
    return new Specification(group, longer, isDefault && first, votes && option.votes());
  }

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
