package speedbump.bench;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import speedbump.stats.FreedmanLane;

/** A permutation test of a slope over 20 units with a covariate held fixed, 10,000 draws. */
@State(Scope.Benchmark)
public class FreedmanLaneCase {
  private static final int UNITS = 20;
  private static final int DRAWS = 10_000;

  /** Four standard errors of the distance between two p-values near 0.055, over their size. */
  private static final double RESAMPLING = 0.24;

  private final double[] dose = new double[UNITS];
  private final double[] start = new double[UNITS];
  private final double[] growth = new double[UNITS];

  /** Makes the units. */
  public FreedmanLaneCase() {
    double[] numbers = Made.numbers(3 * UNITS);
    for (int i = 0; i < UNITS; i++) {
      dose[i] = numbers[i];
      start[i] = numbers[UNITS + i] + dose[i] / 2;
      growth[i] = numbers[2 * UNITS + i] - start[i] / 4 + dose[i] / 4;
    }
  }

  /** One call's work. */
  @Benchmark
  public FreedmanLane.Result run() {
    return FreedmanLane.of(dose, start).test(growth, DRAWS, 1);
  }

  static List<Figure> figures() {
    FreedmanLane.Result result = new FreedmanLaneCase().run();
    return List.of(
        new Figure("slope", result.slope(), Figure.ROUNDING),
        new Figure("t", result.t(), Figure.ROUNDING),
        new Figure("p", result.pGreater(), RESAMPLING));
  }
}
