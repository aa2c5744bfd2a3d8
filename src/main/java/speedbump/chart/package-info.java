/**
 * One house style for every picture.
 *
 * <p>A {@link speedbump.chart.Figure} has a title that states the finding, a subtitle with measure
 * and unit, panels and a footer with the source; a {@link speedbump.chart.Panel} is a plot with two
 * axes, a specification curve or a pair of simulated worlds; a {@link speedbump.chart.Tone} is a
 * colour with a fixed meaning. Series are drawn by XChart, which one class knows; axes, labels and
 * dated lines are drawn by the house itself, which finds room for every text and refuses to draw
 * what does not fit.
 */
package speedbump.chart;
