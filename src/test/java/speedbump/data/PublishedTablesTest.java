package speedbump.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static speedbump.data.TableAssert.that;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Row;

/** The tables of published figures: what they hold for whom, and what they must not say. */
class PublishedTablesTest {
  private static final String BENCHMARKS = "published/benchmarks";
  private static final String EFFECTS = "published/effect_estimates";

  @Test
  void everyClaimHasPublishedFigures() {
    Set<String> claims = new TreeSet<>();
    for (Row row : that(BENCHMARKS)) {
      claims.addAll(List.of(row.getString("claims").split(";")));
    }
    // no figure was found on claim 4; forecasts stand in a ledger of their own
    assertEquals(
        Set.of("1", "2", "3", "5", "6", "7", "8", "9", "10", "11", "12", "practice"), claims);
  }

  @Test
  void everyFigureSaysSomethingAndNoNoteNamesAnotherList() {
    that(BENCHMARKS, "value=;low=;value_text=").shows("rows()", "0");
    that(BENCHMARKS, "note~E[0-9].*|.*\\(E[0-9]+[a-z]?\\).*|.* row\\b.*").shows("rows()", "0");
  }

  @Test
  void aSignWithoutANumberStaysASign() {
    that(EFFECTS)
        .each("sign", row -> row.getString("unit").equals("sign") == row.isMissing("value"))
        .where("value!=")
        .each(
            "its sign",
            row -> row.getString("sign").equals("positive") == row.getDouble("value") > 0);
    // one figure in two tables
    assertEquals(
        that(BENCHMARKS, "series=Patent effect of 2007 China rule").number("value"),
        that(EFFECTS, "series=effect on patenting of treated Chinese firms").number("value"));
  }

  @Test
  void benchmarksNameTablesThatShip() {
    Set<String> names =
        Catalog.shared().resources().stream().map(Resource::name).collect(Collectors.toSet());
    that("published/industry_benchmarks", "compare_with!=")
        .each("ships", row -> names.contains(row.getString("compare_with")));
  }

  @Test
  void aShareOfAFieldNamesOurMeasureAndIsTheFigureThatStandsElsewhere() {
    Set<String> measures =
        Catalog.shared().table("industry/field_shares").stream()
            .map(row -> row.getString("field") + ", " + row.getString("measure"))
            .collect(Collectors.toSet());
    that("published/field_shares")
        .each(
            "our measure",
            row -> measures.contains(row.getString("field") + ", " + row.getString("measure")))
        .each("a share", row -> row.getDouble("value") > 0 && row.getDouble("value") < 100);
    // three of its figures stand in another table too
    for (String series :
        List.of(
            "Share of world electric-car production",
            "Share of world battery production",
            "Share in all PV manufacturing stages")) {
      Row cited = that("energy/cited_figures", "series=" + series).rows().get(0);
      assertEquals(
          cited.getDouble("value"),
          that("published/field_shares", "source_url=" + cited.getString("source_url"))
              .number("value"),
          series);
    }
  }
}
