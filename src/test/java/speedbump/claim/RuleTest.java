package speedbump.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
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
    assertEquals("p < 0.1", Made.condition(Standing.HOLDS, "p", Comparison.BELOW, 0.1).words());
    assertEquals("rank = 1", Made.condition(Standing.HOLDS, "rank", Comparison.EQUAL, 1).words());
  }

  @Test
  void unknownWordsOfTheRegistryAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Comparison.of("!="));
    assertThrows(IllegalArgumentException.class, () -> Quantifier.of("some"));
    assertThrows(IllegalArgumentException.class, () -> PropositionClass.of("X"));
  }

  @Test
  void wordsGoToTheRegistryAndBack() {
    for (Quantifier quantifier : Quantifier.values()) {
      assertEquals(quantifier, Quantifier.of(quantifier.words()));
    }
    for (PropositionClass one : PropositionClass.values()) {
      assertEquals(one, PropositionClass.of(one.letter()));
    }
    assertEquals(
        List.of("holds", "fails", "open", "no vote"),
        Stream.of(Standing.values()).map(Standing::words).toList());
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
    List<Proposition.Condition> both = new ArrayList<>(Made.CONDITIONS);
    both.add(Made.condition(Standing.HOLDS, "p", Comparison.BELOW, 0.1));
    Proposition proposition = Made.Row.of("9a", PropositionClass.HEART).judgedBy(both).made();
    assertEquals(Standing.HOLDS, proposition.standing(Evidence.of("x", 2).and("p", 0.05)));
    assertEquals(Standing.NEITHER, proposition.standing(Evidence.of("x", 2).and("p", 0.1)));
    assertEquals(Standing.FAILS, proposition.standing(Evidence.of("x", -1).and("p", 0.05)));
    assertThrows(IllegalArgumentException.class, () -> proposition.standing(Evidence.of("x", 0)));
  }

  @Test
  void bothSidesAtOnceIsAnErrorOfTheRule() {
    Proposition proposition =
        Made.Row.of("9a", PropositionClass.HEART)
            .judgedBy(
                List.of(
                    Made.condition(Standing.HOLDS, "x", Comparison.ABOVE, 0),
                    Made.condition(Standing.FAILS, "x", Comparison.BELOW, 1)))
            .made();
    Exception error =
        assertThrows(
            IllegalStateException.class,
            () ->
                Made.EXAMINER.examine(
                    Made.examination(proposition, Made.group("a", Made.NEITHER))));
    assertTrue(error.getMessage().startsWith("9a: the rule is in error"), error.getMessage());
    assertTrue(error.getMessage().endsWith(" (a)"), error.getMessage());
  }

  @Test
  void aConditionOnPowerIsJudgedWhereTheEvidenceCarriesIt() {
    List<Proposition.Condition> conditions = new ArrayList<>(Made.CONDITIONS);
    conditions.add(Made.condition(Standing.FAILS, Power.QUANTITY, Comparison.ABOVE, 0.5));
    Proposition proposition = Made.Row.of("9a", PropositionClass.HEART).judgedBy(conditions).made();
    Evidence evidence = Evidence.of("x", -1);
    assertEquals(Standing.FAILS, proposition.standing(evidence));
    assertEquals(Standing.FAILS, proposition.standing(evidence.and(Power.QUANTITY, 0.6)));
    assertEquals(Standing.NEITHER, proposition.standing(evidence.and(Power.QUANTITY, 0.5)));
  }

  @Test
  void oneAlternativeOfASideIsEnough() {
    Proposition proposition =
        Made.Row.of("9a", PropositionClass.HEART)
            .judgedBy(
                List.of(
                    Made.CONDITIONS.get(0),
                    new Proposition.Condition(Standing.FAILS, 1, "x", Comparison.BELOW, 0),
                    new Proposition.Condition(Standing.FAILS, 1, "p", Comparison.BELOW, 0.05),
                    new Proposition.Condition(Standing.FAILS, 2, "upper", Comparison.BELOW, 0.5)))
            .made();
    Evidence far = Evidence.of("x", -1).and("p", 0.01).and("upper", 0.9);
    Evidence flat = Evidence.of("x", -1).and("p", 0.2).and("upper", 0.4);
    Evidence mixed = Evidence.of("x", -1).and("p", 0.2).and("upper", 0.9);
    assertEquals(Standing.FAILS, proposition.standing(far));
    assertEquals(Standing.FAILS, proposition.standing(flat));
    assertEquals(Standing.NEITHER, proposition.standing(mixed));
    assertEquals(
        Standing.UNUSABLE,
        proposition.standing(Evidence.of("x", 2).and("p", 1).and("upper", Double.NaN)));
  }

  /** A choice that does not touch the data of a trial multiplies no specification. */
  @Test
  void anUntouchedChoiceHasItsDefaultAlone() {
    Proposition proposition = Made.proposition(PropositionClass.HEART, Quantifier.EVERY);
    Trial<?> trial = Made.trial(proposition, "6", "index", Optional.empty());
    assertEquals(
        List.of("index: window = all, scale = level", "index: window = all, scale = log"),
        trial.without("window").specifications().stream().map(Specification::words).toList());
    assertEquals(
        List.of("index: window = all, scale = level"),
        trial.without("window", "scale").withDearDraws().named("index").specifications().stream()
            .map(Specification::words)
            .toList());
    assertEquals(
        "9a, index: there is no choice 'ruler'; registered are [window, scale]",
        assertThrows(IllegalArgumentException.class, () -> trial.without("ruler")).getMessage());
  }

  @Test
  void specificationsAreEveryCombinationWithTheDefaultFirst() {
    Proposition proposition = Made.proposition(PropositionClass.HEART, Quantifier.EVERY);
    List<Specification> all =
        Made.trial(proposition, "6", "index", Optional.empty()).specifications();
    assertEquals(
        List.of(
            "index: window = all, scale = level",
            "index: window = all, scale = log",
            "index: window = 12 months, scale = level",
            "index: window = 12 months, scale = log",
            "index: window = 18 months, scale = level",
            "index: window = 18 months, scale = log"),
        all.stream().map(Specification::words).toList());
    assertEquals(
        List.of(true, false, false, false, false, false),
        all.stream().map(Specification::isDefault).toList());
    assertEquals("log", all.get(1).option("scale"));
    assertThrows(IllegalArgumentException.class, () -> all.get(0).option("ruler"));
    Trial<?> bare = Made.trial(proposition, "1", "bare", Optional.empty());
    assertEquals(
        List.of("bare"), bare.specifications().stream().map(Specification::words).toList());
    assertTrue(bare.defaultSpecification().isDefault());
    assertEquals(
        List.of(true, false),
        Made.trial(proposition, "shown option", "s", Optional.empty()).specifications().stream()
            .map(Specification::votes)
            .toList());
  }

  @Test
  void choicesThatCannotBeTakenAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Made.choice("scale", "level", "level"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Choice("scale", List.of(new Choice.Option("level", Double.NaN, false))));
  }

  @Test
  void anOptionIsReadInOnePlaceAndHeldAgainstTheRegistry() {
    Proposition proposition = Made.proposition(PropositionClass.HEART, Quantifier.EVERY);
    Option<Boolean> scale = Option.of(proposition, "scale", Map.of("level", false, "log", true));
    List<Specification> all = Made.trial(proposition, "6", "a", Optional.empty()).specifications();
    assertFalse(scale.in(all.get(0)));
    assertTrue(scale.in(all.get(1)));
    Exception unread =
        assertThrows(
            IllegalArgumentException.class,
            () -> Option.of(proposition, "scale", Map.of("level", false, "root", true)));
    assertEquals(
        "9a, choice 'scale': registered and not read: [log]; read and not registered: [root]",
        unread.getMessage());
    Exception choice =
        assertThrows(
            IllegalArgumentException.class, () -> Option.of(proposition, "unit", Map.of("a", 1)));
    assertTrue(choice.getMessage().startsWith("9a: there is no choice 'unit'"));
    Specification other =
        new Specification(
            "a", List.of(new Specification.Selection("scale", "no such option")), false, true);
    Exception unknown = assertThrows(IllegalArgumentException.class, () -> scale.in(other));
    assertEquals(
        "9a, choice 'scale': there is no option 'no such option'; registered are [level, log]",
        unknown.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> scale.in(Made.trial(proposition, "1", "b", Optional.empty()).defaultSpecification()));
  }

  private enum Scale {
    LEVEL,
    LOG
  }

  @Test
  void anOptionMayStandForAConstant() {
    Proposition proposition = Made.proposition(PropositionClass.HEART, Quantifier.EVERY);
    Option<Scale> scale =
        Option.of(proposition, "scale", Scale.values(), one -> one.name().toLowerCase(Locale.ROOT));
    List<Specification> all = Made.trial(proposition, "6", "a", Optional.empty()).specifications();
    assertEquals(
        List.of(Scale.LEVEL, Scale.LOG), all.subList(0, 2).stream().map(scale::in).toList());
  }

  @Test
  void aChoiceHasTheOptionsOfAllGroupsOnce() {
    assertEquals(
        List.of("all", "12 months", "18 months"),
        Made.proposition(PropositionClass.HEART, Quantifier.EVERY).choice("window").words());
  }

  @Test
  void aTrialTakesTheNameOfItsGroupUntilItIsGivenAnother() {
    Proposition plain = Made.proposition(PropositionClass.HEART, Quantifier.EVERY);
    Trial<Double> trial =
        Trial.of(plain, "1", 2.0, YearMonth.of(2025, 3), (data, specification) -> Made.x(data));
    assertEquals("1", trial.name());
    assertEquals(Made.HOLD, trial.run(trial.defaultSpecification()));
    assertEquals(Optional.empty(), trial.world());
    Trial<Double> series = trial.named("GPQA");
    assertEquals(List.of("1", "GPQA"), List.of(series.group(), series.name()));
    assertEquals("GPQA", series.defaultSpecification().words());
    Proposition noisy = Made.Row.of("9a", PropositionClass.HEART).noisy().made();
    Trial<Double> drawn =
        Trial.of(
            noisy,
            "1",
            2.0,
            YearMonth.of(2025, 3),
            (data, specification) -> Made.x(data),
            (sizes, random) -> sizes.of("size") - 1);
    assertEquals(
        Made.FAIL,
        drawn.draw(
            drawn.defaultSpecification(),
            noisy.worlds(World.F).get(0),
            RandomGenerator.getDefault()));
  }

  @Test
  void numbersOfOptionsStandInTheRegistry() {
    Proposition proposition = Made.proposition(PropositionClass.HEART, Quantifier.EVERY);
    Option<Double> ruler = Option.numbers(proposition, "ruler");
    List<Specification> all =
        Made.trial(proposition, "shown option", "a", Optional.empty()).specifications();
    assertEquals(1, ruler.in(all.get(0)));
    assertEquals(2, ruler.in(all.get(1)));
    assertThrows(IllegalArgumentException.class, () -> Option.numbers(proposition, "scale"));
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
    List<Standing> cast =
        votes
            .chars()
            .mapToObj(
                c ->
                    switch (c) {
                      case 'h' -> Standing.HOLDS;
                      case 'f' -> Standing.FAILS;
                      case 'o' -> Standing.NEITHER;
                      default -> Standing.UNUSABLE;
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
    List<Proposition.Condition> holdsAlone = List.of(Made.CONDITIONS.get(0));
    refused("9a: expected a condition of the side fails", row.judgedBy(holdsAlone));
    refused("9a: expected no condition of the side holds", row.illustrated().judgedBy(holdsAlone));
    refused("9a: stands on 2011: expected the class S, found H", row.standingOn(2011));
    refused("9a: expected a simulated world T", row.noisy().simulating(World.F));
    refused("9a: expected a simulated world F", row.noisy().simulating(World.T));
    refused("9a: expected no simulated world F", row.simulating(World.F));
    assertEquals(
        2011,
        Made.Row.of("9b", PropositionClass.SUPPORTING)
            .standingOn(2011)
            .made()
            .standsOnYear()
            .getAsInt());
  }

  private static void refused(String message, Made.Row row) {
    Exception refused =
        assertThrows(IllegalArgumentException.class, () -> claim(row.made()), message);
    assertEquals(message, refused.getMessage());
  }

  @Test
  void propositionsGiveTheirRegisteredNumbers() {
    Proposition proposition = Made.Row.of("9a", PropositionClass.HEART).noisy().made();
    assertEquals(1, proposition.bound(Standing.HOLDS, "x"));
    assertThrows(IllegalArgumentException.class, () -> proposition.bound(Standing.HOLDS, "y"));
    assertEquals(2, proposition.worlds(World.T).get(0).of("size"));
    assertEquals(3, proposition.worlds(World.T).get(1).of("size"));
    assertEquals(1, proposition.worlds(World.F).size());
    assertEquals(
        List.of("T1", "T2", "F"),
        Stream.of(World.T, World.F)
            .flatMap(world -> proposition.worlds(world).stream())
            .map(Proposition.WorldSizes::label)
            .toList());
    assertTrue(proposition.worlds(World.F).get(0).has("size"));
    assertFalse(proposition.worlds(World.F).get(0).has("shift"));
    assertThrows(
        IllegalArgumentException.class, () -> proposition.worlds(World.F).get(0).of("shift"));
    assertEquals(0.03, proposition.definition("tolerance"));
    Exception none =
        assertThrows(IllegalArgumentException.class, () -> proposition.definition("most"));
    assertEquals(
        "9a: there is no definition 'most'; registered are [tolerance]", none.getMessage());
    assertEquals(Optional.empty(), proposition.minimum("points").unmet(12));
    assertEquals(
        Optional.of("at least 12 points are needed, 11 held"),
        proposition.minimum("points").unmet(11));
    assertThrows(IllegalArgumentException.class, () -> proposition.minimum("years"));
    assertThrows(IllegalArgumentException.class, () -> proposition.choice("date"));
    assertTrue(proposition.group("1").decides());
    assertThrows(IllegalArgumentException.class, () -> proposition.group("GPQA"));
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
    assertEquals(heart, claim(heart).proposition("9a"));
    assertThrows(IllegalArgumentException.class, () -> claim(heart).proposition("9z"));
  }

  private static Claim claim(Proposition... propositions) {
    return new Claim(9, "09_made", "Made up?", "Made up", "made up", "x", List.of(propositions));
  }

  @Test
  void partsThatDoNotAddUpAreSeen() {
    assertTrue(Made.MACHINERY.addsUp(new double[] {49, 50}, 100));
    assertFalse(Made.MACHINERY.addsUp(new double[] {48.9, 50}, 100));
  }
}
