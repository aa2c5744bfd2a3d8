package speedbump.bench;

import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import speedbump.model.Complexity;

/** How much of what is close to each of 4,726 products each of 222 economies has. */
@State(Scope.Benchmark)
public class DensityCase {
  private final boolean[][] made = Made.products(4726);

  /** One call's work. */
  @Benchmark
  public double[][] run() {
    return Complexity.of(made).density();
  }

  static List<Figure> figures() {
    double[][] density = new DensityCase().run();
    int last = density.length - 1;
    return List.of(
        new Figure(
            "sum", Arrays.stream(density).flatMapToDouble(Arrays::stream).sum(), Figure.ROUNDING),
        new Figure("first", density[0][0], Figure.ROUNDING),
        new Figure("middle", density[last / 2][density[0].length / 2], Figure.ROUNDING),
        new Figure("last", density[last][density[0].length - 1], Figure.ROUNDING));
  }
}
