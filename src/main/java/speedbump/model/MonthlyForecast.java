package speedbump.model;

import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;
import speedbump.model.MonthlyTotals.Block;
import speedbump.stats.Argument;
import speedbump.stats.Interval;
import speedbump.stats.Student;

/**
 * What months known singly and in sums forecast of one month more, if nothing changes: months are
 * independent with one mean and one variance.
 *
 * <p>On the level, months are normal: a sum over k months is {@code N(k mu, k s^2)}, so {@code mu =
 * sum y_j / sum k_j}, {@code s^2 = sum k_j (y_j / k_j - mu)^2 / (J - 1)} over J blocks, and a new
 * month lies in {@code mu +- t(J - 1) s sqrt(1 + 1 / sum k_j)}. Sums are used as sums: a block of
 * five months counts as five for the mean and as one for the scatter.
 *
 * <p>On the logarithm, months are lognormal with {@code ln x ~ N(m, v)}, and a sum over k months is
 * taken as lognormal with the sum's own mean and variance (Fenton and Wilkinson): {@code v_k = ln(1
 * + (e^v - 1) / k)}, {@code m_k = ln k + m + v / 2 - v_k / 2}. m is the mean of {@code ln y_j - ln
 * k_j - v / 2 + v_k / 2} weighted by {@code 1 / v_k}, and v is scaled until the weighted squares
 * come to J - 1.
 *
 * @see <a href="https://doi.org/10.1109/TCOM.1960.1097606">Fenton 1960</a>
 */
public final class MonthlyForecast {
  /** Fewest blocks from which a scatter can be told. */
  public static final int LEAST_BLOCKS = 2;

  private static final int MOST_ITERATIONS = 500;

  /** Differences of the logarithm beyond it are no scatter: e^20 is half a billion. */
  private static final double MOST_SCATTER = 20;

  private static final double CONVERGED = 1e-13;

  /** A variance of the logarithm below which there is no scatter but that of rounding. */
  private static final double NO_SCATTER = 1e-24;

  private final Scale scale;
  private final double mean;
  private final double variance;
  private final double varianceOfMean;
  private final int months;
  private final int blocks;

  private MonthlyForecast(
      Scale scale, double mean, double variance, double varianceOfMean, int months, int blocks) {
    this.scale = scale;
    this.mean = mean;
    this.variance = variance;
    this.varianceOfMean = varianceOfMean;
    this.months = months;
    this.blocks = blocks;
  }

  /**
   * Fits the mean and the scatter.
   *
   * @param known blocks of months, none in two of them
   * @param scale the scale on which months are normal
   * @return the forecast
   * @throws IllegalArgumentException if an argument or a block is null, there are fewer than two
   *     blocks, a total is zero on the logarithm, or the months do not vary by more than rounding,
   *     so that there is no scatter to forecast from
   */
  public static MonthlyForecast fit(List<Block> known, Scale scale) {
    Argument.givenAll("known", known);
    Argument.given("scale", scale);
    Argument.require(
        known.size() >= LEAST_BLOCKS,
        "%s month or sum of months is known before; a scatter needs at least %s",
        known.size(),
        LEAST_BLOCKS);
    double[] means = known.stream().mapToDouble(Block::mean).toArray();
    Argument.sample("the mean month of known", means, 1);
    int months = 0;
    double total = 0;
    for (Block block : known) {
      months += block.size();
      total += block.total();
    }
    Argument.require(
        Argument.varies(means),
        "the %s months known before do not vary: all are %s",
        months,
        means[0]);
    if (scale == Scale.LOGARITHMS) {
      known.forEach(
          block -> Argument.require(block.total() > 0, "%s is zero: no logarithm", block.label()));
      return onLogarithm(known, months);
    }
    double mu = total / months;
    double squares = 0;
    for (Block block : known) {
      squares += block.size() * (block.mean() - mu) * (block.mean() - mu);
    }
    double variance = squares / (known.size() - 1);
    return new MonthlyForecast(scale, mu, variance, variance / months, months, known.size());
  }

