package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Agreement.agree;
import static speedbump.Refusal.refused;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;
import speedbump.PublishedCase;

/** Poisson and negative-binomial regression, against Stata, statsmodels and made-up truth. */
class CountRegressionTest {
  private static final double[] YEARLY = {3, 7, 5, 9, 8, 15, 11, 20};
  private static final double[] MONTHS = {5, 12, 12, 10, 12, 12, 9, 12};
  private static final double[] UNEVEN = {1, 9, 2, 14, 6, 30, 3, 41};

  /** Accidents of ships by year of construction and of operation, Stata's order of columns. */
  private record Ships(double[] accidents, double[][] x, double[] service) {
    static Ships read() {
      double[] accidents = Published.column("count/ships.csv", "accident");
      double[] service = Published.column("count/ships.csv", "service");
      double[] built = Published.column("count/ships.csv", "yr_con");
      double[] late = Published.column("count/ships.csv", "op_75_79");
      int[] rows =
          IntStream.range(0, accidents.length)
              .filter(i -> !Double.isNaN(accidents[i]) && service[i] > 0)
              .toArray();
      assertEquals(34, rows.length);
      return new Ships(
          IntStream.of(rows).mapToDouble(i -> accidents[i]).toArray(),
          IntStream.of(rows)
              .mapToObj(i -> new double[] {built[i], late[i], 1})
              .toArray(double[][]::new),
          IntStream.of(rows).mapToDouble(i -> service[i]).toArray());
    }
  }

