package speedbump.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.claim.PropositionClass.CORE;
import static speedbump.claim.PropositionClass.GATE;
import static speedbump.claim.PropositionClass.HEART;
import static speedbump.claim.PropositionClass.NOT_TESTABLE;
import static speedbump.claim.PropositionClass.SUPPORTING;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From propositions to the word of a claim. */
class ConclusionTest {

  private static Claim claim(Made.Row... rows) {
    List<Proposition> propositions = new ArrayList<>();
    for (Made.Row row : rows) {
      propositions.add(row.made());
    }
    return new Claim(9, "09_made", "Made up?", "Made up", "made up", "x", propositions);
  }

  private static final Claim PLAIN =
      claim(
          Made.Row.of("9a", HEART),
          Made.Row.of("9b", CORE),
          Made.Row.of("9c", CORE),
          Made.Row.of("9d", SUPPORTING),
          Made.Row.of("9e", NOT_TESTABLE));

  private static ClaimResult conclude(PropositionWord heart, PropositionWord b, PropositionWord c) {
    return Made.EXAMINER.conclude(
        PLAIN,
        List.of(
            Made.result("9a", HEART, heart),
            Made.result("9b", CORE, b),
            Made.result("9c", CORE, c),
            Made.result("9d", SUPPORTING, PropositionWord.FAILS),
            Made.result("9e", NOT_TESTABLE, PropositionWord.HOLDS)));
  }

  @ParameterizedTest
  @CsvSource({
    "HOLDS, HOLDS, HOLDS, SUPPORTED",
    "HOLDS, HOLDS, OPEN, PARTLY_SUPPORTED",
    "HOLDS, HOLDS, CANNOT_TELL, PARTLY_SUPPORTED",
    "HOLDS, CANNOT_TELL_COVERAGE, ILLUSTRATED_ONLY, PARTLY_SUPPORTED",
    "HOLDS, HOLDS, FAILS, CONTESTED",
    "HOLDS, OPEN, FAILS, CONTESTED",
    "HOLDS, HOLDS, SPLIT, CONTESTED",
    "HOLDS, OPEN, SPLIT, CONTESTED",
    "HOLDS, HOLDS, NOT_APPLICABLE, SUPPORTED",
    "HOLDS, NOT_APPLICABLE, NOT_APPLICABLE, SUPPORTED",
    "FAILS, FAILS, FAILS, REFUTED",
    "FAILS, FAILS, OPEN, NOT_SUPPORTED",
    "FAILS, OPEN, CANNOT_TELL, NOT_SUPPORTED",
    "FAILS, FAILS, HOLDS, CONTESTED",
    "FAILS, FAILS, SPLIT, CONTESTED",
    "FAILS, OPEN, HOLDS, CONTESTED",
    "FAILS, FAILS, NOT_APPLICABLE, REFUTED",
    "FAILS, NOT_APPLICABLE, NOT_APPLICABLE, REFUTED",
    "SPLIT, HOLDS, HOLDS, CONTESTED",
    "SPLIT, FAILS, FAILS, CONTESTED",
    "OPEN, HOLDS, HOLDS, OPEN",
    "OPEN, FAILS, SPLIT, OPEN",
    "CANNOT_TELL, HOLDS, HOLDS, CANNOT_TELL",
    "CANNOT_TELL_COVERAGE, FAILS, HOLDS, CANNOT_TELL",
    "ILLUSTRATED_ONLY, HOLDS, HOLDS, CANNOT_TELL",
    "NOT_APPLICABLE, HOLDS, HOLDS, CANNOT_TELL"
  })
  void theHeartAndTheCountedRowsMakeTheWord(
      PropositionWord heart, PropositionWord b, PropositionWord c, ClaimWord word) {
    assertEquals(word, conclude(heart, b, c).word());
  }

  @Test
  void theReasonNamesTheParts() {
    assertEquals(
        "The deciding question, 9a, holds; of the others that count 9b is open. "
            + "Not counted: 9c is not applicable, 9d fails, 9e holds.",
        conclude(PropositionWord.HOLDS, PropositionWord.OPEN, PropositionWord.NOT_APPLICABLE)
            .reason());
    assertEquals(
        "The deciding question, 9a, cannot tell; of the others that count 9b is split, 9c cannot tell"
            + " for lack of data. Not counted: 9d fails, 9e holds.",
        conclude(
                PropositionWord.CANNOT_TELL,
                PropositionWord.SPLIT,
                PropositionWord.CANNOT_TELL_COVERAGE)
            .reason());
    ClaimResult alone =
        Made.EXAMINER.conclude(
            claim(Made.Row.of("9a", HEART)),
            List.of(Made.result("9a", HEART, PropositionWord.HOLDS)));
    assertEquals("The deciding question, 9a, holds; no other question counts.", alone.reason());
  }

