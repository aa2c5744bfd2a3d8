package speedbump.analysis.learningbymaking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import speedbump.analysis.learningbymaking.LawContest.Dispute;
import speedbump.analysis.learningbymaking.LawContest.Horizon;
import speedbump.analysis.learningbymaking.LawContest.LawHorizon;
import speedbump.analysis.learningbymaking.LawContest.LawScore;
import speedbump.data.Catalog;
import speedbump.model.CostLaw;
import speedbump.model.CostSeries;
import speedbump.model.Hindcast;
import speedbump.model.Hindcast.FutureOutput;
import speedbump.model.Hindcast.Miss;
import speedbump.stats.Interval;

class LawContestTest {
  private static final List<CostSeries> TECHNOLOGIES =
      Technologies.of(Catalog.shared()).lasting(10).all();
  private static final double COVERAGE = 0.95;
  private static final LawContest CONTEST = LawContest.of(TECHNOLOGIES, COVERAGE);
  private static final double EXACT = 1e-12;

  /** Uneven output, and costs that follow one law to the letter. */
  private static LawContest rigged(CostLaw law) {
    double[] years = new double[20];
    double[] output = new double[20];
    for (int t = 0; t < 20; t++) {
      years[t] = 1990 + t;
      output[t] = t == 0 ? 3 : output[t - 1] * (1.1 + 0.3 * Math.abs(Math.sin(t * t)));
    }
    double[] cost = new double[20];
    CostSeries frame = CostSeries.of("rigged", years, years, output);
    double[] driver =
        switch (law) {
          case WRIGHT -> frame.logOutput();
          case MOORE -> years;
          default -> frame.logYearlyOutput();
        };
    for (int t = 0; t < driver.length; t++) {
      cost[t] = -0.3 * driver[t];
    }
    return LawContest.of(List.of(frame.withLogCost(cost)), COVERAGE);
  }

  @Test
  void theLawThatMadeTheCostsWins() {
    for (CostLaw law : List.of(CostLaw.WRIGHT, CostLaw.GODDARD)) {
      List<LawScore> scores = rigged(law).scores(FutureOutput.AS_IT_CAME);
      LawScore own = scores.get(law.ordinal());
      assertEquals(law, own.law());
      assertEquals(1, own.meanVote(), 1e-9);
      assertEquals(1, own.better());
      assertEquals(0, own.medianMiss(), 1e-10);
      assertEquals(0, scores.get(CostLaw.MOORE.ordinal()).meanVote(), 0, "against itself");
      for (LawHorizon horizon : rigged(law).horizons(FutureOutput.AS_IT_CAME, 14)) {
        boolean exact = horizon.law() == law || horizon.law() == CostLaw.SINCLAIR_KLEPPER_COHEN;
        assertEquals(exact, horizon.rms() < 1e-10, horizon.toString());
      }
    }
    assertTrue(
        rigged(CostLaw.MOORE).scores(FutureOutput.AS_IT_CAME).stream()
            .allMatch(score -> score.law() == CostLaw.MOORE || score.meanVote() < -0.99));
  }

  /** Every law is judged on the same points: the last of each technology is left out for all. */
  @Test
  void allLawsAreJudgedOnTheSamePoints() {
    for (FutureOutput future : FutureOutput.values()) {
      var reached =
          CONTEST.horizons(future, 20).stream()
              .collect(
                  Collectors.groupingBy(
                      LawHorizon::law,
                      Collectors.mapping(LawHorizon::technologies, Collectors.toList())));
      assertEquals(CostLaw.values().length, reached.size());
      assertEquals(1, reached.values().stream().distinct().count());
      assertEquals(58, reached.get(CostLaw.WRIGHT).get(0));
    }
  }

  /** By hand for one technology: from its origins, without its last point. */
  @Test
  void anErrorByHorizonIsTheMeanOverOrigins() {
    CostSeries one = TECHNOLOGIES.get(0);
    double squares = 0;
    int origins = 0;
    for (int past = LawContest.LEAST_PAST; past + 1 < one.size() - 1; past++) {
      Miss second = Hindcast.from(one, past, FutureOutput.AS_IT_CAME).get(1);
      squares += second.wrightError() * second.wrightError();
      origins++;
    }
    LawHorizon two =
        LawContest.of(List.of(one), COVERAGE).horizons(FutureOutput.AS_IT_CAME, 2).stream()
            .filter(horizon -> horizon.law() == CostLaw.WRIGHT && horizon.steps() == 2)
            .findFirst()
            .orElseThrow();
    assertEquals(Math.sqrt(squares / origins), two.rms(), EXACT);
  }

  @Test
  void missesGrowWithTheHorizonAndOutputKnownHelps() {
    List<Horizon> known = CONTEST.wrightAgainstMoore(FutureOutput.AS_IT_CAME, 20);
    List<Horizon> forecast = CONTEST.wrightAgainstMoore(FutureOutput.FORECAST, 20);
    assertEquals(20, known.size());
    assertEquals(58, known.get(0).technologies());
    assertTrue(known.get(9).wrightRms() > 2 * known.get(0).wrightRms());
    assertTrue(known.get(9).wrightRms() < forecast.get(9).wrightRms());
    assertEquals(known.get(9).mooreRms(), forecast.get(9).mooreRms(), EXACT, "Moore knows none");
    for (Horizon horizon : known) {
      assertTrue(horizon.wrightCoverage() > 0.5 && horizon.mooreCoverage() <= 1);
    }
  }

