package speedbump.analysis.twoinnovationsystems;

import java.time.YearMonth;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import speedbump.analysis.shared.Intervals;
import speedbump.analysis.twoinnovationsystems.IndustryMix.Base;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Machinery;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Specification;
import speedbump.claim.Standing;
import speedbump.claim.Trial;
import speedbump.claim.World;
import speedbump.model.Profiles.Metric;
import speedbump.stats.Autoregression;
import speedbump.stats.Interval;
import speedbump.stats.LeastSquares;
import speedbump.stats.LeastSquares.SerialErrors;

/** Proposition 1d: the mixes of industry of the US and China are not growing alike. */
public final class Convergence {
  private static final String CHANGE = "distance_change_over_span";

  /** Those of a straight line. */
  private static final int COEFFICIENTS = 2;

  private static final int COVERAGE_DRAWS = 1000;

  private final Proposition proposition;
  private final IndustryMix mix;
  private final double coverage;
  private final Option<Metric> metric;
  private final Option<Base> base;
  private final Option<SerialErrors> interval;

  Convergence(Proposition proposition, Machinery machinery, IndustryMix mix) {
    this.proposition = proposition;
    this.mix = mix;
    this.coverage = machinery.intervalCoverage();
    this.metric = PairRank.metric(proposition);
    this.base = Base.of(proposition);
    this.interval = Intervals.option(proposition);
  }

  /** The change of the distance that the interval must exclude for 1d to hold: a halving. */
  double leastChange() {
    return proposition.bound(Standing.HOLDS, "distance_change_over_span_lower95");
  }

  /**
   * A distance by year.
   *
   * @param years the years
   * @param distances one a year
   */
  public record Path(double[] years, double[] distances) {
    /** Keeps its own copies. */
    public Path {
      years = years.clone();
      distances = distances.clone();
    }

    /**
     * The years.
     *
     * @return a copy
     */
    @Override
    public double[] years() {
      return years.clone();
    }

    /**
     * The distances.
     *
     * @return a copy
     */
    @Override
    public double[] distances() {
      return distances.clone();
    }

    /**
     * The straight line through the distances.
     *
     * @return the line, years counted from the first
     */
    public LeastSquares line() {
      return LeastSquares.withConstant(
          distances,
          IntStream.range(0, years.length).mapToDouble(i -> years[i] - years[0]).toArray());
    }

    /**
     * How long it lasts.
     *
     * @return years from the first to the last
     */
    public double span() {
      return years[years.length - 1] - years[0];
    }

    /**
     * Its change over the span, as the slope of the line has it.
     *
     * @param coverage of the interval
     * @param errors how the interval allows for autocorrelation
     * @return the change as a share of the first distance
     */
    public Interval change(double coverage, SerialErrors errors) {
      Interval slope = line().interval(1, coverage, errors);
      double scale = span() / distances[0];
      return new Interval(
          slope.estimate() * scale, slope.lower() * scale, slope.upper() * scale, slope.level());
    }
  }

  /**
   * The yearly distance of the US and China.
   *
   * @param how how shares part
   * @param of of what the shares are
   * @return one distance a year
   */
  public Path path(Metric how, Base of) {
    List<Integer> years = mix.years();
    return new Path(
        years.stream().mapToDouble(year -> year).toArray(),
        years.stream()
            .mapToDouble(
                year -> mix.profiles(year, of, false).distance(PairRank.US, PairRank.CHINA, how))
            .toArray());
  }

  /**
   * The default: Euclidean, shares of these industries.
   *
   * @return one distance a year
   */
  public Path path() {
    return path(Metric.EUCLIDEAN, Base.THESE_INDUSTRIES);
  }

  /**
   * How often the default interval covers the truth at the length and noise of the series.
   *
   * @param world whose change is the truth
   * @return the share of draws
   */
  public double measuredCoverage(World world) {
    Trial<Function<Specification, Path>> trial = trial();
    WorldSizes sizes = proposition.worlds(world).get(0);
    double truth = sizes.of(CHANGE);
    return IntStream.range(0, COVERAGE_DRAWS)
        .parallel()
        .mapToObj(
            draw -> trial.draw(trial.defaultSpecification(), sizes, new SplittableRandom(draw)))
        .map(outcome -> ((Outcome.Usable) outcome).evidence())
        .mapToInt(
            evidence ->
                evidence.value("distance_change_over_span_lower95") <= truth
                        && truth <= evidence.value("distance_change_over_span_upper95")
                    ? 1
                    : 0)
        .average()
        .orElseThrow();
  }

  private Outcome estimate(Function<Specification, Path> data, Specification specification) {
    SerialErrors errors = interval.in(specification);
    return outcome(data.apply(specification), errors);
  }

  Outcome outcome(Path path, SerialErrors errors) {
    if (path.line().exact()) {
      return Outcome.unusable("the distance does not scatter");
    }
    Interval change = path.change(coverage, errors);
    return Outcome.of(
        Evidence.of("distance_change_over_span_lower95", change.lower())
            .and("distance_change_over_span_upper95", change.upper())
            .and("distance_change_over_span", change.estimate()));
  }

  Examination examination() {
    return Examination.of(proposition, List.of(trial()));
  }

  private Trial<Function<Specification, Path>> trial() {
    Path real = path();
    double start = real.line().coefficients()[0];
    Autoregression noise = Autoregression.fitErrors(real.line().residuals(), COEFFICIENTS);
    return Trial.of(
        proposition,
        "value added by industry",
        specification -> path(metric.in(specification), base.in(specification)),
        YearMonth.of(mix.newest(), 12),
        this::estimate,
        (sizes, random) -> {
          Path drawn = drawn(real, start, noise, sizes.of(CHANGE), random);
          return specification -> drawn;
        });
  }

  /** A straight line from the fitted first distance, with noise, never below zero. */
  private static Path drawn(
      Path real, double start, Autoregression noise, double change, RandomGenerator random) {
    double[] years = real.years();
    double[] drawn = noise.simulate(years.length, random);
    for (int i = 0; i < drawn.length; i++) {
      double passed = (years[i] - years[0]) / real.span();
      drawn[i] = Math.max(0, start * (1 + change * passed) + drawn[i]);
    }
    return new Path(years, drawn);
  }
}