  @ParameterizedTest
  @CsvSource({
    "HOLDS, HOLDS, HOLDS",
    "HOLDS, OPEN, HOLDS",
    "FAILS, OPEN, FAILS",
    "HOLDS, FAILS, OPEN",
    "FAILS, FAILS, OPEN",
    "SPLIT, FAILS, OPEN",
    "HOLDS, SPLIT, OPEN",
    "HOLDS, CANNOT_TELL, OPEN",
    "FAILS, CANNOT_TELL_COVERAGE, OPEN",
    "OPEN, FAILS, OPEN",
    "CANNOT_TELL, FAILS, CANNOT_TELL",
    "CANNOT_TELL_COVERAGE, CANNOT_TELL, CANNOT_TELL_COVERAGE"
  })
  void aGateCapsWhatItGuards(PropositionWord alone, PropositionWord gate, PropositionWord word) {
    ClaimResult result =
        Made.EXAMINER.conclude(
            claim(Made.Row.of("9a", HEART).under("", "9b"), Made.Row.of("9b", GATE)),
            List.of(Made.result("9b", GATE, gate), Made.result("9a", HEART, alone)));
    PropositionResult heart = result.propositions().get(0);
    assertEquals(word, heart.word());
    assertEquals(alone, heart.wordAlone());
    assertEquals(
        word != alone,
        heart.reason().startsWith("At most open, since the gate 9b "),
        heart.reason());
  }

  @Test
  void aRowAppliesOnlyWhereItsParentHolds() {
    Claim claim =
        claim(
            Made.Row.of("9a", HEART),
            Made.Row.of("9b", CORE).under("9a", ""),
            Made.Row.of("9c", CORE).under("9b", ""));
    for (PropositionWord word : PropositionWord.values()) {
      ClaimResult result =
          Made.EXAMINER.conclude(
              claim,
              List.of(
                  Made.result("9a", HEART, word),
                  Made.result("9b", CORE, PropositionWord.HOLDS),
                  Made.result("9c", CORE, PropositionWord.FAILS)));
      boolean holds = word == PropositionWord.HOLDS;
      assertEquals(
          holds ? PropositionWord.HOLDS : PropositionWord.NOT_APPLICABLE,
          result.propositions().get(1).word());
      // a parent that is not applicable does not hold either
      assertEquals(
          holds ? PropositionWord.FAILS : PropositionWord.NOT_APPLICABLE,
          result.propositions().get(2).word());
      if (word == PropositionWord.FAILS) {
        assertEquals(ClaimWord.REFUTED, result.word());
        assertTrue(
            result
                .propositions()
                .get(1)
                .reason()
                .startsWith("Not applicable, since 9a fails; taken alone it holds."));
      }
    }
  }

  @Test
  void aGatedParentThatIsCappedDoesNotHold() {
    ClaimResult result =
        Made.EXAMINER.conclude(
            claim(
                Made.Row.of("9a", HEART).under("", "9b"),
                Made.Row.of("9b", GATE),
                Made.Row.of("9c", CORE).under("9a", "")),
            List.of(
                Made.result("9a", HEART, PropositionWord.HOLDS),
                Made.result("9b", GATE, PropositionWord.FAILS),
                Made.result("9c", CORE, PropositionWord.HOLDS)));
    assertEquals(ClaimWord.OPEN, result.word());
    assertEquals(PropositionWord.NOT_APPLICABLE, result.propositions().get(2).word());
  }

  @Test
  void whatHasNoResultIsNotYetExamined() {
    ClaimResult nothing = Made.EXAMINER.conclude(PLAIN, List.of());
    assertEquals(ClaimWord.NOT_YET_EXAMINED, nothing.word());
    assertEquals("No proposition has been examined.", nothing.reason());
    assertEquals("registered, not yet examined", nothing.word().words());
    ClaimResult half =
        Made.EXAMINER.conclude(PLAIN, List.of(Made.result("9a", HEART, PropositionWord.HOLDS)));
    assertEquals(ClaimWord.NOT_YET_EXAMINED, half.word());
    assertEquals("Not examined: 9b, 9c.", half.reason());
    ClaimResult ungated =
        Made.EXAMINER.conclude(
            claim(Made.Row.of("9a", HEART).under("", "9b"), Made.Row.of("9b", GATE)),
            List.of(Made.result("9a", HEART, PropositionWord.HOLDS)));
    assertEquals("Not examined: 9b.", ungated.reason());
    ClaimResult enough =
        Made.EXAMINER.conclude(
            PLAIN,
            List.of(
                Made.result("9a", HEART, PropositionWord.HOLDS),
                Made.result("9b", CORE, PropositionWord.HOLDS),
                Made.result("9c", CORE, PropositionWord.HOLDS)));
    assertEquals(ClaimWord.SUPPORTED, enough.word());
  }

