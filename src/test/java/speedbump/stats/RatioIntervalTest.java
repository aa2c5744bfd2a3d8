package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.stats.Published.assertRelative;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import speedbump.PublishedCase;
import speedbump.stats.LeastSquares.SerialErrors;

/** The interval of a ratio of coefficients, by inversion of a test. */
class RatioIntervalTest {
  private static final double[] SECOND = {0, 1, 0};
  private static final double[] FIRST = {1, 0, 0};
  private static final double[] BOTH = {1, 1, 0};

  private static double[] growth(String column) {
    double[] level = Published.column("series/macrodata.csv", column);
    return IntStream.range(1, level.length)
        .mapToDouble(t -> 400 * Math.log(level[t] / level[t - 1]))
        .toArray();
  }

  private static double[] investment() {
    return growth("realinv");
  }

  private static double[][] output() {
    double[] gdp = growth("realgdp");
    double[] rate = Published.column("series/macrodata.csv", "realint");
    return IntStream.range(0, gdp.length)
        .mapToObj(t -> new double[] {gdp[t], rate[t], 1})
        .toArray(double[][]::new);
  }

  private static LeastSquares macro() {
    return LeastSquares.fit(investment(), output());
  }

  private static double[] ends(Optional<Interval> ratio) {
    return new double[] {ratio.get().estimate(), ratio.get().lower(), ratio.get().upper()};
  }

  // statsmodels 0.15.0: OLS of the quasi-differences with the first row kept, rho .5; the ends are
  // the r at which t_test of numerator = r denominator has p = 1 - level (scipy 1.17.1, brentq)
  @PublishedCase
  @Test
  void agreesWithTheTestOfAnotherProgramWhereRhoIsGiven() {
    PraisWinsten fit = PraisWinsten.fit(investment(), output(), 0.5);
    assertRelative(
        new double[] {-0.196376414658572, -0.37501154834376, -0.02331989263660},
        ends(fit.ratio(SECOND, FIRST, 0.95)),
        1e-7);
    assertRelative(
        new double[] {0.8036235853414281, 0.6882316569521799, 0.9166617025245726},
        ends(fit.ratio(BOTH, FIRST, 0.8)),
        1e-7);
  }

  // the same with get_robustcov_results("HAC", maxlags = 4, use_correction = True, use_t = True)
  @PublishedCase
  @Test
  void agreesWithTheTestOfAnotherProgramAfterNeweyAndWest() {
    assertRelative(
        new double[] {-0.14036713649733, -0.28030431770346, -0.00699772083511},
        ends(macro().ratio(SECOND, FIRST, 0.95, SerialErrors.NEWEY_WEST)),
        1e-6);
  }

  /** A line of growth g until the middle, then of r g, with a jump between. */
  private static LeastSquares bent(int n, double ratio, double noise, double rho, long seed) {
    double[][] x =
        IntStream.range(0, n)
            .mapToObj(t -> new double[] {1, Math.min(0, t - n / 2.0), Math.max(0, t - n / 2.0)})
            .toArray(double[][]::new);
    double[] y = new double[n];
    if (noise > 0) {
      y = new Autoregression(rho, noise, 1).simulate(n, new SplittableRandom(seed));
    }
    for (int t = 0; t < n; t++) {
      y[t] += 0.4 * x[t][1] + 0.4 * ratio * x[t][2];
    }
    return LeastSquares.fit(y, x);
  }

  private static final double[] BEFORE = {0, 1, 0};
  private static final double[] AFTER = {0, 0, 1};

  @ParameterizedTest
  @EnumSource(SerialErrors.class)
  void aPlantedRatioIsRecovered(SerialErrors errors) {
    Interval ratio = bent(40, 0.6, 1e-6, 0, 1).ratio(AFTER, BEFORE, 0.8, errors).get();
    assertEquals(0.6, ratio.estimate(), 1e-5);
    assertEquals(0.6, ratio.lower(), 1e-5);
    assertEquals(0.6, ratio.upper(), 1e-5);
    assertTrue(ratio.lower() < ratio.upper());
  }

