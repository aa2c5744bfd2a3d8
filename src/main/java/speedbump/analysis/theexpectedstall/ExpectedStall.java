package speedbump.analysis.theexpectedstall;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import speedbump.analysis.shared.Analysis;
import speedbump.analysis.shared.ControlledSeries;
import speedbump.analysis.shared.ControlledSeries.Use;
import speedbump.claim.ClaimResult;
import speedbump.claim.Examination;
import speedbump.claim.Registry;
import speedbump.data.Catalog;

/**
 * Claim 4: did Washington expect a stall that did not come? What officials said that the controls
 * are for, what forecasters outside China expected and what came, and how much of its growth China
 * kept.
 *
 * @param aims 4a
 * @param ledger 4b
 * @param keptGrowth 4c
 * @param eligible the series of 2a that 4c asks
 * @param claim number of the claim
 */
public record ExpectedStall(
    StatedAims aims,
    Ledger ledger,
    KeptGrowth keptGrowth,
    List<ControlledSeries> eligible,
    int claim)
    implements Analysis {
  /** Keeps its own copy of the series. */
  public ExpectedStall {
    eligible = List.copyOf(eligible);
  }

  /**
   * Loads what the claim needs.
   *
   * @param catalog the collection's tables
   * @return the analysis of claim 4
   */
  public static ExpectedStall of(Catalog catalog) {
    Registry registry = Registry.of(catalog);
    double flatGrowth = registry.proposition("2a").choice("ceiling").options().get(0).number();
    return new ExpectedStall(
        new StatedAims(registry.proposition("4a"), registry.machinery(), catalog),
        new Ledger(registry.proposition("4b"), catalog),
        new KeptGrowth(registry.proposition("4c"), flatGrowth, catalog),
        ControlledSeries.all(catalog).stream().filter(one -> one.use() == Use.ELIGIBLE).toList(),
        registry.proposition("4b").claim());
  }

  /**
   * A series of 2a.
   *
   * @param id its id
   * @return the series
   * @throws IllegalArgumentException if there is none of the id
   */
  public ControlledSeries series(String id) {
    return eligible.stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no series '%s'".formatted(id)));
  }

  @Override
  public List<Examination> examinations() {
    return List.of(aims.examination(), ledger.examination(), keptGrowth.examination(eligible));
  }

  @Override
  public String finding(ClaimResult result) {
    Ledger.Tally tally = ledger.tally();
    String ratios =
        result.proposition("4c").groups().stream()
            .map(
                group ->
                    "%.0f%% (%.0f to %.0f)"
                        .formatted(
                            100 * group.value("growth_ratio_after_over_before"),
                            100 * group.value("growth_ratio_after_over_before_lower80"),
                            100 * group.value("growth_ratio_after_over_before_upper80")))
            .collect(Collectors.joining(" and "));
    KeptGrowth.Folds folds = keptGrowth.folds(eligible.get(0));
    DoubleSummaryStatistics lessOne = keptGrowth.foldBeforeWithoutOne(eligible.get(0));
    return String.format(
        Locale.ROOT,
        "Of %d sets of dated forecasts from outside China %d were too low and %d too high: %s, and"
            + " of %d forecasts %d is by the US government. By either coder %s of the US documents"
            + " that state an aim put stopping China's growth first; on a logarithmic scale training"
            + " compute kept %s of its old growth, by series, the first of which went from %.0f-fold"
            + " a year (%.0f- to %.0f-fold with any one point left out) to %.1f-fold.",
        tally.voting(),
        tally.under(),
        tally.over(),
        switch (result.proposition("4b").word()) {
          case HOLDS -> "they expected too little";
          case FAILS -> "they expected too much";
          default -> "no side of the error stands out";
        },
        ledger.counted().size(),
        ledger.counted().stream().filter(Forecast::byGovernment).count(),
        share(result),
        ratios,
        folds.before(),
        lessOne.getMin(),
        lessOne.getMax(),
        folds.after());
  }

  private static String share(ClaimResult result) {
    List<Double> shares =
        result.proposition("4a").groups().stream()
            .map(group -> group.value("stop_share"))
            .sorted()
            .toList();
    String least = "%.0f".formatted(100 * shares.get(0));
    String most = "%.0f".formatted(100 * shares.get(1));
    return least.equals(most) ? least + "%" : least + "% to " + most + "%";
  }
}
