package speedbump.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedbump.data.Catalog;

/** The registry as it is committed. */
class RegistryTest {
  private static Registry registry;

  @BeforeAll
  static void readAnew() {
    registry = Registry.of(Catalog.open(Catalog.shared().folder()));
  }

  private static Stream<Proposition> propositions() {
    return registry.claims().stream().flatMap(claim -> claim.propositions().stream());
  }

  @Test
  void allTwelveClaimsAndEveryPropositionAreThere() {
    assertEquals(
        IntStream.rangeClosed(1, 12).boxed().toList(),
        registry.claims().stream().map(Claim::number).toList());
    assertEquals(
        List.of(
            "1a 1b 1c 1d",
            "2a 2b 2c 2d",
            "3a 3b 3c 3d",
            "4a 4b 4c",
            "5a 5b 5c 5d",
            "6a 6b 6c 6d",
            "7a 7b 7c 7d",
            "8a 8b 8c 8d",
            "9a 9b 9c 9d",
            "10a 10b 10c 10d",
            "11a 11b 11c",
            "12a 12b 12c 12d"),
        registry.claims().stream()
            .map(c -> String.join(" ", c.propositions().stream().map(Proposition::id).toList()))
            .toList());
    assertEquals(
        List.of("1a", "2a", "3b", "4b", "5a", "6a", "7c", "8a", "9a", "10a", "11b", "12a"),
        registry.claims().stream().map(claim -> claim.heart().id()).toList());
    assertTrue(
        registry.claims().stream()
            .allMatch(c -> c.notebook().startsWith("%02d_".formatted(c.number()))));
    assertEquals(12, registry.claim(12).number());
    assertEquals("12d", registry.claim(12).proposition("12d").id());
    assertThrows(IllegalArgumentException.class, () -> registry.claim(13));
    assertThrows(IllegalArgumentException.class, () -> registry.proposition("13a"));
  }

  @Test
  void daggersParentsGatesCoverageAndYearsAreThoseOfTheRules() {
    assertEquals(
        List.of("1d", "4c", "5b", "6a", "7a", "8c", "10d", "11c", "12a"),
        propositions().filter(Proposition::dagger).map(Proposition::id).toList());
    assertEquals(
        List.of("6c under 6a", "10d under 10b"),
        propositions()
            .filter(p -> !p.parent().isEmpty())
            .map(p -> p.id() + " under " + p.parent())
            .toList());
    assertEquals(
        List.of("5a behind 5b"),
        propositions()
            .filter(p -> !p.gate().isEmpty())
            .map(p -> p.id() + " behind " + p.gate())
            .toList());
    assertEquals(
        List.of("1c 6", "3c 10", "4b 9", "5a 3", "5c 6", "5d 9", "9d 3", "10a 3", "11a 4"),
        propositions()
            .flatMap(
                p ->
                    p.minimums().stream()
                        .filter(least -> least.level() == Proposition.Minimum.Level.EXAMINATION)
                        .map(least -> p.id() + " " + least.least()))
            .toList());
    assertEquals(
        List.of("6d", "7d"),
        propositions().filter(Proposition::illustratedOnly).map(Proposition::id).toList());
    assertEquals(
        List.of("8d", "12b"),
        propositions().filter(p -> p.standsOnYear().isPresent()).map(Proposition::id).toList());
    assertEquals(
        List.of("2a"),
        propositions()
            .filter(p -> p.quantifier() == Quantifier.NONE)
            .map(Proposition::id)
            .toList());
    assertEquals(
        List.of("2b", "2c", "4c", "6c", "8a", "8c", "9b"),
        propositions()
            .filter(p -> p.quantifier() == Quantifier.MOST)
            .map(Proposition::id)
            .toList());
  }

