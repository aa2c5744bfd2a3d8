package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Agreement.agree;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import speedbump.PublishedCase;

class ClassicalScalingTest {
  /**
   * Road distances in km between 21 European cities, the table eurodist of R, from Athens to
   * Vienna: the columns of its lower triangle.
   */
  private static final String ROADS =
      """
      3313 2963 3175 3339 2762 3276 2610 4485 2977 3030 4532 2753 3949 2865 2282 2179 3000 817 3927
      1991 1318 1326 1294 1498 2218 803 1172 2018 1490 1305 645 636 521 1014 1365 1033 1460 2868
      1802 204 583 206 966 677 2256 597 172 2084 690 1558 1011 925 747 285 1511 1616 1175 460 409
      1136 747 2224 714 330 2052 739 1550 1059 1077 977 280 1662 1786 1381 785 1545 853 2047 1115
      731 1827 789 1347 1101 1209 1160 340 1794 2196 1588 760 1662 2436 460 269 2290 714 1764 1035
      911 583 465 1497 1403 937 1418 3196 460 269 2971 1458 2498 1778 1537 1104 1176 2050 650 1455
      1975 1118 895 1936 158 1439 425 328 591 513 995 2068 1019 2897 2428 676 1817 698 1693 2185
      2565 1971 2631 3886 2974 550 2671 1159 2198 1479 1238 805 877 1751 949 1155 2280 863 1730 1183
      1098 851 457 1683 1500 1205 1178 668 1762 2250 2507 1799 2700 3231 2937 1281 320 328 724 471
      1048 2108 1157 1157 1724 2010 1273 2097 3188 2409 618 1109 792 1011 2428 1363 331 856 586 2187
      898 821 946 1754 428 1476 1827 1249 2707 1209 2105
      """;

  private static double[][] roads() {
    double[] km = Arrays.stream(ROADS.strip().split("\\s+")).mapToDouble(Double::valueOf).toArray();
    assertEquals(210, km.length);
    double[][] distances = new double[21][21];
    int next = 0;
    for (int column = 0; column < 21; column++) {
      for (int row = column + 1; row < 21; row++) {
        distances[row][column] = km[next];
        distances[column][row] = km[next++];
      }
    }
    return distances;
  }

  /** As R prints cmdscale(eurodist); the second axis is mirrored there. */
  @PublishedCase
  @Test
  void theMapOfEuropeanRoadsIsThatOfR() {
    ClassicalScaling map = ClassicalScaling.of(roads(), 2);
    double[] first = {
      2290.274680, -825.382790, 59.183341, -82.845973, -352.499435, 293.689633, 681.931545
    };
    double[] second = {
      1798.80293, 546.81148, -367.08135, -429.91466, -290.90843, -405.31194, -1108.64478
    };
    agree(first, Arrays.copyOf(map.axis(0), 7), 1e-5);
    agree(Arrays.stream(second).map(v -> -v).toArray(), Arrays.copyOf(map.axis(1), 7), 1e-5);
    agree(19538377.0895, map.eigenvalues()[0], 1e-4);
    agree(11856555.3340, map.eigenvalues()[1], 1e-4);
    assertTrue(map.eigenvalues()[20] < 0, "roads are no straight lines");
  }

  /** Points in a plane come back, turned, without stress. */
  @Test
  void pointsInAPlaneComeBack() {
    SplittableRandom random = new SplittableRandom(7);
    double[][] points = new double[30][2];
    for (double[] point : points) {
      point[0] = 5 * random.nextGaussian();
      point[1] = random.nextGaussian();
    }
    double[][] distances = new double[30][30];
    for (int i = 0; i < 30; i++) {
      for (int j = 0; j < i; j++) {
        distances[i][j] = Math.hypot(points[i][0] - points[j][0], points[i][1] - points[j][1]);
        distances[j][i] = distances[i][j];
      }
    }
    ClassicalScaling map = ClassicalScaling.of(distances, 2);
    assertEquals(0, map.stress(), 1e-12);
    for (int i = 0; i < 30; i++) {
      for (int j = 0; j < i; j++) {
        assertEquals(
            distances[i][j],
            Math.hypot(map.axis(0)[i] - map.axis(0)[j], map.axis(1)[i] - map.axis(1)[j]),
            1e-9);
      }
    }
    assertEquals(0, map.eigenvalues()[2], 1e-9);
    assertTrue(ClassicalScaling.of(distances, 1).stress() > 0.01, "a line bends a plane");
  }

