package speedbump.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Agreement.agree;
import static speedbump.Refusal.refusedWith;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import speedbump.PublishedCase;

/** Held against the Stata package ecomplexity on ten countries and thirty products of 1995. */
class ComplexityTest {
  /** Stata takes the deviation over the 300 rows of its long table, with 299 below. */
  private static final double STATA = Math.sqrt(299 / 300.0);

  private static List<String> countries;
  private static List<String> products;
  private static double[][] advantage;

  @BeforeAll
  static void read() throws IOException {
    List<String[]> rows;
    try (var in =
        ComplexityTest.class.getResourceAsStream("/validation/complexity/trade_1995_10x30.csv")) {
      rows =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .skip(1)
              .map(line -> line.split(","))
              .toList();
    }
    countries = List.copyOf(new TreeSet<>(rows.stream().map(row -> row[1]).toList()));
    products = List.copyOf(new TreeSet<>(rows.stream().map(row -> row[2]).toList()));
    double[][] exports = new double[countries.size()][products.size()];
    for (String[] row : rows) {
      exports[countries.indexOf(row[1])][products.indexOf(row[2])] = Double.parseDouble(row[3]);
    }
    advantage = Complexity.advantage(exports);
  }

  private static double of(double[] values, String country) {
    return values[countries.indexOf(country)];
  }

  @PublishedCase
  @Test
  void agreesWithStataOnAdvantageDiversityAndUbiquity() {
    double[] published = {
      0.5708342888507129, 0.7766585520584209, 0.6326471399429817, 1.109321038241486,
      0.7569573321577531, 0.728772208780316, 0.3568916416519702, 1.335727626937514,
      1.027056153901764, 0.6948295609454413
    };
    for (int p = 0; p < published.length; p++) {
      agree(published[p], advantage[countries.indexOf("aut")][p], 1e-5 * published[p]);
    }
    Complexity found = Complexity.of(advantage, 1);
    int[] diversity = found.diversity();
    assertEquals(
        List.of(14, 16, 16, 15, 11, 16, 20, 9, 7, 14),
        Arrays.stream(diversity).boxed().toList(),
        countries.toString());
    assertEquals(6, found.ubiquity()[products.indexOf("1704")]);
    assertEquals(3, found.ubiquity()[products.indexOf("1806")]);
    assertEquals(4, found.ubiquity()[products.indexOf("9403")]);
  }

  @PublishedCase
  @Test
  void agreesWithStataOnComplexity() {
    Complexity.Index index = Complexity.of(advantage, 1).index();
    agree(1.073207217992253, STATA * of(index.economies(), "aut"), 1e-8);
    agree(-0.3159764634559932, STATA * of(index.economies(), "blx"), 1e-8);
    agree(1.06773721349865, STATA * of(index.economies(), "che"), 1e-8);
    agree(1.200861157616729, STATA * of(index.economies(), "deu"), 1e-8);
    // numpy 2.4.6
    agree(-2.1743362616198585, of(index.economies(), "pol"), 1e-12);
    agree(0.29928672788568, index.eigenvalue(), 1e-13);
    double[] pci = index.products();
    agree(-1.470491886427003, STATA * pci[products.indexOf("1704")], 1e-8);
    agree(2.794806326517154, STATA * pci[products.indexOf("8530")], 1e-8);
    agree(-3.434600369331548, STATA * pci[products.indexOf("9403")], 1e-8);
  }

  @PublishedCase
  @Test
  void agreesWithStataOnDensity() {
    double[] published = {
      0.4624999999999999, 0.483619344773791, 0.37221269296741, 0.4942528735632183,
      0.3444055944055944, 0.5125284738041002, 0.4594936708860758, 0.6070959264126149,
      0.5710659898477156, 0.4414668547249647
    };
    Complexity found = Complexity.of(advantage, 1);
    double[] density = found.density()[countries.indexOf("aut")];
    for (int p = 0; p < published.length; p++) {
      agree(published[p], density[p], 1e-12);
    }
    double[] first = found.proximity(products.indexOf("1704"));
    assertEquals(0, first[products.indexOf("1704")]);
    assertEquals(0.5, first[products.indexOf("1806")]);
    agree(5 / 6.0, first[products.indexOf("2007")], 1e-15);
  }

  /** Rows and columns may stand in any order, and exports in any currency. */
  @Test
  void neitherOrderNorCurrencyMatters() {
    int n = countries.size();
    double[][] turned = new double[n][];
    double[][] inCents = new double[n][];
    for (int c = 0; c < n; c++) {
      turned[n - 1 - c] = advantage[c];
      inCents[c] = Arrays.stream(advantage[c]).map(one -> 100 * one).toArray();
    }
    double[] index = Complexity.of(advantage, 1).index().economies();
    double[] other = Complexity.of(turned, 1).index().economies();
    for (int c = 0; c < n; c++) {
      assertEquals(index[c], other[n - 1 - c], 1e-12);
    }
    double[][] again = Complexity.advantage(inCents);
    double[][] once = Complexity.advantage(advantage);
    for (int c = 0; c < n; c++) {
      assertArrayEquals(once[c], again[c], 1e-12);
    }
  }

