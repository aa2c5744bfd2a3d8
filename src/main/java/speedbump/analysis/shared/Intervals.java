package speedbump.analysis.shared;

import java.util.Map;
import speedbump.claim.Option;
import speedbump.claim.Proposition;
import speedbump.stats.LeastSquares.SerialErrors;

/** The registered choice of how an interval allows for autocorrelation. */
public final class Intervals {
  private Intervals() {}

  /**
   * The choice "interval" of a proposition.
   *
   * @param proposition the proposition
   * @return the choice
   * @throws IllegalArgumentException as {@link Option#of(Proposition, String, Map)}
   */
  public static Option<SerialErrors> option(Proposition proposition) {
    return Option.of(
        proposition,
        "interval",
        Map.of(
            "Prais-Winsten", SerialErrors.PRAIS_WINSTEN,
            "Newey-West", SerialErrors.NEWEY_WEST,
            "block bootstrap", SerialErrors.BLOCK_BOOTSTRAP));
  }
}
