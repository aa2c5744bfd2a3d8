package speedbump.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.data.TableAssert.key;
import static speedbump.data.TableAssert.that;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Row;

/** The industry tables: parts against totals, and one source against another. */
class IndustryTablesTest {
  /** Shares are printed with one decimal of a percent, so half a digit each. */
  private static final double ROUNDING_OF_A_SHARE = 0.0005;

  private static final String VALUE_ADDED = "industry/value_added";
  private static final String BANK = "industry/manufacturing_value_added";
  private static final String EXPENDITURE = "industry/rd_expenditure";
  private static final String GERD = "gerd_billion_current_ppp_usd";
  private static final String RCA = "industry/export_rca_2018";
  private static final String HEADINGS = "industry/exports_by_heading_2016";
  private static final String COUNTS = "industry/advantage_counts";
  private static final String LABELS = "industry/product_labels";

  // value added

  @Test
  void industriesAddUpToAllOfThem() {
    TableAssert industries = that(VALUE_ADDED, "kind=kti_industry");
    TableAssert totals = that(VALUE_ADDED, "kind=kti_total").shows("rows()", "" + 12 * 21);
    String column = "value_added_million_usd";
    // thirteen industries in whole millions: half a million each
    industries.addUpTo(totals, column, total -> 13 * 0.5, "economy", "year");
    String world = "economy=WLD;year=2022";
    industries.where(world).addUpTo(totals.where(world), column, total -> 0, "year");
  }

  /** The source left the name blank: these rows stand in China's block and add up with it. */
  @Test
  void theNamelessRowsAreChinas() {
    TableAssert china = that(VALUE_ADDED, "economy=CHN;year=2022");
    china
        .where("industry~Software publishing|IT and other information services|Scientific R&D")
        .shows("rows()", "3")
        .addUpTo(
            china.where("industry=KTI service industries"),
            "value_added_million_usd",
            total -> 3 * 0.5,
            "year");
  }

  @Test
  void europeHoldsItsMembersAndTheWorldHoldsAll() {
    Map<String, Double> total =
        that(VALUE_ADDED, "kind=kti_total;year=2022").sums("value_added_million_usd", "economy");
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
    String row = "economy=%s;year=%s".formatted(economy, year);
    double ours =
        that(VALUE_ADDED, row + ";industry=All manufacturing").number("value_added_million_usd");
    assertEquals(ratio, ours * 1e6 / that(BANK, row).number("value_added_usd"), 0.005);
  }

  @ParameterizedTest
  @CsvSource({"CHN, 0.29", "USA, 0.16", "DEU, 0.05"}) // Baldwin 2024, as reported
  void sharesOfWorldManufacturingIn2020AreThosePublished(String economy, double published) {
    Map<String, Double> year = that(BANK, "year=2020").sums("value_added_usd", "economy");
    assertEquals(published, year.get(economy) / year.get("WLD"), 0.01);
  }

  // research and development

  @Test
  void sharesOfPerformersAndFundersAddUpToOneWhereAllAreReported() {
    Map<String, Double> sums =
        that("industry/rd_performer_funder").sums("share", "country", "account");
    assertEquals(45 * 2 - 1, sums.size()); // Australia states no funders
    sums.remove("CHN funded_by"); // 2.8% of China's R&D has no stated source
    sums.forEach(
        (key, sum) -> {
          assertTrue(sum <= 1 + 6 * ROUNDING_OF_A_SHARE, key + " " + sum);
          assertTrue(sum >= 1 - 0.006, key + " " + sum); // Hungary's non-profit sector
        });
  }

  @Test
  void researchIntensityIsAFraction() {
    that(EXPENDITURE, "gerd_share_of_gdp!=")
        .each("below Israel's", row -> row.getDouble("gerd_share_of_gdp") < 0.06);
  }

  @Test
  void theTwoEditionsAgreeWithinRevisions() {
    Map<String, Double> after = that(EXPENDITURE, "edition=2024").sums(GERD, "economy", "year");
    Map<String, Double> before = that(EXPENDITURE, "edition=2020").sums(GERD, "economy", "year");
    before.keySet().retainAll(after.keySet());
    assertEquals(19, before.size());
    // the largest revision is that of the United Kingdom in 1990
    before.forEach((k, value) -> assertEquals(1, value / after.get(k), 0.026, k));
  }

