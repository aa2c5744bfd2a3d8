package speedbump.analysis.rareearthlever;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import speedbump.data.Catalog;

/** The collection's tables of claims and minerals, one of them changed and declared as changed. */
final class ChangedTable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ChangedTable() {}

  static Catalog of(Path folder, String table, UnaryOperator<String> change) throws Exception {
    for (String tables : List.of("claims", "minerals")) {
      Files.createDirectories(folder.resolve(tables));
      try (Stream<Path> files = Files.list(Path.of("data", tables))) {
        for (Path file : files.toList()) {
          Files.copy(file, folder.resolve(tables).resolve(file.getFileName()));
        }
      }
    }
    Path file = folder.resolve(table + ".csv");
    String was = Files.readString(file);
    String is = change.apply(was);
    assertNotEquals(was, is, "nothing was changed");
    Files.writeString(file, is);
    JsonNode declared = JSON.readTree(Path.of("data", "datapackage.json").toFile());
    for (JsonNode resource : declared.get("resources")) {
      if (resource.get("name").asText().equals(table)) {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        ((ObjectNode) resource)
            .put("hash", "sha256:" + HexFormat.of().formatHex(digest))
            .put("bytes", Files.size(file))
            .put("rows", is.lines().count() - 1);
      }
    }
    JSON.writeValue(folder.resolve("datapackage.json").toFile(), declared);
    return Catalog.open(folder);
  }
}
