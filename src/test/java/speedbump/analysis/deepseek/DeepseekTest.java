package speedbump.analysis.deepseek;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.analysis.ConstantNoise;
import speedbump.analysis.Verdicts;
import speedbump.analysis.shared.CapabilityRulers;
import speedbump.analysis.shared.CapabilityRulers.CountryRule;
import speedbump.analysis.shared.CapabilityRulers.Leaders;
import speedbump.analysis.shared.CapabilityRulers.Reading;
import speedbump.analysis.shared.CapabilityRulers.Unit;
import speedbump.analysis.shared.CapabilityRulers.Vintage;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Registry;
import speedbump.claim.Trial;
import speedbump.claim.World;
import speedbump.data.Catalog;
import speedbump.model.FrontierLag.Bound;
import speedbump.model.FrontierLag.Lag;
import tech.tablesaw.api.Row;

class DeepseekTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final Deepseek DEEPSEEK = Deepseek.of(CATALOG);
  private static final Registry REGISTRY = Registry.of(CATALOG);
  private static final double EXACT = 1e-12;

  @Test
  void sixRulersQualify() {
    assertEquals(
        List.of(
            "index",
            "bigcodebench_hard",
            "gpqa_diamond",
            "math_level_5",
            "metr_time_horizons",
            "otis_mock_aime_2024_2025"),
        DEEPSEEK.ruling());
  }

  @Test
  void onTheIndexR1CameFiveWeeksAfterO1() {
    Lag r1 =
        DEEPSEEK.rulers().lag(CapabilityRulers.INDEX, Reading.DEFAULT).atRecords().stream()
            .filter(lag -> lag.name().equals(Deepseek.R1))
            .findFirst()
            .orElseThrow();
    // 17 December 2024 to 20 January 2025
    assertEquals(34 / 30.4375, r1.months(), EXACT);
    assertEquals(Bound.EXACT, r1.bound());
  }

  /** The definition read from the table row by row, without the frontier classes. */
  @Test
  void everyRecordLagIsTheTableReadWordForWord() {
    List<Lag> lags = DEEPSEEK.rulers().lag(CapabilityRulers.INDEX, Reading.DEFAULT).atRecords();
    assertEquals(18, lags.size());
    for (Lag lag : lags) {
      LocalDate equalled = null;
      for (Row row : CATALOG.table("ai/index_models_2026_07")) {
        if (row.getString("country").equals("USA")
            && row.getDouble("score") >= lag.score()
            && !row.getDate("release_date").isAfter(lag.date())
            && (equalled == null || row.getDate("release_date").isBefore(equalled))) {
          equalled = row.getDate("release_date");
        }
      }
      long days = lag.date().toEpochDay() - equalled.toEpochDay();
      assertEquals(days / 30.4375, lag.months(), EXACT, lag.name());
    }
  }

  @Test
  void versionsReduceToTheTableOfModels() {
    Map<String, Double> reduced = new LinkedHashMap<>();
    DEEPSEEK
        .rulers()
        .releases(CapabilityRulers.INDEX, Reading.DEFAULT, row -> true)
        .forEach(release -> reduced.put(release.name(), release.score()));
    int rows = 0;
    for (Row row : CATALOG.table("ai/index_models_2026_07")) {
      assertEquals(row.getDouble("score"), reduced.get(row.getString("model")), EXACT);
      rows++;
    }
    assertEquals(rows, reduced.size());
  }

  private static JointLags made(double r1a, double r1b) {
    Map<String, Map<String, Double>> lags = new LinkedHashMap<>();
    lags.put("a", new LinkedHashMap<>(Map.of("m1", 10.0, "m2", 8.0, "r1", r1a)));
    lags.put("b", new LinkedHashMap<>(Map.of("m2", 6.0, "m3", 3.0, "r1", r1b)));
    return new JointLags("r1", List.of("m1", "m2", "m3", "r1"), lags);
  }

  @Test
  void theStatisticIsTheMeanDeviationFromEachRulersMean() {
    // ruler a: mean of 10, 8, 3 is 7; ruler b: mean of 6, 3, 0 is 3
    JointLags lags = made(3, 0);
    assertArrayEquals(new double[] {3, (1 + 3) / 2.0, 0, (-4 - 3) / 2.0}, lags.statistics(), EXACT);
    // 3 - 9 and 0 - 4.5
    assertEquals((-6 - 4.5) / 2, lags.eventMinusMean(), EXACT);
    assertEquals(0.25, lags.permutationP(), EXACT);
  }

  @Test
  void anEventFarBehindIsLastAndATieCountsAgainstIt() {
    assertEquals(1, made(30, 20).permutationP(), EXACT);
    Map<String, Map<String, Double>> one = new LinkedHashMap<>();
    one.put("a", new LinkedHashMap<>(Map.of("m1", 5.0, "m2", 9.0, "r1", 5.0)));
    assertEquals(
        2 / 3.0, new JointLags("r1", List.of("m1", "m2", "r1"), one).permutationP(), EXACT);
  }

  @ParameterizedTest
  @CsvSource({"US_ONLY, MODELS", "US_ONLY, VERSIONS", "ALL_NON_CHINESE, MODELS"})
  void earlierModelsComeBeforeR1InEveryReading(Leaders leaders, Unit unit) {
    JointLags lags =
        DEEPSEEK
            .closeness()
            .recordLags(
                new Reading(leaders, unit, CountryRule.ASSIGNED, Vintage.JULY_2026), Deepseek.R1)
            .orElseThrow();
    assertEquals(Deepseek.R1, lags.models().get(lags.models().size() - 1));
    assertEquals(lags.models().size(), lags.models().stream().distinct().count());
    assertTrue(lags.models().contains(Deepseek.V3));
    assertFalse(lags.models().contains("DeepSeek-R1 (May 2025)"));
    for (double statistic : lags.statistics()) {
      assertTrue(Double.isFinite(statistic));
    }
  }

  @Test
  void aModelThatIsNoRecordHasNoJointLags() {
    assertEquals(
        Optional.empty(), DEEPSEEK.closeness().recordLags(Reading.DEFAULT, "DeepSeek Coder 1.3B"));
  }

  @Test
  void r1IsAmongTheMomentsWithTheFiguresOf6a() {
    Closeness.Moment r1 =
        DEEPSEEK.closeness().moments().stream()
            .filter(moment -> moment.model().equals(Deepseek.R1))
            .findFirst()
            .orElseThrow();
    JointLags lags = DEEPSEEK.closeness().recordLags(Reading.DEFAULT, Deepseek.R1).orElseThrow();
    assertEquals(lags.permutationP(), r1.permutationP(), EXACT);
    assertEquals(lags.eventMinusMean(), r1.minusMeanMonths(), EXACT);
    assertEquals(lags.models().size() - 1, r1.earlierModels());
  }

  private static Trial<?> trial(String id) {
    return DEEPSEEK.examinations().stream()
        .filter(one -> one.proposition().id().equals(id))
        .findFirst()
        .orElseThrow()
        .trials()
        .get(0);
  }

  private static double statistic(Trial<?> trial, WorldSizes sizes) {
    Outcome outcome = trial.draw(trial.defaultSpecification(), sizes, ConstantNoise.NONE);
    return ((Outcome.Usable) outcome).evidence().value(trial.proposition().statistic());
  }

  private static WorldSizes sizes(World world, String name, double size) {
    return new WorldSizes(world, 1, Map.of(name, size), "");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.25, 1 / 3.0, 1})
  void withoutNoiseR1sLagIsItsShareOfEachRulersMean(double share) {
    JointLags real = DEEPSEEK.closeness().recordLags(Reading.DEFAULT, Deepseek.R1).orElseThrow();
    double mean =
        real.lags().values().stream()
            .filter(lags -> lags.containsKey(Deepseek.R1))
            .mapToDouble(lags -> JointLags.mean(lags, model -> !model.equals(Deepseek.R1)))
            .average()
            .orElseThrow();
    double drawn = statistic(trial("6a"), sizes(World.T, "lag_over_earlier_mean", share));
    assertEquals((share - 1) * mean, drawn, 1e-9);
  }

  @Test
  void aModelDrawnFromTheEarlierOnesHasTheirMean() {
    WorldSizes drawn = sizes(World.F, "lag_drawn_from_earlier", Double.NaN);
    assertEquals(0, statistic(trial("6a"), drawn), 1e-9);
    SplittableRandom one = new SplittableRandom(5);
    SplittableRandom same = new SplittableRandom(5);
    Trial<?> trial = trial("6a");
    assertEquals(
        trial.draw(trial.defaultSpecification(), drawn, one),
        trial.draw(trial.defaultSpecification(), sizes(World.T, "lag_over_earlier_mean", 1), same));
  }

  @Test
  void theOtherReadingOf6asTrueWorldFindsItMoreOften() {
    double registered =
        Verdicts.of(6).propositions().get(0).groups().get(0).power().holdsGivenTrue();
    double exactThird = DEEPSEEK.closeness().powerWithoutNoiseOnR1(REGISTRY.machinery());
    assertTrue(exactThird > registered, exactThird + " against " + registered);
  }

  @Test
  void anUnknownRulerNamesThoseThereAre() {
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> DEEPSEEK.rulers().scored("iq", Vintage.JULY_2026))
            .getMessage()
            .contains("gpqa_diamond"));
  }

  /**
   * The published figures of January 2026 by the definition that comes nearest: see notebook 06.
   */
  @Test
  void timesUntilMatchedComeNearThePublishedMean() {
    double[] matched =
        DEEPSEEK
            .rulers()
            .lag(CapabilityRulers.INDEX, Reading.DEFAULT.of(Vintage.DECEMBER_2025))
            .catchUps(LocalDate.of(2026, 1, 15))
            .stream()
            .filter(time -> time.matched())
            .mapToDouble(time -> time.months())
            .toArray();
    // printed without decimals: within half a month
    assertEquals(7, Arrays.stream(matched).average().orElseThrow(), 0.5);
    assertEquals(4, Arrays.stream(matched).min().orElseThrow(), 0.5);
    // the published longest, 14, hangs on a tie of 0.2 index points
    assertTrue(Arrays.stream(matched).max().orElseThrow() > 14);
  }
}
