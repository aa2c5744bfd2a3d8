package speedbump.bench;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import speedbump.analysis.LearningByMaking;
import speedbump.analysis.LearningByMaking.Stranger;
import speedbump.data.Catalog;
import speedbump.model.LearningCurve.Form;

/** The cost of each technology on the output of each other one, with Newey-West intervals. */
@State(Scope.Benchmark)
public class StrangersCase {
  private final LearningByMaking learning = LearningByMaking.of(Catalog.shared());

  /** One call's work. */
  @Benchmark
  public List<Stranger> run() {
    return learning.strangers(Form.LEVELS);
  }

  static List<Figure> figures() {
    List<Stranger> strangers = new StrangersCase().run();
    return List.of(
        new Figure("pairs", strangers.size(), 0),
        new Figure("years", strangers.stream().mapToInt(Stranger::years).sum(), 0),
        new Figure("learn", strangers.stream().filter(Stranger::learns).count(), 0));
  }
}
