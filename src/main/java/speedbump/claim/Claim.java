package speedbump.claim;

import java.util.List;

/**
 * A claim and its propositions.
 *
 * @param number number of the claim, from 1
 * @param notebook name of its notebook without the ending
 * @param question title of the notebook, a question
 * @param shortTitle heading of the claim in the rules
 * @param statement the claim in our words
 * @param heartOfTheTest what the test rests on, in words
 * @param propositions the propositions, in registered order
 */
public record Claim(
    int number,
    String notebook,
    String question,
    String shortTitle,
    String statement,
    String heartOfTheTest,
    List<Proposition> propositions) {

  /**
   * Copies the propositions and checks that they make a claim.
   *
   * @throws IllegalArgumentException if there is not exactly one heart, an id stands twice, a
   *     proposition belongs to another claim, a parent or gate is not in the claim, a gate is not
   *     of class G, a parent does not stand before its child, or a proposition cannot be judged
   */
  public Claim {
    propositions = List.copyOf(propositions);
    List<String> ids = propositions.stream().map(Proposition::id).toList();
    if (ids.stream().distinct().count() != ids.size()) {
      throw wrong(number, "expected each proposition once, found " + ids);
    }
    List<String> hearts =
        propositions.stream()
            .filter(p -> p.propositionClass() == PropositionClass.HEART)
            .map(Proposition::id)
            .toList();
    if (hearts.size() != 1) {
      throw wrong(number, "expected one heart, found " + hearts);
    }
    for (Proposition each : propositions) {
      each.check();
      if (each.claim() != number) {
        throw wrong(number, each.id() + " belongs to claim " + each.claim());
      }
      if (!each.parent().isEmpty()
          && !ids.subList(0, ids.indexOf(each.id())).contains(each.parent())) {
        throw wrong(
            number,
            "%s names the parent %s, which does not stand before it"
                .formatted(each.id(), each.parent()));
      }
      if (!each.gate().isEmpty()
          && propositions.stream()
              .noneMatch(
                  p ->
                      p.id().equals(each.gate())
                          && p.propositionClass() == PropositionClass.GATE)) {
        throw wrong(
            number, "%s names %s, which is no gate of the claim".formatted(each.id(), each.gate()));
      }
    }
  }

  private static IllegalArgumentException wrong(int number, String what) {
    return new IllegalArgumentException("claim %d: %s".formatted(number, what));
  }

  /**
   * The core proposition without which the claim has no verdict.
   *
   * @return the heart
   */
  public Proposition heart() {
    return propositions.stream()
        .filter(p -> p.propositionClass() == PropositionClass.HEART)
        .findFirst()
        .orElseThrow();
  }

  /**
   * A proposition of the claim.
   *
   * @param id its id
   * @return the proposition
   * @throws IllegalArgumentException if the claim has none of that id
   */
  public Proposition proposition(String id) {
    return propositions.stream()
        .filter(p -> p.id().equals(id))
        .findFirst()
        .orElseThrow(() -> wrong(number, "there is no proposition " + id));
  }
}
