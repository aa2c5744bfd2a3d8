package speedbump.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What was examined before, with ways of counting left out or under other bounds. */
class ReexaminationTest {
  private static final Proposition NOISY = Made.Row.of("9a", PropositionClass.HEART).noisy().made();
  private static final Examiner EXAMINER = new Examiner(Made.MACHINERY, new Simulations());
  private static final Outcome H = Made.HOLD;
  private static final Outcome F = Made.FAIL;

  private static PropositionResult examined(Proposition proposition, Made.Group... groups) {
    return EXAMINER.examine(Made.examination(proposition, groups));
  }

  private static Predicate<Specification> without(String option) {
    return way -> !way.option("window").equals(option);
  }

  @Test
  void whatIsLeftOutIsShownAndDoesNotCount() {
    PropositionResult before =
        examined(NOISY, Made.group("a", Made.worlds(0.9, 0.1), H, H, H, H, F, F));
    assertEquals(PropositionWord.OPEN, before.word());
    PropositionResult after = EXAMINER.counting(NOISY, before, without("18 months"));
    assertEquals(PropositionWord.HOLDS, after.word());
    assertEquals(6, after.group().specifications().size());
    assertEquals(4, after.group().usable());
    assertEquals(before, EXAMINER.counting(NOISY, before, way -> true));
    assertEquals(
        PropositionWord.CANNOT_TELL, EXAMINER.counting(NOISY, before, way -> false).word());
  }

  @Test
  void aWayThatNeverCountedIsNotBroughtBack() {
    PropositionResult before =
        examined(NOISY, Made.group("shown option", Made.worlds(0.9, 0.1), H, F));
    assertEquals(1, EXAMINER.counting(NOISY, before, way -> true).group().usable());
  }

  @Test
  void powerAndWeightAreThoseOfTheDefaultEvenWhereItIsLeftOut() {
    GroupResult before = examined(NOISY, Made.group("a", Made.worlds(0.9, 0.1), H, F, F)).group();
    GroupResult after =
        EXAMINER
            .counting(
                NOISY,
                examined(NOISY, Made.group("a", Made.worlds(0.9, 0.1), H, F, F)),
                without("all"))
            .group();
    assertEquals(0, after.meetHolds());
    assertEquals(Standing.FAILS, after.vote());
    assertEquals(before.power(), after.power());
    assertEquals(before.weight(), after.weight());
    assertTrue(after.weight().isPresent());
  }

  /** The made-up evidence lies at 2, at 0.5 and at -1. */
  @Test
  void aMovedBoundMovesAnswersAndPower() {
    PropositionResult before = examined(NOISY, Made.group("a", Made.worlds(0.9, 0.1), H));
    assertEquals(PropositionWord.HOLDS, before.word());
    GroupResult strict = EXAMINER.bounded(NOISY.withBounds(List.of(2.5, 0.0)), before).group();
    assertEquals(Standing.UNUSABLE, strict.vote());
    assertEquals(0, strict.meetHolds());
    assertEquals(0, strict.power().holdsGivenTrue());
    assertEquals(before.group().power().failsGivenFalse(), strict.power().failsGivenFalse());
    assertEquals(Made.DRAWS, strict.power().draws());
    GroupResult lax = EXAMINER.bounded(NOISY.withBounds(List.of(1.0, -2.0)), before).group();
    assertEquals(0, lax.power().failsGivenFalse());
    assertEquals(before, EXAMINER.bounded(NOISY.withBounds(List.of(1.0, 0.0)), before));
  }

  @Test
  void whatCannotBeRunStaysSoWithItsReason() {
    PropositionResult before =
        examined(NOISY, Made.group("a", Made.worlds(0.9, 0.1), H, Outcome.unusable("too short")));
    GroupResult after = EXAMINER.bounded(NOISY.withBounds(List.of(1.5, 0.0)), before).group();
    assertEquals("too short", after.specifications().get(1).unusable());
    assertEquals(1, after.usable());
  }

  @Test
  void aRuleThatAsksForThePowerGetsTheNewOne() {
    Proposition asking =
        Made.Row.of("9a", PropositionClass.HEART)
            .judgedBy(
                List.of(
                    Made.condition(Standing.HOLDS, "x", Comparison.ABOVE, 1),
                    Made.condition(Standing.HOLDS, Power.QUANTITY, Comparison.ABOVE, 0.95),
                    Made.condition(Standing.FAILS, "x", Comparison.BELOW, 0)))
            .noisy()
            .made();
    PropositionResult before = examined(asking, Made.group("a", Made.worlds(0.9, 0.1), H));
    assertEquals(0, before.group().meetHolds());
    GroupResult lax =
        EXAMINER.bounded(asking.withBounds(List.of(-2.0, 0.95, -3.0)), before).group();
    assertEquals(1, lax.power().holdsGivenTrue());
    assertEquals(1, lax.meetHolds());
  }

  @Test
  void boundsMovedPastEachOtherAreRefused() {
    PropositionResult before = examined(NOISY, Made.group("a", Made.worlds(0.9, 0.1), H));
    Proposition overlapping = NOISY.withBounds(List.of(-2.0, 3.0));
    assertThrows(IllegalStateException.class, () -> EXAMINER.bounded(overlapping, before));
    assertThrows(IllegalArgumentException.class, () -> NOISY.withBounds(List.of(1.0)));
    Examiner another = new Examiner(Made.MACHINERY);
    assertThrows(IllegalArgumentException.class, () -> another.bounded(NOISY, before));
  }

  /** Without a group that decides the word stands, whatever a gate or parent made of it. */
  @Test
  void whatNoGroupDecidesKeepsTheWordThatItHasAlone() {
    PropositionResult missing =
        Made.result("9a", PropositionClass.HEART, PropositionWord.CANNOT_TELL_COVERAGE)
            .become(PropositionWord.NOT_APPLICABLE, "Its parent fails.");
    assertEquals(
        PropositionWord.CANNOT_TELL_COVERAGE,
        EXAMINER.counting(NOISY, missing, way -> false).word());
    assertEquals(
        PropositionWord.CANNOT_TELL_COVERAGE,
        EXAMINER.bounded(NOISY.withBounds(List.of(-2.0, 3.0)), missing).word());
    assertFalse(EXAMINER.counting(NOISY, missing, way -> true).reason().isEmpty());
  }

  @Test
  void drawsAreKeptByPropositionAndGroup() {
    Simulations simulations = new Simulations();
    new Examiner(Made.MACHINERY, simulations)
        .examine(Made.examination(NOISY, Made.group("a", Made.worlds(0.9, 0.1), H).dear()));
    List<Simulations.OfWorld> worlds = simulations.of("9a", "a");
    assertEquals(
        List.of("T1", "T2", "F"), worlds.stream().map(world -> world.sizes().label()).toList());
    assertEquals(Made.DEAR_DRAWS, worlds.get(2).outcomes().size());
    assertEquals(List.of(), simulations.of("9a", "b"));
    assertEquals(List.of(), simulations.of("9b", "a"));
  }
}
