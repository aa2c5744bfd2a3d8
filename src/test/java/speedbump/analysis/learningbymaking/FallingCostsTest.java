package speedbump.analysis.learningbymaking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import speedbump.analysis.learningbymaking.FallingCosts.Learner;
import speedbump.claim.Outcome;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.claim.World;
import speedbump.data.Catalog;
import speedbump.model.CostSeries;
import speedbump.model.LearningCurve;
import speedbump.model.LearningCurve.Driver;
import speedbump.model.LearningCurve.Form;
import speedbump.stats.LeastSquares.SerialErrors;
import speedbump.stats.PraisWinsten;

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
    PraisWinsten fit =
        PraisWinsten.fit(
            points.stream().mapToDouble(row -> Math.log10(row.unitCost())).toArray(),
            points.stream()
                .map(row -> new double[] {1, Math.log10(row.cumulativeOutputBefore())})
                .toArray(double[][]::new));
    Learner dram =
        FALLING.learners(Form.LEVELS, 10, 0).stream()
            .filter(one -> one.series().name().equals("DRAM"))
            .findFirst()
            .orElseThrow();
    assertEquals(-fit.coefficients()[1], dram.exponent().estimate(), 1e-10);
    assertEquals(-fit.interval(1, 0.95).upper(), dram.exponent().lower(), 1e-8);
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

  /** The mean of the draws that the trial makes, by its own generator one after the other. */
  @Test
  void theShareWhereAllLearnIsTheMeanOfTheDraws() {
    Trial<?> steps = FALLING.examination().trials().get(1);
    SplittableRandom random = new SplittableRandom(7);
    double mean = 0;
    for (int draw = 0; draw < 5; draw++) {
      Outcome.Usable drawn =
          (Outcome.Usable)
              steps.draw(
                  steps.defaultSpecification(), steps.proposition().worlds(World.T).get(0), random);
      mean += drawn.evidence().value("significant_technologies_share") / 5;
    }
    assertEquals(mean, FALLING.shareWhereAllLearn(Form.FIRST_DIFFERENCES, 5, 7), 1e-12);
    assertTrue(FALLING.shareWhereAllLearn(Form.LEVELS, 5, 7) > mean);
  }

  /** The share of each specification, counted from the learners it asks for. */
  @Test
  void eachSpecificationCountsItsOwnLearners() {
    for (Trial<?> trial : FALLING.examination().trials()) {
      assertEquals(trial.name().equals("levels") ? 12 : 24, trial.specifications().size());
      for (Specification specification : trial.specifications()) {
        Form form = Form.LEVELS;
        if (trial.name().equals("first differences")) {
          boolean with = specification.option("error correction").equals("with");
          form = with ? Form.ERROR_CORRECTION : Form.FIRST_DIFFERENCES;
        }
        SerialErrors errors =
            switch (specification.option("interval")) {
              case "Prais-Winsten" -> SerialErrors.PRAIS_WINSTEN;
              case "Newey-West" -> SerialErrors.NEWEY_WEST;
              default -> SerialErrors.BLOCK_BOOTSTRAP;
            };
        assertEquals(errors == SerialErrors.PRAIS_WINSTEN, specification.votes());
        List<Learner> learners =
            FALLING.learners(
                form,
                specification.option("least length").equals("15 years") ? 15 : 10,
                specification.option("first year").equals("all years") ? 0 : 5);
        Form fitted = form;
        double share =
            learners.stream()
                    .map(one -> LearningCurve.fit(one.series(), Driver.EXPERIENCE, fitted))
                    .filter(curve -> curve.interval(0.95, errors).lower() > 0)
                    .count()
                / (double) learners.size();
        Outcome.Usable outcome = (Outcome.Usable) trial.run(specification);
        assertEquals(share, outcome.evidence().value("significant_technologies_share"), 0);
      }
    }
  }
}
