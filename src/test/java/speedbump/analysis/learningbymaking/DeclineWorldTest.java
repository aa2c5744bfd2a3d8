package speedbump.analysis.learningbymaking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.analysis.ConstantNoise;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Registry;
import speedbump.claim.Trial;
import speedbump.claim.World;
import speedbump.data.Catalog;
import speedbump.model.CostSeries;
import speedbump.model.Hindcast.FutureOutput;
import speedbump.stats.Autoregression;
import speedbump.stats.LeastSquares;

class DeclineWorldTest {
  private static final Registry REGISTRY = Registry.of(Catalog.shared());
  private static final Technologies REAL = Technologies.of(Catalog.shared()).lasting(10);
  private static final double ROUNDING = 1e-9;

  private static WorldSizes share(double fromOutput) {
    return new WorldSizes(World.T, 1, Map.of("share_of_decline_from_output", fromOutput), "");
  }

  private static Technologies draw(WorldSizes sizes, RandomGenerator random) {
    return DeclineWorld.of(REAL).draw(sizes, random);
  }

  /** From the first point to the last the cost falls as it did, whatever it follows. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1})
  void withoutNoiseTheDeclineIsTheRealOne(double fromOutput) {
    List<CostSeries> drawn = draw(share(fromOutput), ConstantNoise.NONE).all();
    for (int i = 0; i < drawn.size(); i++) {
      double[] years = REAL.all().get(i).years();
      double[] output = REAL.all().get(i).logOutput();
      double[] real = REAL.all().get(i).logCost();
      double[] cost = drawn.get(i).logCost();
      int last = cost.length - 1;
      for (int t = 0; t <= last; t++) {
        double byOutput = (output[t] - output[0]) / (output[last] - output[0]);
        double byTime = (years[t] - years[0]) / (years[last] - years[0]);
        double sofar = fromOutput * byOutput + (1 - fromOutput) * byTime;
        assertEquals((real[last] - real[0]) * sofar, cost[t] - cost[0], ROUNDING);
      }
    }
  }

  /** The steps carry the noise that experience and time together leave of the real steps. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void theNoiseIsThatOfTheRealSteps(double fromOutput) {
    List<CostSeries> quiet = draw(share(fromOutput), ConstantNoise.NONE).all();
    List<CostSeries> noisy = draw(share(fromOutput), ConstantNoise.ONE).all();
    for (int i = 0; i < quiet.size(); i++) {
      CostSeries real = REAL.all().get(i);
      double[] residuals =
          LeastSquares.withConstant(
                  CostSeries.differences(real.logCost()), CostSeries.differences(real.logOutput()))
              .residuals();
      double[] noise =
          Autoregression.fitErrors(residuals, 2).simulate(residuals.length, ConstantNoise.ONE);
      double[] steps = CostSeries.differences(noisy.get(i).logCost());
      double[] less = CostSeries.differences(quiet.get(i).logCost());
      Arrays.setAll(steps, t -> steps[t] - less[t]);
      assertArrayEquals(noise, steps, ROUNDING, real.name());
    }
  }

  /** One world at two sizes: where nothing comes from output the true one is the false one. */
  @ParameterizedTest
  @ValueSource(strings = {"7b", "7c"})
  void whereNothingComesFromOutputTheWorldsCoincide(String id) {
    WorldSizes registered = REGISTRY.proposition(id).worlds(World.F).get(0);
    List<CostSeries> whenFalse = draw(registered, new SplittableRandom(7)).all();
    List<CostSeries> nothing = draw(share(0), new SplittableRandom(7)).all();
    List<CostSeries> half = draw(share(0.5), new SplittableRandom(7)).all();
    for (int i = 0; i < nothing.size(); i++) {
      assertArrayEquals(whenFalse.get(i).logCost(), nothing.get(i).logCost(), 0);
      assertTrue(!Arrays.equals(half.get(i).logCost(), nothing.get(i).logCost()));
    }
  }

  /** Without noise the law that made the costs has every vote: the mean vote is 1, or -1. */
  @Test
  void withoutNoiseTheLawThatMadeTheCostsHasEveryVote() {
    for (double vote : Contest.votes(draw(share(1), ConstantNoise.NONE), FutureOutput.AS_IT_CAME)) {
      assertEquals(1, vote, ROUNDING);
    }
    for (double vote : Contest.votes(draw(share(0), ConstantNoise.NONE), FutureOutput.AS_IT_CAME)) {
      assertEquals(-1, vote, ROUNDING);
    }
  }

  /** Where all technologies have one exponent, the pooled exponent is its share from output. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.25, 0.5, 1})
  void withoutNoiseThePooledExponentIsTheShareOfTheWholeOne(double fromOutput) {
    double exponent = 0.4;
    Technologies alike =
        REAL.withLogCost(
            i -> {
              double[] cost = REAL.all().get(i).logOutput();
              Arrays.setAll(cost, t -> -exponent * cost[t]);
              cost[1] += 0.1; // noise to fit, which leaves the decline as it is
              return cost;
            });
    Proposition proposition = REGISTRY.proposition("7c");
    Trial<?> trial = new PooledExperience(proposition, alike, 0.95).examination().trials().get(0);
    Outcome.Usable outcome =
        (Outcome.Usable)
            trial.draw(trial.defaultSpecification(), share(fromOutput), ConstantNoise.NONE);
    assertEquals(fromOutput * exponent, outcome.evidence().value("pooled_exponent"), ROUNDING);
  }
}
