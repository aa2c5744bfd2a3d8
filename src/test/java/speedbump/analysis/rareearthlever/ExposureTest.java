package speedbump.analysis.rareearthlever;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import speedbump.analysis.rareearthlever.Exposure.Element;
import speedbump.analysis.rareearthlever.Exposure.ProcessingShare;
import speedbump.analysis.rareearthlever.Exposure.PublishedRange;
import speedbump.claim.Examination;
import speedbump.claim.Outcome;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.data.Catalog;

class ExposureTest {
  private static final Exposure EXPOSURE = RareEarthLever.of(Catalog.shared()).exposure();
  private static final String WITH_RANGE = "dysprosium,refining,China,2024,85,70,99";
  private static final double EXACT = 1e-9;

  @Test
  void sevenElementsAndTwoWithBothFigures() {
    assertEquals(
        List.of(
            "Samarium", "Gadolinium", "Terbium", "Dysprosium", "Lutetium", "Scandium", "Yttrium"),
        EXPOSURE.elements().stream().map(Element::name).toList());
    assertEquals(List.of("Terbium", "Dysprosium"), names(true, false));
    assertEquals(List.of(), names(false, false));
    assertEquals(List.of("Terbium", "Dysprosium", "Lutetium"), names(true, true));
    assertEquals(1, EXPOSURE.exposedShare(true, PublishedRange.MIDDLE, true).getAsDouble(), EXACT);
    assertTrue(EXPOSURE.exposedShare(false, PublishedRange.LOW, false).isEmpty());
  }

  private static List<String> names(boolean groups, boolean anyGrade) {
    return EXPOSURE.withBoth(groups, anyGrade).stream().map(Element::name).toList();
  }

  /** A forecast is no share: of dysprosium's rows that of 2028 is left out. */
  @Test
  void forecastsAreNoShares() {
    assertEquals(
        List.of(0.99, 0.92, 0.99),
        EXPOSURE.elements().get(3).shares().stream().map(ProcessingShare::middle).toList());
  }

  @Test
  void twoElementsAreTooFew() {
    Examination examination = EXPOSURE.examination();
    assertEquals(
        "2 elements with both figures are held, and at least 3 are needed",
        examination.missing().orElseThrow());
    assertEquals(YearMonth.of(2025, 12), examination.trials().get(0).newest());
  }

  @Test
  void withoutGroupFiguresNoElementHasBoth() {
    Trial<?> trial = EXPOSURE.examination().trials().get(0);
    assertEquals(6, trial.specifications().size());
    for (Specification specification : trial.specifications()) {
      Outcome outcome = trial.run(specification);
      if (specification.option("group figure").equals("does not")) {
        assertEquals("no element with both figures", ((Outcome.Unusable) outcome).reason());
      } else {
        assertEquals(
            1, ((Outcome.Usable) outcome).evidence().value("exposed_elements_share"), EXACT);
      }
    }
  }

  /** Of terbium and dysprosium the lower end of one is made to lie below the registered 80 %. */
  @Test
  void thePartOfAPublishedRangeIsChosen(@TempDir Path folder) throws Exception {
    Catalog changed =
        ChangedTable.of(
            folder,
            "minerals/china_shares",
            text -> text.replace("dysprosium,refining,China,2024,99,,", WITH_RANGE));
    Trial<?> trial = RareEarthLever.of(changed).exposure().examination().trials().get(0);
    Map<String, Double> shares = new LinkedHashMap<>();
    for (Specification specification : trial.specifications()) {
      if (trial.run(specification) instanceof Outcome.Usable usable) {
        shares.put(
            specification.option("published range"),
            usable.evidence().value("exposed_elements_share"));
      }
    }
    assertEquals(Map.of("low", 0.5, "middle", 1.0, "high", 1.0), shares);
  }
}
