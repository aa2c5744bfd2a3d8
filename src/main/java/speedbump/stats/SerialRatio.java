package speedbump.stats;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The critical values of a ratio of two sums of coefficients in {@link PraisWinsten}: for every r,
 * how far the t of numerator less r times denominator lies from zero by noise alone. They change
 * with r, since every r is another direction in the plane of the two sums; directions are counted
 * as angles with both sums in units of their own standard error, so that no unit matters, and
 * quantiles are interpolated between {@value #ANGLES} of them.
 */
final class SerialRatio {
  /** Even steps over half a turn, after which a direction comes again with the other sign. */
  private static final int ANGLES = 48;

  private final SerialDesign design;
  private final double[] numerator;
  private final double[] denominator;

  /** The standard error of the numerator over that of the denominator, where errors forget. */
  private final double unit;

  private final Map<Integer, double[][]> noise = new ConcurrentHashMap<>();
  private final Map<Asked, Double> quantiles = new ConcurrentHashMap<>();

  private record Asked(int point, int angle, double level) {}

  SerialRatio(SerialDesign design, double[] numerator, double[] denominator) {
    this.design = design;
    this.numerator = numerator.clone();
    this.denominator = denominator.clone();
    SerialDesign.Fit fit = design.fit();
    double[] any = new double[design.observations()];
    any[0] = 1; // the covariances are those of the regressors, whatever the outcome
    fit.with(any, 0);
    this.unit =
        Math.sqrt(fit.covariance(numerator, numerator) / fit.covariance(denominator, denominator));
  }

  /** The quantile of |t| of numerator less r times denominator; of the latter at infinity. */
  double critical(double r, double rho, double level) {
    double turns = Math.atan(r / unit) / Math.PI + 0.5;
    int left = Math.min(ANGLES - 1, (int) (turns * ANGLES));
    double share = turns * ANGLES - left;
    return SerialDesign.between(
        rho,
        point ->
            (1 - share) * quantile(new Asked(point, left, level))
                + share * quantile(new Asked(point, (left + 1) % ANGLES, level)));
  }

  private double quantile(Asked what) {
    return quantiles.computeIfAbsent(what, this::simulated);
  }

  private double simulated(Asked what) {
    double[][] draws = noise.computeIfAbsent(what.point, this::draws);
    double angle = Math.PI * ((double) what.angle / ANGLES - 0.5);
    double first = Math.cos(angle) / unit;
    double second = -Math.sin(angle);
    double[] t = new double[draws.length];
    for (int i = 0; i < t.length; i++) {
      double[] of = draws[i];
      double variance =
          first * first * of[2] + 2 * first * second * of[3] + second * second * of[4];
      t[i] = Math.abs(first * of[0] + second * of[1]) / Math.sqrt(variance);
    }
    return SerialDesign.quantile(t, what.level);
  }

  /** Of each simulated series both sums, their variances and, between these, the covariance. */
  private double[][] draws(int point) {
    double[][] draws = new double[SerialDesign.DRAWS][];
    design.noise(
        SerialDesign.rho(point),
        (draw, fit) ->
            draws[draw] =
                new double[] {
                  fit.sum(numerator),
                  fit.sum(denominator),
                  fit.covariance(numerator, numerator),
                  fit.covariance(numerator, denominator),
                  fit.covariance(denominator, denominator)
                });
    return draws;
  }
}
