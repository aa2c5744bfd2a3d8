package speedbump.claim;

/** Where evidence stands between the two sides of a rule: of a specification, or of a group. */
public enum Standing {
  /** It meets every condition of "holds"; of a group, enough of its specifications do. */
  HOLDS("holds"),
  /** It meets every condition of "fails"; of a group, enough of its specifications do. */
  FAILS("fails"),
  /** It meets neither side; a group that votes is then open. */
  NEITHER("open"),
  /** There is no evidence, or a quantity that a condition names is not finite: no vote. */
  UNUSABLE("no vote");

  private final String words;

  Standing(String words) {
    this.words = words;
  }

  /**
   * The standing of a group as it is printed.
   *
   * @return holds, fails, open, or no vote
   */
  public String words() {
    return words;
  }
}
