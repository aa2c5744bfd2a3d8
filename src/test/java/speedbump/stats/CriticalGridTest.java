package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriticalGridTest {
  private static final double[] ROWS = {1, 10, 1_000};
  private static final double[] COLUMNS = {0, 1, 5, 6};

  private final List<List<Double>> asked = new ArrayList<>();

  /** Statistics that are the same in every draw: a plane in log10 of the row and the column. */
  private final CriticalGrid plane =
      new CriticalGrid(
          new CriticalGrid.Side(ROWS, true),
          new CriticalGrid.Side(COLUMNS, false),
          (row, column) -> {
            asked.add(List.of(row, column));
            return new double[] {7 + 2 * Math.log10(row) - 3 * column};
          });

  /** Between its points a plane is met exactly; beyond the grid its edge is taken. */
  @ParameterizedTest
  @CsvSource({
    "1, 0, 7",
    "10, 5, -6",
    "1000, 6, -5",
    "3.1622776601683795, 0.25, 7.25",
    "3.1622776601683795, 2, 2",
    "200, 4.5, -1.8979400086720376",
    "200, 5.5, -4.8979400086720376",
    "0.01, -4, 7",
    "1e9, 5.5, -3.5"
  })
  void isExactOnAPlaneAndFlatBeyondTheGrid(double row, double column, double expected) {
    assertEquals(expected, plane.at(row, column, 0.9), 1e-12);
  }

  /** A product is no plane: in the middle of a cell it is the mean of the four corners. */
  @Test
  void weighsTheFourCornersOfACell() {
    CriticalGrid product =
        new CriticalGrid(
            new CriticalGrid.Side(COLUMNS, false),
            new CriticalGrid.Side(COLUMNS, false),
            (row, column) -> new double[] {row * column * column});
    assertEquals((1 + 25 + 5 + 125) / 4.0, product.at(3, 3, 0.5), 1e-12);
    assertEquals(0.75 * (0.5 * 1 + 0.5 * 25) + 0.25 * 5 * 13, product.at(2, 3, 0.5), 1e-12);
    assertEquals(6 * 36, product.at(6, 6, 0.5), 1e-12);
  }

  /** A point is simulated when it is first asked for, and once. */
  @Test
  void asksForThePointsThatItNeedsAndOnce() {
    plane.at(10, 5, 0.9);
    assertEquals(List.of(List.of(10.0, 5.0)), asked);
    plane.at(10, 5, 0.5);
    plane.at(10, 5.5, 0.5);
    assertEquals(List.of(List.of(10.0, 5.0), List.of(10.0, 6.0)), asked);
  }

  /** Of n draws the one of order (n + 1) level, rounded up; above the last it is the last. */
  @ParameterizedTest
  @CsvSource({"0.5, 10", "0.51, 11", "0.9, 18", "0.95, 19", "0.99, 19", "0.01, 1"})
  void takesTheOrderStatistic(double level, double expected) {
    double[] draws = new double[19];
    Arrays.setAll(draws, i -> i + 1);
    CriticalGrid.Side side = new CriticalGrid.Side(new double[] {0, 1}, false);
    assertEquals(expected, new CriticalGrid(side, side, (r, c) -> draws).at(0, 0, level));
  }
}
