package speedbump.stats;

import java.util.Arrays;
import org.hipparchus.special.Gamma;

/**
 * A regression of counts whose variance grows faster than their mean (NB2), fitted by greatest
 * likelihood,
 *
 * <pre>E(y_i) = mu_i = e_i exp(x_i'b),   Var(y_i) = mu_i + alpha mu_i^2,
 * l = sum_i [ sum_(j &lt; y_i) ln(1 + alpha j) + y_i ln(mu_i) - (y_i + 1/alpha) ln(1 + alpha mu_i)
 *             - ln(y_i!) ].</pre>
 *
 * <p>For each alpha the likelihood is concave in b; alpha is where the derivative of the greatest
 * one over b is zero, found by Newton's method kept within a bracket. Where it falls from alpha = 0
 * on, the counts vary no more than Poisson's and alpha is 0. Standard errors are from the observed
 * information of b and alpha together.
 *
 * @see <a href="https://doi.org/10.1017/CBO9781139013567">Cameron and Trivedi 2013, Regression
 *     Analysis of Count Data, section 3.3</a>
 */
public final class NegativeBinomialRegression {
  /** No count may be larger: the likelihood is a sum over all numbers below it. */
  public static final int MOST_COUNTED = 1_000_000;

  /** A variance of so many times the squared mean is that of no counts. */
  private static final double LARGEST_ALPHA = 1e8;

  private static final int MOST_STEPS = 200;
  private static final double SETTLED = 1e-12;

  /** Below so large alpha mu the closed form loses digits, and a series serves. */
  private static final double SMALL = 1e-2;

  private static final int TERMS = 10;

  private final double alpha;
  private final double[] coefficients;
  private final double[] standardErrors;
  private final double logLikelihood;
  private final double logLikelihoodOfPoisson;

  private NegativeBinomialRegression(
      double alpha,
      double[] coefficients,
      double[] standardErrors,
      double logLikelihood,
      double logLikelihoodOfPoisson) {
    this.alpha = alpha;
    this.coefficients = coefficients;
    this.standardErrors = standardErrors;
    this.logLikelihood = logLikelihood;
    this.logLikelihoodOfPoisson = logLikelihoodOfPoisson;
  }

  /** The likelihood in the predictor at a given alpha. */
  private record Counts(double[] y, double alpha) implements LogConcave.Family {
    @Override
    public double value(int i, double eta) {
      return y[i] * eta - (y[i] + 1 / alpha) * Math.log1p(alpha * Math.exp(eta));
    }

    @Override
    public void derivatives(double[] eta, double[] scores, double[] weights) {
      for (int i = 0; i < eta.length; i++) {
        double mu = Math.exp(eta[i]);
        double spread = 1 + alpha * mu;
        scores[i] = (y[i] - mu) / spread;
        weights[i] = mu * (1 + alpha * y[i]) / (spread * spread);
      }
    }
  }

  /**
   * Fits whole counts on the columns of x; a constant must be one of them if it is wanted.
   *
   * @param counts the counts: whole, not negative, at most {@value #MOST_COUNTED}
   * @param x the regressors, one row an observation, one column a regressor
   * @param exposures what each count is counted over, above zero, any unit
   * @return the fit
   * @throws IllegalArgumentException as {@link PoissonRegression#fit}; if a count is not whole or
   *     too large; if the variance has no finite greatest likelihood
   */
  public static NegativeBinomialRegression fit(double[] counts, double[][] x, double[] exposures) {
    double[] y = PoissonRegression.counts(counts);
    for (int i = 0; i < y.length; i++) {
      if (y[i] != Math.rint(y[i]) || y[i] > MOST_COUNTED) {
        throw Argument.wrong(
            "counts must be whole and at most %d, not %s at index %d", MOST_COUNTED, y[i], i);
      }
    }
    double[] offset = PoissonRegression.offset(exposures, y.length);
    OrthonormalBasis basis = PoissonRegression.basis(y, x);
    PoissonRegression poisson = PoissonRegression.fit(y, basis, offset);
    Argument.require(poisson != null, "the likelihood of the counts has no finite maximum");
    return new Search(y, basis, offset, poisson).found();
  }

  /** The search for alpha. */
  private static final class Search {
    private final double[] y;
    private final OrthonormalBasis basis;
    private final PoissonRegression poisson;
    private final LogConcave maximum;

    /** How many counts are larger than each number. */
    private final int[] above;

    private final double factorials;

    /** The derivatives of the likelihood in alpha, and in alpha and each coefficient. */
    private double slope;

    private double curvature;
    private final double[] mixed;

    /** The inverse of the information of b times the mixed derivatives. */
    private final double[] moved;

    Search(double[] y, OrthonormalBasis basis, double[] offset, PoissonRegression poisson) {
      this.y = y;
      this.basis = basis;
      this.poisson = poisson;
      this.maximum = new LogConcave(basis.columns, offset);
      double[] wished = poisson.expected();
      for (int i = 0; i < wished.length; i++) {
        wished[i] = Math.log(wished[i]);
      }
      maximum.start(wished);
      mixed = new double[basis.columns.length];
      moved = new double[basis.columns.length];
      above = new int[(int) Arrays.stream(y).max().orElseThrow()];
      double logs = 0;
      for (double count : y) {
        logs += Gamma.logGamma(count + 1);
        for (int j = 0; j < count; j++) {
          above[j]++;
        }
      }
      factorials = logs;
    }

