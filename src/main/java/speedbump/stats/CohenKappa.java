package speedbump.stats;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Cohen's kappa, the agreement of two coders beyond what their habits alone would give, kappa = (a
 * - e) / (1 - e), where a is the share of items coded alike and e = sum p_i. p_.i. Its large-sample
 * error is that of Fleiss, Cohen and Everitt,
 *
 * <pre>n (1 - e)^4 Var = sum_i p_ii [(1 - e) - (p_.i + p_i.) (1 - a)]^2
 *     + (1 - a)^2 sum_(i != j) p_ij (p_.i + p_j.)^2 - (a e - 2 e + a)^2.</pre>
 *
 * @param kappa 1 where all is coded alike, 0 for agreement by habit alone
 * @param agreement a, the share of items coded alike
 * @param byHabit e, the share expected of two coders with these habits that do not look
 * @param standardError the error of kappa; 0 where all is coded alike
 * @param items the number of items
 * @see <a href="https://doi.org/10.1037/h0028106">Fleiss, Cohen and Everitt 1969, Large Sample
 *     Standard Errors of Kappa and Weighted Kappa</a>
 */
public record CohenKappa(
    double kappa, double agreement, double byHabit, double standardError, int items) {

  /**
   * The agreement of two codings.
   *
   * @param <C> the codes
   * @param first the codes of the first coder, one an item
   * @param second those of the second, in the same order
   * @return kappa with its error
   * @throws IllegalArgumentException if there are fewer than two items, lengths differ, a code is
   *     null, or both coders use one and the same code throughout
   */
  public static <C> CohenKappa of(List<C> first, List<C> second) {
    List<C> a = Argument.givenAll("first", first);
    List<C> b = Argument.givenAll("second", second);
    int n = a.size();
    Argument.require(n >= 2, "first has %d codes, at least 2 are needed", n);
    Argument.require(b.size() == n, "first has %d codes and second has %d", n, b.size());
    Map<C, Integer> numbers = new HashMap<>();
    for (int i = 0; i < n; i++) {
      numbers.putIfAbsent(a.get(i), numbers.size());
      numbers.putIfAbsent(b.get(i), numbers.size());
    }
    double[][] table = new double[numbers.size()][numbers.size()];
    for (int i = 0; i < n; i++) {
      table[numbers.get(a.get(i))][numbers.get(b.get(i))]++;
    }
    return of(table);
  }

  /**
   * The agreement in a table of counts.
   *
   * @param table by row the items that the first coder gave a code, by column those of the second,
   *     the codes in the same order
   * @return kappa with its error
   * @throws IllegalArgumentException if the table is not square or a count not finite or negative,
   *     there are fewer than two items or more than a thousand million, or both coders use one and
   *     the same code throughout
   */
  public static CohenKappa of(double[][] table) {
    int k = Argument.given("table", table).length;
    double n = 0;
    for (double[] row : table) {
      Argument.require(
          Argument.given("row of the table", row).length == k, "the table is not square");
      for (double count : row) {
        Argument.require(count >= 0 && count <= MOST_ITEMS, "the table has a count of %s", count);
        n += count;
      }
    }
    Argument.require(
        n >= 2 && n <= MOST_ITEMS, "the table must have 2 to %d items, not %s", MOST_ITEMS, n);
    double[] rows = new double[k];
    double[] columns = new double[k];
    double alike = 0;
    for (int i = 0; i < k; i++) {
      alike += table[i][i] / n;
      for (int j = 0; j < k; j++) {
        rows[i] += table[i][j] / n;
        columns[j] += table[i][j] / n;
      }
    }
    double habit = OrthonormalBasis.product(rows, columns);
    Argument.require(
        habit < 1 - Argument.ROUNDING, "the table has one code only: there is nothing to tell");
    double sum = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        double habits = columns[i] + rows[j];
        double part = (1 - alike) * habits;
        double each = i == j ? 1 - habit - part : part;
        sum += table[i][j] / n * each * each;
      }
    }
    double less = alike * habit - 2 * habit + alike;
    double rest = 1 - habit;
    double variance = Math.max(0, sum - less * less) / (n * rest * rest * rest * rest);
    return new CohenKappa(
        (alike - habit) / rest, alike, habit, Math.sqrt(variance), (int) Math.round(n));
  }

  private static final int MOST_ITEMS = 1_000_000_000;

  /**
   * The large-sample interval, kappa plus and minus z times its error, cut at one.
   *
   * @param level the coverage, a fraction of one
   * @return the interval
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public Interval interval(double level) {
    double z =
        new NormalDistribution().inverseCumulativeProbability((1 + Argument.level(level)) / 2);
    return new Interval(
        kappa, kappa - z * standardError, Math.min(1, kappa + z * standardError), level);
  }
}
