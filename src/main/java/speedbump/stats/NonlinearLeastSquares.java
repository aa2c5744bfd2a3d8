package speedbump.stats;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A curve y = f(b) + e fitted by least squares within bounds, b = argmin (y - f(b))'(y - f(b)) over
 * lower &lt;= b &lt;= upper, by the Levenberg-Marquardt method from several starts; the best end
 * counts. A bounded parameter is searched for as b = lower + (upper - lower)(1 + sin u) / 2, so
 * that every u is allowed. Hipparchus' search gives the same answers in twice the time, most of it
 * spent on copies between its matrices.
 *
 * @see <a href="https://www.itl.nist.gov/div898/strd/">NIST Statistical Reference Datasets,
 *     nonlinear regression</a>
 * @see <a href="https://www2.imm.dtu.dk/pubdb/edoc/imm3215.pdf">Madsen, Nielsen and Tingleff 2004,
 *     Methods for Non-Linear Least Squares Problems, 3.2</a>
 * @see <a href="https://cds.cern.ch/record/2296388">James and Winkler, MINUIT User's Guide, 1.2.1:
 *     the transformation for parameters with limits</a>
 */
public final class NonlinearLeastSquares {
  /** Steps that a search may take; NIST's hard problems need some hundred. */
  private static final int MOST_STEPS = 10_000;

  /** Relative change of the residual sum and of the parameters at which a search ends. */
  private static final double TOLERANCE = 1e-12;

  /** Damping of the first step and the least, as shares of the curvature. */
  private static final double FIRST_DAMPING = 1e-3;

  private static final double LEAST_DAMPING = 1e-20;

  /**
   * Distance from a bound, as a share of the range, at which a start on the bound is put: the sine
   * is flat at the bound itself.
   */
  private static final double OFF_THE_BOUND = 1e-3;

  private final double[] parameters;
  private final double[][] covariance;
  private final double rss;
  private final int observations;
  private final int ends;

