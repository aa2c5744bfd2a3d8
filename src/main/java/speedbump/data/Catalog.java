package speedbump.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The tables of the collection, opened by name. Each file is read once, held against its
 * declaration in {@code datapackage.json} (digest, columns, types, required cells, allowed values,
 * keys, number of rows), and refused with file, line, column, expected and found where it differs.
 *
 * <p>A catalog may be shared between threads.
 */
public final class Catalog {
  private static final String PROPERTY = "speedbump.data";

  /**
   * Names the file in which the shared catalog notes what was asked for: for the page of the data,
   * and to know what a notebook has to be run again for.
   */
  private static final String NOTES = "SPEEDBUMP_OPENED";

  private final Path folder;
  private final List<Resource> resources;
  private final Map<String, Resource> byName;
  private final Map<String, Table> tables = new ConcurrentHashMap<>();
  private final Map<RowsKey, List<? extends Record>> rows = new ConcurrentHashMap<>();
  private final Set<String> opened = new LinkedHashSet<>();
  private final Optional<Path> notes;
  private final Set<String> noted = ConcurrentHashMap.newKeySet();

  private record RowsKey(String table, Class<? extends Record> type) {}

  private Catalog(Path folder, List<Resource> resources, Optional<Path> notes) {
    this.folder = folder;
    this.notes = notes;
    this.resources = List.copyOf(resources);
    this.byName = resources.stream().collect(Collectors.toUnmodifiableMap(Resource::name, r -> r));
  }

  /**
   * The catalog over a data folder.
   *
   * @param dataFolder the folder that holds {@code datapackage.json}
   * @return the catalog; tables are read when they are asked for
   * @throws DataException if there is no data package or it is not well formed
   */
  public static Catalog open(Path dataFolder) {
    return open(dataFolder, Optional.empty());
  }

  /** A catalog that notes the names of the tables that are opened in a file, one a line. */
  static Catalog open(Path dataFolder, Optional<Path> notes) {
    return new Catalog(dataFolder, PackageReader.resources(PackageReader.json(dataFolder)), notes);
  }

  /**
   * The one catalog of this process: over the folder that the system property {@code
   * speedbump.data} names, else over the folder {@code data} of the working directory or of the
   * nearest folder above it that has one with a data package, else that of the collection that the
   * compiled classes lie in.
   *
   * @return the shared catalog
   * @throws DataException if no data package is found or it is not well formed
   */
  public static Catalog shared() {
    if (Shared.CATALOG == null) {
      throw new DataException(Shared.FAILURE.getMessage(), Shared.FAILURE);
    }
    return Shared.CATALOG;
  }

  /** Opened on first use; a failure is kept, so that every call tells the same. */
  private static final class Shared {
    static final Catalog CATALOG;
    static final DataException FAILURE;

    static {
      Catalog catalog = null;
      DataException failure = null;
      try {
        catalog =
            open(
                locate(System.getProperty(PROPERTY), Path.of("").toAbsolutePath(), classes()),
                Optional.ofNullable(System.getenv(NOTES)).map(Path::of));
      } catch (DataException e) {
        failure = e;
      }
      CATALOG = catalog;
      FAILURE = failure;
    }
  }

