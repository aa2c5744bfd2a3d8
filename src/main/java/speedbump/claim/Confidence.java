package speedbump.claim;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How firmly the heart's word stands.
 *
 * @param agreeingShare share of the heart's usable specifications, over all its groups that decide,
 *     that agree with its word: that meet "holds" where it holds, "fails" where it fails, neither
 *     side where it is anything else; 0 where none is usable
 * @param meetHolds usable specifications of the heart that meet "holds"
 * @param meetFails usable specifications of the heart that meet "fails"
 * @param usable usable specifications of the heart
 * @param tests what the test of each group that decides can tell, of those with sampling error
 * @param needed least P(holds given T) of a test that can tell
 */
public record Confidence(
    double agreeingShare,
    int meetHolds,
    int meetFails,
    int usable,
    List<Power> tests,
    double needed) {

  /** Keeps its own copy. */
  public Confidence {
    tests = List.copyOf(tests);
  }

  /**
   * Where the heart has no result.
   *
   * @return no specification and no figure
   */
  static Confidence none() {
    return new Confidence(0, 0, 0, 0, List.of(), 0);
  }

  static Confidence of(PropositionResult heart, Machinery machinery) {
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
        heart.groups().stream()
            .filter(GroupResult::decides)
            .map(GroupResult::power)
            .filter(Power::measured)
            .toList(),
        machinery.leastHoldsGivenTrue());
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
    return tests.isEmpty() ? specifications : specifications + "; " + power();
  }

  /**
   * What the tests can tell, each with its own figures: how often they say "holds" in simulated
   * worlds, and, where a way of counting fails, how often "fails".
   *
   * @return the words; empty text where there is no sampling error
   */
  public String power() {
    if (tests.isEmpty()) {
      return "";
    }
    String said =
        "in simulated worlds %s \"holds\" in %s where the claim is true (%.0f%% needed) and in %s where it is false"
            .formatted(
                tests.size() == 1 ? "the test says" : "its %d tests say".formatted(tests.size()),
                shares(Power::holdsGivenTrue),
                PERCENT * needed,
                shares(Power::holdsGivenFalse));
    return meetFails > 0
        ? said
            + "; %s \"fails\" in %s where it is true and in %s where it is false"
                .formatted(
                    tests.size() == 1 ? "it says" : "they say",
                    shares(Power::failsGivenTrue),
                    shares(Power::failsGivenFalse))
        : said;
  }

  private static final double PERCENT = 100;

  /** Of up to two tests each share, of more the least and the most. */
  private String shares(ToDoubleFunction<Power> of) {
    double[] shares = tests.stream().mapToDouble(of).sorted().toArray();
    if (shares.length > 2) {
      String least = percent(shares[0]);
      String most = percent(shares[shares.length - 1]);
      return least.equals(most) ? most : least + " to " + most;
    }
    return tests.stream()
        .map(test -> percent(of.applyAsDouble(test)))
        .distinct()
        .collect(Collectors.joining(" and "));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f%%", PERCENT * share);
  }
}
