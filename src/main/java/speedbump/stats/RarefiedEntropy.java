package speedbump.stats;

import org.hipparchus.util.CombinatoricsUtils;

/**
 * The entropy of categories on a sample of m units out of N, so that collections of different size
 * can be compared. A unit may name several categories; Y_f of the N units name category f, and T is
 * the sum of the Y_f. In a sample drawn without replacement the number that name f is
 * hypergeometric, and
 *
 * <pre>H = ln U - (1 / U) sum_f E(y_f ln y_f),   U = m T / N,</pre>
 *
 * <p>in nats. Where each unit names one category U is m, and H is exactly the mean entropy over all
 * samples of m; where units name several it is the entropy at the expected sums, which lies within
 * a few thousandths of that mean. For m = N it is the entropy of the whole.
 *
 * @see <a href="https://doi.org/10.1890/13-0133.1">Chao and others 2014, Rarefaction and
 *     Extrapolation with Hill Numbers</a>
 */
public final class RarefiedEntropy {
  /** The most units. */
  public static final int MOST_UNITS = 10_000;

  private final int units;
  private final int sample;

  /** E(y ln y) by the number of units that name a category. */
  private final double[] expected;

  private RarefiedEntropy(int units, int sample) {
    this.units = units;
    this.sample = sample;
    expected = new double[units + 1];
    for (int named = 0; named <= units; named++) {
      int least = Math.max(0, named + sample - units);
      int most = Math.min(named, sample);
      for (int y = Math.max(2, least); y <= most; y++) {
        double chance =
            Math.exp(chosen(named, y) + chosen(units - named, sample - y) - chosen(units, sample));
        expected[named] += chance * y * Math.log(y);
      }
    }
  }

  private static double chosen(int n, int k) {
    return CombinatoricsUtils.binomialCoefficientLog(n, k);
  }

  /**
   * Samples of a size out of so many units.
   *
   * @param units N, the number of units, 1 to {@value #MOST_UNITS}
   * @param sample m, the size of the samples, 1 to N
   * @return what turns counts into an entropy
   * @throws IllegalArgumentException if a number lies outside its range
   */
  public static RarefiedEntropy of(int units, int sample) {
    Argument.count("units", units, 1, MOST_UNITS);
    Argument.count("sample", sample, 1, units);
    return new RarefiedEntropy(units, sample);
  }

  /**
   * The entropy.
   *
   * @param naming how many units name each category, 0 to N; the order does not matter
   * @return H in nats: 0 where one category has all, ln k where k have equally many in all samples;
   *     it may lie below 0 by rounding alone
   * @throws IllegalArgumentException if a number lies outside its range, or none names anything
   */
  public double of(int[] naming) {
    double total = 0;
    double sum = 0;
    int[] named = Argument.given("naming", naming);
    for (int f = 0; f < named.length; f++) {
      if (named[f] < 0 || named[f] > units) {
        throw Argument.wrong(
            "naming must lie between 0 and the %d units, not %d at index %d", units, named[f], f);
      }
      total += named[f];
      sum += expected[named[f]];
    }
    Argument.require(total > 0, "naming is zero everywhere: nothing is named");
    double size = total * sample / units;
    return Math.log(size) - sum / size;
  }
}
