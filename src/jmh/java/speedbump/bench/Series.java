package speedbump.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The series that the benchmarks read, the same files as the peers'. */
final class Series {
  private static final Path FOLDER = Path.of("src/test/resources/validation");

  private Series() {}

  static double[] column(String file, String name) {
    try {
      List<String> lines = Files.readAllLines(FOLDER.resolve("series").resolve(file));
      int column = Arrays.asList(lines.get(0).replace("\"", "").split(",")).indexOf(name);
      return lines.stream()
          .skip(1)
          .mapToDouble(line -> Double.parseDouble(line.split(",")[column]))
          .toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** 400 times the differences of the logarithms of a column of the macroeconomic series. */
  static double[] growth(String column) {
    double[] level = column("macrodata.csv", column);
    return IntStream.range(1, level.length)
        .mapToDouble(t -> 400 * (Math.log(level[t]) - Math.log(level[t - 1])))
        .toArray();
  }

  /** The response and the predictor of a nonlinear problem of NIST. */
  static double[][] nist(String name) {
    try {
      List<double[]> rows =
          Files.readAllLines(FOLDER.resolve("nist").resolve(name + ".dat")).stream()
              .dropWhile(line -> !line.matches("Data:\\s+y\\s+x\\s*"))
              .skip(1)
              .filter(line -> !line.isBlank())
              .map(line -> Arrays.stream(line.strip().split("\\s+")))
              .map(fields -> fields.mapToDouble(Double::parseDouble).toArray())
              .toList();
      return new double[][] {
        rows.stream().mapToDouble(row -> row[0]).toArray(),
        rows.stream().mapToDouble(row -> row[1]).toArray()
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
