package speedbump.bench;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import speedbump.analysis.learningbymaking.LawContest.Horizon;
import speedbump.analysis.learningbymaking.LearningByMaking;
import speedbump.data.Catalog;
import speedbump.model.Hindcast.FutureOutput;

/** Wright against Moore for every technology, from every origin, one to twenty points ahead. */
@State(Scope.Benchmark)
public class HindcastCase {
  private static final int FARTHEST = 20;

  private final LearningByMaking learning = LearningByMaking.of(Catalog.shared());

  /** One call's work. */
  @Benchmark
  public List<Horizon> run() {
    return learning.laws().wrightAgainstMoore(FutureOutput.AS_IT_CAME, FARTHEST);
  }

  static List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    for (Horizon horizon : new HindcastCase().run()) {
      String steps = " at " + horizon.steps();
      figures.add(new Figure("technologies" + steps, horizon.technologies(), 0));
      figures.add(new Figure("Wright" + steps, horizon.wrightRms(), Figure.ROUNDING));
      figures.add(new Figure("Moore" + steps, horizon.mooreRms(), Figure.ROUNDING));
      figures.add(new Figure("inside" + steps, horizon.wrightCoverage(), Figure.ROUNDING));
    }
    return figures;
  }
}