  @Test
  void gatesAndParentsAreAskedForWhereACountedRowNeedsThem() {
    PropositionResult heart = Made.result("9a", HEART, PropositionWord.HOLDS);
    ClaimResult orphan =
        Made.EXAMINER.conclude(
            claim(
                Made.Row.of("9a", HEART),
                Made.Row.of("9b", SUPPORTING),
                Made.Row.of("9c", CORE).under("9b", "")),
            List.of(heart, Made.result("9c", CORE, PropositionWord.FAILS)));
    assertEquals("Not examined: 9b.", orphan.reason());
    assertEquals(
        "Not applicable, since 9b has not been examined; taken alone it fails. Made up.",
        orphan.proposition("9c").reason());
    ClaimResult free =
        Made.EXAMINER.conclude(
            claim(
                Made.Row.of("9a", HEART),
                Made.Row.of("9b", GATE),
                Made.Row.of("9d", SUPPORTING).under("", "9b")),
            List.of(heart, Made.result("9d", SUPPORTING, PropositionWord.FAILS)));
    assertEquals(ClaimWord.SUPPORTED, free.word());
  }

  @Test
  void resultsAreFoundByIdAndKeepTheirFinding() {
    ClaimResult result =
        conclude(PropositionWord.HOLDS, PropositionWord.OPEN, PropositionWord.FAILS);
    assertEquals(PropositionWord.OPEN, result.proposition("9b").word());
    Exception unknown =
        assertThrows(IllegalArgumentException.class, () -> result.proposition("9z"));
    assertEquals("claim 9 has no result for 9z", unknown.getMessage());
    assertEquals("", result.finding());
    ClaimResult found = result.with("It is slower.");
    assertEquals("It is slower.", found.finding());
    assertEquals(result, found.with(""));
  }

  @Test
  void aRowThatOnlyIllustratesNeedsNoResult() {
    ClaimResult result =
        Made.EXAMINER.conclude(
            claim(Made.Row.of("9a", HEART), Made.Row.of("9d", SUPPORTING).illustrated()),
            List.of(Made.result("9a", HEART, PropositionWord.HOLDS)));
    assertEquals(PropositionWord.ILLUSTRATED_ONLY, result.propositions().get(1).word());
  }

