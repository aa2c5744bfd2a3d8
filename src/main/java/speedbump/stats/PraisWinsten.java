package speedbump.stats;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * A linear regression on a time series whose errors remember their last value, y_t = x_t'b + e_t
 * with e_t = rho e_(t-1) + u_t, by the method of Prais and Winsten with a rho corrected for its
 * bias in a short series, and an interval by the parametric bootstrap-t:
 *
 * <ol>
 *   <li>r_1 = sum e_t e_(t-1) / sum e_t^2 of the residuals of least squares; residuals are less
 *       alike than errors, so that rho = (n r_1 + 2) / (n - 4), kept within {@value #LEAST_RHO} and
 *       {@value #GREATEST_RHO} (Kendall's correction for a regression on a constant and a trend);
 *   <li>b by least squares of y_t - rho y_(t-1) on x_t - rho x_(t-1), and of sqrt(1 - rho^2) y_1 on
 *       sqrt(1 - rho^2) x_1, so that no observation is lost;
 *   <li>the interval b plus and minus c times the standard error, where c is the quantile of |t|
 *       over {@value #DRAWS} series simulated with the same x, each of which is fitted in the same
 *       way. Since rho is only estimated, the series have not all the same: theirs are normal about
 *       it with the standard error sqrt((1 - rho^2) / n) n / (n - 4), kept within the same bounds.
 *       With one rho for all, an interval at 0.95 covers up to three in a hundred less.
 * </ol>
 *
 * <p>Where rho is given it is not estimated, and c is Student's t at n - k degrees of freedom.
 * Neighbours are counted in observations, whatever the time between them.
 *
 * @see <a href="https://cowles.yale.edu/sites/default/files/2022-09/s-0383.pdf">Prais and Winsten
 *     1954, Trend Estimators and Serial Correlation</a>
 * @see <a href="https://doi.org/10.1093/biomet/41.3-4.403">Kendall 1954, Note on Bias in the
 *     Estimation of Autocorrelation; Marriott and Pope 1954 beside it</a>
 */
public final class PraisWinsten {
  /** The least corrected coefficient. */
  public static final double LEAST_RHO = -0.5;

  /** The greatest corrected coefficient: nearer to one a trend cannot be told from wandering. */
  public static final double GREATEST_RHO = 0.97;

  /** What the correction adds to n r_1. */
  public static final int ADDED = 2;

  /** What it takes from n. */
  public static final int SUBTRACTED = 4;

  /** Below so many observations rho is not estimated; it must be given. */
  public static final int LEAST_OBSERVATIONS = 8;

  /** Simulated series for a critical value. */
  public static final int DRAWS = SerialDesign.DRAWS;

  private final SerialDesign design;
  private final SerialDesign.Fit fit;
  private final boolean rhoGiven;

  private PraisWinsten(SerialDesign design, SerialDesign.Fit fit, boolean rhoGiven) {
    Argument.require(!fit.exact, "x fits y without error");
    this.design = design;
    this.fit = fit;
    this.rhoGiven = rhoGiven;
  }

  /**
   * Fits y on the columns of x; a constant must be one of them if it is wanted.
   *
   * @param y the outcome in the order of time, any unit
   * @param x the regressors, one row an observation, one column a regressor
   * @return the fit
   * @throws IllegalArgumentException as {@link LeastSquares#fit(double[], double[][])}; with fewer
   *     than {@value #LEAST_OBSERVATIONS} observations; if x fits y without error
   */
  public static PraisWinsten fit(double[] y, double[][] x) {
    double[] outcome = Argument.sample("y", y, 1);
    SerialDesign design = design(outcome, x);
    Argument.require(
        y.length >= LEAST_OBSERVATIONS,
        "y has %d values, fewer than the %d from which rho can be estimated: give rho",
        y.length,
        LEAST_OBSERVATIONS);
    SerialDesign.Fit fit = design.fit();
    fit.with(outcome);
    return new PraisWinsten(design, fit, false);
  }

  /**
   * Fits y on the columns of x with a known rho.
   *
   * @param y the outcome in the order of time, any unit
   * @param x the regressors, one row an observation, one column a regressor
   * @param rho the autocorrelation of the errors, above -1 and below 1
   * @return the fit
   * @throws IllegalArgumentException as {@link LeastSquares#fit(double[], double[][])}, or if rho
   *     lies outside its range or x fits y without error
   */
  public static PraisWinsten fit(double[] y, double[][] x, double rho) {
    Argument.require(rho > -1 && rho < 1, "rho must lie between -1 and 1, not %s", rho);
    double[] outcome = Argument.sample("y", y, 1);
    SerialDesign design = design(outcome, x);
    SerialDesign.Fit fit = design.fit();
    fit.with(outcome, rho);
    return new PraisWinsten(design, fit, true);
  }

  private static SerialDesign design(double[] y, double[][] x) {
    Argument.given("x", x);
    Argument.require(x.length == y.length, "x has %d rows and y has %d values", x.length, y.length);
    return SerialDesign.of(x);
  }

  /**
   * The first-order autocorrelation of errors, from the residuals of least squares on a trend,
   * corrected for its bias.
   *
   * @param residuals the residuals in the order of time, any unit
   * @return rho, within {@value #LEAST_RHO} and {@value #GREATEST_RHO}
   * @throws IllegalArgumentException if there are fewer than {@value #LEAST_OBSERVATIONS}
   *     residuals, one is not finite, or all are zero
   */
  public static double corrected(double[] residuals) {
    double[] e = Argument.sample("residuals", residuals, LEAST_OBSERVATIONS);
    return corrected(Autoregression.firstOrder(e), e.length);
  }

  static double corrected(double plain, int n) {
    return within((n * plain + ADDED) / (n - SUBTRACTED));
  }

  /** A coefficient brought back to its bounds. */
  static double within(double rho) {
    return Math.max(LEAST_RHO, Math.min(GREATEST_RHO, rho));
  }

  /** The standard error of a corrected coefficient. */
  static double standardError(double rho, int n) {
    return Math.sqrt((1 - rho * rho) / n) * n / (n - SUBTRACTED);
  }

  /**
   * The autocorrelation of the errors.
   *
   * @return rho
   */
  public double rho() {
    return fit.rho;
  }

  /**
   * The coefficients b, each in the unit of y over the unit of its column.
   *
   * @return a copy, in the order of the columns
   */
  public double[] coefficients() {
    return fit.coefficients.clone();
  }

  /**
   * The standard errors of the coefficients, those of the regression of the quasi-differences: rho
   * is taken as known.
   *
   * @return a copy, in the units of the coefficients
   */
  public double[] standardErrors() {
    return fit.standardErrors.clone();
  }

  /**
   * The confidence interval of a coefficient.
   *
   * @param coefficient the index of the coefficient, from 0
   * @param level the coverage, a fraction of one
   * @return the interval, in the unit of the coefficient
   * @throws IllegalArgumentException if there is no such coefficient or the level is not between 0
   *     and 1
   */
  public Interval interval(int coefficient, double level) {
    int k = design.coefficients();
    Argument.require(
        coefficient >= 0 && coefficient < k, "there is no coefficient %d among %d", coefficient, k);
    double t =
        rhoGiven
            ? Student.quantile((1 + Argument.level(level)) / 2, design.observations() - k)
            : design.critical(coefficient, fit.rho, Argument.level(level));
    double b = fit.coefficients[coefficient];
    double width = t * fit.standardErrors[coefficient];
    return new Interval(b, b - width, b + width, level);
  }

  /**
   * The ratio of two sums of coefficients, with the interval of every r at which a test of
   * numerator = r times denominator does not reject (Fieller's, with a critical value of its own
   * for each r).
   *
   * @param numerator the weight of each coefficient in the numerator
   * @param denominator the weight of each in the denominator
   * @param level the coverage, a fraction of one
   * @return the interval, in the unit of the numerator over that of the denominator; empty where
   *     the denominator is not told from zero, so that no r is too large
   * @throws IllegalArgumentException if there is not one weight a coefficient, one is not finite,
   *     the weights of a sum are all zero or those of both sums proportional, or the level is not
   *     between 0 and 1
   * @see <a href="https://doi.org/10.1111/j.2517-6161.1954.tb00159.x">Fieller 1954, Some Problems
   *     in Interval Estimation</a>
   */
  public Optional<Interval> ratio(double[] numerator, double[] denominator, double level) {
    Argument.level(level);
    double[] above = weights("numerator", numerator);
    double[] below = weights("denominator", denominator);
    LeastSquares.requireTwoSums(above, below);
    SerialRatio simulated = design.ratio(above, below);
    double student =
        Student.quantile((1 + level) / 2, design.observations() - design.coefficients());
    DoubleUnaryOperator critical = r -> rhoGiven ? student : simulated.critical(r, fit.rho, level);
    double a = fit.sum(above);
    double b = fit.sum(below);
    double varianceAbove = fit.covariance(above, above);
    double both = fit.covariance(above, below);
    double varianceBelow = fit.covariance(below, below);
    double width = critical.applyAsDouble(Double.POSITIVE_INFINITY) * Math.sqrt(varianceBelow);
    return TestInversion.ratio(
        a,
        b,
        new TestInversion.Ends(b - width, b + width),
        r -> {
          double variance = Math.max(0, varianceAbove - 2 * r * both + r * r * varianceBelow);
          double half = critical.applyAsDouble(r) * Math.sqrt(variance);
          return new TestInversion.Ends(a - r * b - half, a - r * b + half);
        },
        level);
  }

  private double[] weights(String name, double[] weights) {
    return LeastSquares.requireWeights(name, weights, design.coefficients());
  }
}
