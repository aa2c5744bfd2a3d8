package speedbump.stats;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntToDoubleFunction;

/**
 * The regressors of {@link PraisWinsten}, ready for any outcome, with the critical values that
 * belong to them.
 *
 * <p>The fit is made in an orthonormal basis Q of the columns, in which the sums of the
 * quasi-differences are quadratic in rho: u'Wv = sum u_t v_t - rho sum (u_t v_(t-1) + u_(t-1) v_t)
 * + rho^2 (sum u_t v_t without the first and the last).
 *
 * <p>How far t = b / se(b) lies from zero by noise alone depends on x and rho only, neither on the
 * true coefficients nor on the spread of the noise. So the quantiles of |t| are simulated once for
 * each x over a grid of rho and interpolated between its points. The seed is fixed and every point
 * sees the same draws, so that a quantile is a smooth function of rho.
 */
final class SerialDesign {
  /** (draws + 1) times 95 % is whole. */
  static final int DRAWS = 3_999;

  /** Closer where the quantile rises fast. */
  private static final double[] GRID = {
    PraisWinsten.LEAST_RHO,
    -0.25,
    0,
    0.2,
    0.4,
    0.55,
    0.7,
    0.8,
    0.88,
    0.93,
    PraisWinsten.GREATEST_RHO
  };

  /** Any fixed number serves. */
  private static final long SEED = 19_540_383;

  static final Designs<SerialDesign> MADE = new Designs<>();

  private static final Designs<double[]> INNOVATIONS = new Designs<>();

  private record Asked(int point, int coefficient, double level) {}

  /** The basis Q, by column. */
  private final double[][] basis;

  /** The inverse of the triangle R of X = Q R: row j gives coefficient j of X from those of Q. */
  private final double[][] inverse;

  /** sum (u_t v_(t-1) + u_(t-1) v_t) of the columns of Q. */
  private final double[][] neighbours;

  /** u_1 v_1 + u_n v_n of the columns of Q. */
  private final double[][] ends;

  private final Map<Asked, Double> quantiles = new ConcurrentHashMap<>();

  private final Designs<SerialRatio> ratios = new Designs<>();

