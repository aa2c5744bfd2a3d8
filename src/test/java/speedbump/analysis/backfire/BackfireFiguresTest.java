package speedbump.analysis.backfire;

import static speedbump.chart.Drawn.draws;

import org.junit.jupiter.api.Test;
import speedbump.analysis.Verdicts;
import speedbump.data.Catalog;

/** Each figure draws, and its description says what the drawing shows. */
class BackfireFiguresTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final BackfireFigures FIGURES = new BackfireFigures(CATALOG, Backfire.of(CATALOG));

  @Test
  void bothKindsOfTool() {
    draws(
        FIGURES.localisation(),
        "+1.5 points on average in 19 restricted",
        "−0.4 in 17 others",
        "6%");
  }

  @Test
  void noUpwardTurn() {
    draws(
        FIGURES.effort(),
        "Neither of two series of effort turned upwards",
        "20% a year before April 2018 and 12% after");
  }

  @Test
  void whatIllustratesEffort() {
    draws(
        FIGURES.illustrations(),
        "grew 3.8-fold from 2018 to 2024, firms' research 1.0- to 5.5-fold",
        "with no figure from before 2018; the national fund was there in 2014",
        "2023 36.6, 2024 49.6",
        "Huawei 2018 1.0, 2024 1.8; NAURA",
        "2014 138.7, 2019 204.0, 2024 344.0");
  }

  @Test
  void theProgrammeCameFirst() {
    draws(FIGURES.whichCameFirst(), "3.8 years before the first control", "Big Fund I 2014, 138.7");
  }

  @Test
  void whoPaid() {
    draws(FIGURES.suppliers(), "from 14% to 26%", "Applied Materials FY2024-Q1 45%");
  }

  @Test
  void whatMovesIt() {
    draws(
        FIGURES.couldItBeWrong(Verdicts.of(9).proposition("9a").groups().get(0)),
        "13 of 32 ways of counting",
        "between +1.4 and +2.4 points");
  }

  @Test
  void figuresThatAreNoSeries() {
    draws(FIGURES.published(), "three meanings", "made in china, 2021: 16.7%", "tools: 7.9%");
  }
}
