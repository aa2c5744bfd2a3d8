package speedbump.claim;

import java.util.random.RandomGenerator;

/**
 * A simulated world: makes data of the registered size and runs the default specification on them.
 * Draws run in parallel, so a simulation changes nothing outside itself and takes all chance from
 * the generator it is given.
 */
@FunctionalInterface
public interface Simulation {

  /**
   * One draw.
   *
   * @param random the generator of this draw alone
   * @return what the default specification found on the simulated data
   */
  Outcome draw(RandomGenerator random);
}
