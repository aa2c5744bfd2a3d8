package speedbump.analysis.ninefields;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.analysis.ConstantNoise.faint;
import static speedbump.analysis.shared.Planted.evidence;
import static speedbump.analysis.shared.Planted.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.analysis.Verdicts;
import speedbump.analysis.ninefields.Fields.Change;
import speedbump.analysis.ninefields.Fields.Series;
import speedbump.analysis.ninefields.Reading.Coder;
import speedbump.analysis.ninefields.Reading.Dose;
import speedbump.analysis.ninefields.Reading.Items;
import speedbump.analysis.ninefields.Reading.Measure;
import speedbump.analysis.shared.Planted;
import speedbump.claim.Evidence;
import speedbump.claim.Proposition;
import speedbump.claim.PropositionWord;
import speedbump.claim.Registry;
import speedbump.claim.Standing;
import speedbump.claim.Trial;
import speedbump.data.Catalog;
import speedbump.stats.FreedmanLane;
import speedbump.stats.LeastSquares;
import speedbump.stats.SignTest;
import tech.tablesaw.api.Row;

class NineFieldsTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final NineFields ANALYSIS = NineFields.of(CATALOG);
  private static final Fields FIELDS = ANALYSIS.fields();

  private static Series series(String field) {
    return FIELDS.series(Measure.FIRST).stream()
        .filter(one -> one.field().field().equals(field))
        .findFirst()
        .orElseThrow();
  }

  private static Change change(String field, Reading how) {
    return FIELDS.changes(how).stream()
        .filter(one -> one.field().field().equals(field))
        .findFirst()
        .orElseThrow();
  }

  /** Figures read off the publishers' tables, of which other tables of the package hold some. */
  @Test
  void theSharesAreThoseOfTheirSources() {
    Map<Integer, Double> china = new HashMap<>();
    Map<Integer, Double> world = new HashMap<>();
    for (Row row : CATALOG.table("industry/value_added")) {
      if (row.getString("industry").startsWith("Pharmaceuticals")) {
        Map<Integer, Double> side =
            switch (row.getString("economy")) {
              case "CHN" -> china;
              case "WLD" -> world;
              default -> new HashMap<>();
            };
        side.put(row.getInt("year"), row.getNumber("value_added_million_usd"));
      }
    }
    assertEquals(21, world.size());
    series("biopharma")
        .shares()
        .forEach((year, share) -> assertEquals(china.get(year) / world.get(year), share, 1e-12));
    // 0.29 of 140,500 over 387,000 robots; 12.89 million vehicles over the world's sales
    assertEquals(0.29 * 140_500 / 387_000, series("robotics").shares().get(2019), 1e-6);
    assertEquals(0.47 * 276_288 / 541_000, series("robotics").shares().get(2023), 1e-6);
    assertEquals(22_000 / 254_000.0, series("robotics").shares().get(2015), 1e-9);
    assertFalse(series("robotics").shares().containsKey(2021));
    assertEquals(0.798677, series("solar").shares().get(2021), 1e-6);
  }

  @Test
  void everyFieldThatStandsHasItsYears() {
    for (Fields.Field field : FIELDS.registered()) {
      assertEquals(field.stands(), field.firstYear().isPresent(), field.field());
      assertEquals(field.measure().equals("none"), !field.stands(), field.field());
    }
    for (Measure measure : Measure.values()) {
      for (Series one : FIELDS.series(measure)) {
        TreeMap<Integer, Double> shares = new TreeMap<>(one.shares());
        assertEquals(one.field().firstYear().getAsInt(), shares.firstKey(), one.toString());
        assertEquals(one.field().lastYear().getAsInt(), shares.lastKey(), one.toString());
        // before 2011 there are years without a patent
        shares
            .tailMap(2011)
            .values()
            .forEach(share -> assertTrue(share > 0 && share < 1, one.toString()));
      }
    }
    assertEquals(
        List.of("drones", "toys", "ceramics"),
        FIELDS.registered().stream()
            .filter(one -> !one.stands())
            .map(Fields.Field::field)
            .toList());
  }

  /** Means of the coded steps by hand: chips 2019 to 2022, AI 0 1 1 1, ships 0 0 1 1 1. */
  @ParameterizedTest
  @CsvSource({
    "chips, LEVEL, A, COUNTED, 2",
    "chips, INCREASE, A, COUNTED, 0",
    "chips, LEVEL, A, NOT_COUNTED, 1.5",
    "chips, INCREASE, B, NOT_COUNTED, 1.5",
    "ai, LEVEL, A, COUNTED, 0.75",
    "biopharma, LEVEL, B, COUNTED, 2",
    "biopharma, LEVEL, A, NOT_COUNTED, 0.25",
    "biopharma, INCREASE, A, COUNTED, 0",
    "ships, LEVEL, A, COUNTED, 0.6",
    "clothing, LEVEL, A, COUNTED, 0",
    "clothing, LEVEL, B, COUNTED, 0.6",
    "batteries, LEVEL, A, COUNTED, 0"
  })
  void theDoseIsTheMeanStepOfTheYearsAfter(
      String field, Dose dose, Coder coder, Items items, double expected) {
    assertEquals(
        expected, change(field, new Reading(dose, coder, items, Measure.FIRST)).dose(), 1e-12);
  }

  /** Both windows are as long, next to the hinge, and as long as the years held allow. */
  @ParameterizedTest
  @CsvSource({"chips, 4", "robotics, 5", "evs, 3", "batteries, 4", "solar, 3", "clothing, 5"})
  void theWindowsAreEqual(String field, int years) {
    Change change = change(field, Reading.DEFAULT);
    assertEquals(years, change.years());
    Map<Integer, Double> shares = series(field).shares();
    assertEquals(growth(shares, 2018 - years, 2017), change.before(), 1e-12);
    assertEquals(growth(shares, 2019, 2018 + years), change.after(), 1e-12);
    assertEquals(Math.log(shares.get(2018 - years)), change.startLogShare(), 1e-12);
  }

  private static double growth(Map<Integer, Double> shares, int first, int last) {
    double meanYear = 0;
    double meanLog = 0;
    List<Integer> years =
        shares.keySet().stream().filter(year -> year >= first && year <= last).toList();
    for (int year : years) {
      meanYear += (double) year / years.size();
      meanLog += Math.log(shares.get(year)) / years.size();
    }
    double top = 0;
    double bottom = 0;
    for (int year : years) {
      top += (year - meanYear) * (Math.log(shares.get(year)) - meanLog);
      bottom += (year - meanYear) * (year - meanYear);
    }
    return top / bottom;
  }

  @Test
  void thePlaceboDateLooksAtYearsBeforeTheControls() {
    List<Change> placebo = ANALYSIS.response().placebo(Reading.DEFAULT);
    assertEquals(13, placebo.size());
    Change chips =
        placebo.stream().filter(one -> one.field().field().equals("chips")).findFirst().get();
    assertEquals(3, chips.years());
    assertEquals(growth(series("chips").shares(), 2015, 2017), chips.after(), 1e-12);
    assertEquals(2, chips.dose());
  }

  @Test
  void theSlopeHoldsTheStartFixed() {
    List<Change> panel = ANALYSIS.response().panel(Reading.DEFAULT);
    FreedmanLane.Result result = DoseResponse.test(panel);
    double[] fit =
        LeastSquares.withConstant(
                panel.stream().mapToDouble(Change::growth).toArray(),
                panel.stream().mapToDouble(Change::dose).toArray(),
                panel.stream().mapToDouble(Change::startLogShare).toArray())
            .coefficients();
    assertEquals(fit[1], result.slope(), 1e-12);
    assertEquals(16, panel.size());
    assertEquals(4, DoseResponse.differentDoses(panel));
    assertEquals(panel.size(), ANALYSIS.response().withoutEach(Reading.DEFAULT).size());
  }

  /** With next to no noise the slope of a world is the registered one. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.02, -0.05})
  void aWorldHasTheSlopeThatItIsGiven(double slope) {
    Trial<?> trial = ANALYSIS.response().examination().trials().get(0);
    Evidence drawn =
        evidence(
            trial.draw(trial.defaultSpecification(), world("growth_per_step", slope), faint()));
    assertEquals(slope, drawn.value("intensity_slope_per_step"), 1e-6);
    assertEquals(slope > 0, drawn.value("slope_above_permutation_p") < 0.05);
    assertEquals(slope < 0, drawn.value("slope_below_permutation_p") < 0.05);
  }

  /** A chance near the bound is no accident of its draws: many times as many give the same. */
  @Test
  void theChanceHasDrawsEnough() {
    List<Change> panel = ANALYSIS.response().panel(Reading.DEFAULT);
    double[] growth = panel.stream().mapToDouble(Change::growth).toArray();
    FreedmanLane design =
        FreedmanLane.of(
            panel.stream().mapToDouble(Change::dose).toArray(),
            panel.stream().mapToDouble(Change::startLogShare).toArray());
    double many = design.test(growth, 400_000, 7).pLess();
    assertEquals(0.0707, many, 0.0015);
    assertEquals(many, DoseResponse.test(panel).pLess(), 0.005);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.04, -0.01})
  void aWorldHasTheBreakThatItIsGiven(double mean) {
    Trial<?> trial = ANALYSIS.touched().examination().trials().get(0);
    Evidence drawn =
        evidence(
            trial.draw(trial.defaultSpecification(), world("mean_break_per_year", mean), faint()));
    assertEquals(mean, drawn.value("mean_break"), 1e-6);
    assertEquals(mean, drawn.value("mean_break_lower90"), 1e-6);
    assertEquals(mean, drawn.value("mean_break_upper90"), 1e-6);
  }

  @Test
  void hardlyTouchedMeansADoseBelowOneHalf() {
    List<String> names =
        ANALYSIS.touched().panel(Reading.DEFAULT).stream().map(one -> one.field().field()).toList();
    assertEquals(12, names.size());
    assertFalse(names.contains("ships"));
    assertFalse(names.contains("ai"));
    // by hand from growth of clothing, footwear, furniture, bags, lamps, tyres and steel
    assertEquals(7, ANALYSIS.touched().panel(Reading.DEFAULT, false).size());
    assertEquals(
        0.01398,
        ANALYSIS.touched().mean(ANALYSIS.touched().panel(Reading.DEFAULT, false)).estimate(),
        5e-5);
    assertEquals(
        0.05845,
        ANALYSIS.touched().mean(ANALYSIS.touched().panel(Reading.DEFAULT, true)).estimate(),
        5e-5);
    assertFalse(
        ANALYSIS.touched().panel(Reading.DEFAULT.with(Coder.B)).stream()
            .anyMatch(one -> one.field().field().equals("clothing")));
  }

  /** E3 stands on weak pages; E7 says performance of sanctioned firms, productivity upstream. */
  @Test
  void oneStudyHasOneVote() {
    assertEquals(Map.of("E1", -1), ANALYSIS.effects().votes(false));
    assertEquals(Map.of("E1", -1, "E3", -1, "E7", -1), ANALYSIS.effects().votes(true));
    assertEquals(
        Map.of("E1", 1, "E4", 1, "E6", 1, "Hayakawa and Yang 2026", 0),
        ANALYSIS.effects().signs(Set.of("input")));
  }

  /**
   * Ten of twelve would do: the chance of so many by a coin is 0.019; eight of twelve would not.
   */
  @Test
  void twelveStudiesCouldTell() {
    Proposition proposition = Registry.of(CATALOG).proposition("5d");
    Map<Integer, Standing> expected =
        Map.of(10, Standing.HOLDS, 8, Standing.NEITHER, 2, Standing.FAILS);
    expected.forEach(
        (up, standing) -> {
          Trial<SignTest> trial = ANALYSIS.effects().trial(new SignTest(up, 12 - up));
          assertEquals(
              standing,
              Planted.standing(proposition, trial.run(trial.defaultSpecification())),
              up + " of twelve");
        });
    Trial<SignTest> trial = ANALYSIS.effects().trial(new SignTest(6, 6));
    for (double share : new double[] {0, 1}) {
      Evidence drawn =
          evidence(
              trial.draw(
                  trial.defaultSpecification(),
                  world("positive_share", share),
                  new SplittableRandom(1)));
      assertEquals(share, drawn.value("positive_share_of_studies"));
    }
    assertTrue(ANALYSIS.effects().examination().trials().isEmpty());
  }

  @Test
  void theWordsFollowTheRules() {
    Map<String, PropositionWord> words =
        Verdicts.of(5).propositions().stream()
            .collect(Collectors.toMap(one -> one.proposition(), one -> one.word()));
    assertEquals(
        Map.of(
            "5a", PropositionWord.CANNOT_TELL,
            "5b", PropositionWord.CANNOT_TELL,
            "5c", PropositionWord.HOLDS,
            "5d", PropositionWord.CANNOT_TELL_COVERAGE),
        words);
    assertTrue(
        ANALYSIS.finding(Verdicts.of(5)).contains("8 of the 8 fields"),
        ANALYSIS.finding(Verdicts.of(5)));
  }

  /** Weights and gaps as scipy's SLSQP finds them from the same tables. */
  @Test
  void standInsAreThoseOfAnotherProgram() {
    List<StandIn.Line> lines = ANALYSIS.standIns().stream().map(StandIn::line).toList();
    assertEquals(
        List.of("semiconductors", "batteries", "solar cells and diodes"),
        lines.stream().map(StandIn.Line::field).toList());
    assertEquals("medical technology 99%, electrical machinery 1%", lines.get(0).mixedFrom());
    assertEquals(
        "tyres 59%, bags and cases 23%, lamps 8%, ships 7%, pullovers and women's suits 3%",
        lines.get(2).mixedFrom());
    assertEquals(0.95, lines.get(2).offBefore(), 0.005);
    assertEquals(8.15, lines.get(2).aheadAfter(), 0.005);
    assertEquals("1 of 9", lines.get(2).rank());
    assertEquals("1998 to 2020", lines.get(0).years());
    assertTrue(ANALYSIS.standIns().stream().allMatch(one -> one.controls().get(0).unique()));
    StandIn.Line before = ANALYSIS.standIns().get(2).at(2014).line();
    assertEquals("2010 to 2018", before.years());
    assertEquals(0.38, before.aheadAfter(), 0.005);
    // what hangs on one donor: chips on medical technology, solar cells on none
    StandIn.Line alone = ANALYSIS.standIns().get(0).without("medical technology").line();
    assertEquals(7.01, alone.offBefore(), 0.005);
    assertEquals(-10.0, alone.aheadAfter(), 0.05);
    assertEquals(alone.aheadAfter(), ANALYSIS.standIns().get(0).leastGapWithoutOne());
    assertEquals(5.3, ANALYSIS.standIns().get(2).leastGapWithoutOne(), 0.05);
    assertThrows(IllegalArgumentException.class, () -> ANALYSIS.standIns().get(0).without("tyres"));
  }

  /** A published share stands beside the one of its own field, measure and year, never another. */
  @Test
  void otherCountersStandBesideTheSameFieldMeasureAndYear() {
    Map<String, Double> ours = new HashMap<>();
    for (Row row : CATALOG.table("industry/field_shares")) {
      ours.put(
          row.getString("field") + row.getString("measure") + row.getInt("year"),
          row.getDouble("china") / row.getDouble("world"));
    }
    List<OtherCounters.Level> levels = ANALYSIS.counters().levels();
    assertEquals(CATALOG.table("published/field_shares").rowCount(), levels.size());
    for (OtherCounters.Level one : levels) {
      OtherCounters.Published theirs = one.published();
      assertEquals(ours.get(theirs.field() + theirs.measure() + theirs.year()), one.ours(), 1e-12);
    }
  }

  /** Growth is taken within a counter, between its own two years: SEMI's by hand. */
  @Test
  void growthOfACounterIsItsOwn() {
    OtherCounters.Growth chips =
        ANALYSIS.counters().growths().stream()
            .filter(one -> one.name().equals("chips"))
            .findFirst()
            .orElseThrow();
    assertEquals(Math.log(23.4 / 14.4) / 5, chips.published(), 1e-12);
    assertEquals(Math.log(15.3 / 9.7) / 5, chips.ours(), 1e-12);
    // a counter of one year has no growth, and two that count different things are not joined
    assertEquals(4, ANALYSIS.counters().growths().size());
  }
}
