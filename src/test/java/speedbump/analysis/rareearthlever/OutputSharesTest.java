package speedbump.analysis.rareearthlever;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import speedbump.data.Catalog;

class OutputSharesTest {
  private static final OutputShares SHARES = RareEarthLever.of(Catalog.shared()).outputShares();

  @Test
  void whoMakesWhat() {
    assertEquals(270.0 / 389.32, SHARES.of("rare_earths").chinaShare(), 1e-4);
    assertEquals(2025, SHARES.of("rare_earths").year());
    assertEquals(81.0 / 185, SHARES.of("helium").usShare(), 1e-9);
    assertEquals(0, SHARES.of("gallium").usShare(), "a printed zero");
    assertTrue(Double.isNaN(SHARES.of("antimony").usShare()), "withheld");
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> SHARES.of("germanium"))
            .getMessage()
            .contains("germanium"));
  }
}
