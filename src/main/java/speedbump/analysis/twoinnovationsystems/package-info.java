/**
 * Claim 1: who performs and pays for research, what is made with knowledge and which research is
 * done, as profiles of economies; how far apart the US and China lie among all pairs.
 */
package speedbump.analysis.twoinnovationsystems;
