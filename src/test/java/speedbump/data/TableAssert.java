package speedbump.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.selection.Selection;

/**
 * Statements about some rows of a table. Rows are chosen by conditions such as {@code
 * country=CHN;year>=2018}: each compares a column with a text or number by {@code = != < >=}, or
 * with a regular expression by {@code ~}; nothing behind the sign stands for an empty cell.
 */
final class TableAssert implements Iterable<Row> {
  private static final Pattern CONDITION = Pattern.compile("(\\w+)(!=|>=|=|<|~)(.*)");
  private static final Pattern MEASURE = Pattern.compile("(\\w+)\\((\\w*)\\)");
  private static final Pattern NUMBER = Pattern.compile("(-?[0-9.eE]+)(?: ±([0-9.e-]+)(%?))?");

  private final String what;
  private final Table rows;

  private TableAssert(String what, Table rows) {
    this.what = what;
    this.rows = rows;
  }

  static TableAssert that(String name) {
    return new TableAssert(name, Catalog.shared().read(name));
  }

  static TableAssert that(String name, String conditions) {
    return that(name).where(conditions);
  }

  TableAssert where(String conditions) {
    Table chosen = rows;
    for (String condition : conditions.isEmpty() ? new String[0] : conditions.split(";")) {
      Matcher parts = CONDITION.matcher(condition);
      assertTrue(parts.matches(), () -> condition + " is no condition");
      chosen = chosen.where(chosen(chosen.column(parts.group(1)), parts.group(2), parts.group(3)));
    }
    return new TableAssert(what + " " + conditions, chosen);
  }

  private static Selection chosen(Column<?> column, String sign, String value) {
    boolean numbers = column instanceof NumericColumn && !value.isEmpty();
    return Selection.with(
        IntStream.range(0, column.size())
            .filter(
                row -> {
                  String cell = column.isMissing(row) ? "" : column.get(row).toString();
                  return holds(cell, sign, value, numbers && !cell.isEmpty());
                })
            .toArray());
  }

  private static boolean holds(String cell, String sign, String value, boolean numbers) {
    if (sign.equals("~")) {
      return cell.matches(value);
    }
    int order =
        numbers
            ? Double.compare(Double.parseDouble(cell), Double.parseDouble(value))
            : cell.compareTo(value);
    return switch (sign) {
      case "=" -> order == 0;
      case "!=" -> order != 0;
      case "<" -> order < 0 && !cell.isEmpty();
      default -> order >= 0;
    };
  }

  /** One cursor over the rows: each is read before the next is asked for. */
  @Override
  public Iterator<Row> iterator() {
    return rows.iterator();
  }

  /** The rows to keep. */
  List<Row> rows() {
    return IntStream.range(0, rows.rowCount()).mapToObj(rows::row).toList();
  }

  Set<String> texts(String column) {
    return new TreeSet<>(rows.stringColumn(column).removeMissing().asList());
  }

  /** A number as {@link #shows} names it. */
  double number(String measure) {
    return measured(measure) instanceof Number number
        ? number.doubleValue()
        : fail(what + ": " + measure + " is no number");
  }

  /** The sums of a column over the rows of one key; empty cells are left out. */
  Map<String, Double> sums(String column, String... by) {
    Map<String, Double> sums = new TreeMap<>();
    for (Row row : rows) {
      if (!row.isMissing(column)) {
        double value = ((Number) row.getObject(column)).doubleValue();
        sums.merge(key(row, by), value, Double::sum);
      }
    }
    return sums;
  }

  static String key(Row row, String... columns) {
    return Arrays.stream(columns)
        .map(column -> row.isMissing(column) ? "" : row.getObject(column).toString())
        .collect(Collectors.joining(" "));
  }

  /**
   * Holds one figure against its value.
   *
   * @param measure a column, of which there must be one row; or {@code rows()}, {@code
   *     sum(column)}, {@code min}, {@code max}, {@code empty} (empty cells), {@code distinct}
   *     (different values), {@code values} (those values in order, between bars)
   * @param value the text, nothing for an empty cell, or a number with its tolerance: {@code 0.31
   *     ±0.005}, {@code 58990 ±15%}
   */
  TableAssert shows(String measure, String value) {
    Object found = measured(measure);
    Matcher number = NUMBER.matcher(value);
    boolean holds = found.toString().equals(value);
    if (found instanceof Number && number.matches()) {
      double expected = Double.parseDouble(number.group(1));
      double within = number.group(2) == null ? 0 : Double.parseDouble(number.group(2));
      boolean percent = "%".equals(number.group(3));
      double gap = Math.abs(((Number) found).doubleValue() - expected);
      holds = gap <= (percent ? Math.abs(expected) * within / 100 : within);
    }
    assertTrue(holds, "%s: %s: expected %s, found %s".formatted(what, measure, value, found));
    return this;
  }

  private Object measured(String measure) {
    Matcher function = MEASURE.matcher(measure);
    if (!function.matches()) {
      assertEquals(1, rows.rowCount(), () -> what + ": rows");
      Column<?> column = rows.column(measure);
      return column.isMissing(0) ? "" : column.get(0);
    }
    if (measure.equals("rows()")) {
      return rows.rowCount();
    }
    assertTrue(rows.rowCount() > 0, () -> what + " has no rows");
    Column<?> column = rows.column(function.group(2));
    List<?> values = column.removeMissing().asList();
    return switch (function.group(1)) {
      case "sum" -> values.stream().mapToDouble(value -> ((Number) value).doubleValue()).sum();
      case "min" -> new TreeSet<>(values).first();
      case "max" -> new TreeSet<>(values).last();
      case "empty" -> column.countMissing();
      case "distinct" -> Set.copyOf(values).size();
      case "values" ->
          new TreeSet<>(values).stream().map(Object::toString).collect(Collectors.joining(" | "));
      default -> fail(measure + " is no measure");
    };
  }

  /** Every row fulfils a law; there is at least one row. */
  TableAssert each(String law, Predicate<Row> holds) {
    assertTrue(rows.rowCount() > 0, () -> what + " has no rows");
    String[] columns = rows.columnNames().toArray(String[]::new);
    for (Row row : rows) {
      assertTrue(holds.test(row), () -> "%s: not %s: %s".formatted(what, law, key(row, columns)));
    }
    return this;
  }

  /** In every row the columns stand in ascending order, where they are not empty. */
  TableAssert ascending(String... columns) {
    return each(
        String.join(" <= ", columns),
        row -> {
          double[] values =
              Arrays.stream(columns)
                  .filter(column -> !row.isMissing(column))
                  .mapToDouble(column -> ((Number) row.getObject(column)).doubleValue())
                  .toArray();
          return IntStream.range(1, values.length).allMatch(i -> values[i - 1] <= values[i]);
        });
  }

  /**
   * For every key of the totals, these rows add up to the total.
   *
   * @param within the largest gap that may lie between them, by the total
   */
  TableAssert addUpTo(TableAssert totals, String column, DoubleUnaryOperator within, String... by) {
    Map<String, Double> parts = sums(column, by);
    Map<String, Double> wholes = totals.sums(column, by);
    assertEquals(wholes.keySet(), parts.keySet(), what);
    wholes.forEach(
        (key, whole) ->
            assertEquals(
                whole,
                parts.get(key),
                within.applyAsDouble(whole),
                () -> "%s: %s of %s".formatted(what, column, key)));
    return this;
  }
}
