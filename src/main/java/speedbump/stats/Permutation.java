package speedbump.stats;

import java.util.Iterator;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.StatUtils;
import org.hipparchus.util.Combinations;
import org.hipparchus.util.CombinatoricsUtils;
import org.hipparchus.util.MathArrays;

/**
 * Permutation tests: how often would relabelling give something as extreme as what was observed?
 *
 * @see <a href="https://doi.org/10.2202/1544-6115.1585">Phipson and Smyth 2010, Permutation
 *     P-values Should Never Be Zero</a>
 */
public final class Permutation {
  /** Up to so many arrangements all are counted; beyond, some are drawn. */
  public static final int MOST_ENUMERATED = 100_000;

  /**
   * Arrangements whose sums differ by less than this share of the sum of absolute values count as
   * ties: the order of addition alone makes such differences.
   */
  private static final double TIE = 1e-12;

  private static final int MOST_DRAWS = 100_000_000;

  private static final int MOST_ITEMS = 1_000_000;

  private Permutation() {}

  /** The direction in which the difference counts as extreme; p-values are one-sided. */
  public enum Direction {
    /** The first sample's mean is expected above the second's. */
    GREATER,
    /** The first sample's mean is expected below the second's. */
    LESS
  }

  /**
   * What a test of two samples gives.
   *
   * @param difference the mean of the first sample minus that of the second, in their unit
   * @param pValue the share of the arrangements with a difference as far or farther in the
   *     direction asked for, a fraction of one
   * @param arrangements the number of arrangements it is a share of, the observed one included
   * @param exact whether these were all arrangements; otherwise they were drawn
   */
  public record Result(double difference, double pValue, int arrangements, boolean exact) {}

  /**
   * The share of values at or below a value, itself included: (1 + number of others at or below it)
   * / (1 + number of others). It is the p-value of "this value is low" when all values were equally
   * likely to be this one.
   *
   * @param value the value, any unit
   * @param others the values it is held against, in the same unit
   * @return the share, above 0 and at most 1
   * @throws IllegalArgumentException if there are no others, or a value is not finite
   */
  public static double rankPValue(double value, double[] others) {
    double[] reference = Argument.sample("others", others, 1);
    Argument.require(Double.isFinite(value), "value is not finite: %s", value);
    int below = 0;
    for (double other : reference) {
      // equal but for rounding is equal
      if (other <= value + Argument.ROUNDING * Math.abs(value)) {
        below++;
      }
    }
    return (1.0 + below) / (1.0 + reference.length);
  }

  /**
   * Tests whether the difference between the means of two samples is more than labels given at
   * random would make. All arrangements are counted where there are at most {@link
   * #MOST_ENUMERATED}; otherwise so many are drawn, and p = (1 + drawn ones as extreme) / (1 +
   * draws). The result depends on the seed alone.
   *
   * @param first the first sample, any unit
   * @param second the second sample, in the same unit
   * @param direction the direction that counts as extreme
   * @param draws the number of arrangements to draw where they are too many to count
   * @param seed the seed of the draws
   * @return the difference and its p-value
   * @throws IllegalArgumentException if a sample is empty, a value is not finite, the direction is
   *     null, or the draws are not positive or above a hundred million
   */
  public static Result differenceOfMeans(
      double[] first, double[] second, Direction direction, int draws, long seed) {
    double[] a = Argument.sample("first", first, 1);
    double[] b = Argument.sample("second", second, 1);
    Argument.given("direction", direction);
    Argument.require(draws > 0, "draws must be positive, not %s", draws);
    Argument.require(draws <= MOST_DRAWS, "draws must be at most %s, not %s", MOST_DRAWS, draws);
    int n = a.length + b.length;
    double difference = StatUtils.mean(a) - StatUtils.mean(b);
    double[] pool = MathArrays.concatenate(a, b);
    boolean varies = Argument.varies(pool);
    double mean = StatUtils.mean(pool);
    double absolute = 0;
    for (int i = 0; i < n; i++) {
      // the total is fixed, so that the sum of the first sample says it all
      pool[i] = direction == Direction.GREATER ? pool[i] - mean : mean - pool[i];
      absolute += Math.abs(pool[i]);
    }
    // where values differ by rounding alone, every arrangement is a tie
    double bound =
        varies ? StatUtils.sum(pool, 0, a.length) - TIE * absolute : Double.NEGATIVE_INFINITY;
    double arrangements = CombinatoricsUtils.binomialCoefficientDouble(n, a.length);
    if (arrangements <= MOST_ENUMERATED) {
      int total = (int) arrangements;
      return new Result(difference, (double) enumerate(pool, a.length, bound) / total, total, true);
    }
    int extreme = 1 + draw(pool, a.length, bound, draws, new Uniform(seed));
    return new Result(difference, extreme / (draws + 1.0), draws + 1, false);
  }

