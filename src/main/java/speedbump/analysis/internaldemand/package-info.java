/**
 * Claim 11: what new fields sell at home, what exports add to growth, and how much of the value of
 * exports is made in China.
 */
package speedbump.analysis.internaldemand;
