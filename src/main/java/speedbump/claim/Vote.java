package speedbump.claim;

import java.util.Locale;

/** What a group of specifications says. */
public enum Vote {
  /** Enough of its usable specifications meet "holds". */
  HOLDS,
  /** Enough of its usable specifications meet "fails". */
  FAILS,
  /** Neither, although the test could have told. */
  OPEN,
  /** The group does not vote: too few usable specifications, or a test that cannot tell. */
  NONE;

  /**
   * The vote as it is printed.
   *
   * @return holds, fails, open, or no vote
   */
  public String words() {
    return this == NONE ? "no vote" : name().toLowerCase(Locale.ROOT);
  }
}
