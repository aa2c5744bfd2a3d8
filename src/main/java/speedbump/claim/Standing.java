package speedbump.claim;

/** What one specification's evidence amounts to. */
public enum Standing {
  /** It meets every condition of "holds". */
  HOLDS,
  /** It meets every condition of "fails". */
  FAILS,
  /** It meets neither side. */
  NEITHER,
  /** There is no evidence, or a quantity that a condition names is not finite. */
  UNUSABLE
}
