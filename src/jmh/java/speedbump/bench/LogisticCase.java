package speedbump.bench;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import speedbump.stats.LogisticRegression;

/** A logistic regression of 300 answers on three columns, errors clustered by 100 days. */
@State(Scope.Benchmark)
public class LogisticCase {
  private static final int ANSWERS = 300;
  private static final int DAYS = 100;

  private final double[][] x = new double[ANSWERS][];
  private final int[] days = new int[ANSWERS];
  private final boolean[] answers = new boolean[ANSWERS];

  /** Makes the answers: the chance of yes rises with the day. */
  public LogisticCase() {
    double[] numbers = Made.numbers(2 * ANSWERS);
    for (int i = 0; i < ANSWERS; i++) {
      days[i] = i % DAYS;
      double time = days[i] / (double) DAYS;
      x[i] = new double[] {1, time, numbers[i]};
      answers[i] = numbers[ANSWERS + i] < 0.2 + 0.3 * time + 0.2 * numbers[i];
    }
  }

  /** One call's work. */
  @Benchmark
  public double[][] run() {
    LogisticRegression fit = LogisticRegression.fit(answers, x, days);
    return new double[][] {fit.coefficients(), fit.clusteredStandardErrors()};
  }

  static List<Figure> figures() {
    double[][] found = new LogisticCase().run();
    List<Figure> figures = new ArrayList<>();
    for (int j = 0; j < found[0].length; j++) {
      figures.add(new Figure("coefficient " + j, found[0][j], 1e-7));
      figures.add(new Figure("error " + j, found[1][j], 1e-7));
    }
    return figures;
  }
}
