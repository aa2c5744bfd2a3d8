import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Starts the Python side of the collection from Maven: finds Python, makes {@code .venv} from the
 * lock file, installs the Java kernel into it, computes the verdicts, and hands over to {@code
 * run.py}. Run as a single source file: {@code java [-Dpublish=true] [-Dfresh=true] Launcher.java
 * COMMAND CLASSPATH}. Ends with 0; with 1 where the collection's own run failed; with 2 and one
 * message where the machine lacks something.
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
   * locale, time zone, fonts or display may reach a result, and nothing is left outside the
   * collection's folder. C1 alone and the serial collector, because a notebook is short and mostly
   * compiles.
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
          "-Djava.awt.headless=true",
          // no font of the machine is asked for, so that there need be none
          "-Dsun.awt.fontconfig=" + JUPYTER.resolve("fontconfig.properties"),
          "-Djava.io.tmpdir=" + TARGET.resolve("tmp"),
          "-Duser.home=" + TARGET.resolve("home"),
          "-XX:-UsePerfData",
          "-XX:ErrorFile=" + TARGET.resolve("hs_err_pid%p.log"));

  /** Settings of the user's that reach nothing here. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "PYTHON.*|IPYTHON.*|IJAVA_.*|JJAVA_.*|JUPYTER_PATH|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS"
              + "|_JAVA_OPTIONS|PIP_.*");

  /** Settings of pip's that say where packages come from; the others would say where they go. */
  private static final Pattern INDEX =
      Pattern.compile(
          "index-url|extra-index-url|no-index|find-links|trusted-host|proxy|cert|client-cert"
              + "|timeout|default-timeout|retries|cache-dir|no-cache-dir|keyring-provider");

  /** A line of {@code pip config list}. */
  private static final Pattern SETTING = Pattern.compile("[^.]*\\.([^=.]+)=(['\"])(.*)\\2");

  /** What the environment must be able to import before it is called made. */
  private static final String IMPORTS =
      "import nbclient, nbformat, jupyterlab, myst_nb, sphinx_book_theme, PIL, frictionless";

  /** What a kernel does as it starts: see the class. */
  private static final String STARTUP = "speedbump.notebook.Startup.kernel();";

  /** What a property of Maven's of the same name asks {@code run.py} for. */
  private static final List<String> OPTIONS = List.of("publish", "fresh");

  /** A Python: how it is called, its version, and its version with its place. */
  private record Python(List<String> command, String version, String name) {}

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
    } catch (IOException problem) {
      System.err.println("\n" + said(problem) + "\n");
    } catch (UncheckedIOException problem) {
      System.err.println("\n" + said(problem.getCause()) + "\n");
    }
    System.exit(2);
  }

  /** The cause and the next step. */
  private static String said(IOException problem) {
    String told = String.valueOf(problem.getMessage());
    if (problem instanceof AccessDeniedException
        || told.matches("(?s).*(Permission denied|Read-only file system|not permitted).*")) {
      return "Cannot write: "
          + told
          + "\nThe collection writes target, .venv and notebooks in its own folder "
          + ROOT
          + ":\nit needs a folder that you can write to. Copy it to one, or change its owner.";
    }
    if (told.matches("(?s).*(No space left|quota exceeded).*")) {
      return "The disk is full: " + told + "\nThe collection needs some 500 MB in " + ROOT + ".";
    }
    return "Cannot go on: " + problem.getClass().getSimpleName() + ": " + told;
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
      Files.createDirectories(TARGET.resolve("tmp"));
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
      int status = start(builder(runner));
      if (status != 0 && status != 1) {
        System.err.println(
            "\nThe run was ended from outside (status "
                + status
                + ").\nThe notebooks are whole: run the command again.\n");
      }
      return status == 0 ? 0 : 1;
    }
  }

  /**
   * Makes {@code .venv} anew when the lock file has changed since it was made, or when {@code
   * PYTHON} asks for another Python. A {@code .venv} without the collection's mark is somebody
   * else's.
   */
  private static void environment() throws IOException, InterruptedException {
    Path mark = VENV.resolve("made-from");
    Path lock = JUPYTER.resolve("requirements.txt");
    String key = sha256(Files.readAllBytes(lock));
    boolean ours = Files.exists(mark);
    List<String> made = ours ? Files.readAllLines(mark) : List.of();
    Optional<Python> asked = asked().isPresent() ? Optional.of(python()) : Optional.empty();
    if (made.size() == 2
        && made.get(0).equals(key)
        && (asked.isEmpty() || asked.get().name().equals(made.get(1)))
        && Files.isExecutable(Path.of(venvPython()))
        && answers(
            List.of(venvPython()),
            "from importlib.util import find_spec; assert find_spec('nbclient')")) {
      return;
    }
    if (Files.exists(VENV) && !ours) {
      throw new Problem(
          "There is a folder .venv in "
              + ROOT
              + ", and the collection did not make it.\n"
              + "It keeps its Jupyter environment there: move yours elsewhere, or delete it, and"
              + " run the command again.");
    }
    Python python = asked.isPresent() ? asked.get() : python();
    System.out.println(
        "Making the Jupyter environment in .venv with Python "
            + python.version()
            + " (once, about a minute) ...");
    delete(VENV);
    Files.createDirectories(VENV);
    Files.writeString(mark, "unfinished\n");
    List<String> make = new ArrayList<>(python.command());
    make.addAll(List.of("-m", "venv", VENV.toString()));
    if (start(builder(make)) != 0) {
      throw new Problem(
          "Python "
              + python.version()
              + " could not make the environment .venv; its message stands above.\n"
              + "It needs the venv module (Debian: apt-get install python3-venv).");
    }
    if (start(pip("install", "--quiet", "--no-deps", "--require-hashes", "-r", lock.toString()))
        != 0) {
      throw new Problem(
          "pip could not install the packages that "
              + ROOT.relativize(lock)
              + " names; its message stands above.\n"
              + "The first run needs the network (or pip's cache) and some 500 MB of free disk"
              + " space; later runs need neither.");
    }
    if (start(builder(List.of(venvPython(), "-c", IMPORTS))) != 0) {
      throw new Problem(
          "pip has installed the packages of "
              + ROOT.relativize(lock)
              + ", and Python cannot import them from .venv; its message stands above.\n"
              + "A setting of pip's may send them elsewhere: `"
              + venvPython()
              + " -m pip config list` shows them.");
    }
    Files.writeString(mark, key + "\n" + python.name() + "\n");
  }

  /** A call of pip's that knows of the user's settings only where packages come from. */
  private static ProcessBuilder pip(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(venvPython(), "-m", "pip", "--disable-pip-version-check", "--no-input"));
    command.addAll(List.of(arguments));
    ProcessBuilder pip = builder(command);
    ProcessBuilder list = builder(List.of(venvPython(), "-m", "pip", "config", "list"));
    System.getenv()
        .forEach(
            (name, value) -> {
              if (name.startsWith("PIP_")) {
                list.environment().put(name, value);
              }
            });
    for (String line : output(list).lines().toList()) {
      Matcher setting = SETTING.matcher(line);
      if (setting.matches() && INDEX.matcher(setting.group(1)).matches()) {
        pip.environment()
            .put(
                "PIP_" + setting.group(1).toUpperCase(Locale.ROOT).replace('-', '_'),
                setting.group(3).replace("\\n", " ").strip());
      }
    }
    pip.environment().put("PIP_CONFIG_FILE", WINDOWS ? "nul" : "/dev/null");
    return pip;
  }

  /**
   * Writes the kernel's specification: this project's class path and flags, found by every Jupyter
   * program of {@code .venv}.
   */
  private static void kernel(String classPath) throws IOException {
    Files.createDirectories(VENV.resolve("lab/ipython"));
    Path folder = Files.createDirectories(VENV.resolve("share/jupyter/kernels/java"));
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(FLAGS);
    command.add("-Djava.util.logging.config.file=" + JUPYTER.resolve("logging.properties"));
    command.addAll(List.of("-cp", classPath, "speedbump.notebook.Startup", "{connection_file}"));
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
    json.append("], \"metadata\": {\"java\": \"")
        .append(System.getProperty("java.vm.version"))
        .append("\", \"processor\": \"")
        .append(System.getProperty("os.arch"))
        .append("\"}, \"env\": {\"IJAVA_STARTUP_SCRIPT\": \"")
        .append(STARTUP)
        .append("\"}}\n");
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
          "The verdicts could not be computed, and no notebook was run:\n" + lastCause(said));
    }
  }

  /** The innermost cause of an exception that ended a Java program. */
  private static String lastCause(List<String> said) {
    int last = 0;
    for (int i = 0; i < said.size(); i++) {
      if (said.get(i).matches("(Caused by: |Exception in thread).*")) {
        last = i;
      }
    }
    return String.join("\n", said.subList(last, said.size()))
        .replaceFirst(
            "^(Caused by: |Exception in thread \"[^\"]*\" )(\\w+\\.)*(DataException: )?", "");
  }

  private static Optional<String> asked() {
    return Optional.ofNullable(System.getenv("PYTHON")).filter(name -> !name.isBlank());
  }

  private static Python python() throws IOException, InterruptedException {
    String asked = asked().orElse(null);
    List<List<String>> candidates =
        asked != null
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
            return new Python(
                candidate,
                version,
                output(
                    candidate,
                    "import os, sys; print('%d.%d.%d' % sys.version_info[:3],"
                        + " os.path.realpath(sys.executable))"));
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
    return output(builder(command));
  }

  /** What a process prints, nothing where it fails or cannot be started. */
  private static String output(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process;
    try {
      process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException notThere) {
      return "";
    }
    process.getOutputStream().close();
    String text =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return process.waitFor() == 0 ? text : "";
  }

  private static int start(ProcessBuilder builder) throws IOException, InterruptedException {
    return builder
        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start()
        .waitFor();
  }

  /**
   * A process that nothing of the user's Python, Java, pip or Jupyter settings reaches, save a
   * configuration folder of Jupyter's that is named on purpose, and that leaves nothing outside
   * {@code target} and {@code .venv}.
   */
  private static ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(ROOT.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> FOREIGN.matcher(name).matches());
    environment.put("PYTHONUTF8", "1");
    environment.put("PYTHONHASHSEED", "0");
    environment.put("PYTHONDONTWRITEBYTECODE", "1");
    environment.put("JUPYTER_PREFER_ENV_PATH", "1");
    environment.putIfAbsent("JUPYTER_CONFIG_DIR", VENV.resolve("lab").toString());
    environment.put("JUPYTER_DATA_DIR", VENV.resolve("lab/data").toString());
    environment.put("IPYTHONDIR", VENV.resolve("lab/ipython").toString());
    environment.put("npm_config_cache", TARGET.resolve("tmp/npm").toString()); // Lab may ask npm
    environment.put("JUPYTER_RUNTIME_DIR", TARGET.resolve("jupyter").toString());
    for (String name : List.of("TMPDIR", "TMP", "TEMP")) {
      environment.put(name, TARGET.resolve("tmp").toString());
    }
    environment.putIfAbsent("HOME", TARGET.resolve("home").toString());
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
