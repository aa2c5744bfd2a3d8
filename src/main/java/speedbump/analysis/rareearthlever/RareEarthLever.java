package speedbump.analysis.rareearthlever;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import speedbump.analysis.rareearthlever.Lever.LevelBefore;
import speedbump.analysis.rareearthlever.MagnetFlows.WeakRows;
import speedbump.analysis.shared.Analysis;
import speedbump.claim.ClaimResult;
import speedbump.claim.Examination;
import speedbump.claim.PropositionWord;
import speedbump.claim.Registry;
import speedbump.data.Catalog;
import speedbump.model.MonthlyTotals;

/**
 * Claim 10: do China's controls on heavy rare earths expose American defence, and does the lever
 * hold? Opens the steps that the notebook walks through, that the tests check and that the examiner
 * varies. What was read before any result was seen stands beside the step that it belongs to.
 *
 * @param exposure 10a
 * @param outputShares who makes a mineral
 * @param world exports of magnets to all destinations
 * @param unitedStates exports of magnets to the United States, which the claim is about
 * @param bite 10b
 * @param stocks 10c
 * @param lever 10d
 * @param knownCase 2010
 */
public record RareEarthLever(
    Exposure exposure,
    OutputShares outputShares,
    MagnetFlows world,
    MagnetFlows unitedStates,
    Bite bite,
    Stocks stocks,
    Lever lever,
    KnownCase knownCase)
    implements Analysis {
  private static final int CLAIM = 10;
  private static final int SHOCK_MONTHS = 3;
  private static final double PERCENT = 100;

  /**
   * Loads what the claim needs.
   *
   * @param catalog the collection's tables
   * @return the analysis of claim 10
   * @throws IllegalArgumentException if a published total of exports and its parts are further
   *     apart than the registered tolerance
   */
  public static RareEarthLever of(Catalog catalog) {
    Registry registry = Registry.of(catalog);
    MagnetFlows world = MagnetFlows.of(catalog, registry, "WLD");
    MagnetFlows unitedStates = MagnetFlows.of(catalog, registry, "USA");
    return new RareEarthLever(
        new Exposure(registry.proposition("10a"), catalog),
        new OutputShares(catalog),
        world,
        unitedStates,
        new Bite(registry.proposition("10b"), world, unitedStates, catalog),
        new Stocks(registry.proposition("10c"), catalog),
        new Lever(registry.proposition("10d"), unitedStates),
        new KnownCase(catalog));
  }

  @Override
  public int claim() {
    return CLAIM;
  }

  @Override
  public List<Examination> examinations() {
    return List.of(
        exposure.examination(), bite.examination(), stocks.examination(), lever.examination());
  }

  @Override
  public String finding(ClaimResult result) {
    int counted = exposure.withBoth(true, false).size();
    double exposed = result.proposition("10a").group().value("exposed_elements_share");
    return String.format(
        Locale.ROOT,
        "Of %d rare earths under control that have both figures, the United States imports, and China"
            + " processes, more than %.0f%% of %d, mostly by figures for groups%s%s. Chinese exports"
            + " of magnets to the United States fell by %.0f%% in April to June 2025, against the"
            + " quarter before%s%s.",
        counted,
        PERCENT * exposure.leastShare(),
        Math.round(exposed * counted),
        ownFiguresBelow(),
        exposure.hangsOnEuropeanStudy()
            ? ", and by a European study let in by somebody who had read results, without which the"
                + " word would be cannot tell"
            : "",
        PERCENT * shock(LevelBefore.FIRST_QUARTER_OF_2025),
        bite.restsOnRaisedRows(SHOCK_MONTHS)
            ? ", by second-hand figures (grade S) that were let in as a series"
            : "",
        result.proposition("10c").word() == PropositionWord.CANNOT_TELL_COVERAGE
            ? "; how long stocks for defence would last nobody publishes"
            : "");
  }

  /** What is said of the one element with both figures of its own, if it lies below. */
  private String ownFiguresBelow() {
    List<Exposure.Element> own = exposure.withBoth(false, false);
    boolean below =
        own.size() == 1
            && exposure.exposedShare(false, Exposure.PublishedRange.MIDDLE, false).orElseThrow()
                == 0;
    return below
        ? " (%s, the only one with two of its own, lies below)"
            .formatted(own.get(0).name().toLowerCase(Locale.ROOT))
        : "";
  }

  /**
   * How far exports to the United States fell in the three months from April 2025, 1 - mean /
   * level, from each registered level before.
   *
   * @return the falls, fractions of their level
   * @throws java.util.NoSuchElementException if the tables do not hold the months
   */
  public DoubleStream shocks() {
    return Arrays.stream(LevelBefore.values()).mapToDouble(this::shock);
  }

  private double shock(LevelBefore before) {
    MonthlyTotals flows = unitedStates.totals(WeakRows.ONE_BLOCK);
    double mean =
        flows
                .sum(MagnetFlows.CONTROL, MagnetFlows.CONTROL.plusMonths(SHOCK_MONTHS - 1L))
                .orElseThrow()
            / SHOCK_MONTHS;
    return 1 - mean / before.in(flows).orElseThrow();
  }
}
