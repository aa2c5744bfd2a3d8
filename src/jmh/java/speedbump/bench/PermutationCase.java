package speedbump.bench;

import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import speedbump.stats.Permutation;

/** A permutation test of 15 values against 15, 10,000 draws. */
@State(Scope.Benchmark)
public class PermutationCase {
  private static final int DRAWS = 10_000;

  /** Four standard errors of the distance between two p-values near 0.3, over their size. */
  private static final double RESAMPLING = 0.09;

  private final double[] nile = Series.column("nile.csv", "volume");
  private final double[] first = Arrays.copyOfRange(nile, 0, 15);
  private final double[] second = Arrays.copyOfRange(nile, 15, 30);

  /** One call's work. */
  @Benchmark
  public Permutation.Result run() {
    return Permutation.differenceOfMeans(first, second, Permutation.Direction.GREATER, DRAWS, 1);
  }

  static List<Figure> figures() {
    Permutation.Result result = new PermutationCase().run();
    return List.of(
        new Figure("difference", result.difference(), Figure.ROUNDING),
        new Figure("p", result.pValue(), RESAMPLING));
  }
}
