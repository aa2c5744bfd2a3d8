package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.stats.Published.assertRelative;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentRssTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void everyObservationGivesTheSumOfTheRegressionSoFar(int columns) {
    SplittableRandom random = new SplittableRandom(columns);
    SegmentRss segment = new SegmentRss(columns);
    for (int round = 0; round < 2; round++) {
      double[][] x = new double[12][];
      double[] y = random.doubles(12, 5, 9).toArray();
      for (int t = 0; t < x.length; t++) {
        x[t] = random.doubles(columns, -1, 3).toArray();
        double sum = segment.add(x[t], y[t]);
        assertEquals(t + 1 >= columns, segment.identified());
        if (t + 1 > columns) {
          double rss = LeastSquares.fit(Arrays.copyOf(y, t + 1), Arrays.copyOf(x, t + 1)).rss();
          assertRelative(rss, sum, 1e-8);
        }
      }
      segment.clear();
    }
  }

  /** Whether columns are alike hangs neither on their unit nor on what was forgotten. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 1, 1e15})
  void columnsAreAlikeInAnyUnit(double unit) {
    SegmentRss segment = new SegmentRss(2);
    for (double value : new double[] {0.3, 0.7, 1.1}) {
      segment.add(new double[] {unit * 0.1, unit * (0.1 + 1e-14 * value)}, value);
    }
    assertFalse(segment.identified());
    segment.clear();
    for (double value : new double[] {0.3, 0.7, 1.1}) {
      segment.add(new double[] {1e-12, 1e-12 * value}, value);
    }
    assertTrue(segment.identified());
  }
}
