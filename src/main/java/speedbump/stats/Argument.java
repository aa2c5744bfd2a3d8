package speedbump.stats;

import java.util.Objects;

/** The checks that every estimator makes of its input; each names what is wrong and where. */
final class Argument {
  private Argument() {}

  /** A copy of a sample of at least {@code least} finite values. */
  static double[] sample(String name, double[] values, int least) {
    Objects.requireNonNull(values, name);
    require(
        values.length >= least,
        "%s has %d values, at least %d are needed".formatted(name, values.length, least));
    double[] copy = values.clone();
    for (int i = 0; i < copy.length; i++) {
      if (!Double.isFinite(copy[i])) {
        throw new IllegalArgumentException(
            "%s is not finite at index %d: %s".formatted(name, i, copy[i]));
      }
    }
    return copy;
  }

  /** A probability strictly between 0 and 1. */
  static double level(double level) {
    require(level > 0 && level < 1, "level must lie between 0 and 1, not " + level);
    return level;
  }

  static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
