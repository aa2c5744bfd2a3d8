/**
 * What the analyses of two or more claims need: rulers of capability, series under control,
 * input-output tables, the chip supply chain.
 */
package speedbump.analysis.shared;
