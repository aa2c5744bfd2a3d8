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
    List<String> choices = choices(group);
    SpecificationCurve curve =
        Panel.specificationCurve(
            choices,
            group.voting().stream()
                .map(one -> estimate(one, quantity, options(one, choices)))
                .toList());
    for (int i = 0; i < group.voting().size(); i++) {
      SpecificationResult one = group.voting().get(i);
      if (one.specification().isDefault() && one.evidence().has(quantity)) {
        curve = curve.highlight(i);
      }
    }
    return curve;
  }

  /**
   * The specification curve of several groups in one: which group gave a figure stands above the
   * choices that all of them have. An option of a choice that only some have stands behind the name
   * of the group.
   *
   * @param groups what the groups' specifications gave
   * @param what what a group is, for a reader: "source"
   * @param quantity the quantity of the evidence to draw, as the conditions name it
   * @return the panel; its thresholds are still to be added, and no specification is marked
   */
  public static SpecificationCurve curve(List<GroupResult> groups, String what, String quantity) {
    List<String> shared = new ArrayList<>(choices(groups.get(0)));
    groups.forEach(group -> shared.retainAll(choices(group)));
    List<String> heads = new ArrayList<>(List.of(what));
    heads.addAll(shared);
    List<SpecificationCurve.Estimate> drawn = new ArrayList<>();
    for (GroupResult group : groups) {
      List<String> own = new ArrayList<>(choices(group));
      own.removeAll(shared);
      for (SpecificationResult one : group.voting()) {
        List<String> name = new ArrayList<>(List.of(group.name()));
        name.addAll(options(one, own));
        List<String> options = new ArrayList<>(List.of(String.join(", ", name)));
        options.addAll(options(one, shared));
        drawn.add(estimate(one, quantity, options));
      }
    }
    return Panel.specificationCurve(heads, drawn);
  }

  private static List<String> choices(GroupResult group) {
    return group.voting().get(0).specification().selections().stream()
        .map(Specification.Selection::choice)
        .toList();
  }

  private static List<String> options(SpecificationResult one, List<String> choices) {
    return choices.stream().map(one.specification()::option).toList();
  }

  private static SpecificationCurve.Estimate estimate(
      SpecificationResult one, String quantity, List<String> options) {
    return new SpecificationCurve.Estimate(
        one.evidence().has(quantity) ? one.evidence().value(quantity) : Double.NaN,
        one.standing(),
        options);
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
