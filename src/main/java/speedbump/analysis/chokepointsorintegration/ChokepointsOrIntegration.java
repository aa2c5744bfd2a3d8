package speedbump.analysis.chokepointsorintegration;

import java.util.List;
import java.util.Locale;
import speedbump.analysis.chokepointsorintegration.ForeignInputs.Pair;
import speedbump.analysis.chokepointsorintegration.ForeignInputs.Source;
import speedbump.analysis.chokepointsorintegration.Removals.Bloc;
import speedbump.analysis.shared.Analysis;
import speedbump.claim.ClaimResult;
import speedbump.claim.Examination;
import speedbump.claim.Registry;
import speedbump.data.Catalog;
import speedbump.model.SupplyChain;
import speedbump.model.SupplyChain.Removal;

/**
 * Claim 12: does one side rest on chokepoints and the other on integration? How much of what each
 * buys is foreign, who leans on whom, and what falls away where one side is removed.
 *
 * @param foreignInputs 12a
 * @param lookThrough 12b
 * @param removals 12c
 * @param toolShares 12d
 * @param claim number of the claim
 */
public record ChokepointsOrIntegration(
    ForeignInputs foreignInputs,
    LookThrough lookThrough,
    Removals removals,
    ToolShares toolShares,
    int claim)
    implements Analysis {

  /**
   * Loads what the claim needs.
   *
   * @param catalog the collection's tables
   * @return the analysis of claim 12
   */
  public static ChokepointsOrIntegration of(Catalog catalog) {
    Registry registry = Registry.of(catalog);
    Removals removals = new Removals(registry.proposition("12c"), catalog);
    return new ChokepointsOrIntegration(
        new ForeignInputs(registry.proposition("12a"), catalog),
        new LookThrough(registry.proposition("12b"), catalog),
        removals,
        new ToolShares(registry.proposition("12d"), catalog, removals),
        registry.proposition("12a").claim());
  }

  @Override
  public List<Examination> examinations() {
    return List.of(
        foreignInputs.examination(),
        lookThrough.examination(),
        removals.examination(),
        toolShares.examination());
  }

  @Override
  public String finding(ClaimResult result) {
    Pair inputs = foreignInputs.pair(Source.OECD);
    Pair exports = foreignInputs.pair(Source.ADB);
    SupplyChain chips = removals.chips().byCountry(one -> true);
    SupplyChain minerals = removals.minerals().byCountry();
    int alone = without(minerals, Bloc.US_ALONE).cut();
    return String.format(
        Locale.ROOT,
        "Of the inputs to US manufacturing %.0f%% are foreign and of China's %.0f%% (OECD), but"
            + " %.0f%% of the value of US exports is foreign and %.0f%% of China's (Asian Development Bank, %d):"
            + " who leans more on others depends on what is asked. Without the US %s inputs to chips lose half their supply or"
            + " more, without China %d; of %d products of critical minerals %d do so without China"
            + " and %s without the US.",
        percent(inputs.us().inputs().faceAll()),
        percent(inputs.china().inputs().faceAll()),
        percent(exports.us().inExports()),
        percent(exports.china().inExports()),
        exports.us().year(),
        of(without(chips, Bloc.US_ALONE)),
        without(chips, Bloc.CHINA_ALONE).cut(),
        without(minerals, Bloc.CHINA_ALONE).inputs(),
        without(minerals, Bloc.CHINA_ALONE).cut(),
        alone == 0 ? "none" : alone);
  }

  private Removal without(SupplyChain chain, Bloc bloc) {
    return chain.without(bloc.members(), removals.threshold());
  }

  private static String of(Removal removal) {
    return "%d of %d".formatted(removal.cut(), removal.inputs());
  }

  private static double percent(double share) {
    return 100 * share;
  }
}
