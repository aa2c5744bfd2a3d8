package speedbump.analysis.learningbymaking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedbump.analysis.learningbymaking.PooledExperience.Concentration;
import speedbump.analysis.learningbymaking.PooledExperience.Pooled;
import speedbump.analysis.learningbymaking.PooledExperience.Reading;
import speedbump.analysis.learningbymaking.PooledExperience.Weight;
import speedbump.claim.Evidence;
import speedbump.claim.Outcome;
import speedbump.claim.Registry;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.claim.World;
import speedbump.data.Catalog;
import speedbump.model.CostSeries;
import speedbump.stats.LeastSquares;
import speedbump.stats.PooledSlope.Control;
import speedbump.stats.PooledSlope.Weights;

class PooledExperienceTest {
  private static final LearningByMaking LEARNING = LearningByMaking.of(Catalog.shared());
  private static final PooledExperience POOLED = LEARNING.pooledExperience();

  /** One regression with dummies, and a trend each, on steps of one year. */
  @ParameterizedTest
  @CsvSource({
    "10, INTERCEPT, OBSERVATIONS",
    "10, INTERCEPT, CLUSTERS",
    "10, TREND, OBSERVATIONS",
    "15, TREND, CLUSTERS"
  })
  void thePooledExponentIsTheRegressionWithDummies(int least, Control control, Weights weights) {
    List<CostSeries> all = LEARNING.technologies().lasting(least).all();
    Pooled pooled = POOLED.pooled(least, control, weights);
    assertTrue(least > 10 || all.stream().anyMatch(one -> singleYears(one) < one.size() - 1));
    assertEquals(all.size(), pooled.technologies());
    assertEquals(exponent(all, control, weights), pooled.controlled().estimate(), 1e-9);
    assertEquals(exponent(all, Control.NONE, weights), pooled.uncontrolled().estimate(), 1e-9);
    assertTrue(pooled.uncontrolled().lower() > 0);
  }

  private static long singleYears(CostSeries series) {
    return Arrays.stream(CostSeries.differences(series.years())).filter(gap -> gap == 1).count();
  }

