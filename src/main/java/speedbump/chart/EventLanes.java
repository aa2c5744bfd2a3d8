package speedbump.chart;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import speedbump.chart.Canvas.Type;
import speedbump.chart.Layer.Event;

/**
 * Rows above a plot for the texts of upright lines: no text touches another text or another line,
 * and of all ways to put texts left or right of their lines the lowest is taken.
 */
final class EventLanes {

  private static final double LANE = 15;

  /** Between the lowest text and the plot. */
  private static final double FOOT = 3;

  /** Up to so many lines every combination of sides is tried. */
  private static final int MOST_TRIED = 10;

  private final int[] lanes;
  private final boolean[] leftward;

  private EventLanes(int[] lanes, boolean[] leftward) {
    this.lanes = lanes;
    this.leftward = leftward;
  }

  static EventLanes of(
      Canvas canvas, List<Event> events, DoubleUnaryOperator place, double start, double end) {
    int n = events.size();
    double[] line = new double[n];
    double[] width = new double[n];
    for (int i = 0; i < n; i++) {
      line[i] = place.applyAsDouble(events.get(i).x());
      width[i] =
          events.get(i).text().isEmpty() ? 0 : canvas.width(events.get(i).text(), Type.LABEL);
    }
    EventLanes best = null;
    int bestCost = Integer.MAX_VALUE;
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
      int[] lanes = fits ? stacked(line, from, to) : null;
      if (lanes != null) {
        EventLanes one = new EventLanes(lanes, left);
        if (one.cost() < bestCost) {
          bestCost = one.cost();
          best = one;
        }
      }
    }
    if (best == null) {
      throw new IllegalStateException(
          "no room for the texts of " + n + " upright lines; shorten them or make the panel wider");
    }
    return best;
  }

  /** Few lanes first, then low ones, then texts right of their lines. */
  private int cost() {
    int sum = 0;
    for (int i = 0; i < lanes.length; i++) {
      sum += lanes[i] * 10 + (leftward[i] ? 1 : 0);
    }
    return highest() * 10_000 + sum;
  }

  private int highest() {
    int highest = 0;
    for (int lane : lanes) {
      highest = Math.max(highest, lane);
    }
    return highest;
  }

  /** Lanes from 1 upwards, 0 for a line without text; null if they would not end. */
  private static int[] stacked(double[] line, double[] from, double[] to) {
    int n = line.length;
    int[] lane = new int[n];
    for (int i = 0; i < n; i++) {
      lane[i] = to[i] > from[i] ? 1 : 0;
    }
    boolean moved = true;
    while (moved) {
      moved = false;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          if (i == j || lane[i] == 0 || lane[j] == 0) {
            continue;
          }
          boolean crossed = line[j] > from[i] - 3 && line[j] < to[i] + 3;
          boolean touching = from[i] < to[j] + 6 && from[j] < to[i] + 6;
          if (crossed && lane[i] <= lane[j]) {
            lane[i] = lane[j] + 1;
            moved = true;
          } else if (i < j && touching && lane[i] == lane[j]) {
            lane[j]++;
            moved = true;
          }
          if (lane[i] > n || lane[j] > n) {
            return null;
          }
        }
      }
    }
    return lane;
  }

  /** Height of all rows. */
  double height() {
    return highest() == 0 ? 0 : highest() * LANE + FOOT;
  }

  /** How far a line reaches above the plot. */
  double above(int event) {
    return lanes[event] == 0 ? 0 : lanes[event] * LANE + FOOT - 2;
  }

  /** Whether a text stands left of its line. */
  boolean leftward(int event) {
    return leftward[event];
  }
}
