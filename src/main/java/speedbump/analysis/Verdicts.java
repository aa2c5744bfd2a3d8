package speedbump.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import speedbump.analysis.deepseek.Deepseek;
import speedbump.analysis.delayorstop.DelayOrStop;
import speedbump.analysis.learningbymaking.LearningByMaking;
import speedbump.analysis.rareearthlever.RareEarthLever;
import speedbump.analysis.shared.Analysis;
import speedbump.claim.Claim;
import speedbump.claim.ClaimResult;
import speedbump.claim.Examiner;
import speedbump.claim.Registry;
import speedbump.claim.Simulations;
import speedbump.data.Catalog;

/**
 * All verdicts of the collection. They are computed once, before the notebooks run, and kept;
 * whoever asks later reads them there, or computes what it does not find.
 */
public final class Verdicts {
  private static final List<Function<Catalog, Analysis>> ANALYSES =
      List.of(DelayOrStop::of, Deepseek::of, LearningByMaking::of, RareEarthLever::of);

  private Verdicts() {}

  /**
   * The analysis of every claim that has one.
   *
   * @param catalog the collection's tables
   * @return the analyses, by number of their claim
   */
  public static List<Analysis> analyses(Catalog catalog) {
    return ANALYSES.stream().map(of -> of.apply(catalog)).toList();
  }

  /**
   * Computes every verdict from the tables.
   *
   * @param catalog the collection's tables
   * @return one result a claim, in the order of their numbers
   */
  public static List<ClaimResult> compute(Catalog catalog) {
    return compute(catalog, new Simulations());
  }

  /**
   * Computes every verdict from the tables and keeps the draws of the simulated worlds.
   *
   * @param catalog the collection's tables
   * @param simulations where the draws are kept
   * @return one result a claim, in the order of their numbers
   */
  static List<ClaimResult> compute(Catalog catalog, Simulations simulations) {
    Registry registry = Registry.of(catalog);
    Examiner examiner = new Examiner(registry.machinery(), simulations);
    List<Analysis> analyses = analyses(catalog);
    return registry.claims().stream()
        .map(
            claim ->
                analyses.stream()
                    .filter(analysis -> analysis.claim() == claim.number())
                    .findFirst()
                    .map(analysis -> judged(examiner, claim, analysis))
                    .orElseGet(() -> examiner.conclude(claim, List.of())))
        .toList();
  }

  private static ClaimResult judged(Examiner examiner, Claim claim, Analysis analysis) {
    ClaimResult result =
        examiner.conclude(claim, analysis.examinations().stream().map(examiner::examine).toList());
    return result.with(analysis.finding(result));
  }

  /**
   * The verdict on one claim: the one kept from the last build if data and code are the same, else
   * computed now.
   *
   * @param claim number of the claim, 1 to 12
   * @return its result
   */
  public static ClaimResult of(int claim) {
    return all().get(claim - 1);
  }

  /**
   * The verdicts on all claims, kept or computed as in {@link #of(int)}.
   *
   * @return one result a claim, in the order of their numbers
   */
  public static List<ClaimResult> all() {
    return Kept.CLAIMS;
  }

  private static final class Kept {
    static final List<ClaimResult> CLAIMS = keptOrComputed(Catalog.shared());
  }

  private static List<ClaimResult> keptOrComputed(Catalog catalog) {
    try {
      VerdictStore store = VerdictStore.of(catalog);
      Path pages = store.file().resolveSibling("explorer");
      Optional<List<ClaimResult>> kept = Files.exists(pages) ? store.read() : Optional.empty();
      if (kept.isPresent()) {
        return kept.get();
      }
      Simulations simulations = new Simulations();
      List<ClaimResult> claims = compute(catalog, simulations);
      Explorer.write(pages, Registry.of(catalog), claims, simulations);
      store.write(claims);
      return claims;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What pages, terminal and README show of the verdicts.
   *
   * @return the board, of verdicts kept or computed as in {@link #of(int)}
   */
  public static Board board() {
    return Board.of(Catalog.shared(), all());
  }

  /**
   * Computes and keeps the verdicts and writes the board, as the build's step before the notebooks.
   *
   * @param arguments none
   * @throws IOException if the board cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    VerdictStore.of(Catalog.shared()).write(board());
  }
}
