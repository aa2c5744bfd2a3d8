/**
 * One class a claim: the steps that its notebook walks through, that its test checks and that the
 * multiverse varies.
 */
package speedbump.analysis;
