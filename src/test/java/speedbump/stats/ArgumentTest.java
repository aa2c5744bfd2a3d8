package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Refusal.refusedWith;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentTest {
  private static final LocalDate DAY = LocalDate.of(2022, 10, 7);

  @Test
  void datesMayShareADayAndNotRunBack() {
    Argument.requireOrder(List.of());
    Argument.requireOrder(List.of(DAY, DAY, DAY.plusDays(1)));
    assertEquals(
        "the dates are not in order: 2022-10-06 follows 2022-10-07",
        assertThrows(
                IllegalArgumentException.class,
                () -> Argument.requireOrder(List.of(DAY, DAY, DAY.minusDays(1))))
            .getMessage());
  }

  @Test
  void aSpreadOfRoundingIsNone() {
    assertTrue(Argument.varies(1, 1 + 2e-12));
    assertTrue(Argument.varies(-1e6, -1e6 + 1e-5));
    assertTrue(Argument.varies(0, 1e-9));
    assertFalse(Argument.varies(1, 1 + 1e-13));
    assertFalse(Argument.varies(0.3, 0.1 + 0.2));
    assertFalse(Argument.varies(0, 1e-160), "its square is no normal number");
    assertFalse(Argument.varies());
    assertFalse(Argument.varies(5));
  }

  @Test
  void whatIsMissingOrOutsideIsNamed() {
    refusedWith("dose is missing (null)", () -> Argument.given("dose", null));
    refusedWith(
        "doses has nothing (null) at index 1",
        () -> Argument.givenAll("doses", Arrays.asList("a", null)));
    refusedWith("doses is missing (null)", () -> Argument.givenAll("doses", null));
    assertEquals(List.of("a"), Argument.givenAll("doses", List.of("a")));
    refusedWith("dose is not finite: NaN", () -> Argument.finite("dose", Double.NaN));
    refusedWith("doses must lie between 1 and 3, not 4", () -> Argument.count("doses", 4, 1, 3));
    refusedWith("doses must lie between 1 and 3, not 0", () -> Argument.count("doses", 0, 1, 3));
    assertEquals(3, Argument.count("doses", 3, 1, 3));
    refusedWith(
        "start must lie in the years 1 to 9999, not 10000",
        () -> Argument.day("start", LocalDate.of(10_000, 1, 1)));
    refusedWith(
        "start must lie in the years 1 to 9999, not 0",
        () -> Argument.day("start", LocalDate.of(0, 1, 1)));
    assertEquals(DAY, Argument.day("start", DAY));
    for (int year : new int[] {1, 9_999}) {
      assertEquals(year, Argument.day("start", LocalDate.of(year, 6, 1)).getYear());
    }
    refusedWith(
        "doses is too large to be squared at index 0: 1.0E151",
        () -> Argument.sample("doses", new double[] {1e151}, 1));
    assertEquals(1e150, Argument.sample("doses", new double[] {1e150}, 1)[0]);
    refusedWith(
        "dates has nothing (null) at index 1",
        () -> Argument.requireOrder(Arrays.asList(DAY, null)));
  }

  @Test
  void rowsNeedOneMoreObservationThanColumns() {
    double[][] rows = {{1, 2}, {3, 4}, {5, 6}};
    assertEquals(3, Argument.rows("x", rows, 3).length);
    assertEquals(
        "segments of 2 observations cannot carry 2 columns",
        assertThrows(IllegalArgumentException.class, () -> Argument.rows("x", rows, 2))
            .getMessage());
    assertEquals(
        "x has no rows or no columns",
        assertThrows(IllegalArgumentException.class, () -> Argument.rows("x", new double[0][0], 2))
            .getMessage());
  }
}
