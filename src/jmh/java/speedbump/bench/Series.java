package speedbump.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The series that the benchmarks read, the same files as the peers'. */
final class Series {
  private static final Path FOLDER = Path.of("src/test/resources/validation/series");

  private Series() {}

  static double[] column(String file, String name) {
    try {
      List<String> lines = Files.readAllLines(FOLDER.resolve(file));
      int column = Arrays.asList(lines.get(0).replace("\"", "").split(",")).indexOf(name);
      return lines.stream()
          .skip(1)
          .mapToDouble(line -> Double.parseDouble(line.split(",")[column]))
          .toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
