package speedbump.claim;

import java.util.List;

/**
 * All specifications of a group, run in registered order.
 *
 * @param group name of the group
 * @param results each specification with what it found, the default first
 */
public record Multiverse(String group, List<SpecificationResult> results) {

  /**
   * Runs every specification of a group.
   *
   * @param proposition the proposition
   * @param group the group
   * @param power what the test can tell: its {@value Power#QUANTITY} joins the evidence where a
   *     condition names it
   * @return the multiverse
   * @throws IllegalArgumentException if evidence lacks a quantity that a condition names
   * @throws IllegalStateException if both sides are met at once
   */
  static Multiverse run(Proposition proposition, Group group, Power power) {
    boolean asked =
        proposition.conditions().stream().anyMatch(c -> c.quantity().equals(Power.QUANTITY));
    return new Multiverse(
        group.name(),
        group.specifications().stream()
            .parallel()
            .map(
                specification -> {
                  Outcome outcome = group.estimate().apply(specification);
                  if (asked && outcome instanceof Outcome.Usable usable) {
                    outcome =
                        Outcome.of(usable.evidence().and(Power.QUANTITY, power.holdsGivenTrue()));
                  }
                  return SpecificationResult.of(proposition, specification, outcome);
                })
            .toList());
  }

  /**
   * Specifications of one standing.
   *
   * @param standing the standing
   * @return how many there are
   */
  public int count(Standing standing) {
    return (int) results.stream().filter(result -> result.standing() == standing).count();
  }

  /**
   * Specifications that are usable.
   *
   * @return how many there are
   */
  public int usable() {
    return results.size() - count(Standing.UNUSABLE);
  }
}
