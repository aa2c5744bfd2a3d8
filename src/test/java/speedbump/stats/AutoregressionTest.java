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
  void smallCasesByHand() {
    // squares 8, products 1 - 1 + 1 - 1 + 1 - 1 + 1 = 1: (8 / 8 + 2) / (8 - 4)
    double[] eight = {1, 1, -1, -1, 1, 1, -1, -1};
    assertEquals(0.75, Autoregression.rhoOfErrors(eight), 1e-15);
    Autoregression fit = Autoregression.fitErrors(eight, 2);
    assertEquals(0.75, fit.rho(), 1e-15);
    // 7/16 of the first, four steps of 1/4 and three of 7/4, over 8 - 2
    assertEquals(Math.sqrt((0.4375 + 4 * 0.0625 + 3 * 3.0625) / 6), fit.innovationSd(), 1e-15);
    assertEquals(fit.innovationSd() / Math.sqrt(0.4375), fit.stationarySd(), 1e-15);
    assertEquals(8, fit.observations());
  }

  @Test
  void aShortSeriesDoesNotTellItsRho() {
    double[] four = {1, 2, -1, -2};
    assertEquals(0.5, Autoregression.rhoOfErrors(four));
    Autoregression fit = Autoregression.fitErrors(four, 1);
    assertEquals(0.5, fit.rho());
    // 3/4 of the first, steps of 3/2, 2 and 3/2, over 4 - 1
    assertEquals(Math.sqrt((0.75 + 2.25 + 4 + 2.25) / 3), fit.innovationSd(), 1e-15);
    assertEquals(0.5, Autoregression.rhoOfErrors(new double[] {1, 2, -1, -2, 3, 1, 1}));
    assertEquals(0.2, Autoregression.firstOrder(four), 1e-15);
  }

  // a rho of 20,000 values has the standard error sqrt((1 - rho^2) / 20,000), a deviation about 1 %
  // at rho 0.8
  @ParameterizedTest
  @ValueSource(doubles = {-0.4, 0, 0.5, 0.8})
  void recoversPlantedNoise(double rho) {
    double[] series = new Autoregression(rho, 2, 1).simulate(20_000, new SplittableRandom(17));
    Autoregression fit = Autoregression.fitErrors(series, 0);
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

  /**
   * Residuals show less noise than errors have: a trend fitted to short series takes much of it.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5})
  void theNoiseOfErrorsIsRecoveredFromResiduals(double rho) {
    Autoregression noise = new Autoregression(rho, 2, 1);
    SplittableRandom random = new SplittableRandom(23);
    double[] years = DoubleStream.iterate(0, t -> t + 1).limit(30).toArray();
    int draws = 4_000;
    double sum = 0;
    double sumOfVariances = 0;
    for (int draw = 0; draw < draws; draw++) {
      double[] residuals = LeastSquares.withConstant(noise.simulate(30, random), years).residuals();
      Autoregression fit = Autoregression.fitErrors(residuals, 2);
      sum += fit.rho();
      sumOfVariances += fit.innovationSd() * fit.innovationSd();
    }
    // the correction is of the first order in 1 / n; without it the mean is -.07 and .33
    assertEquals(rho, sum / draws, 0.06);
    assertRelative(4, sumOfVariances / draws, 0.06);
  }

  @Test
  void nearUnitRootsAreBroughtBack() {
    double[] trend = DoubleStream.iterate(100, v -> v + 0.01).limit(50).toArray();
    assertEquals(PraisWinsten.GREATEST_RHO, Autoregression.fitErrors(trend, 1).rho());
    double[] alternating = DoubleStream.iterate(1, v -> -v).limit(50).toArray();
    assertEquals(PraisWinsten.LEAST_RHO, Autoregression.fitErrors(alternating, 1).rho());
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
    double[] residuals = {1, 3, -2, 0.5, -1, 0.2, -0.3, -2};
    double[] scaled = Arrays.stream(residuals).map(v -> v * 1000).toArray();
    Autoregression plain = Autoregression.fitErrors(residuals, 1);
    Autoregression other = Autoregression.fitErrors(scaled, 1);
    assertRelative(plain.rho(), other.rho(), 1e-13);
    assertRelative(1000 * plain.innovationSd(), other.innovationSd(), 1e-13);
  }

  @Test
  void namesWhatIsWrong() {
    refuses(
        "residuals has 0 values, at least 1 are needed",
        () -> Autoregression.fitErrors(new double[0], 0));
    refuses(
        "2 residuals do not tell the noise beside 2 coefficients",
        () -> Autoregression.fitErrors(new double[] {1, 2}, 2));
    refuses(
        "2 residuals do not tell the noise beside -1 coefficients",
        () -> Autoregression.fitErrors(new double[] {1, 2}, -1));
    refuses(
        "residuals is not finite at index 1: NaN",
        () -> Autoregression.fitErrors(new double[] {1, Double.NaN}, 1));
    refuses(
        "all residuals are zero: they have no autocorrelation",
        () -> Autoregression.fitErrors(new double[5], 1));
    refuses(
        "all residuals are zero: they have no autocorrelation",
        () -> Autoregression.rhoOfErrors(new double[8]));
    refuses(
        "residuals is not finite at index 0: Infinity",
        () -> Autoregression.rhoOfErrors(new double[] {Double.POSITIVE_INFINITY, 1}));
    for (double rho : new double[] {-1, 1, 1.2, Double.NaN}) {
      refuses("rho must lie between -1 and 1, not " + rho, () -> new Autoregression(rho, 1, 1));
    }
    refuses("there must be observations, not 0", () -> new Autoregression(0.95, 1, 0));
    refuses(
        "the innovation's standard deviation must be finite and not negative: -1.0",
        () -> new Autoregression(0, -1, 1));
    Autoregression noise = new Autoregression(-0.5, 1, 1);
    SplittableRandom random = new SplittableRandom(1);
    refuses("length must lie between 1 and 10000000, not 0", () -> noise.simulate(0, random));
    refuses("gap 0 is negative: -1.0", () -> noise.simulate(new double[] {-1}, random));
    refuses(
        "gap 1 is no whole number, which a negative rho needs: 0.5",
        () -> noise.simulate(new double[] {1, 0.5}, random));
  }

  private static void refuses(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
