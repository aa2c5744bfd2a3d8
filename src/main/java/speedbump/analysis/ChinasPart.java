package speedbump.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import speedbump.data.Catalog;
import speedbump.model.CostSeries;
import speedbump.stats.Interval;
import tech.tablesaw.api.Row;

/**
 * Learning in the fields where China now makes most: who made the output that costs are held
 * against, and what a cost would have been had output stopped growing. Prices are the world's; no
 * table tells what one country learned.
 */
public final class ChinasPart {
  /** The series of wind electricity. */
  public static final String WIND = "Wind_Electricity";

  /**
   * The first year of wind that is used here: from the year before to this one the cumulative
   * output that the source gives is multiplied by eighty.
   */
  public static final int WIND_FROM = 1990;

  private static final String SHARES = "energy/solar_wind_shares";
  private static final String CARS = "energy/electric_cars";
  private static final double MILLION = 1e6;
  private static final double MEGAWATTS_PER_GIGAWATT = 1_000;

  private final List<CostSeries> fields;
  private final CostSeries earlierSolar;
  private final List<Made> madeSolar;
  private final List<CarYear> cars;

  private ChinasPart(
      List<CostSeries> fields, CostSeries earlierSolar, List<Made> madeSolar, List<CarYear> cars) {
    this.fields = fields;
    this.earlierSolar = earlierSolar;
    this.madeSolar = madeSolar;
    this.cars = cars;
  }

  /**
   * What was made in one year.
   *
   * @param year the year
   * @param worldGw made in the world, GW
   * @param chinaGw made in China, GW
   */
  public record Made(int year, double worldGw, double chinaGw) {}

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
   * @param learning the series of all technologies
   * @return the analysis
   */
  public static ChinasPart of(Catalog catalog, LearningByMaking learning) {
    CostSeries wind = learning.series(WIND);
    int from = (int) Arrays.stream(wind.years()).filter(year -> year < WIND_FROM).count();
    return new ChinasPart(
        List.of(
            learning.series(LearningByMaking.SOLAR),
            learning.series(LearningByMaking.LITHIUM_ION),
            wind.between(from, wind.size())),
        earlierSolar(catalog),
        madeSolar(catalog),
        cars(catalog));
  }

  /** Prices and capacity of the earlier release, whose capacity is not counted anew from 2004. */
  private static CostSeries earlierSolar(Catalog catalog) {
    List<double[]> points = new ArrayList<>();
    double before = 0;
    for (Row row : catalog.table(LearningByMaking.SOLAR)) {
      if (row.isMissing("earlier_cumulative_capacity_mw")) {
        continue;
      }
      if (before > 0) {
        points.add(
            new double[] {
              row.getInt("year"), row.getDouble("earlier_module_price_2019usd_per_w"), before
            });
      }
      before = row.getDouble("earlier_cumulative_capacity_mw");
    }
    return CostSeries.of(
        LearningByMaking.SOLAR + ", earlier release",
        LearningByMaking.column(points, 0),
        LearningByMaking.column(points, 1),
        LearningByMaking.column(points, 2));
  }

  private static List<Made> madeSolar(Catalog catalog) {
    List<Made> made = new ArrayList<>();
    for (Row row : catalog.table(SHARES)) {
      if (row.getString("measure").equals("solar_cell_production")) {
        double world = row.getDouble("world_gw");
        made.add(new Made(row.getInt("year"), world, world * row.getDouble("china_share")));
      }
    }
    return List.copyOf(made);
  }

  private static List<CarYear> cars(Catalog catalog) {
    Map<Integer, double[]> sold = new TreeMap<>();
    for (Row row : catalog.table(CARS)) {
      boolean world = row.getString("country").equals("WLD");
      String powertrain = row.getString("powertrain");
      if ((world || row.getString("country").equals("CHN"))
          && (powertrain.equals("BEV") || powertrain.equals("PHEV"))
          && !row.isMissing("sales_vehicles")) {
        double[] year = sold.computeIfAbsent(row.getInt("year"), any -> new double[2]);
        year[world ? 0 : 1] += row.getDouble("sales_vehicles");
      }
    }
    List<CarYear> cars = new ArrayList<>();
    double before = 0;
    for (Map.Entry<Integer, double[]> year : sold.entrySet()) {
      double world = year.getValue()[0] / MILLION;
      cars.add(new CarYear(year.getKey(), world, before, year.getValue()[1] / year.getValue()[0]));
      before += world;
    }
    return List.copyOf(cars);
  }

  /**
   * Solar modules, lithium-ion cells and wind electricity, the last from {@value #WIND_FROM} to the
   * end of its open series.
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
   * Solar cells and modules made, by year, read off a printed chart (grade S).
   *
   * @return one row a year
   */
  public List<Made> madeSolar() {
    return madeSolar;
  }

  /**
   * China's share of all solar cells and modules made up to the last year that is known.
   *
   * @return the share since the first known year, and its bounds over all years
   */
  public CumulativeShare cumulativeSolarShare() {
    int first = madeSolar.get(0).year();
    CostSeries solar = fields.get(0);
    int at = Arrays.binarySearch(solar.years(), first);
    // output before the first year whose makers are known, MW
    double before = Math.exp(solar.logOutput()[at]) / MEGAWATTS_PER_GIGAWATT;
    double world = madeSolar.stream().mapToDouble(Made::worldGw).sum();
    double china = madeSolar.stream().mapToDouble(Made::chinaGw).sum();
    return new CumulativeShare(
        first,
        madeSolar.get(madeSolar.size() - 1).year(),
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
