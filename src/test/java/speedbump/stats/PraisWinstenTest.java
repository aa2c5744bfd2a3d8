package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Agreement.agree;
import static speedbump.stats.Published.assertRelative;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.PublishedCase;
import speedbump.data.Catalog;
import tech.tablesaw.api.Table;

class PraisWinstenTest {
  private static double[][] columns(double[]... columns) {
    return IntStream.range(0, columns[0].length)
        .mapToObj(t -> Arrays.stream(columns).mapToDouble(column -> column[t]).toArray())
        .toArray(double[][]::new);
  }

  private static double[] each(int n, DoubleUnaryOperator value) {
    return IntStream.range(0, n).mapToDouble(value::applyAsDouble).toArray();
  }

  private static double[][] trend(int n) {
    return columns(each(n, t -> 1), each(n, t -> t));
  }

  private static double[] noise(int n, double rho, long seed) {
    return new Autoregression(rho, 1, 1).simulate(n, new SplittableRandom(seed));
  }

  /** The quasi-differences, made row by row: from the first with its root, or from the second. */
  private static LeastSquares byHand(double[] y, double[][] x, double rho, boolean first) {
    int n = y.length;
    int k = x[0].length;
    int lost = first ? 0 : 1;
    double[] outcome = new double[n - lost];
    double[][] rows = new double[n - lost][k];
    for (int t = lost; t < n; t++) {
      double own = t == 0 ? Math.sqrt(1 - rho * rho) : 1;
      double before = t == 0 ? 0 : rho;
      outcome[t - lost] = own * y[t] - before * y[Math.max(0, t - 1)];
      for (int j = 0; j < k; j++) {
        rows[t - lost][j] = own * x[t][j] - before * x[Math.max(0, t - 1)][j];
      }
    }
    return LeastSquares.fit(outcome, rows);
  }

  private static double[] residuals(double[] y, double[][] x, double[] b) {
    return each(
        y.length,
        t ->
            y[(int) t] - IntStream.range(0, b.length).mapToDouble(j -> b[j] * x[(int) t][j]).sum());
  }

  @Nested
  class OfOthers {
    private static double[] growth(String column) {
      double[] level = Published.column("series/macrodata.csv", column);
      return each(level.length - 1, t -> 400 * Math.log(level[(int) t + 1] / level[(int) t]));
    }

    // R prais, prais_winsten(lchnimp ~ lchempi + lgas + lrtwex + befile6 + affile6 + afdec6, data
    // = barium): README of github.com/franzmohr/prais, of the year 2019 for rho and the
    // coefficients, of a later README (github.com/franzmohr/prais) for the standard errors,
    // computed otherwise
    // before.
    // Its rho is that of the regression of e_t on e_(t-1), and it stops after the seventh
    @PublishedCase
    @Test
    void agreesWithTheProgramOfR() {
      double[] y = Published.column("series/barium.csv", "lchnimp");
      double[][] x =
          columns(
              each(y.length, t -> 1),
              Published.column("series/barium.csv", "lchempi"),
              Published.column("series/barium.csv", "lgas"),
              Published.column("series/barium.csv", "lrtwex"),
              Published.column("series/barium.csv", "befile6"),
              Published.column("series/barium.csv", "affile6"),
              Published.column("series/barium.csv", "afdec6"));
      double[] path = new double[7];
      PraisWinsten fit = null;
      for (int i = 0; i < path.length; i++) {
        fit = PraisWinsten.fit(y, x, i == 0 ? 0 : path[i - 1]);
        double[] e = residuals(y, x, fit.coefficients());
        double squares = 0;
        double products = 0;
        for (int t = 1; t < e.length; t++) {
          squares += e[t - 1] * e[t - 1];
          products += e[t] * e[t - 1];
        }
        path[i] = products / squares;
      }
      assertEquals(131, y.length);
      agree(
          new double[] {
            0.2707524, 0.2910357, 0.2930022, 0.2931959, 0.2932150, 0.2932169, 0.2932170
          },
          path,
          5.1e-8);
      agree(
          new double[] {
            -37.07769023, 2.94094946, 1.04637980, 1.13279139, -0.01647866, -0.03315632, -0.57681221
          },
          fit.coefficients(),
          5.1e-9);
      agree(
          new double[] {22.77830, 0.63284, 0.97734, 0.50666, 0.31938, 0.32181, 0.34199},
          fit.standardErrors(),
          5.1e-6);
    }

