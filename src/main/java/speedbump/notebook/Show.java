package speedbump.notebook;

import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import speedbump.chart.Figure;
import tech.tablesaw.api.Table;

/**
 * What a notebook's cells call to show something: the last expression of a cell. Each method
 * returns the display data of the kernel that runs, or an {@link Output} where none does, and
 * always with a readable text beside the richer form.
 */
public final class Show {

  private Show() {}

  /**
   * A picture.
   *
   * @param figure the picture
   * @return what the cell shows: a PNG, and the picture's text
   */
  public static Object figure(Figure figure) {
    Map<String, String> data = new LinkedHashMap<>();
    byte[] png = figure.png();
    Narrow.keep(png, figure);
    data.put("image/png", Base64.getEncoder().encodeToString(png));
    data.put("text/plain", figure.alt());
    // drawn at twice the size, so viewers must be told the size to show
    Map<String, Integer> size = new LinkedHashMap<>();
    size.put("height", figure.height());
    size.put("width", figure.width());
    return Kernel.display(new Output(data, Map.of("image/png", size)));
  }

  /**
   * A table, headed by its columns' names.
   *
   * @param table the table; of one longer than 25 rows the first fifteen are shown
   * @return what the cell shows
   */
  public static Object table(Table table) {
    return table("", table, List.of());
  }

  /**
   * A table with a title.
   *
   * @param title what the rows are
   * @param table the table; of one longer than 25 rows the first fifteen are shown
   * @return what the cell shows
   */
  public static Object table(String title, Table table) {
    return table(title, table, List.of());
  }

  /**
   * A table with a title and headers of its own, which can carry the units.
   *
   * @param title what the rows are; may be empty
   * @param table the table; of one longer than 25 rows the first fifteen are shown
   * @param headers one a column, or none for the columns' names
   * @return what the cell shows
   * @throws IllegalArgumentException if there are more or fewer headers than columns
   */
  public static Object table(String title, Table table, List<String> headers) {
    return Kernel.display(Grid.of(title, table, headers).output());
  }

  /**
   * A table of records, headed by the names of their components.
   *
   * @param title what the rows are; may be empty
   * @param records the rows; of more than 25 the first fifteen are shown
   * @return what the cell shows
   */
  public static Object table(String title, List<? extends Record> records) {
    return Kernel.display(Grid.ofRecords(title, records).output());
  }

  /**
   * A table of rows.
   *
   * @param title what the rows are; may be empty
   * @param headers one a column, with the unit
   * @param rows the cells: numbers, texts, dates, or null for what is missing
   * @return what the cell shows
   * @throws IllegalArgumentException if a row has more or fewer cells than there are headers
   */
  public static Object table(String title, List<String> headers, List<? extends List<?>> rows) {
    return Kernel.display(Grid.of(title, headers, rows).output());
  }

  /**
   * A number that the text states, held against what the code computes.
   *
   * @param what what is checked
   * @param actual the number computed
   * @param expected the number stated
   * @param tolerance the largest difference allowed
   * @return what the cell shows: one line
   * @throws AssertionError if it is off
   */
  public static Object check(String what, double actual, double expected, double tolerance) {
    return checks(Check.near(what, actual, expected, tolerance));
  }

  /**
   * A statement of the text, held against what the code computes.
   *
   * @param what what is checked
   * @param ok whether it is true
   * @param detail what was found
   * @return what the cell shows: one line
   * @throws AssertionError if it is not true
   */
  public static Object check(String what, boolean ok, String detail) {
    return checks(Check.that(what, ok, detail));
  }

  /** Whether the reader went on with another reading than the one that the text speaks of. */
  private static volatile boolean otherReading;

  static void otherReading(boolean other) {
    otherReading = other;
  }

  /**
   * Several checks. Where the reader took {@linkplain Cells#reading another reading}, those that
   * are off are skipped with a word.
   *
   * @param checks the checks
   * @return what the cell shows: how many, and folded a line each
   * @throws AssertionError if one is off and the reading is the registered one; the message names
   *     all that are
   */
  public static Object checks(Check... checks) {
    List<Check> off = Arrays.stream(checks).filter(check -> !check.ok()).toList();
    if (!off.isEmpty() && !otherReading) {
      throw new AssertionError(
          "the text and the computation disagree:\n" + lines(off, Check::line));
    }
    String text = lines(List.of(checks), check -> check.ok() ? check.line() : check.skipped());
    int checked = checks.length - off.size();
    String summary =
        "✓ "
            + (checked == 1 ? "1 statement checked" : checked + " statements checked")
            + (off.isEmpty()
                ? ""
                : "; %d of the registered reading skipped, since yours is another"
                    .formatted(off.size()));
    return Kernel.display(
        Output.of(
            "<details><summary>"
                + summary
                + "</summary>\n<p>"
                + Html.text(text).replace("\n", "<br>\n")
                + "</p></details>",
            off.isEmpty() ? text : summary + "\n" + text));
  }

  private static String lines(List<Check> checks, Function<Check, String> line) {
    return checks.stream().map(line).collect(Collectors.joining("\n"));
  }

  /**
   * A verdict.
   *
   * @param box the claim's word and those of its propositions
   * @return what the cell shows
   */
  public static Object verdict(VerdictBox box) {
    return Kernel.display(box.output());
  }
}
