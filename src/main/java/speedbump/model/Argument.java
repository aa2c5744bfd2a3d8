package speedbump.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The checks that models make of their input; each names what is wrong. */
final class Argument {
  private Argument() {}

  static void require(boolean condition, String format, Object... values) {
    if (!condition) {
      throw new IllegalArgumentException(String.format(Locale.ROOT, format, values));
    }
  }

  /** Dates in the order of time, several to a day allowed. */
  static void requireOrder(List<LocalDate> dates) {
    for (int i = 1; i < dates.size(); i++) {
      require(
          !dates.get(i).isBefore(dates.get(i - 1)),
          "the dates are not in order: %s follows %s",
          dates.get(i),
          dates.get(i - 1));
    }
  }
}
