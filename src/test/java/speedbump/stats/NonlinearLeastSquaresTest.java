package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.stats.Published.assertRelative;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedbump.PublishedCase;
import speedbump.stats.NonlinearLeastSquares.Curve;

class NonlinearLeastSquaresTest {
  /** b1 (1 - exp(-b2 x)). */
  private static Curve misra1a(double[] x) {
    return (b, values, derivatives) -> {
      for (int i = 0; i < x.length; i++) {
        double decay = Math.exp(-b[1] * x[i]);
        values[i] = b[0] * (1 - decay);
        derivatives[i][0] = 1 - decay;
        derivatives[i][1] = b[0] * x[i] * decay;
      }
    };
  }

  /** b1 / (1 + exp(b2 - b3 x)). */
  private static Curve rat42(double[] x) {
    return (b, values, derivatives) -> {
      for (int i = 0; i < x.length; i++) {
        double share = 1 / (1 + Math.exp(b[1] - b[2] * x[i]));
        values[i] = b[0] * share;
        derivatives[i][0] = share;
        derivatives[i][1] = -b[0] * share * (1 - share);
        derivatives[i][2] = b[0] * share * (1 - share) * x[i];
      }
    };
  }

  /** (b1 / b2) exp(-((x - b3) / b2)^2 / 2). */
  private static Curve eckerle4(double[] x) {
    return (b, values, derivatives) -> {
      for (int i = 0; i < x.length; i++) {
        double z = (x[i] - b[2]) / b[1];
        values[i] = b[0] / b[1] * Math.exp(-z * z / 2);
        derivatives[i][0] = values[i] / b[0];
        derivatives[i][1] = values[i] * (z * z - 1) / b[1];
        derivatives[i][2] = values[i] * z / b[1];
      }
    };
  }

  private static Curve curve(String name, double[] x) {
    return name.equals("Misra1a") ? misra1a(x) : name.equals("Rat42") ? rat42(x) : eckerle4(x);
  }

  private static double[] all(int parameters, double value) {
    double[] all = new double[parameters];
    Arrays.fill(all, value);
    return all;
  }

  private static NonlinearLeastSquares free(double[] y, Curve curve, double[]... starts) {
    int k = starts[0].length;
    return NonlinearLeastSquares.fit(
        y, curve, all(k, Double.NEGATIVE_INFINITY), all(k, Double.POSITIVE_INFINITY), starts);
  }

  // NIST StRD
  @PublishedCase
  @ParameterizedTest
  @CsvSource({"Misra1a, 0", "Misra1a, 1", "Rat42, 0", "Rat42, 1", "Eckerle4, 0", "Eckerle4, 1"})
  void theCertifiedAnswersAreFoundFromBothStarts(String name, int start) {
    Published.NistCurve problem = Published.nistCurve(name);
    NonlinearLeastSquares fit =
        free(problem.y(), curve(name, problem.x()), problem.starts()[start]);
    assertRelative(problem.parameters(), fit.parameters(), 1e-6);
    assertRelative(problem.residualSum(), fit.rss(), 1e-6);
  }

  @Test
  void theBestOfSeveralStartsCounts() {
    Published.NistCurve problem = Published.nistCurve("Eckerle4");
    Curve curve = curve("Eckerle4", problem.x());
    double[] lost = {1, 10, 900};
    NonlinearLeastSquares fit = free(problem.y(), curve, lost, problem.starts()[1]);
    assertRelative(problem.parameters(), fit.parameters(), 1e-6);
    // alone, the lost start ends where the peak has left the data and all is flat
    String message =
        assertThrows(IllegalArgumentException.class, () -> free(problem.y(), curve, lost))
            .getMessage();
    assertTrue(message.contains("the curve is flat"), message);
  }

  /**
   * NIST StRD BoxBOD, of the higher level of difficulty, whose first start (1, 1) and others lead
   * into a flat stretch: at a rate of 100 all has happened before the first observation.
   */
  @Test
  void anEndOnAFlatStretchIsRefused() {
    double[] x = {1, 2, 3, 5, 7, 10};
    double[] y = {109, 149, 149, 191, 213, 224};
    double[] flat = {1, 100};
    String message =
        assertThrows(IllegalArgumentException.class, () -> free(y, misra1a(x), flat)).getMessage();
    assertTrue(message.contains("y does not tell parameter 1"), message);
    NonlinearLeastSquares fit = free(y, misra1a(x), flat, new double[] {100, 0.75});
    assertRelative(new double[] {213.80940889, 0.54723748542}, fit.parameters(), 1e-6);
    assertRelative(1168.0088766, fit.rss(), 1e-6);
    // within bounds too
    double[] lower = {0, 50};
    double[] upper = {1000, 150};
    assertThrows(
        IllegalArgumentException.class,
        () -> NonlinearLeastSquares.fit(y, misra1a(x), lower, upper, new double[] {200, 100}));
    // in other units, so that no threshold is absolute
    double[] micro = Arrays.stream(y).map(v -> 1e-6 * v).toArray();
    double[] mega = Arrays.stream(x).map(v -> 1e6 * v).toArray();
    assertRelative(
        213.80940889e-6,
        free(micro, misra1a(mega), new double[] {1e-4, 0.75e-6}).parameters()[0],
        1e-6);
  }

