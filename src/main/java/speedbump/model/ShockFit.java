package speedbump.model;

import java.time.LocalDate;
import java.util.OptionalDouble;
import speedbump.stats.Argument;

/**
 * A shape fitted to a series. On logarithms every unit of c is a log point, on levels it is the
 * unit of the series.
 *
 * @param shape the shape
 * @param control day of control
 * @param levelAtControl a, the old trend at control, in units of c
 * @param growthPerYear g, the growth of the old trend, in units of c a year
 * @param pathShift -delta, the jump of the path at control, in units of c; negative is a loss, zero
 *     where the shape has none
 * @param pathSlopeChangePerYear -theta, the change of growth at control, in units of c a year;
 *     negative is a slowdown, zero where the shape has none
 * @param ceilingYears tau, years of old growth between control and ceiling; not a number for other
 *     shapes
 * @param rss residual sum of squares, in squared units of c
 * @param aicc Akaike's corrected criterion
 * @param observations the number of points
 * @param atBound whether a coefficient lies on its bound: theta at zero, or tau at zero or at the
 *     largest that counts as a ceiling
 */
public record ShockFit(
    ShockShape shape,
    LocalDate control,
    double levelAtControl,
    double growthPerYear,
    double pathShift,
    double pathSlopeChangePerYear,
    double ceilingYears,
    double rss,
    double aicc,
    int observations,
    boolean atBound) {
  private static final double MONTHS_PER_YEAR = 12;

  /**
   * @throws IllegalArgumentException if the shape or control is null, a coefficient is not finite,
   *     or there are fewer observations than none
   */
  public ShockFit {
    Argument.given("shape", shape);
    Argument.given("control", control);
    Argument.finite("levelAtControl", levelAtControl);
    Argument.finite("growthPerYear", growthPerYear);
    Argument.finite("pathShift", pathShift);
    Argument.finite("pathSlopeChangePerYear", pathSlopeChangePerYear);
    Argument.require(observations >= 0, "observations must not be negative: %d", observations);
  }

  /**
   * The old trend carried on.
   *
   * @param day the day
   * @return a + g t, in units of c
   * @throws IllegalArgumentException if the day is null
   */
  public double trend(LocalDate day) {
    return levelAtControl + growthPerYear * ShockDesign.years(control, day);
  }

  /**
   * The fitted path.
   *
   * @param day the day
   * @return c(t), in units of c
   * @throws IllegalArgumentException if the day is null
   */
  public double path(LocalDate day) {
    double years = ShockDesign.years(control, day);
    if (years < 0) {
      return trend(day);
    }
    if (shape == ShockShape.CEILING) {
      return levelAtControl + growthPerYear * ShockDesign.bent(years, ceilingYears);
    }
    return trend(day) + pathShift + pathSlopeChangePerYear * years;
  }

  /**
   * What the shape means for a lag: how long ago the old trend stood where the path stands, 12
   * (trend - path) / g.
   *
   * @param day the day
   * @return the lag that control added, in months, negative for a gain; empty if the old trend does
   *     not grow
   */
  public OptionalDouble lagMonths(LocalDate day) {
    return growthPerYear > 0
        ? OptionalDouble.of(MONTHS_PER_YEAR * (trend(day) - path(day)) / growthPerYear)
        : OptionalDouble.empty();
  }
}
