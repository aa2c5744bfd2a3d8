package speedbump.stats;

import java.util.Arrays;

/**
 * Newton's method for a likelihood that is concave in a linear predictor, sum l_i(q_i'g + o_i),
 * with the regressors as an orthonormal basis. It tells a maximum at infinity from one that is
 * there: only where a full step moves no predictor any more has it found one.
 */
final class LogConcave {
  /** A step that moves no predictor by more ends the search; the next would move its square. */
  private static final double SETTLED = 1e-8;

  /** Where there is no maximum every step moves a predictor by one or so, without end. */
  private static final int MOST_STEPS = 60;

  private static final int MOST_HALVINGS = 40;

  /** No predictor moves by more in one step, so that an exponential of it stays a number. */
  private static final double LONGEST_STEP = 4;

  /** A pivot of the information below this share of its diagonal is rounding. */
  private static final double LEAST_PIVOT = 1e-12;

  /** Up to here a whole step of Newton's brings the likelihood up, and it need not be asked. */
  private static final double SAFE_STEP = 0.5;

  /** The likelihood by observation. */
  interface Family {
    double value(int i, double eta);

    /**
     * Sets the first derivatives in the predictors, and the second ones with the sign changed,
     * which are above zero.
     */
    void derivatives(double[] eta, double[] scores, double[] weights);
  }

  private final double[][] q;
  private final double[] offset;
  private final double[] trial;

  /** The derivatives at the predictors. */
  final double[] scores;

  final double[] weights;

  /** The coefficients of the basis; where the search starts, and where it ended. */
  final double[] coefficients;

  /** The predictors at these coefficients, the offset in them. */
  final double[] eta;

  /** The inverse of the information at the maximum. */
  final double[][] covariance;

  private final double[][] triangle;

  LogConcave(double[][] q, double[] offset) {
    this.q = q;
    this.offset = offset;
    int k = q.length;
    coefficients = new double[k];
    covariance = new double[k][k];
    triangle = new double[k][k];
    eta = new double[offset.length];
    trial = new double[offset.length];
    scores = new double[offset.length];
    weights = new double[offset.length];
  }

  /** Starts where the basis comes nearest to a wish for the predictors. */
  void start(double[] wished) {
    for (int j = 0; j < q.length; j++) {
      double along = 0;
      for (int i = 0; i < wished.length; i++) {
        along += q[j][i] * (wished[i] - offset[i]);
      }
      coefficients[j] = along;
    }
  }

  /** Searches from the coefficients at hand; false where there is no finite maximum. */
  boolean maximise(Family family) {
    int k = q.length;
    predict(coefficients, eta);
    double[] step = new double[k];
    double[] next = new double[k];
    for (int turn = 0; turn < MOST_STEPS; turn++) {
      family.derivatives(eta, scores, weights);
      if (!information()) {
        return false;
      }
      for (int j = 0; j < k; j++) {
        step[j] = OrthonormalBasis.product(q[j], scores);
      }
      solve(step);
      double longest = 0;
      for (int i = 0; i < eta.length; i++) {
        double moved = 0;
        for (int j = 0; j < k; j++) {
          moved += q[j][i] * step[j];
        }
        longest = Math.max(longest, Math.abs(moved));
      }
      if (!Double.isFinite(longest)) {
        return false;
      }
      double length = Math.min(1, LONGEST_STEP / longest);
      move(step, length, next);
      if (longest > SAFE_STEP) {
        double value = value(family, eta);
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
          if (value(family, trial) >= value - Math.abs(value) * Argument.ROUNDING) {
            break;
          }
          length /= 2;
          move(step, length, next);
        }
      }
      System.arraycopy(next, 0, coefficients, 0, k);
      System.arraycopy(trial, 0, eta, 0, eta.length);
      if (longest < SETTLED) {
        family.derivatives(eta, scores, weights);
        return information() && inverted();
      }
    }
    return false;
  }

  /** The coefficients and predictors after a part of a step. */
  private void move(double[] step, double length, double[] next) {
    for (int j = 0; j < next.length; j++) {
      next[j] = coefficients[j] + length * step[j];
    }
    predict(next, trial);
  }

  private void predict(double[] g, double[] into) {
    for (int i = 0; i < into.length; i++) {
      double sum = offset[i];
      for (int j = 0; j < g.length; j++) {
        sum += q[j][i] * g[j];
      }
      into[i] = sum;
    }
  }

  private static double value(Family family, double[] eta) {
    double sum = 0;
    for (int i = 0; i < eta.length; i++) {
      sum += family.value(i, eta[i]);
    }
    return sum;
  }

  /** The information at the predictors, as the triangle of Cholesky. */
  private boolean information() {
    int k = q.length;
    for (double[] row : triangle) {
      Arrays.fill(row, 0);
    }
    for (int i = 0; i < eta.length; i++) {
      double weight = weights[i];
      for (int j = 0; j < k; j++) {
        double left = weight * q[j][i];
        for (int l = 0; l <= j; l++) {
          triangle[j][l] += left * q[l][i];
        }
      }
    }
    for (int j = 0; j < k; j++) {
      double diagonal = triangle[j][j];
      for (int l = 0; l <= j; l++) {
        double entry = triangle[j][l];
        for (int m = 0; m < l; m++) {
          entry -= triangle[j][m] * triangle[l][m];
        }
        if (l < j) {
          triangle[j][l] = entry / triangle[l][l];
        } else if (!(entry > LEAST_PIVOT * diagonal)) {
          return false;
        } else {
          triangle[j][j] = Math.sqrt(entry);
        }
      }
    }
    return true;
  }

  private void solve(double[] right) {
    int k = right.length;
    for (int j = 0; j < k; j++) {
      for (int l = 0; l < j; l++) {
        right[j] -= triangle[j][l] * right[l];
      }
      right[j] /= triangle[j][j];
    }
    for (int j = k - 1; j >= 0; j--) {
      for (int l = j + 1; l < k; l++) {
        right[j] -= triangle[l][j] * right[l];
      }
      right[j] /= triangle[j][j];
    }
  }

  private boolean inverted() {
    int k = q.length;
    double[] column = new double[k];
    for (int j = 0; j < k; j++) {
      Arrays.fill(column, 0);
      column[j] = 1;
      solve(column);
      for (int l = 0; l < k; l++) {
        covariance[l][j] = column[l];
        if (!Double.isFinite(column[l])) {
          return false;
        }
      }
    }
    return true;
  }

  /** V S V with S the sum of the squares of the scores added up by cluster, along the basis. */
  double[][] sandwich(int[] cluster, int clusters) {
    int k = q.length;
    double[][] sums = new double[clusters][k];
    for (int i = 0; i < eta.length; i++) {
      for (int j = 0; j < k; j++) {
        sums[cluster[i]][j] += scores[i] * q[j][i];
      }
    }
    double[][] robust = new double[k][k];
    double[] bread = new double[k];
    for (double[] sum : sums) {
      for (int j = 0; j < k; j++) {
        bread[j] = OrthonormalBasis.product(covariance[j], sum);
      }
      for (int j = 0; j < k; j++) {
        for (int l = 0; l < k; l++) {
          robust[j][l] += bread[j] * bread[l];
        }
      }
    }
    return robust;
  }
}
