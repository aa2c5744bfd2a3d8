package speedbump.stats;

import java.util.random.RandomGenerator;

/**
 * Noise that remembers its last value, e_t = rho e_(t-1) + u_t with u normal and independent: the
 * noise of the simulated worlds.
 *
 * @param rho the first-order autocorrelation, above -1 and below 1
 * @param innovationSd the standard deviation of u, in the unit of the residuals; 0 for no noise
 * @param observations the number of residuals it was fitted to
 */
public record Autoregression(double rho, double innovationSd, int observations) {
  /**
   * @throws IllegalArgumentException if rho is not between -1 and 1, or the deviation is negative
   *     or not finite, or there are no observations
   */
  public Autoregression {
    Argument.require(Math.abs(rho) < 1, "rho must lie between -1 and 1, not %s", rho);
    Argument.require(
        innovationSd >= 0 && Double.isFinite(innovationSd),
        "the innovation's standard deviation must be finite and not negative: %s",
        innovationSd);
    Argument.require(observations > 0, "there must be observations, not %s", observations);
  }

  /** The longest series that is simulated. */
  private static final int LONGEST = 10_000_000;

  /** What rho is taken to be where a series is too short to tell. */
  public static final double RHO_OF_A_SHORT_SERIES = 0.5;

  /**
   * The autocorrelation of errors, from the residuals of a regression: corrected for its bias as in
   * {@link PraisWinsten#corrected(double[])}; {@value #RHO_OF_A_SHORT_SERIES} where there are fewer
   * than {@value PraisWinsten#LEAST_OBSERVATIONS}.
   *
   * @param residuals the residuals of a fit in the order of time, any unit
   * @return rho
   * @throws IllegalArgumentException if a residual is not finite, or all are zero
   */
  public static double rhoOfErrors(double[] residuals) {
    double[] e = Argument.sample("residuals", residuals, 1);
    double plain = firstOrder(e);
    return e.length < PraisWinsten.LEAST_OBSERVATIONS
        ? RHO_OF_A_SHORT_SERIES
        : PraisWinsten.corrected(plain, e.length);
  }

  /**
   * Fits the noise of errors, from the residuals of a regression: rho as in {@link
   * #rhoOfErrors(double[])}, and the innovation variance (sum over t = 2..n of (e_t - rho
   * e_(t-1))^2 + (1 - rho^2) e_1^2) / (n - k), so that simulated noise is as persistent and as wide
   * as errors are, of which residuals show less.
   *
   * @param residuals the residuals of a fit in the order of time, any unit
   * @param coefficients the number k of coefficients that were fitted
   * @return the noise, in the unit of the residuals
   * @throws IllegalArgumentException if there are not more residuals than coefficients, one is not
   *     finite, or all are zero
   */
  public static Autoregression fitErrors(double[] residuals, int coefficients) {
    double[] e = Argument.sample("residuals", residuals, 1);
    Argument.require(
        coefficients >= 0 && coefficients < e.length,
        "%d residuals do not tell the noise beside %d coefficients",
        e.length,
        coefficients);
    double rho = rhoOfErrors(e);
    double squares = (1 - rho * rho) * e[0] * e[0];
    for (int t = 1; t < e.length; t++) {
      double innovation = e[t] - rho * e[t - 1];
      squares += innovation * innovation;
    }
    return new Autoregression(rho, Math.sqrt(squares / (e.length - coefficients)), e.length);
  }

  /** The first-order autocorrelation of residuals, sum e_t e_(t-1) / sum e_t^2. */
  static double firstOrder(double[] e) {
    double squares = e[0] * e[0];
    double products = 0;
    for (int t = 1; t < e.length; t++) {
      squares += e[t] * e[t];
      products += e[t] * e[t - 1];
    }
    Argument.require(squares > 0, "all residuals are zero: they have no autocorrelation");
    return products / squares;
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
   * @throws IllegalArgumentException if the length is not positive or above ten million, or there
   *     is no generator
   */
  public double[] simulate(int length, RandomGenerator random) {
    Argument.given("generator", random);
    Argument.count("length", length, 1, LONGEST);
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
    Argument.given("generator", random);
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
