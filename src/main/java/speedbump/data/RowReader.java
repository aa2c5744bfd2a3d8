package speedbump.data;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Turns the rows of one table into records of one type, as {@link Catalog#rows} describes. */
final class RowReader<T extends Record> {
  private static final Set<FieldType> WHOLE = Set.of(FieldType.INTEGER);
  private static final Set<FieldType> NUMBERS = Set.of(FieldType.INTEGER, FieldType.NUMBER);
  private static final Set<FieldType> DATES = Set.of(FieldType.DATE);

  /** The component types, by name, since a type with parameters has no literal. */
  private static final Map<String, Form> FORMS =
      Map.of(
          "java.lang.String", new Form(Set.of(FieldType.STRING), value -> value, ""),
          "int", new Form(WHOLE, RowReader::whole, null),
          "long", new Form(WHOLE, value -> ((Number) value).longValue(), null),
          "double", new Form(NUMBERS, RowReader::number, null),
          "boolean", new Form(Set.of(FieldType.BOOLEAN), value -> value, null),
          "java.time.LocalDate", new Form(DATES, value -> value, null),
          "java.time.YearMonth", new Form(DATES, day -> YearMonth.from((LocalDate) day), null),
          "java.util.OptionalInt",
              new Form(WHOLE, value -> OptionalInt.of(whole(value)), OptionalInt.empty()),
          "java.util.OptionalDouble",
              new Form(NUMBERS, value -> OptionalDouble.of(number(value)), OptionalDouble.empty()),
          "java.util.Optional<java.time.LocalDate>",
              new Form(DATES, Optional::of, Optional.empty()));

  private final Resource resource;
  private final Table table;
  private final Class<T> type;

  RowReader(Resource resource, Table table, Class<T> type) {
    this.resource = resource;
    this.table = table;
    this.type = type;
  }

  /** The columns that a component type reads, how, and what an empty cell is; null: an error. */
  private record Form(Set<FieldType> from, Function<Object, Object> value, Object empty) {}

  /** One component and the column that it reads. */
  private record Reading(Field field, Column<?> column, String wanted, Form form) {}

  List<T> read() {
    RecordComponent[] components = type.getRecordComponents();
    List<Reading> readings = Arrays.stream(components).map(this::reading).toList();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<T> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true); // the record may be private to its reader
      List<T> rows = new ArrayList<>(table.rowCount());
      for (int i = 0; i < table.rowCount(); i++) {
        rows.add(row(constructor, readings, i));
      }
      return List.copyOf(rows);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("every record has its canonical constructor", e);
    }
  }

  private T row(Constructor<T> constructor, List<Reading> readings, int row)
      throws ReflectiveOperationException {
    Object[] values = readings.stream().map(reading -> value(reading, row)).toArray();
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new DataException(
          "%s, line %s: %s refuses %s: %s"
              .formatted(
                  resource.path(),
                  line(row),
                  type.getSimpleName(),
                  Arrays.toString(values),
                  e.getCause().getMessage()),
          e.getCause());
    }
  }

  private Object value(Reading reading, int row) {
    Object found = reading.column().isMissing(row) ? null : reading.column().get(row);
    if (found == null && reading.form().empty() != null) {
      return reading.form().empty();
    }
    if (found == null) {
      throw bad(reading, row, "an empty cell", null);
    }
    try {
      return reading.form().value().apply(found);
    } catch (RuntimeException e) {
      throw bad(reading, row, "\"" + found + '"', e);
    }
  }

  private DataException bad(Reading reading, int row, String found, RuntimeException cause) {
    String column = reading.field().name();
    DataException e =
        DataException.cell(resource.path(), line(row), column, reading.wanted(), found);
    e.initCause(cause);
    return e;
  }

  /** The line on which a row begins: a text may hold line breaks. */
  private long line(int row) {
    long breaks =
        table.columns().stream()
            .filter(StringColumn.class::isInstance)
            .flatMap(column -> ((StringColumn) column).asList().subList(0, row).stream())
            .flatMapToInt(String::chars)
            .filter(c -> c == '\n')
            .count();
    return row + 2 + breaks;
  }

  private Reading reading(RecordComponent component) {
    List<Field> fields =
        resource.fields().stream()
            .filter(field -> plain(field.name()).equals(plain(component.getName())))
            .toList();
    if (fields.size() != 1) {
      List<String> columns = resource.fields().stream().map(Field::name).toList();
      throw new DataException(
          "%s, component %s: expected one column of that name in %s, found %s in %s"
              .formatted(
                  type.getSimpleName(),
                  component.getName(),
                  resource.path(),
                  fields.stream().map(Field::name).toList(),
                  columns));
    }
    Field field = fields.get(0);
    String wanted = component.getGenericType().getTypeName();
    Form form =
        component.getType().isEnum()
            ? new Form(Set.of(FieldType.STRING), words(component.getType()), null)
            : FORMS.get(wanted);
    if (form == null || !form.from().contains(field.type())) {
      throw new DataException(
          "%s, component %s: %s cannot hold column %s of %s, which is declared as %s"
              .formatted(
                  type.getSimpleName(),
                  component.getName(),
                  wanted,
                  field.name(),
                  resource.path(),
                  field.type().label()));
    }
    if (component.getType().isEnum()) {
      wanted = "one of " + Arrays.toString(component.getType().getEnumConstants());
    }
    return new Reading(field, table.column(field.name()), wanted, form);
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  private static int whole(Object value) {
    return Math.toIntExact(((Number) value).longValue());
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  /** An enumeration's own {@code of(String)}, else its constants' names in any case. */
  private static Function<Object, Object> words(Class<?> enumeration) {
    Optional<Method> of =
        Arrays.stream(enumeration.getDeclaredMethods())
            .filter(method -> method.getName().equals("of"))
            .filter(method -> method.getReturnType() == enumeration)
            .filter(
                method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}))
            .findFirst();
    if (of.isEmpty()) {
      return word -> named(enumeration, word.toString().toUpperCase(Locale.ROOT));
    }
    of.get().setAccessible(true);
    return word -> {
      try {
        return of.get().invoke(null, word);
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException(e.getCause());
      }
    };
  }

  private static Object named(Class<?> enumeration, String name) {
    return Arrays.stream(enumeration.getEnumConstants())
        .filter(constant -> ((Enum<?>) constant).name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no constant " + name));
  }
}
