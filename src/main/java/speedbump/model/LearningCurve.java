package speedbump.model;

import speedbump.stats.Argument;
import speedbump.stats.Autoregression;
import speedbump.stats.Interval;
import speedbump.stats.LeastSquares;
import speedbump.stats.LeastSquares.SerialErrors;

/**
 * How fast a cost falls with a driver d: with the logarithm of cumulative output (Wright's law) or
 * with time in years (Moore's law). In levels log c_t = a - b d_t + e_t; in first differences
 * through the origin log c_t - log c_(t-1) = -b (d_t - d_(t-1)) + e_t. An association, and no proof
 * of a cause: anything that rises with time "learns" in levels.
 *
 * <p>Cumulative output needs an estimate of what was made before the series begins. Too low an
 * estimate makes early growth too large and the exponent too small.
 *
 * @see <a href="https://doi.org/10.1371/journal.pone.0052669">Nagy, Farmer, Bui and Trancik 2013,
 *     Statistical Basis for Predicting Technological Progress</a>
 * @see <a href="https://doi.org/10.1016/j.techfore.2017.11.001">Lafond and others 2018, How well do
 *     experience curves predict technological progress?</a>
 */
public final class LearningCurve {
  private final LeastSquares fit;
  private final int column;
  private final Driver driver;

  private LearningCurve(LeastSquares fit, int column, Driver driver) {
    this.fit = fit;
    this.column = column;
    this.driver = driver;
  }

  /** What the cost falls with. */
  public enum Driver {
    /** The natural logarithm of cumulative output: Wright. */
    EXPERIENCE,
    /** Years: Moore. */
    TIME
  }

  /** How the line is fitted. */
  public enum Form {
    /** Levels, with a constant. */
    LEVELS,
    /** First differences, through the origin. */
    FIRST_DIFFERENCES,
    /**
     * First differences with the residual of the levels one step before as a second regressor: a
     * cost above its curve may be drawn back to it.
     */
    ERROR_CORRECTION
  }

  /**
   * Fits a curve.
   *
   * @param series the costs
   * @param driver what they fall with
   * @param form how the line is fitted
   * @return the curve
   * @throws IllegalArgumentException if an argument is null, the cost does not vary by more than
   *     rounding, there are too few points for the form, or the levels leave no residual for an
   *     error correction
   */
  public static LearningCurve fit(CostSeries series, Driver driver, Form form) {
    Argument.given("series", series);
    Argument.given("driver", driver);
    Argument.given("form", form);
    double[] cost = series.logCost();
    double[] driven = driver == Driver.EXPERIENCE ? series.logOutput() : series.years();
    if (!series.costVaries()) {
      throw Argument.wrong("%s: the cost does not vary", series.name());
    }
    if (form == Form.LEVELS) {
      return new LearningCurve(LeastSquares.withConstant(cost, driven), 1, driver);
    }
    double[] steps = CostSeries.differences(driven);
    double[][] rows = new double[steps.length][];
    double[] above =
        form == Form.ERROR_CORRECTION
            ? LeastSquares.withConstant(cost, driven).residuals()
            : new double[0];
    if (form == Form.ERROR_CORRECTION && !leavesError(above)) {
      throw Argument.wrong("%s: the levels fit without error", series.name());
    }
    for (int t = 0; t < steps.length; t++) {
      rows[t] = above.length > 0 ? new double[] {steps[t], above[t]} : new double[] {steps[t]};
    }
    return new LearningCurve(LeastSquares.fit(CostSeries.differences(cost), rows), 0, driver);
  }

  private static boolean leavesError(double[] residuals) {
    for (double residual : residuals) {
      if (Math.abs(residual) > Argument.ROUNDING) {
        return true;
      }
    }
    return false;
  }

  /**
   * The exponent b, positive where the cost falls.
   *
   * @return log cost per unit of log output, or per year; no base of logarithm changes the first
   */
  public double exponent() {
    return -fit.coefficients()[column];
  }

  /**
   * The share by which cost falls with each doubling of cumulative output, 1 - 2^-b, or with each
   * year, 1 - e^-b.
   *
   * @return a fraction of one, negative where the cost rises
   */
  public double learningRate() {
    return learningRate(driver, exponent());
  }

  /**
   * The learning rate of any exponent, such as a bound of an interval.
   *
   * @param driver what the cost falls with
   * @param exponent the exponent
   * @return a fraction of one
   * @throws IllegalArgumentException if the driver is null, or the exponent is not finite or so far
   *     below zero that no number holds the rate
   */
  public static double learningRate(Driver driver, double exponent) {
    Argument.given("driver", driver);
    Argument.finite("exponent", exponent);
    double rate = driver == Driver.EXPERIENCE ? 1 - Math.pow(2, -exponent) : -Math.expm1(-exponent);
    Argument.require(Double.isFinite(rate), "exponent %s has no learning rate", exponent);
    return rate;
  }

  /**
   * The exponent with its interval by {@link SerialErrors#PRAIS_WINSTEN}, as the decision rules
   * have it.
   *
   * @param level the coverage, a fraction of one
   * @return the interval, whose estimate is that of Prais and Winsten
   * @throws IllegalArgumentException if the level is not between 0 and 1, or there are fewer than
   *     {@value speedbump.stats.PraisWinsten#LEAST_OBSERVATIONS} observations
   */
  public Interval interval(double level) {
    return interval(level, SerialErrors.PRAIS_WINSTEN);
  }

  /**
   * The exponent with its interval.
   *
   * @param level the coverage, a fraction of one
   * @param errors how the interval allows for autocorrelation
   * @return the interval
   * @throws IllegalArgumentException if the level is not between 0 and 1; by Prais and Winsten, as
   *     {@link #interval(double)}
   */
  public Interval interval(double level, SerialErrors errors) {
    Interval slope = fit.interval(column, level, errors);
    return new Interval(-slope.estimate(), -slope.upper(), -slope.lower(), slope.level());
  }

  /**
   * What is left of log cost, or of its steps, as noise that remembers its last value.
   *
   * @return the noise, in log cost
   * @throws IllegalArgumentException as {@link #interval(double)}, or if the curve fits without
   *     error
   */
  public Autoregression noise() {
    return Autoregression.fitErrors(fit.residuals(), fit.coefficients().length);
  }

  /**
   * The regression behind the curve.
   *
   * @return the fit, whose slope is the negative of the exponent
   */
  public LeastSquares leastSquares() {
    return fit;
  }
}
