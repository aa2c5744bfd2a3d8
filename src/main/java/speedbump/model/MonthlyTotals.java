package speedbump.model;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import speedbump.stats.Argument;

/**
 * A monthly flow of which some months are published singly and others only inside sums, by
 * published periods that overlap.
 *
 * <p>The shortest periods are taken first. A longer one becomes the remainder over those of its
 * months that are not known yet: a sum over so many months. A period that cuts through a sum known
 * already says nothing separable and is skipped; one whose months are all known is a check on them.
 * What comes out are blocks of months, none in two of them, each with its total.
 */
public final class MonthlyTotals {
  private final List<Block> blocks;
  private final List<Closure> closures;

  private MonthlyTotals(List<Block> blocks, List<Closure> closures) {
    this.blocks = blocks.stream().sorted(Comparator.comparing(Block::first)).toList();
    this.closures = List.copyOf(closures);
  }

  /**
   * A published total over a period.
   *
   * @param from its first month
   * @param to its last month, itself included
   * @param total what flowed, in any unit, not negative
   * @param label how the row is named in messages
   */
  public record Period(YearMonth from, YearMonth to, double total, String label) {
    /**
     * @throws IllegalArgumentException if it ends before it starts, or the total is negative or not
     *     finite
     */
    public Period {
      Argument.require(!to.isBefore(from), "%s ends (%s) before it starts (%s)", label, to, from);
      Argument.require(
          total >= 0 && Double.isFinite(total),
          "%s: a flow must be finite and not negative, not %s",
          label,
          total);
    }

