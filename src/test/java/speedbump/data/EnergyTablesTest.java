package speedbump.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.data.TableAssert.key;
import static speedbump.data.TableAssert.that;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedbump.stats.LeastSquares;
import tech.tablesaw.api.Row;

/** The tables of energy and of lithium-ion cells: sums, and one source against another. */
class EnergyTablesTest {
  private static final String CURVES = "energy/performance_curves";
  private static final String SOLAR = "energy/solar_world";
  private static final String SHARES = "energy/solar_wind_shares";
  private static final String CARS = "energy/electric_cars";
  private static final String DEMAND = "energy/battery_demand";
  private static final String GENERATION = "energy/electricity_generation";

  private static Map<String, List<Row>> technologies() {
    return that(CURVES).rows().stream()
        .collect(Collectors.groupingBy(row -> row.getString("technology")));
  }

  @Test
  void everyTechnologyHasItsUnitsAndItsPoints() {
    Map<String, List<Row>> series = technologies();
    assertEquals(that("energy/technologies").texts("technology"), series.keySet());
    that("energy/technologies")
        .each(
            "points",
            row -> {
              List<Row> points = series.get(row.getString("technology"));
              return row.getInt("points") == points.size()
                  && row.getInt("first_year") == points.get(0).getInt("year")
                  && row.getInt("last_year") == points.get(points.size() - 1).getInt("year");
            });
  }

  @Test
  void outputGrowsCostIsPositiveAndGapsAreKept() {
    Set<String> gaps = new TreeSet<>();
    technologies()
        .forEach(
            (technology, points) -> {
              Row before = null;
              for (Row point : points) {
                double output = point.getDouble("cumulative_output_before");
                double time = point.getDouble("time_year");
                assertEquals((int) time, point.getInt("year"), technology);
                assertTrue(point.getDouble("unit_cost") > 0, technology);
                assertTrue(
                    output > (before == null ? 0 : before.getDouble("cumulative_output_before")),
                    technology);
                if (before != null && time - before.getDouble("time_year") > 1) {
                  gaps.add(technology);
                }
                before = point;
              }
            });
    assertEquals(
        Set.of(
            "Automotive_(US)",
            "CCGT_Electricity",
            "CCGT_Power",
            "Ford_Model-T",
            "Solar_Thermal",
            "Solar_Water_Heaters",
            "Wind_Power"),
        gaps);
  }

  /** It says USD/kWh; its values have the size of those in USD/W. */
  @Test
  void fotovoltaicaIsInDollarsPerWatt() {
    Map<String, Double> perWatt =
        that(CURVES, "technology=Photovoltaics_4").sums("unit_cost", "year");
    Map<String, Double> doubtful =
        that(CURVES, "technology=Fotovoltaica").sums("unit_cost", "year");
    doubtful.keySet().retainAll(perWatt.keySet());
    assertEquals(28, doubtful.size());
    doubtful.forEach((year, cost) -> assertEquals(1, cost / perWatt.get(year), 0.5, year));
  }

  /** Both copies go back to one database; ethylene and photovoltaics are other versions there. */
  @Test
  void theTwoSetsOfUnitCostsAgreeWhereTheyShareASeries() {
    Map<String, Double> costs = new HashMap<>();
    for (Row row : that(CURVES, "time_year~.*\\.0")) {
      costs.put(
          row.getString("technology").replace('_', ' ') + " " + row.getInt("year"),
          row.getDouble("unit_cost"));
    }
    Set<String> shared = new TreeSet<>();
    Set<String> other = new TreeSet<>();
    for (Row row : that("energy/unit_costs")) {
      assertTrue(row.getDouble("unit_cost") > 0);
      Double cost = costs.get(key(row, "technology", "year"));
      if (cost != null) {
        shared.add(row.getString("technology"));
        if (Math.abs(cost / row.getDouble("unit_cost") - 1) > 1e-6) {
          other.add(row.getString("technology"));
        }
      }
    }
    assertEquals(63, shared.size());
    assertEquals(Set.of("Ethylene", "Photovoltaics"), other);
  }