  @Test
  void boundsThatHoldTheAnswerDoNotMoveIt() {
    Published.NistCurve problem = Published.nistCurve("Rat42");
    NonlinearLeastSquares fit =
        NonlinearLeastSquares.fit(
            problem.y(),
            curve("Rat42", problem.x()),
            new double[] {50, 0, 0},
            new double[] {150, 5, 0.2},
            problem.starts());
    assertRelative(problem.parameters(), fit.parameters(), 1e-6);
  }

  /** With b1 held below its certified 72.5 the best fit lies on the bound. */
  @Test
  void aBoundThatBindsIsReached() {
    Published.NistCurve problem = Published.nistCurve("Rat42");
    NonlinearLeastSquares fit =
        NonlinearLeastSquares.fit(
            problem.y(),
            curve("Rat42", problem.x()),
            new double[] {50, 0, 0},
            new double[] {70, 5, 0.2},
            new double[] {70, 2.5, 0.07});
    assertEquals(70, fit.parameters()[0], 1e-5);
    double[] values = new double[problem.y().length];
    curve("Rat42", problem.x()).evaluate(fit.parameters(), values, new double[values.length][3]);
    double rss =
        IntStream.range(0, values.length)
            .mapToDouble(i -> Math.pow(problem.y()[i] - values[i], 2))
            .sum();
    assertRelative(rss, fit.rss(), 1e-10);
    assertTrue(rss > problem.residualSum());
  }

  @Test
  void theSearchBeginsAtTheStartAndABoundHardlyLengthensIt() {
    Published.NistCurve problem = Published.nistCurve("Rat42");
    Curve curve = curve("Rat42", problem.x());
    double[] start = problem.starts()[1];
    List<double[]> tried = new ArrayList<>();
    Curve watched =
        (b, values, derivatives) -> {
          tried.add(b.clone());
          curve.evaluate(b, values, derivatives);
        };
    free(problem.y(), watched, start);
    assertArrayEquals(start, tried.get(0));
    int steps = tried.size();
    tried.clear();
    double[] lower = {-200, start[1], -1};
    double[] upper = {200, 5, 1};
    NonlinearLeastSquares.fit(problem.y(), watched, lower, upper, start);
    double[] first = {start[0], start[1] + 1e-3 * (5 - start[1]), start[2]};
    assertArrayEquals(first, tried.get(0), 1e-12, "off the bound by a thousandth of the range");
    assertTrue(tried.size() < 2 * steps, tried.size() + " steps, " + steps + " without bounds");
  }

  @Test
  void theUnitsDoNotMatter() {
    Published.NistCurve problem = Published.nistCurve("Misra1a");
    double[] milli = Arrays.stream(problem.x()).map(x -> x / 1000).toArray();
    double[] kilo = Arrays.stream(problem.y()).map(y -> y * 1000).toArray();
    double[] found = free(kilo, misra1a(milli), new double[] {250_000, 0.5}).parameters();
    assertRelative(problem.parameters()[0] * 1000, found[0], 1e-6);
    assertRelative(problem.parameters()[1] * 1000, found[1], 1e-6);
  }

  @Test
  void dataWithoutNoiseGiveBackTheCurve() {
    double[] x = IntStream.range(0, 12).mapToDouble(i -> 5 * i).toArray();
    double[] y = new double[12];
    rat42(x).evaluate(new double[] {80, 2, 0.1}, y, new double[12][3]);
    NonlinearLeastSquares fit = free(y, rat42(x), new double[] {60, 1, 0.05});
    assertRelative(new double[] {80, 2, 0.1}, fit.parameters(), 1e-8);
  }

  @Test
  void parametersThatTheDataDoNotTellApartAreRefused() {
    Curve sum =
        (b, values, derivatives) -> {
          for (int i = 0; i < values.length; i++) {
            values[i] = b[0] + b[1];
            derivatives[i][0] = 1;
            derivatives[i][1] = 1;
          }
        };
    assertEquals(
        "y does not tell parameter 1 from those before it at the end of the search",
        assertThrows(
                IllegalArgumentException.class,
                () -> free(new double[] {1, 2, 3}, sum, new double[] {0, 0}))
            .getMessage());
  }

