package speedbump.model;

import java.util.Arrays;
import speedbump.stats.Argument;

/**
 * Stocks and flows, stepped by Euler's method: {@code x(t + dt) = x(t) + dt * rate(t, x(t))}, the
 * default of system dynamics. The step is part of the model: a finer one gives another answer.
 */
public final class StockFlow {
  /** More steps than these are a slip of the pen. */
  private static final int MOST_STEPS = 10_000_000;

  private StockFlow() {}

  /** The net flow into each stock. */
  @FunctionalInterface
  public interface Rates {
    /**
     * Sets the rates.
     *
     * @param time the time at the start of the step
     * @param stocks the stocks at that time, a copy
     * @param rates to be filled: net flow into each stock per unit of time; zero where nothing is
     *     set
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
   * @throws IllegalArgumentException if an argument is null, there is no stock, one is not finite
   *     at the start or after a step, the step is not positive, or there is no step or more than
   *     ten million
   */
  public static double[] run(double[] initial, Rates rates, double step, int steps) {
    check(initial, rates, step, steps);
    double[] stocks = initial.clone();
    Euler euler = new Euler(rates, step, stocks);
    for (int n = 0; n < steps; n++) {
      euler.advance(n);
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
   * @throws IllegalArgumentException if an argument is null, there is no stock, one is not finite
   *     at the start or after a step, the step is not positive, or there is no step or more than
   *     ten million
   */
  public static double[][] path(double[] initial, Rates rates, double step, int steps) {
    check(initial, rates, step, steps);
    double[] stocks = initial.clone();
    Euler euler = new Euler(rates, step, stocks);
    double[][] path = new double[steps + 1][];
    path[0] = stocks.clone();
    for (int n = 0; n < steps; n++) {
      euler.advance(n);
      path[n + 1] = stocks.clone();
    }
    return path;
  }

  /** One step after another, nothing kept between them but the stocks. */
  private static final class Euler {
    private final Rates rates;
    private final double step;
    private final double[] stocks;
    private final double[] seen;
    private final double[] rate;

    Euler(Rates rates, double step, double[] stocks) {
      this.rates = rates;
      this.step = step;
      this.stocks = stocks;
      this.seen = new double[stocks.length];
      this.rate = new double[stocks.length];
    }

    void advance(int n) {
      System.arraycopy(stocks, 0, seen, 0, stocks.length);
      Arrays.fill(rate, 0);
      rates.at(n * step, seen, rate);
      for (int i = 0; i < stocks.length; i++) {
        stocks[i] += step * rate[i];
        if (!Double.isFinite(stocks[i])) {
          throw Argument.wrong(
              "stock %d is not finite after step %d: %s, by a rate of %s",
              i, n + 1, stocks[i], rate[i]);
        }
      }
    }
  }

  private static void check(double[] initial, Rates rates, double step, int steps) {
    Argument.given("initial", initial);
    Argument.given("rates", rates);
    Argument.require(initial.length > 0, "there is no stock");
    for (int i = 0; i < initial.length; i++) {
      if (!Double.isFinite(initial[i])) {
        throw Argument.wrong("initial is not finite at index %d: %s", i, initial[i]);
      }
    }
    Argument.require(
        step > 0 && Double.isFinite(step * Math.max(1, steps)),
        "the step must be positive, not %s",
        step);
    Argument.require(steps > 0, "there must be a step, not %s", steps);
    Argument.require(
        steps <= MOST_STEPS / initial.length,
        "steps must be at most %s for %s stocks, not %s",
        MOST_STEPS / initial.length,
        initial.length,
        steps);
  }
}
