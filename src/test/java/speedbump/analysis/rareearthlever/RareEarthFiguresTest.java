package speedbump.analysis.rareearthlever;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.analysis.rareearthlever.MagnetFlows.CONTROL;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import speedbump.analysis.rareearthlever.Bite.Placebo;
import speedbump.analysis.rareearthlever.MagnetFlows.WeakRows;
import speedbump.chart.Figure;
import speedbump.claim.Examination;
import speedbump.claim.Examiner;
import speedbump.claim.GroupResult;
import speedbump.claim.Registry;
import speedbump.data.Catalog;

/** What the figures say of their data, and that they can be drawn. */
class RareEarthFiguresTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final RareEarthLever CLAIM = RareEarthLever.of(CATALOG);
  private static final MagnetFlows US = CLAIM.unitedStates();
  private static final YearMonth LAST = YearMonth.of(2026, 3);

  private static void assertDrawn(Figure figure, String... inAlt) {
    for (String text : inAlt) {
      assertTrue(figure.alt().contains(text), figure.alt());
    }
    assertTrue(figure.png().length > 1000);
  }

  private static String percent(double share) {
    return "%.0f".formatted(100 * share);
  }

  @Test
  void exportsSayTheLowestMonthAndTheLast() {
    YearMonth may = YearMonth.of(2025, 5);
    assertDrawn(
        new RareEarthFigures(CATALOG, CLAIM).magnetExports(),
        "to the world " + percent(CLAIM.world().overForecast(may, may)) + " in May 2025",
        "to the United States " + percent(US.overForecast(may, may)) + " in May 2025",
        percent(US.overForecast(LAST, LAST)) + " in March 2026");
  }

  @Test
  void dependenceCountsTheMineralsAndSparesHelium() {
    double antimony = CLAIM.outputShares().of("antimony").chinaShare();
    assertDrawn(
        new SupplyFigures(CATALOG, CLAIM).dependence(),
        "all it uses of 5 of 11 minerals",
        "at least " + percent(antimony) + "%",
        "heavy rare earths 92 to 100%, yttrium 100%, scandium 67%");
  }

  /**
   * With 100 tonnes of demand: 3 + 12 * 0.64 months on time, 24 * 0.64 more when two years late.
   */
  @Test
  void theBreakEvenStockIsThatOfTheModel() {
    Figure figure = new StockFigures(CLAIM.stocks()).breakEven();
    assertDrawn(
        figure,
        "15 published times",
        "1 to 180 months of stock",
        "share the dated supply, 11 months",
        "two years late, 26");
    assertTrue(figure.narrow().png().length > 1000);
  }

  @Test
  void theKnownCaseSaysWhatWasKeptAndWhen() {
    assertDrawn(
        new ComparisonFigures(CATALOG, CLAIM).knownCase(),
        "rose 26-fold from January 2009 to August 2011",
        "94% of that of 2010 after four years and at 69% after 13");
  }

  @Test
  void cutsStandAgainstTheForecast() {
    assertDrawn(
        new ComparisonFigures(CATALOG, CLAIM).cutsAndCosts(),
        percent(1 - US.overForecast(CONTROL, CONTROL.plusMonths(2))) + "% short for three months",
        percent(1 - US.overForecast(CONTROL, LAST)) + "% over a year",
        "between 0.0 and 2.0");
  }

  @Test
  void theDoubtsSayTheErrorsAndTheSpecifications() {
    List<Placebo> magnets =
        Bite.placebos(CLAIM.world().totals(WeakRows.LEFT_OUT), 3, YearMonth.of(2025, 10));
    List<Placebo> others = Bite.placebos(CLAIM.bite().allRareEarths(), 3, LAST.plusMonths(1));
    double lowest = magnets.stream().mapToDouble(Placebo::standardisedError).min().orElseThrow();
    assertDrawn(
        new RareEarthFigures(CATALOG, CLAIM)
            .couldItBeWrong(
                magnets, others, group("10b", "world"), group("10d", "flows to the United States")),
        "from April 2025 %.1f to".formatted(lowest),
        "of 6 ways of counting 10d (5 distinct answers) 4 say");
  }

  private static GroupResult group(String proposition, String group) {
    Registry registry = Registry.of(CATALOG);
    Examination examination =
        CLAIM.examinations().stream()
            .filter(one -> one.proposition().id().equals(proposition))
            .findFirst()
            .orElseThrow();
    return new Examiner(registry.machinery()).examine(examination).group(group);
  }

  @Test
  void aFigureThatIsNotPublishedIsNamed() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> PublishedFigure.of(CATALOG, "minerals/prices", "no such", "Europe", "2025"))
            .getMessage();
    assertTrue(message.contains("minerals/prices") && message.contains("no such"), message);
  }
}