  /** OECD's Main Science and Technology Indicators: China 72% of the United States in 2013. */
  @Test
  void chinaOverTheUnitedStatesIsNearThePublishedRatio() {
    Map<String, Double> year = that(EXPENDITURE, "edition=2020;year=2013").sums(GERD, "economy");
    assertEquals(0.72, year.get("CHN") / year.get("USA"), 0.02); // later vintage of the parities
  }

  @ParameterizedTest
  @ValueSource(strings = {"rd_million_current_usd", "rd_million_constant_2017_usd"})
  void performersAndFundersOfUsResearchAddUp(String column) {
    String table = "industry/us_rd_performer_funder";
    TableAssert totals = that(table, "sector=All").shows("rows()", "" + 2 * 13);
    // five sectors in whole millions, and their total
    that(table, "sector~(?!All$|Federal government / ).*")
        .addUpTo(totals, column, total -> 5 * 0.5 + 0.5, "account", "year");
  }

  @ParameterizedTest
  @ValueSource(ints = {2010, 2022})
  void usResearchByTypeHasTheSameTotals(int year) {
    double million =
        that("industry/us_rd_performer_funder", "sector=All;account=performed_by;year=" + year)
            .number("rd_million_current_usd");
    // billions with one decimal
    assertEquals(
        million / 1e3,
        that("industry/us_rd_by_type", "type=All R&D;performer=all performers;year=" + year)
            .number("rd_billion_current_usd"),
        0.051);
  }

  @Test
  void typesOfResearchAddUp() {
    TableAssert split = that("industry/rd_by_type", "share!=");
    TableAssert parts = split.where("type!=all R&D");
    Map<String, Double> totals =
        that("industry/rd_by_type", "type=all R&D")
            .sums("rd_billion_ppp_usd", "edition", "country");
    Map<String, Double> sums = parts.sums("rd_billion_ppp_usd", "edition", "country");
    assertEquals(7 + 6, sums.size());
    // four parts and a total with one decimal
    sums.forEach((k, sum) -> assertEquals(totals.get(k), sum, 0.251, k));
    parts.each(
        "share of the total",
        row -> {
          double total = totals.get(key(row, "edition", "country"));
          double gap = row.getDouble("rd_billion_ppp_usd") / total - row.getDouble("share");
          return Math.abs(gap) <= ROUNDING_OF_A_SHARE + 0.1 / total;
        });
  }

  @Test
  void typesOfChineseResearchAddUp() {
    Map<String, Double> parts =
        that("industry/china_rd_by_type", "type!=all R&D").sums("share", "year");
    assertEquals(14, parts.size());
    // the yearbook's own gap, 196.7 million of 2021's 2,796 billion yuan
    parts.forEach((year, sum) -> assertEquals(1, sum, 0.00008, year));
  }

  @Test
  void ventureCapitalAddsUp() {
    TableAssert world = that("industry/venture_capital", "economy=WLD").shows("rows()", "20");
    // thirteen parts in whole millions; the largest gap is one
    that("industry/venture_capital", "economy!=WLD")
        .addUpTo(world, "venture_capital_million_usd", total -> 1.01, "year");
  }

  // patents and articles

  @ParameterizedTest
  @CsvSource({
    "pct_applications, 0.9999, 1.0001", // counts
    "uspto_granted, 0.987, 1.001", // 35 economies are listed, the others are in the world only
    "inpadoc_families_granted, 0.975, 1.0", // the same
  })
  void economiesAddUpToTheWorldsPatents(String series, double least, double most) {
    TableAssert patents = that("industry/patents", "series=" + series);
    Map<String, Double> sums = patents.where("economy!=WLD").sums("patents", "field", "year");
    Map<String, Double> world = patents.where("economy=WLD").sums("patents", "field", "year");
    assertFalse(world.isEmpty());
    world.forEach(
        (k, total) -> {
          assertTrue(sums.get(k) >= least * total, k + " " + sums.get(k) / total);
          assertTrue(sums.get(k) <= most * total, k + " " + sums.get(k) / total);
        });
  }

