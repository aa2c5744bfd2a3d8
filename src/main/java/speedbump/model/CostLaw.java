package speedbump.model;

import speedbump.stats.Argument;
import speedbump.stats.Interval;
import speedbump.stats.LeastSquares;
import speedbump.stats.Student;

/**
 * Four laws of what a cost falls with. Each is fitted in first differences through the origin: log
 * c_t - log c_(t-1) = -sum_j b_j (d_j,t - d_j,t-1) + e_t, with one driver d or two.
 *
 * @see <a href="https://doi.org/10.1371/journal.pone.0052669">Nagy, Farmer, Bui and Trancik 2013,
 *     who let six such laws compete on 62 technologies</a>
 */
public enum CostLaw {
  /** Wright (1936): cost falls with all that was made before. */
  WRIGHT(false) {
    @Override
    double[][] drivers(CostSeries series) {
      return new double[][] {series.logOutput()};
    }
  },
  /** Moore: cost falls with time. */
  MOORE(false) {
    @Override
    double[][] drivers(CostSeries series) {
      return new double[][] {series.years()};
    }
  },
  /** Goddard: cost falls with what is made in the year. */
  GODDARD(true) {
    @Override
    double[][] drivers(CostSeries series) {
      return new double[][] {series.logYearlyOutput()};
    }
  },
  /**
   * Sinclair, Klepper and Cohen (2000, Management Science 46(1), 28-45): with both, what was made
   * before and what is made in the year.
   */
  SINCLAIR_KLEPPER_COHEN(true) {
    @Override
    double[][] drivers(CostSeries series) {
      return new double[][] {series.logOutput(), series.logYearlyOutput()};
    }
  };

  /** Growth of a driver below which it stands still but for rounding, log points. */
  private static final double ROUNDING = 1e-9;

  private final boolean needsYearlyOutput;

  CostLaw(boolean needsYearlyOutput) {
    this.needsYearlyOutput = needsYearlyOutput;
  }

  /**
   * A forecast of the logarithm of cost.
   *
   * @param logCost the expected natural logarithm
   * @param standardDeviation of noise to come and error of the fit together
   * @param degreesOfFreedom of Student's t
   */
  public record Forecast(double logCost, double standardDeviation, int degreesOfFreedom) {
    /**
     * @throws IllegalArgumentException if the logarithm is not finite, the deviation not finite or
     *     negative, or there is no degree of freedom
     */
    public Forecast {
      Argument.finite("logCost", logCost);
      Argument.require(
          standardDeviation >= 0 && Double.isFinite(standardDeviation),
          "standardDeviation must be finite and not negative, not %s",
          standardDeviation);
      Argument.require(
          degreesOfFreedom > 0, "degreesOfFreedom must be positive, not %d", degreesOfFreedom);
    }

    /**
     * The interval in which the logarithm is forecast to lie.
     *
     * @param level the coverage, a fraction of one
     * @return the interval
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public Interval interval(double level) {
      double half =
          standardDeviation * Student.quantile((1 + Argument.level(level)) / 2, degreesOfFreedom);
      return new Interval(logCost, logCost - half, logCost + half, level);
    }
  }

  /** One array a driver, one value a point; the output of the last year is not known. */
  abstract double[][] drivers(CostSeries series);

  /**
   * The points of a series for which the law has its drivers.
   *
   * @param series the costs
   * @return all of them, or all but the last where the law asks what was made in the year
   * @throws IllegalArgumentException if the series is null
   */
  public int points(CostSeries series) {
    Argument.given("series", series);
    return needsYearlyOutput ? series.size() - 1 : series.size();
  }

  /**
   * The law fitted to the points before an origin.
   *
   * @param series the costs
   * @param past the number of points before the origin
   * @return the regression of the steps of log cost on those of the drivers, whose coefficients are
   *     the exponents with the sign turned
   * @throws IllegalArgumentException if the series is null, there are not more steps than drivers,
   *     more points are asked for than the law has, a driver does not move, or two move together
   *     but for rounding
   */
  public LeastSquares fit(CostSeries series, int past) {
    if (past > points(series)) {
      throw Argument.wrong(
          "%s: %d points asked for, and %s has %d", series.name(), past, this, points(series));
    }
    return fit(series, drivers(series), past);
  }

