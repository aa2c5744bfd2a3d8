package speedbump.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import speedbump.claim.Evidence;
import speedbump.claim.GroupResult;
import speedbump.claim.Machinery;
import speedbump.claim.Proposition;
import speedbump.claim.Quantity;
import speedbump.claim.Registry;
import speedbump.claim.Specification;
import speedbump.claim.SpecificationResult;
import speedbump.claim.Standing;
import speedbump.claim.World;
import speedbump.claim.WorldDraws;

/** The two panels in which every notebook shows how its evidence became a word. */
public final class EvidencePanels {
  private static final int DOTS = WorldDraws.QUANTILES - 1;
  private static final double PERCENT = 100;

  private EvidencePanels() {}

  /**
   * The specification curve of a group: every specification's figure in order, its choices below.
   *
   * @param group what the group's specifications gave
   * @param quantity the quantity of the evidence to draw, as the conditions name it
   * @return the panel; its thresholds are still to be added
   */
  public static SpecificationCurve curve(GroupResult group, String quantity) {
    List<String> choices =
        group.voting().get(0).specification().selections().stream()
            .map(Specification.Selection::choice)
            .toList();
    List<SpecificationCurve.Estimate> drawn = new ArrayList<>();
    for (SpecificationResult one : group.voting()) {
      double estimate = one.evidence().has(quantity) ? one.evidence().value(quantity) : Double.NaN;
      List<String> options =
          one.specification().selections().stream().map(Specification.Selection::option).toList();
      drawn.add(new SpecificationCurve.Estimate(estimate, one.standing(), options));
    }
    SpecificationCurve curve = Panel.specificationCurve(choices, drawn);
    for (int i = 0; i < group.voting().size(); i++) {
      if (group.voting().get(i).specification().isDefault()
          && Double.isFinite(drawn.get(i).value())) {
        curve = curve.highlight(i);
      }
    }
    return curve;
  }

  /**
   * Where the statistic of a group's default falls in its simulated worlds, and where the data
   * fall. A dot is one in {@value #DOTS} draws; what the rule makes of the draws stands beside it,
   * with the registered bounds.
   *
   * @param registry the registered propositions, quantities and bounds
   * @param proposition id of the proposition
   * @param group its group
   * @return the panel
   * @throws IllegalArgumentException if the group was not run in simulated worlds, or the
   *     proposition registers no statistic
   */
  public static WorldsPanel worlds(Registry registry, String proposition, GroupResult group) {
    Proposition registered = registry.proposition(proposition);
    Quantity statistic = registry.quantity(registered.statistic());
    Machinery machinery = registry.machinery();
    List<WorldsPanel.World> worlds = new ArrayList<>();
    for (WorldDraws draws : group.power().worlds(World.T)) {
      worlds.add(
          world(
              registered,
              draws,
              "If it is true: ",
              String.format(
                  Locale.ROOT,
                  "says \"holds\" in %.0f%% (at least %.0f%% needed), \"fails\" in %.0f%% (at most"
                      + " %.0f%%)",
                  PERCENT * draws.holds(),
                  PERCENT * machinery.leastHoldsGivenTrue(),
                  PERCENT * draws.fails(),
                  PERCENT * machinery.greatestFailsGivenTrue())));
    }
    for (WorldDraws draws : group.power().worlds(World.F)) {
      worlds.add(
          world(
              registered,
              draws,
              "If it is false: ",
              String.format(
                  Locale.ROOT,
                  "says \"holds\" in %.0f%% (at most %.0f%% allowed), \"fails\" in %.0f%%",
                  PERCENT * draws.holds(),
                  PERCENT * machinery.greatestHoldsGivenFalse(),
                  PERCENT * draws.fails())));
    }
    boolean alone =
        registered.conditions().stream()
            .allMatch(one -> one.quantity().equals(statistic.quantity()));
    double observed = group.value(statistic.quantity());
    WorldsPanel panel =
        Panel.worlds(axis(statistic, worlds, observed), worlds)
            .observed(observed, "the data: " + statistic.figure(observed));
    return alone
        ? panel.coloured(dot -> tone(registered.standing(Evidence.of(statistic.quantity(), dot))))
        : panel;
  }

  /**
   * The tone of a side of a rule, in every picture.
   *
   * @param standing the side
   * @return its tone
   */
  public static Tone tone(Standing standing) {
    return SpecificationCurve.tone(standing);
  }

  private static WorldsPanel.World world(
      Proposition proposition, WorldDraws draws, String start, String told) {
    List<Double> dots = new ArrayList<>();
    for (int i = 1; i < draws.quantiles().size(); i++) {
      double below = draws.quantiles().get(i - 1);
      double above = draws.quantiles().get(i);
      boolean counts = below == Math.rint(below) && above == Math.rint(above);
      dots.add(counts ? below : (below + above) / 2); // between two counts there is none
    }
    return new WorldsPanel.World(
        start + proposition.worlds(draws.world()).get(draws.variant() - 1).reads(), dots, told);
  }

  /**
   * From the second to the last dot but one, so that one stray draw does not squeeze the others.
   */
  private static Axis axis(Quantity statistic, List<WorldsPanel.World> worlds, double observed) {
    Axis around =
        Axis.around(
            DoubleStream.concat(
                DoubleStream.of(observed),
                worlds.stream()
                    .map(WorldsPanel.World::dots)
                    .filter(dots -> !dots.isEmpty())
                    .flatMapToDouble(
                        dots -> DoubleStream.of(dots.get(1), dots.get(dots.size() - 2)))));
    String title = statistic.words();
    return statistic.percent()
        ? Axis.share(around.min(), around.max(), title)
        : Axis.linear(
            around.min(),
            around.max(),
            statistic.unit().isEmpty() ? title : title + ", " + statistic.unit());
  }
}
