package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Agreement.agree;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import speedbump.PublishedCase;
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

  /** The pooled slope is the mean of the clusters' own slopes at their shares of information. */
  @ParameterizedTest
  @EnumSource(Weights.class)
  void theShareOfInformationIsTheWeightOfAClustersOwnSlope(Weights weights) {
    List<double[]> x = drawn(1);
    List<double[]> y = drawn(2);
    PooledSlope.Design design = PooledSlope.design(x, times(), Control.INTERCEPT, weights);
    double[] shares = design.informationShares();
    double mean = 0;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < SIZES.length; i++) {
      mean += shares[i] * LeastSquares.withConstant(y.get(i), x.get(i)).coefficients()[1];
      sum += shares[i];
      squares += shares[i] * shares[i];
    }
    assertEquals(1, sum, 1e-12);
    assertEquals(design.fit(y).slope(), mean, 1e-12);
    if (weights == Weights.OBSERVATIONS) {
      assertEquals(1 / squares, design.effectiveClusters(), 1e-9);
    }
    shares[0] = 7;
    assertTrue(design.informationShares()[0] < 1, "a copy");
  }

  /** The same slope from one regression with a column for each own term. */
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
  }

  /**
   * The slope, its standard error and the degrees of freedom from the definitions with whole
   * matrices: numpy 2.4.6, one column for each own term, H = X (X'WX)^-1 X'W, R = I - H, residuals
   * of cluster g times the symmetric root of the pseudoinverse of R_g R_g' (Pustejovsky and Tipton
   * 2018, working model of equal variances), and (tr P)^2 / tr(P P) with P = G G', G the rows that
   * lead from the errors to the scores.
   */
  @PublishedCase
  @ParameterizedTest
  @CsvSource({
    "NONE, OBSERVATIONS, 1.0903873744619803, 0.17889692146679265, 1.7915241646963107",
    "NONE, CLUSTERS, 1.0469428007889543, 0.15496225525371657, 2.4088610490290994",
    "INTERCEPT, OBSERVATIONS, 1.0086745315752959, 0.29573082105620035, 1.99365842137377",
    "INTERCEPT, CLUSTERS, 0.9280475350478139, 0.24789284378132737, 2.55741869829241",
    "TREND, OBSERVATIONS, 1.1991279069767473, 0.6137727467273383, 1.2807234818656796",
    "TREND, CLUSTERS, 1.038291605301914, 0.6060130747202302, 1.4659011945356126"
  })
  void agreesWithTheDefinitionByWholeMatrices(
      Control control, Weights weights, double slope, double error, double freedom) {
    List<double[]> x =
        List.of(
            new double[] {1, 2, 4, 7},
            new double[] {0, 3, 1},
            new double[] {2, 5, 3, 6, 1},
            new double[] {1, 1.5, 4});
    List<double[]> y =
        List.of(
            new double[] {2, 1, 5, 6},
            new double[] {1, 2, 3},
            new double[] {3, 7, 2, 9, 1},
            new double[] {0, 2, 2.5});
    List<double[]> times =
        x.stream().map(own -> IntStream.range(0, own.length).asDoubleStream().toArray()).toList();
    PooledSlope.Design design = PooledSlope.design(x, times, control, weights);
    PooledSlope fit = design.fit(y);
    agree(slope, fit.slope(), 1e-12);
    agree(error, fit.standardError(), 1e-12);
    agree(freedom, design.degreesOfFreedom(), 1e-10);
    Interval interval = fit.interval(0.95);
    agree(slope + Student.quantile(0.975, freedom) * error, interval.upper(), 1e-9);
    agree(2 * slope, interval.lower() + interval.upper(), 1e-12);
    // neither units nor an origin of a regressor with intercepts matter
    List<double[]> otherX = scaled(x, 1e6, control == Control.NONE ? 0 : 5);
    List<double[]> otherY = scaled(y, 1e-3, control == Control.NONE ? 0 : 1);
    PooledSlope.Design other = PooledSlope.design(otherX, times, control, weights);
    agree(1e9 * other.fit(otherY).slope(), slope, 1e-9);
    agree(1e9 * other.fit(otherY).standardError(), error, 1e-9);
    agree(freedom, other.degreesOfFreedom(), 1e-9);
    agree(design.effectiveClusters(), other.effectiveClusters(), 1e-9);
  }

  private static List<double[]> scaled(List<double[]> values, double unit, double origin) {
    return values.stream()
        .map(own -> DoubleStream.of(own).map(v -> unit * (v + origin)).toArray())
        .toList();
  }

  /** The error robust to unequal variances with the correction HC2 of MacKinnon and White 1985. */
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
    double variance = 0;
    for (int i = 0; i < 5; i++) {
      // x'x = 88
      variance += Math.pow(x[i] * fit.residuals()[i] / 88, 2) / (1 - x[i] * x[i] / 88);
    }
    assertEquals(Math.sqrt(variance), pooled.standardError(), 1e-14);
  }

  /**
   * Equal clusters: as many degrees of freedom as clusters less one, all clusters effective, and
   * the correction G / (G - 1) of the error without one, which a hand can add up.
   */
  @Test
  void equalClustersGiveTheTextbook() {
    double[] same = {-1, 0, 1};
    List<double[]> x = List.of(same, same, same, same);
    List<double[]> y =
        List.of(
            new double[] {0, 0, 2}, // slope 1
            new double[] {0, 0, 4}, // 2
            new double[] {0, 0, 6}, // 3
            new double[] {0, 0, 12}); // 6
    PooledSlope.Design design = PooledSlope.design(x, x, Control.INTERCEPT, Weights.OBSERVATIONS);
    assertEquals(3, design.degreesOfFreedom(), 1e-12);
    assertEquals(4, design.effectiveClusters(), 1e-12);
    PooledSlope fit = design.fit(y);
    assertEquals(3, fit.slope(), 1e-14);
    // the slopes scatter by 4 + 1 + 0 + 9 = 14: variance of their mean 14 / 3 / 4
    assertEquals(Math.sqrt(14 / 12.0), fit.standardError(), 1e-14);
  }

  /** G / (1 + V), by hand, for clusters whose parts of the information are 1, 1, 1, 1 and 10. */
  @Test
  void theEffectiveNumberOfClustersIsThatOfEqualOnes() {
    List<double[]> x = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      x.add(i == 4 ? new double[] {Math.sqrt(10)} : new double[] {1});
    }
    PooledSlope.Design design = PooledSlope.design(x, x, Control.NONE, Weights.OBSERVATIONS);
    // mean 2.8, variance (4 x 1.8^2 + 7.2^2) / 5 = 12.96, V = 12.96 / 7.84
    assertEquals(5 / (1 + 12.96 / 7.84), design.effectiveClusters(), 1e-12);
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

  /**
   * Five clusters, one of them with ten times the observations of each other: the interval covers
   * as often as it says where the errors are independent and of one variance. 4,000 draws have a
   * standard error of 0.0034. With the correction G / (G - 1) and t at 4 degrees of freedom it
   * would cover 0.89 of the time where observations count the same (numpy 2.4.6, 20,000 draws).
   */
  @ParameterizedTest
  @EnumSource(Weights.class)
  void theIntervalKeepsItsWordWithOneClusterOfFiveDominant(Weights weights) {
    SplittableRandom random = new SplittableRandom(7);
    List<double[]> x = new ArrayList<>();
    for (int size : new int[] {10, 10, 10, 10, 100}) {
      x.add(random.doubles(size, 0, 1).toArray());
    }
    PooledSlope.Design design = PooledSlope.design(x, x, Control.INTERCEPT, weights);
    int covered = 0;
    int draws = 4_000;
    for (int draw = 0; draw < draws; draw++) {
      List<double[]> y = new ArrayList<>();
      for (double[] own : x) {
        double level = 10 * random.nextGaussian();
        y.add(DoubleStream.of(own).map(v -> level + 2 * v + random.nextGaussian()).toArray());
      }
      Interval interval = design.fit(y).interval(0.95);
      covered += interval.lower() < 2 && 2 < interval.upper() ? 1 : 0;
    }
    double share = (double) covered / draws;
    assertTrue(share >= 0.93 && share <= 0.99, weights + ": " + share);
    assertTrue(design.degreesOfFreedom() < 4 && design.effectiveClusters() < 5);
  }

  /**
   * What varies by rounding alone does not vary, and one cluster has no scatter between clusters.
   */
  @Test
  void aRegressorWithoutVariationInTwoClustersIsRefused() {
    // 0.1 + 0.2 and 0.3 are not the same number
    double[] rounded = {0.1 + 0.2, 0.3, 0.3, 0.3};
    double[] free = {1, 2, 4, 3};
    for (Control control : List.of(Control.INTERCEPT, Control.TREND)) {
      assertEquals(
          "x does not vary within any cluster", refusal(List.of(rounded, rounded), control, 4));
      assertEquals(
          "x varies within one cluster alone: at least 2 are needed for an error",
          refusal(List.of(free, rounded), control, 4));
    }
    double[] hardly = {0, 2e-5, 1e-5, 3e-5};
    assertTrue(
        refusal(List.of(free, hardly), Control.INTERCEPT, 4).startsWith("one cluster carries all"));
    double[] day = {3, 3, 3, 3};
    assertEquals(
        "cluster 0 of the times does not vary: there is no trend",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    PooledSlope.design(
                        List.of(free, free),
                        List.of(day, day),
                        Control.TREND,
                        Weights.OBSERVATIONS))
            .getMessage());
  }

  private static String refusal(List<double[]> x, Control control, int length) {
    double[] time = IntStream.range(0, length).asDoubleStream().toArray();
    List<double[]> times = x.stream().map(own -> time).toList();
    return assertThrows(
            IllegalArgumentException.class,
            () -> PooledSlope.design(x, times, control, Weights.OBSERVATIONS))
        .getMessage();
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

  @Test
  void clustersOfTimesAreCounted() {
    List<double[]> x = List.of(new double[] {1, 2, 4}, new double[] {2, 1, 5});
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    PooledSlope.design(
                        x,
                        List.of(x.get(0), x.get(0), x.get(0)),
                        PooledSlope.Control.INTERCEPT,
                        PooledSlope.Weights.CLUSTERS))
            .getMessage();
    assertTrue(message.contains("the times have 3 clusters, x 2"), message);
  }
}