  @Test
  void economiesAddUpToTheWorldsArticles() {
    TableAssert world = that("industry/articles", "economy=WLD").shows("rows()", "" + 6 * 20);
    // XRW is the world minus the others, to one decimal
    that("industry/articles", "economy!=WLD")
        .addUpTo(world, "articles", total -> 0.051, "field", "year");
    TableAssert others = that("industry/articles", "economy=XRW");
    assertTrue(others.number("min(articles)") > 0);
    assertTrue(others.number("max(articles)") < 0.06 * world.number("max(articles)"));
  }

  @Test
  void wholeCountsAddUpToMoreThanTheWorld() {
    TableAssert year = that("industry/ai_articles", "year=2022");
    double world = year.where("economy=WLD").number("articles");
    double sum = year.where("economy!=WLD").number("sum(articles)");
    assertTrue(sum > world && sum < 1.5 * world); // regions would double it
  }

  // exports

  @Test
  void everyCodeHasALabel() {
    Set<String> headings = that(LABELS, "level=heading").texts("code");
    assertTrue(headings.containsAll(that(HEADINGS).texts("heading")));
    assertTrue(headings.containsAll(that("industry/field_exports").texts("heading")));
    for (String product : that(RCA).texts("product")) {
      assertTrue(headings.contains(product.substring(0, 4)), product);
    }
    assertTrue(
        that(LABELS, "level=chapter")
            .texts("code")
            .containsAll(that("industry/exports_by_chapter_2024").texts("chapter")));
  }

  /**
   * The indices below 0.75 are left out, so a product's shares add up to one or less; weights have
   * nine decimals, indices six digits.
   */
  @Test
  void weightsAreSharesOfWorldExports() {
    Map<String, Double> weight =
        that("industry/export_weights_2018").sums("share_of_world_exports", "exporter");
    Map<String, Double> shares = new TreeMap<>();
    for (Row row : that(RCA)) {
      double share = row.getDouble("rca") * weight.get(row.getString("exporter"));
      shares.merge(row.getString("product"), share, Double::sum);
    }
    shares.forEach((product, sum) -> assertTrue(sum <= 1 + 5e-5, product + " " + sum));
    assertTrue(shares.values().stream().mapToDouble(Double::doubleValue).average().orElse(0) > 0.8);
  }