  /** Where the compiled classes lie: in the collection, wherever a notebook was opened. */
  private static Path classes() {
    try {
      return Path.of(Catalog.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Path locate(String property, Path... starts) {
    if (property != null && !property.isBlank()) {
      return Path.of(property);
    }
    for (Path start : starts) {
      for (Path folder = start; folder != null; folder = folder.getParent()) {
        Path candidate = folder.resolve("data");
        if (Files.isRegularFile(candidate.resolve(PackageReader.FILE))) {
          return candidate;
        }
      }
    }
    throw new DataException(
        "no data/%s in %s or above it; start from inside the collection, or set -D%s=FOLDER"
            .formatted(PackageReader.FILE, starts[0], PROPERTY));
  }

  /**
   * The folder that this catalog reads.
   *
   * @return the data folder
   */
  public Path folder() {
    return folder;
  }

  /**
   * Every table, in the order of the data package.
   *
   * @return the resources
   */
  public List<Resource> resources() {
    note("declared:all");
    return resources;
  }

  /**
   * What the data package says about one table.
   *
   * @param name its name, e.g. {@code ai/index_models_2026_04}
   * @return the resource
   * @throws DataException if there is no such table
   */
  public Resource resource(String name) {
    Resource resource = byName.get(name);
    if (resource == null) {
      throw new DataException(
          "the data package has no table %s; it has %s"
              .formatted(name, resources.stream().map(Resource::name).toList()));
    }
    note("declared:" + name);
    return resource;
  }

  /**
   * The rows of one table as records, in the order of the file: what code reads. A component takes
   * the column of its own name, whatever the case and the underscores ({@code price2023usdPerW}
   * reads {@code price_2023usd_per_w}); a column without a component is left out. A component is of
   * one of these types:
   *
   * <table>
   *   <caption>Component types</caption>
   *   <tr><th>component</th><th>column</th><th>an empty cell</th></tr>
   *   <tr><td>{@code String}</td><td>string</td><td>the empty text</td></tr>
   *   <tr><td>an enum: by its static {@code of(String)}, else the constant whose name is the text in
   *       upper case</td><td>string</td><td>is refused</td></tr>
   *   <tr><td>{@code int}, {@code long}</td><td>integer</td><td>is refused</td></tr>
   *   <tr><td>{@code OptionalInt}</td><td>integer</td><td>empty</td></tr>
   *   <tr><td>{@code double}</td><td>number, integer</td><td>is refused</td></tr>
   *   <tr><td>{@code OptionalDouble}</td><td>number, integer</td><td>empty</td></tr>
   *   <tr><td>{@code boolean}</td><td>boolean</td><td>is refused</td></tr>
   *   <tr><td>{@code LocalDate}</td><td>date</td><td>is refused</td></tr>
   *   <tr><td>{@code Optional<LocalDate>}</td><td>date</td><td>empty</td></tr>
   *   <tr><td>{@code YearMonth}: the month of the date, whatever its day</td><td>date</td>
   *       <td>is refused</td></tr>
   * </table>
   *
   * @param name its name, e.g. {@code ai/index_models_2026_04}
   * @param type the record; it may be private
   * @param <T> the record
   * @return the rows, an immutable list that is built once
   * @throws DataException if there is no such table; if its file is not what the data package
   *     declares; if a component has no column, two, or one of another type; if a cell is empty or
   *     does not fit; or if the record's constructor refuses a row
   */
  public <T extends Record> List<T> rows(String name, Class<T> type) {
    Table table = read(name);
    @SuppressWarnings("unchecked") // the key holds the type of the rows
    List<T> typed =
        (List<T>)
            rows.computeIfAbsent(
                new RowsKey(name, type),
                key -> new RowReader<>(resource(name), table, type).read());
    return typed;
  }

  /**
   * One table with the declared column types, for a reader's cells: string as {@code StringColumn},
   * integer as {@code IntColumn} ({@code LongColumn} where a value needs it), number as {@code
   * DoubleColumn}, date as {@code DateColumn}, boolean as {@code BooleanColumn}. An empty cell is a
   * missing value. Code that only reads takes {@link #rows} and is spared the copy.
   *
   * @param name its name, e.g. {@code ai/index_models_2026_04}
   * @return a copy of the table that the caller may change
   * @throws DataException if there is no such table, or its file is not what the data package
   *     declares
   */
  public Table table(String name) {
    return read(name).copy();
  }

  /**
   * The tables in which a column has a value. Looking does not count as opening.
   *
   * @param columns the columns that a table must have, the one that is looked in first
   * @param value the value, as its cell reads
   * @return their names, in the order of the data package
   */
  public List<String> holding(List<String> columns, String value) {
    note("declared:columns");
    return resources.stream()
        .filter(
            resource -> resource.fields().stream().map(Field::name).toList().containsAll(columns))
        .filter(
            resource -> {
              note("looked:" + resource.name());
              Column<?> column = kept(resource.name()).column(columns.get(0));
              return IntStream.range(0, column.size())
                  .anyMatch(i -> column.getString(i).equals(value));
            })
        .map(Resource::name)
        .toList();
  }

  /**
   * The tables that were opened so far, by {@link #rows} or {@link #table}.
   *
   * @return their names in the order of first opening; a copy that later openings do not change
   */
  public Set<String> opened() {
    synchronized (opened) {
      return Collections.unmodifiableSet(new LinkedHashSet<>(opened));
    }
  }

  private Table kept(String name) {
    Resource resource = resource(name);
    return tables.computeIfAbsent(name, n -> new TableReader(resource).read(folder));
  }

  /** The catalog's own table, read on first use; nobody outside the package may change it. */
  Table read(String name) {
    Table table = kept(name);
    synchronized (opened) {
      opened.add(name);
    }
    note(name);
    return table;
  }

  /**
   * Adds a line to the file that whoever started the program wants to learn from what it rests on:
   * the name of a table that was opened; {@code looked:} and a table that was looked in; {@code
   * declared:} and a table whose declaration was read, or {@code columns} or {@code all}; or what
   * the caller says. Nothing happens where nobody asks.
   *
   * @param what the line, without white space; each is written once
   * @throws UncheckedIOException if the file of notes cannot be written
   */
  public void note(String what) {
    if (notes.isPresent() && noted.add(what)) {
      try {
        Files.writeString(
            notes.get(), what + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
