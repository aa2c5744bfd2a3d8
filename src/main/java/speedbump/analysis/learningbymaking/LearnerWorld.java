package speedbump.analysis.learningbymaking;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Trial;
import speedbump.model.CostSeries;
import speedbump.model.LearningCurve;
import speedbump.model.LearningCurve.Driver;
import speedbump.model.LearningCurve.Form;
import speedbump.stats.Autoregression;

/**
 * The worlds of 7a. In the true one every cost follows the real output at one learning rate, with
 * noise of the shape in which the curve is fitted; in the false one it is a random walk.
 *
 * @param real the technologies
 * @param form how the curve is fitted: levels or first differences
 * @param noise by technology: what is left of its real cost once it follows output
 * @param stepSd by technology: the standard deviation of the steps of its real log cost
 */
record LearnerWorld(Technologies real, Form form, List<Autoregression> noise, List<Double> stepSd)
    implements Trial.Simulator<Technologies> {

  static LearnerWorld of(Technologies real, Form form) {
    return new LearnerWorld(
        real,
        form,
        real.all().stream()
            .map(one -> LearningCurve.fit(one, Driver.EXPERIENCE, form).noise())
            .toList(),
        real.all().stream().map(LearnerWorld::stepSd).toList());
  }

  private static double stepSd(CostSeries series) {
    double[] steps = CostSeries.differences(series.logCost());
    double mean = Arrays.stream(steps).average().orElseThrow();
    double squares = Arrays.stream(steps).map(step -> (step - mean) * (step - mean)).sum();
    return Math.sqrt(squares / (steps.length - 1));
  }

  @Override
  public Technologies draw(WorldSizes sizes, RandomGenerator random) {
    if (sizes.has("learning_rate_per_doubling")) {
      double exponent = -Math.log(1 - sizes.of("learning_rate_per_doubling")) / Math.log(2);
      return real.withLogCost(i -> follower(i, exponent, random));
    }
    double driftPerYear = sizes.of("drift_per_year");
    return real.withLogCost(i -> randomWalk(i, driftPerYear, random));
  }

  private double[] follower(int i, double exponent, RandomGenerator random) {
    CostSeries series = real.all().get(i);
    double[] output = series.logOutput();
    if (form == Form.LEVELS) {
      double[] cost = noise.get(i).simulate(CostSeries.differences(series.years()), random);
      for (int t = 0; t < cost.length; t++) {
        cost[t] -= exponent * output[t];
      }
      return cost;
    }
    double[] steps = noise.get(i).simulate(output.length - 1, random);
    for (int t = 0; t < steps.length; t++) {
      steps[t] -= exponent * (output[t + 1] - output[t]);
    }
    return Technologies.path(steps);
  }

  /** Drift and variance of a step grow with the years that it takes. */
  private double[] randomWalk(int i, double driftPerYear, RandomGenerator random) {
    double[] steps = CostSeries.differences(real.all().get(i).years());
    double sd = stepSd.get(i);
    for (int t = 0; t < steps.length; t++) {
      steps[t] = driftPerYear * steps[t] + sd * Math.sqrt(steps[t]) * random.nextGaussian();
    }
    return Technologies.path(steps);
  }
}
