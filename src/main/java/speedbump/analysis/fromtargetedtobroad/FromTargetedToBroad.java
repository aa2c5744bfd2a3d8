package speedbump.analysis.fromtargetedtobroad;

import java.util.List;
import java.util.Locale;
import speedbump.analysis.fromtargetedtobroad.Scope.Share;
import speedbump.analysis.shared.Analysis;
import speedbump.claim.ClaimResult;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.GroupResult;
import speedbump.claim.Registry;
import speedbump.data.Catalog;

/**
 * Claim 3: has American pressure grown from single firms to whole technologies? Opens the steps
 * that the notebook walks through, that the tests check and that the examiner varies.
 *
 * @param rulebook the documents and entries
 * @param pace 3a
 * @param scope 3b
 * @param breadth 3c
 * @param since 3d
 * @param agreement how far the coders agree
 */
public record FromTargetedToBroad(
    Rulebook rulebook,
    Pace pace,
    Scope scope,
    Breadth breadth,
    SinceTwentyFive since,
    Agreement agreement)
    implements Analysis {
  private static final int CLAIM = 3;
  private static final double PERCENT = 100;

  /** The first year of the claim's second half: whole technologies from 2022 on. */
  public static final int TECHNOLOGIES_FROM = 2022;

  /**
   * Loads what the claim needs.
   *
   * @param catalog the collection's tables
   * @return the analysis of claim 3
   */
  public static FromTargetedToBroad of(Catalog catalog) {
    Registry registry = Registry.of(catalog);
    Rulebook rulebook = Rulebook.of(catalog);
    return new FromTargetedToBroad(
        rulebook,
        new Pace(registry.proposition("3a"), registry.machinery(), rulebook),
        new Scope(registry.proposition("3b"), registry.machinery(), rulebook),
        new Breadth(registry.proposition("3c"), rulebook),
        new SinceTwentyFive(registry.proposition("3d"), rulebook),
        new Agreement(rulebook, registry.machinery()));
  }

  @Override
  public int claim() {
    return CLAIM;
  }

  @Override
  public List<Examination> examinations() {
    return List.of(
        pace.examination(), scope.examination(), breadth.examination(), since.examination());
  }

  @Override
  public String finding(ClaimResult result) {
    GroupResult held = result.proposition("3b").group("as held");
    Reading wide = Reading.DEFAULT.on(Reading.Relevance.ALL_BUT_NONE);
    // the first of that sample has all else as registered
    Evidence all =
        held.specifications().stream()
            .filter(one -> one.specification().option("relevance").equals("all but none"))
            .findFirst()
            .orElseThrow()
            .evidence();
    return String.format(
        Locale.ROOT,
        "Of the US rules that tighten on China by name %s reached whole technologies before 2022 and"
            + " %s since; counting rules that name no country as well, %s and %s. %s: the odds that"
            + " a rule reaches a whole technology changed by %+.0f%% a year (%+.0f%% to %+.0f%%) among"
            + " those that name China, and by %+.0f%% (%+.0f%% to %+.0f%%) with the others.",
        words(scope.half(Reading.DEFAULT, false)),
        words(scope.half(Reading.DEFAULT, true)),
        words(scope.half(wide, false)),
        words(scope.half(wide, true)),
        switch (result.proposition("3b").word()) {
          case HOLDS -> "The reach grew";
          case FAILS -> "The reach shrank";
          case CANNOT_TELL -> "These are too few to tell a trend";
          default -> "No trend stands out";
        },
        percent(held.value("technology_wide_trend")),
        percent(held.value("technology_wide_trend_lower95")),
        percent(held.value("technology_wide_trend_upper95")),
        percent(all.value("technology_wide_trend")),
        percent(all.value("technology_wide_trend_lower95")),
        percent(all.value("technology_wide_trend_upper95")));
  }

  private static String words(Share share) {
    return "%d of %d".formatted(share.technologyWide(), share.rules());
  }

  private static double percent(double logOdds) {
    return PERCENT * (Math.exp(logOdds) - 1);
  }
}
