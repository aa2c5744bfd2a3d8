package speedbump.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Agreement.agree;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.PublishedCase;

class InputOutputTest {
  private static final double CLOSES = 1e-9;

  /** Miller and Blair 2009, Input-Output Analysis, tables 2.3 and 2.4. */
  private static final InputOutput PUBLISHED =
      InputOutput.of(
          List.of("one", "two"),
          new double[][] {{150, 500}, {200, 100}},
          new double[] {1000, 2000});

  @PublishedCase
  @Test
  void agreesWithMillerAndBlair() {
    double[][] inverse = PUBLISHED.leontief();
    // as pymrio prints them, 89c9b97, tests/test_math.py
    agree(new double[] {1.25412541, 0.330033}, inverse[0], 1e-6);
    agree(new double[] {0.2640264, 1.12211221}, inverse[1], 1e-6);
    // printed with one decimal
    agree(new double[] {1247.5, 1841.6}, PUBLISHED.outputFor(new double[] {600, 1500}), 0.05);
    agree(new double[] {1000, 2000}, PUBLISHED.outputFor(new double[] {350, 1700}), CLOSES);
  }

  @PublishedCase
  @Test
  void ghoshPushesThePrimaryInputsOfTheTableToItsOutput() {
    double[][] ghosh = PUBLISHED.ghosh();
    // the supply inverse of the same table by numpy 2.4.6: inv(eye(2) - Z / x[:, None])
    agree(new double[] {1.25412541254125, 0.66006600660066}, ghosh[0], 1e-12);
    agree(new double[] {0.13201320132013, 1.12211221122112}, ghosh[1], 1e-12);
    agree(new double[] {1000, 2000}, PUBLISHED.pushed(new double[] {650, 1400}), CLOSES);
  }

  /** A made-up economy in which every number is known: n sectors, inputs, imports, final uses. */
  private record Economy(
      List<String> sectors,
      double[][] flows,
      double[][] imported,
      double[] home,
      double[] exports,
      double[] output) {
    static Economy of(long seed, int n) {
      SplittableRandom random = new SplittableRandom(seed);
      double[][] flows = new double[n][n];
      double[] home = new double[n];
      double[] exports = new double[n];
      double[] output = new double[n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          flows[i][j] = random.nextInt(3) == 0 ? 0 : Math.exp(2 * random.nextGaussian());
        }
        home[i] = random.nextDouble(0, 2 * n);
        exports[i] = random.nextInt(4) == 0 ? 0 : random.nextDouble(0, n);
        output[i] = Arrays.stream(flows[i]).sum() + home[i] + exports[i];
      }
      // each product imported in the same part of every use at home; value added is what is left
      double[][] imported = new double[n][n];
      for (int i = 0; i < n; i++) {
        double part = random.nextDouble(0, 0.5);
        for (int j = 0; j < n; j++) {
          imported[i][j] = flows[i][j] * part / (1 - part);
        }
      }
      return new Economy(
          IntStream.range(0, n).mapToObj(i -> "s" + i).toList(),
          flows,
          imported,
          home,
          exports,
          output);
    }

    NationalTable table() {
      return NationalTable.apart(sectors, flows, imported, output);
    }

