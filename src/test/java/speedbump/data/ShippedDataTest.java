package speedbump.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The data package as it ships: complete, opened by its own catalog, and traceable. */
class ShippedDataTest {
  /** All of the data folder together, tables and recipes (15 MB). */
  private static final long MOST_BYTES = 15_000_000;

  private static final List<String> HEADER =
      List.of("Source:", "Publisher:", "Address:", "Copy:", "Licence:", "Dropped:");

  private final Catalog catalog = Catalog.shared();

  private List<String> files(String ending) throws IOException {
    Path folder = catalog.folder();
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> folder.relativize(path).toString().replace('\\', '/'))
          .filter(path -> path.endsWith(ending))
          .sorted()
          .toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyTableOpensWithItsDeclaredRows() {
    assertFalse(catalog.resources().isEmpty());
    return catalog.resources().stream()
        .map(
            resource ->
                DynamicTest.dynamicTest(
                    resource.name(),
                    () -> assertEquals(resource.rows(), catalog.read(resource.name()).rowCount())));
  }

  @Test
  void everyTableIsDeclared() throws IOException {
    List<String> tables =
        Stream.concat(files(".csv").stream(), files(".csv.gz").stream())
            .filter(path -> !path.startsWith("recipes/"))
            .sorted()
            .toList();
    assertEquals(catalog.resources().stream().map(Resource::path).sorted().toList(), tables);
  }

  @Test
  void everyRecipeMakesATable() throws IOException {
    assertEquals(
        catalog.resources().stream().flatMap(r -> r.recipe().stream()).distinct().sorted().toList(),
        files(".sql").stream().filter(path -> !path.equals("recipes/prelude.sql")).toList());
  }

  @Test
  void everyNameIsItsPath() {
    for (Resource resource : catalog.resources()) {
      assertEquals(resource.name(), resource.path().replaceFirst("\\.csv(\\.gz)?$", ""));
      resource
          .recipe()
          .ifPresent(
              recipe ->
                  assertTrue(
                      ("recipes/" + resource.name() + ".sql")
                          .matches(recipe.replaceAll("\\{\\w+}", "\\\\w+")),
                      recipe + " for " + resource.name()));
    }
  }

  @TestFactory
  Stream<DynamicTest> everyRecipeSaysWhatItReadsAndOrdersItsRows() {
    return catalog.resources().stream()
        .flatMap(resource -> resource.recipe().stream())
        .map(
            recipe ->
                DynamicTest.dynamicTest(
                    recipe,
                    () -> {
                      String sql = Files.readString(catalog.folder().resolve(recipe));
                      String header =
                          sql.lines()
                              .takeWhile(line -> line.startsWith("--"))
                              .collect(Collectors.joining("\n"));
                      HEADER.forEach(label -> assertTrue(header.contains("-- " + label), label));
                      assertTrue(sql.strip().lines().anyMatch(l -> l.startsWith("ORDER BY")));
                    }));
  }

  @Test
  void columnsHaveTidyNames() {
    for (Resource resource : catalog.resources()) {
      for (Field field : resource.fields()) {
        assertTrue(
            field.name().matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"),
            resource.name() + " " + field.name());
      }
    }
  }

  @Test
  void citedFactsShipWithoutTheWordsOfTheirSources() {
    for (Resource resource : catalog.resources()) {
      List<String> columns = resource.fields().stream().map(Field::name).toList();
      assertFalse(columns.contains("quote"), resource.name());
      if (resource.name().startsWith("published/")) {
        assertTrue(columns.containsAll(List.of("grade", "source_title", "source_url")));
      }
    }
  }

  @Test
  void countriesAreCodes() {
    TreeSet<String> codes = new TreeSet<>();
    for (Resource resource : catalog.resources()) {
      if (resource.fields().stream().anyMatch(field -> field.name().equals("country"))) {
        codes.addAll(
            catalog.table(resource.name()).stringColumn("country").removeMissing().asList());
      }
    }
    assertTrue(codes.containsAll(List.of("CHN", "USA")), codes.toString());
    codes.forEach(code -> assertTrue(code.matches("[A-Z]{3}"), code));
  }

  /** And no table outside that folder is derived from the files of those sources. */
  @Test
  void whatIsNotForCommercialUseStaysInItsFolder() throws IOException {
    for (Resource resource : catalog.resources()) {
      boolean inside = resource.name().startsWith("noncommercial/");
      boolean noncommercial =
          resource.licences().stream().anyMatch(licence -> licence.name().contains("NC"));
      assertEquals(inside, noncommercial, resource.name());
      if (!inside && resource.recipe().isPresent()) {
        String recipe = Files.readString(catalog.folder().resolve(resource.recipe().get()));
        assertFalse(recipe.contains("chips/eto_"), resource.name());
        assertFalse(recipe.contains("ziegler"), resource.name());
      }
    }
    Path folder = catalog.folder().resolve("noncommercial");
    assertTrue(
        Files.readString(folder.resolve("LICENSE-chip-supply-chain.md"))
            .contains("Attribution-NonCommercial 4.0"));
    assertTrue(
        Files.readString(folder.resolve("LICENCE-ziegler-trancik-2021.txt"))
            .contains("CC BY-NC 3.0"));
  }

  @Test
  void theFolderStaysSmall() throws IOException {
    long bytes = 0;
    for (String file : files("")) {
      bytes += Files.size(catalog.folder().resolve(file));
    }
    assertTrue(bytes < MOST_BYTES, bytes + " bytes");
  }
}
