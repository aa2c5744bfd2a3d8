package speedbump.model;

import java.util.Locale;

/** The checks that models make of their input; each names what is wrong. */
final class Argument {
  private Argument() {}

  static void require(boolean condition, String format, Object... values) {
    if (!condition) {
      throw new IllegalArgumentException(String.format(Locale.ROOT, format, values));
    }
  }
}
