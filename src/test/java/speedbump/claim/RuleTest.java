package speedbump.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions, evidence, sides, specifications, votes. */
class RuleTest {

  @ParameterizedTest
  @CsvSource({
    "<, true, false, false",
    "<=, true, true, false",
    ">, false, false, true",
    ">=, false, true, true",
    "=, false, true, false"
  })
  void comparesBelowAtAndAboveTheBound(String symbol, boolean below, boolean at, boolean above) {
    Comparison comparison = Comparison.of(symbol);
    assertEquals(below, comparison.test(0.9, 1));
    assertEquals(at, comparison.test(1, 1));
    assertEquals(above, comparison.test(1.1, 1));
    assertFalse(comparison.test(Double.NaN, 1));
    assertEquals(symbol, comparison.symbol());
  }

  @Test
  void aConditionReadsAsARow() {
    assertEquals("p < 0.1", new Condition(Side.HOLDS, "p", Comparison.BELOW, 0.1).words());
    assertEquals("rank = 1", new Condition(Side.HOLDS, "rank", Comparison.EQUAL, 1).words());
  }

  @Test
  void unknownWordsOfTheRegistryAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Comparison.of("!="));
    assertThrows(IllegalArgumentException.class, () -> Side.of("wins"));
    assertThrows(IllegalArgumentException.class, () -> Quantifier.of("some"));
    assertThrows(IllegalArgumentException.class, () -> PropositionClass.of("X"));
  }

  @Test
  void evidenceKeepsItsOrderAndNamesWhatIsMissing() {
    Evidence evidence = Evidence.of("lag_months", 5).and("p", 0.2);
    assertEquals(5, evidence.value("lag_months"));
    assertEquals(
        List.of("lag_months", "p"),
        evidence.figures().stream().map(Evidence.Figure::quantity).toList());
    Exception missing = assertThrows(IllegalArgumentException.class, () -> evidence.value("q"));
    assertEquals("the evidence has no q; it has [lag_months, p]", missing.getMessage());
    assertThrows(IllegalArgumentException.class, () -> evidence.and("p", 1));
  }

  @Test
  void aSideIsMetWhereAllItsConditionsAre() {
    List<Condition> both = new ArrayList<>(Made.CONDITIONS);
    both.add(new Condition(Side.HOLDS, "p", Comparison.BELOW, 0.1));
    Proposition proposition = Made.Row.of("9a", PropositionClass.HEART).judgedBy(both).made();
    assertEquals(Optional.of(Side.HOLDS), proposition.side(Evidence.of("x", 2).and("p", 0.05)));
    assertEquals(Optional.empty(), proposition.side(Evidence.of("x", 2).and("p", 0.1)));
    assertEquals(Optional.of(Side.FAILS), proposition.side(Evidence.of("x", -1).and("p", 0.05)));
    assertThrows(IllegalArgumentException.class, () -> proposition.side(Evidence.of("x", 0)));
  }

  @Test
  void bothSidesAtOnceIsAnErrorOfTheRule() {
    Proposition proposition =
        Made.Row.of("9a", PropositionClass.HEART)
            .judgedBy(
                List.of(
                    new Condition(Side.HOLDS, "x", Comparison.ABOVE, 0),
                    new Condition(Side.FAILS, "x", Comparison.BELOW, 1)))
            .made();
    Exception error =
        assertThrows(
            IllegalStateException.class,
            () ->
                Made.EXAMINER.examine(
                    Examination.of(proposition, List.of(Made.group("a", Made.NEITHER)))));
    assertTrue(error.getMessage().startsWith("9a: the rule is in error"), error.getMessage());
  }

  @Test
  void aConditionOnPowerIsJudgedWhereTheEvidenceCarriesIt() {
    List<Condition> conditions = new ArrayList<>(Made.CONDITIONS);
    conditions.add(new Condition(Side.FAILS, Power.QUANTITY, Comparison.ABOVE, 0.5));
    Proposition proposition = Made.Row.of("9a", PropositionClass.HEART).judgedBy(conditions).made();
    Evidence evidence = Evidence.of("x", -1);
    assertEquals(Optional.of(Side.FAILS), proposition.side(evidence));
    assertEquals(Optional.of(Side.FAILS), proposition.side(evidence.and(Power.QUANTITY, 0.6)));
    assertEquals(Optional.empty(), proposition.side(evidence.and(Power.QUANTITY, 0.5)));
  }

  @Test
  void specificationsAreEveryCombinationWithTheDefaultFirst() {
    Group group =
        new Group(
            "index",
            List.of(
                new Choice("window", List.of("all", "12")), new Choice("date", List.of("a", "b"))),
            specification -> Made.HOLD,
            Optional.empty());
    List<Specification> all = group.specifications();
    assertEquals(
        List.of(
            "index: window = all, date = a",
            "index: window = all, date = b",
            "index: window = 12, date = a",
            "index: window = 12, date = b"),
        all.stream().map(Specification::words).toList());
    assertEquals(
        List.of(true, false, false, false), all.stream().map(Specification::isDefault).toList());
    assertEquals("b", all.get(1).option("date"));
    assertThrows(IllegalArgumentException.class, () -> all.get(0).option("ruler"));
    Group bare = new Group("bare", List.of(), s -> Made.HOLD, Optional.empty());
    assertEquals(
        List.of("bare"), bare.specifications().stream().map(Specification::words).toList());
    assertTrue(bare.specifications().get(0).isDefault());
  }

  @Test
  void choicesThatCannotBeTakenAreRefused() {
    Choice open = new Choice("length", List.of());
    Choice twice = new Choice("scale", List.of("level"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Group("a", List.of(open), s -> Made.HOLD, Optional.empty()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Group("a", List.of(twice, twice), s -> Made.HOLD, Optional.empty()));
    assertThrows(
        IllegalArgumentException.class, () -> new Choice("scale", List.of("level", "level")));
    assertEquals(List.of("log"), new Choice("s", List.of("level", "log")).only("log").options());
    assertThrows(IllegalArgumentException.class, () -> twice.only("log"));
  }

  /** Columns: votes (h, f, o, - for none), every, none, most. */
  @ParameterizedTest
  @CsvSource({
    "h,   HOLDS, HOLDS, HOLDS",
    "f,   FAILS, FAILS, FAILS",
    "o,   OPEN, OPEN, OPEN",
    "-,   CANNOT_TELL, CANNOT_TELL, CANNOT_TELL",
    "'',  CANNOT_TELL, CANNOT_TELL, CANNOT_TELL",
    "hh-, HOLDS, HOLDS, HOLDS",
    "ff-, FAILS, FAILS, FAILS",
    "ho,  OPEN, OPEN, OPEN",
    "fo,  OPEN, FAILS, OPEN",
    "hf,  SPLIT, FAILS, SPLIT",
    "hho, OPEN, OPEN, HOLDS",
    "ffo, OPEN, FAILS, FAILS",
    "hhf, SPLIT, FAILS, SPLIT",
    "hff, SPLIT, FAILS, SPLIT",
    "hfo, SPLIT, FAILS, SPLIT",
    "hoo, OPEN, OPEN, OPEN",
    "foo, OPEN, FAILS, OPEN",
    "o--, OPEN, OPEN, OPEN",
    "h--, HOLDS, HOLDS, HOLDS"
  })
  void quantifiersJoinVotes(
      String votes, PropositionWord every, PropositionWord none, PropositionWord most) {
    List<Vote> cast =
        votes
            .chars()
            .mapToObj(
                c ->
                    switch (c) {
                      case 'h' -> Vote.HOLDS;
                      case 'f' -> Vote.FAILS;
                      case 'o' -> Vote.OPEN;
                      default -> Vote.NONE;
                    })
            .toList();
    double majority = Made.MACHINERY.majorityShare();
    assertEquals(every, Quantifier.EVERY.join(cast, majority));
    assertEquals(none, Quantifier.NONE.join(cast, majority));
    assertEquals(most, Quantifier.MOST.join(cast, majority));
  }

  @Test
  void propositionsThatCannotBeJudgedAreRefused() {
    Made.Row row = Made.Row.of("9a", PropositionClass.HEART);
    List<Condition> holdsAlone = List.of(Made.CONDITIONS.get(0));
    assertThrows(IllegalArgumentException.class, () -> claim(row.judgedBy(holdsAlone).made()));
    assertThrows(IllegalArgumentException.class, () -> claim(row.standingOn(2011).made()));
    assertEquals(
        2011,
        Made.Row.of("9b", PropositionClass.SUPPORTING).standingOn(2011).made().standsOnYear());
  }

  @Test
  void propositionsGiveTheirRegisteredNumbers() {
    Proposition proposition = Made.Row.of("9a", PropositionClass.HEART).noisy().made();
    assertEquals(1, proposition.bound(Side.HOLDS, "x"));
    assertThrows(IllegalArgumentException.class, () -> proposition.bound(Side.HOLDS, "y"));
    assertEquals(2, proposition.worldParameter(World.T, "size"));
    assertEquals(3, proposition.worldParameter(World.T, 2, "size"));
    assertThrows(
        IllegalArgumentException.class, () -> proposition.worldParameter(World.F, 2, "size"));
    assertEquals(12, proposition.definition("least_points"));
    assertThrows(IllegalArgumentException.class, () -> proposition.definition("most_points"));
    assertThrows(IllegalArgumentException.class, () -> proposition.choice("ruler"));
    assertTrue(proposition.group("GPQA").decides());
    assertFalse(proposition.group("aside").decides());
  }

  @Test
  void claimsThatAreNotWellFormedAreRefused() {
    Proposition heart = Made.Row.of("9a", PropositionClass.HEART).made();
    Made.Row second = Made.Row.of("9b", PropositionClass.CORE);
    assertEquals("9a", claim(heart, second.under("9a", "").made()).heart().id());
    assertThrows(IllegalArgumentException.class, () -> claim(second.made()));
    assertThrows(
        IllegalArgumentException.class,
        () -> claim(heart, Made.Row.of("9b", PropositionClass.HEART).made()));
    assertThrows(IllegalArgumentException.class, () -> claim(heart, heart));
    assertThrows(IllegalArgumentException.class, () -> claim(heart, second.under("9c", "").made()));
    assertThrows(IllegalArgumentException.class, () -> claim(second.under("9a", "").made(), heart));
    assertThrows(IllegalArgumentException.class, () -> claim(heart, second.under("", "9a").made()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Claim(8, "n", "q", "t", "s", "h", List.of(heart)));
    assertThrows(IllegalArgumentException.class, () -> claim(heart).proposition("9z"));
  }

  private static Claim claim(Proposition... propositions) {
    return new Claim(9, "09_made", "Made up?", "Made up", "made up", "x", List.of(propositions));
  }

  @Test
  void oldDataAndPartsThatDoNotAddUpAreSeen() {
    assertTrue(Made.MACHINERY.tooOld(java.time.YearMonth.of(2018, 3)));
    assertFalse(Made.MACHINERY.tooOld(java.time.YearMonth.of(2018, 4)));
    assertTrue(Made.MACHINERY.addsUp(new double[] {49, 50}, 100));
    assertFalse(Made.MACHINERY.addsUp(new double[] {48.9, 50}, 100));
  }
}
