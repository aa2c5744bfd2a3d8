package speedbump.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import speedbump.model.InputOutput;

/**
 * A table of 385 sectors, looked through for two final demands and for the value added of half the
 * sectors.
 */
@State(Scope.Benchmark)
public class LookThroughCase {
  private static final int SECTORS = 385;
  private static final int HALF = 192;

  /** Inputs are about 0.6 of the output: each flow is a number of mean one half of such a part. */
  private static final double PART = 0.6 / (SECTORS / 2.0);

  private final List<String> names =
      IntStream.range(0, SECTORS).mapToObj(i -> "sector " + i).toList();
  private final double[][] flows = new double[SECTORS][SECTORS];
  private final double[] output = new double[SECTORS];
  private final double[] home = new double[SECTORS];
  private final double[] abroad = new double[SECTORS];
  private final double[] valueAdded = new double[SECTORS];

  /** Makes the table. */
  public LookThroughCase() {
    double[] numbers = Made.numbers(SECTORS * (SECTORS + 3));
    for (int j = 0; j < SECTORS; j++) {
      output[j] = 1 + numbers[j];
      home[j] = numbers[SECTORS + j];
      abroad[j] = numbers[2 * SECTORS + j];
      valueAdded[j] = j < HALF ? 1 : 0;
    }
    for (int i = 0, at = 3 * SECTORS; i < SECTORS; i++) {
      for (int j = 0; j < SECTORS; j++, at++) {
        flows[i][j] = numbers[at] * PART * output[j];
        valueAdded[j] -= j < HALF ? numbers[at] * PART : 0;
      }
    }
  }

  /** One call's work. */
  @Benchmark
  public double[][] run() {
    InputOutput table = InputOutput.of(names, flows, output);
    return new double[][] {
      table.outputFor(home), table.outputFor(abroad), table.embodied(valueAdded)
    };
  }

  static List<Figure> figures() {
    double[][] found = new LookThroughCase().run();
    return List.of(
        new Figure("home", Arrays.stream(found[0]).sum(), Figure.ROUNDING),
        new Figure("abroad", Arrays.stream(found[1]).sum(), Figure.ROUNDING),
        new Figure("first sector", found[0][0], Figure.ROUNDING),
        new Figure("value added", Arrays.stream(found[2]).sum(), Figure.ROUNDING));
  }
}
