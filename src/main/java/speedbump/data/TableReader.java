package speedbump.data;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tech.tablesaw.api.Table;

/**
 * Reads the file of one resource and holds it against its declaration, cell by cell. Tablesaw's own
 * reader is not used: it drops the code NA, reads "1,234" as a number, and guesses.
 */
final class TableReader {
  private static final int MOST_COLUMNS = 2_000;

  private final Resource resource;

  TableReader(Resource resource) {
    this.resource = resource;
  }

  /** One record of the file and the line on which it begins. */
  private record Row(long line, String[] cells) {}

  Table read(Path dataFolder) {
    byte[] bytes = bytes(dataFolder.resolve(resource.path()));
    checkDigest(bytes);
    List<Row> rows = parse(resource.path(), text(resource.path(), bytes));
    checkHeader(rows);
    List<Row> body = rows.subList(1, rows.size());
    List<Field> fields = resource.fields();
    for (Row row : body) {
      checkRow(row);
    }
    checkKeys(body);
    if (body.size() != resource.rows()) {
      throw new DataException(
          "%s: expected %s rows, found %s"
              .formatted(resource.path(), resource.rows(), body.size()));
    }
    Table table = Table.create(resource.name());
    for (int i = 0; i < fields.size(); i++) {
      int index = i;
      List<String> cells = body.stream().map(row -> row.cells()[index]).toList();
      table.addColumns(fields.get(i).type().column(fields.get(i).name(), cells));
    }
    return table;
  }

