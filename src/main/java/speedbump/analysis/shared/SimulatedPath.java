package speedbump.analysis.shared;

import java.time.LocalDate;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.model.ShockDesign;
import speedbump.model.ShockFit;
import speedbump.stats.Autoregression;

/**
 * The data-generating process of the simulated worlds of a series: the days of its points, the old
 * trend a + g t of the richest shape, from control on what the world makes of it, and the noise
 * that this shape leaves, first-order autocorrelated from point to point.
 *
 * @param observed the path of the series
 * @param richest its richest fitted shape, on logarithms
 * @param noise the noise, in log points
 */
public record SimulatedPath(ControlledPath observed, ShockFit richest, Autoregression noise) {
  private static final double MONTHS_PER_YEAR = 12;

  /**
   * The process of a path.
   *
   * @param observed the path
   * @param fitted the shapes fitted to it, all points kept
   * @return the process
   * @throws IllegalArgumentException if the path identifies no slope
   */
  public static SimulatedPath of(ControlledPath observed, Fitted fitted) {
    ShockFit richest = fitted.richest();
    double[] residuals = fitted.y();
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] -= richest.path(observed.days().get(i));
    }
    return new SimulatedPath(
        observed,
        richest,
        Autoregression.fitErrors(residuals, fitted.richest().shape().coefficients()));
  }

  /**
   * One draw.
   *
   * @param sizes what the world makes of the old growth from control on: {@code
   *     years_to_zero_growth}, or {@code growth_after_over_before} and {@code shift_months}
   * @param random the source of randomness
   * @return the path on the same days
   */
  public ControlledPath draw(WorldSizes sizes, RandomGenerator random) {
    DoubleUnaryOperator yearsOfGrowth =
        sizes.has("years_to_zero_growth")
            ? stopping(sizes.of("years_to_zero_growth"))
            : slowed(
                sizes.has("growth_after_over_before") ? sizes.of("growth_after_over_before") : 1,
                sizes.of("shift_months"));
    List<LocalDate> days = observed.days();
    double[] logs = noise.simulate(days.size(), random);
    for (int i = 0; i < logs.length; i++) {
      double years = ShockDesign.years(richest.control(), days.get(i));
      logs[i] +=
          richest.levelAtControl() + richest.growthPerYear() * yearsOfGrowth.applyAsDouble(years);
    }
    return observed.drawn(logs);
  }

  /** The old trend, set back at control by so many months of its growth, then at a share of it. */
  private static DoubleUnaryOperator slowed(double share, double months) {
    return t -> t < 0 ? t : share * t - months / MONTHS_PER_YEAR;
  }

  /** Growth falls in a straight line from control on to none after so many years. */
  private static DoubleUnaryOperator stopping(double years) {
    return t -> {
      double slowing = Math.min(t, years);
      return t < 0 ? t : slowing - slowing * slowing / (2 * years);
    };
  }
}
