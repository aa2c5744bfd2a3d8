package speedbump.analysis.learningbymaking;

import speedbump.claim.Option;
import speedbump.claim.Proposition;

/** Up to when what had been made is counted as the experience behind the cost of a year. */
enum OutputCounted {
  /** To the start of the year of a cost: what the cost itself made cannot be in it. */
  START("to the start of the year", 0),
  /** To its end, with the output of the year itself, which a low cost may have made. */
  END("to the end of the year", 1);

  private final String option;
  private final int later;

  OutputCounted(String option, int later) {
    this.option = option;
    this.later = later;
  }

  /** The registered choice "output counted" of a proposition. */
  static Option<OutputCounted> option(Proposition proposition) {
    return Option.of(proposition, "output counted", values(), value -> value.option);
  }

  /**
   * By how many points the output stands later than the cost: a point holds what had been made at
   * the start of its year, so that the end of a year is the next point.
   */
  int later() {
    return later;
  }
}
