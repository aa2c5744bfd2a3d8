package speedbump.claim;

/** The word for a claim. */
public enum ClaimWord {
  /** The heart and every other counted row hold. */
  SUPPORTED("supported"),
  /** The heart holds; another counted row is open or cannot tell, and none fails. */
  PARTLY_SUPPORTED("partly supported"),
  /** Counted rows contradict the heart, or the heart or a counted row is split. */
  CONTESTED("contested"),
  /** The heart fails; another counted row is open or cannot tell, and none holds. */
  NOT_SUPPORTED("not supported"),
  /** The heart and every other counted row fail. */
  REFUTED("refuted"),
  /** The data could have told about the heart and do not agree. */
  OPEN("open"),
  /** The data could not have told about the heart. */
  CANNOT_TELL("cannot tell"),
  /** A counted row has no result. */
  NOT_YET_EXAMINED("registered, not yet examined");

  private final String words;

  ClaimWord(String words) {
    this.words = words;
  }

  /**
   * The word as it is printed.
   *
   * @return the printed word
   */
  public String words() {
    return words;
  }
}
