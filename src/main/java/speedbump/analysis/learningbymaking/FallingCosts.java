package speedbump.analysis.learningbymaking;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import speedbump.analysis.shared.Intervals;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.claim.World;
import speedbump.model.CostSeries;
import speedbump.model.LearningCurve;
import speedbump.model.LearningCurve.Driver;
import speedbump.model.LearningCurve.Form;
import speedbump.stats.Interval;
import speedbump.stats.LeastSquares.SerialErrors;

/** Proposition 7a: cost falls with cumulative output (an association, not a cause). */
public final class FallingCosts {
  private static final String LEVELS = "levels";
  private static final String FIRST_DIFFERENCES = "first differences";

  private final Proposition proposition;
  private final Technologies technologies;
  private final double coverage;
  private final Option<Double> leastYears;
  private final Option<Double> leftOut;
  private final Option<SerialErrors> interval;
  private final Option<Form> errorCorrection;

  FallingCosts(Proposition proposition, Technologies technologies) {
    this.proposition = proposition;
    this.technologies = technologies;
    this.coverage = proposition.definition("significance_coverage");
    this.leastYears = Option.numbers(proposition, "least length");
    this.leftOut = Option.numbers(proposition, "first year");
    this.interval = Intervals.option(proposition);
    this.errorCorrection =
        Option.of(
            proposition,
            "error correction",
            Map.of("without", Form.FIRST_DIFFERENCES, "with", Form.ERROR_CORRECTION));
  }

  /**
   * How fast one technology learned.
   *
   * @param series its costs
   * @param exponent the learning exponent with its interval
   */
  public record Learner(CostSeries series, Interval exponent) {
    /**
     * Whether the exponent is above 0 with confidence.
     *
     * @return whether the lower bound is above 0
     */
    public boolean significant() {
      return exponent.lower() > 0;
    }
  }

  /** How fast one technology learned, by the default test of this proposition. */
  Learner learner(CostSeries series, Form form) {
    return learner(series, form, SerialErrors.PRAIS_WINSTEN);
  }

  private Learner learner(CostSeries series, Form form, SerialErrors errors) {
    return new Learner(
        series, LearningCurve.fit(series, Driver.EXPERIENCE, form).interval(coverage, errors));
  }

  /**
   * How fast each technology learned, by the default test.
   *
   * @param form how the curve is fitted
   * @param least years with a point, those left out not counted
   * @param firstLeftOut first points left out
   * @return one learner a technology
   */
  public List<Learner> learners(Form form, int least, int firstLeftOut) {
    return learners(technologies, form, least, firstLeftOut, SerialErrors.PRAIS_WINSTEN);
  }

  private List<Learner> learners(
      Technologies data, Form form, int least, int firstLeftOut, SerialErrors errors) {
    return data.lasting(least + firstLeftOut).all().stream()
        .map(one -> learner(one.between(firstLeftOut, one.size()), form, errors))
        .toList();
  }

  /**
   * The share of technologies that the default test calls significant, on average, in the
   * registered world in which every one learns: what the share in the data is to be held against.
   *
   * @param form how the curve is fitted: levels or first differences
   * @param draws simulated worlds
   * @param seed the seed of the simulation
   * @return the mean share, a fraction of one
   */
  public double shareWhereAllLearn(Form form, int draws, long seed) {
    LearnerWorld world = LearnerWorld.of(technologies.lasting(Technologies.LEAST_YEARS), form);
    WorldSizes allLearn = proposition.worlds(World.T).get(0);
    RandomGenerator random = new SplittableRandom(seed);
    return IntStream.range(0, draws)
        .mapToDouble(
            draw ->
                share(
                    learners(
                        world.draw(allLearn, random),
                        form,
                        Technologies.LEAST_YEARS,
                        0,
                        SerialErrors.PRAIS_WINSTEN)))
        .average()
        .orElseThrow();
  }

  private static double share(List<Learner> learners) {
    return learners.stream().filter(Learner::significant).count() / (double) learners.size();
  }

  private Outcome estimate(Technologies data, Form form, Specification specification) {
    List<Learner> learners =
        learners(
            data,
            form,
            leastYears.in(specification).intValue(),
            leftOut.in(specification).intValue(),
            interval.in(specification));
    return Outcome.of(Evidence.of("significant_technologies_share", share(learners)));
  }

  Examination examination() {
    return Examination.of(
        proposition,
        List.of(
            trial(LEVELS, Form.LEVELS, specification -> Form.LEVELS),
            // error correction is a term of the equation in differences
            trial(FIRST_DIFFERENCES, Form.FIRST_DIFFERENCES, errorCorrection::in)));
  }

  private Trial<Technologies> trial(
      String group, Form drawnIn, Function<Specification, Form> formOf) {
    Technologies data = technologies.lasting(Technologies.LEAST_YEARS);
    return Trial.of(
        proposition,
        group,
        data,
        data.newest(),
        (any, specification) -> estimate(any, formOf.apply(specification), specification),
        LearnerWorld.of(data, drawnIn));
  }
}
