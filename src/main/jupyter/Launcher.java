import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * Starts the Python side of the collection from Maven: finds Python, makes {@code .venv} from the
 * lock file, installs the Java kernel into it, computes the verdicts, and hands over to {@code
 * run.py}. Run as a single source file: {@code java [-Dpublish=true] Launcher.java COMMAND
 * CLASSPATH}. Ends with 0; with 1 where the collection's own run failed; with 2 and one message
 * where the machine lacks something.
 *
 * <p>Whoever is killed takes the others along: this program ends with Maven, {@code run.py} with
 * this program (its standard input is closed), each kernel with {@code run.py}.
 */
final class Launcher {
  private static final boolean WINDOWS =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final Path JUPYTER = ROOT.resolve("src/main/jupyter");

  private static final Path TARGET = ROOT.resolve("target");
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

  private static final Pattern FOREIGN =
      Pattern.compile(
          "PYTHON.*|IPYTHON.*|IJAVA_.*|JJAVA_.*|JUPYTER_PATH|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|_JAVA_OPTIONS");

  /** What a kernel does as it starts: see the class. */
  private static final String STARTUP = "speedbump.notebook.Startup.kernel();";

  /** What a property of Maven's of the same name asks {@code run.py} for. */
  private static final List<String> OPTIONS = List.of("publish");

  private record Python(List<String> command, String version) {}

  private static final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    Problem(String message) {
      super(message);
    }
  }

  public static void main(String[] arguments) throws InterruptedException {
    endWithMaven();
    try {
      System.exit(run(arguments[0], arguments[1]));
    } catch (Problem problem) {
      System.err.println("\n" + problem.getMessage() + "\n");
    } catch (IOException | UncheckedIOException problem) {
      System.err.println(
          "\nCannot read or write in "
              + ROOT
              + ": "
              + problem.getMessage()
              + "\nThe collection writes .venv, target and notebooks in its own folder:"
              + " it needs a folder that can be written to, with some 500 MB free.\n");
    }
    System.exit(2);
  }

  /** Ends this program when Maven has ended, and what this program started with it. */
  private static void endWithMaven() {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> ProcessHandle.current().children().forEach(ProcessHandle::destroy)));
    Optional<ProcessHandle> maven = ProcessHandle.current().parent();
    Thread watch =
        new Thread(
            () -> {
              while (ProcessHandle.current().parent().equals(maven)) {
                LockSupport.parkNanos(1_000_000_000L);
              }
              System.exit(1);
            });
    watch.setDaemon(true);
    watch.start();
  }

  private static int run(String command, String classPath)
      throws IOException, InterruptedException {
    try (FileChannel lock =
        FileChannel.open(
            Files.createDirectories(TARGET).resolve("lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE)) {
      if (lock.tryLock() == null) {
        throw new Problem(
            "Another run is at work in "
                + ROOT
                + ".\nWait for its end, or stop it, and try again.");
      }
      environment();
      kernel(classPath);
      if (command.equals("lab")) {
        lock.close(); // notebooks may be run while they are also open
      } else {
        verdicts(classPath);
      }
      List<String> runner =
          new ArrayList<>(List.of(venvPython(), JUPYTER.resolve("run.py").toString(), command));
      for (String option : OPTIONS) {
        if (!System.getProperty(option, "").matches("|false")) {
          runner.add("--" + option);
        }
      }
      int status = start(runner);
      if (status != 0 && status != 1) {
        System.err.println(
            "\nThe run was ended from outside (status "
                + status
                + ").\nThe notebooks are whole: run the command again.\n");
      }
      return status == 0 ? 0 : 1;
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
        && answers(
            List.of(venvPython()),
            "from importlib.util import find_spec; assert find_spec('nbclient')")) {
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
              + "It needs the venv module (Debian: apt-get install python3-venv) and a writable"
              + " folder with some 500 MB free.");
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
              + "The first run needs the network (or pip's cache) and some 500 MB of free disk"
              + " space; later runs need neither.");
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
            "{\"display_name\": \"Java\", \"language\": \"java\", \"interrupt_mode\": \"message\","
                + " \"argv\": [");
    for (int i = 0; i < command.size(); i++) {
      json.append(i == 0 ? "" : ", ")
          .append('"')
          .append(command.get(i).replace("\\", "\\\\").replace("\"", "\\\""))
          .append('"');
    }
    json.append("], \"env\": {\"IJAVA_STARTUP_SCRIPT\": \"").append(STARTUP).append("\"}}\n");
    Files.writeString(folder.resolve("kernel.json"), json);
  }

  /**
   * Computes every verdict once, before the notebooks read them; the class knows by the hash of
   * data and code whether it has to.
   */
  private static void verdicts(String classPath) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(JAVA));
    FLAGS.stream().filter(flag -> !flag.contains("Tiered")).forEach(command::add);
    command.addAll(
        List.of(
            "-cp",
            classPath,
            "speedbump.analysis.Verdicts",
            TARGET.resolve("board.json").toString()));
    Process process = builder(command).redirectOutput(ProcessBuilder.Redirect.INHERIT).start();
    List<String> said =
        new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("\t"))
            .toList();
    if (process.waitFor() != 0) {
      throw new Problem(
          "The verdicts could not be computed, and no notebook was run:\n"
              + String.join("\n", said));
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
      String version = output(candidate, "import sys; print('%d.%d.%d' % sys.version_info[:3])");
      if (version.matches("\\d+\\.\\d+\\.\\d+")) {
        String[] part = version.split("\\.");
        if (Integer.parseInt(part[0]) == 3 && Integer.parseInt(part[1]) >= 11) {
          if (answers(candidate, "import venv, ensurepip")) {
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
            + "The notebooks need Python 3.11 or newer with venv. Debian, Ubuntu: apt-get install"
            + " python3-venv; macOS: brew install python; Windows: winget install"
            + " Python.Python.3.13.\n"
            + "Where it has another name, set the variable PYTHON to its path.");
  }

  private static String venvPython() {
    return VENV.resolve(WINDOWS ? "Scripts/python.exe" : "bin/python").toString();
  }

  /** Whether the Python can execute these statements. */
  private static boolean answers(List<String> python, String statements)
      throws IOException, InterruptedException {
    return output(python, statements + "; print('yes')").equals("yes");
  }

  /** What a few statements print under the given Python, nothing where they or it fail. */
  private static String output(List<String> python, String statements)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(python);
    command.addAll(List.of("-c", statements));
    Process process;
    try {
      process = builder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException notThere) {
      return "";
    }
    process.getOutputStream().close();
    String text =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return process.waitFor() == 0 ? text : "";
  }

  private static int start(List<String> command) throws IOException, InterruptedException {
    return builder(command)
        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start()
        .waitFor();
  }

  /** A process that nothing of the user's Python, Java or Jupyter settings reaches; pip's stay. */
  private static ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(ROOT.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> FOREIGN.matcher(name).matches());
    environment.put("PYTHONUTF8", "1");
    environment.put("PYTHONHASHSEED", "0");
    environment.put("PYTHONDONTWRITEBYTECODE", "1");
    environment.put("PIP_USER", "0");
    environment.put("JUPYTER_PREFER_ENV_PATH", "1");
    return builder;
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
