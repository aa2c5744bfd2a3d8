package speedbump.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.claim.Standing.HOLDS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words beside a word: weight of evidence, fit and leaning (amendment 12 of the rules). */
class EvidenceWeightTest {
  private static final Machinery MACHINERY = Made.MACHINERY;

  private static WorldDraws draws(World world, int variant, double holds, double fails) {
    return new WorldDraws(world, variant, holds, fails, 0, List.of());
  }

  /** A power of 1,000 draws of one F and of as many T as there are shares. */
  private static Power power(double holdsIfFalse, double... holdsIfTrue) {
    List<WorldDraws> worlds = new ArrayList<>();
    for (int i = 0; i < holdsIfTrue.length; i++) {
      worlds.add(draws(World.T, i + 1, holdsIfTrue[i], 0));
    }
    worlds.add(draws(World.F, 1, holdsIfFalse, 0));
    return new Power(0, 0, 0, 0, 1000, 0, 0, worlds);
  }

  private static GroupResult group(Power power, boolean decides, double value) {
    SpecificationResult one =
        new SpecificationResult(
            new Specification("a", List.of(), true, true), HOLDS, Evidence.of("lag", value), "");
    return new GroupResult("a", decides, List.of(one), 1, 1, 0, 1, 0, power, HOLDS, "", List.of());
  }

  @Test
  void theWeightIsTheRatioOfTheSharesOfTheDefaultsOutcome() {
    EvidenceWeight weight = EvidenceWeight.of(power(0.1, 0.6), HOLDS).orElseThrow();
    assertEquals(6, weight.least(), 1e-12);
    assertEquals(6, weight.most(), 1e-12);
    assertFalse(weight.bounded());
    // neither: 0.4 where true, 0.9 where false
    assertEquals(
        0.4 / 0.9,
        EvidenceWeight.of(power(0.1, 0.6), Standing.NEITHER).orElseThrow().least(),
        1e-12);
  }

  @Test
  void severalPathsGiveARangeWhoseEndNearestOneCounts() {
    EvidenceWeight towards = EvidenceWeight.of(power(0.1, 0.9, 0.4), HOLDS).orElseThrow();
    assertEquals(4, towards.least(), 1e-12);
    assertEquals(9, towards.most(), 1e-12);
    assertEquals(4, towards.nearestToOne(), 1e-12);
    assertEquals(0.5, EvidenceWeight.of(power(0.8, 0.4, 0.2), HOLDS).orElseThrow().nearestToOne());
    assertEquals(1, EvidenceWeight.of(power(0.4, 0.8, 0.2), HOLDS).orElseThrow().nearestToOne());
  }

