package speedbump.analysis.learningbymaking;

import java.util.List;
import java.util.random.RandomGenerator;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Trial;
import speedbump.model.CostSeries;
import speedbump.model.TwoFactors;
import speedbump.stats.Autoregression;

/**
 * The worlds of 7b and 7c. Every cost falls from its real first point to its real last one: a share
 * of the decline follows the real output, the rest follows time. Noise is of the richest shape,
 * what experience and time together leave of the real steps.
 *
 * @param real the technologies
 * @param noise by technology: the noise of the steps of its log cost
 */
record DeclineWorld(Technologies real, List<Autoregression> noise)
    implements Trial.Simulator<Technologies> {

  static DeclineWorld of(Technologies real) {
    return new DeclineWorld(
        real, real.all().stream().map(one -> TwoFactors.fit(one).noise()).toList());
  }

  @Override
  public Technologies draw(WorldSizes sizes, RandomGenerator random) {
    double shareFromOutput = sizes.of("share_of_decline_from_output");
    return real.withLogCost(i -> Technologies.path(steps(i, shareFromOutput, random)));
  }

  private double[] steps(int i, double shareFromOutput, RandomGenerator random) {
    CostSeries series = real.all().get(i);
    double[] output = series.logOutput();
    double[] years = series.years();
    double[] cost = series.logCost();
    int last = cost.length - 1;
    double change = cost[last] - cost[0];
    double[] steps = noise.get(i).simulate(last, random);
    for (int t = 0; t < last; t++) {
      steps[t] +=
          change
              * (shareFromOutput * (output[t + 1] - output[t]) / (output[last] - output[0])
                  + (1 - shareFromOutput) * (years[t + 1] - years[t]) / (years[last] - years[0]));
    }
    return steps;
  }
}
