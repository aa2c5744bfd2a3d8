package speedbump.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import speedbump.stats.LeastSquares;

/** A regression of 202 observations on three columns, with Newey-West errors of four lags. */
@State(Scope.Benchmark)
public class LeastSquaresCase {
  private static final int LAGS = 4;

  private final double[] y = Series.growth("realinv");
  private final double[][] x = design();

  private static double[][] design() {
    double[] product = Series.growth("realgdp");
    double[] rate = Series.column("macrodata.csv", "realint");
    return IntStream.range(0, product.length)
        .mapToObj(t -> new double[] {product[t], rate[t], 1})
        .toArray(double[][]::new);
  }

  /** One call's work. */
  @Benchmark
  public double[] run() {
    LeastSquares fit = LeastSquares.fit(y, x);
    return fit.standardErrors(fit.neweyWest(LAGS, true));
  }

  static List<Figure> figures() {
    LeastSquaresCase work = new LeastSquaresCase();
    double[] errors = work.run();
    double[] coefficients = LeastSquares.fit(work.y, work.x).coefficients();
    List<Figure> figures = new ArrayList<>();
    for (int j = 0; j < errors.length; j++) {
      figures.add(new Figure("coefficient " + j, coefficients[j], Figure.ROUNDING));
      figures.add(new Figure("error " + j, errors[j], Figure.ROUNDING));
    }
    return figures;
  }
}
