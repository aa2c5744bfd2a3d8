package speedbump.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Agreement.agree;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import speedbump.PublishedCase;
import speedbump.data.Catalog;
import speedbump.model.LearningCurve.Driver;
import speedbump.model.LearningCurve.Form;
import speedbump.stats.Autoregression;
import speedbump.stats.Interval;
import speedbump.stats.LeastSquares;
import speedbump.stats.LeastSquares.SerialErrors;
import tech.tablesaw.api.Table;

class LearningCurveTest {
  static CostSeries held(String technology) {
    Table all = Catalog.shared().table("energy/performance_curves");
    Table own = all.where(all.stringColumn("technology").isEqualTo(technology));
    return CostSeries.of(
        technology,
        own.doubleColumn("time_year").asDoubleArray(),
        own.doubleColumn("unit_cost").asDoubleArray(),
        own.doubleColumn("cumulative_output_before").asDoubleArray());
  }

  /** Output that grows unevenly, cost by the law given. */
  @Test
  void aStrangersOutputIsMatchedByPointInTime() {
    CostSeries own =
        CostSeries.of(
            "own", new double[] {1, 2, 3.5, 4, 6}, new double[] {9, 8, 8, 7, 5}, steps(5, 1));
    CostSeries other =
        CostSeries.of("other", new double[] {0, 2, 3, 3.5, 6}, steps(5, 1), steps(5, 10));
    CostSeries both = own.onOutputOf(other, 3).orElseThrow();
    assertEquals("own on other", both.name());
    assertArrayEquals(new double[] {2, 3.5, 6}, both.years());
    assertArrayEquals(new double[] {Math.log(8), Math.log(8), Math.log(5)}, both.logCost());
    assertArrayEquals(new double[] {Math.log(20), Math.log(40), Math.log(50)}, both.logOutput());
    assertTrue(own.onOutputOf(other, 4).isEmpty());
    assertArrayEquals(own.years(), own.onOutputOf(own, 3).orElseThrow().years());
    assertTrue(own.between(0, 3).onOutputOf(other, 1).isEmpty(), "two are no series");
    assertTrue(own.onOutputOf(other.between(0, 3), 1).isEmpty(), "nor is one");
    assertTrue(both.costVaries());
    assertFalse(both.withLogCost(new double[3]).costVaries());
  }

  private static double[] steps(int n, double step) {
    return IntStream.rangeClosed(1, n).mapToDouble(i -> i * step).toArray();
  }

  static CostSeries made(int points, double exponent, double perYear, double noise) {
    SplittableRandom random = new SplittableRandom(11);
    double[] years = IntStream.range(0, points).mapToDouble(t -> 1960 + t).toArray();
    double[] output = new double[points];
    double[] cost = new double[points];
    double made = 3;
    for (int t = 0; t < points; t++) {
      output[t] = made;
      cost[t] =
          40 * Math.pow(made, -exponent) * Math.exp(-perYear * t + noise * random.nextGaussian());
      made *= 1 + random.nextDouble();
    }
    return CostSeries.of("made up", years, cost, output);
  }

  // Carnegie clab_experience_curve, IC.csv, rows with n_breaks 0, percent per doubling
  @PublishedCase
  @ParameterizedTest
  @CsvSource({
    "Photovoltaics, 19.87584440996628, 24.10463390167018",
    "Transistor, 43.02564102249898, 44.56605223001632",
    "DRAM, 39.07680694695501, 40.02783231433893",
    "Photovoltaics_2, 27.448935001972764, 20.77169864478125",
    "Ford_Model-T, 11.776093892480876, 13.966159343632768"
  })
  void agreesWithThePublishedLearningRates(String technology, double levels, double differences) {
    CostSeries series = held(technology);
    agree(
        levels,
        100 * LearningCurve.fit(series, Driver.EXPERIENCE, Form.LEVELS).learningRate(),
        1e-9);
    agree(
        differences,
        100 * LearningCurve.fit(series, Driver.EXPERIENCE, Form.FIRST_DIFFERENCES).learningRate(),
        1e-9);
  }

