package speedbump.model;

import speedbump.stats.Argument;

/**
 * Stocks and flows, stepped by Euler's method: {@code x(t + dt) = x(t) + dt * rate(t, x(t))}, the
 * default of system dynamics. The step is part of the model: a finer one gives another answer.
 */
public final class StockFlow {
  private StockFlow() {}

  /** The net flow into each stock. */
  @FunctionalInterface
  public interface Rates {
    /**
     * Sets the rates.
     *
     * @param time the time at the start of the step
     * @param stocks the stocks at that time, to be read only
     * @param rates to be filled: net flow into each stock per unit of time
     */
    void at(double time, double[] stocks, double[] rates);
  }

  /**
   * Steps stocks forward.
   *
   * @param initial the stocks at time 0
   * @param rates the flows
   * @param step the length of a step
   * @param steps the number of steps
   * @return the stocks at the end
   * @throws IllegalArgumentException if there is no stock, the step is not positive, or there is no
   *     step
   */
  public static double[] run(double[] initial, Rates rates, double step, int steps) {
    check(initial, step, steps);
    double[] stocks = initial.clone();
    double[] rate = new double[stocks.length];
    for (int n = 0; n < steps; n++) {
      advance(stocks, rates, rate, n * step, step);
    }
    return stocks;
  }

  /**
   * Steps stocks forward and keeps every step.
   *
   * @param initial the stocks at time 0
   * @param rates the flows
   * @param step the length of a step
   * @param steps the number of steps
   * @return the stocks at time 0 and after each step
   * @throws IllegalArgumentException if there is no stock, the step is not positive, or there is no
   *     step
   */
  public static double[][] path(double[] initial, Rates rates, double step, int steps) {
    check(initial, step, steps);
    double[] stocks = initial.clone();
    double[] rate = new double[stocks.length];
    double[][] path = new double[steps + 1][];
    path[0] = stocks.clone();
    for (int n = 0; n < steps; n++) {
      advance(stocks, rates, rate, n * step, step);
      path[n + 1] = stocks.clone();
    }
    return path;
  }

  private static void advance(
      double[] stocks, Rates rates, double[] rate, double time, double step) {
    rates.at(time, stocks, rate);
    for (int i = 0; i < stocks.length; i++) {
      stocks[i] += step * rate[i];
    }
  }

  private static void check(double[] initial, double step, int steps) {
    Argument.require(initial.length > 0, "there is no stock");
    Argument.require(step > 0 && Double.isFinite(step), "the step must be positive, not %s", step);
    Argument.require(steps > 0, "there must be a step, not %s", steps);
  }
}
