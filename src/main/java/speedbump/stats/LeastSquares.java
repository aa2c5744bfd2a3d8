package speedbump.stats;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.stat.StatUtils;

/**
 * A linear regression y = X b + e fitted by least squares, b = argmin (y - X b)'(y - X b), by a
 * Householder QR decomposition. Two covariances of b are offered: the classic one, and one robust
 * to unequal variances and to autocorrelation.
 *
 * @see <a href="https://www.itl.nist.gov/div898/strd/">NIST Statistical Reference Datasets, linear
 *     regression</a>
 */
public final class LeastSquares {
  /**
   * The sine of the angle between a column and the space of the columns before it, below which the
   * column counts as their combination: a few thousand roundings, and far below what a real
   * near-collinearity leaves (Longley 1e-4).
   */
  private static final double LEAST_SINE = 1e-12;

  /** Below it the square of the largest value of a column is no normal number. */
  private static final double SMALLEST = 1 / Argument.LARGEST;

  private final double[] y;

  /** By column, since every sum runs along one. */
  private final double[][] columns;

  private final double[] coefficients;
  private final double[] residuals;
  private final double[][] inverseGram;
  private final double rss;

  private LeastSquares(
      double[] y,
      double[][] columns,
      double[] coefficients,
      double[] residuals,
      double[][] inverseGram,
      double rss) {
    this.y = y;
    this.columns = columns;
    this.coefficients = coefficients;
    this.residuals = residuals;
    this.inverseGram = inverseGram;
    this.rss = rss;
  }

  /**
   * The error of one new observation: its expected value and the standard deviation of its distance
   * from it.
   *
   * @param mean the expected value x'b, in the unit of y
   * @param standardDeviation s sqrt(1 + x'(X'X)^-1 x), in the unit of y: noise of the observation
   *     and error of the fit together
   * @param degreesOfFreedom degrees of freedom of s, and so of Student's t for the interval
   */
  public record Prediction(double mean, double standardDeviation, int degreesOfFreedom) {
    /**
     * The prediction interval, mean plus and minus t times the standard deviation. It takes the
     * errors as independent, normal and of one variance.
     *
     * @param level the coverage, a fraction of one
     * @return the interval, in the unit of y
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public Interval interval(double level) {
      return student(mean, standardDeviation, level, degreesOfFreedom);
    }
  }

  /**
   * Fits y on the columns of x as they are given; a constant must be one of them if it is wanted.
   *
   * @param y the outcome, one value an observation, any unit
   * @param x the regressors, one row an observation, one column a regressor
   * @return the fit
   * @throws IllegalArgumentException if y is empty, x has not as many rows as y or rows of unequal
   *     length, a value is not finite or a column too large or too small to be squared, there are
   *     not more observations than columns, a column is zero or a combination of the columns before
   *     it but for rounding, or y and x are so far apart in size that no number holds the result
   */
  public static LeastSquares fit(double[] y, double[][] x) {
    double[] outcome = Argument.sample("y", y, 1);
    Argument.given("x", x);
    Argument.require(
        x.length == outcome.length, "x has %d rows and y has %d values", x.length, outcome.length);
    Argument.require(Argument.given("row 0 of x", x[0]).length > 0, "x has no columns");
    double[][] columns = new double[x[0].length][x.length];
    for (int i = 0; i < x.length; i++) {
      if (x[i] == null) {
        throw Argument.wrong("row %d of x is missing (null)", i);
      }
      if (x[i].length != columns.length) {
        throw Argument.wrong(
            "row %d of x has %d columns and row 0 has %d", i, x[i].length, columns.length);
      }
      for (int j = 0; j < columns.length; j++) {
        if (!Double.isFinite(x[i][j])) {
          throw Argument.wrong("x is not finite at row %d, column %d: %s", i, j, x[i][j]);
        }
        if (Math.abs(x[i][j]) > Argument.LARGEST) {
          throw Argument.wrong(
              "x is too large to be squared at row %d, column %d: %s", i, j, x[i][j]);
        }
        columns[j][i] = x[i][j];
      }
    }
    return solve(outcome, columns);
  }

