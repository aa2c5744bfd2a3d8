package speedbump.analysis.learningbymaking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import speedbump.analysis.learningbymaking.Technologies.YearEnd;
import speedbump.data.Catalog;
import speedbump.model.CostSeries;
import speedbump.model.LearningCurve;
import speedbump.model.LearningCurve.Driver;
import speedbump.model.LearningCurve.Form;
import speedbump.stats.PooledSlope.Control;
import speedbump.stats.PooledSlope.Weights;

class TechnologiesTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final Technologies TECHNOLOGIES = Technologies.of(CATALOG);
  private static final double EXACT = 1e-12;

  private record Judged(String series, String technology, boolean stands) {}

  private record Kind(String technology, String kind) {}

  @Test
  void oneSeriesAtMostStandsForATechnologyAndEverySeriesIsJudged() {
    Set<String> judged = new TreeSet<>();
    Set<String> technologies = new TreeSet<>();
    List<String> standing = new ArrayList<>();
    for (Judged row : CATALOG.rows("claims/learning_series", Judged.class)) {
      judged.add(row.series());
      if (row.stands()) {
        standing.add(row.series());
        assertTrue(technologies.add(row.technology()), row.technology());
      }
    }
    assertEquals(standing, TECHNOLOGIES.all().stream().map(CostSeries::name).toList());
    Set<String> held = new TreeSet<>(Set.of(Technologies.SOLAR, Technologies.LITHIUM_ION));
    for (Kind row : CATALOG.rows("energy/technologies", Kind.class)) {
      held.add(row.technology());
      assertFalse(row.kind().equals("physical_input") && standing.contains(row.technology()));
    }
    assertEquals(held, judged);
    for (String name : held) {
      assertEquals(name, TECHNOLOGIES.series(name).name());
    }
    assertEquals(69, TECHNOLOGIES.all().size());
    assertEquals(58, TECHNOLOGIES.lasting(10).all().size());
    assertEquals(35, TECHNOLOGIES.lasting(15).all().size());
  }

  @Test
  void aShortSeriesStandsNoLongerAndIsStillHeld() {
    Technologies lasting = TECHNOLOGIES.lasting(15);
    for (CostSeries one : TECHNOLOGIES.all()) {
      assertSame(one, lasting.series(one.name()));
      assertEquals(one.yearsWithPoint() >= 15, lasting.all().contains(one), one.name());
    }
  }

  @Test
  void theCapacityOfOneYearEndIsTheOutputBeforeTheNextYear() {
    CostSeries solar = TECHNOLOGIES.series(Technologies.SOLAR);
    assertEquals(47, solar.size());
    assertEquals(1977, solar.years()[0], 0);
    assertEquals(Math.log(0.3), solar.logOutput()[0], EXACT);
    assertEquals(Math.log(71.74392), solar.logCost()[0], EXACT);
    assertEquals(2023, solar.years()[46], 0);
    assertEquals(Math.log(1073135.5), solar.logOutput()[46], EXACT);
  }

  @Test
  void noCapacityIsCarriedOverAMissingYear() {
    CostSeries series =
        Technologies.fromYearEnds(
            "one year missing",
            List.of(
                new YearEnd(2000, 9, 1),
                new YearEnd(2001, 8, 2),
                new YearEnd(2003, 7, 4),
                new YearEnd(2004, 6, 8),
                new YearEnd(2005, 5, 16)));
    assertArrayEquals(new double[] {2001, 2004, 2005}, series.years(), 0);
    double[] before = {Math.log(1), Math.log(4), Math.log(8)};
    assertArrayEquals(before, series.logOutput(), EXACT);
  }

  @Test
  void cellsOfEachYearAreAddedUp() {
    CostSeries cells = TECHNOLOGIES.asHeld(Technologies.LITHIUM_ION);
    assertEquals(26, cells.size());
    assertEquals(1992, cells.years()[0], 0);
    assertEquals(Math.log(0.13), cells.logOutput()[0], EXACT);
    assertEquals(Math.log(0.13 + 1.55), cells.logOutput()[1], EXACT);
    assertEquals(Math.log(190.352416846868), cells.logCost()[25], EXACT);
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> TECHNOLOGIES.series("perpetual motion"))
            .getMessage()
            .contains("perpetual motion"));
  }

  /** Wind's source breaks; cells had hardly begun. All other series stand as they are held. */
  @Test
  void aTenfoldJumpLeavesTheLongestStretchWithout() {
    Set<String> broken = new TreeSet<>();
    for (CostSeries one : TECHNOLOGIES.all()) {
      double most = 0;
      for (double step : CostSeries.differences(one.logOutput())) {
        most = Math.max(most, Math.exp(step));
      }
      assertTrue(most <= 10, one.name() + " jumps " + most);
      CostSeries held = TECHNOLOGIES.asHeld(one.name());
      if (held.size() > one.size()) {
        broken.add(one.name());
        assertEquals(held.name(), one.name() + Technologies.AS_HELD);
        assertSame(held, TECHNOLOGIES.series(held.name()));
        int from = held.size() - one.size();
        double jump = held.logOutput()[from] - held.logOutput()[from - 1];
        assertTrue(jump > Math.log(10), one.name());
        CostSeries rest = held.between(from, held.size());
        assertArrayEquals(rest.years(), one.years(), 0);
        assertArrayEquals(rest.logCost(), one.logCost(), EXACT);
        assertArrayEquals(rest.logOutput(), one.logOutput(), EXACT);
      } else {
        assertSame(one, held);
      }
    }
    assertEquals(Set.of(ChinasPart.WIND, Technologies.LITHIUM_ION), broken);
    assertEquals(1990, TECHNOLOGIES.series(ChinasPart.WIND).years()[0], 0);
    assertEquals(1993, TECHNOLOGIES.series(Technologies.LITHIUM_ION).years()[0], 0);
    assertEquals(22, TECHNOLOGIES.asHeld(ChinasPart.WIND).size());
  }

  @Test
  void whatIsLeftOutIsStillHeld() {
    Technologies without = TECHNOLOGIES.without(List.of("DRAM", Technologies.SOLAR));
    assertEquals(67, without.all().size());
    assertSame(TECHNOLOGIES.series("DRAM"), without.series("DRAM"));
    assertFalse(without.all().contains(TECHNOLOGIES.series(Technologies.SOLAR)));
  }

  /** Learning in levels is the higher the more is taken to have been made before. */
  @Test
  void anotherGuessOfPriorOutputMovesTheRates() {
    Technologies same = TECHNOLOGIES.withPriorOutput(1);
    Technologies more = TECHNOLOGIES.withPriorOutput(10);
    for (String name : List.of(Technologies.SOLAR, Technologies.LITHIUM_ION, "DRAM")) {
      double held = rate(TECHNOLOGIES, name);
      assertEquals(held, rate(same, name), EXACT);
      assertTrue(rate(more, name) > held, name);
    }
    assertEquals(58, more.lasting(10).all().size());
    assertThrows(IllegalArgumentException.class, () -> TECHNOLOGIES.withPriorOutput(0));
  }

  private static double rate(Technologies technologies, String name) {
    return LearningCurve.fit(technologies.series(name), Driver.EXPERIENCE, Form.LEVELS)
        .learningRate();
  }

  @Test
  void theNewestPointIsSolarsOf2023() {
    assertEquals(YearMonth.of(2023, 12), TECHNOLOGIES.newest());
  }

  /** A design hangs on years and output alone: drawn costs share it, other outputs do not. */
  @Test
  void drawnCostsShareTheDesigns() {
    Technologies lasting = TECHNOLOGIES.lasting(10);
    Technologies drawn = lasting.withLogCost(i -> lasting.all().get(i).logOutput());
    PooledDesign design = lasting.design(15, Control.TREND, Weights.CLUSTERS, OutputCounted.START);
    assertSame(design, drawn.design(15, Control.TREND, Weights.CLUSTERS, OutputCounted.START));
    assertNotSame(design, drawn.design(10, Control.TREND, Weights.CLUSTERS, OutputCounted.START));
    assertNotSame(
        design,
        lasting
            .withPriorOutput(2)
            .design(15, Control.TREND, Weights.CLUSTERS, OutputCounted.START));
    for (int i = 0; i < 58; i++) {
      assertArrayEquals(lasting.all().get(i).logOutput(), drawn.all().get(i).logCost(), 0);
      assertArrayEquals(lasting.all().get(i).years(), drawn.all().get(i).years(), 0);
    }
  }
}
