package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Refusal.refused;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BenchmarkForecastTest {
  private static final double[] SERIES = {2, 4, 3, 7};
  private static final double LEVEL = 0.8;

  @Test
  void byHand() {
    // mean 4, squared deviations 4 + 0 + 1 + 9 = 14; t(0.9; 3) = 1.637744
    Interval mean = BenchmarkForecast.MEAN.of(SERIES, 5, LEVEL);
    assertEquals(4, mean.estimate(), 1e-12);
    assertEquals(4 + 1.637744 * Math.sqrt(14 / 3.0 * 1.25), mean.upper(), 1e-5);
    // steps 2, -1, 4: mean square 7, mean 5/3, squared deviations 12.6667; t(0.9; 2) = 1.885618
    Interval naive = BenchmarkForecast.NAIVE.of(SERIES, 3, LEVEL);
    assertEquals(7, naive.estimate(), 1e-12);
    assertEquals(7 - 1.637744 * Math.sqrt(7 * 3), naive.lower(), 1e-5);
    Interval drift = BenchmarkForecast.DRIFT.of(SERIES, 3, LEVEL);
    assertEquals(12, drift.estimate(), 1e-12);
    assertEquals(12 + 1.885618 * Math.sqrt(38.0 / 3 / 2 * (3 + 9 / 3.0)), drift.upper(), 1e-5);
  }

  /** One step ahead, a mean and a drift are least squares on a constant, foretold one value on. */
  @Test
  void oneStepOnIsTheRegressionOnAConstant() {
    LeastSquares fit = LeastSquares.withConstant(SERIES);
    double half =
        Student.quantile(0.9, fit.degreesOfFreedom())
            * fit.residualStandardDeviation()
            * Math.sqrt(1 + 1.0 / SERIES.length);
    assertEquals(
        fit.coefficients()[0] + half, BenchmarkForecast.MEAN.of(SERIES, 1, LEVEL).upper(), 1e-12);
    double[] steps = {2, -1, 4};
    Interval step = BenchmarkForecast.MEAN.of(steps, 1, LEVEL);
    Interval drift = BenchmarkForecast.DRIFT.of(SERIES, 1, LEVEL);
    assertEquals(7 + step.estimate(), drift.estimate(), 1e-12);
    assertEquals(7 + step.lower(), drift.lower(), 1e-12);
  }

  /** Each interval holds its word where its own picture of the series is true. */
  @ParameterizedTest
  @EnumSource
  void coversAsItSays(BenchmarkForecast rule) {
    int draws = 20_000;
    int length = 9;
    int ahead = 6;
    Function<RandomGenerator, double[]> world =
        random -> {
          double[] y = random.doubles(length + ahead).map(u -> 0).toArray();
          for (int i = 0; i < y.length; i++) {
            double before = i == 0 ? 0 : y[i - 1];
            double noise = random.nextGaussian();
            y[i] =
                switch (rule) {
                  case MEAN -> 3 + noise;
                  case NAIVE -> before + noise;
                  case DRIFT -> before + 0.4 + noise;
                };
          }
          return y;
        };
    SplittableRandom random = new SplittableRandom(20261129);
    int inside = 0;
    for (int draw = 0; draw < draws; draw++) {
      double[] y = world.apply(random);
      Interval made = rule.of(Arrays.copyOf(y, length), ahead, LEVEL);
      double came = y[y.length - 1];
      inside += made.lower() <= came && came <= made.upper() ? 1 : 0;
    }
    assertEquals(LEVEL, inside / (double) draws, 4 * Math.sqrt(0.16 / draws));
  }

  @ParameterizedTest
  @EnumSource
  void otherUnitsGiveTheSameForecast(BenchmarkForecast rule) {
    double[] other = Arrays.stream(SERIES).map(v -> 1000 * v + 7).toArray();
    Interval made = rule.of(SERIES, 4, LEVEL);
    Interval scaled = rule.of(other, 4, LEVEL);
    assertEquals(1000 * made.estimate() + 7, scaled.estimate(), 1e-8);
    assertEquals(1000 * made.lower() + 7, scaled.lower(), 1e-8);
    assertEquals(1000 * made.upper() + 7, scaled.upper(), 1e-8);
  }

  @Test
  void saysWhatItCannotForecast() {
    double[] line = {1, 2, 3, 4};
    assertTrue(
        assertThrows(
                IllegalArgumentException.class, () -> BenchmarkForecast.DRIFT.of(line, 1, LEVEL))
            .getMessage()
            .contains("scatter"));
    assertThrows(
        IllegalArgumentException.class,
        () -> BenchmarkForecast.MEAN.of(new double[] {1, 2}, 1, LEVEL));
    assertThrows(
        IllegalArgumentException.class, () -> BenchmarkForecast.NAIVE.of(SERIES, 0, LEVEL));
  }

  /** A scatter of a millionth is one, whatever the unit; that of rounding is none. */
  @ParameterizedTest
  @EnumSource
  void scatterHasNoUnit(BenchmarkForecast rule) {
    for (double unit : new double[] {1e-9, 1, 1e9}) {
      double[] flat = {unit, unit, unit, unit};
      refused("no scatter", () -> rule.of(flat, 1, LEVEL));
      flat[1] += 1e-6 * unit;
      Interval made = rule.of(flat, 1, LEVEL);
      assertTrue(made.upper() > made.lower());
    }
    double[] thirds = {0.1, 0.4, 0.7, 1.0, 1.3};
    refused("no scatter", () -> BenchmarkForecast.DRIFT.of(thirds, 1, LEVEL));
    assertTrue(rule.words().contains("as "), rule.words());
  }
}
