package speedbump.analysis.theexpectedstall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.analysis.ConstantNoise.faint;
import static speedbump.analysis.shared.Planted.evidence;
import static speedbump.analysis.shared.Planted.world;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.analysis.shared.ControlledSeries;
import speedbump.analysis.shared.Planted;
import speedbump.analysis.theexpectedstall.KeptGrowth.Kept;
import speedbump.claim.Evidence;
import speedbump.claim.Trial;
import speedbump.claim.World;
import speedbump.data.Catalog;
import speedbump.stats.LeastSquares;

class KeptGrowthTest {
  private static final ExpectedStall ANALYSIS = ExpectedStall.of(Catalog.shared());
  private static final KeptGrowth KEPT = ANALYSIS.keptGrowth();
  private static final List<Trial<?>> TRIALS = KEPT.examination(ANALYSIS.eligible()).trials();

  @Test
  void theSeriesAreThoseOfTheWall() {
    assertEquals(
        List.of("training_compute_published", "training_compute_models"),
        TRIALS.stream().map(Trial::name).toList());
  }

  /** With next to no noise the ratio of a world is the registered one. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.25, 0.5, 1, 1.5})
  void aWorldHasTheRatioThatItIsGiven(double ratio) {
    for (Trial<?> trial : TRIALS) {
      Evidence drawn =
          evidence(trial.draw(trial.defaultSpecification(), world("growth_ratio", ratio), faint()));
      assertEquals(ratio, drawn.value("growth_ratio_after_over_before"), 1e-4, trial.name());
      assertTrue(
          drawn.value("growth_ratio_after_over_before_lower80") <= ratio + 1e-4
              && ratio - 1e-4 <= drawn.value("growth_ratio_after_over_before_upper80"),
          trial.name());
    }
  }

  /** Doubling every year before control, every second year after it, with a jump between. */
  @Test
  void halfThePaceIsARatioOfOneHalf() {
    List<LocalDate> days = Planted.days(1, -12, 11);
    double[] values =
        IntStream.range(0, days.size())
            .mapToDouble(i -> i < 12 ? i : 12 - 0.7 + (i - 12) / 2.0)
            .map(years -> Math.pow(2, years + 0.001 * ((long) (2 * years) * 7 % 5 - 2)))
            .toArray();
    ControlledSeries series = Planted.series(days, values);
    for (Kept reading : KEPT.readings(series)) {
      assertEquals(0.5, reading.ratio(), 0.02, reading.toString());
      assertTrue(reading.lower() <= reading.ratio() && reading.ratio() <= reading.upper());
    }
    assertEquals(6, KEPT.readings(series).size());
  }

  /** The default of the data is about the ratio of two lines that forget the errors' memory. */
  @Test
  void theRatioIsThatOfTwoLines() {
    ControlledSeries series = ANALYSIS.series("training_compute_published");
    double[] slopes = new double[2];
    for (int side = 0; side < 2; side++) {
      boolean after = side == 1;
      List<ControlledSeries.Point> points =
          series.points().stream()
              .filter(point -> point.middle().isBefore(series.controlDate()) != after)
              .toList();
      slopes[side] =
          LeastSquares.withConstant(
                  points.stream().mapToDouble(point -> Math.log(point.value())).toArray(),
                  points.stream().mapToDouble(point -> point.middle().toEpochDay()).toArray())
              .coefficients()[1];
    }
    Evidence found = evidence(TRIALS.get(0).run(TRIALS.get(0).defaultSpecification()));
    assertEquals(slopes[1] / slopes[0], found.value("growth_ratio_after_over_before"), 0.01);
  }

  @Test
  void intervalsCoverAboutWhatTheySay() {
    for (ControlledSeries series : ANALYSIS.eligible()) {
      for (World world : World.values()) {
        assertEquals(0.8, KEPT.measuredCoverage(series, world), 0.05, series.id() + world);
      }
    }
  }

  @Test
  void otherCountriesAreAskedAtChinasDate() {
    List<Kept> others = KEPT.elsewhere(ANALYSIS.series("training_compute_models"));
    assertEquals(List.of("USA"), others.stream().map(Kept::series).toList());
    assertTrue(others.get(0).lower() < 0.5 && others.get(0).upper() > 0.5);
  }
}
