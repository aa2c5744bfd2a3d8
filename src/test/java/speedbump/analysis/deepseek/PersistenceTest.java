package speedbump.analysis.deepseek;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.analysis.ConstantNoise;
import speedbump.analysis.deepseek.Persistence.LagChange;
import speedbump.analysis.deepseek.Persistence.OneInterval;
import speedbump.analysis.shared.CapabilityRulers;
import speedbump.analysis.shared.CapabilityRulers.Reading;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.claim.World;
import speedbump.data.Catalog;
import speedbump.model.FrontierLag.Bound;
import speedbump.model.FrontierLag.Lag;
import speedbump.stats.LeastSquares.SerialErrors;

/** Proposition 6c. */
class PersistenceTest {
  private static final Deepseek DEEPSEEK = Deepseek.of(Catalog.shared());
  private static final Persistence PERSISTENCE = DEEPSEEK.persistence();
  private static final String INDEX = CapabilityRulers.INDEX;
  private static final LocalDate BREAK = LocalDate.of(2024, 9, 30);
  private static final double[] SCATTER = {-0.2, 0.3, -0.1};
  private static final double EXACT = 1e-12;

  /** Twelve quarter ends, the first half at ten months and the others at four, give or take. */
  private static List<Lag> falling() {
    List<Lag> lags = new ArrayList<>();
    for (int quarter = 0; quarter < 12; quarter++) {
      LocalDate date = LocalDate.of(2023, 4, 1).plusMonths(3L * quarter).minusDays(1);
      double months = (quarter < 6 ? 10 : 4) + SCATTER[quarter % 3];
      lags.add(new Lag("m", date, 0, months, Bound.EXACT));
    }
    return lags;
  }

  private static Optional<LagChange> change(List<Lag> lags, double window, double shortRho) {
    return PERSISTENCE.lagChange(lags, BREAK, window, SerialErrors.PRAIS_WINSTEN, shortRho);
  }

  @Test
  void aBreakSplitsAtItsDayAndAWindowCutsBothSides() {
    LagChange all = change(falling(), Double.NaN, 0.5).orElseThrow();
    assertEquals(-6, all.changeMonths(), 0.2);
    assertEquals(10, all.beforeMonths(), EXACT);
    assertEquals(4, all.afterMonths(), EXACT);
    assertTrue(all.lowerMonths() < -6 && -6 < all.upperMonths() && all.upperMonths() < 0);
    assertEquals(List.of(6, 6), List.of(all.quartersBefore(), all.quartersAfter()));
    LagChange year = change(falling(), 11, 0.5).orElseThrow();
    assertEquals(List.of(3, 4), List.of(year.quartersBefore(), year.quartersAfter()));
  }

  @Test
  void tooFewQuarterEndsOrNoScatterGiveNoChange() {
    assertEquals(Optional.empty(), change(falling().subList(0, 8), Double.NaN, 0.5));
    List<Lag> still =
        falling().stream().map(lag -> lag.withMonths(lag.date().isBefore(BREAK) ? 10 : 4)).toList();
    for (SerialErrors errors : SerialErrors.values()) {
      assertEquals(
          Optional.empty(),
          PERSISTENCE.lagChange(still, BREAK, Double.NaN, errors, 0),
          errors.name());
    }
  }

  /** Seven quarter ends do not tell their memory; eight do. */
  @Test
  void theMemoryOfAShortSeriesMattersBelowEightQuarterEnds() {
    assertNotEquals(change(falling(), 11, 0), change(falling(), 11, 0.5));
    List<Lag> eight = falling().subList(2, 10);
    assertEquals(change(eight, Double.NaN, 0), change(eight, Double.NaN, 0.5));
  }

  @Test
  void allThreeIntervalsAreShownAndTheFirstIsTheOneThatVotes() {
    List<OneInterval> rows = PERSISTENCE.intervals(INDEX, Reading.DEFAULT);
    LagChange votes = PERSISTENCE.change(INDEX, Reading.DEFAULT).orElseThrow();
    assertEquals(
        List.of("Prais-Winsten (votes)", "Newey-West (shown)", "block bootstrap (shown)"),
        rows.stream().map(OneInterval::interval).toList());
    assertEquals(votes.changeMonths(), rows.get(0).changeMonths(), EXACT);
    assertEquals(votes.lowerMonths(), rows.get(0).fromMonths(), EXACT);
    assertEquals(votes.upperMonths(), rows.get(0).toMonths(), EXACT);
    for (OneInterval shown : rows.subList(1, 3)) {
      assertEquals(votes.afterMonths() - votes.beforeMonths(), shown.changeMonths(), 1e-9);
      assertTrue(
          shown.toMonths() - shown.fromMonths() < votes.upperMonths() - votes.lowerMonths(),
          shown.interval());
    }
    assertNotEquals(rows.get(1).toMonths(), rows.get(2).toMonths());
  }

  /** The lag had fallen before V3: an argument against a break at its release. */
  @Test
  void theLagOnTheIndexFellAQuarterBeforeV3() {
    List<Lag> lags = PERSISTENCE.quarterlyLags(INDEX, Reading.DEFAULT);
    assertEquals("Qwen2.5-72B", lags.get(5).name());
    assertEquals(LocalDate.of(2024, 9, 30), lags.get(5).date());
    assertTrue(lags.get(5).date().isBefore(DEEPSEEK.releaseOfV3()));
    assertTrue(lags.get(4).months() - lags.get(5).months() > 12);
  }

  private static List<Trial<?>> trials() {
    List<Trial<?>> trials = new ArrayList<>(DEEPSEEK.examinations().get(2).trials());
    assertEquals(DEEPSEEK.ruling(), trials.stream().map(Trial::name).toList());
    return trials;
  }

  /** A vintage is one of the index: another ruler stands at the default, and is counted once. */
  @Test
  void onlyTheIndexHasVintages() {
    for (Trial<?> trial : trials()) {
      Set<String> vintages = new HashSet<>();
      for (Specification one : trial.specifications()) {
        one.selections().stream()
            .filter(selection -> selection.choice().equals("vintage"))
            .forEach(selection -> vintages.add(selection.option()));
      }
      assertEquals(trial.name().equals(INDEX) ? 3 : 1, vintages.size(), trial.name());
    }
  }

  @Test
  void theIntervalsOfPraisAndWinstenAloneVote() {
    Set<String> voting = new HashSet<>();
    for (Trial<?> trial : trials()) {
      for (Specification one : trial.specifications()) {
        if (one.votes()) {
          voting.add(one.option("interval"));
        }
      }
    }
    assertEquals(Set.of("Prais-Winsten"), voting);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1, 1.5})
  void withoutNoiseTheMeanLagChangesByItsSize(double size) {
    double before =
        PERSISTENCE.quarterlyLags(INDEX, Reading.DEFAULT).stream()
            .filter(lag -> lag.date().isBefore(DEEPSEEK.releaseOfV3()))
            .mapToDouble(Lag::months)
            .average()
            .orElseThrow();
    Trial<?> trial = trials().get(0);
    Outcome outcome =
        trial.draw(
            trial.defaultSpecification(),
            new WorldSizes(World.T, 1, Map.of("lag_after_over_before", size), ""),
            ConstantNoise.faint());
    assertEquals(
        (size - 1) * before,
        ((Outcome.Usable) outcome).evidence().value("lag_change_months"),
        1e-5);
  }
}
