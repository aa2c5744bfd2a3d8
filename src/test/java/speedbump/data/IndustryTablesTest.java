package speedbump.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * The industry tables: what their sources are known by, parts against totals, and one source
 * against another.
 */
class IndustryTablesTest {
  /** Shares are printed with one decimal of a percent, so half a digit each. */
  private static final double ROUNDING_OF_A_SHARE = 0.0005;

  /** Sums of floating-point numbers that were written with all their digits. */
  private static final double FLOATING = 1e-9;

  private static final int WIOD_MANUFACTURING_FIRST = 3;
  private static final int WIOD_SECTORS = 35;

  private static Table table(String name) {
    return Catalog.shared().table("industry/" + name);
  }

  private static Table where(Table table, String column, String value) {
    return table.where(table.stringColumn(column).isEqualTo(value));
  }

  private static Table where(Table table, String column, int value) {
    return table.where(table.intColumn(column).isEqualTo(value));
  }

  private static double only(Table table, String column) {
    assertEquals(1, table.rowCount(), table.name());
    return table.doubleColumn(column).getDouble(0);
  }

  private static Set<String> values(Table table, String column) {
    return new TreeSet<>(table.stringColumn(column).asList());
  }

  /** Sums of a column over the rows of each key. */
  private static Map<String, Double> sums(Table table, String column, Function<Row, String> key) {
    Map<String, Double> sums = new TreeMap<>();
    for (Row row : table) {
      sums.merge(key.apply(row), row.getDouble(column), Double::sum);
    }
    return sums;
  }

  private static Function<Row, String> keyOf(String... columns) {
    return row ->
        Arrays.stream(columns)
            .map(column -> String.valueOf(row.getObject(column)))
            .collect(Collectors.joining(" "));
  }

  // value added

  @Test
  void industriesAddUpToAllOfThem() {
    Table table = table("value_added");
    Function<Row, String> key = keyOf("economy", "year");
    Map<String, Double> parts =
        sums(where(table, "kind", "kti_industry"), "value_added_million_usd", key);
    Map<String, Double> totals =
        sums(where(table, "kind", "kti_total"), "value_added_million_usd", key);
    assertEquals(12 * 21, totals.size());
    // thirteen industries in whole millions: half a million each
    totals.forEach((k, total) -> assertEquals(total, parts.get(k), 13 * 0.5, k));
    assertEquals(parts.get("WLD 2022"), totals.get("WLD 2022"));
  }

  /** The source left the name blank: these rows stand in China's block and add up with it. */
  @Test
  void theNamelessRowsAreChinas() {
    Table china = where(where(table("value_added"), "economy", "CHN"), "year", 2022);
    double services =
        List.of("Software publishing", "IT and other information services", "Scientific R&D")
            .stream()
            .mapToDouble(i -> only(where(china, "industry", i), "value_added_million_usd"))
            .sum();
    assertEquals(
        services,
        only(where(china, "industry", "KTI service industries"), "value_added_million_usd"),
        3 * 0.5);
  }

  @Test
  void europeHoldsItsMembersAndTheWorldHoldsAll() {
    Map<String, Double> total =
        sums(
            where(where(table("value_added"), "kind", "kti_total"), "year", 2022),
            "value_added_million_usd",
            keyOf("economy"));
    assertTrue(total.get("EUU") > total.get("DEU") + total.get("FRA") + total.get("ITA"));
    assertTrue(total.get("WLD") > total.get("CHN") + total.get("USA") + total.get("EUU"));
  }

  /** So the two are never joined: the ratio to the World Bank's figure is not even constant. */
  @ParameterizedTest
  @CsvSource({
    "CHN, 2004, 0.88",
    "CHN, 2010, 1.00",
    "CHN, 2022, 1.21",
    "USA, 2004, 1.02",
    "USA, 2022, 1.08",
    "DEU, 2022, 0.90",
    "WLD, 2019, 0.99"
  })
  void manufacturingIsNotThatOfTheWorldBank(String economy, int year, double ratio) {
    Table ours = where(where(table("value_added"), "industry", "All manufacturing"), "year", year);
    Table bank = where(table("manufacturing_value_added"), "year", year);
    assertEquals(
        ratio,
        only(where(ours, "economy", economy), "value_added_million_usd")
            * 1e6
            / only(where(bank, "economy", economy), "value_added_usd"),
        0.005);
  }

  @ParameterizedTest
  @CsvSource({"CHN, 0.29", "USA, 0.16", "DEU, 0.05"}) // Baldwin 2024, as reported
  void sharesOfWorldManufacturingIn2020AreThosePublished(String economy, double published) {
    Table year = where(table("manufacturing_value_added"), "year", 2020);
    double world = only(where(year, "economy", "WLD"), "value_added_usd");
    assertEquals(published, only(where(year, "economy", economy), "value_added_usd") / world, 0.01);
  }

  @Test
  void theOlderVintageIsMarked() {
    Table table = table("manufacturing_value_added");
    Table older = where(table, "vintage", "older");
    assertEquals(List.of(2004, 2005), older.intColumn("year").asList());
    assertEquals(Set.of("CHN"), values(older, "economy"));
    // 16.825 trillion, as the README of the copy says
    assertEquals(
        16.825e12,
        only(where(where(table, "economy", "WLD"), "year", 2024), "value_added_usd"),
        0.5e9);
  }

  // research and development

  @Test
  void sharesOfPerformersAndFundersAddUpToOneWhereAllAreReported() {
    Table table = table("rd_performer_funder");
    Map<String, Double> sums = sums(table, "share", keyOf("country", "account"));
    assertEquals(45 * 2 - 1, sums.size()); // Australia states no funders
    assertFalse(sums.containsKey("AUS funded_by"));
    sums.forEach(
        (key, sum) -> {
          assertTrue(sum <= 1 + 6 * ROUNDING_OF_A_SHARE, key + " " + sum);
          if (!key.equals("CHN funded_by")) {
            assertTrue(sum >= 1 - 0.006, key + " " + sum); // Hungary's non-profit sector
          }
        });
    // 2.8 % of China's R&D has no stated source: missing, not zero
    assertEquals(0.972, sums.get("CHN funded_by"), FLOATING);
    assertEquals(3, where(where(table, "country", "CHN"), "account", "funded_by").rowCount());
    assertEquals(3, where(where(table, "country", "CHN"), "account", "performed_by").rowCount());
  }

