package speedbump.analysis.theexpectedstall;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import speedbump.analysis.shared.ControlledPath;
import speedbump.analysis.shared.ControlledSeries;
import speedbump.analysis.shared.Intervals;
import speedbump.analysis.shared.NearControl;
import speedbump.analysis.shared.Samples;
import speedbump.analysis.shared.Samples.Sample;
import speedbump.analysis.shared.SimulatedPath;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.claim.World;
import speedbump.data.Catalog;
import speedbump.model.Scale;
import speedbump.model.ShockDesign;
import speedbump.model.ShockShape;
import speedbump.stats.Interval;
import speedbump.stats.LeastSquares.SerialErrors;
import speedbump.stats.PraisWinsten;

/** Proposition 4c: after control China's series kept growing at most of their pace. */
public final class KeptGrowth {
  private static final String RATIO = "growth_ratio";
  private static final int COVERAGE_DRAWS = 1000;

  private final Proposition proposition;
  private final Catalog catalog;
  private final double flatGrowth;
  private final double coverage;
  private final Option<NearControl> nearControl;
  private final Option<Boolean> earlierBend;
  private final Option<SerialErrors> interval;
  private final Function<Specification, Sample> sample;

  KeptGrowth(Proposition proposition, double flatGrowth, Catalog catalog) {
    this.proposition = proposition;
    this.catalog = catalog;
    this.flatGrowth = flatGrowth;
    this.coverage = proposition.definition("interval_coverage");
    this.nearControl = NearControl.of(proposition);
    this.interval = Intervals.option(proposition);
    this.sample = Sample.of(proposition);
    this.earlierBend =
        Option.of(
            proposition,
            "earlier bend",
            Map.of("no earlier bend", false, "one bend fitted on the points before control", true));
  }

  /**
   * Growth after control over growth before it, as one reading of a series has it.
   *
   * @param series name of the series
   * @param points which points near control are left out
   * @param oldTrend straight, or bent before control
   * @param ratio the ratio
   * @param lower lower end of its interval
   * @param upper upper end
   */
  public record Kept(
      String series, String points, String oldTrend, double ratio, double lower, double upper) {}

  /**
   * The ratio by every reading of the points near control and of the old trend, on the default
   * sample.
   *
   * @param series a series of 2a
   * @return one row a reading whose interval is bounded
   */
  public List<Kept> readings(ControlledSeries series) {
    return Arrays.stream(NearControl.values())
        .flatMap(near -> Stream.of(false, true).flatMap(bent -> kept(series, near, bent).stream()))
        .toList();
  }

  private Optional<Kept> kept(ControlledSeries series, NearControl near, boolean bent) {
    return ratio(ControlledPath.of(series), near, SerialErrors.PRAIS_WINSTEN, bent)
        .map(
            found ->
                new Kept(
                    series.id().replace('_', ' '),
                    near.words(),
                    bent ? "bent" : "straight",
                    found.estimate(),
                    found.lower(),
                    found.upper()));
  }

  /**
   * The same ratio at China's control date for series that no control touched: how much a growth
   * that had begun before slows by itself.
   *
   * @param series a series of 2a
   * @return one row another place, in alphabetical order, whose interval is bounded; all points, no
   *     earlier bend
   */
  public List<Kept> elsewhere(ControlledSeries series) {
    return series.elsewhere(catalog).stream()
        .flatMap(
            other ->
                enough(other) ? kept(other, NearControl.ALL, false).stream() : Stream.<Kept>empty())
        .toList();
  }

  private static boolean enough(ControlledSeries series) {
    int least = ShockShape.SLOPE.leastPointsBefore() + ShockShape.SLOPE.leastPointsAfter();
    return series.points().size() >= Math.max(PraisWinsten.LEAST_OBSERVATIONS, least);
  }

  /**
   * Growth before and after control as a multiple a year.
   *
   * @param before times a year before control
   * @param after times a year after it
   */
  public record Folds(double before, double after) {}

  /**
   * What the two slopes of the default reading are as multiples, since a share of a logarithm's
   * slope tells little of the growth itself.
   *
   * @param series a series of 2a
   * @return the exponentials of both slopes, all points, no earlier bend
   */
  public Folds folds(ControlledSeries series) {
    ControlledPath path = ControlledPath.of(series);
    ShockDesign.Slopes slopes =
        path.design(NearControl.ALL, flatGrowth)
            .slopes(path.values(NearControl.ALL, Scale.LOGARITHMS));
    return new Folds(Math.exp(slopes.before()), Math.exp(slopes.after()));
  }

