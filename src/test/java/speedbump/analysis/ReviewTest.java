package speedbump.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import speedbump.claim.ClaimResult;
import speedbump.claim.ClaimWord;
import speedbump.claim.Confidence;
import speedbump.claim.Evidence;
import speedbump.claim.GroupResult;
import speedbump.claim.Power;
import speedbump.claim.PropositionClass;
import speedbump.claim.PropositionResult;
import speedbump.claim.PropositionWord;
import speedbump.claim.Registry;
import speedbump.claim.Specification;
import speedbump.claim.SpecificationResult;
import speedbump.claim.Standing;
import speedbump.data.Catalog;

/** What a reviewer is shown of made-up verdicts. */
class ReviewTest {
  private static SpecificationResult way(double lag, Standing standing, boolean votes) {
    return new SpecificationResult(
        new Specification("a", List.of(), true, votes), standing, Evidence.of("lag", lag), "");
  }

  private static GroupResult group(
      String name, boolean decides, Power power, SpecificationResult... ways) {
    return new GroupResult(
        name, decides, List.of(ways), 2, 1, 1, 0.5, 0.5, power, Standing.NEITHER, "", List.of());
  }

  private static Review review() {
    Power strong = new Power(0.9, 0.02, 0.1, 0.8, 2000, 0, 0);
    Power weak = new Power(0.4, 0.01, 0.05, 0.7, 1000, 0, 0);
    PropositionResult heart =
        new PropositionResult(
            "6a",
            PropositionClass.HEART,
            PropositionWord.OPEN,
            PropositionWord.OPEN,
            "Because.",
            List.of(
                group(
                    "one_ruler",
                    true,
                    strong,
                    way(1, Standing.HOLDS, true),
                    way(1, Standing.HOLDS, true),
                    way(2, Standing.UNUSABLE, true),
                    way(3, Standing.FAILS, false)),
                group("another", true, weak, way(4, Standing.FAILS, true)),
                group("shown", false, Power.none(), way(5, Standing.FAILS, true))));
    Confidence confidence = new Confidence(0, 1, 1, 2, List.of(weak), 0.5);
    return Review.of(
        Catalog.shared(),
        List.of(
            new ClaimResult(6, ClaimWord.OPEN, "", confidence, List.of(heart)),
            new ClaimResult(7, ClaimWord.NOT_YET_EXAMINED, "", confidence, List.of())));
  }

  @Test
  void countsAreOfTheGroupsThatDecideAndPowerIsTheWorst() {
    Review.Row row = review().propositions().get(0);
    Review.Counts counts = row.counts();
    assertEquals("6a", row.proposition());
    assertEquals(
        List.of(4, 4, 2, 2, 2),
        List.of(counts.ways(), counts.run(), counts.answers(), counts.hold(), counts.fail()));
    assertEquals(List.of(0.4, 0.1), List.of(counts.holdsGivenTrue(), counts.holdsGivenFalse()));
    assertEquals(List.of(0.02, 0.7), List.of(counts.failsGivenTrue(), counts.failsGivenFalse()));
    assertEquals(List.of("open", "Because."), List.of(row.word(), row.reason()));
  }

  @Test
  void groupsStandAloneThoseThatAreShownToo() {
    List<Review.Group> groups = review().groups();
    assertEquals(
        List.of("one ruler", "another", "shown"),
        groups.stream().map(Review.Group::group).toList());
    assertEquals(List.of(true, true, false), groups.stream().map(Review.Group::decides).toList());
    assertEquals(List.of(3, 1, 1), groups.stream().map(one -> one.counts().ways()).toList());
    assertEquals(
        List.of(2000, 1000, 0), groups.stream().map(one -> one.counts().worlds()).toList());
    assertEquals("", groups.get(2).weight());
  }

  @Test
  void everyPropositionStandsWithItsRule() {
    Registry registry = Registry.of(Catalog.shared());
    List<Review.Row> rows = review().propositions();
    assertEquals(
        registry.claim(6).propositions().size() + registry.claim(7).propositions().size(),
        rows.size());
    for (Review.Row row : rows) {
      assertEquals(
          registry.rule(registry.proposition(row.proposition()), Standing.HOLDS), row.holds());
      assertEquals(
          registry.rule(registry.proposition(row.proposition()), Standing.FAILS), row.fails());
      assertTrue(
          row.claim() == 6 || row.word().isEmpty() && row.counts().ways() == 0, row.proposition());
    }
  }
}
