package speedbump.analysis.learningbymaking;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.model.CostSeries;
import speedbump.stats.Interval;
import speedbump.stats.PooledSlope;
import speedbump.stats.PooledSlope.Control;
import speedbump.stats.PooledSlope.Weights;

/** Proposition 7c: experience still matters once time is held fixed. */
public final class PooledExperience {
  private final Proposition proposition;
  private final Technologies technologies;
  private final double coverage;
  private final int leftOut;
  private final Option<Double> leastYears;
  private final Option<Weights> weights;
  private final Option<Control> timeControl;
  private final Option<OutputCounted> outputCounted;

  PooledExperience(Proposition proposition, Technologies technologies, double coverage) {
    this.proposition = proposition;
    this.technologies = technologies;
    this.coverage = coverage;
    this.leftOut = (int) proposition.definition("left_out_technologies");
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
    this.outputCounted = OutputCounted.option(proposition);
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
   * How much of the pooled exponent with the control for time is one technology's own.
   *
   * @param technology the name of its series
   * @param share its share of the information, a fraction of one
   */
  public record Weight(String technology, double share) {}

  /**
   * On how few technologies the pooled exponent with the control for time rests.
   *
   * @param effectiveTechnologies the number of equal technologies that would tell as much of the
   *     error
   * @param degreesOfFreedom Satterthwaite's, of the interval
   * @param weights one a technology, the heaviest first
   */
  public record Concentration(
      double effectiveTechnologies, double degreesOfFreedom, List<Weight> weights) {
    /**
     * Which technologies weigh most, and how much.
     *
     * @param number how many of them
     * @return for instance "Lithium-ion cells 20%, Laser Diode 15%"
     */
    public String heaviest(int number) {
      return weights.stream()
          .limit(number)
          .map(
              one ->
                  "%s %.0f%%".formatted(LearningFigures.words(one.technology()), 100 * one.share()))
          .collect(Collectors.joining(", "));
    }
  }

  /**
   * The pooled exponent of first differences over single years, clustered by technology, output
   * counted to the start of the year.
   *
   * @param least years with a point
   * @param control what each technology has of its own
   * @param counts what counts the same
   * @return the exponent with the control and without
   */
  public Pooled pooled(int least, Control control, Weights counts) {
    return pooled(least, control, counts, OutputCounted.START);
  }

  /** The same with output counted to the start or to the end of the year. */
  Pooled pooled(int least, Control control, Weights counts, OutputCounted output) {
    return pooled(technologies, least, control, counts, output);
  }

  /**
   * The pooled exponent, and the two registered figures beside it that are not counted.
   *
   * @param words what is pooled
   * @param pooled the exponent with the control for time and without
   * @param concentration on how few technologies it rests
   */
  public record Reading(String words, Pooled pooled, Concentration concentration) {}

  /**
   * The pooled exponent with output counted to the start of the year, to its end, and to its start
   * without the registered number of technologies that weigh most.
   *
   * @param least years with a point
   * @param control what each technology has of its own
   * @param counts what counts the same
   * @return the three readings in this order
   */
  public List<Reading> readings(int least, Control control, Weights counts) {
    OutputCounted start = OutputCounted.START;
    Technologies others = withoutHeaviest(technologies, least, control, counts, start);
    return List.of(
        reading("to the start of the year", technologies, least, control, counts, start),
        reading("to its end", technologies, least, control, counts, OutputCounted.END),
        reading(
            "to the start, without the %d that weigh most".formatted(leftOut),
            others,
            least,
            control,
            counts,
            start));
  }

  private Reading reading(
      String words,
      Technologies data,
      int least,
      Control control,
      Weights counts,
      OutputCounted output) {
    PooledSlope.Design design = data.design(least, control, counts, output).controlled();
    return new Reading(
        words,
        pooled(data, least, control, counts, output),
        new Concentration(
            design.effectiveClusters(),
            design.degreesOfFreedom(),
            weights(data.lasting(least), design)));
  }

  private static List<Weight> weights(Technologies data, PooledSlope.Design design) {
    List<CostSeries> all = data.all();
    double[] shares = design.informationShares();
    return IntStream.range(0, shares.length)
        .mapToObj(i -> new Weight(all.get(i).name(), shares[i]))
        .sorted(Comparator.comparingDouble(Weight::share).reversed())
        .toList();
  }

  private Technologies withoutHeaviest(
      Technologies data, int least, Control control, Weights counts, OutputCounted output) {
    PooledSlope.Design design = data.design(least, control, counts, output).controlled();
    return data.without(
        weights(data.lasting(least), design).stream()
            .limit(leftOut)
            .map(Weight::technology)
            .toList());
  }

  private Pooled pooled(
      Technologies data, int least, Control control, Weights counts, OutputCounted output) {
    PooledDesign design = data.design(least, control, counts, output);
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
    return outcome(
        pooled(
            data,
            leastYears.in(specification).intValue(),
            timeControl.in(specification),
            weights.in(specification),
            outputCounted.in(specification)));
  }

  private Outcome estimateWithoutHeaviest(Technologies data, Specification specification) {
    return estimate(
        withoutHeaviest(
            data,
            leastYears.in(specification).intValue(),
            timeControl.in(specification),
            weights.in(specification),
            outputCounted.in(specification)),
        specification);
  }

  private static Outcome outcome(Pooled pooled) {
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
                DeclineWorld.of(data)),
            Trial.of(
                proposition,
                "without the three that weigh most",
                data,
                data.newest(),
                this::estimateWithoutHeaviest)));
  }
}
