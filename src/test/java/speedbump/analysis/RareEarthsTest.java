package speedbump.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import speedbump.claim.Examination;
import speedbump.claim.Group;
import speedbump.claim.GroupResult;
import speedbump.claim.Outcome;
import speedbump.claim.PropositionResult;
import speedbump.claim.Registry;
import speedbump.claim.Side;
import speedbump.data.Catalog;
import speedbump.model.MonthlyForecast.Scale;
import speedbump.model.MonthlyTotals;
import speedbump.model.MonthlyTotals.Closure;

class RareEarthsTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final RareEarths RARE_EARTHS = RareEarths.of(CATALOG);
  private static final Registry REGISTRY = Registry.of(CATALOG);
  private static final double EXACT = 1e-9;

  /** What makes the magnet series grade M: its parts add up to the official totals. */
  @Test
  void thePartsCloseToTheTotals() {
    double tolerance = REGISTRY.machinery().officialTotalTolerance();
    int closures = 0;
    for (String destination : List.of(RareEarths.WORLD, RareEarths.UNITED_STATES)) {
      for (boolean keepWeak : List.of(true, false)) {
        for (Closure closure : RARE_EARTHS.magnets(destination, keepWeak).closures()) {
          assertTrue(Math.abs(closure.error()) < tolerance, closure.toString());
          closures++;
        }
      }
    }
    // the world's years 2024 and 2025 and the US year 2025 close with the weak rows only
    assertEquals(17, closures);
  }

  @Test
  void noPeriodIsLostAndEveryMonthOfTheHorizonIsKnownSomehow() {
    for (String destination : List.of(RareEarths.WORLD, RareEarths.UNITED_STATES)) {
      MonthlyTotals totals = RARE_EARTHS.magnets(destination, false);
      assertTrue(totals.skipped().isEmpty());
      assertTrue(totals.sum(YearMonth.of(2024, 1), YearMonth.of(2026, 3)).isPresent());
    }
    assertEquals(
        List.of(5, 1, 1, 1, 1, 1, 2, 2, 1),
        RARE_EARTHS.magnets(RareEarths.WORLD, false).before(RareEarths.CONTROL).stream()
            .map(block -> block.size())
            .toList());
  }

  /** October 2025 has a weak row only; the year gives it to a few tonnes without that row. */
  @Test
  void aMonthLeftOutComesBackAsTheRemainderOfItsYear() {
    assertEquals(
        5469,
        RARE_EARTHS.magnets(RareEarths.WORLD, false).month(YearMonth.of(2025, 10)).getAsDouble(),
        EXACT);
    MonthlyTotals us = RARE_EARTHS.magnets(RareEarths.UNITED_STATES, false);
    assertTrue(us.month(YearMonth.of(2025, 9)).isEmpty());
    assertEquals(1068, us.sum(YearMonth.of(2025, 9), YearMonth.of(2025, 10)).getAsDouble(), EXACT);
  }

  @Test
  void sevenElementsAndTwoWithBothFigures() {
    assertEquals(
        List.of(
            "Samarium", "Gadolinium", "Terbium", "Dysprosium", "Lutetium", "Scandium", "Yttrium"),
        RARE_EARTHS.elements().stream().map(RareEarths.Element::name).toList());
    assertEquals(List.of("Terbium", "Dysprosium"), names(true, false));
    assertEquals(List.of(), names(false, false));
    assertEquals(List.of("Terbium", "Dysprosium", "Lutetium"), names(true, true));
    assertEquals(
        1,
        RARE_EARTHS.exposedShare(REGISTRY.proposition("10a"), true, "middle", true).getAsDouble(),
        EXACT);
    assertTrue(
        RARE_EARTHS.exposedShare(REGISTRY.proposition("10a"), false, "low", false).isEmpty());
  }

  /** A forecast is no share: of dysprosium's rows that of 2028 is left out. */
  @Test
  void forecastsAreNoShares() {
    assertEquals(
        List.of(0.99, 0.92, 0.99),
        RARE_EARTHS.elements().get(3).shares().stream()
            .map(RareEarths.ProcessingShare::middle)
            .toList());
  }

  @Test
  void whereTheBoundsMeetDifferentSidesNothingIsIdentified() {
    GroupResult lever = Verdicts.of(10).propositions().get(3).groups().get(0);
    assertEquals(3, lever.usable());
    assertEquals(1, lever.meetHolds());
    lever
        .specifications()
        .forEach(
            one ->
                assertEquals(
                    one.specification().option("rows flagged weak").equals("left out"),
                    one.unusable().startsWith("not identified"),
                    one.specification().words()));
  }

  private static List<String> names(boolean groups, boolean anyGrade) {
    return RARE_EARTHS.withBoth(groups, anyGrade).stream().map(RareEarths.Element::name).toList();
  }

  @Test
  void noRangeIsHeldForDefence() {
    assertEquals(List.of(), RARE_EARTHS.rangesForDefence());
  }

  @Test
  void theThreeMonthsAfterAprilLieBelowWhatWasForetold() {
    MonthlyTotals world = RARE_EARTHS.magnets(RareEarths.WORLD, false);
    double lower = RareEarths.foretold(world, false, Scale.LEVEL).month(0.95).lower();
    // (22370 + 5150 + 5278 + 5333 + 4914 + 4725 + 10382 + 9947 + 5323) / 15
    assertEquals(4894.8, RareEarths.foretold(world, false, Scale.LEVEL).mean(), EXACT);
    for (int month = 4; month <= 9; month++) {
      double flow = world.month(YearMonth.of(2025, month)).getAsDouble();
      assertEquals(month <= 6, flow < lower, "month " + month);
    }
  }

  /** No earlier block of months would have passed for a shock. */
  @Test
  void noPlaceboIsBelow() {
    for (String destination : List.of(RareEarths.WORLD, RareEarths.UNITED_STATES)) {
      RareEarths.placebos(RARE_EARTHS.magnets(destination, false), 3, RareEarths.CONTROL)
          .forEach(one -> assertTrue(one.chanceBelow() > 0.025, one.toString()));
    }
    RareEarths.placebos(RARE_EARTHS.allRareEarths(), 3, YearMonth.of(2026, 4))
        .forEach(
            one -> {
              assertTrue(one.chanceBelow() > 0.025, one.toString());
              assertFalse(
                  one.block().first().isBefore(RareEarths.CONTROL)
                      && !one.block().last().isBefore(RareEarths.CONTROL));
            });
  }

  @Test
  void recoveryHangsOnHowTwoMonthsShareASum() {
    MonthlyTotals us = RARE_EARTHS.magnets(RareEarths.UNITED_STATES, false);
    double before = RareEarths.levelBefore(us, "first quarter of 2025").getAsDouble();
    assertEquals((1283 + 585) / 3.0, before, EXACT);
    assertEquals(List.of(2, 3), RareEarths.longestRuns(us, 0.9 * before, 12));
    MonthlyTotals withWeak = RARE_EARTHS.magnets(RareEarths.UNITED_STATES, true);
    assertEquals(List.of(3), RareEarths.longestRuns(withWeak, 0.9 * before, 12));
    assertEquals(
        (7444 - 3617) / 6.0, RareEarths.levelBefore(us, "second half of 2024").getAsDouble());
    assertEquals(7444 / 12.0, RareEarths.levelBefore(us, "2024").getAsDouble());
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> RareEarths.levelBefore(us, "yesterday"))
            .getMessage()
            .contains("yesterday"));
  }

  @Test
  void theBendOfTheKnownCaseIs2010() {
    assertEquals(2010, RARE_EARTHS.bend(1998, 4).year());
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> RARE_EARTHS.bend(2020, 4))
            .getMessage()
            .contains("at least 9"));
  }

  @Test
  void whoMakesWhat() {
    assertEquals(
        270.0 / 389.32, RARE_EARTHS.outputShare("rare_earths", "production").chinaShare(), 1e-4);
    assertEquals(81.0 / 185, RARE_EARTHS.outputShare("helium", "production").usShare(), EXACT);
    assertEquals(0, RARE_EARTHS.outputShare("gallium", "production").usShare(), "a printed zero");
    assertTrue(
        Double.isNaN(RARE_EARTHS.outputShare("antimony", "production").usShare()), "withheld");
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> RARE_EARTHS.outputShare("germanium", "production"))
            .getMessage()
            .contains("germanium"));
  }

  /** The whole of each proposition in worlds where the truth is known: the truth must tell. */
  @Test
  void everyGroupSaysHoldsMoreOftenWhereTheClaimIsTrue() {
    int tried = 0;
    for (Examination examination : RARE_EARTHS.examinations(REGISTRY)) {
      for (Group group : examination.groups()) {
        if (group.worlds().isPresent()) {
          int inTrue = 0;
          int inFalse = 0;
          for (int draw = 0; draw < 100; draw++) {
            SplittableRandom random = new SplittableRandom(77 + draw);
            inTrue += holds(examination, group.worlds().get().whenTrue().get(0).draw(random));
            inFalse += holds(examination, group.worlds().get().whenFalse().draw(random));
          }
          assertTrue(inTrue > 90 && inFalse < 10, group.name() + " " + inTrue + " " + inFalse);
          tried++;
        }
      }
    }
    assertEquals(3, tried);
  }

  private static int holds(Examination examination, Outcome outcome) {
    return outcome instanceof Outcome.Usable usable
            && examination.proposition().side(usable.evidence()).equals(Optional.of(Side.HOLDS))
        ? 1
        : 0;
  }

  @Test
  void everySpecificationOfTheBiteThatCanBeRunAgrees() {
    PropositionResult bite = Verdicts.of(10).propositions().get(1);
    bite.groups()
        .forEach(
            group -> {
              assertEquals(8, group.usable(), group.name());
              assertEquals(8, group.meetHolds(), group.name());
            });
  }
}
