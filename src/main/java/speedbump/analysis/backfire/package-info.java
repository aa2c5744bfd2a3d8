/** Claim 9: do sanctions turn bottlenecks into national priorities? */
package speedbump.analysis.backfire;
