package speedbump.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * One slope pooled over clusters, y_it = b x_it + a_i + e_it, by least squares, with errors that
 * may depend on each other in any way within a cluster and not between clusters. With z_it what is
 * left of x_it once the cluster's own intercept (and trend) is taken out, and weights w_i,
 *
 * <pre>b = sum w_i z_i'y_i / sum w_i z_i'z_i,
 * Var(b) = G / (G - 1) sum (w_i z_i'(y_i - b z_i))^2 / (sum w_i z_i'z_i)^2,</pre>
 *
 * and Student's t at G - 1 degrees of freedom for G clusters.
 *
 * @see <a href="https://doi.org/10.3368/jhr.50.2.317">Cameron and Miller 2015, A Practitioner's
 *     Guide to Cluster-Robust Inference</a>
 */
public final class PooledSlope {
  private final double slope;
  private final double standardError;
  private final int clusters;

  private PooledSlope(double slope, double standardError, int clusters) {
    this.slope = slope;
    this.standardError = standardError;
    this.clusters = clusters;
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
    private final double sum;

    private Design(List<double[]> left, double[] squares, double[] weights) {
      this.left = left;
      this.squares = squares;
      this.weights = weights;
      double total = 0;
      for (int i = 0; i < squares.length; i++) {
        total += weights[i] * squares[i];
      }
      Argument.require(total > 0, "x does not vary within any cluster");
      this.sum = total;
    }

    /**
     * Fits an outcome.
     *
     * @param y the outcome, one array a cluster, in the order of the design
     * @return the slope
     * @throws IllegalArgumentException if y has not the shape of x or a value is not finite
     */
    public PooledSlope fit(List<double[]> y) {
      int clusters = left.size();
      Argument.require(y.size() == clusters, "y has %d clusters, x %d", y.size(), clusters);
      double[] products = new double[clusters];
      double slope = 0;
      for (int i = 0; i < clusters; i++) {
        double[] z = left.get(i);
        double[] outcome = y.get(i);
        if (outcome.length != z.length) {
          throw Argument.wrong(
              "cluster %d of y has %d values, of x %d", i, outcome.length, z.length);
        }
        for (int t = 0; t < z.length; t++) {
          products[i] += z[t] * outcome[t];
        }
        if (!Double.isFinite(products[i])) {
          throw Argument.wrong("cluster %d of y has a value that is not finite", i);
        }
        slope += weights[i] * products[i] / sum;
      }
      double variance = 0;
      for (int i = 0; i < clusters; i++) {
        double score = weights[i] * (products[i] - slope * squares[i]) / sum;
        variance += score * score;
      }
      double correction = clusters / (clusters - 1.0);
      return new PooledSlope(slope, Math.sqrt(correction * variance), clusters);
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
   * @throws IllegalArgumentException if there are fewer than two clusters, x and the times differ
   *     in shape, a value is not finite, a cluster has not more observations than terms of its own,
   *     or x varies within no cluster
   */
  public static Design design(
      List<double[]> x, List<double[]> times, Control control, Weights weights) {
    Argument.require(x.size() >= 2, "%d clusters, at least 2 are needed", x.size());
    Argument.require(
        times.size() == x.size(), "the times have %d clusters, x %d", times.size(), x.size());
    List<double[]> left = new ArrayList<>();
    double[] squares = new double[x.size()];
    double[] weight = new double[x.size()];
    for (int i = 0; i < squares.length; i++) {
      double[] own = Argument.sample("cluster " + i + " of x", x.get(i), control.columns + 1);
      double[] time = Argument.sample("cluster " + i + " of the times", times.get(i), own.length);
      double[] z =
          switch (control) {
            case NONE -> own;
            case INTERCEPT -> LeastSquares.withConstant(own).residuals();
            case TREND -> LeastSquares.withConstant(own, time).residuals();
          };
      for (double value : z) {
        squares[i] += value * value;
      }
      left.add(z);
      weight[i] = weights == Weights.OBSERVATIONS ? 1 : 1.0 / z.length;
    }
    return new Design(left, squares, weight);
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
   * The standard error of the slope.
   *
   * @return the error, in the unit of the slope
   */
  public double standardError() {
    return standardError;
  }

  /**
   * The confidence interval of the slope, by Student's t at G - 1 degrees of freedom.
   *
   * @param level the coverage, a fraction of one
   * @return the interval
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public Interval interval(double level) {
    double t = Student.quantile((1 + Argument.level(level)) / 2, clusters - 1);
    return new Interval(slope, slope - t * standardError, slope + t * standardError, level);
  }
}
