package speedbump.bench;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import speedbump.stats.BlockBootstrap;

/** The mean of 100 values in circular blocks of ten, 10,000 resamples. */
@State(Scope.Benchmark)
public class BlockBootstrapCase {
  private static final double STANDARD_ERROR = 0.03;
  private static final double BOUND = 0.01;

  private final double[] nile = Series.column("nile.csv", "volume");
  private final BlockBootstrap bootstrap =
      BlockBootstrap.withDefaults().withBlockLength(10).withResamples(10_000);

  /** One call's work. */
  @Benchmark
  public BlockBootstrap.Result run() {
    return bootstrap.mean(nile);
  }

  static List<Figure> figures() {
    BlockBootstrap.Result result = new BlockBootstrapCase().run();
    return List.of(
        new Figure("estimate", result.estimate(), Figure.ROUNDING),
        new Figure("standard error", result.standardError(), STANDARD_ERROR),
        new Figure("lower", result.lower(), BOUND),
        new Figure("upper", result.upper(), BOUND));
  }
}
