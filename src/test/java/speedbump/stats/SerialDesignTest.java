package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Refusal.refused;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The critical values behind {@link PraisWinsten}, of a coefficient and of a ratio. */
class SerialDesignTest {
  private static final int N = 9;
  private static final double[] FIRST = {1, 0, 0};
  private static final double[] SECOND = {0, 1, 0};

  /** Designs are kept; a unit that no test had before makes one that no other test has asked. */
  private static final AtomicInteger UNIT = new AtomicInteger();

  /** Two columns, the first in some unit, and a constant. */
  private static double[][] x(double unit) {
    double[] wave = {0.3, 1.1, -0.4, 0.9, 0.2, -1.3, 0.8, 1.7, -0.6};
    return IntStream.range(0, N)
        .mapToObj(t -> new double[] {unit * (t - 4), wave[t], 1})
        .toArray(double[][]::new);
  }

  private static double unit() {
    return UNIT.incrementAndGet();
  }

  /**
   * Figures of an earlier run, kept so that no change goes unseen; that they are right is what the
   * coverage in PraisWinstenTest says.
   */
  @Test
  void theCriticalValuesStayWhatTheyWere() {
    SerialDesign design = SerialDesign.of(x(unit()));
    assertEquals(4.509833493315744, design.critical(0, 0.4, 0.95), 1e-9);
    assertEquals(1.4638712919245611, design.critical(1, 0.97, 0.8), 1e-9);
    assertEquals(0.6641101167403768, design.critical(0, -0.5, 0.5), 1e-9);
    assertEquals(6.623786188921368, design.critical(2, 0.6, 0.9), 1e-9);
  }

  /** Between two points of the grid of rho the value is between theirs, by distance. */
  @Test
  void interpolatesInRho() {
    SerialDesign design = SerialDesign.of(x(unit()));
    double left = design.critical(0, 0.4, 0.9);
    double right = design.critical(0, 0.55, 0.9);
    assertEquals(0.8 * left + 0.2 * right, design.critical(0, 0.43, 0.9), 1e-12);
    assertTrue(right > left, left + " then " + right);
  }

  /** Numerator less r times denominator is a coefficient once x is written otherwise. */
  @ParameterizedTest
  @ValueSource(ints = {-23, -17, -7, 0, 5, 12, 20})
  void theCriticalValueOfARatioIsThatOfACoefficient(int step) {
    double[][] plain = x(unit());
    double[] errors = PraisWinsten.fit(any(), plain, 0).standardErrors();
    // in units of the standard errors the steps are even angles
    double r = errors[0] / errors[1] * Math.tan(Math.PI * step / 48);
    SerialRatio ratio = SerialDesign.of(plain).ratio(FIRST, SECOND);
    // x1 b1 + x2 b2 = x1 (b1 - r b2) + (x2 + r x1) b2
    double[][] turned =
        Arrays.stream(plain)
            .map(row -> new double[] {row[0], row[1] + r * row[0], row[2]})
            .toArray(double[][]::new);
    double expected = SerialDesign.of(turned).critical(0, 0.4, 0.95);
    assertEquals(expected, ratio.critical(r, 0.4, 0.95), 1e-7);
  }

  private static double[] any() {
    return new double[] {3, 1, 4, 1, 5, 9, 2, 6, 5};
  }

  /** Between two angles it lies between their values; at infinity it is the denominator's. */
  @Test
  void aRatioIsInterpolatedByAngle() {
    double[][] plain = x(unit());
    double[] errors = PraisWinsten.fit(any(), plain, 0).standardErrors();
    double unit = errors[0] / errors[1];
    SerialDesign design = SerialDesign.of(plain);
    SerialRatio ratio = design.ratio(FIRST, SECOND);
    double left = ratio.critical(unit * Math.tan(Math.PI * 23 / 48), 0, 0.9);
    double last = design.critical(1, 0, 0.9);
    assertEquals(last, ratio.critical(Double.POSITIVE_INFINITY, 0, 0.9), 1e-9);
    assertEquals(last, ratio.critical(Double.NEGATIVE_INFINITY, 0, 0.9), 1e-9);
    double between = unit * Math.tan(Math.PI * 23.25 / 48);
    assertEquals(0.75 * left + 0.25 * last, ratio.critical(between, 0, 0.9), 1e-9);
  }

  @ParameterizedTest
  @CsvSource({"0.95, 3800", "0.5, 2000", "0.80001, 3201", "0.99999, 3999"})
  void takesTheOrderStatistic(double level, double expected) {
    // 7 has no divisor in common with 3,999: the numbers 1 to 3,999 in another order
    double[] t = new double[SerialDesign.DRAWS];
    Arrays.setAll(t, i -> 1 + 7.0 * i % t.length);
    assertEquals(expected, SerialDesign.quantile(t, level));
  }

  /** Twelve numbers are six rows of two or four of three. */
  @Test
  void isMadeOncePerColumns() {
    double[] values = {1, 2, 1, 5, 1, 3, 1, 4, 2, 1, 7, 3};
    SerialDesign six = SerialDesign.of(rows(values, 2));
    SerialDesign four = SerialDesign.of(rows(values, 3));
    assertEquals(6, six.observations());
    assertEquals(2, six.coefficients());
    assertEquals(4, four.observations());
    assertEquals(3, four.coefficients());
    assertSame(six, SerialDesign.of(rows(values, 2)));
    SerialRatio ratio = four.ratio(FIRST, SECOND);
    assertSame(ratio, four.ratio(FIRST.clone(), SECOND.clone()));
    assertNotSame(ratio, four.ratio(SECOND, FIRST));
  }

  private static double[][] rows(double[] values, int k) {
    return IntStream.range(0, values.length / k)
        .mapToObj(i -> Arrays.copyOfRange(values, i * k, (i + 1) * k))
        .toArray(double[][]::new);
  }

  @Test
  void wrongColumnsAreNamed() {
    refused("no rows", () -> SerialDesign.of(new double[0][]));
    refused("no rows", () -> SerialDesign.of(new double[9][0]));
    refused("no rows", () -> SerialDesign.of(new double[9][]));
    refused("row 1", () -> SerialDesign.of(new double[][] {{1, 2}, {1}, {1, 3}}));
    refused("without error", () -> PraisWinsten.fit(new double[N], x(1), 0.5));
    refused("without error", () -> PraisWinsten.fit(new double[N], x(1)));
  }

  /**
   * What x explains but for rounding has no error, in any unit; a scatter of a millionth is some.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1e-8, 1, 1e8})
  void aFitIsExactInAnyUnit(double unit) {
    double[] y = new double[N];
    Arrays.setAll(y, t -> unit * (3 + 2 * x(1)[t][0] - x(1)[t][1]));
    refused("without error", () -> PraisWinsten.fit(y, x(1)));
    refused("without error", () -> PraisWinsten.fit(y, x(1), 0.5));
    y[3] += 1e-6 * unit;
    assertTrue(PraisWinsten.fit(y, x(1)).standardErrors()[0] > 0);
    assertTrue(PraisWinsten.fit(y, x(1), 0.5).standardErrors()[0] > 0);
  }
}
