package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QuantileTest {
  @Test
  void smallCasesByHand() {
    double[] values = {40, 10, 20};
    // h = 2 p + 1: p = 0.25 lies half way between the first and the second
    assertArrayEquals(
        new double[] {10, 15, 20, 30, 40}, Quantile.linear(values, 0, 0.25, 0.5, 0.75, 1), 1e-13);
    assertArrayEquals(new double[] {40, 10, 20}, values, "left as it was");
    assertEquals(7, Quantile.linear(new double[] {7}, 0.3));
  }

  @Test
  void agreesWithSorting() {
    double[] values = new SplittableRandom(4).doubles(5000).toArray();
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    for (double p : new double[] {0.025, 0.1, 0.5, 0.975}) {
      double h = (sorted.length - 1) * p;
      int j = (int) h;
      assertEquals(
          sorted[j] + (h - j) * (sorted[j + 1] - sorted[j]), Quantile.linear(values, p), 1e-12);
    }
  }

  @Test
  void namesWhatIsWrong() {
    refuses(
        "sample has 0 values, at least 1 are needed", () -> Quantile.linear(new double[0], 0.5));
    refuses(
        "sample is not finite at index 0: NaN",
        () -> Quantile.linear(new double[] {Double.NaN}, 0.5));
    refuses(
        "probability must lie between 0 and 1, not 50.0",
        () -> Quantile.linear(new double[] {1}, 50));
  }

  private static void refuses(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
