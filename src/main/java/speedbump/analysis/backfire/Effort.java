package speedbump.analysis.backfire;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import speedbump.analysis.shared.ControlledSeries;
import speedbump.analysis.shared.Intervals;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Machinery;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.data.Catalog;
import speedbump.stats.Autoregression;
import speedbump.stats.Interval;
import speedbump.stats.LeastSquares;
import speedbump.stats.LeastSquares.SerialErrors;
import speedbump.stats.PraisWinsten;
import speedbump.stats.SlopeBreak;

/**
 * Proposition 9b: effort in semiconductors broke upwards against its own earlier trend. A trend in
 * logarithms may bend once, at a date that is searched, or at the control.
 */
public final class Effort {
  private static final int GROWTH = 1;
  private static final int BEND = 2;

  private final Proposition proposition;
  private final double control;
  private final double leastShare;
  private final double coverage;
  private final Option<SerialErrors> interval;
  private final List<Path> paths;

  /**
   * A series of effort.
   *
   * @param group the registered group
   * @param series where it stands
   * @param times middle of each year
   * @param logs logarithm of each value
   */
  public record Path(String group, ControlledSeries series, double[] times, double[] logs) {
    private static Path of(String group, ControlledSeries series) {
      return new Path(
          group,
          series,
          series.points().stream().mapToDouble(point -> point.middle().getYear() + 0.5).toArray(),
          series.points().stream().mapToDouble(point -> Math.log(point.value())).toArray());
    }
  }

  /**
   * The line of a series bent at the control.
   *
   * @param growthBefore growth a year before control, of the logarithm
   * @param change change of growth at control, with its 95% interval
   * @param fitted the line at each year
   */
  public record Bent(double growthBefore, Interval change, double[] fitted) {}

  Effort(Proposition proposition, Machinery machinery, Catalog catalog) {
    this.proposition = proposition;
    this.control =
        proposition.definition("control_year")
            + (proposition.definition("control_month") - 0.5) / 12;
    this.leastShare = proposition.definition("least_share_of_points_on_either_side");
    this.coverage = machinery.intervalCoverage();
    this.interval = Intervals.option(proposition);
    List<ControlledSeries> all = ControlledSeries.all(catalog);
    this.paths =
        List.of(
            Path.of("imports of the chip-making basket", named(all, "equipment_imports")),
            Path.of("semiconductor patents", named(all, "semiconductor_patents")));
  }

  private static ControlledSeries named(List<ControlledSeries> all, String id) {
    return all.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  /**
   * The two series that decide.
   *
   * @return imports of chip-making goods, patents
   */
  public List<Path> paths() {
    return paths;
  }

  /**
   * The control date.
   *
   * @return middle of April 2018, in years
   */
  public double control() {
    return control;
  }

  /**
   * The test of a series at every date.
   *
   * @param path the series
   * @return the test, which keeps what it simulates
   */
  public SlopeBreak test(Path path) {
    return SlopeBreak.of(path.times(), leastShare, SlopeBreak.DRAWS);
  }

  /**
   * The break in either direction.
   *
   * @param path the series
   * @return its dates and chances
   */
  public SlopeBreak.Result found(Path path) {
    return found(test(path), path.times(), path.logs());
  }

  private static SlopeBreak.Result found(SlopeBreak test, double[] times, double[] logs) {
    double[][] line =
        Arrays.stream(times).mapToObj(t -> new double[] {1, t - times[0]}).toArray(double[][]::new);
    return test.test(logs, PraisWinsten.fit(logs, line).rho());
  }

  /**
   * The line of a series bent at the control.
   *
   * @param path the series
   * @return growth before, and its change
   */
  public Bent bent(Path path) {
    return bent(path.times(), path.logs(), SerialErrors.PRAIS_WINSTEN);
  }

  private Bent bent(double[] times, double[] logs, SerialErrors errors) {
    double[][] x = SlopeBreak.bent(times, control);
    LeastSquares fit = LeastSquares.fit(logs, x);
    double[] b = PraisWinsten.fit(logs, x).coefficients();
    return new Bent(
        b[GROWTH],
        fit.interval(BEND, coverage, errors),
        Arrays.stream(x).mapToDouble(row -> b[0] + b[1] * row[1] + b[2] * row[2]).toArray());
  }

  /**
   * The same test in other economies, which no US rule on China touched.
   *
   * @param path a series
   * @param catalog the collection's tables
   * @return one row an economy with as many points
   */
  public List<Elsewhere> elsewhere(Path path, Catalog catalog) {
    SlopeBreak test = test(path);
    return path.series().elsewhere(catalog).stream()
        .filter(other -> other.points().size() == path.times().length)
        .map(
            other -> {
              Path same = Path.of(path.group(), other);
              SlopeBreak.Result found = found(test, same.times(), same.logs());
              return new Elsewhere(
                  other.id(), found.upAt(), found.upP(), found.downAt(), found.downP());
            })
        .toList();
  }

  /**
   * What the test finds in another economy.
   *
   * @param economy its code
   * @param upAt time of the sharpest upward turn
   * @param upP its chance without a turn
   * @param downAt time of the sharpest downward turn
   * @param downP its chance without a turn
   */
  public record Elsewhere(String economy, double upAt, double upP, double downAt, double downP) {}

  /** What a trial needs of a series, made once. */
  private record Data(double[] times, double[] logs, double doubling, SlopeBreak test) {}

  private Outcome estimate(Data data, Specification specification) {
    if (!(data.doubling() > 0)) {
      return Outcome.unusable("it did not grow before control, so that nothing can double");
    }
    SlopeBreak.Result found = found(data.test(), data.times(), data.logs());
    Interval change = bent(data.times(), data.logs(), interval.in(specification)).change();
    return Outcome.of(
        Evidence.of("upward_break_p", found.upP())
            .and("downward_break_p", found.downP())
            .and("slope_change_upper95_over_world_t", change.upper() / data.doubling())
            .and("slope_change_over_world_t", change.estimate() / data.doubling())
            .and("slope_change_lower95_over_world_t", change.lower() / data.doubling())
            .and("upward_break_year", Math.floor(found.upAt()))
            .and("downward_break_year", Math.floor(found.downAt())));
  }

  private Trial<Data> trial(Path path) {
    Bent bent = bent(path);
    double[] residuals =
        IntStream.range(0, path.logs().length)
            .mapToDouble(i -> path.logs()[i] - bent.fitted()[i])
            .toArray();
    Autoregression noise = Autoregression.fitErrors(residuals, BEND + 1);
    SlopeBreak test = test(path);
    double growth = bent.growthBefore();
    Data data = new Data(path.times(), path.logs(), growth, test);
    YearMonth newest = YearMonth.from(path.series().points().get(path.logs().length - 1).last());
    return Trial.of(
        proposition,
        path.group(),
        data,
        newest,
        this::estimate,
        (WorldSizes sizes, RandomGenerator random) -> {
          double more = (sizes.of("growth_after_over_before") - 1) * growth;
          double[] e = noise.simulate(data.times().length, random);
          double[] logs =
              IntStream.range(0, e.length)
                  .mapToDouble(
                      i ->
                          growth * (data.times()[i] - data.times()[0])
                              + more * Math.max(0, data.times()[i] - control)
                              + e[i])
                  .toArray();
          return new Data(data.times(), logs, growth, test);
        });
  }

  Examination examination() {
    return Examination.of(proposition, paths.stream().map(this::trial).toList());
  }
}
