package speedbump.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import speedbump.analysis.Sighting.Condition;
import speedbump.claim.Comparison;
import speedbump.claim.GroupResult;
import speedbump.data.Catalog;

class SightingTest {
  private static final Catalog DATA = Catalog.shared();

  @Test
  void nobodySeesWhatNoTableTells() {
    assertEquals("no table tells", Sighting.words(Optional.empty(), DATA, Verdicts.of(1)));
  }

  @Test
  void aPropositionIsReadByTheDefaultsOfItsDecidingGroups() {
    double[] ratios =
        Verdicts.of(8).propositions().stream()
            .filter(part -> part.proposition().equals("8c"))
            .flatMap(part -> part.groups().stream())
            .filter(GroupResult::decides)
            .mapToDouble(group -> group.value("count_ratio_to_us"))
            .sorted()
            .toArray();
    assertTrue(ratios.length > 1 && ratios[0] < ratios[ratios.length - 1]);
    assertEquals(Sighting.SEEN, ratio(ratios[0]).in(DATA, Verdicts.of(8)));
    assertEquals(
        Sighting.NOT_YET,
        ratio(Math.nextUp(ratios[0])).in(DATA, Verdicts.of(8)),
        "all of them have to be so");
    assertEquals(Sighting.NOT_YET, ratio(0).in(DATA, Verdicts.of(1)), "another claim has no 8c");
  }

  private static Condition ratio(double least) {
    return new Condition("8c", "count_ratio_to_us", Comparison.AT_LEAST, least);
  }

  @Test
  void watchedSeries() {
    assertEquals(Sighting.SEEN, watched("chinese_lag_months_of_a_year", Comparison.AT_LEAST, 0));
    assertEquals(Sighting.NOT_YET, watched("chinese_lag_months_of_a_year", Comparison.ABOVE, 18));
    assertEquals(Sighting.SEEN, watched("chinese_lag_months_on_last_day", Comparison.BELOW, 18));
    String two = "export_share_of_growth_last_two_years";
    assertEquals(Sighting.SEEN, watched(two, Comparison.ABOVE, -10));
    assertEquals(Sighting.NOT_YET, watched(two, Comparison.ABOVE, 10));
    assertEquals(
        Sighting.NOT_YET,
        watched("export_share_of_growth_two_more_years", Comparison.ABOVE, -10),
        "years that are not over show nothing");
    assertThrows(IllegalArgumentException.class, () -> watched("moon", Comparison.ABOVE, 0));
  }

  private static Sighting watched(String quantity, Comparison comparison, double bound) {
    return new Condition("", quantity, comparison, bound).in(DATA, Verdicts.of(2));
  }

  @Test
  void everyRegisteredConditionCanBeJudged() {
    List<String> seen =
        IntStream.rangeClosed(1, 12)
            .boxed()
            .flatMap(claim -> Board.flips(DATA, Verdicts.of(claim)).stream())
            .map(Board.Flip::soFar)
            .toList();
    assertEquals(25, seen.size());
    // one figure, the months of a year, two years, and years to come
    for (String form :
        List.of(
            "already so \\([0-9]+%\\)",
            "not yet \\([0-9.]+ to [0-9.]+ months\\)",
            "not yet \\(\u2212?[0-9]+% and [0-9]+%\\)",
            "not yet")) {
      assertTrue(seen.stream().anyMatch(one -> one.matches(form)), form + " in " + seen);
    }
    assertEquals(7, seen.stream().filter(one -> !one.equals(Sighting.NOT_HELD.words())).count());
  }
}
