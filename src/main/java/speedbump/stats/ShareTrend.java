package speedbump.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The trend of a share: a {@link LogisticRegression} of answers on a constant and time, clustered
 * by day, with an error not below that of independent answers and an interval by the parametric
 * bootstrap-t. The critical value is the quantile of |t| over answers without a trend that have the
 * same times and days, drawn with the share of the data and answers of a day as alike as in the
 * data: with the chance of the root of that correlation an answer is the day's, else its own. It is
 * simulated once for each pair of a grid of shares and correlations and interpolated between them.
 *
 * @param slope the change of the log odds over one unit of time
 * @param standardError its error
 * @param share the share of yes
 * @param correlation how alike the answers of a day are, {@link
 *     LogisticRegression#correlationWithin}
 * @param observations the number of answers
 * @param criticals the critical values of the design
 */
public record ShareTrend(
    double slope,
    double standardError,
    double share,
    double correlation,
    int observations,
    Criticals criticals) {
  /** Sets of answers for a critical value; (draws + 1) times 95% is whole. */
  public static final int DRAWS = 999;

  /** The least number of answers. */
  public static final int LEAST_OBSERVATIONS = 8;

  /** The critical values of one design, simulated when first asked for. */
  public static final class Criticals {
    /** By symmetry a share and its rest have the same. */
    private static final double[] SHARES = {0.03, 0.06, 0.12, 0.25, 0.5};

    private static final double[] CORRELATIONS = {0, 0.3, 0.6, 1};

    /** Any fixed number serves; every pair sees the same uniform numbers. */
    private static final long SEED = 51_021_986;

    private final Design design;
    private final CriticalGrid grid =
        new CriticalGrid(
            new CriticalGrid.Side(SHARES, true),
            new CriticalGrid.Side(CORRELATIONS, false),
            this::simulated);

    private Criticals(Design design) {
      this.design = design;
    }

    double at(double share, double correlation, double level) {
      return grid.at(Math.min(share, 1 - share), correlation, level);
    }

    /** |t| of the draws, ascending; a draw that cannot be fitted says nothing of a trend. */
    private double[] simulated(double share, double correlation) {
      double[] shares = new double[design.clusters.length];
      Arrays.fill(shares, share);
      SplittableRandom random = new SplittableRandom(SEED);
      double[] t = new double[DRAWS];
      for (int draw = 0; draw < DRAWS; draw++) {
        ShareTrend fit = design.fitted(design.drawn(shares, correlation, random));
        t[draw] = fit == null ? 0 : Math.abs(fit.slope) / fit.standardError;
      }
      Arrays.sort(t);
      return t;
    }
  }

  static final Designs<Design> MADE = new Designs<>();

  /** Times and days, ready for any answers. */
  public static final class Design {
    private final double[] times;
    private final OrthonormalBasis basis;
    private final int[] clusters;
    private final int number;
    private final Criticals criticals;

    private Design(double[] times, int[] clusters, Criticals whole) {
      this.times = times;
      this.basis = CountTrend.basis(times);
      this.clusters = clusters;
      this.number = LogisticRegression.numbered(clusters);
      Argument.require(number > 1, "there is one of the clusters only: at least 2 are needed");
      this.criticals = whole == null ? new Criticals(this) : whole;
    }

    /**
     * Fits answers.
     *
     * @param answers yes or no, one a time
     * @return the trend; empty where there is none that is finite: all answers alike, or parted by
     *     a day
     * @throws IllegalArgumentException if there are not as many answers as times
     */
    public Optional<ShareTrend> fit(boolean[] answers) {
      Argument.require(
          Argument.given("answers", answers).length == clusters.length,
          "there are %d answers and %d times",
          answers.length,
          clusters.length);
      return Optional.ofNullable(fitted(answers.clone()));
    }

    private ShareTrend fitted(boolean[] answers) {
      int yes = 0;
      for (boolean one : answers) {
        yes += one ? 1 : 0;
      }
      if (yes == 0 || yes == answers.length) {
        return null;
      }
      LogisticRegression fit = LogisticRegression.fit(answers, basis, clusters, number);
      return fit == null
          ? null
          : new ShareTrend(
              fit.coefficients()[1],
              Math.max(fit.standardErrors()[1], fit.clusteredStandardErrors()[1]),
              yes / (double) answers.length,
              fit.correlationWithin(),
              answers.length,
              criticals);
    }

    /**
     * Draws answers.
     *
     * @param shares the chance of yes at each time
     * @param correlation how alike the answers of a day are, 0 to 1
     * @param random the generator
     * @return one answer a time
     * @throws IllegalArgumentException if there are not as many shares as times, the generator is
     *     null, or the correlation lies outside its range
     */
    public boolean[] drawn(double[] shares, double correlation, RandomGenerator random) {
      Argument.require(
          Argument.given("shares", shares).length == clusters.length,
          "there are %d shares and %d times",
          shares.length,
          clusters.length);
      Argument.require(
          correlation >= 0 && correlation <= 1,
          "the correlation must lie between 0 and 1, not %s",
          correlation);
      Argument.given("random", random);
      double common = Math.sqrt(correlation);
      double[] ofDay = new double[number];
      for (int c = 0; c < number; c++) {
        ofDay[c] = random.nextDouble();
      }
      boolean[] answers = new boolean[clusters.length];
      for (int i = 0; i < answers.length; i++) {
        boolean shared = random.nextDouble() < common;
        double own = random.nextDouble();
        answers[i] = (shared ? ofDay[clusters[i]] : own) < shares[i];
      }
      return answers;
    }

    /**
     * A part of the design, as where answers are lost. It keeps the critical values of the whole.
     *
     * @param kept which times are kept
     * @return the design of those
     * @throws IllegalArgumentException if there are not as many marks as times, fewer than {@value
     *     #LEAST_OBSERVATIONS} are kept, or what is kept does not vary in time
     */
    public Design thinned(boolean[] kept) {
      Argument.require(
          Argument.given("kept", kept).length == clusters.length,
          "kept has %d marks and there are %d times",
          kept.length,
          clusters.length);
      int n = 0;
      double[] left = new double[kept.length];
      int[] days = new int[kept.length];
      for (int i = 0; i < kept.length; i++) {
        if (kept[i]) {
          left[n] = times[i];
          days[n++] = clusters[i];
        }
      }
      Argument.require(n >= LEAST_OBSERVATIONS, "kept is %d of the times: too few", n);
      return new Design(Arrays.copyOf(left, n), Arrays.copyOf(days, n), criticals);
    }
  }

  /**
   * A design.
   *
   * @param times the time of each answer, any unit
   * @param clusters the day of each answer, any numbers
   * @return the design
   * @throws IllegalArgumentException if there are fewer than {@value #LEAST_OBSERVATIONS} times,
   *     lengths differ, the times do not vary, or all are of one cluster
   */
  public static Design design(double[] times, int[] clusters) {
    double[] t = Argument.sample("times", times, LEAST_OBSERVATIONS);
    Argument.require(
        Argument.given("clusters", clusters).length == t.length,
        "there are %d clusters and %d times",
        clusters.length,
        t.length);
    return MADE.of(
        () -> new Design(t, clusters.clone(), null),
        t,
        Arrays.stream(clusters).asDoubleStream().toArray());
  }

  /**
   * The interval of the slope.
   *
   * @param level the coverage, a fraction of one
   * @return the slope with its interval, log odds over the unit of time
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public Interval interval(double level) {
    double width = criticals.at(share, correlation, Argument.level(level)) * standardError;
    return new Interval(slope, slope - width, slope + width, level);
  }
}