  /** By hand for one technology, its last point and all: one step, which interval holds it. */
  @Test
  void coverageIsTheShareOfOriginsWhoseIntervalHoldsWhatCame() {
    CostSeries one = TECHNOLOGIES.get(0);
    int inside = 0;
    int origins = 0;
    for (int past = LawContest.LEAST_PAST; past < one.size(); past++) {
      Miss first = Hindcast.from(one, past, FutureOutput.AS_IT_CAME).get(0);
      Interval interval = first.wright().interval(0.5);
      double came = one.logCost()[past];
      inside += interval.lower() <= came && came <= interval.upper() ? 1 : 0;
      origins++;
    }
    Horizon horizon =
        LawContest.of(List.of(one), 0.5).wrightAgainstMoore(FutureOutput.AS_IT_CAME, 1).get(0);
    assertTrue(inside > 0 && inside < origins);
    assertEquals(inside / (double) origins, horizon.wrightCoverage(), EXACT);
  }

  @Test
  void whereOutputIsForecastTheLawsDrawTogether() {
    assertTrue(spread(FutureOutput.FORECAST) < spread(FutureOutput.AS_IT_CAME) / 2);
    assertEquals(
        CONTEST.scores(FutureOutput.AS_IT_CAME).get(CostLaw.MOORE.ordinal()),
        CONTEST.scores(FutureOutput.FORECAST).get(CostLaw.MOORE.ordinal()),
        "time is known to all");
  }

  /** Between the largest and the least miss of the laws, twenty years ahead. */
  private static double spread(FutureOutput future) {
    var misses =
        CONTEST.horizons(future, 20).stream()
            .filter(horizon -> horizon.steps() == 20)
            .mapToDouble(LawHorizon::rms)
            .summaryStatistics();
    return misses.getMax() - misses.getMin();
  }

  @Test
  void disputesAreSortedAndTheTriangleHolds() {
    List<Dispute> disputes = CONTEST.disputes();
    assertEquals(58, disputes.size());
    assertEquals("Transistor", disputes.get(0).technology());
    for (int i = 0; i < disputes.size(); i++) {
      Dispute dispute = disputes.get(i);
      assertTrue(i == 0 || dispute.apart() <= disputes.get(i - 1).apart());
      assertTrue(dispute.apart() <= dispute.wrightMiss() + dispute.mooreMiss() + EXACT);
      assertTrue(dispute.apart() >= Math.abs(dispute.wrightMiss() - dispute.mooreMiss()) - EXACT);
    }
  }

  /**
   * All of one technology's misses by hand: log costs are flat until 1997 and half a power of ten a
   * year lower from then on, so that Moore's law misses by what it did not foresee, and the roots
   * grow with the horizon. Misses nine times as large have roots three times as large.
   */
  @Test
  void theRootOfTheMissGrowsWithTheHorizon() {
    double[] years = {1990, 1991, 1992, 1993, 1994, 1995, 1996, 1997};
    double[] made = {1, 2, 4, 8, 16, 32, 64, 128};
    double[] cost = {1, 1, 1, 1, 1, 1, 1, 1};
    double[] flat = {0, 1e-9, 0, 1e-9, 0, 1e-9, 0, -0.5 * Math.log(10)};
    CostSeries series = CostSeries.of("made", years, cost, made).withLogCost(flat);
    double growth =
        LawContest.of(List.of(series), COVERAGE)
            .errorGrowthPerStep(CostLaw.MOORE, FutureOutput.AS_IT_CAME, 20);
    // from 5, 6 and 7 points: the last is missed by half a power of ten, 3, 2 and 1 steps ahead;
    // three other points, 1, 2 and 1 steps ahead, are not missed
    double root = Math.sqrt(0.5);
    double[] steps = {1, 2, 3, 1, 2, 1};
    double[] roots = {0, 0, root, 0, root, root};
    double meanStep = 10 / 6.0;
    double top = 0;
    double bottom = 0;
    for (int i = 0; i < steps.length; i++) {
      top += (steps[i] - meanStep) * roots[i];
      bottom += (steps[i] - meanStep) * (steps[i] - meanStep);
    }
    assertEquals(top / bottom, growth, 1e-4);
    List<CostSeries> louder =
        TECHNOLOGIES.stream()
            .map(
                one ->
                    one.withLogCost(Arrays.stream(one.logCost()).map(value -> 9 * value).toArray()))
            .toList();
    assertEquals(
        3 * CONTEST.errorGrowthPerStep(CostLaw.WRIGHT, FutureOutput.AS_IT_CAME, 20),
        LawContest.of(louder, COVERAGE)
            .errorGrowthPerStep(CostLaw.WRIGHT, FutureOutput.AS_IT_CAME, 20),
        1e-9);
  }
}
