package speedbump.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedbump.analysis.LearningByMaking.Horizon;
import speedbump.analysis.LearningByMaking.Learner;
import speedbump.analysis.LearningByMaking.Stranger;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Group;
import speedbump.claim.Outcome;
import speedbump.claim.Registry;
import speedbump.claim.Simulation;
import speedbump.claim.Specification;
import speedbump.data.Catalog;
import speedbump.model.CostSeries;
import speedbump.model.Hindcast.FutureOutput;
import speedbump.model.LearningCurve;
import speedbump.model.LearningCurve.Driver;
import speedbump.model.LearningCurve.Form;
import speedbump.stats.LeastSquares;
import speedbump.stats.PooledSlope.Control;
import speedbump.stats.PooledSlope.Weights;
import tech.tablesaw.api.Row;

class LearningByMakingTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final LearningByMaking LEARNING = LearningByMaking.of(CATALOG);
  private static final Registry REGISTRY = Registry.of(CATALOG);
  private static final double EXACT = 1e-12;

  @Test
  void oneSeriesAtMostStandsForATechnologyAndEverySeriesIsJudged() {
    Set<String> judged = new TreeSet<>();
    Set<String> technologies = new TreeSet<>();
    for (Row row : CATALOG.table("claims/learning_series")) {
      judged.add(row.getString("series"));
      if (row.getBoolean("stands")) {
        assertTrue(technologies.add(row.getString("technology")), row.getString("technology"));
      }
    }
    Set<String> held = new TreeSet<>();
    for (Row row : CATALOG.table("energy/technologies")) {
      held.add(row.getString("technology"));
      assertTrue(
          !row.getString("kind").equals("physical_input")
              || LEARNING.technologies(1).stream()
                  .noneMatch(one -> one.name().equals(row.getString("technology"))));
    }
    held.addAll(List.of(LearningByMaking.SOLAR, LearningByMaking.LITHIUM_ION));
    assertEquals(held, judged);
    assertEquals(69, LEARNING.technologies(1).size());
    assertEquals(58, LEARNING.technologies(10).size());
    assertEquals(35, LEARNING.technologies(15).size());
  }

  @Test
  void theCapacityOfOneYearEndIsTheOutputBeforeTheNextYear() {
    CostSeries solar = LEARNING.series(LearningByMaking.SOLAR);
    assertEquals(47, solar.size());
    assertEquals(1977, solar.years()[0], 0);
    assertEquals(Math.log(0.3), solar.logOutput()[0], EXACT);
    assertEquals(Math.log(71.74392), solar.logCost()[0], EXACT);
    assertEquals(2023, solar.years()[46], 0);
    assertEquals(Math.log(1073135.5), solar.logOutput()[46], EXACT);
  }

  @Test
  void cellsOfEachYearAreAddedUp() {
    CostSeries cells = LEARNING.series(LearningByMaking.LITHIUM_ION);
    assertEquals(26, cells.size());
    assertEquals(1992, cells.years()[0], 0);
    assertEquals(Math.log(0.13), cells.logOutput()[0], EXACT);
    assertEquals(Math.log(0.13 + 1.55), cells.logOutput()[1], EXACT);
    assertEquals(Math.log(190.352416846868), cells.logCost()[25], EXACT);
    assertThrows(IllegalArgumentException.class, () -> LEARNING.series("perpetual motion"));
  }

  /** Levels of one technology by a regression on the table's own columns. */
  @Test
  void aLearnerIsTheRegressionOnTheTable() {
    List<Double> cost = new ArrayList<>();
    List<Double> output = new ArrayList<>();
    for (Row row : CATALOG.table("energy/performance_curves")) {
      if (row.getString("technology").equals("DRAM")) {
        cost.add(Math.log10(row.getDouble("unit_cost")));
        output.add(Math.log10(row.getDouble("cumulative_output_before")));
      }
    }
    LeastSquares fit = LeastSquares.withConstant(array(cost), array(output));
    Learner dram =
        LEARNING.learners(Form.LEVELS, 10, 0).stream()
            .filter(one -> one.series().name().equals("DRAM"))
            .findFirst()
            .orElseThrow();
    // 36 points: floor(4 (36 / 100)^(2/9)) = 3 lags
    double[][] covariance = fit.neweyWest(3, true);
    assertEquals(-fit.interval(1, 0.95, covariance).upper(), dram.exponent().lower(), 1e-10);
    assertTrue(dram.significant());
    Learner late = LEARNING.learners(Form.LEVELS, 10, 5).get(0);
    assertTrue(late.series().size() >= 10, "the years left out do not count");
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(value -> value).toArray();
  }

  /** One regression with an intercept for each technology, on steps of one year. */
  @Test
  void thePooledExponentIsTheRegressionWithDummies() {
    List<CostSeries> all = LEARNING.technologies(10);
    List<double[]> rows = new ArrayList<>();
    List<Double> steps = new ArrayList<>();
    int gaps = 0;
    for (int i = 0; i < all.size(); i++) {
      CostSeries one = all.get(i);
      for (int t = 1; t < one.size(); t++) {
        if (one.years()[t] - one.years()[t - 1] == 1) {
          double[] row = new double[1 + all.size()];
          row[0] = one.logOutput()[t] - one.logOutput()[t - 1];
          row[1 + i] = 1;
          rows.add(row);
          steps.add(one.logCost()[t] - one.logCost()[t - 1]);
        } else {
          gaps++;
        }
      }
    }
    assertTrue(gaps > 0, "no gap to leave out");
    LeastSquares fit = LeastSquares.fit(array(steps), rows.toArray(double[][]::new));
    LearningByMaking.Pooled pooled = LEARNING.pooled(10, Control.INTERCEPT, Weights.OBSERVATIONS);
    assertEquals(-fit.coefficients()[0], pooled.controlled().estimate(), 1e-10);
    assertEquals(58, pooled.technologies());
    assertTrue(pooled.uncontrolled().lower() > 0);
  }

  @ParameterizedTest
  @CsvSource({"AS_IT_CAME", "FORECAST"})
  void everyTechnologyHasOneVote(FutureOutput future) {
    double[] votes = LEARNING.votes(future);
    assertEquals(58, votes.length);
    assertTrue(Arrays.stream(votes).allMatch(vote -> vote >= -1 && vote <= 1));
  }

  @Test
  void missesGrowWithTheHorizonAndOutputKnownHelps() {
    List<Horizon> known = LEARNING.horizons(FutureOutput.AS_IT_CAME, 20);
    List<Horizon> foretold = LEARNING.horizons(FutureOutput.FORECAST, 20);
    assertEquals(20, known.size());
    assertEquals(58, known.get(0).technologies());
    assertTrue(known.get(9).wrightRms() > 2 * known.get(0).wrightRms());
    assertTrue(known.get(9).wrightRms() < foretold.get(9).wrightRms());
    assertEquals(known.get(9).mooreRms(), foretold.get(9).mooreRms(), EXACT, "Moore knows none");
    for (Horizon horizon : known) {
      assertTrue(horizon.wrightCoverage() > 0.5 && horizon.mooreCoverage() <= 1);
    }
  }

  /** Learning in levels is the higher the more is taken to have been made before. */
  @Test
  void anotherGuessOfPriorOutputMovesTheRates() {
    LearningByMaking same = LEARNING.withPriorOutput(1);
    LearningByMaking more = LEARNING.withPriorOutput(10);
    for (String name : List.of(LearningByMaking.SOLAR, LearningByMaking.LITHIUM_ION, "DRAM")) {
      double held = rate(LEARNING, name);
      assertEquals(held, rate(same, name), EXACT);
      assertTrue(rate(more, name) > held, name);
    }
    assertEquals(58, more.technologies(10).size());
    assertThrows(IllegalArgumentException.class, () -> LEARNING.withPriorOutput(0));
  }

  private static double rate(LearningByMaking learning, String name) {
    return LearningCurve.fit(learning.series(name), Driver.EXPERIENCE, Form.LEVELS).learningRate();
  }

  @Test
  void strangersShareTenYearsAndAreNoneOfOnesOwn() {
    List<Stranger> strangers = LEARNING.strangers(Form.LEVELS);
    assertTrue(strangers.size() > 1000, strangers.size() + " pairs");
    for (Stranger stranger : strangers) {
      assertTrue(stranger.years() >= 10 && !stranger.cost().equals(stranger.output()));
    }
  }

  @Test
  void eachGroupReadsItsOwnChoices() {
    List<Examination> examinations = LEARNING.examinations(REGISTRY);
    assertEquals(List.of(2, 2, 1, 0), examinations.stream().map(e -> e.groups().size()).toList());
    List<Integer> specifications =
        examinations.stream()
            .flatMap(e -> e.groups().stream())
            .map(group -> group.specifications().size())
            .toList();
    assertEquals(List.of(4, 8, 1, 1, 8), specifications);
    for (Examination examination : examinations) {
      for (Group group : examination.groups()) {
        Set<Evidence> found = new HashSet<>();
        for (Specification specification : group.specifications()) {
          found.add(evidence(group.estimate().apply(specification)));
        }
        // two shares of a few technologies may coincide, as 23 of 35 do
        assertTrue(found.size() >= group.specifications().size() - 1, group.name());
      }
    }
  }

  private static Evidence evidence(Outcome outcome) {
    return ((Outcome.Usable) outcome).evidence();
  }

  /** The made-up worlds of each group: the truth must move the figure that decides. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, significant_technologies_share, 0.6, 1",
    "0, 1, significant_technologies_share, 0.6, 1",
    "1, 0, mean_vote, 0.1, 1",
    "2, 0, pooled_exponent, 0.05, 1"
  })
  void theTrueWorldLiesAboveTheFalseOne(
      int proposition, int group, String quantity, double least, double most) {
    Group made = LEARNING.examinations(REGISTRY).get(proposition).groups().get(group);
    double whenTrue = mean(made.worlds().orElseThrow().whenTrue().get(0), quantity);
    double whenFalse = mean(made.worlds().orElseThrow().whenFalse(), quantity);
    assertTrue(whenTrue > least && whenTrue <= most, "true " + whenTrue);
    assertTrue(whenFalse < whenTrue / 3, whenFalse + " against " + whenTrue);
  }

  private static double mean(Simulation world, String quantity) {
    double sum = 0;
    for (int draw = 0; draw < 50; draw++) {
      sum += evidence(world.draw(new SplittableRandom(draw))).value(quantity) / 50;
    }
    return sum;
  }

  /**
   * Half of each decline by experience. Technologies differ in exponent, and those whose output
   * grows unevenly weigh more once time is held fixed, so the pooled ratio is no 0.5; it must stay
   * above the bound of a quarter for the test to tell.
   */
  @Test
  void halfAndHalfLiesAboveAQuarterOnAverage() {
    Group made = LEARNING.examinations(REGISTRY).get(2).groups().get(0);
    Simulation world = made.worlds().orElseThrow().whenTrue().get(0);
    double ratio = mean(world, "pooled_exponent") / mean(world, "uncontrolled_exponent");
    assertTrue(ratio > 0.3 && ratio < 0.5, "ratio " + ratio);
  }
}
