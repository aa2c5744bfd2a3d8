package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Agreement.agree;
import static speedbump.Agreement.agreeAsPrinted;

import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedbump.PublishedCase;

class ProportionTest {
  private static final double LEVEL = 0.95;

  // Newcombe 1998, Statistics in Medicine 17, 857-872, table I, methods 3 and 5: four digits
  @PublishedCase
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662, 0.2527, 0.3676",
    "15, 148, 0.0624, 0.1605, 0.0578, 0.1617",
    "0, 20, 0.0000, 0.1611, 0.0000, 0.1684",
    "1, 29, 0.0061, 0.1718, 0.0009, 0.1776"
  })
  void theFourCasesOfNewcombe(
      int cases, int of, String low, String high, String exactLow, String exactHigh) {
    Interval wilson = Proportion.wilson(cases, of, LEVEL);
    Interval exact = Proportion.clopperPearson(cases, of, LEVEL);
    agreeAsPrinted(low, wilson.lower());
    agreeAsPrinted(high, wilson.upper());
    agreeAsPrinted(exactLow, exact.lower());
    agreeAsPrinted(exactHigh, exact.upper());
    assertEquals((double) cases / of, wilson.estimate(), 1e-15);
  }

  // statsmodels 0.15.0, proportion_confint(81, 263, 0.05, method = "wilson", "beta"), and 7.5 of 20
  @PublishedCase
  @Test
  void agreesWithAnotherProgramToTheLastDigits() {
    agree(0.2552885198782742, Proportion.wilson(81, 263, LEVEL).lower(), 1e-9);
    agree(0.36762192260135, Proportion.clopperPearson(81, 263, LEVEL).upper(), 1e-9);
    agree(0.19977085566463, Proportion.wilson(7.5, 20, LEVEL).lower(), 1e-9);
    agree(0.59051043384857, Proportion.wilson(7.5, 20, LEVEL).upper(), 1e-9);
  }

  /** The exact one covers at least as often as it says, Wilson's about as often. */
  @ParameterizedTest
  @CsvSource({"0.05", "0.2", "0.5", "0.77"})
  void coverageIsKnownToTheLastCase(double truth) {
    int n = 26;
    BinomialDistribution cases = new BinomialDistribution(n, truth);
    double wilson = 0;
    double exact = 0;
    for (int x = 0; x <= n; x++) {
      wilson += covers(Proportion.wilson(x, n, LEVEL), truth) * cases.probability(x);
      exact += covers(Proportion.clopperPearson(x, n, LEVEL), truth) * cases.probability(x);
    }
    assertTrue(exact >= LEVEL, exact + "");
    assertEquals(LEVEL, wilson, 0.035);
  }

  private static int covers(Interval interval, double truth) {
    return interval.lower() <= truth && truth <= interval.upper() ? 1 : 0;
  }

  @Test
  void allAndNoneStayWithinTheirBounds() {
    assertEquals(1, Proportion.clopperPearson(7, 7, LEVEL).upper());
    assertEquals(1, Proportion.wilson(7, 7, LEVEL).upper());
    assertEquals(0, Proportion.wilson(0, 7, LEVEL).lower());
  }

  @Test
  void wrongCountsAreNamed() {
    assertTrue(message(() -> Proportion.wilson(8, 7, LEVEL)).contains("successes"));
    assertTrue(message(() -> Proportion.clopperPearson(0, 0, LEVEL)).contains("cases"));
    assertTrue(message(() -> Proportion.wilson(1, 7, 1)).contains("level"));
  }

  private static String message(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }

  /** Nearer to one than a trillionth there is no interval. */
  @Test
  void aLevelLeavesATrillionth() {
    assertTrue(message(() -> Proportion.wilson(1, 7, 1 - 1e-13)).contains("trillionth"));
    assertTrue(message(() -> Proportion.clopperPearson(1, 7, 1 - 1e-13)).contains("trillionth"));
    assertTrue(Proportion.wilson(1, 7, 1 - 1e-11).upper() < 1);
  }
}
