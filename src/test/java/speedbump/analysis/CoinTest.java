package speedbump.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedbump.claim.Registry;
import speedbump.claim.Standing;
import speedbump.data.Catalog;

class CoinTest {
  @ParameterizedTest
  @CsvSource({"15, 20, 0.5", "0, 7, 0.3", "40, 60, 0.7", "21, 20, 0.5"})
  void theTailIsThatOfTheBinomialDistribution(int heads, int flips, double p) {
    double library = 1 - new BinomialDistribution(flips, p).cumulativeProbability(heads - 1);
    assertEquals(library, Coin.atLeast(heads, flips, p), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"15, 20, HOLDS", "14, 20, NEITHER", "11, 20, NEITHER", "10, 20, FAILS"})
  void theRuleTurnsAtItsBounds(int heads, int flips, Standing says) {
    assertEquals(says, Coin.SEVEN_IN_TEN.says(heads, flips));
  }

  /** As the binomial distribution has it: 0.534 at 18 flips, 0.494 at 22, then never below half. */
  @Test
  void theFigureSaysFromWhereOnTheTestCanTell() {
    var figure = Coin.SEVEN_IN_TEN.powerCurve(Registry.of(Catalog.shared()).machinery());
    assertTrue(
        figure
            .alt()
            .startsWith(
                "From 23 flips on the rule finds the loaded coin more often than not; with fewer,"
                    + " only at 18 and 21."),
        figure.alt());
    assertTrue(figure.png().length > 1000);
  }

  @ParameterizedTest
  @CsvSource({"13, 18, 0.7", "16, 22, 0.7", "16, 23, 0.5", "5, 5, 0.5"})
  void theChanceOfHoldsIsTheTailFromTheFewestHeadsOn(int least, int flips, double p) {
    double library = 1 - new BinomialDistribution(flips, p).cumulativeProbability(least - 1);
    assertEquals(library, Coin.SEVEN_IN_TEN.chanceOfHolds(flips, p), 1e-12);
    assertEquals(library, Coin.SEVEN_IN_TEN.shareOfHolds(flips, p), 0.04);
  }

  /** Of 40 dots 16.6 would be as many as the binomial tail at 15 heads, 0.416, says. */
  @Test
  void theDotsOfBothWorldsAreTheQuantilesOfTheBinomialDistribution() {
    var figure = Coin.SEVEN_IN_TEN.twoWorlds(20, 15);
    assertEquals(0.416, Coin.atLeast(15, 20, 0.7), 0.001);
    assertTrue(figure.alt().contains("holds in 17, of as many with a fair one in 1"), figure.alt());
    assertTrue(figure.png().length > 1000);
  }
}