  @Test
  void groupsAreNoCountries() {
    Set<String> countries = values(table("rd_performer_funder"), "country");
    assertEquals(45, countries.size());
    assertFalse(countries.contains("OED"));
    assertFalse(countries.contains("EUU"));
    assertTrue(countries.contains("TWN"));
  }

  @Test
  void olderYearsStandInTheirRows() {
    Table performers = where(table("rd_performer_funder"), "country", "AUS");
    assertEquals(List.of(2019), performers.intColumn("year").unique().asList());
    Table editions = where(table("rd_expenditure"), "edition", 2024);
    assertEquals(2019, where(editions, "economy", "AUS").intColumn("year").max());
    assertEquals(2021, where(editions, "economy", "CHN").intColumn("year").max());
  }

  @ParameterizedTest
  @CsvSource({
    "USA, 549.0",
    "CHN, 496.0",
    "JPN, 170.9",
    "DEU, 132.0",
    "KOR, 91.0",
    "FRA, 64.7",
    "GBR, 49.3",
    "XEU, 430.1"
  })
  void expenditureOf2017IsThatOfItsEconomy(String economy, double billion) {
    Table row =
        where(
            where(where(table("rd_expenditure"), "edition", 2020), "economy", economy),
            "year",
            2017);
    assertEquals(billion, only(row, "gerd_billion_current_ppp_usd"));
  }

  @Test
  void researchIntensityIsAFraction() {
    Table table = table("rd_expenditure");
    assertTrue(table.doubleColumn("gerd_share_of_gdp").max() < 0.06); // Israel
    Table us = where(where(table, "edition", 2020), "economy", "USA");
    assertEquals(0.0281, only(where(us, "year", 2017), "gerd_share_of_gdp"), FLOATING);
  }

  @Test
  void theTwoEditionsAgreeWithinRevisions() {
    Table table = table("rd_expenditure");
    Function<Row, String> key = keyOf("economy", "year");
    String column = "gerd_billion_current_ppp_usd";
    Table late = where(table, "edition", 2024);
    Table early = where(table, "edition", 2020);
    Map<String, Double> after =
        sums(late.where(late.doubleColumn(column).isNotMissing()), column, key);
    Map<String, Double> before =
        sums(early.where(early.doubleColumn(column).isNotMissing()), column, key);
    Set<String> both = new TreeSet<>(before.keySet());
    both.retainAll(after.keySet());
    assertEquals(19, both.size());
    // the largest revision is that of the United Kingdom in 1990: 18.6 to 19.06
    both.forEach(k -> assertEquals(1, before.get(k) / after.get(k), 0.026, k));
    assertEquals(18.6, before.get("GBR 1990"));
    assertEquals(19.06, after.get("GBR 1990"));
  }

  /** OECD's Main Science and Technology Indicators: China 72 % of the United States in 2013. */
  @Test
  void chinaOverTheUnitedStatesIsNearThePublishedRatio() {
    Table year = where(where(table("rd_expenditure"), "edition", 2020), "year", 2013);
    String column = "gerd_billion_current_ppp_usd";
    double ratio =
        only(where(year, "economy", "CHN"), column) / only(where(year, "economy", "USA"), column);
    assertEquals(0.72, ratio, 0.02); // later vintage of the parities
  }

  @Test
  void performersAndFundersOfUsResearchAddUp() {
    Table table = table("us_rd_performer_funder");
    for (String column : List.of("rd_million_current_usd", "rd_million_constant_2017_usd")) {
      Function<Row, String> key = keyOf("account", "year");
      Map<String, Double> totals = sums(where(table, "sector", "All"), column, key);
      Table parts =
          table.where(
              table
                  .stringColumn("sector")
                  .isNotEqualTo("All")
                  .andNot(table.stringColumn("sector").startsWith("Federal government / ")));
      Map<String, Double> sums = sums(parts, column, key);
      assertEquals(2 * 13, totals.size());
      // five sectors in whole millions
      totals.forEach((k, total) -> assertEquals(total, sums.get(k), 5 * 0.5 + 0.5, k));
    }
  }

  @Test
  void usResearchByTypeHasTheSameTotals() {
    Table types = table("us_rd_by_type");
    Table all = where(where(types, "type", "All R&D"), "performer", "all performers");
    Table performers = where(table("us_rd_performer_funder"), "sector", "All");
    for (int year : List.of(2010, 2022)) {
      double million =
          only(
              where(where(performers, "account", "performed_by"), "year", year),
              "rd_million_current_usd");
      // billions with one decimal
      assertEquals(million / 1e3, only(where(all, "year", year), "rd_billion_current_usd"), 0.051);
    }
  }

  @Test
  void typesOfResearchAddUpAndGermanyHasNone() {
    Table table = table("rd_by_type");
    Table germany = where(where(table, "country", "DEU"), "edition", 2022);
    assertEquals(5, germany.doubleColumn("share").countMissing());
    assertEquals(4, germany.doubleColumn("rd_billion_ppp_usd").countMissing());
    Table india = where(where(table, "country", "IND"), "edition", 2022);
    assertEquals(
        0.438, only(where(india, "type", "other (not elsewhere classified)"), "share"), FLOATING);
    Table split = table.where(table.doubleColumn("share").isNotMissing());
    assertEquals(7, values(where(split, "edition", 2022), "country").size());
    assertEquals(6, values(where(split, "edition", 2020), "country").size());
    Function<Row, String> key = keyOf("edition", "country");
    Map<String, Double> totals = sums(where(table, "type", "all R&D"), "rd_billion_ppp_usd", key);
    Table parts = split.where(split.stringColumn("type").isNotEqualTo("all R&D"));
    Map<String, Double> sums = sums(parts, "rd_billion_ppp_usd", key);
    assertEquals(7 + 6, sums.size());
    // four parts and a total with one decimal
    sums.forEach((k, sum) -> assertEquals(totals.get(k), sum, 0.251, k));
    for (Row row : parts) {
      double total = totals.get(key.apply(row));
      assertEquals(
          row.getDouble("rd_billion_ppp_usd") / total,
          row.getDouble("share"),
          ROUNDING_OF_A_SHARE + 0.1 / total,
          key.apply(row));
    }
  }

