package speedbump.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From specifications to the word of a proposition. */
class ExaminerTest {
  private static final Outcome UNUSABLE = Outcome.unusable("fewer than ten earlier models");
  private static final Proposition PLAIN =
      Made.proposition(PropositionClass.HEART, Quantifier.EVERY);
  private static final Proposition NOISY = Made.Row.of("9a", PropositionClass.HEART).noisy().made();

  private static GroupResult only(Proposition proposition, Made.Group group) {
    PropositionResult result = Made.EXAMINER.examine(Made.examination(proposition, group));
    assertEquals(1, result.groups().size());
    return result.groups().get(0);
  }

  private static PropositionWord word(Proposition proposition, Made.Group... groups) {
    return Made.EXAMINER.examine(Made.examination(proposition, groups)).word();
  }

  @Test
  void fiveOfSixAreEnoughAndFourAreNot() {
    Outcome h = Made.HOLD;
    Outcome n = Made.NEITHER;
    Outcome f = Made.FAIL;
    assertEquals(Standing.HOLDS, only(PLAIN, Made.group("a", h, h, h, h, h, f)).vote());
    assertEquals(Standing.NEITHER, only(PLAIN, Made.group("a", h, h, h, h, n, f)).vote());
    assertEquals(Standing.FAILS, only(PLAIN, Made.group("a", f, f, n, f, f, f)).vote());
    assertEquals(Standing.NEITHER, only(PLAIN, Made.group("a", n)).vote());
  }

  @Test
  void exactlyTheAgreementShareIsEnough() {
    Outcome h = Made.HOLD;
    // 4 of 5 usable
    assertEquals(
        Standing.HOLDS, only(PLAIN, Made.group("a", h, h, UNUSABLE, h, h, Made.FAIL)).vote());
    Outcome f = Made.FAIL;
    assertEquals(Standing.FAILS, only(PLAIN, Made.group("a", f, f, UNUSABLE, f, f, h)).vote());
  }

  @Test
  void sharesAreTakenOfUsableSpecificationsAndReasonsAreCounted() {
    GroupResult group =
        only(
            PLAIN, Made.group("a", Made.HOLD, UNUSABLE, Made.HOLD, UNUSABLE, Made.HOLD, Made.HOLD));
    assertEquals(4, group.usable());
    assertEquals(4, group.meetHolds());
    assertEquals(1.0, group.shareHolds());
    assertEquals(0.0, group.shareFails());
    assertEquals(Standing.HOLDS, group.vote());
    assertEquals(
        "4 of 4 ways of counting (one answer) say \"holds\", 0 \"fails\"; 2 of all 6 cannot be run "
            + "(2: fewer than ten earlier models). At least 80% agree: holds.",
        group.reason());
  }

  /** Four specifications that give one figure are one answer; a ninth digit makes no other. */
  @Test
  void distinctAnswersAreDifferentFiguresOfUsableSpecifications() {
    GroupResult group =
        only(
            PLAIN,
            Made.group(
                "a", Made.HOLD, UNUSABLE, Made.HOLD, Made.FAIL, Made.x(2 + 1e-11), Made.x(3)));
    assertEquals(3, group.distinctAnswers());
    assertTrue(group.reason().startsWith("4 of 5 ways of counting (3 distinct answers)"));
  }

  @Test
  void theReasonOfTheOnlyGroupIsThatOfTheProposition() {
    PropositionResult result =
        Made.EXAMINER.examine(Made.examination(PLAIN, Made.group("a", Made.HOLD)));
    assertEquals(
        "1 of 1 way of counting (one answer) says \"holds\", 0 \"fails\". At least 80% agree: holds.",
        result.reason());
    assertEquals(result.reason(), result.group().reason());
  }

  @Test
  void groupsAreFoundByName() {
    PropositionResult result =
        Made.EXAMINER.examine(
            Made.examination(
                PLAIN,
                Made.group("a", Made.FAIL, Made.NEITHER),
                Made.group("b", Made.HOLD, UNUSABLE)));
    assertEquals("b", result.group("b").name());
    assertEquals(2, result.group("b").value("x"));
    assertEquals(List.of(), result.group("b").specifications().get(1).evidence().figures());
    Exception unknown = assertThrows(IllegalArgumentException.class, () -> result.group("c"));
    assertEquals("9a has no group 'c'; it has [a, b]", unknown.getMessage());
    Exception several = assertThrows(IllegalArgumentException.class, result::group);
    assertEquals("9a has 2 groups, expected one: [a, b]", several.getMessage());
  }

