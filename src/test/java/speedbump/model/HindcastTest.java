package speedbump.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import speedbump.model.Hindcast.FutureOutput;
import speedbump.model.Hindcast.LawMiss;
import speedbump.model.Hindcast.Miss;
import speedbump.stats.Interval;
import speedbump.stats.LeastSquares;

class HindcastTest {
  @Test
  void aCostThatFollowsOutputIsForecastByWrightAlone() {
    CostSeries series = LearningCurveTest.made(21, 0.3, 0, 0);
    List<Miss> misses = Hindcast.halfSample(series, FutureOutput.AS_IT_CAME);
    assertEquals(10, misses.size());
    for (Miss miss : misses) {
      assertEquals(0, miss.wrightError(), 1e-12);
    }
    assertEquals(1, Hindcast.vote(misses), 1e-12);
    assertTrue(Hindcast.vote(Hindcast.halfSample(series, FutureOutput.FORECAST)) < 1);
  }

  @Test
  void aCostThatFollowsTimeIsForecastByMooreAlone() {
    List<Miss> misses =
        Hindcast.halfSample(LearningCurveTest.made(20, 0, 0.1, 0), FutureOutput.AS_IT_CAME);
    assertEquals(-1, Hindcast.vote(misses), 1e-12);
    assertEquals(10, misses.size());
  }

  @Test
  void aMissIsWhatCameLessTheForecast() {
    CostSeries series = LearningCurveTest.held("DRAM");
    Miss miss = Hindcast.from(series, 10, FutureOutput.AS_IT_CAME).get(2);
    assertEquals(3, miss.steps());
    assertEquals(3, miss.years(), 0);
    assertEquals(series.logCost()[12] - miss.wright().logCost(), miss.wrightError(), 1e-12);
    assertEquals(series.logCost()[12] - miss.moore().logCost(), miss.mooreError(), 1e-12);
    // by hand: the mean fall of the first nine steps, weighted as a slope through the origin
    double perYear = (series.logCost()[9] - series.logCost()[0]) / 9;
    assertEquals(series.logCost()[9] + 3 * perYear, miss.moore().logCost(), 1e-12);
  }

  @Test
  void whatIsForecastOfOutputIsItsOwnMeanGrowth() {
    CostSeries series = LearningCurveTest.made(16, 0.3, 0, 0);
    Miss miss = Hindcast.from(series, 8, FutureOutput.FORECAST).get(4);
    double growth = (series.logOutput()[7] - series.logOutput()[0]) / 7;
    assertEquals(series.logCost()[7] - 0.3 * 5 * growth, miss.wright().logCost(), 1e-12);
  }

  /** Costs that follow each law to the letter are forecast by it, and by no other. */
  @ParameterizedTest
  @EnumSource(CostLaw.class)
  void aCostIsForecastByTheLawThatMadeIt(CostLaw law) {
    CostSeries frame = LearningCurveTest.made(20, 0.3, 0, 0);
    double[][] drivers = law.drivers(frame);
    double[] cost = new double[20];
    for (int t = 0; t < law.points(frame); t++) {
      for (int j = 0; j < drivers.length; j++) {
        cost[t] -= (0.3 - 0.1 * j) * drivers[j][t];
      }
    }
    CostSeries series = frame.withLogCost(cost);
    for (CostLaw other : CostLaw.values()) {
      List<LawMiss> misses = Hindcast.by(other, series, 10, FutureOutput.AS_IT_CAME);
      assertEquals(other.points(series) - 10, misses.size());
      // the two laws with what was made before or in the year are parts of the one with both
      boolean exact =
          other == law || other == CostLaw.SINCLAIR_KLEPPER_COHEN && law != CostLaw.MOORE;
      double largest =
          misses.stream().limit(9).mapToDouble(miss -> Math.abs(miss.error())).max().orElseThrow();
      assertEquals(exact, largest < 1e-11, law + " by " + other + ": " + largest);
    }
  }

