package speedbump.analysis.deepseek;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import speedbump.analysis.shared.Analysis;
import speedbump.analysis.shared.CapabilityRulers;
import speedbump.claim.ClaimResult;
import speedbump.claim.Examination;
import speedbump.claim.GroupResult;
import speedbump.claim.Proposition;
import speedbump.claim.PropositionWord;
import speedbump.claim.Registry;
import speedbump.data.Catalog;

/**
 * Claim 6: did DeepSeek (January 2025) break assumptions about China's limits? Opens the steps that
 * the notebook walks through, that the tests check and that the examiner varies.
 *
 * @param rulers every ruler of the collection, whether or not it can say something of R1
 * @param ruling the rulers of 6a and 6c: both vintages of the index, and every benchmark that had
 *     the registered number of Chinese records before R1 and scored R1
 * @param closeness 6a
 * @param efficiency 6b
 * @param persistence 6c
 * @param prices 6d, for which no data are held
 */
public record Deepseek(
    CapabilityRulers rulers,
    List<String> ruling,
    Closeness closeness,
    Efficiency efficiency,
    Persistence persistence,
    Proposition prices)
    implements Analysis {
  private static final double PERCENT = 100;

  /** The event: the model whose release the claim is about. */
  public static final String R1 = CapabilityRulers.R1;

  /** The model a month before it, on which R1 was built: an alternative event, and a placebo. */
  public static final String V3 = "DeepSeek-V3";

  /**
   * Loads what the claim needs.
   *
   * @param catalog the collection's tables
   * @return the analysis of claim 6
   */
  public static Deepseek of(Catalog catalog) {
    Registry registry = Registry.of(catalog);
    Proposition closeness = registry.proposition("6a");
    CapabilityRulers rulers = CapabilityRulers.of(catalog);
    List<String> ruling =
        rulers.ruling(R1, (int) closeness.definition("least_chinese_records_before_event"));
    return new Deepseek(
        rulers,
        ruling,
        new Closeness(closeness, rulers, ruling),
        new Efficiency(registry.proposition("6b"), rulers),
        new Persistence(registry.proposition("6c"), rulers, ruling, registry.machinery()),
        registry.proposition("6d"));
  }

  @Override
  public int claim() {
    return prices.claim();
  }

  /**
   * R1's day of release.
   *
   * @return the date in the index
   */
  public LocalDate releaseOfR1() {
    return rulers.release(R1);
  }

  /**
   * V3's day of release.
   *
   * @return the date in the index
   */
  public LocalDate releaseOfV3() {
    return rulers.release(V3);
  }

  @Override
  public List<Examination> examinations() {
    return List.of(
        closeness.examination(),
        efficiency.examination(),
        persistence.examination(),
        Examination.missing(prices, "no price table that may ship is held"));
  }

  @Override
  public String finding(ClaimResult result) {
    GroupResult together = result.proposition("6a").groups().get(0);
    JointLags months = lags(Closeness.Measure.MONTHS);
    JointLags points = lags(Closeness.Measure.SCORE);
    boolean cannotTell = result.proposition("6a").word() == PropositionWord.CANNOT_TELL;
    return String.format(
            Locale.ROOT,
            "Counted from the first American model with at least the same score, DeepSeek R1 came"
                + " %.1f months sooner than earlier Chinese models had, on average over %d rulers; of"
                + " the %d models before it %d stood as close in months, and %d in points.",
            -together.value("lag_minus_mean"),
            months.lags().values().stream().filter(ruler -> ruler.containsKey(R1)).count(),
            months.models().size() - 1,
            closer(months),
            closer(points))
        + (cannotTell
            ? String.format(
                Locale.ROOT,
                " Had it really jumped, the test would say so in %.0f%% of simulated cases only: too"
                    + " few to tell.",
                PERCENT * together.power().holdsGivenTrue())
            : "");
  }

  private JointLags lags(Closeness.Measure measure) {
    return closeness.recordLags(CapabilityRulers.Reading.DEFAULT, R1, measure).orElseThrow();
  }

  /** How many other models stood as close, by the statistic of 6a. */
  private static long closer(JointLags lags) {
    return Math.round(lags.permutationP() * lags.models().size()) - 1;
  }
}
