package speedbump.analysis.rareearthlever;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Specification;
import speedbump.claim.Specification.Selection;
import speedbump.claim.Standing;
import speedbump.claim.Trial;
import speedbump.claim.World;
import speedbump.data.Catalog;

class RareEarthLeverTest {
  private static final RareEarthLever CLAIM = RareEarthLever.of(Catalog.shared());
  private static final List<Trial<?>> TRIALS =
      CLAIM.examinations().stream()
          .<Trial<?>>flatMap(examination -> examination.trials().stream())
          .toList();

  @Test
  void oneExaminationAProposition() {
    assertEquals(10, CLAIM.claim());
    assertEquals(
        List.of("10a", "10b", "10c", "10d"),
        CLAIM.examinations().stream().map(one -> one.proposition().id()).toList());
  }

  /**
   * April to June is the half-year less January, February and March; 2024 ends with 3,827 tonnes.
   */
  @Test
  void theShockIsAsDeepFromAnyLevelBefore() {
    double mean = (2510 - 1283 - 585) / 3.0;
    double[] levels = {(1283 + 585) / 3.0, 7444 / 12.0, (7444 - 3617) / 6.0};
    double[] falls = Arrays.stream(levels).map(level -> 1 - mean / level).toArray();
    assertArrayEquals(falls, CLAIM.shocks().toArray(), 1e-12);
  }

  @Test
  void anUnknownOptionIsRefused() {
    int tried = 0;
    for (Trial<?> trial : TRIALS) {
      Specification known = trial.defaultSpecification();
      for (Selection selection : known.selections()) {
        List<Selection> selections = new ArrayList<>(known.selections());
        selections.set(
            selections.indexOf(selection), new Selection(selection.choice(), "no such option"));
        Specification unknown = new Specification(known.group(), selections, false, true);
        String message =
            assertThrows(IllegalArgumentException.class, () -> trial.run(unknown)).getMessage();
        assertTrue(message.contains(selection.choice()), message);
        assertTrue(message.contains("no such option"), message);
        tried++;
      }
    }
    assertEquals(12, tried);
  }

  /** The whole of each proposition in worlds where the truth is known: the truth must tell. */
  @Test
  void everyTrialSaysHoldsMoreOftenWhereTheClaimIsTrue() {
    int tried = 0;
    for (Trial<?> trial : TRIALS) {
      if (trial.world().isPresent()) {
        long inTrue = holds(trial, trial.proposition().worlds(World.T).get(0));
        long inFalse = holds(trial, trial.proposition().worlds(World.F).get(0));
        assertTrue(inTrue > 90 && inFalse < 10, trial.name() + " " + inTrue + " " + inFalse);
        tried++;
      }
    }
    assertEquals(3, tried);
  }

  private static long holds(Trial<?> trial, WorldSizes sizes) {
    long holds = 0;
    for (int draw = 0; draw < 100; draw++) {
      Outcome outcome =
          trial.draw(trial.defaultSpecification(), sizes, new SplittableRandom(77 + draw));
      holds +=
          outcome instanceof Outcome.Usable usable
                  && trial.proposition().standing(usable.evidence()) == Standing.HOLDS
              ? 1
              : 0;
    }
    return holds;
  }
}
