package speedbump.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * One slope pooled over clusters, y_it = b x_it + a_i + e_it, by least squares, with errors that
 * may depend on each other in any way within a cluster and not between clusters. With z_it what is
 * left of x_it once the cluster's own intercept (and trend) is taken out, q_i = z_i'z_i, weights
 * w_i, A = sum w_i q_i and B = sum w_i^2 q_i,
 *
 * <pre>b = sum w_i z_i'y_i / A,
 * Var(b) = sum (c_i w_i z_i'(y_i - b z_i))^2 / A^2,
 * c_i^2 = 1 / (1 - 2 w_i q_i / A + q_i B / A^2).</pre>
 *
 * <p>A cluster that weighs much draws the line to itself and leaves too small a residual; c_i makes
 * up for it, so that the variance is unbiased where errors are independent and of one variance (the
 * working model of Bell and McCaffrey, CR2). With equal weights c_i^2 = 1 / (1 - h_i), where h_i =
 * q_i / A is the cluster's share of the information.
 *
 * <p>The interval is Student's at Satterthwaite's degrees of freedom under the same working model,
 *
 * <pre>f = (sum P_ii)^2 / sum P_ij^2,
 * P_ij = c_i c_j w_i w_j (d_ij q_i - q_i q_j (w_i + w_j) / A + q_i q_j B / A^2),</pre>
 *
 * with d_ij one for i = j and zero otherwise. They lie between 1 and one less than the clusters in
 * which x varies, and near 1 where one cluster carries all.
 *
 * @see <a href="https://www150.statcan.gc.ca/n1/pub/12-001-x/2002002/article/9058-eng.pdf">Bell and
 *     McCaffrey 2002, Bias Reduction in Standard Errors for Linear Regression with Multi-Stage
 *     Samples</a>
 * @see <a href="https://doi.org/10.1080/07350015.2016.1247004">Pustejovsky and Tipton 2018,
 *     Small-Sample Methods for Cluster-Robust Variance Estimation and Hypothesis Testing in Fixed
 *     Effects Models: the same with weights and with the clusters' own terms taken out</a>
 */
public final class PooledSlope {
  /**
   * What is left of x in a cluster counts as nothing below this share of its length. It lies above
   * {@link Argument#ROUNDING} because x is often a difference of logarithms, whose rounding is that
   * of the logarithms.
   */
  private static final double LEAST_LEFT = 1e-10;

  /** The share of the information that must lie outside the heaviest cluster. */
  private static final double LEAST_OUTSIDE = 1e-9;

  private final Design design;
  private final double slope;
  private final double standardError;

  private PooledSlope(Design design, double slope, double standardError) {
    this.design = design;
    this.slope = slope;
    this.standardError = standardError;
  }

  /** What each cluster has of its own. */
  public enum Control {
    /** Nothing: the line runs through the origin. */
    NONE(0),
    /** An intercept. */
    INTERCEPT(1),
    /** An intercept and a straight line in time. */
    TREND(2);

    private final int columns;

    Control(int columns) {
      this.columns = columns;
    }
  }

  /** What counts the same. */
  public enum Weights {
    /** Every observation: w = 1. */
    OBSERVATIONS,
    /** Every cluster: w = 1 / its number of observations. */
    CLUSTERS
  }

  /** The regressor with the clusters' own terms taken out, ready for any outcome. */
  public static final class Design {
    private final List<double[]> left;
    private final double[] squares;
    private final double[] weights;

    /** A. */
    private final double sum;

    /** c_i w_i / A. */
    private final double[] factors;

    private final double degreesOfFreedom;
    private final double effectiveClusters;

    private Design(List<double[]> left, double[] squares, double[] weights) {
      this.left = left;
      this.squares = squares;
      this.weights = weights;
      int clusters = squares.length;
      double a = 0;
      double b = 0;
      double most = 0;
      double ofSquares = 0;
      int varying = 0;
      for (int i = 0; i < clusters; i++) {
        double information = weights[i] * squares[i];
        a += information;
        b += weights[i] * information;
        ofSquares += Math.pow(weights[i] * information, 2);
        most = Math.max(most, information);
        varying += information > 0 ? 1 : 0;
      }
      Argument.require(varying > 0, "x does not vary within any cluster");
      Argument.require(
          varying > 1, "x varies within one cluster alone: at least 2 are needed for an error");
      Argument.require(
          a - most > LEAST_OUTSIDE * a, "one cluster carries all the variation of x: %s", most / a);
      this.sum = a;
      this.effectiveClusters = b * b / ofSquares;
      this.factors = new double[clusters];
      for (int i = 0; i < clusters; i++) {
        double left2 = 1 - 2 * weights[i] * squares[i] / a + squares[i] * b / (a * a);
        factors[i] = weights[i] / (a * Math.sqrt(left2));
      }
      this.degreesOfFreedom = satterthwaite(b);
    }

    private double satterthwaite(double b) {
      double trace = 0;
      double ofSquares = 0;
      for (int i = 0; i < squares.length; i++) {
        for (int j = 0; j < squares.length; j++) {
          double p =
              squares[i] * squares[j] * (b / (sum * sum) - (weights[i] + weights[j]) / sum)
                  + (i == j ? squares[i] : 0);
          p *= factors[i] * factors[j];
          trace += i == j ? p : 0;
          ofSquares += p * p;
        }
      }
      return trace * trace / ofSquares;
    }

    /**
     * Satterthwaite's degrees of freedom f of the variance.
     *
     * @return the degrees of freedom, from 1 to one less than the clusters; rarely whole
     */
    public double degreesOfFreedom() {
      return degreesOfFreedom;
    }

    /**
     * The effective number of clusters, G / (1 + V) with V = sum (g_i - m)^2 / (G m^2), the squared
     * coefficient of variation over the G clusters of their parts g_i = w_i^2 q_i / A^2 of the
     * variance of b, m the mean of these, for errors that are independent and of one variance. It
     * is the number of equal clusters that would tell as much of the error.
     *
     * @return the number, from 1 to that of the clusters
     * @see <a href="https://doi.org/10.1162/REST_a_00639">Carter, Schnepel and Steigerwald 2017,
     *     Asymptotic Behavior of a t-Test Robust to Cluster Heterogeneity</a>
     */
    public double effectiveClusters() {
      return effectiveClusters;
    }

    /**
     * The share of the information on b that lies in each cluster, w_i q_i / A: how much of b is
     * its own slope, since b is the mean of the slopes of the clusters at these weights.
     *
     * @return a new array, in the order of the clusters; nothing is negative and the sum is 1
     */
    public double[] informationShares() {
      double[] shares = new double[squares.length];
      for (int i = 0; i < shares.length; i++) {
        shares[i] = weights[i] * squares[i] / sum;
      }
      return shares;
    }

    /**
     * Fits an outcome.
     *
     * @param y the outcome, one array a cluster, in the order of the design
     * @return the slope
     * @throws IllegalArgumentException if y has not the shape of x, is null somewhere or a value is
     *     not finite or too large to be squared
     */
    public PooledSlope fit(List<double[]> y) {
      int clusters = left.size();
      Argument.require(
          Argument.given("y", y).size() == clusters, "y has %d clusters, x %d", y.size(), clusters);
      double[] products = new double[clusters];
      double slope = 0;
      for (int i = 0; i < clusters; i++) {
        double[] z = left.get(i);
        double[] outcome = y.get(i);
        if (outcome == null) {
          throw Argument.wrong("cluster %d of y is missing (null)", i);
        }
        if (outcome.length != z.length) {
          throw Argument.wrong(
              "cluster %d of y has %d values, of x %d", i, outcome.length, z.length);
        }
        for (int t = 0; t < z.length; t++) {
          if (!(Math.abs(outcome[t]) <= Argument.LARGEST)) {
            throw Argument.wrong(
                "cluster %d of y has a value that is not finite or too large: %s", i, outcome[t]);
          }
          products[i] += z[t] * outcome[t];
        }
        slope += weights[i] * products[i] / sum;
      }
      double variance = 0;
      for (int i = 0; i < clusters; i++) {
        double score = factors[i] * (products[i] - slope * squares[i]);
        variance += score * score;
      }
      Argument.require(
          Double.isFinite(slope) && Double.isFinite(variance),
          "y and x are too far apart in size: rescale one");
      return new PooledSlope(this, slope, Math.sqrt(variance));
    }
  }

  /**
   * Prepares a regressor.
   *
   * @param x the regressor, one array a cluster
   * @param times the time of each observation, in the shape of x; read for a trend alone
   * @param control what each cluster has of its own
   * @param weights what counts the same
   * @return the design
   * @throws IllegalArgumentException if an argument is null, there are fewer than two clusters, x
   *     and the times differ in shape, a value is not finite, a cluster has not more observations
   *     than terms of its own, times that are read do not vary within a cluster, or x varies by
   *     more than rounding within no cluster or one alone, or nearly
   */
  public static Design design(
      List<double[]> x, List<double[]> times, Control control, Weights weights) {
    Argument.given("control", control);
    Argument.given("weights", weights);
    Argument.require(
        Argument.given("x", x).size() >= 2, "%d clusters of x, at least 2 are needed", x.size());
    Argument.require(
        Argument.given("times", times).size() == x.size(),
        "the times have %d clusters, x %d",
        times.size(),
        x.size());
    List<double[]> left = new ArrayList<>();
    double[] squares = new double[x.size()];
    double[] weight = new double[x.size()];
    for (int i = 0; i < squares.length; i++) {
      double[] own = Argument.sample("cluster " + i + " of x", x.get(i), control.columns + 1);
      double[] time = Argument.sample("cluster " + i + " of the times", times.get(i), own.length);
      if (time.length != own.length) {
        throw Argument.wrong(
            "cluster %d of the times has %d values, of x %d", i, time.length, own.length);
      }
      if (control == Control.TREND && !Argument.varies(time)) {
        throw Argument.wrong("cluster %d of the times does not vary: there is no trend", i);
      }
      double[] z =
          switch (control) {
            case NONE -> own;
            case INTERCEPT -> LeastSquares.withConstant(own).residuals();
            case TREND -> LeastSquares.withConstant(own, time).residuals();
          };
      double square = squared(z);
      if (square <= LEAST_LEFT * LEAST_LEFT * squared(own)) {
        z = new double[own.length];
        square = 0;
      }
      squares[i] = square;
      left.add(z);
      weight[i] = weights == Weights.OBSERVATIONS ? 1 : 1.0 / z.length;
    }
    return new Design(left, squares, weight);
  }

  private static double squared(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }

  /**
   * The slope b.
   *
   * @return the slope, in the unit of y over that of x
   */
  public double slope() {
    return slope;
  }

  /**
   * The standard error of the slope, the root of its variance with the corrections c_i.
   *
   * @return the error, in the unit of the slope
   */
  public double standardError() {
    return standardError;
  }

  /**
   * The confidence interval of the slope, by Student's t at the degrees of freedom of the design.
   *
   * @param level the coverage, a fraction of one
   * @return the interval
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public Interval interval(double level) {
    double t = Student.quantile((1 + Argument.level(level)) / 2, design.degreesOfFreedom());
    return new Interval(slope, slope - t * standardError, slope + t * standardError, level);
  }
}