  @Test
  void everyCellOfTheRulesHasItsWords() {
    propositions()
        .forEach(
            p -> {
              for (String cell :
                  List.of(
                      p.statement(),
                      p.texts().holds(),
                      p.texts().fails(),
                      p.texts().groups(),
                      p.texts().worlds())) {
                assertFalse(cell.isBlank(), p.id());
              }
              assertEquals(p.noise(), !p.texts().worlds().equals("-"), p.id());
            });
  }

  /** A bound in a question would be a second place in which a threshold stands. */
  @Test
  void everyPropositionAsksANewspaperReaderOneQuestion() {
    Pattern jargon =
        Pattern.compile(
            "heart|quantifier|usable|specification|AICc|HHI|Akaike|entropy|interval|p-value"
                + "|significan|estimat|proposition|foretold|[%_<>=]|\\b[TF]\\b");
    propositions()
        .forEach(
            p -> {
              String question = p.question();
              assertTrue(question.matches("[A-Z][^?]*[^ ?]\\?"), question);
              assertTrue(question.length() <= 90, question);
              assertFalse(jargon.matcher(question).find(), question);
              assertFalse(
                  question.replaceAll("\\bR1\\b|\\b20\\d\\d\\b", "").matches(".*\\d.*"), question);
            });
    assertEquals(
        propositions().count(), propositions().map(Proposition::question).distinct().count());
    assertEquals(
        "Did China's exports of magnets fall far below what was usual?",
        registry.proposition("10b").question());
  }

  @Test
  void aReaderIsToldWhatARowIsToItsClaim() {
    assertEquals(
        List.of("deciding question", "core", "supporting", "not testable", "gate"),
        Stream.of(PropositionClass.values()).map(PropositionClass::words).toList());
    assertEquals(
        List.of("below", "at most", "above", "at least", "exactly"),
        Stream.of("<", "<=", ">", ">=", "=").map(one -> Comparison.of(one).words()).toList());
  }

  @Test
  void everyPropositionThatCountsHasBothSidesAndOneQuantityIsComparedWithOneBoundASide() {
    propositions()
        .filter(p -> !p.illustratedOnly())
        .forEach(
            p -> {
              for (Standing side : List.of(Standing.HOLDS, Standing.FAILS)) {
                List<Proposition.Condition> conditions = p.conditions(side);
                assertFalse(conditions.isEmpty(), p.id());
                Set<String> quantities = new HashSet<>();
                for (Proposition.Condition condition : conditions) {
                  assertTrue(
                      quantities.add(condition.alternative() + condition.quantity()), p.id());
                  assertTrue(condition.quantity().matches("[a-z][a-z0-9_]*"), p.id());
                  assertTrue(Double.isFinite(condition.bound()), p.id());
                }
              }
            });
  }

