package speedbump.stats;

import java.util.Arrays;

/**
 * The simplest forecasts of an equally spaced series, against which any other has to show its
 * worth. With n values y, steps d = y_t - y_(t-1), and h steps ahead:
 *
 * <pre>
 * MEAN   mean(y)        +- t(n - 1) sd(y) sqrt(1 + 1 / n)
 * NAIVE  y_n            +- t(n - 1) sqrt(mean(d^2)) sqrt(h)
 * DRIFT  y_n + h mean(d) +- t(n - 2) sd(d) sqrt(h + h^2 / (n - 1))
 * </pre>
 *
 * <p>Each interval is exact where its own picture of the series is: values independent and normal
 * about one mean, a walk with independent normal steps about nought, a walk about a drift.
 *
 * @see <a href="https://otexts.com/fpp3/simple-methods.html">Hyndman and Athanasopoulos,
 *     Forecasting: Principles and Practice, 3rd edition, section 5.2</a>
 */
public enum BenchmarkForecast {
  /** As on average so far. */
  MEAN("as on average so far"),
  /** As it was last. */
  NAIVE("as it was last"),
  /** On, as it has moved so far. */
  DRIFT("on as it has moved");

  /** Fewest values from which each of the three has a scatter. */
  public static final int LEAST_VALUES = 3;

  private final String words;

  BenchmarkForecast(String words) {
    this.words = words;
  }

  /**
   * The rule for a reader.
   *
   * @return a few words
   */
  public String words() {
    return words;
  }

  /**
   * Forecasts one value.
   *
   * @param values the series, oldest first, equally spaced, any unit
   * @param steps steps after the last value, at least 1
   * @param level coverage of the interval, a fraction of one
   * @return the forecast with its interval, in the unit of the values
   * @throws IllegalArgumentException if there are fewer than three values, a value is not finite or
   *     too large, the values or their steps do not vary, or steps or level are out of range
   */
  public Interval of(double[] values, int steps, double level) {
    double[] y = Argument.sample("values", values, LEAST_VALUES);
    Argument.count("steps", steps, 1, Integer.MAX_VALUE);
    Argument.level(level);
    double[] d = new double[y.length - 1];
    Arrays.setAll(d, i -> y[i + 1] - y[i]);
    double last = y[y.length - 1];
    double h = steps;
    return switch (this) {
      case MEAN -> {
        double mean = mean(y);
        yield about(
            mean,
            scatter(y, mean, y.length - 1) * Math.sqrt(1 + 1.0 / y.length),
            y.length - 1,
            level);
      }
      case NAIVE -> about(last, scatter(d, 0, d.length) * Math.sqrt(h), d.length, level);
      case DRIFT -> {
        double drift = mean(d);
        double sd = scatter(d, drift, d.length - 1);
        yield about(last + h * drift, sd * Math.sqrt(h + h * h / d.length), d.length - 1, level);
      }
    };
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double scatter(double[] values, double centre, int freedom) {
    double squares = Arrays.stream(values).map(v -> (v - centre) * (v - centre)).sum();
    double scatter = Math.sqrt(squares / freedom);
    double size = Arrays.stream(values).map(Math::abs).max().orElseThrow();
    Argument.require(
        scatter > Argument.ROUNDING * size,
        "the series does not vary about its rule: no scatter to forecast from");
    return scatter;
  }

  private static Interval about(double middle, double error, int freedom, double level) {
    double half = Student.quantile((1 + level) / 2, freedom) * error;
    Argument.require(
        Double.isFinite(middle) && Double.isFinite(half), "the forecast is too large: %s", middle);
    return new Interval(middle, middle - half, middle + half, level);
  }
}
