package speedbump.analysis.learningbymaking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Outcome;
import speedbump.claim.Specification;
import speedbump.claim.Specification.Selection;
import speedbump.claim.Trial;
import speedbump.claim.World;
import speedbump.data.Catalog;
import speedbump.model.LearningCurve.Form;

class LearningByMakingTest {
  private static final LearningByMaking LEARNING = LearningByMaking.of(Catalog.shared());
  private static final List<Examination> EXAMINATIONS = LEARNING.examinations();
  private static final String UNKNOWN = "no such option";

  private static List<Trial<?>> trials() {
    List<Trial<?>> all = new ArrayList<>();
    EXAMINATIONS.forEach(examination -> all.addAll(examination.trials()));
    return all;
  }

  @Test
  void eachGroupReadsItsOwnChoices() {
    assertEquals(7, LEARNING.claim());
    assertEquals(
        List.of("7a", "7b", "7c", "7d"),
        EXAMINATIONS.stream().map(examination -> examination.proposition().id()).toList());
    assertEquals(
        List.of(2, 2, 2, 0),
        EXAMINATIONS.stream().map(examination -> examination.trials().size()).toList());
    assertEquals(
        List.of(12, 24, 1, 1, 16, 16),
        trials().stream().map(trial -> trial.specifications().size()).toList());
    for (Trial<?> trial : trials()) {
      assertEquals(YearMonth.of(2023, 12), trial.newest());
      Set<Evidence> found = new HashSet<>();
      for (Specification specification : trial.specifications()) {
        Evidence evidence = evidence(trial.run(specification));
        evidence.value(trial.proposition().statistic());
        found.add(evidence);
      }
      // shares of a few technologies may coincide, and do by two of the three intervals in levels
      assertTrue(2 * found.size() >= trial.specifications().size(), trial.name());
    }
  }

  private static Evidence evidence(Outcome outcome) {
    return ((Outcome.Usable) outcome).evidence();
  }

  /** No option runs that the registry does not know. */
  @Test
  void anUnknownOptionIsRefused() {
    int refused = 0;
    for (Trial<?> trial : trials()) {
      Specification known = trial.defaultSpecification();
      for (int i = 0; i < known.selections().size(); i++) {
        String choice = known.selections().get(i).choice();
        List<Selection> selections = new ArrayList<>(known.selections());
        selections.set(i, new Selection(choice, UNKNOWN));
        Specification unknown = new Specification(trial.name(), selections, false, true);
        String message =
            assertThrows(IllegalArgumentException.class, () -> trial.run(unknown)).getMessage();
        assertTrue(message.contains(choice) && message.contains(UNKNOWN), message);
        refused++;
      }
    }
    assertEquals(3 + 4 + 4 + 4, refused);
  }

  /** The simulated worlds of each group: the truth must move the figure that decides. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, significant_technologies_share, 0.6, 1",
    "0, 1, significant_technologies_share, 0.35, 1",
    "1, 0, mean_vote, 0.1, 1",
    "2, 0, pooled_exponent, 0.05, 1"
  })
  void theTrueWorldLiesAboveTheFalseOne(
      int proposition, int group, String quantity, double least, double most) {
    Trial<?> trial = EXAMINATIONS.get(proposition).trials().get(group);
    double whenTrue = mean(trial, World.T, quantity);
    double whenFalse = mean(trial, World.F, quantity);
    assertTrue(whenTrue > least && whenTrue <= most, "true " + whenTrue);
    assertTrue(whenFalse < whenTrue / 3, whenFalse + " against " + whenTrue);
  }

  private static double mean(Trial<?> trial, World world, String quantity) {
    double sum = 0;
    for (int draw = 0; draw < 50; draw++) {
      sum +=
          evidence(
                      trial.draw(
                          trial.defaultSpecification(),
                          trial.proposition().worlds(world).get(0),
                          new SplittableRandom(draw)))
                  .value(quantity)
              / 50;
    }
    return sum;
  }

  /** A draw answers every specification, not the default alone. */
  @Test
  void everySpecificationRunsOnADraw() {
    for (Trial<?> trial : trials()) {
      if (trial.world().isPresent()) {
        int other = 0;
        for (Specification specification : trial.specifications()) {
          Outcome drawn =
              trial.draw(
                  specification,
                  trial.proposition().worlds(World.T).get(0),
                  new SplittableRandom(11));
          other += evidence(drawn).equals(evidence(trial.run(specification))) ? 0 : 1;
        }
        // two shares of a few technologies may coincide
        assertTrue(other > trial.specifications().size() / 2, trial.name());
      }
    }
  }

  /** Every step of another guess of prior output sees the other outputs. */
  @Test
  void anotherGuessOfPriorOutputReachesEveryStep() {
    LearningByMaking other = LEARNING.withPriorOutput(3);
    assertNotEquals(
        LEARNING.fallingCosts().learners(Form.LEVELS, 10, 0).get(0).exponent(),
        other.fallingCosts().learners(Form.LEVELS, 10, 0).get(0).exponent());
    List<Examination> others = other.examinations();
    for (int i = 1; i < 3; i++) {
      Trial<?> held = EXAMINATIONS.get(i).trials().get(0);
      Trial<?> guessed = others.get(i).trials().get(0);
      assertNotEquals(
          evidence(held.run(held.defaultSpecification())),
          evidence(guessed.run(guessed.defaultSpecification())));
    }
  }
}
