package speedbump.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.data.TableAssert.key;
import static speedbump.data.TableAssert.that;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Row;

/** The tables of minerals: codes and bounds, sums against totals, one source against another. */
class MineralsTablesTest {
  private static final String STATISTICS = "minerals/us_statistics";
  private static final String PRODUCTION = "minerals/world_production";
  private static final String MAGNETS = "minerals/magnet_exports";
  private static final String SHARE = "minerals/rare_earth_output_share";
  private static final String STUDY_2023 = "minerals/eu_supply_shares_2023";
  private static final String BY_ELEMENT = "minerals/rare_earth_processing_shares";

  // ---- US Geological Survey

  @Test
  void relianceHasANumberOrACode() {
    that("minerals/us_net_import_reliance")
        .each(
            "one of them",
            row -> row.getString("code").isEmpty() != row.isMissing("net_import_reliance"));
  }

  /** Dashes of windows-1252 that are read as UTF-8 or latin-1 would not come out. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "minerals/us_net_import_reliance",
        "minerals/us_import_sources",
        STATISTICS,
        PRODUCTION
      })
  void windows1252IsReadAsSuch(String name) {
    for (Field field : Catalog.shared().resource(name).fields()) {
      if (field.type() == FieldType.STRING) {
        that(name, field.name() + "~(?s).*[\\x80-\\xA0\\xE2\\uFFFD].*").shows("rows()", "0");
      }
    }
    if (name.equals(STATISTICS)) {
      assertTrue(that(name, "note~(?s).*imports – exports.*").number("rows()") > 0);
    }
  }

  @Test
  void sharesOfImportsAddToOne() {
    Map<String, Double> forms =
        that("minerals/us_import_sources").sums("share_of_imports", "chapter", "commodity", "form");
    assertEquals(170, forms.size());
    // rounded to percent; manganese, mercury and vermiculite hold "<1" beside 100
    forms.forEach((form, sum) -> assertEquals(1, sum, 0.0101, form));
  }

  @ParameterizedTest
  @ValueSource(strings = {STATISTICS, PRODUCTION})
  void aDashIsZeroAndALetterIsNot(String name) {
    that(name)
        .each(
            "value by code",
            row ->
                switch (row.getString("code")) {
                  case "" -> !row.isMissing("value") && row.getDouble("value") >= 0;
                  case "zero" -> row.getDouble("value") == 0;
                  default -> row.isMissing("value");
                });
  }

  @Test
  void aRangeOfPricesHasTwoEnds() {
    that(STATISTICS, "code=range")
        .each("ends", row -> row.getDouble("low") < row.getDouble("high"));
  }

  @Test
  void aMineralHasOneUnitInAnEdition() {
    for (String mineral : that(PRODUCTION).texts("mineral")) {
      for (String edition : List.of("2025", "2026")) {
        assertTrue(
            that(PRODUCTION, "edition=" + edition + ";mineral=" + mineral).texts("unit").size() < 2,
            mineral);
      }
    }
  }

  /** Nearly all of the last year is estimated from part of it. */
  @Test
  void estimatesAreMarked() {
    TableAssert last = that(STATISTICS, "year=2025");
    assertTrue(last.where("estimated=true").number("rows()") > 0.7 * last.number("rows()"));
  }

  /**
   * The rows of a group against its world total. The total is rounded, to two digits where it is an
   * estimate: half a unit of its second digit.
   */
  @Test
  void countriesAddUpToTheWorldTotal() {
    String[] group = {"edition", "mineral", "product", "statistic", "year"};
    Map<String, Double> parts = that(PRODUCTION, "kind!=total").sums("value", group);
    List<Row> totals = that(PRODUCTION, "kind=total").rows();
    assertEquals(
        that(PRODUCTION).rows().stream().map(row -> key(row, group)).distinct().sorted().toList(),
        totals.stream().map(row -> key(row, group)).sorted().toList());
    assertEquals(186 + 1, totals.size());
    for (Row row : totals) {
      String name = key(row, group);
      if (row.isMissing("value")) {
        assertEquals("2026 bismuth all capacity 2025", name);
        continue;
      }
      double total = row.getDouble("value");
      double unitOfSecondDigit = Math.pow(10, Math.floor(Math.log10(total)) - 1);
      // gallium of 2025 is printed to one digit: 900,000 in China and 9,000 elsewhere are 900,000
      double within = name.equals("2026 gallium all production 2025") ? 5 : 0.5;
      assertEquals(total, parts.get(name), within * unitOfSecondDigit, name);
    }
  }

