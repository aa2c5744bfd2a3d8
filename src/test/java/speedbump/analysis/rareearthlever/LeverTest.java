package speedbump.analysis.rareearthlever;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedbump.analysis.ConstantNoise;
import speedbump.analysis.rareearthlever.Lever.LevelBefore;
import speedbump.analysis.rareearthlever.MagnetFlows.WeakRows;
import speedbump.claim.Evidence;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Registry;
import speedbump.claim.Specification;
import speedbump.claim.Standing;
import speedbump.claim.Trial;
import speedbump.claim.World;
import speedbump.data.Catalog;
import speedbump.model.MonthlyTotals;

class LeverTest {
  private static final RareEarthLever CLAIM = RareEarthLever.of(Catalog.shared());
  private static final Proposition PROPOSITION = Registry.of(Catalog.shared()).proposition("10d");
  private static final MonthlyTotals LEFT_OUT = CLAIM.unitedStates().totals(WeakRows.LEFT_OUT);
  private static final MonthlyTotals KEPT = CLAIM.unitedStates().totals(WeakRows.KEPT);
  private static final Trial<?> TRIAL = CLAIM.lever().examination().trials().get(0);
  private static final double EXACT = 1e-9;

  @Test
  void levelsBeforeAreMeansOfTheirSpans() {
    assertEquals(
        (1283 + 585) / 3.0, LevelBefore.FIRST_QUARTER_OF_2025.in(LEFT_OUT).getAsDouble(), EXACT);
    assertEquals(7444 / 12.0, LevelBefore.YEAR_2024.in(LEFT_OUT).getAsDouble(), EXACT);
    assertEquals(
        (7444 - 3617) / 6.0, LevelBefore.SECOND_HALF_OF_2024.in(LEFT_OUT).getAsDouble(), EXACT);
  }

  @Test
  void recoveryHangsOnHowTwoMonthsShareASum() {
    double before = LevelBefore.FIRST_QUARTER_OF_2025.in(LEFT_OUT).getAsDouble();
    assertEquals(List.of(2, 3), Lever.longestRuns(LEFT_OUT, 0.9 * before, 12));
    assertEquals(List.of(3), Lever.longestRuns(KEPT, 0.9 * before, 12));
  }

  /** The sum of September and October 2025 is shared out evenly, and nothing else is touched. */
  @Test
  void oneBlockIsTwoMonthsAtTheirMean() {
    MonthlyTotals block = CLAIM.unitedStates().totals(WeakRows.ONE_BLOCK);
    YearMonth september = YearMonth.of(2025, 9);
    for (YearMonth m = YearMonth.of(2024, 1);
        m.isBefore(YearMonth.of(2026, 4));
        m = m.plusMonths(1)) {
      boolean inBlock = m.equals(september) || m.equals(september.plusMonths(1));
      assertEquals(
          inBlock ? OptionalDouble.of(1068 / 2.0) : LEFT_OUT.month(m),
          block.month(m),
          m.toString());
    }
    for (LevelBefore level : LevelBefore.values()) {
      assertEquals(level.in(LEFT_OUT), level.in(block), level.words());
      assertEquals(List.of(2), Lever.longestRuns(block, 0.9 * level.in(block).getAsDouble(), 12));
    }
  }

  @Test
  void whereTheBoundsMeetDifferentSidesNothingIsIdentified() {
    assertEquals(9, TRIAL.specifications().size());
    Map<String, Integer> holds = new LinkedHashMap<>();
    for (Specification specification : TRIAL.specifications()) {
      Outcome outcome = TRIAL.run(specification);
      String rows = specification.option("rows flagged weak");
      assertEquals(
          rows.equals("left out"), outcome instanceof Outcome.Unusable, specification.words());
      if (outcome instanceof Outcome.Unusable unusable) {
        assertTrue(unusable.reason().startsWith("not identified"), unusable.reason());
      } else if (PROPOSITION.standing(evidence(outcome)) == Standing.HOLDS) {
        holds.merge(rows, 1, Integer::sum);
      }
    }
    assertEquals(Map.of("September and October 2025 as one block", 3, "kept", 1), holds);
  }

  @Test
  void theBlockIsTheDefault() {
    assertEquals(
        WeakRows.ONE_BLOCK.words(), TRIAL.defaultSpecification().option("rows flagged weak"));
  }

  /** Month 1 is April 2025, so that month 12, the last of the mean, is March 2026. */
  @Test
  void monthsTenToTwelveAreJanuaryToMarch() {
    Specification kept =
        TRIAL.specifications().stream()
            .filter(one -> one.option("rows flagged weak").equals("kept"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        (994 + 406) / (1283.0 + 585),
        evidence(TRIAL.run(kept)).value("mean_months_10_to_12_over_before"),
        EXACT);
    assertEquals(YearMonth.of(2026, 3), TRIAL.newest());
  }

  /** By default both months of the block are at their mean, so that no run is broken by chance. */
  @ParameterizedTest
  @CsvSource({"0.5,0,HOLDS", "0.7,0,HOLDS", "0.85,0,HOLDS", "1,12,FAILS", "1.2,12,FAILS"})
  void aWorldWithoutNoiseGivesItsSize(double size, int longestRun, Standing standing) {
    Evidence evidence = draw(size, ConstantNoise.NONE);
    assertEquals(size, evidence.value("mean_months_10_to_12_over_before"), EXACT);
    assertEquals(longestRun, evidence.value("longest_recovered_run_months"));
    assertEquals(standing, PROPOSITION.standing(evidence));
  }

  @Test
  void theRegisteredWorldsDifferInTheirSizeAlone() {
    assertEquals(Map.of("flow_over_before", 0.7), PROPOSITION.worlds(World.T).get(0).sizes());
    assertEquals(Map.of("flow_over_before", 1.0), PROPOSITION.worlds(World.F).get(0).sizes());
  }

  /**
   * Every normal value 1, as {@link MagnetFlowsTest} has the noise of the United States: months 13
   * to 15 of the series are the first quarter of 2025, months 25 to 27 that of 2026.
   */
  @Test
  void theWorldsHaveTheNoiseOfTheMonths() {
    double rho = 0.5; // five single months after the shock are too few to tell it
    double sd = 45.95722649014698;
    double[] noise = new double[27];
    noise[0] = sd;
    for (int t = 1; t < noise.length; t++) {
      noise[t] = rho * noise[t - 1] + sd * Math.sqrt(1 - rho * rho);
    }
    double mean = 620.8;
    double before = 3 * mean + noise[12] + noise[13] + noise[14];
    double after = 3 * 0.7 * mean + noise[24] + noise[25] + noise[26];
    assertEquals(
        after / before,
        draw(0.7, new ConstantNoise(1)).value("mean_months_10_to_12_over_before"),
        EXACT);
  }

  private static Evidence draw(double size, RandomGenerator random) {
    return evidence(
        TRIAL.draw(
            TRIAL.defaultSpecification(),
            new WorldSizes(World.T, 1, Map.of("flow_over_before", size), "test"),
            random));
  }

  private static Evidence evidence(Outcome outcome) {
    return ((Outcome.Usable) outcome).evidence();
  }
}
