package speedbump.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Windows1252Test {
  private static final Charset CHARSET = Charset.forName("windows-1252");
  private static final String RECIPE =
      """
      -- a made-up source of the US Geological Survey
      SELECT
        usgs_text("Place") AS place,
        usgs_value("Value") AS number,
        usgs_bound("Value") AS bound,
        usgs_code("Value", 'record ' || record || ', column "Value"') AS code
      FROM windows_1252_source('usgs/s.csv')
      ORDER BY place;
      """;

  @TempDir Path folder;

  private Path source(byte[] bytes) throws IOException {
    Files.createDirectories(folder.resolve("sources/usgs"));
    Files.write(folder.resolve("sources/usgs/s.csv"), bytes);
    return folder.resolve("sources");
  }

  @Test
  void copiesTheFilesThatRecipesNameAndDeletesThem() throws IOException {
    Path sources = source("a\u2014b \u2013 \u00bd\r\n".getBytes(CHARSET));
    Path copies;
    try (Windows1252 made = Windows1252.copy(sources, List.of(RECIPE, RECIPE, "SELECT 1"))) {
      copies = made.folder();
      assertEquals("a\u2014b \u2013 \u00bd\r\n", Files.readString(copies.resolve("usgs/s.csv")));
    }
    assertFalse(Files.exists(copies));
  }

  @Test
  void refusesAByteThatTheEncodingDoesNotHave() throws IOException {
    Path sources = source(new byte[] {'a', (byte) 0x81});
    DataException e =
        assertThrows(DataException.class, () -> Windows1252.copy(sources, List.of(RECIPE)));
    assertTrue(e.getMessage().contains("usgs/s.csv: expected windows-1252"), e.getMessage());
  }

  @Test
  void refusesAFileThatIsNotThere() {
    DataException e =
        assertThrows(DataException.class, () -> Windows1252.copy(folder, List.of(RECIPE)));
    assertTrue(e.getMessage().contains("usgs/s.csv: the source file is missing"), e.getMessage());
  }

  private Recipes recipes(String rows, Charset charset) throws IOException {
    boolean there;
    try {
      Class.forName("org.duckdb.DuckDBDriver");
      there = true;
    } catch (ClassNotFoundException e) {
      there = false;
    }
    assumeTrue(there, "DuckDB is not on the class path; run with -Dsources=FOLDER to test recipes");
    TinyPackage tiny =
        new TinyPackage(folder.resolve("data"))
            .field("place", "string", true)
            .field("number", "number", false)
            .field("bound", "string", false)
            .field("code", "string", false)
            .key("place")
            .csv("");
    tiny.resource().put("recipe", "recipes/t.sql");
    Path data = tiny.write();
    Path shipped = Catalog.shared().folder();
    Files.createDirectories(data.resolve("recipes"));
    Files.createDirectories(data.resolve("claims"));
    for (String file :
        List.of("recipes/prelude.sql", "recipes/country_names.csv", "claims/grades.csv")) {
      Files.copy(shipped.resolve(file), data.resolve(file));
    }
    Files.writeString(data.resolve("recipes/t.sql"), RECIPE);
    return Recipes.of(source(("Place,Value\r\n" + rows).getBytes(charset)), data);
  }

  @Test
  void readsTheCellsOfTheSurvey() throws IOException {
    String rows =
        """
        a,"1,234.5"
        b,\u2014
        c,W
        d,NA
        e,>95
        f,<25
        g,E
        h,"890\u20131,000"
        i,68\u00a0
        j,5900000
        k,XX
        l,s
        m,
        """;
    recipes(rows.replace("\n", "\r\n"), CHARSET).rebuild();
    assertEquals(
        """
        place,number,bound,code
        a,1234.5,,
        b,0,,zero
        c,,,withheld
        d,,,not_available
        e,95,lower,
        f,25,upper,
        g,,,net_exporter
        h,,,range
        i,68,,
        j,5900000,,
        k,,,not_applicable
        l,,,see_note
        m,,,
        """,
        Files.readString(folder.resolve("data/t.csv")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,5", "12,34", "1.234,5", "?1", "Large", "-", "n/a"})
  void refusesACellThatIsNone(String cell) throws IOException {
    Recipes recipes = recipes("a,1\r\nb,\"" + cell + "\"\r\n", CHARSET);
    DataException e = assertThrows(DataException.class, recipes::rebuild);
    for (String part : List.of("usgs/s.csv", "record 3, column \"Value\"", '"' + cell + '"')) {
      assertTrue(e.getMessage().contains(part), () -> e.getMessage() + " lacks " + part);
    }
  }

  /** Read as windows-1252, a dash in UTF-8 is three other letters. */
  @Test
  void refusesAFileInUtf8() throws IOException {
    Recipes recipes = recipes("a,1\r\nb,\u2014\r\n", StandardCharsets.UTF_8);
    DataException e = assertThrows(DataException.class, recipes::rebuild);
    assertTrue(e.getMessage().contains("record 3, column \"Value\""), e.getMessage());
  }
}
