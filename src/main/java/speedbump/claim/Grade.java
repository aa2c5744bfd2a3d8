package speedbump.claim;

/** The grade of a source. */
public enum Grade {
  /** The publisher's own page. */
  P,
  /** A repost of a named official or company figure. */
  M,
  /** All else, and anything marked weak. */
  S;

  /**
   * Whether a figure of this grade may decide a verdict.
   *
   * @return true of P and M; S illustrates
   */
  public boolean decides() {
    return this != S;
  }
}
