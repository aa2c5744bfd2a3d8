package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Agreement.agree;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;
import speedbump.PublishedCase;

class ForecastScoreTest {
  private static double brier(double probability, boolean happened) {
    return ForecastScore.brier(new double[] {probability}, new boolean[] {happened});
  }

  // the worked example of the handbooks: 70 % for rain scores 0.09 if it rains, 30 % 0.49
  @PublishedCase
  @Test
  void rain() {
    agree(0.09, brier(0.7, true), 1e-15);
    agree(0.49, brier(0.3, true), 1e-15);
    assertEquals(0, brier(0, false));
    assertEquals(1, brier(1, false));
    agree(
        (0.09 + 0.09) / 2,
        ForecastScore.brier(new double[] {0.7, 0.3}, new boolean[] {true, false}),
        1e-15);
  }

  /** Whoever says what he believes scores best, in the mean over what happens. */
  @Test
  void honestyPays() {
    double truth = 0.3;
    double honest = truth * brier(truth, true) + (1 - truth) * brier(truth, false);
    for (double said : new double[] {0, 0.2, 0.29, 0.31, 0.5, 1}) {
      assertTrue(truth * brier(said, true) + (1 - truth) * brier(said, false) > honest);
    }
  }

  // by the formula of Gneiting and Raftery 2007 (43): width 4, and 2/0.2 = 10 times 3 beyond
  @Test
  void widthAndTenTimesTheMiss() {
    assertEquals(4, ForecastScore.interval(8, 12, 12, 0.8), 1e-14);
    assertEquals(4, ForecastScore.interval(8, 12, 8, 0.8), 1e-14);
    assertEquals(34, ForecastScore.interval(8, 12, 15, 0.8), 1e-12);
    assertEquals(34, ForecastScore.interval(8, 12, 5, 0.8), 1e-12);
    assertEquals(3400, ForecastScore.interval(800, 1200, 1500, 0.8), 1e-10, "in another unit");
  }

  /** Of central intervals of a normal outcome that of the stated coverage scores best. */
  @Test
  void theHonestWidthScoresBest() {
    double level = 0.8;
    double z = new NormalDistribution().inverseCumulativeProbability((1 + level) / 2);
    double honest = mean(z, level);
    assertTrue(mean(0.7 * z, level) > honest + 0.02);
    assertTrue(mean(1.3 * z, level) > honest + 0.02);
    assertTrue(mean(0, level) > mean(0.7 * z, level));
  }

  private static double mean(double half, double level) {
    SplittableRandom random = new SplittableRandom(5);
    return IntStream.range(0, 20_000)
        .mapToDouble(i -> ForecastScore.interval(-half, half, random.nextGaussian(), level))
        .average()
        .orElseThrow();
  }

  @Test
  void wrongForecastsAreNamed() {
    assertTrue(message(() -> brier(1.2, true)).contains("1.2"));
    assertTrue(
        message(() -> ForecastScore.brier(new double[2], new boolean[1])).contains("happened"));
    assertTrue(message(() -> ForecastScore.interval(2, 1, 1, 0.8)).contains("order"));
  }

  private static String message(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }

  @Test
  void endsTooFarApartAreNamed() {
    assertTrue(
        message(() -> ForecastScore.interval(-1e150, 1e150, 2e150, 0.8))
            .contains("ends and outcome"));
    assertEquals(3, ForecastScore.interval(1, 2, 2.2, 0.8), 1e-12);
    assertEquals(0, ForecastScore.interval(1, 1, 1, 0.8));
  }
}
