package speedbump.claim;

import java.util.List;

/**
 * Propositions that share data and are never counted as independent of each other.
 *
 * @param propositions their ids
 * @param text the words of the rule
 */
public record SharedEvidence(List<String> propositions, String text) {}
