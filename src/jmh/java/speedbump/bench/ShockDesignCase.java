package speedbump.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import speedbump.model.ShockDesign;
import speedbump.model.ShockShape;

/**
 * The weight of a ceiling among five shapes: the flow of the Nile from 1884 to 1913, as if it had
 * been controlled on 1 January 1899. One call fits five shapes.
 */
@State(Scope.Benchmark)
public class ShockDesignCase {
  private static final int FIRST_YEAR = 1884;
  private static final int YEARS = 30;
  private static final int SKIPPED = 13;

  /** How far searches that stop by their own rules may lie apart. */
  private static final double SEARCH = 1e-6;

  private final double[] flow = flow();
  private final ShockDesign design =
      ShockDesign.of(
          IntStream.range(0, YEARS).mapToObj(i -> LocalDate.of(FIRST_YEAR + i, 7, 2)).toList(),
          LocalDate.of(1899, 1, 1),
          0.1);

  private static double[] flow() {
    double[] nile = Series.column("nile.csv", "volume");
    return IntStream.range(SKIPPED, SKIPPED + YEARS).mapToDouble(i -> nile[i]).toArray();
  }

  /** One call's work. */
  @Benchmark
  public double run() {
    return design.weight(ShockShape.CEILING, flow);
  }

  static List<Figure> figures() {
    ShockDesignCase work = new ShockDesignCase();
    return List.of(
        new Figure("ceiling", work.run(), SEARCH),
        new Figure("shift", work.design.weight(ShockShape.SHIFT, work.flow), SEARCH),
        new Figure("rebound", work.design.weight(ShockShape.REBOUND, work.flow), SEARCH));
  }
}
