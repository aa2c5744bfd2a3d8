package speedbump.stats;

/**
 * Columns made orthonormal, X = Q R, by taking out of each column what lies along those before it,
 * twice. The columns must have full rank; whoever makes the basis has seen to it.
 */
final class OrthonormalBasis {
  /** Q, by column. */
  final double[][] columns;

  /** The inverse of the triangle R: row j gives coefficient j of X from those of Q. */
  final double[][] inverse;

  OrthonormalBasis(double[][] x) {
    int n = x.length;
    int k = x[0].length;
    columns = new double[k][n];
    inverse = new double[k][k];
    for (int j = 0; j < k; j++) {
      for (int t = 0; t < n; t++) {
        columns[j][t] = x[t][j];
      }
      inverse[j][j] = 1;
      // twice is enough for a basis that is orthogonal to the last digit
      for (int i = 0; i < 2 * j; i++) {
        takeOut(i % j, j);
      }
      double length = Math.sqrt(product(columns[j], columns[j]));
      for (int t = 0; t < n; t++) {
        columns[j][t] /= length;
      }
      for (int l = 0; l <= j; l++) {
        inverse[l][j] /= length;
      }
    }
  }

  /** Takes the part along column i of the basis out of column j. */
  private void takeOut(int i, int j) {
    double along = product(columns[i], columns[j]);
    for (int t = 0; t < columns[j].length; t++) {
      columns[j][t] -= along * columns[i][t];
    }
    for (int l = 0; l <= i; l++) {
      inverse[l][j] -= along * inverse[l][i];
    }
  }

  /** The coefficients of X from those of Q. */
  double[] coefficients(double[] ofBasis) {
    double[] b = new double[ofBasis.length];
    for (int j = 0; j < b.length; j++) {
      for (int l = j; l < b.length; l++) {
        b[j] += inverse[j][l] * ofBasis[l];
      }
    }
    return b;
  }

  /** The roots of the diagonal of R^-1 V R^-T: standard errors from the covariance along Q. */
  double[] standardErrors(double[][] covariance) {
    int k = covariance.length;
    double[] errors = new double[k];
    for (int j = 0; j < k; j++) {
      double variance = 0;
      for (int l = j; l < k; l++) {
        for (int m = j; m < k; m++) {
          variance += inverse[j][l] * covariance[l][m] * inverse[j][m];
        }
      }
      errors[j] = Math.sqrt(variance);
    }
    return errors;
  }

  static double product(double[] a, double[] b) {
    double sum = 0;
    for (int t = 0; t < a.length; t++) {
      sum += a[t] * b[t];
    }
    return sum;
  }
}
