package speedbump.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** Known answers of the AI tables: counts and scores that the publisher's files are known by. */
class AiTablesTest {
  /** The published scores are given with two decimals. */
  private static final double TWO_DECIMALS = 0.005;

  private static Table table(String name) {
    return Catalog.shared().table(name);
  }

  private static Table where(Table table, String column, String value) {
    return table.where(table.stringColumn(column).isEqualTo(value));
  }

  private static double scoreOf(String name, String model) {
    Table row = where(table(name), "model", model);
    assertEquals(1, row.rowCount(), model);
    return row.doubleColumn("score").getDouble(0);
  }

  @ParameterizedTest
  @CsvSource({
    "ai/index_models_2026_04, GPT-4 (Mar 2023), 126.17",
    "ai/index_models_2026_04, DeepSeek-R1, 139.80",
    "ai/index_models_2026_04, DeepSeek-V3, 133.14",
    "ai/index_models_2025_12, GPT-4 (Mar 2023), 125.76",
    "ai/index_models_2025_12, DeepSeek-R1, 139.33",
    "ai/index_models_2025_12, DeepSeek-V3, 136.51",
  })
  void scoresAreThoseOfTheVintage(String table, String model, double score) {
    assertEquals(score, scoreOf(table, model), TWO_DECIMALS);
  }

  @ParameterizedTest
  @CsvSource({"ai/index_models_2026_04", "ai/index_models_2025_12"})
  void twoModelsFixTheScale(String table) {
    assertEquals(130, scoreOf(table, "Claude 3.5 Sonnet"));
    assertEquals(150, scoreOf(table, "GPT-5"));
  }

  @Test
  void versionsAndModelsAreCountedAsPublished() {
    Table versions = table("ai/index_versions_2026_04");
    assertEquals(348, versions.rowCount());
    assertEquals(3, versions.dateColumn("release_date").countMissing());
    Table models = table("ai/index_models_2026_04");
    assertEquals(149, models.rowCount());
    assertEquals(102, where(models, "country", "USA").rowCount());
    assertEquals(34, where(models, "country", "CHN").rowCount());
    assertEquals(348, models.intColumn("versions").sum());
    Table december = table("ai/index_models_2025_12");
    assertEquals(140, december.rowCount());
    assertEquals(30, where(december, "country", "CHN").rowCount());
  }

  @Test
  void aLineBreakInANameMakesNoSecondModel() {
    Table scores = table("ai/benchmark_scores");
    List<String> names =
        scores
            .where(scores.stringColumn("version").startsWith("gpt-5.3-codex"))
            .stringColumn("model")
            .unique()
            .asList();
    assertEquals(List.of("GPT-5.3 Codex"), names);
  }

  @Test
  void aModelHasTheBestScoreOfItsFirstDate() {
    Table versions = table("ai/index_versions_2026_04");
    for (Row model : table("ai/index_models_2026_04")) {
      Table own = where(versions, "model", model.getString("model"));
      LocalDate first = own.dateColumn("release_date").min();
      assertEquals(first, model.getDate("release_date"));
      Table firsts = own.where(own.dateColumn("release_date").isEqualTo(first));
      assertEquals(firsts.doubleColumn("score").max(), model.getDouble("score"));
    }
  }

  /** So it does not matter that they are left out of the first dates. */
  @Test
  void undatedVersionsScoreAsTheirModelsDo() {
    Table versions = table("ai/index_versions_2026_04");
    Table undated = versions.where(versions.dateColumn("release_date").isMissing());
    assertEquals(3, undated.rowCount());
    for (Row row : undated) {
      assertEquals(
          scoreOf("ai/index_models_2026_04", row.getString("model")), row.getDouble("score"));
    }
  }

  @Test
  void releaseDatesOfDeepSeekAreThoseOfTheFacts() {
    Table models = table("ai/index_models_2026_04");
    Table facts = where(table("published/deepseek_facts"), "series", "release_date");
    assertEquals(2, facts.rowCount());
    for (Row fact : facts) {
      Table model = where(models, "model", fact.getString("entity"));
      assertEquals(
          LocalDate.parse(fact.getString("value_text")), model.dateColumn("release_date").get(0));
    }
  }

