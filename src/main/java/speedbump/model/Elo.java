package speedbump.model;

import speedbump.stats.Argument;

/**
 * Ratings of the Elo kind, which know differences only: their zero is arbitrary, so a percentage of
 * a rating has no meaning. A gap becomes meaningful as an expected win rate.
 */
public final class Elo {
  /** Points by which odds of ten to one are told apart. */
  private static final double POINTS_PER_TENFOLD_ODDS = 400;

  private Elo() {}

  /**
   * The share of comparisons that a model is expected to win: {@code 1 / (1 + 10^(-gap / 400))}.
   *
   * @param gapPoints its rating less the rival's, in points
   * @return a share between 0 and 1, one half for equals
   * @throws IllegalArgumentException if the gap is not finite
   */
  public static double expectedWinRate(double gapPoints) {
    Argument.require(Double.isFinite(gapPoints), "rating gap is not finite: %s", gapPoints);
    return 1 / (1 + Math.pow(10, -gapPoints / POINTS_PER_TENFOLD_ODDS));
  }
}
