package speedbump.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.util.FastMath;
import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.store.RawStore;
import speedbump.stats.Argument;

/**
 * What the pattern of who has an export edge in what says of economies and products. From a table M
 * of economies by products, M = 1 where the economy has the edge:
 *
 * <ul>
 *   <li><i>diversity</i> of an economy, the number of its products; <i>ubiquity</i> of a product,
 *       the number of economies that have it;
 *   <li>the <i>index of complexity</i> of economies (ECI), the eigenvector of the second largest
 *       eigenvalue of D⁻¹ M U⁻¹ M', with D and U the diversities and ubiquities, and of products
 *       (PCI), its mean over a product's economies;
 *   <li><i>fitness</i>, F = sum M Q and 1/Q = sum M/F, each time over their means;
 *   <li><i>proximity</i> of two products, the lesser of the two shares of economies that have both
 *       among those that have one, and <i>density</i> of an economy around a product, the share of
 *       the proximity to the other products that lies on what the economy has.
 * </ul>
 *
 * <p>Economies without a product and products without an economy say nothing and have no index.
 *
 * @see <a href="https://doi.org/10.1073/pnas.0900943106">Hidalgo and Hausmann 2009, The Building
 *     Blocks of Economic Complexity</a>
 * @see <a href="https://doi.org/10.1126/science.1144581">Hidalgo and others 2007, The Product Space
 *     Conditions the Development of Nations</a>
 * @see <a href="https://doi.org/10.1038/srep00723">Tacchella and others 2012, A New Metrics for
 *     Countries' Fitness and Products' Complexity</a>
 */
public final class Complexity {
  /** Eigenvalues that differ by less are one: no vector of theirs is better than another. */
  private static final double SAME = 1e-9;

  /** Below it the index does not say in which direction diversity rises. */
  private static final double NO_SIGN = 1e-9;

  private static final int MOST_ITERATIONS = 1_000_000;

  /**
   * Products whose density is summed side by side: enough for the processor to take many at once.
   */
  private static final int BLOCK = 128;

  private final boolean[][] made;
  private final int products;
  private final int[] diversity;
  private final int[] ubiquity;

  private Complexity(boolean[][] made) {
    this.made = made;
    this.products = made[0].length;
    this.diversity = new int[made.length];
    this.ubiquity = new int[products];
    for (int c = 0; c < made.length; c++) {
      for (int p = 0; p < products; p++) {
        if (made[c][p]) {
          diversity[c]++;
          ubiquity[p]++;
        }
      }
    }
  }

  /**
   * Who has an edge in what.
   *
   * @param made one row an economy, one column a product
   * @return the pattern
   * @throws IllegalArgumentException if there is no economy or product, or rows are not equally
   *     long
   */
  public static Complexity of(boolean[][] made) {
    Argument.given("the table", made);
    Argument.require(made.length > 0, "there are no economies");
    boolean[][] copy = new boolean[made.length][];
    for (int c = 0; c < made.length; c++) {
      copy[c] = Argument.given("the row of an economy", made[c]).clone();
      Argument.require(copy[c].length > 0, "there are no products");
      Argument.require(
          copy[c].length == copy[0].length,
          "economy %d has %d products and economy 0 has %d",
          c,
          copy[c].length,
          copy[0].length);
    }
    return new Complexity(copy);
  }

  /**
   * Who has an index of comparative advantage at or above a cut.
   *
   * @param advantage the indices, one row an economy, one column a product
   * @param cut the cut, for instance 1
   * @return the pattern
   * @throws IllegalArgumentException as for {@link #of(boolean[][])}, or if the cut is not above
   *     zero or an index is not a number
   */
  public static Complexity of(double[][] advantage, double cut) {
    Argument.given("the indices", advantage);
    Argument.require(cut > 0 && Double.isFinite(cut), "the cut must be above zero, not %s", cut);
    boolean[][] made = new boolean[advantage.length][];
    for (int c = 0; c < made.length; c++) {
      double[] row = Argument.given("the row of an economy", advantage[c]);
      made[c] = new boolean[row.length];
      for (int p = 0; p < row.length; p++) {
        Argument.require(!Double.isNaN(row[p]), "the index of economy %d, product %d", c, p);
        made[c][p] = row[p] >= cut;
      }
    }
    return of(made);
  }

