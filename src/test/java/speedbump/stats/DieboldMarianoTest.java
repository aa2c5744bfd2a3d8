package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Agreement.agree;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedbump.PublishedCase;

class DieboldMarianoTest {
  private static double[] differences(DoubleUnaryOperator loss) {
    double[] y = Published.column("series/dm15.csv", "y");
    double[] first = Published.column("series/dm15.csv", "f1");
    double[] second = Published.column("series/dm15.csv", "f2");
    return IntStream.range(0, y.length)
        .mapToDouble(
            t -> loss.applyAsDouble(y[t] - first[t]) - loss.applyAsDouble(y[t] - second[t]))
        .toArray();
  }

  // statsmodels 0.15.0, autocovariances over n, Bartlett weights, p from the normal
  @PublishedCase
  @ParameterizedTest
  @CsvSource({
    "2, 2, 0.8209841996526004, 0.41165526823339105",
    "2, 3, 0.7505739975145407, 0.4529090748993756",
    "1, 2, 0.5157256122665671, 0.6060460635938849",
    "1, 3, 0.47154075187498645, 0.6372546252957733"
  })
  void agreesWithStatsmodels(int power, int lags, double statistic, double p) {
    DieboldMariano test = DieboldMariano.of(differences(e -> Math.pow(Math.abs(e), power)), lags);
    agree(statistic, test.statistic(), 1e-10);
    agree(p, test.pTwoSided(), 1e-10);
    agree(p / 2, test.pSecondBetter(), 1e-10);
    agree(1 - p / 2, test.pFirstBetter(), 1e-10);
    assertEquals(15, test.observations());
  }

  @Test
  void withoutLagsItIsTheMeanOverItsError() {
    // mean 2, variance over n 2/3
    DieboldMariano test = DieboldMariano.of(new double[] {1, 2, 3}, 0);
    assertEquals(2, test.meanDifference(), 1e-15);
    assertEquals(2 / Math.sqrt(2.0 / 9), test.statistic(), 1e-12);
    assertEquals(
        test.statistic(), DieboldMariano.of(new double[] {1e6, 2e6, 3e6}, 0).statistic(), 1e-9);
  }

  @Test
  void whatCannotBeTestedIsRefused() {
    double[] constant = {1, 1, 1};
    assertTrue(refusal(constant, 0).contains("do not vary"));
    // losses of .7 and 0: the mean of 0.7s is not 0.7 to the last digit
    double[] sevens = DoubleStream.generate(() -> 0.7).limit(11).toArray();
    assertEquals("the differences of loss do not vary", refusal(sevens, 0));
    sevens[3] += 1e-13;
    assertEquals("the differences of loss do not vary", refusal(sevens, 0));
    sevens[3] += 1e-9;
    assertTrue(DieboldMariano.of(sevens, 0).statistic() > 1e6);
    assertEquals("lags must lie between 0 and 1, not 2", refusal(new double[] {1, 2}, 2));
    assertEquals("lags must lie between 0 and 1, not -1", refusal(new double[] {1, 2}, -1));
    assertTrue(refusal(new double[] {1}, 0).contains("at least 2"));
    assertTrue(refusal(new double[] {1, Double.NaN, 2}, 0).contains("index 1"));
  }

  private static String refusal(double[] differences, int lags) {
    return assertThrows(IllegalArgumentException.class, () -> DieboldMariano.of(differences, lags))
        .getMessage();
  }

  @Test
  void theRecordHoldsToItsTerms() {
    assertEquals(2, new DieboldMariano(0, 0, 2).observations());
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> new DieboldMariano(0, 0, 1))
            .getMessage()
            .contains("two or more, not 1"));
    assertTrue(refusal(new double[] {1, 2, 4}, 3).contains("lags must lie between 0 and 2"));
    assertTrue(refusal(new double[] {1, 2, 4}, -1).contains("lags must lie between 0 and 2"));
  }

  /** By hand: differences 1, -1, 2, -2 and one lag, with Bartlett's weight of a half. */
  @Test
  void aLagWeighsHalf() {
    DieboldMariano test = DieboldMariano.of(new double[] {2, 0, 3, -1}, 1);
    // about the mean of 1: squares 1 + 1 + 4 + 4, products -1 - 2 - 4
    assertEquals(1 / Math.sqrt((10 - 7) / 4.0 / 4), test.statistic(), 1e-12);
  }
}
