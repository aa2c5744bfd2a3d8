package speedbump.claim;

/** What a proposition is to its claim. */
public enum PropositionClass {
  /** The one core proposition without which the claim has no verdict. */
  HEART("H"),
  /** Counted beside the heart. */
  CORE("C"),
  /** Shown, not counted. */
  SUPPORTING("S"),
  /** Not testable as stated: its nearest form is judged on a line of its own and never counted. */
  NOT_TESTABLE("N"),
  /** A validity check of another proposition, never counted. */
  GATE("G");

  private final String letter;

  PropositionClass(String letter) {
    this.letter = letter;
  }

  /**
   * The letter of the class in the rules.
   *
   * @return one of H, C, S, N, G
   */
  public String letter() {
    return letter;
  }

  /**
   * The class of a letter.
   *
   * @param letter one of H, C, S, N, G
   * @return the class
   * @throws IllegalArgumentException if there is no such class
   */
  public static PropositionClass of(String letter) {
    for (PropositionClass each : values()) {
      if (each.letter.equals(letter)) {
        return each;
      }
    }
    throw new IllegalArgumentException("expected one of H C S N G, found " + letter);
  }
}