  /** The older release is in other dollars: one deflator apart from 2010, several before. */
  @ParameterizedTest
  @CsvSource({
    "1988, 1.48, 0.005",
    "2010, 1.1695, 0.002",
    "2011, 1.1695, 0.002",
    "2012, 1.1695, 0.04", // revised by 3% between the releases
    "2013, 1.1695, 0.002",
    "2014, 1.1695, 0.002",
    "2015, 1.1695, 0.002",
    "2016, 1.1695, 0.002",
    "2017, 1.1695, 0.002",
    "2018, 1.1695, 0.002",
    "2019, 1.1695, 0.002"
  })
  void theOlderReleaseOfSolarPricesIsInOtherDollars(int year, double deflator, double within) {
    TableAssert row = that(SOLAR, "year=" + year);
    assertEquals(
        deflator,
        row.number("module_price_2023usd_per_w") / row.number("earlier_module_price_2019usd_per_w"),
        within);
  }

  @Test
  void sharesOfCapacityRestOnTheSameWorld() {
    Map<String, Double> world = that(SOLAR).sums("cumulative_capacity_mw", "year");
    // rounded to megawatts
    that(SHARES, "measure=solar_capacity;year>=2004")
        .each(
            "world",
            row -> Math.abs(1000 * row.getDouble("world_gw") - world.get(key(row, "year"))) <= 0.5);
    TableAssert wind = that(SHARES, "measure=wind_capacity;year=2023");
    // IRENA: China's 441.895 GW; four decimals of a share of 1,017 GW
    assertEquals(441.895, wind.number("china_share") * wind.number("world_gw"), 0.06);
  }

  @Test
  void constantDollarsOfBatteryPacksAreThoseOf2022() {
    TableAssert last = that("energy/battery_pack_cost", "year=2022");
    assertEquals(
        last.number("pack_cost_current_usd_per_kwh"), last.number("pack_cost_2022usd_per_kwh"));
  }

  @Test
  void sharesOfElectricCarsStandInRowsOfTheirOwn() {
    that(CARS)
        .each(
            "EV for the shares",
            row ->
                row.getString("powertrain").equals("EV")
                    == (row.isMissing("sales_vehicles") && row.isMissing("stock_vehicles")))
        .where("sales_share!=")
        .each("a fraction", row -> row.getDouble("sales_share") <= 1);
  }

  /** Every figure is rounded to two digits, so that 1.1 stands for 1.05 to 1.15. */
  @ParameterizedTest
  @CsvSource({
    "BEV, sales_vehicles",
    "BEV, stock_vehicles",
    "PHEV, sales_vehicles",
    "PHEV, stock_vehicles"
  })
  void countriesAndTheRestAreTheWorld(String powertrain, String column) {
    TableAssert cars = that(CARS, "powertrain=" + powertrain);
    cars.where("kind~country|rest")
        .addUpTo(cars.where("kind=world"), column, total -> 0.045 * total, "year");
    cars.where("kind=world").shows("min(year)", "2010").shows("rows()", "15");
  }

  @Test
  void theEuropeanUnionIsMadeOfItsMembers() {
    TableAssert cars = that(CARS, "powertrain=BEV;year>=2018");
    cars.where(
            "country~AUT|BEL|BGR|HRV|CYP|CZE|DNK|EST|FIN|FRA|DEU|GRC|HUN|IRL|ITA|LVA|LTU|LUX|NLD|POL"
                + "|PRT|ROU|SVK|SVN|ESP|SWE")
        .addUpTo(cars.where("country=EUU"), "sales_vehicles", total -> 0.04 * total, "year");
  }