  /** Exports in proportion to a fair share have an index of one wherever there are any. */
  @Test
  void anIndexOfOneIsAFairShare() {
    double[][] index = Complexity.advantage(new double[][] {{2, 4, 0}, {1, 2, 0}, {0, 0, 0}});
    assertArrayEquals(new double[] {1, 1, 0}, index[0], 1e-15);
    assertArrayEquals(new double[] {1, 1, 0}, index[1], 1e-15);
    assertArrayEquals(new double[] {0, 0, 0}, index[2]);
    double[][] single = Complexity.advantage(new double[][] {{3, 1}, {0, 4}});
    // three eighths of the world are of the first product
    assertEquals(2, single[0][0], 1e-15);
    assertEquals(0.25 / (5 / 8.0), single[0][1], 1e-15);
  }

  /** In a staircase the economy with the rarest products is the most complex and the fittest. */
  @Test
  void aStaircaseIsClimbedInOrder() {
    int n = 7;
    boolean[][] stairs = new boolean[n][n];
    for (int c = 0; c < n; c++) {
      for (int p = 0; p <= c; p++) {
        stairs[c][p] = true;
      }
    }
    Complexity found = Complexity.of(stairs);
    double[] index = found.index().economies();
    double[] products = found.index().products();
    double[] fitness = found.fitness(100);
    for (int c = 1; c < n; c++) {
      assertTrue(index[c] > index[c - 1], Arrays.toString(index));
      assertTrue(products[c] > products[c - 1], Arrays.toString(products));
      assertTrue(fitness[c] > fitness[c - 1], Arrays.toString(fitness));
    }
    assertEquals(1, Arrays.stream(fitness).average().orElseThrow(), 1e-12);
    // one round by hand: diversities over their mean
    assertEquals(7 / 4.0, found.fitness(1)[6], 1e-12);
  }

  /** numpy 2.4.6, twenty rounds on the same table. */
  @PublishedCase
  @Test
  void fitnessAgreesWithNumpy() {
    double[] fitness = Complexity.of(advantage, 1).fitness(20);
    agree(FITNESS_GBR, of(fitness, "gbr"), 1e-9);
    agree(FITNESS_POL, of(fitness, "pol"), 1e-9);
  }

  private static final double FITNESS_GBR = 1.5838689271702333;
  private static final double FITNESS_POL = 0.33987475943571877;

  @Test
  void whoHasNothingHasNoIndex() {
    boolean[][] made = new boolean[countries.size() + 1][products.size() + 1];
    for (int c = 0; c < countries.size(); c++) {
      for (int p = 0; p < products.size(); p++) {
        made[c][p] = advantage[c][p] >= 1;
      }
    }
    Complexity.Index index = Complexity.of(made).index();
    assertTrue(Double.isNaN(index.economies()[countries.size()]));
    assertTrue(Double.isNaN(index.products()[products.size()]));
    assertEquals(
        of(Complexity.of(advantage, 1).index().economies(), "aut"),
        of(index.economies(), "aut"),
        1e-12);
    assertEquals(0, Complexity.of(made).fitness(10)[countries.size()]);
    assertTrue(Double.isNaN(Complexity.of(made).density()[0][products.size()]));
  }

  @Test
  void whatHasNoIndexIsRefused() {
    boolean t = true;
    boolean f = false;
    boolean[][] parts = {{t, t, f, f}, {t, f, f, f}, {f, f, t, t}, {f, f, f, t}};
    assertTrue(refusal(parts).contains("parts"), refusal(parts));
    boolean[][] turning = {{t, t, f, f}, {f, t, t, f}, {f, f, t, t}, {t, f, f, t}};
    assertTrue(refusal(turning).contains("two eigenvalues"), refusal(turning));
    boolean[][] even = {{t, t, f}, {t, f, t}, {f, t, t}, {t, t, f}};
    assertTrue(refusal(even).contains("sign"), refusal(even));
    assertTrue(refusal(new boolean[][] {{t, f}, {t, t}}).contains("at least 3"));
  }

  private static String refusal(boolean[][] made) {
    Complexity found = Complexity.of(made);
    return assertThrows(IllegalArgumentException.class, found::index).getMessage();
  }

