package speedbump.analysis.rareearthlever;

import java.util.random.RandomGenerator;

/**
 * A generator of which every normal value is the same: with 0 a simulated world has no noise.
 *
 * @param gaussian the value
 */
record ConstantNoise(double gaussian) implements RandomGenerator {
  static final RandomGenerator NONE = new ConstantNoise(0);

  @Override
  public double nextGaussian() {
    return gaussian;
  }

  @Override
  public long nextLong() {
    throw new UnsupportedOperationException("only normal values are drawn");
  }
}