  /**
   * Fits y on a constant, which becomes coefficient 0, and on the regressors in the order given.
   *
   * @param y the outcome, one value an observation, any unit
   * @param regressors the regressors, each with one value an observation; none for the mean alone
   * @return the fit
   * @throws IllegalArgumentException if y is empty, a regressor has not as many values as y, a
   *     value is not finite or a regressor too large or too small to be squared, there are not more
   *     observations than coefficients, a regressor is constant or a combination of those before it
   *     but for rounding, or y and the regressors are so far apart in size that no number holds the
   *     result
   */
  public static LeastSquares withConstant(double[] y, double[]... regressors) {
    double[] outcome = Argument.sample("y", y, 1);
    double[][] columns = new double[Argument.given("regressors", regressors).length + 1][];
    columns[0] = new double[outcome.length];
    Arrays.fill(columns[0], 1);
    for (int j = 0; j < regressors.length; j++) {
      double[] regressor = Argument.sample("regressor " + j, regressors[j], 1);
      Argument.require(
          regressor.length == outcome.length,
          "regressor %d has %d values and y has %d",
          j,
          regressor.length,
          outcome.length);
      columns[j + 1] = regressor;
    }
    return solve(outcome, columns);
  }

  private static LeastSquares solve(double[] y, double[][] columns) {
    int n = y.length;
    int k = columns.length;
    Argument.require(
        n > k, "%d observations cannot carry %d coefficients and a residual variance", n, k);
    requireSquares("y", y);
    for (int j = 0; j < k; j++) {
      requireSquares("column " + j + " of x", columns[j]);
    }
    double[] rotated = y.clone();
    double[][] r =
        triangle(Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new), rotated);
    double[] b = backSubstituted(r, rotated);
    double[] residuals = y.clone();
    for (int j = 0; j < k; j++) {
      add(-b[j], columns[j], residuals);
    }
    double[][] inverseGram = inverseGram(r);
    double rss = product(residuals, residuals, 0);
    for (int j = 0; j < k; j++) {
      if (!Double.isFinite(b[j]) || !Double.isFinite(rss * inverseGram[j][j])) {
        throw Argument.wrong("y and column %d of x are too far apart in size: rescale one", j);
      }
    }
    return new LeastSquares(y, columns, b, residuals, inverseGram, rss);
  }

  /** Refuses values that are not all zero and whose squares all are, or nearly. */
  private static void requireSquares(String name, double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    if (largest > 0 && largest < SMALLEST) {
      throw Argument.wrong("%s is too small to be squared: at most %s", name, largest);
    }
  }

  /**
   * The triangle R of X = Q R, by Householder reflections that leave Q'y in the place of y, after a
   * check that no column lies in the space of those before it. Hipparchus' decomposition gives the
   * same digits in three times the time, most of it spent on copies.
   */
  private static double[][] triangle(double[][] x, double[] y) {
    double[][] r = new double[x.length][x.length];
    int dependent = reduce(x, y, r);
    if (dependent >= 0) {
      throw Argument.wrong(
          "column %d of x is a linear combination of the columns before it", dependent);
    }
    return r;
  }

