package speedbump.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.data.TableAssert.key;
import static speedbump.data.TableAssert.that;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of the chip industry and of its supply chain: parts against totals, names, spans. */
class ChipsTablesTest {
  private static final String SALES = "series=semiconductor sales (WSTS/SIA);region";
  private static final String COUNTRY_SHARES = "noncommercial/chip_country_shares";
  private static final String STAGE_SHARES = "noncommercial/chip_stage_shares";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chips/firms_by_year",
        "chips/equipment_billings",
        "chips/supplier_china_revenue",
        "chips/ic_output_and_trade",
        "chips/sales_and_capacity"
      })
  void aYearlySeriesHoldsYearsAlone(String name) {
    that(name, "period_type=year")
        .each("year", row -> row.getString("period").equals("" + row.getInt("year")));
    that(name, "period_type!=year;period~20[0-9]{2}").shows("rows()", "0");
  }

  /** The publisher rounds to 0.01 bn in 2019 and 2020, to 0.1 bn in 2024: eight figures, 0.4. */
  @ParameterizedTest
  @CsvSource({"2019, 0.04", "2020, 0.04", "2024, 0.4"})
  void equipmentRegionsAddToTheWorld(String year, double tolerance) {
    TableAssert billings =
        that("chips/equipment_billings", "series=semiconductor equipment billings;period=" + year);
    billings
        .where("country~CHN|KOR|TWN|ROW")
        .shows("rows()", "4")
        .addUpTo(billings.where("country=WLD"), "value_usd_bn", total -> tolerance, "period");
  }

  @Test
  void forecastsAreApart() {
    that("chips/equipment_billings")
        .each(
            "forecast",
            row ->
                row.getString("flag").equals("FORECAST")
                    == row.getString("series").contains("forecast"));
  }

  /** Growth of 16.2 percent, as the company's release has it. */
  @Test
  void revenueOfSmicGrewAsReleased() {
    TableAssert smic = that("chips/firms_by_year", "series=revenue;entity=SMIC");
    double growth =
        smic.where("period=2025").number("value") / smic.where("period=2024").number("value");
    assertEquals(1.162, growth, 0.0005);
  }

  @Test
  void chinasShareOfAsmlsSalesIsThatOfItsSales() {
    TableAssert asml = that("chips/supplier_china_revenue", "entity=ASML;period=2023");
    assertEquals(
        asml.where("series=China share of sales").number("value"),
        100
            * asml.where("series=net sales to China").number("value")
            / asml.where("series=net sales total").number("value"),
        0.05);
  }

  /** Customs: imports of 2024 grew by 10.4 percent; the base was revised by less than 1%. */
  @Test
  void importsOf2024FitTheirGrowth() {
    TableAssert imports =
        that("chips/ic_output_and_trade", "series=IC imports value;unit=USD billion");
    double growth =
        imports.where("period=2024").number("value") / imports.where("period=2023").number("value");
    assertEquals(1, growth / 1.104, 0.01);
  }

  /** Four regions, each rounded to 0.1 bn. */
  @Test
  void salesOfRegionsAddToTheRevisedWorld() {
    TableAssert sales = that("chips/sales_and_capacity", "period=2024");
    sales
        .where(SALES + "~Americas|Europe|Japan|Asia Pacific incl. China")
        .shows("rows()", "4")
        .addUpTo(sales.where(SALES + "=World"), "value", total -> 0.2, "period");
  }

  @ParameterizedTest
  @ValueSource(strings = {"chips/node_timeline", "chips/memory_timeline"})
  void timelinesAreIntervalsOfWholeMonths(String name) {
    that(name, "earliest_month~.*-01;latest_month~.*-01")
        .shows("rows()", "" + Catalog.shared().resource(name).rows())
        .each(
            "in order",
            row -> !row.getDate("latest_month").isBefore(row.getDate("earliest_month")));
  }

  @Test
  void definitionsOfSelfSufficiencyDoNotMix() {
    String own = "chips/self_sufficiency";
    that(own)
        .each("a share", row -> row.getDouble("share_of_china_ic_market") <= 0.7)
        .each(
            "when a forecast was made",
            row -> row.getString("kind").equals("forecast") != row.isMissing("forecast_made_in"))
        .each(
            "estimates to 2021",
            row -> row.getString("kind").equals("estimate") == row.getInt("year") <= 2021);
    // the other literature gives one of them
    assertEquals(
        that("published/benchmarks", "series=IC self-sufficiency").number("value") / 100,
        that(own, "definition=made_in_china;year=2019").number("share_of_china_ic_market"),
        1e-12);
  }

  @Test
  void edgesAndSharesNameKnownInputsAndProviders() {
    Set<String> known = new HashSet<>();
    that("noncommercial/chip_inputs").forEach(r -> known.add(key(r, "vintage", "input_id")));
    that("noncommercial/chip_providers")
        .forEach(row -> known.add(key(row, "vintage", "provider_id")));
    that("noncommercial/chip_edges")
        .each("input", row -> known.contains(key(row, "vintage", "input_id")))
        .each("target", row -> known.contains(key(row, "vintage", "target_id")));
    String firms = "noncommercial/chip_firm_shares";
    that(firms).each("provider", row -> known.contains(key(row, "vintage", "provider_id")));
    List<String> unlisted =
        Stream.concat(
                that(firms, "provided_id~N.*").rows().stream()
                    .map(row -> key(row, "vintage", "provided_id")),
                that(COUNTRY_SHARES).rows().stream().map(row -> key(row, "vintage", "input_id")))
            .filter(input -> !known.contains(input))
            .toList();
    assertEquals(Set.of("2025-07-09 N68"), Set.copyOf(unlisted));
    assertEquals(8, unlisted.size());
  }

  /**
   * Shares between 0 and 1% were rounded up to 1% in 2022, others to whole percents; later to 0.1%,
   * materials still to whole percents.
   */
  @Test
  void sharesOfCountriesAddToOne() {
    that(COUNTRY_SHARES)
        .each(
            "a stated share",
            row -> row.getString("share_code").equals("stated") != row.isMissing("share"))
        .where("share!=")
        .each("a fraction", row -> row.getDouble("share") <= 1);
    Map<String, Double> sums = that(COUNTRY_SHARES).sums("share", "vintage", "input_id");
    assertEquals(40 + 93 + 93, sums.size());
    sums.forEach(
        (input, sum) -> {
          double most = input.startsWith("2022") ? 1.041 : 1.021;
          assertTrue(sum >= 0.989 && sum <= most, input + " " + sum);
        });
    Map<String, Double> stages = that(STAGE_SHARES).sums("share", "vintage", "stage");
    assertEquals(9, stages.size());
    stages.forEach((stage, sum) -> assertEquals(1, sum, 0.011, stage));
  }

  /** Parents contain children: lithography is the leaves below it and resist processing. */
  @Test
  void marketSizesOverlap() {
    // sizes are rounded to three digits
    assertEquals(size("N19"), leaves("N19") + size("N32"), 0.01 * size("N19"));
  }

  private static double leaves(String parent) {
    Set<String> children =
        that("noncommercial/chip_edges", "vintage=2026-08-12;relation=is_type_of")
            .where("target_id=" + parent)
            .texts("input_id");
    return children.isEmpty()
        ? size(parent)
        : children.stream().mapToDouble(ChipsTablesTest::leaves).sum();
  }

  private static double size(String input) {
    return that("noncommercial/chip_inputs", "vintage=2026-08-12;input_id=" + input)
        .number("sum(market_size_usd_m)");
  }

  /** World chip sales of 2022 from two sources: the publisher's is a revision. */
  @Test
  void chipDesignIsTheWorldsChipSales() {
    double sales = that("chips/sales_and_capacity", SALES + "=World;period=2022").number("value");
    assertEquals(1000 * sales, size("N0"), 0.002 * size("N0"));
  }
}
