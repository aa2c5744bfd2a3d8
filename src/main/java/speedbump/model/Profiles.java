package speedbump.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import speedbump.stats.Argument;

/**
 * How wholes divide: one profile a row, say an economy, with its shares of some categories, which
 * stand in blocks that each make a whole, say who performs research and who pays for it. A blank is
 * missing and never zero: two profiles are compared over the categories that both report, each
 * block rescaled to one over these, and their distance is the root of the sum over the blocks of
 * the squared distance.
 *
 * @see <a href="https://doi.org/10.1007/s004420100716">Legendre and Gallagher 2001, Ecologically
 *     Meaningful Transformations for Ordination of Species Data, on the distances between
 *     profiles</a>
 */
public final class Profiles {
  private final List<String> names;
  private final List<String> categories;
  private final int[] blocks;
  private final double[][] shares;
  private final boolean rescaled;
  private final int blockCount;

  private Profiles(
      List<String> names,
      List<String> categories,
      int[] blocks,
      double[][] shares,
      boolean rescaled) {
    this.names = names;
    this.categories = categories;
    this.blocks = blocks;
    this.shares = shares;
    this.rescaled = rescaled;
    this.blockCount = Arrays.stream(blocks).max().orElseThrow() + 1;
  }

  /** How the shares p and q of a category part two profiles. */
  public enum Metric {
    /** Of the shares: the sum of (p - q)^2. */
    EUCLIDEAN {
      @Override
      double part(double p, double q) {
        return (p - q) * (p - q);
      }
    },
    /** Of their roots, so that small shares count for more: half the sum of (root p - root q)^2. */
    HELLINGER {
      @Override
      double part(double p, double q) {
        double roots = Math.sqrt(p) - Math.sqrt(q);
        return roots * roots / 2;
      }
    };

    /** What a category adds to the squared distance. */
    abstract double part(double p, double q);
  }

  /**
   * Profiles of shares.
   *
   * @param names names of the profiles, none twice
   * @param categories names of the categories, none twice
   * @param blocks the block of each category, numbered from 0 without a gap
   * @param shares one row a profile, one column a category, in any unit that is the same within a
   *     block; not a number where nothing is reported
   * @param rescaled whether each block is brought to a sum of one before profiles are compared;
   *     else shares are taken as they are
   * @return the profiles
   * @throws IllegalArgumentException if the numbers of names, categories, blocks and shares do not
   *     agree, a share is negative, infinite or too large, or a name stands twice
   */
  public static Profiles of(
      List<String> names,
      List<String> categories,
      int[] blocks,
      double[][] shares,
      boolean rescaled) {
    List<String> rows = distinct("names", names);
    List<String> columns = distinct("categories", categories);
    Argument.require(
        Argument.given("blocks", blocks).length == columns.size(),
        "there are %d blocks for %d categories",
        blocks.length,
        columns.size());
    int most = Arrays.stream(blocks).max().orElseThrow();
    Argument.require(
        Arrays.stream(blocks).allMatch(block -> block >= 0)
            && Arrays.stream(blocks).distinct().count() == most + 1L,
        "blocks must be numbered from 0 without a gap");
    Argument.require(
        Argument.given("shares", shares).length == rows.size(),
        "there are %d rows of shares for %d names",
        shares.length,
        rows.size());
    double[][] own = new double[shares.length][];
    for (int i = 0; i < own.length; i++) {
      own[i] = Argument.given("row %d of the shares".formatted(i), shares[i]).clone();
      Argument.require(
          own[i].length == columns.size(),
          "row %d of the shares has not %d values",
          i,
          columns.size());
      for (double share : own[i]) {
        if (share < 0 || share > Argument.LARGEST) {
          throw Argument.wrong("row %d of the shares holds %s", i, share);
        }
      }
    }
    return new Profiles(rows, columns, blocks.clone(), own, rescaled);
  }

  private static List<String> distinct(String what, List<String> words) {
    List<String> all = Argument.givenAll(what, words);
    Argument.require(!all.isEmpty(), "%s are missing: there are none", what);
    Argument.require(
        all.stream().distinct().count() == all.size(), "one of the %s stands twice", what);
    return all;
  }

  /**
   * The profiles by name.
   *
   * @return their names, in the order of the rows
   */
  public List<String> names() {
    return names;
  }

  /**
   * The categories.
   *
   * @return their names, in the order of the columns
   */
  public List<String> categories() {
    return categories;
  }

  /**
   * A share as it was given.
   *
   * @param name of the profile
   * @param category name of the category
   * @return the share; not a number where it is blank
   * @throws IllegalArgumentException if there is no such profile or category
   */
  public double share(String name, String category) {
    int column = categories.indexOf(category);
    Argument.require(column >= 0, "there is no category '%s'", category);
    return shares[row(name)][column];
  }

  private int row(String name) {
    int row = names.indexOf(name);
    Argument.require(row >= 0, "there is no profile by the name of '%s'", name);
    return row;
  }

