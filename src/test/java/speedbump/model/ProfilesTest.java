package speedbump.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Agreement.agree;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import speedbump.PublishedCase;
import speedbump.model.Profiles.Metric;
import speedbump.model.Profiles.Pair;
import speedbump.model.Profiles.Part;
import speedbump.stats.Argument;

class ProfilesTest {
  private static final double NONE = Double.NaN;
  private static final List<String> ROWS = List.of("A", "B", "C", "D");
  private static final List<String> COLUMNS = List.of("a", "b", "c", "x", "y");

  /** Two blocks of three and two categories; B lacks one category, D a whole block. */
  private static Profiles made(boolean rescaled) {
    return Profiles.of(
        ROWS,
        COLUMNS,
        new int[] {0, 0, 0, 1, 1},
        new double[][] {
          {0.5, 0.3, 0.2, 0.9, 0.1},
          {0.4, 0.4, NONE, 0.6, 0.4},
          {0.2, 0.2, 0.6, 0.0, 1.0},
          {0.1, 0.1, 0.8, NONE, NONE}
        },
        rescaled);
  }

  /**
   * Reckoned in Python 3: over a, b and x, y alone, A's first block is (.625, .375), B's (.5, .5).
   */
  @PublishedCase
  @Test
  void aBlankIsLeftOutAndTheRestRescaled() {
    Profiles profiles = made(true);
    assertEquals(List.of("a", "b", "x", "y"), profiles.common("A", "B"));
    agree(0.45961940777125593, profiles.distance("A", "B", Metric.EUCLIDEAN), 1e-12);
    agree(0.2704133519223484, profiles.distance("A", "B", Metric.HELLINGER), 1e-12);
    agree(1.3711309200802089, profiles.distance("A", "C", Metric.EUCLIDEAN), 1e-12);
    agree(0.88101380929826, profiles.distance("A", "C", Metric.HELLINGER), 1e-12);
    // taken as zero, the blank would make another pair of the two
    assertTrue(
        Math.abs(
                profiles.distance("A", "B", Metric.HELLINGER)
                    - Profiles.of(
                            List.of("A", "B"),
                            COLUMNS,
                            new int[] {0, 0, 0, 1, 1},
                            new double[][] {{0.5, 0.3, 0.2, 0.9, 0.1}, {0.4, 0.4, 0, 0.6, 0.4}},
                            true)
                        .distance("A", "B", Metric.HELLINGER))
            > 0.1);
  }

  @Test
  void notRescaledTheSharesStandAsTheyAre() {
    assertEquals(
        Math.sqrt(0.01 + 0.01 + 0.09 + 0.09),
        made(false).distance("A", "B", Metric.EUCLIDEAN),
        1e-12);
  }

  /** Wholly different wholes are 1 apart by Hellinger in each block, and root 2 by Euclid. */
  @Test
  void theGreatestDistances() {
    Profiles apart =
        Profiles.of(
            List.of("A", "B"),
            List.of("a", "b"),
            new int[2],
            new double[][] {{1, 0}, {0, 1}},
            true);
    assertEquals(1, apart.distance("A", "B", Metric.HELLINGER), 1e-15);
    assertEquals(Math.sqrt(2), apart.distance("A", "B", Metric.EUCLIDEAN), 1e-15);
  }

  @ParameterizedTest
  @EnumSource(Metric.class)
  void partsAddUpAndDistancesAgree(Metric metric) {
    Profiles profiles = made(true).complete();
    assertEquals(List.of("A", "B", "C"), profiles.names());
    double[][] distances = profiles.distances(metric);
    List<Pair> pairs = profiles.pairs(metric);
    assertEquals(3, pairs.size());
    assertTrue(
        pairs.get(0).distance() >= pairs.get(1).distance()
            && pairs.get(1).distance() >= pairs.get(2).distance());
    for (Pair pair : pairs) {
      List<Part> parts = profiles.parts(pair.first(), pair.second(), metric);
      double squares = parts.stream().mapToDouble(Part::squared).sum();
      assertEquals(pair.distance() * pair.distance(), squares, 1e-12);
      int i = profiles.names().indexOf(pair.first());
      int j = profiles.names().indexOf(pair.second());
      assertEquals(pair.distance(), distances[i][j], 1e-12);
      assertEquals(distances[i][j], distances[j][i]);
      assertEquals(0, distances[i][i]);
      assertTrue(pair.has(pair.first()) && pair.has(pair.second()) && !pair.has("D"));
    }
  }

  /** The unit of a block is not seen: percent or dollars. */
  @ParameterizedTest
  @EnumSource(Metric.class)
  void theUnitDoesNotMatter(Metric metric) {
    double[][] dollars = {{50e9, 30e9, 20e9, 90, 10}, {4, 4, NONE, 6e-9, 4e-9}};
    Profiles profiles =
        Profiles.of(List.of("A", "B"), COLUMNS, new int[] {0, 0, 0, 1, 1}, dollars, true);
    assertEquals(made(true).distance("A", "B", metric), profiles.distance("A", "B", metric), 1e-12);
  }

