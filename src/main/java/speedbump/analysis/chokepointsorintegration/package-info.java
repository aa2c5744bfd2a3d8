/** Claim 12: does one side rest on chokepoints and the other on integration? */
package speedbump.analysis.chokepointsorintegration;
