package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Agreement.agree;

import org.junit.jupiter.api.Test;
import speedbump.PublishedCase;

class ConcentrationTest {
  private static final double EXACT = 1e-15;

  /** The worked example of eight firms: 1296 points of percent squared. */
  @PublishedCase
  @Test
  void eightFirms() {
    Concentration index = Concentration.ofShares(0.10, 0.09, 0.12, 0.15, 0.12, 0.11, 0.15, 0.16);
    agree(0.1296, index.lower(), EXACT);
    agree(0.1296, index.upper(), EXACT);
  }

  @Test
  void equalSuppliersAndOneSupplier() {
    assertEquals(0.25, Concentration.of(new double[] {3, 3, 3, 3}, 0).lower(), EXACT);
    assertEquals(1, Concentration.of(new double[] {7}, 0).upper(), EXACT);
    assertEquals(0.5, Concentration.of(new double[] {4, 0, 4}, 0).lower(), EXACT);
  }

  @Test
  void theLumpIsSpreadThinOrInOneHand() {
    Concentration index = Concentration.of(new double[] {60, 20}, 20);
    assertEquals(0.36 + 0.04, index.lower(), EXACT);
    assertEquals(0.36 + 0.04 + 0.04, index.upper(), EXACT);
    assertEquals(index, Concentration.of(new double[] {6000, 2000}, 2000), "the unit is free");
    assertEquals(0.44, Concentration.ofShares(0.6, 0.2).upper(), EXACT);
    assertEquals(1, Concentration.ofShares(1.02).upper(), EXACT, "shares are rounded");
  }

  @Test
  void wrongQuantitiesAreNamed() {
    assertTrue(message(() -> Concentration.of(new double[] {1, -2}, 0)).contains("-2"));
    assertTrue(message(() -> Concentration.of(new double[0], 0)).contains("all quantities"));
    assertTrue(message(() -> Concentration.of(new double[] {1}, -1)).contains("lumped"));
    assertTrue(message(() -> Concentration.ofShares(0.9, 0.3)).contains("more than one"));
  }

  private static String message(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }

  @Test
  void theBoundsRiseFromZeroToOne() {
    assertTrue(message(() -> new Concentration(-0.1, 0.5)).contains("must rise"));
    assertTrue(message(() -> new Concentration(0.5, 0.4)).contains("must rise"));
    assertTrue(message(() -> new Concentration(0.5, 1.03)).contains("must rise"));
    assertTrue(message(() -> new Concentration(Double.NaN, 1)).contains("must rise"));
    assertEquals(1, new Concentration(0, 1).upper());
    assertEquals(0.5, new Concentration(0.5, 0.5).lower());
  }

  /** A share may be nothing, and may not be less; of two shares printed the rest is lumped. */
  @Test
  void sharesMayBeNothing() {
    Concentration rest = Concentration.ofShares(0.5, 0, 0.25);
    assertEquals(0.3125, rest.lower(), EXACT);
    assertEquals(0.375, rest.upper(), EXACT);
    assertTrue(
        message(() -> Concentration.ofShares(0.5, -0.25))
            .contains("shares is negative at index 1"));
    assertEquals(0.5202, Concentration.ofShares(0.51, 0.51).upper() * 1.02 * 1.02, 1e-12);
    assertTrue(message(() -> Concentration.ofShares(0.52, 0.51)).contains("more than one"));
  }
}
