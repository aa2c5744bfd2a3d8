/**
 * One house style for every picture.
 *
 * <p>A {@link speedbump.chart.Figure} has a title that states the finding, a subtitle with measure
 * and unit, panels and a footer with the source; a {@link speedbump.chart.Panel} is a plot with two
 * axes, a specification curve or a pair of simulated worlds; a {@link speedbump.chart.Tone} is a
 * colour with a fixed meaning. A plot is made of layers, each of which draws itself.
 *
 * <p>XChart draws the series: lines, areas and marks, on scales that are the picture's pixels. The
 * rest is drawn here, for what XChart does otherwise or not at all:
 *
 * <ul>
 *   <li>axes: its date axis sets ticks at round spans rather than at 1 January, its logarithmic
 *       axis has no labels within a decade, and its categories cannot stand upright beside a plot
 *       of points;
 *   <li>texts: labels of points, lines and dates that look for room and never cover a mark or each
 *       other; XChart puts a label at a place and a legend in a box, whether there is room or not;
 *   <li>intervals that may lie, be lopsided, and end in an arrow head where the axis ends;
 *   <li>specification curves, worlds, and figures of several panels under one title;
 *   <li>the font, which is carried along, and the PNG file with a palette.
 * </ul>
 *
 * <p>What does not fit is refused, never drawn over something else.
 */
package speedbump.chart;
