package speedbump.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Rebuilds the tables of the data package from their source files: runs the recipe of each
 * resource, writes its table, and brings rows, bytes and digest in {@code datapackage.json} up to
 * date. Everything is built and read back by the catalog's own checks in a scratch folder first;
 * the data folder changes only when every table has passed.
 *
 * <p>A recipe is one SELECT in DuckDB's dialect, ordered to the last row, after a comment that
 * names its source. It reads a source file by {@code source(path, types)} of {@code
 * recipes/prelude.sql}. A new table starts as a resource with a recipe, zero rows and bytes and a
 * digest of 64 zeros. A table without a recipe is written by hand: its description follows its
 * file.
 *
 * <p>Runs in the Maven profile {@code data}, which brings DuckDB.
 */
public final class Recipes {
  private static final String PRELUDE = "recipes/prelude.sql";
  private static final Pattern PARAMETER = Pattern.compile("\\{\\w+}");

  /** A file that a recipe reads, named in the call or in a map of files by table. */
  private static final Pattern SOURCE_FILE =
      Pattern.compile(
          "(?:source\\(|: )\\s*'([^'\\s:]+[.]csv(?:[.]gz)?)'"
              + "|'([^'\\s:]+/[^'\\s:]+[.]csv(?:[.]gz)?)'");

  private static final Pattern QUOTED_CELL = Pattern.compile("[\",\n\r]");

  /** Digits that a plain decimal may have before the point; larger numbers take a power of ten. */
  private static final int MOST_PLAIN_DIGITS = 15;

  /** Digits that a plain decimal may have after the point; smaller numbers take a power of ten. */
  private static final int MOST_PLAIN_DECIMALS = 20;

  private final Path sources;
  private final Path dataFolder;

  private Recipes(Path sources, Path dataFolder) {
    this.sources = sources.toAbsolutePath().normalize();
    this.dataFolder = dataFolder.toAbsolutePath().normalize();
  }

  /**
   * The recipes of a data folder over a folder of source files.
   *
   * @param sources the folder that holds the source files
   * @param dataFolder the folder that holds {@code datapackage.json} and {@code recipes/}
   * @return the recipes, nothing run yet
   * @throws DataException if the folder of sources is not there
   */
  public static Recipes of(Path sources, Path dataFolder) {
    if (!Files.isDirectory(sources)) {
      throw new DataException(
          "the folder of source files %s is missing; name it by -Dsources=FOLDER"
              .formatted(sources));
    }
    return new Recipes(sources, dataFolder);
  }

  Path dataFolder() {
    return dataFolder;
  }

  /**
   * One table as its recipe makes it.
   *
   * @param name the resource's name
   * @param path its file, relative to the data folder
   * @param text the table as comma-separated values
   * @param rows the number of rows without the header
   */
  public record Built(String name, String path, String text, int rows) {}

  /**
   * What a rebuild did to one table.
   *
   * @param name the resource's name
   * @param rows the number of rows now
   * @param added rows whose key was not there before
   * @param removed rows whose key is there no more
   * @param changed rows whose key stayed and whose cells did not
   * @param otherwise what changed where rows cannot be compared; empty where they can
   */
  public record Change(
      String name, int rows, int added, int removed, int changed, Optional<String> otherwise) {
    /**
     * Whether the table is as it was.
     *
     * @return true if no row and no column changed
     */
    public boolean unchanged() {
      return added == 0 && removed == 0 && changed == 0 && otherwise.isEmpty();
    }

    @Override
    public String toString() {
      String what =
          unchanged()
              ? "unchanged"
              : otherwise.orElseGet(
                  () -> "%s added, %s removed, %s changed".formatted(added, removed, changed));
      return "%-40s %6s rows  %s".formatted(name, rows, what);
    }
  }

