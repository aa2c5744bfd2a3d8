package speedbump.stats;

import java.util.Arrays;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Classical scaling: a map of points from their distances alone. The squared distances are centred
 * by row and by column, {@code B = -J D2 J / 2} with {@code J = I - 11'/n}; the coordinates are the
 * eigenvectors of B with the largest eigenvalues, each times the root of its eigenvalue. The map is
 * fixed up to turns and mirrors: on each axis the point farthest from the middle is put on the
 * positive side.
 *
 * <p>A map of few dimensions bends distances. The stress says how much: {@code sqrt(sum (d - m)^2 /
 * sum d^2)} over all pairs, with d the distance that was given and m that on the map; 0 is exact.
 *
 * @see <a href="https://doi.org/10.1093/biomet/53.3-4.325">Gower 1966, Some Distance Properties of
 *     Latent Root and Vector Methods</a>
 * @see <a href="https://doi.org/10.1007/BF02289565">Kruskal 1964, Multidimensional Scaling by
 *     Optimizing Goodness of Fit</a>
 */
public final class ClassicalScaling {
  /** The most points of which a map is made. */
  private static final int MOST_POINTS = 2_000;

  private final double[][] coordinates;
  private final double[] eigenvalues;
  private final double stress;

  private ClassicalScaling(double[][] coordinates, double[] eigenvalues, double stress) {
    this.coordinates = coordinates;
    this.eigenvalues = eigenvalues;
    this.stress = stress;
  }

  /**
   * A map of points.
   *
   * @param distances the distances, one row and one column a point, in any unit
   * @param dimensions the number of axes of the map
   * @return the map
   * @throws IllegalArgumentException if the distances are not square and symmetric, one is negative
   *     or not finite, a point is away from itself, all are zero or too small to be squared, or
   *     they have not as many dimensions as the map
   */
  public static ClassicalScaling of(double[][] distances, int dimensions) {
    double[][] d = checked(distances);
    int n = d.length;
    Argument.count("dimensions", dimensions, 1, n - 1);
    double unit = Arrays.stream(d).flatMapToDouble(Arrays::stream).max().orElseThrow();
    Argument.require(
        unit > 1 / Argument.LARGEST, "the distances are zero, or too small to be squared");
    EigenDecompositionSymmetric eigen =
        new EigenDecompositionSymmetric(centred(d, unit), Argument.ROUNDING, true);
    double[] values = eigen.getEigenvalues();
    Argument.require(
        values[dimensions - 1] > Argument.ROUNDING * n,
        "the distances have fewer than %d dimensions",
        dimensions);
    double[][] map = new double[n][dimensions];
    for (int axis = 0; axis < dimensions; axis++) {
      double[] vector = eigen.getEigenvector(axis).toArray();
      double length = unit * Math.sqrt(values[axis]) * side(vector);
      for (int i = 0; i < n; i++) {
        map[i][axis] = length * vector[i];
      }
    }
    return new ClassicalScaling(
        map, Arrays.stream(values).map(v -> v * unit * unit).toArray(), stress(d, map, unit));
  }

  private static double[][] checked(double[][] distances) {
    int n = Argument.given("distances", distances).length;
    Argument.count("points of the distances", n, 2, MOST_POINTS);
    double[][] d = new double[n][];
    for (int i = 0; i < n; i++) {
      d[i] = Argument.sample("row %d of the distances".formatted(i), distances[i], 1);
      Argument.require(d[i].length == n, "row %d of the distances has not %d values", i, n);
    }
    for (int i = 0; i < n; i++) {
      Argument.require(d[i][i] == 0, "the distances put point %d away from itself", i);
      for (int j = 0; j < i; j++) {
        if (d[i][j] < 0 || d[i][j] != d[j][i]) {
          throw Argument.wrong(
              "the distances of points %d and %d must be equal and not negative: %s and %s",
              i, j, d[i][j], d[j][i]);
        }
      }
    }
    return d;
  }

  /** In units of the largest distance, so that no answer depends on the unit. */
  private static RealMatrix centred(double[][] d, double unit) {
    int n = d.length;
    double[][] squares = new double[n][n];
    double[] means = new double[n];
    double mean = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        squares[i][j] = d[i][j] / unit * (d[i][j] / unit);
        means[i] += squares[i][j] / n;
      }
      mean += means[i] / n;
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        squares[i][j] = -(squares[i][j] - means[i] - means[j] + mean) / 2;
      }
    }
    return MatrixUtils.createRealMatrix(squares);
  }

  private static double side(double[] vector) {
    double farthest = 0;
    for (double value : vector) {
      if (Math.abs(value) > Math.abs(farthest) * (1 + Argument.ROUNDING)) {
        farthest = value;
      }
    }
    return Math.signum(farthest);
  }

  private static double stress(double[][] d, double[][] map, double unit) {
    double errors = 0;
    double squares = 0;
    for (int i = 0; i < d.length; i++) {
      for (int j = 0; j < i; j++) {
        double error = (d[i][j] - between(map[i], map[j])) / unit;
        errors += error * error;
        squares += d[i][j] / unit * (d[i][j] / unit);
      }
    }
    return Math.sqrt(errors / squares);
  }

  private static double between(double[] a, double[] b) {
    double squares = 0;
    for (int axis = 0; axis < a.length; axis++) {
      squares += (a[axis] - b[axis]) * (a[axis] - b[axis]);
    }
    return Math.sqrt(squares);
  }

  /**
   * A coordinate of every point.
   *
   * @param axis the axis, 0 for the longest
   * @return one value a point, in the unit of the distances
   * @throws IllegalArgumentException if the map has no such axis
   */
  public double[] axis(int axis) {
    Argument.count("axis", axis, 0, coordinates[0].length - 1);
    return Arrays.stream(coordinates).mapToDouble(point -> point[axis]).toArray();
  }

  /**
   * The eigenvalues of the centred squares, all of them, from the largest down; negative ones say
   * that no map of any number of dimensions has these distances.
   *
   * @return a copy, in the unit of the distances squared
   */
  public double[] eigenvalues() {
    return eigenvalues.clone();
  }

  /**
   * How much the map bends the distances.
   *
   * @return 0 for not at all, as a share of the distances
   */
  public double stress() {
    return stress;
  }
}
