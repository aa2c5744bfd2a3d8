package speedbump.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class CatalogTest {
  @TempDir Path folder;

  private TinyPackage tiny() {
    return new TinyPackage(folder);
  }

  private static void refuses(TinyPackage tiny, String... parts) {
    DataException e = assertThrows(DataException.class, () -> tiny.open().table("t"));
    for (String part : parts) {
      assertTrue(e.getMessage().contains(part), () -> e.getMessage() + " lacks " + part);
    }
  }

  /** What a notebook has to be run again for: what its kernel noted. */
  @Test
  void notesWhatWasAskedForOnce() throws IOException {
    tiny().field("a", "integer", true).csv("a\n1\n").open();
    Path notes = folder.resolve("notes");
    Catalog catalog = Catalog.open(folder, Optional.of(notes));
    catalog.holding(List.of("a"), "1");
    assertEquals(
        Set.of("declared:columns", "looked:t", "declared:t"),
        Set.copyOf(Files.readAllLines(notes)));
    catalog.table("t");
    catalog.table("t");
    catalog.resources();
    catalog.note("verdict:6");
    assertEquals(
        List.of("t", "declared:all", "verdict:6"), Files.readAllLines(notes).subList(3, 6));
    assertEquals(6, Files.readAllLines(notes).size());
  }

  @Test
  void readsEveryTypeAndMissingCells() {
    Table table =
        tiny()
            .field("s", "string", false)
            .field("i", "integer", false)
            .field("big", "integer", false)
            .field("n", "number", false)
            .field("d", "date", false)
            .field("b", "boolean", false)
            .csv("s,i,big,n,d,b\n\"a,\"\"b\"\"\",-3,5000000000,3.3e24,2025-01-20,true\n,,,,,\n")
            .open()
            .table("t");
    assertEquals("a,\"b\"", assertInstanceOf(StringColumn.class, table.column("s")).get(0));
    assertEquals(-3, assertInstanceOf(IntColumn.class, table.column("i")).getInt(0));
    assertEquals(5_000_000_000L, assertInstanceOf(LongColumn.class, table.column("big")).get(0));
    assertEquals(3.3e24, assertInstanceOf(DoubleColumn.class, table.column("n")).getDouble(0));
    assertEquals(
        LocalDate.of(2025, 1, 20), assertInstanceOf(DateColumn.class, table.column("d")).get(0));
    assertEquals(true, assertInstanceOf(BooleanColumn.class, table.column("b")).get(0));
    table.columns().forEach(column -> assertTrue(column.isMissing(1), column.name()));
  }

  @Test
  void keepsTheTextsThatOtherReadersDrop() {
    Table table =
        tiny()
            .field("code", "string", true)
            .csv("code\nNA\nnull\n-\n# no comment\n\" padded \"\n")
            .open()
            .table("t");
    assertEquals(
        List.of("NA", "null", "-", "# no comment", " padded "),
        table.stringColumn("code").asList());
    assertEquals(0, table.column("code").countMissing());
  }

  @Test
  void readsGzip() {
    Table table = tiny().field("a", "integer", true).gzip("a\n1\n2\n").rows(2).open().table("t");
    assertEquals(List.of(1, 2), table.intColumn("a").asList());
  }

  @Test
  void refusesWhatOnlyClaimsToBeGzip() {
    TinyPackage tiny = tiny().field("a", "integer", true).csv("a\n1\n");
    tiny.resource().put("path", "t.csv.gz");
    refuses(tiny, "t.csv.gz", "expected gzip");
  }

  @Test
  void handsOutCopies() {
    Catalog catalog = tiny().field("a", "integer", true).csv("a\n1\n").open();
    catalog.table("t").intColumn("a").set(0, 9);
    assertEquals(1, catalog.table("t").intColumn("a").getInt(0));
  }

  @Test
  void readsAFileOnce() throws IOException {
    Catalog catalog = tiny().field("a", "integer", true).csv("a\n1\n").open();
    catalog.table("t");
    Files.delete(folder.resolve("t.csv"));
    assertEquals(1, catalog.table("t").rowCount());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "number|1,234|a number",
        "number|NaN|a number",
        "number|Infinity|a number",
        "number|0,5|a number",
        "number|NA|a number",
        "number|N/A|a number",
        "number|n.a.|a number",
        "number|-|a number",
        "number|...|a number",
        "number|null|a number",
        "number|1e999|a number",
        "number|1f|a number",
        "number|0x1p3|a number",
        "number|+1|a number",
        "number|' 1'|a number",
        "number|12 %|a number",
        "integer|1.0|a whole number",
        "integer|9223372036854775808|a whole number",
        "integer|NA|a whole number",
        "integer|007|a whole number",
        "date|2025-02-30|a date",
        "date|1/20/2025|a date",
        "date|2025-01|a date",
        "date|-|a date",
        "boolean|yes|true or false",
        "boolean|TRUE|true or false",
        "boolean|N/A|true or false",
      })
  void refusesACellOfAnotherType(String type, String cell, String expected) {
    refuses(
        tiny()
            .field("k", "string", true)
            .field("x", type, false)
            .csv("k,x\na,\nb,\"" + cell + "\"\n"),
        "t.csv, line 3, column x",
        "expected " + expected,
        "found \"" + cell + "\"");
  }

  @Test
  void countsLinesThroughBrokenCells() {
    refuses(
        tiny()
            .field("k", "string", true)
            .field("x", "number", true)
            .csv("k,x\n\"two\nlines\",1\nb,bad\n")
            .rows(2),
        "line 4, column x");
  }

  @Test
  void refusesAMissingFile() throws IOException {
    Path data = tiny().field("a", "integer", true).csv("a\n1\n").write();
    Files.delete(data.resolve("t.csv"));
    DataException e = assertThrows(DataException.class, () -> Catalog.open(data).table("t"));
    assertTrue(e.getMessage().startsWith("t.csv: the file is missing"), e.getMessage());
  }

  @Test
  void refusesAChangedDigit() throws IOException {
    Path data = tiny().field("a", "integer", true).csv("a\n1\n").write();
    Files.writeString(data.resolve("t.csv"), "a\n2\n");
    DataException e = assertThrows(DataException.class, () -> Catalog.open(data).table("t"));
    assertTrue(e.getMessage().startsWith("t.csv: the file is not the one"), e.getMessage());
  }

  @Test
  void refusesASizeThatIsNotDeclared() {
    TinyPackage tiny = tiny().field("a", "integer", true).csv("a\n1\n");
    tiny.resource().put("bytes", 5);
    refuses(tiny, "t.csv", "expected 5 bytes, found 4");
  }

  @Test
  void refusesAnotherNumberOfRows() {
    refuses(
        tiny().field("a", "integer", true).csv("a\n1\n").rows(2),
        "t.csv",
        "expected 2 rows",
        "found 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,c|column 2: expected b, found c",
        "b,a|column 1: expected a, found b",
        "a|column 2: expected b, found none",
        "a,b,c|column 3: expected no further column, found c",
        "A,b|column 1: expected a, found A",
      })
  void refusesOtherColumns(String header, String problem) {
    refuses(
        tiny().field("a", "string", false).field("b", "string", false).csv(header + "\nx,y\n"),
        "t.csv, line 1, " + problem);
  }

  @Test
  void refusesAByteOrderMarkBeforeTheHeader() {
    refuses(tiny().field("a", "string", true).csv("\uFEFFa\nx\n"), "t.csv, line 1, column 1");
  }

  @Test
  void refusesAnEmptyFile() {
    refuses(tiny().field("a", "string", true).csv(""), "t.csv, line 1", "expected a, found none");
  }

  @Test
  void refusesARowOfAnotherLength() {
    refuses(
        tiny().field("a", "string", true).field("b", "string", false).csv("a,b\nx,y\nz\n"),
        "t.csv, line 3: expected 2 cells, found 1");
  }

  @Test
  void refusesABlankLine() {
    refuses(
        tiny().field("a", "string", false).field("b", "string", false).csv("a,b\n\nx,y\n"),
        "t.csv, line 2: expected 2 cells, found 1");
  }

  @Test
  void refusesAnEmptyRequiredCell() {
    refuses(
        tiny().field("a", "string", true).field("b", "number", true).csv("a,b\nx,\n"),
        "t.csv, line 2, column b: expected a value, found an empty cell");
  }

  @Test
  void refusesAValueThatIsNotAllowed() {
    refuses(
        tiny().field("a", "string", true, "USA", "CHN").csv("a\nUSA\nUS\n"),
        "t.csv, line 3, column a: expected one of [USA, CHN], found \"US\"");
  }

  @Test
  void refusesADuplicateKey() {
    refuses(
        tiny()
            .field("a", "string", true)
            .field("b", "integer", true)
            .key("a", "b")
            .csv("a,b\nx,1\nx,2\nx,1\n"),
        "t.csv, line 4, column a + b",
        "[x, 1] again, first on line 2");
  }

  @Test
  void refusesAStrayQuote() {
    refuses(
        tiny().field("a", "string", true).field("b", "string", true).csv("a,b\n\"x\"y,z\n"),
        "t.csv, line 2",
        "stray quote");
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    refuses(
        tiny()
            .field("a", "string", true)
            .bytes("a\ncaf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1)),
        "t.csv: expected UTF-8");
  }

  @Test
  void readsTheSameUnderAnyLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(new Locale("tr", "TR"));
      Table table =
          tiny()
              .field("i", "integer", true)
              .field("x", "number", true)
              .csv("i,x\n1,0.5\n")
              .open()
              .table("t");
      assertEquals(0.5, table.doubleColumn("x").getDouble(0));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void namesTheTablesThatThereAre() {
    Catalog catalog = tiny().field("a", "integer", true).csv("a\n1\n").open();
    DataException e = assertThrows(DataException.class, () -> catalog.table("u"));
    assertEquals("the data package has no table u; it has [t]", e.getMessage());
  }

  @Test
  void refusesAFolderWithoutAPackage() {
    DataException e = assertThrows(DataException.class, () -> Catalog.open(folder));
    assertTrue(e.getMessage().contains("datapackage.json is missing"), e.getMessage());
  }

  @Test
  void refusesAPackageThatIsNotJson() throws IOException {
    Files.writeString(folder.resolve("datapackage.json"), "{\n\"name\": }");
    DataException e = assertThrows(DataException.class, () -> Catalog.open(folder));
    assertTrue(e.getMessage().contains("line 2"), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title",
        "description",
        "hash",
        "snapshot",
        "rows",
        "bytes",
        "licenses",
        "sources"
      })
  void refusesAResourceThatDoesNotSayWhatItIs(String property) {
    TinyPackage tiny = tiny().field("a", "integer", true).csv("a\n1\n");
    tiny.resource().remove(property);
    DataException e = assertThrows(DataException.class, tiny::open);
    assertTrue(
        e.getMessage().contains("resource t") && e.getMessage().contains(property), e.getMessage());
  }

  @Test
  void refusesADeclarationThatItWouldNotCheck() {
    TinyPackage tiny = tiny().field("a", "integer", true).csv("a\n1\n");
    tiny.fields().get(0).withObject("/constraints").put("minimum", 0);
    DataException e = assertThrows(DataException.class, tiny::open);
    assertTrue(
        e.getMessage().contains("field a") && e.getMessage().contains("minimum"), e.getMessage());
  }

  @Test
  void refusesAnUnknownType() {
    TinyPackage tiny = tiny().field("a", "duration", true).csv("a\n1\n");
    DataException e = assertThrows(DataException.class, tiny::open);
    assertTrue(
        e.getMessage().contains("field a") && e.getMessage().contains("duration"), e.getMessage());
  }

  @Test
  void refusesAKeyThatMayBeEmpty() {
    TinyPackage tiny = tiny().field("a", "integer", false).key("a").csv("a\n1\n");
    DataException e = assertThrows(DataException.class, tiny::open);
    assertTrue(e.getMessage().contains("primaryKey"), e.getMessage());
  }

  @Test
  void refusesTwoTablesOfOneName() {
    TinyPackage tiny = tiny().field("a", "integer", true).csv("a\n1\n");
    tiny.twice();
    DataException e = assertThrows(DataException.class, tiny::open);
    assertTrue(e.getMessage().contains("names t twice"), e.getMessage());
  }

  @Test
  void findsTheDataFolderFromBelow() throws IOException {
    Path data =
        new TinyPackage(folder.resolve("data")).field("a", "integer", true).csv("a\n1\n").write();
    Path deep = Files.createDirectories(folder.resolve("notebooks/deep"));
    assertEquals(data, Catalog.locate(null, deep));
    assertEquals(Path.of("elsewhere"), Catalog.locate("elsewhere", deep));
  }

  @Test
  void saysHowToNameTheDataFolder() {
    DataException e = assertThrows(DataException.class, () -> Catalog.locate("", folder));
    assertTrue(e.getMessage().contains("-Dspeedbump.data=FOLDER"), e.getMessage());
  }
}