  private byte[] bytes(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new DataException(
          "%s: the file is missing; expected %s".formatted(resource.path(), file));
    }
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new DataException("%s: cannot be read: %s".formatted(resource.path(), e), e);
    }
  }

  private void checkDigest(byte[] bytes) {
    String found = sha256(bytes);
    if (!found.equals(resource.sha256())) {
      throw new DataException(
          "%s: the file is not the one that the data package describes: expected sha256 %s (%s bytes), found %s (%s bytes)"
              .formatted(
                  resource.path(), resource.sha256(), resource.bytes(), found, bytes.length));
    }
    if (bytes.length != resource.bytes()) {
      throw new DataException(
          "%s: expected %s bytes, found %s"
              .formatted(resource.path(), resource.bytes(), bytes.length));
    }
  }

  /** The SHA-256 digest in lower-case hexadecimal digits. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The text of a file: unpacked where its name ends in .gz, and strictly UTF-8. */
  static String text(String path, byte[] bytes) {
    try {
      byte[] plain = bytes;
      if (path.endsWith(".gz")) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
          plain = in.readAllBytes();
        }
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(plain)).toString();
    } catch (CharacterCodingException e) {
      throw new DataException("%s: expected UTF-8, found other bytes".formatted(path), e);
    } catch (IOException e) {
      throw new DataException("%s: expected gzip, found %s".formatted(path, e.getMessage()), e);
    }
  }

  /** The cells of a text of comma-separated values, header and rows alike. */
  static List<String[]> cells(String path, String text) {
    return parse(path, text).stream().map(Row::cells).toList();
  }

  private static List<Row> parse(String path, String text) {
    if (text.startsWith("\uFEFF")) {
      throw new DataException(
          "%s, line 1, column 1: expected a column name, found a byte order mark".formatted(path));
    }
    CsvParserSettings settings = new CsvParserSettings();
    settings.getFormat().setLineSeparator("\n");
    settings.getFormat().setComment('\0'); // a cell may begin with #
    settings.setNormalizeLineEndingsWithinQuotes(false);
    settings.setIgnoreLeadingWhitespaces(false);
    settings.setIgnoreTrailingWhitespaces(false);
    settings.setSkipEmptyLines(false);
    settings.setNullValue("");
    settings.setEmptyValue("");
    settings.setMaxCharsPerColumn(-1);
    settings.setMaxColumns(MOST_COLUMNS);
    settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.RAISE_ERROR);
    settings.setReadInputOnSeparateThread(false);
    CsvParser parser = new CsvParser(settings);
    List<Row> rows = new ArrayList<>();
    try {
      parser.beginParsing(new StringReader(text));
      long line = 1;
      for (String[] cells = parser.parseNext(); cells != null; cells = parser.parseNext()) {
        rows.add(new Row(line, cells));
        // the parser's own count leaves out line breaks inside quotes
        line += 1 + lineBreaks(cells);
      }
      return rows;
    } catch (TextParsingException e) {
      throw new DataException(
          "%s, line %s: expected comma-separated values, found a stray quote or a row without end"
              .formatted(path, e.getLineIndex() + 1),
          e);
    } finally {
      parser.stopParsing();
    }
  }

  private static long lineBreaks(String[] cells) {
    long breaks = 0;
    for (String cell : cells) {
      if (cell.indexOf('\n') >= 0) { // hardly any, so most cells are searched once and fast
        breaks += cell.chars().filter(c -> c == '\n').count();
      }
    }
    return breaks;
  }

  private void checkHeader(List<Row> rows) {
    List<String> expected = resource.fields().stream().map(Field::name).toList();
    List<String> found = rows.isEmpty() ? List.of() : Arrays.asList(rows.get(0).cells());
    for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
      String want = i < expected.size() ? expected.get(i) : "no further column";
      String have = i < found.size() ? found.get(i) : "none";
      if (!want.equals(have)) {
        throw new DataException(
            "%s, line 1, column %s: expected %s, found %s"
                .formatted(resource.path(), i + 1, want, have));
      }
    }
  }

  private void checkRow(Row row) {
    List<Field> fields = resource.fields();
    if (row.cells().length != fields.size()) {
      throw new DataException(
          "%s, line %s: expected %s cells, found %s"
              .formatted(resource.path(), row.line(), fields.size(), row.cells().length));
    }
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      String cell = row.cells()[i];
      if (cell.isEmpty()) {
        if (field.required()) {
          throw bad(row, field, "a value", "an empty cell");
        }
      } else if (!field.type().accepts(cell)) {
        throw bad(row, field, field.type().words(), '"' + cell + '"');
      } else if (!field.allowed().isEmpty() && !field.allowed().contains(cell)) {
        throw bad(row, field, "one of " + field.allowed(), '"' + cell + '"');
      }
    }
  }

  private void checkKeys(List<Row> rows) {
    if (resource.primaryKey().isEmpty()) {
      return;
    }
    List<String> names = resource.fields().stream().map(Field::name).toList();
    int[] indices = resource.primaryKey().stream().mapToInt(names::indexOf).toArray();
    if (ascend(rows, indices)) {
      return; // most tables are ordered by their keys, which then are unique
    }
    Map<String, Row> seen = new HashMap<>(rows.size() * 2);
    StringBuilder key = new StringBuilder();
    for (Row row : rows) {
      key.setLength(0);
      for (int i : indices) {
        // the length keeps the cells a, bc and ab, c apart
        key.append(row.cells()[i].length()).append(' ').append(row.cells()[i]);
      }
      Row first = seen.putIfAbsent(key.toString(), row);
      if (first != null) {
        throw DataException.cell(
            resource.path(),
            row.line(),
            String.join(" + ", resource.primaryKey()),
            "a key of its own",
            Arrays.stream(indices).mapToObj(i -> row.cells()[i]).toList()
                + " again, first on line "
                + first.line());
      }
    }
  }

  /** Whether each row's key is greater than that of the row before. */
  private static boolean ascend(List<Row> rows, int[] indices) {
    String[] before = null;
    for (Row row : rows) {
      int order = before == null ? 1 : 0;
      for (int i = 0; i < indices.length && order == 0; i++) {
        order = row.cells()[indices[i]].compareTo(before[indices[i]]);
      }
      if (order <= 0) {
        return false;
      }
      before = row.cells();
    }
    return true;
  }

  private DataException bad(Row row, Field field, String expected, String found) {
    return DataException.cell(resource.path(), row.line(), field.name(), expected, found);
  }
}
