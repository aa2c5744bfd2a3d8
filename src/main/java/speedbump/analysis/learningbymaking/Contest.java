package speedbump.analysis.learningbymaking;

import java.util.List;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Trial;
import speedbump.model.Hindcast;
import speedbump.model.Hindcast.FutureOutput;
import speedbump.stats.DieboldMariano;

/**
 * Proposition 7b: experience forecasts better than time alone. Wright's law against Moore's in the
 * hindcast from the middle of each series, one vote a technology.
 */
public final class Contest {
  private final Proposition proposition;
  private final Technologies technologies;

  Contest(Proposition proposition, Technologies technologies) {
    this.proposition = proposition;
    this.technologies = technologies.lasting(Technologies.LEAST_YEARS);
  }

  /**
   * The vote of each technology with a point in at least {@value Technologies#LEAST_YEARS} years.
   *
   * @param future what Wright's law knows of output
   * @return one number a technology, above 0 where experience forecast better
   */
  public double[] votes(FutureOutput future) {
    return votes(technologies, future);
  }

  static double[] votes(Technologies data, FutureOutput future) {
    return data.all().stream()
        .mapToDouble(one -> Hindcast.vote(Hindcast.halfSample(one, future)))
        .toArray();
  }

  private static Outcome estimate(Technologies data, FutureOutput future) {
    DieboldMariano test = DieboldMariano.of(votes(data, future), 0);
    return Outcome.of(
        Evidence.of("experience_better_p", test.pSecondBetter())
            .and("time_better_p", test.pFirstBetter())
            .and("mean_vote", test.meanDifference()));
  }

  Examination examination() {
    return Examination.of(
        proposition,
        List.of(
            Trial.of(
                proposition,
                "output as it came",
                technologies,
                technologies.newest(),
                (data, specification) -> estimate(data, FutureOutput.AS_IT_CAME),
                DeclineWorld.of(technologies)),
            Trial.of(
                proposition,
                "output forecast too",
                technologies,
                technologies.newest(),
                (data, specification) -> estimate(data, FutureOutput.FORECAST))));
  }
}
