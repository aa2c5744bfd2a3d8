package speedbump.analysis.shared;

import static speedbump.chart.Columns.each;
import static speedbump.chart.Columns.names;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import speedbump.chart.Axis;
import speedbump.chart.Marker;
import speedbump.chart.Panel;
import speedbump.chart.Tone;
import speedbump.chart.XyPanel;

/**
 * A published figure and what this collection computes, in one unit.
 *
 * @param label what both measure
 * @param published the published figure
 * @param ours ours
 */
public record Beside(String label, double published, double ours) {

  /**
   * Published figures beside ours, a row each.
   *
   * @param pairs the figures
   * @param axis the axis of both, with their unit
   * @return dots for ours, strokes for what is published, a line between them
   */
  public static XyPanel panel(List<Beside> pairs, Axis axis) {
    double[] places = IntStream.range(0, pairs.size()).asDoubleStream().toArray();
    return Panel.xy()
        .xAxis(axis)
        .yAxis(Axis.categories(names(pairs, Beside::label)))
        .ranges(
            places,
            each(pairs, one -> Math.min(one.published, one.ours)),
            each(pairs, one -> Math.max(one.published, one.ours)),
            Tone.FAINT)
        .marks("ours", each(pairs, Beside::ours), places, Marker.DOT, Tone.NEUTRAL)
        .marks("published", each(pairs, Beside::published), places, Marker.STROKE, Tone.OTHERS);
  }

  /**
   * The figures in words, for a description.
   *
   * @param pairs the figures
   * @param unit what stands behind each number, for instance "%"; may be empty
   * @return the pairs, joined by semicolons
   */
  public static String words(List<Beside> pairs, String unit) {
    return pairs.stream()
        .map(
            one ->
                String.format(
                    Locale.ROOT,
                    "%s: %.0f%s, ours %.0f%s",
                    one.label,
                    one.published,
                    unit,
                    one.ours,
                    unit))
        .collect(Collectors.joining("; "));
  }
}
