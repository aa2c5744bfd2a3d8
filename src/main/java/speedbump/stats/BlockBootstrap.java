package speedbump.stats;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.StatUtils;

/**
 * The circular block bootstrap of a time series: a resample is made of blocks of neighbours that
 * start anywhere, the end of the series being joined to its start, until it is as long as the
 * series (the last block is cut). Neighbours stay together, so autocorrelation shorter than a block
 * is kept, and the resampled mean centres on the sample's. The interval lies between the quantiles
 * (1 - level) / 2 and (1 + level) / 2 of the resampled statistics, by linear interpolation ({@link
 * Quantile}). With few blocks it is too narrow: between two segments of 12 and 6 values whose
 * autocorrelation is 0.3, an interval at 0.95 covers the truth some 78 times in a hundred, so that
 * a short series needs simulated worlds beside it. The seed is fixed.
 *
 * @see <a href="https://doi.org/10.1007/978-1-4757-3803-2">Lahiri 2003, Resampling Methods for
 *     Dependent Data; Politis and Romano 1992, A Circular Block-Resampling Procedure for Stationary
 *     Data</a>
 */
public final class BlockBootstrap {
  /**
   * Enough for the second digit of a 95 % bound, and (resamples + 1) times 2.5 % is close to whole.
   */
  public static final int DEFAULT_RESAMPLES = 999;

  /** The level that the decision rules mean by an interval. */
  public static final double DEFAULT_LEVEL = 0.95;

  private static final int MOST_RESAMPLES = 1_000_000;

  /** Of two values a resample is one, the other or both, which is no distribution. */
  private static final int LEAST_VALUES = 3;

  /** Any fixed number serves. */
  private static final long SEED = 20_260_419;

  /** Stands for {@link #cubeRootRule(int)} of each series' own length. */
  private static final int BY_RULE = 0;

  private final int blockLength;
  private final int resamples;
  private final double level;

  private BlockBootstrap(int blockLength, int resamples, double level) {
    this.blockLength = blockLength;
    this.resamples = resamples;
    this.level = level;
  }

  /**
   * What a bootstrap gives, in the unit of the statistic.
   *
   * @param estimate the statistic of the series itself
   * @param lower the lower bound of the percentile interval
   * @param upper the upper bound of the percentile interval
   * @param level the coverage aimed at, a fraction of one
   * @param standardError the standard deviation of the resampled statistics
   */
  public record Result(
      double estimate, double lower, double upper, double level, double standardError) {}

  /**
   * A bootstrap with blocks by the cube-root rule, 999 resamples and level 0.95.
   *
   * @return the bootstrap
   */
  public static BlockBootstrap withDefaults() {
    return new BlockBootstrap(BY_RULE, DEFAULT_RESAMPLES, DEFAULT_LEVEL);
  }

  /**
   * The same bootstrap with blocks of a given length, for every series alike.
   *
   * @param length the number of neighbours in a block
   * @return the new bootstrap
   * @throws IllegalArgumentException if the length is not positive
   */
  public BlockBootstrap withBlockLength(int length) {
    Argument.require(length > 0, "block length must be positive, not %s", length);
    return new BlockBootstrap(length, resamples, level);
  }

  /**
   * The same bootstrap with another number of resamples.
   *
   * @param number the number of resamples
   * @return the new bootstrap
   * @throws IllegalArgumentException if the number is below two or above a million
   */
  public BlockBootstrap withResamples(int number) {
    Argument.require(number >= 2, "at least two resamples are needed, not %s", number);
    Argument.require(
        number <= MOST_RESAMPLES, "at most %s resamples are drawn, not %s", MOST_RESAMPLES, number);
    return new BlockBootstrap(blockLength, number, level);
  }

  /**
   * The same bootstrap at another level.
   *
   * @param coverage the coverage of the interval, a fraction of one
   * @return the new bootstrap
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public BlockBootstrap withLevel(double coverage) {
    return new BlockBootstrap(blockLength, resamples, Argument.level(coverage));
  }

  /**
   * The block length by rule, the least whole number not below the cube root of n: the rate at
   * which the error of the bootstrap's variance falls fastest.
   *
   * @param observations the number of observations n
   * @return the block length
   * @throws IllegalArgumentException if there are no observations
   * @see <a href="https://doi.org/10.1093/biomet/82.3.561">Hall, Horowitz and Jing 1995, On
   *     Blocking Rules for the Bootstrap with Dependent Data</a>
   */
  public static int cubeRootRule(int observations) {
    Argument.require(observations > 0, "there must be observations, not %s", observations);
    int length = 1;
    while ((long) length * length * length < observations) {
      length++;
    }
    return length;
  }