  /** How many headings have an index of one: share in the exporter's exports over the world's. */
  private static Map<String, Double> headingsWithAdvantage() {
    TableAssert exports = that(HEADINGS);
    Map<String, Double> ofExporter = exports.sums("export_value_usd", "exporter");
    Map<String, Double> ofHeading = exports.sums("export_value_usd", "heading");
    double world = exports.number("sum(export_value_usd)");
    Map<String, Double> counts = new TreeMap<>();
    for (Row row : exports) {
      String exporter = row.getString("exporter");
      double share = row.getDouble("export_value_usd") / ofExporter.get(exporter);
      if (share >= ofHeading.get(row.getString("heading")) / world) {
        counts.merge(exporter, 1.0, Double::sum);
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
    return that("industry/export_diversity", "year=" + year)
        .where("export_value_usd>=1e9")
        .sums("headings_rca_1", "exporter");
  }

  @Test
  void breadthOf2016IsThatOfTheLaterRelease() {
    // 0.994 for 150 exporters by the README of the copy; older cleaning
    assertEquals(0.994, correlation(headingsWithAdvantage(), diversity(2016)), 0.002);
  }

  @Test
  void breadthOf2020IsThatOfTheAtlas() {
    Map<String, Double> counts =
        that(COUNTS, "source=oec_2020;exporters=all").sums("headings_rca_1", "exporter");
    assertEquals(0.992, correlation(counts, diversity(2020)), 0.002);
  }

  @Test
  void theTopTenthIsMadeByTheMostComplexEconomies() {
    that("industry/complex_product_counts", "source=oec_2020;exporters=all;exporter~JPN|DEU")
        .shows("rows()", "4")
        .each("half of it", row -> row.getInt("top_tenth_rca_1") > 61);
    that(COUNTS).ascending("headings_rca_1", "headings_rca_075");
    that("industry/complex_product_counts")
        .ascending("top_tenth_rca_1", "top_tenth_rca_075")
        .ascending("top_tenth_rca_075", "top_tenth")
        .each(
            "a tenth, the ties at the edge together",
            row ->
                row.getInt("top_tenth") >= 0.1 * row.getInt("products_ranked")
                    && row.getInt("top_tenth") <= 0.1 * row.getInt("products_ranked") + 25);
  }

  // goods of the fields, trials

  @Test
  void exportsOfTheFieldsAreNearTheMatrixOf2016() {
    Map<String, Double> values = that(HEADINGS).sums("export_value_usd", "exporter", "heading");
    // an older cleaning; US 8479 is the largest, where sources allot chip-making tools otherwise
    that("industry/field_exports", "year=2016")
        .each(
            "near",
            row -> {
              double value = values.get(key(row, "exporter", "heading")) / 1e9;
              double ratio = value / row.getDouble("export_billion_usd");
              return ratio > 0.94 && ratio < 1.35;
            });
  }

  @Test
  void fiveExportersAreNotTheWorld() {
    Map<String, Double> five =
        that("industry/field_exports").sums("export_billion_usd", "heading", "year");
    Map<String, Double> world =
        that("industry/field_exports_world").sums("export_billion_usd", "heading", "year");
    assertEquals(8 * 14, world.size());
    // accumulators in 2022 are the most concentrated
    world.forEach((k, total) -> assertTrue(five.getOrDefault(k, 0.0) < 0.65 * total, k));
  }

  /** The step of a new nomenclature, not of controls. */
  @Test
  void chinasToolExportsJumpIn2022() {
    Map<String, Double> tools =
        that("industry/semiconductor_trade", "flow=export;basket=semi_manufacturing;economy=CHN")
            .sums("trade_billion_usd", "year");
    assertEquals(1.75, tools.get("2022") / tools.get("2021"), 0.02);
  }

  @Test
  void trialsAreTheirSizes() {
    that("industry/clinical_trials")
        .each(
            "sizes add up",
            row ->
                row.getInt("trials")
                    == row.getInt("trials_1_100")
                        + row.getInt("trials_101_500")
                        + row.getInt("trials_501_1000")
                        + row.getInt("trials_over_1000"));
  }

  // national accounts

  @ParameterizedTest
  @CsvSource({"11.0, 7.39", "10.01, 4.92"})
  void chinasGrowthDiffersBetweenTheVersions(String version, double percent) {
    Map<String, Double> china =
        that("industry/penn_world_table", "country=CHN;version=" + version)
            .sums("rgdpna_million_usd", "year");
    double growth = Math.log(china.get("2019") / china.get("2009")) / 10;
    assertEquals(percent / 100, growth, 0.00005);
  }

  @Test
  void growthAndResearchAreFractionsAndTheLastYearIsMissingInPart() {
    that("industry/gdp", "rd_share_of_gdp>=0.1").shows("rows()", "0");
    that("industry/gdp", "gdp_growth>=0.3").shows("rows()", "0");
    assertTrue(that("industry/gdp", "year=2023").number("empty(rd_share_of_gdp)") > 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {2002, 2007, 2012, 2017, 2018, 2020})
  void expenditureAddsUpToTheProductOfChina(int year) {
    Map<String, Double> sums =
        that("industry/china_io_aggregates", "year=" + year).sums("value_billion_cny", "measure");
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
        that("industry/china_demand", "year=" + year).sums("share_of_gdp", "measure");
    double tolerance = year == 2002 ? 0.028 : 0.016;
    assertEquals(sums.get("exports") / product, shares.get("exports"), tolerance);
    assertEquals(
        sums.get("final_consumption") / product, shares.get("total_consumption"), tolerance);
    assertEquals(sums.get("capital_formation") / product, shares.get("investment"), tolerance);
  }

  @Test
  void sectorsOfTradeAddUp() {
    String table = "industry/trade_in_value_added";
    Set<String> complete = that(table, "sector!=total").texts("economy");
    assertEquals(9, complete.size());
    TableAssert totals = that(table, "sector=total");
    for (String column : List.of("exports_million_usd", "value_added_million_usd")) {
      // three decimals, 35 sectors
      that(table, "sector!=total")
          .addUpTo(
              totals.where("economy~" + String.join("|", complete)),
              column,
              total -> 0.02,
              "economy",
              "year");
    }
    totals.each(
        "backward within exports",
        row ->
            row.getDouble("gvc_trade_backward_million_usd") < row.getDouble("exports_million_usd"));
  }
}