  @Test
  void fewerCategoriesAndFewerProfiles() {
    Profiles all = made(true);
    assertEquals(List.of("A", "B", "C", "D"), all.on(c -> "abc".contains(c)).names());
    assertEquals(List.of("A", "B", "C"), all.on(c -> "xy".contains(c)).names());
    assertEquals(List.of("A", "C", "D"), all.on("c"::equals).names(), "B has no c");
    assertEquals(List.of("x", "y"), all.on(c -> "xy".contains(c)).categories());
    assertEquals(
        Math.sqrt(0.18), all.on(c -> "xy".contains(c)).distance("A", "B", Metric.EUCLIDEAN), 1e-12);
    assertEquals(List.of("B"), all.keep("B"::equals).names());
    assertThrows(IllegalArgumentException.class, () -> all.keep(name -> false));
    assertTrue(Double.isNaN(all.share("B", "c")));
    assertEquals(0.6, all.share("B", "x"));
    assertThrows(IllegalArgumentException.class, () -> all.share("B", "z"));
    assertThrows(IllegalArgumentException.class, () -> all.share("Z", "x"));
  }

  @Test
  void whatHasNothingInCommonHasNoDistance() {
    Profiles all = made(true);
    Exception refused =
        assertThrows(
            IllegalArgumentException.class, () -> all.distance("A", "D", Metric.EUCLIDEAN));
    assertEquals("two profiles have no share in common in block 1", refused.getMessage());
    assertThrows(IllegalArgumentException.class, () -> all.pairs(Metric.EUCLIDEAN));
  }

  @Test
  void whatIsMovedIsBookedElsewhere() {
    Profiles moved = made(true).moved("A", "a", "c", 0.4);
    assertEquals(0.3, moved.share("A", "a"), 1e-12);
    assertEquals(0.4, moved.share("A", "c"), 1e-12);
    assertEquals(0.3, moved.share("A", "b"));
    assertEquals(0.2, moved.share("C", "a"), "nobody else moves");
    assertEquals(0.5, made(true).share("A", "a"));
    assertThrows(IllegalArgumentException.class, () -> made(true).moved("B", "a", "c", 0.4));
    assertThrows(IllegalArgumentException.class, () -> made(true).moved("A", "a", "c", 1.1));
  }

  /** Errors have the size they are given, keep the sum of a block, and leave blanks blank. */
  @Test
  void errorsKeepSumsAndBlanks() {
    Profiles all = made(true);
    double squares = 0;
    int draws = 4000;
    SplittableRandom random = new SplittableRandom(5);
    for (int draw = 0; draw < draws; draw++) {
      Profiles drawn = all.withErrors(0.01, random);
      assertTrue(Double.isNaN(drawn.share("B", "c")) && Double.isNaN(drawn.share("D", "x")));
      double[] a = COLUMNS.stream().mapToDouble(c -> drawn.share("A", c)).toArray();
      assertEquals(1, a[0] + a[1] + a[2], 1e-12);
      assertEquals(1, a[3] + a[4], 1e-12);
      assertEquals(0.8, drawn.share("B", "a") + drawn.share("B", "b"), 1e-12);
      assertTrue(drawn.share("C", "x") >= 0);
      squares += Math.pow(a[0] - 0.5, 2);
    }
    // rescaled, an error of e is e - (sum of e) / 2 for a share of one half: .01^2 (1/4 + 1/4 +
    // 1/4)
    assertEquals(0.01 * Math.sqrt(0.75), Math.sqrt(squares / draws), 3e-4);
    assertEquals(0.5, all.withErrors(0, random).share("A", "a"), 1e-15);
    assertThrows(IllegalArgumentException.class, () -> all.withErrors(-1, random));
  }

  @Test
  void whatDoesNotAgreeIsRefused() {
    double[][] shares = {{0.5, 0.5}};
    List<String> one = List.of("A");
    List<String> two = List.of("a", "b");
    assertThrows(
        IllegalArgumentException.class, () -> Profiles.of(one, two, new int[1], shares, true));
    assertThrows(
        IllegalArgumentException.class,
        () -> Profiles.of(one, two, new int[] {0, 2}, shares, true));
    assertThrows(
        IllegalArgumentException.class,
        () -> Profiles.of(List.of("A", "A"), two, new int[2], shares, true));
    assertThrows(
        IllegalArgumentException.class,
        () -> Profiles.of(one, two, new int[2], new double[][] {{0.5, -0.5}}, true));
    assertEquals(
        2,
        Profiles.of(one, two, new int[2], shares, true).parts("A", "A", Metric.EUCLIDEAN).size());
    assertEquals(
        0,
        Arrays.stream(Profiles.of(one, two, new int[2], shares, true).distances(Metric.HELLINGER))
            .flatMapToDouble(Arrays::stream)
            .sum());
  }

