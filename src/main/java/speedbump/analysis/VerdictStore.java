package speedbump.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import speedbump.claim.ClaimResult;
import speedbump.data.Catalog;

/**
 * Where verdicts are kept: beside the compiled classes, in a file of this Java and processor, under
 * a key made of data, code and both. What one Java computed is never read by another, since it is
 * to be checked there.
 *
 * @param file the file that holds them
 * @param key digest of the Java, of the tables as they lie, and of the compiled classes
 */
record VerdictStore(Path file, String key) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * What is kept.
   *
   * @param key as of the store
   * @param claims one result a claim, in the order of their numbers
   */
  record Stored(String key, List<ClaimResult> claims) {}

  static VerdictStore of(Catalog catalog) throws IOException {
    try {
      return of(
          catalog.folder(),
          Path.of(VerdictStore.class.getProtectionDomain().getCodeSource().getLocation().toURI()),
          System.getProperty("java.vm.version"),
          System.getProperty("os.arch"));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The store of some tables and classes under a Java.
   *
   * @param tables the data folder, every file of which counts save recipes
   * @param classes the compiled classes; the list of libraries is the build file above them
   * @param java version of the virtual machine
   * @param processor its architecture
   * @return the store, nothing read yet
   * @throws IOException if a file cannot be read
   */
  static VerdictStore of(Path tables, Path classes, String java, String processor)
      throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    digest.update((java + " " + processor).getBytes(UTF_8));
    Path libraries = classes.resolve("../../pom.xml").normalize();
    if (Files.exists(libraries)) {
      digest.update(Files.readAllBytes(libraries));
    }
    digest(digest, tables, path -> !path.startsWith("recipes"));
    digest(digest, classes, path -> path.toString().endsWith(".class"));
    return new VerdictStore(
        classes.resolveSibling(
            "verdicts-java-%s-%s.json".formatted(java.split("\\D")[0], processor)),
        HexFormat.of().formatHex(digest.digest()));
  }

  private static void digest(MessageDigest digest, Path folder, Predicate<Path> counts)
      throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Path name = folder.relativize(file);
        if (counts.test(name)) {
          digest.update(name.toString().getBytes(UTF_8));
          digest.update(Files.readAllBytes(file));
        }
      }
    }
  }

  /**
   * The verdicts that are kept; empty where none are, or those of other data or code. The key is
   * held against ours before anything else is read: other code may have kept them in another form.
   */
  Optional<List<ClaimResult>> read() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    JsonNode kept;
    try {
      kept = JSON.readTree(file.toFile());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
    return kept.path("key").asText().equals(key)
        ? Optional.of(JSON.treeToValue(kept, Stored.class).claims())
        : Optional.empty();
  }

  /** Writes beside and moves, so that whoever reads at the same time finds the old or the new. */
  void write(List<ClaimResult> claims) throws IOException {
    write(file, new Stored(key, claims));
  }

  /**
   * Writes a value as JSON, beside its place first, under the permissions that the folder's user
   * gives to every file.
   */
  static void write(Path file, Object value) throws IOException {
    Path fresh =
        file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid() + ".new");
    JSON.writeValue(fresh.toFile(), value);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
