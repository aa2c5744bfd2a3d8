package speedbump.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import speedbump.claim.ClaimResult;
import speedbump.data.Catalog;
import speedbump.data.Resource;

/**
 * Where verdicts are kept: beside the compiled classes, under a key made of data and code.
 *
 * @param file the file that holds them
 * @param key digest of the data package and of the compiled classes
 */
record VerdictStore(Path file, String key) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What is kept.
   *
   * @param key digest of the data package and of the compiled classes
   * @param claims one result a claim, in the order of their numbers
   */
  record Stored(String key, List<ClaimResult> claims) {}

  static VerdictStore of(Catalog catalog) throws IOException {
    Path classes;
    MessageDigest digest;
    try {
      classes =
          Path.of(VerdictStore.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      digest = MessageDigest.getInstance("SHA-256");
    } catch (URISyntaxException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    for (Resource resource : catalog.resources()) {
      digest.update((resource.name() + resource.sha256()).getBytes(StandardCharsets.UTF_8));
    }
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).sorted().toList()) {
        digest.update(Files.readAllBytes(file));
      }
    }
    return new VerdictStore(
        classes.resolveSibling("verdicts.json"), HexFormat.of().formatHex(digest.digest()));
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

  /** Writes the board beside the verdicts. */
  void write(Board board) throws IOException {
    write(file.resolveSibling("board.json"), board);
  }

  private static void write(Path file, Object value) throws IOException {
    Path fresh = Files.createTempFile(file.getParent(), "fresh", ".json");
    JSON.writeValue(fresh.toFile(), value);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
