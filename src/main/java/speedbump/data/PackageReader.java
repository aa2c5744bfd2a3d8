package speedbump.data;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code datapackage.json}; what it does not understand it refuses, so that nothing declared
 * goes unchecked.
 */
final class PackageReader {
  static final String FILE = "datapackage.json";

  private static final Set<String> CONSTRAINTS = Set.of("required", "enum");

  private PackageReader() {}

  static JsonNode json(Path dataFolder) {
    Path file = dataFolder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new DataException("%s is missing: there is no data package here".formatted(file));
    }
    try {
      return new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .readTree(file.toFile());
    } catch (JsonProcessingException e) {
      throw new DataException(
          "%s, line %s: is not JSON: %s"
              .formatted(
                  file,
                  e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                  e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new DataException("%s: cannot be read: %s".formatted(file, e), e);
    }
  }

  static List<Resource> resources(JsonNode dataPackage) {
    List<Resource> resources = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode node : array(dataPackage, "resources", FILE)) {
      Resource resource = resource(node);
      if (!names.add(resource.name())) {
        throw new DataException("%s names %s twice".formatted(FILE, resource.name()));
      }
      resources.add(resource);
    }
    return resources;
  }

  private static Resource resource(JsonNode node) {
    String name = text(node, "name", FILE + ", a resource");
    String where = FILE + ", resource " + name;
    String hash = text(node, "hash", where);
    if (!hash.matches("sha256:[0-9a-f]{64}")) {
      throw new DataException(
          "%s, hash: expected sha256: and 64 digits, found %s".formatted(where, hash));
    }
    JsonNode schema = node.path("schema");
    List<String> missing = new ArrayList<>();
    array(schema, "missingValues", where).forEach(value -> missing.add(value.asText()));
    if (!missing.equals(List.of(""))) {
      throw new DataException(
          "%s, missingValues: expected the empty cell alone, found %s".formatted(where, missing));
    }
    List<Field> fields = new ArrayList<>();
    for (JsonNode field : array(schema, "fields", where)) {
      fields.add(field(field, where));
    }
    List<String> key = new ArrayList<>();
    schema.path("primaryKey").forEach(value -> key.add(value.asText()));
    for (String column : key) {
      if (fields.stream().noneMatch(field -> field.name().equals(column) && field.required())) {
        throw new DataException(
            "%s, primaryKey: expected required columns, found %s".formatted(where, column));
      }
    }
    List<Licence> licences = new ArrayList<>();
    for (JsonNode licence : array(node, "licenses", where)) {
      licences.add(
          new Licence(
              text(licence, "name", where), text(licence, "title", where), maybe(licence, "path")));
    }
    List<Source> sources = new ArrayList<>();
    for (JsonNode source : array(node, "sources", where)) {
      sources.add(new Source(text(source, "title", where), text(source, "path", where)));
    }
    return new Resource(
        name,
        text(node, "path", where),
        text(node, "title", where),
        text(node, "description", where),
        List.copyOf(licences),
        List.copyOf(sources),
        date(node, "snapshot", where),
        hash.substring("sha256:".length()),
        whole(node, "bytes", where),
        Math.toIntExact(whole(node, "rows", where)),
        List.copyOf(fields),
        List.copyOf(key),
        maybe(node, "recipe"));
  }

  private static Field field(JsonNode node, String resource) {
    String name = text(node, "name", resource + ", a field");
    String where = resource + ", field " + name;
    String type = text(node, "type", where);
    FieldType fieldType =
        Arrays.stream(FieldType.values())
            .filter(candidate -> candidate.label().equals(type))
            .findFirst()
            .orElseThrow(
                () ->
                    new DataException(
                        "%s, type: expected one of %s, found %s"
                            .formatted(
                                where,
                                Arrays.stream(FieldType.values()).map(FieldType::label).toList(),
                                type)));
    JsonNode constraints = node.path("constraints");
    constraints
        .fieldNames()
        .forEachRemaining(
            constraint -> {
              if (!CONSTRAINTS.contains(constraint)) {
                throw new DataException(
                    "%s, constraints: expected required or enum, found %s"
                        .formatted(where, constraint));
              }
            });
    List<String> allowed = new ArrayList<>();
    constraints.path("enum").forEach(value -> allowed.add(value.asText()));
    return new Field(
        name,
        fieldType,
        text(node, "title", where),
        text(node, "description", where),
        maybe(node, "unit"),
        constraints.path("required").asBoolean(false),
        List.copyOf(allowed));
  }

  private static JsonNode array(JsonNode node, String property, String where) {
    JsonNode value = node.path(property);
    if (!value.isArray() || value.isEmpty()) {
      throw new DataException("%s: expected a list of %s, found none".formatted(where, property));
    }
    return value;
  }

  private static String text(JsonNode node, String property, String where) {
    return maybe(node, property)
        .orElseThrow(
            () ->
                new DataException("%s: expected a text %s, found none".formatted(where, property)));
  }

  private static Optional<String> maybe(JsonNode node, String property) {
    JsonNode value = node.path(property);
    return value.isTextual() && !value.asText().isBlank()
        ? Optional.of(value.asText())
        : Optional.empty();
  }

  private static long whole(JsonNode node, String property, String where) {
    JsonNode value = node.path(property);
    if (!value.isIntegralNumber() || value.asLong() < 0) {
      throw new DataException(
          "%s, %s: expected a whole number, found %s".formatted(where, property, value));
    }
    return value.asLong();
  }

  private static LocalDate date(JsonNode node, String property, String where) {
    String value = text(node, property, where);
    try {
      return LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw new DataException(
          "%s, %s: expected a date, found %s".formatted(where, property, value), e);
    }
  }
}
