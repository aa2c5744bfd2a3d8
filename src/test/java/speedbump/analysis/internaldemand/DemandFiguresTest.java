package speedbump.analysis.internaldemand;

import static speedbump.chart.Drawn.draws;

import org.junit.jupiter.api.Test;
import speedbump.analysis.Verdicts;
import speedbump.data.Catalog;

/** Each figure draws, and its description says what the drawing shows. */
class DemandFiguresTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final DemandFigures FIGURES =
      new DemandFigures(CATALOG, InternalDemand.of(CATALOG));

  @Test
  void exportsPartOfGrowth() {
    draws(
        FIGURES.growth(),
        "0% of China's growth in 2010-17 and 3% in 2018-23",
        "By regression +2.5 points (-17.8 to +22.8)",
        "Gross exports: 16% and 19%");
  }

  @Test
  void whatFieldsSellAtHome() {
    draws(
        FIGURES.homeShares(),
        "4 of 5 new fields",
        "of ships 11% stays",
        "lithium-ion batteries at least 64%",
        "electric vehicles 90% in 2022, 84% in 2025",
        "lithium-ion batteries at least 71% in 2022, 64% in 2024");
  }

  @Test
  void theChinesePartOfExports() {
    draws(
        FIGURES.depth(),
        "from 85% in 1995 to 77% in 2005 and was back at 83% in 2018",
        "ADB 86% in 2017 and 82% in 2022",
        "processing trade apart: 50% in 2002 and 66% in 2010");
  }

  @Test
  void whoBuysTheOutput() {
    draws(
        FIGURES.buyers(),
        "28% of China's output in 2007 and 18% in 2018; in 2022 for 54% of its electronics",
        "of manufacturing 38% in 2007 and 29% in 2022");
  }

  @Test
  void whatMovesTheChange() {
    draws(
        FIGURES.couldItBeWrong(Verdicts.of(11).proposition("11b").groups().get(0)),
        "No edge or year tells a change from none",
        "seen in 17% of cases",
        "negative at 2 of 10 edges");
  }

  @Test
  void neitherPublishedFigureCanBeRebuilt() {
    draws(
        FIGURES.published(),
        "14% of growth by officials and 4% here",
        "33% by the press for 2025, and here 21% net or 42% gross in 2024");
  }
}
