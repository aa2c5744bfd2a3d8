package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Agreement.agree;
import static speedbump.Refusal.refused;
import static speedbump.stats.Published.assertRelative;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.PublishedCase;

class LeastSquaresTest {
  /** Columns of NIST's problem with a constant; the Wamplers are polynomials of one predictor. */
  private static double[][] design(Published.Nist problem) {
    int k = problem.coefficients().length;
    return Arrays.stream(problem.predictors())
        .map(
            row ->
                IntStream.range(0, k)
                    .mapToDouble(
                        j -> row.length == k - 1 ? (j == 0 ? 1 : row[j - 1]) : Math.pow(row[0], j))
                    .toArray())
        .toArray(double[][]::new);
  }

  private static double[] growth(String column) {
    double[] level = Published.column("series/macrodata.csv", column);
    return IntStream.range(1, level.length)
        .mapToDouble(t -> 400 * (Math.log(level[t]) - Math.log(level[t - 1])))
        .toArray();
  }

  /**
   * Growth of investment on growth of product, lagged real interest rate and a constant, in this
   * order.
   */
  private static LeastSquares macro() {
    double[] product = growth("realgdp");
    double[] rate = Published.column("series/macrodata.csv", "realint");
    double[][] x =
        IntStream.range(0, product.length)
            .mapToObj(t -> new double[] {product[t], rate[t], 1})
            .toArray(double[][]::new);
    return LeastSquares.fit(growth("realinv"), x);
  }

  @Nested
  class Certified {
    // NIST StRD; the tolerances are what Householder QR reaches and normal equations do not
    @PublishedCase
    @ParameterizedTest
    @CsvSource({
      "Norris, 36, 1e-10, 1e-10",
      "Longley, 16, 1e-9, 1e-9",
      "Wampler3, 21, 1e-7, 1e-9",
      "Wampler4, 21, 1e-6, 1e-9",
      "Wampler5, 21, 1e-5, 1e-9"
    })
    void agreesWithNist(String name, int rows, double tolerance, double errorTolerance) {
      Published.Nist nist = Published.nist(name);
      LeastSquares fit = LeastSquares.fit(nist.y(), design(nist));
      assertEquals(rows, fit.observations());
      assertRelative(nist.coefficients(), fit.coefficients(), tolerance);
      assertRelative(
          nist.standardDeviations(), fit.standardErrors(fit.covariance()), errorTolerance);
      assertRelative(
          nist.residualStandardDeviation(), fit.residualStandardDeviation(), errorTolerance);
      assertRelative(nist.rSquared(), fit.rSquared(), 1e-12);
    }

    // NIST StRD; the certified residual standard deviation is 0, the largest y 3368421 and 63
    @PublishedCase
    @ParameterizedTest
    @CsvSource({"Wampler1, 1e-8", "Wampler2, 1e-8"})
    void fitsExactPolynomials(String name, double tolerance) {
      Published.Nist nist = Published.nist(name);
      LeastSquares fit = LeastSquares.fit(nist.y(), design(nist));
      assertEquals(6, fit.coefficients().length);
      assertRelative(nist.coefficients(), fit.coefficients(), tolerance);
      double largest = Arrays.stream(nist.y()).max().orElseThrow();
      agree(0, fit.residualStandardDeviation(), 1e-13 * largest);
      agree(1, fit.rSquared(), 1e-12);
    }
  }

  @Nested
  class RobustErrors {
    @PublishedCase
    @Test
    void agreesWithStataAndGretl() {
      LeastSquares fit = macro();
      assertEquals(202, fit.observations());
      assertEquals(199, fit.degreesOfFreedom());
      // Stata: newey realinv_growth realgdp_growth L.realint, lag(4), and regress, vce(robust)
      assertRelative(
          new double[] {4.3742216647, -.6139969695, -9.4816727746}, fit.coefficients(), 1e-8);
      assertRelative(
          new double[] {.33125644884, .29582347593, 1.1859338088},
          fit.standardErrors(fit.neweyWest(4, true)),
          1e-8);
      assertRelative(
          new double[] {.32355452429, .32772840316, 1.3690593206},
          fit.standardErrors(fit.neweyWest(0, true)),
          1e-8);
      // gretl prints six digits
      assertRelative(
          new double[] {.328787, .293619, 1.17709},
          fit.standardErrors(fit.neweyWest(4, false)),
          1e-5);
      // statsmodels 0.15.0: OLS(...).fit(cov_type="HAC", cov_kwds={"maxlags": 4})
      assertRelative(
          new double[] {0.32878742225810675, 0.2936185497214089, 1.1770944273438795},
          fit.standardErrors(fit.neweyWest(4, false)),
          1e-10);
    }

