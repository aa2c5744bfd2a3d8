package speedbump.analysis.delayorstop;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import speedbump.analysis.shared.ControlledSeries;
import speedbump.analysis.shared.ControlledSeries.Point;
import speedbump.analysis.shared.ControlledSeries.Use;
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
  private static final double MONTHS_PER_YEAR = 12;

  private final Proposition proposition;
  private final Wall wall;
  private final Machinery machinery;
  private final Option<Estimand> estimand;
  private final Option<NearControl> nearControl;
  private final Option<SerialErrors> interval;
  private final Option<Scale> scale;

  Delay(Proposition proposition, Wall wall, Machinery machinery) {
    this.proposition = proposition;
    this.wall = wall;
    this.machinery = machinery;
    this.estimand = Option.of(proposition, "estimand", Estimand.values(), each -> each.words);
    this.nearControl = NearControl.of(proposition);
    this.interval = interval(proposition);
    this.scale =
        Option.of(proposition, "scale", Map.of("logs", Scale.LOGARITHMS, "levels", Scale.LEVELS));
  }

  /** The registered choice "interval" of a proposition. */
  static Option<SerialErrors> interval(Proposition proposition) {
    return Option.of(
        proposition,
        "interval",
        Map.of(
            "Newey-West", SerialErrors.NEWEY_WEST,
            "block bootstrap", SerialErrors.BLOCK_BOOTSTRAP));
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
   * The delay at control, as one reading of a series has it.
   *
   * @param series name of the series
   * @param points which points near control are left out
   * @param delayMonths the jump of the path in months of the old growth, negative for a gain
   * @param lowMonths lower end of its interval
   * @param highMonths upper end
   */
  public record AtControl(
      String series, String points, double delayMonths, double lowMonths, double highMonths) {}

  /**
   * The delay at control of the fitted series, by every reading of the points near control.
   *
   * @param fitted fitted series whose old trends grow
   * @return one row a series and reading, in whole months
   */
  public List<AtControl> atControl(List<ControlledSeries> fitted) {
    return fitted.stream()
        .flatMap(series -> Arrays.stream(NearControl.values()).map(near -> atControl(series, near)))
        .toList();
  }

  private AtControl atControl(ControlledSeries series, NearControl near) {
    Fitted fit = wall.fit(series, near);
    Interval jump = change(fit, Estimand.LEVEL_SHIFT, SerialErrors.NEWEY_WEST);
    double months = -MONTHS_PER_YEAR / fit.fits().of(ShockShape.SHIFT).growthPerYear();
    return new AtControl(
        series.id().replace('_', ' '),
        near.words(),
        Math.rint(jump.estimate() * months),
        Math.rint(jump.upper() * months),
        Math.rint(jump.lower() * months));
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
    return change(fitted.design(), fitted.y(), wanted, errors);
  }

  private Interval change(ShockDesign design, double[] y, Estimand wanted, SerialErrors errors) {
    double coverage = machinery.intervalCoverage();
    return wanted == Estimand.LEVEL_SHIFT
        ? design.pathShift(y, coverage, errors)
        : design.pathSlopeChangePerYear(y, coverage, errors);
  }

  private Outcome estimate(ControlledPath path, Specification specification) {
    Estimand wanted = estimand.in(specification);
    NearControl near = nearControl.in(specification);
    SerialErrors errors = interval.in(specification);
    double[] y = path.values(near, scale.in(specification));
    ShockDesign design = path.design(near, wall.flatGrowth());
    return design
        .excluded(wanted.shape)
        .map(Outcome::unusable)
        .orElseGet(() -> outcome(change(design, y, wanted, errors)));
  }

  private static Outcome outcome(Interval change) {
    return Outcome.of(
        Evidence.of("path_change_upper95", change.upper())
            .and("path_change_lower95", change.lower())
            .and("path_change", change.estimate()));
  }

  private Trial<ControlledPath> trial(ControlledSeries series) {
    ControlledPath path = ControlledPath.of(series);
    SimulatedPath simulated = SimulatedPath.of(path, path.fit(NearControl.ALL, wall.flatGrowth()));
    return Trial.of(
            proposition,
            series.use() == Use.PROXY ? "each proxy" : "each series of 2a",
            path,
            series.newest(),
            this::estimate,
            simulated::draw)
        .named(series.id());
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
    Trial<ControlledPath> trial = trial(series);
    Specification test = trial.defaultSpecification();
    return delaysMonths.stream()
        .map(
            months -> {
              WorldSizes planted =
                  new WorldSizes(World.T, 1, Map.of("shift_months", months), "a planted delay");
              long seen =
                  IntStream.range(0, draws)
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
            change(fitted, Estimand.LEVEL_SHIFT, SerialErrors.NEWEY_WEST),
            fitted.fits().of(ShockShape.SHIFT).lagMonths(series.controlDate()).orElse(Double.NaN),
            design.excluded(ShockShape.CEILING).isPresent()
                ? Double.NaN
                : fitted.fits().weight(ShockShape.CEILING)));
  }
}
