package speedbump.analysis.learningbymaking;

import java.util.List;
import java.util.Map;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.stats.Interval;
import speedbump.stats.PooledSlope;
import speedbump.stats.PooledSlope.Control;
import speedbump.stats.PooledSlope.Weights;

/** Proposition 7c: experience still matters once time is held fixed. */
public final class PooledExperience {
  private final Proposition proposition;
  private final Technologies technologies;
  private final double coverage;
  private final Option<Double> leastYears;
  private final Option<Weights> weights;
  private final Option<Control> timeControl;

  PooledExperience(Proposition proposition, Technologies technologies, double coverage) {
    this.proposition = proposition;
    this.technologies = technologies;
    this.coverage = coverage;
    this.leastYears = Option.numbers(proposition, "length");
    this.weights =
        Option.of(
            proposition,
            "weights",
            Map.of(
                "equal per observation",
                Weights.OBSERVATIONS,
                "equal per technology",
                Weights.CLUSTERS));
    this.timeControl =
        Option.of(
            proposition,
            "time control",
            Map.of("intercept", Control.INTERCEPT, "trend", Control.TREND));
  }

  /**
   * The pooled exponent with and without a control for time.
   *
   * @param controlled with it
   * @param uncontrolled without it
   * @param technologies pooled
   */
  public record Pooled(Interval controlled, Interval uncontrolled, int technologies) {}

  /**
   * The pooled exponent of first differences over single years, clustered by technology.
   *
   * @param least years with a point
   * @param control what each technology has of its own
   * @param counts what counts the same
   * @return the exponent with the control and without
   */
  public Pooled pooled(int least, Control control, Weights counts) {
    return pooled(technologies, least, control, counts);
  }

  private Pooled pooled(Technologies data, int least, Control control, Weights counts) {
    PooledDesign design = data.design(least, control, counts);
    List<double[]> steps = design.costSteps(data.lasting(least).all());
    return new Pooled(
        exponent(design.controlled().fit(steps)),
        exponent(design.uncontrolled().fit(steps)),
        steps.size());
  }

  /** Cost falls where the slope is negative. */
  private Interval exponent(PooledSlope slope) {
    Interval interval = slope.interval(coverage);
    return new Interval(-interval.estimate(), -interval.upper(), -interval.lower(), coverage);
  }

  private Outcome estimate(Technologies data, Specification specification) {
    Pooled pooled =
        pooled(
            data,
            leastYears.in(specification).intValue(),
            timeControl.in(specification),
            weights.in(specification));
    Interval controlled = pooled.controlled();
    double uncontrolled = pooled.uncontrolled().estimate();
    return uncontrolled > 0
        ? Outcome.of(
            Evidence.of("pooled_exponent_lower95", controlled.lower())
                .and("pooled_exponent_upper95_over_uncontrolled", controlled.upper() / uncontrolled)
                .and("pooled_exponent", controlled.estimate())
                .and("uncontrolled_exponent", uncontrolled))
        : Outcome.unusable("the exponent without the time control is not above 0");
  }

  Examination examination() {
    Technologies data = technologies.lasting(Technologies.LEAST_YEARS);
    return Examination.of(
        proposition,
        List.of(
            Trial.of(
                proposition,
                "pooled technologies",
                data,
                data.newest(),
                this::estimate,
                DeclineWorld.of(data))));
  }
}
