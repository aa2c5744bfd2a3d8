package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class AkaikeTest {
  /** 10 ln(20 / 10) + 2 * 3 + 2 * 3 * 4 / (10 - 4), by hand: 6.931472 + 6 + 4. */
  @Test
  void theCriterionIsThatWorkedByHand() {
    assertEquals(16.93147180559945, Akaike.aicc(20, 10, 2), 1e-12);
  }

  /** Differences 0, 2 and 2 ln 4: 1, e^-1 and a quarter over their sum 1.617879. */
  @Test
  void theWeightsAreThoseWorkedByHand() {
    double sum = 1 + Math.exp(-1) + 0.25;
    double[] weights = Akaike.weights(5, 7, Double.NaN, 5 + 2 * Math.log(4));
    assertArrayEquals(new double[] {1 / sum, Math.exp(-1) / sum, 0, 0.25 / sum}, weights, 1e-12);
  }

  @Test
  void theUnitOfTheOutcomeDoesNotMatter() {
    double[] one = Akaike.weights(Akaike.aicc(3, 12, 2), Akaike.aicc(2, 12, 3));
    double[] other = Akaike.weights(Akaike.aicc(3e12, 12, 2), Akaike.aicc(2e12, 12, 3));
    assertArrayEquals(one, other, 1e-12);
  }

  @Test
  void criteriaFarApartDoNotOverflow() {
    assertArrayEquals(new double[] {0, 1}, Akaike.weights(-1e300, -1.1e300), 0);
  }

  @Test
  void degenerateInputIsRefused() {
    refused("the residual sum of squares must be finite and above zero, not 0.0", 0, 9, 2);
    refused("the residual sum of squares must be finite and above zero, not NaN", Double.NaN, 9, 2);
    refused("4 observations are too few for the correction with 2 coefficients", 1, 4, 2);
    assertEquals(
        "no model has a finite criterion",
        assertThrows(IllegalArgumentException.class, () -> Akaike.weights(Double.NaN))
            .getMessage());
  }

  private static void refused(String message, double rss, int observations, int coefficients) {
    assertEquals(
        message,
        assertThrows(
                IllegalArgumentException.class, () -> Akaike.aicc(rss, observations, coefficients))
            .getMessage());
  }

  /** The least residual sum and no coefficient at all are allowed, and one below each is not. */
  @Test
  void theLeastThatIsAllowedIs() {
    // n ln(rss / n) + 2 + 4 / (n - 2) with K = 1, the variance alone
    assertEquals(3 * Math.log(2 / 3.0) + 2 + 4, Akaike.aicc(2, 3, 0), 1e-12);
    assertEquals(
        3 * Math.log(Double.MIN_NORMAL / 3) + 6, Akaike.aicc(Double.MIN_NORMAL, 3, 0), 1e-9);
    refused("coefficients must not be negative: -1", 2, 3, -1);
  }
}
