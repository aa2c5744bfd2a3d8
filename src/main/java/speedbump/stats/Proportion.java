package speedbump.stats;

import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;

/** Intervals of a share of independent cases. */
public final class Proportion {
  private static final int MOST = 1_000_000;
  private static final double LEAST_TAIL = 1e-12;

  private Proportion() {}

  /**
   * Wilson's interval, the shares p that a score test does not reject: the roots of (x/n - p)^2 =
   * z^2 p (1 - p) / n.
   *
   * @param cases successes x; a case may count in part
   * @param of cases n
   * @param level the coverage, a fraction of one
   * @return the share with its interval, fractions of one
   * @throws IllegalArgumentException if there are no cases or more than a million, successes are
   *     negative or more than cases, or the level is not between 0 and 1
   * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson 1927</a>
   */
  public static Interval wilson(double cases, int of, double level) {
    double share = share(cases, of);
    double z = new NormalDistribution().inverseCumulativeProbability((1 + level(level)) / 2);
    double middle = (share + z * z / (2 * of)) / (1 + z * z / of);
    double half =
        z * Math.sqrt(share * (1 - share) / of + z * z / (4.0 * of * of)) / (1 + z * z / of);
    return interval(share, middle - half, middle + half, level);
  }

  /**
   * The exact interval of Clopper and Pearson, the shares that neither tail of the binomial
   * distribution rejects at (1 - level) / 2. It covers at least as often as it says.
   *
   * @param cases successes
   * @param of cases
   * @param level the coverage, a fraction of one
   * @return the share with its interval, fractions of one
   * @throws IllegalArgumentException as {@link #wilson(double, int, double)}
   * @see <a href="https://doi.org/10.1093/biomet/26.4.404">Clopper and Pearson 1934</a>
   */
  public static Interval clopperPearson(int cases, int of, double level) {
    double share = share(cases, of);
    double tail = (1 - level(level)) / 2;
    int others = of - cases;
    return interval(
        share,
        cases == 0 ? 0 : quantile(cases, others + 1, tail),
        others == 0 ? 1 : quantile(cases + 1, others, 1 - tail),
        level);
  }

  private static double quantile(int alpha, int beta, double probability) {
    return new BetaDistribution(alpha, beta).inverseCumulativeProbability(probability);
  }

  /** Nearer to one no quantile is left of the tail. */
  private static double level(double level) {
    Argument.require(
        level <= 1 - LEAST_TAIL, "level must leave a tail of a trillionth, not be %s", level);
    return Argument.level(level);
  }

  private static double share(double cases, int of) {
    Argument.count("the number of cases", of, 1, MOST);
    Argument.require(
        cases >= 0 && cases <= of, "successes must lie between 0 and the %s cases: %s", of, cases);
    return cases / of;
  }

  /** Rounding may leave an end beyond the share where all cases or none succeeded. */
  private static Interval interval(double share, double lower, double upper, double level) {
    return new Interval(
        share, Math.max(0, Math.min(share, lower)), Math.min(1, Math.max(share, upper)), level);
  }
}
