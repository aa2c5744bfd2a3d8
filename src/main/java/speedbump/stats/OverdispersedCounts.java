package speedbump.stats;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Whole counts with a given mean and a variance of phi times the mean: Poisson's for phi = 1, else
 * negative binomial with r = mean / (phi - 1),
 *
 * <pre>P(0) = phi^(-r),   P(k + 1) = P(k) (k + r) / (k + 1) (phi - 1) / phi.</pre>
 *
 * <p>They are drawn from one uniform number each, by a table of the distribution, so that a larger
 * number never gives a smaller count.
 */
public final class OverdispersedCounts {
  /** The largest mean: a table has some hundred thousand rows there. */
  public static final double LARGEST_MEAN = 100_000;

  /** The largest dispersion. */
  public static final double LARGEST_DISPERSION = 10_000;

  /** The chance beyond the end of the table. */
  private static final double LEFT_OUT = 1e-12;

  private static final int LONGEST = 20_000_000;

  private final double[] cumulative;

  private OverdispersedCounts(double[] cumulative) {
    this.cumulative = cumulative;
  }

  /**
   * The distribution.
   *
   * @param mean its mean, 0 to {@value #LARGEST_MEAN}
   * @param dispersion its variance over its mean, 1 to {@value #LARGEST_DISPERSION}
   * @return the distribution
   * @throws IllegalArgumentException if an argument lies outside its range
   */
  public static OverdispersedCounts of(double mean, double dispersion) {
    Argument.require(
        mean >= 0 && mean <= LARGEST_MEAN,
        "the mean must lie between 0 and %s, not %s",
        LARGEST_MEAN,
        mean);
    Argument.require(
        dispersion >= 1 && dispersion <= LARGEST_DISPERSION,
        "the dispersion must lie between 1 and %s, not %s",
        LARGEST_DISPERSION,
        dispersion);
    double more = dispersion - 1;
    // the limit of (mean / more) ln(1 + more), which is the mean for more = 0
    double log = more == 0 ? -mean : -mean / more * Math.log1p(more);
    double[] table = new double[16];
    double sum = Math.exp(log);
    int k = 0;
    table[0] = sum;
    while (sum < 1 - LEFT_OUT && k < LONGEST) {
      log += Math.log((k * more + mean) / ((k + 1) * dispersion));
      k++;
      if (k == table.length) {
        table = Arrays.copyOf(table, 2 * k);
      }
      double chance = Math.exp(log);
      sum += chance;
      table[k] = sum;
      if (k > mean && chance < LEFT_OUT * LEFT_OUT) {
        break; // rounding keeps the sum below one
      }
    }
    return new OverdispersedCounts(Arrays.copyOf(table, k + 1));
  }

  /**
   * The least count whose chance of not being exceeded reaches a number.
   *
   * @param probability the number, at least 0 and below 1
   * @return the count
   * @throws IllegalArgumentException if the probability lies outside its range
   */
  public int quantile(double probability) {
    Argument.require(
        probability >= 0 && probability < 1,
        "the probability must be at least 0 and below 1, not %s",
        probability);
    int at = Arrays.binarySearch(cumulative, probability);
    return Math.min(at < 0 ? -at - 1 : at, cumulative.length - 1);
  }

  /**
   * Draws a count.
   *
   * @param random the generator, of which one number is taken
   * @return the count
   * @throws IllegalArgumentException if the generator is null
   */
  public int draw(RandomGenerator random) {
    return quantile(Argument.given("random", random).nextDouble());
  }
}
