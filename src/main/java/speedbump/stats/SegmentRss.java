package speedbump.stats;

import java.util.Arrays;

/**
 * The residual sum of squares of a regression to which observations are added one by one, by plane
 * rotations without square roots. Each adds the square of its recursive residual, the scaled error
 * with which the observations before it predict it.
 *
 * @see <a href="https://doi.org/10.2307/2347147">Gentleman 1974, Basic Procedures for Large, Sparse
 *     or Weighted Linear Least Squares Problems</a>
 */
final class SegmentRss {
  /**
   * The squared sine of the angle between a column and the space of the columns before it, below
   * which the column counts as their combination; see {@link LeastSquares}.
   */
  private static final double LEAST_SQUARED_SINE = 1e-24;

  private final int k;

  /** The diagonal D and the unit triangle R, by row, of X'X = R'DR. */
  private final double[] diagonal;

  private final double[] triangle;

  /** The right-hand side of R b = q. */
  private final double[] right;

  private final double[] squares;
  private final double[] row;
  private double rss;

  SegmentRss(int k) {
    this.k = k;
    this.diagonal = new double[k];
    this.triangle = new double[k * k];
    this.right = new double[k];
    this.squares = new double[k];
    this.row = new double[k];
  }

  /** Forgets all observations: where the diagonal is zero, the next one overwrites the rest. */
  void clear() {
    Arrays.fill(diagonal, 0);
    Arrays.fill(squares, 0);
    rss = 0;
  }

  /** Adds an observation and gives the sum with it. */
  double add(double[] x, double y) {
    double weight = 1;
    double left = y;
    for (int j = 0; j < k; j++) {
      row[j] = x[j];
      squares[j] += x[j] * x[j];
    }
    for (int j = 0; j < k && weight != 0; j++) {
      double entry = row[j];
      if (entry != 0) {
        double weighted = weight * entry;
        double sum = diagonal[j] + weighted * entry;
        double cosine = diagonal[j] / sum;
        double sine = weighted / sum;
        diagonal[j] = sum;
        weight *= cosine;
        for (int l = j + 1, at = j * k + l; l < k; l++, at++) {
          double other = row[l];
          row[l] -= entry * triangle[at];
          triangle[at] = cosine * triangle[at] + sine * other;
        }
        double outcome = left;
        left -= entry * right[j];
        right[j] = cosine * right[j] + sine * outcome;
      }
    }
    rss += weight * left * left;
    return rss;
  }

  /** Whether the observations so far tell every coefficient. */
  boolean identified() {
    for (int j = 0; j < k; j++) {
      if (!(diagonal[j] > LEAST_SQUARED_SINE * squares[j])) {
        return false;
      }
    }
    return true;
  }
}
