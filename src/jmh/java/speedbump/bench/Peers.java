package speedbump.bench;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The Python side: {@code peers.py} in an environment of its own, made from a lock file. */
final class Peers {
  private static final Path PYTHON = Path.of("src/jmh/python");
  private static final Path LOCK = PYTHON.resolve("requirements.txt");
  private static final Path VENV = Path.of(".venv-bench");

  private Peers() {}

  /** Makes the environment anew when the lock has changed since it was made. */
  static void prepare() throws IOException, InterruptedException {
    Path marker = VENV.resolve("made-from");
    String key = sha256(Files.readAllBytes(LOCK));
    if (Files.exists(marker) && Files.readString(marker).equals(key)) {
      return;
    }
    String asked = System.getenv("PYTHON");
    String python = asked == null || asked.isBlank() ? "python3" : asked;
    System.out.println("Making the peers' environment in .venv-bench (once, about a minute) ...");
    run(new ProcessBuilder(python, "-m", "venv", "--clear", VENV.toString()).inheritIO());
    // git shall not see it
    Files.writeString(VENV.resolve(".gitignore"), "*\n");
    run(
        new ProcessBuilder(
                executable(),
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--no-input",
                "--no-deps",
                "--require-hashes",
                "-r",
                LOCK.toString())
            .inheritIO());
    Files.writeString(marker, key);
  }

  /** The lines that {@code peers.py} prints for a command, split at tabs. */
  static List<String[]> ask(String... command) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(executable()));
    words.add(PYTHON.resolve("peers.py").toString());
    words.addAll(List.of(command));
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT);
    // the linear algebra shall choose what is fastest on this processor
    builder.environment().remove("OPENBLAS_CORETYPE");
    builder.environment().remove("OPENBLAS_L2_SIZE");
    return run(builder).lines().map(line -> line.split("\t")).toList();
  }

  private static String run(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("this ended with " + process.exitValue() + ": " + builder.command());
    }
    return output;
  }

  private static String executable() {
    try (Stream<Path> candidates =
        Stream.of(VENV.resolve("bin/python"), VENV.resolve("Scripts/python.exe"))) {
      return candidates.filter(Files::exists).findFirst().orElseThrow().toString();
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new BigInteger(1, digest).toString(16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
