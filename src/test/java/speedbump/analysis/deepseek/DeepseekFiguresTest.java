package speedbump.analysis.deepseek;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static speedbump.chart.Drawn.draws;

import org.junit.jupiter.api.Test;
import speedbump.analysis.Verdicts;
import speedbump.analysis.deepseek.Efficiency.Sample;
import speedbump.analysis.shared.CapabilityRulers.Vintage;
import speedbump.data.Catalog;
import speedbump.model.ComputeTrend;
import speedbump.model.ComputeTrend.DateTerm;
import speedbump.model.ComputeTrend.Direction;

/** Each figure draws, and its description says what the drawing shows. */
class DeepseekFiguresTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final Deepseek DEEPSEEK = Deepseek.of(CATALOG);
  private static final DeepseekFigures FIGURES = new DeepseekFigures(CATALOG, DEEPSEEK);

  @Test
  void lagsAtRecords() {
    draws(
        FIGURES.recordLags(),
        "18 Chinese records",
        "up to 14.8 months before DeepSeek-R1, 1.1 at R1, 3.3 to 7.8 after it");
  }

  @Test
  void bothFrontiers() {
    draws(FIGURES.frontiers(), "13.8 months for DeepSeek-V2", "1.1 for R1");
  }

  /** BigCodeBench ends before the next Chinese record on it. */
  @Test
  void rulersSayOnHowManyR1IsFirst() {
    draws(
        FIGURES.rulersOnR1(),
        "below the mean of earlier records on 6 of 6 rulers, and below every one of them on 4",
        "later records are held on 5");
  }

  @Test
  void v3StandsBesideR1() {
    ComputeTrend trend =
        ComputeTrend.fit(
                DEEPSEEK.efficiency().sample(Vintage.JULY_2026, Sample.ALL),
                Direction.COMPUTE_ON_SCORE,
                DateTerm.LINEAR)
            .orElseThrow();
    draws(FIGURES.compute(trend), "76 models", "R1 at 19% of", "V3 at 49%");
  }

  @Test
  void theUnitsOfClosenessAreCountedApart() {
    draws(
        FIGURES.couldItBeWrong(Verdicts.of(6).propositions().get(0).groups().get(0)),
        "24 of 24 specifications in months, 8 of 24 in score",
        "22 models are tried as the moment, and R1's p is the smallest",
        "from 0.06 to 0.18");
  }

  @Test
  void publishedLagsBesideOurs() {
    draws(FIGURES.published(), "5 of our lags and 7 published ones", "from 3 to 14 months");
    assertEquals(7, DeepseekFigures.publishedSeries().size());
  }
}
