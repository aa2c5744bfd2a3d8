package speedbump.calibration;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A share that was measured, a row of {@code claims/calibration}.
 *
 * @param what interval: the share of series whose truth it covered; test: the share in which it
 *     found what is not there
 * @param method the estimator or test
 * @param design the regressors or the kind of data
 * @param n observations; clusters of a pooled slope
 * @param rho autocorrelation of the made-up noise
 * @param nominal what the share is said to be
 * @param measured the share
 * @param standardError its standard error, sqrt(p (1 - p) / draws)
 * @param draws made-up series
 * @param goal the least share of an interval, the greatest of a test; empty where none is set
 * @param note what else must be known; empty where nothing
 */
public record Measured(
    String what,
    String method,
    String design,
    int n,
    double rho,
    double nominal,
    double measured,
    double standardError,
    int draws,
    OptionalDouble goal,
    String note) {
  static final String INTERVAL = "interval";
  static final String TEST = "test";
  static final String HEADER =
      "what,method,design,n,rho,nominal,measured,standard_error,draws,goal,note";

  static Measured of(Cell cell, int hits) {
    double share = hits / (double) cell.draws();
    return new Measured(
        cell.what(),
        cell.method(),
        cell.design(),
        cell.n(),
        cell.rho(),
        cell.nominal(),
        rounded(share, 1e4),
        rounded(Math.sqrt(share * (1 - share) / cell.draws()), 1e5),
        cell.draws(),
        cell.goal(),
        cell.note());
  }

  private static double rounded(double value, double units) {
    return Math.rint(value * units) / units;
  }

  /** Whether the share lies more than two of its standard errors on the wrong side of its goal. */
  boolean missed() {
    double allowed = 2 * standardError;
    return goal.isPresent()
        && (what.equals(INTERVAL)
            ? measured < goal.getAsDouble() - allowed
            : measured > goal.getAsDouble() + allowed);
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "%s,%s,%s,%d,%s,%s,%.4f,%.5f,%d,%s,%s",
        what,
        method,
        design,
        n,
        rho,
        nominal,
        measured,
        standardError,
        draws,
        goal.isPresent() ? String.valueOf(goal.getAsDouble()) : "",
        note);
  }

  String words() {
    return String.format(
        Locale.ROOT,
        "%-16s %-44s n %2d  rho %.1f  %5.1f +- %.1f%s",
        method,
        design,
        n,
        rho,
        100 * measured,
        100 * standardError,
        goal.isPresent()
            ? String.format(
                Locale.ROOT, "  goal %.0f%s", 100 * goal.getAsDouble(), missed() ? ", MISSED" : "")
            : "");
  }
}
