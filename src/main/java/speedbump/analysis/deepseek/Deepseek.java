package speedbump.analysis.deepseek;

import java.time.LocalDate;
import java.util.List;
import speedbump.analysis.shared.Analysis;
import speedbump.analysis.shared.CapabilityRulers;
import speedbump.claim.Examination;
import speedbump.claim.Proposition;
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
        new Persistence(registry.proposition("6c"), rulers, ruling),
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
}