  /**
   * Bootstraps the mean of a series.
   *
   * @param series the series in the order of time, evenly spaced, any unit
   * @return the mean, its interval and its standard error, in the unit of the series
   * @throws IllegalArgumentException if the series has fewer than three values, one is not finite,
   *     all are equal but for rounding, or a block is not shorter than the series
   */
  public Result mean(double[] series) {
    Argument.require(
        Argument.varies(Argument.sample("series", series, LEAST_VALUES)), "series does not vary");
    Segment segment = segment("series", series);
    Uniform random = new Uniform(SEED);
    double[] means = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      means[i] = segment.resampledMean(random);
    }
    return spread(result(segment.mean, means));
  }

  /**
   * Bootstraps the difference between the means of two segments, after minus before, each resampled
   * in circular blocks of its own.
   *
   * @param before the first segment in the order of time, evenly spaced, any unit
   * @param after the second segment, in the same unit
   * @return the difference, its interval and its standard error, in the unit of the segments
   * @throws IllegalArgumentException if a segment has fewer than three values, one is not finite, a
   *     block is not shorter than a segment, or neither segment varies by more than rounding
   */
  public Result differenceOfMeans(double[] before, double[] after) {
    Segment first = segment("before", before);
    Segment second = segment("after", after);
    Argument.require(
        Argument.varies(before) || Argument.varies(after), "neither before nor after varies");
    Uniform random = new Uniform(SEED);
    double[] differences = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      differences[i] = second.resampledMean(random) - first.resampledMean(random);
    }
    return spread(result(second.mean - first.mean, differences));
  }

  /**
   * Bootstraps any statistic of a series. For the mean {@link #mean(double[])} gives the same
   * result at a fraction of the time.
   *
   * @param series the series in the order of time, evenly spaced, any unit
   * @param statistic the statistic; it must depend on its argument alone, and neither keep nor
   *     change it, since the next resample uses the same array
   * @return the statistic, its interval and its standard error, in the unit of the statistic
   * @throws IllegalArgumentException if the series has fewer than three values, one is not finite,
   *     a block is not shorter than the series, or the statistic of the series or of a resample is
   *     not finite
   */
  public Result statistic(double[] series, ToDoubleFunction<double[]> statistic) {
    double[] sample = Argument.sample("series", series, LEAST_VALUES);
    Argument.given("statistic", statistic);
    int n = sample.length;
    int length = blockLength("series", n);
    double estimate = statistic.applyAsDouble(sample.clone());
    Argument.require(Double.isFinite(estimate), "the statistic of the series is %s", estimate);
    double[] circle = Arrays.copyOf(sample, 2 * n);
    System.arraycopy(sample, 0, circle, n, n);
    Uniform random = new Uniform(SEED);
    double[] resample = new double[n];
    double[] statistics = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      for (int from = 0; from < n; from += length) {
        int start = random.below(n);
        System.arraycopy(circle, start, resample, from, Math.min(length, n - from));
      }
      statistics[i] = statistic.applyAsDouble(resample);
      if (!Double.isFinite(statistics[i])) {
        throw Argument.wrong("the statistic of resample %d is %s", i, statistics[i]);
      }
    }
    return result(estimate, statistics);
  }

  /** Few resamples can all be the same one. */
  private static Result spread(Result result) {
    Argument.require(
        result.lower() < result.upper(),
        "all resamples of the series have the mean %s: more of them are needed",
        result.estimate());
    return result;
  }

  private Result result(double estimate, double[] statistics) {
    double[] bounds = Quantile.linear(statistics, (1 - level) / 2, (1 + level) / 2);
    return new Result(
        estimate, bounds[0], bounds[1], level, Math.sqrt(StatUtils.variance(statistics)));
  }

  private Segment segment(String name, double[] values) {
    double[] sample = Argument.sample(name, values, LEAST_VALUES);
    return new Segment(sample, blockLength(name, sample.length));
  }

  private int blockLength(String name, int observations) {
    if (blockLength == BY_RULE) {
      return cubeRootRule(observations);
    }
    Argument.require(
        blockLength < observations,
        "block length %d is not below the %d values of %s: one block is no resample",
        blockLength,
        observations,
        name);
    return blockLength;
  }

  /**
   * A series with the sums of all its circular blocks, so that a resampled mean needs one addition
   * a block.
   */
  private static final class Segment {
    private final double mean;
    private final double[] blockSums;
    private final double[] restSums;
    private final int blocks;
    private final boolean rest;

    Segment(double[] sample, int length) {
      int n = sample.length;
      mean = StatUtils.mean(sample);
      blocks = n / length;
      rest = n % length > 0;
      // sums of distances from the mean: they cancel less
      double[] distances = Arrays.stream(sample).map(value -> value - mean).toArray();
      blockSums = circularSums(distances, length);
      restSums = circularSums(distances, n % length);
    }

    /** The sum of the {@code length} values from each start on, over n. */
    private static double[] circularSums(double[] values, int length) {
      int n = values.length;
      double[] sums = new double[n];
      for (int start = 0; start < n; start++) {
        for (int i = 0; i < length; i++) {
          sums[start] += values[(start + i) % n];
        }
        sums[start] /= n;
      }
      return sums;
    }

    double resampledMean(Uniform random) {
      int n = blockSums.length;
      double sum = mean;
      for (int block = 0; block < blocks; block++) {
        sum += blockSums[random.below(n)];
      }
      if (rest) {
        sum += restSums[random.below(n)];
      }
      return sum;
    }
  }
}