  @Test
  void typesOfChineseResearchAddUp() {
    Table table = table("china_rd_by_type");
    assertEquals(14 * 4, table.rowCount());
    Map<String, Double> parts =
        sums(
            table.where(table.stringColumn("type").isNotEqualTo("all R&D")),
            "share",
            keyOf("year"));
    assertEquals(14, parts.size());
    // the yearbook's own gap, 196.7 million of 2021's 2,796 billion yuan
    parts.forEach((year, sum) -> assertEquals(1, sum, 0.00008, year));
    Table last = where(table, "year", 2023);
    assertEquals(3335.7, only(where(last, "type", "all R&D"), "rd_billion_cny"), 0.05);
    assertEquals(225.9, only(where(last, "type", "basic research"), "rd_billion_cny"), 0.05);
    assertEquals(Set.of("M"), values(table, "grade"));
  }

  @Test
  void ventureCapitalAddsUp() {
    Table table = table("venture_capital");
    Table parts = table.where(table.stringColumn("economy").isNotEqualTo("WLD"));
    Map<String, Double> sums = sums(parts, "venture_capital_million_usd", keyOf("year"));
    Map<String, Double> world =
        sums(where(table, "economy", "WLD"), "venture_capital_million_usd", keyOf("year"));
    assertEquals(20, world.size());
    assertEquals(14, values(table, "economy").size());
    // thirteen parts in whole millions; the largest gap is one
    world.forEach((year, total) -> assertEquals(total, sums.get(year), 1.01, year));
  }

  // patents and articles

  @ParameterizedTest
  @CsvSource({
    "pct_applications, 0.9999, 1.0001", // counts
    "uspto_granted, 0.987, 1.001", // 35 economies are listed, the others are in the world only
    "inpadoc_families_granted, 0.975, 1.0", // the same
  })
  void economiesAddUpToTheWorldsPatents(String series, double least, double most) {
    Table table = where(table("patents"), "series", series);
    Function<Row, String> key = keyOf("field", "year");
    Map<String, Double> sums =
        sums(table.where(table.stringColumn("economy").isNotEqualTo("WLD")), "patents", key);
    Map<String, Double> world = sums(where(table, "economy", "WLD"), "patents", key);
    assertFalse(world.isEmpty());
    world.forEach(
        (k, total) -> {
          assertTrue(sums.get(k) >= least * total, k + " " + sums.get(k) / total);
          assertTrue(sums.get(k) <= most * total, k + " " + sums.get(k) / total);
        });
  }

  @Test
  void patentSeriesEndWhereTheirSourcesDo() {
    Table table = table("patents");
    assertFalse(values(table, "economy").contains("EUU"));
    assertTrue(values(table, "economy").contains("NAM"));
    assertEquals(2020, where(table, "series", "inpadoc_families_granted").intColumn("year").max());
    Table chips = where(where(table, "series", "uspto_granted"), "field", "Semiconductors");
    assertEquals(1998, chips.intColumn("year").min());
    assertEquals(2022, chips.intColumn("year").max());
    Set<String> offices = values(where(table, "series", "uspto_granted"), "economy");
    assertFalse(offices.contains("XEP"));
    assertTrue(values(where(table, "series", "pct_applications"), "economy").contains("XEP"));
  }

  /** WIPO counts by year of filing, NCSES by year of publication, about a year later. */
  @ParameterizedTest
  @CsvSource({"2020, 58990", "2022, 69610"})
  void applicationsOfChinaAreNearTheNextYearsFilings(int year, double published) {
    Table row =
        where(
            where(where(table("patents"), "series", "pct_applications"), "economy", "CHN"),
            "year",
            year);
    assertEquals(1, only(row, "patents") / published, 0.15);
  }

  @ParameterizedTest
  @CsvSource({"CHN, 2022, 898949", "USA, 2022, 457335", "CHN, 2012, 329067"})
  void articlesAreThoseOfThePublishersTable(String economy, int year, double published) {
    Table row =
        where(
            where(where(table("articles"), "field", "All S&E fields"), "economy", economy),
            "year",
            year);
    // the copy has one decimal
    assertEquals(published, only(row, "articles"), 0.5);
  }

  @Test
  void economiesAddUpToTheWorldsArticles() {
    Table table = table("articles");
    Function<Row, String> key = keyOf("field", "year");
    Map<String, Double> sums =
        sums(table.where(table.stringColumn("economy").isNotEqualTo("WLD")), "articles", key);
    Map<String, Double> world = sums(where(table, "economy", "WLD"), "articles", key);
    assertEquals(6 * 20, world.size());
    // XRW is the world minus the others, to one decimal
    world.forEach((k, total) -> assertEquals(total, sums.get(k), 0.051, k));
    assertTrue(where(table, "economy", "XRW").doubleColumn("articles").min() > 0);
    assertTrue(
        where(table, "economy", "XRW").doubleColumn("articles").max()
            < 0.06 * where(table, "economy", "WLD").doubleColumn("articles").max());
    assertFalse(values(table, "economy").contains("EUU"));
  }

  @Test
  void wholeCountsAddUpToMoreThanTheWorld() {
    Table year = where(table("ai_articles"), "year", 2022);
    double world = only(where(year, "economy", "WLD"), "articles");
    double sum = year.doubleColumn("articles").sum() - world;
    assertTrue(sum > world);
    assertTrue(sum < 1.5 * world); // regions would double it
  }

  // exports

