package speedbump.claim;

/** What a proposition is to its claim. */
public enum PropositionClass {
  /** The one core proposition without which the claim has no verdict. */
  HEART("H", "deciding question"),
  /** Counted beside the heart. */
  CORE("C", "core"),
  /** Shown, not counted. */
  SUPPORTING("S", "supporting"),
  /** Not testable as stated: its nearest form is judged on a line of its own and never counted. */
  NOT_TESTABLE("N", "not testable"),
  /** A validity check of another proposition, never counted. */
  GATE("G", "gate");

  private final String letter;
  private final String words;

  PropositionClass(String letter, String words) {
    this.letter = letter;
    this.words = words;
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
   * The class as a reader is told it.
   *
   * @return for instance "deciding question"
   */
  public String words() {
    return words;
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
