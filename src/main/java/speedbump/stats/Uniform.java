package speedbump.stats;

import java.util.SplittableRandom;

/**
 * Whole numbers below a bound, two from each 64 bits of a seeded generator, by multiplication and
 * shift; that a number is drawn too often by at most one part in 2^32 / bound is far below any
 * resampling error. The generator's own bounded draw is not used because its method is not fixed
 * across Java versions.
 */
final class Uniform {
  private static final int WORD = 32;
  private static final long LOW = 0xffffffffL;

  private final SplittableRandom random;
  private long bits;
  private boolean half;

  Uniform(long seed) {
    random = new SplittableRandom(seed);
  }

  int below(int bound) {
    half = !half;
    if (half) {
      bits = random.nextLong();
      return (int) ((bits >>> WORD) * bound >>> WORD);
    }
    return (int) ((bits & LOW) * bound >>> WORD);
  }
}
