package speedbump.analysis.shared;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedbump.model.Scale;
import speedbump.model.ShockShape;

class ControlledPathTest {
  private static final LocalDate CONTROL = Planted.CONTROL;

  /** On both ends of the year on either side of control, and a day beyond. */
  private static final List<LocalDate> DAYS =
      List.of(
          CONTROL.minusYears(1).minusDays(1),
          CONTROL.minusYears(1),
          CONTROL.minusDays(1),
          CONTROL,
          CONTROL.plusYears(1).minusDays(1),
          CONTROL.plusYears(1));

  /** Where a year begins and ends, to the day. */
  @ParameterizedTest
  @CsvSource({
    "ALL, 0 1 2 3 4 5",
    "BEFORE_LEFT_OUT, 0 3 4 5",
    "BOTH_LEFT_OUT, 0 5",
  })
  void pointsNearControlAreLeftOut(NearControl near, String kept) {
    ControlledPath path =
        ControlledPath.of(Planted.series(DAYS, 1, 1, 1, 1, 1, 1))
            .drawn(new double[] {0, 1, 2, 3, 4, 5});
    double[] expected =
        List.of(kept.split(" ")).stream().mapToDouble(Double::parseDouble).toArray();
    assertArrayEquals(expected, path.values(near, Scale.LOGARITHMS));
  }

  /** Four points before control and three from it on identify a shift; one less does not. */
  @Test
  void aPointOnTheDayOfControlLiesUnderIt() {
    List<LocalDate> days = Planted.days(1, -4, 2);
    ControlledPath path = ControlledPath.of(Planted.series(days, 1, 2, 3, 4, 5, 6, 7));
    assertEquals(Optional.empty(), path.design(NearControl.ALL, 0.1).excluded(ShockShape.SHIFT));
    ControlledPath without =
        ControlledPath.of(Planted.series(days.subList(0, 6), 1, 2, 3, 4, 5, 6));
    assertEquals(
        "2 points from control on, 3 are needed",
        without.design(NearControl.ALL, 0.1).excluded(ShockShape.SHIFT).orElseThrow());
  }

  @Test
  void levelsAreTheValuesAndLogarithmsAreNotRounded() {
    ControlledPath path = ControlledPath.of(Planted.series(DAYS, 1, 2, 3, 4, 5, 6));
    assertArrayEquals(
        new double[] {1, 2, 3, 4, 5, 6}, path.values(NearControl.ALL, Scale.LEVELS), 1e-14);
    double[] logs = {0.1, 0.2, 1e-300, -0.4, 0.5, 0.6};
    assertArrayEquals(logs, path.drawn(logs).values(NearControl.ALL, Scale.LOGARITHMS), 0);
  }

  @Test
  void pathsOnTheSameDaysShareTheirDesigns() {
    ControlledPath path = ControlledPath.of(Planted.series(DAYS, 1, 2, 3, 4, 5, 6));
    ControlledPath drawn = path.drawn(new double[6]);
    assertSame(path.design(NearControl.ALL, 0.1), drawn.design(NearControl.ALL, 0.1));
    assertNotSame(path.design(NearControl.ALL, 0.1), path.design(NearControl.ALL, 0.5));
    assertNotSame(path.design(NearControl.ALL, 0.1), path.design(NearControl.BEFORE_LEFT_OUT, 0.1));
  }

  @Test
  void aValueWithoutLogarithmIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> ControlledPath.of(Planted.series(DAYS, 1, 2, 0, 4, 5, 6)));
  }
}
