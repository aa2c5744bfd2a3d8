/** One house style for every picture. */
package speedbump.chart;
