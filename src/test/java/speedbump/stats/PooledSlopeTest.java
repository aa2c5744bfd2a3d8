package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import speedbump.stats.PooledSlope.Control;
import speedbump.stats.PooledSlope.Weights;

class PooledSlopeTest {
  private static final int[] SIZES = {5, 8, 6, 11};

  private static List<double[]> drawn(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<double[]> clusters = new ArrayList<>();
    for (int size : SIZES) {
      clusters.add(random.doubles(size, -1, 3).toArray());
    }
    return clusters;
  }

  private static List<double[]> times() {
    return IntStream.of(SIZES)
        .mapToObj(size -> IntStream.range(0, size).mapToDouble(t -> 1950 + t).toArray())
        .toList();
  }

  /** The same slope and the same sandwich from one regression with a column for each own term. */
  @ParameterizedTest
  @EnumSource(Control.class)
  void isTheRegressionWithADummyForEachOwnTerm(Control control) {
    List<double[]> x = drawn(1);
    List<double[]> y = drawn(2);
    int own = control.ordinal();
    List<double[]> rows = new ArrayList<>();
    List<Double> outcome = new ArrayList<>();
    for (int i = 0; i < SIZES.length; i++) {
      for (int t = 0; t < SIZES[i]; t++) {
        double[] row = new double[1 + own * SIZES.length];
        row[0] = x.get(i)[t];
        for (int j = 0; j < own; j++) {
          row[1 + own * i + j] = Math.pow(t, j);
        }
        rows.add(row);
        outcome.add(y.get(i)[t]);
      }
    }
    LeastSquares whole =
        LeastSquares.fit(
            outcome.stream().mapToDouble(v -> v).toArray(), rows.toArray(double[][]::new));
    PooledSlope pooled = PooledSlope.design(x, times(), control, Weights.OBSERVATIONS).fit(y);
    assertEquals(whole.coefficients()[0], pooled.slope(), 1e-12);
    // the first row of (X'X)^-1 from the classic covariance, then the scores summed by cluster
    double[][] covariance = whole.covariance();
    double s2 = Math.pow(whole.residualStandardDeviation(), 2);
    double sum = 0;
    int at = 0;
    for (int size : SIZES) {
      double score = 0;
      for (int t = 0; t < size; t++, at++) {
        double pull = 0;
        for (int j = 0; j < covariance.length; j++) {
          pull += covariance[0][j] / s2 * rows.get(at)[j];
        }
        score += pull * whole.residuals()[at];
      }
      sum += score * score;
    }
    assertEquals(Math.sqrt(4 / 3.0 * sum), pooled.standardError(), 1e-12);
  }

  /** HC1 is held to Stata's in {@link LeastSquaresTest}. */
  @Test
  void clustersOfOneGiveTheErrorRobustToUnequalVariances() {
    double[] x = {1, 2, 3, 5, 7};
    double[] y = {2, 1, 4, 3, 9};
    List<double[]> singleX = IntStream.range(0, 5).mapToObj(i -> new double[] {x[i]}).toList();
    List<double[]> singleY = IntStream.range(0, 5).mapToObj(i -> new double[] {y[i]}).toList();
    double[][] rows = singleX.toArray(double[][]::new);
    LeastSquares fit = LeastSquares.fit(y, rows);
    PooledSlope pooled =
        PooledSlope.design(singleX, singleX, Control.NONE, Weights.OBSERVATIONS).fit(singleY);
    assertEquals(fit.coefficients()[0], pooled.slope(), 1e-14);
    assertEquals(fit.standardErrors(fit.neweyWest(0, true))[0], pooled.standardError(), 1e-14);
    // Student's t at 4 degrees of freedom, tables: 2.776
    Interval interval = pooled.interval(0.95);
    assertEquals(2.776, (interval.upper() - pooled.slope()) / pooled.standardError(), 5e-4);
  }

  @Test
  void recoversASlopeUnderAnyInterceptAndTrend() {
    List<double[]> x = drawn(3);
    List<double[]> y = new ArrayList<>();
    for (int i = 0; i < SIZES.length; i++) {
      double[] own = new double[SIZES[i]];
      for (int t = 0; t < own.length; t++) {
        own[t] = -0.7 * x.get(i)[t] + 100 * i - 3 * i * t;
      }
      y.add(own);
    }
    for (Weights weights : Weights.values()) {
      PooledSlope pooled = PooledSlope.design(x, times(), Control.TREND, weights).fit(y);
      assertEquals(-0.7, pooled.slope(), 1e-10);
      assertEquals(0, pooled.standardError(), 1e-10);
    }
  }

  @Test
  void aClusterTwiceAsLongWeighsTheSameIfClustersDo() {
    // slope 1 in one cluster, 3 in another of the same points twice
    List<double[]> x = List.of(new double[] {-1, 1}, new double[] {-1, 1, -1, 1});
    List<double[]> y = List.of(new double[] {-1, 1}, new double[] {-3, 3, -3, 3});
    assertEquals(2, PooledSlope.design(x, x, Control.NONE, Weights.CLUSTERS).fit(y).slope(), 1e-14);
    assertEquals(
        7 / 3.0,
        PooledSlope.design(x, x, Control.NONE, Weights.OBSERVATIONS).fit(y).slope(),
        1e-14);
  }

  @Test
  void theErrorIsAboutRightWhereTheTruthIsKnown() {
    SplittableRandom random = new SplittableRandom(5);
    List<double[]> x = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      x.add(random.doubles(10, 0, 1).toArray());
    }
    PooledSlope.Design design = PooledSlope.design(x, x, Control.INTERCEPT, Weights.OBSERVATIONS);
    int covered = 0;
    for (int draw = 0; draw < 500; draw++) {
      List<double[]> y = new ArrayList<>();
      for (double[] own : x) {
        double[] noise = new Autoregression(0.6, 1, 10).simulate(10, random);
        for (int t = 0; t < noise.length; t++) {
          noise[t] += 2 * own[t];
        }
        y.add(noise);
      }
      Interval interval = design.fit(y).interval(0.95);
      covered += interval.lower() < 2 && 2 < interval.upper() ? 1 : 0;
    }
    // 0.95 of 500 plus and minus three binomial standard deviations and a little bias
    assertEquals(475, covered, 20);
  }

  @Test
  void whatCannotBeFittedIsRefused() {
    List<double[]> x = drawn(1);
    assertTrue(refusal(x.subList(0, 1), Control.NONE).contains("at least 2"));
    assertTrue(refusal(List.of(new double[3], new double[3]), Control.NONE).contains("vary"));
    assertTrue(
        refusal(List.of(new double[] {1, 2}, new double[] {1}), Control.INTERCEPT)
            .contains("cluster 1"));
    assertTrue(
        refusal(List.of(new double[] {1, Double.NaN}, new double[] {1, 2}), Control.NONE)
            .contains("not finite"));
    PooledSlope.Design design = PooledSlope.design(x, x, Control.NONE, Weights.OBSERVATIONS);
    assertThrows(IllegalArgumentException.class, () -> design.fit(x.subList(0, 2)));
    List<double[]> nan = drawn(1);
    nan.get(2)[0] = Double.NaN;
    assertThrows(IllegalArgumentException.class, () -> design.fit(nan));
    assertThrows(
        IllegalArgumentException.class,
        () -> PooledSlope.design(x, x.subList(0, 2), Control.NONE, Weights.OBSERVATIONS));
  }

  private static String refusal(List<double[]> x, Control control) {
    return assertThrows(
            IllegalArgumentException.class,
            () -> PooledSlope.design(x, x, control, Weights.OBSERVATIONS))
        .getMessage();
  }
}