  /**
   * Runs every recipe and gives back the tables; writes nothing.
   *
   * @return the tables in the order of the data package
   * @throws DataException if a recipe fails, with the recipe, its source files, and DuckDB's words
   */
  public List<Built> build() {
    List<Resource> resources = PackageReader.resources(PackageReader.json(dataFolder));
    List<String> recipes =
        resources.stream().filter(r -> r.recipe().isPresent()).map(this::sql).toList();
    try (Windows1252 copies = Windows1252.copy(sources, recipes);
        Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
      try (Statement statement = duck.createStatement()) {
        statement.execute("SET threads = 1"); // sums in one order, whatever the machine
        statement.execute("SET autoinstall_known_extensions = false");
        statement.execute("SET VARIABLE sources = " + literal(sources));
        statement.execute("SET VARIABLE recipes = " + literal(dataFolder.resolve("recipes")));
        statement.execute("SET VARIABLE windows_1252_copies = " + literal(copies.folder()));
        if (Files.exists(dataFolder.resolve(PRELUDE))) {
          statement.execute(read(PRELUDE));
        }
      }
      List<Built> built = new ArrayList<>();
      for (Resource resource : resources) {
        if (resource.recipe().isPresent()) {
          built.add(build(duck, resource, resource.recipe().get()));
        }
      }
      return built;
    } catch (SQLException e) {
      throw new DataException("DuckDB failed: " + e.getMessage(), e);
    }
  }

  /**
   * Rebuilds the tables in place.
   *
   * @return what changed, one entry a table
   * @throws DataException if a recipe fails, or makes a table that its resource does not declare;
   *     the data folder is as it was then
   */
  public List<Change> rebuild() {
    List<Built> built = build();
    ObjectNode json = (ObjectNode) PackageReader.json(dataFolder);
    Map<Path, byte[]> files = new LinkedHashMap<>();
    List<Change> changes = new ArrayList<>();
    for (Built table : built) {
      byte[] before = existing(table.path());
      // the same text may compress to other bytes elsewhere: then the old bytes stay
      boolean same = before.length > 0 && text(table.path(), before).equals(table.text());
      byte[] bytes = same ? before : encode(table);
      files.put(Path.of(table.path()), bytes);
      describe(json, table, bytes);
      changes.add(change(json, table, before));
    }
    changes.addAll(describeAsTheyLie(json, files, resource -> resource.recipe().isEmpty()));
    put(json, files);
    return changes;
  }

  /**
   * Declares the tables as they lie the ones that are meant, for a table changed on purpose: brings
   * bytes, rows and digest of each up to date, after the catalog's own checks.
   *
   * @param dataFolder the folder that holds {@code datapackage.json}
   * @return what changed, one entry a table
   * @throws DataException if a table is not one that its resource declares: nothing is written then
   */
  static List<Change> seal(Path dataFolder) {
    Recipes recipes = new Recipes(dataFolder, dataFolder);
    ObjectNode json = (ObjectNode) PackageReader.json(recipes.dataFolder);
    Map<Path, byte[]> files = new LinkedHashMap<>();
    List<Change> changes = recipes.describeAsTheyLie(json, files, resource -> true);
    recipes.put(json, files);
    return changes;
  }

  private void put(ObjectNode json, Map<Path, byte[]> files) {
    files.put(Path.of(PackageReader.FILE), write(json).getBytes(StandardCharsets.UTF_8));
    try {
      check(files);
      replace(files);
    } catch (IOException e) {
      throw new DataException("the tables cannot be written: " + e, e);
    }
  }