    // Stata, prais, corc rhotype(tscorr), as printed in statsmodels' tests: the same differences
    // but for the first row
    @PublishedCase
    @Test
    void withoutTheFirstRowTheDifferencesAreThoseOfStata() {
      double[] y = growth("realinv");
      double[] rate = Published.column("series/macrodata.csv", "realint");
      double[][] x =
          columns(growth("realgdp"), Arrays.copyOf(rate, y.length), each(y.length, t -> 1));
      double rho = 0;
      for (int i = 0; i < 50; i++) {
        rho = Autoregression.firstOrder(residuals(y, x, byHand(y, x, rho, false).coefficients()));
      }
      LeastSquares fit = byHand(y, x, rho, false);
      assertEquals(201, fit.observations());
      assertRelative(-0.1080744185979703, rho, 1e-7);
      assertRelative(
          new double[] {4.3704012379033, -0.5792713865784, -9.509886614971},
          fit.coefficients(),
          1e-7);
      assertRelative(
          new double[] {0.20815070994319, 0.26801792119756, 0.99049648344574},
          fit.standardErrors(fit.covariance()),
          1e-7);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.99, -0.5, 0, 0.3, 0.8, 0.97})
    void aKnownRhoIsLeastSquaresOnTheDifferences(double rho) {
      int n = 25;
      double[] step = each(n, t -> t < 9 ? 0 : 1);
      double[][][] designs = {
        columns(each(n, t -> 1)),
        columns(each(n, t -> 1), each(n, t -> 1990 + t)),
        columns(each(n, t -> 1), each(n, t -> t), step, each(n, t -> Math.max(0, t - 9))),
        columns(each(n, t -> 1e-3 * Math.sin(3 * t)), each(n, t -> 1e6 * Math.cos(t * t))),
      };
      double[] y = noise(n, 0.6, 3);
      for (double[][] x : designs) {
        PraisWinsten fit = PraisWinsten.fit(y, x, rho);
        LeastSquares hand = byHand(y, x, rho, true);
        assertRelative(hand.coefficients(), fit.coefficients(), 1e-9);
        assertRelative(hand.standardErrors(hand.covariance()), fit.standardErrors(), 1e-9);
        assertEquals(rho, fit.rho());
        for (int j = 0; j < x[0].length; j++) {
          Interval student = hand.interval(j, 0.9, hand.covariance());
          assertRelative(student.lower(), fit.interval(j, 0.9).lower(), 1e-8);
          assertRelative(student.upper(), fit.interval(j, 0.9).upper(), 1e-8);
        }
      }
    }
  }

  @Nested
  class ByHand {
    // on a constant: squares 8, products 1 - 1 + 1 - 1 + 1 - 1 + 1 = 1, (8 / 8 + 2) / (8 - 4)
    @Test
    void rhoIsCorrectedForItsBias() {
      double[] y = {1, 1, -1, -1, 1, 1, -1, -1};
      PraisWinsten fit = PraisWinsten.fit(y, columns(each(8, t -> 1)));
      assertEquals(0.75, fit.rho(), 1e-12);
      assertEquals(0.75, PraisWinsten.corrected(y), 1e-12);
      // and then fitted as with a rho that is known
      PraisWinsten known = PraisWinsten.fit(y, columns(each(8, t -> 1)), 0.75);
      assertEquals(known.coefficients()[0], fit.coefficients()[0], 1e-12);
      assertEquals(known.standardErrors()[0], fit.standardErrors()[0], 1e-12);
      // weights 1 - rho^2 + (1 - rho)^2 of the ends, (1 - rho)^2 within: those of the ends cancel
      assertEquals(0, fit.coefficients()[0], 1e-12);
    }

    @Test
    void rhoStaysWithinItsBounds() {
      double[] alternating = {1, -1, 1, -1, 1, -1, 1, -1};
      double[] wandering = {-7, -5, -3, -1, 1, 3, 5, 7};
      assertEquals(-0.5, PraisWinsten.corrected(alternating));
      assertEquals(0.97, PraisWinsten.corrected(wandering));
      assertEquals(-0.5, PraisWinsten.fit(alternating, columns(each(8, t -> 1))).rho());
      assertEquals(0.97, PraisWinsten.fit(wandering, columns(each(8, t -> 1))).rho());
      // a rho that is given is nobody's estimate
      assertEquals(-0.9, PraisWinsten.fit(alternating, columns(each(8, t -> 1)), -0.9).rho());
    }

    @Test
    void theErrorOfRhoGrowsWithItsCorrection() {
      // sqrt(0.64 / 16) 16 / (16 - 4)
      assertEquals(0.2 * 16 / 12, PraisWinsten.standardError(0.6, 16), 1e-15);
    }

    @Test
    void theConstantsAreThoseOfTheRegistry() {
      assertEquals(PraisWinsten.ADDED, registered("rho_correction_added"));
      assertEquals(PraisWinsten.SUBTRACTED, registered("rho_correction_subtracted"));
      assertEquals(PraisWinsten.LEAST_RHO, registered("rho_least"));
      assertEquals(PraisWinsten.GREATEST_RHO, registered("rho_greatest"));
      assertEquals(PraisWinsten.LEAST_OBSERVATIONS, registered("rho_options_below_points"));
      assertEquals(Autoregression.RHO_OF_A_SHORT_SERIES, registered("rho_option_high"));
      assertEquals(0, registered("rho_option_low"));
      assertTrue(registered("least_simulated_series") <= PraisWinsten.DRAWS);
      for (int n : new int[] {2, 8, 15, 60, 100, 500}) {
        double lag =
            registered("newey_west_lag_factor")
                * Math.pow(
                    n / registered("newey_west_lag_points"), registered("newey_west_lag_exponent"));
        assertEquals(
            Math.max(registered("newey_west_least_lag"), Math.floor(lag)),
            LeastSquares.automaticLags(n));
      }
    }

    private static double registered(String key) {
      Table all = Catalog.shared().table("claims/machinery");
      Table own = all.where(all.stringColumn("constant").isEqualTo(key));
      assertEquals(1, own.rowCount(), key);
      return own.doubleColumn("value").get(0);
    }
  }

  @Nested
  class MadeUp {
    private static final int DRAWS = 4_000;

    /**
     * Goals of the registry's readings; two standard errors of 4,000 draws below them is missed.
     */
    @ParameterizedTest
    @CsvSource({
      "8, 0, 0.92", "8, 0.5, 0.89", "8, 0.8, 0.85",
      "15, 0, 0.94", "15, 0.5, 0.92", "15, 0.8, 0.89",
      "30, 0, 0.95", "30, 0.5, 0.94", "30, 0.8, 0.90"
    })
    void aTrendIsCovered(int n, double rho, double goal) {
      double[][] x = trend(n);
      Autoregression errors = new Autoregression(rho, 2, 1);
      SplittableRandom random = new SplittableRandom(1954);
      int covered = 0;
      for (int draw = 0; draw < DRAWS; draw++) {
        double[] e = errors.simulate(n, random);
        double[] y = each(n, t -> 7 - 0.3 * t + e[(int) t]);
        Interval interval = PraisWinsten.fit(y, x).interval(1, 0.95);
        covered += interval.lower() <= -0.3 && -0.3 <= interval.upper() ? 1 : 0;
      }
      double share = covered / (double) DRAWS;
      double error = Math.sqrt(goal * (1 - goal) / DRAWS);
      assertTrue(share >= goal - 2 * error, "covered " + share);
      // an interval that always covers says nothing
      assertTrue(share < 0.99, "covered " + share);
    }

    /** The quantile by other draws of the same model, each series with a rho of its own. */
    @ParameterizedTest
    @CsvSource({"12, 0.2, 0", "12, 0.2, 1", "25, 0.7, 1"})
    void theCriticalValueIsThatOfSeriesOfItsKind(int n, double rho, int coefficient) {
      double[][] x = trend(n);
      PraisWinsten fit = PraisWinsten.fit(noise(n, rho, 8), x);
      Interval interval = fit.interval(coefficient, 0.9);
      double critical =
          (interval.upper() - interval.estimate()) / fit.standardErrors()[coefficient];
      assertEquals(interval.estimate(), fit.coefficients()[coefficient]);
      assertRelative(
          interval.upper() - interval.estimate(), interval.estimate() - interval.lower(), 1e-9);
      SplittableRandom random = new SplittableRandom(29);
      double spread = Math.sqrt((1 - fit.rho() * fit.rho()) / n) * n / (n - 4);
      double[] t = new double[20_000];
      for (int i = 0; i < t.length; i++) {
        double own = Math.min(0.97, Math.max(-0.5, fit.rho() + spread * random.nextGaussian()));
        PraisWinsten drawn = PraisWinsten.fit(new Autoregression(own, 1, 1).simulate(n, random), x);
        t[i] = Math.abs(drawn.coefficients()[coefficient] / drawn.standardErrors()[coefficient]);
      }
      Arrays.sort(t);
      // a quantile of 3,999 draws errs by about 1.5 %, and it is interpolated over rho
      assertRelative(t[(int) (0.9 * t.length)], critical, 0.05);
      assertTrue(critical > Student.quantile(0.95, n - 2));
    }

    @Test
    void recoversPlantedErrors() {
      int n = 4_000;
      double[] e = noise(n, 0.7, 6);
      double[] wave = each(n, Math::sin);
      double[] y = each(n, t -> 5 + 2 * wave[(int) t] + e[(int) t]);
      PraisWinsten fit = PraisWinsten.fit(y, columns(each(n, t -> 1), wave));
      assertEquals(0.7, fit.rho(), 4 * Math.sqrt((1 - 0.49) / n));
      assertEquals(5, fit.coefficients()[0], 4 * fit.standardErrors()[0]);
      assertEquals(2, fit.coefficients()[1], 4 * fit.standardErrors()[1]);
      // of a mean: innovation over (1 - rho) sqrt(n)
      assertRelative(1 / 0.3 / Math.sqrt(n), fit.standardErrors()[0], 0.1);
    }

    @Test
    void hangsOnNoUnitAndOnNoOrderOfColumns() {
      int n = 20;
      double[] y = noise(n, 0.5, 12);
      double[] one = each(n, t -> 1);
      double[] years = each(n, t -> t);
      double[] wave = each(n, t -> Math.sin(2 * t));
      PraisWinsten fit = PraisWinsten.fit(y, columns(one, years, wave));
      PraisWinsten other =
          PraisWinsten.fit(
              each(n, t -> 1e-6 * (y[(int) t] + 40 - 3 * t)),
              columns(each(n, t -> 1e3 * wave[(int) t]), each(n, t -> 2000 + t), one));
      assertRelative(fit.rho(), other.rho(), 1e-7);
      for (double level : new double[] {0.5, 0.95}) {
        Interval plain = fit.interval(2, level);
        Interval scaled = other.interval(0, level);
        assertRelative(1e-9 * plain.estimate(), scaled.estimate(), 1e-6);
        assertRelative(1e-9 * plain.lower(), scaled.lower(), 1e-6);
        assertRelative(1e-9 * plain.upper(), scaled.upper(), 1e-6);
        assertEquals(level, plain.level());
      }
      Interval slope = fit.interval(1, 0.95);
      Interval moved = other.interval(1, 0.95);
      assertRelative(1e-6 * slope.upper(), moved.upper() + 3e-6, 1e-6);
      assertTrue(slope.upper() > fit.interval(1, 0.9).upper());
    }

    @Test
    void isTheSameFromLeastSquares() {
      double[] y = noise(20, 0.5, 13);
      double[] wave = each(20, t -> Math.sin(2 * t));
      LeastSquares fit = LeastSquares.withConstant(y, wave);
      PraisWinsten own = PraisWinsten.fit(y, columns(each(20, t -> 1), wave));
      assertEquals(own.interval(1, 0.9), fit.praisWinsten().interval(1, 0.9));
      assertEquals(
          own.interval(1, 0.9), fit.interval(1, 0.9, LeastSquares.SerialErrors.PRAIS_WINSTEN));
      assertEquals(
          PraisWinsten.fit(y, columns(each(20, t -> 1), wave), 0.2).interval(1, 0.9),
          fit.praisWinsten(0.2).interval(1, 0.9));
    }

    @Test
    void keepsItsOwnCopies() {
      double[] y = noise(20, 0.5, 14);
      double[][] x = trend(20);
      PraisWinsten fit = PraisWinsten.fit(y, x);
      double[] before = fit.coefficients();
      y[3] = 99;
      x[4][1] = 99;
      fit.coefficients()[0] = 99;
      fit.standardErrors()[0] = 99;
      assertArrayEquals(before, fit.coefficients());
      assertTrue(fit.standardErrors()[0] < 99);
      assertEquals(before[0], PraisWinsten.fit(noise(20, 0.5, 14), trend(20)).coefficients()[0]);
    }
  }

  @Nested
  class Hostile {
    private void refuses(String message, Runnable call) {
      assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    @Test
    void namesWhatIsWrong() {
      double[] y = noise(20, 0.5, 15);
      double[][] x = trend(20);
      refuses(
          "y has 7 values, fewer than the 8 from which rho can be estimated: give rho",
          () -> PraisWinsten.fit(Arrays.copyOf(y, 7), trend(7)));
      assertEquals(0.5, PraisWinsten.fit(Arrays.copyOf(y, 7), trend(7), 0.5).rho());
      assertTrue(Double.isFinite(PraisWinsten.fit(Arrays.copyOf(y, 8), trend(8)).rho()));
      refuses(
          "residuals has 7 values, at least 8 are needed",
          () -> PraisWinsten.corrected(Arrays.copyOf(y, 7)));
      refuses(
          "all residuals are zero: they have no autocorrelation",
          () -> PraisWinsten.corrected(new double[8]));
      refuses("x has 19 rows and y has 20 values", () -> PraisWinsten.fit(y, trend(19)));
      refuses("x has 19 rows and y has 20 values", () -> PraisWinsten.fit(y, trend(19), 0));
      refuses(
          "y is not finite at index 1: NaN",
          () -> PraisWinsten.fit(new double[] {1, Double.NaN, 2, 3, 4, 5, 6, 7}, trend(8)));
      double[][] infinite = trend(20);
      infinite[3][1] = Double.NEGATIVE_INFINITY;
      refuses("x is not finite at row 3, column 1: -Infinity", () -> PraisWinsten.fit(y, infinite));
      for (double rho : new double[] {-1, 1, 1.2, Double.NaN}) {
        refuses("rho must lie between -1 and 1, not " + rho, () -> PraisWinsten.fit(y, x, rho));
      }
      PraisWinsten fit = PraisWinsten.fit(y, x);
      refuses("there is no coefficient 2 among 2", () -> fit.interval(2, 0.95));
      refuses("there is no coefficient -1 among 2", () -> fit.interval(-1, 0.95));
      for (double level : new double[] {0, 1, -0.1, Double.NaN}) {
        assertTrue(
            assertThrows(IllegalArgumentException.class, () -> fit.interval(1, level))
                .getMessage()
                .contains("level must lie between 0 and 1, not " + level));
      }
    }

    @Test
    void aFitWithoutErrorHasNoNoise() {
      refuses("x fits y without error", () -> PraisWinsten.fit(new double[20], trend(20)));
      double[] line = each(20, t -> 1e3 * (0.1 + 0.7 * t));
      refuses("x fits y without error", () -> PraisWinsten.fit(line, trend(20)));
      refuses("x fits y without error", () -> PraisWinsten.fit(line, trend(20), 0.5));
      double[] constant = each(20, t -> 0.1);
      refuses("x fits y without error", () -> PraisWinsten.fit(constant, trend(20)));
    }

    @Test
    void columnsThatCannotBeToldApartAreRefused() {
      double[] y = noise(20, 0.5, 16);
      double[] years = each(20, t -> t);
      double[][] twice = columns(years, each(20, t -> 1), each(20, t -> 3 - 2 * t));
      assertTrue(
          assertThrows(IllegalArgumentException.class, () -> PraisWinsten.fit(y, twice))
              .getMessage()
              .contains("linear combination"));
      double[][] many = trend(8);
      refuses("x has no rows or no columns", () -> PraisWinsten.fit(y, new double[20][0]));
      // rows of unequal length are seen also where the rest is the same as of a design before
      assertTrue(PraisWinsten.fit(Arrays.copyOf(y, 8), many).rho() < 1);
      double[][] longer = trend(8);
      longer[5] = new double[] {1, 5, 3};
      refuses(
          "row 5 of x has 3 columns and row 0 has 2",
          () -> PraisWinsten.fit(Arrays.copyOf(y, 8), longer));
      double[] late = each(8, t -> Math.max(0, t - 3));
      assertTrue(PraisWinsten.fit(Arrays.copyOf(y, 8), columns(each(8, t -> 1), late)).rho() < 1);
      double[][] shorter = columns(each(8, t -> 1), late);
      shorter[2] = new double[] {1};
      refuses(
          "row 2 of x has 1 columns and row 0 has 2",
          () -> PraisWinsten.fit(Arrays.copyOf(y, 8), shorter));
    }
  }
}
