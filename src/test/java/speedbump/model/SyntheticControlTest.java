package speedbump.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Agreement.agree;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import speedbump.PublishedCase;

class SyntheticControlTest {
  private static final int BEFORE_1989 = 19;

  /** Packs of cigarettes a head by state, 1970 to 2000, and the place of California. */
  private static double[][] states;

  private static List<String> names;
  private static int california;

  @BeforeAll
  static void read() throws IOException {
    Map<String, double[]> packs = new TreeMap<>();
    try (var in =
        SyntheticControlTest.class.getResourceAsStream("/validation/panel/california_prop99.csv")) {
      for (String line :
          new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList()) {
        String[] cells = line.split(";");
        packs
                .computeIfAbsent(cells[0], state -> new double[31])[
                Integer.parseInt(cells[1]) - 1970] =
            Double.parseDouble(cells[2]);
      }
    }
    names = List.copyOf(packs.keySet());
    states = packs.values().toArray(double[][]::new);
    california = names.indexOf("California");
  }

  private static SyntheticControl ofCalifornia() {
    return SyntheticControl.placebos(states, BEFORE_1989).get(california);
  }

  @PublishedCase
  @Test
  void theWeightsOfCaliforniaAreTheExactOptimum() {
    Map<String, Double> published =
        Map.of(
            "Utah", 0.3939,
            "Montana", 0.2318,
            "Nevada", 0.2049,
            "Connecticut", 0.1091,
            "New Hampshire", 0.0454,
            "Colorado", 0.0148);
    List<String> donors = names.stream().filter(name -> !name.equals("California")).toList();
    double[] weights = ofCalifornia().weights();
    for (int j = 0; j < weights.length; j++) {
      double wanted = published.getOrDefault(donors.get(j), 0.0);
      if (wanted == 0) {
        assertEquals(0, weights[j], donors.get(j));
      } else {
        agree(wanted, weights[j], 3e-3);
      }
    }
    assertEquals(1, Arrays.stream(weights).sum(), 1e-14);
    assertEquals(2.7436616568, Math.pow(ofCalifornia().rootMeanSquareBefore(), 2), 1e-9);
    assertEquals(-19.5136, ofCalifornia().effect(), 5e-5);
    assertTrue(ofCalifornia().unique());
  }

  @PublishedCase
  @Test
  void theEffectInCaliforniaIsNearThatOfStata() {
    agree(-19.48, ofCalifornia().effect(), 0.15);
  }

  /** With covariates California is first of 39; by outcomes alone two states fit too well. */
  @Test
  void twoStatesHaveLargerRatiosThanCalifornia() {
    List<SyntheticControl> all = SyntheticControl.placebos(states, BEFORE_1989);
    assertEquals(3, SyntheticControl.rank(all, california));
    assertEquals(1, SyntheticControl.rank(all, names.indexOf("Missouri")));
    assertEquals(2, SyntheticControl.rank(all, names.indexOf("Virginia")));
  }

  /** No weights near the optimum, nor any donor alone, fit better. */
  @Test
  void noOtherWeightsFitBetter() {
    SplittableRandom random = new SplittableRandom(3);
    for (int draw = 0; draw < 200; draw++) {
      double[][] donors = noise(random, 2 + random.nextInt(9), 8);
      double[] unit = noise(random, 1, 8)[0];
      SyntheticControl own = SyntheticControl.of(unit, donors, 6);
      double best = own.rootMeanSquareBefore();
      for (int other = 0; other < 50; other++) {
        double step = random.nextDouble();
        int towards = random.nextInt(donors.length);
        double[] weights = own.weights();
        for (int j = 0; j < weights.length; j++) {
          weights[j] = (1 - step) * weights[j] + (j == towards ? step : 0);
        }
        assertTrue(fit(unit, donors, weights, 6) >= best - 1e-12);
      }
      assertEquals(best, fit(unit, donors, own.weights(), 6), 1e-12);
      assertTrue(Arrays.stream(own.weights()).allMatch(weight -> weight >= 0));
      assertEquals(1, Arrays.stream(own.weights()).sum(), 1e-12);
    }
  }

  private static double fit(double[] unit, double[][] donors, double[] weights, int before) {
    double sum = 0;
    for (int t = 0; t < before; t++) {
      double gap = unit[t];
      for (int j = 0; j < weights.length; j++) {
        gap -= weights[j] * donors[j][t];
      }
      sum += gap * gap;
    }
    return Math.sqrt(sum / before);
  }

  private static double[][] noise(SplittableRandom random, int units, int periods) {
    return IntStream.range(0, units)
        .mapToObj(i -> random.doubles(periods, -1, 1).toArray())
        .toArray(double[][]::new);
  }

  @Test
  void aMixIsFoundAgainAndSoIsWhatWasAddedToIt() {
    double[][] donors = noise(new SplittableRandom(4), 5, 20);
    double[] unit =
        IntStream.range(0, 20)
            .mapToDouble(
                t ->
                    0.2 * donors[0][t] + 0.5 * donors[2][t] + 0.3 * donors[4][t] + (t > 14 ? 7 : 0))
            .toArray();
    SyntheticControl own = SyntheticControl.of(unit, donors, 15);
    assertArrayEquals(new double[] {0.2, 0, 0.5, 0, 0.3}, own.weights(), 1e-12);
    assertEquals(7, own.effect(), 1e-12);
    assertEquals(7, own.rootMeanSquareAfter(), 1e-12);
    assertEquals(7, own.gap()[15], 1e-12);
    assertTrue(own.unique());
  }

