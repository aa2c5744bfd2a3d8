package speedbump.analysis.learningbymaking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import speedbump.analysis.learningbymaking.Technologies.YearEnd;
import speedbump.data.Catalog;
import speedbump.model.CostSeries;
import speedbump.stats.Interval;

/**
 * Learning in the fields where China now makes most: who made the output that costs are held
 * against, and what a cost would have been had output stopped growing. Prices are the world's; no
 * table tells what one country learned.
 */
public final class ChinasPart {
  /** The series of wind electricity, from the year after the break of its source. */
  public static final String WIND = "Wind_Electricity";

  private static final double MILLION = 1e6;
  private static final double MEGAWATTS_PER_GIGAWATT = 1_000;

  private final List<CostSeries> fields;
  private final CostSeries earlierSolar;
  private final List<MakersShare> solarOutput;
  private final List<CarYear> cars;

  private ChinasPart(
      List<CostSeries> fields,
      CostSeries earlierSolar,
      List<MakersShare> solarOutput,
      List<CarYear> cars) {
    this.fields = fields;
    this.earlierSolar = earlierSolar;
    this.solarOutput = solarOutput;
    this.cars = cars;
  }

  private record EarlierSolarYear(
      int year,
      OptionalDouble earlierModulePrice2019usdPerW,
      OptionalDouble earlierCumulativeCapacityMw) {}

  /** What was made or stood in a year, and China's share of it. */
  private record MakersShare(String measure, int year, double worldGw, double chinaShare) {}

  private record CarSales(
      String country, int year, String powertrain, OptionalDouble salesVehicles) {
    boolean world() {
      return country.equals("WLD");
    }

    boolean plugIn() {
      return powertrain.equals("BEV") || powertrain.equals("PHEV");
    }
  }

  /**
   * China's share of what had been made up to a year.
   *
   * @param firstYear the first year for which it is known who made what
   * @param lastYear the last year
   * @param since its share of what was made from the first year to the last
   * @param atLeast its share of all ever made, if it had made nothing before the first year
   * @param atMost its share of all ever made, if it had made everything before the first year
   */
  public record CumulativeShare(
      int firstYear, int lastYear, double since, double atLeast, double atMost) {}

  /**
   * One year of the scenario in which output stops growing.
   *
   * @param year the year
   * @param asItCame the price as it came: also the price of the scenario where costs fall with time
   * @param underExperience the price of the scenario where they fall with what was made, with the
   *     interval of the exponent
   */
  public record ScenarioYear(int year, double asItCame, Interval underExperience) {}

  /**
   * Electric cars sold, battery and plug-in hybrid.
   *
   * @param year the year
   * @param world sold in the world, millions
   * @param soldBefore sold in the world in all years before that are held, millions
   * @param chinaShare share of them sold in China
   */
  public record CarYear(int year, double world, double soldBefore, double chinaShare) {}

  /**
   * Loads what China's part needs.
   *
   * @param catalog the collection's tables
   * @param technologies the series of all technologies
   * @return the analysis
   */
  public static ChinasPart of(Catalog catalog, Technologies technologies) {
    return new ChinasPart(
        List.of(
            technologies.series(Technologies.SOLAR),
            technologies.series(Technologies.LITHIUM_ION),
            technologies.series(WIND)),
        earlierSolar(catalog),
        catalog.rows("energy/solar_wind_shares", MakersShare.class).stream()
            .filter(row -> row.measure().equals("solar_cell_production"))
            .toList(),
        cars(catalog));
  }

  /** Prices and capacity of the earlier release, whose capacity is not counted anew from 2004. */
  private static CostSeries earlierSolar(Catalog catalog) {
    return Technologies.fromYearEnds(
        Technologies.SOLAR + ", earlier release",
        catalog.rows(Technologies.SOLAR, EarlierSolarYear.class).stream()
            .filter(row -> row.earlierCumulativeCapacityMw().isPresent())
            .map(
                row ->
                    new YearEnd(
                        row.year(),
                        row.earlierModulePrice2019usdPerW().orElseThrow(),
                        row.earlierCumulativeCapacityMw().getAsDouble()))
            .toList());
  }

