package speedbump.analysis.backfire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import speedbump.analysis.backfire.Localisation.Change;
import speedbump.analysis.backfire.Localisation.Contrast;
import speedbump.analysis.backfire.Localisation.Shares;
import speedbump.claim.Outcome;
import speedbump.claim.Trial;
import speedbump.data.Catalog;

class LocalisationTest {
  private static final Localisation TOOLS = Backfire.of(Catalog.shared()).localisation();
  private static final List<Change> DEFAULT = TOOLS.changes(Shares.DEFAULT);

  private static Change of(List<Change> changes, String id) {
    return changes.stream().filter(one -> one.tool().id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void theLeavesAreThoseOfTheCoders() {
    assertEquals(71, TOOLS.tools().size());
    assertTrue(TOOLS.tools().stream().noneMatch(tool -> tool.id().equals("N55")));
    List<ToolClass> parted =
        TOOLS.tools().stream().filter(tool -> tool.levelA() != tool.levelB()).toList();
    assertEquals(List.of("N40"), parted.stream().map(ToolClass::id).toList());
    // of the seven one is a sum and one has its own types
    assertEquals(
        Set.of("N45", "N49", "N50", "N51", "N113"),
        new HashSet<>(
            TOOLS.tools().stream().filter(ToolClass::metUnasked).map(ToolClass::id).toList()));
  }

  /** Read off the publisher's files: first published on 25 April 2025, revised on 9 July. */
  @Test
  void theRevisionIsThatOfTheFiles() {
    Change stripping = of(TOOLS.revision(), "N53");
    assertEquals(0.073, stripping.before(), 0.0005);
    assertEquals(0.354, stripping.after(), 1e-12);
    assertEquals(0.064, of(TOOLS.revision(), "N38").before(), 0.0005);
    assertEquals(0.354, of(DEFAULT, "N53").before(), 1e-12);
    assertEquals(0.073, of(TOOLS.changes(new Shares(false, false)), "N53").before(), 0.0005);
  }

  /**
   * One kind makes the revision: without it the spread is a tenth, and both files tell the same.
   */
  @Test
  void oneKindMakesTheRevision() {
    assertEquals(6.2, 100 * spread(TOOLS.revision()), 0.05);
    assertEquals(0.63, 100 * spread(without(TOOLS.revision())), 0.005);
    assertEquals(1.66, lead(without(DEFAULT)), 0.005);
    assertEquals(1.74, lead(without(TOOLS.changes(new Shares(false, false)))), 0.005);
    assertEquals(0.35, lead(TOOLS.changes(new Shares(false, false))), 0.005);
    assertEquals(-0.01, lead(without(TOOLS.revision())), 0.005);
  }

  /** By hand: restricted kinds 1.628 points by market, the others 0.858. */
  @Test
  void byMarketTheLeadIsLess() {
    assertEquals(0.771, 100 * TOOLS.leadByMarket(DEFAULT), 5e-4);
  }

  private static List<Change> without(List<Change> changes) {
    return Localisation.without(changes, of(changes, "N53").tool());
  }

  private static double spread(List<Change> changes) {
    double mean = changes.stream().mapToDouble(Change::points).average().orElseThrow();
    double squares = changes.stream().mapToDouble(one -> Math.pow(one.points() - mean, 2)).sum();
    return Math.sqrt(squares / (changes.size() - 1));
  }

  private static double lead(List<Change> changes) {
    return 100 * TOOLS.contrast(changes, Localisation::restricted).orElseThrow().difference();
  }

  @Test
  void aBlankIsZeroOnlyWhereTheOthersClose() {
    List<Change> withZero = TOOLS.changes(new Shares(true, true));
    assertTrue(withZero.size() > DEFAULT.size());
    Change euv = of(withZero, "N20");
    assertEquals(0, euv.before());
    assertEquals(0, euv.after());
    assertTrue(withZero.containsAll(DEFAULT));
  }

  /** In the default every family is wholly restricted or wholly not. */
  @Test
  void familiesAreOfOneKind() {
    Map<String, Boolean> kinds = new HashMap<>();
    for (Change one : DEFAULT) {
      boolean restricted = Localisation.restricted(one.tool());
      assertEquals(restricted, kinds.computeIfAbsent(one.tool().family(), family -> restricted));
    }
    assertEquals(21, kinds.size());
    assertEquals(8, kinds.values().stream().filter(restricted -> restricted).count());
  }

  @Test
  void theContrastIsTheDifferenceOfTwoMeans() {
    Contrast contrast = TOOLS.contrast(DEFAULT, Localisation::restricted).orElseThrow();
    double[] means = new double[2];
    for (int side = 0; side < 2; side++) {
      boolean restricted = side == 1;
      means[side] =
          DEFAULT.stream()
              .filter(one -> Localisation.restricted(one.tool()) == restricted)
              .mapToDouble(Change::points)
              .average()
              .orElseThrow();
    }
    assertEquals(means[1] - means[0], contrast.difference(), 1e-12);
    assertEquals(19, contrast.restricted());
    assertEquals(17, contrast.others());
  }

  /** The noise of the worlds is centred, so that their mean lead is the registered one. */
  @Test
  void aWorldHasTheLeadThatItIsGiven() {
    List<List<Double>> residuals = TOOLS.residuals(DEFAULT);
    SplittableRandom random = new SplittableRandom(4);
    int draws = 2_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < draws; i++) {
      double lead =
          TOOLS
              .contrast(
                  Localisation.drawn(DEFAULT, residuals, 0.02, random), Localisation::restricted)
              .orElseThrow()
              .difference();
      sum += lead;
      squares += lead * lead;
    }
    double mean = sum / draws;
    double error = Math.sqrt((squares / draws - mean * mean) / draws);
    assertEquals(0.02, mean, 4 * error);
  }

  /** All restricted kinds gain ten points: the test says so, and its mirror does not. */
  @Test
  void aLargeLeadIsSeen() {
    List<Change> planted =
        DEFAULT.stream()
            .map(
                one ->
                    new Change(
                        one.tool(), 0.1, 0.1 + (Localisation.restricted(one.tool()) ? 0.1 : 0)))
            .toList();
    Contrast contrast = TOOLS.contrast(planted, Localisation::restricted).orElseThrow();
    assertEquals(0.1, contrast.difference(), 1e-12);
    assertTrue(contrast.test().pGreater() < 0.001);
    assertEquals(1, contrast.test().pLess());
  }

  /** Level 2 alone has fewer leaves with a share than the rule asks for. */
  @Test
  void tooFewRestrictedKindsAreUnusable() {
    Trial<?> trial = Backfire.of(Catalog.shared()).localisation().examination().trials().get(0);
    long unusable =
        trial.specifications().stream()
            .filter(one -> one.option("restricted").equals("level 2 alone"))
            .filter(one -> one.option("no Chinese row").equals("missing"))
            .filter(one -> trial.run(one) instanceof Outcome.Usable)
            .count();
    assertEquals(0, unusable);
    assertEquals(32, trial.specifications().stream().filter(one -> one.votes()).count());
  }

  @Test
  void aShareOfTheMarketWeighsKindsByTheirSize() {
    Localisation localisation = Backfire.of(Catalog.shared()).localisation();
    List<Localisation.Change> changes = localisation.changes(Localisation.Shares.DEFAULT);
    Localisation.Change one = changes.get(0);
    assertEquals(one.after(), localisation.shareByMarket(List.of(one)), 1e-12);
    assertEquals(0.079, localisation.shareByMarket(changes), 5e-4);
  }
}
