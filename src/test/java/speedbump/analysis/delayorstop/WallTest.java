package speedbump.analysis.delayorstop;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.analysis.ConstantNoise;
import speedbump.analysis.shared.ControlledSeries;
import speedbump.analysis.shared.ControlledSeries.Point;
import speedbump.analysis.shared.Fitted;
import speedbump.analysis.shared.NearControl;
import speedbump.analysis.shared.Planted;
import speedbump.claim.Examiner;
import speedbump.claim.Machinery;
import speedbump.claim.Power;
import speedbump.claim.Proposition;
import speedbump.claim.PropositionResult;
import speedbump.claim.Registry;
import speedbump.claim.Standing;
import speedbump.claim.Trial;
import speedbump.claim.World;
import speedbump.claim.WorldDraws;
import speedbump.data.Catalog;
import speedbump.model.ShockDesign;
import speedbump.model.ShockFit;
import speedbump.model.ShockShape;
import speedbump.stats.Interval;
import speedbump.stats.LeastSquares.SerialErrors;

class WallTest {
  private static final DelayOrStop ANALYSIS = DelayOrStop.of(Catalog.shared());
  private static final Wall WALL = ANALYSIS.wall();
  private static final Proposition PROPOSITION = Registry.of(Catalog.shared()).proposition("2a");

  private static ControlledSeries published() {
    return ANALYSIS.series("training_compute_published");
  }

  /** A wall, a bump or nothing, at the dates of the published points. */
  private static ControlledSeries planted(double shiftYears, double stopYears) {
    List<Point> real = published().points();
    return Planted.series(
        IntStream.range(0, real.size())
            .mapToObj(
                i -> {
                  Point point = real.get(i);
                  double t = ShockDesign.years(Planted.CONTROL, point.middle());
                  double until = Math.min(t, stopYears);
                  double grown = t < 0 ? t : until - until * until / (2 * stopYears) - shiftYears;
                  double wobble = 0.02 * (i * 7 % 5 - 2);
                  return new Point(point.first(), point.last(), Math.exp(3 + 2 * grown + wobble));
                })
            .toList());
  }

  @Test
  void aPlantedWallIsSeenAndAPlantedBumpIsNone() {
    assertTrue(WALL.fit(planted(0, 1), NearControl.ALL).fits().weight(ShockShape.CEILING) > 0.5);
    Fitted bump = WALL.fit(planted(1, 1e9), NearControl.ALL);
    assertTrue(bump.fits().weight(ShockShape.CEILING) < 0.05);
    assertEquals(ShockShape.SHIFT, bump.fits().best().shape());
    assertEquals(12, bump.fits().best().lagMonths(Planted.CONTROL.plusYears(1)).orElseThrow(), 0.3);
    Interval jump =
        ANALYSIS.delay().change(bump, Delay.Estimand.LEVEL_SHIFT, SerialErrors.PRAIS_WINSTEN);
    assertEquals(-2, jump.estimate(), 0.05);
    assertTrue(jump.upper() < 0);
  }

  /** Of the two shapes with a free slope the richest is the one whose sign the series allows. */
  @ParameterizedTest
  @CsvSource({"0.5, SLOPE", "2, REBOUND"})
  void theRichestShapeHasItsSlopeFree(double growthAfterOverBefore, ShockShape shape) {
    List<LocalDate> days = Planted.days(1, -5, 5);
    double[] values =
        IntStream.rangeClosed(-5, 5)
            .mapToDouble(t -> t < 0 ? t : growthAfterOverBefore * t)
            .map(c -> Math.exp(c + 0.01 * Math.sin(9 * c)))
            .toArray();
    ShockFit richest = WALL.fit(Planted.series(days, values), NearControl.ALL).richest();
    assertEquals(shape, richest.shape());
    assertEquals(growthAfterOverBefore - 1, richest.pathSlopeChangePerYear(), 0.02);
  }

  /**
   * With next to no noise the registered stop is a wall to the test, and the registered shift is
   * none.
   */
  @Test
  void theRegisteredWorldsAreWhatTheirNamesSay() {
    for (Trial<?> trial : ANALYSIS.examinations().get(0).trials()) {
      assertEquals(Standing.FAILS, standing(trial, World.F, 1), trial.name());
      assertEquals(Standing.HOLDS, standing(trial, World.T, 2), trial.name());
    }
  }

