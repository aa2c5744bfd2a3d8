package speedbump.claim;

import java.util.List;

/**
 * The two worlds on which a group is tried.
 *
 * @param draws number of draws of each world, one of the two numbers of the machinery
 * @param whenTrue the variants of the world in which the claim is true: all must pass, so the worst
 *     figure counts
 * @param whenFalse the world in which the claim is false
 */
public record Worlds(int draws, List<Simulation> whenTrue, Simulation whenFalse) {

  /**
   * Copies the variants.
   *
   * @param draws number of draws of each world, one of the two numbers of the machinery
   * @param whenTrue the variants of the world in which the claim is true: all must pass, so the
   *     worst figure counts
   * @param whenFalse the world in which the claim is false
   * @throws IllegalArgumentException if there is no variant or no draw
   */
  public Worlds {
    whenTrue = List.copyOf(whenTrue);
    if (whenTrue.isEmpty() || draws < 1) {
      throw new IllegalArgumentException(
          "worlds need a draw and a world in which the claim is true");
    }
  }

  /**
   * Worlds of which the true one has one variant.
   *
   * @param draws number of draws of each world
   * @param whenTrue the world in which the claim is true
   * @param whenFalse the world in which the claim is false
   */
  public Worlds(int draws, Simulation whenTrue, Simulation whenFalse) {
    this(draws, List.of(whenTrue), whenFalse);
  }
}
