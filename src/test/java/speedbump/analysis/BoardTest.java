package speedbump.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedbump.claim.Claim;
import speedbump.claim.ClaimResult;
import speedbump.claim.ClaimWord;
import speedbump.claim.Confidence;
import speedbump.claim.Evidence;
import speedbump.claim.GroupResult;
import speedbump.claim.Power;
import speedbump.claim.Proposition;
import speedbump.claim.PropositionClass;
import speedbump.claim.PropositionResult;
import speedbump.claim.PropositionWord;
import speedbump.claim.Registry;
import speedbump.claim.Specification;
import speedbump.claim.SpecificationResult;
import speedbump.claim.Standing;
import speedbump.claim.World;
import speedbump.claim.WorldDraws;
import speedbump.data.Catalog;

/** What pages, terminal and README say of made-up verdicts. */
class BoardTest {
  private static final Power POWER = new Power(0.91, 0.03, 0.07, 0.88, 2000, 0, 0);

  private static ClaimResult result(int claim, ClaimWord word, Confidence confidence) {
    return new ClaimResult(claim, word, "The reason.", confidence, List.of());
  }

  private static Board.Row row(ClaimWord word, Confidence confidence) {
    return Board.of(Catalog.shared(), List.of(result(6, word, confidence))).claims().get(0);
  }

  private static Confidence confidence(int holds, int fails, int usable, Power power) {
    return new Confidence(
        0, holds, fails, usable, power.measured() ? List.of(power) : List.of(), 0.5);
  }

  @ParameterizedTest
  @CsvSource({
    "SUPPORTED, supported",
    "PARTLY_SUPPORTED, partly supported",
    "CONTESTED, contested",
    "NOT_SUPPORTED, not supported",
    "REFUTED, refuted",
    "OPEN, open",
    "CANNOT_TELL, cannot tell"
  })
  void anExaminedClaimSaysItsWordAndWhy(ClaimWord word, String said) {
    Board.Row row = row(word, confidence(3, 1, 4, Power.none()));
    assertEquals(List.of(true, said), List.of(row.examined(), row.word()));
    assertEquals("The reason.", row.why());
    assertEquals("3 of 4 ways of counting hold, 1 fail; no sampling error", row.confidence());
  }

  @ParameterizedTest
  @CsvSource({
    "SUPPORTED, FOR",
    "PARTLY_SUPPORTED, TOWARDS",
    "CONTESTED, UNDECIDED",
    "NOT_SUPPORTED, AWAY",
    "REFUTED, AGAINST",
    "OPEN, UNDECIDED",
    "CANNOT_TELL, UNDECIDED",
    "NOT_YET_EXAMINED, NOT_EXAMINED"
  })
  void aWordHasItsPlaceOnTheMap(ClaimWord word, Board.Place place) {
    assertEquals(place, row(word, confidence(1, 1, 2, POWER)).place());
  }

  /** A test that says "holds" nine times as often where the claim is true, or where it is false. */
  @ParameterizedTest
  @CsvSource({
    "0.9, 0.1, TOWARDS, 'cannot tell, leaning towards the claim'",
    "0.1, 0.9, AWAY, 'cannot tell, leaning away from it'",
    "0.4, 0.4, UNDECIDED, cannot tell"
  })
  void aLeaningIsPrintedWithTheWordAndMovesThePlace(
      double whenTrue, double whenFalse, Board.Place place, String word) {
    Power power =
        new Power(
            0,
            0,
            0,
            0,
            1000,
            0,
            0,
            List.of(
                new WorldDraws(World.T, 1, whenTrue, 0, 0, List.of()),
                new WorldDraws(World.F, 1, whenFalse, 0, 0, List.of())));
    SpecificationResult one =
        new SpecificationResult(
            new Specification("a", List.of(), true, true),
            Standing.HOLDS,
            Evidence.of("lag", 1),
            "");
    GroupResult group =
        new GroupResult(
            "a", true, List.of(one), 1, 1, 0, 1, 0, power, Standing.UNUSABLE, "", List.of());
    PropositionResult heart =
        new PropositionResult(
            "6a",
            PropositionClass.HEART,
            PropositionWord.CANNOT_TELL,
            PropositionWord.CANNOT_TELL,
            "",
            List.of(group));
    ClaimResult result =
        new ClaimResult(6, ClaimWord.CANNOT_TELL, "", confidence(1, 0, 1, power), List.of(heart))
            .with("It was found.");
    Board.Row row = Board.of(Catalog.shared(), List.of(result)).claims().get(0);
    assertEquals(place, row.place());
    assertEquals(word, row.word());
    assertEquals("It was found.", row.finding());
    assertEquals("It was found.", row.firstFinding());
  }

