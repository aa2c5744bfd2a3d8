package speedbump.analysis.ninefields;

import static speedbump.chart.Drawn.draws;

import org.junit.jupiter.api.Test;
import speedbump.analysis.Verdicts;
import speedbump.claim.GroupResult;
import speedbump.data.Catalog;

/** Each figure draws, wide and narrow, and its description says what the drawing shows. */
class NineFieldsFiguresTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final NineFieldsFigures FIGURES =
      new NineFieldsFigures(CATALOG, NineFields.of(CATALOG));

  private static GroupResult group(String proposition) {
    return Verdicts.of(5).proposition(proposition).groups().get(0);
  }

  @Test
  void growthBeforeAndAfter() {
    draws(
        FIGURES.growth(),
        "3 of 4 controlled fields sped up",
        "4 of 5 of the nine",
        "chips +24.6 to +13.5",
        "batteries +1.4 to +15.1");
  }

  @Test
  void sharesThenAndLast() {
    draws(
        FIGURES.advance(),
        "rose in 8 of the 8 fields",
        "in 5 of 8 placebo",
        "batteries 27% to 47%");
  }

  @Test
  void doseAgainstResponse() {
    draws(
        FIGURES.doseResponse(),
        "3.7 points less growth; chance does that in 6 of 100 cases",
        "placebo date 2014 the slope is +1.4 points a step, p 0.38, over 13 fields");
  }

  @Test
  void theFieldsHardlyTouched() {
    draws(
        FIGURES.hardlyTouched(group("5b")),
        "gained +3.3 points",
        "(+0.7 to +5.8)",
        "steel \u22124.5");
  }

  @Test
  void thePublishedSigns() {
    draws(
        FIGURES.published(),
        "3 of 4 say more spending, 0 of 4 better innovation",
        "asks for 9 studies and 2 count",
        "Cao and others 2024 output quality negative");
  }

  @Test
  void whatMovesTheSlope() {
    draws(
        FIGURES.couldItBeWrong(group("5a")),
        "Without biopharma the slope is \u22127.1 points a step, without chips \u22121.3",
        "Of 16 ways of counting 0 meet the claim and 5 its opposite");
  }
}
