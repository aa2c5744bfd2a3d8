package speedbump.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedbump.data.Catalog;

class StripTest {
  private static final Registry REGISTRY = Registry.of(Catalog.shared());

  private static SpecificationResult one(
      String option, boolean registered, Standing standing, Map<String, Double> figures) {
    Evidence evidence = Evidence.none();
    for (var figure : figures.entrySet()) {
      evidence = evidence.and(figure.getKey(), figure.getValue());
    }
    return new SpecificationResult(
        new Specification(
            "group", List.of(new Specification.Selection("c", option)), registered, true),
        standing,
        evidence,
        standing == Standing.UNUSABLE ? "no point" : "");
  }

  private static GroupResult group(boolean decides, SpecificationResult... all) {
    return new GroupResult(
        "g",
        decides,
        List.of(all),
        all.length,
        0,
        0,
        0,
        0,
        Power.none(),
        Standing.NEITHER,
        "",
        List.of());
  }

  private static Optional<Strip> strip(String id, GroupResult... groups) {
    return Strip.of(
        REGISTRY,
        new PropositionResult(
            id,
            PropositionClass.CORE,
            PropositionWord.OPEN,
            PropositionWord.OPEN,
            "",
            List.of(groups)));
  }

  /** Where the rule asks for an interval on one side of a bound, the statistic is the axis. */
  @Test
  void anIntervalIsDrawnWhereTheWholeOfItDecides() {
    Map<String, Double> figures =
        Map.of(
            "lag_slope_months_per_year", 1.0,
            "lag_slope_lower95_months_per_year", -2.0,
            "lag_slope_upper95_months_per_year", 7.5);
    Strip strip = strip("2c", group(true, one("a", true, Standing.NEITHER, figures))).orElseThrow();
    assertEquals("lag_slope_months_per_year", strip.quantity().quantity());
    double none = Double.NEGATIVE_INFINITY;
    assertEquals(
        List.of(
            new Strip.Zone(Standing.HOLDS, none, 6, false),
            new Strip.Zone(Standing.FAILS, 6, -none, false)),
        strip.zones());
    assertEquals(List.of(new Strip.Range(-2, 7.5)), strip.ranges());
    assertEquals("holds below 6 months a year, whole interval", strip.label(Standing.HOLDS));
    assertEquals(List.of(), strip.asked());
    assertTrue(
        strip.words().endsWith("(\u22122.0 to 7.5 months a year) as registered."), strip.words());
  }

  /**
   * The rule of 6a: p on both sides, and the sign of the statistic, which the axis does not show.
   */
  @Test
  void whatBothSidesBoundIsTheAxisAndTheRestIsSaid() {
    Strip strip =
        strip(
                "6a",
                group(
                    true,
                    one(
                        "a",
                        true,
                        Standing.HOLDS,
                        Map.of("permutation_p", 0.06, "lag_minus_mean", -4.0)),
                    one(
                        "b",
                        false,
                        Standing.HOLDS,
                        Map.of("permutation_p", 0.06, "lag_minus_mean", -3.0)),
                    one(
                        "c",
                        false,
                        Standing.NEITHER,
                        Map.of("permutation_p", 0.3, "lag_minus_mean", -1.0)),
                    one("d", false, Standing.UNUSABLE, Map.of())),
                group(false, one("e", true, Standing.FAILS, Map.of("permutation_p", 0.9))))
            .orElseThrow();
    assertEquals("permutation_p", strip.quantity().quantity());
    assertEquals(
        List.of(
            new Strip.Answer(0.06, Standing.HOLDS, true, 2),
            new Strip.Answer(0.3, Standing.NEITHER, false, 1)),
        strip.answers());
    assertEquals(List.of(0.1, 0.5), strip.bounds());
    assertEquals(
        List.of("lag_minus_mean"),
        strip.asked().stream().map(one -> one.quantity().quantity()).toList());
    assertEquals("Registered: it holds below 0.1, fails above 0.5.", strip.rule());
    assertTrue(
        strip
            .words()
            .endsWith(
                ". The rule also asks for "
                    + strip.asked().get(0).quantity().words()
                    + " (\u22124.0 to \u22121.0 months; it holds below 0 months)."),
        strip.words());
    assertEquals("can hold below 0.1", strip.label(Standing.HOLDS));
    assertEquals("can fail above 0.5", strip.label(Standing.FAILS));
    assertTrue(strip.words().contains(": 0.060 as registered; 2 distinct values, 0.060 to 0.300"));
    assertEquals(1, strip.groups());
    assertEquals(0.06 - 0.06 * 0.44, strip.axis().lower(), 1e-12);
    assertEquals(0.5 + 0.06 * 0.44, strip.axis().upper(), 1e-12);
  }

