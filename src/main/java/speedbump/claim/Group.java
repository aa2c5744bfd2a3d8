package speedbump.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Specifications that weigh the same, with what computes them.
 *
 * @param name name of the group: as registered, or of the series, ruler or source it stands for
 * @param choices the choices that apply to the group, in registered order
 * @param estimate runs a specification; specifications run in parallel, so it changes nothing
 *     outside itself and does not depend on the order of calls
 * @param worlds the simulated worlds; empty where the evidence has no sampling error
 */
public record Group(
    String name,
    List<Choice> choices,
    Function<Specification, Outcome> estimate,
    Optional<Worlds> worlds) {

  /**
   * Copies the choices.
   *
   * @param name name of the group: as registered, or of the series, ruler or source it stands for
   * @param choices the choices that apply to the group, in registered order
   * @param estimate runs a specification; specifications run in parallel, so it changes nothing
   *     outside itself and does not depend on the order of calls
   * @param worlds the simulated worlds; empty where the evidence has no sampling error
   * @throws IllegalArgumentException if a choice stands twice or has no option
   */
  public Group {
    choices = List.copyOf(choices);
    if (choices.stream().map(Choice::name).distinct().count() != choices.size()) {
      throw new IllegalArgumentException(
          "the group %s has a choice twice: %s"
              .formatted(name, choices.stream().map(Choice::name).toList()));
    }
    for (Choice choice : choices) {
      if (choice.options().isEmpty()) {
        throw new IllegalArgumentException(
            "the group %s takes the choice %s, whose options are not registered"
                .formatted(name, choice.name()));
      }
    }
  }

  /**
   * Every specification: each option of each choice with each of the others, the default first, the
   * last choice moving fastest.
   *
   * @return the specifications, at least one
   */
  public List<Specification> specifications() {
    List<Specification> all =
        List.of(new Specification(name, List.<Specification.Selection>of(), true));
    for (Choice choice : choices) {
      List<Specification> longer = new ArrayList<>();
      for (Specification shorter : all) {
        for (String option : choice.options()) {
          List<Specification.Selection> selections = new ArrayList<>(shorter.selections());
          selections.add(new Specification.Selection(choice.name(), option));
          boolean first = option.equals(choice.options().get(0));
          longer.add(new Specification(name, selections, shorter.isDefault() && first));
        }
      }
      all = longer;
    }
    return List.copyOf(all);
  }
}
