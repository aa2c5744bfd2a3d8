package speedbump.analysis.theexpectedstall;

import java.time.LocalDate;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A row of the ledger: a dated statement with what happened.
 *
 * @param id id of the row
 * @param collected how it was found: quoted, or by forecaster
 * @param madeOn its day; the first of the month or year where no more is known
 * @param forecaster who made it
 * @param forecasterType kind of forecaster
 * @param forecasterOrigin seat of the forecaster
 * @param kind forecast, statement or target
 * @param quantity what was forecast
 * @param unit unit of the numbers; event where there are none
 * @param forecastValue the number, or the bound
 * @param forecastLow lower end of a range
 * @param forecastHigh upper end of a range
 * @param bound point, range, lower, upper, event or disputed
 * @param probability the stated probability of an event
 * @param happened whether that event came about, yes or no; empty where no probability was stated
 * @param horizonYear the year in which it fell due
 * @param moreIsBetter whether a greater outcome is more for China
 * @param outcomeValue what happened
 * @param eventReading of an event: whether China did better than stated; empty for numbers
 * @param comparable whether forecast and outcome measure one thing: yes, partly or no
 * @param outcomeWeak whether the page of the outcome is weak
 * @param grade grade of the forecast
 * @param cluster rows that share an outcome or a shock
 * @param coarseCluster the same, coarser
 * @param beyondThree whether it is beyond three of one institution on one quantity
 * @param scenario whether it states what follows from policies in force
 */
public record Forecast(
    String id,
    String collected,
    LocalDate madeOn,
    String forecaster,
    String forecasterType,
    String forecasterOrigin,
    String kind,
    String quantity,
    String unit,
    OptionalDouble forecastValue,
    OptionalDouble forecastLow,
    OptionalDouble forecastHigh,
    String bound,
    OptionalDouble probability,
    String happened,
    OptionalInt horizonYear,
    boolean moreIsBetter,
    OptionalDouble outcomeValue,
    String eventReading,
    String comparable,
    boolean outcomeWeak,
    String grade,
    String cluster,
    String coarseCluster,
    boolean beyondThree,
    boolean scenario) {
  /** What the ledger calls a forecast of something yet to come. */
  public static final String FORECAST = "forecast";

  private static final String GOVERNMENT = "US government";
  private static final String EVENT = "event";
  private static final String DISPUTED = "disputed";
  private static final String ABOVE = "China above";
  private static final String BELOW = "China below";

  /**
   * Whether it can be scored: it has an outcome that measures the same at least in part.
   *
   * @return whether it can
   */
  public boolean scored() {
    return !comparable.equals("no") && !bound.equals(DISPUTED);
  }

  /**
   * Whether it is of the US government.
   *
   * @return whether one of its offices or officials made it
   */
  public boolean byGovernment() {
    return forecasterType.equals(GOVERNMENT);
  }

  /**
   * Whether it is read, not reckoned.
   *
   * @return whether it has no number
   */
  public boolean isEvent() {
    return unit.equals(EVENT);
  }

  /**
   * The forecast as one number: that of the source, else the middle of its range.
   *
   * @return the number, in its unit
   * @throws java.util.NoSuchElementException if it is an event
   */
  public double point() {
    return forecastValue.orElseGet(
        () -> (forecastLow.getAsDouble() + forecastHigh.getAsDouble()) / 2);
  }

  /**
   * How far China came out beyond the forecast, (outcome - forecast) / |forecast|, with the other
   * sign where less is better for China.
   *
   * @return a fraction of the forecast, above zero where China was under-predicted; empty for
   *     events
   */
  public OptionalDouble error() {
    return isEvent() || outcomeValue.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            (moreIsBetter ? 1 : -1) * (outcomeValue.getAsDouble() - point()) / Math.abs(point()));
  }

  /**
   * Whether China came out beyond the forecast.
   *
   * @param tolerance how far an outcome may lie from the forecast and count as met, a fraction of
   *     it
   * @param asBounds whether a bound or range is met by all that lies within it; else it counts as
   *     its number
   * @return 1 where China did better than forecast, -1 where it did worse, 0 where the forecast was
   *     met
   * @throws IllegalStateException if it is not scored
   */
  public int sign(double tolerance, boolean asBounds) {
    if (!scored()) {
      throw new IllegalStateException(id + " is not scored");
    }
    if (isEvent()) {
      return eventReading.equals(ABOVE) ? 1 : eventReading.equals(BELOW) ? -1 : 0;
    }
    double low = point();
    double high = point();
    if (asBounds) {
      low = bound.equals("range") ? forecastLow.getAsDouble() : low;
      low = bound.equals("upper") ? Double.NEGATIVE_INFINITY : low;
      high = bound.equals("range") ? forecastHigh.getAsDouble() : high;
      high = bound.equals("lower") ? Double.POSITIVE_INFINITY : high;
    }
    double outcome = outcomeValue.getAsDouble();
    int more =
        outcome > high + tolerance * Math.abs(high)
            ? 1
            : outcome < low - tolerance * Math.abs(low) ? -1 : 0;
    return moreIsBetter ? more : -more;
  }

  /**
   * The years from the statement to the year in which it fell due.
   *
   * @return whole years between the two; empty where no year was named
   */
  public OptionalInt yearsAhead() {
    return horizonYear.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(horizonYear.getAsInt() - madeOn.getYear());
  }

  /** The same with another outcome, as a simulated world has it. */
  Forecast with(boolean underPredicted) {
    return new Forecast(
        id,
        collected,
        madeOn,
        forecaster,
        forecasterType,
        forecasterOrigin,
        kind,
        quantity,
        EVENT,
        forecastValue,
        forecastLow,
        forecastHigh,
        EVENT,
        probability,
        happened,
        horizonYear,
        moreIsBetter,
        outcomeValue,
        underPredicted ? ABOVE : BELOW,
        comparable,
        outcomeWeak,
        grade,
        cluster,
        coarseCluster,
        beyondThree,
        scenario);
  }
}
