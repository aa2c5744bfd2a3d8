package speedbump.analysis.learningbymaking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import speedbump.analysis.learningbymaking.ChinasPart.CarYear;
import speedbump.analysis.learningbymaking.ChinasPart.CumulativeShare;
import speedbump.analysis.learningbymaking.ChinasPart.ScenarioYear;
import speedbump.data.Catalog;
import speedbump.model.CostSeries;
import speedbump.stats.Interval;

class ChinasPartTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final Technologies TECHNOLOGIES = Technologies.of(CATALOG);
  private static final ChinasPart CHINA = ChinasPart.of(CATALOG, TECHNOLOGIES);
  private static final double EXACT = 1e-9;

  private record Cells(String measure, int year, double worldGw, double chinaShare) {}

  private record Cars(String country, int year, String powertrain, OptionalDouble salesVehicles) {}

  @Test
  void windBeginsAfterTheJumpOfItsOutput() {
    List<CostSeries> fields = CHINA.fields();
    assertEquals(3, fields.size());
    assertEquals(1990, fields.get(2).years()[0], 0);
    assertEquals(16, fields.get(2).size());
    CostSeries all = TECHNOLOGIES.asHeld(ChinasPart.WIND);
    assertEquals(80, Math.exp(all.logOutput()[6] - all.logOutput()[5]), 2, "the jump left out");
    double most = 0;
    for (double step : CostSeries.differences(fields.get(2).logOutput())) {
      most = Math.max(most, step);
    }
    assertTrue(most < 1, "no jump is left: " + most);
  }

  @Test
  void theEarlierReleaseOfSolarIsItsOwnColumns() {
    CostSeries earlier = CHINA.earlierSolar();
    assertEquals(43, earlier.size());
    assertEquals(1977, earlier.years()[0], 0);
    assertEquals(2019, earlier.years()[42], 0);
    assertEquals(Math.log(80.62552832), earlier.logCost()[0], EXACT);
    assertEquals(Math.log(0.3), earlier.logOutput()[0], EXACT);
    assertEquals(Math.log(480984), earlier.logOutput()[42], EXACT);
  }

  @Test
  void theCumulativeShareIsTheSumOfTheTable() {
    double world = 0;
    double china = 0;
    for (Cells row : CATALOG.rows("energy/solar_wind_shares", Cells.class)) {
      if (row.measure().equals("solar_cell_production")) {
        world += row.worldGw();
        china += row.worldGw() * row.chinaShare();
        if (row.year() == 2010) {
          assertEquals(9, china, 0.01);
        }
      }
    }
    CumulativeShare share = CHINA.cumulativeSolarShare();
    assertEquals(2010, share.firstYear());
    assertEquals(2021, share.lastYear());
    assertEquals(china / world, share.since(), EXACT);
    // capacity at the end of 2009, GW
    double before = 23.591166;
    assertEquals(china / (world + before), share.atLeast(), EXACT);
    assertEquals((china + before) / (world + before), share.atMost(), EXACT);
  }

  /** Output 1, 2, 4, 8, ... stops growing: the cost follows it by the exponent. */
  @Test
  void theScenarioIsTheCurveOnOutputThatStoodStill() {
    double[] years = {2008, 2009, 2010, 2011, 2012, 2013};
    double[] before = {1, 2, 4, 8, 16, 32};
    double[] cost = {9, 8, 7, 6, 5, 4};
    CostSeries series = CostSeries.of("made up", years, cost, before);
    Interval exponent = new Interval(0.5, 0, 1, 0.95);
    List<ScenarioYear> scenario = ChinasPart.stoppedGrowth(series, 2010, exponent);
    assertEquals(List.of(2011, 2012, 2013), scenario.stream().map(ScenarioYear::year).toList());
    // 4 a year from 2010 on: 8, 12, 16 made before the year instead of 8, 16, 32
    ScenarioYear last = scenario.get(2);
    assertEquals(4, last.asItCame(), EXACT);
    assertEquals(4 * Math.sqrt(2), last.underExperience().estimate(), EXACT);
    assertEquals(4, last.underExperience().lower(), EXACT, "an exponent of 0 leaves the price");
    assertEquals(8, last.underExperience().upper(), EXACT);
    assertEquals(6, scenario.get(0).underExperience().estimate(), EXACT);
    // no unit of output or cost matters
    double[] other = {1e6, 2e6, 4e6, 8e6, 16e6, 32e6};
    double[] cents = {900, 800, 700, 600, 500, 400};
    ScenarioYear inCents =
        ChinasPart.stoppedGrowth(CostSeries.of("cents", years, cents, other), 2010, exponent)
            .get(2);
    assertEquals(
        last.underExperience().estimate(), inCents.underExperience().estimate() / 100, EXACT);
    for (int year : new int[] {2007, 2012, 2013}) {
      assertTrue(
          assertThrows(
                  IllegalArgumentException.class,
                  () -> ChinasPart.stoppedGrowth(series, year, exponent))
              .getMessage()
              .contains("from " + year));
    }
  }

  @Test
  void carsAreBatteryAndPlugInAndAddUp() {
    List<CarYear> cars = CHINA.electricCars();
    assertEquals(15, cars.size());
    CarYear last = cars.get(14);
    assertEquals(2024, last.year());
    assertEquals(
        cars.stream().limit(14).mapToDouble(CarYear::world).sum(), last.soldBefore(), EXACT);
    double world = sold("WLD", "BEV") + sold("WLD", "PHEV");
    assertEquals(world / 1e6, last.world(), EXACT);
    assertEquals((sold("CHN", "BEV") + sold("CHN", "PHEV")) / world, last.chinaShare(), EXACT);
    assertTrue(last.chinaShare() > 0.5 && last.chinaShare() < 1);
  }

  private static double sold(String country, String powertrain) {
    return CATALOG.rows("energy/electric_cars", Cars.class).stream()
        .filter(row -> row.country().equals(country) && row.year() == 2024)
        .filter(row -> row.powertrain().equals(powertrain))
        .mapToDouble(row -> row.salesVehicles().orElseThrow())
        .sum();
  }
}
