package speedbump.model;

import java.util.Arrays;
import java.util.Optional;
import speedbump.stats.Argument;

/**
 * What a technology cost, and how much of it had been made before, point by point. Costs and output
 * are kept as natural logarithms; no result depends on their units.
 */
public final class CostSeries {
  /** Beyond it a year is none. */
  private static final double LARGEST_YEAR = 1e6;

  private final String name;
  private final double[] years;
  private final double[] logCost;
  private final double[] logOutput;

  private CostSeries(String name, double[] years, double[] logCost, double[] logOutput) {
    this.name = name;
    this.years = years;
    this.logCost = logCost;
    this.logOutput = logOutput;
  }

  /**
   * A series.
   *
   * @param name name of the technology
   * @param years time of each point in years, rising
   * @param cost cost of one unit, positive, any unit
   * @param cumulativeOutput all output before the point, positive and rising, any unit
   * @return the series
   * @throws IllegalArgumentException if the three differ in length, there are fewer than three
   *     points, one is null, a value is not finite, a cost or an output is not positive or beyond
   *     what can be squared, or years or output do not rise by more than rounding from point to
   *     point
   */
  public static CostSeries of(
      String name, double[] years, double[] cost, double[] cumulativeOutput) {
    Argument.given("name", name);
    Argument.given(name + ": years", years);
    Argument.given(name + ": cost", cost);
    Argument.given(name + ": cumulativeOutput", cumulativeOutput);
    int n = years.length;
    if (n < 3 || cost.length != n || cumulativeOutput.length != n) {
      throw Argument.wrong(
          "%s: %d years, %d costs, %d outputs; at least 3 of each are needed",
          name, n, cost.length, cumulativeOutput.length);
    }
    for (int i = 0; i < n; i++) {
      if (!(Math.abs(years[i]) <= LARGEST_YEAR)) {
        throw Argument.wrong("%s: years at index %d is no year: %s", name, i, years[i]);
      }
      positive(name, "cost", i, cost[i]);
      positive(name, "cumulative output", i, cumulativeOutput[i]);
      if (i > 0 && !rises(years[i - 1], years[i])) {
        throw Argument.wrong("%s: %s comes after %s", name, years[i], years[i - 1]);
      }
      if (i > 0 && !rises(cumulativeOutput[i - 1], cumulativeOutput[i])) {
        throw Argument.wrong("%s: cumulative output does not rise at %s", name, years[i]);
      }
    }
    return new CostSeries(
        name,
        years.clone(),
        Arrays.stream(cost).map(Math::log).toArray(),
        Arrays.stream(cumulativeOutput).map(Math::log).toArray());
  }

  private static boolean rises(double before, double value) {
    return value - before > Argument.ROUNDING * Math.max(Math.abs(before), Math.abs(value));
  }

  private static void positive(String name, String what, int index, double value) {
    if (!(value >= 1 / Argument.LARGEST && value <= Argument.LARGEST)) {
      throw Argument.wrong(
          "%s: the %s must be positive and finite, not %s, at index %d", name, what, value, index);
    }
  }

  /**
   * The same years and output with other costs.
   *
   * @param logCost natural logarithm of the costs, one a point
   * @return the new series
   * @throws IllegalArgumentException if there is not one cost a point, or one is not finite
   */
  public CostSeries withLogCost(double[] logCost) {
    if (Argument.sample(name + ": logCost", logCost, 0).length != years.length) {
      throw Argument.wrong("%s: %d costs for %d points", name, logCost.length, years.length);
    }
    return new CostSeries(name, years, logCost.clone(), logOutput);
  }

  /**
   * A stretch of the series.
   *
   * @param from index of its first point
   * @param to index after its last point
   * @return the new series
   * @throws IllegalArgumentException if it has fewer than three points or leaves the series
   */
  public CostSeries between(int from, int to) {
    if (from < 0 || to > years.length || (long) to - from < 3) {
      throw Argument.wrong("%s: no stretch of 3 points from %d to %d", name, from, to);
    }
    return new CostSeries(
        name,
        Arrays.copyOfRange(years, from, to),
        Arrays.copyOfRange(logCost, from, to),
        Arrays.copyOfRange(logOutput, from, to));
  }