  @Test
  void halfUsableVotesAndFewerDoNot() {
    Outcome h = Made.HOLD;
    Outcome u = UNUSABLE;
    assertEquals(Standing.HOLDS, only(PLAIN, Made.group("a", h, h, h, u, u, u)).vote());
    GroupResult few = only(PLAIN, Made.group("a", h, h, u, u, u, u));
    assertEquals(Standing.UNUSABLE, few.vote());
    assertTrue(
        few.reason()
            .contains("Fewer than 50% of the ways of counting can be run, so it cannot tell."));
    assertEquals(PropositionWord.CANNOT_TELL, word(PLAIN, Made.group("a", h, h, u, u, u, u)));
  }

  @Test
  void noUsableSpecificationCannotTell() {
    GroupResult none = only(PLAIN, Made.group("a", UNUSABLE, UNUSABLE));
    assertEquals(Standing.UNUSABLE, none.vote());
    assertEquals(0, none.shareHolds());
    assertTrue(none.reason().startsWith("No way of counting can be run; 2 of all 2 cannot be run"));
    assertEquals(PropositionWord.CANNOT_TELL, word(PLAIN, Made.group("a", UNUSABLE, UNUSABLE)));
  }

  @Test
  void aQuantityThatIsNotFiniteIsUnusable() {
    GroupResult group =
        only(
            PLAIN,
            Made.group("a", Made.HOLD, Made.x(Double.NaN), Made.x(Double.POSITIVE_INFINITY)));
    assertEquals(1, group.usable());
    assertEquals("x is not finite", group.specifications().get(1).unusable());
    assertEquals(Standing.UNUSABLE, group.specifications().get(1).standing());
    Outcome other = Outcome.of(Evidence.of("x", 2).and("beside", Double.NaN));
    assertEquals(Standing.HOLDS, only(PLAIN, Made.group("a", other)).vote());
  }

  @Test
  void aMissingQuantityNamesPropositionSpecificationAndQuantity() {
    Exception error =
        assertThrows(
            IllegalArgumentException.class,
            () -> only(PLAIN, Made.group("a", Made.HOLD, Outcome.of(Evidence.of("y", 1)))));
    assertEquals(
        "9a, a: window = 12 months: the evidence has no x; it has [y]", error.getMessage());
  }

  @Test
  void aTestThatSeldomHoldsInTheTrueWorldCannotTell() {
    for (Outcome outcome : List.of(Made.HOLD, Made.FAIL, Made.NEITHER)) {
      GroupResult group = only(NOISY, Made.group("a", Made.worlds(0.3, 0.0), outcome));
      assertEquals(Standing.UNUSABLE, group.vote());
      String said =
          String.format(
              Locale.ROOT,
              "Where the claim is true the test says so in %.1f%% of simulated worlds",
              100 * group.power().holdsGivenTrue());
      assertTrue(group.reason().contains(said), group.reason());
      assertTrue(
          group.reason().contains("below the registered 50%, so it cannot tell"), group.reason());
    }
  }

  @Test
  void aHoldsThatTheFalseWorldOftenGivesCannotTell() {
    Optional<Made.Worlds> worlds = Made.worlds(0.9, 0.4);
    GroupResult holds = only(NOISY, Made.group("a", worlds, Made.HOLD));
    assertEquals(Standing.UNUSABLE, holds.vote());
    assertTrue(
        holds.reason().contains("above the registered 20%, so it cannot tell"), holds.reason());
    // the error of "holds" says nothing against "fails" or "open"
    assertEquals(Standing.FAILS, only(NOISY, Made.group("a", worlds, Made.FAIL)).vote());
    assertEquals(Standing.NEITHER, only(NOISY, Made.group("a", worlds, Made.NEITHER)).vote());
  }

