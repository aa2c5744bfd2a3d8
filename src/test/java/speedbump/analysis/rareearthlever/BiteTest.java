package speedbump.analysis.rareearthlever;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedbump.analysis.ConstantNoise;
import speedbump.analysis.rareearthlever.Bite.Placebo;
import speedbump.analysis.rareearthlever.MagnetFlows.WeakRows;
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

class BiteTest {
  private static final RareEarthLever CLAIM = RareEarthLever.of(Catalog.shared());
  private static final Proposition PROPOSITION = Registry.of(Catalog.shared()).proposition("10b");
  private static final MonthlyTotals WORLD = CLAIM.world().totals(WeakRows.LEFT_OUT);
  private static final List<Trial<?>> TRIALS = CLAIM.bite().examination().trials();
  private static final double ONE_IN_FORTY = 0.025;

  @Test
  void theThreeMonthsAfterAprilLieBelowTheForecast() {
    double lower = CLAIM.world().forecast().month(0.95).lower();
    for (int month = 4; month <= 9; month++) {
      double flow = WORLD.month(YearMonth.of(2025, month)).getAsDouble();
      assertEquals(month <= 6, flow < lower, "month " + month);
    }
  }

  @Test
  void everySpecificationThatCanBeRunAgrees() {
    assertEquals(List.of("world", "United States"), TRIALS.stream().map(Trial::name).toList());
    for (Trial<?> trial : TRIALS) {
      assertEquals(16, trial.specifications().size());
      for (Specification specification : trial.specifications()) {
        Outcome outcome = trial.run(specification);
        if (specification.option("season").equals("none")) {
          assertEquals(Standing.HOLDS, standing(outcome), specification.words());
        } else {
          assertEquals(
              "no month before April 2025 is held together with the same month a year before",
              ((Outcome.Unusable) outcome).reason());
        }
      }
    }
  }

  /** The six months of the test are the newest that decide. */
  @Test
  void theNewestMonthIsTheSixth() {
    assertEquals(YearMonth.of(2025, 9), TRIALS.get(0).newest());
  }

  /** No earlier block of months would have passed for a shock. */
  @Test
  void noPlaceboIsBelow() {
    for (MagnetFlows flows : List.of(CLAIM.world(), CLAIM.unitedStates())) {
      Bite.placebos(flows.totals(WeakRows.LEFT_OUT), 3, MagnetFlows.CONTROL)
          .forEach(one -> assertTrue(one.chanceBelow() > ONE_IN_FORTY, one.toString()));
    }
    List<Placebo> unlicensed =
        Bite.placebos(CLAIM.bite().allRareEarths(), 3, YearMonth.of(2026, 4));
    assertEquals(7, unlicensed.size());
    for (Placebo one : unlicensed) {
      assertTrue(one.chanceBelow() > ONE_IN_FORTY, one.toString());
      assertFalse(
          one.block().first().isBefore(MagnetFlows.CONTROL)
              && !one.block().last().isBefore(MagnetFlows.CONTROL));
    }
  }

  /** From April 2025 on a block is held against all blocks before the control, and no later one. */
  @Test
  void monthsAfterTheControlDoNotForecast() {
    List<Placebo> tested = Bite.placebos(WORLD, 3, YearMonth.of(2025, 10));
    assertEquals(12, tested.size());
    assertEquals(
        List.of(3, 4, 5, 6, 7, 8, 9, 9, 9, 9, 9, 9),
        tested.stream().map(Placebo::blocksBefore).toList());
    assertEquals(3, tested.stream().filter(one -> one.chanceBelow() < ONE_IN_FORTY).count());
  }

  /**
   * With next to no noise exports at half their mean lie below in just as many months as they are
   * cut.
   */
  @ParameterizedTest
  @CsvSource({"0.5,1,1", "0.5,3,3", "0.5,6,6", "0.99,3,3", "1,3,0", "1.2,3,0"})
  void aWorldWithoutNoiseGivesTheMonthsOfItsShock(double exports, double months, double below) {
    assertEquals(
        below,
        below(Map.of("exports_over_foretold", exports, "months", months), ConstantNoise.faint()));
  }

  @Test
  void monthsThatAreAllAlikeForecastNothing() {
    Trial<?> trial = TRIALS.get(0);
    WorldSizes sizes = PROPOSITION.worlds(World.T).get(0);
    Outcome outcome = trial.draw(trial.defaultSpecification(), sizes, ConstantNoise.NONE);
    assertEquals(
        Outcome.unusable("all months before are alike: no scatter to forecast from"), outcome);
  }

  @Test
  void aWorldWithoutANumberOfMonthsChangesForGood() {
    assertEquals(6, below(Map.of("exports_over_foretold", 0.5), ConstantNoise.faint()));
  }