    private TreeSet<YearMonth> months() {
      TreeSet<YearMonth> months = new TreeSet<>();
      for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
        months.add(month);
      }
      return months;
    }
  }

  /**
   * Months of which the total is known, and no more.
   *
   * @param months the months, ascending; they need not be neighbours
   * @param total what flowed in all of them together
   * @param label the published row, or what it was left of
   */
  public record Block(List<YearMonth> months, double total, String label) {
    public Block {
      months = List.copyOf(months);
    }

    /**
     * The number of months.
     *
     * @return at least 1
     */
    public int size() {
      return months.size();
    }

    /**
     * The first month.
     *
     * @return the earliest
     */
    public YearMonth first() {
      return months.get(0);
    }

    /**
     * The last month.
     *
     * @return the latest
     */
    public YearMonth last() {
      return months.get(months.size() - 1);
    }

    /**
     * The mean over the months.
     *
     * @return total over size
     */
    public double mean() {
      return total / size();
    }
  }

  /**
   * A published total beside the sum of its parts.
   *
   * @param label the published row
   * @param published its total
   * @param parts the sum of the blocks that make it up
   */
  public record Closure(String label, double published, double parts) {
    /**
     * How far the parts are off.
     *
     * @return parts over published, less one
     */
    public double error() {
      return parts / published - 1;
    }
  }

  /**
   * Takes published periods apart.
   *
   * @param periods the periods, in any order, overlapping or not
   * @return the blocks that they make known
   * @throws IllegalArgumentException if there is none, or the known parts of a period exceed its
   *     total; the message names both
   */
  public static MonthlyTotals of(Collection<Period> periods) {
    Argument.require(!periods.isEmpty(), "there is no period");
    List<Block> blocks = new ArrayList<>();
    List<Closure> closures = new ArrayList<>();
    List<Period> shortestFirst = new ArrayList<>(periods);
    shortestFirst.sort(
        Comparator.comparing((Period period) -> period.months().size())
            .thenComparing(Period::from)
            .thenComparing(Period::label));
    for (Period period : shortestFirst) {
      TreeSet<YearMonth> months = period.months();
      List<Block> inside = blocks.stream().filter(b -> months.containsAll(b.months())).toList();
      Set<YearMonth> unknown = new TreeSet<>(months);
      inside.forEach(block -> unknown.removeAll(block.months()));
      double known = inside.stream().mapToDouble(Block::total).sum();
      boolean cutsThrough =
          blocks.stream()
              .anyMatch(b -> !inside.contains(b) && b.months().stream().anyMatch(months::contains));
      if (!cutsThrough && unknown.isEmpty()) {
        closures.add(new Closure(period.label(), period.total(), known));
      } else if (!cutsThrough) {
        List<String> parts = inside.stream().map(Block::label).toList();
        Argument.require(
            period.total() >= known,
            "%s is %s, but %s within it make %s",
            period.label(),
            period.total(),
            parts,
            known);
        blocks.add(
            new Block(
                List.copyOf(unknown),
                period.total() - known,
                inside.isEmpty()
                    ? period.label()
                    : period.label() + " less " + String.join(", ", parts)));
      }
    }
    return new MonthlyTotals(blocks, closures);
  }

  /**
   * The same months in the same blocks with other flows: what would be known of another series,
   * published in the same way.
   *
   * @param flow the flow of a month
   * @return the totals; their closures are left out
   */
  public MonthlyTotals withFlows(ToDoubleFunction<YearMonth> flow) {
    return new MonthlyTotals(
        blocks.stream()
            .map(
                block ->
                    new Block(
                        block.months(),
                        block.months().stream().mapToDouble(flow).sum(),
                        block.label()))
            .toList(),
        List.of());
  }

  /**
   * All blocks.
   *
   * @return by their first month
   */
  public List<Block> blocks() {
    return blocks;
  }

  /**
   * The blocks that end before a month.
   *
   * @param month the month
   * @return by their first month
   */
  public List<Block> before(YearMonth month) {
    return blocks.stream().filter(block -> block.last().isBefore(month)).toList();
  }

  /**
   * The published totals whose months were all known.
   *
   * @return each beside the sum of its parts
   */
  public List<Closure> closures() {
    return closures;
  }

  /**
   * The flow of a month that is known singly.
   *
   * @param month the month
   * @return its flow; empty where it is known inside a sum, or not at all
   */
  public OptionalDouble month(YearMonth month) {
    return sum(month, month);
  }

  /**
   * The flow over a span.
   *
   * @param from its first month
   * @param to its last month, itself included
   * @return the sum of the blocks that make it up; empty where a month is unknown or a block
   *     reaches beyond the span
   */
  public OptionalDouble sum(YearMonth from, YearMonth to) {
    List<Block> inside =
        blocks.stream().filter(b -> !b.first().isBefore(from) && !b.last().isAfter(to)).toList();
    Set<YearMonth> months = new Period(from, to, 0, "span").months();
    return inside.stream().mapToInt(Block::size).sum() == months.size()
        ? OptionalDouble.of(inside.stream().mapToDouble(Block::total).sum())
        : OptionalDouble.empty();
  }

  /**
   * Every way in which consecutive months can lie at or above a threshold, or below it, given what
   * is known. A month inside a sum can be anything between nothing and the whole sum, as long as
   * the sum comes out.
   *
   * @param from the first month
   * @param count the number of months
   * @param threshold the threshold, above 0
   * @return patterns, true for a month at or above; one where all months are known singly
   * @throws IllegalArgumentException if a month is not known at all, or the threshold is not above
   *     0
   */
  public List<boolean[]> atOrAbove(YearMonth from, int count, double threshold) {
    Argument.require(threshold > 0, "the threshold must be above 0, not %s", threshold);
    List<boolean[]> patterns = new ArrayList<>(List.of(new boolean[count]));
    Set<YearMonth> covered = new TreeSet<>();
    for (Block block : blocks) {
      List<YearMonth> asked =
          block.months().stream()
              .filter(m -> !m.isBefore(from) && m.isBefore(from.plusMonths(count)))
              .toList();
      covered.addAll(asked);
      List<boolean[]> longer = new ArrayList<>();
      for (int mask = 0; mask < 1 << asked.size(); mask++) {
        int above = Integer.bitCount(mask);
        boolean enough = above * threshold <= block.total();
        boolean notTooMuch =
            above > 0 || asked.size() < block.size() || block.total() < block.size() * threshold;
        for (boolean[] pattern : enough && notTooMuch ? patterns : List.<boolean[]>of()) {
          boolean[] one = pattern.clone();
          for (int i = 0; i < asked.size(); i++) {
            one[(int) from.until(asked.get(i), java.time.temporal.ChronoUnit.MONTHS)] =
                (mask >> i & 1) == 1;
          }
          longer.add(one);
        }
      }
      patterns = longer;
    }
    Argument.require(
        covered.size() == count,
        "of the %s months from %s only %s are known",
        count,
        from,
        covered);
    return patterns;
  }
}