  @Test
  void aFailsThatTheTrueWorldOftenGivesCannotTell() {
    Optional<Made.Worlds> worlds = Made.worlds(0.65, 0.0);
    assertEquals(Standing.UNUSABLE, only(NOISY, Made.group("a", worlds, Made.FAIL)).vote());
    assertEquals(Standing.HOLDS, only(NOISY, Made.group("a", worlds, Made.HOLD)).vote());
    assertEquals(Standing.NEITHER, only(NOISY, Made.group("a", worlds, Made.NEITHER)).vote());
  }

  @Test
  void aFigureExactlyAtItsBoundPasses() {
    // a quarter of the draws cannot be set exactly, so the bounds are moved to the figures
    Made.Group group = Made.group("a", Made.worlds(0.7, 0.3), Made.HOLD);
    Power power = only(NOISY, group).power();
    assertEquals(Standing.HOLDS, vote(group, power.holdsGivenTrue(), power.holdsGivenFalse()));
    assertEquals(
        Standing.UNUSABLE,
        vote(group, Math.nextUp(power.holdsGivenTrue()), power.holdsGivenFalse()));
    assertEquals(
        Standing.UNUSABLE,
        vote(group, power.holdsGivenTrue(), Math.nextDown(power.holdsGivenFalse())));
  }

  private static Standing vote(Made.Group group, double least, double greatest) {
    return bounded(group, least, greatest).vote();
  }

  private static GroupResult bounded(Made.Group group, double least, double greatest) {
    Machinery m = Made.MACHINERY;
    return new Examiner(
            new Machinery(
                m.agreementShare(),
                m.usableShare(),
                m.majorityShare(),
                least,
                greatest,
                m.greatestFailsGivenTrue(),
                m.closeCallStandardErrors(),
                m.draws(),
                m.dearDraws(),
                m.intervalCoverage(),
                m.officialTotalTolerance(),
                m.sourceBreakJump(),
                m.oldestDeciding(),
                m.weights()))
        .examine(Made.examination(NOISY, group))
        .group();
  }

  /** A close call of one of several groups is said with the group's name. */
  @Test
  void theReasonOfSeveralGroupsHasTheirCloseCalls() {
    PropositionResult result =
        Made.EXAMINER.examine(
            Made.examination(
                NOISY,
                Made.group("far", Made.worlds(0.9, 0.0), Made.HOLD),
                Made.group("near", Made.worlds(0.52, 0.0), Made.HOLD)));
    assertTrue(
        result.reason().contains(" near: close call: where the claim is true"), result.reason());
    assertFalse(result.reason().contains("far: close call"), result.reason());
  }

  /** A figure without scatter is a close call at its bound and nowhere else. */
  @Test
  void aCertainFigureIsACloseCallAtItsBoundAlone() {
    Made.Group group = Made.group("a", Made.worlds(1, 0), Made.NEITHER);
    assertEquals(1, bounded(group, 1, 0.2).closeCalls().size());
    assertEquals(0, bounded(group, 0.999, 0.2).closeCalls().size());
  }

  @Test
  void withinTwoStandardErrorsIsACloseCall() {
    GroupResult close = only(NOISY, Made.group("a", Made.worlds(0.5, 0.0), Made.NEITHER));
    assertEquals(1, close.closeCalls().size(), close.reason());
    assertEquals(
        String.format(
            Locale.ROOT,
            "Close call: where the claim is true the test says so in %.1f%% of simulated worlds"
                + " (standard error %.1f points), beside the registered 50%%.",
            100 * close.power().holdsGivenTrue(),
            100 * close.power().standardError(Power::holdsGivenTrue)),
        close.closeCalls().get(0));
    assertTrue(close.reason().endsWith(close.closeCalls().get(0)), close.reason());

    assertEquals(
        1, only(NOISY, Made.group("a", Made.worlds(0.99, 0.2), Made.HOLD)).closeCalls().size());
    assertEquals(
        1, only(NOISY, Made.group("a", Made.worlds(0.8, 0.2), Made.FAIL)).closeCalls().size());
    assertEquals(
        List.of(), only(NOISY, Made.group("a", Made.worlds(0.99, 0.2), Made.FAIL)).closeCalls());
    assertEquals(
        List.of(), only(NOISY, Made.group("a", Made.worlds(0.7, 0.0), Made.HOLD)).closeCalls());
  }

