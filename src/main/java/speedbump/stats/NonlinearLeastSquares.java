package speedbump.stats;

import java.util.Objects;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresFactory;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresProblem;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;

/**
 * A curve y = f(b) + e fitted by least squares within bounds, b = argmin (y - f(b))'(y - f(b)) over
 * lower &lt;= b &lt;= upper, by the Levenberg-Marquardt method from several starts; the best end
 * counts. A bounded parameter is searched for as b = lower + (upper - lower)(1 + sin u) / 2, so
 * that every u is allowed.
 *
 * @see <a href="https://www.itl.nist.gov/div898/strd/">NIST Statistical Reference Datasets,
 *     nonlinear regression</a>
 * @see <a href="https://cds.cern.ch/record/2296388">James and Winkler, MINUIT User's Guide, 1.2.1:
 *     the transformation for parameters with limits</a>
 */
public final class NonlinearLeastSquares {
  /** Steps that a search may take; NIST's hard problems need some hundred. */
  private static final int MOST_STEPS = 10_000;

  /** Relative change of the residual sum and of the parameters at which a search ends. */
  private static final double TOLERANCE = 1e-12;

  /**
   * Distance from a bound, as a share of the range, at which a start on the bound is put: the sine
   * is flat at the bound itself.
   */
  private static final double OFF_THE_BOUND = 1e-3;

  private final double[] parameters;

  private final double rss;

  private NonlinearLeastSquares(double[] parameters, double rss) {
    this.parameters = parameters;
    this.rss = rss;
  }

  /** A curve: its values at the observations, and how they change with the parameters. */
  @FunctionalInterface
  public interface Curve {
    /**
     * Writes the values of the curve and their derivatives.
     *
     * @param parameters the parameters b
     * @param values room for f_i(b), one an observation
     * @param derivatives room for the derivative of f_i by b_j at row i, column j
     */
    void evaluate(double[] parameters, double[] values, double[][] derivatives);
  }

  /**
   * Fits a curve.
   *
   * @param y the outcome, one value an observation, any unit
   * @param curve the curve
   * @param lower the lower bounds, minus infinity for none; a parameter has both bounds or none
   * @param upper the upper bounds, infinity for none
   * @param starts the starts, each one value a parameter within the bounds
   * @return the best of the fits
   * @throws IllegalArgumentException if a value is not finite, there are not more observations than
   *     parameters, there is no start, a start lies outside the bounds, a bound lies alone or the
   *     bounds are reversed, or no search ends, which the message says
   */
  public static NonlinearLeastSquares fit(
      double[] y, Curve curve, double[] lower, double[] upper, double[]... starts) {
    Objects.requireNonNull(curve, "curve");
    Argument.require(starts.length > 0, "there is no start");
    Argument.require(
        lower.length == upper.length,
        "there are %d lower bounds and %d upper ones",
        lower.length,
        upper.length);
    double[] outcome = Argument.sample("y", y, 1);
    int k = lower.length;
    Argument.require(
        outcome.length > k,
        "%d observations cannot carry %d parameters and a residual variance",
        outcome.length,
        k);
    for (int j = 0; j < k; j++) {
      boolean none = lower[j] == Double.NEGATIVE_INFINITY && upper[j] == Double.POSITIVE_INFINITY;
      boolean both = Double.isFinite(lower[j]) && Double.isFinite(upper[j]) && lower[j] < upper[j];
      Argument.require(
          none || both,
          "the bounds of parameter %d must both be finite, the lower one below, or both infinite:"
              + " %s and %s",
          j,
          lower[j],
          upper[j]);
    }
    Bounded bounded = new Bounded(curve, lower.clone(), upper.clone(), outcome.length);
    LevenbergMarquardtOptimizer optimizer =
        new LevenbergMarquardtOptimizer()
            .withCostRelativeTolerance(TOLERANCE)
            .withParameterRelativeTolerance(TOLERANCE);
    double[] best = null;
    double least = Double.POSITIVE_INFINITY;
    String failure = "";
    for (double[] start : starts) {
      try {
        LeastSquaresProblem problem =
            LeastSquaresFactory.create(
                point -> {
                  bounded.evaluate(point.toArray());
                  // no copies: the search asks for slopes only where it evaluated last
                  return new Pair<>(
                      new ArrayRealVector(bounded.values, false),
                      new Array2DRowRealMatrix(bounded.derivatives, false));
                },
                new ArrayRealVector(outcome),
                new ArrayRealVector(bounded.free(start)),
                null,
                MOST_STEPS,
                MOST_STEPS);
        LeastSquaresOptimizer.Optimum end = optimizer.optimize(problem);
        if (end.getChiSquare() < least) {
          least = end.getChiSquare();
          best = bounded.within(end.getPoint().toArray());
        }
      } catch (MathRuntimeException e) {
        failure = e.getMessage();
      }
    }
    if (best == null) {
      throw Argument.wrong("no search from %d starts ends: %s", starts.length, failure);
    }
    return new NonlinearLeastSquares(best, least);
  }

  /** The curve seen from the parameters u that have no bounds. */
  private static final class Bounded {
    private final Curve curve;
    private final double[] lower;
    private final double[] upper;
    private final double[] values;
    private final double[][] derivatives;

    Bounded(Curve curve, double[] lower, double[] upper, int observations) {
      this.curve = curve;
      this.lower = lower;
      this.upper = upper;
      this.values = new double[observations];
      this.derivatives = new double[observations][lower.length];
    }

    private boolean isFree(int j) {
      return Double.isInfinite(lower[j]);
    }

    double[] free(double[] start) {
      double[] free = Argument.sample("start", start, 1);
      Argument.require(
          free.length == lower.length,
          "a start has %d values and there are %d parameters",
          free.length,
          lower.length);
      for (int j = 0; j < free.length; j++) {
        Argument.require(
            start[j] >= lower[j] && start[j] <= upper[j],
            "the start %s of parameter %d lies outside %s to %s",
            start[j],
            j,
            lower[j],
            upper[j]);
        if (!isFree(j)) {
          double share = (start[j] - lower[j]) / (upper[j] - lower[j]);
          share = Math.min(1 - OFF_THE_BOUND, Math.max(OFF_THE_BOUND, share));
          free[j] = Math.asin(2 * share - 1);
        }
      }
      return free;
    }

    double[] within(double[] free) {
      double[] within = free.clone();
      for (int j = 0; j < free.length; j++) {
        if (!isFree(j)) {
          within[j] = lower[j] + (upper[j] - lower[j]) * (1 + Math.sin(free[j])) / 2;
        }
      }
      return within;
    }

    void evaluate(double[] free) {
      curve.evaluate(within(free), values, derivatives);
      for (int j = 0; j < free.length; j++) {
        if (!isFree(j)) {
          double chain = (upper[j] - lower[j]) * Math.cos(free[j]) / 2;
          for (double[] row : derivatives) {
            row[j] *= chain;
          }
        }
      }
    }
  }

  /**
   * The parameters b of the best fit, in the units that the curve gives them.
   *
   * @return a copy, in the order of the curve
   */
  public double[] parameters() {
    return parameters.clone();
  }

  /**
   * The residual sum of squares.
   *
   * @return the sum, in the squared unit of y
   */
  public double rss() {
    return rss;
  }
}
