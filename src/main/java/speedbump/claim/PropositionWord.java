package speedbump.claim;

/** The word for a proposition. */
public enum PropositionWord {
  /** The groups hold, as the quantifier asks. */
  HOLDS("holds"),
  /** The groups fail, as the quantifier asks. */
  FAILS("fails"),
  /** The data could have told and do not agree. */
  OPEN("open"),
  /** Some groups hold and some fail. */
  SPLIT("split"),
  /** No group votes: the data could not have told. */
  CANNOT_TELL("cannot tell"),
  /** A required figure is not held, or too few cases are. */
  CANNOT_TELL_COVERAGE("cannot tell, data missing"),
  /** The parent does not hold. */
  NOT_APPLICABLE("not applicable"),
  /** Only sources that may not decide; counts as cannot tell (coverage). */
  ILLUSTRATED_ONLY("illustrated only");

  private final String words;

  PropositionWord(String words) {
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

  /** The word as the predicate of a sentence. */
  String predicate() {
    return switch (this) {
      case HOLDS, FAILS, CANNOT_TELL -> words;
      case CANNOT_TELL_COVERAGE -> "cannot tell for lack of data";
      case OPEN, SPLIT, NOT_APPLICABLE, ILLUSTRATED_ONLY -> "is " + words;
    };
  }
}
