package speedbump.analysis.ninefields;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Trial;
import speedbump.data.Catalog;
import speedbump.stats.SignTest;

/**
 * Proposition 5d: published causal estimates find better innovation and not only more input. One
 * study has one vote, by its rows on quality and productivity of sanctioned firms.
 */
public final class PublishedEffects {
  private static final String STUDIES = "studies";

  /** The outcomes that the rule counts as better innovation. */
  public static final Set<String> BETTER = Set.of("output_quality", "productivity");

  /** The newest year of a sample of the studies that are held. */
  private static final YearMonth NEWEST = YearMonth.of(2022, 12);

  private final Proposition proposition;
  private final List<Estimate> estimates;

  PublishedEffects(Proposition proposition, Catalog catalog) {
    this.proposition = proposition;
    this.estimates = catalog.rows("published/effect_estimates", Estimate.class);
  }

  /**
   * A published estimate.
   *
   * @param studyId rows with one id rest on one data set
   * @param rule the rule whose effect is estimated
   * @param sample whose outcome
   * @param side sanctioned, upstream or sanctioning
   * @param outcome input, output_count, output_quality, productivity, performance, profit or
   *     market_value
   * @param series the estimate in words
   * @param sign positive, negative, zero_or_negative or not_significant
   * @param value its size where one is printed
   * @param unit unit of the value
   * @param grade grade of the page
   * @param sourceTitle the study
   */
  public record Estimate(
      String studyId,
      String rule,
      String sample,
      String side,
      String outcome,
      String series,
      String sign,
      OptionalDouble value,
      String unit,
      String grade,
      String sourceTitle) {
    /**
     * The sign as a number.
     *
     * @return 1 for positive, -1 for negative, 0 for none or "zero or negative"
     * @throws IllegalArgumentException if the sign is none of these
     */
    public int direction() {
      return switch (sign) {
        case "positive" -> 1;
        case "negative" -> -1;
        case "zero_or_negative", "not_significant" -> 0;
        default -> throw new IllegalArgumentException("unknown sign " + sign);
      };
    }

    /**
     * Whether it says something on quality or productivity.
     *
     * @return false for inputs, counts, performance, profits and market values
     */
    public boolean onBetterInnovation() {
      return BETTER.contains(outcome);
    }

    /**
     * Whether it is of sanctioned firms and of a grade that may decide.
     *
     * @return whether it may vote
     */
    public boolean decides() {
      return side.equals("sanctioned") && !grade.equals("S");
    }
  }

  /**
   * All published estimates that are held.
   *
   * @return the rows, those that do not vote too
   */
  public List<Estimate> estimates() {
    return List.copyOf(estimates);
  }

  /**
   * The votes of the studies.
   *
   * @param evenWeak whether rows of grade S vote too
   * @return 1, 0 or -1 by study; differing signs of one study count as 0
   */
  public Map<String, Integer> votes(boolean evenWeak) {
    return signs(
        one ->
            one.onBetterInnovation()
                && (one.decides() || evenWeak && one.side().equals("sanctioned")));
  }

  /**
   * The studies that the rule asks for.
   *
   * @return the registered least number
   */
  public int leastStudies() {
    return proposition.minimum(STUDIES).least();
  }

  /**
   * What each study that is held says of one outcome, or of several, for sanctioned firms.
   *
   * @param outcomes the outcomes that count
   * @return 1, 0 or -1 by study, rows of grade S too; differing signs of one study count as 0
   */
  public Map<String, Integer> signs(Set<String> outcomes) {
    return signs(one -> one.side().equals("sanctioned") && outcomes.contains(one.outcome()));
  }

  private Map<String, Integer> signs(Predicate<Estimate> which) {
    Map<String, List<Integer>> signs = new LinkedHashMap<>();
    for (Estimate one : estimates) {
      if (which.test(one)) {
        signs.computeIfAbsent(one.studyId(), key -> new ArrayList<>()).add(one.direction());
      }
    }
    Map<String, Integer> votes = new LinkedHashMap<>();
    signs.forEach(
        (study, own) -> votes.put(study, own.stream().distinct().count() == 1 ? own.get(0) : 0));
    return votes;
  }

  private static SignTest count(Map<String, Integer> votes) {
    int positive = (int) votes.values().stream().filter(vote -> vote > 0).count();
    return new SignTest(positive, votes.size() - positive);
  }

  private static Outcome estimate(SignTest votes) {
    int studies = votes.up() + votes.down();
    return studies == 0
        ? Outcome.unusable("no study is held")
        : Outcome.of(
            Evidence.of("positive_share_of_studies", (double) votes.up() / studies)
                .and("positive_sign_test_p", votes.pUp())
                .and("zero_or_negative_sign_test_p", votes.pDown()));
  }

  Examination examination() {
    SignTest held = count(votes(false));
    int studies = held.up() + held.down();
    return Examination.covering(
        proposition,
        STUDIES,
        studies,
        // too few studies cannot tell the worlds apart, and nothing is judged by them
        studies < leastStudies() ? List.of() : List.of(trial(held)));
  }

  /** The test of so many studies, better innovation against none or worse. */
  Trial<SignTest> trial(SignTest held) {
    int studies = held.up() + held.down();
    return Trial.of(
        proposition,
        "published estimates",
        held,
        NEWEST,
        (data, specification) -> estimate(data),
        (sizes, random) -> {
          int up = 0;
          for (int i = 0; i < studies; i++) {
            up += random.nextDouble() < sizes.of("positive_share") ? 1 : 0;
          }
          return new SignTest(up, studies - up);
        });
  }
}