  @Test
  void codesAreTexts() {
    Table rca = table("export_rca_2018");
    assertTrue(values(rca, "exporter").containsAll(List.of("TWN", "CHN")));
    assertTrue(values(table("exports_by_heading_2016"), "exporter").contains("NAM"));
    assertTrue(values(table("exports_by_chapter_2024"), "exporter").contains("NAM"));
    assertEquals(222, values(table("export_weights_2018"), "exporter").size());
    Set<String> products = values(rca, "product");
    assertEquals(4726, products.size());
    assertTrue(products.contains("010119"));
    assertFalse(products.contains("854042")); // not in the matrix
    products.forEach(code -> assertTrue(code.matches("[0-9]{6}"), code));
    Set<String> headings = values(table("exports_by_heading_2016"), "heading");
    assertEquals(1239, headings.size());
    assertTrue(headings.contains("0101"));
    assertEquals(96, values(table("exports_by_chapter_2024"), "chapter").size());
    assertTrue(values(table("exports_by_chapter_2024"), "chapter").contains("01"));
  }

  @Test
  void everyCodeHasALabel() {
    Table labels = table("product_labels");
    Set<String> headings = values(where(labels, "level", "heading"), "code");
    assertTrue(headings.containsAll(values(table("exports_by_heading_2016"), "heading")));
    assertTrue(headings.containsAll(values(table("field_exports"), "heading")));
    values(table("export_rca_2018"), "product")
        .forEach(product -> assertTrue(headings.contains(product.substring(0, 4)), product));
    Set<String> chapters = values(where(labels, "level", "chapter"), "code");
    assertTrue(chapters.containsAll(values(table("exports_by_chapter_2024"), "chapter")));
    // later editions mean vacuum cleaners and fatty acids
    assertEquals(
        "Electro-mechanical tools with electric motor",
        where(labels, "code", "8508").stringColumn("label").get(0));
    assertEquals(
        "Prepared binders, other chemical products",
        where(labels, "code", "3823").stringColumn("label").get(0));
  }

  @Test
  void smallIndicesShipForChinaAndTheUnitedStatesOnly() {
    Table rca = table("export_rca_2018");
    Table small = rca.where(rca.doubleColumn("rca").isLessThan(0.75));
    assertEquals(Set.of("CHN", "USA"), values(small, "exporter"));
    assertEquals(109_032, rca.rowCount()); // of 398,872: 104,363 from 0.75, 4,669 below of the two
    assertEquals(87_303, rca.where(rca.doubleColumn("rca").isGreaterThanOrEqualTo(1)).rowCount());
  }

  @Test
  void weightsAreSharesOfWorldExports() {
    Table weights = table("export_weights_2018");
    assertEquals(1, weights.doubleColumn("share_of_world_exports").sum(), FLOATING);
    assertEquals(
        0.1407, only(where(weights, "exporter", "CHN"), "share_of_world_exports"), 0.00005);
    Map<String, Double> weight =
        sums(weights, "share_of_world_exports", row -> row.getString("exporter"));
    Map<String, Double> shares = new TreeMap<>();
    for (Row row : table("export_rca_2018")) {
      shares.merge(
          row.getString("product"),
          row.getDouble("rca") * weight.get(row.getString("exporter")),
          Double::sum);
    }
    // the indices below 0.75 are left out, so a product's shares add up to one or less; weights
    // have
    // nine decimals, indices six digits
    shares.forEach((product, sum) -> assertTrue(sum <= 1 + 5e-5, product + " " + sum));
    assertTrue(shares.values().stream().mapToDouble(Double::doubleValue).average().orElse(0) > 0.8);
  }

  @Test
  void totalsOfTheMatricesAreThosePublished() {
    assertEquals(
        16.17e12,
        table("exports_by_heading_2016").doubleColumn("export_value_usd").sum(),
        0.005e12);
    Table chapters = table("exports_by_chapter_2024");
    assertEquals(22.83e9, chapters.doubleColumn("export_value_thousand_usd").sum(), 0.005e9);
    Map<String, Double> total = sums(chapters, "export_value_thousand_usd", keyOf("exporter"));
    assertEquals(3596.8e6, total.get("CHN"), 0.05e6);
    assertEquals(1860.2e6, total.get("USA"), 0.05e6);
    assertEquals(1506.4e6, total.get("DEU"), 0.05e6);
  }

  @Test
  void twoHeadingsOfOneNameAreOneColumn() {
    Set<String> headings = values(table("exports_by_heading_2016"), "heading");
    assertTrue(headings.contains("5209+5211"));
    assertFalse(headings.contains("5209"));
    assertFalse(headings.contains("5211"));
    Table unspecified = where(table("exports_by_heading_2016"), "heading", "9999");
    assertEquals(637e9, unspecified.doubleColumn("export_value_usd").sum(), 0.5e9);
    assertEquals(133e9, only(where(unspecified, "exporter", "USA"), "export_value_usd"), 0.5e9);
  }

  /** The index of every cell: share in the exporter's exports over share in the world's. */
  private static Map<String, Long> headingsWithAdvantage(Table exports, double cut) {
    Map<String, Double> ofExporter = sums(exports, "export_value_usd", keyOf("exporter"));
    Map<String, Double> ofHeading = sums(exports, "export_value_usd", keyOf("heading"));
    double world = exports.doubleColumn("export_value_usd").sum();
    Map<String, Long> counts = new TreeMap<>();
    for (Row row : exports) {
      String exporter = row.getString("exporter");
      double share = row.getDouble("export_value_usd") / ofExporter.get(exporter);
      if (share / (ofHeading.get(row.getString("heading")) / world) >= cut) {
        counts.merge(exporter, 1L, Long::sum);
      }
    }
    return counts;
  }

  private static double correlation(Map<String, Double> a, Map<String, Double> b) {
    Set<String> both = new TreeSet<>(a.keySet());
    both.retainAll(b.keySet());
    assertTrue(both.size() > 140, both.size() + " exporters");
    return new PearsonsCorrelation()
        .correlation(
            both.stream().mapToDouble(a::get).toArray(),
            both.stream().mapToDouble(b::get).toArray());
  }

  private static Map<String, Double> diversity(int year) {
    Table table = where(table("export_diversity"), "year", year);
    Table large = table.where(table.doubleColumn("export_value_usd").isGreaterThan(1e9));
    Map<String, Double> counts = new TreeMap<>();
    large.forEach(
        row -> counts.put(row.getString("exporter"), (double) row.getInt("headings_rca_1")));
    return counts;
  }

