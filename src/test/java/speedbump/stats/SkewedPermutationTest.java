package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SkewedPermutationTest {
  /** Ten ones among five hundred: two drawn hold one or more with 1 - 490 x 489 / (500 x 499). */
  @Test
  void aSkewedPoolIsDrawnOnItsOwnSide() {
    double[] rest = new double[498];
    Arrays.fill(rest, 0, 9, 1);
    int draws = 10_000;
    Permutation.Result result =
        Permutation.differenceOfMeans(
            new double[] {1, 0}, rest, Permutation.Direction.GREATER, draws, 5);
    assertFalse(result.exact());
    double p = 1 - 490 * 489 / (500.0 * 499);
    assertEquals(p, result.pValue(), 4 * Math.sqrt(p * (1 - p) / draws));
  }
}
