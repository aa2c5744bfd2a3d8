package speedbump.notebook;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table on its way to the page: headers and formatted cells, numbers to the right and to the
 * digits that tell them apart.
 */
final class Grid {

  /** A table up to here is shown whole: nobody should miss its last rows. */
  private static final int WHOLE = 25;

  /** Rows shown of a longer one; the further ones are counted. */
  private static final int FIRST_ROWS = 15;

  /** From here on numbers are written with powers of ten. */
  private static final double LARGE = 1e9;

  private static final double SMALL = 1e-4;

  /** Digits of the largest number of a column. */
  private static final int DIGITS = 4;

  private static final String MISSING = "–";

  private final String title;
  private final List<String> headers;
  private final List<List<String>> columns = new ArrayList<>();
  private final List<Boolean> numeric = new ArrayList<>();
  private final int rows;

  private Grid(String title, List<String> headers, List<List<Object>> values, int rows) {
    this.title = title;
    this.headers = List.copyOf(headers);
    this.rows = rows;
    for (int c = 0; c < values.size(); c++) {
      boolean numbers = numbers(values.get(c));
      numeric.add(numbers);
      columns.add(numbers ? formatted(values.get(c), headers.get(c)) : texts(values.get(c)));
    }
  }

  static Grid of(String title, Table table, List<String> headers) {
    if (!headers.isEmpty() && headers.size() != table.columnCount()) {
      throw new IllegalArgumentException(
          headers.size() + " headers for " + table.columnCount() + " columns");
    }
    List<List<Object>> values = new ArrayList<>();
    List<String> names = new ArrayList<>();
    int shown = shown(table.rowCount());
    for (Column<?> column : table.columns()) {
      List<Object> cells = new ArrayList<>();
      for (int i = 0; i < shown; i++) {
        cells.add(column.isMissing(i) ? null : column.get(i));
      }
      values.add(cells);
      names.add(column.name().replace('_', ' '));
    }
    return new Grid(title, headers.isEmpty() ? names : headers, values, table.rowCount());
  }

  static Grid of(String title, List<String> headers, List<? extends List<?>> rows) {
    List<List<Object>> values = new ArrayList<>();
    for (int c = 0; c < headers.size(); c++) {
      values.add(new ArrayList<>());
    }
    for (int i = 0; i < rows.size(); i++) {
      List<?> row = rows.get(i);
      if (row.size() != headers.size()) {
        throw new IllegalArgumentException(
            "row "
                + i
                + " has "
                + row.size()
                + " cells, but there are "
                + headers.size()
                + " headers");
      }
      for (int c = 0; c < headers.size() && i < shown(rows.size()); c++) {
        values.get(c).add(row.get(c));
      }
    }
    return new Grid(title, headers, values, rows.size());
  }

  static Grid ofRecords(String title, List<? extends Record> records) {
    if (records.isEmpty()) {
      return new Grid(title, List.of(), List.of(), 0);
    }
    List<String> headers = new ArrayList<>();
    RecordComponent[] components = records.get(0).getClass().getRecordComponents();
    for (RecordComponent component : components) {
      headers.add(spaced(component.getName()));
    }
    List<List<Object>> rows = new ArrayList<>();
    for (Record one : records) {
      List<Object> row = new ArrayList<>();
      for (RecordComponent component : components) {
        try {
          var accessor = component.getAccessor();
          accessor.setAccessible(true); // records nested in a test or a class need not be public
          row.add(accessor.invoke(one));
        } catch (IllegalAccessException | InvocationTargetException e) {
          throw new IllegalStateException("cannot read " + component, e);
        }
      }
      rows.add(row);
    }
    return of(title, headers, rows);
  }

  /** lagMonths as "lag months". */
  private static String spaced(String name) {
    StringBuilder text = new StringBuilder();
    for (char c : name.toCharArray()) {
      text.append(Character.isUpperCase(c) ? " " + Character.toLowerCase(c) : "" + c);
    }
    return text.toString();
  }

  private static boolean numbers(List<Object> cells) {
    boolean any = false;
    for (Object cell : cells) {
      if (cell instanceof Number) {
        any = true;
      } else if (cell != null) {
        return false;
      }
    }
    return any;
  }

  private static List<String> texts(List<Object> cells) {
    List<String> texts = new ArrayList<>();
    for (Object cell : cells) {
      if (cell instanceof Boolean) {
        texts.add((Boolean) cell ? "yes" : "no");
      } else {
        texts.add(cell == null || cell.toString().isEmpty() ? MISSING : cell.toString());
      }
    }
    return texts;
  }

