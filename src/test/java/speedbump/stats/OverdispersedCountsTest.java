package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of counts at its ends; its chances are held in TrendsOfCountsAndSharesTest. */
class OverdispersedCountsTest {
  /** scipy: poisson.ppf and nbinom.ppf at the largest mean and the largest dispersion. */
  @ParameterizedTest
  @CsvSource({
    "100000, 1, 0.5, 100000",
    "100000, 1, 0.975, 100620",
    "0.5, 10000, 0.9995, 0",
    "0.5, 10000, 0.9999, 824",
    "0.5, 10000, 0.99999, 10557"
  })
  void reachesTheEndsOfItsRange(double mean, double dispersion, double p, int expected) {
    assertEquals(expected, OverdispersedCounts.of(mean, dispersion).quantile(p));
  }

  @ParameterizedTest
  @CsvSource({
    "-0.1, 1, mean",
    "100000.1, 1, mean",
    "NaN, 1, mean",
    "1, 0.99, dispersion",
    "1, 10000.1, dispersion"
  })
  void refusesWhatLiesOutside(double mean, double dispersion, String named) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> OverdispersedCounts.of(mean, dispersion))
            .getMessage();
    assertTrue(message.startsWith("the " + named + " must lie between"), message);
  }

  /** The table ends where 1e-12 is left; scipy: poisson(2).isf(1e-12) is 18. */
  @Test
  void theLastCountIsThatOfTheTable() {
    assertEquals(18, OverdispersedCounts.of(2, 1).quantile(Math.nextDown(1.0)));
    assertEquals(0, OverdispersedCounts.of(0, 1).quantile(Math.nextDown(1.0)));
  }

  /** A chance that is reached exactly is reached. */
  @Test
  void aChanceOfNoneReachedExactlyGivesNone() {
    OverdispersedCounts counts = OverdispersedCounts.of(2, 1);
    assertEquals(0, counts.quantile(Math.exp(-2)));
    assertEquals(1, counts.quantile(Math.nextUp(Math.exp(-2))));
  }

  @ParameterizedTest
  @CsvSource({"-0.1", "1", "NaN"})
  void refusesWhatIsNoProbability(double probability) {
    OverdispersedCounts counts = OverdispersedCounts.of(2, 1);
    String message =
        assertThrows(IllegalArgumentException.class, () -> counts.quantile(probability))
            .getMessage();
    assertTrue(message.startsWith("the probability"), message);
  }
}
