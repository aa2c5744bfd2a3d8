package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
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
