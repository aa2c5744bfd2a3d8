package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static speedbump.stats.Published.assertRelative;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.8, 0.95})
  void thatOfAPooledSlopeReachesAsFarDownAsUp(double level) {
    List<double[]> x = List.of(new double[] {1, 2, 4}, new double[] {3, 5, 7}, new double[] {2, 6});
    List<double[]> y = List.of(new double[] {2, 1, 4}, new double[] {3, 9, 8}, new double[] {5, 6});
    PooledSlope.Design design =
        PooledSlope.design(x, x, PooledSlope.Control.NONE, PooledSlope.Weights.OBSERVATIONS);
    PooledSlope pooled = design.fit(y);
    Interval interval = pooled.interval(level);
    double reach =
        Student.quantile((1 + level) / 2, design.degreesOfFreedom()) * pooled.standardError();
    assertRelative(reach, interval.upper() - interval.estimate(), 1e-12);
    assertRelative(reach, interval.estimate() - interval.lower(), 1e-12);
  }

  @Test
  void aPointIsAnIntervalAndBoundsTheWrongWayRoundAreNone() {
    assertEquals(2, new Interval(2, 2, 2, 0.95).lower());
    assertEquals(
        "the lower bound must be at or below the upper one, not 3.0 and 2.0",
        assertThrows(IllegalArgumentException.class, () -> new Interval(2, 3, 2, 0.95))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> new Interval(2, 2, 2, 1));
  }
}
