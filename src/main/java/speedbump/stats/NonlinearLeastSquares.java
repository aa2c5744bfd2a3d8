package speedbump.stats;

import java.util.Arrays;
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
 * <p>A search can end where the curve is flat and tell a parameter that the data do not: a rate so
 * high that all is over before the first observation. Such an end is refused. A parameter counts as
 * told if the curve answers to a step of it as its derivative there says, for a step that should
 * move the curve by a thousandth of the spread of y; a bounded one if its whole range should move
 * the curve by more than rounding. Parameters that move the curve all in the same way are not told
 * either.
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

  /** The step that asks whether the curve is flat, as a share of the spread of y. */
  private static final double ASKED = 1e-3;

  /** The curve answers if it moves by this share of what the derivative says. */
  private static final double ANSWERED = 0.1;

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
   * @throws IllegalArgumentException if an argument is null, a value is not finite, y does not vary
   *     by more than rounding, there are not more observations than parameters, there is no
   *     parameter or no start, a start lies outside the bounds, a bound lies alone or the bounds
   *     are reversed, no search ends, or the best ends where the data do not tell a parameter,
   *     which the message says
   */
  public static NonlinearLeastSquares fit(
      double[] y, Curve curve, double[] lower, double[] upper, double[]... starts) {
    Argument.given("curve", curve);
    Argument.require(Argument.given("starts", starts).length > 0, "there is no start");
    Argument.require(
        Argument.given("lower", lower).length == Argument.given("upper", upper).length,
        "there are %d lower bounds and %d upper ones",
        lower.length,
        upper.length);
    double[] outcome = Argument.sample("y", y, 1);
    int k = lower.length;
    Argument.require(k > 0, "lower is empty: there is no parameter");
    Argument.require(
        outcome.length > k,
        "%d observations cannot carry %d parameters and a residual variance",
        outcome.length,
        k);
    Argument.require(Argument.varies(outcome), "y does not vary: all values are %s", outcome[0]);
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
    String failure = "the residual sum of squares is no number";
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
    bounded.requireTold(best, outcome);
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

    /** Refuses an end at which the data do not tell a parameter. */
    void requireTold(double[] end, double[] y) {
      double mean = Arrays.stream(y).average().orElseThrow();
      double spread = Math.sqrt(Arrays.stream(y).map(v -> (v - mean) * (v - mean)).sum());
      double[] at = new double[y.length];
      double[][] slopes = new double[y.length][end.length];
      curve.evaluate(end.clone(), at, slopes);
      double[][] columns = new double[end.length][y.length];
      for (int j = 0; j < end.length; j++) {
        double length = 0;
        for (int i = 0; i < y.length; i++) {
          columns[j][i] = slopes[i][j];
          length = Math.hypot(length, slopes[i][j]);
        }
        boolean told =
            isFree(j)
                ? answers(end, j, ASKED * spread / length, at, spread)
                : length * (upper[j] - lower[j]) > Argument.ROUNDING * spread;
        if (!told) {
          throw Argument.wrong(
              "the search ends where the curve is flat: y does not tell parameter %d, which is %s"
                  + " there; give another start",
              j, end[j]);
        }
        for (int i = 0; i < y.length; i++) {
          columns[j][i] /= length;
        }
      }
      int together = LeastSquares.firstDependent(columns);
      if (together >= 0) {
        throw Argument.wrong(
            "y does not tell parameter %d from those before it at the end of the search", together);
      }
    }

    private boolean answers(double[] end, int j, double step, double[] at, double spread) {
      double[] moved = new double[at.length];
      for (double to : new double[] {end[j] + step, end[j] - step}) {
        double[] b = end.clone();
        b[j] = to;
        curve.evaluate(b, moved, new double[at.length][end.length]);
        double change = 0;
        for (int i = 0; i < at.length; i++) {
          change = Math.hypot(change, moved[i] - at[i]);
        }
        if (change >= ANSWERED * ASKED * spread && Double.isFinite(change)) {
          return true;
        }
      }
      return false;
    }

    void evaluate(double[] free) {
      // a curve that leaves a place out must not find what it wrote before
      Arrays.fill(values, 0);
      for (double[] row : derivatives) {
        Arrays.fill(row, 0);
      }
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
