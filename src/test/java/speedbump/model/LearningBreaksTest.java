package speedbump.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import speedbump.model.LearningBreaks.Period;
import speedbump.model.LearningCurve.Driver;
import speedbump.model.LearningCurve.Form;
import speedbump.stats.Autoregression;
import speedbump.stats.Interval;
import speedbump.stats.LeastSquares;
import speedbump.stats.SupF;

class LearningBreaksTest {
  /** Costs whose exponent changes with the point of an index, continuous there. */
  private static CostSeries bent(double before, double after, int at, double noise) {
    CostSeries frame = LearningCurveTest.made(40, 0, 0, 0);
    double[] output = frame.logOutput();
    SplittableRandom random = new SplittableRandom(5);
    double[] cost = new double[40];
    for (int t = 1; t < 40; t++) {
      cost[t] =
          cost[t - 1]
              - (t < at ? before : after) * (output[t] - output[t - 1])
              + noise * random.nextGaussian();
    }
    return frame.withLogCost(cost);
  }

  @Test
  void aPlantedChangeOfRateIsFoundInItsYear() {
    LearningBreaks found = LearningBreaks.of(bent(0.2, 0.6, 24, 0.01), Form.FIRST_DIFFERENCES);
    assertTrue(found.found());
    assertEquals(1984, found.likeliestYear(), 0);
    assertTrue(found.supF().pValue() < 0.001);
    List<Period> periods = found.periods(1);
    assertEquals(1961, periods.get(0).firstYear(), 0);
    assertEquals(1983, periods.get(0).lastYear(), 0);
    assertEquals(1984, periods.get(1).firstYear(), 0);
    assertEquals(1999, periods.get(1).lastYear(), 0);
    assertEquals(23, periods.get(0).observations());
    assertEquals(16, periods.get(1).observations());
    assertEquals(0.2, periods.get(0).exponent().estimate(), 0.02);
    assertEquals(0.6, periods.get(1).exponent().estimate(), 0.02);
  }

  /** In levels the new line may start where it likes. */
  @Test
  void aPlantedJumpIsFoundInLevels() {
    CostSeries steady = bent(0.3, 0.3, 0, 0);
    SplittableRandom random = new SplittableRandom(8);
    double[] cost = steady.logCost();
    for (int t = 0; t < cost.length; t++) {
      cost[t] += (t < 15 ? 0 : 1) + 0.02 * random.nextGaussian();
    }
    LearningBreaks found = LearningBreaks.of(steady.withLogCost(cost), Form.LEVELS);
    assertEquals(1975, found.likeliestYear(), 0);
    assertEquals(0.3, found.periods(1).get(1).exponent().estimate(), 0.01);
  }

  @ParameterizedTest
  @EnumSource(
      value = Form.class,
      names = {"LEVELS", "FIRST_DIFFERENCES"})
  void aPeriodIsTheCurveOnItsYears(Form form) {
    CostSeries series = LearningCurveTest.held("DRAM");
    LearningBreaks found = LearningBreaks.of(series, form);
    assertEquals(
        LearningCurve.fit(series, Driver.EXPERIENCE, form).interval(0.95),
        found.periods(0).get(0).exponent());
    Period later = found.periods(1).get(1);
    double[] years = series.years();
    int from = Arrays.binarySearch(years, later.firstYear());
    double[] x = series.logOutput();
    double[] y = series.logCost();
    LeastSquares by =
        form == Form.LEVELS
            ? LeastSquares.withConstant(
                Arrays.copyOfRange(y, from, y.length), Arrays.copyOfRange(x, from, x.length))
            : LeastSquares.fit(
                CostSeries.differences(Arrays.copyOfRange(y, from - 1, y.length)),
                IntStream.range(from, x.length)
                    .mapToObj(t -> new double[] {x[t] - x[t - 1]})
                    .toArray(double[][]::new));
    Interval slope = by.praisWinsten().interval(form == Form.LEVELS ? 1 : 0, 0.95);
    assertEquals(-slope.estimate(), later.exponent().estimate(), 1e-10);
    assertEquals(-slope.upper(), later.exponent().lower(), 1e-10);
    assertEquals(-slope.lower(), later.exponent().upper(), 1e-10);
    assertEquals(by.observations(), later.observations());
  }

