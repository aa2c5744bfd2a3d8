package speedbump.stats;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Critical values over two figures of the data: the quantiles of |t|, simulated at each point of a
 * grid when first asked for, and interpolated between the four points around a pair of figures.
 * Beyond the grid its edge is taken.
 */
final class CriticalGrid {
  private final Side rows;
  private final Side columns;
  private final Simulated simulated;
  private final Map<Integer, double[]> statistics = new ConcurrentHashMap<>();

  /** One side of the grid. */
  record Side(double[] points, boolean logarithms) {
    /** The last point at or below a value, save the last of all. */
    private int left(double value) {
      int left = 0;
      while (left < points.length - 2 && points[left + 1] < value) {
        left++;
      }
      return left;
    }

    private double within(double value) {
      return Math.max(points[0], Math.min(points[points.length - 1], value));
    }

    /** How far a value lies from the point at its left to the next, a fraction of one. */
    private double right(int left, double value) {
      return logarithms
          ? Math.log(value / points[left]) / Math.log(points[left + 1] / points[left])
          : (value - points[left]) / (points[left + 1] - points[left]);
    }
  }

  /** Simulates |t| at a point of the grid. */
  @FunctionalInterface
  interface Simulated {
    /** The |t| of all draws, ascending. */
    double[] at(double row, double column);
  }

  CriticalGrid(Side rows, Side columns, Simulated simulated) {
    this.rows = rows;
    this.columns = columns;
    this.simulated = simulated;
  }

  /** The critical value at a pair of figures. */
  double at(double row, double column, double level) {
    double inRows = rows.within(row);
    double inColumns = columns.within(column);
    int top = rows.left(inRows);
    int left = columns.left(inColumns);
    double down = rows.right(top, inRows);
    double right = columns.right(left, inColumns);
    double sum = 0;
    for (int i = 0; i <= 1; i++) {
      for (int j = 0; j <= 1; j++) {
        double weight = (i == 0 ? 1 - down : down) * (j == 0 ? 1 - right : right);
        if (weight > 0) {
          sum += weight * quantile(top + i, left + j, level);
        }
      }
    }
    return sum;
  }

  private double quantile(int row, int column, double level) {
    double[] t =
        statistics.computeIfAbsent(
            row * columns.points.length + column,
            point -> simulated.at(rows.points[row], columns.points[column]));
    return t[Math.min(t.length, (int) Math.ceil((t.length + 1) * level)) - 1];
  }
}