  private Built build(Connection duck, Resource resource, String recipe) {
    String sql = sql(resource).strip().replaceAll(";$", "");
    List<String> lines = new ArrayList<>();
    try (Statement statement = duck.createStatement()) {
      statement.execute("CREATE OR REPLACE TEMP TABLE recipe AS\n" + sql);
      List<Boolean> fractional = new ArrayList<>();
      try (ResultSet columns =
          statement.executeQuery("SELECT column_name, column_type FROM (DESCRIBE recipe)")) {
        List<String> header = new ArrayList<>();
        while (columns.next()) {
          header.add(columns.getString(1));
          fractional.add(columns.getString(2).matches("DOUBLE|FLOAT|DECIMAL.*"));
        }
        lines.add(String.join(",", header));
      }
      // DuckDB writes a double with the fewest digits that read back as the same double
      try (ResultSet rows = statement.executeQuery("SELECT COLUMNS(*)::VARCHAR FROM recipe")) {
        ResultSetMetaData columns = rows.getMetaData();
        while (rows.next()) {
          List<String> cells = new ArrayList<>();
          for (int i = 1; i <= columns.getColumnCount(); i++) {
            String cell = rows.getString(i);
            cells.add(cell(cell, fractional.get(i - 1), recipe, columns.getColumnLabel(i)));
          }
          lines.add(String.join(",", cells));
        }
      }
    } catch (SQLException e) {
      throw new DataException(
          "recipe %s, which reads %s, failed: %s".formatted(recipe, sourceFiles(sql), words(e)), e);
    }
    return new Built(
        resource.name(), resource.path(), String.join("\n", lines) + "\n", lines.size() - 1);
  }

  /** DuckDB's own words, without the driver's preface and the list of the reader's settings. */
  private static String words(SQLException e) {
    return e.getMessage()
        .replaceFirst("^[^\n]*query result\nError: ", "")
        .replaceFirst("(?s)\n  delimiter = .*", "")
        .strip();
  }

  private static List<String> sourceFiles(String sql) {
    String code =
        sql.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
    return SOURCE_FILE
        .matcher(code)
        .results()
        .map((MatchResult match) -> match.group(1) == null ? match.group(2) : match.group(1))
        .distinct()
        .toList();
  }

  /**
   * The source files that each recipe reads, by its name without folder and ending. One recipe that
   * is that of several tables reads those of all.
   *
   * @param dataFolder the folder that holds {@code datapackage.json} and {@code recipes/}
   * @return the files by recipe
   */
  static Map<String, Set<String>> reads(Path dataFolder) {
    Recipes recipes = new Recipes(dataFolder, dataFolder);
    Map<String, Set<String>> reads = new TreeMap<>();
    for (Resource resource : PackageReader.resources(PackageReader.json(recipes.dataFolder))) {
      if (resource.recipe().isPresent()) {
        reads
            .computeIfAbsent(
                resource.recipe().get().replaceAll("^recipes/|[.]sql$", ""), r -> new TreeSet<>())
            .addAll(sourceFiles(recipes.sql(resource)));
      }
    }
    return reads;
  }

  /** A cell as it is written: tidy text, quoted only where it must be; missing is empty. */
  private static String cell(String value, boolean fractional, String recipe, String column) {
    if (value == null || value.isEmpty()) {
      return "";
    }
    if (fractional) {
      return number(value, recipe, column);
    }
    if (!value.strip().equals(value) || value.chars().anyMatch(Character::isISOControl)) {
      throw new DataException(
          "recipe %s, column %s: expected a text without line breaks and outer blanks, found \"%s\""
              .formatted(recipe, column, value));
    }
    return QUOTED_CELL.matcher(value).find() ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }

