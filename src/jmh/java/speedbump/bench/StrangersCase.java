package speedbump.bench;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import speedbump.analysis.learningbymaking.LearningByMaking;
import speedbump.analysis.learningbymaking.Technologies;
import speedbump.data.Catalog;
import speedbump.model.CostSeries;
import speedbump.stats.LeastSquares;

/** The cost of each technology on the output of each other one, with Newey-West intervals. */
@State(Scope.Benchmark)
public class StrangersCase {
  private static final double LEVEL = 0.95;

  private final List<CostSeries> all =
      LearningByMaking.of(Catalog.shared()).technologies().lasting(Technologies.LEAST_YEARS).all();

  /** A pair: its common years, and whether cost falls with the other's output. */
  private record Pair(int years, boolean learns) {}

  /** One call's work: how many pairs, their years, and how many of them learn. */
  @Benchmark
  public int[] run() {
    List<Pair> pairs = new ArrayList<>();
    for (CostSeries own : all) {
      for (CostSeries other : all) {
        if (own != other) {
          own.onOutputOf(other, Technologies.LEAST_YEARS)
              .filter(CostSeries::costVaries)
              .ifPresent(common -> pairs.add(tested(common)));
        }
      }
    }
    return new int[] {
      pairs.size(),
      pairs.stream().mapToInt(Pair::years).sum(),
      (int) pairs.stream().filter(Pair::learns).count()
    };
  }

  private static Pair tested(CostSeries common) {
    int lags = LeastSquares.automaticLags(common.size());
    LeastSquares fit = LeastSquares.withConstant(common.logCost(), common.logOutput());
    return new Pair(common.size(), fit.neweyWestInterval(1, LEVEL, lags).upper() < 0);
  }

  static List<Figure> figures() {
    int[] found = new StrangersCase().run();
    return List.of(
        new Figure("pairs", found[0], 0),
        new Figure("years", found[1], 0),
        new Figure("learn", found[2], 0));
  }
}
