package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Agreement.agree;
import static speedbump.stats.Published.assertRelative;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.PublishedCase;

class BlockBootstrapTest {
  private static final int MANY = 10_000;

  // the exact error of the circular block bootstrap of a mean: the deviation of the block means
  // over sqrt(n / l)
  @PublishedCase
  @ParameterizedTest
  // bounds: numpy 2.4.6, quantiles 0.025 and 0.975 of 2,000,000 resamples
  @CsvSource({
    "1, 16.83792371404503, 886.59, 952.63",
    "5, 26.718104255354646, 869.35, 973.79",
    "10, 32.16176658705177, 861.00, 986.06",
    "20, 39.119818378924, 848.48, 1000.63"
  })
  void agreesWithTheExactErrorOnTheNile(int length, double exact, double lower, double upper) {
    double[] nile = Published.nile();
    double[] blockMeans =
        IntStream.range(0, nile.length)
            .mapToDouble(
                start ->
                    IntStream.range(start, start + length)
                        .mapToDouble(i -> nile[i % nile.length])
                        .average()
                        .orElseThrow())
            .toArray();
    double variance =
        Arrays.stream(blockMeans).map(m -> (m - 919.35) * (m - 919.35)).average().orElseThrow();
    assertRelative(exact, Math.sqrt(variance / (nile.length / length)), 1e-12);

    BlockBootstrap.Result result =
        BlockBootstrap.withDefaults().withBlockLength(length).withResamples(MANY).mean(nile);
    assertRelative(919.35, result.estimate(), 1e-14);
    assertRelative(exact, result.standardError(), 0.03);
    // four standard errors of a normal 2.5 % quantile among 10,000 are 0.11 deviations
    agree(lower, result.lower(), 0.11 * exact);
    agree(upper, result.upper(), 0.11 * exact);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 10, 33, 99})
  void anyStatisticAgreesWithTheShortcutOfTheMean(int length) {
    BlockBootstrap bootstrap =
        BlockBootstrap.withDefaults().withBlockLength(length).withResamples(50);
    double[] nile = Published.nile();
    BlockBootstrap.Result shortcut = bootstrap.mean(nile);
    BlockBootstrap.Result general =
        bootstrap.statistic(nile, s -> Arrays.stream(s).average().orElseThrow());
    assertRelative(general.estimate(), shortcut.estimate(), 1e-13);
    assertRelative(general.lower(), shortcut.lower(), 1e-13);
    assertRelative(general.upper(), shortcut.upper(), 1e-13);
    assertEquals(general.standardError(), shortcut.standardError(), 1e-10);
  }

  @Test
  void differenceHasTheErrorsOfBothSegments() {
    double[] nile = Published.nile();
    double[] before = Arrays.copyOfRange(nile, 0, 28);
    double[] after = Arrays.copyOfRange(nile, 28, 100);
    BlockBootstrap bootstrap = BlockBootstrap.withDefaults().withBlockLength(4).withResamples(MANY);
    BlockBootstrap.Result result = bootstrap.differenceOfMeans(before, after);
    double first = bootstrap.mean(before).standardError();
    double second = bootstrap.mean(after).standardError();
    // means 1097.75 and 849.972222 by hand
    assertRelative(849.9722222222222 - 1097.75, result.estimate(), 1e-13);
    assertRelative(Math.hypot(first, second), result.standardError(), 0.03);
    assertTrue(result.upper() < 0);
  }

  @Test
  void intervalsCoverTheMeanOfAutocorrelatedSeries() {
    // nominal 0.95; percentile intervals of 200 values at rho 0.5 cover a little less, independent
    // resampling 0.74
    SplittableRandom random = new SplittableRandom(41);
    Autoregression noise = new Autoregression(0.5, 1, 1);
    BlockBootstrap blocks = BlockBootstrap.withDefaults().withBlockLength(12);
    BlockBootstrap single = blocks.withBlockLength(1);
    int draws = 1000;
    int covered = 0;
    int coveredBySingle = 0;
    for (int draw = 0; draw < draws; draw++) {
      double[] series = noise.simulate(200, random);
      covered += covers(blocks.mean(series)) ? 1 : 0;
      coveredBySingle += covers(single.mean(series)) ? 1 : 0;
    }
    assertEquals(0.91, (double) covered / draws, 0.03);
    assertEquals(0.74, (double) coveredBySingle / draws, 0.05);
  }

  @Test
  void intervalsOfDifferencesCoverAPlantedShift() {
    SplittableRandom random = new SplittableRandom(43);
    Autoregression noise = new Autoregression(0.4, 1, 1);
    BlockBootstrap bootstrap = BlockBootstrap.withDefaults().withBlockLength(8);
    int draws = 1000;
    int covered = 0;
    for (int draw = 0; draw < draws; draw++) {
      double[] before = noise.simulate(150, random);
      double[] after = Arrays.stream(noise.simulate(100, random)).map(v -> v - 3).toArray();
      BlockBootstrap.Result result = bootstrap.differenceOfMeans(before, after);
      covered += result.lower() <= -3 && -3 <= result.upper() ? 1 : 0;
    }
    assertEquals(0.91, (double) covered / draws, 0.03);
  }

  private static boolean covers(BlockBootstrap.Result result) {
    return result.lower() <= 0 && 0 <= result.upper();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "8, 2", "9, 3", "27, 3", "28, 4", "100, 5", "1000, 10", "1001, 11"})
  void cubeRootRule(int observations, int length) {
    assertEquals(length, BlockBootstrap.cubeRootRule(observations));
  }

  @Test
  void theRuleHoldsWhereNoLengthIsGiven() {
    double[] nile = Published.nile();
    BlockBootstrap byRule = BlockBootstrap.withDefaults();
    assertEquals(byRule.withBlockLength(5).mean(nile), byRule.mean(nile));
    assertNotEquals(byRule.withBlockLength(6).mean(nile), byRule.mean(nile));
  }

  @Test
  void aRerunOrAnotherThreadChangesNothing() {
    double[] nile = Published.nile();
    BlockBootstrap.Result once = BlockBootstrap.withDefaults().mean(nile);
    IntStream.range(0, 8)
        .parallel()
        .forEach(i -> assertEquals(once, BlockBootstrap.withDefaults().mean(nile)));
  }

  @Test
  void levelsNest() {
    double[] nile = Published.nile();
    BlockBootstrap.Result wide = BlockBootstrap.withDefaults().mean(nile);
    BlockBootstrap.Result narrow = BlockBootstrap.withDefaults().withLevel(0.5).mean(nile);
    assertTrue(wide.lower() < narrow.lower() && narrow.upper() < wide.upper());
    assertEquals(0.5, narrow.level());
  }

  @Test
  void doesNotChangeWithUnits() {
    double[] nile = Published.nile();
    double[] scaled = Arrays.stream(nile).map(v -> 1000 * v - 7).toArray();
    BlockBootstrap.Result plain = BlockBootstrap.withDefaults().mean(nile);
    BlockBootstrap.Result other = BlockBootstrap.withDefaults().mean(scaled);
    assertRelative(1000 * plain.standardError(), other.standardError(), 1e-10);
    assertRelative(1000 * plain.lower() - 7, other.lower(), 1e-12);
    assertRelative(1000 * plain.upper() - 7, other.upper(), 1e-12);
  }

  @Test
  void twoResamplesHaveAnError() {
    double[] nile = Published.nile();
    BlockBootstrap.Result two = BlockBootstrap.withDefaults().withResamples(2).mean(nile);
    // bounds at 0.025 and 0.975 of the way, deviation by n - 1
    assertRelative((two.upper() - two.lower()) / 0.95 / Math.sqrt(2), two.standardError(), 1e-10);
  }

  @Test
  void namesWhatIsWrong() {
    BlockBootstrap bootstrap = BlockBootstrap.withDefaults();
    double[] three = {1, 2, 4};
    double[] pair = {1, 2};
    refuses("block length must be positive, not 0", () -> bootstrap.withBlockLength(0));
    refuses("at least two resamples are needed, not 1", () -> bootstrap.withResamples(1));
    refuses("level must lie between 0 and 1, not 0.0", () -> bootstrap.withLevel(0));
    refuses("level must lie between 0 and 1, not 1.0", () -> bootstrap.withLevel(1));
    refuses("series has 0 values, at least 3 are needed", () -> bootstrap.mean(new double[0]));
    refuses(
        "after is not finite at index 0: -Infinity",
        () -> bootstrap.differenceOfMeans(three, new double[] {Double.NEGATIVE_INFINITY, 1, 2}));
    refuses(
        "block length 3 is not below the 3 values of before: one block is no resample",
        () -> bootstrap.withBlockLength(3).differenceOfMeans(three, new double[9]));
    refuses("series has 2 values, at least 3 are needed", () -> bootstrap.mean(pair));
    refuses("series does not vary", () -> bootstrap.mean(new double[] {0.7, 0.7, 0.7 + 1e-14}));
    refuses(
        "neither before nor after varies",
        () -> bootstrap.differenceOfMeans(new double[3], new double[] {1, 1, 1}));
    refuses(
        "at most 1000000 resamples are drawn, not 2147483647",
        () -> bootstrap.withResamples(Integer.MAX_VALUE));
    refuses(
        "the statistic of the series is NaN", () -> bootstrap.statistic(three, s -> Double.NaN));
    refuses(
        "the statistic of resample 0 is Infinity",
        () -> bootstrap.withBlockLength(1).statistic(three, new Once()::next));
    refuses("there must be observations, not 0", () -> BlockBootstrap.cubeRootRule(0));
  }

  /** Finite once. */
  private static final class Once {
    private double value = 1;

    double next(double[] sample) {
      double now = value * sample.length;
      value = Double.POSITIVE_INFINITY;
      return now;
    }
  }

  private static void refuses(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
