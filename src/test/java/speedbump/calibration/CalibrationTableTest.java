package speedbump.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedbump.data.Catalog;

/** The committed table against the goals and against the code that it was measured with. */
class CalibrationTableTest {
  private static final List<Measured> TABLE =
      Catalog.shared().rows("claims/calibration", Measured.class);

  @Test
  void noGoalIsMissed() {
    List<String> missed = TABLE.stream().filter(Measured::missed).map(Measured::words).toList();
    assertEquals(List.of(), missed, "goals missed in data/claims/calibration.csv");
    assertTrue(TABLE.stream().filter(row -> row.goal().isPresent()).count() > 30, "goals");
  }

  /** Every cell of the program has its row, with its goal, in its place. */
  @Test
  void theTableIsThatOfTheProgram() {
    assertEquals(
        Cells.all().stream().map(cell -> key(Measured.of(cell, 0))).toList(),
        TABLE.stream().map(CalibrationTableTest::key).toList(),
        "the rows of data/claims/calibration.csv: run mvn -Pcalibration");
  }

  private static String key(Measured row) {
    return String.join(
        ", ",
        row.what(),
        row.method(),
        row.design(),
        row.n() + "",
        row.rho() + "",
        row.nominal() + "",
        row.draws() + "",
        row.goal() + "",
        row.note());
  }

  /** An old table is no error: it is said, and its figures are not held against the code. */
  @ParameterizedTest
  @CsvSource({
    "Prais-Winsten, trend, 15, 0.5",
    "Newey-West, step, 30, 0.8",
    "monthly forecast, next month in levels, 8, 0",
    "pooled slope, equal clusters by clusters, 5, 0.8"
  })
  void aCellMeasuredAnewIsThatOfTheTable(String method, String design, int n, double rho)
      throws IOException {
    boolean young = Files.readString(Sources.KEPT).strip().equals(Sources.digest());
    if (!young) {
      System.out.println(
          "data/claims/calibration.csv is older than speedbump.stats or speedbump.model: run mvn"
              + " -Pcalibration (some two minutes) and commit what it writes.");
    }
    assumeTrue(young, "the table is older than the code");
    Measured now =
        Cells.all().stream()
            .filter(
                cell ->
                    cell.method().equals(method)
                        && cell.design().equals(design)
                        && cell.n() == n
                        && cell.rho() == rho)
            .findFirst()
            .orElseThrow()
            .measure();
    assertTrue(TABLE.contains(now), now.line());
  }

  /** Two standard errors on the wrong side of the goal are allowed, no more. */
  @Test
  void aGoalIsMissedBeyondTwoStandardErrors() {
    assertFalse(measured(Measured.INTERVAL, 0.9001, 0.92).missed());
    assertTrue(measured(Measured.INTERVAL, 0.8999, 0.92).missed());
    assertFalse(measured(Measured.TEST, 0.0899, 0.07).missed());
    assertTrue(measured(Measured.TEST, 0.0901, 0.07).missed());
    Measured free =
        new Measured(Measured.TEST, "m", "d", 8, 0, 0.05, 1, 0.01, 100, OptionalDouble.empty(), "");
    assertFalse(free.missed());
    assertEquals("test,m,d,8,0.0,0.05,1.0000,0.01000,100,,", free.line());
  }

  private static Measured measured(String what, double share, double goal) {
    return new Measured(what, "m", "d", 8, 0, 0.95, share, 0.01, 100, OptionalDouble.of(goal), "");
  }
}
