package speedbump.claim;

import java.util.List;

/**
 * A claim with its word.
 *
 * @param claim number of the claim
 * @param word its word
 * @param reason a sentence that names the parts
 * @param confidence how firmly the heart's word stands
 * @param propositions the propositions with their words, in registered order, gates and parents
 *     considered
 */
public record ClaimResult(
    int claim,
    ClaimWord word,
    String reason,
    Confidence confidence,
    List<PropositionResult> propositions) {}
