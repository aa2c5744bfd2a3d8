package speedbump.analysis.delayorstop;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import speedbump.analysis.shared.Analysis;
import speedbump.analysis.shared.CapabilityRulers;
import speedbump.analysis.shared.ControlledSeries;
import speedbump.analysis.shared.ControlledSeries.Use;
import speedbump.claim.ClaimResult;
import speedbump.claim.Examination;
import speedbump.claim.GroupResult;
import speedbump.claim.Machinery;
import speedbump.claim.Proposition;
import speedbump.claim.PropositionResult;
import speedbump.claim.PropositionWord;
import speedbump.claim.Registry;
import speedbump.claim.Standing;
import speedbump.data.Catalog;
import speedbump.model.ShockDesign;

/**
 * Claim 2: do the controls delay China, or can they stop it? Five shapes of a path after control
 * are fitted to each series that a control may have bent, and weighed against each other; the lag
 * behind the frontier is asked how fast it grows.
 *
 * @param series the registered series, those of every use, in the order of their table
 * @param wall 2a
 * @param delay 2b
 * @param lagSlope 2c
 * @param stoodStill 2d, for which no series is long enough
 */
public record DelayOrStop(
    List<ControlledSeries> series,
    Wall wall,
    Delay delay,
    LagSlope lagSlope,
    Proposition stoodStill)
    implements Analysis {
  private static final double PERCENT = 100;

  /**
   * Loads what the claim needs.
   *
   * @param catalog the collection's tables
   * @return the analysis of claim 2
   */
  public static DelayOrStop of(Catalog catalog) {
    Registry registry = Registry.of(catalog);
    Machinery machinery = registry.machinery();
    CapabilityRulers rulers = CapabilityRulers.of(catalog);
    List<String> ruling =
        rulers.ruling(
            CapabilityRulers.R1,
            (int) registry.proposition("6a").definition("least_chinese_records_before_event"));
    Wall wall = new Wall(registry.proposition("2a"), catalog);
    return new DelayOrStop(
        ControlledSeries.all(catalog),
        wall,
        new Delay(registry.proposition("2b"), wall, machinery, catalog),
        new LagSlope(registry.proposition("2c"), rulers, ruling, machinery),
        registry.proposition("2d"));
  }

  @Override
  public int claim() {
    return stoodStill.claim();
  }

  /**
   * A registered series.
   *
   * @param id its id
   * @return the series
   * @throws IllegalArgumentException if there is none of the id
   */
  public ControlledSeries series(String id) {
    return series.stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no series '%s'".formatted(id)));
  }

  /**
   * The series that are fitted.
   *
   * @return those eligible for 2a, then the proxies of 2b
   */
  public List<ControlledSeries> fitted() {
    return Stream.of(Use.ELIGIBLE, Use.PROXY).flatMap(use -> of(use).stream()).toList();
  }

  private List<ControlledSeries> of(Use use) {
    return series.stream().filter(one -> one.use() == use).toList();
  }

  /**
   * Why no capability can be asked whether it stood still.
   *
   * @return the reason, with what is held of series controlled for as long as the row asks
   */
  public String whyNoneIsAsked() {
    double years = stoodStill.definition("least_years_controlled");
    return series.stream()
        .filter(one -> ShockDesign.years(one.controlDate(), one.lastDay()) >= years)
        .map(
            one ->
                "%s (%d before control, %d after)"
                    .formatted(one.outcome(), one.pointsBefore(), one.pointsAfter()))
        .collect(
            Collectors.joining(
                "; ",
                "no capability is held with points enough before a control that is %.0f years old: "
                    .formatted(years),
                ""));
  }

  @Override
  public List<Examination> examinations() {
    return List.of(
        wall.examination(of(Use.ELIGIBLE)),
        delay.examination(fitted()),
        lagSlope.examination(),
        Examination.missing(stoodStill, whyNoneIsAsked()));
  }

  @Override
  public String finding(ClaimResult result) {
    PropositionResult wallRow = result.proposition("2a");
    String weights =
        wallRow.groups().stream()
            .map(group -> "%.0f%%".formatted(PERCENT * group.value("ceiling_aicc_weight")))
            .collect(Collectors.joining(" and "));
    GroupResult index = result.proposition("2c").group(CapabilityRulers.INDEX);
    return String.format(
        Locale.ROOT,
        "Of five shapes fitted to two series of the computing power behind leading Chinese models a"
            + " standstill gets %s of the weight; below %.0f%% would rule it out and above %.0f%% show"
            + " it, so %s. The"
            + " lag of Chinese AI behind American models changed by %+.1f months a year (%+.1f to"
            + " %+.1f) on the capability index: %s.",
        weights,
        PERCENT * wall.bound(Standing.HOLDS),
        PERCENT * wall.bound(Standing.FAILS),
        said(
            wallRow.word(),
            "none is in sight",
            "a wall is what they show",
            "a wall is neither seen nor excluded"),
        index.value("lag_slope_months_per_year"),
        index.value("lag_slope_lower95_months_per_year"),
        index.value("lag_slope_upper95_months_per_year"),
        said(
            result.proposition("2c").word(),
            "not the pace of a wall",
            "the pace of a wall",
            "whether it grows cannot be told"));
  }

  private static String said(PropositionWord word, String holds, String fails, String otherwise) {
    return switch (word) {
      case HOLDS -> holds;
      case FAILS -> fails;
      default -> otherwise;
    };
  }
}