  @Test
  void aShareOfNothingIsABound() {
    EvidenceWeight weight = EvidenceWeight.of(power(0, 0.6), HOLDS).orElseThrow();
    assertEquals(600, weight.least(), 1e-9);
    assertTrue(weight.bounded());
    // a single draw is no nothing, in whichever world it fell
    assertEquals(
        Optional.of(new EvidenceWeight(1, 1, true)), EvidenceWeight.of(power(0.001, 0), HOLDS));
    assertEquals(
        Optional.of(new EvidenceWeight(1, 1, true)), EvidenceWeight.of(power(0, 0.001), HOLDS));
    assertFalse(EvidenceWeight.of(power(0.001, 0.6), HOLDS).orElseThrow().bounded());
    assertFalse(EvidenceWeight.of(power(0.6, 0.001), HOLDS).orElseThrow().bounded());
    assertEquals(Optional.empty(), EvidenceWeight.of(power(0, 0), HOLDS));
    assertEquals(Optional.empty(), EvidenceWeight.of(Power.none(), HOLDS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.30 | 0.30 | none | no evidence either way: such an outcome comes about as often where the"
            + " claim is true as where it is false",
        "0.60 | 0.30 | 2.0 for | evidence hardly worth a mention for the claim: such an outcome comes"
            + " 2.0 times as often where it is true as where it is false",
        "0.60 | 0.10 | 6.0 for | positive evidence for the claim: such an outcome comes 6.0 times as"
            + " often where it is true as where it is false",
        "0.90 | 0.03 | 30 for | strong evidence for the claim: such an outcome comes 30 times as"
            + " often where it is true as where it is false",
        "0.90 | 0.00 | at least 900 for | very strong evidence for the claim: such an outcome comes"
            + " at least 900 times as often where it is true as where it is false",
        "0.10 | 0.60 | 6.0 against | positive evidence against the claim: such an outcome comes 6.0"
            + " times as often where it is false as where it is true",
        "0.00 | 0.60 | at least 600 against | very strong evidence against the claim: such an outcome"
            + " comes at least 600 times as often where it is false as where it is true"
      })
  void theWordsAreThoseOfKassAndRaftery(
      double whenTrue, double whenFalse, String cell, String words) {
    EvidenceWeight weight = EvidenceWeight.of(power(whenFalse, whenTrue), HOLDS).orElseThrow();
    assertEquals(words, weight.words(MACHINERY.weights()));
    assertEquals(cell, weight.cell());
  }

  /** Shares that are exact in binary, so that the ratio is the bound itself. */
  @ParameterizedTest
  @CsvSource({
    "0.75, 0.25, evidence hardly worth a mention, 3.0 times",
    "0.625, 0.0625, positive evidence, 10 times",
    "0.625, 0.03125, positive evidence, 20 times",
    "0.5859375, 0.00390625, strong evidence, 150 times"
  })
  void aWeightAtItsBoundHasTheWeakerWord(
      double whenTrue, double whenFalse, String grade, String times) {
    String words =
        EvidenceWeight.of(power(whenFalse, whenTrue), HOLDS)
            .orElseThrow()
            .words(MACHINERY.weights());
    assertTrue(words.startsWith(grade + " for the claim"), words);
    assertTrue(words.contains(" comes " + times), words);
  }

  @Test
  void aRangeIsPrintedWithBothEnds() {
    assertTrue(
        EvidenceWeight.of(power(0.1, 0.9, 0.4), HOLDS)
            .orElseThrow()
            .words(MACHINERY.weights())
            .contains("comes 4.0 to 9.0 times"));
    assertTrue(
        EvidenceWeight.of(power(0.8, 0.4, 0.1), HOLDS)
            .orElseThrow()
            .words(MACHINERY.weights())
            .contains("comes 2.0 to 8.0 times"));
  }

  @Test
  void quantilesRunFromTheLeastToTheGreatest() {
    double[] values = IntStream.rangeClosed(0, 1000).mapToDouble(i -> 1000 - i).toArray();
    List<Double> quantiles = WorldDraws.quantiles(values);
    assertEquals(WorldDraws.QUANTILES, quantiles.size());
    assertEquals(0, quantiles.get(0));
    assertEquals(25, quantiles.get(1), 1e-9);
    assertEquals(1000, quantiles.get(40));
    // halfway between the least and the middle of three, and between the middle and the greatest
    List<Double> ofThree = WorldDraws.quantiles(new double[] {40, 0, 10});
    assertEquals(5, ofThree.get(10), 1e-12);
    assertEquals(25, ofThree.get(30), 1e-12);
    values[3] = Double.NaN;
    assertEquals(1000, WorldDraws.quantiles(values).get(40));
    assertEquals(List.of(), WorldDraws.quantiles(new double[] {Double.NaN}));
  }

  /** Without draws no statistic is central, and the four shares of a world make one. */
  @Test
  void everyDrawOfAWorldCameOutInOneWay() {
    WorldDraws draws = new WorldDraws(World.F, 1, 0.5, 0.25, 0.0625, List.of());
    assertEquals(
        List.of(0.5, 0.25, 0.1875, 0.0625),
        Arrays.stream(Standing.values()).map(draws::share).toList());
    assertFalse(draws.central(0, 0.95));
  }

  @ParameterizedTest
  @CsvSource({
    "500, 0.95, true",
    "24, 0.95, false",
    "26, 0.95, true",
    "976, 0.95, false",
    "974, 0.95, true",
    "300, 0.3, false",
    "250, 0.5, true",
    "750, 0.5, true"
  })
  void centralIsWhatLiesBetweenTheQuantiles(double value, double coverage, boolean central) {
    double[] values = IntStream.rangeClosed(0, 1000).mapToDouble(i -> i).toArray();
    assertEquals(
        central,
        new WorldDraws(World.T, 1, 0, 0, 0, WorldDraws.quantiles(values)).central(value, coverage));
  }

  @ParameterizedTest
  @CsvSource({
    "5, TRUE_WORLD, where it is true, the data look like the world in which the claim is true",
    "15, BOTH, either, the data could come from either world",
    "25, FALSE_WORLD, where it is false, the data look like the world in which the claim is false",
    "50, NEITHER, neither, the data look like neither world: the worlds do not describe them"
  })
  void theFitSaysInWhichWorldsTheDataLie(double observed, Fit fit, String cell, String words) {
    assertEquals(cell, fit.cell());
    assertEquals(words, fit.words());
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
                new WorldDraws(World.T, 1, 0, 0, 0, between(0, 4)),
                new WorldDraws(World.T, 2, 0, 0, 0, between(4, 20)),
                new WorldDraws(World.F, 1, 0, 0, 0, between(10, 30))));
    GroupResult group = group(power, true, observed);
    assertEquals(Optional.of(fit), group.fit("lag", 0.95));
    assertEquals(Optional.empty(), group.fit("slope", 0.95));
    assertEquals(Optional.empty(), group(Power.none(), true, observed).fit("lag", 0.95));
  }

  private static List<Double> between(double least, double most) {
    double[] values =
        IntStream.rangeClosed(0, 400).mapToDouble(i -> least + i * (most - least) / 400).toArray();
    return WorldDraws.quantiles(values);
  }

  private static Leaning leaning(
      PropositionWord word, PropositionWord alone, GroupResult... groups) {
    return Leaning.of(
        new PropositionResult("2a", PropositionClass.HEART, word, alone, "", Arrays.asList(groups)),
        MACHINERY);
  }

  @Test
  void anOpenQuestionLeansWhereMoreThanHalfOfItsGroupsDoAndNoneTheOtherWay() {
    PropositionWord open = PropositionWord.OPEN;
    GroupResult towards = group(power(0.1, 0.9), true, 0);
    GroupResult away = group(power(0.9, 0.1), true, 0);
    GroupResult flat = group(power(0.4, 0.4), true, 0);
    GroupResult none = group(Power.none(), true, 0);
    assertEquals(Leaning.TOWARDS, leaning(open, open, towards));
    assertEquals(Leaning.TOWARDS, leaning(open, open, towards, towards, flat, none));
    assertEquals(Leaning.NONE, leaning(open, open, towards, flat));
    assertEquals(Leaning.NONE, leaning(open, open, towards, towards, towards, away));
    assertEquals(Leaning.AWAY, leaning(open, open, away, away, flat));
    assertEquals(Leaning.AWAY, leaning(open, open, away, group(power(0.1, 0.9), false, 0)));
    assertEquals(Leaning.NONE, leaning(open, open, away, flat));
    assertEquals(Leaning.NONE, leaning(open, open, away, away, away, towards));
    assertEquals(Leaning.NONE, leaning(open, open, none));
    assertEquals(Leaning.NONE, leaning(open, open));
  }

  @ParameterizedTest
  @CsvSource({
    "CANNOT_TELL, CANNOT_TELL, TOWARDS",
    "CANNOT_TELL_COVERAGE, CANNOT_TELL_COVERAGE, NONE",
    "HOLDS, HOLDS, NONE",
    "SPLIT, SPLIT, NONE",
    "OPEN, HOLDS, NONE",
    "NOT_APPLICABLE, OPEN, NONE"
  })
  void aWordThatIsDecidedBarredOrUncoveredDoesNotLean(
      PropositionWord word, PropositionWord alone, Leaning leaning) {
    assertEquals(leaning, leaning(word, alone, group(power(0.1, 0.9), true, 0)));
  }

  /** The registered least weight is enough, on either side. */
  @Test
  void aGroupLeansFromTheLeastWeightOn() {
    PropositionWord open = PropositionWord.OPEN;
    assertEquals(Leaning.TOWARDS, leaning(open, open, group(power(0.25, 0.75), true, 0)));
    assertEquals(Leaning.NONE, leaning(open, open, group(power(0.25, 0.74), true, 0)));
    assertEquals(Leaning.AWAY, leaning(open, open, group(power(0.75, 0.25), true, 0)));
    assertEquals(Leaning.NONE, leaning(open, open, group(power(0.74, 0.25), true, 0)));
  }

  /** Only the deciding question speaks for its claim, and only where the claim is undecided. */
  @ParameterizedTest
  @CsvSource({
    "OPEN, HEART, AWAY, ', leaning away from it'",
    "CANNOT_TELL, HEART, AWAY, ', leaning away from it'",
    "OPEN, CORE, NONE, ''",
    "CONTESTED, HEART, NONE, ''",
    "NOT_YET_EXAMINED, HEART, NONE, ''"
  })
  void anUndecidedClaimLeansAsItsDecidingQuestion(
      ClaimWord word, PropositionClass of, Leaning leaning, String behindTheWord) {
    ClaimResult claim =
        new ClaimResult(
            2,
            word,
            "",
            Confidence.none(),
            List.of(
                open("2b", PropositionClass.SUPPORTING, group(power(0.1, 0.9), true, 0)),
                open("2a", of, group(power(0.9, 0.1), true, 0))));
    Leaning found = Leaning.of(claim, MACHINERY);
    assertEquals(leaning, found);
    assertEquals(behindTheWord, found.words());
  }

  private static PropositionResult open(String id, PropositionClass of, GroupResult group) {
    return new PropositionResult(
        id, of, PropositionWord.OPEN, PropositionWord.OPEN, "", List.of(group));
  }
}