  /**
   * The longest stretch in which cumulative output does not jump: a jump within one step is a break
   * of the source and no output of a year.
   *
   * @param ratio the ratio of neighbouring cumulative outputs above which a step is a jump, above 1
   * @return the stretch, the later one of two of equal length; the series itself where nothing
   *     jumps
   * @throws IllegalArgumentException if the ratio is not above 1, or no stretch has three points
   */
  public CostSeries longestWithoutJump(double ratio) {
    Argument.require(ratio > 1, "the ratio of a jump must be above 1, not %s", ratio);
    int from = 0;
    int bestFrom = 0;
    int bestTo = 0;
    for (int t = 1; t <= years.length; t++) {
      if (t == years.length || Math.abs(logOutput[t] - logOutput[t - 1]) > Math.log(ratio)) {
        if (t - from >= bestTo - bestFrom) {
          bestFrom = from;
          bestTo = t;
        }
        from = t;
      }
    }
    return between(bestFrom, bestTo);
  }

  /**
   * The cost of this technology beside the cumulative output of another, over their common points
   * in time.
   *
   * @param other the technology whose output it is
   * @param least the least number of points, at least three
   * @return the new series, empty where there are fewer points
   * @throws IllegalArgumentException if the other is null
   */
  public Optional<CostSeries> onOutputOf(CostSeries other, int least) {
    Argument.given("other", other);
    int[] own = new int[years.length];
    int[] others = new int[years.length];
    int n = 0;
    for (int i = 0, j = 0; i < years.length && j < other.years.length; ) {
      if (years[i] < other.years[j]) {
        i++;
      } else if (years[i] > other.years[j]) {
        j++;
      } else {
        own[n] = i++;
        others[n++] = j++;
      }
    }
    if (n < Math.max(3, least)) {
      return Optional.empty();
    }
    double[] time = new double[n];
    double[] cost = new double[n];
    double[] output = new double[n];
    for (int i = 0; i < n; i++) {
      time[i] = years[own[i]];
      cost[i] = logCost[own[i]];
      output[i] = other.logOutput[others[i]];
    }
    return Optional.of(new CostSeries(name + " on " + other.name, time, cost, output));
  }

  /**
   * Whether the cost varies by more than rounding.
   *
   * @return whether the largest is more than a trillionth above the least
   */
  public boolean costVaries() {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : logCost) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return most - least > Argument.ROUNDING;
  }

  /**
   * The name of the technology.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * The number of points.
   *
   * @return the number
   */
  public int size() {
    return years.length;
  }

  /**
   * The number of calendar years that have a point.
   *
   * @return the number
   */
  public int yearsWithPoint() {
    int count = 1;
    for (int i = 1; i < years.length; i++) {
      count += Math.floor(years[i]) > Math.floor(years[i - 1]) ? 1 : 0;
    }
    return count;
  }

  /**
   * The time of each point.
   *
   * @return a copy, in years
   */
  public double[] years() {
    return years.clone();
  }

  /**
   * The natural logarithm of the cost.
   *
   * @return a copy, one value a point
   */
  public double[] logCost() {
    return logCost.clone();
  }

  /**
   * The natural logarithm of cumulative output.
   *
   * @return a copy, one value a point
   */
  public double[] logOutput() {
    return logOutput.clone();
  }

  /**
   * The natural logarithm of what was made a year, from each point to the next: the difference of
   * cumulative output over the years between.
   *
   * @return one value a point but the last, whose year is not over
   */
  public double[] logYearlyOutput() {
    double[] yearly = new double[years.length - 1];
    for (int t = 0; t < yearly.length; t++) {
      double made = Math.exp(logOutput[t]) * Math.expm1(logOutput[t + 1] - logOutput[t]);
      yearly[t] = Math.log(made / (years[t + 1] - years[t]));
    }
    return yearly;
  }

  /**
   * The same costs with another guess of what was made before the first point; what was made since
   * stays as it is.
   *
   * @param factor the new guess over the one that the series holds, positive
   * @return the new series
   * @throws IllegalArgumentException if the factor is not positive and finite, or so large that
   *     what was made since is lost in rounding
   */
  public CostSeries withPriorOutput(double factor) {
    positive(name, "factor of prior output", 0, factor);
    double first = Math.exp(logOutput[0]);
    double[] other =
        Arrays.stream(logOutput)
            .map(log -> Math.log(Math.exp(log) + (factor - 1) * first))
            .toArray();
    for (int i = 1; i < other.length; i++) {
      if (!(other[i] - other[i - 1] > Argument.ROUNDING)) {
        throw Argument.wrong(
            "%s: with a factor of %s output does not rise at %s", name, factor, years[i]);
      }
    }
    return new CostSeries(name, years, logCost, other);
  }

  /**
   * Each value less the one before it.
   *
   * @param values at least one value
   * @return the differences, one fewer
   * @throws IllegalArgumentException if there is no value, or one is not finite
   */
  public static double[] differences(double[] values) {
    Argument.sample("values", values, 1);
    double[] differences = new double[values.length - 1];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = values[i + 1] - values[i];
    }
    return differences;
  }
}
