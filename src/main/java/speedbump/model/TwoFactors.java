package speedbump.model;

import speedbump.stats.Interval;
import speedbump.stats.LeastSquares;

/**
 * Experience and time together, in first differences: log c_t - log c_(t-1) = -m - b (log X_t - log
 * X_(t-1)) + e_t. Where output grows at an even rate the two cannot be told apart, and the figures
 * of collinearity say so.
 */
public final class TwoFactors {
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
   * @throws IllegalArgumentException if there are too few points, or output grows at the very same
   *     rate from each point to the next
   */
  public static TwoFactors fit(CostSeries series) {
    return new TwoFactors(
        LeastSquares.withConstant(
            CostSeries.differences(series.logCost()), CostSeries.differences(series.logOutput())),
        LeastSquares.withConstant(series.logOutput(), series.years()).rSquared());
  }

  /**
   * The exponent of experience with time held fixed, with its interval after Newey and West.
   *
   * @param level the coverage, a fraction of one
   * @return the interval
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public Interval exponent(double level) {
    double[][] covariance = fit.neweyWest(LeastSquares.automaticLags(fit.observations()), true);
    Interval slope = fit.interval(1, level, covariance);
    return new Interval(-slope.estimate(), -slope.upper(), -slope.lower(), level);
  }

  /**
   * What is left of the steps of log cost.
   *
   * @return the residuals, one a step
   */
  public double[] residuals() {
    return fit.residuals();
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
   */
  public double varianceInflation() {
    return 1 / (1 - rSquared);
  }
}
