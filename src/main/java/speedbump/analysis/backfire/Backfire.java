package speedbump.analysis.backfire;

import java.util.List;
import java.util.Locale;
import speedbump.analysis.shared.Analysis;
import speedbump.claim.ClaimResult;
import speedbump.claim.Examination;
import speedbump.claim.GroupResult;
import speedbump.claim.PropositionResult;
import speedbump.claim.Registry;
import speedbump.data.Catalog;

/**
 * Claim 9: do sanctions turn bottlenecks into national priorities? Whether Chinese makers gained
 * share faster where tools are restricted, whether effort broke upwards, which came first, and who
 * paid.
 *
 * @param localisation 9a
 * @param effort 9b
 * @param programmes 9c
 * @param suppliers 9d
 * @param illustrations what illustrates 9b and has no vote
 * @param claim number of the claim
 */
public record Backfire(
    Localisation localisation,
    Effort effort,
    Programmes programmes,
    Suppliers suppliers,
    Illustrations illustrations,
    int claim)
    implements Analysis {

  /**
   * Loads what the claim needs.
   *
   * @param catalog the collection's tables
   * @return the analysis of claim 9
   */
  public static Backfire of(Catalog catalog) {
    Registry registry = Registry.of(catalog);
    return new Backfire(
        new Localisation(registry.proposition("9a"), catalog),
        new Effort(registry.proposition("9b"), registry.machinery(), catalog),
        new Programmes(registry.proposition("9c"), catalog),
        new Suppliers(registry.proposition("9d"), catalog),
        new Illustrations(catalog),
        registry.proposition("9a").claim());
  }

  @Override
  public List<Examination> examinations() {
    return List.of(
        localisation.examination(),
        effort.examination(),
        programmes.examination(),
        suppliers.examination());
  }

  @Override
  public String finding(ClaimResult result) {
    GroupResult tools = result.proposition("9a").groups().get(0);
    return String.format(
        Locale.ROOT,
        "From 2024 to 2025 Chinese makers %s of share in the world market (a point is 1%% of it) on"
            + " average over %.0f restricted kinds of chip tool and %s over %.0f others; so large a"
            + " difference comes by chance in %.0f%% of cases. %s, and the first national programme with a figure is of %d.",
        moved(tools, "restricted_share_change", " points"),
        tools.value("restricted_tools"),
        moved(tools, "other_share_change", ""),
        tools.value("other_tools"),
        100
            * Math.min(
                tools.value("difference_above_permutation_p"),
                tools.value("difference_below_permutation_p")),
        effort(result.proposition("9b")),
        programmes.first().firstDay().getYear());
  }

  private static String moved(GroupResult group, String quantity, String unit) {
    double change = 100 * group.value(quantity);
    return String.format(
        Locale.ROOT, "%s %.1f%s", change < 0 ? "lost" : "gained", Math.abs(change), unit);
  }

  private static String effort(PropositionResult result) {
    long up =
        result.groups().stream().filter(group -> group.value("upward_break_p") < 0.05).count();
    return "Of two series of effort %s broke upwards".formatted(up == 0 ? "none" : up);
  }
}