  /** Rows read line by line off the rules: proposition, side, conditions. */
  @ParameterizedTest
  @CsvSource({
    "1a, HOLDS, distance_percentile >= 95",
    "1a, FAILS, distance_percentile <= 50",
    "2a, HOLDS, ceiling_aicc_weight < 0.05",
    "2a, FAILS, ceiling_aicc_weight > 0.5",
    "2c, HOLDS, lag_slope_upper95_months_per_year < 6",
    "2c, FAILS, lag_slope_lower95_months_per_year > 6",
    "3b, HOLDS, technology_wide_trend_lower95 > 0",
    "3b, FAILS, technology_wide_trend_upper95 < 0",
    "4b, HOLDS, under_minus_over_predicted_clusters > 0; under_prediction_sign_test_p < 0.1",
    "4c, HOLDS, growth_ratio_after_over_before_lower80 > 0.5",
    "4c, FAILS, growth_ratio_after_over_before_upper80 < 0.5",
    "5b, HOLDS, mean_break_lower90 >= -0.02; mean_break_upper90 <= 0.02",
    "5b, FAILS, mean_break_lower90 > 0.02; mean_break_upper90 < -0.02",
    "6a, HOLDS, lag_minus_mean < 0; permutation_p < 0.1",
    "6a, FAILS, permutation_p > 0.5",
    "6b, HOLDS, residual_prediction_sd < -1",
    "6b, FAILS, residual_prediction_sd > -0.5",
    "6c, HOLDS, lag_change_upper95_months < 0",
    "6c, FAILS, lag_change_lower95_months > 0",
    "7c, HOLDS, pooled_exponent_lower95 > 0; pooled_exponent_upper95_over_uncontrolled >= 0.25",
    "7c, FAILS, pooled_exponent_upper95_over_uncontrolled < 0.25; pooled_exponent_lower95 <= 0",
    "8a, HOLDS, rank_of_china = 1",
    "8a, FAILS, rank_of_china >= 3",
    "8d, FAILS, density_effect_lower95 <= 0; power_holds_given_true > 0.5",
    "9b, HOLDS, upward_break_p < 0.05; downward_break_p >= 0.05; slope_change_upper95_over_world_t >= 0.5",
    "9b, FAILS, downward_break_p < 0.05; upward_break_p >= 0.05; slope_change_upper95_over_world_t < 0.5; upward_break_p >= 0.05",
    "10a, HOLDS, exposed_elements_share >= 0.75",
    "10b, HOLDS, months_below_prediction_interval >= 2",
    "10b, FAILS, months_below_prediction_interval = 0",
    "10d, HOLDS, longest_recovered_run_months < 3; mean_months_10_to_12_over_before < 0.9",
    "10d, FAILS, longest_recovered_run_months >= 3; mean_months_10_to_12_over_before >= 0.9",
    "11b, HOLDS, export_share_of_growth_difference_upper95 < 0",
    "12c, FAILS, chips_us_minus_china_cut <= 0; minerals_china_minus_us_cut <= 0"
  })
  void conditionsAreThoseOfTheRules(String id, Standing side, String conditions) {
    assertEquals(
        conditions,
        String.join(
            "; ",
            registry.proposition(id).conditions(side).stream()
                .map(Proposition.Condition::words)
                .toList()));
  }

  @ParameterizedTest
  @CsvSource({
    "1a, T, 1, distance_percentile, 99",
    "1a, F, 1, distance_percentile, 25",
    "2a, T, 2, shift_months, 12",
    "2a, F, 1, years_to_zero_growth, 2",
    "4c, F, 1, growth_ratio, 0.25",
    "5a, T, 1, growth_per_step, 0.02",
    "6b, T, 1, compute_over_foretold, 0.25",
    "6c, T, 1, lag_after_over_before, 0.5",
    "7a, T, 1, learning_rate_per_doubling, 0.2",
    "10b, T, 1, months, 3",
    "11b, T, 1, share_change, -0.1"
  })
  void worldsHaveTheSizesOfTheRules(
      String id, World world, int variant, String parameter, double value) {
    assertEquals(value, registry.proposition(id).worlds(world).get(variant - 1).of(parameter));
  }

  @Test
  void deepseeksChoicesAreRegistered() {
    Proposition lag = registry.proposition("6a");
    assertEquals(1 / 3.0, lag.worlds(World.T).get(0).of("lag_over_earlier_mean"));
    assertEquals(10, lag.minimum("earlier models").least());
    assertEquals(3, lag.definition("least_chinese_records_before_event"));
    assertEquals(
        List.of("reference set", "frontier", "unit", "country rule", "closeness", "vintage"),
        lag.choices("rulers together").stream().map(Choice::name).toList());
    assertEquals(
        List.of("all", "US", "confident estimates only", "frontier only"),
        registry.proposition("6b").choice("sample").words());
    assertEquals(
        List.of("all", "12 months", "18 months"),
        registry.proposition("6c").choice("window").words());
    assertTrue(lag.group("rulers together").decides());
    assertFalse(lag.group("V3 as the event").decides());
    assertTrue(registry.proposition("6c").group("each ruler").decides());
    assertThrows(
        IllegalArgumentException.class, () -> registry.proposition("6b").group("any ruler"));
  }

