package speedbump.bench;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import speedbump.stats.TwoEffectLogit;

/** A logit of 3,000 answers with effects of 30 rows and 100 columns, errors clustered by both. */
@State(Scope.Benchmark)
public class TwoEffectLogitCase {
  private static final int ROWS = 30;
  private static final int COLUMNS = 100;

  private final double[] x = new double[ROWS * COLUMNS];
  private final int[] row = new int[x.length];
  private final int[] column = new int[x.length];
  private final boolean[] answers = new boolean[x.length];

  /** Makes the answers: the chance of yes rises with row, column and x. */
  public TwoEffectLogitCase() {
    double[] numbers = Made.numbers(2 * x.length);
    for (int i = 0; i < x.length; i++) {
      row[i] = i / COLUMNS;
      column[i] = i % COLUMNS;
      double ofRow = row[i] / (double) ROWS;
      double ofColumn = column[i] / (double) COLUMNS;
      x[i] = numbers[i] + ofRow;
      answers[i] = numbers[x.length + i] < 0.1 + 0.25 * ofRow + 0.2 * ofColumn + 0.15 * x[i];
    }
  }

  /** One call's work. */
  @Benchmark
  public TwoEffectLogit.Slope run() {
    return TwoEffectLogit.of(x, row, column).fit(answers);
  }

  static List<Figure> figures() {
    TwoEffectLogit.Slope slope = new TwoEffectLogitCase().run();
    return List.of(
        new Figure("slope", slope.slope(), 1e-7),
        new Figure("standard error", slope.standardError(), 1e-7));
  }
}
