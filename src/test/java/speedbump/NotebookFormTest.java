package speedbump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The form of every notebook: cells short, narrow and formatted by one rule, one check cell a
 * section, text that a reader gets through. {@code mvn test -Dtest=NotebookFormTest -Dformat=write}
 * formats the cells.
 */
class NotebookFormTest {
  private static final int WIDEST = 96;
  private static final int TALLEST = 14;
  private static final int MOST_CELLS = 40;
  private static final int MOST_WORDS = 2200;
  private static final int MOST_APPENDIX_WORDS = 500;
  private static final String APPENDIX = "## Appendix";

  /** Cells of a section belong to the last heading of the second level before them. */
  private static final Pattern SECTION = Pattern.compile("(?m)^## (.*)$");

  /** What a cell should have a name for: a place in a list, a chain of selections, a typed alt. */
  private static final List<String> UNNAMED =
      List.of(
          "propositions().get(",
          "groups().get(",
          "specifications().get(",
          ".isEqualTo(",
          ".isIn(",
          ".alt(");

  private static final ObjectMapper JSON = new ObjectMapper();

  private record Cell(String id, boolean code, boolean solution, String source, String section) {
    boolean checks() {
      return Pattern.compile("\\bchecks?\\(").matcher(source).find();
    }
  }

  static List<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("notebooks"))) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
    }
  }

  private static List<Cell> cells(Path notebook) throws IOException {
    List<Cell> cells = new ArrayList<>();
    String section = "";
    for (JsonNode cell : JSON.readTree(notebook.toFile()).get("cells")) {
      boolean code = cell.get("cell_type").asText().equals("code");
      String source = source(cell);
      Matcher heading = SECTION.matcher(source);
      if (!code && heading.find()) {
        section = heading.group();
      }
      boolean solution = cell.path("metadata").path("tags").toString().contains("solution");
      cells.add(new Cell(cell.path("id").asText(), code, solution, source, section));
    }
    return cells;
  }

  private static String source(JsonNode cell) {
    StringBuilder text = new StringBuilder();
    cell.get("source").forEach(line -> text.append(line.asText()));
    return text.toString();
  }

  @Test
  void thereAreNotebooks() throws IOException {
    assertTrue(notebooks().size() >= 5);
  }

  /** Two imports in one cell empty the variables of the cells before: a fault of the Java shell. */
  @ParameterizedTest
  @MethodSource("notebooks")
  void aCellHasOneImportAtMost(Path notebook) throws IOException {
    List<String> off =
        cells(notebook).stream()
            .filter(Cell::code)
            .filter(cell -> cell.source().lines().filter(l -> l.startsWith("import ")).count() > 1)
            .map(Cell::id)
            .toList();
    assertEquals(List.of(), off);
  }

  /** The cells of solutions are folded where a notebook is opened, and not on the site alone. */
  @ParameterizedTest
  @MethodSource("notebooks")
  void solutionsAreFolded(Path notebook) throws IOException {
    List<String> open = new ArrayList<>();
    for (JsonNode cell : JSON.readTree(notebook.toFile()).get("cells")) {
      JsonNode metadata = cell.get("metadata");
      boolean folded =
          metadata.path("jupyter").path("source_hidden").asBoolean()
              && metadata.path("jupyter").path("outputs_hidden").asBoolean();
      if (metadata.path("tags").toString().contains("solution") != folded) {
        open.add(cell.get("id").asText());
      }
    }
    assertEquals(List.of(), open);
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void cellsAreNarrowShortAndFew(Path notebook) throws IOException {
    List<Cell> code = cells(notebook).stream().filter(Cell::code).toList();
    List<String> off = new ArrayList<>();
    for (Cell cell : code) {
      long lines = cell.source().lines().count();
      if (lines > TALLEST) {
        off.add("%s: %d lines".formatted(cell.id(), lines));
      }
      cell.source()
          .lines()
          .filter(line -> line.length() > WIDEST)
          .forEach(line -> off.add("%s: %d columns".formatted(cell.id(), line.length())));
    }
    assertEquals(List.of(), off);
    assertTrue(code.size() <= MOST_CELLS, code.size() + " code cells");
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void aSectionHasOneCellOfChecks(Path notebook) throws IOException {
    assertEquals(
        List.of(),
        cells(notebook).stream()
            .filter(cell -> cell.code() && cell.checks() && !cell.solution())
            .collect(Collectors.groupingBy(Cell::section, Collectors.counting()))
            .entrySet()
            .stream()
            .filter(section -> section.getValue() > 1)
            .map(section -> section.getKey() + ": " + section.getValue())
            .sorted()
            .toList());
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void lookupsHaveNamesAndAltTextsAreComputed(Path notebook) throws IOException {
    List<String> off = new ArrayList<>();
    for (Cell cell : cells(notebook)) {
      for (String text : UNNAMED) {
        if (cell.code() && cell.source().contains(text)) {
          off.add(cell.id() + ": " + text);
        }
      }
    }
    assertEquals(List.of(), off);
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void theTextIsReadInAQuarterOfAnHour(Path notebook) throws IOException {
    List<Cell> text = cells(notebook).stream().filter(cell -> !cell.code()).toList();
    long all = words(text.stream().filter(cell -> !cell.section().startsWith(APPENDIX)).toList());
    long appendix =
        words(text.stream().filter(cell -> cell.section().startsWith(APPENDIX)).toList());
    assertTrue(all <= MOST_WORDS, all + " words");
    assertTrue(appendix <= MOST_APPENDIX_WORDS, appendix + " words in the appendix");
  }

  private static long words(List<Cell> cells) {
    return cells.stream().flatMap(cell -> Stream.of(cell.source().strip().split("\\s+"))).count();
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void cellsAreFormattedAsSourcesAre(Path notebook) throws IOException {
    List<String> off = new ArrayList<>();
    JsonNode whole = JSON.readTree(notebook.toFile());
    for (JsonNode cell : whole.get("cells")) {
      String source = source(cell);
      if (cell.get("cell_type").asText().equals("code") && !source.startsWith("%")) {
        String formatted = formatted(source, cell.path("id").asText());
        if (!formatted.equals(source)) {
          off.add(cell.path("id").asText());
          replace((ObjectNode) cell, formatted);
        }
      }
    }
    if ("write".equals(System.getProperty("format"))) {
      Files.writeString(
          notebook, JSON.writer(new NotebookPrinter()).writeValueAsString(whole) + "\n");
      return;
    }
    assertEquals(
        List.of(), off, "not formatted; mvn test -Dtest=NotebookFormTest -Dformat=write mends it");
  }

  private static void replace(ObjectNode cell, String source) {
    ArrayNode lines = JSON.createArrayNode();
    Matcher line = Pattern.compile("[^\\n]*\\n|[^\\n]+$").matcher(source);
    while (line.find()) {
      lines.add(line.group());
    }
    cell.set("source", lines);
  }

  /**
   * The cell as the body of a method, or of a class where it declares methods, without the columns
   * by which that is set in. Imports stand before it as they are.
   */
  private static String formatted(String source, String id) {
    Matcher imports = Pattern.compile("(?:import [\\w.*]+;\n)+\n?").matcher(source);
    String head = imports.lookingAt() ? imports.group() : "";
    String rest = source.substring(head.length()).stripTrailing();
    boolean shown = !rest.endsWith(";") && !rest.endsWith("}");
    String body = rest + (shown ? ";" : "");
    String text;
    try {
      text = unwrapped("class Cell {\n  void run() {\n" + body + "\n  }\n}\n", 2);
    } catch (FormatterException inAMethod) {
      try {
        text = unwrapped("class Cell {\n" + body + "\n}\n", 1);
      } catch (FormatterException inAClass) {
        throw new AssertionError(
            "cell " + id + " is not Java: " + inAMethod.getMessage(), inAClass);
      }
    }
    return head + (shown ? text.substring(0, text.length() - 1) : text);
  }

  private static String unwrapped(String whole, int levels) throws FormatterException {
    List<String> lines = new Formatter().formatSource(whole).lines().toList();
    String indent = "  ".repeat(levels);
    return lines.subList(levels, lines.size() - levels).stream()
        .map(line -> line.startsWith(indent) ? line.substring(indent.length()) : line)
        .collect(Collectors.joining("\n"))
        .strip();
  }

  /** Notebooks lie as the notebook format's own library writes them: one column a level. */
  private static final class NotebookPrinter extends DefaultPrettyPrinter {
    private static final long serialVersionUID = 1;

    NotebookPrinter() {
      super(
          Separators.createDefaultInstance()
              .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
              .withObjectEmptySeparator("")
              .withArrayEmptySeparator(""));
      DefaultIndenter indenter = new DefaultIndenter(" ", "\n");
      indentArraysWith(indenter);
      indentObjectsWith(indenter);
    }

    private NotebookPrinter(NotebookPrinter base) {
      super(base);
    }

    @Override
    public DefaultPrettyPrinter createInstance() {
      return new NotebookPrinter(this);
    }

    @Override
    public void writeEndArray(JsonGenerator generator, int values) throws IOException {
      super.writeEndArray(generator, values);
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void writingANotebookChangesNothingElse(Path notebook) throws IOException {
    String text = Files.readString(notebook);
    assertEquals(
        text, JSON.writer(new NotebookPrinter()).writeValueAsString(JSON.readTree(text)) + "\n");
  }
}