  @Test
  void theTwoEditionsDiffer() {
    String rareEarths = "mineral=rare_earths;year=2024;value!=;edition=";
    Map<String, Double> earlier = that(PRODUCTION, rareEarths + 2025).sums("value", "area");
    Map<String, Double> later = that(PRODUCTION, rareEarths + 2026).sums("value", "area");
    assertEquals(earlier.get("China"), later.get("China"));
    for (String country : List.of("Australia", "Nigeria", "Thailand")) {
      assertNotEquals(earlier.get(country), later.get(country), country);
    }
  }

  /** 51,000 tonnes estimated, 50,692 reported. */
  @Test
  void outputAgreesWithTheMinersReport() {
    double reported =
        that("minerals/capacity_outside_china", "series=mp_reo_output").number("value");
    that(PRODUCTION, "mineral=rare_earths;country=USA;year=2025").shows("value", reported + " ±1%");
  }

  // ---- studies of the European Commission

  /** Rounding moves a sum by a few tenths of a percent; ten material-stages fall short of one. */
  @Test
  void sharesOfSupplyCloseButForTen() {
    Map<String, Double> shortOfOne =
        Map.of(
            "Vanadium processing", 0.887,
            "Nickel extraction", 0.909,
            "Titanium processing", 0.92,
            "Roundwood extraction", 0.93,
            "Borate processing", 0.95,
            "Nickel processing", 0.957,
            "Krypton processing", 0.98,
            "Cobalt extraction", 0.984,
            "Cobalt processing", 0.986,
            "Tellurium processing", 0.987);
    Map<String, Double> sums =
        that(STUDY_2023, "bound=").sums("share_of_world_supply", "material", "stage");
    assertEquals(62 + 60, sums.size());
    sums.forEach(
        (supply, sum) -> {
          Double printed = shortOfOne.get(supply);
          if (printed == null) {
            assertTrue(sum > 0.9895 && sum < 1.0045, supply + " " + sum);
          } else {
            assertEquals(printed, sum, 0.0005, supply);
          }
        });
  }

  @Test
  void sharesByElementAreThoseOfTheStudies() {
    for (Row row : that(BY_ELEMENT)) {
      String supply = "material=%s;stage=%s".formatted(row.getString(0), row.getString("stage"));
      String share = Double.toString(row.getDouble("china_share"));
      if (row.getInt("study_edition") == 2017) {
        assertTrue(row.isMissing("all_countries_share"), supply);
        that("minerals/eu_main_supplier_2017", supply)
            .shows("country", "CHN")
            .shows("share_of_world_supply", share);
      } else {
        that(STUDY_2023, supply + ";country=CHN").shows("share_of_world_supply", share);
        that(STUDY_2023, supply + ";bound=")
            .shows("sum(share_of_world_supply)", row.getDouble("all_countries_share") + " ±1e-9");
      }
    }
  }

  /** The seven of April 2025 and the five of October 2025. */
  @ParameterizedTest
  @CsvSource({"samarium, 7", "holmium, 5"})
  void licencesByElementAreThoseOfTheMeasures(String first, int elements) {
    Row measure = that("minerals/control_dates", "items~" + first + ".*").rows().get(0);
    String announced = measure.getDate("announced").toString();
    TableAssert licensed = that(BY_ELEMENT, "licence_announced=" + announced);
    assertEquals(elements, licensed.texts("element").size());
    for (String element : licensed.texts("element")) {
      assertTrue(measure.getString("items").contains(element.toLowerCase(Locale.ROOT)), element);
    }
  }