  /** The first column that lies in the space of those before it but for rounding, or -1. */
  static int firstDependent(double[][] columns) {
    double[][] copies = Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new);
    return reduce(
        copies, new double[columns[0].length], new double[columns.length][columns.length]);
  }

  /** Writes the triangle; ends at a column in the space of those before it and gives its index. */
  private static int reduce(double[][] x, double[] y, double[][] r) {
    int k = x.length;
    for (int j = 0; j < k; j++) {
      double[] mirror = x[j];
      double length = Math.sqrt(product(mirror, mirror, j));
      double before = 0;
      for (int i = 0; i < j; i++) {
        r[i][j] = mirror[i];
        before += mirror[i] * mirror[i];
      }
      if (!(length > LEAST_SINE * Math.sqrt(before + length * length))) {
        return j;
      }
      r[j][j] = mirror[j] > 0 ? -length : length;
      mirror[j] -= r[j][j];
      for (int l = j + 1; l < k; l++) {
        reflect(mirror, r[j][j], j, x[l]);
      }
      reflect(mirror, r[j][j], j, y);
    }
    return -1;
  }

  /** The solution b of R b = the head of a right-hand side. */
  private static double[] backSubstituted(double[][] r, double[] right) {
    double[] b = Arrays.copyOf(right, r.length);
    for (int j = b.length - 1; j >= 0; j--) {
      for (int l = j + 1; l < b.length; l++) {
        b[j] -= r[j][l] * b[l];
      }
      b[j] /= r[j][j];
    }
    return b;
  }

  private static void reflect(double[] mirror, double diagonal, int from, double[] values) {
    double factor = product(mirror, values, from) / (diagonal * mirror[from]);
    for (int i = from; i < values.length; i++) {
      values[i] += factor * mirror[i];
    }
  }

  /** (R'R)^-1 = R^-1 R^-T of an upper triangle. */
  private static double[][] inverseGram(double[][] r) {
    int k = r.length;
    double[][] inverse = new double[k][k];
    for (int j = 0; j < k; j++) {
      for (int i = j; i >= 0; i--) {
        double sum = i == j ? 1 : 0;
        for (int l = i + 1; l <= j; l++) {
          sum -= r[i][l] * inverse[l][j];
        }
        inverse[i][j] = sum / r[i][i];
      }
    }
    double[][] gram = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = i; j < k; j++) {
        for (int l = j; l < k; l++) {
          gram[i][j] += inverse[i][l] * inverse[j][l];
        }
        gram[j][i] = gram[i][j];
      }
    }
    return gram;
  }

  private static boolean hasConstant(double[][] columns) {
    for (double[] column : columns) {
      if (!Argument.varies(column)) {
        return true;
      }
    }
    return false;
  }

  /** Adds a multiple of one array to another. */
  private static void add(double factor, double[] from, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * from[i];
    }
  }

  /** The sum of products from an index on, in four sums that the processor can run side by side. */
  private static double product(double[] a, double[] b, int from) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int i = from;
    for (; i < a.length - 3; i += 4) {
      first += a[i] * b[i];
      second += a[i + 1] * b[i + 1];
      third += a[i + 2] * b[i + 2];
      fourth += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      first += a[i] * b[i];
    }
    return first + second + (third + fourth);
  }

  /**
   * The number of autocovariances that a Newey-West covariance takes in by rule, floor(4 (n /
   * 100)^(2/9)).
   *
   * @param observations the number of observations n
   * @return the number of lags, below n
   * @throws IllegalArgumentException if there are not at least 2 observations
   * @see <a href="https://doi.org/10.2307/2297912">Newey and West 1994, Automatic Lag Selection in
   *     Covariance Matrix Estimation</a>
   */
  public static int automaticLags(int observations) {
    Argument.require(observations >= 2, "automatic lags need 2 observations, not %s", observations);
    double scale = 4;
    double reference = 100;
    double exponent = 2.0 / 9;
    return (int) Math.floor(scale * Math.pow(observations / reference, exponent));
  }

  /**
   * The coefficients b, each in the unit of y over the unit of its column.
   *
   * @return a copy, in the order of the columns
   */
  public double[] coefficients() {
    return coefficients.clone();
  }

  /**
   * The residuals y - X b, in the unit of y.
   *
   * @return a copy, in the order of the observations
   */
  public double[] residuals() {
    return residuals.clone();
  }

  /**
   * The residual sum of squares e'e.
   *
   * @return the sum, in the squared unit of y
   */
  public double rss() {
    return rss;
  }

  /**
   * The residual standard deviation s = sqrt(e'e / (n - k)).
   *
   * @return the deviation, in the unit of y
   */
  public double residualStandardDeviation() {
    return Math.sqrt(rss / degreesOfFreedom());
  }

  /**
   * The share of the variation of y that the fit explains, 1 - e'e / sum (y - m)^2, where m is the
   * mean of y if one of the columns is constant, and 0 otherwise.
   *
   * @return the share, a fraction of one
   * @throws IllegalStateException if y does not vary by more than rounding: there is nothing to
   *     explain
   */
  public double rSquared() {
    boolean constant = hasConstant(columns);
    double total = constant ? y.length * StatUtils.populationVariance(y) : StatUtils.sumSq(y);
    if (constant ? !Argument.varies(y) : total == 0) {
      throw new IllegalStateException("y does not vary: there is no R-squared");
    }
    return 1 - rss / total;
  }

  /**
   * The number of observations n.
   *
   * @return the number
   */
  public int observations() {
    return residuals.length;
  }

  /**
   * The residual degrees of freedom n - k.
   *
   * @return the number of observations less the number of coefficients
   */
  public int degreesOfFreedom() {
    return residuals.length - coefficients.length;
  }

  /**
   * The classic covariance of the coefficients, s^2 (X'X)^-1, right for independent errors of one
   * variance.
   *
   * @return the covariance, k by k
   */
  public double[][] covariance() {
    double variance = rss / degreesOfFreedom();
    double[][] covariance = new double[coefficients.length][coefficients.length];
    for (int i = 0; i < covariance.length; i++) {
      for (int j = 0; j < covariance.length; j++) {
        covariance[i][j] = variance * inverseGram[i][j];
      }
    }
    return covariance;
  }

  /**
   * The covariance robust to unequal variances and to autocorrelation up to a lag, without one that
   * of MacKinnon and White (HC1 where the sample is taken as small): (X'X)^-1 S (X'X)^-1 with S =
   * G_0 + sum over l = 1..L of (1 - l / (L + 1)) (G_l + G_l'), G_l = sum over t of e_t e_(t-l) x_t
   * x_(t-l)'. The observations must be in the order of time and evenly spaced.
   *
   * @param lags the number of lags L, 0 to n - 1; {@link #automaticLags(int)} gives one
   * @param smallSample whether to multiply by n / (n - k)
   * @return the covariance, k by k
   * @throws IllegalArgumentException if the lags are negative or not below the number of
   *     observations
   * @see <a href="https://doi.org/10.2307/1913610">Newey and West 1987</a>
   * @see <a href="https://doi.org/10.1016/0304-4076(85)90158-7">MacKinnon and White 1985</a>
   */
  public double[][] neweyWest(int lags, boolean smallSample) {
    int n = residuals.length;
    int k = coefficients.length;
    requireLags(lags);
    double[][] pull = new double[k][];
    for (int i = 0; i < k; i++) {
      pull[i] = pull(i);
    }
    double factor = smallSample ? (double) n / (n - k) : 1;
    double[][] covariance = new double[k][k];
    for (int j = 0; j < k; j++) {
      double[] weighted = weighted(pull[j], lags);
      for (int i = 0; i < k; i++) {
        double half = factor * product(pull[i], weighted, 0);
        covariance[i][j] += half;
        covariance[j][i] += half;
      }
    }
    return covariance;
  }

  private void requireLags(int lags) {
    Argument.require(lags >= 0, "lags must not be negative: %s", lags);
    Argument.require(
        lags < residuals.length,
        "lags must be below the %d observations: %d",
        residuals.length,
        lags);
  }

  /** The weight of each observation in a coefficient, its entry of (X'X)^-1 x_t. */
  private double[] weights(int coefficient) {
    double[] weights = new double[residuals.length];
    for (int j = 0; j < columns.length; j++) {
      add(inverseGram[coefficient][j], columns[j], weights);
    }
    return weights;
  }

  /** The pull of each observation on a coefficient: its weight times its residual. */
  private double[] pull(int coefficient) {
    double[] pull = weights(coefficient);
    for (int t = 0; t < pull.length; t++) {
      pull[t] *= residuals[t];
    }
    return pull;
  }

  /** Half of each value and the weighted values of the lags before it: half of a symmetric sum. */
  private static double[] weighted(double[] values, int lags) {
    double[] weighted = new double[values.length];
    add(0.5, values, weighted);
    for (int lag = 1; lag <= lags; lag++) {
      double weight = 1 - lag / (lags + 1.0);
      for (int t = lag; t < values.length; t++) {
        weighted[t] += weight * values[t - lag];
      }
    }
    return weighted;
  }

  /**
   * The standard errors of the coefficients, the roots of the diagonal of a covariance.
   *
   * @param covariance one of this fit's covariances, k by k
   * @return the standard errors, in the units of the coefficients
   * @throws IllegalArgumentException if the covariance is not k by k, or a variance is not finite
   */
  public double[] standardErrors(double[][] covariance) {
    double[] errors = new double[coefficients.length];
    for (int j = 0; j < errors.length; j++) {
      errors[j] = standardError(j, covariance);
    }
    return errors;
  }

  /**
   * The confidence interval of a coefficient, b plus and minus t times its standard error, with
   * Student's t at n - k degrees of freedom.
   *
   * @param coefficient the index of the coefficient, from 0
   * @param level the coverage, a fraction of one
   * @param covariance one of this fit's covariances, k by k
   * @return the interval, in the unit of the coefficient
   * @throws IllegalArgumentException if there is no such coefficient, the level is not between 0
   *     and 1, or the covariance is not k by k
   */
  public Interval interval(int coefficient, double level, double[][] covariance) {
    requireCoefficient(coefficient);
    return student(
        coefficients[coefficient],
        standardError(coefficient, covariance),
        level,
        degreesOfFreedom());
  }

  private void requireCoefficient(int coefficient) {
    Argument.require(
        coefficient >= 0 && coefficient < coefficients.length,
        "there is no coefficient %d among %d",
        coefficient,
        coefficients.length);
  }

  /** How an interval allows for autocorrelation. */
  public enum SerialErrors {
    /** First-order errors, and a critical value from simulated series: {@link PraisWinsten}. */
    PRAIS_WINSTEN,
    /** The covariance of Newey and West, with lags by {@link #automaticLags}, and Student's t. */
    NEWEY_WEST,
    /** Blocks of residuals, resampled as in {@link #blockBootstrap} with its defaults. */
    BLOCK_BOOTSTRAP
  }

  /**
   * The confidence interval of a coefficient that allows for autocorrelation. The observations must
   * be in the order of time and evenly spaced.
   *
   * @param coefficient the index of the coefficient, from 0
   * @param level the coverage, a fraction of one
   * @param errors how
   * @return the interval, in the unit of the coefficient
   * @throws IllegalArgumentException if there is no such coefficient or the level is not between 0
   *     and 1; by Prais and Winsten, as {@link #praisWinsten()}
   */
  public Interval interval(int coefficient, double level, SerialErrors errors) {
    return switch (Argument.given("errors", errors)) {
      case PRAIS_WINSTEN -> praisWinsten().interval(coefficient, level);
      case NEWEY_WEST -> neweyWestInterval(coefficient, level, automaticLags(observations()));
      case BLOCK_BOOTSTRAP ->
          blockBootstrap(coefficient, BlockBootstrap.withDefaults().withLevel(level));
    };
  }

  /**
   * The ratio of two sums of coefficients, with the interval of every r at which a test of
   * numerator = r times denominator does not reject. The observations must be in the order of time
   * and evenly spaced.
   *
   * @param numerator the weight of each coefficient in the numerator
   * @param denominator the weight of each in the denominator
   * @param level the coverage, a fraction of one
   * @param errors how the test allows for autocorrelation
   * @return the interval, in the unit of the numerator over that of the denominator; empty where
   *     the denominator is not told from zero, so that no r is too large
   * @throws IllegalArgumentException as {@link PraisWinsten#ratio(double[], double[], double)}, and
   *     by Prais and Winsten as {@link #praisWinsten()}
   */
  public Optional<Interval> ratio(
      double[] numerator, double[] denominator, double level, SerialErrors errors) {
    Argument.level(level);
    double[] above = requireWeights("numerator", numerator, coefficients.length);
    double[] below = requireWeights("denominator", denominator, coefficients.length);
    requireTwoSums(above, below);
    if (Argument.given("errors", errors) == SerialErrors.PRAIS_WINSTEN) {
      return praisWinsten().ratio(above, below, level);
    }
    return TestInversion.ratio(
        product(above, coefficients, 0),
        product(below, coefficients, 0),
        ends(below, level, errors),
        r -> {
          double[] contrast = above.clone();
          add(-r, below, contrast);
          return ends(contrast, level, errors);
        },
        level);
  }

  /** The interval of a sum of coefficients with weights, by Newey and West or by blocks. */
  private TestInversion.Ends ends(double[] of, double level, SerialErrors errors) {
    double sum = product(of, coefficients, 0);
    double[] pull = new double[residuals.length];
    for (int j = 0; j < of.length; j++) {
      add(of[j], weights(j), pull);
    }
    if (errors == SerialErrors.BLOCK_BOOTSTRAP) {
      double scale = Math.sqrt((double) observations() / degreesOfFreedom());
      BlockBootstrap.Result noise =
          BlockBootstrap.withDefaults()
              .withLevel(level)
              .statistic(residuals, drawn -> scale * product(pull, drawn, 0));
      return new TestInversion.Ends(sum - noise.upper(), sum - noise.lower());
    }
    for (int t = 0; t < pull.length; t++) {
      pull[t] *= residuals[t];
    }
    double factor = (double) residuals.length / degreesOfFreedom();
    double variance = 2 * factor * product(pull, weighted(pull, automaticLags(observations())), 0);
    double half =
        Student.quantile((1 + level) / 2, degreesOfFreedom()) * Math.sqrt(Math.max(0, variance));
    return new TestInversion.Ends(sum - half, sum + half);
  }

  static double[] requireWeights(String name, double[] weights, int coefficients) {
    double[] given = Argument.sample(name, weights, 1);
    Argument.require(
        given.length == coefficients,
        "%s has %d weights and the fit %d coefficients",
        name,
        given.length,
        coefficients);
    Argument.require(StatUtils.sumSq(given) > 0, "the weights of the %s are all zero", name);
    return given;
  }

  /** One sum is no multiple of the other. */
  static void requireTwoSums(double[] above, double[] below) {
    double cross = product(above, below, 0);
    double square = StatUtils.sumSq(above) * StatUtils.sumSq(below);
    Argument.require(
        square - cross * cross > Argument.ROUNDING * square,
        "numerator and denominator are multiples of each other");
  }

  /**
   * Whether x fits y without error but for rounding, so that nothing is left to tell an interval
   * from.
   *
   * @return whether the residuals are nothing
   */
  public boolean exact() {
    return rss <= StructuralBreaks.ROUNDING * StatUtils.sumSq(y);
  }

  /**
   * The same regression with errors that remember their last value. The observations must be in the
   * order of time.
   *
   * @return the fit by Prais and Winsten
   * @throws IllegalArgumentException if there are fewer than {@value
   *     PraisWinsten#LEAST_OBSERVATIONS} observations or the fit is without error
   */
  public PraisWinsten praisWinsten() {
    return PraisWinsten.fit(y, rows());
  }

  /**
   * The same with a known autocorrelation.
   *
   * @param rho the autocorrelation of the errors, above -1 and below 1
   * @return the fit by Prais and Winsten
   * @throws IllegalArgumentException if rho lies outside its range
   */
  public PraisWinsten praisWinsten(double rho) {
    return PraisWinsten.fit(y, rows(), rho);
  }

  private double[][] rows() {
    double[][] rows = new double[y.length][columns.length];
    for (int t = 0; t < rows.length; t++) {
      for (int j = 0; j < columns.length; j++) {
        rows[t][j] = columns[j][t];
      }
    }
    return rows;
  }

  /**
   * The confidence interval of a coefficient by resampling circular blocks of residuals, the
   * regressors held as they are: the coefficients b* of the resampled residuals, times sqrt(n / (n
   * - k)) since residuals are smaller than errors, spread as b does about the truth, so that the
   * interval runs from b less the upper quantile of b* to b less the lower one (the basic
   * interval).
   *
   * @param coefficient the index of the coefficient, from 0
   * @param bootstrap how to resample, with its level
   * @return the interval, in the unit of the coefficient
   * @throws IllegalArgumentException if there is no such coefficient, or a block is longer than the
   *     series of residuals
   * @see <a href="https://cran.r-project.org/package=boot">Davison and Hinkley 1997, Bootstrap
   *     Methods and Their Application, whose functions these are</a>
   */
  public Interval blockBootstrap(int coefficient, BlockBootstrap bootstrap) {
    Argument.given("bootstrap", bootstrap);
    requireCoefficient(coefficient);
    double[] pull = weights(coefficient);
    double scale = Math.sqrt((double) observations() / degreesOfFreedom());
    BlockBootstrap.Result noise =
        bootstrap.statistic(residuals, drawn -> scale * product(pull, drawn, 0));
    double b = coefficients[coefficient];
    return new Interval(b, b - noise.upper(), b - noise.lower(), noise.level());
  }

  /**
   * The confidence interval of a coefficient with its standard error after Newey and West, n / (n -
   * k) taken in: that of {@link #neweyWest(int, boolean)} without the work on the other
   * coefficients.
   *
   * @param coefficient the index of the coefficient, from 0
   * @param level the coverage, a fraction of one
   * @param lags the number of lags, 0 to n - 1
   * @return the interval, in the unit of the coefficient
   * @throws IllegalArgumentException if there is no such coefficient, the level is not between 0
   *     and 1, or the lags are negative or not below the number of observations
   */
  public Interval neweyWestInterval(int coefficient, double level, int lags) {
    requireCoefficient(coefficient);
    requireLags(lags);
    double[] pull = pull(coefficient);
    double factor = (double) residuals.length / degreesOfFreedom();
    double variance = 2 * factor * product(pull, weighted(pull, lags), 0);
    // as in standardError
    return student(
        coefficients[coefficient], Math.sqrt(Math.max(0, variance)), level, degreesOfFreedom());
  }

  /**
   * Predicts one new observation.
   *
   * @param row its regressors, in the order of the columns, the constant included
   * @return the prediction, in the unit of y
   * @throws IllegalArgumentException if the row has not one value a column, a value is not finite,
   *     or it lies so far from the columns that no number holds the prediction
   */
  public Prediction predict(double[] row) {
    double[] regressors = Argument.sample("row", row, 1);
    Argument.require(
        regressors.length == coefficients.length,
        "row has %d values and the fit %d coefficients",
        regressors.length,
        coefficients.length);
    double leverage = 0;
    for (int j = 0; j < regressors.length; j++) {
      leverage += regressors[j] * product(inverseGram[j], regressors, 0);
    }
    double mean = product(regressors, coefficients, 0);
    double deviation = residualStandardDeviation() * Math.sqrt(1 + leverage);
    Argument.require(
        Double.isFinite(mean) && Double.isFinite(deviation),
        "row is too far from the regressors of the fit: predicted %s, deviation %s",
        mean,
        deviation);
    return new Prediction(mean, deviation, degreesOfFreedom());
  }

  private double standardError(int coefficient, double[][] covariance) {
    int k = coefficients.length;
    Argument.require(
        Argument.given("the covariance", covariance).length == k
            && Arrays.stream(covariance).allMatch(row -> row != null && row.length == k),
        "the covariance must be %d by %d",
        k,
        k);
    Argument.finite("the variance in the covariance", covariance[coefficient][coefficient]);
    // a fit without error can leave a variance a rounding below zero
    return Math.sqrt(Math.max(0, covariance[coefficient][coefficient]));
  }

  private static Interval student(double estimate, double error, double level, int freedom) {
    double t = Student.quantile((1 + Argument.level(level)) / 2, freedom);
    return new Interval(estimate, estimate - t * error, estimate + t * error, level);
  }
}
