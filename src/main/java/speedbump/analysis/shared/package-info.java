/** What the analyses of two or more claims need: rulers of capability, series under control. */
package speedbump.analysis.shared;