  @ParameterizedTest
  @EnumSource(
      value = Form.class,
      names = {"LEVELS", "FIRST_DIFFERENCES"})
  void recoversTheLawThatMadeTheCosts(Form form) {
    LearningCurve wright =
        LearningCurve.fit(made(12, 0.3219280948873623, 0, 0), Driver.EXPERIENCE, form);
    assertEquals(0.2, wright.learningRate(), 1e-12);
    assertEquals(
        0, wright.interval(0.95, SerialErrors.NEWEY_WEST).upper() - wright.exponent(), 1e-12);
    assertEquals(
        "x fits y without error",
        assertThrows(IllegalArgumentException.class, () -> wright.interval(0.95)).getMessage());
    LearningCurve moore = LearningCurve.fit(made(12, 0, 0.1, 0), Driver.TIME, form);
    assertEquals(0.1, moore.exponent(), 1e-12);
    assertEquals(1 - Math.exp(-0.1), moore.learningRate(), 1e-12);
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void hangsOnNoUnit(Form form) {
    CostSeries series = held("DRAM");
    double[] cost = Arrays.stream(series.logCost()).map(c -> 100 * Math.exp(c)).toArray();
    double[] output = Arrays.stream(series.logOutput()).map(x -> 1e-6 * Math.exp(x)).toArray();
    CostSeries other = CostSeries.of("other units", series.years(), cost, output);
    Interval one = LearningCurve.fit(series, Driver.EXPERIENCE, form).interval(0.95);
    Interval two = LearningCurve.fit(other, Driver.EXPERIENCE, form).interval(0.95);
    assertEquals(one.estimate(), two.estimate(), 1e-11);
    assertEquals(one.lower(), two.lower(), 1e-11);
    assertEquals(one.upper(), two.upper(), 1e-11);
  }

  @Test
  void theLowerBoundOfACostThatRisesIsBelowZero() {
    LearningCurve rising =
        LearningCurve.fit(made(20, -0.2, 0, 0.01), Driver.EXPERIENCE, Form.LEVELS);
    Interval interval = rising.interval(0.95);
    assertTrue(interval.lower() < interval.estimate() && interval.upper() < 0);
    assertEquals(rising.exponent(), rising.interval(0.95, SerialErrors.NEWEY_WEST).estimate(), 0);
    assertTrue(rising.learningRate() < 0);
  }

  /** Each is that of the regression behind the curve, turned about. */
  @ParameterizedTest
  @EnumSource(Form.class)
  void theIntervalIsThatOfTheSlope(Form form) {
    LearningCurve curve = LearningCurve.fit(held("Photovoltaics_2"), Driver.EXPERIENCE, form);
    int column = form == Form.LEVELS ? 1 : 0;
    for (SerialErrors errors : SerialErrors.values()) {
      Interval slope = curve.leastSquares().interval(column, 0.9, errors);
      Interval exponent = curve.interval(0.9, errors);
      assertEquals(-slope.estimate(), exponent.estimate(), 0);
      assertEquals(-slope.upper(), exponent.lower(), 0);
      assertEquals(-slope.lower(), exponent.upper(), 0);
      assertEquals(0.9, exponent.level());
      assertTrue(exponent.lower() < exponent.upper());
    }
    assertEquals(curve.interval(0.9, SerialErrors.PRAIS_WINSTEN), curve.interval(0.9));
    assertEquals(curve.exponent(), curve.interval(0.9, SerialErrors.NEWEY_WEST).estimate(), 1e-15);
  }

  @ParameterizedTest
  @CsvSource({"LEVELS, 2", "FIRST_DIFFERENCES, 1", "ERROR_CORRECTION, 2"})
  void theNoiseIsThatOfTheErrors(Form form, int coefficients) {
    LearningCurve curve = LearningCurve.fit(held("DRAM"), Driver.EXPERIENCE, form);
    assertEquals(
        Autoregression.fitErrors(curve.leastSquares().residuals(), coefficients), curve.noise());
  }

  @Test
  void aSeriesTooShortForItsNoiseHasNoInterval() {
    CostSeries seven = made(7, 0.3, 0, 0.1);
    LearningCurve curve = LearningCurve.fit(seven, Driver.EXPERIENCE, Form.LEVELS);
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> curve.interval(0.95))
            .getMessage()
            .contains("7 values, fewer than the 8"));
    assertTrue(curve.interval(0.95, SerialErrors.NEWEY_WEST).upper() > curve.exponent());
    // eight points are seven steps
    CostSeries eight = made(8, 0.3, 0, 0.1);
    assertTrue(
        LearningCurve.fit(eight, Driver.EXPERIENCE, Form.LEVELS).interval(0.95).lower() < 0.3);
    assertThrows(
        IllegalArgumentException.class,
        () -> LearningCurve.fit(eight, Driver.EXPERIENCE, Form.FIRST_DIFFERENCES).interval(0.95));
    assertThrows(IllegalArgumentException.class, () -> TwoFactors.fit(eight).interval(0.95));
  }

  @Test
  void experienceLeftOutMakesTheExponentTooSmall() {
    CostSeries all = made(30, 0.3, 0, 0);
    double[] output = all.logOutput();
    double before = 0.9 * Math.exp(output[10]);
    CostSeries late = all.between(10, 30);
    double[] seen = Arrays.stream(late.logOutput()).map(x -> Math.exp(x) - before).toArray();
    double[] cost = Arrays.stream(late.logCost()).map(Math::exp).toArray();
    LearningCurve short1 =
        LearningCurve.fit(
            CostSeries.of("late", late.years(), cost, seen), Driver.EXPERIENCE, Form.LEVELS);
    assertTrue(short1.exponent() < 0.29, "exponent " + short1.exponent());
  }

  /** What was made since stays as it is, and the curve is the one of output counted afresh. */
  @Test
  void anotherGuessOfPriorOutputMovesAllOfItBySoMuch() {
    CostSeries series = held("DRAM");
    double[] before = series.logOutput();
    double[] after = series.withPriorOutput(3).logOutput();
    for (int t = 0; t < before.length; t++) {
      double more = Math.exp(after[t]) - Math.exp(before[t]);
      assertEquals(2, more / Math.exp(before[0]), 1e-6 * Math.exp(before[t] - before[0]));
    }
    assertArrayEquals(before, series.withPriorOutput(1).logOutput(), 1e-12);
    for (double factor : new double[] {0, -1, Double.NaN}) {
      assertTrue(
          assertThrows(IllegalArgumentException.class, () -> series.withPriorOutput(factor))
              .getMessage()
              .contains("factor of prior output"));
    }
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> series.withPriorOutput(1e20))
            .getMessage()
            .contains("output does not rise"));
  }

  /** Of two stretches of one length the later; a step of the ratio itself is no jump. */
  @Test
  void theLongestStretchWithoutAJumpIsTaken() {
    double[] output = {1, 2, 4, 100, 150, 200, 300, 5000, 6000, 7000, 8000};
    CostSeries series =
        CostSeries.of("x", steps(output.length, 1), steps(output.length, 1), output);
    assertArrayEquals(series.between(7, 11).years(), series.longestWithoutJump(10).years());
    assertArrayEquals(series.between(7, 11).logCost(), series.longestWithoutJump(10).logCost());
    assertArrayEquals(series.between(3, 11).years(), series.longestWithoutJump(20).years());
    assertArrayEquals(series.years(), series.longestWithoutJump(30).years());
    CostSeries longerFirst = series.between(3, 10);
    assertArrayEquals(series.between(3, 7).years(), longerFirst.longestWithoutJump(10).years());
    CostSeries doubled = CostSeries.of("x", steps(4, 1), steps(4, 1), new double[] {1, 2, 4, 8});
    assertEquals(4, doubled.longestWithoutJump(2).size());
    assertThrows(IllegalArgumentException.class, () -> doubled.longestWithoutJump(1.9));
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> doubled.longestWithoutJump(1))
            .getMessage()
            .contains("above 1, not 1.0"));
  }

  @Test
  void aStretchHoldsItsEndsAndThreePoints() {
    CostSeries series = held("DRAM");
    int n = series.size();
    CostSeries last = series.between(n - 3, n);
    assertEquals(3, last.size());
    assertArrayEquals(Arrays.copyOfRange(series.years(), n - 3, n), last.years());
    assertArrayEquals(Arrays.copyOfRange(series.logCost(), n - 3, n), last.logCost());
    assertArrayEquals(Arrays.copyOfRange(series.logOutput(), n - 3, n), last.logOutput());
    assertEquals(n, series.between(0, n).size());
    for (int[] span : new int[][] {{-1, 3}, {n - 3, n + 1}, {0, 2}, {n - 2, n}}) {
      assertThrows(IllegalArgumentException.class, () -> series.between(span[0], span[1]));
    }
  }

  @Test
  void calendarYearsCountOnce() {
    double[] years = {1990.2, 1990.5, 1990.9, 1991, 1993.5, 1993.9};
    assertEquals(3, CostSeries.of("x", years, steps(6, 1), steps(6, 1)).yearsWithPoint());
  }

  @Test
  void outputAYearIsTheDifferenceOverTheYearsBetween() {
    CostSeries series =
        CostSeries.of(
            "gaps",
            new double[] {1990, 1991, 1994, 1994.5},
            new double[] {4, 3, 2, 1},
            new double[] {2, 5, 11, 12});
    double[] yearly = series.logYearlyOutput();
    assertArrayEquals(new double[] {Math.log(3), Math.log(2), Math.log(2)}, yearly, 1e-12);
  }

  @Test
  void twoFactorsAreToldApart() {
    TwoFactors both = TwoFactors.fit(made(25, 0.25, 0.05, 0));
    assertEquals(0.25, both.exponent(), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> both.interval(0.95));
    assertTrue(both.outputOnTimeRSquared() < 1);
    assertEquals(1 / (1 - both.outputOnTimeRSquared()), both.varianceInflation(), 1e-9);
    CostSeries noisy = made(25, 0.25, 0.05, 0.1);
    LeastSquares steps =
        LeastSquares.withConstant(
            CostSeries.differences(noisy.logCost()), CostSeries.differences(noisy.logOutput()));
    TwoFactors fit = TwoFactors.fit(noisy);
    assertEquals(-steps.coefficients()[1], fit.exponent(), 1e-15);
    Interval slope = steps.praisWinsten().interval(1, 0.9);
    Interval exponent = fit.interval(0.9);
    assertEquals(new Interval(-slope.estimate(), -slope.upper(), -slope.lower(), 0.9), exponent);
    assertTrue(exponent.lower() < 0.25 && 0.25 < exponent.upper());
    assertEquals(Autoregression.fitErrors(steps.residuals(), 2), fit.noise());
  }

  @Test
  void outputAtAnEvenRateCannotBeToldFromTime() {
    double[] years = {1, 2, 3, 4, 5, 6};
    double[] output = {1, 2, 4, 8, 16, 32};
    CostSeries even = CostSeries.of("even", years, new double[] {9, 8, 6, 5, 3, 3}, output);
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> TwoFactors.fit(even))
            .getMessage()
            .contains("grows at one rate"));
  }

  @Test
  void whatCannotBeFittedIsRefused() {
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> LearningCurve.learningRate(Driver.EXPERIENCE, -2000))
            .getMessage()
            .contains("has no learning rate"));
    double[] years = {1, 2, 3, 4};
    double[] fine = {4, 3, 2, 1};
    double[] rising = {1, 2, 3, 4};
    assertTrue(refusal(years, new double[] {4, 0, 2, 1}, rising).contains("cost must be positive"));
    assertTrue(
        refusal(years, new double[] {4, Double.NaN, 2, 1}, rising).contains("NaN, at index 1"));
    assertTrue(refusal(years, fine, new double[] {0, 1, 2, 3}).contains("output must be positive"));
    assertTrue(refusal(years, fine, new double[] {1, 2, 2, 3}).contains("does not rise at 3"));
    assertEquals("x: 2.0 comes after 2.5", refusal(new double[] {1, 2.5, 2, 3}, fine, rising));
    assertTrue(refusal(new double[] {1, 2, 2, 3}, fine, rising).contains("2.0 comes after 2.0"));
    double[] two = {1, 2};
    assertTrue(refusal(two, two, two).contains("2 years, 2 costs, 2 outputs; at least 3"));
    assertTrue(refusal(new double[] {1, 2, 3}, fine, rising).contains("at least 3"));
    assertTrue(refusal(years, two, rising).contains("at least 3"));
    assertTrue(refusal(years, fine, two).contains("at least 3"));
    assertTrue(
        refusal(new double[] {1, Double.NaN, 3, 4}, fine, rising)
            .contains("years at index 1 is no year: NaN"));
    double[] infinite = {4, 3, 2, Double.POSITIVE_INFINITY};
    assertTrue(refusal(years, infinite, rising).contains("finite, not Infinity, at index 3"));
    double[] three = {1, 2, 3};
    assertEquals(3, CostSeries.of("x", three, three, three).size());
    CostSeries constant = CostSeries.of("x", years, new double[] {2, 2, 2, 2}, rising);
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> LearningCurve.fit(constant, Driver.TIME, Form.LEVELS))
            .getMessage()
            .contains("does not vary"));
    CostSeries series = CostSeries.of("x", years, fine, rising);
    assertThrows(IllegalArgumentException.class, () -> series.between(0, 2));
    assertThrows(IllegalArgumentException.class, () -> series.withLogCost(new double[3]));
  }

  private static String refusal(double[] years, double[] cost, double[] output) {
    return assertThrows(
            IllegalArgumentException.class, () -> CostSeries.of("x", years, cost, output))
        .getMessage();
  }

  /** Costs on the very curve leave nothing to correct. */
  @Test
  void levelsWithoutErrorCannotBeCorrected() {
    CostSeries exact = made(12, 0.3, 0, 0);
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> LearningCurve.fit(exact, Driver.EXPERIENCE, Form.ERROR_CORRECTION))
            .getMessage()
            .contains("the levels fit without error"));
  }
}
