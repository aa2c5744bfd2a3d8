package speedbump.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A row of the table of results.
 *
 * @param name the case
 * @param work what one call does
 * @param peer what Java is held against, empty for none
 * @param javaMicroseconds median time of Java's call
 * @param peerMicroseconds the same of the peer's; not a number for none
 * @param measure what the value is and on which side of the goal it shall lie
 * @param value the value
 * @param goal the goal
 */
record Result(
    String name,
    String work,
    String peer,
    double javaMicroseconds,
    double peerMicroseconds,
    Measure measure,
    double value,
    double goal) {
  private static final double MICROSECONDS_PER_SECOND = 1e6;

  /** What a value measures. */
  enum Measure {
    /** The peer's time over Java's, at least the goal. */
    TIMES_FASTER,
    /** Seconds, at most the goal. */
    SECONDS,
    /** Time for all of the work over the time for a fifth of it, at most the goal. */
    TIMES_LONGER
  }

  static Result faster(
      String name, String work, double java, String peer, double peers, double goal) {
    return new Result(name, work, peer, java, peers, Measure.TIMES_FASTER, peers / java, goal);
  }

  static Result seconds(String name, String work, double seconds, double goal) {
    return new Result(
        name,
        work,
        "",
        seconds * MICROSECONDS_PER_SECOND,
        Double.NaN,
        Measure.SECONDS,
        seconds,
        goal);
  }

  static Result growth(String name, String work, double java, double times, double goal) {
    return new Result(name, work, "", java, Double.NaN, Measure.TIMES_LONGER, times, goal);
  }

  boolean met() {
    return measure == Measure.TIMES_FASTER ? value >= goal : value <= goal;
  }

  String words() {
    return met() ? "met" : "MISSED";
  }

  /** Writes the table: one row a result, what the machine was in every row. */
  static void write(List<Result> results, Machine machine, Path table) throws IOException {
    Files.writeString(
        table,
        results.stream()
            .map(result -> result.line() + "," + machine.line() + "\n")
            .collect(
                Collectors.joining(
                    "",
                    "case,work,peer,java_us,peer_us,measure,value,goal,met,"
                        + Machine.HEADER
                        + "\n",
                    "")));
  }

  private String line() {
    return String.join(
        ",",
        quoted(name),
        quoted(work),
        quoted(peer),
        digits(javaMicroseconds),
        Double.isNaN(peerMicroseconds) ? "" : digits(peerMicroseconds),
        measure.name().toLowerCase(Locale.ROOT),
        digits(value),
        new BigDecimal(digits(goal)).stripTrailingZeros().toPlainString(),
        String.valueOf(met()));
  }

  /** Three digits are more than two runs share. */
  private static String digits(double value) {
    return new BigDecimal(value).round(new MathContext(3)).toPlainString();
  }

  static String quoted(String text) {
    return text.contains(",") || text.contains("\"")
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}
