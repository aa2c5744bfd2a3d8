package speedbump.analysis.internaldemand;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import speedbump.claim.Evidence;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Trial;

/** How often the interval of a trial's default covers the truth of a simulated world. */
final class Coverage {
  private Coverage() {}

  /** The share of draws whose interval, from _lower95 to _upper95, holds the truth. */
  static double measured(
      Trial<?> trial, WorldSizes sizes, String quantity, double truth, int draws) {
    return IntStream.range(0, draws)
            .parallel()
            .filter(
                draw -> {
                  Outcome outcome =
                      trial.draw(trial.defaultSpecification(), sizes, new SplittableRandom(draw));
                  Evidence evidence = ((Outcome.Usable) outcome).evidence();
                  return evidence.value(quantity + "_lower95") <= truth
                      && truth <= evidence.value(quantity + "_upper95");
                })
            .count()
        / (double) draws;
  }
}
