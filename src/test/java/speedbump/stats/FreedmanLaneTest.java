package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Agreement.agree;
import static speedbump.Refusal.refused;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.PublishedCase;

class FreedmanLaneTest {
  private static final double[] X = {0, 0, 1, 2, 0, 3, 1, 2};
  private static final double[] Z = {.3, .1, .9, .4, 1.2, .8, .2, 1.1};
  private static final double[] Y = {1.1, .4, 2.0, 2.9, .7, 3.1, 1.9, 1.2};

  /** All 40,320 arrangements by numpy 2.4.6, each refitted by least squares. */
  @PublishedCase
  @Test
  void agreesWithEveryArrangementCounted() {
    int draws = 199_999;
    FreedmanLane.Result result = FreedmanLane.of(X, Z).test(Y, draws, 1);
    agree(1.10473934, result.intercept(), 1e-8);
    agree(-0.50236967, result.covariateSlope(), 1e-8);
    agree(0.77488152, result.slope(), 1e-8);
    agree(3.6651270715609474, result.t(), 1e-12);
    agree(0.608159370482124, result.residualSd(), 1e-12);
    assertEquals(0.009052579365079366, result.pGreater(), 4 * Math.sqrt(0.00897 / draws));
    assertEquals(0.9909722222222223, result.pLess(), 4 * Math.sqrt(0.00897 / draws));
    assertEquals(draws + 1, result.arrangements());
  }

  /** A strong covariate that goes with the regressor is no effect of the regressor. */
  @Test
  void keepsItsSizeUnderAStrongCovariate() {
    SplittableRandom random = new SplittableRandom(7);
    int sets = 2_000;
    int found = 0;
    double[] z = new double[16];
    double[] x = new double[16];
    for (int i = 0; i < x.length; i++) {
      z[i] = i;
      x[i] = Math.max(0, i - 11);
    }
    FreedmanLane design = FreedmanLane.of(x, z);
    for (int set = 0; set < sets; set++) {
      double[] y = Arrays.stream(z).map(value -> 5 * value + random.nextGaussian()).toArray();
      found += design.test(y, 199, set).pGreater() <= 0.05 ? 1 : 0;
    }
    assertEquals(0.05, (double) found / sets, 4 * Math.sqrt(0.05 * 0.95 / sets));
  }

  @Test
  void findsAnEffectThatIsThere() {
    double[] y = new double[X.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = 3 - Z[i] - 2 * X[i] + 0.01 * (i % 3);
    }
    FreedmanLane.Result result = FreedmanLane.of(X, Z).test(y, 9_999, 1);
    assertEquals(-2, result.slope(), 0.01);
    assertTrue(result.pLess() < 0.001, result.toString());
    assertTrue(result.pGreater() > 0.999, result.toString());
  }

  @Test
  void countsDifferentArrangements() {
    assertEquals(56, FreedmanLane.distinct(0, 0, 0, 0, 0, 1, 1, 1), 1e-9);
    assertEquals(1, FreedmanLane.distinct(2, 2, 2), 1e-12);
    assertEquals(
        1 / 8.0,
        FreedmanLane.of(new double[] {1, 0, 0, 0, 0, 0, 0, 0}, Z).leastAttainableP(),
        1e-9);
  }

  @Test
  void refusesWhatCannotBeTested() {
    FreedmanLane design = FreedmanLane.of(X, Z);
    double[] alongZ = Arrays.stream(Z).map(value -> 1 + 2 * value).toArray();
    assertThrows(IllegalArgumentException.class, () -> FreedmanLane.of(alongZ, Z));
    assertThrows(IllegalArgumentException.class, () -> FreedmanLane.of(new double[8], Z));
    assertThrows(IllegalArgumentException.class, () -> design.test(alongZ, 99, 1));
    assertThrows(IllegalArgumentException.class, () -> design.test(new double[7], 99, 1));
  }

  /** Six values by numpy: mean 1.0333, half of the 90% interval 1.3544. */
  @PublishedCase
  @Test
  void intervalOfAMean() {
    Interval mean = Student.mean(new double[] {2.1, -.4, .9, 1.5, 3.3, -1.2}, 0.9);
    agree(1.0333333333333332, mean.estimate(), 1e-12);
    agree(1.3544030047344537, mean.upper() - mean.estimate(), 1e-9);
    agree(1.3544030047344537, mean.estimate() - mean.lower(), 1e-9);
  }

