package speedbump.analysis;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.claim.ClaimResult;
import speedbump.claim.GroupResult;
import speedbump.data.Catalog;

/** Every number of a finding is one of the evidence or of the tables. */
class FindingTest {
  private static String finding(int claim) {
    return Verdicts.of(claim).finding();
  }

  private static void says(int claim, String format, Object... values) {
    String part = String.format(Locale.ROOT, format, values).replaceAll("(^|[ (])-", "$1\u2212");
    assertTrue(finding(claim).contains(part), part + " in: " + finding(claim));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void aFindingIsOneOrTwoSentences(int claim) {
    long sentences = Arrays.stream(finding(claim).split("(?<=[.])\\s+(?=[A-Z0-9])")).count();
    assertTrue(sentences == 1 || sentences == 2, finding(claim));
    assertTrue(finding(claim).endsWith("."));
  }

  @Test
  void claim2TellsTheWallsWeightsAndTheSlopeOfTheLag() {
    ClaimResult result = Verdicts.of(2);
    List<GroupResult> wall = result.proposition("2a").groups();
    says(
        2,
        "a standstill gets %.0f%% and %.0f%% of the weight; below 5%% would rule it out and"
            + " above 50%% show it, so a wall is neither seen nor excluded",
        100 * wall.get(0).value("ceiling_aicc_weight"),
        100 * wall.get(1).value("ceiling_aicc_weight"));
    GroupResult index = result.proposition("2c").group("index");
    says(
        2,
        "changed by %+.1f months a year (%+.1f to %+.1f)",
        index.value("lag_slope_months_per_year"),
        index.value("lag_slope_lower95_months_per_year"),
        index.value("lag_slope_upper95_months_per_year"));
  }

  @Test
  void claim4TellsBothErrorsAndTheGrowthThatWasKept() {
    GroupResult ledger = Verdicts.of(4).proposition("4b").groups().get(0);
    double voting = ledger.value("voting_clusters");
    double more = ledger.value("under_minus_over_predicted_clusters");
    says(
        4,
        "Of %.0f sets of dated forecasts from outside China %.0f were too low and"
            + " %.0f too high",
        voting,
        (voting + more) / 2,
        (voting - more) / 2);
    for (GroupResult group : Verdicts.of(4).proposition("4c").groups()) {
      says(
          4,
          "%.0f%% (%.0f to %.0f)",
          100 * group.value("growth_ratio_after_over_before"),
          100 * group.value("growth_ratio_after_over_before_lower80"),
          100 * group.value("growth_ratio_after_over_before_upper80"));
    }
    // growth is a slope of logarithms; what it was is told beside it
    says(4, "went from 321-fold a year (242- to 506-fold with any one point left out) to 3.6-fold");
    says(
        4,
        "%.0f%% of the US documents",
        100 * Verdicts.of(4).proposition("4a").groups().get(0).value("stop_share"));
  }

  @Test
  void claim3TellsTheDriftOfTheOdds() {
    GroupResult held = Verdicts.of(3).proposition("3b").group("as held");
    says(
        3,
        "changed by %+.0f%% a year (%+.0f%% to %+.0f%%)",
        100 * Math.expm1(held.value("technology_wide_trend")),
        100 * Math.expm1(held.value("technology_wide_trend_lower95")),
        100 * Math.expm1(held.value("technology_wide_trend_upper95")));
  }

  @Test
  void claim6TellsHowMuchCloserR1StoodAndHowRareThatIs() {
    GroupResult together = Verdicts.of(6).proposition("6a").groups().get(0);
    says(6, "came %.1f months sooner", -together.value("lag_minus_mean"));
    long models = Math.round(1 / together.value("permutation_p"));
    says(6, "of the %d models before it 0 stood as close in months, and 2 in points", models - 1);
    says(6, "%.0f%% of simulated cases", 100 * together.power().holdsGivenTrue());
  }

  @Test
  void claim7TellsTheExponentWithTimeHeldFixed() {
    GroupResult pooled = Verdicts.of(7).proposition("7c").groups().get(0);
    double without = pooled.value("uncontrolled_exponent");
    says(
        7,
        "(learning exponent %.2f, %.2f to %.2f; %.2f without)",
        pooled.value("pooled_exponent"),
        pooled.value("pooled_exponent_lower95"),
        pooled.value("pooled_exponent_upper95_over_uncontrolled") * without,
        without);
    says(
        7,
        "%.0f%% of them have",
        100
            * Verdicts.of(7)
                .proposition("7a")
                .groups()
                .get(0)
                .value("significant_technologies_share"));
  }

  @Test
  void claim11TellsHowFarExportsPartMayHaveChangedAndTheSlopesOfValueAdded() {
    GroupResult sums = Verdicts.of(11).proposition("11b").groups().get(0);
    says(
        11,
        "the change could be anything from %.0f points down to %.0f points up",
        -100 * sums.value("export_share_of_growth_difference_lower95"),
        100 * sums.value("export_share_of_growth_difference_upper95"));
    double home = Verdicts.of(11).proposition("11a").group().value("domestic_fields_share");
    says(11, "%.0f of 5 new fields", 5 * home);
    for (GroupResult group : Verdicts.of(11).proposition("11c").groups()) {
      says(
          11,
          "%+.1f points a year (%+.1f to %+.1f)",
          100 * group.value("domestic_value_added_slope_per_year"),
          100 * group.value("domestic_value_added_slope_per_year_lower95"),
          100 * group.value("domestic_value_added_slope_per_year_upper95"));
    }
  }

  private record Row(String destination, String period, double tonnes, OptionalDouble tonnesLow) {}

  private static double tonnes(String period) {
    return Catalog.shared().rows("minerals/magnet_exports", Row.class).stream()
        .filter(row -> row.destination().equals("USA") && row.period().equals(period))
        .mapToDouble(Row::tonnes)
        .findFirst()
        .orElseThrow();
  }

  /** The fall is that of the published months against the first quarter of 2025. */
  @Test
  void claim10TellsTheExposedElementsAndTheFallOfThreeMonths() {
    double before = (tonnes("2025-01..02") + tonnes("2025-03")) / 3;
    double three = (tonnes("2025-04") + tonnes("2025-05") + tonnes("2025-06")) / 3;
    says(10, "fell by %.0f%% in April to June 2025", 100 * (1 - three / before));
    double share = Verdicts.of(10).proposition("10a").group().value("exposed_elements_share");
    says(10, "Of 5 rare earths");
    says(10, "more than 80%% of %.0f,", 5 * share);
  }
}