    @PublishedCase
    @Test
    void intervalUsesStudent() {
      LeastSquares fit = macro();
      // statsmodels 0.15.0: the same with use_correction=True, use_t=True, conf_int()
      Interval interval = fit.interval(0, 0.95, fit.neweyWest(4, true));
      assertRelative(3.720998342581929, interval.lower(), 1e-9);
      assertRelative(5.027444986824474, interval.upper(), 1e-9);
      assertEquals(fit.coefficients()[0], interval.estimate());
      assertEquals(0.95, interval.level());
    }

    /**
     * A constant alone is a mean, whose resampled error is known exactly: the interval is that of
     * the mean turned about the estimate, and wider by sqrt(n / (n - 1)).
     */
    @Test
    void blockBootstrapOfAConstantIsThatOfTheMean() {
      double[] nile = Published.nile();
      BlockBootstrap bootstrap =
          BlockBootstrap.withDefaults().withBlockLength(10).withResamples(10_000);
      BlockBootstrap.Result mean =
          bootstrap.statistic(nile, series -> Arrays.stream(series).average().orElseThrow());
      Interval interval = LeastSquares.withConstant(nile).blockBootstrap(0, bootstrap);
      double wider = Math.sqrt(nile.length / (nile.length - 1.0));
      assertRelative(919.35, interval.estimate(), 1e-12);
      assertEquals(wider * (mean.upper() - 919.35), 919.35 - interval.lower(), 1e-8);
      assertEquals(wider * (919.35 - mean.lower()), interval.upper() - 919.35, 1e-8);
      // numpy 2.4.6: quantiles 0.025 and 0.975 of 2,000,000 resamples are 861.00 and 986.06
      assertEquals(2 * 919.35 - 986.06, interval.lower(), 0.15 * 32.16);
      assertEquals(2 * 919.35 - 861.00, interval.upper(), 0.15 * 32.16);
    }

    /** The same as fitting the whole regression again to each resample. */
    @Test
    void blockBootstrapIsThatOfTheWholeRegression() {
      LeastSquares fit = macro();
      double[] y = growth("realinv");
      double[] product = growth("realgdp");
      double[] rate = Published.column("series/macrodata.csv", "realint");
      double[][] x =
          IntStream.range(0, product.length)
              .mapToObj(t -> new double[] {product[t], rate[t], 1})
              .toArray(double[][]::new);
      double[] residuals = fit.residuals();
      double wider = Math.sqrt(y.length / (y.length - 3.0));
      BlockBootstrap bootstrap = BlockBootstrap.withDefaults().withResamples(99);
      for (int coefficient = 0; coefficient < 3; coefficient++) {
        int j = coefficient;
        BlockBootstrap.Result again =
            bootstrap.statistic(
                residuals,
                drawn -> {
                  double[] redrawn = y.clone();
                  for (int t = 0; t < redrawn.length; t++) {
                    redrawn[t] += wider * drawn[t] - residuals[t];
                  }
                  return LeastSquares.fit(redrawn, x).coefficients()[j];
                });
        Interval interval = fit.blockBootstrap(j, bootstrap);
        double b = fit.coefficients()[j];
        assertEquals(2 * b - again.upper(), interval.lower(), 1e-9);
        assertEquals(2 * b - again.lower(), interval.upper(), 1e-9);
      }
    }

    @Test
    void serialErrorsAreChosenByName() {
      LeastSquares fit = macro();
      assertEquals(
          fit.interval(1, 0.9, fit.neweyWest(LeastSquares.automaticLags(202), true)),
          fit.interval(1, 0.9, LeastSquares.SerialErrors.NEWEY_WEST));
      assertEquals(
          fit.blockBootstrap(1, BlockBootstrap.withDefaults().withLevel(0.9)),
          fit.interval(1, 0.9, LeastSquares.SerialErrors.BLOCK_BOOTSTRAP));
      assertEquals(
          "there is no coefficient 3 among 3",
          assertThrows(
                  IllegalArgumentException.class,
                  () -> fit.interval(3, 0.9, LeastSquares.SerialErrors.BLOCK_BOOTSTRAP))
              .getMessage());
    }

