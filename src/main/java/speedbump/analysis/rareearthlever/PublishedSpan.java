package speedbump.analysis.rareearthlever;

import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The months that a printed date can mean: "mid-2026" is June or July, "early 2027" and "late 2028"
 * the first and the last quarter, "Q4 2026" and "2025-Q3" a quarter, "by end of 2027" December,
 * "2027" and "by 2028" any month of the year, "2026-04" and "2025-05-16" one month. Of "announced A
 * for B" it is B that is read.
 *
 * @param first the first month
 * @param last the last month
 */
record PublishedSpan(YearMonth first, YearMonth last) {
  private static final Pattern DATE =
      Pattern.compile(
          "(?:(mid)-|(early|late|end of) |Q([1-4]) )?(\\d{4})(?:-Q([1-4])|-(\\d{2})(?:-\\d{2})?)?$");

  /**
   * Reads a printed date.
   *
   * @param words the date as it is printed
   * @return the months that it can mean
   * @throws IllegalArgumentException if it does not end in a date of one of these forms
   */
  static PublishedSpan of(String words) {
    Matcher date = DATE.matcher(words);
    if (!date.find()) {
      throw new IllegalArgumentException("\"%s\" does not end in a date".formatted(words));
    }
    int year = Integer.parseInt(date.group(4));
    String quarter = date.group(3) == null ? date.group(5) : date.group(3);
    if (quarter != null) {
      return quarter(year, Integer.parseInt(quarter));
    }
    if (date.group(6) != null) {
      return span(year, Integer.parseInt(date.group(6)), Integer.parseInt(date.group(6)));
    }
    if (date.group(1) != null) {
      return span(year, 6, 7);
    }
    String part = date.group(2) == null ? "" : date.group(2);
    return switch (part) {
      case "early" -> quarter(year, 1);
      case "late" -> quarter(year, 4);
      case "end of" -> span(year, 12, 12);
      default -> span(year, 1, 12);
    };
  }

  private static PublishedSpan quarter(int year, int quarter) {
    return span(year, 3 * quarter - 2, 3 * quarter);
  }

  private static PublishedSpan span(int year, int from, int to) {
    return new PublishedSpan(YearMonth.of(year, from), YearMonth.of(year, to));
  }
}
