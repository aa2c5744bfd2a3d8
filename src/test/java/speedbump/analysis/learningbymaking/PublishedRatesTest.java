package speedbump.analysis.learningbymaking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Agreement.agree;

import java.util.List;
import org.junit.jupiter.api.Test;
import speedbump.PublishedCase;
import speedbump.analysis.learningbymaking.PublishedRates.Rate;
import speedbump.data.Catalog;
import speedbump.model.CostSeries;
import speedbump.model.LearningCurve;
import speedbump.model.LearningCurve.Driver;
import speedbump.model.LearningCurve.Form;

class PublishedRatesTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final Technologies TECHNOLOGIES = Technologies.of(CATALOG);
  private static final List<Rate> RATES = PublishedRates.of(CATALOG, TECHNOLOGIES);

  private record Compared(String compareWith) {}

  /** Carnegie clab_experience_curve, IC.csv: the same rows and the same regressions. */
  @PublishedCase
  @Test
  void theTenRatesOfTheRepositoryAreOurs() {
    List<Rate> same =
        RATES.stream().filter(rate -> rate.whyDifferent().startsWith("nothing")).toList();
    assertEquals(10, same.size());
    for (Rate rate : same) {
      agree(rate.published(), rate.ours().orElseThrow(), 1e-11);
    }
  }

  @Test
  void everySeriesNamedIsHeldAndEveryDifferenceHasAReason() {
    for (Compared row : CATALOG.rows("published/learning_rates", Compared.class)) {
      if (!row.compareWith().isEmpty()) {
        TECHNOLOGIES.series(row.compareWith());
      }
    }
    assertEquals(22, RATES.size());
    assertEquals(2, RATES.stream().filter(rate -> rate.ours().isEmpty()).count());
    for (Rate rate : RATES) {
      assertTrue(rate.published() > 0 && rate.published() < 1, rate.technology());
      assertTrue(!rate.whyDifferent().isBlank() && "PMS".contains(rate.grade()));
    }
  }

  /** A published rate is beside the series as its source prints it, breaks included. */
  @Test
  void aBrokenSeriesIsComparedWhole() {
    Rate wind =
        RATES.stream().filter(rate -> rate.technology().equals("wind LCOE")).findFirst().get();
    CostSeries whole = TECHNOLOGIES.asHeld(ChinasPart.WIND);
    assertEquals(
        LearningCurve.fit(whole, Driver.EXPERIENCE, Form.LEVELS).learningRate(),
        wind.ours().orElseThrow(),
        1e-12);
    assertTrue(wind.whyDifferent().contains("eightyfold"));
  }

  @Test
  void theYearsAreThoseOfTheTable() {
    Rate until2010 =
        RATES.stream().filter(r -> r.technology().equals("PV modules (older)")).findFirst().get();
    CostSeries solar = TECHNOLOGIES.series(Technologies.SOLAR);
    // 1977 to 2010
    CostSeries part = solar.between(0, 34);
    assertEquals(2010, part.years()[33], 0);
    double[] x = part.logOutput();
    double[] y = part.logCost();
    double meanX = 0;
    double meanY = 0;
    for (int t = 0; t < 34; t++) {
      meanX += x[t] / 34;
      meanY += y[t] / 34;
    }
    double top = 0;
    double bottom = 0;
    for (int t = 0; t < 34; t++) {
      top += (x[t] - meanX) * (y[t] - meanY);
      bottom += (x[t] - meanX) * (x[t] - meanX);
    }
    assertEquals(1 - Math.pow(2, top / bottom), until2010.ours().orElseThrow(), 1e-12);
  }
}
