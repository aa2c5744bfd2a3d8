package speedbump.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the registered default of a test made of the draws of one simulated world.
 *
 * @param world the world
 * @param variant number of its variant, from 1
 * @param holds share of draws that meet "holds"
 * @param fails share of draws that meet "fails"
 * @param unusable share of draws that are unusable
 * @param quantiles the statistic of the usable draws at {@value #QUANTILES} even steps of
 *     probability from its least to its greatest value, by linear interpolation; empty where no
 *     statistic is registered or no draw is usable
 */
public record WorldDraws(
    World world, int variant, double holds, double fails, double unusable, List<Double> quantiles) {
  /** Steps of 2.5%. */
  public static final int QUANTILES = 41;

  /** Keeps its own copy. */
  public WorldDraws {
    quantiles = List.copyOf(quantiles);
  }

  static List<Double> quantiles(double[] statistics) {
    double[] sorted = Arrays.stream(statistics).filter(Double::isFinite).sorted().toArray();
    List<Double> quantiles = new ArrayList<>();
    for (int i = 0; sorted.length > 0 && i < QUANTILES; i++) {
      quantiles.add(interpolated(sorted, i / (QUANTILES - 1.0)));
    }
    return quantiles;
  }

  private static double interpolated(double[] sorted, double probability) {
    double place = (sorted.length - 1) * probability;
    int below = (int) place;
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /**
   * The share of draws that came out so.
   *
   * @param outcome holds, fails, neither or unusable
   * @return a fraction of one
   */
  public double share(Standing outcome) {
    return switch (outcome) {
      case HOLDS -> holds;
      case FAILS -> fails;
      case UNUSABLE -> unusable;
      case NEITHER -> Math.max(0, 1 - holds - fails - unusable);
    };
  }

  /**
   * Whether a statistic lies among the central draws.
   *
   * @param statistic the statistic, in its registered unit
   * @param coverage the share of draws that counts as central
   * @return whether it lies between the quantiles (1 - coverage) / 2 and (1 + coverage) / 2; false
   *     where no statistic is held
   */
  public boolean central(double statistic, double coverage) {
    if (quantiles.isEmpty()) {
      return false;
    }
    double[] sorted = quantiles.stream().mapToDouble(Double::doubleValue).toArray();
    return statistic >= interpolated(sorted, (1 - coverage) / 2)
        && statistic <= interpolated(sorted, (1 + coverage) / 2);
  }
}
