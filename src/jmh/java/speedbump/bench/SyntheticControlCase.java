package speedbump.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import speedbump.model.SyntheticControl;

/** Synthetic controls of 40 units over 30 periods, each against the other 39. */
@State(Scope.Benchmark)
public class SyntheticControlCase {
  private static final int UNITS = 40;
  private static final int PERIODS = 30;
  private static final int BEFORE = 20;

  /** Where the package ends its search, in units of the outcomes. */
  private static final double SEARCH = 1e-4;

  private final double[][] units = new double[UNITS][PERIODS];

  /** Makes the outcomes: a path in common, which units follow more or less, and noise. */
  public SyntheticControlCase() {
    double[] numbers = Made.numbers(UNITS + UNITS * PERIODS);
    for (int i = 0; i < UNITS; i++) {
      for (int t = 0; t < PERIODS; t++) {
        units[i][t] = numbers[i] * t + 3 * numbers[UNITS + i * PERIODS + t];
      }
    }
  }

  /** One call's work. */
  @Benchmark
  public List<SyntheticControl> run() {
    return SyntheticControl.placebos(units, BEFORE);
  }

  static List<Figure> figures() {
    List<SyntheticControl> all = new SyntheticControlCase().run();
    return List.of(
        new Figure("first effect", all.get(0).effect(), SEARCH),
        new Figure("effects", sum(all, one -> Math.abs(one.effect())), UNITS * SEARCH),
        new Figure("fits", sum(all, SyntheticControl::rootMeanSquareBefore), UNITS * SEARCH));
  }

  private static double sum(List<SyntheticControl> all, ToDoubleFunction<SyntheticControl> what) {
    return all.stream().mapToDouble(what).sum();
  }
}
