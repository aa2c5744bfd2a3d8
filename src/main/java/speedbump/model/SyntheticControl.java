package speedbump.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import speedbump.stats.Argument;

/**
 * A stand-in for a treated unit, mixed from units that were not treated:
 *
 * <pre>min over w of sum_t (y_t - sum_j w_j x_jt)^2, w_j at least 0, sum_j w_j = 1,</pre>
 *
 * <p>over the periods before treatment, by outcomes alone and each period counting alike. After it,
 * the gap y - xw is what treatment changed, if the mix would have gone on to follow the unit. The
 * weights are the exact optimum: the point of the donors' convex hull nearest to the unit, found in
 * finitely many steps.
 *
 * @see <a href="https://doi.org/10.1198/jasa.2009.ap08746">Abadie, Diamond and Hainmueller 2010,
 *     Synthetic Control Methods for Comparative Case Studies</a>
 * @see <a href="https://doi.org/10.1007/BF01580381">Wolfe 1976, Finding the Nearest Point in a
 *     Polytope</a>
 */
public final class SyntheticControl {
  /** With distances of at most one, a gain below it is rounding. */
  private static final double ROUNDING = 1e-13;

  /** A donor this near to bearing weight could bear some. */
  private static final double NEARLY = 1e-9;

  private static final int MOST_STEPS = 100_000;

  private final double[] weights;
  private final double[] gap;
  private final int before;
  private final boolean unique;

  private SyntheticControl(double[] weights, double[] gap, int before, boolean unique) {
    this.weights = weights;
    this.gap = gap;
    this.before = before;
    this.unique = unique;
  }

  /**
   * Fits the weights.
   *
   * @param unit the treated unit's outcomes, one a period, in any unit
   * @param donors the outcomes of each donor in the same periods
   * @param before number of periods before treatment, which come first
   * @return the synthetic control
   * @throws IllegalArgumentException if there are fewer than two periods before treatment or none
   *     after it, no donor, a donor with more or fewer periods than the unit, or a value that is
   *     not finite
   */
  public static SyntheticControl of(double[] unit, double[][] donors, int before) {
    double[] y = Argument.sample("the unit's outcomes", unit, 3);
    Argument.count("periods before treatment", before, 2, y.length - 1);
    Argument.given("donors", donors);
    Argument.require(donors.length > 0, "there is no donor");
    double[][] away = new double[donors.length][];
    double furthest = 0;
    for (int j = 0; j < donors.length; j++) {
      double[] x = Argument.sample("the outcomes of donor " + j, donors[j], 1);
      Argument.require(
          x.length == y.length, "donor %d has %d periods, the unit %d", j, x.length, y.length);
      away[j] = IntStream.range(0, y.length).mapToDouble(t -> x[t] - y[t]).toArray();
      furthest =
          Math.max(furthest, Math.sqrt(Arrays.stream(away[j], 0, before).map(d -> d * d).sum()));
    }
    double scale = furthest > 0 ? furthest : 1;
    double[][] points =
        Arrays.stream(away)
            .map(d -> Arrays.stream(d, 0, before).map(value -> value / scale).toArray())
            .toArray(double[][]::new);
    double[] weights = nearest(points);
    return new SyntheticControl(
        weights,
        Arrays.stream(mixed(away, weights)).map(value -> 0 - value).toArray(),
        before,
        unique(points, mixed(points, weights)));
  }

  /**
   * Each unit in turn as if it had been treated, with all others as its donors: the placebos in
   * space, the treated unit among them.
   *
   * @param units the outcomes of each unit, treated or not, in the same periods
   * @param before number of periods before treatment, which come first
   * @return the synthetic controls, in the order of the units
   * @throws IllegalArgumentException as {@link #of}
   */
  public static List<SyntheticControl> placebos(double[][] units, int before) {
    Argument.given("units", units);
    return IntStream.range(0, units.length)
        .mapToObj(
            i ->
                of(
                    units[i],
                    IntStream.range(0, units.length)
                        .filter(j -> j != i)
                        .mapToObj(j -> units[j])
                        .toArray(double[][]::new),
                    before))
        .toList();
  }

  /**
   * Place of a unit among its placebos by {@link #ratio()}; over their number it is the chance that
   * a unit drawn at random shows a ratio as large.
   *
   * @param all the synthetic controls of all units
   * @param unit the place of the treated unit among them
   * @return how many have a ratio at least as large, the unit itself among them
   * @throws IllegalArgumentException if there is no such unit
   */
  public static int rank(List<SyntheticControl> all, int unit) {
    Argument.givenAll("synthetic controls", all);
    Argument.count("place of the unit", unit, 0, all.size() - 1);
    return (int) all.stream().filter(one -> one.ratio() >= all.get(unit).ratio()).count();
  }

