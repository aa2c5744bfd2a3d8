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
}