  private NonlinearLeastSquares(
      double[] parameters, double[][] covariance, double rss, int observations, int ends) {
    this.parameters = parameters;
    this.covariance = covariance;
    this.rss = rss;
    this.observations = observations;
    this.ends = ends;
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
   *     bounds are reversed, or no search ends
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
    double[] best = null;
    double least = Double.POSITIVE_INFINITY;
    int ends = 0;
    for (double[] start : starts) {
      Optional<double[]> end = bounded.search(bounded.free(start), outcome);
      if (end.isPresent()) {
        ends++;
        double[] within = bounded.within(end.get());
        double rss = bounded.rss(within, outcome);
        if (rss < least) {
          least = rss;
          best = within;
        }
      }
    }
    if (best == null) {
      throw Argument.wrong("no search from %d starts ends", starts.length);
    }
    return new NonlinearLeastSquares(
        best, bounded.covariance(best, least), least, outcome.length, ends);
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

    /**
     * The search of Levenberg and Marquardt from one start: steps p with the least (r - J p)'(r - J
     * p) + d (D p)'(D p), for residuals r, derivatives J, the largest length D seen of each of its
     * columns, and a damping d by Nielsen's rule. There is no end where it has not come after the
     * most steps, or where the curve is not finite at the start.
     */
    Optional<double[]> search(double[] start, double[] y) {
      int n = y.length;
      int k = start.length;
      double[] at = start.clone();
      double[] residuals = new double[n];
      double[][] columns = new double[k][n];
      double[] scale = new double[k];
      evaluate(at);
      double rss = take(y, residuals, columns, scale);
      double damping = FIRST_DAMPING;
      double growth = 2;
      for (int step = 0; step < MOST_STEPS && Double.isFinite(rss); step++) {
        double[][] damped = new double[k][];
        for (int j = 0; j < k; j++) {
          damped[j] = Arrays.copyOf(columns[j], n + k);
          damped[j][n + j] = Math.sqrt(damping) * (scale[j] > 0 ? scale[j] : 1);
        }
        double[] right = Arrays.copyOf(residuals, n + k);
        double[] change = LeastSquares.backSubstituted(LeastSquares.triangle(damped, right), right);
        double foretold = 0;
        double length = 0;
        double size = 0;
        double[] trial = at.clone();
        for (int j = 0; j < k; j++) {
          foretold += right[j] * right[j];
          length += scale[j] * change[j] * scale[j] * change[j];
          size += scale[j] * at[j] * scale[j] * at[j];
          trial[j] += change[j];
        }
        evaluate(trial);
        double reduction = rss - distance(y);
        if (reduction > 0) {
          double gain = 2 * reduction / foretold - 1;
          damping = Math.max(LEAST_DAMPING, damping * Math.max(1.0 / 3, 1 - gain * gain * gain));
          growth = 2;
          at = trial;
          rss = take(y, residuals, columns, scale);
        } else {
          damping *= growth;
          growth *= 2;
        }
        if (foretold <= TOLERANCE * rss || length <= TOLERANCE * TOLERANCE * size) {
          return Optional.of(at);
        }
      }
      return Optional.empty();
    }

    /** Takes over what was evaluated last, and gives its sum; no number where a slope is none. */
    private double take(double[] y, double[] residuals, double[][] columns, double[] scale) {
      for (int i = 0; i < y.length; i++) {
        residuals[i] = y[i] - values[i];
      }
      double slopes = 0;
      for (int j = 0; j < columns.length; j++) {
        double squares = 0;
        for (int i = 0; i < y.length; i++) {
          columns[j][i] = derivatives[i][j];
          squares += columns[j][i] * columns[j][i];
        }
        scale[j] = Math.max(scale[j], Math.sqrt(squares));
        slopes += squares;
      }
      return Double.isFinite(slopes) ? distance(y) : Double.NaN;
    }

    private double distance(double[] y) {
      double rss = 0;
      for (int i = 0; i < y.length; i++) {
        rss += (y[i] - values[i]) * (y[i] - values[i]);
      }
      return rss;
    }

    double rss(double[] parameters, double[] y) {
      curve.evaluate(parameters, values, derivatives);
      return distance(y);
    }

    /** s^2 (J'J)^-1 by the linear fit of y on J; no number where J is short of rank. */
    double[][] covariance(double[] parameters, double rss) {
      int k = parameters.length;
      curve.evaluate(parameters, values, derivatives);
      try {
        double[][] unit = LeastSquares.fit(new double[values.length], derivatives).unitCovariance();
        double variance = rss / (values.length - k);
        for (double[] row : unit) {
          for (int j = 0; j < k; j++) {
            row[j] *= variance;
          }
        }
        return unit;
      } catch (IllegalArgumentException e) {
        double[][] none = new double[k][k];
        for (double[] row : none) {
          Arrays.fill(row, Double.NaN);
        }
        return none;
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
   * The standard deviations of the parameters, the roots of the diagonal of s^2 (J'J)^-1 with the
   * derivatives J at the best fit: right for independent errors of one variance, away from the
   * bounds.
   *
   * @return one a parameter; not numbers where the data do not tell the parameters apart
   */
  public double[] standardDeviations() {
    double[] deviations = new double[parameters.length];
    for (int j = 0; j < deviations.length; j++) {
      deviations[j] = Math.sqrt(covariance[j][j]);
    }
    return deviations;
  }

  /**
   * The residual sum of squares.
   *
   * @return the sum, in the squared unit of y
   */
  public double rss() {
    return rss;
  }

  /**
   * The residual standard deviation s = sqrt(e'e / (n - k)).
   *
   * @return the deviation, in the unit of y
   */
  public double residualStandardDeviation() {
    return Math.sqrt(rss / (observations - parameters.length));
  }

  /**
   * The searches that came to an end.
   *
   * @return their number, at most that of the starts
   */
  public int ends() {
    return ends;
  }
}
