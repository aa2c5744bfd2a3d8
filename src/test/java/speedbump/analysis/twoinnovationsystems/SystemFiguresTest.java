package speedbump.analysis.twoinnovationsystems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.chart.Drawn.draws;

import org.junit.jupiter.api.Test;
import speedbump.analysis.Verdicts;
import speedbump.data.Catalog;

/** Each figure draws, and its description says what the drawing shows. */
class SystemFiguresTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final TwoInnovationSystems SYSTEMS = TwoInnovationSystems.of(CATALOG);
  private static final SystemFigures FIGURES = new SystemFigures(CATALOG, SYSTEMS);

  @Test
  void theMapNamesNeighbours() {
    draws(
        FIGURES.map(),
        "94% of other pairs of economies lie further apart",
        "nearest to China: South Korea, Japan",
        "Israel and Mexico");
  }

  @Test
  void theProfilesOfTheTwo() {
    draws(
        FIGURES.profiles(),
        "is IT services (44% of its square)",
        "performs 78% of US and 77% of Chinese research and funds 68% and 78%");
  }

  @Test
  void allPairsByEveryDefinition() {
    draws(FIGURES.strips(), "6% to 82%", "industries 64% of 44", "kinds of research 25% of 20");
  }

  @Test
  void theDistanceThroughTime() {
    draws(
        FIGURES.throughTime(), "+44% since 2002 (-10% to +98%)", "55% in 2002 and at 64% in 2022");
  }

  @Test
  void whatMovesThePlace() {
    draws(
        FIGURES.couldItBeWrong(Verdicts.of(1).proposition("1a").group("performers and funders")),
        "at 52% at most",
        "half of Chinese business the state, at 95% (90% by Hellinger)",
        "without any one other economy at 5% to 7%");
  }

  @Test
  void whatWasPublished() {
    draws(FIGURES.published(), "15% of all research", "806 and 668", "923 and 812 published");
  }

  @Test
  void everyEconomyHasAName() {
    SYSTEMS.accounts().alone("performed_by").names().forEach(SystemFiguresTest::named);
    SYSTEMS.mix().latest().names().forEach(SystemFiguresTest::named);
    assertEquals("XYZ", Economies.name("XYZ"));
  }

  private static void named(String code) {
    assertTrue(!Economies.name(code).equals(code), code);
  }
}
