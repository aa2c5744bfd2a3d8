package speedbump.stats;

/** Scores of forecasts that say how sure they are; smaller is better. */
public final class ForecastScore {
  private ForecastScore() {}

  /**
   * Brier's score of stated probabilities, the mean of (p - o)^2 with o one where the event came
   * about and zero where it did not. A forecaster who always says one half scores a quarter.
   *
   * @param probabilities the stated probabilities, fractions of one
   * @param happened whether each event came about
   * @return the score, 0 to 1
   * @throws IllegalArgumentException if there are none, a probability does not lie between 0 and 1,
   *     or there is not one outcome a probability
   * @see <a href="https://doi.org/10.1175/1520-0493(1950)078%3C0001:VOFEIT%3E2.0.CO;2">Brier
   *     1950</a>, who adds the same over both events of a pair and so has twice as much
   */
  public static double brier(double[] probabilities, boolean[] happened) {
    double[] p = Argument.sample("probabilities", probabilities, 1);
    Argument.require(
        Argument.given("happened", happened).length == p.length,
        "there are %d probabilities and %d outcomes in happened",
        p.length,
        happened.length);
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      Argument.require(
          p[i] >= 0 && p[i] <= 1, "probabilities must lie between 0 and 1, not %s", p[i]);
      double miss = p[i] - (happened[i] ? 1 : 0);
      sum += miss * miss;
    }
    return sum / p.length;
  }

  /**
   * The score of a central interval, its width and 2 / (1 - level) times what the outcome lies
   * beyond it. Honest ends, the quantiles (1 - level) / 2 and (1 + level) / 2, score best.
   *
   * @param lower the lower end, any unit
   * @param upper the upper end, in that unit
   * @param outcome what happened, in that unit
   * @param level the stated coverage, a fraction of one
   * @return the score, in that unit
   * @throws IllegalArgumentException if a number is not finite or too large, the ends are not in
   *     order, or the level is not between 0 and 1
   * @see <a href="https://doi.org/10.1198/016214506000001437">Gneiting and Raftery 2007, Strictly
   *     Proper Scoring Rules, section 6.2</a>
   */
  public static double interval(double lower, double upper, double outcome, double level) {
    Argument.level(level);
    double[] given = Argument.sample("ends and outcome", new double[] {lower, upper, outcome}, 3);
    Argument.require(given[0] <= given[1], "the ends %s and %s are not in order", lower, upper);
    double beyond = Math.max(0, lower - outcome) + Math.max(0, outcome - upper);
    double score = upper - lower + 2 / (1 - level) * beyond;
    Argument.require(
        Double.isFinite(score), "ends and outcome are too far apart: %s, %s", lower, outcome);
    return score;
  }
}
