package speedbump.analysis.rareearthlever;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import speedbump.data.Catalog;
import speedbump.model.SupplyGap.Source;

class StocksTest {
  private static final Stocks STOCKS = RareEarthLever.of(Catalog.shared()).stocks();

  @Test
  void noRangeIsHeldForDefence() {
    assertEquals(List.of(), STOCKS.rangesForDefence());
    assertTrue(STOCKS.examination().missing().orElseThrow().startsWith("no range of grade P or M"));
  }

  @Test
  void aRangeThatMayDecideIsNotPassedOver(@TempDir Path folder) throws Exception {
    String row = "stock_of_magnets,DoD,2026,9,6,12,months,,M,made up,https://none,\n";
    Stocks changed =
        RareEarthLever.of(ChangedTable.of(folder, "minerals/defence_exposure", text -> text + row))
            .stocks();
    assertTrue(
        assertThrows(IllegalStateException.class, changed::examination)
            .getMessage()
            .contains("stock_of_magnets"));
  }

  /** Nine tonnes a quarter from July 2025, 200 a year planned from July 2026. */
  @Test
  void sourcesOutsideChina() {
    assertEquals(
        List.of(
            new Source("Lynas, as in the third quarter of 2025", 3, 36, false),
            new Source("MP Materials, planned for mid-2026", 15, 200, true)),
        STOCKS.heavySupplyOutsideChina());
  }
}
