package speedbump.analysis.theexpectedstall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedbump.analysis.Verdicts;
import speedbump.analysis.theexpectedstall.Ledger.Tally;
import speedbump.analysis.theexpectedstall.Ledger.Vote;
import speedbump.claim.Evidence;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Registry;
import speedbump.claim.Specification;
import speedbump.claim.Standing;
import speedbump.claim.Trial;
import speedbump.claim.World;
import speedbump.data.Catalog;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

class LedgerTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final Ledger LEDGER = ExpectedStall.of(CATALOG).ledger();
  private static final Trial<?> TRIAL = LEDGER.examination().trials().get(0);

  private static Forecast row(
      String bound, boolean more, double value, double low, double high, double outcome) {
    return new Forecast(
        "F0",
        "quoted",
        LocalDate.of(2020, 5, 1),
        "somebody",
        "bank",
        "Europe",
        "forecast",
        "things",
        "million",
        Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value),
        Double.isNaN(low) ? OptionalDouble.empty() : OptionalDouble.of(low),
        Double.isNaN(high) ? OptionalDouble.empty() : OptionalDouble.of(high),
        bound,
        OptionalDouble.empty(),
        "",
        OptionalInt.of(2022),
        more,
        OptionalDouble.of(outcome),
        "",
        "yes",
        false,
        "P",
        "one",
        "one",
        false,
        false);
  }

  /** Three percent of the forecast, above and below; less of a lag is more for China. */
  @ParameterizedTest
  @CsvSource({
    "point, true, 100, NaN, NaN, 103, 0, 0",
    "point, true, 100, NaN, NaN, 103.1, 1, 1",
    "point, true, 100, NaN, NaN, 96.9, -1, -1",
    "point, false, 24, NaN, NaN, 14, 1, 1",
    "point, false, 24, NaN, NaN, 25, -1, -1",
    "range, true, NaN, 115, 120, 101, -1, -1",
    "range, true, NaN, 115, 120, 122, 1, 0",
    "range, true, 17.5, 15, 20, 19, 1, 0",
    "lower, true, 33, 33, NaN, 60, 1, 0",
    "lower, true, 33, 33, NaN, 20, -1, -1",
    "upper, true, 17, NaN, NaN, 22, 1, 1",
    "upper, true, 17, NaN, NaN, 12, -1, 0"
  })
  void boundsAreNumbersOrBounds(
      String bound,
      boolean more,
      double value,
      double low,
      double high,
      double outcome,
      int asPoint,
      int asBound) {
    Forecast row = row(bound, more, value, low, high, outcome);
    assertEquals(asPoint, row.sign(0.03, false));
    assertEquals(asBound, row.sign(0.03, true));
  }

  @Test
  void theErrorIsAShareOfTheForecastInChinasDirection() {
    assertEquals(0.2, row("point", true, 50, Double.NaN, Double.NaN, 60).error().getAsDouble());
    assertEquals(0.5, row("point", false, 24, Double.NaN, Double.NaN, 12).error().getAsDouble());
    assertEquals(-0.14, row("range", true, Double.NaN, 115, 120, 101).error().getAsDouble(), 0.001);
    assertEquals(OptionalInt.of(2), row("point", true, 1, Double.NaN, Double.NaN, 1).yearsAhead());
  }

  @Test
  void whatIsNotScoredIsRefused() {
    Forecast disputed =
        LEDGER.all().stream().filter(row -> row.id().equals("F126")).findFirst().orElseThrow();
    assertThrows(IllegalStateException.class, () -> disputed.sign(0.03, false));
    assertTrue(LEDGER.scored(row -> true).stream().noneMatch(disputed::equals));
  }

  /** Whoever decides is of grade P or M, sits outside China, and forecasts what is yet to come. */
  @Test
  void statementsTargetsAndGradeSDecideNothing() {
    for (Forecast row : LEDGER.deciding()) {
      assertTrue(
          row.kind().equals("forecast")
              && !row.grade().equals("S")
              && !row.forecasterOrigin().equals("China"),
          row.id());
    }
    List<String> counted = LEDGER.counted().stream().map(Forecast::id).toList();
    assertTrue(counted.contains("F135") && counted.contains("F101"));
    // beyond three, weak outcome, grade S, statement, target
    for (String out : List.of("F121", "F127", "F16", "F35", "F40", "F48", "F67")) {
      assertTrue(!counted.contains(out), out);
    }
  }

  /** By hand from the table: what was too low, too high and met. */
  @Test
  void theVotesAreThoseOfTheTable() {
    Map<Integer, List<String>> by =
        LEDGER.votes().stream()
            .collect(
                Collectors.groupingBy(
                    Vote::sign, Collectors.mapping(Vote::cluster, Collectors.toList())));
    assertEquals(
        List.of(
            "node after 2022",
            "EV share 2025",
            "EV buses 2025",
            "IEA 2020",
            "solar targets",
            "battery share 2025"),
        by.get(1));
    assertEquals(
        List.of(
            "equipment purchases 2019",
            "YMTC",
            "Huawei phones",
            "EV sales 2025",
            "BYD 2025",
            "robots"),
        by.get(-1));
    assertEquals(List.of("AI papers", "AI lag 2025", "C919 service entry"), by.get(0));
    Tally tally = LEDGER.tally();
    assertEquals(12, tally.voting());
    // at least six of twelve by the toss of a coin: (1 + C(12, 6) / 2^12) / 2
    assertEquals(0.5 + 924 / 4096.0 / 2, tally.underPredictionP(), 1e-12);
  }

  /** The finding counts the rows word for word, without the classes. */
  @Test
  void theFindingCountsWashingtonsOwn() {
    Table rows = CATALOG.table("controls/forecast_ledger");
    int all = 0;
    int own = 0;
    for (Row row : rows) {
      boolean counts =
          row.getString("kind").equals("forecast")
              && !row.getString("forecaster_origin").equals("China")
              && !row.getString("comparable").equals("no")
              && !row.getString("grade").equals("S")
              && !row.getBoolean("beyond_three")
              && !row.getBoolean("outcome_weak");
      all += counts ? 1 : 0;
      own += counts && row.getString("forecaster_type").equals("US government") ? 1 : 0;
    }
    String finding = Verdicts.of(4).finding();
    assertTrue(
        finding.contains("of %d forecasts %d is by the US government".formatted(all, own)),
        finding);
    assertTrue(finding.startsWith("Of 12 sets"), finding);
  }

  @Test
  void leavingOneOutLeavesElevenVotes() {
    List<Tally> without = LEDGER.withoutEach();
    assertEquals(12, without.size());
    without.forEach(tally -> assertEquals(11, tally.voting(), tally.name()));
    assertEquals(
        6, without.stream().filter(tally -> tally.under() == 5 && tally.over() == 6).count());
  }

  @Test
  void aWiderToleranceTies() {
    List<Tally> tallies = LEDGER.byTolerance(List.of(0.0, 0.03, 0.10));
    assertEquals(LEDGER.tally().under(), tallies.get(1).under());
    assertTrue(tallies.get(2).voting() < tallies.get(0).voting());
  }

  private static Evidence run(String... options) {
    Specification wanted =
        TRIAL.specifications().stream()
            .filter(
                one ->
                    IntStream.range(0, options.length / 2)
                        .allMatch(i -> one.option(options[2 * i]).equals(options[2 * i + 1])))
            .findFirst()
            .orElseThrow();
    return ((Outcome.Usable) TRIAL.run(wanted)).evidence();
  }

  @Test
  void choicesMoveTheVotes() {
    assertEquals(12, run("bounds", "as points").value("voting_clusters"));
    // the growth of 2020 was more than a third, as stated
    assertEquals(11, run("bounds", "as bounds").value("voting_clusters"));
    // the memory maker's test chips
    assertEquals(13, run("weak outcomes", "in").value("voting_clusters"));
    // the outlook for 2024, and equipment of 2021 and 2022
    assertEquals(15, run("rows beyond three", "in").value("voting_clusters"));
    Specification coarse =
        TRIAL.specifications().stream()
            .filter(one -> one.option("clusters").equals("coarser grouping"))
            .findFirst()
            .orElseThrow();
    assertTrue(TRIAL.run(coarse) instanceof Outcome.Unusable, "fewer than nine");
  }

  /** Where every cluster is under-predicted all vote so, and the ties stay ties. */
  @Test
  void worldsFlipTheClustersThatVote() {
    WorldSizes all =
        new WorldSizes(World.T, 1, Map.of("under_predicted_share", 1.0), "all too low");
    Outcome.Usable drawn =
        (Outcome.Usable) TRIAL.draw(TRIAL.defaultSpecification(), all, new SplittableRandom(1));
    assertEquals(12, drawn.evidence().value("under_minus_over_predicted_clusters"));
    assertEquals(Math.pow(0.5, 12), drawn.evidence().value("under_prediction_sign_test_p"), 1e-12);
    assertEquals(Standing.HOLDS, Registry.of(CATALOG).proposition("4b").standing(drawn.evidence()));
  }

  @Test
  void scoresOfRangesAndProbabilities() {
    assertEquals(List.of(0, 2), LEDGER.insideRanges());
    double expected = (0.009 * 0.009 + 0.0015 * 0.0015 + 0.013 * 0.013) / 3;
    assertEquals(expected, LEDGER.brier(), 1e-12);
  }
}
