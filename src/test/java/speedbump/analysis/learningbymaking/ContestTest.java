package speedbump.analysis.learningbymaking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import speedbump.claim.Evidence;
import speedbump.claim.Outcome;
import speedbump.claim.Trial;
import speedbump.data.Catalog;
import speedbump.model.Hindcast.FutureOutput;

class ContestTest {
  private static final Contest CONTEST = LearningByMaking.of(Catalog.shared()).contest();

  @ParameterizedTest
  @EnumSource
  void everyTechnologyHasOneVote(FutureOutput future) {
    double[] votes = CONTEST.votes(future);
    assertEquals(58, votes.length);
    assertTrue(Arrays.stream(votes).allMatch(vote -> vote >= -1 && vote <= 1));
  }

  /** The default group knows output as it came, the shown one forecasts it. */
  @Test
  void eachGroupCountsItsOwnVotes() {
    List<Trial<?>> trials = CONTEST.examination().trials();
    assertEquals(2, trials.size());
    for (FutureOutput future : FutureOutput.values()) {
      Trial<?> trial = trials.get(future.ordinal());
      assertEquals(future == FutureOutput.AS_IT_CAME, trial.world().isPresent());
      Outcome.Usable outcome = (Outcome.Usable) trial.run(trial.defaultSpecification());
      Evidence evidence = outcome.evidence();
      assertEquals(
          Arrays.stream(CONTEST.votes(future)).average().orElseThrow(),
          evidence.value("mean_vote"),
          1e-12);
      boolean experience = evidence.value("mean_vote") > 0;
      assertEquals(experience, evidence.value("experience_better_p") < 0.5);
      assertEquals(
          1, evidence.value("experience_better_p") + evidence.value("time_better_p"), 1e-12);
    }
  }
}
