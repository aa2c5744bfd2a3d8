package speedbump.bench;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import speedbump.analysis.learningbymaking.LearningByMaking;
import speedbump.analysis.learningbymaking.Strangers.Pair;
import speedbump.data.Catalog;
import speedbump.model.LearningCurve.Form;

/** The cost of each technology on the output of each other one, with Newey-West intervals. */
@State(Scope.Benchmark)
public class StrangersCase {
  private final LearningByMaking learning = LearningByMaking.of(Catalog.shared());

  /** One call's work. */
  @Benchmark
  public List<Pair> run() {
    return learning.strangers().pairs(Form.LEVELS);
  }

  static List<Figure> figures() {
    List<Pair> pairs = new StrangersCase().run();
    return List.of(
        new Figure("pairs", pairs.size(), 0),
        new Figure("years", pairs.stream().mapToInt(Pair::years).sum(), 0),
        new Figure("learn", pairs.stream().filter(Pair::learns).count(), 0));
  }
}