  private static MonthlyForecast onLogarithm(List<Block> known, int months) {
    double[] ratio = known.stream().mapToDouble(block -> Math.log(block.mean())).toArray();
    double scatter = 0;
    for (double one : ratio) {
      scatter = Math.max(scatter, Math.abs(one - ratio[0]));
    }
    Argument.require(
        scatter < MOST_SCATTER, "the known months differ by more than e^%s: too far", MOST_SCATTER);
    double v = 0.01;
    for (int iteration = 0; ; iteration++) {
      double weights = 0;
      double weighted = 0;
      for (int j = 0; j < ratio.length; j++) {
        double vk = ofSum(v, known.get(j).size());
        weights += 1 / vk;
        weighted += (ratio[j] - v / 2 + vk / 2) / vk;
      }
      double m = weighted / weights;
      double squares = 0;
      for (int j = 0; j < ratio.length; j++) {
        double vk = ofSum(v, known.get(j).size());
        double residual = ratio[j] - m - v / 2 + vk / 2;
        squares += residual * residual / vk;
      }
      double factor = squares / (ratio.length - 1);
      if (Math.abs(factor - 1) < CONVERGED || v <= NO_SCATTER) {
        return new MonthlyForecast(Scale.LOGARITHMS, m, v, 1 / weights, months, ratio.length);
      }
      Argument.require(
          iteration < MOST_ITERATIONS,
          "the scatter of the known months on the logarithm does not converge: %s",
          v);
      v = Math.max(v * factor, NO_SCATTER);
    }
  }

  /** The variance of the logarithm of a sum over k months. */
  private static double ofSum(double v, int k) {
    return Math.log1p(Math.expm1(v) / k);
  }

  /**
   * The interval for one month more.
   *
   * @param coverage the coverage aimed at, a fraction of one
   * @return its middle and bounds, in the unit of the flow; the middle is the median on the
   *     logarithm
   * @throws IllegalArgumentException if the coverage is not between 0 and 1, or no number holds the
   *     bounds
   */
  public Interval month(double coverage) {
    double half = quantile(coverage) * Math.sqrt(variance + varianceOfMean);
    Argument.require(
        Double.isFinite(raw(mean + half)), "no number holds the bound at coverage %s", coverage);
    return new Interval(raw(mean), raw(mean - half), raw(mean + half), coverage);
  }

  /**
   * How far a block lies from its forecast, in standard deviations of the prediction: Student with
   * {@link #degreesOfFreedom()} if nothing changed.
   *
   * @param block months that were not used for the fit
   * @return negative where less flowed than forecast
   * @throws IllegalArgumentException if the block is null, or its total is not above zero on the
   *     logarithm
   */
  public double standardisedError(Block block) {
    Argument.given("block", block);
    int k = block.size();
    if (scale == Scale.LEVELS) {
      return (block.total() - k * mean) / Math.sqrt(k * variance + k * k * varianceOfMean);
    }
    Argument.require(block.total() > 0, "%s is zero: no logarithm", block.label());
    double vk = ofSum(variance, k);
    double expected = Math.log(k) + mean + variance / 2 - vk / 2;
    return (Math.log(block.total()) - expected) / Math.sqrt(vk + varianceOfMean);
  }

  /**
   * The chance, if nothing changed, that a block lies as far below as this one.
   *
   * @param block months that were not used for the fit
   * @return a one-sided probability
   * @throws IllegalArgumentException as {@link #standardisedError}
   */
  public double chanceBelow(Block block) {
    return new TDistribution(degreesOfFreedom()).cumulativeProbability(standardisedError(block));
  }

  private double quantile(double coverage) {
    return Student.quantile((1 + Argument.level(coverage)) / 2, degreesOfFreedom());
  }

  private double raw(double value) {
    return scale == Scale.LOGARITHMS ? Math.exp(value) : value;
  }

  /**
   * The mean month: on the logarithm the mean of the lognormal, {@code exp(m + v / 2)}.
   *
   * @return in the unit of the flow
   */
  public double mean() {
    return scale == Scale.LEVELS ? mean : Math.exp(mean + variance / 2);
  }

  /**
   * The standard deviation of one month on the scale of the fit.
   *
   * @return in the unit of the flow, or in units of the natural logarithm
   */
  public double standardDeviation() {
    return Math.sqrt(variance);
  }

  /**
   * Months that the blocks hold together.
   *
   * @return their number
   */
  public int months() {
    return months;
  }

  /**
   * Degrees of freedom of the scatter.
   *
   * @return blocks less one
   */
  public int degreesOfFreedom() {
    return blocks - 1;
  }
}
