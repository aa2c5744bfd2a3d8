package speedbump.chart;

import java.util.ArrayList;
import java.util.List;
import speedbump.claim.GroupResult;
import speedbump.claim.Machinery;
import speedbump.claim.Proposition;
import speedbump.claim.Specification;
import speedbump.claim.SpecificationResult;
import speedbump.claim.World;
import speedbump.claim.WorldDraws;

/** The two panels in which every notebook shows how its evidence became a word. */
public final class EvidencePanels {
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
   * What the rule says of a group in its simulated worlds, one bar a variant, beside the bounds it
   * must keep.
   *
   * @param proposition the proposition
   * @param group its group
   * @param machinery the registered bounds
   * @return the panel
   */
  public static WorldsPanel worlds(
      Proposition proposition, GroupResult group, Machinery machinery) {
    List<WorldsPanel.Bar> bars = new ArrayList<>();
    for (WorldDraws draws : group.power().worlds(World.T)) {
      bars.add(
          WorldsPanel.Bar.claimTrue(
              "If it is true: " + text(proposition, draws),
              draws.holds(),
              draws.fails(),
              machinery.leastHoldsGivenTrue(),
              machinery.greatestFailsGivenTrue()));
    }
    for (WorldDraws draws : group.power().worlds(World.F)) {
      bars.add(
          WorldsPanel.Bar.claimFalse(
              "If it is false: " + text(proposition, draws),
              draws.holds(),
              draws.fails(),
              machinery.greatestHoldsGivenFalse()));
    }
    return Panel.worlds(bars);
  }

  private static String text(Proposition proposition, WorldDraws draws) {
    return proposition.worlds(draws.world()).stream()
        .filter(sizes -> sizes.variant() == draws.variant())
        .map(Proposition.WorldSizes::text)
        .findFirst()
        .orElse("");
  }
}