  /**
   * What a test of any statistic of two samples gives.
   *
   * @param observed the statistic of the samples as they are
   * @param pGreater the share of the arrangements with a statistic as large or larger, a fraction
   *     of one
   * @param pLess the share with one as small or smaller
   * @param arrangements the number of arrangements they are shares of, the observed one included
   */
  public record Relabelled(double observed, double pGreater, double pLess, int arrangements) {}

  /**
   * Tests whether a statistic of two samples is more than labels given at random would make. Labels
   * are drawn, and p = (1 + drawn ones as extreme) / (1 + draws). The result depends on the seed
   * alone.
   *
   * @param first the size of the first sample
   * @param second the size of the second
   * @param statistic takes the items, numbered from 0, those of the first sample first; the order
   *     within a sample must not matter, and the array is not to be changed
   * @param draws the number of arrangements to draw
   * @param seed the seed of the draws
   * @return the statistic and its p-values
   * @throws IllegalArgumentException if a sample is empty or above a million, the statistic is null
   *     or once not finite, or the draws are not positive or above a hundred million
   */
  public static Relabelled relabelled(
      int first, int second, ToDoubleFunction<int[]> statistic, int draws, long seed) {
    Argument.count("first", first, 1, MOST_ITEMS);
    Argument.count("second", second, 1, MOST_ITEMS);
    Argument.given("statistic", statistic);
    Argument.count("draws", draws, 1, MOST_DRAWS);
    int[] items = new int[first + second];
    for (int i = 0; i < items.length; i++) {
      items[i] = i;
    }
    double observed = Argument.finite("the statistic", statistic.applyAsDouble(items));
    double tie = TIE * Math.max(1, Math.abs(observed));
    int greater = 1;
    int less = 1;
    Uniform random = new Uniform(seed);
    for (int draw = 0; draw < draws; draw++) {
      for (int i = 0; i < first; i++) {
        int chosen = i + random.below(items.length - i);
        int item = items[chosen];
        items[chosen] = items[i];
        items[i] = item;
      }
      double drawn = Argument.finite("the statistic", statistic.applyAsDouble(items));
      greater += drawn >= observed - tie ? 1 : 0;
      less += drawn <= observed + tie ? 1 : 0;
    }
    return new Relabelled(observed, greater / (draws + 1.0), less / (draws + 1.0), draws + 1);
  }

  private static int enumerate(double[] pool, int size, double bound) {
    int extreme = 0;
    for (Iterator<int[]> all = new Combinations(pool.length, size).iterator(); all.hasNext(); ) {
      double sum = 0;
      for (int index : all.next()) {
        sum += pool[index];
      }
      if (sum >= bound) {
        extreme++;
      }
    }
    return extreme;
  }

  /**
   * Shuffles the first places only; a shuffle of a shuffled pool is as random as one of a sorted
   * pool.
   */
  private static int draw(double[] pool, int size, double bound, int draws, Uniform random) {
    int extreme = 0;
    for (int draw = 0; draw < draws; draw++) {
      double sum = 0;
      for (int i = 0; i < size; i++) {
        int chosen = i + random.below(pool.length - i);
        double value = pool[chosen];
        pool[chosen] = pool[i];
        pool[i] = value;
        sum += value;
      }
      if (sum >= bound) {
        extreme++;
      }
    }
    return extreme;
  }
}
