package speedbump.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.claim.ClaimResult;
import speedbump.claim.ClaimWord;
import speedbump.claim.GroupResult;
import speedbump.claim.Proposition;
import speedbump.claim.PropositionResult;
import speedbump.claim.Registry;
import speedbump.claim.Standing;
import speedbump.data.Catalog;

class WhatIfTest {
  private static final Registry REGISTRY = Registry.of(Catalog.shared());

  private static WhatIf whatIf(int claim, WhatIf.Change... changes) {
    ClaimResult result =
        Computed.CLAIMS.stream().filter(one -> one.claim() == claim).findFirst().orElseThrow();
    return WhatIf.of(REGISTRY, new Verdicts.Drawn(result, Computed.SIMULATIONS), List.of(changes));
  }

  private static Stream<ClaimResult> examined() {
    return Computed.CLAIMS.stream().filter(one -> one.word() != ClaimWord.NOT_YET_EXAMINED);
  }

  @ParameterizedTest
  @MethodSource("examined")
  void aBoundMovedToWhereItIsChangesNothing(ClaimResult result) {
    for (Proposition proposition : REGISTRY.claim(result.claim()).propositions()) {
      for (Proposition.Condition one : proposition.conditions()) {
        if (proposition.conditions().stream()
                .filter(c -> c.side() == one.side() && c.quantity().equals(one.quantity()))
                .count()
            > 1) {
          continue;
        }
        WhatIf same =
            whatIf(
                result.claim(),
                new WhatIf.Bound(proposition.id(), one.side(), one.quantity(), one.bound()));
        assertTrue(
            same.rows().stream().allMatch(row -> row.before().equals(row.after())), same::words);
      }
    }
  }

  @Test
  void aBoundThatAllMeetTurnsTheVote() {
    WhatIf loose = whatIf(6, new WhatIf.Bound("6a", Standing.HOLDS, "permutation_p", 0.4));
    GroupResult before = loose.before().proposition("6a").groups().get(0);
    GroupResult after = loose.after().proposition("6a").groups().get(0);
    assertTrue(after.meetHolds() > before.meetHolds());
    assertTrue(after.power().holdsGivenTrue() > before.power().holdsGivenTrue());
    assertEquals(loose.before().proposition("6b"), loose.after().proposition("6b"));
  }

  @Test
  void anOptionLeftOutNoLongerCounts() {
    WhatIf change = whatIf(6, new WhatIf.Without("6a", "closeness", "score"));
    GroupResult before = change.before().proposition("6a").groups().get(0);
    GroupResult after = change.after().proposition("6a").groups().get(0);
    assertEquals(
        before.voting().stream()
            .filter(one -> !one.specification().option("closeness").equals("score"))
            .count(),
        after.voting().size());
    assertEquals(change.before().proposition("6b"), change.after().proposition("6b"));
  }

  @Test
  void aRulerLeftOutDoesNotVote() {
    PropositionResult before = whatIf(2, whole("2c", "July 2026")).before().proposition("2c");
    String ruler = before.groups().get(0).name();
    PropositionResult after =
        whatIf(2, new WhatIf.Without("", "ruler", ruler.replace('_', ' ')))
            .after()
            .proposition("2c");
    assertEquals(Standing.UNUSABLE, after.group(ruler).vote());
    assertEquals(before.groups().get(1), after.groups().get(1));
  }

  private static WhatIf.Change whole(String proposition, String vintage) {
    return new WhatIf.Without(proposition, "vintage", vintage);
  }

  @Test
  void everyChangeIsTaken() {
    WhatIf both =
        whatIf(
            6,
            new WhatIf.Bound("6a", Standing.HOLDS, "permutation_p", 0.4),
            new WhatIf.Without("", "closeness", "score"));
    WhatIf one = whatIf(6, new WhatIf.Bound("6a", Standing.HOLDS, "permutation_p", 0.4));
    assertNotEquals(one.after().proposition("6a"), both.after().proposition("6a"));
    assertEquals("6a holds permutation_p 0.4; without closeness = score", both.words());
    assertEquals("claim 6", both.rows().get(0).name());
    assertEquals(1 + both.after().propositions().size(), both.rows().size());
  }

  @Test
  void whatAClaimDoesNotHaveIsNamedWithWhatItHas() {
    String option =
        assertThrows(
                IllegalArgumentException.class,
                () -> whatIf(6, new WhatIf.Without("", "closeness", "in miles")))
            .getMessage();
    assertTrue(option.startsWith("there is no closeness = in miles in claim 6; it has ["), option);
    assertTrue(option.contains("closeness = score"), option);
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> whatIf(6, new WhatIf.Without("6b", "closeness", "score")))
            .getMessage()
            .startsWith("there is no closeness = score in claim 6, 6b; it has ["));
    assertTrue(
        assertThrows(
                IllegalStateException.class,
                () -> whatIf(6, new WhatIf.Bound("6a", Standing.HOLDS, "permutation_p", 1)))
            .getMessage()
            .startsWith("the bounds are moved past each other: 6a"));
    for (WhatIf.Change unknown :
        List.of(
            new WhatIf.Bound("6a", Standing.HOLDS, "miles", 1),
            new WhatIf.Bound("7a", Standing.HOLDS, "permutation_p", 0.4),
            new WhatIf.Bound("6a", Standing.HOLDS, "permutation_p", Double.NaN),
            new WhatIf.Without("7a", "closeness", "score"))) {
      assertThrows(IllegalArgumentException.class, () -> whatIf(6, unknown), unknown::words);
    }
    assertThrows(IllegalArgumentException.class, () -> whatIf(6));
  }

  @Test
  void aCommandIsReadAsItIsWritten() {
    assertEquals(
        new WhatIf.Named(6, new WhatIf.Bound("6a", Standing.HOLDS, "permutation_p", 0.15)),
        WhatIf.parse(" 6a holds permutation_p 0.15 "));
    assertEquals(
        new WhatIf.Named(10, new WhatIf.Bound("10b", Standing.FAILS, "months_below", -2)),
        WhatIf.parse("10b,fails,months_below,-2"));
    assertEquals(
        new WhatIf.Named(6, new WhatIf.Without("", "ruler", "METR time horizon, 80%")),
        WhatIf.parse("6 without ruler = METR time horizon, 80%"));
    assertEquals(
        new WhatIf.Named(1, new WhatIf.Without("1b", "pair of years", "1980 = 2017")),
        WhatIf.parse("1b,without,pair of years,1980 = 2017"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "6a",
        "6 holds p 0.1",
        "6a holds p",
        "6a holds p high",
        "a without b = c",
        "6 without closeness"
      })
  void whatIsNoChangeIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> WhatIf.parse(text));
  }
}
