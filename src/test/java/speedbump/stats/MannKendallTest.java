package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static speedbump.stats.Published.assertRelative;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import speedbump.PublishedCase;

class MannKendallTest {
  @PublishedCase
  @Test
  void agreesWithPyMannKendallOverGaps() {
    double[] positions = Published.column("series/mk_arbitrary_1d.csv", "i");
    double[] values = Published.column("series/mk_arbitrary_1d.csv", "x");
    int[] held = IntStream.range(0, values.length).filter(i -> !Double.isNaN(values[i])).toArray();
    MannKendall test =
        MannKendall.of(
            Arrays.stream(held).mapToDouble(i -> positions[i]).toArray(),
            Arrays.stream(held).mapToDouble(i -> values[i]).toArray());
    // pyMannKendall, tests/test_pymannkendall.py, original_test of arbitrary_1d_data
    assertEquals(353, test.observations());
    assertEquals(-1959, test.s());
    assertRelative(4889800.333333333, test.variance(), 1e-10);
    assertRelative(-0.8854562842589916, test.z(), 1e-10);
    assertRelative(0.37591058740506833, test.pTwoSided(), 1e-10);
    assertRelative(-0.006369426751592357, test.slope(), 1e-10);
  }

  @Test
  void smallCaseByHand() {
    // pairs: 2-1 up, 2-1 up, 2-2 tie, 5-1, 5-2, 5-2 up; one tie of two
    MannKendall test = MannKendall.of(new double[] {0, 1, 2, 4}, new double[] {1, 2, 2, 5});
    assertEquals(5, test.s());
    assertRelative((4 * 3 * 13 - 2 * 1 * 9) / 18.0, test.variance(), 1e-14);
    assertRelative(4 / Math.sqrt(138 / 18.0), test.z(), 1e-14);
    // slopes 1, 1/2, 0, 1, 1, 3/2
    assertEquals(1, test.slope());
  }

  @Test
  void recoversALineThroughAnOutlier() {
    double[] years = IntStream.range(1990, 2021).mapToDouble(t -> t).toArray();
    double[] values = Arrays.stream(years).map(t -> 5 - 0.25 * (t - 2000)).toArray();
    values[4] = 1e6;
    MannKendall test = MannKendall.of(years, values);
    assertRelative(-0.25, test.slope(), 1e-12);
  }

  @Test
  void doesNotChangeWithUnits() {
    double[] positions = {1, 2, 3, 5, 8};
    double[] values = {4, 2, 3, 1, 1.5};
    MannKendall plain = MannKendall.of(positions, values);
    MannKendall other =
        MannKendall.of(
            Arrays.stream(positions).map(v -> 12 * v + 100).toArray(),
            Arrays.stream(values).map(v -> 1000 * v).toArray());
    assertEquals(plain.z(), other.z());
    assertRelative(plain.slope() * 1000 / 12, other.slope(), 1e-12);
  }

  @Test
  void namesWhatIsWrong() {
    double[] three = {1, 2, 3};
    refuses("values has 2 values, at least 3 are needed", three, new double[2]);
    refuses("there are 3 positions and 4 values", three, new double[4]);
    refuses("all values are equal", three, new double[] {7, 7, 7});
    refuses("position 2 is not above the one before it: 2.0", new double[] {1, 2, 2}, three);
    refuses("values is not finite at index 1: NaN", three, new double[] {1, Double.NaN, 2});
  }

  private static void refuses(String message, double[] positions, double[] values) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> MannKendall.of(positions, values))
            .getMessage());
  }

  @Test
  void limitsAreNamed() {
    double[] many = IntStream.range(0, 10_001).asDoubleStream().toArray();
    refuses("values has 10001 of them, and pairs are kept of 10000", many, many);
    double[] three = {1, 2, 4};
    refuses(
        "position 1 is not above the one before it: 1.0000000000001E9",
        new double[] {1e9, 1e9 + 1e-4, 1e9 + 1},
        three);
    assertEquals(3, MannKendall.of(new double[] {1e-9, 1.001e-9, 2e-9}, three).s());
  }

  @Test
  void theRecordHoldsToItsTerms() {
    assertEquals(3, new MannKendall(1, 2, 0, 0, 3).observations());
    for (double variance : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> new MannKendall(1, variance, 0, 0, 3));
    }
    assertThrows(IllegalArgumentException.class, () -> new MannKendall(1, 2, 0, 0, 2));
    assertThrows(IllegalArgumentException.class, () -> new MannKendall(1, 2, Double.NaN, 0, 3));
    assertEquals(1, new MannKendall(0, 2, 0, 0, 3).pTwoSided(), 1e-15);
  }
}