  /**
   * Growth before control with one point less, over all points that can be left out.
   *
   * @param series a series of 2a
   * @return times a year: the least, the greatest and the mean
   */
  public DoubleSummaryStatistics foldBeforeWithoutOne(ControlledSeries series) {
    return IntStream.range(0, series.points().size())
        .mapToDouble(i -> folds(series.without(i)).before())
        .summaryStatistics();
  }

  /**
   * How often the default interval covers the truth at the length and noise of a series.
   *
   * @param series a series of 2a
   * @param world whose ratio is the truth
   * @return the share of draws, those whose interval is not bounded left out
   */
  public double measuredCoverage(ControlledSeries series, World world) {
    Trial<Samples> trial = trial(series);
    WorldSizes sizes = proposition.worlds(world).get(0);
    double truth = sizes.of(RATIO);
    int[] covered =
        IntStream.range(0, COVERAGE_DRAWS)
            .parallel()
            .mapToObj(
                draw -> trial.draw(trial.defaultSpecification(), sizes, new SplittableRandom(draw)))
            .flatMap(
                outcome ->
                    outcome instanceof Outcome.Usable usable
                        ? Stream.of(usable.evidence())
                        : Stream.empty())
            .mapToInt(
                evidence ->
                    evidence.value("growth_ratio_after_over_before_lower80") <= truth
                            && truth <= evidence.value("growth_ratio_after_over_before_upper80")
                        ? 1
                        : 0)
            .toArray();
    return Arrays.stream(covered).average().orElse(Double.NaN);
  }

  private Optional<Interval> ratio(
      ControlledPath path, NearControl near, SerialErrors errors, boolean bent) {
    double[] y = path.values(near, Scale.LOGARITHMS);
    ShockDesign design = path.design(near, flatGrowth);
    OptionalDouble bend = bent ? path.earlierBend(near, y) : OptionalDouble.empty();
    if (design.excluded(ShockShape.SLOPE).isPresent() || bent && bend.isEmpty()) {
      return Optional.empty();
    }
    return design.growthRatio(y, coverage, errors, bend);
  }

  private Outcome estimate(Samples samples, Specification specification) {
    ControlledPath path = samples.path(sample.apply(specification));
    NearControl near = nearControl.in(specification);
    boolean bent = earlierBend.in(specification);
    SerialErrors errors = interval.in(specification);
    Optional<String> excluded = path.design(near, flatGrowth).excluded(ShockShape.SLOPE);
    if (excluded.isPresent()) {
      return Outcome.unusable(excluded.get());
    }
    if (bent && path.earlierBend(near, path.values(near, Scale.LOGARITHMS)).isEmpty()) {
      return Outcome.unusable("too few points before control for a bend among them");
    }
    return ratio(path, near, errors, bent)
        .map(
            ratio ->
                Outcome.of(
                    Evidence.of("growth_ratio_after_over_before_lower80", ratio.lower())
                        .and("growth_ratio_after_over_before_upper80", ratio.upper())
                        .and("growth_ratio_after_over_before", ratio.estimate())))
        .orElseGet(
            () ->
                Outcome.unusable(
                    "growth before control is not told from none: no ratio is too large"));
  }

  private Trial<Samples> trial(ControlledSeries series) {
    Samples samples = Samples.of(catalog, series);
    ControlledPath path = samples.path(Sample.DEFAULT);
    SimulatedPath simulated = SimulatedPath.of(path, path.fit(NearControl.ALL, flatGrowth));
    return Trial.of(
            proposition,
            "each eligible restricted series",
            samples,
            series.newest(),
            this::estimate,
            (sizes, random) -> Samples.drawn(simulated.draw(slowed(sizes), random)))
        .named(series.id())
        .without(samples.untouched());
  }

  /** The registered ratio as growth after control, without a jump. */
  private static WorldSizes slowed(WorldSizes sizes) {
    return new WorldSizes(
        sizes.world(),
        sizes.variant(),
        Map.of("growth_after_over_before", sizes.of(RATIO), "shift_months", 0.0),
        sizes.reads());
  }

  Examination examination(List<ControlledSeries> eligible) {
    return Examination.of(proposition, eligible.stream().map(this::trial).toList());
  }
}
