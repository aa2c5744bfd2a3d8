package speedbump.claim;

/**
 * Which simulated world the data look like: in which of them the observed statistic lies among the
 * central draws.
 */
public enum Fit {
  /** In that where the claim is true alone. */
  TRUE_WORLD("where it is true", "the data look like the world in which the claim is true"),
  /** In that where it is false alone. */
  FALSE_WORLD("where it is false", "the data look like the world in which the claim is false"),
  /** In both. */
  BOTH("either", "the data could come from either world"),
  /** In neither. */
  NEITHER("neither", "the data look like neither world: the worlds do not describe them");

  private final String cell;
  private final String words;

  Fit(String cell, String words) {
    this.cell = cell;
    this.words = words;
  }

  /**
   * The fit in a cell of a table.
   *
   * @return which world the data look like
   */
  public String cell() {
    return cell;
  }

  static Fit of(boolean whenTrue, boolean whenFalse) {
    return whenTrue ? whenFalse ? BOTH : TRUE_WORLD : whenFalse ? FALSE_WORLD : NEITHER;
  }

  /**
   * The fit for a reader.
   *
   * @return a clause
   */
  public String words() {
    return words;
  }
}
