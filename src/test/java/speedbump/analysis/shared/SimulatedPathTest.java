package speedbump.analysis.shared;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.analysis.ConstantNoise.NONE;
import static speedbump.analysis.shared.Planted.CONTROL;
import static speedbump.analysis.shared.Planted.world;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedbump.analysis.delayorstop.DelayOrStop;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.World;
import speedbump.data.Catalog;
import speedbump.model.Scale;
import speedbump.model.ShockFit;
import speedbump.model.ShockShape;
import speedbump.stats.Autoregression;

/** What the simulated worlds of 2a and 2b draw, by numbers worked out by hand. */
class SimulatedPathTest {
  /** Old trend 10 + 2 t, at -8, -4, 0, 4, 8, 12 and 16 years. */
  private static final SimulatedPath PATH =
      new SimulatedPath(
          ControlledPath.of(Planted.series(Planted.days(4, -2, 4), 1, 1, 1, 1, 1, 1, 1)),
          new ShockFit(ShockShape.SLOPE, CONTROL, 10, 2, -3, -1, Double.NaN, 1, 0, 7, false),
          new Autoregression(0.5, 0.1, 7));

  private static double[] logs(ControlledPath path) {
    return path.values(NearControl.ALL, Scale.LOGARITHMS);
  }

  /**
   * Growth falls in a straight line to none in 8 years: 3/4 of it is left over the first half, half
   * of it over the whole, none after. At control itself nothing has happened yet.
   */
  @Test
  void growthFallsToNoneInSoManyYears() {
    assertArrayEquals(
        new double[] {-6, 2, 10, 16, 18, 18, 18},
        logs(PATH.draw(world("years_to_zero_growth", 8), NONE)),
        1e-12);
  }

  /** A point on the day of control lies under it. */
  @ParameterizedTest
  @CsvSource({"0, 0", "12, 2", "18, 3", "-6, -1"})
  void thePathIsSetBackFromTheDayOfControlOn(double months, double loss) {
    assertArrayEquals(
        new double[] {-6, 2, 10 - loss, 18 - loss, 26 - loss, 34 - loss, 42 - loss},
        logs(PATH.draw(world("shift_months", months), NONE)),
        1e-12);
  }

  /** A stop that never comes and no shift are both the old trend. */
  @Test
  void worldsOfSizeNothingAreTheOldTrend() {
    assertArrayEquals(
        logs(PATH.draw(world("shift_months", 0), NONE)),
        logs(PATH.draw(world("years_to_zero_growth", 1e15), NONE)),
        1e-9);
  }

  @Test
  void theNoiseIsAddedToThePath() {
    double[] silent = logs(PATH.draw(world("shift_months", 12), NONE));
    double[] drawn = logs(PATH.draw(world("shift_months", 12), new SplittableRandom(7)));
    double[] noise = PATH.noise().simulate(7, new SplittableRandom(7));
    for (int i = 0; i < noise.length; i++) {
      assertEquals(silent[i] + noise[i], drawn[i], 1e-12);
    }
  }

  /** The noise of errors, of which the residuals beside four coefficients show less. */
  @Test
  void theNoiseIsWhatTheRichestShapeLeaves() {
    ControlledPath published =
        ControlledPath.of(DelayOrStop.of(Catalog.shared()).series("training_compute_published"));
    Fitted fitted = published.fit(NearControl.ALL, 0.1);
    SimulatedPath simulated = SimulatedPath.of(published, fitted);
    assertEquals(fitted.richest(), simulated.richest());
    double[] residuals = fitted.y();
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] -= fitted.richest().path(published.days().get(i));
    }
    assertEquals(Autoregression.fitErrors(residuals, 4), simulated.noise());
    double ofResiduals = Math.sqrt(fitted.richest().rss() / fitted.richest().observations());
    assertEquals(ofResiduals, simulated.noise().stationarySd(), 0.1 * ofResiduals);
    assertTrue(simulated.noise().stationarySd() > ofResiduals);
  }

  /** A drag of half the old growth keeps half of what the old trend gains after control. */
  @Test
  void aDragKeepsAShareOfTheOldGrowth() {
    assertArrayEquals(
        new double[] {-6, 2, 10, 14, 18, 22, 26},
        logs(PATH.draw(sizes(Map.of("growth_after_over_before", 0.5, "shift_months", 0.0)), NONE)),
        1e-12);
    assertArrayEquals(
        new double[] {-6, 2, 8, 12, 16, 20, 24},
        logs(PATH.draw(sizes(Map.of("growth_after_over_before", 0.5, "shift_months", 12.0)), NONE)),
        1e-12);
  }

  private static WorldSizes sizes(Map<String, Double> sizes) {
    return new WorldSizes(World.T, 3, sizes, "planted");
  }
}
