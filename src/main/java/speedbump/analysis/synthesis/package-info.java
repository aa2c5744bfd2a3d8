/**
 * All claims together: what the propositions say, by the question that they answer, and which of
 * them share their data. Nothing is counted across claims.
 */
package speedbump.analysis.synthesis;