  /** Two regressions by hand, with the formula of the variance written out. */
  @Test
  void aLawOfTwoDriversForecastsAsTheRegressionSays() {
    CostSeries series = LearningCurveTest.held("DRAM");
    double[] before = CostSeries.differences(series.logOutput());
    double[] within = CostSeries.differences(series.logYearlyOutput());
    double[][] rows = new double[9][];
    for (int t = 0; t < 9; t++) {
      rows[t] = new double[] {before[t], within[t]};
    }
    LeastSquares fit =
        LeastSquares.fit(Arrays.copyOf(CostSeries.differences(series.logCost()), 9), rows);
    double x = series.logOutput()[13] - series.logOutput()[9];
    double q = series.logYearlyOutput()[13] - series.logYearlyOutput()[9];
    double[][] v = fit.covariance();
    double variance =
        4 * Math.pow(fit.residualStandardDeviation(), 2)
            + x * x * v[0][0]
            + 2 * x * q * v[0][1]
            + q * q * v[1][1];
    LawMiss four =
        Hindcast.by(CostLaw.SINCLAIR_KLEPPER_COHEN, series, 10, FutureOutput.AS_IT_CAME).get(3);
    double mean = series.logCost()[9] + fit.coefficients()[0] * x + fit.coefficients()[1] * q;
    assertEquals(4, four.steps());
    assertEquals(mean, four.forecast().logCost(), 1e-12);
    assertEquals(series.logCost()[13] - mean, four.error(), 1e-12);
    assertEquals(Math.sqrt(variance), four.forecast().standardDeviation(), 1e-12);
    assertEquals(7, four.forecast().degreesOfFreedom());
    // Student's t at 7 degrees of freedom, tables: 2.365
    double half = four.forecast().interval(0.95).upper() - mean;
    assertEquals(2.365, half / four.forecast().standardDeviation(), 5e-4);
  }

  @ParameterizedTest
  @EnumSource(CostLaw.class)
  void noLawHangsOnAUnit(CostLaw law) {
    CostSeries series = LearningCurveTest.held("DRAM");
    double[] cost = Arrays.stream(series.logCost()).map(c -> 100 * Math.exp(c)).toArray();
    double[] output = Arrays.stream(series.logOutput()).map(x -> 1e-6 * Math.exp(x)).toArray();
    CostSeries other = CostSeries.of("other units", series.years(), cost, output);
    for (FutureOutput future : FutureOutput.values()) {
      LawMiss one = Hindcast.by(law, series, 12, future).get(7);
      LawMiss two = Hindcast.by(law, other, 12, future).get(7);
      assertEquals(one.error(), two.error(), 1e-10);
      assertEquals(one.forecast().standardDeviation(), two.forecast().standardDeviation(), 1e-10);
    }
  }

  /** Made-up random walks whose steps follow output: the interval must hold what it says. */
  @ParameterizedTest
  @EnumSource(CostLaw.class)
  void theForecastIntervalCoversAsOftenAsItSays(CostLaw law) {
    CostSeries frame = LearningCurveTest.made(21, 0.3, 0, 0);
    double[][] drivers = law.drivers(frame);
    SplittableRandom random = new SplittableRandom(3);
    int covered = 0;
    for (int draw = 0; draw < 1000; draw++) {
      double[] cost = new double[21];
      for (int t = 1; t < 20; t++) {
        cost[t] =
            cost[t - 1] - 0.3 * (drivers[0][t] - drivers[0][t - 1]) + 0.1 * random.nextGaussian();
      }
      LawMiss ten = Hindcast.by(law, frame.withLogCost(cost), 10, FutureOutput.AS_IT_CAME).get(9);
      Interval interval = ten.forecast().interval(0.9);
      covered += interval.lower() < cost[19] && cost[19] < interval.upper() ? 1 : 0;
    }
    // three binomial standard deviations
    assertEquals(900, covered, 29);
  }

