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
    List<NodeLag> lags = NodeLag.likeForLike(Catalog.shared());
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

  /** Of two reports on one node the one that was over first counts: a chip for miners. */
  @Test
  void theFirstStartOfANodeCounts() {
    NodeLag seven = NodeLag.firstOfAnyChip(Catalog.shared()).get(2);
    assertEquals(LocalDate.of(2018, 9, 1), seven.leaderFirst());
    assertEquals(LocalDate.of(2018, 9, 30), seven.leaderLast());
    assertEquals(LocalDate.of(2021, 7, 1), seven.followerFirst());
    assertEquals(33.02, seven.leastMonths(), 0.05);
    assertEquals(34.97, seven.mostMonths(), 0.05);
  }

  /** A12 Bionic, September 2018, and Kirin 9000S, August 2023; only 7 nm names both chips. */
  @Test
  void phonesAreHeldAgainstPhones() {
    List<NodeLag> like = NodeLag.likeForLike(Catalog.shared());
    List<NodeLag> first = NodeLag.firstOfAnyChip(Catalog.shared());
    assertEquals(LocalDate.of(2018, 9, 1), like.get(2).leaderFirst());
    assertEquals(LocalDate.of(2023, 8, 1), like.get(2).followerFirst());
    assertEquals(58.02, like.get(2).leastMonths(), 0.05);
    assertEquals(59.96, like.get(2).mostMonths(), 0.05);
    for (int i : new int[] {0, 1, 3}) {
      assertEquals(first.get(i), like.get(i));
    }
  }
}