  private static double exponent(List<CostSeries> all, Control control, Weights weights) {
    int own = control.ordinal(); // terms that each technology has: none, intercept, trend
    List<double[]> rows = new ArrayList<>();
    List<Double> steps = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      double[] years = all.get(i).years();
      double[] output = all.get(i).logOutput();
      double[] cost = all.get(i).logCost();
      double root = weights == Weights.CLUSTERS ? Math.sqrt(1.0 / singleYears(all.get(i))) : 1;
      for (int t = 1; t < years.length; t++) {
        if (years[t] - years[t - 1] == 1) {
          double[] row = new double[1 + own * all.size()];
          row[0] = root * (output[t] - output[t - 1]);
          for (int term = 0; term < own; term++) {
            row[1 + own * i + term] = root * (term == 0 ? 1 : years[t] - years[0]);
          }
          rows.add(row);
          steps.add(root * (cost[t] - cost[t - 1]));
        }
      }
    }
    LeastSquares fit =
        LeastSquares.fit(
            steps.stream().mapToDouble(step -> step).toArray(), rows.toArray(double[][]::new));
    return -fit.coefficients()[0];
  }

  @Test
  void eachSpecificationPoolsAsItsOptionsSay() {
    Trial<?> trial = POOLED.examination().trials().get(0);
    assertEquals(16, trial.specifications().size());
    for (Specification specification : trial.specifications()) {
      Pooled pooled =
          POOLED.pooled(
              specification.option("length").equals("15 years") ? 15 : 10,
              specification.option("time control").equals("trend")
                  ? Control.TREND
                  : Control.INTERCEPT,
              specification.option("weights").equals("equal per technology")
                  ? Weights.CLUSTERS
                  : Weights.OBSERVATIONS,
              specification.option("output counted").equals("to the end of the year")
                  ? OutputCounted.END
                  : OutputCounted.START);
      Evidence evidence = evidence(trial.run(specification));
      double uncontrolled = pooled.uncontrolled().estimate();
      assertEquals(pooled.controlled().estimate(), evidence.value("pooled_exponent"), 0);
      assertEquals(pooled.controlled().lower(), evidence.value("pooled_exponent_lower95"), 0);
      assertEquals(uncontrolled, evidence.value("uncontrolled_exponent"), 0);
      assertEquals(
          pooled.controlled().upper() / uncontrolled,
          evidence.value("pooled_exponent_upper95_over_uncontrolled"),
          0);
    }
  }

  /** Costs that follow the output of the year itself, which the start of the year has not seen. */
  @Test
  void outputToTheEndOfTheYearIsThatOfTheNextPoint() {
    Technologies all = LEARNING.technologies().lasting(10);
    Technologies within =
        all.withLogCost(
            i -> {
              double[] output = all.all().get(i).logOutput();
              double[] cost = new double[output.length];
              for (int t = 0; t < cost.length; t++) {
                // the last point's year is not over: no step of it is counted
                cost[t] = -0.4 * output[Math.min(t + 1, cost.length - 1)] - 0.03 * t;
              }
              return cost;
            });
    PooledExperience made =
        new PooledExperience(Registry.of(Catalog.shared()).proposition("7c"), within, 0.95);
    assertEquals(
        0.4,
        made.pooled(10, Control.INTERCEPT, Weights.OBSERVATIONS, OutputCounted.END)
            .controlled()
            .estimate(),
        1e-9);
    assertTrue(
        made.pooled(10, Control.INTERCEPT, Weights.OBSERVATIONS).controlled().estimate() < 0.3);
  }

  /** What is printed beside, by the sums of squares of the steps and by the regression again. */
  @Test
  void theReadingsLeaveOutTheThreeThatWeighMost() {
    List<CostSeries> all = LEARNING.technologies().lasting(10).all();
    Map<String, Double> squares = new HashMap<>();
    for (CostSeries one : all) {
      double[] years = CostSeries.differences(one.years());
      double[] steps = CostSeries.differences(one.logOutput());
      double[] single =
          IntStream.range(0, steps.length)
              .filter(t -> years[t] == 1)
              .mapToDouble(t -> steps[t])
              .toArray();
      double mean = Arrays.stream(single).average().orElseThrow();
      squares.put(one.name(), Arrays.stream(single).map(s -> (s - mean) * (s - mean)).sum());
    }
    double sum = squares.values().stream().mapToDouble(value -> value).sum();
    List<Reading> readings = POOLED.readings(10, Control.INTERCEPT, Weights.OBSERVATIONS);
    Concentration start = readings.get(0).concentration();
    assertEquals(58, start.weights().size());
    double herfindahl = 0;
    for (int i = 0; i < 58; i++) {
      Weight weight = start.weights().get(i);
      assertEquals(squares.get(weight.technology()) / sum, weight.share(), 1e-9);
      assertTrue(i == 0 || weight.share() <= start.weights().get(i - 1).share());
      herfindahl += weight.share() * weight.share();
    }
    assertEquals(1 / herfindahl, start.effectiveTechnologies(), 1e-6);
    assertTrue(start.degreesOfFreedom() > 1 && start.degreesOfFreedom() < 57);
    assertTrue(
        start.heaviest(2).startsWith("Lithium-ion cells 20%, Laser Diode"), start.heaviest(2));
    List<String> heaviest = start.weights().stream().limit(3).map(Weight::technology).toList();
    List<CostSeries> rest = all.stream().filter(one -> !heaviest.contains(one.name())).toList();
    Reading without = readings.get(2);
    assertEquals(55, without.pooled().technologies());
    assertEquals(55, without.concentration().weights().size());
    assertEquals(
        exponent(rest, Control.INTERCEPT, Weights.OBSERVATIONS),
        without.pooled().controlled().estimate(),
        1e-9);
    assertEquals(
        POOLED.pooled(10, Control.INTERCEPT, Weights.OBSERVATIONS), readings.get(0).pooled());
    assertEquals(
        POOLED.pooled(10, Control.INTERCEPT, Weights.OBSERVATIONS, OutputCounted.END),
        readings.get(1).pooled());
  }

  /** The shown group leaves out the three of its own specification and has no world. */
  @Test
  void theShownGroupIsTheReadingWithoutThem() {
    Trial<?> trial = POOLED.examination().trials().get(1);
    assertEquals("without the three that weigh most", trial.group());
    assertTrue(trial.world().isEmpty());
    assertEquals(
        POOLED
            .readings(10, Control.INTERCEPT, Weights.OBSERVATIONS)
            .get(2)
            .pooled()
            .controlled()
            .estimate(),
        evidence(trial.run(trial.defaultSpecification())).value("pooled_exponent"),
        0);
  }

  @Test
  void costsThatRiseWithOutputAreUnusable() {
    Technologies rising =
        LEARNING
            .technologies()
            .withLogCost(
                i -> {
                  double[] cost = LEARNING.technologies().all().get(i).logOutput();
                  cost[1] += 0.01;
                  return cost;
                });
    Trial<?> trial =
        new PooledExperience(Registry.of(Catalog.shared()).proposition("7c"), rising, 0.95)
            .examination()
            .trials()
            .get(0);
    Outcome.Unusable outcome = (Outcome.Unusable) trial.run(trial.defaultSpecification());
    assertTrue(outcome.reason().contains("not above 0"), outcome.reason());
  }

  /**
   * Half of each decline by experience. Technologies differ in exponent, and those whose output
   * grows unevenly weigh more once time is held fixed, so the pooled ratio is no 0.5; it must stay
   * above the bound of a quarter for the test to tell.
   */
  @Test
  void halfAndHalfLiesAboveAQuarterOnAverage() {
    Trial<?> trial = POOLED.examination().trials().get(0);
    double controlled = 0;
    double uncontrolled = 0;
    for (int draw = 0; draw < 50; draw++) {
      Evidence evidence =
          evidence(
              trial.draw(
                  trial.defaultSpecification(),
                  trial.proposition().worlds(World.T).get(0),
                  new SplittableRandom(draw)));
      controlled += evidence.value("pooled_exponent");
      uncontrolled += evidence.value("uncontrolled_exponent");
    }
    double ratio = controlled / uncontrolled;
    assertTrue(ratio > 0.3 && ratio < 0.5, "ratio " + ratio);
  }

  private static Evidence evidence(Outcome outcome) {
    return ((Outcome.Usable) outcome).evidence();
  }
}
