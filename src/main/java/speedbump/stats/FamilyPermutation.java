package speedbump.stats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.hipparchus.util.Combinations;
import org.hipparchus.util.CombinatoricsUtils;

/**
 * A permutation test of the difference between the means of marked and other items, where items
 * come in families whose members are alike: whole families exchange their marks, so that twenty
 * items of four families count as four and not as twenty.
 *
 * <p>A family that holds marked and other items counts as two. An arrangement marks as many
 * families as are marked, whichever they are; the statistic is
 *
 * <pre>D = mean of the items of marked families - mean of the items of the others,</pre>
 *
 * each item with the same weight. p is the share of arrangements whose D is as far or farther. It
 * is exact where marks were given to families without regard to the values. Up to {@value
 * Permutation#MOST_ENUMERATED} arrangements all are counted; beyond, some are drawn, once for all
 * values that are tested.
 *
 * @see Permutation
 * @see <a href="https://doi.org/10.2202/1544-6115.1585">Phipson and Smyth 2010, Permutation
 *     P-values Should Never Be Zero</a>
 */
public final class FamilyPermutation {
  private static final int MOST_DRAWS = 1_000_000;
  private static final double TIE = 1e-12;

  private final int[] family;
  private final int[] sizes;
  private final int marked;
  private final int[][] arrangements;
  private final boolean exact;

  private FamilyPermutation(
      int[] family, int[] sizes, int marked, int[][] arrangements, boolean exact) {
    this.family = family;
    this.sizes = sizes;
    this.marked = marked;
    this.arrangements = arrangements;
    this.exact = exact;
  }

  /**
   * What the test gives.
   *
   * @param difference the mean of the marked items minus that of the others, in their unit
   * @param pGreater the share of the arrangements with a difference as large or larger
   * @param pLess the share with one as small or smaller
   * @param arrangements the number of arrangements, the observed one included
   * @param exact whether these were all; otherwise they were drawn
   */
  public record Result(
      double difference, double pGreater, double pLess, int arrangements, boolean exact) {}

  /**
   * A test of items in families.
   *
   * @param families the family of each item
   * @param marks whether each item is marked
   * @param draws the number of arrangements to draw where they are too many to count
   * @param seed the seed of the draws
   * @return the test
   * @throws IllegalArgumentException if there is not one mark an item, a family is null, no item or
   *     all are marked, or the draws are not between 1 and a million
   */
  public static FamilyPermutation of(
      List<String> families, List<Boolean> marks, int draws, long seed) {
    Argument.givenAll("families", families);
    Argument.givenAll("marks", marks);
    Argument.require(
        families.size() == marks.size(), "%d families for %d marks", families.size(), marks.size());
    Argument.count("draws", draws, 1, MOST_DRAWS);
    Map<List<Object>, Integer> numbers = new HashMap<>();
    List<Integer> sizes = new ArrayList<>();
    int[] family = new int[families.size()];
    int markedFamilies = 0;
    // marked families come first, so that the observed arrangement is the first ones
    for (boolean mark : new boolean[] {true, false}) {
      for (int i = 0; i < family.length; i++) {
        if (marks.get(i) == mark) {
          List<Object> key = List.of(families.get(i), mark);
          if (!numbers.containsKey(key)) {
            numbers.put(key, sizes.size());
            sizes.add(0);
          }
          family[i] = numbers.get(key);
          sizes.set(family[i], sizes.get(family[i]) + 1);
        }
      }
      markedFamilies = mark ? sizes.size() : markedFamilies;
    }
    Argument.require(
        markedFamilies > 0 && markedFamilies < sizes.size(),
        "marks must differ: %d of %d families are marked",
        markedFamilies,
        sizes.size());
    double all = CombinatoricsUtils.binomialCoefficientDouble(sizes.size(), markedFamilies);
    boolean exact = all <= Permutation.MOST_ENUMERATED;
    int[] sizeOf = sizes.stream().mapToInt(Integer::intValue).toArray();
    return new FamilyPermutation(
        family,
        sizeOf,
        markedFamilies,
        exact
            ? enumerated(sizeOf.length, markedFamilies, (int) all)
            : drawn(sizeOf.length, markedFamilies, draws, seed),
        exact);
  }

  private static int[][] enumerated(int families, int marked, int all) {
    int[][] arrangements = new int[all][];
    int at = 0;
    for (Iterator<int[]> each = new Combinations(families, marked).iterator(); each.hasNext(); ) {
      arrangements[at++] = each.next().clone();
    }
    return arrangements;
  }

  private static int[][] drawn(int families, int marked, int draws, long seed) {
    Uniform random = new Uniform(seed);
    int[] pool = new int[families];
    for (int i = 0; i < families; i++) {
      pool[i] = i;
    }
    int[][] arrangements = new int[draws][marked];
    for (int[] arrangement : arrangements) {
      for (int i = 0; i < marked; i++) {
        int chosen = i + random.below(families - i);
        int item = pool[chosen];
        pool[chosen] = pool[i];
        pool[i] = item;
        arrangement[i] = item;
      }
    }
    return arrangements;
  }

  /**
   * The number of families that exchange marks.
   *
   * @return those with one kind of mark once, those with both twice
   */
  public int families() {
    return sizes.length;
  }

  /**
   * The number of marked ones among them.
   *
   * @return how many every arrangement marks
   */
  public int markedFamilies() {
    return marked;
  }

  /**
   * Tests values.
   *
   * @param values one an item, any unit
   * @return the difference and its p-values
   * @throws IllegalArgumentException if there is not one value an item, or one is not finite
   */
  public Result test(double[] values) {
    double[] y = Argument.sample("values", values, 1);
    Argument.require(y.length == family.length, "%d values for %d items", y.length, family.length);
    boolean varies = Argument.varies(y);
    double mean = 0;
    for (double value : y) {
      mean += value / y.length;
    }
    double[] sums = new double[sizes.length];
    double total = 0;
    double largest = 0;
    for (int i = 0; i < y.length; i++) {
      sums[family[i]] += y[i] - mean;
      total += y[i] - mean;
      largest = Math.max(largest, Math.abs(y[i] - mean));
    }
    int[] first = new int[marked];
    for (int i = 0; i < marked; i++) {
      first[i] = i;
    }
    double observed = difference(sums, total, first);
    // where values differ by rounding alone, every arrangement is a tie
    double tie = varies ? TIE * largest : Double.POSITIVE_INFINITY;
    int greater = exact ? 0 : 1;
    int less = greater;
    for (int[] arrangement : arrangements) {
      double other = difference(sums, total, arrangement);
      greater += other >= observed - tie ? 1 : 0;
      less += other <= observed + tie ? 1 : 0;
    }
    int number = arrangements.length + (exact ? 0 : 1);
    return new Result(
        varies ? observed : 0, greater / (double) number, less / (double) number, number, exact);
  }

  private double difference(double[] sums, double total, int[] arrangement) {
    double sum = 0;
    int items = 0;
    for (int one : arrangement) {
      sum += sums[one];
      items += sizes[one];
    }
    return sum / items - (total - sum) / (family.length - items);
  }
}