  @Test
  void batteryDemandIsTheSumOverModesAndRegions() {
    TableAssert world = that(DEMAND, "country=WLD");
    // figures of two digits
    that(DEMAND, "country!=WLD")
        .addUpTo(world, "battery_demand_gwh", total -> 0.03 * total, "year");
    double last = world.where("year=2024").number("sum(battery_demand_gwh)");
    double china = that(DEMAND, "country=CHN;year=2024").number("sum(battery_demand_gwh)");
    TableAssert cited = that("energy/cited_figures", "topic=manufacturing_shares");
    // "a good 950 GWh"
    assertEquals(1, last / cited.where("series=EV battery demand").number("value"), 0.01);
    assertEquals(
        cited.where("series=Share of EV battery demand").number("value") / 100, china / last, 0.01);
  }

  @Test
  void economiesAndSourcesAreLessThanTheWorldsGeneration() {
    that(GENERATION)
        .each(
            "three sources",
            row ->
                row.getDouble("hydro_twh") + row.getDouble("solar_twh") + row.getDouble("wind_twh")
                    < row.getDouble("generation_twh"));
    Map<String, Double> world =
        that(GENERATION, "country=WLD;year<2024").sums("generation_twh", "year");
    // Germany is in the EU-27
    Map<String, Double> parts =
        that(GENERATION, "country!=WLD;country!=DEU").sums("generation_twh", "year");
    assertEquals(24, world.size());
    world.forEach(
        (year, total) -> {
          that(GENERATION, "year=" + year).shows("rows()", "8");
          assertTrue(parts.get(year) > total / 2 && parts.get(year) < total, year);
        });
  }

  /** Two agencies: other gaps filled, pumped storage counted otherwise. */
  @Test
  void thirteenSourcesAreTheWorldsGeneration() {
    TableAssert sources = that("energy/world_generation_by_source", "year>=2000");
    Map<String, Double> sums = sources.sums("generation_gwh", "year");
    Map<String, Double> wind = sources.where("energy_source=wind").sums("generation_gwh", "year");
    for (String year : sums.keySet()) {
      sources.where("year=" + year).shows("rows()", "13");
      TableAssert world = that(GENERATION, "country=WLD;year=" + year);
      assertEquals(1, sums.get(year) / 1000 / world.number("generation_twh"), 0.02, year);
      assertEquals(1, wind.get(year) / 1000 / world.number("wind_twh"), 0.025, year);
    }
  }

  /** A report of a named body's figure is M; a figure without a flag says nothing of its page. */
  @Test
  void gradesOfCitedFiguresFollowTheFlags() {
    that("energy/cited_figures", "flag~.*SECONDARY.*").shows("values(grade)", "M");
    that("energy/cited_figures", "flag~(?!.*SECONDARY).*").shows("values(grade)", "S");
  }

  /** Ziegler and Trancik find 20% for all cells and 24% for cylindrical ones, 1992 to 2016. */
  @ParameterizedTest
  @CsvSource({
    "price_all_cells_2018usd_per_kwh, market_size_all_million_cells_per_year, 0.20",
    "price_cylindrical_2018usd_per_kwh, market_size_cylindrical_million_cells_per_year, 0.24",
  })
  void lithiumIonLearnsAsPublishedOnceItsFlowsAreAddedUp(String price, String market, double rate) {
    List<Row> rows = that("noncommercial/lithium_ion", "year>=1992;year<2017").rows();
    double[] logCost = rows.stream().mapToDouble(row -> Math.log(row.getDouble(price))).toArray();
    double[] output = rows.stream().mapToDouble(row -> row.getDouble(market)).toArray();
    Arrays.parallelPrefix(output, Double::sum);
    double[] logOutput = Arrays.stream(output).map(Math::log).toArray();
    double slope = LeastSquares.withConstant(logCost, logOutput).coefficients()[1];
    assertEquals(rate, 1 - Math.pow(2, slope), 0.005); // published in whole percent
  }
}