  @Test
  void theConstantsAreThoseOfTheRules() {
    Machinery machinery = registry.machinery();
    assertEquals(0.8, machinery.agreementShare());
    assertEquals(0.5, machinery.usableShare());
    assertEquals(0.5, machinery.majorityShare());
    assertEquals(0.5, machinery.leastHoldsGivenTrue());
    assertEquals(0.2, machinery.greatestHoldsGivenFalse());
    assertEquals(0.2, machinery.greatestFailsGivenTrue());
    assertEquals(2, machinery.closeCallStandardErrors());
    assertEquals(2000, machinery.draws());
    assertEquals(500, machinery.dearDraws());
    assertEquals(0.95, machinery.intervalCoverage());
    assertEquals(0.01, machinery.officialTotalTolerance());
    assertEquals(java.time.YearMonth.of(2018, 4), machinery.oldestDeciding());
  }

  @ParameterizedTest
  @CsvSource({
    "PRIMARY, P",
    "primary, P",
    "PUBLISHED_ESTIMATE;PRIMARY, P",
    "SELF_REPORTED;MIRROR, M",
    "SELF_REPORTED;MIRROR;PRIMARY, P",
    "SELF_REPORTED;MIRROR;WEAK, S",
    "PRIMARY;WEAK, S",
    "APPROX SECONDARY, M",
    "ESTIMATE, S",
    "'', S"
  })
  void flagsGiveGrades(String flags, Grade grade) {
    assertEquals(grade, registry.grade(flags));
  }

  @Test
  void gradesDecideAsTheRulesSay() {
    for (Registry.GradeRule rule : registry.grades()) {
      assertEquals(rule.grade().decides(), rule.decides(), rule.flag());
      for (Registry.GradeRule other : registry.grades()) {
        assertTrue(
            rule.precedence() != other.precedence() || rule.grade() == other.grade(),
            rule.flag() + " and " + other.flag());
      }
    }
    assertThrows(IllegalArgumentException.class, () -> registry.grade("SHINY"));
  }

  @Test
  void sharedEvidenceIsThatOfTheRules() {
    assertEquals(
        List.of("2a 2b 4c", "2c 6a 6c", "9a 12d", "10b 10d", "11c 12a"),
        registry.sharedEvidence().stream()
            .map(shared -> String.join(" ", shared.propositions()))
            .toList());
  }

  @Test
  void theChangeLogBeginsWithTheRegistrationAndNamesWhatMoved() {
    List<Registry.Change> changes = registry.changes();
    assertEquals(LocalDate.of(2026, 11, 24), changes.get(0).date());
    assertTrue(changes.get(0).what().startsWith("first registration"));
    assertEquals(
        List.of(
            "1a", "1d", "2b", "2c", "4c", "5a", "7a", "7c", "10d", "11b", "11c", "12d", "5b", "9b"),
        changes.stream()
            .filter(Registry.Change::thresholdMoved)
            .map(Registry.Change::proposition)
            .toList());
  }

  @Test
  void theSharedRegistryIsThatOfTheSharedCatalog() {
    assertEquals(registry, Registry.of(Catalog.shared()));
  }

