package speedbump.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
            new Specification("a", List.of(), true, true),
            Standing.HOLDS,
            Evidence.of("lag", value),
            "");
    return new GroupResult(
        "a", decides, List.of(one), 1, 1, 0, 1, 0, power, Standing.HOLDS, "", List.of());
  }

  @Test
  void theWeightIsTheRatioOfTheSharesOfTheDefaultsOutcome() {
    EvidenceWeight weight = EvidenceWeight.of(power(0.1, 0.6), Standing.HOLDS).orElseThrow();
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
    EvidenceWeight towards = EvidenceWeight.of(power(0.1, 0.9, 0.4), Standing.HOLDS).orElseThrow();
    assertEquals(4, towards.least(), 1e-12);
    assertEquals(9, towards.most(), 1e-12);
    assertEquals(4, towards.nearestToOne(), 1e-12);
    assertEquals(
        0.5, EvidenceWeight.of(power(0.8, 0.4, 0.2), Standing.HOLDS).orElseThrow().nearestToOne());
    assertEquals(
        1, EvidenceWeight.of(power(0.4, 0.8, 0.2), Standing.HOLDS).orElseThrow().nearestToOne());
  }

  @Test
  void aShareOfNothingIsABound() {
    EvidenceWeight weight = EvidenceWeight.of(power(0, 0.6), Standing.HOLDS).orElseThrow();
    assertEquals(600, weight.least(), 1e-9);
    assertTrue(weight.bounded());
    assertEquals(Optional.empty(), EvidenceWeight.of(power(0, 0), Standing.HOLDS));
    assertEquals(Optional.empty(), EvidenceWeight.of(Power.none(), Standing.HOLDS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.30 | 0.30 | no evidence either way: such an outcome comes about as often where the claim"
            + " is true as where it is false",
        "0.60 | 0.30 | evidence hardly worth a mention for the claim: such an outcome comes 2.0"
            + " times as often where it is true as where it is false",
        "0.60 | 0.10 | positive evidence for the claim: such an outcome comes 6.0 times as often"
            + " where it is true as where it is false",
        "0.90 | 0.03 | strong evidence for the claim: such an outcome comes 30 times as often where"
            + " it is true as where it is false",
        "0.90 | 0.00 | very strong evidence for the claim: such an outcome comes at least 900 times"
            + " as often where it is true as where it is false",
        "0.10 | 0.60 | positive evidence against the claim: such an outcome comes 6.0 times as often"
            + " where it is false as where it is true"
      })
  void theWordsAreThoseOfKassAndRaftery(double whenTrue, double whenFalse, String words) {
    assertEquals(
        words,
        EvidenceWeight.of(power(whenFalse, whenTrue), Standing.HOLDS)
            .orElseThrow()
            .words(MACHINERY.weights()));
  }

  @Test
  void aRangeIsPrintedWithBothEnds() {
    assertTrue(
        EvidenceWeight.of(power(0.1, 0.9, 0.4), Standing.HOLDS)
            .orElseThrow()
            .words(MACHINERY.weights())
            .contains("comes 4.0 to 9.0 times"));
    assertTrue(
        EvidenceWeight.of(power(0.8, 0.4, 0.1), Standing.HOLDS)
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
    values[3] = Double.NaN;
    assertEquals(1000, WorldDraws.quantiles(values).get(40));
    assertEquals(List.of(), WorldDraws.quantiles(new double[] {Double.NaN}));
  }

  @ParameterizedTest
  @CsvSource({
    "500, 0.95, true",
    "24, 0.95, false",
    "26, 0.95, true",
    "976, 0.95, false",
    "974, 0.95, true",
    "300, 0.3, false"
  })
  void centralIsWhatLiesBetweenTheQuantiles(double value, double coverage, boolean central) {
    double[] values = IntStream.rangeClosed(0, 1000).mapToDouble(i -> i).toArray();
    assertEquals(
        central,
        new WorldDraws(World.T, 1, 0, 0, 0, WorldDraws.quantiles(values)).central(value, coverage));
  }

  @ParameterizedTest
  @CsvSource({"5, TRUE_WORLD", "15, BOTH", "25, FALSE_WORLD", "50, NEITHER"})
  void theFitSaysInWhichWorldsTheDataLie(double observed, Fit fit) {
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
}
