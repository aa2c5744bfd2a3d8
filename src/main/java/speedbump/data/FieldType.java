package speedbump.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
  STRING("a text") {
    @Override
    boolean hasForm(String cell) {
      return !cell.isEmpty();
    }

    @Override
    Column<?> column(String name, List<String> cells) {
      StringColumn column = StringColumn.create(name);
      cells.forEach(column::append);
      return column;
    }
  },
  /** A whole number, digits with an optional minus sign; within 64 bits. */
  INTEGER("a whole number") {
    @Override
    boolean hasForm(String cell) {
      return afterWholeNumber(cell) == cell.length();
    }

    @Override
    void parse(String cell) {
      if (cell.length() >= LONGEST_SAFE_INTEGER && Long.parseLong(cell) == Long.MIN_VALUE) {
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
  NUMBER("a number") {
    @Override
    boolean hasForm(String cell) {
      int at = afterWholeNumber(cell);
      if (at > 0 && at < cell.length() && cell.charAt(at) == '.') {
        at = afterDigits(cell, at + 1);
      }
      if (at > 0 && at < cell.length() && (cell.charAt(at) == 'e' || cell.charAt(at) == 'E')) {
        boolean signed =
            at + 1 < cell.length() && (cell.charAt(at + 1) == '+' || cell.charAt(at + 1) == '-');
        at = afterDigits(cell, signed ? at + 2 : at + 1);
      }
      return at == cell.length();
    }

    @Override
    void parse(String cell) {
      boolean plain = cell.indexOf('e') < 0 && cell.indexOf('E') < 0;
      if (plain && cell.length() <= LONGEST_SAFE_NUMBER) {
        return;
      }
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
  DATE("a date (year-month-day)") {
    @Override
    boolean hasForm(String cell) {
      return cell.length() == 10
          && afterDigits(cell, 0) == 4
          && cell.charAt(4) == '-'
          && afterDigits(cell, 5) == 7
          && cell.charAt(7) == '-'
          && afterDigits(cell, 8) == 10;
    }

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
  BOOLEAN("true or false") {
    @Override
    boolean hasForm(String cell) {
      return cell.equals("true") || cell.equals("false");
    }

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

  /** Whole numbers of fewer characters are within 64 bits. */
  private static final int LONGEST_SAFE_INTEGER = 18;

  /** Decimals of no more characters and without a power of ten are within a double. */
  private static final int LONGEST_SAFE_NUMBER = 300;

  private final String words;

  FieldType(String words) {
    this.words = words;
  }

  /**
   * Whether a cell is written as this type demands. Read character by character: regular
   * expressions took half of the time of opening a table.
   */
  abstract boolean hasForm(String cell);

  /** The place after a minus sign and digits without a leading zero; -1 where there are none. */
  private static int afterWholeNumber(String cell) {
    int start = cell.startsWith("-") ? 1 : 0;
    int end = afterDigits(cell, start);
    return end > start + 1 && cell.charAt(start) == '0' ? -1 : end;
  }

  /** The place after a run of digits that begins at a place; -1 where there is none. */
  private static int afterDigits(String cell, int start) {
    int at = start;
    while (at < cell.length() && cell.charAt(at) >= '0' && cell.charAt(at) <= '9') {
      at++;
    }
    return at > start ? at : -1;
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
    if (!hasForm(cell)) {
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
