package speedbump.analysis.rareearthlever;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedbump.analysis.ConstantNoise;
import speedbump.analysis.rareearthlever.MagnetFlows.WeakRows;
import speedbump.data.Catalog;
import speedbump.model.MonthlyTotals;
import speedbump.model.MonthlyTotals.Block;

class MagnetFlowsTest {
  private static final RareEarthLever CLAIM = RareEarthLever.of(Catalog.shared());
  private static final MagnetFlows WORLD = CLAIM.world();
  private static final MagnetFlows US = CLAIM.unitedStates();
  private static final String TABLE = "minerals/magnet_exports";
  private static final double EXACT = 1e-9;

  /** What makes the series grade M: loading it holds this many totals against their parts. */
  @Test
  void thereAreTotalsToCloseTo() {
    int closures = 0;
    for (MagnetFlows flows : List.of(WORLD, US)) {
      for (WeakRows weakRows : WeakRows.values()) {
        closures += flows.totals(weakRows).closures().size();
      }
    }
    // the world's years 2024 and 2025 and the US year 2025 close with the weak rows only
    assertEquals(17, closures);
    assertEquals(
        List.of("WLD 2024", "WLD 2025"),
        WORLD.totals(WeakRows.KEPT).closures().stream()
            .map(closure -> closure.label())
            .filter(label -> label.matches("WLD \\d{4}"))
            .toList());
  }

  /** One part in a hundred is allowed: those of the US year 2025 make 5,941 tonnes. */
  @ParameterizedTest
  @CsvSource({
    "'2025-12-31,2025,12,10,5933', 5880, USA 2025",
    "'2025-11,1,1,6150', 7150, WLD 2025",
    "'2024-11..12,2,0,10382', 9382, WLD 2024",
    "'2025-08,1,1,6146', 6641, WLD 2025-Q1..Q3"
  })
  void partsThatDoNotAddUpAreRefused(String was, String tonnes, String named, @TempDir Path folder)
      throws Exception {
    String is = was.substring(0, was.lastIndexOf(',') + 1) + tonnes;
    Catalog broken = ChangedTable.of(folder, TABLE, text -> text.replace(was, is));
    String message =
        assertThrows(IllegalArgumentException.class, () -> RareEarthLever.of(broken)).getMessage();
    assertTrue(message.contains(TABLE + ", " + named + ":"), message);
    assertTrue(message.contains("0.01"), message);
  }

  @Test
  void partsWithinTheToleranceAreNot(@TempDir Path folder) throws Exception {
    Catalog rounded =
        ChangedTable.of(
            folder,
            TABLE,
            text -> text.replace("2025-12-31,2025,12,10,5933", "2025-12-31,2025,12,10,5885"));
    assertEquals(10, RareEarthLever.of(rounded).claim());
  }

  @Test
  void noPeriodIsLostAndEveryMonthOfTheHorizonIsKnownSomehow() {
    for (MagnetFlows flows : List.of(WORLD, US)) {
      MonthlyTotals totals = flows.totals(WeakRows.LEFT_OUT);
      assertTrue(totals.sum(YearMonth.of(2024, 1), YearMonth.of(2026, 3)).isPresent());
    }
    assertEquals(
        List.of(5, 1, 1, 1, 1, 1, 2, 2, 1),
        WORLD.totals(WeakRows.LEFT_OUT).before(MagnetFlows.CONTROL).stream()
            .map(Block::size)
            .toList());
  }

  /** October 2025 has a weak row only; the year gives it to a few tonnes without that row. */
  @Test
  void aMonthLeftOutComesBackAsTheRemainderOfItsYear() {
    YearMonth september = YearMonth.of(2025, 9);
    YearMonth october = YearMonth.of(2025, 10);
    MonthlyTotals world = WORLD.totals(WeakRows.LEFT_OUT);
    assertEquals(5469, world.month(october).getAsDouble(), EXACT);
    assertEquals(5473, WORLD.totals(WeakRows.KEPT).month(october).getAsDouble(), EXACT);
    MonthlyTotals us = US.totals(WeakRows.LEFT_OUT);
    assertTrue(us.month(september).isEmpty());
    assertEquals(1068, us.sum(september, october).getAsDouble(), EXACT);
  }

