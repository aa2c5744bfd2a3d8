package speedbump.analysis.shared;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import speedbump.analysis.shared.ControlledSeries.Point;
import speedbump.model.KinkedTrend;
import speedbump.model.Scale;
import speedbump.model.ShockDesign;

/**
 * The path of a series around its control, on logarithms: as observed, or as a simulated world
 * draws it. All paths on the same days share the designs of these, which are dear to build.
 */
public final class ControlledPath {
  private static final int LEAST_BESIDE_A_BEND = 3;

  private final LocalDate control;
  private final List<LocalDate> days;
  private final Map<Sample, ShockDesign> designs;
  private final double[] logs;

  private ControlledPath(
      LocalDate control, List<LocalDate> days, Map<Sample, ShockDesign> designs, double[] logs) {
    this.control = control;
    this.days = days;
    this.designs = designs;
    this.logs = logs;
  }

  /** What a design depends on beside the days. */
  private record Sample(NearControl near, double flatGrowth) {}

  /**
   * The observed path, each point at the middle of its period.
   *
   * @param series the series
   * @return its path around its own control
   * @throws IllegalArgumentException if a value has no logarithm
   */
  public static ControlledPath of(ControlledSeries series) {
    return of(series, series.controlDate());
  }

  /**
   * The observed path with another day taken for the control.
   *
   * @param series the series
   * @param control the day
   * @return the path around that day
   * @throws IllegalArgumentException if a value has no logarithm
   */
  public static ControlledPath of(ControlledSeries series, LocalDate control) {
    return new ControlledPath(
        control,
        series.points().stream().map(Point::middle).toList(),
        new ConcurrentHashMap<>(),
        Scale.LOGARITHMS.of(series.values()));
  }

  /** Another path on the same days. */
  ControlledPath drawn(double[] logs) {
    return new ControlledPath(control, days, designs, logs.clone());
  }

  /**
   * The path without one of its points.
   *
   * @param point its index, from 0
   * @return the others
   */
  public ControlledPath without(int point) {
    List<LocalDate> left = new ArrayList<>(days);
    left.remove(point);
    double[] logsLeft =
        IntStream.range(0, logs.length).filter(i -> i != point).mapToDouble(i -> logs[i]).toArray();
    return new ControlledPath(control, left, new ConcurrentHashMap<>(), logsLeft);
  }

  /**
   * The day of each point.
   *
   * @return the days, in the order of the points
   */
  public List<LocalDate> days() {
    return days;
  }

  /**
   * The dates of the points that are kept, ready for the shapes.
   *
   * @param near which points are left out
   * @param flatGrowth share of the old growth at or below which a path counts as flat
   * @return the design, made once for all paths on the same days
   * @throws IllegalArgumentException as {@link ShockDesign#of}
   */
  public ShockDesign design(NearControl near, double flatGrowth) {
    return designs.computeIfAbsent(
        new Sample(near, flatGrowth),
        sample ->
            ShockDesign.of(
                days.stream().filter(day -> near.keeps(day, control)).toList(),
                control,
                flatGrowth));
  }

  /**
   * The values of the points that are kept.
   *
   * @param near which points are left out
   * @param scale logarithms or levels
   * @return one value a point
   */
  public double[] values(NearControl near, Scale scale) {
    double[] kept =
        IntStream.range(0, logs.length)
            .filter(i -> near.keeps(days.get(i), control))
            .mapToDouble(i -> logs[i])
            .toArray();
    return scale == Scale.LOGARITHMS ? kept : Arrays.stream(kept).map(Math::exp).toArray();
  }

  /**
   * Years from control to the bend of the points before it that leaves the least squares, at the
   * first day of a month, with {@value #LEAST_BESIDE_A_BEND} points on either side.
   *
   * @param near which points are left out
   * @param y the values of the points that are kept
   * @return the years, below zero; empty if there are too few points
   */
  public OptionalDouble earlierBend(NearControl near, double[] y) {
    List<LocalDate> before =
        days.stream().filter(day -> near.keeps(day, control) && day.isBefore(control)).toList();
    if (before.stream().distinct().count() < 2 * LEAST_BESIDE_A_BEND) {
      return OptionalDouble.empty();
    }
    KinkedTrend kinked =
        KinkedTrend.kinked(before, Arrays.copyOf(y, before.size()), LEAST_BESIDE_A_BEND);
    return OptionalDouble.of(ShockDesign.years(control, kinked.kink()));
  }

  /**
   * The shapes, fitted on logarithms.
   *
   * @param near which points are left out
   * @param flatGrowth share of the old growth at or below which a path counts as flat
   * @return the fits
   * @throws IllegalArgumentException if no shape is identified
   */
  public Fitted fit(NearControl near, double flatGrowth) {
    ShockDesign design = design(near, flatGrowth);
    double[] y = values(near, Scale.LOGARITHMS);
    return new Fitted(design, y, design.fit(y));
  }
}
