package speedbump.claim;

import java.util.List;

/**
 * To which side a deciding question leans that is open or cannot tell. More than half of its
 * deciding groups with simulated worlds must have a weight of evidence on one side and none on the
 * other. A leaning changes no word, no parent and no count.
 */
public enum Leaning {
  /** Towards the claim. */
  TOWARDS(", leaning towards the claim"),
  /** Away from it. */
  AWAY(", leaning away from it"),
  /** To neither side. */
  NONE("");

  private final String words;

  Leaning(String words) {
    this.words = words;
  }

  /**
   * The leaning of a proposition.
   *
   * @param result the proposition with its word
   * @param machinery the registered constants
   * @return to neither side where it holds, fails or is split, lacks coverage, or a gate or parent
   *     bars it
   */
  public static Leaning of(PropositionResult result, Machinery machinery) {
    PropositionWord word = result.word();
    if (word != result.wordAlone()
        || word != PropositionWord.OPEN && word != PropositionWord.CANNOT_TELL) {
      return NONE;
    }
    List<GroupResult> groups =
        result.groups().stream()
            .filter(GroupResult::decides)
            .filter(group -> group.power().measured())
            .toList();
    double least = machinery.weights().leaningLeast();
    long towards = groups.stream().filter(group -> nearest(group) >= least).count();
    long away = groups.stream().filter(group -> nearest(group) <= 1 / least).count();
    double needed = machinery.weights().leaningGroupsShare() * groups.size();
    if (away == 0 && towards > needed) {
      return TOWARDS;
    }
    return towards == 0 && away > needed ? AWAY : NONE;
  }

  /**
   * The leaning of a claim: that of its deciding question.
   *
   * @param result the claim with its word
   * @param machinery the registered constants
   * @return to neither side where the claim is neither open nor cannot tell, or its deciding
   *     question has no result
   */
  public static Leaning of(ClaimResult result, Machinery machinery) {
    if (result.word() != ClaimWord.OPEN && result.word() != ClaimWord.CANNOT_TELL) {
      return NONE;
    }
    return result.propositions().stream()
        .filter(one -> one.propositionClass() == PropositionClass.HEART)
        .findFirst()
        .map(heart -> of(heart, machinery))
        .orElse(NONE);
  }

  private static double nearest(GroupResult group) {
    return group.weight().map(EvidenceWeight::nearestToOne).orElse(1.0);
  }

  /**
   * What is printed behind the claim's word.
   *
   * @return a clause that begins with a comma; empty for none
   */
  public String words() {
    return words;
  }
}