  /**
   * Some of the profiles.
   *
   * @param wanted which, by name
   * @return the profiles in the same order
   * @throws IllegalArgumentException if none is left
   */
  public Profiles keep(Predicate<String> wanted) {
    return rows(row -> wanted.test(names.get(row)));
  }

  private Profiles rows(IntPredicate wanted) {
    int[] rows = IntStream.range(0, names.size()).filter(wanted).toArray();
    return of(
        Arrays.stream(rows).mapToObj(names::get).toList(),
        categories,
        blocks,
        Arrays.stream(rows).mapToObj(row -> shares[row]).toArray(double[][]::new),
        rescaled);
  }

  /**
   * The same profiles on some of the categories; a block without a category falls.
   *
   * @param wanted which, by name
   * @return the profiles, those left out that then report nothing in a block
   * @throws IllegalArgumentException if no category or no profile is left
   */
  public Profiles on(Predicate<String> wanted) {
    int[] columns =
        IntStream.range(0, categories.size())
            .filter(column -> wanted.test(categories.get(column)))
            .toArray();
    int[] left = Arrays.stream(columns).map(column -> blocks[column]).distinct().sorted().toArray();
    return of(
            names,
            Arrays.stream(columns).mapToObj(categories::get).toList(),
            Arrays.stream(columns)
                .map(column -> Arrays.binarySearch(left, blocks[column]))
                .toArray(),
            Arrays.stream(shares)
                .map(row -> Arrays.stream(columns).mapToDouble(column -> row[column]).toArray())
                .toArray(double[][]::new),
            rescaled)
        .complete();
  }

  /**
   * The profiles that report something in every block.
   *
   * @return those profiles
   * @throws IllegalArgumentException if there is none
   */
  public Profiles complete() {
    return rows(
        row ->
            IntStream.range(0, blocks.length)
                    .filter(column -> !Double.isNaN(shares[row][column]))
                    .map(column -> blocks[column])
                    .distinct()
                    .count()
                == blockCount);
  }

  /**
   * The categories that two profiles both report.
   *
   * @param first a name
   * @param second another
   * @return the categories in their order
   * @throws IllegalArgumentException if there is no such profile
   */
  public List<String> common(String first, String second) {
    double[] p = shares[row(first)];
    double[] q = shares[row(second)];
    return IntStream.range(0, categories.size())
        .filter(column -> !Double.isNaN(p[column] + q[column]))
        .mapToObj(categories::get)
        .toList();
  }

  /**
   * What a category adds to the distance of two profiles.
   *
   * @param category its name
   * @param first share of the first profile, as it was compared
   * @param second share of the second
   * @param squared what it adds to the squared distance; all together are the squared distance
   */
  public record Part(String category, double first, double second, double squared) {}

  /**
   * What makes the distance of two profiles.
   *
   * @param first a name
   * @param second another
   * @param metric how shares part
   * @return one part a category that both report
   * @throws IllegalArgumentException if there is no such profile, or the two have no share in
   *     common in a block
   */
  public List<Part> parts(String first, String second, Metric metric) {
    Argument.given("metric", metric);
    double[] p = shares[row(first)];
    double[] q = shares[row(second)];
    double[][] scales = scales(p, q);
    List<Part> parts = new ArrayList<>();
    for (int column = 0; column < blocks.length; column++) {
      if (!Double.isNaN(p[column] + q[column])) {
        double a = p[column] / scales[0][blocks[column]];
        double b = q[column] / scales[1][blocks[column]];
        parts.add(new Part(categories.get(column), a, b, metric.part(a, b)));
      }
    }
    return parts;
  }

  /**
   * The distance of two profiles, the root of the sum of its parts.
   *
   * @param first a name
   * @param second another
   * @param metric how shares part
   * @return the distance
   * @throws IllegalArgumentException as {@link #parts}
   */
  public double distance(String first, String second, Metric metric) {
    return Math.sqrt(
        parts(first, second, metric).stream().mapToDouble(part -> part.squared()).sum());
  }

  private double distance(double[] p, double[] q, Metric metric) {
    double[][] scales = scales(p, q);
    double squares = 0;
    for (int column = 0; column < blocks.length; column++) {
      if (!Double.isNaN(p[column] + q[column])) {
        int block = blocks[column];
        squares += metric.part(p[column] / scales[0][block], q[column] / scales[1][block]);
      }
    }
    return Math.sqrt(squares);
  }

  /** By what the blocks of both are divided: their sums over what both report, or one. */
  private double[][] scales(double[] p, double[] q) {
    double[][] sums = new double[2][blockCount];
    boolean[] met = new boolean[blockCount];
    for (int column = 0; column < blocks.length; column++) {
      if (!Double.isNaN(p[column] + q[column])) {
        met[blocks[column]] = true;
        sums[0][blocks[column]] += p[column];
        sums[1][blocks[column]] += q[column];
      }
    }
    for (int block = 0; block < blockCount; block++) {
      if (!met[block] || rescaled && !(sums[0][block] > 0 && sums[1][block] > 0)) {
        throw Argument.wrong("two profiles have no share in common in block %d", block);
      }
      if (!rescaled) {
        sums[0][block] = 1;
        sums[1][block] = 1;
      }
    }
    return sums;
  }

