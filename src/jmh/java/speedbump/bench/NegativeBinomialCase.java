package speedbump.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import speedbump.stats.NegativeBinomialRegression;

/** Negative-binomial trends of 100 series of 100 counts, over months of unequal coverage. */
@State(Scope.Benchmark)
public class NegativeBinomialCase {
  private static final int SERIES = 100;
  private static final int MONTHS = 100;

  /** The package ends its search where the likelihood rises by less than a hundred-thousandth. */
  private static final double SEARCH = 1e-4;

  private final double[][] x = new double[MONTHS][];
  private final double[] exposure = new double[MONTHS];
  private final double[][] counts = new double[SERIES][MONTHS];

  /** Makes the counts, each the sum of two geometric ones of the same mean: alpha is one half. */
  public NegativeBinomialCase() {
    double[] numbers = Made.numbers(2 * SERIES * MONTHS);
    for (int t = 0; t < MONTHS; t++) {
      x[t] = new double[] {1, t / (double) MONTHS - 0.5};
      exposure[t] = t % 3 == 0 ? 0.5 : 1;
      double mean = exposure[t] * (1 + t / (double) MONTHS);
      double again = Math.log(mean / (1 + mean));
      for (int s = 0; s < SERIES; s++) {
        int at = 2 * (s * MONTHS + t);
        counts[s][t] =
            Math.floor(Math.log(1 - numbers[at]) / again)
                + Math.floor(Math.log(1 - numbers[at + 1]) / again);
      }
    }
  }

  /** One call's work. */
  @Benchmark
  public NegativeBinomialRegression[] run() {
    return Arrays.stream(counts)
        .map(series -> NegativeBinomialRegression.fit(series, x, exposure))
        .toArray(NegativeBinomialRegression[]::new);
  }

  static List<Figure> figures() {
    NegativeBinomialRegression[] fits = new NegativeBinomialCase().run();
    return List.of(
        new Figure("alpha", sum(fits, NegativeBinomialRegression::alpha), SEARCH),
        new Figure("constant", sum(fits, fit -> fit.coefficients()[0]), SEARCH),
        new Figure("trend", sum(fits, fit -> fit.coefficients()[1]), SEARCH),
        new Figure("error", sum(fits, fit -> fit.standardErrors()[1]), SEARCH));
  }

  private static double sum(
      NegativeBinomialRegression[] fits, ToDoubleFunction<NegativeBinomialRegression> what) {
    return Arrays.stream(fits).mapToDouble(what).sum();
  }
}