  private static double[][] trend(int n) {
    return IntStream.range(0, n)
        .mapToObj(i -> new double[] {1, i - (n - 1) / 2.0})
        .toArray(double[][]::new);
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Stata: poisson accident yr_con op_75_79, exposure(service). */
  @PublishedCase
  @Test
  void poissonAgreesWithStata() {
    Ships ships = Ships.read();
    PoissonRegression fit = PoissonRegression.fit(ships.accidents, ships.x, ships.service);
    Published.assertRelative(
        new double[] {.30633819450439, .35592229608495, -6.974712802772}, fit.coefficients(), 1e-9);
    Published.assertRelative(
        new double[] {.05790831365493, .12151759298719, .13252425018256},
        fit.standardErrors(),
        1e-9);
    Published.assertRelative(
        new double[] {.09144457613957, .16103531267836, .2558675415017},
        fit.robustStandardErrors(),
        1e-9);
    agree(-91.28727940081573, fit.logLikelihood(), 1e-9);
  }

  /** Stata: nbreg accident yr_con op_75_79, exposure(service). */
  @PublishedCase
  @Test
  void negativeBinomialAgreesWithStata() {
    Ships ships = Ships.read();
    NegativeBinomialRegression fit =
        NegativeBinomialRegression.fit(ships.accidents, ships.x, ships.service);
    Published.assertRelative(
        new double[] {.28503762550, .17127003538, -6.5908639034}, fit.coefficients(), 1e-7);
    Published.assertRelative(
        new double[] {.14983643535, .27580549563, .40391814231}, fit.standardErrors(), 1e-6);
    Published.assertRelative(.24574220835, fit.alpha(), 1e-7);
    agree(-82.491156125, fit.logLikelihood(), 1e-8);
    agree(17.592246552, fit.likelihoodRatio(), 1e-7);
  }

  /** statsmodels 0.15.0: GLM(family=Poisson(), offset=log(months)), scale "X2" for dispersion. */
  @PublishedCase
  @Test
  void dispersionAgreesWithStatsmodels() {
    PoissonRegression fit = PoissonRegression.fit(YEARLY, trend(8), MONTHS);
    Published.assertRelative(
        new double[] {-0.1977612577831161, 0.1894675097778849}, fit.coefficients(), 1e-12);
    Published.assertRelative(0.45274322253930227, fit.dispersion(), 1e-12);
    Published.assertRelative(
        0.03689047298621328, Math.sqrt(fit.dispersion()) * fit.standardErrors()[1], 1e-12);
    agree(-17.367230268824066, fit.logLikelihood(), 1e-12);
    agree(Arrays.stream(YEARLY).sum(), Arrays.stream(fit.expected()).sum(), 1e-9);
  }

  /** statsmodels 0.15.0: NegativeBinomial(offset=log(months)), Newton, tolerance 1e-14. */
  @PublishedCase
  @Test
  void aSecondNegativeBinomialAgreesWithStatsmodels() {
    NegativeBinomialRegression fit = NegativeBinomialRegression.fit(UNEVEN, trend(8), MONTHS);
    Published.assertRelative(
        new double[] {-0.056466649048970356, 0.28830644993895}, fit.coefficients(), 1e-7);
    Published.assertRelative(0.4587331347362085, fit.alpha(), 1e-8);
    Published.assertRelative(
        new double[] {0.2726681444023834, 0.12190492942317148}, fit.standardErrors(), 1e-7);
    agree(-25.75701759500109, fit.logLikelihood(), 1e-11);
  }

  @Test
  void countsThatVaryLessThanByChanceAreThoseOfPoisson() {
    NegativeBinomialRegression fit = NegativeBinomialRegression.fit(YEARLY, trend(8), MONTHS);
    PoissonRegression poisson = PoissonRegression.fit(YEARLY, trend(8), MONTHS);
    assertEquals(0, fit.alpha());
    assertEquals(0, fit.likelihoodRatio());
    Published.assertRelative(poisson.coefficients(), fit.coefficients(), 1e-12);
    Published.assertRelative(poisson.standardErrors(), fit.standardErrors(), 1e-12);
  }

  /** Just above Poisson's variance the series for small alpha mu must serve. */
  @Test
  void aTinyAlphaJoinsPoissonWithoutAStep() {
    double[] y = {4, 9, 9, 16, 14, 27, 26, 40};
    NegativeBinomialRegression fit = NegativeBinomialRegression.fit(y, trend(8), ones(8));
    PoissonRegression poisson = PoissonRegression.fit(y, trend(8), ones(8));
    Published.assertRelative(poisson.coefficients(), fit.coefficients(), 0.05);
    assertTrue(fit.logLikelihood() >= poisson.logLikelihood() - 1e-9);
  }

  /** A mean that the regressors reach is met exactly, whatever the unit of the exposure. */
  @Test
  void recoversExactMeansInAnyUnit() {
    double[][] x = trend(8);
    double[] mean = Arrays.stream(x).mapToDouble(row -> Math.exp(2 + 0.3 * row[1])).toArray();
    Published.assertRelative(
        new double[] {2, 0.3}, PoissonRegression.fit(mean, x, ones(8)).coefficients(), 1e-12);
    double[] days = Arrays.stream(MONTHS).map(m -> 30 * m).toArray();
    double[] inMonths = PoissonRegression.fit(YEARLY, x, MONTHS).coefficients();
    double[] inDays = PoissonRegression.fit(YEARLY, x, days).coefficients();
    assertEquals(inMonths[1], inDays[1], 1e-12);
    assertEquals(inMonths[0] - Math.log(30), inDays[0], 1e-12);
    NegativeBinomialRegression one = NegativeBinomialRegression.fit(UNEVEN, x, MONTHS);
    NegativeBinomialRegression other = NegativeBinomialRegression.fit(UNEVEN, x, days);
    assertEquals(one.alpha(), other.alpha(), 1e-9);
    assertEquals(one.coefficients()[1], other.coefficients()[1], 1e-9);
  }

  /** Of many made-up counts with alpha 0.5 the mean estimates come near the truth. */
  @Test
  void findsTheTruthOfMadeUpCounts() {
    SplittableRandom random = new SplittableRandom(3);
    int n = 400;
    double[][] x = new double[n][];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = new double[] {1, (i - n / 2.0) / n};
      double mu = Math.exp(1.5 + 1.2 * x[i][1]);
      y[i] = OverdispersedCounts.of(mu, 1 + 0.5 * mu).draw(random);
    }
    NegativeBinomialRegression fit = NegativeBinomialRegression.fit(y, x, ones(n));
    assertEquals(0.5, fit.alpha(), 0.15);
    assertEquals(1.2, fit.coefficients()[1], 3 * fit.standardErrors()[1]);
    assertEquals(0.16, fit.standardErrors()[1], 0.04);
  }