  @ParameterizedTest
  @EnumSource(
      value = Form.class,
      names = {"LEVELS", "FIRST_DIFFERENCES"})
  void breaksHangOnNoUnit(Form form) {
    CostSeries series = LearningCurveTest.held("DRAM");
    double[] cost = Arrays.stream(series.logCost()).map(c -> 100 * Math.exp(c)).toArray();
    double[] output = Arrays.stream(series.logOutput()).map(x -> 1e-6 * Math.exp(x)).toArray();
    LearningBreaks one = LearningBreaks.of(series, form);
    LearningBreaks two =
        LearningBreaks.of(CostSeries.of("other units", series.years(), cost, output), form);
    assertEquals(one.supF().statistic(), two.supF().statistic(), 1e-6 * one.supF().statistic());
    assertEquals(one.supF().pValue(), two.supF().pValue(), 1e-9);
    assertEquals(one.found(), two.found());
    assertEquals(one.likeliestYear(), two.likeliestYear(), 0);
  }

  /** Without a change the share found is the size of the test; with a large one it nears 1. */
  @ParameterizedTest
  @CsvSource({
    "LEVELS, 0.3, 0.3, 0, 0.1",
    "FIRST_DIFFERENCES, 0.3, 0.3, 0, 0.1",
    "LEVELS, 0.1, 1.5, 0.9, 1",
    "FIRST_DIFFERENCES, 0.1, 1.5, 0.9, 1"
  })
  void powerIsTheSizeWithoutAChangeAndNearsOneWithAGreatOne(
      Form form, double before, double after, double least, double most) {
    LearningBreaks found = LearningBreaks.of(bent(0.3, 0.3, 20, 0.1), form);
    double share = found.power(before, after, 400, 3);
    assertTrue(share >= least && share <= most, "found in " + share);
    assertEquals(share, found.power(before, after, 400, 3), 0);
  }

  /**
   * Where nothing changes a break is found in at most seven of a hundred series whose noise
   * remembers half of its last value, the noise estimated from each. The test takes the estimate to
   * the nearest fortieth, so that not every series needs a simulation of its own.
   */
  @ParameterizedTest
  @EnumSource(
      value = Form.class,
      names = {"LEVELS", "FIRST_DIFFERENCES"})
  void keepsItsSizeInNoiseThatRemembers(Form form) {
    double[] x = LearningCurveTest.made(31, 0, 0, 0).logOutput();
    double[] regressor = form == Form.LEVELS ? Arrays.copyOf(x, 30) : CostSeries.differences(x);
    double[][] rows =
        Arrays.stream(regressor)
            .mapToObj(one -> form == Form.LEVELS ? new double[] {1, one} : new double[] {one})
            .toArray(double[][]::new);
    Autoregression errors = new Autoregression(0.5, 1, 1);
    SplittableRandom random = new SplittableRandom(41);
    Map<Long, SupF> tests = new HashMap<>();
    int draws = 1_500;
    int found = 0;
    for (int draw = 0; draw < draws; draw++) {
      double[] y = errors.simulate(30, random);
      double rho =
          Autoregression.fitErrors(LeastSquares.fit(y, rows).residuals(), rows[0].length).rho();
      SupF test =
          tests.computeIfAbsent(
              Math.round(40 * rho),
              at -> SupF.of(rows, 8, new Autoregression(Math.min(0.97, at / 40.0), 1, 1), 999, 3));
      found += test.test(y).pValue() < LearningBreaks.ALPHA ? 1 : 0;
    }
    double share = found / (double) draws;
    assertTrue(share <= 0.07 + 2 * Math.sqrt(0.07 * 0.93 / draws), "found in " + share);
    assertTrue(share > 0.005, "found in " + share);
  }

