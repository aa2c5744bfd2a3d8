package speedbump.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.analysis.DelayOrStop.Estimand;
import speedbump.analysis.DelayOrStop.Fitted;
import speedbump.analysis.DelayOrStop.NearControl;
import speedbump.analysis.DelayOrStop.NodeLag;
import speedbump.analysis.DelayOrStop.Placebo;
import speedbump.analysis.DelayOrStop.Sight;
import speedbump.claim.ClaimResult;
import speedbump.claim.GroupResult;
import speedbump.claim.PropositionWord;
import speedbump.claim.Specification;
import speedbump.claim.SpecificationResult;
import speedbump.claim.Standing;
import speedbump.data.Catalog;
import speedbump.model.FrontierLag.Bound;
import speedbump.model.FrontierLag.Lag;
import speedbump.model.ShockFit;
import speedbump.model.ShockShape;
import speedbump.stats.Interval;
import speedbump.stats.LeastSquares.SerialErrors;

class DelayOrStopTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final DelayOrStop ANALYSIS = DelayOrStop.of(CATALOG);
  private static final ClaimResult CLAIM = Verdicts.of(2);

  private static ControlledSeries published() {
    return ANALYSIS.series("training_compute_published");
  }

  private static List<GroupResult> groups(int proposition) {
    return CLAIM.propositions().get(proposition).groups();
  }

  @Test
  void twoSeriesAreAskedForAWallAndTwoProxiesForADelay() {
    assertEquals(
        List.of("training_compute_published", "training_compute_models"),
        groups(0).stream().map(GroupResult::name).toList());
    assertEquals(
        ANALYSIS.fitted().stream().map(ControlledSeries::id).toList(),
        groups(1).stream().map(GroupResult::name).toList());
    assertEquals(ANALYSIS.ruling(), groups(2).stream().map(GroupResult::name).toList());
    assertEquals(PropositionWord.CANNOT_TELL_COVERAGE, CLAIM.propositions().get(3).word());
  }

  /** The evidence of the default specification is what the notebook's methods give. */
  @Test
  void theDefaultSpecificationIsWhatTheNotebookShows() {
    Fitted fitted = ANALYSIS.fit(published(), NearControl.ALL);
    assertEquals(
        fitted.fits().weight(ShockShape.CEILING),
        evidence(groups(0).get(0), "ceiling_aicc_weight"),
        1e-12);
    Interval jump = DelayOrStop.change(fitted, Estimand.LEVEL_SHIFT, SerialErrors.NEWEY_WEST);
    assertEquals(jump.upper(), evidence(groups(1).get(0), "path_change_upper95"), 1e-12);
    assertEquals(jump.lower(), evidence(groups(1).get(0), "path_change_lower95"), 1e-12);
    Interval slope =
        DelayOrStop.lagSlope(
            ANALYSIS.quarterlyLags(CapabilityRulers.INDEX_2026, CapabilityRulers.Reading.DEFAULT),
            SerialErrors.NEWEY_WEST);
    assertEquals(
        slope.upper(), evidence(groups(2).get(0), "lag_slope_upper95_months_per_year"), 1e-12);
  }

  private static double evidence(GroupResult group, String quantity) {
    SpecificationResult found =
        group.specifications().stream()
            .filter(one -> one.specification().isDefault())
            .findFirst()
            .orElseThrow();
    return found.evidence().value(quantity);
  }

  /**
   * Every option does something somewhere: none is read and forgotten. Whose models lead, and
   * whether versions count, never moves a lag on a quarter end: the page says so.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 1, near control, ceiling_aicc_weight",
    "0, 1, ceiling, ceiling_aicc_weight",
    "1, 0, estimand, path_change_upper95",
    "1, 0, near control, path_change_upper95",
    "1, 0, interval, path_change_upper95",
    "1, 3, scale, path_change_upper95",
    "2, 1, country rule, lag_slope_upper95_months_per_year",
    "2, 0, bounds, lag_slope_upper95_months_per_year",
    "2, 0, interval, lag_slope_upper95_months_per_year"
  })
  void everyChoiceMovesAFigure(int proposition, int group, String choice, String quantity) {
    List<SpecificationResult> all =
        groups(proposition).get(group).specifications().stream()
            .filter(one -> one.standing() != Standing.UNUSABLE)
            .toList();
    assertTrue(
        all.stream()
            .anyMatch(
                a ->
                    all.stream()
                        .anyMatch(
                            b ->
                                onlyDiffer(a.specification(), b.specification(), choice)
                                    && a.evidence().value(quantity)
                                        != b.evidence().value(quantity))));
  }

  private static boolean onlyDiffer(Specification a, Specification b, String choice) {
    return a.selections().stream()
        .allMatch(
            selection ->
                selection.choice().equals(choice)
                    != selection.option().equals(b.option(selection.choice())));
  }

  @Test
  void aShapeThatIsNotIdentifiedMakesItsSpecificationsUnusable() {
    List<SpecificationResult> unusable =
        groups(1).get(2).specifications().stream()
            .filter(one -> one.standing() == Standing.UNUSABLE)
            .toList();
    assertEquals(4, unusable.size());
    for (SpecificationResult one : unusable) {
      assertEquals("change of slope", one.specification().option("estimand"));
      assertEquals("the year on either side left out", one.specification().option("near control"));
      assertEquals("3 points from control on, 4 are needed", one.unusable());
    }
  }

  /** A made-up series with a wall, a bump or nothing, at the dates of the published points. */
  private static ControlledSeries made(double shiftYears, double stopYears) {
    ControlledSeries real = published();
    int[] i = {0};
    List<ControlledSeries.Point> points =
        real.points().stream()
            .map(
                point -> {
                  double t = speedbump.model.ShockDesign.years(real.controlDate(), point.middle());
                  double grown =
                      t < 0
                          ? t
                          : Math.min(t, stopYears)
                              - Math.min(t, stopYears) * Math.min(t, stopYears) / (2 * stopYears)
                              - shiftYears;
                  double wobble = 0.02 * (i[0]++ * 7 % 5 - 2);
                  return new ControlledSeries.Point(
                      point.first(), point.last(), Math.exp(3 + 2 * grown + wobble));
                })
            .toList();
    return new ControlledSeries(
        "made",
        real.outcome(),
        real.unit(),
        real.restricted(),
        real.controlDate(),
        real.controlLabel(),
        real.stockpiling(),
        real.leakage(),
        real.use(),
        real.reason(),
        points);
  }

  @Test
  void aPlantedWallIsSeenAndAPlantedBumpIsNone() {
    Fitted wall = ANALYSIS.fit(made(0, 1), NearControl.ALL);
    assertTrue(wall.fits().weight(ShockShape.CEILING) > 0.5);
    Fitted bump = ANALYSIS.fit(made(1, 1e9), NearControl.ALL);
    assertTrue(bump.fits().weight(ShockShape.CEILING) < 0.05);
    assertEquals(ShockShape.SHIFT, bump.fits().best().shape());
    assertEquals(
        12,
        bump.fits().best().lagMonths(published().controlDate().plusYears(1)).orElseThrow(),
        0.3);
    Interval jump = DelayOrStop.change(bump, Estimand.LEVEL_SHIFT, SerialErrors.NEWEY_WEST);
    assertEquals(-2, jump.estimate(), 0.05);
    assertTrue(jump.upper() < 0);
  }

  /** The unit of a series moves no weight and no jump in logarithms. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 1e9})
  void theUnitDoesNotMatter(double unit) {
    ControlledSeries real = published();
    ControlledSeries scaled =
        new ControlledSeries(
            real.id(),
            real.outcome(),
            "other unit",
            real.restricted(),
            real.controlDate(),
            real.controlLabel(),
            real.stockpiling(),
            real.leakage(),
            real.use(),
            real.reason(),
            real.points().stream()
                .map(
                    point ->
                        new ControlledSeries.Point(
                            point.first(), point.last(), unit * point.value()))
                .toList());
    Fitted here = ANALYSIS.fit(real, NearControl.ALL);
    Fitted there = ANALYSIS.fit(scaled, NearControl.ALL);
    for (ShockShape shape : ShockShape.values()) {
      assertEquals(here.fits().weight(shape), there.fits().weight(shape), 1e-6);
    }
    assertEquals(
        DelayOrStop.change(here, Estimand.LEVEL_SHIFT, SerialErrors.BLOCK_BOOTSTRAP).upper(),
        DelayOrStop.change(there, Estimand.LEVEL_SHIFT, SerialErrors.BLOCK_BOOTSTRAP).upper(),
        1e-6);
  }

  @ParameterizedTest
  @EnumSource(NearControl.class)
  void pointsNearControlAreLeftOut(NearControl near) {
    ControlledSeries real = published();
    ControlledSeries kept = ANALYSIS.fit(real, near).series();
    LocalDate control = real.controlDate();
    long yearBefore = between(real, control.minusYears(1), control);
    long yearAfter = between(real, control, control.plusYears(1));
    assertTrue(yearBefore > 0 && yearAfter > 0);
    long out =
        near == NearControl.ALL
            ? 0
            : near == NearControl.BEFORE_LEFT_OUT ? yearBefore : yearBefore + yearAfter;
    assertEquals(real.points().size() - out, kept.points().size());
  }

  private static long between(ControlledSeries series, LocalDate from, LocalDate to) {
    return series.points().stream()
        .filter(point -> !point.middle().isBefore(from) && point.middle().isBefore(to))
        .count();
  }

  /**
   * A wall is seen where there is one, a lag that grows as behind one, and no delay where none is.
   */
  @Test
  void theWorldsAreWhatTheirNamesSay() {
    for (GroupResult wall : groups(0)) {
      assertTrue(wall.power().holdsGivenTrue() > 0.95, wall.name());
      assertTrue(wall.power().failsGivenFalse() > 0.7, wall.name());
    }
    for (GroupResult delay : groups(1)) {
      assertTrue(delay.power().holdsGivenFalse() < 0.12, delay.name());
      assertTrue(delay.power().holdsGivenTrue() > delay.power().holdsGivenFalse(), delay.name());
    }
    for (GroupResult lag : groups(2)) {
      assertTrue(lag.power().holdsGivenTrue() > 0.6, lag.name());
      assertTrue(lag.power().failsGivenFalse() > 0.6, lag.name());
    }
  }

  /** Without noise every shape is told; with much, a short series calls nearly everything none. */
  @Test
  void shapesAreToldWhereTheSeriesCarryThem() {
    LocalDate control = LocalDate.of(2022, 10, 7);
    List<ShockFit> truth =
        List.of(
            shape(ShockShape.NONE, control, 0, 0, 1),
            shape(ShockShape.SHIFT, control, -1, 0, 1),
            shape(ShockShape.SLOPE, control, 0, -0.6, 1),
            shape(ShockShape.CEILING, control, 0, 0, 0.5),
            shape(ShockShape.REBOUND, control, -1, 0.5, 1));
    for (double share : ANALYSIS.told(truth, 24, 0.01, 100).shares()) {
      assertTrue(share > 0.75, "told with hardly any noise: " + share);
    }
    List<Double> loud = ANALYSIS.told(truth, 6, 2, 400).shares();
    assertTrue(loud.get(0) > 0.8, loud.toString());
    for (double share : loud.subList(1, 5)) {
      assertTrue(share < 0.25, loud.toString());
    }
  }

  private static ShockFit shape(
      ShockShape shape, LocalDate control, double shift, double slope, double ceiling) {
    return new ShockFit(shape, control, 0, 1, shift, slope, ceiling, 1, 0, 12, false);
  }

  @Test
  void aLargerPlantedDelayIsSeenMoreOften() {
    List<Sight> sight = ANALYSIS.sight(published(), List.of(0.0, 6.0, 12.0), 400);
    assertTrue(sight.get(0).seen() < 0.15, sight.toString());
    assertTrue(sight.get(1).seen() > sight.get(0).seen() + 0.2, sight.toString());
    assertTrue(sight.get(2).seen() > sight.get(1).seen() + 0.1, sight.toString());
    assertEquals(groups(1).get(0).power().holdsGivenTrue(), sight.get(2).seen(), 0.03);
  }

  /** A wall grows by a year a year whatever the quarter it begins in. */
  @ParameterizedTest
  @EnumSource(SerialErrors.class)
  void theLagBehindAStandingFrontierGrowsByAYearAYear(SerialErrors errors) {
    List<Lag> lags =
        IntStream.range(0, 12)
            .mapToObj(
                i -> {
                  LocalDate day = LocalDate.of(2023, 3, 31).plusDays(Math.round(91.3125 * i));
                  double years = speedbump.model.ShockDesign.years(LocalDate.of(2023, 3, 31), day);
                  return new Lag(
                      "m", day, 1, 3 + 12 * years + 0.01 * (i % 3 - 1), Bound.EXACT, "leader");
                })
            .toList();
    Interval slope = DelayOrStop.lagSlope(lags, errors);
    assertEquals(12, slope.estimate(), 0.02);
    assertTrue(slope.lower() > 6 && slope.upper() < 13);
  }

  @Test
  void placebosUseNothingFromControlOn() {
    ControlledSeries real = published();
    LocalDate day = LocalDate.of(2021, 3, 1);
    assertTrue(
        real.placebo(day).points().stream()
            .allMatch(point -> point.middle().isBefore(real.controlDate())));
    assertEquals(day, real.placebo(day).controlDate());
    List<Placebo> tests = ANALYSIS.placeboDates(real);
    assertFalse(tests.isEmpty());
    assertTrue(tests.stream().allMatch(test -> test.day().isBefore(real.controlDate())));
  }

  @Test
  void otherEconomiesAreAskedAtChinasDate() {
    ControlledSeries patents = ANALYSIS.series("semiconductor_patents");
    List<Placebo> tests = ANALYSIS.placeboEconomies(CATALOG, patents);
    assertEquals("China", tests.get(0).name());
    assertTrue(tests.stream().allMatch(test -> test.day().equals(patents.controlDate())));
    List<String> names = tests.stream().map(Placebo::name).toList();
    assertTrue(names.containsAll(List.of("DEU", "JPN", "KOR", "TWN", "USA")), names.toString());
    assertTrue(names.stream().noneMatch(List.of("CHN", "HKG", "WLD")::contains));
    Interval china =
        DelayOrStop.change(
            ANALYSIS.fit(patents, NearControl.ALL), Estimand.LEVEL_SHIFT, SerialErrors.NEWEY_WEST);
    assertEquals(china.estimate(), tests.get(0).shift().estimate(), 1e-12);
  }

  @Test
  void nodeLagsKeepTheBoundsOfBothDates() {
    List<NodeLag> lags = DelayOrStop.nodeLags(CATALOG);
    assertEquals(List.of(28, 14, 7, 5), lags.stream().map(NodeLag::node).toList());
    NodeLag five = lags.get(3);
    assertEquals(LocalDate.of(2020, 7, 1), five.leaderFirst());
    assertEquals(LocalDate.of(2020, 12, 31), five.leaderLast());
    assertEquals(LocalDate.of(2025, 11, 1), five.followerFirst());
    assertEquals(LocalDate.of(2025, 12, 31), five.followerLast());
    assertEquals(58.02, five.leastMonths(), 0.01);
    assertEquals(66.00, five.mostMonths(), 0.01);
    assertTrue(lags.stream().allMatch(lag -> lag.leastMonths() < lag.mostMonths()));
  }

  @Test
  void whatIsNotThereIsNamed() {
    assertEquals(
        "no series 'nodes'",
        assertThrows(IllegalArgumentException.class, () -> ANALYSIS.series("nodes")).getMessage());
    assertTrue(ANALYSIS.whyNoneIsAsked().contains("5 years old"), ANALYSIS.whyNoneIsAsked());
  }
}
