package speedbump.notebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import speedbump.analysis.Verdicts;
import speedbump.claim.PropositionResult;
import speedbump.data.Catalog;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.selection.Selection;

/** Names for what cells look up: rows of tables, cited figures, results of propositions. */
public final class Lookup {
  /** What a table of cited figures has. */
  private static final List<String> CITED = List.of("series", "value", "grade", "source_title");

  private static final int CLAIMS = 12;

  private Lookup() {}

  /**
   * The rows of a table with a value in a column.
   *
   * @param table the table
   * @param column name of the column
   * @param oneOf the values wanted, as the column's cells read
   * @return those rows
   * @throws IllegalArgumentException if the table has no such column
   */
  public static Table where(Table table, String column, Object... oneOf) {
    if (!table.containsColumn(column)) {
      throw new IllegalArgumentException(
          "there is no column '%s'; there are %s".formatted(column, table.columnNames()));
    }
    Column<?> cells = table.column(column);
    List<String> wanted = new ArrayList<>();
    for (Object each : oneOf) {
      wanted.add(Objects.toString(each));
    }
    return table.where(
        Selection.with(
            IntStream.range(0, table.rowCount())
                .filter(i -> wanted.contains(cells.getString(i)))
                .toArray()));
  }

  /**
   * The one row of a table with these values.
   *
   * @param table the table
   * @param columnsAndValues a column and its value, and so on
   * @return the row
   * @throws IllegalArgumentException if no row or more than one has the values, or the table has no
   *     such column
   */
  public static Row only(Table table, Object... columnsAndValues) {
    Table found = table;
    for (int i = 0; i + 1 < columnsAndValues.length; i += 2) {
      found = where(found, columnsAndValues[i].toString(), columnsAndValues[i + 1]);
    }
    if (found.rowCount() != 1) {
      throw new IllegalArgumentException(
          "%d rows have %s, expected one".formatted(found.rowCount(), List.of(columnsAndValues)));
    }
    return found.row(0);
  }

  /**
   * The first item of a name.
   *
   * @param <T> kind of the items
   * @param all items
   * @param text the name of an item
   * @param name the name wanted
   * @return the item
   * @throws IllegalArgumentException if none has the name
   */
  public static <T> T named(Collection<T> all, Function<T, String> text, String name) {
    return first(all, text, one -> one.equals(name), "is called '%s'".formatted(name));
  }

  /**
   * The first item whose text starts so.
   *
   * @param <T> kind of the items
   * @param all items
   * @param text the text of an item
   * @param start how it starts
   * @return the item
   * @throws IllegalArgumentException if none starts so
   */
  public static <T> T starting(Collection<T> all, Function<T, String> text, String start) {
    return first(all, text, one -> one.startsWith(start), "starts with '%s'".formatted(start));
  }

  private static <T> T first(
      Collection<T> all, Function<T, String> text, Predicate<String> wanted, String what) {
    return all.stream()
        .filter(one -> wanted.test(text.apply(one)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "nothing %s; there are %s".formatted(what, all.stream().map(text).toList())));
  }

  /**
   * A figure that somebody published.
   *
   * @param series name of its series, in one of the tables of cited and published figures
   * @param columnsAndValues further columns and values, where the series has several rows
   * @return its row, with {@code value}, {@code low}, {@code high}, {@code unit}, {@code grade},
   *     {@code source_title}
   * @throws IllegalArgumentException if no table has the series, several have it, or the values
   *     leave more than one row
   */
  public static Row cited(String series, Object... columnsAndValues) {
    List<String> tables = Catalog.shared().holding(CITED, series);
    if (tables.size() != 1) {
      throw new IllegalArgumentException(
          "the cited figure '%s' stands in %s, expected one table".formatted(series, tables));
    }
    Table table = Catalog.shared().table(tables.get(0));
    return only(where(table, "series", series), columnsAndValues);
  }

  /**
   * The result of a proposition.
   *
   * @param proposition its id, for instance "10b"
   * @return its word and groups
   * @throws IllegalArgumentException if it has not been examined
   */
  public static PropositionResult result(String proposition) {
    return IntStream.rangeClosed(1, CLAIMS)
        .filter(claim -> proposition.matches(claim + "\\D+"))
        .mapToObj(Verdicts::of)
        .flatMap(claim -> claim.propositions().stream())
        .filter(one -> one.proposition().equals(proposition))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(proposition + " has not been examined"));
  }
}
