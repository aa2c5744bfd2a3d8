package speedbump.analysis.theexpectedstall;

import static speedbump.chart.Drawn.draws;

import org.junit.jupiter.api.Test;
import speedbump.analysis.Verdicts;
import speedbump.data.Catalog;

/** Each figure draws, and its description says what the drawing shows. */
class StallFiguresTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final StallFigures FIGURES = new StallFigures(CATALOG, ExpectedStall.of(CATALOG));

  @Test
  void bothErrorsAreCounted() {
    draws(FIGURES.errors(), "too low in 6 of 12 sets and too high in 6");
  }

  @Test
  void theAimsAreThoseOfTheDocuments() {
    draws(FIGURES.aims(), "Of 19 US documents", "none put stopping China first and 14 military");
  }

  @Test
  void farForecastsWereTooLow() {
    draws(
        FIGURES.byHorizon(),
        "All 9 numbers for two years ahead or more were too low, 4 of 12 for the same year");
  }

  @Test
  void theGrowthThatWasKept() {
    draws(FIGURES.keptGrowth(), "kept 22% and 33% of its old growth", "121% and 40%");
  }

  @Test
  void whatMovesTheCount() {
    draws(
        FIGURES.couldItBeWrong(Verdicts.of(4).proposition("4b").groups().get(0)),
        "In 36 of 36 ways of counting",
        "Regular forecasters alone: 5 sets too low, 1 too high; quoted ones: 2 and 5");
  }

  @Test
  void washingtonsOwnRows() {
    draws(
        FIGURES.washington(),
        "Of 6 statements by US officials 5 expected too little",
        "1 may decide",
        "Howard Lutnick 2025: AI chips made 306%");
  }
}
