package speedbump.analysis.ninefields;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import speedbump.analysis.ninefields.Fields.Change;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.stats.Interval;
import speedbump.stats.LeastSquares;
import speedbump.stats.Student;

/**
 * Proposition 5b, the gate: fields that controls hardly touched show no break of their own. The
 * interval of their mean change in growth must lie within the size that 5a looks for.
 */
public final class HardlyTouched {
  private final Proposition proposition;
  private final Fields fields;
  private final Function<Specification, Reading> reading;

  HardlyTouched(Proposition proposition, Fields fields) {
    this.proposition = proposition;
    this.fields = fields;
    this.reading = Reading.of(proposition);
  }

  /**
   * The fields that controls hardly touched.
   *
   * @param how how doses and measures are read
   * @return those of the panel with a dose below the registered one
   */
  public List<Change> panel(Reading how) {
    return fields.changes(how).stream().filter(one -> one.dose() < below()).toList();
  }

  /**
   * Those of the hardly touched fields that the claim names, or those that it does not: the true
   * outsiders.
   *
   * @param how how doses and measures are read
   * @param ofTheNine whether the claim names them
   * @return the fields
   */
  public List<Change> panel(Reading how, boolean ofTheNine) {
    return panel(how).stream().filter(one -> one.field().ofTheNine() == ofTheNine).toList();
  }

  /**
   * The dose below which a field counts as hardly touched.
   *
   * @return the registered dose, in steps
   */
  public double below() {
    return proposition.definition("hardly_touched_dose_below");
  }

  /**
   * The mean change in growth with its interval.
   *
   * @param panel the fields
   * @return log points a year, at the registered coverage
   * @throws IllegalArgumentException if there are fewer than two fields
   */
  public Interval mean(List<Change> panel) {
    return mean(breaks(panel));
  }

  private Interval mean(double[] breaks) {
    return Student.mean(breaks, proposition.definition("interval_coverage"));
  }

  private static double[] breaks(List<Change> panel) {
    return panel.stream().mapToDouble(Change::growth).toArray();
  }

  private Outcome estimate(double[] breaks) {
    if (breaks.length < 2) {
      return Outcome.unusable("fewer than two fields were hardly touched");
    }
    Interval mean = mean(breaks);
    return Outcome.of(
        Evidence.of("mean_break_lower90", mean.lower())
            .and("mean_break_upper90", mean.upper())
            .and("mean_break", mean.estimate()));
  }

  Examination examination() {
    List<Change> panel = panel(Reading.DEFAULT);
    double[] real = breaks(panel);
    double scatter = LeastSquares.withConstant(real).residualStandardDeviation();
    int hinge = fields.windows().hinge();
    return Examination.of(
        proposition,
        List.of(
            Trial.<Function<Specification, double[]>>of(
                proposition,
                "field panel",
                specification -> breaks(panel(reading.apply(specification))),
                YearMonth.of(
                    panel.stream().mapToInt(one -> one.lastYear(hinge)).max().orElseThrow(), 12),
                (data, specification) -> estimate(data.apply(specification)),
                (sizes, random) -> {
                  double[] drawn = new double[real.length];
                  Arrays.setAll(
                      drawn,
                      i -> sizes.of("mean_break_per_year") + scatter * random.nextGaussian());
                  return specification -> drawn;
                })));
  }
}