  /**
   * At 80 % it covers about four in five, whatever the ratio; where errors remember long, it covers
   * fewer, and fewer still of those that are bounded.
   */
  @ParameterizedTest
  @CsvSource({"1, 0, 0.76", "1, 0.5, 0.75", "0.25, 0.5, 0.75", "0.25, 0.8, 0.7"})
  void coversWhatItSays(double ratio, double rho, double least) {
    int draws = 500;
    int covered = 0;
    int usable = 0;
    for (int draw = 0; draw < draws; draw++) {
      Optional<Interval> found =
          bent(40, ratio, 1.0, rho, draw).ratio(AFTER, BEFORE, 0.8, SerialErrors.PRAIS_WINSTEN);
      if (found.isPresent()) {
        usable++;
        covered += found.get().lower() <= ratio && ratio <= found.get().upper() ? 1 : 0;
      }
    }
    assertTrue(usable > 0.9 * draws, usable + " of " + draws);
    double share = covered / (double) usable;
    assertTrue(share >= least && share <= 0.86, share + "");
  }

  /** It is the set of ratios that the interval of one coefficient does not reject. */
  @Test
  void theEndsAreWhereTheTestTurns() {
    int n = 40;
    LeastSquares fit = bent(n, 0.6, 1, 0.4, 7);
    double[] y = new double[n];
    double[][] x = new double[n][];
    double[] residuals = fit.residuals();
    double[] b = fit.coefficients();
    Interval ratio = fit.ratio(AFTER, BEFORE, 0.8, SerialErrors.PRAIS_WINSTEN).get();
    for (double r : new double[] {ratio.lower(), ratio.upper()}) {
      for (int t = 0; t < n; t++) {
        double before = Math.min(0, t - n / 2.0);
        double after = Math.max(0, t - n / 2.0);
        y[t] = b[0] + b[1] * before + b[2] * after + residuals[t];
        x[t] = new double[] {1, before + r * after, after};
      }
      Interval excess = PraisWinsten.fit(y, x).interval(2, 0.8);
      double edge = r == ratio.lower() ? excess.lower() : excess.upper();
      assertEquals(0, edge, 0.02 * (excess.upper() - excess.lower()), "at " + r);
    }
  }

  @ParameterizedTest
  @EnumSource(SerialErrors.class)
  void aDenominatorOfNothingHasNoBoundedRatio(SerialErrors errors) {
    double[][] x =
        IntStream.range(0, 30)
            .mapToObj(t -> new double[] {1, t % 2, t / 10.0})
            .toArray(double[][]::new);
    double[] y = new Autoregression(0, 1, 1).simulate(30, new SplittableRandom(3));
    for (int t = 0; t < y.length; t++) {
      y[t] += 5 * x[t][2];
    }
    LeastSquares fit = LeastSquares.fit(y, x);
    assertEquals(Optional.empty(), fit.ratio(new double[] {0, 0, 1}, BEFORE, 0.99, errors));
    assertTrue(fit.ratio(BEFORE, new double[] {0, 0, 1}, 0.99, errors).isPresent());
  }

  @ParameterizedTest
  @EnumSource(SerialErrors.class)
  void unitsDoNotMatter(SerialErrors errors) {
    double[] y = investment();
    double[][] x = output();
    double[] plain = ends(LeastSquares.fit(y, x).ratio(SECOND, FIRST, 0.8, errors));
    double[] scaled = Arrays.stream(y).map(value -> -3e6 * value).toArray();
    assertRelative(
        plain, ends(LeastSquares.fit(scaled, x).ratio(SECOND, FIRST, 0.8, errors)), 1e-6);
    double[][] other =
        Arrays.stream(x)
            .map(row -> new double[] {1e-4 * row[0], 1e-4 * row[1], row[2]})
            .toArray(double[][]::new);
    assertRelative(plain, ends(LeastSquares.fit(y, other).ratio(SECOND, FIRST, 0.8, errors)), 1e-6);
  }

  @Test
  void wrongWeightsAreNamed() {
    PraisWinsten fit = macro().praisWinsten();
    assertTrue(message(() -> fit.ratio(FIRST, FIRST, 0.8)).contains("multiples"));
    assertTrue(message(() -> fit.ratio(new double[3], FIRST, 0.8)).contains("numerator"));
    assertTrue(message(() -> fit.ratio(FIRST, new double[2], 0.8)).contains("denominator"));
    assertTrue(message(() -> fit.ratio(FIRST, SECOND, 80)).contains("level"));
  }

  private static String message(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }
}