  /** The same simulation by hand: costs along both exponents, joined at the middle. */
  @ParameterizedTest
  @EnumSource(
      value = Form.class,
      names = {"LEVELS", "FIRST_DIFFERENCES"})
  void powerIsTheShareOfMadeUpChangesThatAreFound(Form form) {
    CostSeries series = bent(0.3, 0.3, 20, 0.1);
    boolean levels = form == Form.LEVELS;
    double[] x = levels ? series.logOutput() : CostSeries.differences(series.logOutput());
    double[] y = levels ? series.logCost() : CostSeries.differences(series.logCost());
    double[][] rows =
        Arrays.stream(x)
            .mapToObj(one -> levels ? new double[] {1, one} : new double[] {one})
            .toArray(double[][]::new);
    Autoregression errors =
        Autoregression.fitErrors(LeastSquares.fit(y, rows).residuals(), rows[0].length);
    SupF test = SupF.of(rows, 8, errors, SupF.DEFAULT_DRAWS, SupF.DEFAULT_SEED);
    SplittableRandom random = new SplittableRandom(3);
    double before = 0.3;
    double after = levels ? 0.33 : 0.38;
    int middle = x.length / 2;
    int found = 0;
    for (int draw = 0; draw < 100; draw++) {
      double[] made = errors.simulate(x.length, random);
      for (int t = 0; t < x.length; t++) {
        double exponent = t < middle ? before : after;
        made[t] -= levels ? before * x[middle] + exponent * (x[t] - x[middle]) : exponent * x[t];
      }
      found += test.test(made).pValue() < 0.05 ? 1 : 0;
    }
    assertTrue(found > 15 && found < 95, "found " + found);
    assertEquals(found / 100.0, LearningBreaks.of(series, form).power(before, after, 100, 3), 0);
  }

  /** Fifteen in a hundred, eight at least, and three breaks at most. */
  @ParameterizedTest
  @CsvSource({"16, 1", "23, 1", "24, 2", "32, 3", "60, 3"})
  void asManyBreaksAreLookedForAsHaveRoom(int points, int most) {
    LearningBreaks breaks =
        LearningBreaks.of(LearningCurveTest.made(points, 0.3, 0, 0.1), Form.LEVELS);
    assertEquals(most + 1, breaks.periods(most).size());
    for (int number : new int[] {-1, most + 1}) {
      assertThrows(IllegalArgumentException.class, () -> breaks.periods(number));
    }
  }

  @Test
  void whatCannotBeLookedForIsRefused() {
    CostSeries series = LearningCurveTest.made(15, 0.3, 0, 0.1);
    assertTrue(refusal(series, Form.LEVELS).contains("15 observations, and two periods need 16"));
    CostSeries longer = LearningCurveTest.made(16, 0.3, 0, 0.1);
    assertTrue(refusal(longer, Form.ERROR_CORRECTION).contains("ERROR_CORRECTION"));
    LearningBreaks found = LearningBreaks.of(longer, Form.LEVELS);
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> found.periods(2))
            .getMessage()
            .contains("no partition with 2 breaks"));
    assertThrows(IllegalArgumentException.class, () -> found.power(0.1, 0.2, 0, 1));
    CostSeries exact = LearningCurveTest.made(16, 0.3, 0, 0);
    assertThrows(IllegalArgumentException.class, () -> LearningBreaks.of(exact, Form.LEVELS));
  }

  private static String refusal(CostSeries series, Form form) {
    return assertThrows(IllegalArgumentException.class, () -> LearningBreaks.of(series, form))
        .getMessage();
  }

  @Test
  void aSteadyRateHasNoBreak() {
    LearningBreaks steady = LearningBreaks.of(bent(0.3, 0.3, 20, 0.1), Form.FIRST_DIFFERENCES);
    assertTrue(steady.supF().pValue() > LearningBreaks.ALPHA);
    assertFalse(steady.found());
  }
}