  @Test
  void breadthOf2016IsThatOfTheLaterRelease() {
    Map<String, Double> counts = new TreeMap<>();
    headingsWithAdvantage(table("exports_by_heading_2016"), 1)
        .forEach((exporter, count) -> counts.put(exporter, (double) count));
    // 0.994 for 150 exporters by the README of the copy; older cleaning
    assertEquals(0.994, correlation(counts, diversity(2016)), 0.002);
  }

  @Test
  void breadthOf2020IsThatOfTheAtlas() {
    Table table = where(table("advantage_counts"), "source", "oec_2020");
    Map<String, Double> counts = new TreeMap<>();
    table.forEach(
        row -> counts.put(row.getString("exporter"), (double) row.getInt("headings_rca_1")));
    assertEquals(0.992, correlation(counts, diversity(2020)), 0.002);
    assertEquals(Set.of(1217), new HashSet<>(table.intColumn("headings").asList()));
  }

  @Test
  void countsOf1997AreOfItsReporters() {
    Table table = where(table("advantage_counts"), "source", "wits_1997");
    assertEquals(84, table.rowCount());
    Set<String> reporters = values(table, "exporter");
    assertFalse(reporters.contains("TWN"));
    assertTrue(reporters.contains("BLX"));
    assertEquals(182.79e9, only(where(table, "exporter", "CHN"), "export_value_usd"), 0.01e9);
    assertEquals(507.9e9, only(where(table, "exporter", "DEU"), "export_value_usd"), 0.05e9);
    assertEquals(421.1e9, only(where(table, "exporter", "JPN"), "export_value_usd"), 0.05e9);
    // every heading has a complexity once 3823 and 3824 of HS96 are 1519 and 3823 of HS92
    assertEquals(Set.of(1242), new HashSet<>(table.intColumn("headings_ranked").asList()));
  }

  @Test
  void theTopTenthIsMadeByTheMostComplexEconomies() {
    Table table = where(table("advantage_counts"), "source", "oec_2020");
    for (String complex : List.of("JPN", "DEU")) {
      assertTrue(where(table, "exporter", complex).intColumn("top_tenth_rca_1").get(0) > 61);
    }
    assertEquals(0, where(table, "exporter", "BGD").intColumn("top_tenth_rca_1").get(0));
    for (Row row : table("advantage_counts")) {
      assertTrue(row.getInt("headings_rca_1") <= row.getInt("headings_rca_075"));
      assertTrue(row.getInt("top_tenth_rca_1") <= row.getInt("headings_rca_1"));
      assertTrue(row.getInt("top_tenth_rca_075") <= row.getInt("top_tenth"));
      assertEquals(0.1, (double) row.getInt("top_tenth") / row.getInt("headings"), 0.001);
    }
  }

  @Test
  void diversityHasNoUndeclaredExporter() {
    Set<String> exporters = values(table("export_diversity"), "exporter");
    assertFalse(exporters.contains("ANS"));
    assertTrue(exporters.contains("NAM"));
    exporters.forEach(code -> assertTrue(code.matches("[A-Z]{3}"), code));
  }

  @Test
  void theAtlasRanksItsOwnCountries() {
    Table table = table("complexity_ranking");
    assertEquals(25, table.doubleColumn("eci").countMissing());
    assertEquals(133, values(table, "country").size());
    Table last = where(table, "year", 2021).sortAscendingOn("eci_rank");
    assertEquals(
        List.of("JPN", "CHE", "KOR", "DEU", "SGP"),
        last.stringColumn("country").asList().subList(0, 5));
  }

  // goods of the fields, trials

  @Test
  void exportsOfTheFieldsAreNearTheMatrixOf2016() {
    Table matrix = table("exports_by_heading_2016");
    Map<String, Double> values = sums(matrix, "export_value_usd", keyOf("exporter", "heading"));
    Table fields = where(table("field_exports"), "year", 2016);
    assertEquals(27, fields.rowCount());
    for (Row row : fields) {
      String key = keyOf("exporter", "heading").apply(row);
      double ratio = values.get(key) / 1e9 / row.getDouble("export_billion_usd");
      // an older cleaning; US 8479 is the largest, where sources allot chip-making tools otherwise
      assertTrue(ratio > 0.94 && ratio < 1.35, key + " " + ratio);
    }
  }

  @Test
  void aMissingExportIsNoZero() {
    Table fields = table("field_exports");
    assertEquals(386, fields.rowCount());
    assertTrue(fields.rowCount() < 5 * 8 * 15);
    assertTrue(fields.doubleColumn("export_billion_usd").min() > 0);
    assertEquals(2023, where(fields, "exporter", "DEU").intColumn("year").max());
    assertEquals(2024, where(fields, "exporter", "CHN").intColumn("year").max());
  }

  @Test
  void fiveExportersAreNotTheWorld() {
    Map<String, Double> world =
        sums(table("field_exports_world"), "export_billion_usd", keyOf("heading", "year"));
    assertEquals(8 * 14, world.size());
    Map<String, Double> five =
        sums(table("field_exports"), "export_billion_usd", keyOf("heading", "year"));
    // accumulators in 2022 are the most concentrated
    world.forEach((k, total) -> assertTrue(five.getOrDefault(k, 0.0) < 0.65 * total, k));
  }

  @Test
  void basketsAreOfEconomiesOnly() {
    Table table = table("semiconductor_trade");
    assertEquals(676, table.rowCount());
    assertFalse(values(table, "economy").contains("WLD"));
    Table tools = where(where(table, "flow", "export"), "basket", "semi_manufacturing");
    Table china = where(tools, "economy", "CHN");
    // the step of a new nomenclature, not of controls
    assertEquals(
        1.75,
        only(where(china, "year", 2022), "trade_billion_usd")
            / only(where(china, "year", 2021), "trade_billion_usd"),
        0.02);
  }

  @Test
  void trialsBeginAfterTheChangeOfFilter() {
    Table table = table("clinical_trials");
    assertEquals(2017, table.intColumn("year").min());
    for (Row row : table) {
      assertEquals(
          row.getInt("trials"),
          row.getInt("trials_1_100")
              + row.getInt("trials_101_500")
              + row.getInt("trials_501_1000")
              + row.getInt("trials_over_1000"));
    }
    Table china = where(table, "country", "CHN");
    assertEquals(620, where(china, "year", 2017).intColumn("trials").get(0));
    assertEquals(1917, where(china, "year", 2023).intColumn("trials").get(0));
  }