  @Test
  void aDriverThatStandsStillIsRefused() {
    double[] years = {1, 2, 3, 4, 5, 6, 7};
    double[] cost = {9, 8, 6, 5, 3, 3, 2};
    double[] even = {1, 2, 3, 4, 5, 6, 8};
    CostSeries series = CostSeries.of("even", years, cost, even);
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> Hindcast.by(CostLaw.GODDARD, series, 5, FutureOutput.AS_IT_CAME))
            .getMessage()
            .contains("driver 0 of GODDARD does not move in 5 points"));
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> Hindcast.by(CostLaw.GODDARD, series, 6, FutureOutput.AS_IT_CAME))
            .getMessage()
            .contains("nothing comes after"));
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> CostLaw.GODDARD.fit(series, 7))
            .getMessage()
            .contains("GODDARD has 6"));
  }

  /** Where output doubles each year, what was made in all doubles as what was made in the year. */
  @Test
  void driversThatMoveTogetherAreRefused() {
    double[] years = {1, 2, 3, 4, 5, 6, 7};
    double[] cost = {9, 8, 6, 5, 3, 3, 2};
    double[] doubling = {1, 2, 4, 8, 16, 32, 64};
    CostSeries series = CostSeries.of("doubling", years, cost, doubling);
    assertTrue(
        assertThrows(
                IllegalArgumentException.class, () -> CostLaw.SINCLAIR_KLEPPER_COHEN.fit(series, 6))
            .getMessage()
            .contains("move together in 6 points"));
  }

  /** What is made a year may fall, and time may pass unevenly. */
  @Test
  void driversMayFallAndYearsBeUneven() {
    double[] years = {1, 2, 3, 4, 6, 7, 8, 8.5};
    double[] output = {100, 160, 200, 230, 250, 260, 264, 265};
    double[] cost = {9, 8, 7.5, 7, 6.8, 6.7, 6.5, 6};
    CostSeries series = CostSeries.of("falling", years, cost, output);
    assertTrue(CostLaw.GODDARD.fit(series, 5).coefficients()[0] > 0);
    LawMiss last = Hindcast.by(CostLaw.MOORE, series, 5, FutureOutput.FORECAST).get(2);
    LawMiss known = Hindcast.by(CostLaw.MOORE, series, 5, FutureOutput.AS_IT_CAME).get(2);
    assertEquals(known.forecast().logCost(), last.forecast().logCost(), 1e-12);
    double perYear = (series.logOutput()[4] - series.logOutput()[0]) / 5;
    double slope = CostLaw.WRIGHT.fit(series, 5).coefficients()[0];
    LawMiss wright = Hindcast.by(CostLaw.WRIGHT, series, 5, FutureOutput.FORECAST).get(2);
    assertEquals(series.logCost()[4] + slope * 2.5 * perYear, wright.forecast().logCost(), 1e-12);
    assertEquals(2.5, Hindcast.from(series, 5, FutureOutput.FORECAST).get(2).years(), 0);
    assertEquals(5, CostLaw.MOORE.fit(series, 8).degreesOfFreedom() - 1);
  }

  @Test
  void theVoteIsTheDifferenceOfSquaresOverTheirSum() {
    assertEquals(0.5, Hindcast.vote(1, 3), 0);
    assertEquals(-1, Hindcast.vote(2, 0), 0);
    assertEquals(0, Hindcast.vote(0, 0), 0);
  }

  @Test
  void votesAreEqualForLargeMissesAndSmall() {
    CostSeries series = LearningCurveTest.held("DRAM");
    double[] mild = series.logCost();
    for (int t = 0; t < mild.length; t++) {
      mild[t] /= 100;
    }
    assertEquals(
        Hindcast.vote(Hindcast.halfSample(series, FutureOutput.AS_IT_CAME)),
        Hindcast.vote(Hindcast.halfSample(series.withLogCost(mild), FutureOutput.AS_IT_CAME)),
        1e-9);
    assertThrows(IllegalArgumentException.class, () -> Hindcast.vote(List.of()));
    for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> Hindcast.vote(wrong, 2));
      assertThrows(IllegalArgumentException.class, () -> Hindcast.vote(2, wrong));
    }
    assertEquals(-1, Hindcast.vote(2, 0));
    assertEquals(1, Hindcast.vote(0, 2));
  }

  @Test
  void anOriginWithoutPastOrFutureIsRefused() {
    CostSeries series = LearningCurveTest.made(8, 0.3, 0, 0.1);
    assertThrows(
        IllegalArgumentException.class, () -> Hindcast.from(series, 2, FutureOutput.AS_IT_CAME));
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> Hindcast.from(series, 8, FutureOutput.AS_IT_CAME))
            .getMessage()
            .contains("nothing comes after"));
  }

  @Test
  void aForecastNeedsAFreedomAndNoNegativeDeviation() {
    assertEquals(
        new Interval(2, 2, 2, 0.9), new CostLaw.Forecast(2, 0, 1).interval(0.9), "without noise");
    // Student's t with one degree is Cauchy's: tan(0.4 pi) at nine tenths
    assertEquals(
        2 + 3 * Math.tan(0.4 * Math.PI), new CostLaw.Forecast(2, 3, 1).interval(0.8).upper(), 1e-9);
    for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> new CostLaw.Forecast(2, wrong, 1));
    }
    assertThrows(IllegalArgumentException.class, () -> new CostLaw.Forecast(2, 1, 0));
  }

  /** As many steps as drivers leave no error; one more is the least. */
  @ParameterizedTest
  @EnumSource(CostLaw.class)
  void aLawNeedsOneStepMoreThanItHasDrivers(CostLaw law) {
    CostSeries series = LearningCurveTest.held("DRAM");
    int least = law.drivers(series).length + 2;
    assertEquals(1, law.fit(series, least).degreesOfFreedom());
    String message =
        assertThrows(IllegalArgumentException.class, () -> law.fit(series, least - 1)).getMessage();
    assertEquals(
        "DRAM: past must be %d points or more for %s, not %d".formatted(least, law, least - 1),
        message);
  }

  @Test
  void theLargestMissesThatCanBeAddedHaveAVote() {
    assertEquals(0, Hindcast.vote(1e150, 1e150));
    assertThrows(IllegalArgumentException.class, () -> Hindcast.vote(1.1e150, 1));
    assertThrows(IllegalArgumentException.class, () -> Hindcast.vote(1, 1.1e150));
  }
}
