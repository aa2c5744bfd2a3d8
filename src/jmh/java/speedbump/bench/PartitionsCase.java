package speedbump.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import speedbump.stats.StructuralBreaks;
import speedbump.stats.StructuralBreaks.Partition;

/**
 * The best partitions of 200 observations of a constant and a regressor, of none to five breaks,
 * with segments of at least 30.
 */
@State(Scope.Benchmark)
public class PartitionsCase {
  private static final int OBSERVATIONS = 200;
  private static final int LEAST = 30;
  private static final int MOST = 5;

  private final double[] y = Series.growth("realgdp");
  private final double[] rate = Series.column("macrodata.csv", "realint");
  private final double[] outcome =
      IntStream.range(0, OBSERVATIONS).mapToDouble(t -> y[t]).toArray();
  private final double[][] x =
      IntStream.range(0, OBSERVATIONS)
          .mapToObj(t -> new double[] {1, rate[t]})
          .toArray(double[][]::new);

  /** One call's work. */
  @Benchmark
  public List<Partition> run() {
    return StructuralBreaks.fit(outcome, x, LEAST, MOST).partitions();
  }

  static List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    for (Partition partition : new PartitionsCase().run()) {
      int m = partition.breaks().size();
      figures.add(new Figure("rss " + m, partition.rss(), Figure.ROUNDING));
      int dates = partition.breaks().stream().mapToInt(Integer::intValue).sum();
      figures.add(new Figure("dates " + m, dates, Figure.ROUNDING));
    }
    return figures;
  }
}
