package speedbump.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import speedbump.stats.NonlinearLeastSquares;
import speedbump.stats.NonlinearLeastSquares.Curve;

/** NIST's Rat42, Misra1a and Eckerle4, each from its far start. */
@State(Scope.Benchmark)
public class CurvesCase {
  /** How far searches that stop by their own rules may lie apart. */
  private static final double SEARCH = 1e-6;

  private final List<Problem> problems =
      List.of(
          new Problem(Series.nist("Rat42"), new double[] {100, 1, 0.1}, CurvesCase::logistic),
          new Problem(Series.nist("Misra1a"), new double[] {500, 0.0001}, CurvesCase::saturating),
          new Problem(Series.nist("Eckerle4"), new double[] {1, 10, 500}, CurvesCase::peak));

  private interface Shape {
    Curve of(double[] x);
  }

  private record Problem(double[] y, double[] start, Curve curve, double[] lower, double[] upper) {
    Problem(double[][] data, double[] start, Shape shape) {
      this(
          data[0],
          start,
          shape.of(data[1]),
          all(start.length, Double.NEGATIVE_INFINITY),
          all(start.length, Double.POSITIVE_INFINITY));
    }

    private static double[] all(int length, double value) {
      double[] all = new double[length];
      Arrays.fill(all, value);
      return all;
    }

    double[] fit() {
      return NonlinearLeastSquares.fit(y, curve, lower, upper, start).parameters();
    }
  }

  private static Curve logistic(double[] x) {
    return (b, values, derivatives) -> {
      for (int i = 0; i < x.length; i++) {
        double e = Math.exp(b[1] - b[2] * x[i]);
        double share = 1 / (1 + e);
        values[i] = b[0] * share;
        derivatives[i][0] = share;
        derivatives[i][1] = -b[0] * share * share * e;
        derivatives[i][2] = -derivatives[i][1] * x[i];
      }
    };
  }

  private static Curve saturating(double[] x) {
    return (b, values, derivatives) -> {
      for (int i = 0; i < x.length; i++) {
        double e = Math.exp(-b[1] * x[i]);
        values[i] = b[0] * (1 - e);
        derivatives[i][0] = 1 - e;
        derivatives[i][1] = b[0] * x[i] * e;
      }
    };
  }

  private static Curve peak(double[] x) {
    return (b, values, derivatives) -> {
      for (int i = 0; i < x.length; i++) {
        double z = (x[i] - b[2]) / b[1];
        double e = Math.exp(-z * z / 2) / b[1];
        values[i] = b[0] * e;
        derivatives[i][0] = e;
        derivatives[i][1] = b[0] * e * (z * z - 1) / b[1];
        derivatives[i][2] = b[0] * e * z / b[1];
      }
    };
  }

  /** One call's work. */
  @Benchmark
  public List<double[]> run() {
    return problems.stream().map(Problem::fit).toList();
  }

  static List<Figure> figures() {
    List<double[]> fits = new CurvesCase().run();
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < fits.size(); i++) {
      for (int j = 0; j < fits.get(i).length; j++) {
        figures.add(new Figure("curve " + i + " b" + j, fits.get(i)[j], SEARCH));
      }
    }
    return figures;
  }
}
