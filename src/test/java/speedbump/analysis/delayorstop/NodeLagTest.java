package speedbump.analysis.delayorstop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import speedbump.data.Catalog;

class NodeLagTest {
  @Test
  void nodeLagsKeepTheBoundsOfBothDates() {
    List<NodeLag> lags = NodeLag.all(Catalog.shared());
    assertEquals(List.of(28, 14, 7, 5), lags.stream().map(NodeLag::node).toList());
    NodeLag five = lags.get(3);
    assertEquals(LocalDate.of(2020, 7, 1), five.leaderFirst());
    assertEquals(LocalDate.of(2020, 12, 31), five.leaderLast());
    assertEquals(LocalDate.of(2025, 11, 1), five.followerFirst());
    assertEquals(LocalDate.of(2025, 12, 31), five.followerLast());
    assertEquals(58.02, five.leastMonths(), 0.01);
    assertEquals(66.00, five.mostMonths(), 0.01);
    assertTrue(lags.stream().allMatch(lag -> lag.leastMonths() < lag.mostMonths()));
  }

  /** Of two reports on one node the one that was over first counts. */
  @Test
  void theFirstStartOfANodeCounts() {
    NodeLag seven = NodeLag.all(Catalog.shared()).get(2);
    assertEquals(LocalDate.of(2018, 9, 1), seven.leaderFirst());
    assertEquals(LocalDate.of(2018, 9, 30), seven.leaderLast());
    assertEquals(LocalDate.of(2021, 7, 1), seven.followerFirst());
  }
}