  @Test
  void powerJoinsTheEvidenceWhereARuleAsksForIt() {
    Proposition proposition =
        Made.Row.of("9a", PropositionClass.HEART)
            .judgedBy(
                List.of(
                    Made.CONDITIONS.get(0),
                    Made.condition(Standing.FAILS, "x", Comparison.AT_MOST, 1),
                    Made.condition(Standing.FAILS, Power.QUANTITY, Comparison.ABOVE, 0.99)))
            .noisy()
            .made();
    assertEquals(
        Standing.NEITHER,
        only(proposition, Made.group("a", Made.worlds(0.9, 0), Made.FAIL)).vote());
    GroupResult fails = only(proposition, Made.group("a", Made.worlds(1, 0), Made.FAIL));
    assertEquals(Standing.FAILS, fails.vote());
    assertEquals(1, fails.specifications().get(0).evidence().value(Power.QUANTITY));
  }

  @Test
  void groupsAreJoinedByTheQuantifier() {
    Made.Group holds = Made.group("a", Made.HOLD);
    Made.Group fails = Made.group("b", Made.FAIL);
    Made.Group open = Made.group("c", Made.NEITHER);
    Made.Group silent = Made.group("d", UNUSABLE);
    Proposition every = Made.proposition(PropositionClass.CORE, Quantifier.EVERY);
    Proposition none = Made.proposition(PropositionClass.CORE, Quantifier.NONE);
    Proposition most = Made.proposition(PropositionClass.CORE, Quantifier.MOST);
    assertEquals(PropositionWord.HOLDS, word(every, holds, silent));
    assertEquals(PropositionWord.SPLIT, word(every, holds, fails, silent));
    assertEquals(PropositionWord.SPLIT, word(most, holds, fails, open));
    assertEquals(PropositionWord.FAILS, word(none, holds, fails, open));
    assertEquals(PropositionWord.OPEN, word(none, holds, open));
    assertEquals(PropositionWord.CANNOT_TELL, word(most, silent));
    String reason = Made.EXAMINER.examine(Made.examination(every, holds, fails, silent)).reason();
    assertTrue(
        reason.startsWith(
            "Of 3 series 1 says \"holds\", 1 says \"fails\", 1 cannot tell: split. All that can tell must say the same."),
        reason);
  }

  @Test
  void shownGroupsAreRunAndDoNotVote() {
    PropositionResult result =
        Made.EXAMINER.examine(
            Made.examination(PLAIN, Made.group("a", Made.HOLD), Made.group("aside", Made.FAIL)));
    assertEquals(PropositionWord.HOLDS, result.word());
    assertFalse(result.groups().get(1).decides());
    assertEquals(Standing.FAILS, result.groups().get(1).vote());
    assertEquals(PropositionWord.CANNOT_TELL_COVERAGE, word(PLAIN, Made.group("aside", Made.FAIL)));
  }

  @Test
  void tooFewCasesOrAMissingFigureIsCoverage() {
    Proposition proposition = Made.Row.of("9a", PropositionClass.HEART).needing(3).made();
    List<Trial<?>> groups = Made.trials(proposition, Made.group("a", Made.HOLD));
    PropositionResult few =
        Made.EXAMINER.examine(Examination.covering(proposition, "elements", 2, groups));
    assertEquals(PropositionWord.CANNOT_TELL_COVERAGE, few.word());
    assertEquals("Missing: at least 3 elements are needed, 2 held.", few.reason());
    assertEquals(
        PropositionWord.HOLDS,
        Made.EXAMINER.examine(Examination.covering(proposition, "elements", 3, groups)).word());
    assertThrows(IllegalArgumentException.class, () -> Examination.of(proposition, groups));
    assertEquals(
        PropositionWord.CANNOT_TELL_COVERAGE,
        Made.EXAMINER.examine(Examination.missing(PLAIN, "no published range")).word());
    assertEquals(PropositionWord.CANNOT_TELL_COVERAGE, word(PLAIN));
  }

  @Test
  void whatOnlyIllustratesSaysSo() {
    Proposition proposition = Made.Row.of("9d", PropositionClass.SUPPORTING).illustrated().made();
    PropositionResult result = Made.EXAMINER.examine(Examination.of(proposition, List.of()));
    assertEquals(PropositionWord.ILLUSTRATED_ONLY, result.word());
    assertEquals("illustrated only: nothing may ship.", result.reason());
  }

