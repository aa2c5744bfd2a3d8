package speedbump.analysis.delayorstop;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import speedbump.data.Catalog;
import speedbump.model.FrontierLag;

/**
 * The lag of a Chinese start of a logic node behind the first start elsewhere, both known only
 * within bounds.
 *
 * @param node the node, in nm as its maker names it
 * @param leaderFirst first day on which the first maker may have started
 * @param leaderLast last such day
 * @param followerFirst first day on which the Chinese maker may have started
 * @param followerLast last such day
 */
public record NodeLag(
    int node,
    LocalDate leaderFirst,
    LocalDate leaderLast,
    LocalDate followerFirst,
    LocalDate followerLast) {

  private static final String PHONE = "phone";

  /** A reported start, known to the month at best; the use of its first chip is often not told. */
  private record Start(
      String maker, int nodeNm, String chipUse, YearMonth earliestMonth, YearMonth latestMonth) {}

  /**
   * The lags of SMIC behind TSMC like for like, by node: from chip for phones to chip for phones,
   * which are made in volume. Where a maker's report names no chip, the start of the node stands
   * for it. All dates are secondary reports.
   *
   * @param catalog the collection's tables
   * @return one lag a node that both have started, the widest node first
   */
  public static List<NodeLag> likeForLike(Catalog catalog) {
    List<Start> starts = catalog.rows("chips/node_timeline", Start.class);
    return lags(
        starts.stream()
            .filter(start -> start.chipUse().equals(PHONE) || start.chipUse().isEmpty())
            .filter(
                start ->
                    start.chipUse().equals(PHONE)
                        || starts.stream()
                            .noneMatch(
                                other ->
                                    other.chipUse().equals(PHONE)
                                        && other.nodeNm() == start.nodeNm()
                                        && other.maker().equals(start.maker())))
            .toList());
  }

  /**
   * The lags of SMIC's first start behind TSMC's, by node, whatever chip it was: a chip of small
   * volume may stand beside one of large. All dates are secondary reports.
   *
   * @param catalog the collection's tables
   * @return one lag a node that both have started, the widest node first
   */
  public static List<NodeLag> firstOfAnyChip(Catalog catalog) {
    return lags(catalog.rows("chips/node_timeline", Start.class));
  }

  private static List<NodeLag> lags(List<Start> starts) {
    Map<Integer, Start> leader = first(starts, maker -> maker.startsWith("TSMC"));
    Map<Integer, Start> follower = first(starts, maker -> maker.equals("SMIC"));
    return leader.keySet().stream()
        .filter(follower::containsKey)
        .map(node -> between(leader.get(node), follower.get(node)))
        .toList();
  }

  /** The start of each node that was over first. */
  private static Map<Integer, Start> first(Collection<Start> starts, Predicate<String> maker) {
    return starts.stream()
        .filter(start -> maker.test(start.maker()))
        .collect(
            Collectors.toMap(
                Start::nodeNm,
                start -> start,
                (a, b) -> b.latestMonth().isBefore(a.latestMonth()) ? b : a,
                () -> new TreeMap<>(Comparator.reverseOrder())));
  }

  private static NodeLag between(Start leader, Start follower) {
    return new NodeLag(
        leader.nodeNm(),
        leader.earliestMonth().atDay(1),
        leader.latestMonth().atEndOfMonth(),
        follower.earliestMonth().atDay(1),
        follower.latestMonth().atEndOfMonth());
  }

  /**
   * The shortest lag that the days allow.
   *
   * @return months
   */
  public double leastMonths() {
    return FrontierLag.months(leaderLast, followerFirst);
  }

  /**
   * The longest lag that the days allow.
   *
   * @return months
   */
  public double mostMonths() {
    return FrontierLag.months(leaderFirst, followerLast);
  }
}
