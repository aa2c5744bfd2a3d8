package speedbump.claim;

import java.util.List;

/**
 * A group of specifications with what it says. Counts and shares are of those that vote.
 *
 * @param name name of the group
 * @param decides whether the group votes by the rules; else it is shown
 * @param specifications each specification with what it found, the default first
 * @param usable usable specifications
 * @param meetHolds usable specifications that meet "holds"
 * @param meetFails usable specifications that meet "fails"
 * @param shareHolds share of the usable specifications that meet "holds"; 0 where none is usable
 * @param shareFails share of the usable specifications that meet "fails"; 0 where none is usable
 * @param power what the test can tell
 * @param vote what the group says; of a shown group, what it would say
 * @param reason why, with the figures, for a reader
 * @param closeCalls figures within the registered number of standard errors of their bound, one
 *     sentence each
 */
public record GroupResult(
    String name,
    boolean decides,
    List<SpecificationResult> specifications,
    int usable,
    int meetHolds,
    int meetFails,
    double shareHolds,
    double shareFails,
    Power power,
    Standing vote,
    String reason,
    List<String> closeCalls) {

  /**
   * What the registered default found.
   *
   * @param quantity name of a quantity
   * @return its value
   * @throws IllegalArgumentException if the evidence has no such quantity
   */
  public double value(String quantity) {
    return specifications.get(0).evidence().value(quantity);
  }

  /** Specifications that may vote, usable or not. */
  static List<SpecificationResult> voting(List<SpecificationResult> specifications) {
    return specifications.stream().filter(one -> one.specification().votes()).toList();
  }
}