  /** Columns: table, text of a row, what stands there instead, message. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          conditions | 12d,holds | 13d,holds | the registry names the proposition 13d, which no claim has
          changes | 2026-11-24,12d | 2026-11-24,13d | the registry names the proposition 13d, which no claim has
          propositions | 12d,12,C | 12d,13,C | the registry names the proposition 12d, which no claim has
          shared_evidence | 1,4c | 1,4z | the registry names the proposition 4z, which no claim has
          machinery | usable_share, | useful_share, | the machinery has no constant usable_share
          machinery | (usable_share,.*), | $1,99 | the machinery has no constant usable_share
          propositions | 2b,2,C | 2b,2,H | claim 2: expected one heart, found [2a, 2b]
          quantities | rank_of_china, | rank_of_chine, | there are no words for the quantity rank_of_china
          quantities | mean_vote, | mean_votes, | there are no words for the quantity mean_vote
          choices | 8a,year,Atlas headings | 8a,year,Atlas heading | 8a: the choice year names the group Atlas heading, which is not registered
          choices | (8a,cut,,1,1,1),true | $1,false | 8a: expected one default of the choice cut, found []
          choices | (8a,cut,,2,0.75,0.75),false | $1,true | 8a: expected one default of the choice cut, found [1, 0.75]
          """)
  void aRegistryThatDoesNotFitTogetherIsRefused(
      String table, String text, String wrong, String message, @TempDir Path folder)
      throws Exception {
    Catalog catalog = changed(folder, table, text, wrong);
    Exception refused = assertThrows(IllegalArgumentException.class, () -> Registry.of(catalog));
    assertEquals(message, refused.getMessage());
  }

  @Test
  void theDefaultIsTheOptionThatIsMarkedWhereverItStands(@TempDir Path folder) throws Exception {
    String rows = "(8a,cut,,1,1,1),true(.*\n8a,cut,,2,0.75,0.75),false";
    Registry other = Registry.of(changed(folder, "choices", rows, "$1,false$2,true"));
    assertEquals(List.of("1", "0.75"), registry.proposition("8a").choice("cut").words());
    assertEquals(List.of("0.75", "1"), other.proposition("8a").choice("cut").words());
  }

  @Test
  void aChoiceMayAwaitItsOptions(@TempDir Path folder) throws Exception {
    String rows = "8a,cut,,1,1,1,true(.*)\n8a,cut.*";
    Registry other = Registry.of(changed(folder, "choices", rows, "8a,cut,,1,,,false$1"));
    assertEquals(List.of(), other.proposition("8a").choice("cut").words());
  }

  /** A row that awaits its analysis is left out; the others stand as the rules have them. */
  @Test
  void aRowThatAwaitsItsAnalysisIsNotInForce(@TempDir Path folder) throws Exception {
    Registry other =
        Registry.of(changed(folder, "minimums", "(6a,earlier models,.*),\n", "$1,59\n"));
    Proposition lag = other.proposition("6a");
    assertThrows(IllegalArgumentException.class, () -> lag.minimum("earlier models"));
    assertEquals(9, other.proposition("5d").minimums().get(0).least());
    assertEquals(1 / 3.0, lag.worlds(World.T).get(0).of("lag_over_earlier_mean"));
    assertEquals(Double.NaN, lag.worlds(World.F).get(0).of("lag_drawn_from_earlier"));
    assertEquals(0.8, other.machinery().agreementShare());
  }

  /** The committed registry with the first match of a pattern in one table replaced. */
  private static Catalog changed(Path folder, String table, String pattern, String replacement)
      throws Exception {
    JsonNode all =
        new ObjectMapper().readTree(Catalog.shared().folder().resolve("datapackage.json").toFile());
    ArrayNode resources = (ArrayNode) all.get("resources");
    for (int i = resources.size() - 1; i >= 0; i--) {
      String path = resources.get(i).get("path").asText();
      if (!path.startsWith("claims/")) {
        resources.remove(i);
        continue;
      }
      String cells = Files.readString(Catalog.shared().folder().resolve(path));
      if (path.equals("claims/" + table + ".csv")) {
        Matcher found = Pattern.compile(pattern).matcher(cells);
        assertTrue(found.find(), pattern);
        cells = found.replaceFirst(replacement);
      }
      byte[] bytes = cells.getBytes(StandardCharsets.UTF_8);
      Files.createDirectories(folder.resolve("claims"));
      Files.write(folder.resolve(path), bytes);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      ((ObjectNode) resources.get(i))
          .put("hash", "sha256:" + HexFormat.of().formatHex(digest))
          .put("bytes", bytes.length)
          .put("rows", cells.lines().count() - 1);
    }
    new ObjectMapper().writeValue(folder.resolve("datapackage.json").toFile(), all);
    return Catalog.open(folder);
  }
}
