package speedbump.stats;

import java.util.Locale;
import java.util.Objects;

/** The checks that every estimator makes of its input; each names what is wrong and where. */
final class Argument {
  private Argument() {}

  /** A copy of a sample of at least {@code least} finite values. */
  static double[] sample(String name, double[] values, int least) {
    Objects.requireNonNull(values, name);
    require(
        values.length >= least,
        "%s has %d values, at least %d are needed",
        name,
        values.length,
        least);
    double[] copy = values.clone();
    for (int i = 0; i < copy.length; i++) {
      if (!Double.isFinite(copy[i])) {
        throw wrong("%s is not finite at index %d: %s", name, i, copy[i]);
      }
    }
    return copy;
  }

  /** A probability strictly between 0 and 1. */
  static double level(double level) {
    require(level > 0 && level < 1, "level must lie between 0 and 1, not %s", level);
    return level;
  }

  static void require(boolean condition, String format, Object... values) {
    if (!condition) {
      throw wrong(format, values);
    }
  }

  /** What to throw in a loop, where {@link #require} would box its values at every turn. */
  static IllegalArgumentException wrong(String format, Object... values) {
    return new IllegalArgumentException(String.format(Locale.ROOT, format, values));
  }
}
