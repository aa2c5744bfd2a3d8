package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.stats.Published.assertRelative;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.PublishedCase;
import speedbump.stats.StructuralBreaks.Partition;

class StructuralBreaksTest {
  static double[][] constant(int n) {
    return IntStream.range(0, n).mapToObj(t -> new double[] {1}).toArray(double[][]::new);
  }

  static double[][] trend(int n, double first) {
    return IntStream.range(0, n)
        .mapToObj(t -> new double[] {1, first + t})
        .toArray(double[][]::new);
  }

  private static double[] noise(int n, long seed) {
    return new Autoregression(0, 1, 1).simulate(n, new SplittableRandom(seed));
  }

  private static double[] scaled(double[] values, double factor) {
    return Arrays.stream(values).map(v -> factor * v).toArray();
  }

  @PublishedCase
  @Test
  void agreesWithStrucchangeOnTheNile() {
    // R strucchange 1.5-4, breakpoints(Nile ~ 1, h = 15); further digits by numpy 2.4.6
    List<List<Integer>> breaks =
        List.of(
            List.of(),
            List.of(28),
            List.of(28, 83),
            List.of(28, 68, 83),
            List.of(28, 45, 68, 83),
            List.of(15, 30, 45, 68, 83));
    double[] rss = {
      2835156.75,
      1597457.1944444478,
      1552923.6157754008,
      1538096.5127450973,
      1507888.4759164527,
      1659993.500426257
    };
    double[] bic = {
      1318.2418068761806,
      1270.0837357395662,
      1276.4667007553514,
      1284.7176674489144,
      1291.9444768872736,
      1310.7651547659016
    };
    StructuralBreaks fit = StructuralBreaks.fit(Published.nile(), constant(100), 15, 5);
    assertEquals(breaks, fit.partitions().stream().map(Partition::breaks).toList());
    for (int m = 0; m <= 5; m++) {
      assertRelative(rss[m], fit.partitions().get(m).rss(), 1e-12);
      assertRelative(bic[m], fit.partitions().get(m).bic(), 1e-12);
    }
    assertEquals(List.of(28), fit.chosen().breaks());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void agreesWithEveryPartitionTried(int design) {
    int n = 24;
    int least = 5;
    double[] y = noise(n, 7 + design);
    double[] other = noise(n, 70);
    double[][] x =
        switch (design) {
          case 0 -> constant(n);
          case 1 -> trend(n, 2000);
          case 2 ->
              IntStream.range(0, n)
                  .mapToObj(t -> new double[] {1, 2000 + t, other[t]})
                  .toArray(double[][]::new);
          default ->
              IntStream.range(0, n)
                  .mapToObj(t -> new double[] {1, other[t]})
                  .toArray(double[][]::new);
        };
    List<Partition> partitions = StructuralBreaks.fit(y, x, least, 2).partitions();
    double one = Double.POSITIVE_INFINITY;
    double two = Double.POSITIVE_INFINITY;
    for (int first = least; first <= n - least; first++) {
      one = Math.min(one, rss(y, x, 0, first) + rss(y, x, first, n));
      for (int second = first + least; second <= n - least; second++) {
        two = Math.min(two, rss(y, x, 0, first) + rss(y, x, first, second) + rss(y, x, second, n));
      }
    }
    assertRelative(rss(y, x, 0, n), partitions.get(0).rss(), 1e-9);
    assertRelative(one, partitions.get(1).rss(), 1e-9);
    assertRelative(two, partitions.get(2).rss(), 1e-9);
  }

  private static double rss(double[] y, double[][] x, int from, int to) {
    return LeastSquares.fit(Arrays.copyOfRange(y, from, to), Arrays.copyOfRange(x, from, to)).rss();
  }

  @Test
  void recoversPlantedBreaksWithoutNoise() {
    double[][] x = trend(40, 1980);
    double[] y =
        IntStream.range(0, 40)
            .mapToDouble(t -> t < 12 ? 3 - 0.5 * t : t < 25 ? 4 + 0.1 * t : -2 + 0.3 * t)
            .toArray();
    Partition chosen = StructuralBreaks.fit(y, x, 5, 4).chosen();
    assertEquals(List.of(12, 25), chosen.breaks());
    assertEquals(0, chosen.rss(), 1e-20);
    assertEquals(Double.NEGATIVE_INFINITY, chosen.bic());
  }

  @Test
  void theEarlierOfTwoBreaksAlikeIsTaken() {
    double[] y = new double[12];
    StructuralBreaks breaks = StructuralBreaks.fit(y, constant(12), 3, 3);
    assertEquals(List.of(3), breaks.partitions().get(1).breaks());
    assertEquals(List.of(3, 6, 9), breaks.partitions().get(3).breaks(), "no room to move");
  }

  @Test
  void breaksOfASlopeAloneAreFoundInNoise() {
    double[] regressor = noise(120, 3);
    double[] e = noise(120, 4);
    double[] y =
        IntStream.range(0, 120)
            .mapToDouble(t -> 1 + (t < 50 ? 2 : -2) * regressor[t] + 0.2 * e[t])
            .toArray();
    double[][] x =
        IntStream.range(0, 120)
            .mapToObj(t -> new double[] {1, regressor[t]})
            .toArray(double[][]::new);
    assertEquals(List.of(50), StructuralBreaks.fit(y, x, 18, 3).chosen().breaks());
  }

  @Test
  void findsNoBreakInNoise() {
    assertTrue(
        StructuralBreaks.fit(noise(100, 11), constant(100), 15, 5).chosen().breaks().isEmpty());
  }

  @Test
  void aRegressorThatStartsLateInASegmentIsNoTrouble() {
    // two equal rows, then a third that tells the slope
    double[][] x = {{1, 0.3}, {1, 0.3}, {1, 0.7}, {1, 0.3}, {1, 0.3}, {1, 0.9}};
    double[] y = {1.1, 1.3, 2, 5, 5.4, 1};
    double expected = rss(y, x, 0, 3) + rss(y, x, 3, 6);
    assertRelative(expected, StructuralBreaks.fit(y, x, 3, 1).partitions().get(1).rss(), 1e-9);
  }

  @Test
  void doesNotChangeWithUnits() {
    double[] nile = Published.nile();
    StructuralBreaks plain = StructuralBreaks.fit(nile, trend(100, 1871), 15, 3);
    double[][] months =
        IntStream.range(0, 100).mapToObj(t -> new double[] {7, 12.0 * t}).toArray(double[][]::new);
    StructuralBreaks other = StructuralBreaks.fit(scaled(nile, 1e-6), months, 15, 3);
    for (int m = 0; m <= 3; m++) {
      Partition one = plain.partitions().get(m);
      Partition two = other.partitions().get(m);
      assertEquals(one.breaks(), two.breaks());
      assertRelative(one.rss() * 1e-12, two.rss(), 1e-9);
      assertEquals(one.bic() + 200 * Math.log(1e-6), two.bic(), 1e-6);
    }
  }

  @Test
  void namesWhatIsWrong() {
    double[] y = noise(20, 1);
    double[][] x = trend(20, 0);
    refuses("x has 20 rows and y has 19 values", Arrays.copyOf(y, 19), x, 5, 1);
    refuses("3 breaks with segments of at least 6 need 24 observations, there are 20", y, x, 6, 3);
    refuses("the most breaks must not be negative: -1", y, x, 6, -1);
    refuses("segments of 2 observations cannot carry 2 columns", y, x, 2, 1);
    refuses("x has no rows or no columns", y, new double[20][0], 5, 1);
    double[] gap = y.clone();
    gap[3] = Double.NaN;
    refuses("y is not finite at index 3: NaN", gap, x, 5, 1);
    double[][] ragged = x.clone();
    ragged[4] = new double[] {1};
    refuses("row 4 of x has 1 columns and row 0 has 2", y, ragged, 5, 1);
    double[][] late = trend(20, 0);
    for (int t = 8; t < 20; t++) {
      late[t][1] = 8.1;
    }
    refuses("rows 8 to 12 of x do not tell 2 coefficients", y, late, 5, 1);
    refuses("rows 0 to 4 of x do not tell 1 coefficients", y, new double[20][1], 5, 1);
  }

  private static void refuses(String message, double[] y, double[][] x, int least, int most) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> StructuralBreaks.fit(y, x, least, most))
            .getMessage());
  }
}
