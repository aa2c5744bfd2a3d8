package speedbump.analysis.learningbymaking;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.model.CostSeries;
import speedbump.model.LearningCurve;
import speedbump.model.LearningCurve.Driver;
import speedbump.model.LearningCurve.Form;
import speedbump.stats.Interval;

/** Proposition 7a: cost falls with cumulative output (an association, not a cause). */
public final class FallingCosts {
  private static final String LEVELS = "levels";
  private static final String FIRST_DIFFERENCES = "first differences";

  private final Proposition proposition;
  private final Technologies technologies;
  private final double coverage;
  private final Option<Double> leastYears;
  private final Option<Double> leftOut;
  private final Option<Form> errorCorrection;

  FallingCosts(Proposition proposition, Technologies technologies) {
    this.proposition = proposition;
    this.technologies = technologies;
    this.coverage = proposition.definition("significance_coverage");
    this.leastYears = Option.numbers(proposition, "least length");
    this.leftOut = Option.numbers(proposition, "first year");
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
   * @param exponent the learning exponent with its interval after Newey and West
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

  /** How fast one technology learned, by the one test of this proposition. */
  Learner learner(CostSeries series, Form form) {
    return new Learner(
        series, LearningCurve.fit(series, Driver.EXPERIENCE, form).neweyWest(coverage));
  }

  /**
   * How fast each technology learned.
   *
   * @param form how the curve is fitted
   * @param least years with a point, those left out not counted
   * @param firstLeftOut first points left out
   * @return one learner a technology
   */
  public List<Learner> learners(Form form, int least, int firstLeftOut) {
    return learners(technologies, form, least, firstLeftOut);
  }

  private List<Learner> learners(Technologies data, Form form, int least, int firstLeftOut) {
    return data.lasting(least + firstLeftOut).all().stream()
        .map(one -> learner(one.between(firstLeftOut, one.size()), form))
        .toList();
  }

  private Outcome estimate(Technologies data, Form form, Specification specification) {
    List<Learner> learners =
        learners(
            data,
            form,
            leastYears.in(specification).intValue(),
            leftOut.in(specification).intValue());
    double significant = learners.stream().filter(Learner::significant).count();
    return Outcome.of(Evidence.of("significant_technologies_share", significant / learners.size()));
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