  private SerialDesign(double[][] x) {
    int k = x[0].length;
    OrthonormalBasis made = new OrthonormalBasis(x);
    basis = made.columns;
    inverse = made.inverse;
    neighbours = new double[k][k];
    ends = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        neighbours[i][j] = neighbours(basis[i], basis[j]);
        ends[i][j] = ends(basis[i], basis[j]);
      }
    }
  }

  /**
   * The design of regressors, made once.
   *
   * @param x the regressors, one row an observation
   * @return the design
   * @throws IllegalArgumentException as {@link LeastSquares#fit(double[], double[][])}
   */
  static SerialDesign of(double[][] x) {
    Argument.require(
        x.length > 0 && x[0] != null && x[0].length > 0, "x has no rows or no columns");
    int k = x[0].length;
    double[] values = new double[x.length * k];
    for (int t = 0; t < x.length; t++) {
      if (x[t] == null || x[t].length != k) {
        throw Argument.wrong(
            "row %d of x has %d columns and row 0 has %d", t, x[t] == null ? 0 : x[t].length, k);
      }
      System.arraycopy(x[t], 0, values, t * k, k);
    }
    return MADE.of(
        () -> {
          LeastSquares.fit(new double[x.length], x);
          return new SerialDesign(x);
        },
        values,
        new double[] {k});
  }

  int observations() {
    return basis[0].length;
  }

  int coefficients() {
    return basis.length;
  }

  Fit fit() {
    return new Fit();
  }

  /** The quantile of |t| of a coefficient at a level, for a rho within the grid. */
  double critical(int coefficient, double rho, double level) {
    return between(rho, point -> quantile(new Asked(point, coefficient, level)));
  }

  /** The quantiles of a ratio of two sums of coefficients with weights, made once. */
  SerialRatio ratio(double[] numerator, double[] denominator) {
    return ratios.of(() -> new SerialRatio(this, numerator, denominator), numerator, denominator);
  }

  /** A figure that is known at the points of the grid of rho, at a rho within it. */
  static double between(double rho, IntToDoubleFunction atPoint) {
    int right = 1;
    while (GRID[right] < rho) {
      right++;
    }
    double share = (rho - GRID[right - 1]) / (GRID[right] - GRID[right - 1]);
    return (1 - share) * atPoint.applyAsDouble(right - 1) + share * atPoint.applyAsDouble(right);
  }

  /** The rho of a point of the grid. */
  static double rho(int point) {
    return GRID[point];
  }

  private double quantile(Asked what) {
    return quantiles.computeIfAbsent(
        what, asked -> simulated(GRID[asked.point], asked.coefficient, asked.level));
  }

  /** The quantile of a coefficient's |t|. */
  private double simulated(double rho, int coefficient, double level) {
    double[] t = new double[DRAWS];
    noise(
        rho,
        (draw, fit) ->
            t[draw] = Math.abs(fit.coefficients[coefficient]) / fit.standardErrors[coefficient]);
    return quantile(t, level);
  }

  /** The order statistic (draws + 1) level; sorts its argument. */
  static double quantile(double[] t, double level) {
    Arrays.sort(t);
    return t[Math.min(DRAWS, (int) Math.ceil((DRAWS + 1) * level)) - 1];
  }

  /** What is kept of the fit of a series that is noise alone. */
  interface Keeper {
    void keep(int draw, Fit fit);
  }

  /** Fits simulated series of noise with a rho, whose own are normal about it. */
  void noise(double rho, Keeper keeper) {
    int n = observations();
    double[] innovations = INNOVATIONS.of(() -> innovations(n), new double[] {n});
    double spread = PraisWinsten.standardError(rho, n);
    SplittableRandom random = new SplittableRandom(-SEED);
    double[] e = new double[n];
    Fit fit = fit();
    for (int draw = 0; draw < DRAWS; draw++) {
      int from = draw * n;
      double drawn = PraisWinsten.within(rho + spread * random.nextGaussian());
      e[0] = innovations[from] / Math.sqrt(1 - drawn * drawn);
      for (int i = 1; i < n; i++) {
        e[i] = drawn * e[i - 1] + innovations[from + i];
      }
      fit.with(e);
      keeper.keep(draw, fit);
    }
  }

  private static double[] innovations(int n) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] innovations = new double[n * DRAWS];
    for (int i = 0; i < innovations.length; i++) {
      innovations[i] = random.nextGaussian();
    }
    return innovations;
  }

  private static double neighbours(double[] u, double[] v) {
    double sum = 0;
    for (int i = 1; i < u.length; i++) {
      sum += u[i] * v[i - 1] + u[i - 1] * v[i];
    }
    return sum;
  }

  private static double ends(double[] u, double[] v) {
    int last = u.length - 1;
    return u[0] * v[0] + u[last] * v[last];
  }

  /** The fit of one outcome after another; it keeps the last. */
  final class Fit {
    private final int k = coefficients();
    private final double[] along = new double[k];
    private final double[] right = new double[k];
    private final double[][] rows = new double[k][k];
    private final double[][] gram = new double[k][k];
    private final double[] residuals = new double[observations()];

    final double[] coefficients = new double[k];
    final double[] standardErrors = new double[k];

    private double variance;

    /** The rho by which the last outcome was fitted, and the first-order one of its residuals. */
    double rho;

    /** Whether x fits the last outcome without error but for rounding. */
    boolean exact;

    /** Fits an outcome, rho estimated. */
    void with(double[] y) {
      leastSquares(y);
      double squares = OrthonormalBasis.product(residuals, residuals);
      double products = neighbours(residuals, residuals) / 2;
      exact = squares <= StructuralBreaks.ROUNDING * OrthonormalBasis.product(y, y);
      finish(PraisWinsten.corrected(products / squares, residuals.length), squares, products);
    }

    /** Fits an outcome with a known rho. */
    void with(double[] y, double known) {
      leastSquares(y);
      double squares = OrthonormalBasis.product(residuals, residuals);
      exact = squares <= StructuralBreaks.ROUNDING * OrthonormalBasis.product(y, y);
      finish(known, squares, neighbours(residuals, residuals) / 2);
    }

    private void leastSquares(double[] y) {
      System.arraycopy(y, 0, residuals, 0, residuals.length);
      for (int j = 0; j < k; j++) {
        double[] q = basis[j];
        along[j] = OrthonormalBasis.product(q, y);
        for (int t = 0; t < residuals.length; t++) {
          residuals[t] -= along[j] * q[t];
        }
      }
    }

    /** From the residuals of least squares to those of the quasi-differences: G = Q'WQ = L L'. */
    private void finish(double by, double squares, double products) {
      rho = by;
      double square = rho * rho;
      double rss =
          (1 + square) * squares - 2 * rho * products - square * ends(residuals, residuals);
      for (int j = 0; j < k; j++) {
        right[j] = -rho * neighbours(basis[j], residuals) - square * ends(basis[j], residuals);
        for (int i = j; i < k; i++) {
          gram[i][j] = (i == j ? 1 + square : 0) - rho * neighbours[i][j] - square * ends[i][j];
        }
      }
      for (int j = 0; j < k; j++) {
        for (int l = j; l < k; l++) {
          for (int i = 0; i < j; i++) {
            gram[l][j] -= gram[l][i] * gram[j][i];
          }
          gram[l][j] = l == j ? Math.sqrt(gram[j][j]) : gram[l][j] / gram[j][j];
        }
        for (int i = 0; i < j; i++) {
          right[j] -= gram[j][i] * right[i];
        }
        right[j] /= gram[j][j];
        rss -= right[j] * right[j];
      }
      variance = Math.max(0, rss) / (residuals.length - k);
      for (int j = 0; j < k; j++) {
        double[] row = rows[j];
        // row j of R^-1 L^-T: its product with L^-1 Q'We is b less the part along the columns
        double b = 0;
        double squared = 0;
        for (int l = j; l < k; l++) {
          b += inverse[j][l] * along[l];
          double entry = inverse[j][l];
          for (int i = j; i < l; i++) {
            entry -= gram[l][i] * row[i];
          }
          row[l] = entry / gram[l][l];
          b += row[l] * right[l];
          squared += row[l] * row[l];
        }
        coefficients[j] = b;
        standardErrors[j] = Math.sqrt(variance * squared);
      }
    }

    /** The value of a sum of coefficients with weights. */
    double sum(double[] weights) {
      return OrthonormalBasis.product(weights, coefficients);
    }

    /** The covariance of two sums of coefficients with weights. */
    double covariance(double[] one, double[] other) {
      double covariance = 0;
      for (int l = 0; l < k; l++) {
        double first = 0;
        double second = 0;
        for (int j = 0; j <= l; j++) {
          first += one[j] * rows[j][l];
          second += other[j] * rows[j][l];
        }
        covariance += first * second;
      }
      return variance * covariance;
    }
  }
}
