package speedbump.analysis.learningbymaking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import speedbump.analysis.learningbymaking.FallingCosts.Learner;
import speedbump.claim.Outcome;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.data.Catalog;
import speedbump.model.CostSeries;
import speedbump.model.LearningCurve.Form;
import speedbump.stats.LeastSquares;

class FallingCostsTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final FallingCosts FALLING = LearningByMaking.of(CATALOG).fallingCosts();

  private record Point(String technology, double cumulativeOutputBefore, double unitCost) {}

  /** Levels of one technology by a regression on the table's own columns. */
  @Test
  void aLearnerIsTheRegressionOnTheTable() {
    List<Point> points =
        CATALOG.rows("energy/performance_curves", Point.class).stream()
            .filter(row -> row.technology().equals("DRAM"))
            .toList();
    LeastSquares fit =
        LeastSquares.withConstant(
            points.stream().mapToDouble(row -> Math.log10(row.unitCost())).toArray(),
            points.stream().mapToDouble(row -> Math.log10(row.cumulativeOutputBefore())).toArray());
    Learner dram =
        FALLING.learners(Form.LEVELS, 10, 0).stream()
            .filter(one -> one.series().name().equals("DRAM"))
            .findFirst()
            .orElseThrow();
    // 36 points: floor(4 (36 / 100)^(2/9)) = 3 lags
    double[][] covariance = fit.neweyWest(3, true);
    assertEquals(-fit.interval(1, 0.95, covariance).upper(), dram.exponent().lower(), 1e-10);
    assertTrue(dram.significant());
  }

  @Test
  void theYearsLeftOutDoNotCount() {
    List<Learner> late = FALLING.learners(Form.LEVELS, 10, 5);
    assertEquals(35, late.size(), "technologies of fifteen years");
    for (Learner learner : late) {
      CostSeries series = learner.series();
      CostSeries whole =
          Technologies.of(CATALOG).all().stream()
              .filter(one -> one.name().equals(series.name()))
              .findFirst()
              .orElseThrow();
      assertEquals(whole.size() - 5, series.size());
      assertEquals(whole.years()[5], series.years()[0], 0);
    }
  }

  /** The share of each specification, counted from the learners it asks for. */
  @Test
  void eachSpecificationCountsItsOwnLearners() {
    for (Trial<?> trial : FALLING.examination().trials()) {
      assertEquals(trial.name().equals("levels") ? 4 : 8, trial.specifications().size());
      for (Specification specification : trial.specifications()) {
        Form form = Form.LEVELS;
        if (trial.name().equals("first differences")) {
          boolean with = specification.option("error correction").equals("with");
          form = with ? Form.ERROR_CORRECTION : Form.FIRST_DIFFERENCES;
        }
        List<Learner> learners =
            FALLING.learners(
                form,
                specification.option("least length").equals("15 years") ? 15 : 10,
                specification.option("first year").equals("all years") ? 0 : 5);
        double share =
            learners.stream().filter(one -> one.exponent().lower() > 0).count()
                / (double) learners.size();
        Outcome.Usable outcome = (Outcome.Usable) trial.run(specification);
        assertEquals(share, outcome.evidence().value("significant_technologies_share"), 0);
      }
    }
  }
}
