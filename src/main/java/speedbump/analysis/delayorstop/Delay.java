package speedbump.analysis.delayorstop;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import speedbump.analysis.shared.ControlledPath;
import speedbump.analysis.shared.ControlledSeries;
import speedbump.analysis.shared.ControlledSeries.Point;
import speedbump.analysis.shared.ControlledSeries.Use;
import speedbump.analysis.shared.Fitted;
import speedbump.analysis.shared.Intervals;
import speedbump.analysis.shared.NearControl;
import speedbump.analysis.shared.Samples;
import speedbump.analysis.shared.Samples.Sample;
import speedbump.analysis.shared.SimulatedPath;
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
import speedbump.data.Catalog;
import speedbump.model.Scale;
import speedbump.model.ShockDesign;
import speedbump.model.ShockShape;
import speedbump.stats.Interval;
import speedbump.stats.LeastSquares.SerialErrors;

/** Proposition 2b: there is a delay, the path after control lies below the path before. */
public final class Delay {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

  private final Proposition proposition;
  private final Catalog catalog;
  private final Wall wall;
  private final Machinery machinery;
  private final Option<Estimand> estimand;
  private final Option<NearControl> nearControl;
  private final Option<SerialErrors> interval;
  private final Option<Boolean> earlierBend;
  private final Function<Specification, Sample> sample;
  private final Option<Scale> scale;

  Delay(Proposition proposition, Wall wall, Machinery machinery, Catalog catalog) {
    this.proposition = proposition;
    this.catalog = catalog;
    this.wall = wall;
    this.machinery = machinery;
    this.estimand = Option.of(proposition, "estimand", Estimand.values(), each -> each.words);
    this.nearControl = NearControl.of(proposition);
    this.interval = Intervals.option(proposition);
    this.earlierBend =
        Option.of(
            proposition,
            "earlier bend",
            Map.of("no earlier bend", false, "one bend fitted on the points before control", true));
    this.sample = Sample.of(proposition);
    this.scale =
        Option.of(proposition, "scale", Map.of("logs", Scale.LOGARITHMS, "levels", Scale.LEVELS));
  }

  /** What 2b asks for. */
  public enum Estimand {
    /** The jump of the path at control. */
    LEVEL_SHIFT("level shift", ShockShape.SHIFT),
    /** The change of its growth. */
    CHANGE_OF_SLOPE("change of slope", ShockShape.SLOPE);

    private final String words;
    private final ShockShape shape;

    Estimand(String words, ShockShape shape) {
      this.words = words;
      this.shape = shape;
    }
  }

  /**
   * A point of the power curve of 2b.
   *
   * @param delayMonths the planted delay, in months of the old growth
   * @param power share of draws in which the path lies below the old one with confidence
   */
  public record PowerPoint(double delayMonths, double power) {}

  /**
   * The test of 2b with another day taken for the control, or on a series that no control touches.
   *
   * @param name the day, or who the series is of
   * @param day the day taken for the control
   * @param shift the jump of the path there
   * @param lagMonths the same in months of the old growth, positive for a delay; not a number if
   *     the old trend does not grow
   * @param ceilingWeight the weight of the ceiling; not a number where it is not identified
   */
  public record Placebo(
      String name, LocalDate day, Interval shift, double lagMonths, double ceilingWeight) {}

  /**
   * The path after control against the path before, as one reading of a series has it, on
   * logarithms. Negative is a path below the old one.
   *
   * @param series name of the series
   * @param points which points near control are left out
   * @param oldTrend straight, or where it is bent before control
   * @param jump the jump of the path at control, log points
   * @param jumpLow lower end of its interval
   * @param jumpHigh upper end
   * @param slope the change of its growth, log points a year
   * @param slopeLow lower end of its interval
   * @param slopeHigh upper end
   */
  public record AtControl(
      String series,
      String points,
      String oldTrend,
      double jump,
      double jumpLow,
      double jumpHigh,
      double slope,
      double slopeLow,
      double slopeHigh) {}

