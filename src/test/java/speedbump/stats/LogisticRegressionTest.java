package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Agreement.agree;
import static speedbump.Refusal.refused;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import speedbump.PublishedCase;

class LogisticRegressionTest {
  private static final int[] DAYS = {
    0, 0, 0, 1, 2, 2, 3, 4, 4, 4, 5, 6, 7, 7, 8, 9, 9, 10, 11, 11, 12, 13, 13, 14
  };
  private static final String ANSWERS = "001000101001110101110111";

  private static boolean[] answers() {
    boolean[] answers = new boolean[ANSWERS.length()];
    IntStream.range(0, answers.length).forEach(i -> answers[i] = ANSWERS.charAt(i) == '1');
    return answers;
  }

  private static double[][] x(double unit) {
    return IntStream.of(DAYS)
        .mapToObj(day -> new double[] {1, unit * 0.31 * day})
        .toArray(double[][]::new);
  }

  /**
   * statsmodels 0.15.0: Logit, and GLM(family=Binomial()) with cov_type "cluster" without its
   * correction, times the root of 15 / 14 for the 15 clusters.
   */
  @PublishedCase
  @Test
  void agreesWithStatsmodels() {
    LogisticRegression fit = LogisticRegression.fit(answers(), x(1), DAYS);
    Published.assertRelative(
        new double[] {-1.321191016377666, 0.769212019050275}, fit.coefficients(), 1e-12);
    Published.assertRelative(
        new double[] {0.8324876443497432, 0.37182714504147063}, fit.standardErrors(), 1e-8);
    Published.assertRelative(
        new double[] {0.6508035489348363, 0.32913599580260006},
        fit.clusteredStandardErrors(),
        1e-10);
    agree(-13.893761536387933, fit.logLikelihood(), 1e-12);
    double[] scores = fit.probabilities();
    agree(13, Arrays.stream(scores).sum(), 1e-9);
  }

  @Test
  void neitherTheUnitOfXNorTheNamesOfClustersMatter() {
    LogisticRegression one = LogisticRegression.fit(answers(), x(1), DAYS);
    int[] renamed = IntStream.of(DAYS).map(day -> 1000 - 7 * day).toArray();
    LogisticRegression other = LogisticRegression.fit(answers(), x(1e6), renamed);
    assertEquals(one.coefficients()[1], 1e6 * other.coefficients()[1], 1e-10);
    assertEquals(one.clusteredStandardErrors()[1], 1e6 * other.clusteredStandardErrors()[1], 1e-10);
    assertEquals(one.correlationWithin(), other.correlationWithin(), 1e-12);
  }

  /** Everything three times over, as clusters: three times the weight and no more knowledge. */
  @Test
  void copiesWithinAClusterAddNothing() {
    boolean[] y = answers();
    int[] own = IntStream.range(0, y.length).toArray();
    LogisticRegression once = LogisticRegression.fit(y, x(1), own);
    boolean[] thrice = new boolean[3 * y.length];
    double[][] rows = new double[3 * y.length][];
    int[] clusters = new int[3 * y.length];
    for (int i = 0; i < thrice.length; i++) {
      thrice[i] = y[i / 3];
      rows[i] = x(1)[i / 3];
      clusters[i] = i / 3;
    }
    LogisticRegression copied = LogisticRegression.fit(thrice, rows, clusters);
    assertArrayEquals(once.clusteredStandardErrors(), copied.clusteredStandardErrors(), 1e-10);
    assertEquals(once.standardErrors()[1] / Math.sqrt(3), copied.standardErrors()[1], 1e-8);
    assertEquals(1, copied.correlationWithin(), 0.02);
    assertEquals(0, once.correlationWithin());
  }

  @Test
  void aXThatPartsYesFromNoHasNoMaximum() {
    boolean[] parted = {false, false, false, true, true, true};
    double[][] x =
        IntStream.range(0, 6).mapToObj(i -> new double[] {1, i}).toArray(double[][]::new);
    int[] own = {1, 2, 3, 4, 5, 6};
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> LogisticRegression.fit(parted, x, own))
            .getMessage()
            .contains("no finite maximum"));
    boolean[] alike = new boolean[6];
    assertThrows(IllegalArgumentException.class, () -> LogisticRegression.fit(alike, x, own));
    boolean[] mixed = {false, true, false, true, false, true};
    assertThrows(
        IllegalArgumentException.class, () -> LogisticRegression.fit(mixed, x, new int[6]));
  }

  /** Standardised residuals multiplied pair by pair. */
  @Test
  void theCorrelationIsTheMeanProductOfPairs() {
    boolean[] y = {true, true, false, true, false, false, false, true, true};
    int[] clusters = {1, 1, 1, 2, 2, 3, 4, 4, 4};
    double[][] x = new double[9][];
    Arrays.setAll(x, i -> new double[] {1, i % 2});
    LogisticRegression fit = LogisticRegression.fit(y, x, clusters);
    double[] p = fit.probabilities();
    // of the even ones two of five say yes, of the odd ones three of four
    assertEquals(0.4, p[0], 1e-12);
    assertEquals(0.75, p[1], 1e-12);
    assertEquals(Math.max(0, mean(y, p, clusters, 14)), fit.correlationWithin(), 1e-12);
    int[] alike = {1, 1, 2, 1, 2, 2, 3, 1, 3};
    double correlation = LogisticRegression.fit(y, x, alike).correlationWithin();
    assertEquals(mean(y, p, alike, 20), correlation, 1e-12);
    assertTrue(correlation > 0.2 && correlation < 1, correlation + "");
  }

  private static double mean(boolean[] y, double[] p, int[] clusters, int expectedPairs) {
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < y.length; j++) {
        if (i != j && clusters[i] == clusters[j]) {
          sum += residual(y[i], p[i]) * residual(y[j], p[j]);
          pairs++;
        }
      }
    }
    assertEquals(expectedPairs, pairs);
    return sum / pairs;
  }

  private static double residual(boolean yes, double p) {
    return ((yes ? 1 : 0) - p) / Math.sqrt(p * (1 - p));
  }

  /** The odds beside a known part of them are the odds less that part. */
  @Test
  void aKnownPartOfTheOddsIsTakenOff() {
    double[][] x = new double[24][];
    Arrays.setAll(x, i -> new double[] {1});
    double[] offset = new double[24];
    Arrays.fill(offset, 2);
    double odds = Math.log(13 / 11.0);
    assertEquals(
        odds - 2, LogisticRegression.fit(answers(), x, DAYS, offset).coefficients()[0], 1e-12);
  }

  @Test
  void wrongLengthsAreNamed() {
    refused("23 clusters and 24", () -> LogisticRegression.fit(answers(), x(1), new int[23]));
    refused(
        "25 offsets and 24", () -> LogisticRegression.fit(answers(), x(1), DAYS, new double[25]));
    refused("one of the clusters", () -> LogisticRegression.fit(answers(), x(1), new int[24]));
  }
}
