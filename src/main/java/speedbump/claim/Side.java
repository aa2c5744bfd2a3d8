package speedbump.claim;

/** The two sides of a decision rule. */
public enum Side {
  /** The evidence meets every condition of the column "holds". */
  HOLDS("holds"),
  /** The evidence meets every condition of the column "fails". */
  FAILS("fails");

  private final String words;

  Side(String words) {
    this.words = words;
  }

  /**
   * The side as it is printed and as the registry spells it.
   *
   * @return "holds" or "fails"
   */
  public String words() {
    return words;
  }

  /**
   * The side that the registry spells so.
   *
   * @param words "holds" or "fails"
   * @return the side
   * @throws IllegalArgumentException if there is no such side
   */
  public static Side of(String words) {
    for (Side side : values()) {
      if (side.words.equals(words)) {
        return side;
      }
    }
    throw new IllegalArgumentException("expected the side holds or fails, found " + words);
  }
}