  private static List<String> formatted(List<Object> cells, String header) {
    double largest = 0;
    double smallest = Double.POSITIVE_INFINITY;
    int given = 0;
    for (Object cell : cells) {
      double value = cell == null ? Double.NaN : ((Number) cell).doubleValue();
      if (Double.isFinite(value) && value != 0) {
        largest = Math.max(largest, Math.abs(value));
        smallest = Math.min(smallest, Math.abs(value));
        given = Math.max(given, BigDecimal.valueOf(value).stripTrailingZeros().scale());
      }
    }
    boolean powers = largest >= LARGE || largest > 0 && largest < SMALL;
    int magnitude = largest > 0 ? (int) Math.floor(Math.log10(largest)) : 0;
    int decimals = Math.max(0, Math.min(Math.max(given, 0), DIGITS - 1 - magnitude));
    boolean year = header.toLowerCase(Locale.ROOT).matches(".*\\byear\\b.*");
    List<String> texts = new ArrayList<>();
    for (Object cell : cells) {
      double value = cell == null ? Double.NaN : ((Number) cell).doubleValue();
      if (Double.isNaN(value)) {
        texts.add(MISSING);
      } else if (Double.isInfinite(value)) {
        texts.add(value > 0 ? "∞" : "−∞");
      } else if (powers && value != 0) {
        texts.add(power(value));
      } else {
        String format = year && decimals == 0 ? "%.0f" : "%,." + decimals + "f";
        texts.add(minus(String.format(Locale.ROOT, format, value)));
      }
    }
    return texts;
  }

  private static String power(double value) {
    String[] parts = String.format(Locale.ROOT, "%.2e", value).split("e");
    StringBuilder exponent = new StringBuilder();
    for (char c : Integer.toString(Integer.parseInt(parts[1])).toCharArray()) {
      exponent.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
    }
    return minus(parts[0]) + " × 10" + exponent;
  }

  private static String minus(String number) {
    if (number.startsWith("-")) {
      boolean zero = number.chars().noneMatch(c -> c >= '1' && c <= '9');
      return zero ? number.substring(1) : "−" + number.substring(1);
    }
    return number;
  }

  Output output() {
    return Output.of(html(), text());
  }

  private static int shown(int rows) {
    return rows <= WHOLE ? rows : FIRST_ROWS;
  }

  private String count() {
    int shown = shown(rows);
    return shown < rows ? shown + " of " + rows + " rows" : "";
  }

  private String html() {
    StringBuilder html = new StringBuilder();
    if (!title.isEmpty()) {
      html.append("<p><b>").append(Html.text(title)).append("</b></p>\n");
    }
    html.append("<table>\n<thead><tr>");
    for (int c = 0; c < headers.size(); c++) {
      html.append(cell("th", numeric.get(c), headers.get(c)));
    }
    html.append("</tr></thead>\n<tbody>\n");
    for (int i = 0; i < shown(rows); i++) {
      html.append("<tr>");
      for (int c = 0; c < columns.size(); c++) {
        html.append(cell("td", numeric.get(c), columns.get(c).get(i)));
      }
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>");
    if (!count().isEmpty()) {
      html.append("\n<p><sub>").append(count()).append("</sub></p>");
    }
    return html.toString();
  }

  /** The attribute for sites that strip styles, the style for those whose own style sheet wins. */
  private static String cell(String tag, boolean number, String text) {
    String side = number ? "right" : "left";
    return "<"
        + tag
        + " align=\""
        + side
        + "\" style=\"text-align: "
        + side
        + "\">"
        + Html.text(text)
        + "</"
        + tag
        + ">";
  }

  private String text() {
    List<StringBuilder> lines = new ArrayList<>();
    for (int i = 0; i < shown(rows) + 2; i++) {
      lines.add(new StringBuilder());
    }
    for (int c = 0; c < columns.size(); c++) {
      List<String> cells = new ArrayList<>(List.of(headers.get(c)));
      cells.add("");
      cells.addAll(columns.get(c));
      int width = Collections.max(cells.stream().map(Grid::length).toList());
      cells.set(1, "-".repeat(width));
      for (int i = 0; i < cells.size(); i++) {
        String pad = " ".repeat(width - length(cells.get(i)));
        lines
            .get(i)
            .append(c > 0 ? "  " : "")
            .append(numeric.get(c) ? pad + cells.get(i) : cells.get(i) + pad);
      }
    }
    StringBuilder text = new StringBuilder(title.isEmpty() ? "" : title + "\n");
    for (StringBuilder line : lines) {
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.append(count()).toString().stripTrailing();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
