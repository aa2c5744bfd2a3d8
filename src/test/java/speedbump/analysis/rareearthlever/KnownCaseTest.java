package speedbump.analysis.rareearthlever;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import speedbump.data.Catalog;

class KnownCaseTest {
  private static final KnownCase KNOWN_CASE = RareEarthLever.of(Catalog.shared()).knownCase();

  @Test
  void theShareBendsAfter2010() {
    assertEquals(0.982, KNOWN_CASE.outputShareByYear().get(2010), 5e-4);
    KnownCase.Bend bend = KNOWN_CASE.bend(1998, 4);
    assertEquals(2010, bend.year());
    assertTrue(bend.before() > 0 && bend.after() < 0, bend.toString());
  }

  @Test
  void tooFewYearsAreRefused() {
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> KNOWN_CASE.bend(2020, 4))
            .getMessage()
            .contains("at least 9"));
  }
}