  @Test
  void aRowThatStandsOnAnOldYearCarriesIt() {
    Proposition proposition =
        Made.Row.of("9b", PropositionClass.SUPPORTING).standingOn(2011).made();
    Made.Group old = Made.group("a", Made.HOLD).of(YearMonth.of(2011, 12));
    assertTrue(
        Made.EXAMINER
            .examine(Made.examination(proposition, old))
            .reason()
            .endsWith("It stands on 2011."));
    Exception newer =
        assertThrows(
            IllegalArgumentException.class, () -> word(proposition, Made.group("a", Made.HOLD)));
    assertEquals(
        "9b: its newest deciding data are of 2024-12, and the registry says that it stands on 2011",
        newer.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> word(proposition, Made.group("a", Made.HOLD).of(YearMonth.of(2012, 1))));
  }

  @Test
  void dataFromBeforeTheSanctionsDoNotDecide() {
    Made.Group march = Made.group("a", Made.HOLD).of(YearMonth.of(2018, 3));
    Exception old = assertThrows(IllegalArgumentException.class, () -> word(PLAIN, march));
    assertEquals(
        "9a: its newest deciding data are of 2018-03, and the registry says that it stands on data"
            + " from 2018-04 on",
        old.getMessage());
    Made.Group april = Made.group("b", Made.HOLD).of(YearMonth.of(2018, 4));
    assertEquals(PropositionWord.HOLDS, word(PLAIN, april));
    // the newest of all groups that decide counts
    assertEquals(PropositionWord.HOLDS, word(PLAIN, march, april));
    assertThrows(
        IllegalArgumentException.class, () -> word(PLAIN, march, Made.group("aside", Made.HOLD)));
  }

  @Test
  void specificationsWithAShownOptionDoNotVote() {
    GroupResult group = only(PLAIN, Made.group("shown option", Made.HOLD, Made.FAIL));
    assertEquals(2, group.specifications().size());
    assertEquals(1, group.usable());
    assertEquals(Standing.HOLDS, group.vote());
    assertEquals(0, group.meetFails());
    assertEquals(Standing.FAILS, group.specifications().get(1).standing());
    assertEquals(group.specifications().subList(0, 1), group.voting());
  }

  @Test
  void evidenceCarriesTheStatisticOfTheProposition() {
    Proposition proposition =
        Made.Row.of("9a", PropositionClass.HEART).noisy().showing("distance").made();
    Exception missing =
        assertThrows(
            IllegalArgumentException.class,
            () -> word(proposition, Made.group("a", Made.worlds(1, 0), Made.HOLD)));
    assertEquals("the evidence has no distance; it has [x]", missing.getMessage());
  }

  @Test
  void whatIsNotRegisteredIsRefused() {
    Made.Group twin = Made.group("a", Made.HOLD);
    assertThrows(IllegalArgumentException.class, () -> word(PLAIN, twin, twin));
    assertThrows(
        IllegalArgumentException.class,
        () -> word(PLAIN, Made.group("a", Made.worlds(1, 0), Made.HOLD)));
    assertThrows(IllegalArgumentException.class, () -> word(NOISY, twin));
    assertEquals(
        PropositionWord.HOLDS,
        word(NOISY, Made.group("a", Made.worlds(1, 0), Made.HOLD), Made.group("aside", Made.FAIL)));
    assertThrows(
        IllegalArgumentException.class,
        () -> Made.trial(PLAIN, "five", "a", Optional.empty(), Made.HOLD));
    Exception open =
        assertThrows(
            IllegalArgumentException.class,
            () -> Made.trial(PLAIN, "without option", "a", Optional.empty(), Made.HOLD));
    assertEquals("9a, a: the options of the choice length are not registered", open.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> Examination.of(PLAIN, Made.trials(NOISY, Made.group("aside", Made.FAIL))));
  }

  @Test
  void aDearDrawIsRunTheSmallerNumberOfTimes() {
    Made.Group group = Made.group("a", Made.worlds(1, 0), Made.HOLD);
    assertEquals(Made.DRAWS, only(NOISY, group).power().draws());
    assertEquals(Made.DEAR_DRAWS, only(NOISY, group.dear()).power().draws());
  }
}
