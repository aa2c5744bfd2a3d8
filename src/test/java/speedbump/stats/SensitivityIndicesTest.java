package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Agreement.agree;

import org.junit.jupiter.api.Test;
import speedbump.PublishedCase;

class SensitivityIndicesTest {

  /**
   * Ishigami's function, whose variance has a closed form: with a = 7 and b = 0.1, V = a^2/8 + b
   * pi^4/5 + b^2 pi^8/18 + 1/2, V1 = (1 + b pi^4/5)^2/2, V2 = a^2/8, V13 = 8 b^2 pi^8/225.
   */
  @PublishedCase
  @Test
  void ishigami() {
    double b = 0.1;
    double v1 = Math.pow(1 + b * Math.pow(Math.PI, 4) / 5, 2) / 2;
    double v2 = 49.0 / 8;
    double v13 = 8 * b * b * Math.pow(Math.PI, 8) / 225;
    double v = v1 + v2 + v13;
    SensitivityIndices indices =
        SensitivityIndices.of(
            u -> {
              double[] x = new double[3];
              for (int i = 0; i < 3; i++) {
                x[i] = Math.PI * (2 * u[i] - 1);
              }
              return Math.sin(x[0])
                  + 7 * Math.pow(Math.sin(x[1]), 2)
                  + b * Math.pow(x[2], 4) * Math.sin(x[0]);
            },
            3,
            1 << 13);
    assertArrayEquals(new double[] {v1 / v, v2 / v, 0}, indices.firstOrder(), 0.005);
    assertArrayEquals(new double[] {(v1 + v13) / v, v2 / v, v13 / v}, indices.total(), 0.005);
    assertEquals(3.5, indices.mean(), 0.005);
    assertEquals(v, indices.variance(), 0.05);
    // the values usually printed
    agree(0.3139, indices.firstOrder()[0], 0.005);
    agree(0.4424, indices.firstOrder()[1], 0.005);
  }

  /** Without interactions the first order is the total, and both are the shares of variance. */
  @Test
  void aSumHasNoInteractions() {
    SensitivityIndices indices =
        SensitivityIndices.of(u -> 1e6 + 1000 * (3 * u[0] + 4 * u[1]), 2, 1 << 12);
    assertArrayEquals(new double[] {0.36, 0.64}, indices.firstOrder(), 0.002);
    assertArrayEquals(new double[] {0.36, 0.64}, indices.total(), 0.002);
  }

  @Test
  void wrongInputIsNamed() {
    assertTrue(message(() -> SensitivityIndices.of(u -> 5, 2, 64)).contains("no variance"));
    assertTrue(message(() -> SensitivityIndices.of(u -> u[0], 0, 64)).contains("input"));
    assertTrue(message(() -> SensitivityIndices.of(u -> u[0], 1, 1)).contains("two points"));
    assertTrue(message(() -> SensitivityIndices.of(u -> Double.NaN, 1, 64)).contains("not finite"));
  }

  private static String message(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }

  /** Limits of inputs, points and answers. */
  @Test
  void limitsAreNamed() {
    assertTrue(
        message(() -> SensitivityIndices.of(u -> u[0], 501, 64))
            .contains("inputs must be at most"));
    assertEquals(
        "points must be at most 33333333 for 1 inputs, not 33333334",
        message(() -> SensitivityIndices.of(u -> u[0], 1, 33_333_334)));
    assertEquals(500, SensitivityIndices.of(u -> u[0], 500, 2).total().length);
    assertEquals(
        1e150,
        SensitivityIndices.of(u -> u[0] < 0.5 ? -1e150 : 1e150, 1, 64).variance() / 1e150,
        1e148);
    assertTrue(
        message(() -> SensitivityIndices.of(u -> 1.001e150 * Math.signum(u[0] - 0.5), 1, 64))
            .contains("too large"));
  }

  @Test
  void theRecordHoldsToItsTerms() {
    double[] one = {0.5};
    assertTrue(message(() -> new SensitivityIndices(one, new double[2], 0, 1)).contains("total 2"));
    assertTrue(message(() -> new SensitivityIndices(one, one, 0, 0)).contains("variance"));
    assertTrue(
        message(() -> new SensitivityIndices(one, one, 0, Double.POSITIVE_INFINITY))
            .contains("variance"));
    SensitivityIndices kept = new SensitivityIndices(one, one, 0, 1);
    one[0] = 9;
    kept.total()[0] = 9;
    kept.firstOrder()[0] = 9;
    assertEquals(0.5, kept.total()[0]);
    assertEquals(0.5, kept.firstOrder()[0]);
  }
}
