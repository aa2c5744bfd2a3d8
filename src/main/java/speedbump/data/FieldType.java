package speedbump.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * The type of a column's cells. A cell is read only in the one form named here: codes such as
 * {@code NA} or {@code -}, grouped digits, decimal commas, NaN and infinities are refused.
 */
public enum FieldType {
  /** Any text; the text NA stays the text NA. */
  STRING("a text", "[\\s\\S]+") {
    @Override
    Column<?> column(String name, List<String> cells) {
      StringColumn column = StringColumn.create(name);
      cells.forEach(column::append);
      return column;
    }
  },
  /** A whole number, digits with an optional minus sign; within 64 bits. */
  INTEGER("a whole number", "-?(0|[1-9][0-9]*)") {
    @Override
    void parse(String cell) {
      if (Long.parseLong(cell) == Long.MIN_VALUE) {
        throw new NumberFormatException("the library's mark for a missing value");
      }
    }

    @Override
    Column<?> column(String name, List<String> cells) {
      boolean fits =
          cells.stream()
              .filter(cell -> !cell.isEmpty())
              .mapToLong(Long::parseLong)
              .allMatch(value -> value > Integer.MIN_VALUE && value <= Integer.MAX_VALUE);
      if (fits) {
        IntColumn column = IntColumn.create(name);
        cells.forEach(
            cell -> {
              if (cell.isEmpty()) {
                column.appendMissing();
              } else {
                column.append(Integer.parseInt(cell));
              }
            });
        return column;
      }
      LongColumn column = LongColumn.create(name);
      cells.forEach(
          cell -> {
            if (cell.isEmpty()) {
              column.appendMissing();
            } else {
              column.append(Long.parseLong(cell));
            }
          });
      return column;
    }
  },
  /** A finite number with a decimal point and an optional power of ten: 7, -0.25, 3.3e24. */
  NUMBER("a number", "-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?") {
    @Override
    void parse(String cell) {
      if (!Double.isFinite(Double.parseDouble(cell))) {
        throw new NumberFormatException("beyond the range of a double");
      }
    }

    @Override
    Column<?> column(String name, List<String> cells) {
      DoubleColumn column = DoubleColumn.create(name);
      cells.forEach(
          cell -> {
            if (cell.isEmpty()) {
              column.appendMissing();
            } else {
              column.append(Double.parseDouble(cell));
            }
          });
      return column;
    }
  },
  /** A day of the calendar: 2025-01-20. */
  DATE("a date (year-month-day)", "[0-9]{4}-[0-9]{2}-[0-9]{2}") {
    @Override
    void parse(String cell) {
      LocalDate.parse(cell);
    }

    @Override
    Column<?> column(String name, List<String> cells) {
      DateColumn column = DateColumn.create(name);
      cells.forEach(
          cell -> {
            if (cell.isEmpty()) {
              column.appendMissing();
            } else {
              column.append(LocalDate.parse(cell));
            }
          });
      return column;
    }
  },
  /** Either {@code true} or {@code false}. */
  BOOLEAN("true or false", "true|false") {
    @Override
    Column<?> column(String name, List<String> cells) {
      BooleanColumn column = BooleanColumn.create(name);
      cells.forEach(
          cell -> {
            if (cell.isEmpty()) {
              column.appendMissing();
            } else {
              column.append(Boolean.parseBoolean(cell));
            }
          });
      return column;
    }
  };

  private final String words;
  private final Pattern form;

  FieldType(String words, String form) {
    this.words = words;
    this.form = Pattern.compile(form);
  }

  /** The type's name in the data package: the constant in lower case. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a cell must be, for a message. */
  String words() {
    return words;
  }

  /** Whether a cell that is not empty has the form of this type and a value within its range. */
  boolean accepts(String cell) {
    if (!form.matcher(cell).matches()) {
      return false;
    }
    try {
      parse(cell);
      return true;
    } catch (NumberFormatException | DateTimeException e) {
      return false;
    }
  }

  /** Reads a cell of the right form; throws if its value is out of range. */
  void parse(String cell) {
    // the form says it all for texts and booleans
  }

  /** A column of cells that this type accepts; an empty cell becomes a missing value. */
  abstract Column<?> column(String name, List<String> cells);
}