  private static List<CarYear> cars(Catalog catalog) {
    Map<Integer, List<CarSales>> byYear =
        catalog.rows("energy/electric_cars", CarSales.class).stream()
            .filter(row -> row.world() || row.country().equals("CHN"))
            .filter(row -> row.plugIn() && row.salesVehicles().isPresent())
            .collect(Collectors.groupingBy(CarSales::year, TreeMap::new, Collectors.toList()));
    List<CarYear> cars = new ArrayList<>();
    double before = 0;
    for (Map.Entry<Integer, List<CarSales>> year : byYear.entrySet()) {
      double world = sold(year.getValue(), true);
      double china = sold(year.getValue(), false);
      cars.add(new CarYear(year.getKey(), world / MILLION, before, china / world));
      before += world / MILLION;
    }
    return List.copyOf(cars);
  }

  private static double sold(List<CarSales> sales, boolean world) {
    return sales.stream()
        .filter(row -> row.world() == world)
        .mapToDouble(row -> row.salesVehicles().getAsDouble())
        .sum();
  }

  /**
   * Solar modules, lithium-ion cells and wind electricity, the last without the years before its
   * source breaks.
   *
   * @return their costs
   */
  public List<CostSeries> fields() {
    return fields;
  }

  /**
   * Solar modules by an earlier release, 1977 to 2019, whose prices and capacity are joined in 2010
   * alone: a check on breaks near the joins of the other one.
   *
   * @return its costs
   */
  public CostSeries earlierSolar() {
    return earlierSolar;
  }

  /**
   * China's share of all solar cells and modules made up to the last year that is known, read off a
   * printed chart (grade S).
   *
   * @return the share since the first known year, and its bounds over all years
   */
  public CumulativeShare cumulativeSolarShare() {
    int first = solarOutput.get(0).year();
    CostSeries solar = fields.get(0);
    int at = Arrays.binarySearch(solar.years(), first);
    // output before the first year whose makers are known, MW
    double before = Math.exp(solar.logOutput()[at]) / MEGAWATTS_PER_GIGAWATT;
    double world = solarOutput.stream().mapToDouble(MakersShare::worldGw).sum();
    double china = solarOutput.stream().mapToDouble(row -> row.worldGw() * row.chinaShare()).sum();
    return new CumulativeShare(
        first,
        solarOutput.get(solarOutput.size() - 1).year(),
        china / world,
        china / (world + before),
        (china + before) / (world + before));
  }

  /**
   * A scenario: output stops growing after a year, so that each later year makes what that year
   * made. Where costs fall with what was made (Wright's law in first differences), log c'_t = log
   * c_t + b (log X_t - log X'_t) with X' the cumulative output of the scenario; what else moved the
   * price is left as it came. Where they fall with time alone the price is as it came.
   *
   * @param series the costs
   * @param lastGrowth the last year in which output grows
   * @param exponent the exponent b with its interval
   * @return one row a year after it
   * @throws IllegalArgumentException if the series has no point in that year or the next, or none
   *     after them
   */
  public static List<ScenarioYear> stoppedGrowth(
      CostSeries series, int lastGrowth, Interval exponent) {
    double[] years = series.years();
    double[] output = series.logOutput();
    double[] cost = series.logCost();
    int at = Arrays.binarySearch(years, lastGrowth);
    if (at < 0 || at + 2 > years.length - 1 || years[at + 1] != lastGrowth + 1) {
      throw new IllegalArgumentException(
          "%s: no points from %d on for a scenario".formatted(series.name(), lastGrowth));
    }
    double made = Math.exp(output[at + 1]);
    double yearly = made - Math.exp(output[at]);
    List<ScenarioYear> scenario = new ArrayList<>();
    for (int t = at + 1; t < years.length; t++) {
      double less = output[t] - Math.log(made + yearly * (years[t] - years[at + 1]));
      scenario.add(
          new ScenarioYear(
              (int) years[t],
              Math.exp(cost[t]),
              new Interval(
                  Math.exp(cost[t] + exponent.estimate() * less),
                  Math.exp(cost[t] + exponent.lower() * less),
                  Math.exp(cost[t] + exponent.upper() * less),
                  exponent.level())));
    }
    return List.copyOf(scenario);
  }

  /**
   * Electric cars by year. Of them volumes are held and no price.
   *
   * @return one row a year
   */
  public List<CarYear> electricCars() {
    return cars;
  }
}
