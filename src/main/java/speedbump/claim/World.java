package speedbump.claim;

/** The two simulated worlds on which a test is tried. */
public enum World {
  /** The claim is true. */
  T,
  /** The claim is false. */
  F
}