  @Test
  void theNearestComeFirst() {
    Profiles profiles = made(true).complete();
    for (Metric metric : Metric.values()) {
      List<Pair> nearest = profiles.nearest("C", 5, metric);
      assertEquals(List.of("B", "A"), nearest.stream().map(pair -> pair.other("C")).toList());
      assertEquals(profiles.distance("B", "C", metric), nearest.get(0).distance(), 1e-12);
      assertEquals(nearest.subList(0, 1), profiles.nearest("C", 1, metric));
      assertEquals("C", nearest.get(0).other("B"));
    }
    assertThrows(IllegalArgumentException.class, () -> profiles.nearest("Z", 1, Metric.EUCLIDEAN));
    assertThrows(IllegalArgumentException.class, () -> new Pair("A", "B", 1).other("C"));
  }

  @Test
  void allCategoriesAreTheSameProfiles() {
    Profiles all = made(true).complete();
    assertEquals(all.pairs(Metric.HELLINGER), made(true).on(c -> true).pairs(Metric.HELLINGER));
    // not in the order of the blocks
    Profiles turned =
        Profiles.of(
            List.of("A", "B"),
            List.of("x", "a", "y", "b"),
            new int[] {1, 0, 1, 0},
            new double[][] {{0.9, 0.5, 0.1, 0.3}, {0.6, 0.4, 0.4, 0.4}},
            true);
    assertEquals(
        all.distance("A", "B", Metric.HELLINGER),
        turned.distance("A", "B", Metric.HELLINGER),
        1e-15);
  }

  /** What adds up to nothing has no shares, but shares as they are may all be nothing. */
  @Test
  void aBlockOfNothingIsComparedOnlyAsItIs() {
    double[][] shares = {{0, 0}, {0.5, 0.5}};
    List<String> names = List.of("A", "B");
    List<String> two = List.of("a", "b");
    Profiles rescaled = Profiles.of(names, two, new int[2], shares, true);
    Profiles standing = Profiles.of(names, two, new int[2], shares, false);
    for (String[] pair : new String[][] {{"A", "B"}, {"B", "A"}}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> rescaled.distance(pair[0], pair[1], Metric.EUCLIDEAN));
      assertEquals(Math.sqrt(0.5), standing.distance(pair[0], pair[1], Metric.EUCLIDEAN), 1e-15);
    }
    assertThrows(
        IllegalArgumentException.class, () -> made(false).distance("A", "D", Metric.EUCLIDEAN));
    assertEquals(0, made(true).keep("D"::equals).distances(Metric.EUCLIDEAN)[0][0]);
  }

  @Test
  void allOrNothingCanBeMoved() {
    Profiles all = made(true).moved("A", "a", "c", 1);
    assertEquals(0, all.share("A", "a"));
    assertEquals(0.7, all.share("A", "c"), 1e-15);
    assertEquals(0.5, made(true).moved("A", "a", "c", 0).share("A", "a"));
    assertThrows(IllegalArgumentException.class, () -> made(true).moved("A", "a", "c", -0.1));
  }

  /** Errors that are all one deviation up, or all so far down that nothing is left. */
  @Test
  void anErrorIsAddedCutAtNothingAndRescaled() {
    Profiles up = made(true).withErrors(0.1, always(1));
    assertEquals(0.6 / 1.3, up.share("A", "a"), 1e-15);
    assertEquals(0.3 / 1.3, up.share("A", "c"), 1e-15);
    assertEquals(1 / 1.2, up.share("A", "x"), 1e-15);
    Profiles down = made(true).withErrors(2, always(-1));
    assertEquals(0, down.share("A", "a"));
    assertEquals(0, made(true).withErrors(Argument.LARGEST, always(-1)).share("A", "a"));
    assertThrows(IllegalArgumentException.class, () -> made(true).withErrors(1e151, always(1)));
  }

  private static RandomGenerator always(double error) {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        throw new UnsupportedOperationException();
      }

      @Override
      public double nextGaussian() {
        return error;
      }
    };
  }

  @Test
  void whatIsMissingIsNamed() {
    List<String> one = List.of("A");
    List<String> two = List.of("a", "b");
    double[][] shares = {{0.5, 0.5}};
    refused("categories are missing", one, List.of(), new int[0], shares);
    refused("names are missing", List.of(), two, new int[2], new double[0][]);
    refused("1 rows of shares for 2 names", List.of("A", "B"), two, new int[2], shares);
    double[][] both = {{0.5, 0.5}, {0.2, 0.8}};
    refused("one of the names stands twice", List.of("A", "A"), two, new int[2], both);
    refused("one of the categories stands", one, List.of("a", "a"), new int[2], shares);
    refused("has not 2 values", one, two, new int[2], new double[][] {{0.5, 0.4, 0.1}});
    refused("without a gap", one, two, new int[] {-1, 1}, shares);
    refused("holds 1.1E150", one, two, new int[2], new double[][] {{1, 1.1e150}});
    Profiles largest =
        Profiles.of(one, two, new int[2], new double[][] {{1, Argument.LARGEST}}, false);
    assertEquals(Argument.LARGEST, largest.share("A", "b"));
  }

  private static void refused(
      String words, List<String> names, List<String> categories, int[] blocks, double[][] shares) {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> Profiles.of(names, categories, blocks, shares, true))
            .getMessage();
    assertTrue(message.contains(words), message);
  }
}
