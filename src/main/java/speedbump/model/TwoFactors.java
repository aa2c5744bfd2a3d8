package speedbump.model;

import java.util.Arrays;
import speedbump.stats.Argument;
import speedbump.stats.Autoregression;
import speedbump.stats.Interval;
import speedbump.stats.LeastSquares;
import speedbump.stats.LeastSquares.SerialErrors;

/**
 * Experience and time together, in first differences: log c_t - log c_(t-1) = -m - b (log X_t - log
 * X_(t-1)) + e_t. Where output grows at an even rate the two cannot be told apart, and the figures
 * of collinearity say so.
 */
public final class TwoFactors {
  /** A spread of output's steps, log points, that is none but for rounding. */
  private static final double ROUNDING = 1e-9;

  private final LeastSquares fit;
  private final double rSquared;

  private TwoFactors(LeastSquares fit, double rSquared) {
    this.fit = fit;
    this.rSquared = rSquared;
  }

  /**
   * Fits both factors.
   *
   * @param series the costs, at least 4 points
   * @return the fit
   * @throws IllegalArgumentException if the series is null, there are too few points, the cost does
   *     not vary, or output grows at the very same rate from each point to the next but for
   *     rounding
   */
  public static TwoFactors fit(CostSeries series) {
    Argument.given("series", series);
    if (!series.costVaries()) {
      throw Argument.wrong("%s: the cost does not vary", series.name());
    }
    double[] growth = CostSeries.differences(series.logOutput());
    double least = Arrays.stream(growth).min().orElseThrow();
    double most = Arrays.stream(growth).max().orElseThrow();
    if (most - least < ROUNDING) {
      throw Argument.wrong("%s: output grows at one rate, %s a step", series.name(), most);
    }
    return new TwoFactors(
        LeastSquares.withConstant(
            CostSeries.differences(series.logCost()), CostSeries.differences(series.logOutput())),
        LeastSquares.withConstant(series.logOutput(), series.years()).rSquared());
  }

  /**
   * The exponent of experience with time held fixed, by least squares.
   *
   * @return the exponent, no unit
   */
  public double exponent() {
    return -fit.coefficients()[1];
  }

  /**
   * The same with its interval by Prais and Winsten.
   *
   * @param level the coverage, a fraction of one
   * @return the interval
   * @throws IllegalArgumentException if the level is not between 0 and 1, or there are fewer than
   *     {@value speedbump.stats.PraisWinsten#LEAST_OBSERVATIONS} steps
   */
  public Interval interval(double level) {
    Interval slope = fit.interval(1, level, SerialErrors.PRAIS_WINSTEN);
    return new Interval(-slope.estimate(), -slope.upper(), -slope.lower(), level);
  }

  /**
   * The noise of the steps of log cost.
   *
   * @return the noise, in log cost
   */
  public Autoregression noise() {
    return Autoregression.fitErrors(fit.residuals(), 2);
  }

  /**
   * The share of the variation of log cumulative output that a straight line in time explains.
   *
   * @return a fraction of one
   */
  public double outputOnTimeRSquared() {
    return rSquared;
  }

  /**
   * By how much the straight line in time inflates the variance of the exponent in levels, 1 / (1 -
   * R^2).
   *
   * @return the factor, at least 1
   * @throws IllegalStateException if output lies on the straight line but for rounding
   */
  public double varianceInflation() {
    if (!(1 - rSquared > Argument.ROUNDING)) {
      throw new IllegalStateException("output grows at one rate: the variance has no bound");
    }
    return 1 / (1 - rSquared);
  }
}
