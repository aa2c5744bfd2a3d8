package speedbump.analysis.wholeindustrialsystem;

import static speedbump.chart.Drawn.draws;

import org.junit.jupiter.api.Test;
import speedbump.analysis.Verdicts;
import speedbump.claim.GroupResult;
import speedbump.data.Catalog;

/** Each figure draws, and its description says what the drawing shows. */
class SystemFiguresTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final SystemFigures FIGURES =
      new SystemFigures(CATALOG, WholeIndustrialSystem.of(CATALOG));

  @Test
  void breadthBySource() {
    draws(
        FIGURES.breadth(),
        "by 2 of 4 sources; by the others it is 2nd and 7th",
        "China 2178, most elsewhere 2046 in Italy");
  }

  @Test
  void breadthByCutAndByWayOfCounting() {
    draws(
        FIGURES.grain(
            Verdicts.of(8).proposition("8a").groups().stream()
                .filter(GroupResult::decides)
                .toList()),
        "By six-digit products China leads up to a cut of 1.95, by chapters at none",
        "six digits 1.07, 1.06, 0.93",
        "headings, OTS 0.96, 0.99, 0.94",
        "chapters 0.78, 0.83, 0.50");
  }

  @Test
  void breadthByComplexity() {
    draws(FIGURES.tenths(), "it has 128 of them and the US 290", "215 and 231", "US 10% 15%");
  }

  @Test
  void sizeByMeasure() {
    draws(
        FIGURES.scale(),
        "China makes 28% of the world's manufacturing value added and 33% of its electricity",
        "electricity: next held US 14%, not held together 40%, first of those held",
        "first rank proven");
  }

  @Test
  void entryByDensity() {
    draws(
        FIGURES.density(),
        "multiplies the odds by 2.7; for China since 1980 by 0.7 (0.54 to 0.99)");
  }

  @Test
  void whatMovesTheAnswers() {
    draws(
        FIGURES.couldItBeWrong(
            Verdicts.of(8).proposition("8d").groups().get(0),
            Verdicts.of(8).proposition("8c").groups().get(0)),
        "first in 8 of 29 years, and in 4 if an edge begins at 0.75",
        "runs from 0.44 to 0.94");
  }

  @Test
  void ourRankingBesideThePublished() {
    draws(FIGURES.published(), "rank correlation 0.97", "23rd by ours, 21st by theirs");
  }
}