  /** The four magnet rare earths, light and heavy: another basket, the same order. */
  @Test
  void theAgencysShareLiesBetweenThoseOfTheGroups() {
    String processing = "study_edition=2023;stage=processing;element=";
    double light = that(BY_ELEMENT, processing + "Neodymium").number("china_share");
    double heavy = that(BY_ELEMENT, processing + "Dysprosium").number("china_share");
    that("minerals/china_shares", "series=china_share_ree_refining;period=2023")
        .each(
            "between",
            row -> row.getDouble("value") > 100 * light && row.getDouble("value") < 100 * heavy);
  }

  @Test
  void boundsOfStocksAndTimesHoldTheirFigures() {
    String table = "minerals/stocks_use_substitution";
    that(table)
        .ascending("low", "value", "high")
        .each(
            "a figure or a date",
            row ->
                row.getString("unit").startsWith("date")
                    == (row.isMissing("value") && row.isMissing("low") && row.isMissing("high")))
        .each(
            "none is zero",
            row ->
                List.of("value", "low", "high").stream()
                    .noneMatch(column -> !row.isMissing(column) && row.getDouble(column) == 0))
        .each("its kind", row -> "KUTX".charAt(kind(row)) == row.getString("id").charAt(0));
    that(table, "kind=substitution;date_or_period~.*202[7-9].*")
        .each("a plan", row -> row.getString("flag").contains("PLAN"));
  }

  private static int kind(Row row) {
    return List.of("stock", "use", "substitution", "supply").indexOf(row.getString("kind"));
  }

  // ---- exports of magnets

  private static double tonnes(String destination, String from, String to) {
    return that(
            MAGNETS, "destination=%s;start_date=%s;end_date=%s".formatted(destination, from, to))
        .number("tonnes");
  }

  /** The months of one year from a first to a last, each known by itself. */
  private static double months(String destination, int year, int first, int last) {
    LocalDate end = LocalDate.of(year, last, 1).plusMonths(1);
    return that(MAGNETS, "months=1;destination=" + destination)
        .where("start_date>=%s;start_date<%s".formatted(LocalDate.of(year, first, 1), end))
        .shows("rows()", "" + (last - first + 1))
        .number("sum(tonnes)");
  }

  @Test
  void periodsOfMagnetExportsSayWhatTheyCover() {
    for (Row row : that(MAGNETS)) {
      LocalDate start = row.getDate("start_date");
      LocalDate after = row.getDate("end_date").plusDays(1);
      String period = key(row, "destination", "period");
      assertEquals(1, start.getDayOfMonth(), period);
      assertEquals(start.plusMonths(row.getInt("months")), after, period);
      that(MAGNETS, "months=1;destination=" + row.getString("destination"))
          .where("start_date>=%s;start_date<%s".formatted(start, after))
          .shows("rows()", "" + row.getInt("months_held"));
    }
    that(MAGNETS, "tonnes_low!=")
        .each("derived", row -> row.getBoolean("derived"))
        .ascending("tonnes_low", "tonnes", "tonnes_high");
    // adding all rows would count some months four times
    assertTrue(
        that(MAGNETS, "destination=WLD").number("sum(tonnes)")
            > 4 * tonnes("WLD", "2025-01-01", "2025-12-31"));
  }

  /**
   * Months and sums against the year as reported; rounding of the derived months is a few tonnes.
   */
  @Test
  void monthsOfMagnetExportsCloseToTheirYear() {
    double world = tonnes("WLD", "2025-01-01", "2025-03-31") + months("WLD", 2025, 4, 12);
    assertEquals(57_394, world);
    assertEquals(tonnes("WLD", "2025-01-01", "2025-12-31"), world, 2);
    assertEquals(
        tonnes("WLD", "2025-01-01", "2025-03-31"),
        tonnes("WLD", "2025-01-01", "2025-02-28") + months("WLD", 2025, 3, 3),
        2);
    assertEquals(
        tonnes("WLD", "2026-01-01", "2026-03-31"),
        tonnes("WLD", "2026-01-01", "2026-02-28") + months("WLD", 2026, 3, 3));
    assertEquals(
        tonnes("WLD", "2024-01-01", "2024-12-31"),
        tonnes("WLD", "2024-01-01", "2024-09-30")
            + months("WLD", 2024, 10, 10)
            + tonnes("WLD", "2024-11-01", "2024-12-31"));
    // 0.1%: figures of several months are rounded percentages undone
    assertEquals(
        tonnes("USA", "2025-01-01", "2025-12-31"),
        tonnes("USA", "2025-01-01", "2025-06-30") + months("USA", 2025, 7, 12),
        8);
  }