  private LeastSquares fit(CostSeries series, double[][] drivers, int past) {
    if (past < drivers.length + 2) {
      throw Argument.wrong(
          "%s: past must be %d points or more for %s, not %d",
          series.name(), drivers.length + 2, this, past);
    }
    double[] cost = series.logCost();
    double[] steps = new double[past - 1];
    double[][] moves = new double[past - 1][];
    double[] farthest = new double[drivers.length];
    for (int t = 0; t < steps.length; t++) {
      steps[t] = cost[t + 1] - cost[t];
      moves[t] = ahead(drivers, t, t + 1);
      for (int j = 0; j < farthest.length; j++) {
        farthest[j] = Math.max(farthest[j], Math.abs(moves[t][j]));
      }
    }
    for (int j = 0; j < farthest.length; j++) {
      if (farthest[j] < ROUNDING) {
        throw Argument.wrong(
            "%s: driver %d of %s does not move in %d points", series.name(), j, this, past);
      }
    }
    if (drivers.length > 1 && moveTogether(moves)) {
      throw Argument.wrong(
          "%s: the drivers of %s move together in %d points", series.name(), this, past);
    }
    return LeastSquares.fit(steps, moves);
  }

  /** Whether the second of two drivers is a multiple of the first, but for rounding. */
  private static boolean moveTogether(double[][] moves) {
    double products = 0;
    double squares = 0;
    for (double[] move : moves) {
      products += move[0] * move[1];
      squares += move[0] * move[0];
    }
    for (double[] move : moves) {
      if (Math.abs(move[1] - products / squares * move[0]) > ROUNDING) {
        return false;
      }
    }
    return true;
  }

  private static double[] ahead(double[][] drivers, int from, int to) {
    double[] ahead = new double[drivers.length];
    for (int j = 0; j < ahead.length; j++) {
      ahead[j] = drivers[j][to] - drivers[j][from];
    }
    return ahead;
  }

  /**
   * What the drivers do between the last point before the origin and a later one.
   *
   * @param drivers the law's drivers
   * @param last index of the last point before the origin
   * @param to index of the later point
   * @param years the time of each point
   * @param future whether they move as they did, or at their mean rate before the origin
   */
  private static double[] moves(
      double[][] drivers, int last, int to, double[] years, Hindcast.FutureOutput future) {
    if (future == Hindcast.FutureOutput.AS_IT_CAME) {
      return ahead(drivers, last, to);
    }
    double[] moves = ahead(drivers, 0, last);
    double share = (years[to] - years[last]) / (years[last] - years[0]);
    for (int j = 0; j < moves.length; j++) {
      moves[j] *= share;
    }
    return moves;
  }

  /**
   * Forecasts the cost of every later point that the law has its drivers for: mean log c_T - sum_j
   * b_j (d_j,T+h - d_j,T), variance s^2 h plus that of the mean from the error of the exponents.
   * Noise of the steps is taken as independent.
   *
   * @param series the costs
   * @param past the number of points before the origin
   * @param future what the law knows of output
   * @return one forecast a point after the origin
   * @throws IllegalArgumentException as {@link #fit}, or if nothing comes after the past
   */
  Forecast[] forecasts(CostSeries series, int past, Hindcast.FutureOutput future) {
    if (past >= points(series)) {
      throw Argument.wrong("%s: nothing comes after %d points", series.name(), past);
    }
    double[][] drivers = drivers(series);
    LeastSquares fit = fit(series, drivers, past);
    double noise = fit.residualStandardDeviation();
    double[] years = series.years();
    int last = past - 1;
    double lastCost = series.logCost()[last];
    Forecast[] forecasts = new Forecast[points(series) - past];
    for (int i = 0; i < forecasts.length; i++) {
      // a prediction is of one step's noise; h of them come, and one exponent's error
      LeastSquares.Prediction one = fit.predict(moves(drivers, last, past + i, years, future));
      forecasts[i] =
          new Forecast(
              lastCost + one.mean(),
              Math.hypot(one.standardDeviation(), noise * Math.sqrt(i)),
              one.degreesOfFreedom());
    }
    return forecasts;
  }
}
