package speedbump.claim;

import java.util.Locale;

/**
 * How firmly the heart's word stands.
 *
 * @param agreeingShare share of the heart's usable specifications, over all its groups that decide,
 *     that agree with its word: that meet "holds" where it holds, "fails" where it fails, neither
 *     side where it is anything else; 0 where none is usable
 * @param meetHolds usable specifications of the heart that meet "holds"
 * @param meetFails usable specifications of the heart that meet "fails"
 * @param usable usable specifications of the heart
 * @param heartPower what the heart's test can tell; of several groups the worst, figure by figure
 */
public record Confidence(
    double agreeingShare, int meetHolds, int meetFails, int usable, Power heartPower) {

  /**
   * Where the heart has no result.
   *
   * @return no specification and no figure
   */
  static Confidence none() {
    return new Confidence(0, 0, 0, 0, Power.none());
  }

  static Confidence of(PropositionResult heart) {
    int usable = 0;
    int holds = 0;
    int fails = 0;
    for (GroupResult group : heart.groups()) {
      if (group.decides()) {
        usable += group.usable();
        holds += group.meetHolds();
        fails += group.meetFails();
      }
    }
    int agreeing =
        switch (heart.word()) {
          case HOLDS -> holds;
          case FAILS -> fails;
          default -> usable - holds - fails;
        };
    return new Confidence(
        usable == 0 ? 0 : agreeing / (double) usable,
        holds,
        fails,
        usable,
        Power.worst(
            heart.groups().stream().filter(GroupResult::decides).map(GroupResult::power).toList()));
  }

  /**
   * The confidence in words.
   *
   * @return a sentence without its full stop; empty text where the heart was not examined
   */
  public String words() {
    if (usable == 0) {
      return "";
    }
    String specifications =
        "to the deciding question %d of %d ways of counting say \"holds\", %d \"fails\""
            .formatted(meetHolds, usable, meetFails);
    return heartPower.measured()
        ? String.format(
            Locale.ROOT,
            "%s; the test says \"holds\" in %.0f%% of simulated worlds in which the claim is true"
                + " and in %.0f%% of those in which it is false",
            specifications,
            100 * heartPower.holdsGivenTrue(),
            100 * heartPower.holdsGivenFalse())
        : specifications;
  }
}
