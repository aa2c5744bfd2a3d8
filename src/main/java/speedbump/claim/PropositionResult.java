package speedbump.claim;

import java.util.List;

/**
 * A proposition with its word.
 *
 * @param proposition id of the proposition
 * @param propositionClass what it is to its claim
 * @param word its word, gate and parent considered
 * @param wordAlone its word by its own evidence
 * @param reason why, with the figures, for a reader
 * @param groups its groups, in the order of the examination
 */
public record PropositionResult(
    String proposition,
    PropositionClass propositionClass,
    PropositionWord word,
    PropositionWord wordAlone,
    String reason,
    List<GroupResult> groups) {

  /**
   * A group.
   *
   * @param name its name
   * @return the group
   * @throws IllegalArgumentException if there is none of the name; the message names those there
   *     are
   */
  public GroupResult group(String name) {
    return groups.stream()
        .filter(group -> group.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s has no group '%s'; it has %s"
                        .formatted(
                            proposition, name, groups.stream().map(GroupResult::name).toList())));
  }

  /**
   * The group of a proposition that has one.
   *
   * @return its only group
   * @throws IllegalArgumentException if the proposition has none, or several
   */
  public GroupResult group() {
    if (groups.size() != 1) {
      throw new IllegalArgumentException(
          "%s has %d groups, expected one: %s"
              .formatted(
                  proposition, groups.size(), groups.stream().map(GroupResult::name).toList()));
    }
    return groups.get(0);
  }

  PropositionResult become(PropositionWord other, String why) {
    return new PropositionResult(
        proposition, propositionClass, other, wordAlone, why + " " + reason, groups);
  }
}