  /**
   * Two profiles.
   *
   * @param first the name that comes first in the order of the rows
   * @param second the other
   * @param distance how far they are apart
   */
  public record Pair(String first, String second, double distance) {
    /**
     * Whether a profile is one of the two.
     *
     * @param name of the profile
     * @return whether it is
     */
    public boolean has(String name) {
      return first.equals(name) || second.equals(name);
    }

    /**
     * The other of the two.
     *
     * @param name of one
     * @return name of the other
     * @throws IllegalArgumentException if the profile is none of the two
     */
    public String other(String name) {
      Argument.require(has(name), "'%s' is no profile of this pair", name);
      return first.equals(name) ? second : first;
    }
  }

  /**
   * Every pair of profiles.
   *
   * @param metric how shares part
   * @return the pairs, the most distant first
   * @throws IllegalArgumentException if two profiles have no share in common in a block
   */
  public List<Pair> pairs(Metric metric) {
    Argument.given("metric", metric);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        pairs.add(new Pair(names.get(i), names.get(j), distance(shares[i], shares[j], metric)));
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::distance).reversed());
    return pairs;
  }

  /**
   * The neighbours of a profile.
   *
   * @param name of the profile
   * @param count how many
   * @param metric how shares part
   * @return its pairs with the others, the nearest first
   * @throws IllegalArgumentException if there is no such profile, or two have no share in common in
   *     a block
   */
  public List<Pair> nearest(String name, int count, Metric metric) {
    row(name);
    return pairs(metric).stream()
        .filter(pair -> pair.has(name))
        .sorted(Comparator.comparingDouble(Pair::distance))
        .limit(count)
        .toList();
  }

  /**
   * The distances of all profiles from each other.
   *
   * @param metric how shares part
   * @return one row and one column a profile, in the order of the names
   * @throws IllegalArgumentException if two profiles have no share in common in a block
   */
  public double[][] distances(Metric metric) {
    Argument.given("metric", metric);
    double[][] distances = new double[names.size()][names.size()];
    for (int i = 0; i < names.size(); i++) {
      for (int j = 0; j < i; j++) {
        distances[i][j] = distance(shares[i], shares[j], metric);
        distances[j][i] = distances[i][j];
      }
    }
    return distances;
  }

  /**
   * The same profiles where one books part of a category under another.
   *
   * @param name of the profile
   * @param from name of the category that shrinks
   * @param to name of the category that grows
   * @param part what is moved, as a share of what stands under the first
   * @return other profiles of the same names and categories
   * @throws IllegalArgumentException if there is no such profile or category, one of the two is
   *     blank, or the part lies outside 0 to 1
   */
  public Profiles moved(String name, String from, String to, double part) {
    Argument.require(part >= 0 && part <= 1, "the part must lie between 0 and 1, not %s", part);
    double all = share(name, from) + share(name, to);
    Argument.require(!Double.isNaN(all), "'%s' leaves one of the categories blank", name);
    double[][] other = Arrays.stream(shares).map(double[]::clone).toArray(double[][]::new);
    double[] row = other[row(name)];
    row[categories.indexOf(from)] = (1 - part) * share(name, from);
    row[categories.indexOf(to)] = all - row[categories.indexOf(from)];
    return new Profiles(names, categories, blocks, other, rescaled);
  }

  /**
   * The same profiles measured with error: every share that is reported gets a normal error, is cut
   * at zero, and each block of a profile is brought back to the sum that it had. A blank stays
   * blank.
   *
   * @param sd standard deviation of the error, in the unit of the shares
   * @param random the source of randomness
   * @return other profiles of the same names and categories
   * @throws IllegalArgumentException if the deviation is negative or not finite, or there is no
   *     generator
   */
  public Profiles withErrors(double sd, RandomGenerator random) {
    Argument.require(
        sd >= 0 && sd <= Argument.LARGEST,
        "the standard deviation of the errors must be finite and not negative: %s",
        sd);
    Argument.given("random", random);
    double[][] drawn = new double[shares.length][];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = drawn(shares[i], sd, random);
    }
    return new Profiles(names, categories, blocks, drawn, rescaled);
  }

  private double[] drawn(double[] row, double sd, RandomGenerator random) {
    double[] before = new double[blockCount];
    double[] after = new double[blockCount];
    double[] drawn = row.clone();
    for (int column = 0; column < blocks.length; column++) {
      if (!Double.isNaN(row[column])) {
        drawn[column] = Math.max(0, row[column] + sd * random.nextGaussian());
        before[blocks[column]] += row[column];
        after[blocks[column]] += drawn[column];
      }
    }
    for (int column = 0; column < blocks.length; column++) {
      double sum = after[blocks[column]];
      drawn[column] *= sum > 0 ? before[blocks[column]] / sum : 1;
    }
    return drawn;
  }
}
