package speedbump.stats;

import java.util.random.RandomGenerator;

/**
 * Noise that remembers its last value, e_t = rho e_(t-1) + u_t with u normal and independent: the
 * noise of the simulated worlds.
 *
 * @param rho the first-order autocorrelation, -0.95 to 0.95
 * @param innovationSd the standard deviation of u, in the unit of the residuals; 0 for no noise
 * @param observations the number of residuals it was fitted to
 */
public record Autoregression(double rho, double innovationSd, int observations) {
  /**
   * The largest autocorrelation in absolute value. An estimate beyond it is brought back to it:
   * nearer to one, a simulated series would wander like a random walk, whose spread no series of
   * this length can tell.
   */
  public static final double LARGEST_RHO = 0.95;

  /**
   * @throws IllegalArgumentException if rho lies outside -0.95 to 0.95, or the deviation is
   *     negative or not finite, or there are no observations
   */
  public Autoregression {
    Argument.require(
        Math.abs(rho) <= LARGEST_RHO, "rho must lie between -0.95 and 0.95, not %s", rho);
    Argument.require(
        innovationSd >= 0 && Double.isFinite(innovationSd),
        "the innovation's standard deviation must be finite and not negative: %s",
        innovationSd);
    Argument.require(observations > 0, "there must be observations, not %s", observations);
  }

  /**
   * Fits the noise to evenly spaced residuals by the Yule-Walker equations: rho = sum e_t e_(t-1) /
   * sum e_t^2, brought back to -0.95 or 0.95 where it lies beyond, and innovation variance (1 -
   * rho^2) sum e_t^2 / n, so that simulated noise has the spread of the residuals. The residuals
   * are taken as they are: their mean is not removed.
   *
   * @param residuals the residuals of a fit in the order of time, any unit
   * @return the noise, in the unit of the residuals
   * @throws IllegalArgumentException if there are fewer than two residuals, one is not finite, or
   *     all are zero
   */
  public static Autoregression fitFirstOrder(double[] residuals) {
    double[] e = Argument.sample("residuals", residuals, 2);
    double squares = e[0] * e[0];
    double products = 0;
    for (int t = 1; t < e.length; t++) {
      squares += e[t] * e[t];
      products += e[t] * e[t - 1];
    }
    Argument.require(squares > 0, "all residuals are zero: they have no autocorrelation");
    double rho = Math.max(-LARGEST_RHO, Math.min(LARGEST_RHO, products / squares));
    return new Autoregression(rho, Math.sqrt((1 - rho * rho) * squares / e.length), e.length);
  }

  /**
   * The standard deviation of the noise itself, innovationSd / sqrt(1 - rho^2).
   *
   * @return the deviation, in the unit of the residuals
   */
  public double stationarySd() {
    return innovationSd / Math.sqrt(1 - rho * rho);
  }

  /**
   * Draws a series at even steps, its first value from the stationary distribution.
   *
   * @param length the number of values
   * @param random the source of randomness
   * @return the series, in the unit of the residuals
   * @throws IllegalArgumentException if the length is not positive
   */
  public double[] simulate(int length, RandomGenerator random) {
    Argument.require(length > 0, "length must be positive, not %s", length);
    double[] series = new double[length];
    series[0] = stationarySd() * random.nextGaussian();
    for (int t = 1; t < length; t++) {
      series[t] = rho * series[t - 1] + innovationSd * random.nextGaussian();
    }
    return series;
  }

  /**
   * Draws a series at uneven steps, its first value from the stationary distribution: over a gap of
   * g steps the correlation is rho^g and the noise added has the variance (1 - rho^(2g)) times that
   * of the series.
   *
   * @param gaps the distances between neighbours in units of the step that rho is for; one fewer
   *     than the values
   * @param random the source of randomness
   * @return the series, in the unit of the residuals
   * @throws IllegalArgumentException if a gap is negative or not finite, or rho is negative and a
   *     gap no whole number
   */
  public double[] simulate(double[] gaps, RandomGenerator random) {
    double[] steps = Argument.sample("gaps", gaps, 0);
    double sd = stationarySd();
    double[] series = new double[steps.length + 1];
    series[0] = sd * random.nextGaussian();
    for (int t = 0; t < steps.length; t++) {
      Argument.require(steps[t] >= 0, "gap %d is negative: %s", t, steps[t]);
      Argument.require(
          rho >= 0 || steps[t] == Math.rint(steps[t]),
          "gap %d is no whole number, which a negative rho needs: %s",
          t,
          steps[t]);
      double carried = Math.pow(rho, steps[t]);
      series[t + 1] =
          carried * series[t] + sd * Math.sqrt(1 - carried * carried) * random.nextGaussian();
    }
    return series;
  }
}
