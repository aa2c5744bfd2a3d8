package speedbump.analysis.backfire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.analysis.ConstantNoise.faint;
import static speedbump.analysis.shared.Planted.evidence;
import static speedbump.analysis.shared.Planted.world;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.analysis.Verdicts;
import speedbump.analysis.backfire.Effort.Path;
import speedbump.claim.ClaimResult;
import speedbump.claim.Evidence;
import speedbump.claim.PropositionWord;
import speedbump.claim.Trial;
import speedbump.data.Catalog;

class BackfireTest {
  private static final Backfire ANALYSIS = Backfire.of(Catalog.shared());

  @Test
  void theWordsAreThoseOfTheRule() {
    ClaimResult result = Verdicts.of(9);
    assertEquals(PropositionWord.CANNOT_TELL, result.proposition("9a").word());
    assertEquals(PropositionWord.FAILS, result.proposition("9b").word());
    assertEquals(PropositionWord.FAILS, result.proposition("9c").word());
    assertEquals(PropositionWord.CANNOT_TELL_COVERAGE, result.proposition("9d").word());
    String finding = ANALYSIS.finding(result);
    assertTrue(finding.contains("gained 1.5 points of share in the world market"), finding);
    assertTrue(finding.contains("none broke upwards"), finding);
    assertTrue(finding.contains("is of 2014"), finding);
  }

  /** With next to no noise the change of a world is the registered one. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 2, 3})
  void aWorldHasTheGrowthThatItIsGiven(double ratio) {
    for (Trial<?> trial : ANALYSIS.effort().examination().trials()) {
      Evidence drawn =
          evidence(
              trial.draw(
                  trial.defaultSpecification(), world("growth_after_over_before", ratio), faint()));
      assertEquals(ratio - 1, drawn.value("slope_change_over_world_t"), 1e-3, trial.name());
      if (ratio > 1) {
        assertTrue(drawn.value("upward_break_p") < 0.01, trial.name());
        assertEquals(2018, drawn.value("upward_break_year"), 1, trial.name());
      }
    }
  }

  @Test
  void theSeriesAreThoseRegistered() {
    List<Path> paths = ANALYSIS.effort().paths();
    assertEquals(13, paths.get(0).times().length);
    assertEquals(25, paths.get(1).times().length);
    assertEquals(2012.5, paths.get(0).times()[0]);
    assertEquals(2018.29, ANALYSIS.effort().control(), 0.01);
    // every date with 15% of the points on either side
    assertEquals(10, ANALYSIS.effort().test(paths.get(0)).dates().length);
    assertEquals(18, ANALYSIS.effort().test(paths.get(1)).dates().length);
  }

  @Test
  void daysRunBetweenTheNearestEnds() {
    Programmes programmes = ANALYSIS.programmes();
    assertEquals("Guideline of 2014", programmes.first().label());
    // 24 June 2014 to 1 April 2018, and from 31 May 2014
    assertEquals(OptionalLong.of(-1377), programmes.daysFrom(YearMonth.of(2018, 4)));
    assertEquals(OptionalLong.of(24), programmes.daysFrom(YearMonth.of(2014, 5)));
    assertEquals(OptionalLong.empty(), programmes.daysFrom(YearMonth.of(2014, 6)));
  }

  /** Yearly figures of grade P or M alone: no forecast, quarter, half-year or weak page. */
  @Test
  void whatIllustratesIsReportedAndYearly() {
    Illustrations held = ANALYSIS.illustrations();
    assertEquals(
        List.of(2018, 2019, 2020, 2021, 2023, 2024), List.copyOf(held.billings().keySet()));
    assertEquals(49.6, held.billings().get(2024)); // and not the 35 forecast in the middle of it
    assertEquals(Set.of("Huawei", "NAURA", "SMIC"), held.research().keySet());
    assertEquals(List.of(2018, 2024), List.copyOf(held.research().get("Huawei").keySet()));
    assertEquals(3669 / 670.32, held.research().get("NAURA").get(2024), 1e-12);
    assertEquals(Map.of(2014, 138.7, 2019, 204.0, 2024, 344.0), held.funds());
  }

  @Test
  void noSupplierHasTwoYearsOnEitherSide() {
    assertEquals(List.of(), ANALYSIS.suppliers().firmsOnEitherSide());
    // 2916 of 21173.4 and 7251.8 of 27558.5 million euros
    assertEquals(
        List.of(0.1377, 0.2631),
        ANALYSIS.suppliers().shares().stream()
            .filter(one -> one.series().contains("yearly report"))
            .map(one -> Math.round(1e4 * one.share()) / 1e4)
            .toList());
  }
}
