package speedbump.model;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
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
  /** A century; a period beyond it is a slip of the pen. */
  static final int MOST_MONTHS = 1_200;

  /** More patterns than these say nothing to anybody, and fill the memory. */
  static final int MOST_PATTERNS = 1 << 20;

  private static final int MOST_BITS = 62;

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
     * @throws IllegalArgumentException if a month or the label is null, it ends before it starts or
     *     lasts longer than {@value #MOST_MONTHS} months, or the total is negative, not finite or
     *     too large to be squared
     */
    public Period {
      Argument.given("label", label);
      Argument.given(label + ": from", from);
      Argument.given(label + ": to", to);
      Argument.require(!to.isBefore(from), "%s ends (%s) before it starts (%s)", label, to, from);
      Argument.require(
          from.until(to, ChronoUnit.MONTHS) < MOST_MONTHS,
          "%s lasts longer than %s months: %s to %s",
          label,
          MOST_MONTHS,
          from,
          to);
      Argument.require(
          total >= 0 && total <= Argument.LARGEST,
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
    /**
     * @throws IllegalArgumentException if the label is null, there is no month, they do not ascend,
     *     or the total is not finite
     */
    public Block {
      Argument.given("label", label);
      months = Argument.givenAll("months of " + label, months);
      Argument.require(!months.isEmpty(), "%s has no months", label);
      for (int i = 1; i < months.size(); i++) {
        if (!months.get(i).isAfter(months.get(i - 1))) {
          throw Argument.wrong(
              "months of %s do not ascend: %s after %s", label, months.get(i), months.get(i - 1));
        }
      }
      Argument.require(
          Math.abs(total) <= Argument.LARGEST, "total of %s is not finite: %s", label, total);
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
     * @throws IllegalArgumentException if nothing is published to hold them against
     */
    public double error() {
      Argument.require(
          published > 0, "%s: published total is not above zero: %s", label, published);
      return parts / published - 1;
    }
  }

  /**
   * Takes published periods apart.
   *
   * @param periods the periods, in any order, overlapping or not
   * @return the blocks that they make known
   * @throws IllegalArgumentException if there is none or one is null, or the known parts of a
   *     period exceed its total by more than rounding; the message names both
   */
  public static MonthlyTotals of(Collection<Period> periods) {
    Argument.givenAll("periods", periods);
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
            known - period.total() <= Argument.ROUNDING * known,
            "%s is %s, but %s within it make %s",
            period.label(),
            period.total(),
            parts,
            known);
        blocks.add(
            new Block(
                List.copyOf(unknown),
                Math.max(0, period.total() - known),
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
   * @throws IllegalArgumentException if the flow is null or not finite in a month
   */
  public MonthlyTotals withFlows(ToDoubleFunction<YearMonth> flow) {
    Argument.given("flow", flow);
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
   * The same totals with every sum that lies wholly in a span shared out evenly over its months, as
   * if these were known singly.
   *
   * @param from the first month of the span
   * @param to its last month, itself included
   * @return the totals; their closures are left out
   * @throws IllegalArgumentException if the span ends before it starts
   */
  public MonthlyTotals sharedOut(YearMonth from, YearMonth to) {
    Set<YearMonth> span = new Period(from, to, 0, "span").months();
    return new MonthlyTotals(
        blocks.stream()
            .flatMap(
                block ->
                    span.containsAll(block.months())
                        ? block.months().stream()
                            .map(month -> new Block(List.of(month), block.mean(), block.label()))
                        : Stream.of(block))
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
   * @throws IllegalArgumentException if the month is null
   */
  public List<Block> before(YearMonth month) {
    Argument.given("month", month);
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
   * @throws IllegalArgumentException if the month is null
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
   * @throws IllegalArgumentException if a month is null, or the span ends before it starts or lasts
   *     longer than {@value #MOST_MONTHS} months
   */
  public OptionalDouble sum(YearMonth from, YearMonth to) {
    Set<YearMonth> months = new Period(from, to, 0, "the span").months();
    List<Block> inside =
        blocks.stream().filter(b -> !b.first().isBefore(from) && !b.last().isAfter(to)).toList();
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
   * @throws IllegalArgumentException if the first month is null, the number of months is not
   *     between 1 and {@value #MOST_MONTHS}, a month is not known at all, the threshold is not
   *     above 0 and finite, or there are more than a million patterns because too many months are
   *     known in sums only
   */
  public List<boolean[]> atOrAbove(YearMonth from, int count, double threshold) {
    Argument.given("from", from);
    Argument.count("the number of months", count, 1, MOST_MONTHS);
    Argument.require(
        threshold > 0 && Double.isFinite(threshold),
        "the threshold must be above 0, not %s",
        threshold);
    List<boolean[]> patterns = new ArrayList<>(List.of(new boolean[count]));
    Set<YearMonth> covered = new TreeSet<>();
    for (Block block : blocks) {
      List<YearMonth> asked =
          block.months().stream()
              .filter(m -> !m.isBefore(from) && m.isBefore(from.plusMonths(count)))
              .toList();
      covered.addAll(asked);
      requireFew(1L << Math.min(asked.size(), MOST_BITS), block);
      List<boolean[]> longer = new ArrayList<>();
      for (int mask = 0; mask < 1 << asked.size(); mask++) {
        int above = Integer.bitCount(mask);
        boolean enough = above * threshold <= block.total();
        boolean notTooMuch =
            above > 0 || asked.size() < block.size() || block.total() < block.size() * threshold;
        for (boolean[] pattern : enough && notTooMuch ? patterns : List.<boolean[]>of()) {
          boolean[] one = pattern.clone();
          for (int i = 0; i < asked.size(); i++) {
            one[(int) from.until(asked.get(i), ChronoUnit.MONTHS)] = (mask >> i & 1) == 1;
          }
          longer.add(one);
        }
        requireFew(longer.size(), block);
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

  private static void requireFew(long patterns, Block block) {
    if (patterns > MOST_PATTERNS) {
      throw Argument.wrong(
          "%s leaves open too many months: more than %d patterns", block.label(), MOST_PATTERNS);
    }
  }
}
