package speedbump.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipesTest {
  private static final String RECIPE =
      """
      -- a made-up source
      SELECT iso3("Country") AS country, "Day" AS day, "Score" AS score, tidy("Words") AS words
      FROM source('s.csv', {'Score': 'DOUBLE', 'Day': 'DATE'})
      ORDER BY country;
      """;
  private static final String SOURCE =
      "Country,Score,Day,Words\nFrance,1e+24,2025-01-20,\"a\nb \"\nChina,0.50,,NA\n";
  private static final String TABLE =
      "country,day,score,words\nCHN,,0.5,NA\nFRA,2025-01-20,1e24,a b\n";

  @TempDir Path folder;

  private static void assumeDuckDb() {
    boolean there;
    try {
      Class.forName("org.duckdb.DuckDBDriver");
      there = true;
    } catch (ClassNotFoundException e) {
      there = false;
    }
    assumeTrue(there, "DuckDB is not on the class path; run with -Dsources=FOLDER to test recipes");
  }

  @TestFactory
  Stream<DynamicTest> rebuildsEveryTableToTheSameBytes() {
    String sources = System.getProperty("sources", "");
    assumeTrue(
        !sources.isBlank() && Files.isDirectory(Path.of(sources)),
        "the source files are not here; run with -Dsources=FOLDER to rebuild every table");
    assumeDuckDb();
    Path data = Catalog.shared().folder();
    return Recipes.of(Path.of(sources), data).build().stream()
        .map(
            table ->
                DynamicTest.dynamicTest(
                    table.name(),
                    () ->
                        assertEquals(
                            TableReader.text(
                                table.path(), Files.readAllBytes(data.resolve(table.path()))),
                            table.text())));
  }

  private TinyPackage tiny() {
    TinyPackage tiny =
        new TinyPackage(folder.resolve("data"))
            .field("country", "string", true)
            .field("day", "date", false)
            .field("score", "number", false)
            .field("words", "string", false)
            .key("country")
            .csv("");
    tiny.resource().put("recipe", "recipes/t.sql");
    return tiny;
  }

  private Recipes recipes(TinyPackage tiny, String recipe, byte[] source) throws IOException {
    Path data = tiny.write();
    Path shipped = Catalog.shared().folder();
    Files.createDirectories(data.resolve("recipes"));
    Files.createDirectories(data.resolve("claims"));
    for (String file :
        List.of("recipes/prelude.sql", "recipes/country_names.csv", "claims/grades.csv")) {
      Files.copy(shipped.resolve(file), data.resolve(file));
    }
    Files.writeString(data.resolve("recipes/t.sql"), recipe);
    Path sources = Files.createDirectories(folder.resolve("sources"));
    Files.write(sources.resolve("s.csv"), source);
    return Recipes.of(sources, data);
  }

  @Test
  void aRecipeOfSeveralTablesTakesItsParameterFromTheirNames() throws IOException {
    assumeDuckDb();
    TinyPackage tiny = tiny();
    tiny.resource().put("recipe", "recipes/t_{year}.sql").put("name", "t_1995");
    Recipes recipes = recipes(tiny, "", utf8(SOURCE));
    Files.writeString(
        folder.resolve("data/recipes/t_{year}.sql"), RECIPE.replace("s.csv", "s_{year}.csv"));
    Files.write(folder.resolve("sources/s_1995.csv"), utf8(SOURCE));
    assertEquals(1, recipes.rebuild().size());
    tiny.resource().put("name", "other_1995");
    tiny.write();
    DataException e = assertThrows(DataException.class, recipes::rebuild);
    assertTrue(e.getMessage().contains("whose name it does not fit"), e.getMessage());
  }

  @Test
  void aFailureNamesTheFilesOfAMap() throws IOException {
    failsAndLeavesEverythingAsItWas(
        RECIPE.replace("'s.csv'", "MAP {'1995': 's.csv', '2000': 'later.csv.gz'}['1995']"),
        utf8(SOURCE.replace("0.50", "n/a")),
        "which reads [s.csv, later.csv.gz]");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(
            folder.relativize(file).toString(), TableReader.sha256(Files.readAllBytes(file)));
      }
    }
    return contents;
  }

  @Test
  void writesATableThatTheCatalogOpens() throws IOException {
    assumeDuckDb();
    List<Recipes.Change> changes = recipes(tiny(), RECIPE, utf8(SOURCE)).rebuild();
    assertEquals(TABLE, Files.readString(folder.resolve("data/t.csv")));
    assertEquals(2, Catalog.open(folder.resolve("data")).table("t").rowCount());
    assertEquals(2, changes.get(0).added());
  }

  @Test
  void saysWhichRowsChanged() throws IOException {
    assumeDuckDb();
    TinyPackage before = tiny().csv("country,day,score,words\nCHN,,0.4,NA\nUSA,,,\n");
    Recipes.Change change = recipes(before, RECIPE, utf8(SOURCE)).rebuild().get(0);
    assertEquals(List.of(1, 1, 1), List.of(change.added(), change.removed(), change.changed()));
    assertTrue(change.toString().endsWith("1 added, 1 removed, 1 changed"), change.toString());
  }

  @Test
  void changesNoByteTheSecondTime() throws IOException {
    assumeDuckDb();
    Recipes recipes = recipes(tiny(), RECIPE, utf8(SOURCE));
    recipes.rebuild();
    Map<String, String> before = contents();
    assertTrue(recipes.rebuild().get(0).unchanged());
    assertEquals(before, contents());
  }

  @Test
  void keepsATableWrittenByHandAndDescribesIt() throws IOException {
    assumeDuckDb();
    TinyPackage tiny = tiny().csv(TABLE);
    tiny.resource().remove("recipe");
    tiny.resource().put("rows", 0).put("hash", "sha256:" + "0".repeat(64));
    Recipes.Change change = recipes(tiny, "", utf8(SOURCE)).rebuild().get(0);
    assertTrue(
        change
            .toString()
            .endsWith("written by hand: other bytes than before, 2 rows where 0 were"));
    assertEquals(2, Catalog.open(folder.resolve("data")).table("t").rowCount());
  }

  @Test
  void aTableChangedOnPurposeIsSealed() throws IOException {
    TinyPackage tiny = tiny().csv(TABLE);
    Path data = recipes(tiny, RECIPE, utf8(SOURCE)).dataFolder();
    assertTrue(Recipes.seal(data).get(0).unchanged());
    Map<String, String> sealed = contents();
    Files.writeString(data.resolve("t.csv"), TABLE + "USA,,2,\n");
    assertThrows(DataException.class, () -> Catalog.open(data).table("t"));
    assertTrue(
        Recipes.seal(data)
            .get(0)
            .toString()
            .endsWith(
                "changed by hand (mvn -Pdata derives it anew by recipes/t.sql): other bytes than"
                    + " before, 3 rows where 2 were"));
    assertEquals(3, Catalog.open(data).table("t").rowCount());
    Files.writeString(data.resolve("t.csv"), TABLE);
    Recipes.seal(data);
    assertEquals(sealed, contents());
    Files.writeString(data.resolve("t.csv"), TABLE + "USA,,two,\n");
    assertThrows(DataException.class, () -> Recipes.seal(data));
  }

  private void failsAndLeavesEverythingAsItWas(String recipe, byte[] source, String... parts)
      throws IOException {
    assumeDuckDb();
    Recipes recipes = recipes(tiny().csv(TABLE), recipe, source);
    Map<String, String> before = contents();
    DataException e = assertThrows(DataException.class, recipes::rebuild);
    for (String part : parts) {
      assertTrue(e.getMessage().contains(part), () -> e.getMessage() + " lacks " + part);
    }
    assertEquals(before, contents());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,5", "1,234", "n/a", "-", "..", "1.5.2"})
  void refusesANumberThatIsNone(String cell) throws IOException {
    failsAndLeavesEverythingAsItWas(
        RECIPE,
        utf8(SOURCE.replace("0.50", '"' + cell + '"')),
        "recipes/t.sql",
        "s.csv",
        "Line: 3", // DuckDB counts records, the header among them
        "column \"Score\"",
        '"' + cell + '"');
  }

  @Test
  void refusesNumbersThatAreNotFinite() throws IOException {
    failsAndLeavesEverythingAsItWas(
        RECIPE, utf8(SOURCE.replace("0.50", "NaN")), "column score", "nan");
  }

  @Test
  void refusesADateThatIsNone() throws IOException {
    failsAndLeavesEverythingAsItWas(
        RECIPE, utf8(SOURCE.replace("2025-01-20", "1/20/2025")), "s.csv", "column \"Day\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Score", "Country", "Words"})
  void refusesARenamedColumn(String column) throws IOException {
    failsAndLeavesEverythingAsItWas(
        RECIPE,
        utf8(SOURCE.replace(column + ",", column + "s,").replace(column + "\n", "W\n")),
        "s.csv",
        column);
  }

  @Test
  void refusesATruncatedFile() throws IOException {
    failsAndLeavesEverythingAsItWas(
        RECIPE, utf8(SOURCE.substring(0, SOURCE.indexOf("\nb") + 1)), "s.csv");
  }

  @Test
  void refusesARowThatIsCutShort() throws IOException {
    failsAndLeavesEverythingAsItWas(
        RECIPE, utf8(SOURCE.replace("China,0.50,,NA", "China,0.50")), "s.csv");
  }

  @Test
  void refusesAnotherEncoding() throws IOException {
    failsAndLeavesEverythingAsItWas(
        RECIPE, SOURCE.replace("NA", "caf\u00e9").getBytes(StandardCharsets.ISO_8859_1), "s.csv");
  }

  @Test
  void refusesACountryWithoutACode() throws IOException {
    failsAndLeavesEverythingAsItWas(
        RECIPE, utf8(SOURCE.replace("China", "Atlantis")), "s.csv", "Atlantis");
  }

  @Test
  void refusesATextWithALineBreak() throws IOException {
    failsAndLeavesEverythingAsItWas(
        RECIPE.replace("tidy(\"Words\")", "\"Words\""), utf8(SOURCE), "column words");
  }

  @Test
  void refusesColumnsThatAreNotDeclared() throws IOException {
    failsAndLeavesEverythingAsItWas(
        RECIPE.replace("AS score", "AS points"), utf8(SOURCE), "expected score, found points");
  }

  @Test
  void refusesAKeyThatComesTwice() throws IOException {
    failsAndLeavesEverythingAsItWas(
        RECIPE, utf8(SOURCE.replace("France", "China")), "column country", "CHN");
  }

  @Test
  void putsBackWhatItWroteWhenALaterTableCannotBeWritten() throws IOException {
    assumeDuckDb();
    TinyPackage tiny = tiny().csv("country,day,score,words\nCHN,,0.4,NA\n");
    tiny.twice().put("name", "u").put("path", "blocked/u.csv");
    Recipes recipes = recipes(tiny, RECIPE, utf8(SOURCE));
    Files.writeString(folder.resolve("data/blocked"), "a file where a folder is needed");
    Map<String, String> before = contents();
    DataException e = assertThrows(DataException.class, recipes::rebuild);
    assertTrue(e.getMessage().contains("cannot be written"), e.getMessage());
    assertEquals(before, contents());
  }

  @Test
  void refusesAFolderOfSourcesThatIsNotThere() {
    DataException e =
        assertThrows(DataException.class, () -> Recipes.of(folder.resolve("nowhere"), folder));
    assertTrue(e.getMessage().contains("-Dsources=FOLDER"), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "1e+24, 1e24",
    "4.94e+24, 4.94e24",
    "12.0, 12",
    "0.0, 0",
    "-0.25, -0.25",
    "123456789012345.0, 123456789012345",
    "1234567890123456.0, 1.234567890123456e15",
    "-1e+300, -1e300",
    "1e-05, 0.00001",
    "1.5e-30, 1.5e-30",
    "139.79737645, 139.79737645",
  })
  void writesTheSameNumberInOneForm(String duck, String written) {
    assertEquals(written, Recipes.number(duck, "r", "c"));
    assertEquals(Double.parseDouble(duck), Double.parseDouble(written));
  }

  @Test
  void writesThePackageInOneForm() throws IOException {
    Path data = Catalog.shared().folder();
    assertArrayEquals(
        Files.readAllBytes(data.resolve("datapackage.json")),
        utf8(Recipes.write(PackageReader.json(data))));
  }
}