  @Test
  void intervalsHoldTheirScores() {
    Table december = table("ai/index_models_2025_12");
    int intervals = 0;
    for (Row row : december) {
      if (row.isMissing("score_low90")) {
        assertTrue(Set.of(130.0, 150.0).contains(row.getDouble("score")), row.getString("model"));
      } else {
        intervals++;
        assertTrue(row.getDouble("score_low90") <= row.getDouble("score"));
        assertTrue(row.getDouble("score") <= row.getDouble("score_high90"));
      }
    }
    assertEquals(138, intervals);
  }

  @Test
  void severalStatedCountriesAreSettledByTheOrganisation() {
    Table december = where(table("ai/index_models_2025_12"), "country_basis", "by_organization");
    assertEquals(20, december.rowCount());
    for (Row row : december) {
      assertTrue(row.getString("organization").startsWith("Google DeepMind"));
      assertEquals("GBR;USA", row.getString("countries"));
      assertEquals("USA", row.getString("country"));
    }
  }

  /** US and Chinese versions of each table, as counted by hand from the publisher's files. */
  @ParameterizedTest
  @CsvSource({
    "gpqa_diamond, 114, 27",
    "otis_mock_aime_2024_2025, 104, 17",
    "arc_agi, 105, 7",
    "arc_agi_2, 97, 7",
    "weirdml, 79, 20",
    "math_level_5, 77, 17",
    "mmlu, 77, 28",
    "frontiermath, 75, 10",
    "frontiermath_tier_4, 50, 7",
    "simplebench, 57, 12",
    "aider_polyglot, 50, 18",
    "terminalbench, 38, 11",
    "metr_time_horizons, 39, 7",
    "arc_ai2, 37, 15",
    "hle, 34, 3",
    "live_bench, 34, 9",
    "simpleqa_verified, 32, 7",
    "lech_mazur_writing, 31, 13",
    "gsm8k, 45, 21",
    "wino_grande, 46, 11",
    "hella_swag, 43, 9",
    "piqa, 32, 7",
    "bbh, 25, 14",
    "swe_bench_bash, 24, 9",
    "chess_puzzles, 22, 7",
    "webdev_arena, 22, 8",
    "swe_bench_verified, 21, 2",
    "apex_agents, 18, 5",
    "posttrainbench, 12, 7",
    "video_mme, 9, 5",
    "fictionlivebench, 33, 7", // 37 and 20 with the models of a context below 120,000 tokens
  })
  void benchmarksHaveTheirVersions(String benchmark, int us, int chinese) {
    Table scores = where(table("ai/benchmark_scores"), "benchmark", benchmark);
    Table stated = scores.where(scores.stringColumn("countries").isNotMissing());
    assertEquals(us, versionsOf(stated, "USA"));
    assertEquals(chinese, versionsOf(stated, "CHN"));
  }

  private static int versionsOf(Table stated, String country) {
    return stated
        .where(stated.stringColumn("countries").containsString(country))
        .stringColumn("version")
        .unique()
        .size();
  }

  @Test
  void benchmarksAreFractionsUnlessTheySayOtherwise() {
    Table scores = table("ai/benchmark_scores");
    assertEquals(31, scores.stringColumn("benchmark").unique().size());
    Table fractions = where(scores, "unit", "fraction");
    assertTrue(fractions.doubleColumn("score").max() <= 1);
    assertTrue(fractions.doubleColumn("standard_error").max() < 0.1);
    // percent in the source: the best of aider_polyglot is 88.0, of live_bench 82.35
    assertEquals(0.88, where(scores, "benchmark", "aider_polyglot").doubleColumn("score").max());
    assertEquals(0.8235, where(scores, "benchmark", "live_bench").doubleColumn("score").max());
    // fractions under a header that says percent
    assertEquals(0.768, where(scores, "benchmark", "swe_bench_bash").doubleColumn("score").max());
  }

