package speedbump.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import speedbump.analysis.backfire.Backfire;
import speedbump.analysis.chokepointsorintegration.ChokepointsOrIntegration;
import speedbump.analysis.deepseek.Deepseek;
import speedbump.analysis.delayorstop.DelayOrStop;
import speedbump.analysis.fromtargetedtobroad.FromTargetedToBroad;
import speedbump.analysis.internaldemand.InternalDemand;
import speedbump.analysis.learningbymaking.LearningByMaking;
import speedbump.analysis.ninefields.NineFields;
import speedbump.analysis.rareearthlever.RareEarthLever;
import speedbump.analysis.shared.Analysis;
import speedbump.analysis.theexpectedstall.ExpectedStall;
import speedbump.analysis.twoinnovationsystems.TwoInnovationSystems;
import speedbump.analysis.wholeindustrialsystem.WholeIndustrialSystem;
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
  /** In the order of the claims. */
  static final List<Function<Catalog, Analysis>> ANALYSES =
      List.of(
          TwoInnovationSystems::of,
          DelayOrStop::of,
          FromTargetedToBroad::of,
          ExpectedStall::of,
          NineFields::of,
          Deepseek::of,
          LearningByMaking::of,
          WholeIndustrialSystem::of,
          Backfire::of,
          RareEarthLever::of,
          InternalDemand::of,
          ChokepointsOrIntegration::of);

  private static final Map<Integer, ClaimResult> KEPT = new ConcurrentHashMap<>();

  private Verdicts() {}

  /**
   * The analysis of every claim that has one.
   *
   * @param catalog the collection's tables
   * @return the analyses, by number of their claim
   */
  public static List<Analysis> analyses(Catalog catalog) {
    catalog.note("analyses");
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

  /** The same, keeping the draws of the simulated worlds. */
  static List<ClaimResult> compute(Catalog catalog, Simulations simulations) {
    List<Analysis> analyses = analyses(catalog);
    return Registry.of(catalog).claims().stream()
        .map(claim -> compute(catalog, analyses, claim, simulations))
        .toList();
  }

  private static ClaimResult compute(
      Catalog catalog, List<Analysis> analyses, Claim claim, Simulations simulations) {
    Examiner examiner = new Examiner(Registry.of(catalog).machinery(), simulations);
    return analyses.stream()
        .filter(analysis -> analysis.claim() == claim.number())
        .findFirst()
        .map(analysis -> judged(examiner, claim, analysis))
        .orElseGet(() -> examiner.conclude(claim, List.of()));
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
    Catalog.shared().note("verdict:" + claim);
    return KEPT.computeIfAbsent(claim, Verdicts::keptOrComputed);
  }

  /**
   * The verdicts on all claims, kept or computed as in {@link #of(int)}.
   *
   * @return one result a claim, in the order of their numbers
   */
  public static List<ClaimResult> all() {
    return Registry.of(Catalog.shared()).claims().stream()
        .map(claim -> of(claim.number()))
        .toList();
  }

  /** Digested when the first verdict is asked for. */
  private static final class Kept {
    static final VerdictStore.Common COMMON;

    static {
      try {
        COMMON = VerdictStore.Common.of(Catalog.shared());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Made when the first verdict is not found. */
  private static final class Shared {
    static final List<Analysis> ANALYSES = analyses(Catalog.shared());
  }

  /**
   * A verdict and the draws behind it.
   *
   * @param result the verdict
   * @param simulations what the registered defaults made of the simulated worlds
   */
  record Drawn(ClaimResult result, Simulations simulations) {}

  private static final Map<Integer, Drawn> DRAWN = new ConcurrentHashMap<>();

  /** The verdict on a claim, computed now and once, with the draws behind it. */
  static Drawn drawn(int claim) {
    Catalog catalog = Catalog.shared();
    return DRAWN.computeIfAbsent(
        claim,
        number -> {
          Simulations simulations = new Simulations();
          Claim registered = Registry.of(catalog).claim(number);
          return new Drawn(compute(catalog, Shared.ANALYSES, registered, simulations), simulations);
        });
  }

  private static ClaimResult keptOrComputed(int number) {
    Catalog catalog = Catalog.shared();
    Claim claim = Registry.of(catalog).claim(number);
    try {
      VerdictStore store = Kept.COMMON.store(claim.notebook());
      Path page = store.page();
      Optional<ClaimResult> kept =
          store.read().filter(one -> Files.exists(page) || !Explorer.shows(one));
      if (kept.isPresent()) {
        return kept.get();
      }
      Simulations simulations = new Simulations();
      ClaimResult result = compute(catalog, Shared.ANALYSES, claim, simulations);
      Explorer.write(page, Registry.of(catalog), result, simulations);
      store.write(result);
      return result;
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
   * Where the board becomes another, that of before stays beside it, until whoever shows the change
   * takes it away.
   */
  static void keepBefore(Path board, String now) throws IOException {
    Path before = board.resolveSibling("board-before.json");
    if (Files.exists(board) && !Files.exists(before) && !Files.readString(board).equals(now)) {
      Files.copy(board, before);
    }
  }

  /**
   * Computes and keeps the verdicts, and writes the board and, beside it, what the reviewers'
   * report shows of the propositions and what the pages of the claims need to judge anew.
   *
   * @param arguments the file that the board is written to
   * @throws IOException if a file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    Path board = Path.of(arguments[0]);
    Board now = board();
    keepBefore(board, VerdictStore.text(now));
    VerdictStore.write(board, now);
    VerdictStore.write(board.resolveSibling("review.json"), Review.of(Catalog.shared(), all()));
    Path pages = Files.createDirectories(board.resolveSibling("explorer"));
    for (Claim claim : Registry.of(Catalog.shared()).claims()) {
      if (Explorer.shows(of(claim.number()))) {
        Files.copy(
            Kept.COMMON.store(claim.notebook()).page(),
            pages.resolve(claim.number() + ".json"),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
