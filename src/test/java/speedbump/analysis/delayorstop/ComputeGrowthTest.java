package speedbump.analysis.delayorstop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import speedbump.data.Catalog;
import speedbump.model.KinkedTrend;

class ComputeGrowthTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final ComputeGrowth PUBLISHED = ComputeGrowth.of(CATALOG, DelayOrStop.of(CATALOG));

  /** Epoch AI, china-ai-trends, compute_analysis.ipynb, printed output of 22 January 2025. */
  @Test
  void theLinesAreThePublishedOnes() {
    assertEquals(LocalDate.of(2021, 10, 1), PUBLISHED.kinked().kink());
    assertEquals(Math.pow(10, 2.94294087), PUBLISHED.timesBefore(), 1e-4);
    assertEquals(Math.pow(10, 0.46729173), PUBLISHED.timesAfter(), 1e-7);
    assertEquals(Math.pow(10, 0.67904201), PUBLISHED.timesElsewhere(), 1e-7);
    assertEquals(2.08, PUBLISHED.catchUpYears(), 0.005);
  }

  /** The others stand one power of ten above on the last day, and grow by one a year. */
  @Test
  void aGapIsReadAtEitherPace() {
    LocalDate last = PUBLISHED.china().lastDay();
    ComputeGrowth drawn =
        new ComputeGrowth(
            PUBLISHED.china(),
            PUBLISHED.others(),
            new KinkedTrend(last.minusDays(730), 19, 3, 0.5, 0, 0, 49),
            new KinkedTrend(last.plusDays(365), 22, 1, 1, 0, 0, 60));
    assertEquals(2, drawn.catchUpYears(), 1e-12);
    assertEquals(1, drawn.lagYears(), 1e-12);
    assertEquals(19 - 3, ComputeGrowth.level(drawn.kinked(), last.minusDays(1095)), 1e-12);
  }

  @Test
  void resamplesAreThoseOfTheirSeed() {
    assertEquals(PUBLISHED.resampled(3, 1), PUBLISHED.resampled(3, 1));
    assertEquals(3, PUBLISHED.resampled(3, 1).size());
  }
}
