package speedbump.chart;

import java.util.ArrayList;
import java.util.List;
import speedbump.claim.GroupResult;
import speedbump.claim.Machinery;
import speedbump.claim.Power;
import speedbump.claim.Proposition;
import speedbump.claim.Specification;
import speedbump.claim.SpecificationResult;
import speedbump.claim.World;

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
        group.specifications().get(0).specification().selections().stream()
            .map(Specification.Selection::choice)
            .toList();
    List<SpecificationCurve.Estimate> drawn = new ArrayList<>();
    for (SpecificationResult one : group.specifications()) {
      double estimate = one.evidence().has(quantity) ? one.evidence().value(quantity) : Double.NaN;
      List<String> options =
          one.specification().selections().stream().map(Specification.Selection::option).toList();
      drawn.add(new SpecificationCurve.Estimate(estimate, one.standing(), options));
    }
    SpecificationCurve curve = Panel.specificationCurve(choices, drawn);
    for (int i = 0; i < group.specifications().size(); i++) {
      if (group.specifications().get(i).specification().isDefault()
          && Double.isFinite(drawn.get(i).value())) {
        curve = curve.highlight(i);
      }
    }
    return curve;
  }

  /**
   * What the rule says of a group in the two simulated worlds, beside the bounds it must keep.
   *
   * @param proposition the proposition
   * @param group its group
   * @param machinery the registered bounds
   * @return the panel
   */
  public static WorldsPanel worlds(
      Proposition proposition, GroupResult group, Machinery machinery) {
    Power power = group.power();
    return Panel.worlds(
        List.of(
            WorldsPanel.Bar.claimTrue(
                "If it is true: " + text(proposition, World.T),
                power.holdsGivenTrue(),
                power.failsGivenTrue(),
                machinery.leastHoldsGivenTrue(),
                machinery.greatestFailsGivenTrue()),
            WorldsPanel.Bar.claimFalse(
                "If it is false: " + text(proposition, World.F),
                power.holdsGivenFalse(),
                power.failsGivenFalse(),
                machinery.greatestHoldsGivenFalse())));
  }

  private static String text(Proposition proposition, World world) {
    return proposition.worlds(world).stream()
        .map(Proposition.WorldSizes::text)
        .findFirst()
        .orElse("");
  }
}
