package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static speedbump.Agreement.agree;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import speedbump.PublishedCase;

class SignTestTest {
  // Zar 1999, Biostatistical Analysis, example 24.11: hind and fore legs of ten deer, eight
  // differences up and two down, two-sided 0.109375; scipy 1.17.1 binomtest, one side
  @PublishedCase
  @Test
  void legsOfDeer() {
    agree(0.0546875, new SignTest(8, 2).pUp(), 1e-15);
    agree(0.109375, 2 * new SignTest(8, 2).pUp(), 1e-15);
    agree(0.08978271484375, new SignTest(4, 10).pDown(), 1e-15);
  }

  @Test
  void bothSidesShareTheCaseSeen() {
    for (int up = 0; up <= 12; up++) {
      SignTest test = new SignTest(up, 12 - up);
      assertEquals(test.pUp(), new SignTest(12 - up, up).pDown(), 1e-14);
      double seen = new SignTest(up, 12 - up).pUp() - (up < 12 ? atLeast(up + 1) : 0);
      assertEquals(1 + seen, test.pUp() + test.pDown(), 1e-12);
    }
  }

  private static double atLeast(int up) {
    return new SignTest(up, 12 - up).pUp();
  }

  @Test
  void nothingSeenIsNoEvidence() {
    assertEquals(1, new SignTest(0, 0).pUp());
    assertEquals(1, new SignTest(0, 7).pUp());
    assertEquals(Math.pow(0.5, 7), new SignTest(0, 7).pDown(), 1e-15);
  }

  /** Where up and down are equally likely, p is below a tenth in a tenth of cases at most. */
  @Test
  void criesWolfNoMoreOftenThanItSays() {
    SplittableRandom random = new SplittableRandom(4);
    int draws = 4000;
    int cries = 0;
    for (int draw = 0; draw < draws; draw++) {
      int up = Integer.bitCount(random.nextInt(1 << 12));
      cries += new SignTest(up, 12 - up).pUp() < 0.10 ? 1 : 0;
    }
    assertEquals(299.0 / 4096, cries / (double) draws, 0.02, "at least nine of twelve");
  }

  @Test
  void wrongNumbersAreNamed() {
    assertEquals(
        true,
        assertThrows(IllegalArgumentException.class, () -> new SignTest(-1, 3))
            .getMessage()
            .startsWith("up"));
  }
}
