/**
 * How evidence becomes a word: propositions, conditions, specifications, simulated worlds,
 * verdicts.
 */
package speedbump.claim;
