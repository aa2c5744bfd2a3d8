package speedbump.claim;

import java.time.YearMonth;
import java.util.Arrays;

/**
 * The registered constants by which evidence becomes a word.
 *
 * @param agreementShare share of a group's usable specifications that must agree
 * @param usableShare share of a group's specifications that must be usable
 * @param majorityShare share of the voting groups that {@link Quantifier#MOST} must exceed
 * @param leastHoldsGivenTrue least P(holds given T) of a test that can tell
 * @param greatestHoldsGivenFalse greatest P(holds given F) of a "holds" that counts
 * @param greatestFailsGivenTrue greatest P(fails given T) of a "fails" that counts
 * @param closeCallStandardErrors distance from a bound, in standard errors, that is a close call
 * @param draws draws of a simulated world
 * @param dearDraws draws where one is dear
 * @param intervalCoverage coverage of the intervals of the conditions, a probability
 * @param officialTotalTolerance share by which parts may differ from an official total
 * @param sourceBreakJump ratio of neighbouring values of a cumulative series above which its source
 *     broke between them
 * @param oldestDeciding data that end before this month carry their year and are supporting
 * @param weights the constants of the words beside a word
 */
public record Machinery(
    double agreementShare,
    double usableShare,
    double majorityShare,
    double leastHoldsGivenTrue,
    double greatestHoldsGivenFalse,
    double greatestFailsGivenTrue,
    double closeCallStandardErrors,
    int draws,
    int dearDraws,
    double intervalCoverage,
    double officialTotalTolerance,
    double sourceBreakJump,
    YearMonth oldestDeciding,
    Weights weights) {

  /**
   * The constants of the words beside a word.
   *
   * @param fitCoverage share of the draws of a world that count as central
   * @param hardlyUpTo weight up to which evidence is hardly worth a mention
   * @param positiveUpTo weight up to which it is positive
   * @param strongUpTo weight up to which it is strong; above it is very strong
   * @param leaningLeast least weight of a group that leans
   * @param leaningGroupsShare share of the groups that must be exceeded by those that lean
   */
  public record Weights(
      double fitCoverage,
      double hardlyUpTo,
      double positiveUpTo,
      double strongUpTo,
      double leaningLeast,
      double leaningGroupsShare) {}

  /**
   * Whether the parts of a reposted series add to the official total, |sum - total| &lt;= tolerance
   * x |total|.
   *
   * @param parts the parts, in the unit of the total
   * @param officialTotal the official total
   * @return whether the sum is within the tolerance
   */
  public boolean addsUp(double[] parts, double officialTotal) {
    return Math.abs(Arrays.stream(parts).sum() - officialTotal)
        <= officialTotalTolerance * Math.abs(officialTotal);
  }
}
