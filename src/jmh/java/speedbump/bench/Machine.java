package speedbump.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where and when the times were taken.
 *
 * @param day the day, universal time
 * @param processor its processor and the number of cores in use
 * @param system its operating system
 * @param jdk name and version of the Java
 * @param python version of the Python
 * @param libraries the peers' packages with their versions
 */
record Machine(
    String day, String processor, String system, String jdk, String python, String libraries) {
  static final String HEADER = "day,processor,system,jdk,python,libraries";

  static Machine here() throws IOException, InterruptedException {
    List<String[]> versions = Peers.ask("versions");
    return new Machine(
        LocalDate.now(ZoneOffset.UTC).toString(),
        model() + ", " + Runtime.getRuntime().availableProcessors() + " cores",
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        System.getProperty("java.vendor") + " " + Runtime.version(),
        versions.get(0)[1],
        versions.stream()
            .skip(1)
            .map(line -> line[0] + " " + line[1])
            .collect(Collectors.joining(", ")));
  }

  /** Linux tells the model; elsewhere the architecture has to do. */
  private static String model() throws IOException {
    Path told = Path.of("/proc/cpuinfo");
    if (!Files.exists(told)) {
      return System.getProperty("os.arch");
    }
    return Files.readAllLines(told).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(System.getProperty("os.arch"));
  }

  String line() {
    return List.of(day, processor, system, jdk, python, libraries).stream()
        .map(Result::quoted)
        .collect(Collectors.joining(","));
  }
}