  @Test
  void unitsOfMeasurementDoNotMatter() {
    double[][] donors = noise(new SplittableRandom(5), 6, 12);
    double[] unit = noise(new SplittableRandom(6), 1, 12)[0];
    SyntheticControl own = SyntheticControl.of(unit, donors, 8);
    for (double factor : new double[] {1e-9, 1e-3, 1e12}) {
      double[][] scaled =
          Arrays.stream(donors)
              .map(x -> Arrays.stream(x).map(v -> factor * (v + 3)).toArray())
              .toArray(double[][]::new);
      double[] moved = Arrays.stream(unit).map(v -> factor * (v + 3)).toArray();
      SyntheticControl other = SyntheticControl.of(moved, scaled, 8);
      assertArrayEquals(own.weights(), other.weights(), 1e-9);
      assertEquals(own.effect(), other.effect() / factor, 1e-9);
      assertEquals(own.ratio(), other.ratio(), 1e-9 * own.ratio());
    }
  }

  @Test
  void weightsThatAreNotTheOnlyOnesAreSaidToBeSo() {
    double[] a = {1, 2, 3, 4};
    double[] b = {2, 1, 4, 3};
    double[] unit = {1, 1, 3, 5};
    assertTrue(SyntheticControl.of(unit, new double[][] {a, b}, 3).unique());
    assertFalse(SyntheticControl.of(unit, new double[][] {a, a, b}, 3).unique());
    // inside a square of four donors, over two periods
    double[][] corners = {{0, 0, 1}, {0, 1, 2}, {1, 0, 3}, {1, 1, 4}};
    SyntheticControl inside = SyntheticControl.of(new double[] {0.4, 0.5, 0}, corners, 2);
    assertFalse(inside.unique());
    assertEquals(0, inside.rootMeanSquareBefore(), 1e-12);
  }

  @Test
  void aUnitBeyondAllDonorsGetsTheNearestAndABadFit() {
    SyntheticControl own =
        SyntheticControl.of(
            new double[] {9, 9, 9, 9}, new double[][] {{1, 1, 1, 1}, {5, 5, 5, 5}}, 3);
    assertArrayEquals(new double[] {0, 1}, own.weights());
    assertEquals(4, own.rootMeanSquareBefore());
    assertEquals(4, own.effect());
    assertEquals(1, own.ratio());
  }

  @Test
  void aTwinFitsPerfectly() {
    double[] twin = {1, 2, 3, 4};
    SyntheticControl same = SyntheticControl.of(twin, new double[][] {twin, {4, 3, 2, 1}}, 3);
    assertEquals(0, same.ratio());
    SyntheticControl apart =
        SyntheticControl.of(new double[] {1, 2, 3, 9}, new double[][] {twin, {4, 3, 2, 1}}, 3);
    assertEquals(Double.POSITIVE_INFINITY, apart.ratio());
    assertEquals(5, apart.effect());
  }

  /** Where no unit was treated each place is as likely as any other. */
  @Test
  void placesAreUniformWhereNothingWasTreated() {
    SplittableRandom random = new SplittableRandom(8);
    int first = 0;
    for (int draw = 0; draw < 2000; draw++) {
      first +=
          SyntheticControl.rank(SyntheticControl.placebos(noise(random, 8, 12), 8), 3) == 1 ? 1 : 0;
    }
    assertEquals(1 / 8.0, first / 2000.0, 3 * Math.sqrt(7 / 64.0 / 2000));
  }

  @Test
  void whatCannotBeFittedIsNamed() {
    double[] unit = {1, 2, 3};
    double[][] none = {};
    double[][] shorter = {{1, 2}};
    assertEquals("there is no donor", message(() -> SyntheticControl.of(unit, none, 2)));
    assertEquals(
        "donor 0 has 2 periods, the unit 3", message(() -> SyntheticControl.of(unit, shorter, 2)));
    double[][] one = {{3, 2, 1}};
    assertTrue(message(() -> SyntheticControl.of(unit, one, 3)).contains("periods before"));
    assertTrue(message(() -> SyntheticControl.of(unit, one, 1)).contains("periods before"));
  }

  private static String message(Runnable call) {
    return assertThrows(IllegalArgumentException.class, call::run).getMessage();
  }

  @Test
  void aUnitThatIsNotThereHasNoPlace() {
    List<SyntheticControl> all = SyntheticControl.placebos(states, BEFORE_1989);
    assertTrue(message(() -> SyntheticControl.rank(all, all.size())).contains("place of the unit"));
    assertTrue(message(() -> SyntheticControl.rank(all, -1)).contains("place of the unit"));
    assertTrue(SyntheticControl.rank(all, all.size() - 1) > 3);
  }

  /** By the last of two donors alone, or midway: by hand, over two periods. */
  @Test
  void oneDonorAloneIsTheOnlyWay() {
    SyntheticControl alone =
        SyntheticControl.of(new double[] {2, 3, 9}, new double[][] {{1, 1, 1}}, 2);
    assertTrue(alone.unique());
    assertArrayEquals(new double[] {1}, alone.weights());
    SyntheticControl near =
        SyntheticControl.of(
            new double[] {0, 0, 5}, new double[][] {{5, 9, 1}, {1, 0, 2}, {7, 5, 3}}, 2);
    assertTrue(near.unique(), "the nearest donor bears all weight");
    assertArrayEquals(new double[] {0, 1, 0}, near.weights());
    SyntheticControl midway =
        SyntheticControl.of(new double[] {0, 0, 5}, new double[][] {{-1, 1, 1}, {1, 1, 2}}, 2);
    assertArrayEquals(new double[] {0.5, 0.5}, midway.weights(), 1e-15);
    assertEquals(5 - 1.5, midway.effect(), 1e-15);
    assertTrue(midway.unique());
  }
}
