package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static speedbump.stats.Published.assertRelative;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CochraneOrcuttTest {
  private static double[] growth(String column) {
    double[] level = Published.column("series/macrodata.csv", column);
    return IntStream.range(1, level.length)
        .mapToDouble(t -> 400 * (Math.log(level[t]) - Math.log(level[t - 1])))
        .toArray();
  }

  @Test
  void agreesWithStata() {
    double[] product = growth("realgdp");
    double[] rate = Published.column("series/macrodata.csv", "realint");
    double[][] x =
        IntStream.range(0, product.length)
            .mapToObj(t -> new double[] {product[t], rate[t], 1})
            .toArray(double[][]::new);
    CochraneOrcutt result = CochraneOrcutt.fit(growth("realinv"), x);
    // Stata, prais, corc rhotype(tscorr), as printed in statsmodels' tests
    assertEquals(201, result.fit().observations());
    assertRelative(-0.1080744185979703, result.rho(), 1e-7);
    assertRelative(
        new double[] {4.3704012379033, -0.5792713865784, -9.509886614971},
        result.fit().coefficients(),
        1e-7);
    assertRelative(
        new double[] {0.20815070994319, 0.26801792119756, 0.99049648344574},
        result.fit().standardErrors(result.fit().covariance()),
        1e-7);
  }

  @Test
  void recoversPlantedErrorsInAnyUnit() {
    double[] e = new Autoregression(0.7, 1, 1).simulate(4000, new SplittableRandom(6));
    double[][] x =
        IntStream.range(0, 4000)
            .mapToObj(t -> new double[] {1, Math.sin(t)})
            .toArray(double[][]::new);
    double[] y = IntStream.range(0, 4000).mapToDouble(t -> 5 + 2 * x[t][1] + e[t]).toArray();
    CochraneOrcutt plain = CochraneOrcutt.fit(y, x);
    assertEquals(0.7, plain.rho(), 4 * Math.sqrt((1 - 0.49) / 4000));
    assertEquals(2, plain.fit().coefficients()[1], 0.1);
    CochraneOrcutt other = CochraneOrcutt.fit(Arrays.stream(y).map(v -> 1e-6 * v).toArray(), x);
    assertRelative(plain.rho(), other.rho(), 1e-9);
    assertRelative(1e-6 * plain.fit().coefficients()[1], other.fit().coefficients()[1], 1e-9);
  }

  @Test
  void namesWhatIsWrong() {
    double[][] x = {{1}, {1}, {1}, {1}};
    refuses("all residuals are zero: they have no autocorrelation", new double[4], x);
    refuses("x has 4 rows and y has 3 values", new double[3], x);
    refuses("y is not finite at index 1: NaN", new double[] {1, Double.NaN, 2, 3}, x);
  }

  private static void refuses(String message, double[] y, double[][] x) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> CochraneOrcutt.fit(y, x)).getMessage());
  }
}
