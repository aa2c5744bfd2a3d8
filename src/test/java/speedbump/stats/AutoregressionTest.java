package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static speedbump.stats.Published.assertRelative;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutoregressionTest {
  @Test
  void smallCaseByHand() {
    // squares 1 + 4 + 1 + 4 = 10, products 2 - 2 + 2 = 2
    Autoregression fit = Autoregression.fitFirstOrder(new double[] {1, 2, -1, -2});
    assertEquals(0.2, fit.rho(), 1e-15);
    assertEquals(Math.sqrt(0.96 * 10 / 4), fit.innovationSd(), 1e-15);
    assertEquals(Math.sqrt(2.5), fit.stationarySd(), 1e-15);
    assertEquals(4, fit.observations());
  }

  // a rho of 20,000 values has the standard error sqrt((1 - rho^2) / 20,000), a deviation about 1 %
  // at rho 0.8
  @ParameterizedTest
  @ValueSource(doubles = {-0.7, 0, 0.5, 0.8})
  void recoversPlantedNoise(double rho) {
    double[] series = new Autoregression(rho, 2, 1).simulate(20_000, new SplittableRandom(17));
    Autoregression fit = Autoregression.fitFirstOrder(series);
    assertEquals(rho, fit.rho(), 4 * Math.sqrt((1 - rho * rho) / 20_000));
    assertRelative(2, fit.innovationSd(), 0.02);
    assertRelative(2 / Math.sqrt(1 - rho * rho), fit.stationarySd(), 0.04);
  }

  @Test
  void simulationStartsStationary() {
    Autoregression noise = new Autoregression(0.9, 1, 1);
    SplittableRandom random = new SplittableRandom(3);
    double[] firsts =
        DoubleStream.generate(() -> noise.simulate(2, random)[0]).limit(20_000).toArray();
    double variance = Arrays.stream(firsts).map(v -> v * v).sum() / firsts.length;
    // four standard errors of a variance of normals
    assertRelative(1 / (1 - 0.81), variance, 4 * Math.sqrt(2.0 / firsts.length));
  }

  @Test
  void unitGapsAreEvenSteps() {
    Autoregression noise = new Autoregression(-0.4, 3, 1);
    double[] gaps = {1, 1, 1, 1};
    assertArrayEquals(
        noise.simulate(5, new SplittableRandom(8)),
        noise.simulate(gaps, new SplittableRandom(8)),
        1e-12);
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.8366600265340756", "2, 0.49", "0, 1"})
  void unevenGapsDecayByTheirLength(double gap, double correlation) {
    Autoregression noise = new Autoregression(0.7, 1, 1);
    SplittableRandom random = new SplittableRandom(5);
    int draws = 20_000;
    double product = 0;
    double second = 0;
    for (int i = 0; i < draws; i++) {
      double[] pair = noise.simulate(new double[] {gap}, random);
      product += pair[0] * pair[1];
      second += pair[1] * pair[1];
    }
    double variance = noise.stationarySd() * noise.stationarySd();
    assertEquals(correlation, product / draws / variance, 4 * Math.sqrt(2.0 / draws));
    assertRelative(variance, second / draws, 4 * Math.sqrt(2.0 / draws));
  }

  @Test
  void nearUnitRootsAreBroughtBack() {
    double[] trend = DoubleStream.iterate(100, v -> v + 0.01).limit(50).toArray();
    Autoregression fit = Autoregression.fitFirstOrder(trend);
    assertEquals(Autoregression.LARGEST_RHO, fit.rho());
    // the spread stays that of the residuals
    double meanSquare = Arrays.stream(trend).map(v -> v * v).sum() / 50;
    assertRelative(Math.sqrt(meanSquare), fit.stationarySd(), 1e-12);
  }

  @Test
  void withoutAGapAValueIsRepeated() {
    double[] series =
        new Autoregression(-0.95, 2, 1).simulate(new double[] {0, 1, 0}, new SplittableRandom(3));
    assertEquals(series[0], series[1]);
    assertEquals(series[2], series[3]);
    assertNotEquals(series[1], series[2]);
  }

  @Test
  void doesNotChangeWithUnits() {
    double[] residuals = {1, 3, -2, 0.5, -1, 0.2};
    double[] scaled = Arrays.stream(residuals).map(v -> v * 1000).toArray();
    Autoregression plain = Autoregression.fitFirstOrder(residuals);
    Autoregression other = Autoregression.fitFirstOrder(scaled);
    assertRelative(plain.rho(), other.rho(), 1e-13);
    assertRelative(1000 * plain.innovationSd(), other.innovationSd(), 1e-13);
  }

  @Test
  void namesWhatIsWrong() {
    refuses(
        "residuals has 1 values, at least 2 are needed",
        () -> Autoregression.fitFirstOrder(new double[1]));
    refuses(
        "residuals is not finite at index 1: NaN",
        () -> Autoregression.fitFirstOrder(new double[] {1, Double.NaN}));
    refuses(
        "all residuals are zero: they have no autocorrelation",
        () -> Autoregression.fitFirstOrder(new double[5]));
    refuses("rho must lie between -0.95 and 0.95, not 0.96", () -> new Autoregression(0.96, 1, 1));
    refuses("rho must lie between -0.95 and 0.95, not -1.0", () -> new Autoregression(-1, 1, 1));
    refuses("there must be observations, not 0", () -> new Autoregression(0.95, 1, 0));
    refuses(
        "the innovation's standard deviation must be finite and not negative: -1.0",
        () -> new Autoregression(0, -1, 1));
    Autoregression noise = new Autoregression(-0.5, 1, 1);
    SplittableRandom random = new SplittableRandom(1);
    refuses("length must be positive, not 0", () -> noise.simulate(0, random));
    refuses("gap 0 is negative: -1.0", () -> noise.simulate(new double[] {-1}, random));
    refuses(
        "gap 1 is no whole number, which a negative rho needs: 0.5",
        () -> noise.simulate(new double[] {1, 0.5}, random));
  }

  private static void refuses(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
