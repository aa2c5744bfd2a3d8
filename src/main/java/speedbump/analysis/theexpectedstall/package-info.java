/**
 * Claim 4: stated aims, dated forecasts with what happened, and growth before and after control.
 */
package speedbump.analysis.theexpectedstall;