  /**
   * The path after control against the path before, by every reading of the points near control and
   * of the old trend.
   *
   * @param fitted fitted series
   * @return one row a series and reading, in tenths
   * @throws IllegalArgumentException if a reading does not identify the jump or the change of
   *     growth
   */
  public List<AtControl> atControl(List<ControlledSeries> fitted) {
    return fitted.stream()
        .flatMap(
            series ->
                Arrays.stream(NearControl.values())
                    .flatMap(
                        near ->
                            Stream.of(
                                atControl(series, near, OptionalDouble.empty()),
                                atControl(series, near, yearsToEarlierBend(series, near)))))
        .toList();
  }

  private AtControl atControl(
      ControlledSeries series, NearControl near, OptionalDouble earlierBend) {
    Fitted fit = wall.fit(series, near);
    SerialErrors errors = SerialErrors.PRAIS_WINSTEN;
    Interval jump = change(fit.design(), fit.y(), Estimand.LEVEL_SHIFT, errors, earlierBend);
    Interval slope = change(fit.design(), fit.y(), Estimand.CHANGE_OF_SLOPE, errors, earlierBend);
    return new AtControl(
        series.id().replace('_', ' '),
        near.words(),
        earlierBend.isPresent()
            ? "bent in "
                + ShockDesign.day(series.controlDate(), earlierBend.getAsDouble()).format(MONTH)
            : "straight",
        tenths(jump.estimate()),
        tenths(jump.lower()),
        tenths(jump.upper()),
        tenths(slope.estimate()),
        tenths(slope.lower()),
        tenths(slope.upper()));
  }

  private static double tenths(double value) {
    return Math.rint(10 * value) / 10;
  }

  /**
   * Where a series bends before its control, by the points before it alone.
   *
   * @param series a fitted series
   * @param near which points are left out
   * @return the day of the bend that leaves the least squares, the first of a month
   * @throws java.util.NoSuchElementException if too few points stand before control
   */
  public LocalDate earlierBend(ControlledSeries series, NearControl near) {
    return ShockDesign.day(series.controlDate(), yearsToEarlierBend(series, near).orElseThrow());
  }

  private static OptionalDouble yearsToEarlierBend(ControlledSeries series, NearControl near) {
    ControlledPath path = ControlledPath.of(series);
    return path.earlierBend(near, path.values(near, Scale.LOGARITHMS));
  }

  /**
   * How the path after control lies to the path before.
   *
   * @param fitted a fitted series
   * @param wanted jump, or change of growth
   * @param errors how the interval allows for autocorrelation
   * @return the jump in units of the scale, or the change of growth in such units a year; negative
   *     is a delay
   * @throws IllegalArgumentException if the series does not identify it
   */
  public Interval change(Fitted fitted, Estimand wanted, SerialErrors errors) {
    return change(fitted.design(), fitted.y(), wanted, errors, OptionalDouble.empty());
  }

  private Interval change(
      ShockDesign design,
      double[] y,
      Estimand wanted,
      SerialErrors errors,
      OptionalDouble earlierBend) {
    double coverage = machinery.intervalCoverage();
    return wanted == Estimand.LEVEL_SHIFT
        ? design.pathShift(y, coverage, errors, earlierBend)
        : design.pathSlopeChangePerYear(y, coverage, errors, earlierBend);
  }

  private Outcome estimate(ControlledPath path, Specification specification) {
    Estimand wanted = estimand.in(specification);
    NearControl near = nearControl.in(specification);
    SerialErrors errors = interval.in(specification);
    double[] y = path.values(near, scale.in(specification));
    ShockDesign design = path.design(near, wall.flatGrowth());
    if (design.excluded(wanted.shape).isPresent()) {
      return Outcome.unusable(design.excluded(wanted.shape).get());
    }
    OptionalDouble bend =
        earlierBend.in(specification) ? path.earlierBend(near, y) : OptionalDouble.empty();
    return earlierBend.in(specification) && bend.isEmpty()
        ? Outcome.unusable("too few points before control for a bend among them")
        : outcome(change(design, y, wanted, errors, bend));
  }

  private static Outcome outcome(Interval change) {
    return Outcome.of(
        Evidence.of("path_change_upper95", change.upper())
            .and("path_change_lower95", change.lower())
            .and("path_change", change.estimate()));
  }

