package speedbump.stats;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.hipparchus.random.SobolSequenceGenerator;
import org.hipparchus.stat.StatUtils;
import org.hipparchus.util.MathArrays;

/**
 * Variance-based sensitivity: how much of the variance of an answer each input explains, alone and
 * with all its interactions, where inputs are independent and uniform between 0 and 1.
 *
 * <p>First order, {@code S_i = Var(E(f | x_i)) / Var(f)}, by Saltelli's estimator {@code mean(f_B
 * (f_ABi - f_A))}; total, {@code T_i = E(Var(f | all but x_i)) / Var(f)}, by Jansen's {@code
 * mean((f_A - f_ABi)^2) / 2}. A and B are the two halves of a Sobol sequence's coordinates, AB_i is
 * A with column i of B: the sequence is fixed, so there is no seed.
 *
 * @param firstOrder one an input, between 0 and 1 except for the error of the estimate
 * @param total one an input, at least the first order except for that error
 * @param mean the mean of the answer
 * @param variance the variance of the answer
 * @see <a href="https://doi.org/10.1016/j.cpc.2009.09.018">Saltelli and others 2010, table 2</a>
 */
public record SensitivityIndices(
    double[] firstOrder, double[] total, double mean, double variance) {

  /** The sequence's directions are tabulated for so many inputs and more. */
  private static final int MOST_INPUTS = 500;

  private static final int MOST_POINTS = 100_000_000;

  /**
   * @throws IllegalArgumentException if the indices are null, differ in number or are not finite,
   *     or the mean is not finite or the variance not above zero
   */
  public SensitivityIndices {
    firstOrder = Argument.sample("firstOrder", firstOrder, 1);
    total = Argument.sample("total", total, 1);
    Argument.require(
        firstOrder.length == total.length,
        "firstOrder has %d values and total %d",
        firstOrder.length,
        total.length);
    Argument.finite("mean", mean);
    Argument.require(
        variance > 0 && Double.isFinite(variance), "variance must be above 0, not %s", variance);
  }

  /**
   * Estimates the indices of a model.
   *
   * @param model the answer for inputs between 0 and 1
   * @param inputs the number of inputs
   * @param points the number of points of the sequence; the model is run {@code points * (inputs +
   *     2)} times
   * @return the indices
   * @throws IllegalArgumentException if there is no model, no input or more than 500, there are
   *     fewer than two points or the runs are more than a hundred million, the answer is not
   *     finite, or it is the same everywhere but for rounding, so that there is no variance to
   *     explain
   */
  public static SensitivityIndices of(ToDoubleFunction<double[]> model, int inputs, int points) {
    Argument.given("model", model);
    Argument.require(inputs > 0, "there must be an input, not %s", inputs);
    Argument.require(
        inputs <= MOST_INPUTS, "inputs must be at most %s, not %s", MOST_INPUTS, inputs);
    Argument.require(
        points <= MOST_POINTS / (inputs + 2),
        "points must be at most %s for %s inputs, not %s",
        MOST_POINTS / (inputs + 2),
        inputs,
        points);
    Argument.require(points > 1, "there must be two points or more, not %s", points);
    SobolSequenceGenerator sequence = new SobolSequenceGenerator(2 * inputs);
    sequence.skipTo(1); // the first point is the origin, the same in both halves
    double[] fa = new double[points];
    double[] fb = new double[points];
    double[][] mixed = new double[inputs][points];
    for (int n = 0; n < points; n++) {
      double[] point = sequence.nextVector();
      double[] a = Arrays.copyOf(point, inputs);
      double[] b = Arrays.copyOfRange(point, inputs, 2 * inputs);
      fa[n] = finite(model.applyAsDouble(a.clone()), n);
      fb[n] = finite(model.applyAsDouble(b.clone()), n);
      for (int i = 0; i < inputs; i++) {
        double[] ab = a.clone();
        ab[i] = b[i];
        mixed[i][n] = finite(model.applyAsDouble(ab), n);
      }
    }
    double[] answers = MathArrays.concatenate(fa, fb);
    double mean = StatUtils.mean(answers);
    double variance = StatUtils.populationVariance(answers, mean);
    Argument.require(
        Argument.varies(answers), "the answer is %s everywhere: no variance to explain", mean);
    double[] first = new double[inputs];
    double[] total = new double[inputs];
    for (int i = 0; i < inputs; i++) {
      for (int n = 0; n < points; n++) {
        first[i] += (fb[n] - mean) * (mixed[i][n] - fa[n]);
        total[i] += (fa[n] - mixed[i][n]) * (fa[n] - mixed[i][n]) / 2;
      }
      first[i] /= points * variance;
      total[i] /= points * variance;
    }
    return new SensitivityIndices(first, total, mean, variance);
  }

  private static double finite(double answer, int point) {
    if (!(Math.abs(answer) <= Argument.LARGEST)) {
      throw Argument.wrong(
          "the answer of the model at point %d is not finite, or too large to be squared: %s",
          point, answer);
    }
    return answer;
  }

  /**
   * The share of the variance that each input explains alone.
   *
   * @return a copy, one an input
   */
  @Override
  public double[] firstOrder() {
    return firstOrder.clone();
  }

  /**
   * The share of the variance that each input explains with all its interactions.
   *
   * @return a copy, one an input
   */
  @Override
  public double[] total() {
    return total.clone();
  }
}
