package speedbump.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Agreement.agree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import speedbump.PublishedCase;
import speedbump.model.SupplyGap.Balance;
import speedbump.model.SupplyGap.Source;

class SupplyGapTest {
  private static final double EXACT = 1e-9;

  private static final List<Source> SOURCES =
      List.of(new Source("now", 3, 36, false), new Source("plan", 15, 200, true));

  /** Vensim DSS 6.3 on the teacup of the SDX test models: every row, six digits printed. */
  @PublishedCase
  @Test
  void teacup() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("src/test/resources/validation/stockflow/teacup_output.csv"));
    List<String> header = List.of(rows.get(0).split(","));
    int column = header.indexOf("Teacup Temperature");
    double[][] path =
        StockFlow.path(
            new double[] {180},
            (t, stocks, rates) -> rates[0] = -(stocks[0] - 70) / 10,
            0.125,
            240);
    assertEquals(241, rows.size() - 1);
    for (int n = 0; n < path.length; n++) {
      agree(Double.parseDouble(rows.get(n + 1).split(",")[column]), path[n][0], 1e-3);
    }
    agree(75.374, path[240][0], 1e-3);
    assertEquals(
        path[240][0],
        StockFlow.run(
            new double[] {180},
            (t, stocks, rates) -> rates[0] = -(stocks[0] - 70) / 10,
            0.125,
            240)[0],
        0);
  }

  @Test
  void ratesAreAskedForTheTimeAtTheStartOfEachStep() {
    StockFlow.Rates time = (t, stocks, rates) -> rates[0] = t;
    double[][] path = StockFlow.path(new double[] {1}, time, 0.5, 4);
    // 1 + 0.5 (0 + 0.5 + 1 + 1.5)
    assertEquals(2.5, path[4][0], EXACT);
    assertEquals(1.25, path[2][0], EXACT);
    assertEquals(2.5, StockFlow.run(new double[] {1}, time, 0.5, 4)[0], EXACT);
  }

  /** Nothing appears and nothing vanishes, whatever the inputs. */
  @Test
  void massBalance() {
    SplittableRandom random = new SplittableRandom(3);
    for (int draw = 0; draw < 500; draw++) {
      int horizon = 1 + random.nextInt(120);
      double stock = random.nextDouble(0, 60);
      SupplyGap gap =
          new SupplyGap(
              SOURCES,
              random.nextDouble(5, 3000),
              random.nextDouble(0, 36),
              random.nextDouble(),
              random.nextDouble(),
              horizon);
      Balance balance = gap.run(stock);
      assertEquals(
          stock + balance.supplied() + balance.recycled(),
          balance.used() + balance.stockLeft(),
          EXACT);
      assertEquals(gap.run(0).unmet(), gap.breakEvenMonths(), EXACT);
      assertEquals(horizon, balance.used() + balance.unmet(), EXACT);
      assertTrue(balance.stockLeft() >= -EXACT && balance.unmet() >= -EXACT);
      assertTrue(balance.stockLeft() <= stock + EXACT, "what is too much is not stored");
    }
  }

  @Test
  void theBreakEvenStockIsJustEnough() {
    SupplyGap gap = new SupplyGap(SOURCES, 100, 12, 0.8, 0.05, 60);
    double stock = gap.breakEvenMonths();
    assertEquals(0, gap.run(stock).unmet(), EXACT);
    assertEquals(0.5, gap.run(stock - 0.5).unmet(), EXACT);
    assertEquals(stock / 12 * 100, gap.quantity(stock), EXACT);
  }

  /** By hand: three months without any supply, then a part, then enough. */
  @Test
  void byHand() {
    assertEquals(3, new SupplyGap(SOURCES, 36, 0, 1, 0, 60).breakEvenMonths(), EXACT);
    SupplyGap twelveMoreMonths = new SupplyGap(SOURCES, 100, 0, 1, 0, 60);
    assertEquals(3 + 12 * 0.64, twelveMoreMonths.breakEvenMonths(), EXACT);
    SupplyGap late = new SupplyGap(SOURCES, 100, 6, 0.5, 0, 60);
    assertEquals(3 + 18 * 0.64, late.breakEvenMonths(), EXACT);
  }

  @Test
  void edges() {
    assertEquals(24, new SupplyGap(SOURCES, 100, 0, 0, 0, 24).run(24).used(), EXACT);
    Source nothing = new Source("none", 0, 0, false);
    assertEquals(9, new SupplyGap(List.of(nothing), 1, 0, 1, 0, 9).breakEvenMonths(), EXACT);
    assertEquals(24, new SupplyGap(List.of(), 100, 0, 1, 0, 24).breakEvenMonths(), EXACT);
    assertEquals(0, new SupplyGap(List.of(), 100, 0, 1, 1, 24).breakEvenMonths(), EXACT);
    Balance withoutStock = new SupplyGap(List.of(), 100, 0, 1, 0, 24).run(0);
    assertEquals(24, withoutStock.unmet(), EXACT);
  }

  /** A rate that is set in the first step only flows in that step only. */
  @Test
  void nothingIsKeptFromStepToStepButTheStocks() {
    StockFlow.Rates once =
        (t, stocks, rates) -> {
          if (t == 0) {
            rates[0] = 8;
          }
          stocks[1] = 99; // a copy: nobody sees it
        };
    assertArrayEquals(new double[] {4, 1}, StockFlow.run(new double[] {0, 1}, once, 0.5, 6));
    assertArrayEquals(new double[] {4, 1}, StockFlow.path(new double[] {0, 1}, once, 0.5, 6)[6]);
  }

  @Test
  void aStockThatIsNoNumberIsNamedWithItsStep() {
    StockFlow.Rates explodes = (t, stocks, rates) -> rates[1] = t < 2 ? 1 : 1 / 0.0;
    assertEquals(
        "stock 1 is not finite after step 3: Infinity, by a rate of Infinity",
        message(() -> StockFlow.run(new double[2], explodes, 1, 5)));
    assertEquals(
        "initial is not finite at index 1: NaN",
        message(() -> StockFlow.path(new double[] {0, Double.NaN}, explodes, 1, 5)));
    assertTrue(
        message(() -> StockFlow.run(new double[2], explodes, 1, 1 << 30)).contains("steps must"));
    assertEquals(
        "rates is missing (null)", message(() -> StockFlow.run(new double[2], null, 1, 5)));
  }

  @Test
  void aStartThatIsNoNumberAndAHorizonBeyondAThousandYearsAreRefused() {
    assertEquals(
        "a: startMonth is not finite: NaN", message(() -> new Source("a", Double.NaN, 1, true)));
    for (int horizon : new int[] {12_001, 1 << 29, 1 << 30, Integer.MAX_VALUE}) {
      assertEquals(
          "the horizon must be at most 12000 months, not " + horizon,
          message(() -> new SupplyGap(SOURCES, 1, 0, 1, 0, horizon)));
    }
    assertEquals(12_000, new SupplyGap(List.of(), 1, 0, 1, 0, 12_000).breakEvenMonths(), EXACT);
  }

  @Test
  void wrongInputIsNamed() {
    SupplyGap gap = new SupplyGap(SOURCES, 100, 0, 1, 0, 24);
    double never = Double.POSITIVE_INFINITY;
    assertTrue(message(() -> gap.run(-1)).contains("stock"));
    assertTrue(message(() -> gap.run(never)).contains("stock"));
    assertTrue(message(() -> gap.quantity(-1)).contains("months"));
    assertTrue(message(() -> gap.quantity(never)).contains("months"));
    assertEquals(0, gap.quantity(0));
    assertTrue(message(() -> new Source("a", 0, -5, true)).contains("a: a flow"));
    assertTrue(message(() -> new Source("a", 0, never, true)).contains("a: a flow"));
    assertTrue(message(() -> new SupplyGap(SOURCES, never, 0, 1, 0, 24)).contains("demand"));
    assertTrue(message(() -> new SupplyGap(SOURCES, 1, never, 1, 0, 24)).contains("delay"));
    assertTrue(message(() -> new SupplyGap(SOURCES, 1, 0, -0.1, 0, 24)).contains("yield"));
    assertTrue(message(() -> new SupplyGap(SOURCES, 1, 0, 1, -0.1, 24)).contains("recycled"));
    assertTrue(
        message(() -> StockFlow.run(new double[1], (t, x, r) -> {}, never, 1)).contains("step"));
    assertTrue(message(() -> new SupplyGap(SOURCES, 0, 0, 1, 0, 24)).contains("demand"));
    assertTrue(message(() -> new SupplyGap(SOURCES, 1, -1, 1, 0, 24)).contains("delay"));
    assertTrue(message(() -> new SupplyGap(SOURCES, 1, 0, 2, 0, 24)).contains("yield"));
    assertTrue(message(() -> new SupplyGap(SOURCES, 1, 0, 1, 2, 24)).contains("recycled"));
    assertTrue(message(() -> new SupplyGap(SOURCES, 1, 0, 1, 0, 0)).contains("horizon"));
    assertTrue(
        message(() -> StockFlow.run(new double[0], (t, x, r) -> {}, 1, 1)).contains("no stock"));
    assertTrue(message(() -> StockFlow.run(new double[1], (t, x, r) -> {}, 0, 1)).contains("step"));
    assertTrue(
        message(() -> StockFlow.path(new double[1], (t, x, r) -> {}, 1, 0)).contains("a step"));
  }

  private static String message(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }

  @Test
  void whatStandsAtABoundIsAllowed() {
    assertEquals(1e150, new Source("a", 0, 1e150, true).ratePerYear());
    assertTrue(message(() -> new Source("a", 0, 1.1e150, true)).contains("a: a flow"));
    assertEquals(1e150, new SupplyGap(SOURCES, 1e150, 0, 1, 0, 24).demandPerYear());
    assertEquals(1e-150, new SupplyGap(SOURCES, 1e-150, 0, 1, 0, 24).demandPerYear());
    assertTrue(message(() -> new SupplyGap(SOURCES, 9e-151, 0, 1, 0, 24)).contains("demand"));
    SupplyGap gap = new SupplyGap(SOURCES, 12, 0, 1, 0, 1);
    assertEquals(1e150, gap.run(1e150).stockLeft());
    assertEquals(1e150, gap.quantity(1e150));
    assertTrue(message(() -> gap.run(1.1e150)).contains("stock"));
    assertTrue(message(() -> gap.quantity(1.1e150)).contains("months"));
  }

  /** Ten million stocks and steps in all. */
  @Test
  void stepsAreLimitedByTheStocks() {
    StockFlow.Rates still = (t, stocks, rates) -> {};
    double[] four = new double[4];
    assertTrue(
        message(() -> StockFlow.run(four, still, 1, 2_500_001))
            .contains("at most 2500000 for 4 stocks, not 2500001"));
    assertEquals(5, StockFlow.run(new double[] {5, 0, 0, 0}, still, 1, 2_500_000)[0]);
    // the end of time must be a number, not only a step
    assertTrue(message(() -> StockFlow.run(four, still, 1e308, 2)).contains("step"));
  }
}
