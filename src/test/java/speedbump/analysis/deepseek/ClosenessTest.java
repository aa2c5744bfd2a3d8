package speedbump.analysis.deepseek;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.hipparchus.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import speedbump.analysis.deepseek.Closeness.GapAtR1;
import speedbump.analysis.deepseek.Closeness.Measure;
import speedbump.analysis.deepseek.Closeness.RulerOnR1;
import speedbump.analysis.shared.CapabilityRulers;
import speedbump.analysis.shared.CapabilityRulers.CountryRule;
import speedbump.analysis.shared.CapabilityRulers.Leaders;
import speedbump.analysis.shared.CapabilityRulers.Reading;
import speedbump.analysis.shared.CapabilityRulers.Unit;
import speedbump.analysis.shared.CapabilityRulers.Vintage;
import speedbump.claim.Outcome;
import speedbump.claim.Specification;
import speedbump.claim.Standing;
import speedbump.claim.Trial;
import speedbump.claim.World;
import speedbump.data.Catalog;
import speedbump.model.FrontierLag;
import speedbump.model.FrontierLag.Lag;
import tech.tablesaw.api.Row;

/** Proposition 6a in months and in score. */
class ClosenessTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final Deepseek DEEPSEEK = Deepseek.of(CATALOG);
  private static final Closeness CLOSENESS = DEEPSEEK.closeness();
  private static final String INDEX = CapabilityRulers.INDEX;
  private static final double EXACT = 1e-12;

  private static Trial<?> trial() {
    return DEEPSEEK.examinations().get(0).trials().get(0);
  }

  private static JointLags r1(Reading reading, Measure measure) {
    return CLOSENESS.recordLags(reading, Deepseek.R1, measure).orElseThrow();
  }

  /** R1 came within some distance of the best US model, and matched none. */
  @Test
  void r1StoodBelowTheBestUsModelOnEveryRuler() {
    List<GapAtR1> gaps = CLOSENESS.gapsAtR1(Reading.DEFAULT);
    assertEquals(DEEPSEEK.ruling().size(), gaps.size());
    for (GapAtR1 gap : gaps) {
      assertTrue(gap.gap() > 0, gap.ruler());
      assertEquals(gap.bestOfTheDay(), gap.r1() + gap.gap(), EXACT, gap.ruler());
    }
  }

  @Test
  void theGapOnTheIndexIsTheTableReadRowByRow() {
    LocalDate day = LocalDate.of(2025, 1, 20);
    double best = 0;
    double own = 0;
    for (Row row : CATALOG.table("ai/index_models_2026_07")) {
      if (row.getString("country").equals("USA") && !row.getDate("release_date").isAfter(day)) {
        best = Math.max(best, row.getDouble("score"));
      }
      if (row.getString("model").equals(Deepseek.R1)) {
        own = row.getDouble("score");
      }
    }
    GapAtR1 index = CLOSENESS.gapsAtR1(Reading.DEFAULT).get(0);
    assertEquals(best, index.bestOfTheDay(), EXACT);
    assertEquals(best - own, index.gap(), EXACT);
  }

  /** Figures computed from the same tables in another language; December by the table. */
  @ParameterizedTest
  @CsvSource({
    "APRIL_2026, 3.09, 3.12, Qwen2-72B",
    "JULY_2026, 3.03, 3.11, DeepSeek-V2 (MoE-236B)",
    "DECEMBER_2025, 2.95, 1.70, DeepSeek-V2 (MoE-236B)"
  })
  void inPointsOthersHadComeAsNear(Vintage vintage, double r1, double before, String model) {
    GapAtR1 index = CLOSENESS.gapsAtR1(Reading.DEFAULT.of(vintage)).get(0);
    assertEquals(r1, index.gap(), 0.005);
    assertEquals(before, index.smallestGapBefore(), 0.005);
    assertEquals(model, index.closestBefore());
  }

  @Test
  void r1sLagIsTheShortestSoFarOnFourRulersOfSix() {
    List<RulerOnR1> rows = CLOSENESS.rulersOnR1(Reading.DEFAULT);
    assertTrue(rows.stream().allMatch(row -> row.atR1Months() < row.beforeMonths()));
    assertEquals(
        List.of("BigCodeBench, hard tasks (programming)", "MATH level 5"),
        rows.stream().filter(row -> !row.closestSoFar()).map(RulerOnR1::ruler).toList());
    for (RulerOnR1 row : rows) {
      assertTrue(row.closestBeforeMonths() < row.beforeMonths(), row.ruler());
      assertEquals(row.recordsAfter() == 0, Double.isNaN(row.afterMonths()), row.ruler());
    }
  }

  /**
   * GLM-5 is no record on the index: the deviation is still that of the records before it, and no
   * later one. R1's gap, 3.03 points, in its unit.
   */
  @ParameterizedTest
  @CsvSource({"DeepSeek-R1, 2025-01-20", "GLM-5, 2026-02-11"})
  void scoreIsTheGapOverTheDeviationOfTheRecordsUpToTheEvent(String event, LocalDate day) {
    FrontierLag lag = DEEPSEEK.rulers().lag(INDEX, Reading.DEFAULT);
    List<Lag> records =
        lag.atRecords().stream()
            .filter(one -> one.date().isBefore(day) || one.name().equals(event))
            .toList();
    double[] gaps =
        records.stream()
            .mapToDouble(
                one -> lag.leader().recordOn(one.date()).orElseThrow().score() - one.score())
            .toArray();
    double unit = Math.sqrt(StatUtils.variance(gaps));
    Map<String, Double> drawn =
        CLOSENESS.recordLags(Reading.DEFAULT, event, Measure.SCORE).orElseThrow().lags().get(INDEX);
    assertEquals(records.size(), drawn.size());
    for (int i = 0; i < gaps.length; i++) {
      assertEquals(gaps[i] / unit, drawn.get(records.get(i).name()), 1e-9);
    }
  }

  @Test
  void aRulerWithOneRecordSoFarHasNoUnitOfScore() {
    String mathematics = "otis_mock_aime_2024_2025";
    JointLags months =
        CLOSENESS.recordLags(Reading.DEFAULT, "Qwen2.5-32B", Measure.MONTHS).orElseThrow();
    JointLags score =
        CLOSENESS.recordLags(Reading.DEFAULT, "Qwen2.5-32B", Measure.SCORE).orElseThrow();
    assertEquals(1, months.lags().get(mathematics).size());
    assertEquals(Map.of(), score.lags().get(mathematics));
    assertTrue(Double.isFinite(score.eventMinusMean()));
    assertTrue(score.permutationP() > 0);
    assertEquals(
        Optional.empty(),
        CLOSENESS.recordLags(Reading.DEFAULT, "Baichuan1-7B", Measure.SCORE),
        "the first record of all");
  }

  @Test
  void bothMeasuresCompareTheSameModels() {
    JointLags months = r1(Reading.DEFAULT, Measure.MONTHS);
    JointLags score = r1(Reading.DEFAULT, Measure.SCORE);
    assertEquals(months.models(), score.models());
    months
        .lags()
        .forEach((ruler, lags) -> assertEquals(lags.keySet(), score.lags().get(ruler).keySet()));
    assertEquals(1 / 17.0, months.permutationP(), EXACT);
    assertEquals(3 / 17.0, score.permutationP(), EXACT);
    assertEquals(-4.82, months.eventMinusMean(), 0.005);
    assertEquals(-1.06, score.eventMinusMean(), 0.005);
  }

  /**
   * What is put in the place of R1's lag comes out in its unit: twice the gap, twice the number.
   */
  @ParameterizedTest
  @EnumSource(Measure.class)
  void theVintageTouchesTheIndexAlone(Measure measure) {
    Map<String, Map<String, Double>> july = r1(Reading.DEFAULT, measure).lags();
    Map<String, Map<String, Double>> december =
        r1(Reading.DEFAULT.of(Vintage.DECEMBER_2025), measure).lags();
    assertEquals(july.keySet(), december.keySet());
    july.forEach(
        (ruler, lags) -> {
          if (ruler.equals(INDEX)) {
            assertNotEquals(lags, december.get(ruler));
          } else {
            assertEquals(lags, december.get(ruler), ruler);
          }
        });
  }

  /** No row of BigCodeBench states a country. */
  @Test
  void withoutAssignedCountriesTheBenchmarkOfCodeDropsOut() {
    Reading dropped =
        new Reading(Leaders.US_ONLY, Unit.MODELS, CountryRule.DROPPED, Vintage.JULY_2026);
    Set<String> left = new HashSet<>(r1(Reading.DEFAULT, Measure.MONTHS).lags().keySet());
    left.removeAll(r1(dropped, Measure.MONTHS).lags().keySet());
    assertEquals(Set.of(CapabilityRulers.CODE), left);
  }

  /** Nine earlier bests are held, ten are asked for, and a p of 1/10 is not below 0.10. */
  @ParameterizedTest
  @EnumSource(Vintage.class)
  void theEarlierBestsOfTheirDevelopersAreTooFew(Vintage vintage) {
    JointLags bests =
        CLOSENESS
            .developersBestLags(Reading.DEFAULT.of(vintage), Deepseek.R1, Measure.MONTHS)
            .orElseThrow();
    assertEquals(10, bests.models().size());
    assertEquals(0.1, bests.permutationP(), EXACT);
    for (Specification one : trial().specifications()) {
      Outcome outcome = trial().run(one);
      if (one.option("reference set").startsWith("every earlier best")) {
        assertTrue(((Outcome.Unusable) outcome).reason().endsWith(", 9 held"));
      } else {
        assertTrue(outcome instanceof Outcome.Usable, one.words());
      }
    }
  }

  /** In months every comparison of records holds, in score some without blank countries. */
  @Test
  void theUnitOfClosenessMovesTheAnswer() {
    Map<String, Integer> holds = new LinkedHashMap<>();
    for (Specification one : trial().specifications()) {
      if (trial().run(one) instanceof Outcome.Usable usable
          && trial().proposition().standing(usable.evidence()) == Standing.HOLDS) {
        holds.merge(one.option("closeness") + ", " + one.option("country rule"), 1, Integer::sum);
      }
    }
    assertEquals(
        Map.of(
            "months, blank assigned by organisation",
            12,
            "months, blank dropped",
            12,
            "score, blank dropped",
            8),
        holds);
  }

  @Test
  void lagsAreDrawnForTheDefaultComparisonAlone() {
    Specification other =
        trial().specifications().stream()
            .filter(one -> one.option("closeness").equals("score"))
            .findFirst()
            .orElseThrow();
    assertThrows(
        IllegalArgumentException.class,
        () ->
            trial()
                .draw(
                    other, trial().proposition().worlds(World.T).get(0), new SplittableRandom(1)));
  }

  @Test
  void glm5PassesTheSameTestAYearLater() {
    List<String> close =
        CLOSENESS.moments().stream()
            .filter(moment -> moment.permutationP() < 0.1)
            .map(Closeness.Moment::model)
            .toList();
    assertEquals(List.of(Deepseek.R1, "GLM-5"), close);
    assertFalse(CLOSENESS.moments().stream().anyMatch(moment -> moment.earlierModels() < 3));
  }
}
