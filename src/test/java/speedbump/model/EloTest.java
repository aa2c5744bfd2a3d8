package speedbump.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class EloTest {
  private static final double EXACT = 1e-12;

  @Test
  void equalsWinHalfAndAGapOfFourHundredIsTenToOne() {
    assertEquals(0.5, Elo.expectedWinRate(0), EXACT);
    assertEquals(10.0 / 11, Elo.expectedWinRate(400), EXACT);
    assertEquals(1, Elo.expectedWinRate(123) + Elo.expectedWinRate(-123), EXACT);
  }

  @Test
  void agreesWithTheBradleyTerryForm() {
    // Bradley-Terry: p = 1 / (1 + exp(-d)), with 400 / ln 10 points a unit of log ability
    // Stigler 1994 (Agresti 2002), R BradleyTerry2: JRSS-B against Biometrika, log ability 0.2690
    assertEquals(
        1 / (1 + Math.exp(-0.2690)), Elo.expectedWinRate(0.2690 * 400 / Math.log(10)), EXACT);
  }

  @Test
  void refusesAGapThatIsNoNumber() {
    assertThrows(IllegalArgumentException.class, () -> Elo.expectedWinRate(Double.NaN));
  }
}