  /** By the definitions, product by product, on more economies and products than fit a word. */
  @Test
  void aLargeTableIsCountedAsADefinitionSays() {
    int economies = 70;
    int goods = 140;
    boolean[][] made = random(economies, goods);
    Complexity found = Complexity.of(made);
    double[][] density = found.density();
    for (int p = 0; p < goods; p++) {
      double[] close = found.proximity(p);
      double all = 0;
      double[] own = new double[economies];
      for (int q = 0; q < goods; q++) {
        int both = 0;
        for (boolean[] row : made) {
          both += row[p] && row[q] ? 1 : 0;
        }
        int more = Math.max(found.ubiquity()[p], found.ubiquity()[q]);
        double expected = p == q ? 0 : both / (double) more;
        assertEquals(expected, close[q], 1e-15);
        all += expected;
        for (int c = 0; c < economies; c++) {
          assertEquals(made[c][q], found.has(c, q));
          own[c] += made[c][q] ? expected : 0;
        }
      }
      for (int c = 0; c < economies; c++) {
        assertEquals(own[c] / all, density[c][p], 1e-12);
      }
    }
  }

  /** The mean over the products of an economy of the means over who has them is again the index. */
  @Test
  void theIndexIsAnEigenvectorOfTheTable() {
    boolean[][] made = random(70, 140);
    Complexity found = Complexity.of(made);
    Complexity.Index index = found.index();
    double[] economies = index.economies();
    double offset = Double.NaN;
    for (int c = 0; c < made.length; c++) {
      double turned = 0;
      for (int p = 0; p < made[c].length; p++) {
        for (int d = 0; d < made.length; d++) {
          turned +=
              made[c][p] && made[d][p]
                  ? economies[d] / found.ubiquity()[p] / found.diversity()[c]
                  : 0;
        }
      }
      // the mean that was taken away, turned too, is one number for all
      double left = turned - index.eigenvalue() * economies[c];
      offset = c == 0 ? left : offset;
      assertEquals(offset, left, 1e-12);
    }
    assertEquals(0, Arrays.stream(economies).sum(), 1e-10);
    assertEquals(70, Arrays.stream(economies).map(e -> e * e).sum(), 1e-10);
  }

  private static boolean[][] random(int economies, int goods) {
    SplittableRandom random = new SplittableRandom(3);
    boolean[][] made = new boolean[economies][goods];
    for (int c = 0; c < economies; c++) {
      for (int p = 0; p < goods; p++) {
        made[c][p] = random.nextDouble() < 0.15 + 0.5 * c / economies;
      }
    }
    return made;
  }

  /** numpy 2.4.6: the diversity (4, 2, 1, 2) goes with the index by its covariance, r = 0.39. */
  @Test
  void theSignIsThatOfTheCovarianceWithDiversity() {
    boolean t = true;
    boolean f = false;
    boolean[][] made = {{t, t, t, t}, {f, t, t, f}, {f, f, f, t}, {t, f, f, t}};
    Complexity.Index index = Complexity.of(made).index();
    assertArrayEquals(
        new double[] {
          0.34412934740239837, 1.4796688462919774, -1.0323880422071958, -0.7914101514871799
        },
        index.economies(),
        1e-12);
    assertEquals(0.5593512042040855, index.eigenvalue(), 1e-12);
  }

  @Test
  void whatIsNoTableIsRefused() {
    refusedWith("there are no economies", () -> Complexity.of(new boolean[0][]));
    refusedWith("there are no products", () -> Complexity.of(new boolean[2][0]));
    refusedWith(
        "economy 1 has 1 products and economy 0 has 2",
        () -> Complexity.of(new boolean[][] {{true, false}, {true}}));
    double[][] one = {{1}};
    refusedWith("the cut must be above zero, not 0.0", () -> Complexity.of(one, 0));
    refusedWith(
        "the cut must be above zero, not Infinity",
        () -> Complexity.of(one, Double.POSITIVE_INFINITY));
    refusedWith(
        "the index of economy 0, product 1",
        () -> Complexity.of(new double[][] {{1, Double.NaN}}, 1));
    refusedWith("there are no economies", () -> Complexity.advantage(new double[0][]));
    refusedWith("there are no products", () -> Complexity.advantage(new double[2][0]));
    refusedWith(
        "economy 1 has 2 products", () -> Complexity.advantage(new double[][] {{1}, {1, 2}}));
    refusedWith(
        "exports of economy 0 are below zero: -1.0",
        () -> Complexity.advantage(new double[][] {{2, -1}}));
    Complexity nothing = Complexity.of(new boolean[2][3]);
    refusedWith("nobody has a product", () -> nothing.fitness(1));
    refusedWith("product must lie between 0 and 2, not 3", () -> nothing.proximity(3));
    assertArrayEquals(new double[3], nothing.proximity(2));
    assertArrayEquals(new double[] {1}, Complexity.of(one, 1).fitness(1), "at the cut it counts");
  }
}
