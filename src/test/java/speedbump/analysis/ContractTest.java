package speedbump.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Specification;
import speedbump.claim.Specification.Selection;
import speedbump.claim.Standing;
import speedbump.claim.Trial;
import speedbump.claim.World;
import speedbump.data.Catalog;

/** What every trial of every claim keeps to. */
class ContractTest {
  private static final int DRAWS = 200;

  private static Stream<Trial<?>> trials() {
    return Verdicts.analyses(Catalog.shared()).stream()
        .flatMap(analysis -> analysis.examinations().stream())
        .flatMap(examination -> examination.trials().stream());
  }

  private static Stream<Trial<?>> trialsWithWorlds() {
    return trials().filter(trial -> trial.world().isPresent());
  }

  /** An option that nobody knows is refused, whatever else is chosen, and named. */
  @ParameterizedTest
  @MethodSource("trials")
  void everyChoiceIsReadAndAnUnknownOptionRefused(Trial<?> trial) {
    Specification known = trial.defaultSpecification();
    for (int i = 0; i < known.selections().size(); i++) {
      String choice = known.selections().get(i).choice();
      List<Selection> selections = new ArrayList<>(known.selections());
      selections.set(i, new Selection(choice, "no such option"));
      Specification unknown = new Specification(known.group(), selections, false, true);
      Exception refused =
          assertThrows(IllegalArgumentException.class, () -> trial.run(unknown), choice);
      assertTrue(
          refused.getMessage().contains("'" + choice + "'")
              && refused.getMessage().contains("'no such option'"),
          refused.getMessage());
    }
  }

  @ParameterizedTest
  @MethodSource("trials")
  void aChoiceThatIsMissingIsRefused(Trial<?> trial) {
    Specification bare = new Specification(trial.name(), List.of(), false, true);
    if (!trial.defaultSpecification().selections().isEmpty()) {
      assertThrows(IllegalArgumentException.class, () -> trial.run(bare));
    }
  }

  /** The default runs on a draw as on the data: the same quantities, and every draw another. */
  @ParameterizedTest
  @MethodSource("trialsWithWorlds")
  void drawsAreJudgedByTheEstimatorOfTheData(Trial<?> trial) {
    Specification specification = trial.defaultSpecification();
    for (WorldSizes sizes : trial.proposition().worlds()) {
      Outcome first = trial.draw(specification, sizes, new SplittableRandom(1));
      assertEquals(first, trial.draw(specification, sizes, new SplittableRandom(1)));
      if (trial.run(specification) instanceof Outcome.Usable real
          && first instanceof Outcome.Usable drawn) {
        assertEquals(
            real.evidence().figures().stream().map(figure -> figure.quantity()).toList(),
            drawn.evidence().figures().stream().map(figure -> figure.quantity()).toList());
      }
    }
  }

  /**
   * Where the truth is known it tells: "holds" comes more often where the claim is true, or, from a
   * test too weak to say it at all, "fails" less often.
   */
  @ParameterizedTest
  @MethodSource("trialsWithWorlds")
  void everyTrialTellsTheWorldsApart(Trial<?> trial) {
    for (WorldSizes whenTrue : trial.proposition().worlds(World.T)) {
      int usable = 0;
      int inTrue = 0;
      int inFalse = 0;
      int failsInTrue = 0;
      int failsInFalse = 0;
      for (int draw = 0; draw < DRAWS; draw++) {
        SplittableRandom random = new SplittableRandom(77 + draw);
        Standing ifTrue = standing(trial, whenTrue, random);
        Standing ifFalse = standing(trial, trial.proposition().worlds(World.F).get(0), random);
        usable += ifTrue != Standing.UNUSABLE && ifFalse != Standing.UNUSABLE ? 1 : 0;
        inTrue += ifTrue == Standing.HOLDS ? 1 : 0;
        inFalse += ifFalse == Standing.HOLDS ? 1 : 0;
        failsInTrue += ifTrue == Standing.FAILS ? 1 : 0;
        failsInFalse += ifFalse == Standing.FAILS ? 1 : 0;
      }
      assertTrue(
          usable == 0 || inTrue > inFalse || (inTrue + inFalse == 0 && failsInTrue < failsInFalse),
          "%s, %s: %d against %d of %d"
              .formatted(trial.proposition().id(), trial.name(), inTrue, inFalse, usable));
    }
  }

  private static Standing standing(Trial<?> trial, WorldSizes sizes, SplittableRandom random) {
    return trial.draw(trial.defaultSpecification(), sizes, random) instanceof Outcome.Usable usable
        ? trial.proposition().standing(usable.evidence())
        : Standing.UNUSABLE;
  }
}
