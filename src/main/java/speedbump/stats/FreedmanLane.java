package speedbump.stats;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hipparchus.util.CombinatoricsUtils;

/**
 * A permutation test of one regressor with a covariate held fixed, by Freedman and Lane: y = a + b
 * x + c z + e. The residuals of y on the constant and z are permuted, added to what z explains, and
 * b is estimated anew; the statistic is its t value, so that the p-value does not hang on the
 * scatter. A design is made once and tests as many outcomes as are wanted.
 *
 * @see <a href="https://doi.org/10.1080/07350015.1983.10509354">Freedman and Lane 1983, A
 *     Nonstochastic Interpretation of Reported Significance Levels</a>
 */
public final class FreedmanLane {
  private static final int COEFFICIENTS = 3;
  private static final int MOST_DRAWS = 10_000_000;
  private static final double TIE = 1e-9;

  /** Below so small a share of unexplained variance a fit counts as perfect. */
  private static final double LEAST_LEFT = 1e-12;

  private final double[] x;
  private final double[] covariate;

  /** What z does not explain of x, and z about its mean, both of length one. */
  private final double[] own;

  private final double[] beside;

  private FreedmanLane(double[] x, double[] covariate, double[] own, double[] beside) {
    this.x = x;
    this.covariate = covariate;
    this.own = own;
    this.beside = beside;
  }

  /**
   * What the test gives.
   *
   * @param slope b, in units of y a unit of x
   * @param intercept a
   * @param covariateSlope c, in units of y a unit of z
   * @param t b over its standard error
   * @param residualSd the standard deviation of e on n - 3 degrees of freedom, in the unit of y
   * @param pGreater the share of arrangements with a t as large or larger, a fraction of one
   * @param pLess the share with one as small or smaller
   * @param arrangements the arrangements that they are shares of, the observed one included
   */
  public record Result(
      double slope,
      double intercept,
      double covariateSlope,
      double t,
      double residualSd,
      double pGreater,
      double pLess,
      int arrangements) {}

  /**
   * The design of a regressor and its covariate.
   *
   * @param x the regressor, one value a unit
   * @param covariate the covariate z, one value a unit
   * @return the design
   * @throws IllegalArgumentException if there are fewer than five units, the two differ in length,
   *     a value is not finite, or the regressor does not vary beyond the covariate
   */
  public static FreedmanLane of(double[] x, double[] covariate) {
    double[] regressor = Argument.sample("x", x, COEFFICIENTS + 2);
    double[] fixed = Argument.sample("covariate", covariate, COEFFICIENTS + 2);
    Argument.require(
        regressor.length == fixed.length,
        "x has %d values and the covariate %d",
        regressor.length,
        fixed.length);
    // refuses a regressor that the covariate explains
    LeastSquares.withConstant(new double[regressor.length], fixed, regressor);
    return new FreedmanLane(
        regressor,
        fixed,
        direction(LeastSquares.withConstant(regressor, fixed).residuals()),
        direction(LeastSquares.withConstant(fixed).residuals()));
  }

  /**
   * How many different ways there are to give the values to the units: n! over the product of the
   * factorials of how often each value stands.
   *
   * @param values the values
   * @return the number
   * @throws IllegalArgumentException if there are none, or a value is not finite
   */
  public static double distinct(double... values) {
    double[] some = Argument.sample("values", values, 1);
    Map<Double, Long> often =
        Arrays.stream(some)
            .boxed()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    double logarithm = CombinatoricsUtils.factorialLog(some.length);
    for (long times : often.values()) {
      logarithm -= CombinatoricsUtils.factorialLog((int) times);
    }
    return Math.exp(logarithm);
  }

  /**
   * The least p-value that permuting can give: one over the different ways to give the values of
   * the regressor to the units.
   *
   * @return the p-value
   */
  public double leastAttainableP() {
    return 1 / distinct(x);
  }

  /**
   * Tests an outcome. Arrangements are drawn, and p = (1 + drawn ones as extreme) / (1 + draws);
   * where an outcome has no scatter left, every arrangement is as extreme.
   *
   * @param y the outcome, one value a unit, any unit
   * @param draws the arrangements to draw
   * @param seed the seed of the draws, on which alone the result depends
   * @return the slope and its p-values
   * @throws IllegalArgumentException if y has not as many values, a value is not finite, y does not
   *     vary beyond the covariate, or the draws are not positive or above ten million
   */
  public Result test(double[] y, int draws, long seed) {
    double[] outcome = Argument.sample("y", y, 1);
    Argument.require(
        outcome.length == own.length, "y has %d values and x has %d", outcome.length, own.length);
    Argument.count("draws", draws, 1, MOST_DRAWS);
    LeastSquares given = LeastSquares.withConstant(outcome, covariate);
    double most = Arrays.stream(outcome).map(Math::abs).max().orElseThrow();
    double size = Math.sqrt(given.rss());
    Argument.require(
        size > Argument.ROUNDING * most && size > 1 / Argument.LARGEST,
        "y does not vary beyond the covariate");
    double[] residuals = direction(given.residuals());
    int freedom = own.length - COEFFICIENTS;
    double observed = t(product(own, residuals), 0, freedom);
    double tie = TIE * Math.max(1, Math.abs(observed));
    int greater = 1;
    int less = 1;
    Uniform random = new Uniform(seed);
    for (int draw = 0; draw < draws; draw++) {
      for (int i = residuals.length - 1; i > 0; i--) {
        int chosen = random.below(i + 1);
        double value = residuals[chosen];
        residuals[chosen] = residuals[i];
        residuals[i] = value;
      }
      double drawn = t(product(own, residuals), product(beside, residuals), freedom);
      greater += drawn >= observed - tie ? 1 : 0;
      less += drawn <= observed + tie ? 1 : 0;
    }
    LeastSquares fit = LeastSquares.withConstant(outcome, covariate, x);
    return new Result(
        fit.coefficients()[2],
        fit.coefficients()[0],
        fit.coefficients()[1],
        observed,
        fit.residualStandardDeviation(),
        greater / (draws + 1.0),
        less / (draws + 1.0),
        draws + 1);
  }

  /** The t value of residuals of length one that lie so far along x and along the covariate. */
  private static double t(double alongX, double alongCovariate, int freedom) {
    double left = 1 - alongX * alongX - alongCovariate * alongCovariate;
    return alongX * Math.sqrt(freedom / Math.max(left, LEAST_LEFT));
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double[] direction(double[] values) {
    double largest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
    double[] scaled = Arrays.stream(values).map(value -> value / largest).toArray();
    double length = Math.sqrt(product(scaled, scaled));
    return Arrays.stream(scaled).map(value -> value / length).toArray();
  }
}
