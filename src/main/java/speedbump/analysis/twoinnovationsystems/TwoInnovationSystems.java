package speedbump.analysis.twoinnovationsystems;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import speedbump.analysis.shared.Analysis;
import speedbump.claim.ClaimResult;
import speedbump.claim.Examination;
import speedbump.claim.GroupResult;
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
 * @param then the US of other years
 */
public record TwoInnovationSystems(
    RdAccounts accounts,
    IndustryMix mix,
    KindOfResearch kinds,
    Convergence convergence,
    UsThenAndNow then)
    implements Analysis {
  private static final int CLAIM = 1;
  private static final String PERCENTILE = "distance_percentile";

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
        new Convergence(registry.proposition("1d"), registry.machinery(), mix),
        new UsThenAndNow(catalog));
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
    GroupResult accounts = result.proposition("1a").group("performers and funders");
    DoubleSummaryStatistics all = percentiles(accounts);
    GroupResult industries = result.proposition("1b").group("knowledge-intensive industries");
    DoubleSummaryStatistics ofIndustries = percentiles(industries);
    GroupResult change = result.proposition("1d").group();
    return String.format(
        Locale.ROOT,
        "In who does research and who pays for it %.0f%% of %.0f other pairs of economies are as much"
            + " alike as the US and China (%.0f%% to %.0f%%, by the way of counting); %s. In their mix of"
            + " knowledge-based industries %.0f%% of %.0f other pairs are as much alike (%.0f%% to"
            + " %.0f%%), and the distance between their mixes"
            + " has changed by %+.0f%% since %d (%+.0f%% to %+.0f%%): %s.",
        accounts.value(PERCENTILE),
        accounts.value("pairs_compared"),
        all.getMin(),
        all.getMax(),
        switch (result.proposition("1a").word()) {
          case HOLDS -> "that is the most distant twentieth";
          case FAILS -> "most pairs differ more";
          default -> "that is neither ordinary nor extreme";
        },
        industries.value(PERCENTILE),
        industries.value("pairs_compared"),
        ofIndustries.getMin(),
        ofIndustries.getMax(),
        100 * change.value("distance_change_over_span"),
        mix.years().get(0),
        100 * change.value("distance_change_over_span_lower95"),
        100 * change.value("distance_change_over_span_upper95"),
        shrunk(change.value("distance_change_over_span_lower95"), convergence.leastChange()));
  }

  /**
   * What the lower end of the interval excludes, and what it leaves; the yardstick is a halving.
   */
  private static String shrunk(double lower, double halving) {
    if (lower >= 0) {
      return "it has not shrunk";
    }
    return lower > halving
        ? "a halving is excluded, a fall of %.0f%% is not".formatted(-100 * lower)
        : "a halving is not excluded";
  }

  /** Where the two stand by every way of counting that can be run. */
  private static DoubleSummaryStatistics percentiles(GroupResult group) {
    return group.voting().stream()
        .filter(one -> one.evidence().has(PERCENTILE))
        .mapToDouble(one -> one.evidence().value(PERCENTILE))
        .summaryStatistics();
  }
}
