package speedbump.analysis.twoinnovationsystems;

import java.util.List;
import speedbump.analysis.shared.Analysis;
import speedbump.claim.ClaimResult;
import speedbump.claim.Examination;
import speedbump.claim.Registry;
import speedbump.data.Catalog;

/**
 * Claim 1: do the US and China run two different innovation systems? Profiles of economies, and
 * where the two stand among all pairs.
 *
 * @param accounts 1a
 * @param mix 1b
 * @param kinds 1c
 * @param convergence 1d
 */
public record TwoInnovationSystems(
    RdAccounts accounts, IndustryMix mix, KindOfResearch kinds, Convergence convergence)
    implements Analysis {
  private static final int CLAIM = 1;

  /**
   * Loads what the claim needs.
   *
   * @param catalog the collection's tables
   * @return the analysis of claim 1
   */
  public static TwoInnovationSystems of(Catalog catalog) {
    Registry registry = Registry.of(catalog);
    RdSpending spending = new RdSpending(catalog);
    double leastShare = registry.proposition("1a").definition("least_share_of_summed_rd");
    IndustryMix mix = new IndustryMix(registry.proposition("1b"), leastShare, catalog, spending);
    return new TwoInnovationSystems(
        new RdAccounts(registry.proposition("1a"), catalog, spending),
        mix,
        new KindOfResearch(registry.proposition("1c"), leastShare, catalog),
        new Convergence(registry.proposition("1d"), registry.machinery(), mix));
  }

  @Override
  public int claim() {
    return CLAIM;
  }

  @Override
  public List<Examination> examinations() {
    return List.of(
        accounts.examination(), mix.examination(), kinds.examination(), convergence.examination());
  }

  @Override
  public String finding(ClaimResult result) {
    return "";
  }
}
