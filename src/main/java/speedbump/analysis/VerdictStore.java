package speedbump.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import speedbump.claim.ClaimResult;
import speedbump.data.Catalog;

/**
 * Where the verdict on a claim is kept: beside the compiled classes, in a folder of this Java and
 * processor, under a key made of both, of all tables, and of all code save the packages of the
 * other claims, which it cannot rest on. What one Java computed is never read by another, since it
 * is to be checked there.
 *
 * @param file the file that holds it
 * @param key digest of the Java, of the tables as they lie, and of the compiled classes
 */
record VerdictStore(Path file, String key) {
  private static final Path ANALYSES = Path.of("speedbump", "analysis");

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Names a folder of verdicts that were handed out together with the classes. They are read as
   * they are, whatever Java runs; an edition for a class sets it, the collection itself never does.
   */
  static final String SHIPPED = "speedbump.verdicts";

  /**
   * What is kept.
   *
   * @param key as of the store
   * @param claim the result
   */
  record Stored(String key, ClaimResult claim) {}

  /** What the keys of all claims have in common, digested once. */
  static final class Common {
    private final Path classes;
    private final Path folder;
    private final byte[] digest;

    /**
     * Over some tables and classes under a Java.
     *
     * @param tables the data folder, every file of which counts save recipes
     * @param classes the compiled classes; the list of libraries is the build file above them
     * @param java version of the virtual machine
     * @param processor its architecture
     * @throws IOException if a file cannot be read
     */
    Common(Path tables, Path classes, String java, String processor) throws IOException {
      this.classes = classes;
      String own = "java-%s-%s".formatted(java.split("\\D")[0], processor);
      this.folder = classes.resolveSibling("verdicts").resolve(System.getProperty(SHIPPED, own));
      MessageDigest sum = sha256();
      sum.update((java + " " + processor).getBytes(UTF_8));
      Path libraries = classes.resolve("../../pom.xml").normalize();
      if (Files.exists(libraries)) {
        sum.update(Files.readAllBytes(libraries));
      }
      add(sum, tables, path -> !path.startsWith("recipes"));
      add(sum, classes, path -> packageIn(path).isEmpty());
      this.digest = sum.digest();
    }

    /** That of this process. */
    static Common of(Catalog catalog) throws IOException {
      try {
        return new Common(
            catalog.folder(),
            Path.of(VerdictStore.class.getProtectionDomain().getCodeSource().getLocation().toURI()),
            System.getProperty("java.vm.version"),
            System.getProperty("os.arch"));
      } catch (URISyntaxException e) {
        throw new IllegalStateException(e);
      }
    }

    /** The store of the claim with this notebook, as which its package is named. */
    VerdictStore store(String notebook) throws IOException {
      MessageDigest sum = sha256();
      sum.update(digest);
      Path own = classes.resolve(ANALYSES).resolve(packageOf(notebook));
      if (Files.exists(own)) {
        add(sum, own, path -> true);
      }
      return new VerdictStore(
          folder.resolve(notebook + ".json"), HexFormat.of().formatHex(sum.digest()));
    }
  }

  /** The package of a claim's analysis: the name of its notebook without number and lines. */
  static String packageOf(String notebook) {
    return notebook.replaceAll("[\\d_]", "");
  }

  /** The package of a claim that a class lies in, empty for all others. */
  private static String packageIn(Path path) {
    if (!path.startsWith(ANALYSES) || path.getNameCount() <= ANALYSES.getNameCount() + 1) {
      return "";
    }
    String name = path.getName(ANALYSES.getNameCount()).toString();
    return name.equals("shared") ? "" : name;
  }

  private static void add(MessageDigest sum, Path folder, Predicate<Path> counts)
      throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Path name = folder.relativize(file);
        if (counts.test(name)) {
          sum.update(name.toString().getBytes(UTF_8));
          sum.update(Files.readAllBytes(file));
        }
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The verdict that is kept; empty where none is, or one of other data or code. The key is held
   * against ours before anything else is read: other code may have kept it in another form.
   */
  Optional<ClaimResult> read() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    JsonNode kept;
    try {
      kept = JSON.readTree(file.toFile());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
    return System.getProperty(SHIPPED) != null || kept.path("key").asText().equals(key)
        ? Optional.of(JSON.treeToValue(kept, Stored.class).claim())
        : Optional.empty();
  }

  /** The file of what the claim's page needs, written before the verdict and so as fresh as it. */
  Path page() {
    return file.resolveSibling("page-" + file.getFileName());
  }

  /** Writes beside and moves, so that whoever reads at the same time finds the old or the new. */
  void write(ClaimResult claim) throws IOException {
    write(file, new Stored(key, claim));
  }

  /** A value as JSON, as {@link #write(Path, Object)} has it. */
  static String text(Object value) throws IOException {
    return JSON.writeValueAsString(value);
  }

  /**
   * Writes a value as JSON, beside its place first, under the permissions that the folder's user
   * gives to every file.
   */
  static void write(Path file, Object value) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh =
        file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid() + ".new");
    JSON.writeValue(fresh.toFile(), value);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
