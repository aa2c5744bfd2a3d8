package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OrthonormalBasisTest {
  /** Powers up to the fourth of times far from zero: columns that are nearly alike. */
  private static double[][] powers() {
    double[][] x = new double[12][5];
    for (int t = 0; t < x.length; t++) {
      for (int j = 0; j < 5; j++) {
        x[t][j] = Math.pow((40 + t) / 50.0, j);
      }
    }
    return x;
  }

  /** Even of columns that are nearly alike the basis is orthogonal to the last digit. */
  @Test
  void isOrthonormal() {
    double[][] q = new OrthonormalBasis(powers()).columns;
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        assertEquals(i == j ? 1 : 0, OrthonormalBasis.product(q[i], q[j]), 1e-14);
      }
    }
  }

  /** What the columns add up to has the weights of the sum for coefficients. */
  @Test
  void coefficientsAreThoseOfTheColumns() {
    double[][] x = powers();
    double[] b = {3, -1, 4, 1, -5};
    double[] y = new double[x.length];
    for (int t = 0; t < y.length; t++) {
      y[t] = OrthonormalBasis.product(x[t], b);
    }
    OrthonormalBasis basis = new OrthonormalBasis(x);
    double[] along = new double[5];
    for (int j = 0; j < 5; j++) {
      along[j] = OrthonormalBasis.product(basis.columns[j], y);
    }
    assertArrayEquals(b, basis.coefficients(along), 1e-5);
  }
}
