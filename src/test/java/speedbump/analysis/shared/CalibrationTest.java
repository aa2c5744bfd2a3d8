package speedbump.analysis.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedbump.analysis.shared.Calibration.Coverage;
import speedbump.data.Catalog;
import tech.tablesaw.api.Table;

class CalibrationTest {
  private static final Calibration CALIBRATION = Calibration.of(Catalog.shared());

  /** The neighbour at or below in length, at or above in rho; else the outermost. */
  @ParameterizedTest
  @CsvSource({
    "15, 0.5, 15, 0.5",
    "15, 0.51, 15, 0.8",
    "15, 0.01, 15, 0.5",
    "15, 0, 15, 0",
    "15, -0.3, 15, 0",
    "14, 0, 8, 0",
    "29, 0.5, 15, 0.5",
    "30, 0.5, 30, 0.5",
    "1000, 0.2, 60, 0.5",
    "5, 0.2, 8, 0.5",
    "40, 0.95, 30, 0.8"
  })
  void theCautiousNeighbourSpeaks(int n, double rho, int ofLength, double ofRho) {
    Coverage coverage = CALIBRATION.coverage("Prais-Winsten", "trend", n, rho);
    assertEquals(ofLength, coverage.n());
    assertEquals(ofRho, coverage.rho());
    Table all = Catalog.shared().table("claims/calibration");
    Table own =
        all.where(
            all.stringColumn("method")
                .isEqualTo("Prais-Winsten")
                .and(all.stringColumn("design").isEqualTo("trend"))
                .and(all.intColumn("n").isEqualTo(ofLength))
                .and(all.doubleColumn("rho").isEqualTo(ofRho)));
    assertEquals(1, own.rowCount());
    assertEquals(own.doubleColumn("measured").get(0), coverage.measured());
    assertEquals(own.doubleColumn("standard_error").get(0), coverage.standardError());
    assertEquals(0.95, coverage.nominal());
  }

  @Test
  void theMethodsAreToldApart() {
    double good = CALIBRATION.coverage("Prais-Winsten", "trend", 15, 0.8).measured();
    double bad = CALIBRATION.coverage("Newey-West", "trend", 15, 0.8).measured();
    assertTrue(good > bad + 0.2, good + " and " + bad);
  }

  /** Every option of the registered choice has been measured. */
  @ParameterizedTest
  @CsvSource({"Prais-Winsten", "Newey-West", "block bootstrap"})
  void everyRegisteredIntervalIsMeasured(String method) {
    for (String design :
        new String[] {
          "trend",
          "step",
          "jump beside a trend",
          "change of slope beside a trend and a jump",
          "learning curve in levels",
          "learning curve in first differences",
          "learning curve with time held fixed"
        }) {
      double measured = CALIBRATION.coverage(method, design, 8, 0.8).measured();
      assertTrue(measured > 0.3 && measured < 1, design);
    }
  }

  @Test
  void theSentenceCountsCases() {
    assertEquals(
        "intervals of this kind and length cover the truth in 90 of 100 cases",
        new Coverage(0.95, 0.8953, 0.003, 15, 0.8).words());
  }

  @Test
  void whatWasNotMeasuredIsRefused() {
    String message = refusal("Prais-Winsten", "parabola", 15, 0);
    assertTrue(message.startsWith("the coverage of \"Prais-Winsten\" on \"parabola\" was not"));
    assertTrue(message.contains("Newey-West on step"), message);
    // a test has a size and covers nothing
    assertTrue(refusal("sup-F", "learning curve in levels", 30, 0).contains("not measured"));
    assertEquals("n must be positive, not 0", refusal("Prais-Winsten", "trend", 0, 0));
    assertEquals(
        "rho must lie between -1 and 1, not 1.0", refusal("Prais-Winsten", "trend", 15, 1));
    assertEquals(
        "rho must lie between -1 and 1, not NaN",
        refusal("Prais-Winsten", "trend", 15, Double.NaN));
  }

  private static String refusal(String method, String design, int n, double rho) {
    return assertThrows(
            IllegalArgumentException.class, () -> CALIBRATION.coverage(method, design, n, rho))
        .getMessage();
  }
}
