/**
 * How often intervals cover the truth and tests cry wolf, measured on made-up series: {@code mvn
 * -Pcalibration} measures, and the tests hold what was measured against the goals.
 */
package speedbump.calibration;