  private Trial<Samples> trial(ControlledSeries series) {
    boolean proxy = series.use() == Use.PROXY;
    Samples samples = Samples.of(catalog, series);
    ControlledPath path = samples.path(Sample.DEFAULT);
    SimulatedPath simulated = SimulatedPath.of(path, path.fit(NearControl.ALL, wall.flatGrowth()));
    Function<Specification, Sample> which = proxy ? specification -> Sample.DEFAULT : sample;
    return Trial.of(
            proposition,
            proxy ? "each proxy" : "each series of 2a",
            samples,
            series.newest(),
            (data, specification) -> estimate(data.path(which.apply(specification)), specification),
            (sizes, random) -> Samples.drawn(simulated.draw(sizes, random)))
        .named(series.id())
        .without(proxy ? new String[0] : samples.untouched());
  }

  Examination examination(List<ControlledSeries> fitted) {
    return Examination.of(proposition, fitted.stream().map(this::trial).toList());
  }

  /**
   * How large a delay a series could have shown: the share of simulated worlds in which the default
   * test sees it.
   *
   * @param series a fitted series
   * @param delaysMonths the planted delays, in months of the old growth
   * @param draws number of draws of each
   * @return one share a delay
   */
  public List<PowerPoint> powerCurve(
      ControlledSeries series, List<Double> delaysMonths, int draws) {
    Trial<Samples> trial = trial(series);
    Specification test = trial.defaultSpecification();
    return delaysMonths.stream()
        .map(
            months -> {
              WorldSizes planted =
                  new WorldSizes(World.T, 1, Map.of("shift_months", months), "a planted delay");
              long seen =
                  IntStream.range(0, draws)
                      .parallel()
                      .mapToObj(draw -> trial.draw(test, planted, new SplittableRandom(draw)))
                      .filter(
                          outcome ->
                              outcome instanceof Outcome.Usable usable
                                  && proposition.standing(usable.evidence()) == Standing.HOLDS)
                      .count();
              return new PowerPoint(months, seen / (double) draws);
            })
        .toList();
  }

  /**
   * The test at every earlier day, on the points before control alone: where no control was, no
   * delay should be found.
   *
   * @param series a fitted series
   * @return one test a day on which a point stands and at which the jump is identified
   */
  public List<Placebo> placeboDates(ControlledSeries series) {
    return series.points().stream()
        .map(Point::middle)
        .filter(day -> day.isBefore(series.controlDate()))
        .distinct()
        .flatMap(day -> placebo(day.toString(), series.placebo(day)).stream())
        .toList();
  }

  /**
   * The test at China's control date on the same series of other economies, which no control
   * touches: how large a jump comes by itself.
   *
   * @param catalog the collection's tables
   * @param series a fitted series
   * @return one test an economy whose series has the points that 2a asks for, China's own first
   */
  public List<Placebo> placeboEconomies(Catalog catalog, ControlledSeries series) {
    return Stream.concat(
            placebo("China", series).stream(),
            series.elsewhere(catalog).stream()
                .filter(wall::enoughPoints)
                .flatMap(other -> placebo(other.id(), other).stream()))
        .toList();
  }

  private Optional<Placebo> placebo(String name, ControlledSeries series) {
    ControlledPath path = ControlledPath.of(series);
    ShockDesign design = path.design(NearControl.ALL, wall.flatGrowth());
    if (design.excluded(ShockShape.SHIFT).isPresent()) {
      return Optional.empty();
    }
    Fitted fitted = path.fit(NearControl.ALL, wall.flatGrowth());
    return Optional.of(
        new Placebo(
            name,
            series.controlDate(),
            change(fitted, Estimand.LEVEL_SHIFT, SerialErrors.PRAIS_WINSTEN),
            fitted.fits().of(ShockShape.SHIFT).lagMonths(series.controlDate()).orElse(Double.NaN),
            design.excluded(ShockShape.CEILING).isPresent()
                ? Double.NaN
                : fitted.fits().weight(ShockShape.CEILING)));
  }
}
