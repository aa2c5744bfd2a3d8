package speedbump.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * A linear regression whose errors remember their last value, y_t = x_t'b + e_t with e_t = rho
 * e_(t-1) + u_t, by the iterated method of Cochrane and Orcutt: rho from the residuals as in {@link
 * Autoregression#fitFirstOrder(double[])}, b by least squares of y_t - rho y_(t-1) on x_t - rho
 * x_(t-1), until rho stands still. The first observation is lost.
 *
 * @param fit the regression of the quasi-differences; its coefficients are those of the regression
 *     itself, its residuals the u
 * @param rho the autocorrelation of the errors
 * @see <a href="https://doi.org/10.1080/01621459.1949.10483290">Cochrane and Orcutt 1949</a>
 */
public record CochraneOrcutt(LeastSquares fit, double rho) {
  /** The change of rho at which the iteration ends. */
  private static final double TOLERANCE = 1e-12;

  /** An iteration that has not ended by then does not. */
  private static final int MOST_STEPS = 1_000;

  /**
   * Fits y on the columns of x; a constant must be one of them if it is wanted.
   *
   * @param y the outcome in the order of time, evenly spaced, any unit
   * @param x the regressors, one row an observation, one column a regressor
   * @return the fit
   * @throws IllegalArgumentException as {@link LeastSquares#fit(double[], double[][])}, with one
   *     observation fewer; if x fits y without error, or the iteration does not end
   */
  public static CochraneOrcutt fit(double[] y, double[][] x) {
    double[] residuals = LeastSquares.fit(y, x).residuals();
    double before = Double.NaN;
    for (int step = 0; step < MOST_STEPS; step++) {
      double rho = Autoregression.fitFirstOrder(residuals).rho();
      LeastSquares fit = quasiDifferenced(y, x, rho);
      if (Math.abs(rho - before) <= TOLERANCE) {
        return new CochraneOrcutt(fit, rho);
      }
      before = rho;
      double[] b = fit.coefficients();
      for (int t = 0; t < residuals.length; t++) {
        residuals[t] = y[t];
        for (int j = 0; j < b.length; j++) {
          residuals[t] -= b[j] * x[t][j];
        }
      }
    }
    throw Argument.wrong("rho does not stand still after %d steps: %s", MOST_STEPS, before);
  }

  private static LeastSquares quasiDifferenced(double[] y, double[][] x, double rho) {
    double[] outcome = new double[y.length - 1];
    List<double[]> rows = new ArrayList<>();
    for (int t = 1; t < y.length; t++) {
      outcome[t - 1] = y[t] - rho * y[t - 1];
      double[] row = x[t].clone();
      for (int j = 0; j < row.length; j++) {
        row[j] -= rho * x[t - 1][j];
      }
      rows.add(row);
    }
    return LeastSquares.fit(outcome, rows.toArray(double[][]::new));
  }
}
