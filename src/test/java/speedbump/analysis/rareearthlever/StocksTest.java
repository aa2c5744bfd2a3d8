package speedbump.analysis.rareearthlever;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedbump.analysis.rareearthlever.TimeToSubstitute.Kind;
import speedbump.claim.Grade;
import speedbump.data.Catalog;
import speedbump.model.SupplyGap;
import speedbump.model.SupplyGap.Source;

class StocksTest {
  private static final Stocks STOCKS = RareEarthLever.of(Catalog.shared()).stocks();
  private static final String TABLE = "minerals/stocks_use_substitution";
  private static final double EXACT = 1e-9;

  /** Times to substitute are published: the reason must not say that they are missing. */
  @Test
  void noStockIsHeldAndTheReasonSaysOnlyThat() {
    assertEquals(List.of(), STOCKS.publishedStocks());
    String reason = STOCKS.examination().missing().orElseThrow();
    assertTrue(reason.startsWith("no stock is published"), reason);
    assertTrue(reason.contains("ceilings of purchases"), reason);
    assertTrue(!reason.contains("substitute"), reason);
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

  /** A quantity held, of a grade that decides, is a stock; a plan, a count, or feed is none. */
  @ParameterizedTest
  @CsvSource({
    "stock, t gross weight, M, '', true",
    "stock, months of supply, P, '', true",
    "stock, kg, P, LOWER_BOUND, true",
    "stock, t gross weight, S, '', false",
    "stock, t gross weight, P, PLAN;UPPER_BOUND, false",
    "stock, materials, P, '', false",
    "stock, 't oxide basis, unseparated', M, '', false",
    "use, t gross weight, M, '', false"
  })
  void whatIsAStock(
      String kind, String unit, String grade, String flag, boolean stock, @TempDir Path folder)
      throws Exception {
    String row =
        "K99,%s,made up,Dy,7,,,\"%s\",2026,made up,made up,https://none,p. 1,%s,%s,\n"
            .formatted(kind, unit, grade, flag);
    Stocks changed = RareEarthLever.of(ChangedTable.of(folder, TABLE, text -> text + row)).stocks();
    assertEquals(stock ? List.of("K99") : List.of(), changed.publishedStocks());
  }

  /** Nine tonnes a quarter from July 2025; 200, 30 and 15, 240 and 66 a year are planned. */
  @Test
  void sourcesOutsideChina() {
    assertEquals(
        List.of(
            new Source("Lynas", 3, 36, false),
            new Source("MP Materials", 15, 200, true),
            new Source("Saskatchewan", 23, 45, true),
            new Source("Energy Fuels", 47, 306, true)),
        STOCKS.heavySupplyOutsideChina());
  }

  @Test
  void demandThatSharesIt() {
    assertEquals(70, STOCKS.usHeavyImports().getMin());
    assertEquals(100, STOCKS.usHeavyImports().getMax());
    assertEquals(0.05, STOCKS.greatestDefenceShareOfUsUse(), EXACT);
    assertEquals(0.001, STOCKS.greatestDefenceShareOfWorldUse(), EXACT);
  }

  /** April 2025 is month 0; a length counts from there, or from when it was announced. */
  @Test
  void timesToSubstitute() {
    List<TimeToSubstitute> times = STOCKS.timesToSubstitute();
    Map<String, String> months = new LinkedHashMap<>();
    times.forEach(
        one -> months.put(one.ids(), "%.0f %.0f".formatted(one.lowMonths(), one.highMonths())));
    assertEquals(15, months.size());
    assertEquals("1 1", months.get("T11"));
    assertEquals("2 2", months.get("T08, T09"));
    assertEquals("14 15", months.get("T16"));
    assertEquals("30 30", months.get("T13")); // two years from October 2025
    assertEquals("21 32", months.get("T04"));
    assertEquals("24 36", months.get("T41")); // printed in months
    assertEquals("180 180", months.get("T01")); // printed as 15 years
    assertEquals(
        times.stream().sorted(Comparator.comparing(TimeToSubstitute::highMonths)).toList(), times);
    assertEquals(
        List.of("T41", "T42"),
        times.stream().filter(one -> one.grade() == Grade.S).map(TimeToSubstitute::ids).toList());
    assertEquals(
        List.of("T11", "T08, T09", "T22"),
        times.stream().filter(one -> one.kind() == Kind.SEEN).map(TimeToSubstitute::ids).toList());
    assertTrue(times.stream().noneMatch(one -> one.source().isBlank()));
  }

  /** With nothing before it a time is its own stock: that is how the chart reads. */
  @Test
  void aTimeIsTheStockThatLastsUntilThen() {
    for (TimeToSubstitute one : STOCKS.timesToSubstitute()) {
      SupplyGap gap =
          new SupplyGap(
              List.of(new Source("all", one.highMonths(), 100, false)), 100, 0, 1, 0, 240);
      assertEquals(one.highMonths(), gap.breakEvenMonths(), EXACT, one.ids());
    }
  }

  @Test
  void aMissingRowIsNamed(@TempDir Path folder) throws Exception {
    Stocks changed =
        RareEarthLever.of(
                ChangedTable.of(folder, TABLE, text -> text.replaceFirst("(?m)^T16,", "T98,")))
            .stocks();
    assertTrue(
        assertThrows(IllegalArgumentException.class, changed::timesToSubstitute)
            .getMessage()
            .contains("T16"));
  }
}