  // national accounts

  @ParameterizedTest
  @CsvSource({"11.0, 7.39", "10.01, 4.92"})
  void chinasGrowthDiffersBetweenTheVersions(String version, double percent) {
    Table china = where(where(table("penn_world_table"), "version", version), "country", "CHN");
    double growth =
        Math.log(
                only(where(china, "year", 2019), "rgdpna_million_usd")
                    / only(where(china, "year", 2009), "rgdpna_million_usd"))
            / 10;
    assertEquals(percent / 100, growth, 0.00005);
  }

  @Test
  void aCountryOfTwoSpellingsIsOneCountry() {
    Table table = table("gdp");
    assertEquals(21, values(table, "country").size());
    for (String country : List.of("KOR", "TUR", "VNM")) {
      assertEquals(30, where(table, "country", country).rowCount(), country);
    }
    assertTrue(table.doubleColumn("rd_share_of_gdp").max() < 0.1);
    assertTrue(table.doubleColumn("gdp_growth").max() < 0.3);
    assertTrue(where(table, "year", 2023).doubleColumn("rd_share_of_gdp").countMissing() > 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {2002, 2007, 2012, 2017, 2018, 2020})
  void expenditureAddsUpToTheProductOfChina(int year) {
    Map<String, Double> sums =
        sums(
            where(table("china_io_aggregates"), "year", year),
            "value_billion_cny",
            keyOf("measure"));
    double product = sums.get("gross_domestic_product");
    double expenditure =
        sums.get("final_consumption")
            + sums.get("capital_formation")
            + sums.get("exports")
            - sums.get("imports")
            + sums.getOrDefault("statistical_error", 0.0);
    // six sums with three decimals; the source balances to twelve digits
    assertEquals(product, expenditure, 0.01);
    // the illustration of industry/china_demand beside it
    Map<String, Double> shares =
        sums(where(table("china_demand"), "year", year), "share_of_gdp", keyOf("measure"));
    double tolerance = year == 2002 ? 0.028 : 0.016;
    assertEquals(sums.get("exports") / product, shares.get("exports"), tolerance);
    assertEquals(
        sums.get("final_consumption") / product, shares.get("total_consumption"), tolerance);
    assertEquals(sums.get("capital_formation") / product, shares.get("investment"), tolerance);
  }

  @Test
  void figuresThatNameNoOfficeOnlyIllustrate() {
    Table table = table("china_demand");
    assertEquals(Set.of("M"), values(where(table, "measure", "household_consumption"), "grade"));
    assertEquals(Set.of("S"), values(where(table, "measure", "exports"), "grade"));
    assertEquals(Set.of("M"), values(table("china_io_aggregates"), "grade"));
  }

  // input-output tables

  private static List<String> sectors() {
    return IntStream.rangeClosed(1, WIOD_SECTORS).mapToObj(i -> "c" + i).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1995, 2000, 2005, 2008, 2011})
  void worldTablesBalance(int year) {
    Table table = table("world_io_" + year);
    assertEquals(11 * 35 * 11, table.rowCount());
    Map<String, Double> used = new TreeMap<>();
    Map<String, Double> bought = new TreeMap<>();
    for (Row row : table) {
      String seller = row.getString("from_region") + " " + row.getString("from_sector");
      used.merge(seller, row.getDouble("final_demand"), Double::sum);
      for (String sector : sectors()) {
        double cell = row.getDouble(sector);
        assertTrue(cell >= 0, seller);
        used.merge(seller, cell, Double::sum);
        bought.merge(row.getString("to_region") + " " + sector, cell, Double::sum);
      }
    }
    Map<String, Double> output =
        sums(
            where(table("world_io_output"), "year", year),
            "output_million_usd",
            keyOf("region", "sector"));
    assertEquals(11 * 35, output.size());
    output.forEach(
        (seller, total) -> {
          // the source's rounding, added up over the members of EUX and ROW
          assertEquals(total, used.get(seller), 1630, seller);
          assertTrue(total - bought.get(seller) >= 0, "value added of " + seller);
        });
    for (String nobody : List.of("CHN c19", "CHN c35", "JPN c35", "KOR c35")) {
      assertEquals(0, output.get(nobody), nobody);
    }
    assertTrue(table.doubleColumn("final_demand").min() < 0); // inventories
  }

  /** Cells of some rows of a wide table, columns of the table's own names. */
  private static double[][] cells(Table table, List<String> rows, List<String> columns) {
    double[][] cells = new double[rows.size()][columns.size()];
    for (Row row : table) {
      int i = rows.indexOf(row.getString("row"));
      if (i >= 0) {
        for (int j = 0; j < columns.size(); j++) {
          cells[i][j] = row.getDouble(columns.get(j));
        }
      }
    }
    return cells;
  }

