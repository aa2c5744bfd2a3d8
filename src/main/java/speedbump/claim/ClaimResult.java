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
 * @param finding what was found, in at most two sentences; empty where it is not examined
 */
public record ClaimResult(
    int claim,
    ClaimWord word,
    String reason,
    Confidence confidence,
    List<PropositionResult> propositions,
    String finding) {

  /**
   * A claim whose finding is not told yet.
   *
   * @param claim number of the claim
   * @param word its word
   * @param reason a sentence that names the parts
   * @param confidence how firmly the heart's word stands
   * @param propositions the propositions with their words
   */
  public ClaimResult(
      int claim,
      ClaimWord word,
      String reason,
      Confidence confidence,
      List<PropositionResult> propositions) {
    this(claim, word, reason, confidence, propositions, "");
  }

  /**
   * The same claim with its finding, its negative numbers with a minus sign.
   *
   * @param found what was found
   * @return the result
   */
  public ClaimResult with(String found) {
    String minus = found.replaceAll("(?<![\\w.])-(?=[0-9])", "\u2212");
    return new ClaimResult(claim, word, reason, confidence, propositions, minus);
  }

  /**
   * A proposition.
   *
   * @param id its id
   * @return its result
   * @throws IllegalArgumentException if it has none
   */
  public PropositionResult proposition(String id) {
    return propositions.stream()
        .filter(one -> one.proposition().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException("claim %d has no result for %s".formatted(claim, id)));
  }
}