  @Test
  void degenerateInputIsRefused() {
    double[] y = {1, 2, 4};
    Curve curve = misra1a(new double[] {1, 2, 3});
    double[] one = {1, 1};
    double[] none = all(2, Double.NEGATIVE_INFINITY);
    double[] most = all(2, Double.POSITIVE_INFINITY);
    refused("there is no start", y, curve, none, most);
    refused("a start has 1 values and there are 2 parameters", y, curve, none, most, all(1, 1));
    refused(
        "2 observations cannot carry 2 parameters and a residual variance",
        Arrays.copyOf(y, 2),
        curve,
        none,
        most,
        one);
    refused(
        "the bounds of parameter 0 must both be finite, the lower one below, or both infinite: 2.0"
            + " and 1.0",
        y,
        curve,
        all(2, 2),
        all(2, 1),
        one);
    refused(
        "the bounds of parameter 0 must both be finite, the lower one below, or both infinite: 2.0"
            + " and 2.0",
        y,
        curve,
        all(2, 2),
        all(2, 2),
        one);
    refused("there are 2 lower bounds and 1 upper ones", y, curve, none, all(1, 3), one);
    refused(
        "the start 1.0 of parameter 0 lies outside 2.0 to 3.0",
        y,
        curve,
        all(2, 2),
        all(2, 3),
        one);
    Curve steep = (b, values, slopes) -> slopes[0][0] = Double.POSITIVE_INFINITY;
    refused(
        "no search from 1 starts ends: unable to perform Q.R decomposition on the 3x2 jacobian"
            + " matrix",
        y,
        steep,
        none,
        most,
        one);
    refused(
        "y is not finite at index 1: NaN", new double[] {1, Double.NaN, 2}, curve, none, most, one);
  }

  private static void refused(
      String message, double[] y, Curve curve, double[] lower, double[] upper, double[]... starts) {
    assertEquals(
        message,
        assertThrows(
                IllegalArgumentException.class,
                () -> NonlinearLeastSquares.fit(y, curve, lower, upper, starts))
            .getMessage());
  }

  /** A curve may add to the room that it is given: it is empty every time. */
  @Test
  void theRoomIsEmptyEveryTime() {
    double[] y = {1, 3, 2, 5, 4};
    Curve line =
        (b, values, derivatives) -> {
          for (int i = 0; i < values.length; i++) {
            values[i] += b[0] + b[1] * i;
            derivatives[i][0] += 1;
            derivatives[i][1] += i;
          }
        };
    assertArrayEquals(
        new double[] {1.4, 0.8}, free(y, line, new double[] {0, 0}).parameters(), 1e-9);
    double[] within =
        NonlinearLeastSquares.fit(y, line, all(2, -5), all(2, 5), new double[] {0, 0}).parameters();
    assertArrayEquals(new double[] {1.4, 0.8}, within, 1e-6);
    within[0] = 9;
    assertEquals(3.6, free(y, line, new double[] {3, 0}).rss(), 1e-9);
  }

  /** A parameter that moves nothing is not told, whether it has bounds or none. */
  @Test
  void aParameterThatMovesNothingIsNamed() {
    double[] y = {1, 3, 2, 5, 4};
    Curve mean =
        (b, values, derivatives) -> {
          for (int i = 0; i < values.length; i++) {
            values[i] = b[0];
            derivatives[i][0] = 1;
          }
        };
    String told = "the search ends where the curve is flat: y does not tell parameter 1, which is ";
    for (double bound : new double[] {10, Double.POSITIVE_INFINITY}) {
      String message =
          assertThrows(
                  IllegalArgumentException.class,
                  () ->
                      NonlinearLeastSquares.fit(
                          y, mean, all(2, -bound), all(2, bound), new double[] {1, 0.5}))
              .getMessage();
      assertTrue(message.startsWith(told), message);
    }
  }

  @Test
  void noParameterAndNoScatterAreNamed() {
    Curve curve = misra1a(new double[] {1, 2, 3});
    double[] y = {1, 2, 4};
    double[] none = {};
    refused("lower is empty: there is no parameter", y, curve, none, none, none);
    refused(
        "y does not vary: all values are 7.0",
        all(3, 7),
        curve,
        all(2, Double.NEGATIVE_INFINITY),
        all(2, Double.POSITIVE_INFINITY),
        all(2, 1));
  }
}