  /** Two alternatives of a side are two zones; the conditions of one are both ends of a zone. */
  @Test
  void alternativesAreZonesOfTheirOwn() {
    Map<String, Double> figures =
        Map.of("mean_break", 0.01, "mean_break_lower90", -0.5, "mean_break_upper90", 0.015);
    Strip strip = strip("5b", group(true, one("a", true, Standing.NEITHER, figures))).orElseThrow();
    assertEquals(
        List.of(
            new Strip.Zone(Standing.HOLDS, -0.02, 0.02, true),
            new Strip.Zone(Standing.FAILS, 0.02, Double.POSITIVE_INFINITY, false),
            new Strip.Zone(Standing.FAILS, Double.NEGATIVE_INFINITY, -0.02, false)),
        strip.zones());
    // the interval reaches further than the rest does, and is cut where as much room again is left
    assertEquals(-0.06, strip.axis().lower() + 0.06 * 0.08, 1e-12);
  }

  @Test
  void aLowerEndAtOrBelowABoundIsNoZone() {
    Map<String, Double> figures =
        Map.of(
            "pooled_exponent", 0.1,
            "pooled_exponent_lower95", -0.1,
            "pooled_exponent_upper95_over_uncontrolled", 0.7);
    Strip strip = strip("7c", group(true, one("a", true, Standing.NEITHER, figures))).orElseThrow();
    assertEquals(
        List.of(new Strip.Zone(Standing.HOLDS, 0, Double.POSITIVE_INFINITY, false)), strip.zones());
    assertTrue(
        strip.words().endsWith("The rule asks for 2 more figures, said below."), strip.words());
    assertTrue(
        strip
            .rule()
            .matches("Registered: it holds above 0\\. The rule also asks for .*; for .*\\)\\."),
        strip.rule());
    assertEquals(
        List.of("pooled_exponent_upper95_over_uncontrolled"),
        strip.asked().stream()
            .map(one -> one.quantity().quantity())
            .filter(one -> one.endsWith("uncontrolled"))
            .toList());
  }

  /** A bound that is of its side is said so. */
  @Test
  void atABoundIsNotBeyondIt() {
    Map<String, Double> months =
        Map.of("longest_recovered_run_months", 3.0, "mean_months_10_to_12_over_before", 0.8);
    Strip strip = strip("10d", group(true, one("a", true, Standing.NEITHER, months))).orElseThrow();
    assertEquals(
        List.of("can hold below 90%", "can fail at 90% or more"),
        Stream.of(Standing.HOLDS, Standing.FAILS).map(strip::label).toList());
    assertTrue(
        strip.words().endsWith("(3 months; it holds below 3 months, fails at 3 months or more)."),
        strip.words());
  }

  /** Growth a year, and levels, are no log points: they stand on no axis with them. */
  @Test
  void answersInAnotherUnitAreCountedAndNotDrawn() {
    List<SpecificationResult> ways = new ArrayList<>();
    String[][] taken = {
      {"level shift", "logs"}, {"change of slope", "logs"}, {"level shift", "levels"}
    };
    for (String[] options : taken) {
      boolean registered = ways.isEmpty();
      ways.add(
          new SpecificationResult(
              new Specification(
                  "group",
                  List.of(
                      new Specification.Selection("estimand", options[0]),
                      new Specification.Selection("scale", options[1])),
                  registered,
                  true),
              Standing.NEITHER,
              Evidence.of("path_change", registered ? -0.5 : 10 * ways.size()),
              ""));
    }
    Strip strip = strip("2b", group(true, ways.toArray(SpecificationResult[]::new))).orElseThrow();
    assertEquals(List.of(-0.5), strip.answers().stream().map(Strip.Answer::value).toList());
    assertEquals(
        new Strip.Elsewhere(
            2, List.of("log points a year for slopes", "the series' own units for levels")),
        strip.elsewhere());
    assertTrue(
        strip
            .words()
            .endsWith(
                "\u22120.50 log points as registered; 2 more in other units (log points a year for"
                    + " slopes; the series' own units for levels)."),
        strip.words());
  }

