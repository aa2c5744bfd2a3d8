package speedbump.bench;

import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import speedbump.stats.FamilyPermutation;

/** A permutation test of 60 items in 24 families, eight of them marked, 10,000 draws. */
@State(Scope.Benchmark)
public class FamilyPermutationCase {
  private static final int ITEMS = 60;
  private static final int FAMILIES = 24;
  private static final int MARKED = 8;
  private static final int DRAWS = 10_000;

  /** Four standard errors of the distance between two p-values near 0.4, over their size. */
  private static final double RESAMPLING = 0.07;

  private final List<String> families =
      IntStream.range(0, ITEMS).mapToObj(i -> "family " + i % FAMILIES).toList();
  private final List<Boolean> marks =
      IntStream.range(0, ITEMS).mapToObj(i -> i % FAMILIES < MARKED).toList();
  private final double[] values = Made.numbers(ITEMS);

  /** One call's work. */
  @Benchmark
  public FamilyPermutation.Result run() {
    return FamilyPermutation.of(families, marks, DRAWS, 1).test(values);
  }

  static List<Figure> figures() {
    FamilyPermutation.Result result = new FamilyPermutationCase().run();
    return List.of(
        new Figure("difference", result.difference(), Figure.ROUNDING),
        new Figure("p", result.pGreater(), RESAMPLING));
  }
}
