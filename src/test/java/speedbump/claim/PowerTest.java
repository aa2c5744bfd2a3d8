package speedbump.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PowerTest {
  private static final Proposition PROPOSITION =
      Made.Row.of("9a", PropositionClass.HEART).noisy().made();

  private static Made.Worlds worlds(
      Function<RandomGenerator, Outcome> whenTrue, Function<RandomGenerator, Outcome> whenFalse) {
    return new Made.Worlds(whenTrue, whenFalse);
  }

  private static Power power(String name, Made.Worlds worlds) {
    return Power.of(
        Made.trial(PROPOSITION, "1", name, Optional.of(worlds), Made.NEITHER), Made.DRAWS);
  }

  @Test
  void certainWorldsGiveCertainFigures() {
    Power power = power("a", worlds(random -> Made.HOLD, random -> Made.FAIL));
    assertEquals(new Power(1, 0, 0, 1, Made.DRAWS, 0, 0, power.worlds()), power);
    assertEquals(0, power.standardError(Power::holdsGivenTrue));
  }

  @Test
  void figuresComeNearTheirProbabilities() {
    Power power =
        power(
            "a",
            worlds(
                Made.coin(0.7, Made.HOLD, Made.NEITHER), Made.coin(0.1, Made.FAIL, Made.NEITHER)));
    // four standard errors of 400 draws
    assertEquals(0.7, power.holdsGivenTrue(), 4 * Math.sqrt(0.7 * 0.3 / Made.DRAWS));
    assertEquals(0.1, power.failsGivenFalse(), 4 * Math.sqrt(0.1 * 0.9 / Made.DRAWS));
    assertEquals(0, power.failsGivenTrue());
    assertEquals(0, power.holdsGivenFalse());
    double p = power.holdsGivenTrue();
    assertEquals(
        Math.sqrt(p * (1 - p) / Made.DRAWS), power.standardError(Power::holdsGivenTrue), 1e-15);
  }

  @Test
  void unusableDrawsSayNeitherAndAreCounted() {
    Power power =
        power(
            "a",
            worlds(
                random -> random.nextBoolean() ? Made.HOLD : Outcome.unusable("too few points"),
                random -> Made.x(Double.NaN)));
    assertEquals(Made.DRAWS, power.unusableGivenFalse());
    assertEquals(Made.DRAWS, power.holdsGivenTrue() * Made.DRAWS + power.unusableGivenTrue(), 1e-9);
    assertTrue(power.unusableGivenTrue() > 0);
    assertTrue(power.words().contains("unusable: "), power.words());
  }

  @Test
  void ofSeveralTrueWorldsTheWorstStands() {
    Power power =
        power(
            "a", new Made.Worlds(random -> Made.HOLD, random -> Made.FAIL, random -> Made.NEITHER));
    assertEquals(0, power.holdsGivenTrue());
    assertEquals(1, power.failsGivenTrue());
  }

  /** What a chart of the worlds shows: the shares of each, and the statistic of its draws. */
  @Test
  void eachWorldKeepsItsSharesAndItsStatistic() {
    Proposition proposition = Made.Row.of("9a", PropositionClass.HEART).noisy().showing("x").made();
    Made.Worlds worlds =
        new Made.Worlds(
            Made.coin(0.7, Made.HOLD, Made.FAIL),
            random -> Outcome.unusable("too few points"),
            random -> Made.x(0.25));
    Power power =
        Power.of(Made.trial(proposition, "1", "a", Optional.of(worlds), Made.NEITHER), Made.DRAWS);
    WorldDraws first = power.worlds(World.T).get(0);
    WorldDraws second = power.worlds(World.T).get(1);
    WorldDraws whenFalse = power.worlds(World.F).get(0);
    assertEquals(0.7, first.holds(), 4 * Math.sqrt(0.7 * 0.3 / Made.DRAWS));
    assertEquals(1 - first.holds(), first.fails(), 1e-12);
    assertEquals(-1, first.quantiles().get(0));
    assertEquals(2, first.quantiles().get(WorldDraws.QUANTILES - 1));
    assertEquals(new WorldDraws(World.T, 2, 0, 0, 1, List.of()), second);
    assertEquals(
        new WorldDraws(World.F, 1, 0, 0, 0, Collections.nCopies(WorldDraws.QUANTILES, 0.25)),
        whenFalse);
    assertEquals(1, whenFalse.share(Standing.NEITHER));
    assertEquals(Made.DRAWS, power.unusableGivenTrue());
    assertEquals(0, power.unusableGivenFalse());
  }

  @Test
  void figuresDoNotDependOnTheNumberOfThreads() throws Exception {
    Made.Worlds worlds =
        worlds(Made.coin(0.6, Made.HOLD, Made.FAIL), Made.coin(0.3, Made.HOLD, Made.FAIL));
    Power one = on(1, worlds);
    assertEquals(one, on(4, worlds));
    assertEquals(one, power("a", worlds));
    assertNotEquals(one, power("b", worlds));
  }

  private static Power on(int threads, Made.Worlds worlds) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(() -> power("a", worlds)).get();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void aWorldDrawsAnewEachTime() {
    // the same generator for each draw would give 0 or 1
    Power power =
        power(
            "a",
            worlds(Made.coin(0.5, Made.HOLD, Made.FAIL), Made.coin(0.5, Made.HOLD, Made.FAIL)));
    assertTrue(power.holdsGivenTrue() > 0.4 && power.holdsGivenTrue() < 0.6, power.words());
    assertNotEquals(power.holdsGivenTrue(), power.holdsGivenFalse());
  }

  @Test
  void seedsAreThoseOfThePublishedHash() {
    // FNV-1a, 64 bits: test vectors of draft-eastlake-fnv, appendix C
    assertEquals(0xcbf29ce484222325L, Power.seed(""));
    assertEquals(0xaf63dc4c8601ec8cL, Power.seed("a"));
    assertEquals(0x85944171f73967e8L, Power.seed("foobar"));
  }

  @Test
  void eachDrawHasASeedThatIsScattered() {
    // MurmurHash3's 64-bit finisher of 1 is b456bcfc34c2cb2c; the rest was computed in Python 3.12
    assertEquals(0xb456bcfc34c2cb2cL, Power.mixed(1, 0));
    assertEquals(0xcb2f566d0948ff34L, Power.mixed(5, 3));
  }

  @Test
  void drawsThatAreUnusableAreSaidOfBothWorlds() {
    assertEquals(
        "P(holds given T) = 1.000, P(fails given T) = 0.000, P(holds given F) = 0.000, "
            + "P(fails given F) = 1.000 (2,000 draws of each world; unusable: 7 of T, 7 of F).",
        new Power(1, 0, 0, 1, 2000, 7, 7).words());
  }

  @Test
  void noFigureWithoutAWorld() {
    assertFalse(Power.none().measured());
    assertEquals("No sampling error, so no simulated world.", Power.none().words());
    assertThrows(
        IllegalStateException.class, () -> Power.none().standardError(Power::holdsGivenTrue));
    assertEquals(Power.none(), Power.worst(List.of(Power.none())));
    assertEquals(
        Power.none(),
        Power.of(
            Made.trial(PROPOSITION, "aside", "aside", Optional.empty(), Made.HOLD), Made.DRAWS));
  }

  @Test
  void theWorstOfSeveralTestsIsTakenFigureByFigure() {
    Power a = new Power(0.9, 0.1, 0.05, 0.8, 2000, 1, 5);
    Power b = new Power(0.7, 0.0, 0.15, 0.9, 500, 3, 2);
    assertEquals(new Power(0.7, 0.1, 0.15, 0.8, 500, 3, 5), Power.worst(List.of(a, b)));
    assertEquals(a, Power.worst(List.of(Power.none(), a)));
  }
}
