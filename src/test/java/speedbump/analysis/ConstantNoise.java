package speedbump.analysis;

import java.util.random.RandomGenerator;

/**
 * A generator of which every normal value is the same: with 0 a simulated world has no noise.
 *
 * @param gaussian the value
 */
public record ConstantNoise(double gaussian) implements RandomGenerator {
  public static final ConstantNoise NONE = new ConstantNoise(0);
  public static final ConstantNoise ONE = new ConstantNoise(1);

  /**
   * Noise that is next to none, for what has to have a scatter: a millionth up, a millionth down.
   *
   * @return the generator, which no other draw shares
   */
  public static RandomGenerator faint() {
    return new RandomGenerator() {
      private double next = 1e-6;

      @Override
      public double nextGaussian() {
        next = -next;
        return next;
      }

      @Override
      public long nextLong() {
        throw new UnsupportedOperationException("a world draws normal values alone");
      }
    };
  }

  @Override
  public double nextGaussian() {
    return gaussian;
  }

  @Override
  public long nextLong() {
    throw new UnsupportedOperationException("a world draws normal values alone");
  }
}
