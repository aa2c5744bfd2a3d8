package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Refusal.refused;
import static speedbump.stats.Published.assertRelative;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedbump.PublishedCase;

class SlopeBreakTest {
  private static final int SERIES = 2_000;

  private static double[] years(int n, double first) {
    return IntStream.range(0, n).mapToDouble(i -> first + i).toArray();
  }

  private static double rho(double[] y, double[] times) {
    double[][] line =
        Arrays.stream(times).mapToObj(t -> new double[] {1, t}).toArray(double[][]::new);
    return PraisWinsten.fit(y, line).rho();
  }

  @PublishedCase
  @Test
  void agreesWithNumpyOnTheNile() {
    // numpy 2.4.6: least squares of quasi-differences with the corrected coefficient, at each of 71
    // years
    SlopeBreak test = SlopeBreak.of(years(100, 1871), 0.15, 99);
    assertEquals(71, test.dates().length);
    SlopeBreak.Result result = test.test(Published.nile(), 0.5);
    assertRelative(3.390215634128027, result.upT(), 1e-9);
    assertEquals(1913, result.upAt());
    assertRelative(0.9444937299991272, result.downT(), 1e-9);
    assertEquals(1955, result.downAt());
  }

  // without a bend p lies below 0.05 so often as it says, or less, whatever the memory of the
  // errors
  @ParameterizedTest
  @CsvSource({"13, 0", "13, 0.4", "13, 0.7", "25, 0", "25, 0.4", "25, 0.7"})
  void keepsItsSizeAtShortLengths(int n, double memory) {
    double[] times = years(n, 2000.5);
    SlopeBreak test = SlopeBreak.of(times, 0.15, 1_999);
    Autoregression errors = new Autoregression(memory, 3, 1);
    SplittableRandom random = new SplittableRandom(77);
    int up = 0;
    int down = 0;
    for (int i = 0; i < SERIES; i++) {
      double[] y = errors.simulate(n, random);
      SlopeBreak.Result result = test.test(y, rho(y, times));
      up += result.upP() <= 0.05 ? 1 : 0;
      down += result.downP() <= 0.05 ? 1 : 0;
    }
    assertTrue(up > 0.02 * SERIES && up < 0.07 * SERIES, "up " + up);
    assertTrue(down > 0.02 * SERIES && down < 0.07 * SERIES, "down " + down);
  }

  @Test
  void findsAPlantedBendAndItsDirection() {
    double[] times = years(25, 1998.5);
    double[] e = new Autoregression(0.2, 0.05, 1).simulate(25, new SplittableRandom(2));
    SlopeBreak test = SlopeBreak.of(times, 0.15, 999);
    for (int sign : new int[] {1, -1}) {
      double[] y =
          IntStream.range(0, 25)
              .mapToDouble(i -> 0.1 * i + sign * 0.2 * Math.max(0, i - 12) + e[i])
              .toArray();
      SlopeBreak.Result result = test.test(y, 0.2);
      double p = sign > 0 ? result.upP() : result.downP();
      double at = sign > 0 ? result.upAt() : result.downAt();
      assertTrue(p < 0.01, "p " + p);
      assertEquals(2010.5, at, 1);
      assertTrue((sign > 0 ? result.downP() : result.upP()) > 0.5);
    }
  }

  @Test
  void datesLeaveTheirShareOnEitherSide() {
    SlopeBreak test = SlopeBreak.of(years(13, 2012.5), 0.15, 9);
    assertEquals(2013.5, test.dates()[0]);
    assertEquals(2022.5, test.dates()[test.dates().length - 1]);
  }

  @Test
  void doesNotDependOnTheUnit() {
    double[] times = years(20, 2000);
    double[] y = new Autoregression(0.3, 1, 1).simulate(20, new SplittableRandom(6));
    SlopeBreak test = SlopeBreak.of(times, 0.15, 499);
    SlopeBreak.Result plain = test.test(y, 0.3);
    SlopeBreak.Result other = test.test(Arrays.stream(y).map(v -> 40 - 7 * v).toArray(), 0.3);
    assertRelative(plain.upT(), -other.downT(), 1e-9);
    assertEquals(plain.upAt(), other.downAt());
    assertEquals(plain.upP(), other.downP());
  }

