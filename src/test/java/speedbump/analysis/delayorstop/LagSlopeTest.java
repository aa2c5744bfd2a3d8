package speedbump.analysis.delayorstop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.analysis.ConstantNoise.NONE;
import static speedbump.analysis.ConstantNoise.faint;
import static speedbump.analysis.shared.Planted.evidence;
import static speedbump.analysis.shared.Planted.world;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import speedbump.analysis.shared.CapabilityRulers.Reading;
import speedbump.analysis.shared.QuarterlyLags;
import speedbump.claim.Outcome;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.data.Catalog;
import speedbump.model.FrontierLag.Bound;
import speedbump.model.FrontierLag.Lag;
import speedbump.model.ShockDesign;
import speedbump.stats.Interval;
import speedbump.stats.LeastSquares.SerialErrors;

class LagSlopeTest {
  private static final DelayOrStop ANALYSIS = DelayOrStop.of(Catalog.shared());
  private static final LagSlope LAG_SLOPE = ANALYSIS.lagSlope();
  private static final List<Trial<?>> TRIALS = ANALYSIS.examinations().get(2).trials();

  private static Outcome draw(Trial<?> trial, String size, double value) {
    return trial.draw(trial.defaultSpecification(), world(size, value), faint());
  }

  /** The trials with quarter ends enough. */
  private static List<Trial<?>> asked() {
    List<Trial<?>> asked =
        TRIALS.stream()
            .filter(trial -> trial.run(trial.defaultSpecification()) instanceof Outcome.Usable)
            .toList();
    assertEquals(3, asked.size());
    return asked;
  }

  /** With next to no noise the slope is the planted one, or what a slower follower adds a year. */
  @ParameterizedTest
  @CsvSource({
    "lag_slope_months_per_year, 0, 0",
    "lag_slope_months_per_year, 3, 3",
    "chinese_frontier_growth_over_observed, 0, 12",
    "chinese_frontier_growth_over_observed, 0.75, 3",
    "chinese_frontier_growth_over_observed, 1, 0"
  })
  void aWorldHasTheSlopeOfItsSize(String size, double value, double slope) {
    for (Trial<?> trial : asked()) {
      assertEquals(
          slope,
          evidence(draw(trial, size, value)).value("lag_slope_months_per_year"),
          1e-4,
          trial.name());
    }
  }

  private static List<Lag> lags(Trial<?> trial, String size, double value) {
    Object drawn = trial.world().orElseThrow().draw(world(size, value), NONE);
    return ((QuarterlyLags) drawn).on(Reading.DEFAULT);
  }

  /** A constant lag lies at the mean, a stop begins where the lag began; no lag is below zero. */
  @Test
  void worldsStartWhereTheLagsAre() {
    for (Trial<?> trial : TRIALS) {
      List<Lag> real = LAG_SLOPE.quarterlyLags(trial.name(), Reading.DEFAULT);
      double mean = real.stream().mapToDouble(Lag::months).average().orElseThrow();
      for (Lag lag : lags(trial, "lag_slope_months_per_year", 0)) {
        assertEquals(mean, lag.months(), 1e-9, trial.name());
      }
      List<Lag> stopped = lags(trial, "chinese_frontier_growth_over_observed", 0);
      assertEquals(real.get(0).months(), stopped.get(0).months(), 1e-9, trial.name());
      assertEquals(real.get(1).date(), stopped.get(1).date());
      List<Lag> falling = lags(trial, "lag_slope_months_per_year", -1000);
      assertTrue(falling.stream().allMatch(lag -> lag.months() >= 0), falling.toString());
    }
  }

  /** Too few quarter ends are too few in a simulated world as well. */
  @Test
  void aRulerThatIsTooShortIsUnusable() {
    List<Trial<?>> tooShort = TRIALS.stream().filter(trial -> !asked().contains(trial)).toList();
    assertEquals(
        List.of("bigcodebench_hard", "metr_time_horizons", "otis_mock_aime_2024_2025"),
        tooShort.stream().map(Trial::name).toList());
    for (Trial<?> trial : tooShort) {
      int held = LAG_SLOPE.quarterlyLags(trial.name(), Reading.DEFAULT).size();
      assertTrue(held == 6 || held == 7, trial.name());
      Outcome unusable = Outcome.unusable("at least 8 quarter ends are needed, " + held + " held");
      assertEquals(unusable, trial.run(trial.defaultSpecification()));
      assertEquals(unusable, draw(trial, "lag_slope_months_per_year", 0));
      for (Specification specification : trial.specifications()) {
        assertTrue(trial.run(specification) instanceof Outcome.Unusable, trial.name());
      }
    }
  }

  /** A wall grows by a year a year whatever the quarter it begins in. */
  @ParameterizedTest
  @EnumSource(SerialErrors.class)
  void theLagBehindAStandingFrontierGrowsByAYearAYear(SerialErrors errors) {
    LocalDate start = LocalDate.of(2023, 3, 31);
    List<Lag> lags =
        IntStream.range(0, 12)
            .mapToObj(
                i -> {
                  LocalDate day = start.plusDays(Math.round(91.3125 * i));
                  double years = ShockDesign.years(start, day);
                  return new Lag("m", day, 1, 3 + 12 * years + 0.01 * (i % 3 - 1), Bound.EXACT);
                })
            .toList();
    Interval slope = LAG_SLOPE.fit(lags, errors);
    assertEquals(12, slope.estimate(), 0.02);
    assertTrue(slope.lower() > 6 && slope.upper() < 13);
  }

  @Test
  void growthIsTheSlopeOfEachRuler() {
    List<LagSlope.Growth> rows = LAG_SLOPE.growth();
    assertEquals(LAG_SLOPE.ruling().size(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      List<Lag> lags = LAG_SLOPE.quarterlyLags(LAG_SLOPE.ruling().get(i), Reading.DEFAULT);
      assertEquals(lags.size(), rows.get(i).quarterEnds());
      if (lags.size() < 8) {
        assertTrue(Double.isNaN(rows.get(i).low()) && Double.isNaN(rows.get(i).trendP()));
        assertTrue(Double.isFinite(rows.get(i).slope()));
        continue;
      }
      Interval slope = LAG_SLOPE.fit(lags, SerialErrors.PRAIS_WINSTEN);
      assertEquals(slope.estimate(), rows.get(i).slope(), 0.05 + 1e-9);
      assertEquals(slope.lower(), rows.get(i).low(), 0.05 + 1e-9);
      assertEquals(slope.upper(), rows.get(i).high(), 0.05 + 1e-9);
    }
    assertEquals(0.3, rows.get(0).medianSlope());
  }

  /** The test as tabled takes its values as independent; lags are not, and trends come easily. */
  @Test
  void theTrendIsHeldAgainstNoiseAsAutocorrelatedAsTheLags() {
    for (LagSlope.Growth row : LAG_SLOPE.growth()) {
      if (row.quarterEnds() >= 8) {
        assertTrue(row.trendP() > 0.3 && row.trendP() <= 1, row.toString());
      }
    }
    assertEquals(0.98, LAG_SLOPE.growth().get(0).trendP(), 0.02);
  }
}