  @Test
  void aGroupThatCountsNothingHasNoMaximum() {
    double[][] x = {{1, 0}, {1, 0}, {1, 1}, {1, 1}};
    double[] y = {3, 4, 0, 0};
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> PoissonRegression.fit(y, x, ones(4)))
            .getMessage()
            .contains("no finite maximum"));
    assertThrows(
        IllegalArgumentException.class, () -> NegativeBinomialRegression.fit(y, x, ones(4)));
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> NegativeBinomialRegression.fit(new double[] {1, 2.5, 3}, trend(3), ones(3)))
            .getMessage()
            .contains("whole"));
  }

  /**
   * Of counts that hardly vary more than by chance; the maximum of the likelihood as it is written,
   * by Newton's method with 50 digits in Python.
   */
  @Test
  void anAlphaOfAThousandthIsFoundToTheLastDigits() {
    double[] y = {3, 1, 2, 7, 4, 1, 4, 4};
    NegativeBinomialRegression fit = NegativeBinomialRegression.fit(y, trend(8), ones(8));
    assertEquals(0.0010536333555709848, fit.alpha(), 1e-12);
    assertArrayEquals(
        new double[] {1.1695853572554236, 0.058842933443927395}, fit.coefficients(), 1e-12);
    assertArrayEquals(
        new double[] {0.19822953911831362, 0.08626099564129032}, fit.standardErrors(), 1e-10);
    assertEquals(-15.664305729748826, fit.logLikelihood(), 1e-12);
    assertTrue(fit.likelihoodRatio() > 0 && fit.likelihoodRatio() < 1e-4);
  }

  /** A million can be counted, and one more cannot. */
  @Test
  void theLargestCountIsOne() {
    double[] y = {1e6, 2e5, 4e5, 9e5};
    NegativeBinomialRegression fit =
        NegativeBinomialRegression.fit(y, new double[][] {{1}, {1}, {1}, {1}}, ones(4));
    assertEquals(Math.log(625_000), fit.coefficients()[0], 1e-9);
    y[0]++;
    refused("at most 1000000", () -> NegativeBinomialRegression.fit(y, trend(4), ones(4)));
  }

  /** Of a constant alone the mean is met, its error the root of (1 / mean + alpha) / n. */
  @Test
  void aConstantAloneHasAClosedForm() {
    double[] y = {0, 0, 0, 0, 0, 0, 0, 0, 0, 1_000};
    double[][] x = new double[10][];
    Arrays.setAll(x, i -> new double[] {1});
    NegativeBinomialRegression fit = NegativeBinomialRegression.fit(y, x, ones(10));
    assertEquals(Math.log(100), fit.coefficients()[0], 1e-9);
    assertEquals(Math.sqrt((0.01 + fit.alpha()) / 10), fit.standardErrors()[0], 1e-9);
    // nine nothings and one count: the derivative of the likelihood in alpha is zero
    double step = 1e-4 * fit.alpha();
    assertEquals(
        0,
        (likelihood(y, 100, fit.alpha() + step) - likelihood(y, 100, fit.alpha() - step))
            / (2 * step),
        1e-7);
    assertEquals(likelihood(y, 100, fit.alpha()), fit.logLikelihood(), 1e-8);
  }

  /** The likelihood with the gamma function. */
  private static double likelihood(double[] y, double mu, double alpha) {
    double r = 1 / alpha;
    double sum = 0;
    for (double count : y) {
      sum +=
          Gamma.logGamma(count + r)
              - Gamma.logGamma(r)
              - Gamma.logGamma(count + 1)
              + count * Math.log(mu / (r + mu))
              + r * Math.log(r / (r + mu));
    }
    return sum;
  }

  @Test
  void wrongExposuresAndCountsAreNamed() {
    refused("7 exposures", () -> PoissonRegression.fit(YEARLY, trend(8), ones(7)));
    refused("above zero", () -> PoissonRegression.fit(YEARLY, trend(8), new double[8]));
    refused("negative", () -> PoissonRegression.fit(new double[] {-1, 2, 3}, trend(3), ones(3)));
    assertEquals(
        Math.log(2 / 3.0),
        PoissonRegression.fit(new double[] {0, 2, 0}, new double[][] {{1}, {1}, {1}}, ones(3))
            .coefficients()[0],
        1e-12);
    double[][] x = {{1, 0}, {1, 0}, {1, 1}, {1, 1}};
    refused(
        "no finite maximum",
        () -> NegativeBinomialRegression.fit(new double[] {30, 4, 0, 0}, x, ones(4)));
  }

  /** Without a start of its own a group of counts a thousand times the other's is found too. */
  @Test
  void groupsFarApartKeepTheirMeans() {
    double[][] x = {{1, 0}, {1, 0}, {1, 0}, {0, 1}, {0, 1}, {0, 1}};
    double[] y = {1, 2, 9, 2_000, 9_000, 1_000};
    NegativeBinomialRegression fit = NegativeBinomialRegression.fit(y, x, ones(6));
    assertArrayEquals(new double[] {Math.log(4), Math.log(4_000)}, fit.coefficients(), 1e-9);
    assertEquals(Math.sqrt((1 / 4.0 + fit.alpha()) / 3), fit.standardErrors()[0], 1e-9);
    assertEquals(Math.sqrt((1 / 4e3 + fit.alpha()) / 3), fit.standardErrors()[1], 1e-9);
  }

  /** Without a constant the residuals do not add up to nothing, and are squared all the same. */
  @Test
  void dispersionWithoutAConstantIsTheMeanSquare() {
    double[] y = {1, 4, 3, 9, 30};
    PoissonRegression fit =
        PoissonRegression.fit(y, new double[][] {{1}, {2}, {3}, {4}, {5}}, ones(5));
    double[] mu = fit.expected();
    double sum = 0;
    double left = 0;
    for (int i = 0; i < 5; i++) {
      sum += Math.pow(y[i] - mu[i], 2) / mu[i];
      left += y[i] - mu[i];
    }
    assertTrue(Math.abs(left) > 0.5);
    assertEquals(sum / 4, fit.dispersion(), 1e-12);
  }
}