  @Test
  void theRegisteredWorldsAreAShockOfThreeMonthsAndNone() {
    assertEquals(3, below(PROPOSITION.worlds(World.T).get(0).sizes(), ConstantNoise.faint()));
    assertEquals(0, below(PROPOSITION.worlds(World.F).get(0).sizes(), ConstantNoise.faint()));
  }

  @Test
  void atNoChangeTheWorldsCoincide() {
    for (int draw = 0; draw < 50; draw++) {
      assertEquals(
          below(PROPOSITION.worlds(World.F).get(0).sizes(), new SplittableRandom(draw)),
          below(Map.of("exports_over_foretold", 1.0, "months", 3.0), new SplittableRandom(draw)));
    }
  }

  private static double below(Map<String, Double> sizes, RandomGenerator random) {
    Trial<?> trial = TRIALS.get(0);
    Outcome outcome =
        trial.draw(trial.defaultSpecification(), new WorldSizes(World.T, 1, sizes, "test"), random);
    return ((Outcome.Usable) outcome).evidence().value("months_below_prediction_interval");
  }

  private static Standing standing(Outcome outcome) {
    return PROPOSITION.standing(((Outcome.Usable) outcome).evidence());
  }

  /** Where months scatter so much that an interval reaches below nothing, none lies below it. */
  @Test
  void anIntervalFromBelowNothingHasNoMonthBelow() {
    RandomGenerator wild =
        new RandomGenerator() {
          private double gaussian = 20;

          @Override
          public double nextGaussian() {
            gaussian = -gaussian;
            return gaussian;
          }

          @Override
          public long nextLong() {
            throw new UnsupportedOperationException("only normal values are drawn");
          }
        };
    assertEquals(0, below(PROPOSITION.worlds(World.T).get(0).sizes(), wild));
  }

  /** Without July 2024 one month alone is known singly before the control, March 2025. */
  @Test
  void singleMonthsMustBeTwo(@TempDir Path folder) throws Exception {
    Catalog changed =
        ChangedTable.of(
            folder,
            "minerals/magnet_exports",
            text -> text.replaceFirst("(?m)^USA,2024-07-01,.*\\R", ""));
    Trial<?> us = RareEarthLever.of(changed).bite().examination().trials().get(1);
    for (Specification specification : us.specifications()) {
      if (specification.option("season").equals("none")) {
        Outcome outcome = us.run(specification);
        boolean single = specification.option("months before").equals("single months only");
        assertEquals(single, outcome instanceof Outcome.Unusable, specification.words());
        if (outcome instanceof Outcome.Unusable unusable) {
          assertEquals("fewer than two months before", unusable.reason());
        }
      }
    }
  }

  @Test
  void oneMonthHeldTwiceIsNoSeason(@TempDir Path folder) throws Exception {
    Outcome outcome =
        seasonal(RareEarthLever.of(withMonthsOf2024(folder, "2024-03-01,2024-03-31,2024-03")));
    assertTrue(((Outcome.Unusable) outcome).reason().startsWith("only one month"));
  }

  @Test
  void aSeasonThatCanBeToldIsNotPassedOver(@TempDir Path folder) throws Exception {
    RareEarthLever changed =
        RareEarthLever.of(
            withMonthsOf2024(
                folder,
                "2024-01-01,2024-01-31,2024-01",
                "2024-02-01,2024-02-29,2024-02",
                "2024-03-01,2024-03-31,2024-03"));
    assertTrue(
        assertThrows(IllegalStateException.class, () -> seasonal(changed))
            .getMessage()
            .contains("2 pairs"));
  }

  private static Outcome seasonal(RareEarthLever claim) {
    Trial<?> trial = claim.bite().examination().trials().get(0);
    return trial.specifications().stream()
        .filter(one -> one.option("season").equals("same month a year before"))
        .map(trial::run)
        .findFirst()
        .orElseThrow();
  }

  private static Catalog withMonthsOf2024(Path folder, String... months) throws Exception {
    StringBuilder rows = new StringBuilder();
    for (String month : months) {
      rows.append("WLD,%s,1,1,4500,,,false,false,,M,made up,https://none,\n".formatted(month));
    }
    return ChangedTable.of(folder, "minerals/magnet_exports", text -> text + rows);
  }

  /**
   * Without the step that grades the series as a whole the world's fall stands, that to the US not.
   */
  @Test
  void theFallByTheGradesOfSingleRows() {
    Catalog catalog = Catalog.shared();
    MonthlyTotals us = MagnetFlows.byOwnGrade(catalog, "USA");
    assertEquals(3, Bite.lowMonths(WORLD, 3, 0.95));
    assertEquals(3, Bite.lowMonths(MagnetFlows.byOwnGrade(catalog, "WLD"), 3, 0.95));
    assertEquals(0, Bite.lowMonths(us, 3, 0.95));
    assertTrue(us.month(YearMonth.of(2025, 5)).isEmpty());
    assertTrue(CLAIM.bite().restsOnRaisedRows(3));
    assertFalse(CLAIM.bite().restsOnRaisedRows(0));
  }
}
