package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Newton's method on likelihoods of which the answer is known. */
class LogConcaveTest {
  private static final double HALF = Math.sqrt(0.5);

  /** -size ln cosh(eta - at): beyond a distance of 1.09 a plain step of Newton's leads away. */
  private record Steep(double size, double... at) implements LogConcave.Family {
    @Override
    public double value(int i, double eta) {
      return -size * Math.log(Math.cosh(eta - at[i]));
    }

    @Override
    public void derivatives(double[] eta, double[] scores, double[] weights) {
      for (int i = 0; i < eta.length; i++) {
        double tanh = Math.tanh(eta[i] - at[i]);
        scores[i] = -size * tanh;
        weights[i] = size * (1 - tanh * tanh);
      }
    }
  }

  private static LogConcave constant() {
    return new LogConcave(new double[][] {{HALF, HALF}}, new double[2]);
  }

  /** Steps that lead away are halved, whatever the size of the likelihood. */
  @ParameterizedTest
  @CsvSource({"1, 1.2", "1, 1.5", "1, -1.9", "1, 5.7", "1e-20, 1.5", "1e20, -1.9"})
  void findsAMaximumFromWhichPlainStepsLeadAway(double size, double from) {
    LogConcave maximum = constant();
    maximum.start(new double[] {from, from});
    assertTrue(maximum.maximise(new Steep(size, 0, 0)));
    assertEquals(0, maximum.coefficients[0], 1e-12);
    assertArrayEquals(new double[2], maximum.eta, 1e-12);
    assertEquals(1, size * maximum.covariance[0][0], 1e-12);
  }

  /** Of two peaks with one predictor the maximum is between them. */
  @Test
  void meetsBetweenTwoPeaks() {
    LogConcave maximum = constant();
    assertTrue(maximum.maximise(new Steep(1, -1, 3)));
    assertEquals(1, maximum.eta[0], 1e-10);
    double weight = 1 / (Math.cosh(2) * Math.cosh(2));
    assertEquals(1 / weight, maximum.covariance[0][0], 1e-6);
  }

  /** The start is the wish, as far as the basis reaches, the offset taken off. */
  @Test
  void startsNextToTheWish() {
    LogConcave search =
        new LogConcave(
            new double[][] {{0.5, 0.5, 0.5, 0.5}, {0.5, -0.5, 0.5, -0.5}},
            new double[] {1, 0, 2, 0});
    search.start(new double[] {4, 7, 9, 1});
    assertArrayEquals(new double[] {9, 1}, search.coefficients, 1e-14);
  }

  /** Where the derivatives are no numbers there is no maximum. */
  @ParameterizedTest
  @CsvSource({"Infinity, 1", "NaN, 1", "1, NaN", "1, 0"})
  void derivativesThatAreNoNumbersEndTheSearch(double score, double weight) {
    LogConcave.Family wrong =
        new LogConcave.Family() {
          @Override
          public double value(int i, double eta) {
            return eta;
          }

          @Override
          public void derivatives(double[] eta, double[] scores, double[] weights) {
            Arrays.fill(scores, score);
            Arrays.fill(weights, weight);
          }
        };
    assertFalse(constant().maximise(wrong));
  }
}