  /**
   * Balassa's index of revealed comparative advantage: the share of a product in the exports of an
   * economy over its share in those of all economies together.
   *
   * @param exports values, one row an economy, one column a product, any currency
   * @return the indices in the same layout; 0 where nothing is exported
   * @throws IllegalArgumentException if there is no economy or product, rows are not equally long,
   *     or a value is below zero, not finite or too large to be squared
   */
  public static double[][] advantage(double[][] exports) {
    Argument.given("the exports", exports);
    Argument.require(exports.length > 0, "there are no economies");
    int products = Argument.given("the row of an economy", exports[0]).length;
    Argument.require(products > 0, "there are no products");
    double[] ofProduct = new double[products];
    double[] ofEconomy = new double[exports.length];
    double world = 0;
    for (int c = 0; c < exports.length; c++) {
      double[] row = Argument.sample("the exports of economy " + c, exports[c], products);
      Argument.require(row.length == products, "economy %d has %d products", c, row.length);
      for (int p = 0; p < products; p++) {
        Argument.require(row[p] >= 0, "exports of economy %d are below zero: %s", c, row[p]);
        ofProduct[p] += row[p];
        ofEconomy[c] += row[p];
      }
      world += ofEconomy[c];
    }
    double[][] advantage = new double[exports.length][products];
    for (int c = 0; c < exports.length; c++) {
      for (int p = 0; p < products; p++) {
        if (exports[c][p] > 0) {
          advantage[c][p] = exports[c][p] / ofEconomy[c] / (ofProduct[p] / world);
        }
      }
    }
    return advantage;
  }

  /**
   * Whether an economy has the edge in a product.
   *
   * @param economy number of the economy, from 0
   * @param product number of the product, from 0
   * @return whether it has
   */
  public boolean has(int economy, int product) {
    return made[economy][product];
  }

  /**
   * How many products each economy has.
   *
   * @return a copy, one number an economy
   */
  public int[] diversity() {
    return diversity.clone();
  }

  /**
   * How many economies have each product.
   *
   * @return a copy, one number a product
   */
  public int[] ubiquity() {
    return ubiquity.clone();
  }

  /**
   * The index of complexity.
   *
   * @param economies ECI: mean 0 and standard deviation 1 over the economies with a product, above
   *     zero the more complex ones; not a number for the others
   * @param products PCI on the same scale; not a number for products that nobody has
   * @param eigenvalue the second largest eigenvalue, below 1
   */
  public record Index(double[] economies, double[] products, double eigenvalue) {
    /** Copies the indices. */
    public Index {
      economies = economies.clone();
      products = products.clone();
    }

    @Override
    public double[] economies() {
      return economies.clone();
    }

    @Override
    public double[] products() {
      return products.clone();
    }
  }

  /**
   * The index of complexity of economies and products. Its sign is that with which it rises with
   * diversity.
   *
   * @return the index
   * @throws IllegalArgumentException if fewer than three economies have a product, if economies
   *     fall into parts that share no product, or if no vector is the only one: two eigenvalues are
   *     equal, or the index neither rises nor falls with diversity
   */
  public Index index() {
    int[] rows =
        IntStream.range(0, made.length).filter(economy -> diversity[economy] > 0).toArray();
    int n = rows.length;
    Argument.require(n > 2, "%d economies have a product: at least 3 are needed", n);
    Eigenvalue<Double> decomposition = Eigenvalue.R064.make(n, true);
    decomposition.decompose(RawStore.wrap(shared(rows)));
    // by size, which is by value here: none is below zero
    double[] eigenvalues = new double[n];
    decomposition.getEigenvalues(eigenvalues, Optional.empty());
    Argument.require(
        eigenvalues[1] < 1 - SAME, "the economies fall into parts that share no product");
    Argument.require(
        eigenvalues[1] - eigenvalues[2] > SAME && eigenvalues[1] > SAME,
        "two eigenvalues are equal: no index is the only one");
    double[] vector = decomposition.getV().sliceColumn(1).toRawCopy1D();
    double mean = 0;
    double meanDiversity = 0;
    for (int i = 0; i < n; i++) {
      vector[i] /= Math.sqrt(diversity[rows[i]]);
      mean += vector[i] / n;
      meanDiversity += (double) diversity[rows[i]] / n;
    }
    double squares = 0;
    double squaresOfDiversity = 0;
    double along = 0;
    for (int i = 0; i < n; i++) {
      double more = diversity[rows[i]] - meanDiversity;
      squares += (vector[i] - mean) * (vector[i] - mean);
      squaresOfDiversity += more * more;
      along += (vector[i] - mean) * more;
    }
    Argument.require(
        Math.abs(along) > NO_SIGN * Math.sqrt(squares * squaresOfDiversity),
        "the index neither rises nor falls with diversity: it has no sign");
    double scale = Math.signum(along) / Math.sqrt(squares / n);
    return standardised(rows, vector, mean, scale, eigenvalues[1]);
  }

