package speedbump.model;

import java.time.LocalDate;

/** The year of every model but {@link KinkedTrend}, which says why. */
final class JulianYear {
  static final double DAYS = 365.25;

  private JulianYear() {}

  /** Years between two days, negative if the second comes first. */
  static double between(LocalDate from, LocalDate to) {
    return (to.toEpochDay() - from.toEpochDay()) / DAYS;
  }
}
