package speedbump.analysis.shared;

import java.util.List;
import speedbump.claim.ClaimResult;
import speedbump.claim.Examination;

/** What the collection asks of the analysis of a claim. */
public interface Analysis {
  /**
   * The claim.
   *
   * @return its number, 1 to 12
   */
  int claim();

  /**
   * The evidence on the claim's propositions, ready for the rules.
   *
   * @return one examination a proposition, in registered order
   */
  List<Examination> examinations();

  /**
   * What was found, for a newspaper reader: at most two sentences with the estimates that decide,
   * their intervals and units, and what they mean.
   *
   * @param result the claim as judged
   * @return the sentences
   */
  String finding(ClaimResult result);
}