  @Test
  void anIntervalOfAMeanCoversAsItSays() {
    SplittableRandom random = new SplittableRandom(3);
    int sets = 10_000;
    int covered = 0;
    for (int set = 0; set < sets; set++) {
      double[] values = new double[12];
      Arrays.setAll(values, i -> 2 + random.nextGaussian());
      Interval mean = Student.mean(values, 0.9);
      covered += mean.lower() <= 2 && 2 <= mean.upper() ? 1 : 0;
    }
    assertEquals(0.9, (double) covered / sets, 4 * Math.sqrt(0.09 / sets));
  }

  private static final double[] APART = {0.1, 1.7, 1, 2.4, 0.4, 3, 1.3, 2};

  /** Without ties every drawn arrangement is on one side of the observed one. */
  @Test
  void everyDrawIsCountedOnce() {
    FreedmanLane.Result result = FreedmanLane.of(APART, Z).test(Y, 99, 5);
    assertEquals(101 / 100.0, result.pGreater() + result.pLess(), 1e-12);
    assertEquals(100, result.arrangements());
  }

  /** A figure of an earlier run: the draws of a seed are the same in every version. */
  @Test
  void theDrawsOfASeedStayWhatTheyWere() {
    FreedmanLane.Result result = FreedmanLane.of(APART, Z).test(Y, 9_999, 5);
    assertEquals(0.0621, result.pGreater(), 1e-12);
  }

  /**
   * The regressor and the covariate are at right angles and the residuals 7, -7, two of noise and
   * two of -noise. Of 30 places for 7 and -7 one is the observed one, and of the six ways for the
   * rest four leave t as it is, while two raise it.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.05, 0.005})
  void arrangementsThatAreTheSameCountOnBothSides(double noise) {
    double[] x = {1, -1, 0, 0, 0, 0};
    double[] z = {0, 0, 1, -1, 1, -1};
    double[] y = {7, -7, noise, noise, -noise, -noise};
    int draws = 9_999;
    FreedmanLane.Result result = FreedmanLane.of(x, z).test(y, draws, 2);
    assertEquals(7, result.slope(), 1e-12);
    assertEquals(7 / Math.sqrt(4 * noise * noise / 3 / 2), result.t(), 1e-8 * result.t());
    assertEquals(1 / 30.0, result.pGreater(), 4 * Math.sqrt(29 / 900.0 / draws));
    assertEquals(1 - 1 / 90.0, result.pLess(), 4 * Math.sqrt(89 / 8_100.0 / draws));
  }

  /** The unit of the outcome is of no matter, as long as its squares are numbers. */
  @ParameterizedTest
  @ValueSource(doubles = {1e140, 1e-140, -1})
  void theOutcomeHasNoUnit(double unit) {
    FreedmanLane.Result plain = FreedmanLane.of(APART, Z).test(Y, 199, 5);
    double[] y = Arrays.stream(Y).map(value -> unit * value).toArray();
    FreedmanLane.Result scaled = FreedmanLane.of(APART, Z).test(y, 199, 5);
    assertEquals(Math.signum(unit) * plain.t(), scaled.t(), 1e-10);
    assertEquals(unit > 0 ? plain.pGreater() : plain.pLess(), scaled.pGreater(), 1e-12);
    double[] x = Arrays.stream(APART).map(value -> 1e140 * value).toArray();
    assertEquals(plain.t(), FreedmanLane.of(x, Z).test(Y, 199, 5).t(), 1e-10);
  }

  @Test
  void wrongLengthsAndFlatOutcomesAreNamed() {
    FreedmanLane design = FreedmanLane.of(X, Z);
    refused("9 values and x has 8", () -> design.test(new double[9], 9, 1));
    refused("the covariate 7", () -> FreedmanLane.of(X, new double[7]));
    for (double unit : new double[] {1e-9, 1, 1e9}) {
      double[] along = Arrays.stream(Z).map(value -> unit * (1 + 2 * value)).toArray();
      refused("does not vary beyond", () -> design.test(along, 9, 1));
    }
    refused("draws", () -> design.test(Y, 0, 1));
  }
}
