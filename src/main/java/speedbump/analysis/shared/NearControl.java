package speedbump.analysis.shared;

import java.time.LocalDate;
import speedbump.claim.Option;
import speedbump.claim.Proposition;

/** Which points near control are left out. */
public enum NearControl {
  /** None. */
  ALL("all points", 0, 0),
  /** Those of the year before: purchases in advance. */
  BEFORE_LEFT_OUT("the year before left out", 1, 0),
  /** Those of the year before and of the year after: what was made before came out later. */
  BOTH_LEFT_OUT("the year on either side left out", 1, 1);

  private final String words;
  private final int yearsBefore;
  private final int yearsAfter;

  NearControl(String words, int yearsBefore, int yearsAfter) {
    this.words = words;
    this.yearsBefore = yearsBefore;
    this.yearsAfter = yearsAfter;
  }

  /**
   * The registered choice "near control" of a proposition.
   *
   * @param proposition the proposition
   * @return the choice
   * @throws IllegalArgumentException if its options are not registered so
   */
  public static Option<NearControl> of(Proposition proposition) {
    return Option.of(proposition, "near control", values(), near -> near.words);
  }

  /**
   * What is left out, for a reader.
   *
   * @return the registered option
   */
  public String words() {
    return words;
  }

  /** A point a year before control is left out, one a year after it is kept. */
  boolean keeps(LocalDate day, LocalDate control) {
    return day.isBefore(control.minusYears(yearsBefore))
        || !day.isBefore(control.plusYears(yearsAfter));
  }
}
