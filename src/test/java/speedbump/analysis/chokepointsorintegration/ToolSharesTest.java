package speedbump.analysis.chokepointsorintegration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.analysis.shared.Planted.evidence;
import static speedbump.analysis.shared.Planted.world;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.analysis.chokepointsorintegration.ToolShares.Breadth;
import speedbump.analysis.chokepointsorintegration.ToolShares.Change;
import speedbump.analysis.chokepointsorintegration.ToolShares.Published;
import speedbump.claim.Evidence;
import speedbump.claim.Trial;
import speedbump.data.Catalog;
import speedbump.stats.SignTest;

class ToolSharesTest {
  private static final ToolShares TOOLS =
      ChokepointsOrIntegration.of(Catalog.shared()).toolShares();
  private static final Trial<?> TRIAL = TOOLS.examination().trials().get(0);

  private static Change change(double before, double after, double market) {
    return new Change(
        "N0",
        "a tool",
        before,
        after,
        market > 0 ? OptionalDouble.of(market) : OptionalDouble.empty());
  }

  /** Printed to a tenth of a percent: 6.412% and 6.4% are one printed share. */
  @Test
  void unchangedPrintedSharesAreTies() {
    List<Change> changes =
        List.of(
            change(0.06412, 0.064, 1),
            change(0.064, 0.065, 1),
            change(0.3, 0.1, 1),
            change(0.1 + 0.2, 0.3, 1));
    assertEquals(new SignTest(1, 1), ToolShares.votes(changes, 0));
    assertEquals(new SignTest(0, 1), ToolShares.votes(changes, 0.001));
    assertEquals(new SignTest(0, 0), ToolShares.votes(changes, 0.2));
    assertEquals(0.001, changes.get(1).points(), 1e-15);
  }

  @Test
  void theMarketWeighsKindsBySizeAndLeavesThoseWithoutASizeOut() {
    List<Change> changes = List.of(change(0.1, 0.2, 300), change(0.4, 0.3, 100), change(0, 1, 0));
    assertEquals(0.175, ToolShares.ofTheMarket(changes, Change::before), 1e-12);
    assertEquals(0.225, ToolShares.ofTheMarket(changes, Change::after), 1e-12);
  }

  /** Counted by hand from the two files of the publisher. */
  @Test
  void theVotesAreThoseOfTheTable() {
    assertEquals(36, TOOLS.changes().size());
    assertEquals(new SignTest(15, 19), ToolShares.votes(TOOLS.changes(), 0));
    Evidence found = evidence(TRIAL.run(TRIAL.defaultSpecification()));
    assertEquals(-4, found.value("leaves_up_minus_down"));
    assertEquals(new SignTest(15, 19).pUp(), found.value("up_sign_test_p"), 1e-12);
    assertEquals(new SignTest(15, 19).pDown(), found.value("down_sign_test_p"), 1e-12);
    Change stripping =
        TOOLS.changes().stream().filter(one -> one.id().equals("N53")).findFirst().orElseThrow();
    assertEquals(0.354, stripping.before());
    assertEquals(0.310, stripping.after());
  }

  /** Dry stripping stood at 7.3% in April and at 35.4% in July 2025; 64 of 136 shares moved. */
  @Test
  void theRevisionIsTheNoise() {
    Change first =
        TOOLS.changes(Published.AS_FIRST_PUBLISHED).stream()
            .filter(one -> one.id().equals("N53"))
            .findFirst()
            .orElseThrow();
    assertEquals(0.073, first.before(), 0.0005);
    List<ToolShares.Revision> revisions = TOOLS.revisions(Catalog.shared());
    assertEquals(136, revisions.size());
    assertEquals(
        64, revisions.stream().filter(one -> Math.abs(one.points()) > 0.001 + 1e-9).count());
  }

  /** Where every share rises the count says so, where none does the reverse. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void aWorldHasTheShareOfRisesThatItIsGiven(double share) {
    Evidence drawn =
        evidence(
            TRIAL.draw(
                TRIAL.defaultSpecification(), world("up_share", share), new SplittableRandom(5)));
    double sign = share == 1 ? 1 : -1;
    assertTrue(sign * drawn.value("leaves_up_minus_down") > 25);
    assertTrue(sign * drawn.value("market_weighted_share_change") > 0);
  }

  @Test
  void worldsKeepTheSizesThatAreSeen() {
    double mean = 0;
    int draws = 400;
    for (int i = 0; i < draws; i++) {
      mean +=
          evidence(
                      TRIAL.draw(
                          TRIAL.defaultSpecification(),
                          world("up_share", 1),
                          new SplittableRandom(i)))
                  .value("market_weighted_share_change")
              / draws;
    }
    double size =
        TOOLS.changes().stream().mapToDouble(one -> Math.abs(one.points())).average().orElseThrow();
    assertEquals(size, mean, 0.001);
  }

  @Test
  void breadthCountsWhoIsNamed() {
    assertEquals(
        List.of(
            new Breadth("tools", 71, 38),
            new Breadth("materials", 15, 14),
            new Breadth("designs", 6, 6)),
        TOOLS.breadth());
  }
}