  /** A wall is told from the old growth, set back or not, and hardly from half of that growth. */
  @Test
  void aDragIsWhatTheTestHardlyPartsFromAWall() {
    Machinery machinery = Registry.of(Catalog.shared()).machinery();
    PropositionResult result = new Examiner(machinery).examine(ANALYSIS.examinations().get(0));
    for (ControlledSeries series : ANALYSIS.fitted().subList(0, 2)) {
      Power power = result.group(series.id()).power();
      List<WorldDraws> worlds = power.worlds();
      assertEquals("TTTF", worlds.stream().map(one -> one.world().name()).collect(joining()));
      assertTrue(worlds.get(0).holds() > 0.97 && worlds.get(0).fails() < 0.02);
      assertTrue(worlds.get(1).holds() > 0.97 && worlds.get(1).fails() < 0.02);
      assertTrue(worlds.get(2).holds() < 0.65 && worlds.get(2).fails() > 0.07);
      assertTrue(worlds.get(3).holds() < 0.06 && worlds.get(3).fails() > 0.7);
      assertEquals(power.holdsGivenTrue(), worlds.get(2).holds());
      assertEquals(power.failsGivenTrue(), worlds.get(2).fails());
    }
  }

  private static Standing standing(Trial<?> trial, World world, int variant) {
    return Planted.standing(
        PROPOSITION,
        trial.draw(
            trial.defaultSpecification(),
            PROPOSITION.worlds(world).get(variant - 1),
            ConstantNoise.faint()));
  }

  /** The unit of a series moves no weight and no jump in logarithms. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 1e9})
  void theUnitDoesNotMatter(double unit) {
    ControlledSeries real = published();
    ControlledSeries scaled =
        Planted.series(
            real.points().stream()
                .map(point -> new Point(point.first(), point.last(), unit * point.value()))
                .toList());
    Fitted here = WALL.fit(real, NearControl.ALL);
    Fitted there = WALL.fit(scaled, NearControl.ALL);
    for (ShockShape shape : ShockShape.values()) {
      assertEquals(here.fits().weight(shape), there.fits().weight(shape), 1e-6);
    }
    assertEquals(
        upper(here, SerialErrors.BLOCK_BOOTSTRAP),
        upper(there, SerialErrors.BLOCK_BOOTSTRAP),
        1e-6);
  }

  private static double upper(Fitted fitted, SerialErrors errors) {
    return ANALYSIS.delay().change(fitted, Delay.Estimand.LEVEL_SHIFT, errors).upper();
  }

  /** 12 points, 6 before control and 4 from its very day on, are enough; one less is not. */
  @ParameterizedTest
  @CsvSource({"-8, 3, true", "-6, 5, true", "-8, 2, false", "-9, 2, false", "-5, 6, false"})
  void enoughPointsAreCountedToThePoint(int first, int last, boolean enough) {
    List<Point> points =
        Planted.days(1, first, last).stream().map(day -> new Point(day, day, 1)).toList();
    assertEquals(enough, WALL.enoughPoints(Planted.series(points)));
  }

  @Test
  void anotherDayIsAnotherControl() {
    ControlledSeries series = planted(0, 1);
    LocalDate day = Planted.CONTROL.minusYears(1);
    assertEquals(
        WALL.fit(series, NearControl.ALL).fits(), WALL.fitAt(series, Planted.CONTROL).fits());
    assertEquals(day, WALL.fitAt(series, day).fits().best().control());
  }

  @Test
  void eachPointIsLeftOutOnce() {
    ControlledSeries series = Planted.series(published().points());
    double[] weights = WALL.ceilingWeightsWithoutEach(series);
    assertEquals(series.points().size(), weights.length);
    for (int out : new int[] {0, 30, weights.length - 1}) {
      List<Point> left = new ArrayList<>(series.points());
      left.remove(out);
      Fitted without = WALL.fit(Planted.series(left), NearControl.ALL);
      assertEquals(without.fits().weight(ShockShape.CEILING), weights[out], 1e-12);
    }
  }
}
