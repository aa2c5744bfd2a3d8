package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static speedbump.Agreement.agree;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Data sets of {@code src/test/resources/validation}, and the comparison by relative error. */
final class Published {
  private Published() {}

  /** A linear problem of NIST's reference data sets with its certified answer. */
  record Nist(
      double[] y,
      double[][] predictors,
      double[] coefficients,
      double[] standardDeviations,
      double residualStandardDeviation,
      double rSquared) {}

  static Nist nist(String name) {
    List<double[]> parameters = new ArrayList<>();
    List<double[]> data = new ArrayList<>();
    double deviation = Double.NaN;
    double rSquared = Double.NaN;
    boolean inData = false;
    for (String line : lines("nist/" + name + ".dat")) {
      String text = line.strip();
      if (inData) {
        data.add(numbers(text));
      } else if (text.matches("B\\d\\s+\\S+\\s+\\S+")) {
        parameters.add(numbers(text.replaceFirst("B\\d\\s+", "")));
      } else if (text.matches("Standard Deviation\\s+\\d\\S*")) {
        deviation = numbers(text.replaceFirst("Standard Deviation\\s+", ""))[0];
      } else if (text.matches("R-Squared\\s+\\S+")) {
        rSquared = numbers(text.replaceFirst("R-Squared\\s+", ""))[0];
      } else {
        inData = text.matches("Data:\\s+y\\s+x.*");
      }
    }
    return new Nist(
        data.stream().mapToDouble(row -> row[0]).toArray(),
        data.stream().map(row -> Arrays.copyOfRange(row, 1, row.length)).toArray(double[][]::new),
        parameters.stream().mapToDouble(row -> row[0]).toArray(),
        parameters.stream().mapToDouble(row -> row[1]).toArray(),
        deviation,
        rSquared);
  }

  /** A nonlinear problem of the same, of one predictor, with the two starts that NIST gives. */
  record NistCurve(
      double[] y, double[] x, double[][] starts, double[] parameters, double residualSum) {}

  static NistCurve nistCurve(String name) {
    List<double[]> parameters = new ArrayList<>();
    List<double[]> data = new ArrayList<>();
    double sum = Double.NaN;
    boolean inData = false;
    for (String line : lines("nist/" + name + ".dat")) {
      String text = line.strip();
      if (inData) {
        data.add(numbers(text));
      } else if (text.matches("b\\d =.*")) {
        parameters.add(numbers(text.replaceFirst("b\\d =\\s+", "")));
      } else if (text.startsWith("Residual Sum of Squares:")) {
        sum = numbers(text.replaceFirst(".*:\\s+", ""))[0];
      } else {
        inData = text.matches("Data:\\s+y\\s+x");
      }
    }
    return new NistCurve(
        column(data, 0),
        column(data, 1),
        new double[][] {column(parameters, 0), column(parameters, 1)},
        column(parameters, 2),
        sum);
  }

  private static double[] column(List<double[]> rows, int column) {
    return rows.stream().mapToDouble(row -> row[column]).toArray();
  }

  /** One column of a comma-separated table of numbers with a header. */
  static double[] column(String file, String name) {
    List<String> lines = lines(file);
    int column = Arrays.asList(lines.get(0).replace("\"", "").split(",")).indexOf(name);
    return lines.stream()
        .skip(1)
        .mapToDouble(line -> number(line.split(",", -1)[column]))
        .toArray();
  }

  /** An empty field is no number. */
  private static double number(String text) {
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }

  static double[] nile() {
    return column("series/nile.csv", "volume");
  }

  static void assertRelative(double expected, double actual, double tolerance) {
    agree(expected, actual, tolerance * Math.abs(expected));
  }

  static void assertRelative(double[] expected, double[] actual, double tolerance) {
    assertEquals(expected.length, actual.length);
    for (int i = 0; i < expected.length; i++) {
      agree(expected[i], actual[i], tolerance * Math.abs(expected[i]));
    }
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split("\\s+")).mapToDouble(Double::parseDouble).toArray();
  }

  private static List<String> lines(String file) {
    try (InputStream in = Published.class.getResourceAsStream("/validation/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
