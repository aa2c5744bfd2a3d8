package speedbump.analysis.delayorstop;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import speedbump.analysis.shared.ControlledPath;
import speedbump.analysis.shared.ControlledSeries;
import speedbump.analysis.shared.Fitted;
import speedbump.analysis.shared.NearControl;
import speedbump.analysis.shared.Samples;
import speedbump.analysis.shared.Samples.Sample;
import speedbump.analysis.shared.SimulatedPath;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Specification;
import speedbump.claim.Standing;
import speedbump.claim.Trial;
import speedbump.data.Catalog;
import speedbump.model.Scale;
import speedbump.model.ShockDesign;
import speedbump.model.ShockShape;

/** Proposition 2a: no restricted series that can be tested has run into a wall. */
public final class Wall {
  private final Proposition proposition;
  private final Catalog catalog;
  private final Option<NearControl> nearControl;
  private final Option<Double> flatGrowth;
  private final Function<Specification, Sample> sample;

  Wall(Proposition proposition, Catalog catalog) {
    this.proposition = proposition;
    this.catalog = catalog;
    this.nearControl = NearControl.of(proposition);
    this.flatGrowth = Option.numbers(proposition, "ceiling");
    this.sample = Sample.of(proposition);
  }

  /** The weight of the ceiling below which 2a holds, or above which it fails. */
  double bound(Standing side) {
    return proposition.bound(side, "ceiling_aicc_weight");
  }

  /**
   * When a ceiling counts as reached.
   *
   * @return the registered default: a share of the old growth, at or below which growth at the last
   *     point lies
   */
  public double flatGrowth() {
    return proposition.choice("ceiling").options().get(0).number();
  }

  /**
   * Fits the shapes to a series on logarithms.
   *
   * @param series the series
   * @param near which points are left out
   * @return the fits, with a ceiling that counts as reached by {@link #flatGrowth()}
   * @throws IllegalArgumentException if a value has no logarithm, or no shape is identified
   */
  public Fitted fit(ControlledSeries series, NearControl near) {
    return ControlledPath.of(series).fit(near, flatGrowth());
  }

  /**
   * Fits the shapes to a series on logarithms with another day taken for the control.
   *
   * @param series the series
   * @param control the day
   * @return the fits, with a ceiling that counts as reached by {@link #flatGrowth()}
   * @throws IllegalArgumentException if a value has no logarithm, or no shape is identified
   */
  public Fitted fitAt(ControlledSeries series, LocalDate control) {
    return ControlledPath.of(series, control).fit(NearControl.ALL, flatGrowth());
  }

  /**
   * How much the weight of the ceiling hangs on single points.
   *
   * @param series the series
   * @return for each point the ceiling's weight without it, a fraction of one
   * @throws IllegalArgumentException if a value has no logarithm, or a ceiling is not identified
   */
  public double[] ceilingWeightsWithoutEach(ControlledSeries series) {
    ControlledPath path = ControlledPath.of(series);
    return IntStream.range(0, series.points().size())
        .mapToObj(point -> path.without(point).fit(NearControl.ALL, flatGrowth()))
        .mapToDouble(fitted -> fitted.fits().weight(ShockShape.CEILING))
        .toArray();
  }

  /** Whether a series has the points that the proposition asks for. */
  boolean enoughPoints(ControlledSeries series) {
    return series.points().size() >= proposition.definition("least_points")
        && series.pointsBefore() >= proposition.definition("least_points_before_control")
        && series.pointsAfter() >= proposition.definition("least_points_after_control");
  }

  private Outcome estimate(Samples samples, Specification specification) {
    ControlledPath path = samples.path(sample.apply(specification));
    NearControl near = nearControl.in(specification);
    ShockDesign design = path.design(near, flatGrowth.in(specification));
    return design
        .excluded(ShockShape.CEILING)
        .map(Outcome::unusable)
        .orElseGet(
            () ->
                Outcome.of(
                    Evidence.of(
                        "ceiling_aicc_weight",
                        design.weight(ShockShape.CEILING, path.values(near, Scale.LOGARITHMS)))));
  }

  private Trial<Samples> trial(ControlledSeries series) {
    Samples samples = Samples.of(catalog, series);
    ControlledPath path = samples.path(Sample.DEFAULT);
    SimulatedPath simulated = SimulatedPath.of(path, path.fit(NearControl.ALL, flatGrowth()));
    return Trial.of(
            proposition,
            "each eligible restricted series",
            samples,
            series.newest(),
            this::estimate,
            (sizes, random) -> Samples.drawn(simulated.draw(sizes, random)))
        .named(series.id())
        .without(samples.untouched());
  }

  Examination examination(List<ControlledSeries> eligible) {
    return Examination.of(proposition, eligible.stream().map(this::trial).toList());
  }
}
