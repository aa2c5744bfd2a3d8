package speedbump.claim;

/** What a specification, or a simulated draw, came to: evidence, or a reason why there is none. */
public sealed interface Outcome permits Outcome.Usable, Outcome.Unusable {

  /**
   * The quantities are identified.
   *
   * @param evidence the evidence
   */
  record Usable(Evidence evidence) implements Outcome {}

  /**
   * A quantity is not identified.
   *
   * @param reason why, for a reader
   */
  record Unusable(String reason) implements Outcome {}

  /**
   * A usable outcome.
   *
   * @param evidence the evidence
   * @return the outcome
   */
  static Outcome of(Evidence evidence) {
    return new Usable(evidence);
  }

  /**
   * An unusable outcome.
   *
   * @param reason why a quantity is not identified, for a reader
   * @return the outcome
   */
  static Outcome unusable(String reason) {
    return new Unusable(reason);
  }
}