  @Test
  void countriesOfBenchmarkScoresFollowTheRule() {
    Table scores = table("ai/benchmark_scores");
    for (Row row : scores) {
      String version = row.getString("version");
      switch (row.getString("country_basis")) {
        case "stated", "by_model_family" -> assertFalse(row.isMissing("country"), version);
        default -> assertTrue(row.isMissing("country"), version);
      }
    }
    assertEquals(
        List.of("USA"),
        where(scores, "version", "gpt-5.4-mini-2026-03-17_high")
            .stringColumn("country")
            .unique()
            .asList());
    assertEquals(
        List.of("CHN"),
        where(scores, "version", "InternVL2_5-78B").stringColumn("country").unique().asList());
  }

  @Test
  void theArenaIsAnAggregateOfSeventyOneDates() {
    Table arena = table("ai/arena_best_by_date");
    assertEquals(71, arena.rowCount());
    assertEquals(LocalDate.of(2024, 6, 29), arena.dateColumn("date").min());
    assertEquals(LocalDate.of(2025, 12, 11), arena.dateColumn("date").max());
    for (Row row : arena) {
      assertTrue(row.getDouble("us_rating") > row.getDouble("chinese_rating"));
      assertEquals(
          row.getDate("date").isBefore(LocalDate.of(2025, 3, 4)), row.isMissing("us_rating_low95"));
    }
  }

  @Test
  void computeIsPositiveAndEachModelComesOnce() {
    Table models = table("ai/models_with_compute");
    assertTrue(models.doubleColumn("training_compute_flop").min() > 0);
    assertFalse(models.dateColumn("publication_date").min().isBefore(LocalDate.of(2018, 1, 1)));
    Table r1 = where(models, "model", "DeepSeek-R1");
    // the large-scale list of December 2025 still says 4.02e24
    assertEquals(3.5e24, r1.doubleColumn("training_compute_flop").getDouble(0));
    assertEquals("notable", r1.stringColumn("source_table").get(0));
  }

  /** 6 FLOP a parameter and token: 37e9 active parameters, 14.8e12 tokens, as DeepSeek reports. */
  @Test
  void computeOfDeepSeekV3FitsItsReport() {
    Table facts = table("published/deepseek_facts");
    Table v3 = where(facts, "entity", "DeepSeek-V3");
    double parameters =
        where(v3, "series", "parameters_active").doubleColumn("value").getDouble(0) * 1e9;
    double tokens =
        where(v3, "series", "pretraining_tokens").doubleColumn("value").getDouble(0) * 1e12;
    Table model = where(table("ai/index_models_2026_04"), "model", "DeepSeek-V3");
    // the rule of thumb leaves out attention; the publisher rounds to two digits
    assertEquals(
        1,
        6 * parameters * tokens / model.doubleColumn("training_compute_flop").getDouble(0),
        0.05);
  }

  @ParameterizedTest
  @CsvSource({
    "published/deepseek_facts, training_cost, DeepSeek-V3, M", // mirror of a company's report
    "published/deepseek_facts, cluster_size, DeepSeek-V3, S", // the same, on a weak page
    "published/deepseek_facts, api_price_input, GPT-4o, P",
    "published/deepseek_facts, market_cap_loss, NVDA, S", // no flag
    "published/ai_lag_estimates, lag_eci_mean, China vs US, S",
    "published/ai_lag_estimates, compute_growth_top10, China, P",
    "published/ai_lag_estimates, lag_opinion_white_house, US lead over China (David Sacks), S",
  })
  void gradesFollowTheFlags(String name, String series, String entity, String grade) {
    Table rows = where(where(table(name), "series", series), "entity", entity);
    assertEquals(List.of(grade), rows.stringColumn("grade").unique().asList());
  }

  @Test
  void aRangeIsTwoBoundsAndNoValue() {
    Table claimed = where(table("published/benchmarks"), "series", "Model lag claimed");
    assertTrue(claimed.row(0).isMissing("value"));
    assertEquals(7, claimed.doubleColumn("low").getDouble(0));
    assertEquals(10, claimed.doubleColumn("high").getDouble(0));
  }

  @Test
  void theControlDatesAreThere() {
    List<LocalDate> dates = table("controls/control_events").dateColumn("date").asList();
    assertTrue(dates.contains(LocalDate.of(2022, 10, 7)));
    assertTrue(dates.contains(LocalDate.of(2023, 10, 17)));
    assertTrue(dates.contains(LocalDate.of(2024, 12, 2)));
  }
}
