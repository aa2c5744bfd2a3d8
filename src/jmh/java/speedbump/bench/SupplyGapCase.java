package speedbump.bench;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import speedbump.model.SupplyGap;

/**
 * The break-even stock of 100,000 draws of demand, delay, yield and recycling, each a run of 240
 * steps.
 */
@State(Scope.Benchmark)
public class SupplyGapCase {
  private static final int DRAWS = 100_000;

  /** Powers of the root of x^5 = x + 1, whose multiples fill the unit cube evenly. */
  private static final double ROOT = 1.1673039782614187;

  private static final double[] POWERS = {
    Math.pow(ROOT, -1), Math.pow(ROOT, -2), Math.pow(ROOT, -3), Math.pow(ROOT, -4)
  };

  private final List<SupplyGap.Source> sources =
      List.of(
          new SupplyGap.Source("running", 3, 36, false),
          new SupplyGap.Source("planned", 15, 200, true));

  /**
   * One call's work.
   *
   * @return the mean break-even stock, months
   */
  @Benchmark
  public double run() {
    double sum = 0;
    for (int draw = 1; draw <= DRAWS; draw++) {
      sum +=
          new SupplyGap(
                  sources,
                  10 * Math.pow(300, even(draw, 1)),
                  36 * even(draw, 2),
                  0.5 + 0.5 * even(draw, 3),
                  0.2 * even(draw, 4),
                  60)
              .breakEvenMonths();
    }
    return sum / DRAWS;
  }

  private static double even(int draw, int coordinate) {
    double place = draw * POWERS[coordinate - 1];
    return place - Math.floor(place);
  }

  static List<Figure> figures() {
    return List.of(new Figure("mean", new SupplyGapCase().run(), Figure.ROUNDING));
  }
}
