package speedbump.claim;

import java.util.List;
import java.util.Optional;

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
  /** Binary digits that make no answer another: 22 of 53. */
  private static final int DROPPED = 22;

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

  /**
   * How much more often the default's own outcome comes where the claim is true.
   *
   * @return the weight; empty where no world was run, or the outcome comes in neither
   */
  public Optional<EvidenceWeight> weight() {
    return EvidenceWeight.of(power, specifications.get(0).standing());
  }

  /**
   * Which simulated world the data look like.
   *
   * @param statistic name of the registered statistic
   * @param coverage share of the draws of a world that count as central
   * @return the fit; empty where no world was run or the default has no such statistic
   */
  public Optional<Fit> fit(String statistic, double coverage) {
    Evidence evidence = specifications.get(0).evidence();
    if (!power.measured() || !evidence.has(statistic)) {
      return Optional.empty();
    }
    double observed = evidence.value(statistic);
    return Optional.of(
        Fit.of(
            power.worlds(World.T).stream().anyMatch(draws -> draws.central(observed, coverage)),
            power.worlds(World.F).stream().anyMatch(draws -> draws.central(observed, coverage))));
  }

  /**
   * How many different estimates stand behind the usable specifications that vote: options that
   * change nothing give one answer, however many specifications they make.
   *
   * @return the number of different figures, to 31 binary digits, which are nine
   */
  public int distinctAnswers() {
    return distinctAnswers(voting(specifications));
  }

  static int distinctAnswers(List<SpecificationResult> voting) {
    return (int)
        voting.stream()
            .filter(one -> one.standing() != Standing.UNUSABLE)
            .map(
                one ->
                    one.evidence().figures().stream()
                        .map(figure -> new Rounded(figure.quantity(), rounded(figure.value())))
                        .toList())
            .distinct()
            .count();
  }

  private record Rounded(String quantity, long digits) {}

  /** The 31 leading binary digits of a value, with its sign and size. */
  private static long rounded(double value) {
    return Double.doubleToLongBits(value) + (1L << DROPPED - 1) >> DROPPED;
  }

  /**
   * The specifications that may vote, usable or not; the others are shown.
   *
   * @return those of an option that votes
   */
  public List<SpecificationResult> voting() {
    return voting(specifications);
  }

  static List<SpecificationResult> voting(List<SpecificationResult> specifications) {
    return specifications.stream().filter(one -> one.specification().votes()).toList();
  }
}
