package speedbump.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes a data package of one made-up table {@code t}, whose description fits its file. */
final class TinyPackage {
  private final Path folder;
  private final ObjectNode json = new ObjectMapper().createObjectNode();
  private final ObjectNode resource;
  private final ObjectNode schema;
  private final ArrayNode fields;
  private byte[] bytes = new byte[0];

  TinyPackage(Path folder) {
    this.folder = folder;
    json.put("name", "tiny");
    resource = json.putArray("resources").addObject();
    resource.put("name", "t").put("path", "t.csv").put("title", "T").put("description", "made up");
    resource.put("snapshot", "2026-11-24");
    resource.putArray("licenses").addObject().put("name", "CC0-1.0").put("title", "none");
    resource.putArray("sources").addObject().put("title", "nobody").put("path", "https://none");
    schema = resource.putObject("schema");
    schema.putArray("missingValues").add("");
    fields = schema.putArray("fields");
  }

  TinyPackage field(String name, String type, boolean required, String... allowed) {
    ObjectNode field = fields.addObject().put("name", name).put("type", type);
    field.put("title", name).put("description", "made up");
    ObjectNode constraints = field.putObject("constraints").put("required", required);
    if (allowed.length > 0) {
      ArrayNode values = constraints.putArray("enum");
      for (String value : allowed) {
        values.add(value);
      }
    }
    return this;
  }

  TinyPackage key(String... columns) {
    ArrayNode key = schema.putArray("primaryKey");
    for (String column : columns) {
      key.add(column);
    }
    return this;
  }

  TinyPackage csv(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  TinyPackage gzip(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    resource.put("path", "t.csv.gz");
    return bytes(out.toByteArray());
  }

  TinyPackage bytes(byte[] content) {
    bytes = content;
    String text = new String(content, StandardCharsets.UTF_8);
    resource.put("rows", Math.max(0, (int) text.lines().count() - 1));
    resource.put("bytes", bytes.length);
    resource.put("hash", "sha256:" + TableReader.sha256(bytes));
    return this;
  }

  TinyPackage rows(int rows) {
    resource.put("rows", rows);
    return this;
  }

  /** Declares the one table a second time. */
  ObjectNode twice() {
    ObjectNode copy = resource.deepCopy();
    json.withArray("resources").add(copy);
    return copy;
  }

  /** The resource's node, for a test that spoils or extends it. */
  ObjectNode resource() {
    return resource;
  }

  /** The list of fields, for a test that spoils or extends it. */
  ArrayNode fields() {
    return fields;
  }

  Path write() {
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve(resource.get("path").asText()), bytes);
      Files.writeString(folder.resolve("datapackage.json"), json.toPrettyString());
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Catalog open() {
    return Catalog.open(write());
  }
}
