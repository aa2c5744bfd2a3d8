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
        "9 of 12 that controls hardly touched",
        "chips +27.8 to +14.4",
        "batteries +1.4 to +16.4");
  }

  @Test
  void sharesThenAndLast() {
    draws(
        FIGURES.advance(),
        "rose in 8 of the 8 fields",
        "in 5 of 8 outside the claim",
        "batteries 27% to 47%");
  }

  @Test
  void fieldsBesideTheirStandIns() {
    draws(
        FIGURES.standIns(),
        "on average: semiconductors by 6 points, batteries by 8 points, solar cells and diodes by 8",
        "semiconductors, 1998 to 2020, from medical technology 99%",
        "batteries, 2014 to 2023, from coated flat steel 55%, ships 40%, lamps 5%");
  }

  @Test
  void sharesByOtherCounters() {
    draws(
        FIGURES.counters(),
        "in 3 of 6 cases where nearly the same is counted, in 1 of 10 where it is another thing",
        "chips 2020: all semiconductors 23% and 15%",
        "batteries 2024: batteries made, at least 75% and 47%",
        "electric vehicles 2017 to 2021: vehicles exported +62.0 and \u22121.4");
  }

  @Test
  void doseAgainstResponse() {
    draws(
        FIGURES.doseResponse(),
        "3.7 points less growth; chance does that in 7 of 100 cases",
        "placebo date 2014 the slope is +1.4 points a step, p 0.39, over 13 fields");
  }

  @Test
  void theFieldsHardlyTouched() {
    draws(
        FIGURES.hardlyTouched(group("5b")),
        "sped up by 3.3 points a year (0.7 to 5.8)",
        "outside the claim by 1.4 (\u22120.9 to 3.7)",
        "steel \u22124.5");
  }

  @Test
  void thePublishedSigns() {
    draws(
        FIGURES.published(),
        "3 of 4 studies find more research, 0 of 3 better innovation",
        "asks for 9 studies and counts 1",
        "Cao and others 2024 output quality negative");
  }

  @Test
  void whatMovesTheSlope() {
    draws(
        FIGURES.couldItBeWrong(group("5a")),
        "Without biopharma the slope is \u22127.1 points a step, without chips \u22121.3",
        "Of 16 ways of counting 0 meet the claim and 4 its opposite");
  }
}
