package speedbump.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * The trend of counts: a quasi-Poisson regression on a constant and time, {@link
 * PoissonRegression}, with a dispersion phi not below one and an interval by the parametric
 * bootstrap-t,
 *
 * <pre>E(y_i) = e_i exp(a + b t_i),   Var(y_i) = phi E(y_i),   b +- c se(b) sqrt(phi).</pre>
 *
 * <p>c is the quantile of |t| over series of counts without a trend that have the same times and
 * exposures and the mean count of the data, each fitted in the same way. Since the dispersion is
 * only estimated, the series have not all the same: theirs are the estimate times (n - 2) over
 * chi-squared with as many degrees of freedom, not below one, at {@value #STRATA} even steps of
 * probability. With one dispersion for all, an interval at 0.95 covers up to four in a hundred
 * less. c is simulated once for each pair of a grid of means and estimates and interpolated between
 * them in their logarithms; beyond the grid its edge is taken.
 *
 * @param slope b, the logarithm of the ratio of one unit of time to the one before
 * @param standardError the error of the slope, the dispersion in it
 * @param dispersion phi, not below one
 * @param pearson phi as it was estimated
 * @param meanCount the mean of the counts
 * @param criticals the critical values of the design
 */
public record CountTrend(
    double slope,
    double standardError,
    double dispersion,
    double pearson,
    double meanCount,
    Criticals criticals) {
  /** Series of counts for a critical value; (draws + 1) times 95% is whole. */
  public static final int DRAWS = 1_999;

  /** Dispersions among the series for a critical value. */
  public static final int STRATA = 20;

  /** Counts of fewer periods have no dispersion that could be told. */
  public static final int LEAST_PERIODS = 4;

  /** The critical values of one design, simulated when first asked for. */
  public static final class Criticals {
    private static final double[] MEANS = {0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256};
    private static final double[] DISPERSIONS = {1, 1.5, 2.5, 4, 7, 12, 20, 40, 80};

    /** Few degrees of freedom would allow dispersions that no counts have. */
    private static final double MOST_TIMES_ESTIMATED = 8;

    private static final double HALF = 0.5;

    /** Any fixed number serves; every pair sees the same uniform numbers. */
    private static final long SEED = 30_111_837;

    private final OrthonormalBasis basis;
    private final double[] exposures;
    private final double[] offset;
    private final CriticalGrid grid =
        new CriticalGrid(
            new CriticalGrid.Side(MEANS, true),
            new CriticalGrid.Side(DISPERSIONS, true),
            this::simulated);

    private Criticals(OrthonormalBasis basis, double[] exposures) {
      this.basis = basis;
      this.offset = PoissonRegression.offset(exposures, exposures.length);
      double mean = Arrays.stream(exposures).average().orElseThrow();
      this.exposures = Arrays.stream(exposures).map(e -> e / mean).toArray();
    }

    double at(double meanCount, double dispersion, double level) {
      return grid.at(meanCount, dispersion, level);
    }

    /** |t| of the draws, ascending; a draw that cannot be fitted says nothing of a trend. */
    private double[] simulated(double mean, double dispersion) {
      int n = exposures.length;
      OverdispersedCounts[][] counts = new OverdispersedCounts[STRATA][n];
      ChiSquaredDistribution freedom = new ChiSquaredDistribution(n - 2);
      for (int stratum = 0; stratum < STRATA; stratum++) {
        double times = (n - 2) / freedom.inverseCumulativeProbability((stratum + HALF) / STRATA);
        double phi = Math.max(1, dispersion * Math.min(MOST_TIMES_ESTIMATED, times));
        for (int i = 0; i < n; i++) {
          counts[stratum][i] =
              i > 0 && exposures[i] == exposures[i - 1]
                  ? counts[stratum][i - 1]
                  : OverdispersedCounts.of(mean * exposures[i], phi);
        }
      }
      SplittableRandom random = new SplittableRandom(SEED);
      double[] t = new double[DRAWS];
      double[] y = new double[n];
      for (int draw = 0; draw < DRAWS; draw++) {
        for (int i = 0; i < n; i++) {
          y[i] = counts[draw % STRATA][i].draw(random);
        }
        CountTrend fit = fit(y);
        t[draw] = fit == null ? 0 : Math.abs(fit.slope) / fit.standardError;
      }
      Arrays.sort(t);
      return t;
    }

    private CountTrend fit(double[] y) {
      PoissonRegression fit = PoissonRegression.fit(y, basis, offset);
      if (fit == null) {
        return null;
      }
      double pearson = fit.dispersion();
      double dispersion = Math.max(1, pearson);
      return new CountTrend(
          fit.coefficients()[1],
          Math.sqrt(dispersion) * fit.standardErrors()[1],
          dispersion,
          pearson,
          Arrays.stream(y).average().orElseThrow(),
          this);
    }
  }

  static final Designs<Design> MADE = new Designs<>();

  /** Times and exposures, ready for any counts. */
  public static final class Design {
    private final Criticals criticals;

    private Design(Criticals criticals) {
      this.criticals = criticals;
    }

    /**
     * Fits counts.
     *
     * @param counts the counts, not negative, one a period
     * @return the trend; empty where there is none that is finite, as with all counts but the last
     *     zero
     * @throws IllegalArgumentException if there are not as many counts as periods, or one is
     *     negative or not finite
     */
    public Optional<CountTrend> fit(double[] counts) {
      double[] y = PoissonRegression.counts(counts);
      Argument.require(
          y.length == criticals.exposures.length,
          "there are %d counts and %d periods",
          y.length,
          criticals.exposures.length);
      return Optional.ofNullable(criticals.fit(y));
    }
  }

  /**
   * A design.
   *
   * @param times the middle of each period, any unit
   * @param exposures what each period is counted over, above zero, any unit
   * @return the design
   * @throws IllegalArgumentException if there are fewer than {@value #LEAST_PERIODS} periods,
   *     lengths differ, the times do not vary, or an exposure is not above zero
   */
  public static Design design(double[] times, double[] exposures) {
    double[] t = Argument.sample("times", times, LEAST_PERIODS);
    PoissonRegression.offset(exposures, t.length);
    return MADE.of(() -> new Design(new Criticals(basis(t), exposures)), t, exposures);
  }

  /** A constant and the times from their middle. */
  static OrthonormalBasis basis(double[] times) {
    Argument.require(Argument.varies(times), "the times do not vary");
    double middle = Arrays.stream(times).average().orElseThrow();
    double[][] x = new double[times.length][];
    for (int i = 0; i < x.length; i++) {
      x[i] = new double[] {1, times[i] - middle};
    }
    return new OrthonormalBasis(x);
  }

  /**
   * The interval of the slope.
   *
   * @param level the coverage, a fraction of one
   * @return the slope with its interval, over the unit of time
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public Interval interval(double level) {
    double width = criticals.at(meanCount, dispersion, Argument.level(level)) * standardError;
    return new Interval(slope, slope - width, slope + width, level);
  }

  /**
   * The interval of the ratio of one unit of time to the one before, exp(b).
   *
   * @param level the coverage, a fraction of one
   * @return the ratio with its interval
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public Interval ratio(double level) {
    Interval log = interval(level);
    return new Interval(Math.exp(slope), Math.exp(log.lower()), Math.exp(log.upper()), level);
  }
}
