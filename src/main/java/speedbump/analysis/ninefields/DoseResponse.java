package speedbump.analysis.ninefields;

import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import speedbump.analysis.ninefields.Fields.Change;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.stats.FreedmanLane;

/**
 * Proposition 5a: the more a field was controlled, the more it sped up. The change in growth of
 * China's world share is regressed on the dose over fields, with the starting share held fixed, and
 * tested by permutation; the same is done at a date without controls.
 */
public final class DoseResponse {
  /** Arrangements drawn for a p-value of the data: its error at a chance of 5% is 0.15 points. */
  public static final int PERMUTATIONS = 19_999;

  /** Arrangements drawn for a p-value in a simulated world, of which hundreds are drawn. */
  private static final int WORLD_PERMUTATIONS = 1_999;

  private static final long SEED = 51;
  private static final String DOSES = "different doses";

  private final Proposition proposition;
  private final Fields fields;
  private final Function<Specification, Reading> reading;

  DoseResponse(Proposition proposition, Fields fields) {
    this.proposition = proposition;
    this.fields = fields;
    this.reading = Reading.of(proposition);
  }

  /** The fields of a panel as an estimator takes them, with what can be tested of any outcome. */
  private record Design(double[] doses, double[] starts, FreedmanLane test) {
    static Design of(List<Change> panel) {
      double[] doses = each(panel, Change::dose);
      double[] starts = each(panel, Change::startLogShare);
      return new Design(doses, starts, FreedmanLane.of(doses, starts));
    }
  }

  /** Changes in growth at the controls and at the placebo date, and how finely they are tested. */
  private record Outcomes(
      Design real, double[] growth, Design placebo, double[] placeboGrowth, int permutations) {}

  private static double[] each(List<Change> panel, ToDoubleFunction<Change> what) {
    return panel.stream().mapToDouble(what).toArray();
  }

  /**
   * The dose-response of a panel.
   *
   * @param panel the fields with their changes and doses
   * @return the slope with its p-values
   * @throws IllegalArgumentException if there are fewer than five fields or the doses do not vary
   *     beyond the starting shares
   */
  public static FreedmanLane.Result test(List<Change> panel) {
    return Design.of(panel).test().test(each(panel, Change::growth), PERMUTATIONS, SEED);
  }

  /**
   * The panel at the controls.
   *
   * @param how how doses and measures are read
   * @return one row a field
   */
  public List<Change> panel(Reading how) {
    return fields.changes(how);
  }

  /**
   * The panel at the registered placebo date, before the controls.
   *
   * @param how how doses and measures are read
   * @return one row a field that has the years
   */
  public List<Change> placebo(Reading how) {
    return fields.changesAt(how, placeboYear(), (int) proposition.definition("placebo_last_year"));
  }

  /**
   * The registered placebo date.
   *
   * @return the year
   */
  public int placeboYear() {
    return (int) proposition.definition("placebo_year");
  }

  /**
   * The slope without one field at a time.
   *
   * @param how how doses and measures are read
   * @return one slope a field left out, in the order of the panel; points of growth as a fraction
   */
  public List<FreedmanLane.Result> withoutEach(Reading how) {
    List<Change> panel = panel(how);
    return panel.stream()
        .map(out -> test(panel.stream().filter(one -> !one.equals(out)).toList()))
        .toList();
  }

  /**
   * How many different doses a panel has.
   *
   * @param panel the fields
   * @return the number
   */
  public static int differentDoses(List<Change> panel) {
    return (int) panel.stream().mapToDouble(Change::dose).distinct().count();
  }

  private Outcome estimate(Outcomes data) {
    if (data.real().test().leastAttainableP() >= proposition.definition("attainable_p_below")) {
      return Outcome.unusable("too few fields for any result to be significant");
    }
    FreedmanLane.Result real = data.real().test().test(data.growth(), data.permutations(), SEED);
    FreedmanLane.Result placebo =
        data.placebo().test().test(data.placeboGrowth(), data.permutations(), SEED + 1);
    return Outcome.of(
        Evidence.of("intensity_slope_per_step", real.slope())
            .and("slope_above_permutation_p", real.pGreater())
            .and("slope_below_permutation_p", real.pLess())
            .and("placebo_date_above_permutation_p", placebo.pGreater())
            .and("placebo_date_below_permutation_p", placebo.pLess()));
  }

  private Outcomes outcomes(Reading how) {
    List<Change> panel = panel(how);
    List<Change> before = placebo(how);
    return new Outcomes(
        Design.of(panel),
        each(panel, Change::growth),
        Design.of(before),
        each(before, Change::growth),
        PERMUTATIONS);
  }

  Examination examination() {
    Outcomes real = outcomes(Reading.DEFAULT);
    double scatter = real.real().test().test(real.growth(), 1, SEED).residualSd();
    double before = real.placebo().test().test(real.placeboGrowth(), 1, SEED).residualSd();
    List<Change> panel = panel(Reading.DEFAULT);
    int hinge = fields.windows().hinge();
    return Examination.covering(
        proposition,
        DOSES,
        differentDoses(panel),
        List.of(
            Trial.<Function<Specification, Outcomes>>of(
                    proposition,
                    "field panel",
                    specification -> outcomes(reading.apply(specification)),
                    YearMonth.of(
                        panel.stream().mapToInt(one -> one.lastYear(hinge)).max().orElseThrow(),
                        12),
                    (data, specification) -> estimate(data.apply(specification)),
                    (sizes, random) -> {
                      Outcomes drawn = drawn(real, scatter, before, sizes, random);
                      return specification -> drawn;
                    })
                .withDearDraws()));
  }

  private static Outcomes drawn(
      Outcomes real, double scatter, double before, WorldSizes sizes, RandomGenerator random) {
    double[] growth = new double[real.growth().length];
    for (int i = 0; i < growth.length; i++) {
      growth[i] =
          sizes.of("growth_per_step") * real.real().doses()[i] + scatter * random.nextGaussian();
    }
    double[] placebo = new double[real.placeboGrowth().length];
    for (int i = 0; i < placebo.length; i++) {
      placebo[i] = before * random.nextGaussian();
    }
    return new Outcomes(real.real(), growth, real.placebo(), placebo, WORLD_PERMUTATIONS);
  }
}
