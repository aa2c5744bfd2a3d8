package speedbump.stats;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * A linear regression y = X b + e whose coefficients all change at unknown dates (pure structural
 * change), after Bai and Perron: for every number of breaks the one partition into segments with
 * the least sum of the segments' residual sums of squares. The sums of all segments come from
 * recursive residuals, the best partition from dynamic programming, so that it is the optimum and
 * no search. The number of breaks is chosen by the Bayesian information criterion
 *
 * <pre>BIC(m) = n (ln(RSS / n) + 1 + ln(2 pi)) + (k + 1) (m + 1) ln n</pre>
 *
 * of n observations, m breaks and k columns, which counts the coefficients of every segment, the
 * break dates and a variance. It takes the errors as independent: autocorrelation makes it find
 * breaks where there are none.
 *
 * @see SupF
 * @see <a href="https://doi.org/10.2307/2998540">Bai and Perron 1998, Estimating and Testing Linear
 *     Models with Multiple Structural Changes</a>
 * @see <a href="https://doi.org/10.1002/jae.659">Bai and Perron 2003, Computation and Analysis of
 *     Multiple Structural Change Models</a>
 */
public final class StructuralBreaks {
  /**
   * A residual sum of squares below this share of y'y counts as zero: residuals of a trillionth of
   * the values are rounding.
   */
  static final double ROUNDING = 1e-24;

  private final List<Partition> partitions;

  private StructuralBreaks(List<Partition> partitions) {
    this.partitions = partitions;
  }

  /**
   * The best partition of one number of breaks.
   *
   * @param breaks for each break the number of observations before it, ascending: 28 says that the
   *     28th observation is the last of its segment, so that index 28 is the first of the next
   * @param rss the residual sum of squares over all segments, in the squared unit of y
   * @param bic the Bayesian information criterion; minus infinity where the partition leaves no
   *     residual
   */
  public record Partition(List<Integer> breaks, double rss, double bic) {}

  /**
   * Finds the best partition for every number of breaks from none to the most asked for.
   *
   * @param y the outcome in the order of time, any unit
   * @param x the regressors, one row an observation, one column a regressor, the constant among
   *     them if it is wanted
   * @param least the least number of observations in a segment, above the number of columns
   * @param most the most breaks
   * @return the partitions
   * @throws IllegalArgumentException if x has not as many rows as y or rows of unequal length, a
   *     value is not finite, the least segment does not exceed the number of columns, the most
   *     breaks are negative or leave less than the least segment, or x does not tell every
   *     coefficient within each least segment
   */
  public static StructuralBreaks fit(double[] y, double[][] x, int least, int most) {
    double[] outcome = Argument.sample("y", y, 1);
    double[][] rows = Argument.rows("x", x, least);
    int n = outcome.length;
    Argument.require(rows.length == n, "x has %d rows and y has %d values", rows.length, n);
    Argument.require(most >= 0, "the most breaks must not be negative: %d", most);
    Argument.require(
        (most + 1L) * least <= n,
        "%d breaks with segments of at least %d need %d observations, there are %d",
        most,
        least,
        (most + 1L) * least,
        n);
    double[][] rss = segments(outcome, rows, least);
    int k = rows[0].length;
    double squares = 0;
    for (double value : outcome) {
      squares += value * value;
    }
    List<Partition> partitions = new ArrayList<>();
    List<int[]> last = new ArrayList<>();
    double[] best = rss[0];
    for (int m = 0; m <= most; m++) {
      if (m > 0) {
        int[] before = new int[n + 1];
        best = withOneMore(best, rss, before, m, least);
        last.add(before);
      }
      double sum = best[n];
      double logVariance = sum <= ROUNDING * squares ? Double.NEGATIVE_INFINITY : Math.log(sum / n);
      partitions.add(
          new Partition(
              traced(last, n),
              sum,
              n * (logVariance + 1 + Math.log(2 * Math.PI)) + (k + 1) * (m + 1) * Math.log(n)));
    }
    return new StructuralBreaks(List.copyOf(partitions));
  }

  /**
   * The sum of the observations from the first index to before the second. No partition has a
   * segment shorter than the least, so that those sums are not looked at.
   */
  private static double[][] segments(double[] y, double[][] x, int least) {
    int n = y.length;
    double[][] rss = new double[n][];
    SegmentRss segment = new SegmentRss(x[0].length);
    for (int from = 0; from + least <= n; from = from == 0 ? least : from + 1) {
      double[] sums = new double[n + 1];
      segment.clear();
      for (int t = from; t < n; t++) {
        sums[t + 1] = segment.add(x[t], y[t]);
        if (t + 1 == from + least && !segment.identified()) {
          throw Argument.wrong(
              "rows %d to %d of x do not tell %d coefficients", from, t, x[0].length);
        }
      }
      rss[from] = sums;
    }
    return rss;
  }

  /** The least sums up to before every index with one more break; ties go to the earlier break. */
  private static double[] withOneMore(
      double[] fewer, double[][] rss, int[] before, int m, int least) {
    int n = before.length - 1;
    double[] best = new double[n + 1];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    for (int at = m * least; at + least <= n; at++) {
      double upTo = fewer[at];
      double[] from = rss[at];
      for (int end = at + least; end <= n; end++) {
        double sum = upTo + from[end];
        if (sum < best[end]) {
          best[end] = sum;
          before[end] = at;
        }
      }
    }
    return best;
  }

  private static List<Integer> traced(List<int[]> last, int n) {
    Deque<Integer> breaks = new ArrayDeque<>();
    int end = n;
    for (int m = last.size() - 1; m >= 0; m--) {
      end = last.get(m)[end];
      breaks.addFirst(end);
    }
    return List.copyOf(breaks);
  }

  /**
   * The best partitions.
   *
   * @return one for each number of breaks, from none on
   */
  public List<Partition> partitions() {
    return partitions;
  }

  /**
   * The partition that the Bayesian information criterion chooses; of equal ones the one with fewer
   * breaks.
   *
   * @return the partition
   */
  public Partition chosen() {
    return partitions.stream().min(Comparator.comparingDouble(Partition::bic)).orElseThrow();
  }
}