    /** What a unit of output takes of abroad. */
    double[] importsPerOutput() {
      double[] m = new double[output.length];
      for (int j = 0; j < m.length; j++) {
        for (double[] row : imported) {
          m[j] += row[j] / output[j];
        }
      }
      return m;
    }
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  private static double[] plus(double[] one, double[] other) {
    return IntStream.range(0, one.length).mapToDouble(i -> one[i] + other[i]).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 17, 40})
  void theAccountsClose(int n) {
    for (long seed = 0; seed < 20; seed++) {
      Economy made = Economy.of(seed, n);
      NationalTable table = made.table();
      InputOutput chain = table.domestic();
      double scale = CLOSES * sum(made.output());
      // rows: final demand of the table calls for its output, in two parts as in one
      double[] finalUse = plus(made.home(), made.exports());
      assertArrayEquals(made.output(), chain.outputFor(finalUse), scale);
      assertArrayEquals(
          made.output(),
          plus(chain.outputFor(made.home()), chain.outputFor(made.exports())),
          scale);
      assertArrayEquals(made.home(), table.homeDemand(made.exports()), scale);
      // columns: value added and imports exhaust final demand, sector by sector
      double[] all = plus(table.valueAddedPerOutput(), made.importsPerOutput());
      double[] ones = new double[n];
      Arrays.fill(ones, 1);
      assertArrayEquals(ones, chain.embodied(all), CLOSES);
      assertEquals(1, chain.share(all, finalUse), CLOSES);
      if (sum(made.exports()) > 0) {
        assertEquals(
            1 - chain.share(made.importsPerOutput(), made.exports()),
            table.domesticShare(made.exports()),
            CLOSES);
      }
      // value added of the table is that in its final demand
      double[] v = table.valueAddedPerOutput();
      double added = IntStream.range(0, n).mapToDouble(j -> v[j] * made.output()[j]).sum();
      assertEquals(added, chain.share(v, finalUse) * sum(finalUse), scale);
      // the seller's side: primary inputs push the table to its output
      double[] primary =
          IntStream.range(0, n)
              .mapToDouble(j -> made.output()[j] * (1 - columnOfInputs(made, j)))
              .toArray();
      assertArrayEquals(made.output(), chain.pushed(primary), scale);
    }
  }

  private static double columnOfInputs(Economy made, int j) {
    return Arrays.stream(made.flows()).mapToDouble(row -> row[j] / made.output()[j]).sum();
  }

  /** L = I + A + A^2 + ..., and the library's inverse of I - A. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 12, 60})
  void theInverseIsThatOfTheLibraryAndOfTheChain(int n) {
    Economy made = Economy.of(n, n);
    InputOutput chain = made.table().domestic();
    RealMatrix a = MatrixUtils.createRealMatrix(made.flows());
    for (int j = 0; j < n; j++) {
      a.setColumnVector(j, a.getColumnVector(j).mapMultiply(1 / made.output()[j]));
    }
    RealMatrix rest = MatrixUtils.createRealIdentityMatrix(n).subtract(a);
    double[][] inverse = chain.leontief();
    double[][] other = new LUDecomposition(rest).getSolver().getInverse().getData();
    double[] power = made.home();
    double[] rounds = power;
    for (int round = 0; round < 4000; round++) {
      power = a.operate(power);
      rounds = plus(rounds, power);
    }
    double[] output = chain.outputFor(made.home());
    double[] held = chain.embodied(made.exports());
    for (int i = 0; i < n; i++) {
      assertArrayEquals(other[i], inverse[i], 1e-11 * n);
      assertEquals(rounds[i], output[i], CLOSES * rounds[i] + 1e-12);
      double column = 0;
      for (int k = 0; k < n; k++) {
        column += made.exports()[k] * inverse[k][i];
      }
      assertEquals(column, held[i], CLOSES * n);
      double[] behind = chain.inputsBehind(made.home());
      assertEquals(output[i] - made.home()[i], behind[i], CLOSES);
    }
  }

  @Test
  void anExtractedSectorTakesItsChainAlong() {
    Economy made = Economy.of(7, 9);
    InputOutput chain = made.table().domestic();
    double[] finalUse = plus(made.home(), made.exports());
    // all sectors: nothing is made
    assertArrayEquals(new double[9], chain.outputWithout(made.sectors(), finalUse));
    assertArrayEquals(made.output(), chain.outputWithout(Set.of(), finalUse), CLOSES);
    // one sector: as if the table had never had its row and column
    int[] kept = IntStream.range(0, 9).filter(i -> i != 4).toArray();
    double[][] flows =
        Arrays.stream(kept)
            .mapToObj(i -> Arrays.stream(kept).mapToDouble(j -> made.flows()[i][j]).toArray())
            .toArray(double[][]::new);
    double[] smaller =
        InputOutput.of(
                Arrays.stream(kept).mapToObj(made.sectors()::get).toList(),
                flows,
                Arrays.stream(kept).mapToDouble(i -> made.output()[i]).toArray())
            .outputFor(Arrays.stream(kept).mapToDouble(i -> finalUse[i]).toArray());
    double[] without = chain.outputWithout(List.of("s4"), finalUse);
    assertEquals(0, without[4]);
    for (int i = 0; i < kept.length; i++) {
      assertEquals(smaller[i], without[kept[i]], CLOSES);
      assertTrue(without[kept[i]] < made.output()[kept[i]]);
    }
  }

  @Test
  void aSectorWithoutAChainLosesOnlyItsOwn() {
    InputOutput chain =
        InputOutput.of(
            List.of("a", "b", "alone"),
            new double[][] {{2, 3, 0}, {1, 4, 0}, {0, 0, 0}},
            new double[] {10, 12, 5});
    double[] demand = {5, 7, 5};
    assertArrayEquals(new double[] {10, 12, 5}, chain.outputFor(demand), 1e-12);
    assertArrayEquals(
        new double[] {10, 12, 0}, chain.outputWithout(List.of("alone"), demand), 1e-12);
  }

  /** Each product in a unit of its own, as pieces or tonnes: shares of what lies in it stay. */
  @Test
  void theUnitDoesNotMatter() {
    Economy made = Economy.of(3, 8);
    for (double unit : new double[] {1e-9, 7, 1e12}) {
      double[][] flows = new double[8][8];
      double[][] imported = new double[8][8];
      double[] exports = new double[8];
      double[] output = new double[8];
      for (int i = 0; i < 8; i++) {
        for (int j = 0; j < 8; j++) {
          flows[i][j] = unit * made.flows()[i][j];
          imported[i][j] = unit * made.imported()[i][j];
        }
        exports[i] = unit * made.exports()[i];
        output[i] = unit * made.output()[i];
      }
      NationalTable other = NationalTable.apart(made.sectors(), flows, imported, output);
      assertEquals(made.table().domesticShare(made.exports()), other.domesticShare(exports), 1e-12);
      for (int i = 0; i < 8; i++) {
        assertArrayEquals(
            made.table().domestic().leontief()[i], other.domestic().leontief()[i], 1e-12);
      }
    }
    // product s2 alone in another unit: only its row of flows and its output change
    double[][] own = Arrays.stream(made.flows()).map(double[]::clone).toArray(double[][]::new);
    double[] output = made.output().clone();
    double[] exports = made.exports().clone();
    for (int j = 0; j < 8; j++) {
      own[2][j] *= 1000;
    }
    output[2] *= 1000;
    exports[2] *= 1000;
    double[] before = made.table().domestic().outputFor(made.exports());
    double[] after = InputOutput.of(made.sectors(), own, output).outputFor(exports);
    for (int i = 0; i < 8; i++) {
      assertEquals(before[i] * (i == 2 ? 1000 : 1), after[i], CLOSES * after[i]);
    }
  }

  /** Total flows whose imports are in proportion give back the table that holds them apart. */
  @Test
  void importsInProportionAreFoundWhereTheyAreSo() {
    Economy made = Economy.of(11, 12);
    int n = 12;
    double[][] total = new double[n][n];
    double[] imports = new double[n];
    for (int i = 0; i < n; i++) {
      double part = sum(made.imported()[i]);
      part /= sum(made.flows()[i]) + part;
      for (int j = 0; j < n; j++) {
        total[i][j] = made.flows()[i][j] + made.imported()[i][j];
      }
      imports[i] = part / (1 - part) * (made.output()[i] - made.exports()[i]);
    }
    NationalTable found =
        NationalTable.inProportion(made.sectors(), total, made.output(), made.exports(), imports);
    assertEquals(
        made.table().domesticShare(made.exports()), found.domesticShare(made.exports()), CLOSES);
    assertEquals(
        made.table().importedShareOfInputs(List.of("s1", "s2"), List.of("s0", "s5", "s7")),
        found.importedShareOfInputs(List.of("s1", "s2"), List.of("s0", "s5", "s7")),
        CLOSES);
    double foreign = 0;
    double all = 0;
    for (int i : new int[] {1, 2}) {
      for (int j : new int[] {0, 5, 7}) {
        foreign += made.imported()[i][j];
        all += total[i][j];
      }
    }
    assertEquals(
        foreign / all,
        found.importedShareOfInputs(List.of("s1", "s2"), List.of("s0", "s5", "s7")),
        CLOSES);
  }

  private static String refused(double[][] flows, double... output) {
    List<String> names = List.of("steel", "coal", "bread").subList(0, output.length);
    return assertThrows(IllegalArgumentException.class, () -> InputOutput.of(names, flows, output))
        .getMessage();
  }

  @Test
  void aTableThatIsNotProductiveIsRefusedByName() {
    assertTrue(refused(new double[][] {{11, 0}, {0, 1}}, 10, 5).contains("productive at steel"));
    // each of the two alone is sound, both together use more coal than there is
    assertTrue(refused(new double[][] {{5, 6}, {6, 5}}, 10, 10).contains("not productive at coal"));
    assertTrue(refused(new double[][] {{5, 5}, {5, 5}}, 10, 10).contains("singular at coal"));
    assertTrue(
        refused(new double[][] {{0, 0, 0}, {0, 10, 0}, {0, 0, 0}}, 10, 10, 10)
            .contains("singular at coal"));
    // Hawkins and Simon: whatever the order of the sectors
    assertTrue(
        refused(new double[][] {{0, 0, 0}, {0, 5, 6}, {0, 6, 5}}, 1, 10, 10)
            .contains("not productive at bread"));
  }

  @Test
  void whatCannotBeIsRefusedByName() {
    double[][] none = new double[2][2];
    assertTrue(
        refused(new double[][] {{0, -1}, {0, 0}}, 5, 5)
            .contains("flow from steel to coal is negative"));
    assertTrue(refused(new double[][] {{0, 1}, {0, 0}}, 5, 0).contains("coal buys 1.0 of steel"));
    assertTrue(refused(none, 5, -1).contains("output of coal is negative"));
    assertTrue(refused(new double[][] {{0, 0}}, 5, 5).contains("flows has 1 rows for 2 sectors"));
    assertTrue(
        refused(new double[][] {{0, 0}, {0}}, 5, 5)
            .contains("row coal of flows has 1 values for 2 sectors"));
    assertTrue(refused(none, 5, Double.NaN).contains("output is not finite"));
    assertThrows(
        IllegalArgumentException.class,
        () -> InputOutput.of(List.of("a", "a"), none, new double[] {1, 1}));
    assertThrows(
        IllegalArgumentException.class, () -> PUBLISHED.outputWithout(List.of("three"), none[0]));
    assertThrows(
        IllegalArgumentException.class, () -> PUBLISHED.share(none[0], new double[] {1, -1}));
    // more is exported than made and imported
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    NationalTable.inProportion(
                        List.of("a", "b"),
                        none,
                        new double[] {1, 5},
                        new double[] {4, 0},
                        new double[] {2, 0}))
            .getMessage();
    assertTrue(message.startsWith("a: imports of 2.0"), message);
  }

  /** A sector that makes and buys nothing stands in many tables. */
  @Test
  void anEmptySectorDoesNoHarm() {
    InputOutput chain =
        InputOutput.of(
            List.of("a", "empty"), new double[][] {{2, 0}, {0, 0}}, new double[] {10, 0});
    assertArrayEquals(new double[] {10, 0}, chain.outputFor(new double[] {8, 0}), 1e-12);
    assertArrayEquals(new double[] {10, 0}, chain.pushed(new double[] {8, 0}), 1e-12);
    assertArrayEquals(new double[] {0, 1}, chain.ghosh()[1], 1e-12);
    NationalTable table =
        NationalTable.apart(
            chain.sectors(), new double[][] {{2, 0}, {0, 0}}, new double[2][2], chain.output());
    assertArrayEquals(new double[] {0.8, 0}, table.valueAddedPerOutput(), 1e-12);
  }

  /**
   * What is exported wholly leaves imports alone for use at home; without imports all is home's.
   */
  @Test
  void aProportionMayBeNothingOrAll() {
    double[][] flows = {{1, 3}, {2, 0}};
    NationalTable table =
        NationalTable.inProportion(
            List.of("a", "b"),
            flows,
            new double[] {10, 20},
            new double[] {10, 5},
            new double[] {4, 0});
    assertEquals(1, table.importedShareOfInputs(List.of("a"), List.of("a", "b")));
    assertEquals(0, table.importedShareOfInputs(List.of("b"), List.of("a", "b")));
    // bought by a: 1 of a, from abroad, and 2 of b, from home
    assertEquals(1 / 3.0, table.importedShareOfInputs(List.of("a", "b"), List.of("a")), 1e-15);
    assertArrayEquals(new double[] {0.7, 0.85}, table.valueAddedPerOutput(), 1e-15);
    assertSays(
        "the buyers buy nothing of the products",
        () -> table.importedShareOfInputs(List.of("b"), List.of("b")));
    assertSays(
        "products: there is no sector c",
        () -> table.importedShareOfInputs(List.of("a", "c"), List.of("b")));
    assertSays(
        "buyers: there is no sector c",
        () -> table.importedShareOfInputs(List.of("a"), List.of("b", "c")));
  }

  @Test
  void importsThatCannotBeAreRefusedByName() {
    List<String> names = List.of("a", "b");
    double[][] none = new double[2][2];
    double[] output = {1, 0};
    assertSays(
        "imported b of a is negative: -1.0",
        () -> NationalTable.apart(names, none, new double[][] {{0, 0}, {-1, 0}}, output));
    assertSays(
        "b imports 1.0 of a and has an output of 0.0",
        () -> NationalTable.apart(names, none, new double[][] {{0, 1}, {0, 0}}, output));
    assertSays("there are no sectors", () -> InputOutput.of(List.of(), none, output));
    InputOutput chain = InputOutput.of(names, none, output);
    assertSays(
        "primaryInputs of b are 2.0, and it makes nothing",
        () -> chain.pushed(new double[] {1, 2}));
  }

  private static void assertSays(String words, org.junit.jupiter.api.function.Executable wrong) {
    String message = assertThrows(IllegalArgumentException.class, wrong).getMessage();
    assertTrue(message.startsWith(words), message);
  }
}
