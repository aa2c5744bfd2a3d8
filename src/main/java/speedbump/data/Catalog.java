package speedbump.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;

/**
 * The tables of the collection, opened by name. Each file is read once, held against its
 * declaration in {@code datapackage.json} (digest, columns, types, required cells, allowed values,
 * keys, number of rows), and refused with file, line, column, expected and found where it differs.
 *
 * <p>A catalog may be shared between threads.
 */
public final class Catalog {
  private static final String PROPERTY = "speedbump.data";

  private final Path folder;
  private final List<Resource> resources;
  private final Map<String, Resource> byName;
  private final Map<String, Table> tables = new ConcurrentHashMap<>();

  private Catalog(Path folder, List<Resource> resources) {
    this.folder = folder;
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
    return new Catalog(dataFolder, PackageReader.resources(PackageReader.json(dataFolder)));
  }

  /**
   * The one catalog of this process: over the folder that the system property {@code
   * speedbump.data} names, else over the folder {@code data} of the working directory or of the
   * nearest folder above it that has one with a data package.
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
        catalog = open(locate(System.getProperty(PROPERTY), Path.of("").toAbsolutePath()));
      } catch (DataException e) {
        failure = e;
      }
      CATALOG = catalog;
      FAILURE = failure;
    }
  }

  static Path locate(String property, Path start) {
    if (property != null && !property.isBlank()) {
      return Path.of(property);
    }
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      Path candidate = folder.resolve("data");
      if (Files.isRegularFile(candidate.resolve(PackageReader.FILE))) {
        return candidate;
      }
    }
    throw new DataException(
        "no data/%s in %s or above it; start from inside the collection, or set -D%s=FOLDER"
            .formatted(PackageReader.FILE, start, PROPERTY));
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
    return resource;
  }

  /**
   * One table with the declared column types: string as {@code StringColumn}, integer as {@code
   * IntColumn} ({@code LongColumn} where a value needs it), number as {@code DoubleColumn}, date as
   * {@code DateColumn}, boolean as {@code BooleanColumn}. An empty cell is a missing value.
   *
   * @param name its name, e.g. {@code ai/index_models_2026_04}
   * @return a copy of the table that the caller may change
   * @throws DataException if there is no such table, or its file is not what the data package
   *     declares
   */
  public Table table(String name) {
    Resource resource = resource(name);
    return tables.computeIfAbsent(name, n -> new TableReader(resource).read(folder)).copy();
  }
}
