import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Starts the Python side of the collection from Maven: finds Python, makes {@code .venv} from the
 * lock file, installs the Java kernel into it, computes the verdicts, and hands over to {@code
 * run.py}. Run as a single source file: {@code java Launcher.java COMMAND CLASSPATH [ARGUMENT...]}.
 * Ends with the exit status of what it started, and with 2 and one message where the machine lacks
 * something.
 */
final class Launcher {
  private static final boolean WINDOWS =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final Path JUPYTER = ROOT.resolve("src/main/jupyter");

  /** There from the start to a good end of a run: Maven's last word depends on it. */
  private static final Path FAILED = ROOT.resolve("target/run-failed");

  private static final Path VENV = ROOT.resolve(".venv");
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", WINDOWS ? "java.exe" : "java").toString();

  /**
   * The flags under which every number of the collection is computed: nothing of the machine's
   * locale, time zone or display may reach a result. C1 alone and the serial collector, because a
   * notebook is short and mostly compiles.
   */
  private static final List<String> FLAGS =
      List.of(
          "-ea",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xshare:auto",
          "-Dfile.encoding=UTF-8",
          "-Dstdout.encoding=UTF-8",
          "-Dstderr.encoding=UTF-8",
          "-Duser.language=en",
          "-Duser.country=US",
          "-Duser.timezone=UTC",
          "-Djava.awt.headless=true");

  private record Python(List<String> command, String version) {}