  /** An equilateral triangle on a line: two of the three sides are bent. */
  @Test
  void stressIsThatOfTheMap() {
    double[][] triangle = {{0, 1, 1}, {1, 0, 1}, {1, 1, 0}};
    ClassicalScaling line = ClassicalScaling.of(triangle, 1);
    double[] x = line.axis(0);
    double squares = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < i; j++) {
        squares += Math.pow(1 - Math.abs(x[i] - x[j]), 2);
      }
    }
    assertEquals(Math.sqrt(squares / 3), line.stress(), 1e-12);
    assertTrue(
        Arrays.stream(x).max().orElseThrow() >= -Arrays.stream(x).min().orElseThrow() - 1e-9);
  }

  @Test
  void whatIsNoDistanceIsRefused() {
    double[][] lopsided = {{0, 1}, {2, 0}};
    double[][] away = {{1, 1}, {1, 0}};
    double[][] ragged = {{0, 1}, {1}};
    double[][] nothing = {{0, 0}, {0, 0}};
    double[][] line = {{0, 1, 2}, {1, 0, 1}, {2, 1, 0}};
    for (double[][] wrong : new double[][][] {lopsided, away, ragged, nothing}) {
      assertThrows(IllegalArgumentException.class, () -> ClassicalScaling.of(wrong, 1));
    }
    Exception flat =
        assertThrows(IllegalArgumentException.class, () -> ClassicalScaling.of(line, 2));
    assertEquals("the distances have fewer than 2 dimensions", flat.getMessage());
    assertThrows(IllegalArgumentException.class, () -> ClassicalScaling.of(line, 1).axis(1));
  }

  /** The eigenvalues of an equilateral triangle, and of two points; the first point lies right. */
  @Test
  void theEigenvaluesAddUpToTheMeanSquare() {
    double[][] triangle = {{0, 1, 1}, {1, 0, 1}, {1, 1, 0}};
    assertArrayEquals(
        new double[] {0.5, 0.5, 0}, ClassicalScaling.of(triangle, 2).eigenvalues(), 1e-12);
    double[][] pair = {{0, 6}, {6, 0}};
    ClassicalScaling map = ClassicalScaling.of(pair, 1);
    assertArrayEquals(new double[] {18, 0}, map.eigenvalues(), 1e-12);
    assertArrayEquals(new double[] {3, -3}, map.axis(0), 1e-12);
    map.axis(0)[0] = 9;
    map.eigenvalues()[0] = 9;
    assertEquals(3, map.axis(0)[0], 1e-12);
    assertEquals(18, map.eigenvalues()[0], 1e-12);
  }

  /** The unit of distance is of no matter to the stress, and stretches the map. */
  @Test
  void stressHasNoUnit() {
    double[][] plain = {{0, 3, 4, 2}, {3, 0, 5, 1}, {4, 5, 0, 4}, {2, 1, 4, 0}};
    ClassicalScaling map = ClassicalScaling.of(plain, 1);
    double[] x = map.axis(0);
    double errors = 0;
    double squares = 0;
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        errors += Math.pow(plain[i][j] - Math.abs(x[i] - x[j]), 2);
        squares += plain[i][j] * plain[i][j];
      }
    }
    assertEquals(Math.sqrt(errors / squares), map.stress(), 1e-12);
    for (double unit : new double[] {1e-6, 1e6}) {
      double[][] other =
          Arrays.stream(plain)
              .map(row -> Arrays.stream(row).map(v -> unit * v).toArray())
              .toArray(double[][]::new);
      ClassicalScaling scaled = ClassicalScaling.of(other, 1);
      assertEquals(map.stress(), scaled.stress(), 1e-12);
      assertEquals(unit * map.axis(0)[2], scaled.axis(0)[2], 1e-9 * unit);
    }
  }

  /** Two points may lie on one another; a map has fewer dimensions than points. */
  @Test
  void pointsMayCoincide() {
    double[][] twice = {{0, 0, 3}, {0, 0, 3}, {3, 3, 0}};
    assertArrayEquals(new double[] {-1, -1, 2}, ClassicalScaling.of(twice, 1).axis(0), 1e-12);
    String message =
        assertThrows(IllegalArgumentException.class, () -> ClassicalScaling.of(twice, 3))
            .getMessage();
    assertEquals("dimensions must lie between 1 and 2, not 3", message);
  }
}
