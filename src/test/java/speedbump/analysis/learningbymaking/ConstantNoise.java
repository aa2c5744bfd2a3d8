package speedbump.analysis.learningbymaking;

import java.util.random.RandomGenerator;

/**
 * Chance that is none: every normal number is the same.
 *
 * @param gaussian the number; 0 for a world without noise
 */
record ConstantNoise(double gaussian) implements RandomGenerator {
  static final ConstantNoise NONE = new ConstantNoise(0);
  static final ConstantNoise ONE = new ConstantNoise(1);

  @Override
  public double nextGaussian() {
    return gaussian;
  }

  @Override
  public long nextLong() {
    throw new UnsupportedOperationException("a world draws normal numbers alone");
  }
}
