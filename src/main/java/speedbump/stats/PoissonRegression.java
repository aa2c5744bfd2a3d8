package speedbump.stats;

import java.util.Arrays;
import org.hipparchus.special.Gamma;

/**
 * A regression of counts with a logarithmic link, fitted by greatest likelihood,
 *
 * <pre>E(y_i) = mu_i = e_i exp(x_i'b),   l = sum y_i ln(mu_i) - mu_i - ln(y_i!),</pre>
 *
 * with exposures e_i, such as months of observation. The estimates hold whatever the variance, so
 * long as the mean is right; the plain standard errors hold where it equals the mean. Where it is
 * phi times the mean (quasi-Poisson) they are to be multiplied by the root of
 *
 * <pre>phi = sum (y_i - mu_i)^2 / mu_i / (n - k),</pre>
 *
 * and the robust ones, the sandwich times n / (n - 1), hold for any variance in large samples.
 *
 * @see <a href="https://doi.org/10.1007/978-1-4899-3242-6">McCullagh and Nelder 1989, Generalized
 *     Linear Models, chapter 6</a>
 */
public final class PoissonRegression {
  private final OrthonormalBasis basis;
  private final LogConcave maximum;
  private final Counts counts;

  private PoissonRegression(OrthonormalBasis basis, LogConcave maximum, Counts counts) {
    this.basis = basis;
    this.maximum = maximum;
    this.counts = counts;
  }

  /** The likelihood without its factorials. */
  record Counts(double[] y) implements LogConcave.Family {
    @Override
    public double value(int i, double eta) {
      return y[i] * eta - Math.exp(eta);
    }

    @Override
    public void derivatives(double[] eta, double[] scores, double[] weights) {
      for (int i = 0; i < eta.length; i++) {
        weights[i] = Math.exp(eta[i]);
        scores[i] = y[i] - weights[i];
      }
    }
  }

  /**
   * Fits counts on the columns of x; a constant must be one of them if it is wanted.
   *
   * @param counts the counts, not negative; whole where a likelihood is asked for
   * @param x the regressors, one row an observation, one column a regressor
   * @param exposures what each count is counted over, above zero, any unit
   * @return the fit
   * @throws IllegalArgumentException if a count is negative, an exposure not above zero, a value
   *     not finite or too large to be squared, lengths differ, there are not more observations than
   *     columns, a column is a combination of the others, or the likelihood has no finite maximum,
   *     as where one of two groups counts nothing
   */
  public static PoissonRegression fit(double[] counts, double[][] x, double[] exposures) {
    double[] y = counts(counts);
    double[] offset = offset(exposures, y.length);
    OrthonormalBasis basis = basis(y, x);
    PoissonRegression fit = fit(y, basis, offset);
    Argument.require(fit != null, "the likelihood of the counts has no finite maximum");
    return fit;
  }

  /** The fit in a basis that is at hand; null where there is no finite maximum. */
  static PoissonRegression fit(double[] y, OrthonormalBasis basis, double[] offset) {
    LogConcave maximum = new LogConcave(basis.columns, offset);
    double[] wished = new double[y.length];
    for (int i = 0; i < wished.length; i++) {
      wished[i] = Math.log(Math.max(y[i], HALF));
    }
    maximum.start(wished);
    Counts family = new Counts(y);
    return maximum.maximise(family) ? new PoissonRegression(basis, maximum, family) : null;
  }

  /** Where the search takes the logarithm of a count of zero. */
  private static final double HALF = 0.5;

  static double[] counts(double[] counts) {
    double[] y = Argument.sample("counts", counts, 1);
    for (int i = 0; i < y.length; i++) {
      if (y[i] < 0) {
        throw Argument.wrong("counts is negative at index %d: %s", i, y[i]);
      }
    }
    return y;
  }

  static double[] offset(double[] exposures, int n) {
    double[] e = Argument.sample("exposures", exposures, 1);
    Argument.require(e.length == n, "there are %d exposures and %d counts", e.length, n);
    double[] offset = new double[n];
    for (int i = 0; i < n; i++) {
      if (!(e[i] > 1 / Argument.LARGEST)) {
        throw Argument.wrong("exposures is not above zero at index %d: %s", i, e[i]);
      }
      offset[i] = Math.log(e[i]);
    }
    return offset;
  }

  static OrthonormalBasis basis(double[] y, double[][] x) {
    LeastSquares.fit(new double[y.length], x);
    return new OrthonormalBasis(x);
  }

  /**
   * The coefficients b, each over the unit of its column: one unit more multiplies the count by
   * exp(b).
   *
   * @return a copy, in the order of the columns
   */
  public double[] coefficients() {
    return basis.coefficients(maximum.coefficients);
  }

  /**
   * The standard errors where the variance equals the mean.
   *
   * @return a copy, in the units of the coefficients
   */
  public double[] standardErrors() {
    return basis.standardErrors(maximum.covariance);
  }

  /**
   * The standard errors by the sandwich, times the root of n / (n - 1).
   *
   * @return a copy, in the units of the coefficients
   */
  public double[] robustStandardErrors() {
    int n = counts.y().length;
    int[] own = new int[n];
    Arrays.setAll(own, i -> i);
    double[] errors = basis.standardErrors(maximum.sandwich(own, n));
    double factor = Math.sqrt(n / (n - 1.0));
    return Arrays.stream(errors).map(error -> factor * error).toArray();
  }

  /**
   * The dispersion phi.
   *
   * @return the variance over the mean; 1 of counts by chance alone, below it where they are more
   *     even
   */
  public double dispersion() {
    double[] y = counts.y();
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double mu = Math.exp(maximum.eta[i]);
      sum += (y[i] - mu) * (y[i] - mu) / mu;
    }
    return sum / (y.length - basis.columns.length);
  }

  /**
   * The expected counts mu.
   *
   * @return a copy, in the order of the observations
   */
  public double[] expected() {
    return Arrays.stream(maximum.eta).map(Math::exp).toArray();
  }

  /**
   * The greatest logarithm of the likelihood, factorials included.
   *
   * @return l
   */
  public double logLikelihood() {
    double[] y = counts.y();
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += counts.value(i, maximum.eta[i]) - Gamma.logGamma(y[i] + 1);
    }
    return sum;
  }
}
