package speedbump.analysis.learningbymaking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import speedbump.analysis.ConstantNoise;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Trial;
import speedbump.claim.World;
import speedbump.data.Catalog;
import speedbump.model.CostSeries;
import speedbump.model.LearningCurve;
import speedbump.model.LearningCurve.Driver;
import speedbump.model.LearningCurve.Form;
import speedbump.stats.Autoregression;

class LearnerWorldTest {
  private static final LearningByMaking LEARNING = LearningByMaking.of(Catalog.shared());
  private static final Technologies REAL = LEARNING.technologies().lasting(10);
  private static final double ROUNDING = 1e-9;

  private static WorldSizes learning(double rate) {
    return new WorldSizes(World.T, 1, Map.of("learning_rate_per_doubling", rate), "");
  }

  private static WorldSizes drift(double logPointsPerYear) {
    return new WorldSizes(World.F, 1, Map.of("drift_per_year", logPointsPerYear), "");
  }

  private static List<CostSeries> draw(Form form, WorldSizes sizes, RandomGenerator random) {
    return LearnerWorld.of(REAL, form).draw(sizes, random).all();
  }

  @ParameterizedTest
  @EnumSource(names = {"LEVELS", "FIRST_DIFFERENCES"})
  void withoutNoiseEveryTechnologyLearnsAtTheRate(Form form) {
    for (CostSeries one : draw(form, learning(0.2), ConstantNoise.NONE)) {
      assertEquals(0.2, LearningCurve.fit(one, Driver.EXPERIENCE, form).learningRate(), ROUNDING);
    }
  }

  /**
   * All are significant where all learn, and none where costs rise with output. Without any noise
   * an interval has no error to rest on.
   */
  @ParameterizedTest
  @CsvSource({"0, 0.2, 1", "0, -0.2, 0", "1, 0.2, 1", "1, -0.2, 0"})
  void nearlyWithoutNoiseTheStatisticIsAllOrNone(int group, double rate, double share) {
    Trial<?> trial = LEARNING.fallingCosts().examination().trials().get(group);
    Outcome.Usable outcome =
        (Outcome.Usable)
            trial.draw(trial.defaultSpecification(), learning(rate), ConstantNoise.faint());
    assertEquals(share, outcome.evidence().value("significant_technologies_share"), 0);
  }

  /** The noise of the levels lies on the cost itself, and what it keeps fades over a gap. */
  @Test
  void theNoiseOfLevelsIsThatOfTheCurve() {
    List<CostSeries> quiet = draw(Form.LEVELS, learning(0.2), ConstantNoise.NONE);
    List<CostSeries> noisy = draw(Form.LEVELS, learning(0.2), ConstantNoise.ONE);
    for (int i = 0; i < REAL.all().size(); i++) {
      CostSeries series = REAL.all().get(i);
      double[] noise =
          noise(series, Form.LEVELS)
              .simulate(CostSeries.differences(series.years()), ConstantNoise.ONE);
      assertArrayEquals(noise, excess(noisy.get(i), quiet.get(i)), ROUNDING, series.name());
    }
  }

  /** The noise of the first differences lies on the steps, which add up. */
  @Test
  void theNoiseOfFirstDifferencesAddsUp() {
    List<CostSeries> quiet = draw(Form.FIRST_DIFFERENCES, learning(0.2), ConstantNoise.NONE);
    List<CostSeries> noisy = draw(Form.FIRST_DIFFERENCES, learning(0.2), ConstantNoise.ONE);
    for (int i = 0; i < REAL.all().size(); i++) {
      CostSeries series = REAL.all().get(i);
      double[] noise =
          noise(series, Form.FIRST_DIFFERENCES).simulate(series.size() - 1, ConstantNoise.ONE);
      double[] steps = CostSeries.differences(excess(noisy.get(i), quiet.get(i)));
      assertArrayEquals(noise, steps, ROUNDING, series.name());
    }
  }

  private static Autoregression noise(CostSeries series, Form form) {
    return LearningCurve.fit(series, Driver.EXPERIENCE, form).noise();
  }

  private static double[] excess(CostSeries noisy, CostSeries quiet) {
    double[] excess = noisy.logCost();
    double[] less = quiet.logCost();
    Arrays.setAll(excess, t -> excess[t] - less[t]);
    return excess;
  }

  @Test
  void aRandomWalkDriftsByTheYearsOfEachStep() {
    long gaps = 0;
    for (CostSeries one : draw(Form.LEVELS, drift(-0.1), ConstantNoise.NONE)) {
      double[] years = one.years();
      double[] cost = one.logCost();
      for (int t = 0; t < cost.length; t++) {
        assertEquals(-0.1 * (years[t] - years[0]), cost[t], ROUNDING, one.name());
      }
      gaps += Arrays.stream(CostSeries.differences(years)).filter(step -> step > 1).count();
    }
    assertTrue(gaps > 0, "no gap to drift over");
  }

  /** Every step has the standard deviation of the real ones, by the root of its years. */
  @Test
  void theVarianceOfARandomWalkGrowsWithTheYearsOfEachStep() {
    List<CostSeries> walks = draw(Form.FIRST_DIFFERENCES, drift(0), ConstantNoise.ONE);
    for (int i = 0; i < walks.size(); i++) {
      double[] real = CostSeries.differences(REAL.all().get(i).logCost());
      double mean = Arrays.stream(real).sum() / real.length;
      double variance =
          Arrays.stream(real).map(step -> Math.pow(step - mean, 2)).sum() / (real.length - 1);
      double[] gaps = CostSeries.differences(walks.get(i).years());
      double[] steps = CostSeries.differences(walks.get(i).logCost());
      for (int t = 0; t < steps.length; t++) {
        assertTrue(steps[t] > 0);
        assertEquals(variance * gaps[t], steps[t] * steps[t], ROUNDING, walks.get(i).name());
      }
    }
  }
}
