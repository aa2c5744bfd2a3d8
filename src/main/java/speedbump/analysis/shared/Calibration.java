package speedbump.analysis.shared;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import speedbump.data.Catalog;

/**
 * How often intervals cover the truth, as it was measured on made-up series of which the truth is
 * known: {@code claims/calibration}, written by {@code mvn -Pcalibration}.
 */
public final class Calibration {
  private static final String INTERVAL = "interval";
  private static final double PERCENT = 100;

  private final List<Row> intervals;

  private Calibration(List<Row> intervals) {
    this.intervals = intervals;
  }

  /** The columns of the table that a reader of intervals needs. */
  private record Row(
      String what,
      String method,
      String design,
      int n,
      double rho,
      double nominal,
      double measured,
      double standardError) {}

  /**
   * A measured coverage.
   *
   * @param nominal what the interval promises, a fraction of one
   * @param measured the share of series whose truth it covered
   * @param standardError of that share
   * @param n the observations of the made-up series
   * @param rho the autocorrelation of their noise
   */
  public record Coverage(double nominal, double measured, double standardError, int n, double rho) {
    /**
     * The coverage for a reader.
     *
     * @return a sentence without its full stop, such as "intervals of this kind and length cover
     *     the truth in 90 of 100 cases"
     */
    public String words() {
      return String.format(
          Locale.ROOT,
          "intervals of this kind and length cover the truth in %d of 100 cases",
          Math.round(PERCENT * measured));
    }
  }

  /**
   * Reads the table.
   *
   * @param catalog the collection's tables
   * @return what was measured
   */
  public static Calibration of(Catalog catalog) {
    return new Calibration(
        catalog.rows("claims/calibration", Row.class).stream()
            .filter(row -> row.what().equals(INTERVAL))
            .toList());
  }

  /**
   * The coverage of an interval, by the cautious neighbour among what was measured: the nearest
   * length at or below the one asked for, else the least; and the nearest autocorrelation at or
   * above it, else the greatest.
   *
   * @param method as the table has it, such as "Prais-Winsten"
   * @param design as the table has it, such as "trend"
   * @param n observations; clusters of a pooled slope
   * @param rho autocorrelation of the noise
   * @return the coverage
   * @throws IllegalArgumentException if the method was not measured on the design, n is not
   *     positive, or rho not between -1 and 1
   */
  public Coverage coverage(String method, String design, int n, double rho) {
    if (n <= 0) {
      throw new IllegalArgumentException("n must be positive, not " + n);
    }
    if (!(rho > -1 && rho < 1)) {
      throw new IllegalArgumentException("rho must lie between -1 and 1, not " + rho);
    }
    List<Row> own =
        intervals.stream()
            .filter(row -> row.method().equals(method) && row.design().equals(design))
            .toList();
    if (own.isEmpty()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the coverage of \"%s\" on \"%s\" was not measured; measured: %s",
              method,
              design,
              intervals.stream()
                  .map(row -> row.method() + " on " + row.design())
                  .distinct()
                  .toList()));
    }
    int length = nearest(own, row -> row.n() <= n, Comparator.comparingInt(Row::n).reversed()).n();
    List<Row> ofLength = own.stream().filter(row -> row.n() == length).toList();
    Row found = nearest(ofLength, row -> row.rho() >= rho, Comparator.comparingDouble(Row::rho));
    return new Coverage(
        found.nominal(), found.measured(), found.standardError(), found.n(), found.rho());
  }

  /** The first in the order of those on the side wanted; else the nearest of the other side. */
  private static Row nearest(List<Row> rows, Predicate<Row> side, Comparator<Row> order) {
    return rows.stream()
        .filter(side)
        .min(order)
        .orElseGet(() -> rows.stream().max(order).orElseThrow());
  }
}
