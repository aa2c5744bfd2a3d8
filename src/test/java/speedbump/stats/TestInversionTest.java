package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestInversionTest {
  /** Fieller's test of a - r b, both with standard error one, not correlated, critical value c. */
  private static DoubleFunction<TestInversion.Ends> fieller(double a, double b, double c) {
    return r ->
        new TestInversion.Ends(
            a - r * b - c * Math.sqrt(1 + r * r), a - r * b + c * Math.sqrt(1 + r * r));
  }

  private static Optional<Interval> ratio(double a, double b, double c) {
    return TestInversion.ratio(a, b, new TestInversion.Ends(b - c, b + c), fieller(a, b, c), 0.95);
  }

  /** (a - r b)^2 = c^2 (1 + r^2) is a quadratic equation in r. */
  @ParameterizedTest
  @CsvSource({
    "3, 10, 2",
    "3, -10, 2",
    "-3, 10, 2",
    "-3, -10, 2",
    "0, 5, 1",
    "0.001, 40, 0.01",
    "5e6, 4, 2",
    "-5e6, 4, 2",
    "7, 2.0001, 2"
  })
  void hasTheRootsOfFiellersEquation(double a, double b, double c) {
    Interval interval = ratio(a, b, c).orElseThrow();
    double root = c * Math.sqrt(a * a + b * b - c * c);
    double one = (a * b - root) / (b * b - c * c);
    double other = (a * b + root) / (b * b - c * c);
    double width = other - one;
    assertEquals(a / b, interval.estimate(), 1e-15 * Math.abs(a / b));
    assertEquals(one, interval.lower(), 1e-8 * width);
    assertEquals(other, interval.upper(), 1e-8 * width);
    assertEquals(0.95, interval.level());
  }

  /** A denominator whose interval ends at zero is not told from it. */
  @Test
  void aDenominatorThatTouchesZeroHasNone() {
    assertEquals(Optional.empty(), ratio(3, 2, 2));
    assertEquals(Optional.empty(), ratio(3, -2, 2));
    assertTrue(ratio(3, -2.001, 2).isPresent());
  }

  /** Where only one side is bounded there is no interval. */
  @Test
  void aSideWithoutEndHasNone() {
    TestInversion.Ends far = new TestInversion.Ends(1, 3);
    assertEquals(
        Optional.empty(),
        TestInversion.ratio(4, 2, far, r -> new TestInversion.Ends(3 - 2 * r, 1), 0.9));
    assertEquals(
        Optional.empty(),
        TestInversion.ratio(4, 2, far, r -> new TestInversion.Ends(-1, 5 - 2 * r), 0.9));
  }

  /** A contrast without width leaves the estimate alone. */
  @Test
  void noNoiseLeavesAPoint() {
    Interval point =
        TestInversion.ratio(
                6, 2, new TestInversion.Ends(2, 2), r -> ends(6 - 2 * r, 6 - 2 * r), 0.9)
            .orElseThrow();
    assertEquals(3, point.lower());
    assertEquals(3, point.upper());
  }

  private static TestInversion.Ends ends(double lower, double upper) {
    return new TestInversion.Ends(lower, upper);
  }
}