  @Test
  void theMeanBeforeIsThatOfItsMonths() {
    assertEquals((58152 + 15270) / 15.0, WORLD.forecast().mean(), EXACT);
    assertEquals((7444 + 1283 + 585) / 15.0, US.forecast().mean(), EXACT);
  }

  /** April to June 2025 are 243, 46 and 353 tonnes; September 2025 is known in a sum only. */
  @Test
  void aSpanIsHeldAgainstAsManyMonthsOfTheForecast() {
    double month = (7444 + 1283 + 585) / 15.0;
    YearMonth may = YearMonth.of(2025, 5);
    YearMonth september = YearMonth.of(2025, 9);
    assertEquals(46 / month, US.overForecast(may, may), EXACT);
    assertEquals(
        (243 + 46 + 353) / (3 * month),
        US.overForecast(MagnetFlows.CONTROL, may.plusMonths(1)),
        EXACT);
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> US.overForecast(MagnetFlows.CONTROL, september))
            .getMessage();
    assertTrue(message.contains("2025-04") && message.contains("2025-09"), message);
  }

  /**
   * Every normal value 1: a month's exports are the mean, and {@code e_0 = s}, {@code e_t = r
   * e_(t-1) + s sqrt(1 - r^2)}. By hand from the rows: s from the nine (five) blocks before April
   * 2025; r is one half, as the longest runs after the three months of the shock, July to December
   * 2025 (world) and November 2025 to March 2026 (United States), have fewer than eight months.
   */
  @Test
  void theNoiseHasTheScatterBeforeAndAnAutocorrelationOfOneHalf() {
    assertNoise(WORLD, 459.5873012823569, 0.5);
    assertNoise(US, 45.95722649014698, 0.5);
  }

  private static void assertNoise(MagnetFlows flows, double sd, double rho) {
    YearMonth first = YearMonth.of(2024, 1);
    double[] noise = new double[27]; // to March 2026
    noise[0] = sd;
    for (int t = 1; t < noise.length; t++) {
      noise[t] = rho * noise[t - 1] + sd * Math.sqrt(1 - rho * rho);
    }
    MonthlyTotals drawn = flows.drawn(month -> 1, new ConstantNoise(1)).totals(WeakRows.LEFT_OUT);
    for (Block block : drawn.blocks()) {
      double expected =
          block.months().stream()
              .mapToDouble(
                  month ->
                      flows.forecast().mean() + noise[(int) first.until(month, ChronoUnit.MONTHS)])
              .sum();
      assertEquals(expected, block.total(), 1e-7, block.toString());
    }
  }

  @Test
  void noMonthIsDrawnBelowNothing() {
    assertTrue(
        US.drawn(month -> 1, new ConstantNoise(-20)).totals(WeakRows.LEFT_OUT).blocks().stream()
            .allMatch(block -> block.total() == 0));
  }

  /** What is done with the block in the data is done with it in a drawn world. */
  @Test
  void drawnExportsHaveTheOneBlockToo() {
    MagnetFlows drawn = US.drawn(month -> 1, new ConstantNoise(1));
    YearMonth september = YearMonth.of(2025, 9);
    YearMonth october = YearMonth.of(2025, 10);
    double sum = drawn.totals(WeakRows.LEFT_OUT).sum(september, october).getAsDouble();
    MonthlyTotals block = drawn.totals(WeakRows.ONE_BLOCK);
    assertEquals(sum / 2, block.month(september).getAsDouble(), EXACT);
    assertEquals(sum / 2, block.month(october).getAsDouble(), EXACT);
    assertTrue(drawn.totals(WeakRows.LEFT_OUT).month(september).isEmpty());
  }

  @Test
  void drawnExportsShareTheBlocksAndHaveNoWeakRows() {
    MagnetFlows drawn = US.drawn(month -> 1, ConstantNoise.NONE);
    assertEquals(
        US.totals(WeakRows.LEFT_OUT).blocks().stream().map(Block::months).toList(),
        drawn.totals(WeakRows.LEFT_OUT).blocks().stream().map(Block::months).toList());
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> drawn.totals(WeakRows.KEPT))
            .getMessage()
            .contains("weak"));
  }
}
