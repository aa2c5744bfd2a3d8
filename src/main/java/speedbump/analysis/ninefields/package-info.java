/** Claim 5: growth of world shares by field against the controls that bore on it. */
package speedbump.analysis.ninefields;