    @Test
    void oneIntervalIsThatOfTheWholeCovariance() {
      LeastSquares fit = macro();
      for (int j = 0; j < 3; j++) {
        Interval whole = fit.interval(j, 0.9, fit.neweyWest(4, true));
        Interval one = fit.neweyWestInterval(j, 0.9, 4);
        assertRelative(whole.lower(), one.lower(), 1e-12);
        assertRelative(whole.upper(), one.upper(), 1e-12);
        assertEquals(whole.estimate(), one.estimate());
        assertEquals(0.9, one.level());
      }
    }

    @Test
    void noLagsAndNoCorrectionIsWhite() {
      LeastSquares fit = macro();
      double[] hc1 = fit.standardErrors(fit.neweyWest(0, true));
      double[] white = fit.standardErrors(fit.neweyWest(0, false));
      for (int j = 0; j < hc1.length; j++) {
        assertRelative(Math.sqrt(202 / 199.0), hc1[j] / white[j], 1e-14);
      }
    }

    @Test
    void covariancesAreSymmetric() {
      double[][] covariance = macro().neweyWest(4, true);
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < i; j++) {
          assertRelative(covariance[i][j], covariance[j][i], 1e-14);
        }
      }
    }

    @ParameterizedTest
    // floor(4 (n/100)^(2/9)); 100 gives 4 exactly, 202 gives 4.677, 1000 gives 6.672
    @CsvSource({"2, 1", "10, 2", "99, 3", "100, 4", "202, 4", "1000, 6"})
    void automaticLags(int observations, int lags) {
      assertEquals(lags, LeastSquares.automaticLags(observations));
    }
  }

  @Nested
  class Predicting {
    // statsmodels 0.15.0: OLS(...).fit().get_prediction(row), var_resid + var_pred_mean,
    // conf_int(obs=True)
    @PublishedCase
    @Test
    void agreesWithStatsmodels() {
      Published.Nist norris = Published.nist("Norris");
      LeastSquares.Prediction prediction =
          LeastSquares.fit(norris.y(), design(norris)).predict(new double[] {1, 500});
      assertRelative(500.796085936453, prediction.mean(), 1e-12);
      assertRelative(0.8976734216307638, prediction.standardDeviation(), 1e-10);
      assertEquals(34, prediction.degreesOfFreedom());
      assertRelative(498.9717940541834, prediction.interval(0.95).lower(), 1e-10);
      assertRelative(502.62037781872255, prediction.interval(0.95).upper(), 1e-10);

      Published.Nist longley = Published.nist("Longley");
      double[] next = {1, 118, 520000, 4500, 2700, 131000, 1963};
      prediction = LeastSquares.fit(longley.y(), design(longley)).predict(next);
      assertRelative(72941.63363728533, prediction.mean(), 1e-8);
      assertRelative(1565.8364192912672, prediction.standardDeviation(), 1e-8);
    }

    @Test
    void intervalsCoverNewObservations() {
      SplittableRandom random = new SplittableRandom(6);
      int draws = 4000;
      int covered = 0;
      for (int draw = 0; draw < draws; draw++) {
        double[] x = random.doubles(8, 0, 10).toArray();
        double[] y = Arrays.stream(x).map(v -> 3 + 2 * v + random.nextGaussian()).toArray();
        LeastSquares fit = LeastSquares.withConstant(y, x);
        Interval interval = fit.predict(new double[] {1, 15}).interval(0.9);
        double observed = 3 + 2 * 15 + random.nextGaussian();
        covered += interval.lower() <= observed && observed <= interval.upper() ? 1 : 0;
      }
      // four standard errors of a share of 0.9 among 4000
      assertEquals(0.9, (double) covered / draws, 4 * Math.sqrt(0.9 * 0.1 / draws));
    }
  }

  @Nested
  class MadeUp {
    private final double[] a = {1, 2, 4, 7, 11, 16};
    private final double[] b = {3, -1, 2, 5, -2, 0};

    @Test
    void recoversExactCoefficients() {
      double[] y = IntStream.range(0, 6).mapToDouble(i -> 5 - 2 * a[i] + 0.5 * b[i]).toArray();
      LeastSquares fit = LeastSquares.withConstant(y, a, b);
      assertArrayEquals(new double[] {5, -2, 0.5}, fit.coefficients(), 1e-13);
      assertEquals(0, fit.rss(), 1e-24);
    }

    @Test
    void withConstantPutsTheConstantFirst() {
      double[] y = {2, 3, 5, 4, 8, 9};
      double[][] x =
          IntStream.range(0, 6).mapToObj(i -> new double[] {1, a[i]}).toArray(double[][]::new);
      assertArrayEquals(
          LeastSquares.fit(y, x).coefficients(), LeastSquares.withConstant(y, a).coefficients());
    }

    @Test
    void meanAloneIsAFit() {
      LeastSquares fit = LeastSquares.withConstant(new double[] {1, 2, 6});
      assertEquals(3, fit.coefficients()[0], 1e-15);
      assertEquals(0, fit.rSquared(), 1e-15);
      assertEquals(Math.sqrt(7.0), fit.residualStandardDeviation(), 1e-14);
    }

    @Test
    void rSquaredWithoutConstantIsUncentred() {
      double[][] x = {{1}, {2}, {3}};
      // b = 13/14, rss = 13 - 169/14, total 13
      LeastSquares fit = LeastSquares.fit(new double[] {2, 0, 3}, x);
      assertEquals(11.0 * 11 / 14 / 13, fit.rSquared(), 1e-15);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 0.3, 1000, 1e12})
    void doesNotChangeWithUnits(double unit) {
      double[] y = {2, 3, 5, 4, 8, 9};
      double[] scaled = Arrays.stream(a).map(v -> v * unit).toArray();
      double[] outcome = Arrays.stream(y).map(v -> v * 7).toArray();
      LeastSquares plain = LeastSquares.withConstant(y, a, b);
      LeastSquares other = LeastSquares.withConstant(outcome, scaled, b);
      assertRelative(plain.rSquared(), other.rSquared(), 1e-12);
      assertRelative(plain.coefficients()[1] * 7 / unit, other.coefficients()[1], 1e-12);
      for (int lags = 0; lags < 3; lags++) {
        double[] t = plain.standardErrors(plain.neweyWest(lags, true));
        double[] s = other.standardErrors(other.neweyWest(lags, true));
        assertRelative(plain.coefficients()[1] / t[1], other.coefficients()[1] / s[1], 1e-11);
        assertRelative(7 * t[2], s[2], 1e-11);
      }
      Interval ahead = plain.predict(new double[] {1, 20, 3}).interval(0.9);
      Interval otherAhead = other.predict(new double[] {1, 20 * unit, 3}).interval(0.9);
      assertRelative(7 * ahead.lower(), otherAhead.lower(), 1e-11);
      assertRelative(7 * ahead.upper(), otherAhead.upper(), 1e-11);
    }

    @Test
    void keepsItsOwnCopies() {
      double[] y = {2, 3, 5, 4, 8, 9};
      double[][] x =
          IntStream.range(0, 6).mapToObj(i -> new double[] {1, a[i]}).toArray(double[][]::new);
      LeastSquares fit = LeastSquares.fit(y, x);
      double[] before = fit.standardErrors(fit.neweyWest(0, true));
      x[3][1] = 99;
      y[0] = 99;
      fit.residuals()[0] = 99;
      fit.coefficients()[0] = 99;
      fit.covariance()[0][0] = 99;
      assertArrayEquals(before, fit.standardErrors(fit.neweyWest(0, true)));
      assertTrue(fit.coefficients()[0] < 99 && fit.residuals()[0] < 99);
    }
  }

  @Nested
  class Degenerate {
    private void refuses(String message, Runnable call) {
      IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, call::run);
      assertEquals(message, thrown.getMessage());
    }

    @Test
    void namesWhatIsWrong() {
      double[] three = {1, 2, 4};
      refuses(
          "y has 0 values, at least 1 are needed", () -> LeastSquares.withConstant(new double[0]));
      refuses(
          "y is not finite at index 1: NaN",
          () -> LeastSquares.withConstant(new double[] {1, Double.NaN, 2}, three));
      refuses(
          "x is not finite at row 2, column 0: Infinity",
          () -> LeastSquares.fit(three, new double[][] {{1}, {2}, {Double.POSITIVE_INFINITY}}));
      refuses(
          "x has 2 rows and y has 3 values",
          () -> LeastSquares.fit(three, new double[][] {{1}, {2}}));
      refuses("x has no columns", () -> LeastSquares.fit(three, new double[3][0]));
      refuses(
          "row 1 of x has 2 columns and row 0 has 1",
          () -> LeastSquares.fit(three, new double[][] {{1}, {2, 3}, {4}}));
      refuses(
          "regressor 0 has 2 values and y has 3",
          () -> LeastSquares.withConstant(three, new double[] {1, 2}));
      refuses(
          "2 observations cannot carry 2 coefficients and a residual variance",
          () -> LeastSquares.withConstant(new double[] {1, 2}, new double[] {1, 2}));
      refuses(
          "column 1 of x is a linear combination of the columns before it",
          () -> LeastSquares.withConstant(three, new double[3]));
      refuses(
          "column 1 of x is a linear combination of the columns before it",
          () -> LeastSquares.withConstant(three, new double[] {0.1, 0.1, 0.1}));
      refuses(
          "column 3 of x is a linear combination of the columns before it",
          () ->
              LeastSquares.withConstant(
                  new double[] {1, 5, 2, 4, 3},
                  new double[] {0.1, 0.3, 0.2, 0.9, 0.7},
                  new double[] {1e6, 3e6, 7e6, 2e6, 5e6},
                  new double[] {1e6 + 0.1, 3e6 + 0.3, 7e6 + 0.2, 2e6 + 0.9, 5e6 + 0.7}));
    }

    /** The sine of the angle between two columns, above and below the least that counts. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2})
    void columnsAreToldApartDownToASineOfATrillionth(double unit) {
      double[] y = {1, 5, 2};
      double[][] apart = {{-1, 0.5 * unit}, {0, 0.6e-12 * unit}, {0, 0}};
      LeastSquares fit = LeastSquares.fit(y, apart);
      assertRelative(5 / (0.6e-12 * unit), fit.coefficients()[1], 1e-9);
      double[][] alike = {{1, 2 * unit}, {0, 1.4e-12 * unit}, {0, 0}};
      refuses(
          "column 1 of x is a linear combination of the columns before it",
          () -> LeastSquares.fit(y, alike));
    }

    @Test
    void anOutcomeThatDoesNotVaryHasNoRSquared() {
      double[] x = {1, 2, 4, 3};
      double[] rounded = {0.3, 0.1 + 0.2, 0.3, 0.3};
      for (double[] y : new double[][] {{7, 7, 7, 7}, rounded}) {
        LeastSquares fit = LeastSquares.withConstant(y, x);
        assertEquals(y[0], fit.coefficients()[0], 1e-15);
        assertEquals(
            "y does not vary: there is no R-squared",
            assertThrows(IllegalStateException.class, fit::rSquared).getMessage());
      }
      LeastSquares origin = LeastSquares.fit(new double[2], new double[][] {{1}, {2}});
      assertThrows(IllegalStateException.class, origin::rSquared);
    }

    @Test
    void valuesThatCannotBeSquaredAreRefused() {
      double[] y = {1, 5, 2};
      double[] x = {1, 2, 4};
      refuses(
          "y is too large to be squared at index 1: 1.0E300",
          () -> LeastSquares.withConstant(new double[] {1, 1e300, 2}, x));
      refuses(
          "x is too large to be squared at row 0, column 0: -1.0E200",
          () -> LeastSquares.fit(y, new double[][] {{-1e200}, {1}, {2}}));
      refuses(
          "column 1 of x is too small to be squared: at most 4.0E-300",
          () -> LeastSquares.withConstant(y, new double[] {1e-300, 2e-300, 4e-300}));
      refuses(
          "y is too small to be squared: at most 4.9E-324",
          () -> LeastSquares.withConstant(new double[] {0, Double.MIN_VALUE, 0}, x));
      double[] large = {1e149, 5e149, 2e149};
      double[] small = {1e-149, 2e-149, 4e-149};
      refuses(
          "y and column 0 of x are too far apart in size: rescale one",
          () -> LeastSquares.fit(large, new double[][] {{small[0]}, {small[1]}, {small[2]}}));
      LeastSquares fit = LeastSquares.withConstant(y, x);
      assertThrows(IllegalArgumentException.class, () -> fit.predict(new double[] {1, 1e149, 2}));
      refuses(
          "the variance in the covariance is not finite: NaN",
          () -> fit.standardErrors(new double[][] {{Double.NaN, 0}, {0, 1}}));
      refuses("the covariance is missing (null)", () -> fit.standardErrors(null));
      refuses("x is missing (null)", () -> LeastSquares.fit(y, null));
      refuses(
          "row 2 of x is missing (null)",
          () -> LeastSquares.fit(y, new double[][] {{1}, {2}, null}));
    }

    @Test
    void refusesWhatTheFitCannotAnswer() {
      LeastSquares fit = LeastSquares.withConstant(new double[] {1, 2, 4}, new double[] {1, 2, 3});
      refuses("lags must not be negative: -1", () -> fit.neweyWest(-1, true));
      refuses("lags must be below the 3 observations: 3", () -> fit.neweyWest(3, true));
      refuses(
          "there is no coefficient 2 among 2", () -> fit.interval(2, 0.95, fit.neweyWest(0, true)));
      refuses("there is no coefficient -1 among 2", () -> fit.neweyWestInterval(-1, 0.95, 0));
      refuses("lags must not be negative: -1", () -> fit.neweyWestInterval(1, 0.95, -1));
      refuses(
          "level must lie between 0 and 1, not 95.0",
          () -> fit.interval(1, 95, fit.neweyWest(0, true)));
      refuses("level must lie between 0 and 1, not 0.0", () -> fit.neweyWestInterval(1, 0, 0));
      refuses("level must lie between 0 and 1, not 1.0", () -> fit.neweyWestInterval(1, 1, 0));
      refuses("the covariance must be 2 by 2", () -> fit.standardErrors(new double[1][1]));
      refuses("the covariance must be 2 by 2", () -> fit.standardErrors(new double[2][1]));
      refuses("row has 1 values and the fit 2 coefficients", () -> fit.predict(new double[] {1}));
      refuses("automatic lags need 2 observations, not 1", () -> LeastSquares.automaticLags(1));
    }
  }

  /** Every way that a ratio or a prediction can be asked for wrongly, by name. */
  @Test
  void wrongWeightsAndRowsAreNamed() {
    LeastSquares fit =
        LeastSquares.withConstant(new double[] {1, 3, 2, 5, 4}, new double[] {1, 2, 3, 4, 5});
    double[] first = {1e-3, 0};
    double[] same = {-2e3, 0};
    double[] other = {1e3, 1};
    LeastSquares.SerialErrors errors = LeastSquares.SerialErrors.NEWEY_WEST;
    refused("multiples of each other", () -> fit.ratio(first, same, 0.9, errors));
    refused("numerator are all zero", () -> fit.ratio(new double[2], same, 0.9, errors));
    refused("3 weights and the fit 2", () -> fit.ratio(first, new double[3], 0.9, errors));
    assertDoesNotThrow(() -> fit.ratio(first, other, 0.9, errors));
    refused("row has 3 values and the fit 2", () -> fit.predict(new double[3]));
    refused("row has 1 values and the fit 2", () -> fit.predict(new double[1]));
  }

  /**
   * A line through its points leaves nothing, in any unit, and a scatter of a millionth is some.
   */
  @Test
  void aFitIsExactInAnyUnit() {
    double[] x = {1, 2, 3, 4, 5};
    for (double unit : new double[] {1e-8, 1, 1e8}) {
      double[] line = Arrays.stream(x).map(t -> unit * (3 + 0.7 * t)).toArray();
      assertTrue(LeastSquares.withConstant(line, x).exact());
      line[2] += 1e-6 * unit;
      assertFalse(LeastSquares.withConstant(line, x).exact());
    }
    assertTrue(LeastSquares.withConstant(new double[5], x).exact());
  }
}