  /**
   * D^(-1/2) M U^(-1) M' D^(-1/2): symmetric, and similar to the matrix of the index. Products of
   * one ubiquity have one weight, so that what two economies share of them is counted as bits.
   */
  private double[][] shared(int[] rows) {
    int[] place = new int[products];
    List<Double> weights = new ArrayList<>();
    for (int number = 1; number <= made.length; number++) {
      int at = weights.size() * Long.SIZE; // a new weight begins a new word
      for (int p = 0; p < products; p++) {
        if (ubiquity[p] == number) {
          if (at == weights.size() * Long.SIZE) {
            weights.add(1.0 / number);
          }
          place[p] = at++;
        }
      }
    }
    double[] weight = weights.stream().mapToDouble(Double::doubleValue).toArray();
    long[][] words = new long[rows.length][weight.length];
    for (int i = 0; i < rows.length; i++) {
      for (int p = 0; p < products; p++) {
        if (made[rows[i]][p]) {
          words[i][place[p] / Long.SIZE] |= 1L << place[p] % Long.SIZE;
        }
      }
    }
    double[][] shared = new double[rows.length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int word = 0; word < weight.length; word++) {
          sum += weight[word] * Long.bitCount(words[i][word] & words[j][word]);
        }
        shared[i][j] = sum / Math.sqrt((double) diversity[rows[i]] * diversity[rows[j]]);
        shared[j][i] = shared[i][j];
      }
    }
    return shared;
  }

  private Index standardised(
      int[] rows, double[] vector, double mean, double scale, double eigenvalue) {
    double[] economies = new double[made.length];
    Arrays.fill(economies, Double.NaN);
    double[] ofProduct = new double[products];
    for (int i = 0; i < rows.length; i++) {
      economies[rows[i]] = (vector[i] - mean) * scale;
      for (int p = 0; p < products; p++) {
        ofProduct[p] += made[rows[i]][p] ? vector[i] : 0;
      }
    }
    for (int p = 0; p < products; p++) {
      // nothing over nothing is not a number
      ofProduct[p] = (ofProduct[p] / ubiquity[p] / eigenvalue - mean) * scale;
    }
    return new Index(economies, ofProduct, eigenvalue);
  }

  /**
   * The fitness of economies after a number of rounds from even ones.
   *
   * @param rounds the number of rounds, for instance 20; where one economy alone has some product
   *     all others fall towards nothing as rounds go on, so that more of them say less
   * @return one value an economy, mean 1; 0 for economies without a product
   * @throws IllegalArgumentException if nobody has a product, or the rounds are not between 1 and a
   *     million
   */
  public double[] fitness(int rounds) {
    Argument.count("rounds", rounds, 1, MOST_ITERATIONS);
    Argument.require(Arrays.stream(diversity).anyMatch(own -> own > 0), "nobody has a product");
    double[] fitness = new double[made.length];
    double[] complexity = new double[products];
    Arrays.fill(fitness, 1);
    Arrays.fill(complexity, 1);
    for (int round = 0; round < rounds; round++) {
      double[] next = new double[made.length];
      double[] inverse = new double[products];
      for (int c = 0; c < made.length; c++) {
        for (int p = 0; p < products; p++) {
          if (made[c][p]) {
            next[c] += complexity[p];
            // an economy that fell to nothing takes all complexity from its products
            inverse[p] += 1 / Math.max(fitness[c], Double.MIN_NORMAL);
          }
        }
      }
      for (int p = 0; p < products; p++) {
        complexity[p] = inverse[p] == 0 ? 0 : 1 / inverse[p];
      }
      overMean(next);
      overMean(complexity);
      fitness = next;
    }
    return fitness;
  }

  private static void overMean(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    for (int i = 0; i < values.length; i++) {
      values[i] /= mean;
    }
  }

  /**
   * How close the other products are to one: of the economies that have the more ubiquitous of the
   * two, the share that has both.
   *
   * @param product number of the product, from 0
   * @return one share a product; 0 for the product itself and where nobody has both
   * @throws IllegalArgumentException if there is no such product
   */
  public double[] proximity(int product) {
    Argument.count("product", product, 0, products - 1);
    return proximity(product, bits(), new double[products]);
  }

  /** The economies of each product as bits, so that those of two are counted at once. */
  private long[][] bits() {
    long[][] bits = new long[products][(made.length + Long.SIZE - 1) / Long.SIZE];
    for (int c = 0; c < made.length; c++) {
      for (int p = 0; p < products; p++) {
        if (made[c][p]) {
          bits[p][c / Long.SIZE] |= 1L << c % Long.SIZE;
        }
      }
    }
    return bits;
  }

  private double[] proximity(int product, long[][] bits, double[] into) {
    long[] own = bits[product];
    for (int other = 0; other < products; other++) {
      int both = 0;
      for (int word = 0; word < own.length; word++) {
        both += Long.bitCount(own[word] & bits[other][word]);
      }
      into[other] =
          both == 0 ? 0 : (double) both / FastMath.max(ubiquity[product], ubiquity[other]);
    }
    into[product] = 0;
    return into;
  }

  /**
   * How much of what is close to a product each economy has.
   *
   * @return one row an economy, one column a product: the share of the proximity to other products
   *     that lies on products of the economy; not a number where no other product is close at all
   */
  public double[][] density() {
    long[][] bits = bits();
    int[][] having = new int[products][];
    for (int p = 0; p < products; p++) {
      having[p] = new int[ubiquity[p]];
      int number = 0;
      for (int c = 0; c < made.length; c++) {
        if (made[c][p]) {
          having[p][number++] = c;
        }
      }
    }
    double[][] density = new double[made.length][products];
    IntStream.range(0, (products + BLOCK - 1) / BLOCK)
        .parallel()
        .forEach(block -> density(block * BLOCK, bits, having, density));
    return density;
  }

  /** Of some products side by side, so that a sum over others runs on all of them at once. */
  private void density(int first, long[][] bits, int[][] having, double[][] density) {
    int width = Math.min(BLOCK, products - first);
    double[][] sums = new double[made.length][BLOCK];
    double[] all = new double[BLOCK];
    double[] close = new double[BLOCK];
    for (int other = 0; other < products; other++) {
      long[] others = bits[other];
      for (int b = 0; b < width; b++) {
        int product = first + b;
        long[] own = bits[product];
        int both = 0;
        for (int word = 0; word < own.length; word++) {
          both += Long.bitCount(own[word] & others[word]);
        }
        close[b] =
            other == product
                ? 0
                : (double) both / FastMath.max(1, FastMath.max(ubiquity[product], ubiquity[other]));
      }
      add(close, all);
      for (int economy : having[other]) {
        add(close, sums[economy]);
      }
    }
    for (int c = 0; c < sums.length; c++) {
      for (int b = 0; b < width; b++) {
        density[c][first + b] = sums[c][b] / all[b];
      }
    }
  }

  private static void add(double[] what, double[] to) {
    for (int b = 0; b < BLOCK; b++) {
      to[b] += what[b];
    }
  }
}
