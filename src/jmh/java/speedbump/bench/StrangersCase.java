package speedbump.bench;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import speedbump.analysis.learningbymaking.LearningByMaking;
import speedbump.analysis.learningbymaking.Strangers;
import speedbump.data.Catalog;
import speedbump.model.CostSeries;
import speedbump.stats.LeastSquares;

/** The cost of each technology on the output of each other one, with Newey-West intervals. */
@State(Scope.Benchmark)
public class StrangersCase {
  private static final double LEVEL = 0.95;

  private final Strangers strangers = LearningByMaking.of(Catalog.shared()).strangers();

  /** One call's work: how many pairs, their years, and in how many cost falls with output. */
  @Benchmark
  public int[] run() {
    List<CostSeries> pairs = strangers.common().stream().map(Strangers.Common::series).toList();
    return new int[] {
      pairs.size(),
      pairs.stream().mapToInt(CostSeries::size).sum(),
      (int) pairs.stream().filter(StrangersCase::learns).count()
    };
  }

  private static boolean learns(CostSeries pair) {
    int lags = LeastSquares.automaticLags(pair.size());
    LeastSquares fit = LeastSquares.withConstant(pair.logCost(), pair.logOutput());
    return fit.neweyWestInterval(1, LEVEL, lags).upper() < 0;
  }

  static List<Figure> figures() {
    int[] found = new StrangersCase().run();
    return List.of(
        new Figure("pairs", found[0], 0),
        new Figure("years", found[1], 0),
        new Figure("learn", found[2], 0));
  }
}
