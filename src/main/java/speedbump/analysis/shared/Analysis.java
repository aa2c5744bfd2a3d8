package speedbump.analysis.shared;

import java.util.List;
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
}
