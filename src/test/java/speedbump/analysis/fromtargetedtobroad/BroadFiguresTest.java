package speedbump.analysis.fromtargetedtobroad;

import static speedbump.chart.Drawn.draws;

import org.junit.jupiter.api.Test;
import speedbump.analysis.Verdicts;
import speedbump.data.Catalog;

/** Each figure draws, and its description says what the drawing shows. */
class BroadFiguresTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final BroadFigures FIGURES =
      new BroadFigures(CATALOG, FromTargetedToBroad.of(CATALOG));

  @Test
  void acts() {
    draws(
        FIGURES.acts(),
        "4 of 22 rules that name China reached technologies before 2022, 5 of 37 since",
        "named parties 60, both 3, technologies 25, easing 25");
  }

  @Test
  void shares() {
    draws(FIGURES.shares(), "18% and 14%", "27% and 35%", "2020 4 of 10", "2026 1 of 1");
  }

  @Test
  void entries() {
    draws(FIGURES.entries(), "959 of the Chinese entries", "138 in December 2024", "1106");
  }

  @Test
  void fields() {
    draws(
        FIGURES.fields(), "none in 2018 to 2020, 8 in 2022 to 2024; 10 in each", "chips 4 and 11");
  }

  @Test
  void published() {
    draws(
        FIGURES.published(),
        "differ by 4 at most; stocks differ by up to 213",
        "CNAS: added in 2024: 263, ours 264",
        "firms in 2022: 345, ours 558");
  }

  @Test
  void couldItBeWrong() {
    draws(
        FIGURES.couldItBeWrong(Verdicts.of(3).proposition("3b").group("as held")),
        "No sample shows a rise that stands out",
        "62 times in 100",
        "China named, coder A -0.13 (-0.44 to +0.19)");
  }
}