  private static final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    Problem(String message) {
      super(message);
    }
  }

  public static void main(String[] arguments) throws InterruptedException {
    try {
      String command = arguments[0];
      String classPath = arguments[1];
      Files.createDirectories(FAILED.getParent());
      Files.writeString(FAILED, "");
      environment();
      kernel(classPath);
      if (!command.equals("lab")) {
        verdicts(classPath);
      }
      List<String> run =
          new ArrayList<>(List.of(venvPython(), JUPYTER.resolve("run.py").toString(), command));
      run.addAll(List.of(arguments).subList(2, arguments.length));
      int status = start(run);
      if (status == 0) {
        Files.delete(FAILED);
      }
      System.exit(status);
    } catch (Problem problem) {
      System.err.println("\n" + problem.getMessage() + "\n");
      System.exit(2);
    } catch (IOException | UncheckedIOException problem) {
      System.err.println(
          "\nCannot write in "
              + ROOT
              + ": "
              + problem.getMessage()
              + "\nThe collection writes .venv, target and notebooks in its own folder:"
              + " it needs a folder that can be written to, with some 500 MB free.\n");
      System.exit(2);
    }
  }

  /** Makes {@code .venv} anew when the lock file or the Python has changed since it was made. */
  private static void environment() throws IOException, InterruptedException {
    Path marker = VENV.resolve("made-from");
    Path lock = JUPYTER.resolve("requirements.txt");
    String key = sha256(Files.readAllBytes(lock));
    if (Files.exists(marker)
        && Files.readString(marker).equals(key)
        && Files.isExecutable(Path.of(venvPython()))
        && works(venvPython())) {
      return;
    }
    Python python = python();
    System.out.println(
        "Making the Jupyter environment in .venv with Python "
            + python.version()
            + " (once, about a minute) ...");
    delete(VENV);
    List<String> make = new ArrayList<>(python.command());
    make.addAll(List.of("-m", "venv", VENV.toString()));
    if (start(make) != 0) {
      delete(VENV);
      throw new Problem(
          "Python "
              + python.version()
              + " could not make the environment .venv; its message stands above.\n"
              + "It needs the venv module (Debian: apt-get install python3-venv) and a writable folder with some 500 MB free.");
    }
    if (start(
            List.of(
                venvPython(),
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--no-input",
                "--no-deps",
                "--require-hashes",
                "-r",
                lock.toString()))
        != 0) {
      delete(VENV);
      throw new Problem(
          "pip could not install the packages that "
              + ROOT.relativize(lock)
              + " names; its message stands above.\n"
              + "The first run needs the network (or pip's cache) and some 500 MB of free disk space; later runs need neither.");
    }
    Files.writeString(marker, key);
  }

  /**
   * Writes the kernel's specification: this project's class path and flags, found by every Jupyter
   * program of {@code .venv}.
   */
  private static void kernel(String classPath) throws IOException {
    Path folder = Files.createDirectories(VENV.resolve("share/jupyter/kernels/java"));
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(FLAGS);
    command.add("-Djava.util.logging.config.file=" + JUPYTER.resolve("logging.properties"));
    command.addAll(
        List.of("-cp", classPath, "io.github.spencerpark.ijava.IJava", "{connection_file}"));
    StringBuilder json =
        new StringBuilder(
            "{\"display_name\": \"Java\", \"language\": \"java\", \"interrupt_mode\": \"message\", \"argv\": [");
    for (int i = 0; i < command.size(); i++) {
      json.append(i == 0 ? "" : ", ")
          .append('"')
          .append(command.get(i).replace("\\", "\\\\").replace("\"", "\\\""))
          .append('"');
    }
    Files.writeString(folder.resolve("kernel.json"), json.append("]}\n"));
  }

  /**
   * Computes every verdict once, before the notebooks read them; the class knows by the hash of
   * data and code whether it has to.
   */
  private static void verdicts(String classPath) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(JAVA));
    FLAGS.stream().filter(flag -> !flag.contains("Tiered")).forEach(command::add);
    command.addAll(List.of("-cp", classPath, "speedbump.analysis.Verdicts"));
    if (start(command) != 0) {
      throw new Problem(
          "The verdicts could not be computed; the message stands above. No notebook was run or changed.");
    }
  }

  private static Python python() throws IOException, InterruptedException {
    String asked = System.getenv("PYTHON");
    List<List<String>> candidates =
        asked != null && !asked.isBlank()
            ? List.of(List.of(asked))
            : List.of(
                List.of("python3"),
                List.of("python"),
                List.of("py", "-3"),
                List.of("python3.14"),
                List.of("python3.13"),
                List.of("python3.12"),
                List.of("python3.11"));
    String found = "";
    for (List<String> candidate : candidates) {
      List<String> ask = new ArrayList<>(candidate);
      ask.addAll(List.of("-c", "import sys; print('%d.%d.%d' % sys.version_info[:3])"));
      String version = output(ask);
      if (version.matches("\\d+\\.\\d+\\.\\d+")) {
        String[] part = version.split("\\.");
        if (Integer.parseInt(part[0]) == 3 && Integer.parseInt(part[1]) >= 11) {
          List<String> venv = new ArrayList<>(candidate);
          venv.addAll(List.of("-c", "import venv, ensurepip; print('yes')"));
          if (output(venv).equals("yes")) {
            return new Python(candidate, version);
          }
          found =
              "Found Python "
                  + version
                  + " ("
                  + candidate.get(0)
                  + "), but without its venv module.\n";
        } else if (found.isEmpty()) {
          found = "Found Python " + version + " (" + candidate.get(0) + "), which is too old.\n";
        }
      }
    }
    throw new Problem(
        (found.isEmpty()
                ? "No Python was found" + (asked == null ? ".\n" : " at PYTHON=" + asked + ".\n")
                : found)
            + "The notebooks need Python 3.11 or newer with venv. Debian, Ubuntu: apt-get install python3-venv; macOS: brew install python;"
            + " Windows: winget install Python.Python.3.13.\nWhere it has another name, set the variable PYTHON to its path.");
  }

  private static String venvPython() {
    return VENV.resolve(WINDOWS ? "Scripts/python.exe" : "bin/python").toString();
  }

  private static boolean works(String python) throws IOException, InterruptedException {
    return output(List.of(python, "-c", "print('yes')")).equals("yes");
  }

  private static String output(List<String> command) throws IOException, InterruptedException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException notThere) {
      return "";
    }
    process.getOutputStream().close();
    String text =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return process.waitFor() == 0 ? text : "";
  }

  private static int start(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(ROOT.toFile()).inheritIO();
    Map<String, String> environment = builder.environment();
    environment.put("PYTHONUTF8", "1");
    environment.put("PYTHONHASHSEED", "0");
    environment.put("PYTHONDONTWRITEBYTECODE", "1");
    environment.put("JUPYTER_PREFER_ENV_PATH", "1");
    environment
        .keySet()
        .removeAll(
            List.of(
                "PYTHONHOME",
                "PYTHONPATH",
                "JUPYTER_PATH",
                "JAVA_TOOL_OPTIONS",
                "IJAVA_CLASSPATH",
                "IJAVA_COMPILER_OPTS",
                "IJAVA_STARTUP_SCRIPTS_PATH",
                "IJAVA_STARTUP_SCRIPT",
                "IJAVA_TIMEOUT"));
    Process process = builder.start();
    // Maven's end must be theirs as well, or a kernel is left behind
    Thread end = new Thread(() -> process.descendants().forEach(ProcessHandle::destroy));
    Runtime.getRuntime().addShutdownHook(end);
    int status = process.waitFor();
    Runtime.getRuntime().removeShutdownHook(end);
    return status;
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