  private static List<String> codes(String classification, String kind) {
    Table codes = where(table("io_codes"), "classification", classification);
    return where(codes, "kind", kind).stringColumn("code").asList();
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  @ParameterizedTest
  @ValueSource(strings = {"io_wiod2016_chn", "io_wiod2016_usa"})
  void nationalTablesOfWiodBalance(String name) {
    Table table = table(name);
    List<String> industries = codes("wiod_2016", "industry");
    List<String> uses = new ArrayList<>(industries);
    uses.addAll(codes("wiod_2016", "final_use"));
    assertEquals(56 + 6, uses.size());
    List<String> additions = List.of("txsp", "exp_adj", "purr", "purnr", "va", "intttm");
    for (int year = 2000; year <= 2014; year++) {
      Table one = where(table, "year", year);
      Table domestic = where(one, "origin", "Domestic");
      double[][] use = cells(domestic, industries, uses);
      double[][] output = cells(domestic, industries, List.of("go"));
      double[][] imports = cells(where(one, "origin", "Imports"), industries, industries);
      Table totals = where(one, "origin", "TOT");
      double[][] added = cells(totals, additions, industries);
      double[] columns = cells(totals, List.of("go"), industries)[0];
      for (int i = 0; i < industries.size(); i++) {
        // four decimals, 62 cells
        assertEquals(output[i][0], sum(use[i]), 0.0062, name + year + industries.get(i));
        assertEquals(output[i][0], columns[i], 0.0001);
        double column = 0;
        for (int k = 0; k < industries.size(); k++) {
          column += use[k][i] + imports[k][i];
        }
        for (double[] row : added) {
          column += row[i];
        }
        assertEquals(columns[i], column, 0.15, name + year + industries.get(i)); // the source's own
      }
    }
  }

  @Test
  void someIndustriesOfChinaHaveNoOutput() {
    Table domestic = where(table("io_wiod2016_chn"), "origin", "Domestic");
    Set<String> empty = values(domestic.where(domestic.doubleColumn("go").isEqualTo(0)), "row");
    assertEquals(Set.of("c33", "g45", "j58", "j59_j60", "k66", "m71", "m73", "t", "u"), empty);
  }

  /**
   * Share of value added in exports, v (1 + A + A^2 + ...) e / sum(e): the series converges since
   * every industry adds value.
   */
  private static double valueAddedShare(double[] v, double[][] a, double[] exports) {
    double[] round = exports.clone();
    double share = 0;
    while (sum(round) > 1e-9 * sum(exports)) {
      double[] next = new double[round.length];
      for (int i = 0; i < round.length; i++) {
        share += v[i] * round[i];
        for (int j = 0; j < round.length; j++) {
          next[i] += a[i][j] * round[j];
        }
      }
      round = next;
    }
    return share / sum(exports);
  }

  /** Computed by the Stata command icio from the full inter-country table of WIOD 2016. */
  @ParameterizedTest
  @CsvSource({
    "chn, 2002, 0.82495, 344994.4", "chn, 2008, 0.77715, 1540785.2",
        "chn, 2014, 0.83149, 2425406.2",
    "usa, 2002, 0.90734, 851200.0", "usa, 2008, 0.86774, 1579602.2", "usa, 2014, 0.87157, 1926850.4"
  })
  void domesticShareOfExportsIsThatOfTheFullTable(
      String country, int year, double share, double exports) {
    Table one = where(table("io_wiod2016_" + country), "year", year);
    List<String> industries = codes("wiod_2016", "industry");
    double[][] domestic = cells(where(one, "origin", "Domestic"), industries, industries);
    double[][] imports = cells(where(one, "origin", "Imports"), industries, industries);
    double[][] output = cells(where(one, "origin", "Domestic"), industries, List.of("go", "exp"));
    int n = industries.size();
    double[] v = new double[n];
    double[] e = new double[n];
    for (int j = 0; j < n; j++) {
      e[j] = output[j][1];
      v[j] = output[j][0] == 0 ? 0 : 1;
      for (int i = 0; i < n && output[j][0] != 0; i++) {
        v[j] -= (domestic[i][j] + imports[i][j]) / output[j][0];
        domestic[i][j] /= output[j][0];
      }
    }
    assertEquals(1, sum(e) / exports, 0.0002);
    // only value added that returns home through foreign inputs is left out
    assertEquals(share, valueAddedShare(v, domestic, e), 0.0002);
  }

  /**
   * The domestic share of exports of a table of total flows: imports of a product in equal
   * proportion over every domestic use, none to exports; value added is one minus all inputs.
   */
  private static double domesticShare(Table one, String classification, Set<String> exporters) {
    List<String> industries = codes(classification, "industry");
    int n = industries.size();
    double[][] flows = cells(one, industries, industries);
    double[][] trade = cells(one, industries, List.of("expo", "impo"));
    double[] output = cells(one, List.of("output"), industries)[0];
    double[] v = new double[n];
    double[] e = new double[n];
    for (int j = 0; j < n; j++) {
      v[j] = output[j] == 0 ? 0 : 1;
      e[j] = exporters.isEmpty() || exporters.contains(industries.get(j)) ? trade[j][0] : 0;
      for (int i = 0; i < n && output[j] != 0; i++) {
        v[j] -= flows[i][j] / output[j];
      }
    }
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      double imports = -trade[i][1];
      double available = output[i] + imports - trade[i][0];
      double imported = available == 0 ? 0 : imports / available;
      for (int j = 0; j < n && !Double.isNaN(imported); j++) {
        a[i][j] = output[j] == 0 ? 0 : (1 - imported) * flows[i][j] / output[j];
      }
    }
    return valueAddedShare(v, a, e);
  }

  /** OECD TiVA, 2021 edition, as ITIF reports it. */
  @ParameterizedTest
  @CsvSource({"2008, 0.219", "2018, 0.172"})
  void foreignShareOfChinasExportsIsNearThePublishedOne(int year, double foreign) {
    Table one = where(table("io_oecd2021_chn"), "year", year);
    assertEquals(foreign, 1 - domesticShare(one, "oecd_2021", Set.of()), 0.01);
  }

  @Test
  void foreignShareOfElectronicsIsNearTheOfficialOne() {
    Table published = where(table("tiva_electronics"), "year", 2022);
    assertEquals(12, published.rowCount());
    int near = 0;
    for (Row row : published) {
      Table one = where(table("io_oecd2025"), "economy", row.getString("economy"));
      double gap =
          1
              - domesticShare(one, "oecd_2025", Set.of("c26", "c27"))
              - row.getDouble("foreign_value_added_share");
      // imports in equal proportion are an assumption; the README of the copy found the same
      assertTrue(Math.abs(gap) < 0.043, row.getString("economy") + " " + gap);
      near += Math.abs(gap) < 0.0215 ? 1 : 0;
    }
    assertEquals(9, near);
  }

  @Test
  void oecdTablesBalance() {
    List<String> industries = codes("oecd_2021", "industry");
    List<String> uses = new ArrayList<>(industries);
    uses.addAll(codes("oecd_2021", "final_use"));
    assertEquals(45 + 9, uses.size());
    for (int year = 1995; year <= 2018; year++) {
      Table one = where(table("io_oecd2021_chn"), "year", year);
      double[][] use = cells(one, industries, uses);
      double[] output = cells(one, List.of("output"), industries)[0];
      double[][] made = cells(one, List.of("ttl_int_fnl", "valu"), industries);
      for (int i = 0; i < industries.size(); i++) {
        // one decimal, 54 cells; the README of the copy says one million
        assertEquals(output[i], sum(use[i]), 1, year + industries.get(i));
        assertEquals(output[i], made[0][i] + made[1][i], 1, year + industries.get(i));
      }
    }
  }

