package speedbump.analysis.delayorstop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedbump.analysis.delayorstop.Delay.Estimand;
import speedbump.analysis.delayorstop.Delay.PowerPoint;
import speedbump.analysis.shared.CapabilityRulers;
import speedbump.analysis.shared.ControlledPath;
import speedbump.analysis.shared.ControlledSeries;
import speedbump.analysis.shared.ControlledSeries.Point;
import speedbump.analysis.shared.Fitted;
import speedbump.analysis.shared.NearControl;
import speedbump.claim.Examination;
import speedbump.claim.Examiner;
import speedbump.claim.GroupResult;
import speedbump.claim.PropositionResult;
import speedbump.claim.PropositionWord;
import speedbump.claim.Registry;
import speedbump.claim.Specification;
import speedbump.claim.Specification.Selection;
import speedbump.claim.SpecificationResult;
import speedbump.claim.Standing;
import speedbump.claim.Trial;
import speedbump.data.Catalog;
import speedbump.model.ShockDesign;
import speedbump.model.ShockShape;
import speedbump.stats.Interval;
import speedbump.stats.LeastSquares.SerialErrors;

class DelayOrStopTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final DelayOrStop ANALYSIS = DelayOrStop.of(CATALOG);
  private static final List<Examination> EXAMINATIONS = ANALYSIS.examinations();
  private static final List<PropositionResult> RESULTS =
      EXAMINATIONS.stream().map(new Examiner(Registry.of(CATALOG).machinery())::examine).toList();

  private static ControlledSeries published() {
    return ANALYSIS.series("training_compute_published");
  }

  private static List<GroupResult> groups(int proposition) {
    return RESULTS.get(proposition).groups();
  }

  @Test
  void twoSeriesAreAskedForAWallAndTwoProxiesForADelay() {
    assertEquals(2, ANALYSIS.claim());
    assertEquals(
        List.of("training_compute_published", "training_compute_models"),
        groups(0).stream().map(GroupResult::name).toList());
    assertEquals(
        ANALYSIS.fitted().stream().map(ControlledSeries::id).toList(),
        groups(1).stream().map(GroupResult::name).toList());
    assertEquals(
        List.of("each series of 2a", "each series of 2a", "each proxy", "each proxy"),
        EXAMINATIONS.get(1).trials().stream().map(Trial::group).toList());
    assertEquals(ANALYSIS.lagSlope().ruling(), groups(2).stream().map(GroupResult::name).toList());
    assertEquals(PropositionWord.CANNOT_TELL_COVERAGE, RESULTS.get(3).word());
  }

  /** The evidence of the default specification is what the notebook's methods give. */
  @Test
  void theDefaultSpecificationIsWhatTheNotebookShows() {
    Fitted fitted = ANALYSIS.wall().fit(published(), NearControl.ALL);
    assertEquals(
        fitted.fits().weight(ShockShape.CEILING),
        evidence(groups(0).get(0), "ceiling_aicc_weight"),
        1e-9);
    Interval jump =
        ANALYSIS.delay().change(fitted, Estimand.LEVEL_SHIFT, SerialErrors.PRAIS_WINSTEN);
    assertEquals(jump.upper(), evidence(groups(1).get(0), "path_change_upper95"), 1e-12);
    assertEquals(jump.lower(), evidence(groups(1).get(0), "path_change_lower95"), 1e-12);
    Interval slope =
        ANALYSIS
            .lagSlope()
            .fit(
                ANALYSIS
                    .lagSlope()
                    .quarterlyLags(CapabilityRulers.INDEX, CapabilityRulers.Reading.DEFAULT),
                SerialErrors.PRAIS_WINSTEN);
    assertEquals(
        slope.upper(), evidence(groups(2).get(0), "lag_slope_upper95_months_per_year"), 1e-12);
  }

  private static double evidence(GroupResult group, String quantity) {
    return group.specifications().get(0).evidence().value(quantity);
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
    "0, 1, selection, ceiling_aicc_weight",
    "0, 1, vintage, ceiling_aicc_weight",
    "1, 0, earlier bend, path_change_upper95",
    "1, 1, earlier bend, path_change_upper95",
    "1, 2, earlier bend, path_change_upper95",
    "1, 1, selection, path_change_upper95",
    "1, 1, vintage, path_change_upper95",
    "2, 0, country rule, lag_slope_upper95_months_per_year",
    "2, 0, bounds, lag_slope_upper95_months_per_year",
    "2, 0, vintage, lag_slope_upper95_months_per_year",
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

  /**
   * Six answers of 48: two choices are copies, and so are the vintages of July and April 2026; a
   * blank country moves the vintage of December 2025 alone.
   */
  @Test
  void answersThatAreCopiesAreCountedOnce() {
    GroupResult index = groups(2).get(0);
    assertEquals(48, index.usable());
    assertEquals(6, index.distinctAnswers());
    for (SpecificationResult a : index.voting()) {
      for (SpecificationResult b : index.voting()) {
        boolean copies =
            onlyDiffer(a.specification(), b.specification(), "frontier")
                || onlyDiffer(a.specification(), b.specification(), "unit");
        if (copies) {
          assertEquals(a.evidence(), b.evidence(), b.specification().toString());
        }
        if (onlyDiffer(a.specification(), b.specification(), "country rule")) {
          assertEquals(
              a.specification().option("vintage").equals("December 2025"),
              !a.evidence().equals(b.evidence()));
        }
      }
    }
  }

  /** Newey-West and the block bootstrap are shown; no vote hangs on them. */
  @Test
  void onlyTheMeasuredIntervalVotes() {
    for (int proposition : new int[] {1, 2}) {
      for (GroupResult group : groups(proposition)) {
        assertTrue(
            group.voting().stream()
                .allMatch(one -> one.specification().option("interval").equals("Prais-Winsten")));
        assertEquals(3 * group.voting().size(), group.specifications().size(), group.name());
      }
    }
  }

  /** The choices of models touch one series alone, that of the largest models. */
  @Test
  void selectionsAndVintagesAreOfTheLargestModelsAlone() {
    assertEquals(
        List.of(6, 54), groups(0).stream().map(group -> group.specifications().size()).toList());
    for (GroupResult group : List.of(groups(0).get(0), groups(1).get(0))) {
      for (SpecificationResult one : group.specifications()) {
        assertEquals("as registered", one.specification().option("selection"));
        assertEquals("July 2026, notable models", one.specification().option("vintage"));
      }
    }
  }

  /** Two or three points before control are left, where four are needed. */
  @Test
  void withoutTheFirstTenNothingIsLeftToTest() {
    for (SpecificationResult one : groups(0).get(1).specifications()) {
      boolean without = one.specification().option("selection").equals("the first ten left out");
      assertEquals(without, one.standing() == Standing.UNUSABLE, one.unusable());
    }
  }

  private static boolean onlyDiffer(Specification a, Specification b, String choice) {
    return a.selections().stream()
        .allMatch(
            selection ->
                selection.choice().equals(choice)
                    != selection.option().equals(b.option(selection.choice())));
  }

  @Test
  void anUnknownOptionIsRefused() {
    int fed = 0;
    for (Examination examination : EXAMINATIONS) {
      for (Trial<?> trial : examination.trials()) {
        List<Selection> selections = trial.defaultSpecification().selections();
        for (int i = 0; i < selections.size(); i++) {
          List<Selection> wrong = new ArrayList<>(selections);
          wrong.set(i, new Selection(selections.get(i).choice(), "no such option"));
          String message =
              assertThrows(
                      IllegalArgumentException.class,
                      () -> trial.run(new Specification(trial.name(), wrong, false, true)))
                  .getMessage();
          assertTrue(
              message.contains("'no such option'")
                  && message.contains("'" + selections.get(i).choice() + "'"),
              message);
          fed++;
        }
      }
    }
    assertEquals(2 * 4 + 2 * 7 + 2 * 5 + 6 * 6, fed);
  }

  @Test
  void levelsAreForProxiesAlone() {
    assertEquals(
        List.of(36, 324, 72, 72),
        groups(1).stream().map(group -> group.specifications().size()).toList());
  }

  @Test
  void aShapeThatIsNotIdentifiedMakesItsSpecificationsUnusable() {
    List<SpecificationResult> unusable =
        groups(1).get(2).specifications().stream()
            .filter(one -> one.standing() == Standing.UNUSABLE)
            .toList();
    assertEquals(12, unusable.size());
    for (SpecificationResult one : unusable) {
      assertEquals("change of slope", one.specification().option("estimand"));
      assertEquals("the year on either side left out", one.specification().option("near control"));
      assertEquals("3 points from control on, 4 are needed", one.unusable());
    }
  }

  /** By the dates alone; no value is read. */
  @Test
  void everyFittedSeriesIdentifiesEveryShapeAndTheOthersSayWhyNot() {
    for (ControlledSeries series : ANALYSIS.fitted()) {
      for (ShockShape shape : ShockShape.values()) {
        assertTrue(design(series).excluded(shape).isEmpty(), series.id() + " " + shape);
      }
    }
    assertEquals(
        "0 points before control, 4 are needed",
        design(ANALYSIS.series("capability_index")).excluded(ShockShape.CEILING).orElseThrow());
    assertEquals(
        "2 points from control on, 3 are needed",
        design(ANALYSIS.series("equipment_exports")).excluded(ShockShape.CEILING).orElseThrow());
  }

  private static ShockDesign design(ControlledSeries series) {
    return ControlledPath.of(series).design(NearControl.ALL, ANALYSIS.wall().flatGrowth());
  }

  /** A ceiling counts as reached by the default of 2a where growth is what 2d calls flat. */
  @Test
  void theWallIsAsFlatAsWhatStandsStill() {
    assertEquals(
        ANALYSIS.stoodStill().definition("flat_growth_over_earlier"), ANALYSIS.wall().flatGrowth());
  }

  /**
   * A wall is seen where there is one; no delay is seen where none is; with so few quarter ends a
   * lag that is constant is told in a third of worlds, and one that grows as behind a wall as well.
   */
  @Test
  void theWorldsAreWhatTheirNamesSay() {
    for (GroupResult wall : groups(0)) {
      assertTrue(wall.power().failsGivenFalse() > 0.7, wall.name());
      assertTrue(wall.power().holdsGivenFalse() < 0.05, wall.name());
    }
    for (GroupResult delay : groups(1)) {
      assertTrue(delay.power().holdsGivenFalse() < 0.05, delay.name());
      assertTrue(delay.power().holdsGivenTrue() > delay.power().holdsGivenFalse(), delay.name());
    }
    for (GroupResult lag : groups(2)) {
      if (lag.usable() > 0) {
        assertEquals(0.34, lag.power().holdsGivenTrue(), 0.04, lag.name());
        assertEquals(0.31, lag.power().failsGivenFalse(), 0.04, lag.name());
      }
    }
  }

  /** The power curve at the registered delay is the power of the registered world. */
  @Test
  void thePowerCurvePassesThroughTheRegisteredWorld() {
    List<PowerPoint> curve = ANALYSIS.delay().powerCurve(published(), List.of(0.0, 12.0), 400);
    assertEquals(groups(1).get(0).power().holdsGivenFalse(), curve.get(0).power(), 0.05);
    assertEquals(groups(1).get(0).power().holdsGivenTrue(), curve.get(1).power(), 0.03);
  }

  @Test
  void theNewestMonthIsTheEndOfTheLastPeriod() {
    for (Trial<?> trial : EXAMINATIONS.get(1).trials()) {
      LocalDate last =
          ANALYSIS.series(trial.name()).points().stream()
              .map(Point::last)
              .max(LocalDate::compareTo)
              .orElseThrow();
      assertEquals(YearMonth.from(last), trial.newest());
    }
  }

  @Test
  void whatIsNotThereIsNamed() {
    assertEquals(
        "no series 'nodes'",
        assertThrows(IllegalArgumentException.class, () -> ANALYSIS.series("nodes")).getMessage());
    String why = ANALYSIS.whyNoneIsAsked();
    assertTrue(why.contains(" 5 years old: "), why);
    assertTrue(why.endsWith("; revenue of SMIC (2 before control, 5 after)"), why);
  }
}