  /** Every option that changes a unit is registered, and its quantity is one that a rule shows. */
  @Test
  void optionsOfAnotherUnitAreRegistered() {
    assertEquals(4, REGISTRY.otherUnits().size());
    for (Registry.OtherUnit one : REGISTRY.otherUnits()) {
      assertTrue(
          REGISTRY.claims().stream()
              .flatMap(claim -> claim.propositions().stream())
              .filter(
                  proposition ->
                      proposition.statistic().equals(one.quantity())
                          || proposition.conditions().stream()
                              .anyMatch(c -> c.quantity().equals(one.quantity())))
              .flatMap(proposition -> proposition.groups().stream())
              .flatMap(group -> group.choices().stream())
              .anyMatch(
                  choice ->
                      choice.name().equals(one.choice())
                          && choice.words().contains(one.option())
                          && !choice.words().get(0).equals(one.option())),
          one.toString());
    }
  }

  /** Two runaways among forty answers do not squeeze the others into one place. */
  @Test
  void theAxisIsAroundThoseThatAreNotFarOff() {
    List<SpecificationResult> ways = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      double value = i == 0 ? -17.5 : i == 39 ? 644.8 : i / 40.0;
      ways.add(
          one(
              "way " + i,
              i == 20,
              Standing.NEITHER,
              Map.of(
                  "path_change",
                  value,
                  "path_change_lower95",
                  value - 0.1,
                  "path_change_upper95",
                  value + 0.1)));
    }
    Strip strip = strip("2b", group(true, ways.toArray(SpecificationResult[]::new))).orElseThrow();
    assertEquals(40, strip.answers().size());
    assertTrue(strip.axis().lower() > -2 && strip.axis().upper() < 2, strip.axis().toString());
    assertTrue(
        strip
            .words()
            .endsWith(
                "40 distinct values, nine in ten of them 0.05 to 0.93 log points, the others as far"
                    + " as \u221217.50 to 644.80 log points."),
        strip.words());
    // a far answer that is registered stays on the axis
    ways.set(39, one("far", true, Standing.NEITHER, Map.of("path_change", 644.8)));
    Strip far = strip("2b", group(true, ways.toArray(SpecificationResult[]::new))).orElseThrow();
    assertTrue(far.axis().upper() > 644, far.axis().toString());
  }

  /** Every proposition whose rule can be judged has an axis, once a group has an answer. */
  @ParameterizedTest
  @CsvSource({"1a", "2b", "3b", "3c", "4b", "5a", "7b", "8c", "9b", "10a", "10d", "12a", "12c"})
  void everyRuleFindsItsAxis(String id) {
    Proposition proposition = REGISTRY.proposition(id);
    List<String> names = new ArrayList<>(List.of(proposition.statistic()));
    proposition.conditions().forEach(one -> names.add(one.quantity()));
    Evidence evidence = Evidence.none();
    for (String name : names.stream().filter(n -> !n.isEmpty()).distinct().toList()) {
      evidence = evidence.and(name, 0.25);
    }
    SpecificationResult made =
        new SpecificationResult(
            new Specification("group", List.of(), true, true), Standing.NEITHER, evidence, "");
    Strip strip = strip(id, group(true, made)).orElseThrow();
    assertTrue(strip.words().contains("as registered"), strip.words());
    assertTrue(strip.axis().lower() < strip.axis().upper());
  }

  @Test
  void whereNothingWasMeasuredThereIsNoStrip() {
    assertTrue(strip("6a").isEmpty());
    assertTrue(strip("6d").isEmpty());
    assertTrue(strip("6a", group(true, one("d", true, Standing.UNUSABLE, Map.of()))).isEmpty());
  }
}