  @Test
  void oecdTablesOf2022Balance() {
    List<String> industries = codes("oecd_2025", "industry");
    List<String> uses = new ArrayList<>(industries);
    uses.addAll(codes("oecd_2025", "final_use"));
    assertEquals(50 + 9, uses.size());
    Table table = table("io_oecd2025");
    assertEquals(16, values(table, "economy").size());
    for (String economy : values(table, "economy")) {
      Table one = where(table, "economy", economy);
      double[][] use = cells(one, industries, uses);
      double[][] total = cells(one, industries, List.of("total"));
      double[] output = cells(one, List.of("output"), industries)[0];
      double[][] made = cells(one, List.of("ttl_int_fnl", "valu"), industries);
      double[][] parts = cells(one, List.of("labr", "otxs", "cfc", "nops"), industries);
      for (int i = 0; i < industries.size(); i++) {
        String where = economy + " " + industries.get(i);
        // three decimals, 59 cells
        assertEquals(total[i][0], sum(use[i]), 0.06, where);
        // the source's own: one industry of the United States 239, one of China 82
        assertEquals(output[i], total[i][0], economy.equals("USA") ? 239.5 : 83, where);
        assertEquals(output[i], made[0][i] + made[1][i], economy.equals("CHN") ? 83 : 1, where);
        double split = parts[0][i] + parts[1][i] + parts[2][i] + parts[3][i];
        assertEquals(made[1][i], split, 48.5, where);
      }
    }
  }

  @Test
  void everyRowAndColumnOfAnInputOutputTableHasALabel() {
    for (Map.Entry<String, String> table :
        Map.of(
                "io_wiod2016_chn", "wiod_2016",
                "io_wiod2016_usa", "wiod_2016",
                "io_oecd2021_chn", "oecd_2021",
                "io_oecd2025", "oecd_2025")
            .entrySet()) {
      Set<String> labelled =
          values(where(table("io_codes"), "classification", table.getValue()), "code");
      Set<String> used = values(table(table.getKey()), "row");
      used.addAll(table(table.getKey()).columnNames());
      used.removeAll(Set.of("year", "row", "origin", "economy"));
      assertEquals(labelled, used, table.getKey());
    }
    Table wiod = where(table("io_codes"), "classification", "wiod_2013");
    assertEquals(new TreeSet<>(sectors()), values(wiod, "code"));
    Table made = wiod.where(wiod.booleanColumn("manufacturing").isTrue());
    assertEquals(
        sectors().subList(WIOD_MANUFACTURING_FIRST - 1, 16).stream().collect(Collectors.toSet()),
        Set.copyOf(made.stringColumn("code").asList()));
    Table later = table("io_codes");
    Table factories = later.where(later.booleanColumn("manufacturing").isTrue());
    assertEquals(19, where(factories, "classification", "wiod_2016").rowCount());
    assertEquals(17, where(factories, "classification", "oecd_2021").rowCount());
    assertEquals(19, where(factories, "classification", "oecd_2025").rowCount());
  }

  @Test
  void sectorsOfTradeAddUpAndNoLevelComesTwice() {
    Table table = table("trade_in_value_added");
    Set<String> sectors = values(table, "sector");
    assertEquals(36, sectors.size());
    Table parts = table.where(table.stringColumn("sector").isNotEqualTo("total"));
    Table totals = where(table, "sector", "total");
    assertEquals(73 * 6, totals.rowCount());
    for (String column : List.of("exports_million_usd", "value_added_million_usd")) {
      Function<Row, String> key = keyOf("economy", "year");
      Map<String, Double> total = sums(totals, column, key);
      Map<String, Double> sum = sums(parts, column, key);
      assertEquals(9 * 6, sum.size());
      // three decimals, 35 sectors
      sum.forEach((k, value) -> assertEquals(total.get(k), value, 0.02, k));
    }
    for (Row row : totals) {
      assertTrue(
          row.getDouble("gvc_trade_backward_million_usd") < row.getDouble("exports_million_usd"));
    }
    assertEquals(2017, table.intColumn("year").min());
    assertTrue(values(table, "economy").containsAll(List.of("DEU", "TWN", "GBR", "ROW")));
  }

  // cited figures

  @ParameterizedTest
  @CsvSource({
    "gerd_ppp, China, 2022, P", // the publisher's own page
    "nmpa_innovative_drugs_approved, China, 2024, M", // a newspaper that names office and period
    "gerd_china_over_us_ppp, China, 2023, M", // SECONDARY
    "biotech_outlicensing_deals, China, 2024, S", // WEAK
    "se_articles_fractional, China, 2022, P",
    "domestic_va_share_exports_processing_adjusted, China, 2005, S",
  })
  void gradesFollowTheFlagsAndThePages(String series, String entity, String period, String grade) {
    List<String> grades = new ArrayList<>();
    for (String name : List.of("industry/cited_figures", "published/industry_benchmarks")) {
      Table rows = where(where(Catalog.shared().table(name), "series", series), "entity", entity);
      grades.addAll(where(rows, "period", period).stringColumn("grade").asList());
    }
    assertEquals(List.of(grade), grades); // and no figure stands in both tables
  }

  @Test
  void aRangeHasNoValue() {
    Table row = where(table("cited_figures"), "series", "ct_mri_foreign_share");
    assertTrue(row.doubleColumn("value").isMissing(0));
    assertEquals(70, only(row, "low"));
    assertEquals(80, only(row, "high"));
  }

  @Test
  void benchmarksNameTablesThatShip() {
    Table benchmarks = Catalog.shared().table("published/industry_benchmarks");
    Set<String> names =
        Catalog.shared().resources().stream().map(Resource::name).collect(Collectors.toSet());
    benchmarks
        .stringColumn("compare_with")
        .removeMissing()
        .forEach(name -> assertTrue(names.contains(name), name));
  }
}