  @Test
  void refusesWhatItCannotTell() {
    double[] times = years(20, 2000);
    SlopeBreak test = SlopeBreak.of(times, 0.15, 9);
    assertThrows(IllegalArgumentException.class, () -> test.test(times, 0.3));
    assertThrows(IllegalArgumentException.class, () -> test.test(new double[3], 0.3));
    assertThrows(IllegalArgumentException.class, () -> test.test(Published.nile(), Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> SlopeBreak.of(years(7, 0), 0.15, 9));
    assertThrows(IllegalArgumentException.class, () -> SlopeBreak.of(times, 0.6, 9));
    assertThrows(IllegalArgumentException.class, () -> SlopeBreak.of(new double[20], 0.15, 9));
  }

  /** Figures of an earlier run, kept so that no change of the simulation goes unseen. */
  @Test
  void theChancesStayWhatTheyWere() {
    double[] y = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3};
    SlopeBreak test = SlopeBreak.of(years(10, 2000), 0.2, 499);
    assertEquals(0.7667667667667668, test.test(y, 0.4).upP(), 1e-12);
    assertEquals(0.24124124124124124, test.test(y, 0.4).downP(), 1e-12);
    assertEquals(0.3213213213213213, test.test(y, 0.97).downP(), 1e-12);
    assertEquals(0.11911911911911911, test.test(y, -0.5).downP(), 1e-12);
    assertEquals(0.25325325325325326, test.test(y, 0.5).downP(), 1e-12);
  }

  /** The t values of all dates are those of the regressions, the largest and smallest count. */
  @Test
  void tValuesAreThoseOfTheRegressions() {
    double[] times = {0, 1, 2, 4, 5, 7, 8, 9, 11, 12};
    double[] y = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3};
    SlopeBreak test = SlopeBreak.of(times, 0.2, 9);
    double[] dates = test.dates();
    assertArrayEquals(new double[] {1, 2, 4, 5, 7, 8, 9}, dates);
    double[] t = test.tValues(y);
    for (int i = 0; i < dates.length; i++) {
      PraisWinsten fit = PraisWinsten.fit(y, SlopeBreak.bent(times, dates[i]));
      assertEquals(fit.coefficients()[2] / fit.standardErrors()[2], t[i], 1e-9);
    }
    SlopeBreak.Result result = test.test(y, 0);
    assertEquals(Arrays.stream(t).max().getAsDouble(), result.upT());
    assertEquals(Arrays.stream(t).min().getAsDouble(), result.downT());
    times[0] = 99;
    dates[0] = 99;
    assertEquals(1, test.dates()[0]);
  }

  @Test
  void aBentLineBendsOnce() {
    assertArrayEquals(
        new double[][] {{1, 0, 0}, {1, 1, 0}, {1, 2, 0.5}, {1, 5, 3.5}},
        SlopeBreak.bent(new double[] {10, 11, 12, 15}, 11.5));
  }

  @Test
  void limitsAreNamed() {
    refused("there may be 10000 times, not 10001", () -> SlopeBreak.of(years(10_001, 0), 0.5, 9));
    double[] twice = years(9, 0);
    twice[1] = 0;
    refused("times must ascend: 0.0 stands before 0.0", () -> SlopeBreak.of(twice, 0.2, 9));
    double[] back = years(9, 0);
    back[8] = 6;
    refused("times must ascend: 7.0 stands before 6.0", () -> SlopeBreak.of(back, 0.2, 9));
    refused("least must be above 0", () -> SlopeBreak.of(years(9, 0), 0, 9));
    refused("at most 0.5", () -> SlopeBreak.of(years(9, 0), 0.51, 9));
    refused("9 times leave no date with 5", () -> SlopeBreak.of(years(9, 0), 0.5, 9));
    refused("draws", () -> SlopeBreak.of(years(9, 0), 0.2, 0));
    SlopeBreak middle = SlopeBreak.of(years(8, 0), 0.5, 9);
    assertArrayEquals(new double[] {3}, middle.dates());
    double[] y = {3, 1, 4, 1, 5, 9, 2, 6};
    refused("rho must lie between -0.5 and 0.97", () -> middle.test(y, 0.971));
    refused("rho must lie between -0.5 and 0.97", () -> middle.test(y, -0.51));
    refused("7 values for 8 times", () -> middle.test(new double[7], 0));
  }
}
