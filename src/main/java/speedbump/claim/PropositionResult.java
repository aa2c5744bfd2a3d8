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

  PropositionResult become(PropositionWord other, String why) {
    return new PropositionResult(
        proposition, propositionClass, other, wordAlone, why + " " + reason, groups);
  }
}
