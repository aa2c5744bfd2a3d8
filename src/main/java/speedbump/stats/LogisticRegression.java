package speedbump.stats;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A regression of yes and no, fitted by greatest likelihood,
 *
 * <pre>P(y_i = 1) = p_i = 1 / (1 + exp(-x_i'b)).</pre>
 *
 * <p>Observations may belong to clusters within which they depend on each other in any way; the
 * clustered errors are those of the sandwich with the scores added up by cluster, times the root of
 * G / (G - 1) for G clusters.
 *
 * @see <a href="https://doi.org/10.1093/biomet/73.1.13">Liang and Zeger 1986, Longitudinal Data
 *     Analysis Using Generalized Linear Models</a>
 */
public final class LogisticRegression {
  private final OrthonormalBasis basis;
  private final LogConcave maximum;
  private final Answers answers;
  private final int[] clusters;
  private final int number;

  private LogisticRegression(
      OrthonormalBasis basis, LogConcave maximum, Answers answers, int[] clusters, int number) {
    this.basis = basis;
    this.maximum = maximum;
    this.answers = answers;
    this.clusters = clusters;
    this.number = number;
  }

  private record Answers(boolean[] y) implements LogConcave.Family {
    @Override
    public double value(int i, double eta) {
      double signed = y[i] ? -eta : eta;
      // ln(1 + exp(s)) without overflow
      return -(Math.max(0, signed) + Math.log1p(Math.exp(-Math.abs(signed))));
    }

    @Override
    public void derivatives(double[] eta, double[] scores, double[] weights) {
      for (int i = 0; i < eta.length; i++) {
        // of the rarer answer, so that no digit is lost where it is very rare
        double rare = Math.exp(-Math.abs(eta[i]));
        double p = rare / (1 + rare);
        weights[i] = p / (1 + rare);
        scores[i] = y[i] ? (eta[i] > 0 ? p : 1 - p) : (eta[i] > 0 ? p - 1 : -p);
      }
    }
  }

  private static final double HALF = 0.5;

  static double probability(double eta) {
    return 1 / (1 + Math.exp(-eta));
  }

  /**
   * Fits answers on the columns of x; a constant must be one of them if it is wanted.
   *
   * @param answers yes or no, one an observation
   * @param x the regressors, one row an observation, one column a regressor
   * @param clusters the cluster of each observation, any numbers; each its own number where they
   *     are independent
   * @return the fit
   * @throws IllegalArgumentException if lengths differ, a value of x is not finite or too large to
   *     be squared, there are not more observations than columns, a column is a combination of the
   *     others, there is one cluster only, or the likelihood has no finite maximum: all answers
   *     alike, or parted by x
   */
  public static LogisticRegression fit(boolean[] answers, double[][] x, int[] clusters) {
    return fit(answers, x, clusters, new double[Argument.given("answers", answers).length]);
  }

  /**
   * Fits answers on the columns of x beside a part of the log odds that is known.
   *
   * @param answers yes or no, one an observation
   * @param x the regressors, one row an observation, one column a regressor
   * @param clusters the cluster of each observation, any numbers
   * @param offset what is added to x'b, log odds, one an observation
   * @return the fit
   * @throws IllegalArgumentException as for {@link #fit(boolean[], double[][], int[])}, or if there
   *     is not one offset an observation or one is not finite
   */
  public static LogisticRegression fit(
      boolean[] answers, double[][] x, int[] clusters, double[] offset) {
    boolean[] y = Argument.given("answers", answers).clone();
    int[] cluster = Argument.given("clusters", clusters).clone();
    Argument.require(
        cluster.length == y.length,
        "there are %d clusters and %d answers",
        cluster.length,
        y.length);
    double[] known = Argument.sample("offset", offset, 0);
    Argument.require(
        known.length == y.length, "there are %d offsets and %d answers", known.length, y.length);
    LeastSquares.fit(new double[y.length], x);
    int number = numbered(cluster);
    Argument.require(number > 1, "there is one of the clusters only: at least 2 are needed");
    LogisticRegression fit = fit(y, new OrthonormalBasis(x), cluster, number, known);
    Argument.require(
        fit != null, "the likelihood of the answers has no finite maximum: x parts yes from no");
    return fit;
  }

  /** Numbers clusters from 0 in the order in which they come, in place. */
  static int numbered(int[] clusters) {
    Map<Integer, Integer> numbers = new HashMap<>();
    for (int i = 0; i < clusters.length; i++) {
      Integer number = numbers.putIfAbsent(clusters[i], numbers.size());
      clusters[i] = number == null ? numbers.size() - 1 : number;
    }
    return numbers.size();
  }

  /** The fit in a basis that is at hand; null where there is no finite maximum. */
  static LogisticRegression fit(boolean[] y, OrthonormalBasis basis, int[] clusters, int number) {
    return fit(y, basis, clusters, number, new double[y.length]);
  }

  private static LogisticRegression fit(
      boolean[] y, OrthonormalBasis basis, int[] clusters, int number, double[] offset) {
    LogConcave maximum = new LogConcave(basis.columns, offset);
    double yes = 0;
    for (boolean one : y) {
      yes += one ? 1 : 0;
    }
    double[] wished = new double[y.length];
    Arrays.fill(wished, Math.log((yes + HALF) / (y.length - yes + HALF)));
    maximum.start(wished);
    Answers answers = new Answers(y);
    return maximum.maximise(answers)
        ? new LogisticRegression(basis, maximum, answers, clusters, number)
        : null;
  }

  /**
   * The coefficients b in log odds, each over the unit of its column.
   *
   * @return a copy, in the order of the columns
   */
  public double[] coefficients() {
    return basis.coefficients(maximum.coefficients);
  }

  /**
   * The standard errors where observations are independent.
   *
   * @return a copy, in the units of the coefficients
   */
  public double[] standardErrors() {
    return basis.standardErrors(maximum.covariance);
  }

  /**
   * The standard errors that allow for dependence within clusters.
   *
   * @return a copy, in the units of the coefficients
   */
  public double[] clusteredStandardErrors() {
    double factor = Math.sqrt(number / (number - 1.0));
    return Arrays.stream(basis.standardErrors(maximum.sandwich(clusters, number)))
        .map(error -> factor * error)
        .toArray();
  }

  /**
   * How alike two answers of one cluster are: the mean product of two different standardised
   * residuals, over all pairs within clusters.
   *
   * @return the correlation, within 0 and 1; 0 where no cluster has two observations
   */
  public double correlationWithin() {
    double[] sums = new double[number];
    double[] squares = new double[number];
    int[] sizes = new int[number];
    for (int i = 0; i < maximum.eta.length; i++) {
      double residual = maximum.scores[i] / Math.sqrt(maximum.weights[i]);
      sums[clusters[i]] += residual;
      squares[clusters[i]] += residual * residual;
      sizes[clusters[i]]++;
    }
    double products = 0;
    double pairs = 0;
    for (int c = 0; c < number; c++) {
      products += sums[c] * sums[c] - squares[c];
      pairs += sizes[c] * (sizes[c] - 1.0);
    }
    return pairs == 0 ? 0 : Math.max(0, Math.min(1, products / pairs));
  }

  /**
   * The fitted probabilities p.
   *
   * @return a copy, in the order of the observations
   */
  public double[] probabilities() {
    return Arrays.stream(maximum.eta).map(LogisticRegression::probability).toArray();
  }

  /**
   * The greatest logarithm of the likelihood, observations taken as independent.
   *
   * @return l
   */
  public double logLikelihood() {
    double sum = 0;
    for (int i = 0; i < maximum.eta.length; i++) {
      sum += answers.value(i, maximum.eta[i]);
    }
    return sum;
  }
}