  @Test
  void resultsOfNoPropositionOrTwiceAreRefused() {
    PropositionResult heart = Made.result("9a", HEART, PropositionWord.HOLDS);
    assertThrows(
        IllegalArgumentException.class, () -> Made.EXAMINER.conclude(PLAIN, List.of(heart, heart)));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Made.EXAMINER.conclude(
                PLAIN, List.of(Made.result("6a", HEART, PropositionWord.HOLDS))));
  }

  private static ClaimResult worked(Made.Group... groups) {
    Made.Row heart = Made.Row.of("9a", HEART).noisy();
    PropositionResult result = Made.EXAMINER.examine(Made.examination(heart.made(), groups));
    return Made.EXAMINER.conclude(claim(heart), List.of(result));
  }

  @Test
  void confidenceIsTheShareOfTheHeartsUsableSpecificationsThatAgree() {
    Outcome h = Made.HOLD;
    Outcome u = Outcome.unusable("too short");
    ClaimResult holds =
        worked(
            Made.group("a", Made.worlds(0.9, 0.02), h, h, h, h, Made.FAIL, u),
            Made.group("b", Made.worlds(1.0, 0.1), h, h, h),
            Made.group("aside", Made.FAIL));
    assertEquals(ClaimWord.SUPPORTED, holds.word());
    Confidence confidence = holds.confidence();
    assertEquals(7 / 8.0, confidence.agreeingShare());
    assertEquals(7, confidence.meetHolds());
    assertEquals(1, confidence.meetFails());
    assertEquals(8, confidence.usable());
    List<GroupResult> groups = holds.propositions().get(0).groups();
    assertEquals(List.of(groups.get(0).power(), groups.get(1).power()), confidence.tests());
    assertEquals(Made.MACHINERY.leastHoldsGivenTrue(), confidence.needed());

    ClaimResult fails = worked(Made.group("a", Made.worlds(1, 0), Made.FAIL));
    assertEquals(1, fails.confidence().agreeingShare());
    ClaimResult open = worked(Made.group("a", Made.worlds(1, 0), h, Made.NEITHER));
    assertEquals(ClaimWord.OPEN, open.word());
    assertEquals(0.5, open.confidence().agreeingShare());
    ClaimResult mixed = worked(Made.group("a", Made.worlds(1, 0), h, Made.FAIL, Made.NEITHER));
    assertEquals(1 / 3.0, mixed.confidence().agreeingShare());
    ClaimResult silent = worked(Made.group("a", Made.worlds(1, 0), u));
    assertEquals(0, silent.confidence().usable());
    assertEquals(0, silent.confidence().agreeingShare());
  }

  /** What the heart said stands, also where another row is still to be examined. */
  @Test
  void confidenceIsThatOfTheHeartAlsoBeforeTheRestIsExamined() {
    PropositionResult heart =
        Made.EXAMINER.examine(
            Made.examination(
                Made.Row.of("9a", HEART).made(), Made.group("a", Made.HOLD, Made.HOLD, Made.FAIL)));
    ClaimResult half = Made.EXAMINER.conclude(PLAIN, List.of(heart));
    assertEquals(ClaimWord.NOT_YET_EXAMINED, half.word());
    assertEquals(
        new Confidence(0, 2, 1, 3, List.of(), Made.MACHINERY.leastHoldsGivenTrue()),
        half.confidence());
    assertEquals(
        Confidence.none(),
        Made.EXAMINER
            .conclude(PLAIN, List.of(Made.result("9b", CORE, PropositionWord.HOLDS)))
            .confidence());
  }

  private static String said(int fails, Power... tests) {
    return new Confidence(0.75, 3, fails, 4, List.of(tests), 0.5)
        .words()
        .replace("to the deciding question 3 of 4 ways of counting say \"holds\", ", "");
  }

  @Test
  void confidenceSaysWhichFigureIsWhich() {
    Power first = new Power(0.91, 0.03, 0.07, 0.88, 2000, 0, 0);
    assertEquals(
        "0 \"fails\"; in simulated worlds the test says \"holds\" in 91% where the claim is true"
            + " (50% needed) and in 7% where it is false",
        said(0, first));
    assertEquals("1 \"fails\"", said(1));
    assertEquals("", Confidence.none().words());
    assertEquals("", Confidence.none().power());
    assertEquals(
        "P(holds given T) = 0.910, P(fails given T) = 0.030, P(holds given F) = 0.070, "
            + "P(fails given F) = 0.880 (2,000 draws of each world).",
        first.words());
  }

  /** The best of one test and the best of another are no test's figures. */
  @Test
  void everyTestHasItsOwnFigures() {
    Power first = new Power(0.91, 0.03, 0.07, 0.88, 2000, 0, 0);
    Power second = new Power(0.28, 0.01, 0.07, 0.02, 2000, 0, 0);
    Power third = new Power(0.5, 0.1, 0.01, 0.5, 2000, 0, 0);
    assertEquals(
        "2 \"fails\"; in simulated worlds its 2 tests say \"holds\" in 91% and 28% where the claim"
            + " is true (50% needed) and in 7% where it is false; they say \"fails\" in 3% and 1%"
            + " where it is true and in 88% and 2% where it is false",
        said(2, first, second));
    assertEquals(
        "4 \"fails\"; in simulated worlds its 3 tests say \"holds\" in 28% to 91% where the claim"
            + " is true (50% needed) and in 1% to 7% where it is false; they say \"fails\" in 1% to"
            + " 10% where it is true and in 2% to 88% where it is false",
        said(4, first, second, third));
    assertEquals(
        "0 \"fails\"; in simulated worlds its 3 tests say \"holds\" in 91% where the claim is true"
            + " (50% needed) and in 7% where it is false",
        said(0, first, first, first));
  }

  @Test
  void resultsGoToJsonAndBack() throws Exception {
    ClaimResult result =
        worked(
            Made.group(
                "a",
                Made.worlds(0.5, 0.02),
                Made.HOLD,
                Made.x(Double.NaN),
                Outcome.unusable("too short")),
            Made.group("b", Made.worlds(1.0, 0.1), Made.FAIL),
            Made.group("aside", Made.NEITHER));
    ObjectMapper json = new ObjectMapper();
    String text = json.writeValueAsString(result);
    ClaimResult back = json.readValue(text, ClaimResult.class);
    assertEquals(result, back);
    assertEquals(text, json.writeValueAsString(back));
    assertTrue(text.contains("\"isDefault\":true") && !text.contains("\"default\""), text);
  }
}
