package speedbump.chart;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import speedbump.chart.Canvas.Type;
import speedbump.chart.Layer.Event;

/**
 * Rows above a plot for the texts of upright lines: no text touches another text or another line,
 * and of all ways to put texts left or right of their lines the lowest is taken. Texts are broken
 * only where they have no room in one line.
 */
final class EventLanes {

  /**
   * Where the text of one upright line stands.
   *
   * @param lines the text; empty for a line without
   * @param leftward whether it stands left of the line
   * @param above how far the line reaches above the plot
   */
  record Lane(List<String> lines, boolean leftward, double above) {}

  private static final double LANE = 15;

  /** Between the lowest text and the plot. */
  private static final double FOOT = 3;

  /** Up to so many lines every combination of sides is tried. */
  private static final int MOST_TRIED = 10;

  /** Texts are broken to the width of the panel and, until there is room, to ever smaller parts. */
  private static final int MOST_PARTS = 6;

  private final List<Event> events;
  private final List<List<String>> texts;

  /** The lane of each text's first line, counted upwards from 1; 0 for a line without text. */
  private final int[] tops;

  private final boolean[] leftward;

  private EventLanes(List<Event> events, List<List<String>> texts, int[] tops, boolean[] leftward) {
    this.events = events;
    this.texts = texts;
    this.tops = tops;
    this.leftward = leftward;
  }

  static EventLanes of(
      Canvas canvas, List<Event> events, DoubleUnaryOperator place, double start, double end) {
    double[] line = events.stream().mapToDouble(one -> place.applyAsDouble(one.x())).toArray();
    EventLanes best = null;
    for (int parts = 1; best == null && parts <= MOST_PARTS; parts++) {
      double room = (end - start) / parts;
      best = lowest(canvas, events, lines(canvas, events, room), line, start, end);
    }
    if (best == null) {
      throw new NoRoom(
          "no room for the texts of "
              + line.length
              + " upright lines; shorten them or make the panel wider");
    }
    return best;
  }

  private static List<List<String>> lines(Canvas canvas, List<Event> events, double widest) {
    return events.stream()
        .map(
            one ->
                one.name().isEmpty()
                    ? List.<String>of()
                    : canvas.wrap(one.name(), Type.LABEL, widest))
        .toList();
  }

  private static EventLanes lowest(
      Canvas canvas,
      List<Event> events,
      List<List<String>> texts,
      double[] line,
      double start,
      double end) {
    int n = line.length;
    double[] width =
        texts.stream()
            .mapToDouble(
                one ->
                    one.stream()
                        .mapToDouble(text -> canvas.width(text, Type.LABEL))
                        .max()
                        .orElse(0))
            .toArray();
    EventLanes best = null;
    int combinations = n <= MOST_TRIED ? 1 << n : 1;
    for (int sides = 0; sides < combinations; sides++) {
      boolean[] left = new boolean[n];
      double[] from = new double[n];
      double[] to = new double[n];
      boolean fits = true;
      for (int i = 0; i < n; i++) {
        left[i] = combinations > 1 ? (sides >> i & 1) == 1 : line[i] + 4 + width[i] > end;
        from[i] = left[i] ? line[i] - 4 - width[i] : line[i] + 4;
        to[i] = from[i] + width[i];
        fits &= width[i] == 0 || (from[i] >= start && to[i] <= end);
      }
      int[] tops =
          fits ? stacked(texts.stream().mapToInt(List::size).toArray(), line, from, to) : null;
      if (tops != null) {
        EventLanes one = new EventLanes(events, texts, tops, left);
        if (best == null || one.cost() < best.cost()) {
          best = one;
        }
      }
    }
    return best;
  }

  /** Few lanes first, then low ones, then texts right of their lines. */
  private int cost() {
    int sum = highest() * 10_000;
    for (int i = 0; i < tops.length; i++) {
      sum += tops[i] * 10 + (leftward[i] ? 1 : 0);
    }
    return sum;
  }

  private int highest() {
    return Arrays.stream(tops).max().orElse(0);
  }

  /** The lane of each text's first line; null if they would not end. */
  private static int[] stacked(int[] lines, double[] line, double[] from, double[] to) {
    int n = lines.length;
    int most = Arrays.stream(lines).map(one -> Math.max(one, 1)).sum();
    int[] top = lines.clone();
    boolean moved = true;
    while (moved) {
      moved = false;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          if (i == j || lines[i] == 0 || lines[j] == 0) {
            continue;
          }
          boolean crossed = line[j] > from[i] - 3 && line[j] < to[i] + 3;
          boolean touching = from[i] < to[j] + 6 && from[j] < to[i] + 6;
          if (crossed && top[i] - lines[i] < top[j]) {
            top[i] = top[j] + lines[i];
            moved = true;
          } else if (i < j
              && touching
              && top[i] - lines[i] < top[j]
              && top[j] - lines[j] < top[i]) {
            top[j] = top[i] + lines[j];
            moved = true;
          }
          if (top[i] > most || top[j] > most) {
            return null;
          }
        }
      }
    }
    return top;
  }

  /** Height of all rows. */
  double height() {
    return highest() == 0 ? 0 : highest() * LANE + FOOT;
  }

  /** Where the text of one of the lines stands. */
  Lane of(Event event) {
    int i =
        IntStream.range(0, tops.length)
            .filter(k -> events.get(k) == event)
            .findFirst()
            .orElseThrow();
    return new Lane(texts.get(i), leftward[i], tops[i] == 0 ? 0 : tops[i] * LANE + FOOT - 2);
  }
}