  /** Wolfe's algorithm: the weights of the point of the hull nearest to the origin. */
  private static double[] nearest(double[][] points) {
    double[] weights = new double[points.length];
    List<Integer> held = new ArrayList<>();
    held.add(least(points, null));
    weights[held.get(0)] = 1;
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] at = mixed(points, weights);
      int enters = least(points, at);
      if (dot(points[enters], at) >= dot(at, at) - ROUNDING || held.contains(enters)) {
        return weights;
      }
      held.add(enters);
      double[] wanted = affine(points, held);
      while (retreats(weights, wanted, held)) {
        wanted = affine(points, held);
      }
      weights = wanted;
    }
    throw new IllegalStateException("the search for the weights did not end");
  }

  /** From the weights towards those wanted, up to the first that becomes nothing, which leaves. */
  private static boolean retreats(double[] weights, double[] wanted, List<Integer> held) {
    int leaves = -1;
    double share = Double.POSITIVE_INFINITY;
    for (int j : held) {
      double reach = weights[j] / (weights[j] - wanted[j]);
      if (wanted[j] <= 0 && reach < share) {
        share = reach;
        leaves = j;
      }
    }
    if (leaves < 0) {
      return false;
    }
    for (int j : held) {
      weights[j] += share * (wanted[j] - weights[j]);
    }
    weights[leaves] = 0;
    held.remove(Integer.valueOf(leaves));
    return true;
  }

  /** Weights, negative ones too, of the point nearest to the origin of the plane through some. */
  private static double[] affine(double[][] points, List<Integer> held) {
    double[] weights = new double[points.length];
    int first = held.get(0);
    weights[first] = 1;
    if (held.size() > 1) {
      double[] from = Arrays.stream(points[first]).map(value -> 0 - value).toArray();
      double[] found =
          new QRDecomposition(differences(points, held))
              .getSolver()
              .solve(new ArrayRealVector(from, false))
              .toArray();
      for (int i = 1; i < held.size(); i++) {
        weights[held.get(i)] = found[i - 1];
        weights[first] -= found[i - 1];
      }
    }
    return weights;
  }

  private static RealMatrix differences(double[][] points, List<Integer> held) {
    double[] first = points[held.get(0)];
    double[][] columns = new double[held.size() - 1][];
    for (int i = 1; i < held.size(); i++) {
      double[] other = points[held.get(i)];
      columns[i - 1] =
          IntStream.range(0, first.length).mapToDouble(t -> other[t] - first[t]).toArray();
    }
    return MatrixUtils.createRealMatrix(columns).transpose();
  }

  /** Whether the donors that bear weight, or could, make the point in one way only. */
  private static boolean unique(double[][] points, double[] at) {
    double square = dot(at, at);
    List<Integer> face =
        IntStream.range(0, points.length)
            .filter(j -> dot(points[j], at) <= square + NEARLY)
            .boxed()
            .toList();
    if (face.size() == 1) {
      return true;
    }
    RealMatrix differences = differences(points, face);
    if (differences.getColumnDimension() > differences.getRowDimension()) {
      return false;
    }
    double[] values = new SingularValueDecomposition(differences).getSingularValues();
    return values[values.length - 1] > NEARLY;
  }

  /** The point that lies least far along a direction; without one, that nearest to the origin. */
  private static int least(double[][] points, double[] along) {
    int least = 0;
    double value = Double.POSITIVE_INFINITY;
    for (int j = 0; j < points.length; j++) {
      double one = dot(points[j], along == null ? points[j] : along);
      if (one < value) {
        value = one;
        least = j;
      }
    }
    return least;
  }

  private static double[] mixed(double[][] points, double[] weights) {
    double[] sum = new double[points[0].length];
    for (int j = 0; j < points.length; j++) {
      if (weights[j] != 0) {
        for (int t = 0; t < sum.length; t++) {
          sum[t] += weights[j] * points[j][t];
        }
      }
    }
    return sum;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int t = 0; t < a.length; t++) {
      sum += a[t] * b[t];
    }
    return sum;
  }

  /**
   * The weights.
   *
   * @return one a donor, none below 0, that add up to 1
   */
  public double[] weights() {
    return weights.clone();
  }

  /**
   * Whether no other weights fit as well. Where donors outnumber the periods before treatment and
   * enclose the unit, many do, and the gap after treatment is then one of many.
   *
   * @return false where other weights fit as well
   */
  public boolean unique() {
    return unique;
  }

  /**
   * The unit less its stand-in.
   *
   * @return one a period, in the unit of the outcomes
   */
  public double[] gap() {
    return gap.clone();
  }

  /**
   * How badly the stand-in fits before treatment: the root of the mean squared gap.
   *
   * @return in the unit of the outcomes
   */
  public double rootMeanSquareBefore() {
    return Math.sqrt(Arrays.stream(gap, 0, before).map(value -> value * value).average().orElse(0));
  }

  /**
   * The same after treatment.
   *
   * @return in the unit of the outcomes
   */
  public double rootMeanSquareAfter() {
    return Math.sqrt(
        Arrays.stream(gap, before, gap.length).map(value -> value * value).average().orElse(0));
  }

  /**
   * How many times larger the gap is after treatment than before.
   *
   * @return the ratio of the two root mean squares; infinite where the fit before is perfect, 0
   *     where it is perfect after as well
   */
  public double ratio() {
    double after = rootMeanSquareAfter();
    return after == 0 ? 0 : after / rootMeanSquareBefore();
  }

  /**
   * The mean gap after treatment.
   *
   * @return in the unit of the outcomes
   */
  public double effect() {
    return Arrays.stream(gap, before, gap.length).average().orElse(0);
  }
}
