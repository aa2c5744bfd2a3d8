package speedbump.analysis.delayorstop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.analysis.ConstantNoise.faint;
import static speedbump.analysis.shared.Planted.evidence;
import static speedbump.analysis.shared.Planted.world;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.analysis.delayorstop.Delay.Estimand;
import speedbump.analysis.delayorstop.Delay.Placebo;
import speedbump.analysis.delayorstop.Delay.PowerPoint;
import speedbump.analysis.shared.ControlledSeries;
import speedbump.analysis.shared.NearControl;
import speedbump.analysis.shared.Planted;
import speedbump.claim.Evidence;
import speedbump.claim.Proposition;
import speedbump.claim.Registry;
import speedbump.claim.Trial;
import speedbump.claim.World;
import speedbump.data.Catalog;
import speedbump.model.ShockDesign;
import speedbump.stats.Interval;
import speedbump.stats.LeastSquares.SerialErrors;

class DelayTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final DelayOrStop ANALYSIS = DelayOrStop.of(CATALOG);
  private static final Delay DELAY = ANALYSIS.delay();
  private static final Proposition PROPOSITION = Registry.of(CATALOG).proposition("2b");
  private static final List<Trial<?>> TRIALS = ANALYSIS.examinations().get(1).trials();

  private static ControlledSeries published() {
    return ANALYSIS.series("training_compute_published");
  }

  /**
   * With next to no noise the jump is the planted months of the old growth, and the old growth is
   * known.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0, 6, 12, 24})
  void aWorldOfSomeMonthsHasAJumpOfSomeMonths(double months) {
    for (Trial<?> trial : TRIALS) {
      double growth =
          ANALYSIS
              .wall()
              .fit(ANALYSIS.series(trial.name()), NearControl.ALL)
              .richest()
              .growthPerYear();
      Evidence drawn =
          evidence(
              trial.draw(trial.defaultSpecification(), world("shift_months", months), faint()));
      assertEquals(-growth * months / 12, drawn.value("path_change"), 1e-5, trial.name());
    }
  }

  /** Both registered worlds differ in the planted shift alone, and F plants none. */
  @Test
  void trueAndFalseCoincideAtNoShift() {
    for (Trial<?> trial : TRIALS) {
      assertEquals(
          trial.draw(trial.defaultSpecification(), world("shift_months", 0), faint()),
          trial.draw(trial.defaultSpecification(), PROPOSITION.worlds(World.F).get(0), faint()));
    }
  }

  @Test
  void aLargerPlantedDelayIsSeenMoreOften() {
    List<PowerPoint> curve = DELAY.powerCurve(published(), List.of(0.0, 6.0, 12.0), 400);
    assertEquals(List.of(0.0, 6.0, 12.0), curve.stream().map(PowerPoint::delayMonths).toList());
    assertTrue(curve.get(0).power() < 0.15, curve.toString());
    assertTrue(curve.get(1).power() > curve.get(0).power() + 0.2, curve.toString());
    assertTrue(curve.get(2).power() > curve.get(1).power() + 0.1, curve.toString());
  }

  @Test
  void placebosUseNothingFromControlOn() {
    ControlledSeries real = published();
    LocalDate day = LocalDate.of(2021, 3, 1);
    assertTrue(
        real.placebo(day).points().stream()
            .allMatch(point -> point.middle().isBefore(real.controlDate())));
    assertEquals(day, real.placebo(day).controlDate());
    List<Placebo> tests = DELAY.placeboDates(real);
    assertFalse(tests.isEmpty());
    assertTrue(tests.stream().allMatch(test -> test.day().isBefore(real.controlDate())));
  }

  /** Nine points before control and one on its very day, which no placebo may see. */
  @Test
  void aPointOnTheDayOfControlIsNoPlacebos() {
    List<LocalDate> days = Planted.days(1, -9, 0);
    ControlledSeries calm = Planted.series(days, 1, 2, 4.1, 8, 16, 31.9, 64, 128, 256.2, 512);
    ControlledSeries wild = Planted.series(days, 1, 2, 4.1, 8, 16, 31.9, 64, 128, 256.2, 1e-9);
    assertEquals(DELAY.placeboDates(calm), DELAY.placeboDates(wild));
    assertEquals(days.subList(4, 7), DELAY.placeboDates(calm).stream().map(Placebo::day).toList());
  }

  @Test
  void otherEconomiesAreAskedAtChinasDate() {
    ControlledSeries patents = ANALYSIS.series("semiconductor_patents");
    List<Placebo> tests = DELAY.placeboEconomies(CATALOG, patents);
    assertEquals("China", tests.get(0).name());
    assertTrue(tests.stream().allMatch(test -> test.day().equals(patents.controlDate())));
    List<String> names = tests.stream().map(Placebo::name).toList();
    assertTrue(names.containsAll(List.of("DEU", "JPN", "KOR", "TWN", "USA")), names.toString());
    assertTrue(names.stream().noneMatch(List.of("CHN", "HKG", "WLD")::contains));
    Interval china =
        DELAY.change(
            ANALYSIS.wall().fit(patents, NearControl.ALL),
            Estimand.LEVEL_SHIFT,
            SerialErrors.PRAIS_WINSTEN);
    assertEquals(china.estimate(), tests.get(0).shift().estimate(), 1e-12);
  }

  /**
   * The path doubles every year, loses half a year of that at control, and goes on at half pace.
   */
  @Test
  void thePathIsReadInLogPoints() {
    List<LocalDate> days = Planted.days(1, -12, 11);
    double[] values =
        IntStream.range(0, days.size())
            .mapToDouble(i -> i < 12 ? i : 12 - 0.5 + (i - 12) / 2.0)
            .map(years -> Math.pow(2, years + 0.001 * ((long) (2 * years) * 7 % 5 - 2)))
            .toArray();
    List<Delay.AtControl> readings = DELAY.atControl(List.of(Planted.series(days, values)));
    assertEquals(
        Arrays.stream(NearControl.values()).flatMap(near -> Stream.of(near, near)).toList(),
        readings.stream().map(reading -> near(reading.points())).toList());
    for (Delay.AtControl reading : readings) {
      assertEquals(-0.3, reading.slope(), 0.101, reading.toString());
      assertTrue(reading.jumpLow() <= reading.jump() && reading.jump() <= reading.jumpHigh());
      assertTrue(reading.slopeLow() <= reading.slope() && reading.slope() <= reading.slopeHigh());
    }
    assertEquals("straight", readings.get(0).oldTrend());
    assertTrue(readings.get(1).oldTrend().startsWith("bent in "), readings.get(1).oldTrend());
  }

  private static NearControl near(String words) {
    return Arrays.stream(NearControl.values())
        .filter(near -> near.words().equals(words))
        .findFirst()
        .orElseThrow();
  }

  /**
   * A path that slows four years before control, and not at it: a straight old trend books the
   * slowdown to the rule, one that may bend finds where it began and leaves nothing.
   */
  @Test
  void aBendBeforeControlIsNotBookedToIt() {
    List<LocalDate> days = Planted.days(1, -12, 11);
    double[] values =
        IntStream.range(0, days.size())
            .mapToDouble(i -> Math.min(i, 8) * 2 + Math.max(0, i - 8) * 0.5)
            .map(c -> Math.exp(c + 0.01 * Math.sin(9 * c)))
            .toArray();
    ControlledSeries series = Planted.series(days, values);
    assertEquals(
        0,
        ShockDesign.years(days.get(8), DELAY.earlierBend(series, NearControl.ALL)),
        1 / 12.0 + 0.01);
    List<Delay.AtControl> readings = DELAY.atControl(List.of(series));
    assertTrue(readings.get(0).slopeHigh() < -0.3, readings.get(0).toString());
    assertEquals(0, readings.get(1).slope(), 0.1);
    assertEquals(0, readings.get(1).jump(), 0.1);
  }

  /** Three points on either side of a bend: five points before control hold none. */
  @Test
  void aBendNeedsThreePointsOnEitherSide() {
    ControlledSeries five =
        Planted.series(Planted.days(1, -5, 3), 1, 2, 4, 9, 16, 31, 65, 130, 250);
    assertThrows(NoSuchElementException.class, () -> DELAY.earlierBend(five, NearControl.ALL));
    ControlledSeries six =
        Planted.series(Planted.days(1, -6, 3), 1, 2, 4, 9, 16, 31, 65, 130, 250, 520);
    LocalDate bend = DELAY.earlierBend(six, NearControl.ALL);
    assertTrue(bend.isBefore(Planted.CONTROL) && bend.getDayOfMonth() == 1, bend.toString());
  }
}
