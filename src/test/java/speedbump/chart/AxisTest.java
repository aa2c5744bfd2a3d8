package speedbump.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AxisTest {

  private static List<String> texts(Axis axis, int most) {
    return axis.ticks(most).stream().map(Axis.Tick::text).toList();
  }

  @Test
  void yearsStandAtTheFirstOfJanuary() {
    Axis axis = Axis.years(2023.2, 2026.5);
    assertEquals(List.of("2024", "2025", "2026"), texts(axis, 10));
    assertEquals(2024, axis.ticks(10).get(0).value());
    assertEquals(2024, Axis.year(LocalDate.of(2024, 1, 1)));
    // day 184 of 366
    assertEquals(2024 + 182 / 366.0, Axis.year(LocalDate.of(2024, 7, 1)), 1e-12);
    assertEquals(List.of("1980", "1990", "2000", "2010", "2020"), texts(Axis.years(1976, 2025), 6));
  }

  @Test
  void shortSpansOfTimeHaveQuartersOrMonths() {
    assertEquals(
        List.of("2025", "Apr", "Jul", "Oct", "2026"), texts(Axis.years(2024.9, 2026.1), 8));
    assertEquals(List.of("Feb", "Mar", "Apr"), texts(Axis.years(2025.05, 2025.3), 8));
  }

  @Test
  void logarithmicAxesLabelWithinOneDecade() {
    assertEquals(List.of("2", "5"), texts(Axis.log(2, 9, ""), 4));
    assertEquals(List.of("20", "50", "100"), texts(Axis.log(20, 150, ""), 5));
    assertEquals(List.of("12", "14", "16", "18"), texts(Axis.log(11, 19, ""), 5));
    assertEquals(
        List.of("2\u00a0×\u00a010²⁴", "5\u00a0×\u00a010²⁴", "10²⁵"),
        texts(Axis.log(2e24, 1.5e25, ""), 4));
  }

  @Test
  void logarithmicAxesOverManyDecadesShowPowers() {
    assertEquals(List.of("10²³", "10²⁴", "10²⁵", "10²⁶"), texts(Axis.log(2e22, 3e26, ""), 8));
    assertEquals(List.of("0.01", "0.1", "1", "10", "100"), texts(Axis.log(0.01, 100, ""), 6));
    assertEquals(List.of("10⁻⁶", "10⁻³", "1"), texts(Axis.log(1e-6, 1, ""), 3));
    assertEquals(0.5, Axis.log(1, 100, "").position(10), 1e-12);
  }

  @Test
  void numbersHaveARealMinusAndSeparatedThousands() {
    assertEquals(List.of("−2", "−1", "0", "1", "2"), texts(Axis.linear(-2.5, 2.5, ""), 6));
    assertEquals(List.of("0", "5,000", "10,000"), texts(Axis.linear(0, 12_000, ""), 4));
    assertEquals(List.of("0.0", "0.1", "0.2", "0.3"), texts(Axis.linear(0, 0.3, ""), 5));
    assertEquals(List.of("0%", "50%", "100%"), texts(Axis.share(0, 1, ""), 3));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-7, 0.003, 0.9, 17, 400, 123_456, 7e12})
  void ticksAreFewAndInside(double span) {
    for (int most = 2; most < 12; most++) {
      List<Axis.Tick> ticks = Axis.linear(-span / 3, span, "").ticks(most);
      int limit = most;
      assertTrue(ticks.size() <= limit && ticks.size() >= Math.min(2, most / 2), ticks::toString);
      ticks.forEach(t -> assertTrue(t.value() >= -span / 3 * 1.0001 && t.value() <= span * 1.0001));
      assertEquals(ticks.size(), ticks.stream().map(Axis.Tick::text).distinct().count());
    }
  }

  @Test
  void refusesRangesThatAreNone() {
    assertThrows(IllegalArgumentException.class, () -> Axis.linear(1, 1, "lag"));
    assertThrows(IllegalArgumentException.class, () -> Axis.linear(0, Double.NaN, "lag"));
    assertThrows(IllegalArgumentException.class, () -> Axis.log(0, 1, "cost"));
    assertThrows(IllegalArgumentException.class, () -> Axis.categories(List.of()));
  }
}