  /** The same decimal digits in one form: 1e+24 as 1e24, 12.0 as 12, 1.5E-7 as it is. */
  static String number(String value, String recipe, String column) {
    if (!FieldType.NUMBER.accepts(value)) {
      throw new DataException(
          "recipe %s, column %s: expected a finite number, found %s"
              .formatted(recipe, column, value));
    }
    BigDecimal decimal = new BigDecimal(value).stripTrailingZeros();
    int magnitude = decimal.precision() - decimal.scale();
    if (magnitude <= MOST_PLAIN_DIGITS && decimal.scale() <= MOST_PLAIN_DECIMALS) {
      return decimal.toPlainString();
    }
    String digits = decimal.unscaledValue().abs().toString();
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    return (decimal.signum() < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + (magnitude - 1);
  }

  private static String literal(Path path) {
    return "'" + path.toString().replace("'", "''") + "'";
  }

  /**
   * The recipe of a table. Where the name of the recipe holds a name in braces, as {@code
   * world_io_{year}.sql} does, one recipe is that of several tables: what stands at that place in
   * the name of the table takes the place of the braces in its text.
   */
  private String sql(Resource resource) {
    String recipe = resource.recipe().orElseThrow();
    String text = read(recipe);
    Matcher parameter = PARAMETER.matcher(recipe);
    if (!parameter.find()) {
      return text;
    }
    String before = recipe.substring("recipes/".length(), parameter.start());
    String after = recipe.substring(parameter.end()).replaceAll("\\.sql$", "");
    String name = resource.name();
    if (!name.startsWith(before)
        || !name.endsWith(after)
        || name.length() <= before.length() + after.length()) {
      throw new DataException(
          "the table %s has the recipe %s, whose name it does not fit".formatted(name, recipe));
    }
    return text.replace(
        parameter.group(), name.substring(before.length(), name.length() - after.length()));
  }

  private String read(String file) {
    try {
      return Files.readString(dataFolder.resolve(file));
    } catch (IOException e) {
      throw new DataException("%s cannot be read: %s".formatted(file, e), e);
    }
  }

  private byte[] existing(String path) {
    Path file = dataFolder.resolve(path);
    try {
      return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    } catch (IOException e) {
      throw new DataException("%s cannot be read: %s".formatted(path, e), e);
    }
  }

  private static String text(String path, byte[] bytes) {
    try {
      return TableReader.text(path, bytes);
    } catch (DataException e) {
      return ""; // a damaged table is replaced
    }
  }

  private static byte[] encode(Built table) {
    byte[] plain = table.text().getBytes(StandardCharsets.UTF_8);
    if (!table.path().endsWith(".gz")) {
      return plain;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail", e);
    }
    return out.toByteArray();
  }

  private static ObjectNode node(JsonNode json, String name) {
    for (JsonNode resource : json.path("resources")) {
      if (resource.path("name").asText().equals(name)) {
        return (ObjectNode) resource;
      }
    }
    throw new IllegalStateException(name);
  }

  /** Such tables stay as they lie; their description follows the file. */
  private List<Change> describeAsTheyLie(
      ObjectNode json, Map<Path, byte[]> files, Predicate<Resource> which) {
    List<Change> changes = new ArrayList<>();
    for (Resource resource : PackageReader.resources(json)) {
      if (which.test(resource)) {
        byte[] bytes = existing(resource.path());
        String text = TableReader.text(resource.path(), bytes);
        int rows = TableReader.cells(resource.path(), text).size() - 1;
        boolean same = TableReader.sha256(bytes).equals(resource.sha256());
        files.put(Path.of(resource.path()), bytes);
        describe(json, new Built(resource.name(), resource.path(), text, rows), bytes);
        changes.add(
            new Change(
                resource.name(),
                rows,
                0,
                0,
                0,
                same
                    ? Optional.empty()
                    : Optional.of(
                        "%s: other bytes than before, %s rows where %s were"
                            .formatted(
                                resource
                                    .recipe()
                                    .map(
                                        recipe ->
                                            "changed by hand (mvn -Pdata derives it anew by %s)"
                                                .formatted(recipe))
                                    .orElse("written by hand"),
                                rows,
                                resource.rows()))));
      }
    }
    return changes;
  }

  private static void describe(ObjectNode json, Built table, byte[] bytes) {
    node(json, table.name())
        .put("hash", "sha256:" + TableReader.sha256(bytes))
        .put("bytes", bytes.length)
        .put("rows", table.rows());
  }

  private static Change change(ObjectNode json, Built table, byte[] before) {
    List<String> key = new ArrayList<>();
    node(json, table.name())
        .path("schema")
        .path("primaryKey")
        .forEach(column -> key.add(column.asText()));
    String old = before.length == 0 ? "" : text(table.path(), before);
    List<String[]> was = old.isEmpty() ? List.of() : TableReader.cells(table.path(), old);
    List<String[]> is = TableReader.cells(table.path(), table.text());
    if (!was.isEmpty() && !Arrays.equals(was.get(0), is.get(0))) {
      return new Change(table.name(), table.rows(), 0, 0, 0, Optional.of("other columns"));
    }
    Map<List<String>, String> rowsBefore = byKey(was, key);
    Map<List<String>, String> rowsNow = byKey(is, key);
    int changed = 0;
    int added = 0;
    for (Map.Entry<List<String>, String> row : rowsNow.entrySet()) {
      String earlier = rowsBefore.remove(row.getKey());
      if (earlier == null) {
        added++;
      } else if (!earlier.equals(row.getValue())) {
        changed++;
      }
    }
    return new Change(
        table.name(), table.rows(), added, rowsBefore.size(), changed, Optional.empty());
  }

  private static Map<List<String>, String> byKey(List<String[]> rows, List<String> key) {
    if (rows.isEmpty()) {
      return new LinkedHashMap<>();
    }
    List<String> header = Arrays.asList(rows.get(0));
    return rows.stream()
        .skip(1)
        .collect(
            Collectors.toMap(
                row ->
                    key.isEmpty()
                        ? Arrays.asList(row)
                        : key.stream()
                            .map(header::indexOf)
                            .map(i -> i >= 0 && i < row.length ? row[i] : "")
                            .toList(),
                row -> String.join("\u0000", row),
                (a, b) -> a + "\n" + b,
                LinkedHashMap::new));
  }

  /** The data package as text in the one form in which it is kept. */
  static String write(JsonNode json) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER));
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    try {
      return new ObjectMapper().writer(printer).writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that was read can be written", e);
    }
  }

  /** Reads the new tables by the catalog's own checks, in a scratch folder. */
  private static void check(Map<Path, byte[]> files) throws IOException {
    Path scratch = Files.createTempDirectory("speedbump-data-");
    try {
      for (Map.Entry<Path, byte[]> file : files.entrySet()) {
        Path target = scratch.resolve(file.getKey().toString());
        Files.createDirectories(target.getParent());
        Files.write(target, file.getValue());
      }
      Catalog catalog = Catalog.open(scratch);
      catalog.resources().forEach(resource -> catalog.read(resource.name()));
    } finally {
      try (Stream<Path> paths = Files.walk(scratch)) {
        for (Path path : new TreeSet<>(paths.toList()).descendingSet()) {
          Files.delete(path);
        }
      }
    }
  }

  /** Writes the files that differ; where one cannot be written, those before it are put back. */
  private void replace(Map<Path, byte[]> files) throws IOException {
    Map<Path, Optional<byte[]>> undo = new LinkedHashMap<>();
    try {
      for (Map.Entry<Path, byte[]> file : files.entrySet()) {
        Path target = dataFolder.resolve(file.getKey().toString());
        byte[] before = Files.exists(target) ? Files.readAllBytes(target) : null;
        if (!Arrays.equals(before, file.getValue())) {
          put(target, file.getValue());
          undo.put(target, Optional.ofNullable(before));
        }
      }
    } catch (IOException e) {
      for (Map.Entry<Path, Optional<byte[]>> file : undo.entrySet()) {
        if (file.getValue().isPresent()) {
          put(file.getKey(), file.getValue().get());
        } else {
          Files.deleteIfExists(file.getKey());
        }
      }
      throw e;
    }
  }

  /** Writes beside the target and moves, so that no reader meets half a file. */
  private static void put(Path target, byte[] bytes) throws IOException {
    Files.createDirectories(target.getParent());
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.write(part, bytes);
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