  /** A list of all claims has room for a sentence each; a point within a number ends none. */
  @Test
  void theFirstSentenceOfAFindingEndsAtItsFullStop() {
    ClaimResult result =
        result(6, ClaimWord.OPEN, confidence(1, 1, 2, POWER))
            .with("It rose by 2.5 points, i.e. little. 3 of 4 fell. Nothing else.");
    assertEquals(
        "It rose by 2.5 points, i.e. little.",
        Board.of(Catalog.shared(), List.of(result)).claims().get(0).firstFinding());
  }

  @Test
  void whatIsNotYetExaminedSaysNothingMore() {
    Board.Row row = row(ClaimWord.NOT_YET_EXAMINED, confidence(3, 1, 4, POWER));
    assertEquals(
        List.of(false, "registered, not yet examined", "", ""),
        List.of(row.examined(), row.word(), row.why(), row.confidence()));
  }

  /** How often the test finds the claim is said always, how often it rejects it where it does. */
  @ParameterizedTest
  @CsvSource({
    "3, 0, ''",
    "3, 1, '; it says \"fails\" in 3% where it is true and in 88% where it is false'"
  })
  void thePowersAreThoseOfTheTest(int holds, int fails, String more) {
    assertEquals(
        holds
            + " of 4 ways of counting hold, "
            + fails
            + " fail; in simulated worlds the test says \"holds\" in 91% where the claim is true"
            + " (50% needed) and in 7% where it is false"
            + more,
        row(ClaimWord.OPEN, confidence(holds, fails, 4, POWER)).confidence());
  }

  @Test
  void whereNothingCouldBeRunThatIsSaid() {
    assertEquals(
        "no way of counting could be run",
        row(ClaimWord.CANNOT_TELL, confidence(0, 0, 0, Power.none())).confidence());
  }

  @Test
  void aRowCarriesItsOwnClaimFromTheRegistry() {
    Registry registry = Registry.of(Catalog.shared());
    Board board =
        Board.of(
            Catalog.shared(),
            Stream.of(6, 10)
                .map(claim -> result(claim, ClaimWord.OPEN, confidence(1, 1, 2, POWER)))
                .toList());
    assertEquals(List.of(6, 10), board.claims().stream().map(Board.Row::claim).toList());
    for (Board.Row row : board.claims()) {
      Claim claim = registry.claim(row.claim());
      assertEquals(
          List.of(
              claim.notebook(),
              claim.question(),
              claim.shortTitle(),
              claim.statement(),
              claim.heartOfTheTest()),
          List.of(
              row.notebook(),
              row.question(),
              row.shortTitle(),
              row.statement(),
              row.heartOfTheTest()));
      assertEquals(
          claim.propositions().stream().map(Proposition::id).toList(),
          row.propositions().stream().map(Board.Part::proposition).toList());
      assertEquals(
          claim.propositions().stream().map(Proposition::statement).toList(),
          row.propositions().stream().map(Board.Part::statement).toList());
      assertEquals(
          claim.propositions().stream().map(Proposition::question).toList(),
          row.propositions().stream().map(Board.Part::question).toList());
      assertEquals(
          List.of(row.claim()), row.flips().stream().map(Board.Flip::claim).distinct().toList());
    }
    Board.Flip dated = board.claims().get(0).flips().get(1);
    assertEquals(
        new Board.Flip(
            6,
            "up",
            "A DeepSeek model draws level with GPT-5.5 by the date that has been forecast",
            "2027-02-28",
            "no table tells"),
        dated);
    assertEquals("", board.claims().get(0).flips().get(0).seenBy());
  }

  @Test
  void sharedEvidenceIsSaidOnceAndTheNewestChangeFirst() {
    Registry registry = Registry.of(Catalog.shared());
    Board board = Board.of(Catalog.shared(), List.of());
    assertEquals(List.copyOf(new LinkedHashSet<>(board.shared())), board.shared());
    assertEquals("2a, 2b and 4c share data", board.shared().get(0));
    List<Integer> numbers =
        new ArrayList<>(board.changes().stream().map(Board.Change::change).toList());
    assertEquals(numbers.stream().sorted((a, b) -> b - a).toList(), numbers);
    Registry.Change first = registry.changes().get(0);
    assertEquals(
        new Board.Change(
            first.change(),
            first.date().toString(),
            first.proposition(),
            first.what(),
            first.thresholdMoved(),
            first.reason(),
            first.proposerKnewResults()),
        board.changes().get(numbers.size() - 1));
  }
}
