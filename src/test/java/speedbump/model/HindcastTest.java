package speedbump.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import speedbump.model.Hindcast.FutureOutput;
import speedbump.model.Hindcast.Miss;

class HindcastTest {
  @Test
  void aCostThatFollowsOutputIsForetoldByWrightAlone() {
    CostSeries series = LearningCurveTest.made(21, 0.3, 0, 0);
    List<Miss> misses = Hindcast.halfSample(series, FutureOutput.AS_IT_CAME);
    assertEquals(10, misses.size());
    for (Miss miss : misses) {
      assertEquals(0, miss.wrightError(), 1e-12);
    }
    assertEquals(1, Hindcast.vote(misses), 1e-12);
    assertTrue(Hindcast.vote(Hindcast.halfSample(series, FutureOutput.FORECAST)) < 1);
  }

  @Test
  void aCostThatFollowsTimeIsForetoldByMooreAlone() {
    List<Miss> misses =
        Hindcast.halfSample(LearningCurveTest.made(20, 0, 0.1, 0), FutureOutput.AS_IT_CAME);
    assertEquals(-1, Hindcast.vote(misses), 1e-12);
    assertEquals(10, misses.size());
  }

  @Test
  void aMissIsWhatCameLessWhatWasForetold() {
    CostSeries series = LearningCurveTest.held("DRAM");
    Miss miss = Hindcast.from(series, 10, FutureOutput.AS_IT_CAME).get(2);
    assertEquals(3, miss.steps());
    assertEquals(3, miss.years(), 0);
    assertEquals(series.logCost()[12] - miss.wright().logCost(), miss.wrightError(), 1e-12);
    assertEquals(series.logCost()[12] - miss.moore().logCost(), miss.mooreError(), 1e-12);
    // by hand: the mean fall of the first nine steps, weighted as a slope through the origin
    double perYear = (series.logCost()[9] - series.logCost()[0]) / 9;
    assertEquals(series.logCost()[9] + 3 * perYear, miss.moore().logCost(), 1e-12);
  }

  @Test
  void whatIsForecastOfOutputIsItsOwnMeanGrowth() {
    CostSeries series = LearningCurveTest.made(16, 0.3, 0, 0);
    Miss miss = Hindcast.from(series, 8, FutureOutput.FORECAST).get(4);
    double growth = (series.logOutput()[7] - series.logOutput()[0]) / 7;
    assertEquals(series.logCost()[7] - 0.3 * 5 * growth, miss.wright().logCost(), 1e-12);
  }

  @Test
  void votesAreEqualForLargeMissesAndSmall() {
    CostSeries series = LearningCurveTest.held("DRAM");
    double[] mild = series.logCost();
    for (int t = 0; t < mild.length; t++) {
      mild[t] /= 100;
    }
    assertEquals(
        Hindcast.vote(Hindcast.halfSample(series, FutureOutput.AS_IT_CAME)),
        Hindcast.vote(Hindcast.halfSample(series.withLogCost(mild), FutureOutput.AS_IT_CAME)),
        1e-9);
    assertEquals(0, Hindcast.vote(List.of()), 0);
  }

  @Test
  void anOriginWithoutPastOrFutureIsRefused() {
    CostSeries series = LearningCurveTest.made(8, 0.3, 0, 0.1);
    assertThrows(
        IllegalArgumentException.class, () -> Hindcast.from(series, 2, FutureOutput.AS_IT_CAME));
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> Hindcast.from(series, 8, FutureOutput.AS_IT_CAME))
            .getMessage()
            .contains("nothing comes after"));
  }
}