  /** Changes in percent as reported, from the tonnes of the table. */
  @ParameterizedTest
  @CsvSource({
    "WLD, 2025-01-01, 2025-06-30, 2024-01-01, 2024-06-30, -18.9, 0.06",
    "WLD, 2025-01-01, 2025-09-30, 2024-01-01, 2024-09-30, -7.5, 0.06",
    "WLD, 2026-01-01, 2026-03-31, 2025-01-01, 2025-03-31, 4.8, 0.06",
    "USA, 2025-01-01, 2025-12-31, 2024-01-01, 2024-12-31, -20.3, 0.06",
    // June 2025: minus 38% is the world's, plus 660% on May that of the US
    "WLD, 2025-06-01, 2025-06-30, 2024-06-01, 2024-06-30, -38.1, 0.06",
    "USA, 2025-06-01, 2025-06-30, 2025-05-01, 2025-05-31, 660, 10",
  })
  void reportedChangesOfMagnetExportsComeOut(
      String destination,
      String from,
      String to,
      String fromBefore,
      String toBefore,
      double percent,
      double within) {
    double ratio = tonnes(destination, from, to) / tonnes(destination, fromBefore, toBefore);
    assertEquals(percent, 100 * (ratio - 1), within);
  }

  @Test
  void gradesOfMagnetExportsFollowTheFlags() {
    that(MAGNETS, "weak=true").shows("values(grade)", "S");
    that(MAGNETS, "weak=false;flag~.*MIRROR.*").shows("values(grade)", "M");
    that(MAGNETS, "weak=false;flag~(?!.*MIRROR).*").shows("values(grade)", "S");
    that(MAGNETS)
        .each("weak", row -> row.getString("flag").contains("WEAK") == row.getBoolean("weak"));
  }

  @Test
  void magnetsHaveTheUnitValueThatIsKnown() {
    TableAssert imports = that("minerals/us_magnet_imports", "year=2025");
    double fromChina = imports.number("imports_usd") * imports.number("china_share");
    double exports =
        that("minerals/mineral_flows", "series=china_magnet_exports_value").number("value");
    // US dollars a kilogram, and billions over tonnes
    assertEquals(50, fromChina / 1000 / tonnes("USA", "2025-01-01", "2025-12-31"), 0.5);
    assertEquals(49, exports * 1e6 / tonnes("WLD", "2024-01-01", "2024-12-31"), 0.5);
  }

  // ---- cited figures

  @Test
  void chinasShareOfOutputAgreesWithOtherSources() {
    double stated = that("minerals/japan_2010", "series=china_share_at_2010").number("value") / 100;
    assertEquals(stated, that(SHARE, "year=2010").number("china_share"), 0.005);
    // the US Geological Survey counts the same tonnes for China over a slightly other world
    assertEquals(255.0 / 376, that(SHARE, "year=2023").number("china_share"), 0.05);
    that(SHARE).each("a fraction", row -> row.getDouble("china_share") < 1);
  }

  @Test
  void datesOfControlsSayHowPreciseTheyAre() {
    for (String date : List.of("in_force", "announced")) {
      that("minerals/control_dates")
          .each(date, row -> row.isMissing(date) == row.getString(date + "_precision").isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prices",
        "japan_2010",
        "defence_exposure",
        "capacity_outside_china",
        "china_shares"
      })
  void citedFiguresHaveTheirBounds(String name) {
    that("minerals/" + name)
        .ascending("low", "value", "high")
        .each(
            "a number unless a text",
            row -> row.getString("flag").contains("TEXT") == row.isMissing("value"))
        .each(
            "a lower bound alone",
            row ->
                row.getString("flag").contains("LOWER_BOUND")
                    == (!row.isMissing("low") && row.isMissing("high")));
  }
}
