package speedbump.claim;

import java.util.List;
import java.util.Optional;

/**
 * What is needed to judge a proposition.
 *
 * @param proposition the proposition
 * @param groups the groups of specifications, those that decide and those that are shown
 * @param missing why coverage does not suffice: a required figure that is not held, or too few
 *     cases; empty where it suffices
 */
public record Examination(Proposition proposition, List<Group> groups, Optional<String> missing) {

  /**
   * Copies the groups and holds them against the registry.
   *
   * @param proposition the proposition
   * @param groups the groups of specifications, those that decide and those that are shown
   * @param missing why coverage does not suffice: a required figure that is not held, or too few
   *     cases; empty where it suffices
   * @throws IllegalArgumentException if a group stands twice or is not registered, if it takes a
   *     choice or an option that is not registered, if a deciding group of a proposition with
   *     sampling error has no simulated worlds, or a group of one without has some
   */
  public Examination {
    groups = List.copyOf(groups);
    if (groups.stream().map(Group::name).distinct().count() != groups.size()) {
      throw new IllegalArgumentException(
          "%s: a group stands twice: %s"
              .formatted(proposition.id(), groups.stream().map(Group::name).toList()));
    }
    for (Group group : groups) {
      RegisteredGroup registered = proposition.group(group.name());
      for (Choice choice : group.choices()) {
        List<String> options = proposition.choice(choice.name()).options();
        if (!options.containsAll(choice.options())) {
          throw new IllegalArgumentException(
              "%s, %s: the choice %s has the options %s, registered are %s"
                  .formatted(
                      proposition.id(), group.name(), choice.name(), choice.options(), options));
        }
      }
      if (group.worlds().isPresent() && !proposition.noise()) {
        throw new IllegalArgumentException(
            "%s, %s: no simulated world is registered, and the group has some"
                .formatted(proposition.id(), group.name()));
      }
      if (group.worlds().isEmpty() && proposition.noise() && registered.decides()) {
        throw new IllegalArgumentException(
            "%s, %s: the evidence carries sampling error, and the group has no simulated worlds"
                .formatted(proposition.id(), group.name()));
      }
    }
  }

  /**
   * An examination whose coverage suffices.
   *
   * @param proposition a proposition whose row asks for no number of cases
   * @param groups the groups
   * @return the examination
   * @throws IllegalArgumentException if the row asks for a number of cases: use {@link #covering}
   */
  public static Examination of(Proposition proposition, List<Group> groups) {
    if (proposition.minimumCases() > 0) {
      throw new IllegalArgumentException(
          "%s asks for at least %d %s: say how many there are"
              .formatted(proposition.id(), proposition.minimumCases(), proposition.minimumOf()));
    }
    return new Examination(proposition, groups, Optional.empty());
  }

  /**
   * An examination of a proposition whose row asks for a number of cases.
   *
   * @param proposition the proposition
   * @param cases the cases that are held
   * @param groups the groups
   * @return the examination, whose coverage does not suffice where there are too few cases
   */
  public static Examination covering(Proposition proposition, int cases, List<Group> groups) {
    Optional<String> missing =
        cases < proposition.minimumCases()
            ? Optional.of(
                "%d %s are held, and at least %d are needed"
                    .formatted(cases, proposition.minimumOf(), proposition.minimumCases()))
            : Optional.empty();
    return new Examination(proposition, groups, missing);
  }

  /**
   * An examination for which a required figure is not held.
   *
   * @param proposition the proposition
   * @param what what is not held, for a reader
   * @return the examination, without groups
   */
  public static Examination missing(Proposition proposition, String what) {
    return new Examination(proposition, List.of(), Optional.of(what));
  }
}
