/** Claim 10: do China's controls on heavy rare earths expose American defence? */
package speedbump.analysis.rareearthlever;
