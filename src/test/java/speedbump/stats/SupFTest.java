package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.stats.Published.assertRelative;
import static speedbump.stats.StructuralBreaksTest.constant;
import static speedbump.stats.StructuralBreaksTest.trend;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedbump.PublishedCase;

class SupFTest {
  private static final int DRAWS = 1_999;

  private static SupF test(double[][] x, int least, double rho) {
    return SupF.of(x, least, new Autoregression(rho, 1, 1), DRAWS, 5);
  }

  @PublishedCase
  @Test
  void agreesWithStrucchangeOnTheNile() {
    // R strucchange 1.5-4, Fstats(Nile ~ 1): 75.93; further digits by numpy 2.4.6
    SupF.Result result = test(constant(100), 15, 0).test(Published.nile());
    assertRelative(75.92976942748544, result.statistic(), 1e-12);
    assertEquals(28, result.breakAt());
    // no simulated series comes near it
    assertEquals(1.0 / (1 + DRAWS), result.pValue());
  }

  @Test
  void itsStatisticIsTheBestPartitionOfOneBreak() {
    double[][] x = trend(30, 1990);
    double[] y = new Autoregression(0.4, 2, 1).simulate(30, new SplittableRandom(9));
    StructuralBreaks breaks = StructuralBreaks.fit(y, x, 6, 1);
    double none = breaks.partitions().get(0).rss();
    double one = breaks.partitions().get(1).rss();
    SupF.Result result = test(x, 6, 0).test(y);
    assertRelative((none - one) / (one / 26), result.statistic(), 1e-9);
    assertEquals(breaks.partitions().get(1).breaks().get(0), result.breakAt());
  }

  // where there is no break, p lies below 0.05 and 0.2 so often as it says: of 2,000 series,
  // within four standard errors, those of the simulated reference taken in
  @ParameterizedTest
  @CsvSource({"0.05", "0.2"})
  void holdsItsSizeAtShortLengths(double level) {
    double[][] x = trend(20, 2000);
    assertEquals(level, rejected(test(x, 5, 0), 0, level), 4 * error(level));
    assertEquals(level, rejected(test(x, 5, 0.6), 0.6, level), 4 * error(level));
    // and a test that takes autocorrelated errors for independent ones does not
    assertTrue(rejected(test(x, 5, 0), 0.6, level) > level + 8 * error(level));
  }

  private static double error(double level) {
    return Math.sqrt(2 * level * (1 - level) / DRAWS);
  }

  private static double rejected(SupF test, double rho, double level) {
    Autoregression errors = new Autoregression(rho, 3, 1);
    SplittableRandom random = new SplittableRandom(77);
    return IntStream.range(0, DRAWS)
            .filter(i -> test.test(errors.simulate(20, random)).pValue() <= level)
            .count()
        / (double) DRAWS;
  }

  @Test
  void findsAPlantedBreak() {
    double[] e = new Autoregression(0, 0.1, 1).simulate(30, new SplittableRandom(2));
    double[] y =
        IntStream.range(0, 30)
            .mapToDouble(t -> 2 + 0.1 * t + (t < 17 ? 0 : 0.5 * (t - 17) + 1) + e[t])
            .toArray();
    SupF.Result result = test(trend(30, 0), 5, 0).test(y);
    assertEquals(17, result.breakAt());
    assertTrue(result.pValue() < 0.01);
  }

  /** A jump at the first or last date that leaves the least side is found; one beyond is not. */
  @ParameterizedTest
  @CsvSource({"5, 5", "15, 15", "4, 5", "16, 15"})
  void looksAtEveryDateThatLeavesTheLeastSide(int jump, int found) {
    double[] e = new Autoregression(0, 0.01, 1).simulate(20, new SplittableRandom(8));
    double[] y = IntStream.range(0, 20).mapToDouble(t -> (t < jump ? 0 : 1) + e[t]).toArray();
    assertEquals(found, test(constant(20), 5, 0).test(y).breakAt());
  }

  @Test
  void twoSidesOfTheLeastLengthHaveOneDate() {
    double[] y = new Autoregression(0, 1, 1).simulate(10, new SplittableRandom(8));
    assertEquals(5, SupF.of(trend(10, 0), 5, new Autoregression(0, 1, 1), 1, 1).test(y).breakAt());
  }

  @Test
  void doesNotChangeWithUnitsOrWithATrendThatItFits() {
    double[] y = new Autoregression(0, 1, 1).simulate(25, new SplittableRandom(4));
    double[] other = IntStream.range(0, 25).mapToDouble(t -> 100 * y[t] + 7 - 3 * t).toArray();
    SupF.Result plain = test(trend(25, 2000), 5, 0).test(y);
    SupF.Result scaled = test(trend(25, 0), 5, 0).test(other);
    assertRelative(plain.statistic(), scaled.statistic(), 1e-8);
    assertEquals(plain.breakAt(), scaled.breakAt());
    assertEquals(plain.pValue(), scaled.pValue());
  }

  @Test
  void namesWhatIsWrong() {
    Autoregression errors = new Autoregression(0, 1, 1);
    double[][] x = trend(20, 0);
    refuses(
        "20 observations have no date with 11 on either side", () -> SupF.of(x, 11, errors, 9, 1));
    refuses("segments of 2 observations cannot carry 2 columns", () -> SupF.of(x, 2, errors, 9, 1));
    refuses("draws must lie between 1 and 1000000, not 0", () -> SupF.of(x, 5, errors, 0, 1));
    refuses("the errors do not vary", () -> SupF.of(x, 5, new Autoregression(0, 0, 1), 9, 1));
    double[][] late = trend(20, 0);
    Arrays.fill(late, 15, 20, new double[] {1, 3});
    refuses("rows 15 to 19 of x do not tell 2 coefficients", () -> SupF.of(late, 5, errors, 9, 1));
    SupF test = SupF.of(x, 5, errors, 9, 1);
    refuses("x has 20 rows and y has 19 values", () -> test.test(new double[19]));
    refuses("x fits y without error", () -> test.test(new double[20]));
    double[] line = IntStream.range(0, 20).mapToDouble(t -> 1e3 * (0.1 + 0.7 * t)).toArray();
    refuses("x fits y without error", () -> test.test(line));
    double[][] early = trend(20, 0);
    Arrays.fill(early, 0, 5, new double[] {1, 3});
    refuses("rows 0 to 4 of x do not tell 2 coefficients", () -> SupF.of(early, 5, errors, 9, 1));
    double[] gap = new double[20];
    gap[2] = Double.NaN;
    refuses("y is not finite at index 2: NaN", () -> test.test(gap));
  }

  private static void refuses(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
