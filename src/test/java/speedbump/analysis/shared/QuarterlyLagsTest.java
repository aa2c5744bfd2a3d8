package speedbump.analysis.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import speedbump.analysis.shared.CapabilityRulers.CountryRule;
import speedbump.analysis.shared.CapabilityRulers.Leaders;
import speedbump.analysis.shared.CapabilityRulers.Reading;
import speedbump.analysis.shared.CapabilityRulers.Unit;
import speedbump.analysis.shared.CapabilityRulers.Vintage;
import speedbump.data.Catalog;
import speedbump.model.FrontierLag.Lag;

class QuarterlyLagsTest {
  private static final CapabilityRulers RULERS = CapabilityRulers.of(Catalog.shared());
  private static final QuarterlyLags INDEX = QuarterlyLags.of(RULERS, CapabilityRulers.INDEX);

  /** Quarter ends without a gap, from the first with both sides to the last that is known. */
  @Test
  void quarterEndsFollowEachOther() {
    List<Lag> lags = INDEX.on(Reading.DEFAULT);
    for (int i = 1; i < lags.size(); i++) {
      assertEquals(
          YearMonth.from(lags.get(i - 1).date()).plusMonths(3).atEndOfMonth(), lags.get(i).date());
    }
    assertEquals(YearMonth.of(2026, 3), INDEX.newest());
    assertEquals(LocalDate.of(2026, 3, 31), lags.get(lags.size() - 1).date());
  }

  /** An older vintage ends earlier, and is another reading of the same ruler. */
  @Test
  void vintagesAreReadingsOfOneRuler() {
    List<Lag> december = INDEX.on(Reading.DEFAULT.of(Vintage.DECEMBER_2025));
    List<Lag> july = INDEX.on(Reading.DEFAULT);
    assertEquals(LocalDate.of(2025, 9, 30), december.get(december.size() - 1).date());
    assertNotEquals(july.subList(0, december.size()), december);
    QuarterlyLags gpqa = QuarterlyLags.of(RULERS, "gpqa_diamond");
    assertEquals(gpqa.on(Reading.DEFAULT), gpqa.on(Reading.DEFAULT.of(Vintage.DECEMBER_2025)));
  }

  /** The benchmark of code states no country, so that nothing is left where blanks are dropped. */
  @Test
  void aReadingWithoutModelsHasNoLags() {
    QuarterlyLags code = QuarterlyLags.of(RULERS, CapabilityRulers.CODE);
    assertTrue(code.on(Reading.DEFAULT).size() > 0);
    assertEquals(
        List.of(),
        code.on(new Reading(Leaders.US_ONLY, Unit.MODELS, CountryRule.DROPPED, Vintage.JULY_2026)));
  }

  @Test
  void drawnLagsKeepTheirDaysAndAnswerTheDefaultAlone() {
    List<Lag> real = INDEX.on(Reading.DEFAULT);
    double[] months = new double[real.size()];
    months[2] = 7;
    QuarterlyLags drawn = INDEX.drawn(months);
    assertEquals(
        real.stream().map(Lag::date).toList(),
        drawn.on(Reading.DEFAULT).stream().map(Lag::date).toList());
    assertEquals(7, drawn.on(Reading.DEFAULT).get(2).months());
    assertEquals(
        "lags are drawn by the default reading alone",
        assertThrows(
                IllegalArgumentException.class,
                () -> drawn.on(Reading.DEFAULT.of(Vintage.APRIL_2026)))
            .getMessage());
  }
}