    NegativeBinomialRegression found() {
      double[] mu = poisson.expected();
      double atZero = 0;
      double squares = 0;
      for (int i = 0; i < y.length; i++) {
        atZero += (y[i] - mu[i]) * (y[i] - mu[i]) - y[i];
        squares += mu[i] * mu[i];
      }
      double ofPoisson = poisson.logLikelihood();
      if (!(atZero > 0)) {
        return new NegativeBinomialRegression(
            0, poisson.coefficients(), poisson.standardErrors(), ofPoisson, ofPoisson);
      }
      double alpha = Math.max(atZero / squares, SETTLED);
      double low = 0;
      double high = Double.POSITIVE_INFINITY;
      for (int step = 0; step < MOST_STEPS; step++) {
        at(alpha);
        if (slope > 0) {
          low = alpha;
        } else {
          high = alpha;
        }
        double profile = curvature + OrthonormalBasis.product(mixed, moved);
        double next = profile < 0 ? alpha - slope / profile : Double.NaN;
        if (!(next > low && next < high)) {
          next = Double.isInfinite(high) ? 4 * alpha : (low + high) / 2;
        }
        Argument.require(
            next < LARGEST_ALPHA, "the counts vary without bound: alpha has no finite maximum");
        if (Math.abs(next - alpha) <= SETTLED * alpha) {
          return result(alpha, ofPoisson);
        }
        alpha = next;
      }
      throw Argument.wrong("the likelihood of the counts in alpha has no clear maximum");
    }

    /** Finds b at an alpha and the derivatives there. */
    private void at(double alpha) {
      Argument.require(
          maximum.maximise(new Counts(y, alpha)),
          "the likelihood of the counts has no finite maximum");
      int k = mixed.length;
      slope = 0;
      curvature = 0;
      Arrays.fill(mixed, 0);
      for (int j = 0; j < above.length; j++) {
        double share = j / (1 + alpha * j);
        slope += above[j] * share;
        curvature -= above[j] * share * share;
      }
      for (int i = 0; i < y.length; i++) {
        double mu = Math.exp(maximum.eta[i]);
        double spread = 1 + alpha * mu;
        slope += mu * mu * first(alpha * mu) - y[i] * mu / spread;
        curvature += mu * mu * mu * second(alpha * mu) + y[i] * mu * mu / (spread * spread);
        double each = -(y[i] - mu) * mu / (spread * spread);
        for (int j = 0; j < k; j++) {
          mixed[j] += each * basis.columns[j][i];
        }
      }
      for (int j = 0; j < k; j++) {
        moved[j] = OrthonormalBasis.product(maximum.covariance[j], mixed);
      }
    }

    /** (ln(1 + u) - u / (1 + u)) / u^2. */
    private static double first(double u) {
      if (u > SMALL) {
        return (Math.log1p(u) - u / (1 + u)) / (u * u);
      }
      double sum = 0;
      for (int k = TERMS; k >= 2; k--) {
        sum = (k - 1.0) / k - u * sum;
      }
      return sum;
    }

    /** Its derivative. */
    private static double second(double u) {
      if (u > SMALL) {
        return 1 / (u * (1 + u) * (1 + u)) - 2 * first(u) / u;
      }
      double sum = 0;
      for (int k = TERMS; k >= 3; k--) {
        sum = -(k - 1.0) * (k - 2) / k - u * sum;
      }
      return sum;
    }

    private NegativeBinomialRegression result(double alpha, double ofPoisson) {
      int k = mixed.length;
      // what alpha costs: the information of alpha once b follows it
      double left = -(curvature + OrthonormalBasis.product(mixed, moved));
      Argument.require(left > 0, "the likelihood of the counts in alpha has no clear maximum");
      double[][] covariance = new double[k][k];
      for (int j = 0; j < k; j++) {
        for (int l = 0; l < k; l++) {
          covariance[j][l] = maximum.covariance[j][l] + moved[j] * moved[l] / left;
        }
      }
      double value = -factorials;
      for (int j = 0; j < above.length; j++) {
        value += above[j] * Math.log1p(alpha * j);
      }
      Counts family = new Counts(y, alpha);
      for (int i = 0; i < y.length; i++) {
        value += family.value(i, maximum.eta[i]);
      }
      return new NegativeBinomialRegression(
          alpha,
          basis.coefficients(maximum.coefficients),
          basis.standardErrors(covariance),
          value,
          ofPoisson);
    }
  }

  /**
   * The dispersion alpha.
   *
   * @return the variance above the mean over the squared mean; 0 of counts that vary no more than
   *     by chance
   */
  public double alpha() {
    return alpha;
  }

  /**
   * The coefficients b, each over the unit of its column.
   *
   * @return a copy, in the order of the columns
   */
  public double[] coefficients() {
    return coefficients.clone();
  }

  /**
   * The standard errors of the coefficients.
   *
   * @return a copy, in the units of the coefficients
   */
  public double[] standardErrors() {
    return standardErrors.clone();
  }

  /**
   * The greatest logarithm of the likelihood, factorials included.
   *
   * @return l
   */
  public double logLikelihood() {
    return logLikelihood;
  }

  /**
   * The test of alpha = 0: twice what the likelihood gains over Poisson's. On that bound of its
   * range it is half the time zero and half the time chi-squared with one degree of freedom.
   *
   * @return the ratio of likelihoods on the scale of chi-squared, 0 or above
   */
  public double likelihoodRatio() {
    return Math.max(0, 2 * (logLikelihood - logLikelihoodOfPoisson));
  }
}
