package speedbump.analysis.shared;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import speedbump.data.Catalog;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A series that a control may have bent, as registered in {@code claims/series} before the
 * analysis: where its points stand, its own control date, and what it may be used for.
 *
 * @param id id of the series
 * @param outcome what is measured
 * @param unit unit of the values
 * @param restricted what the control restricts that the series needs
 * @param controlDate day of the control
 * @param controlLabel label of the control in {@code controls/control_events}
 * @param stockpiling what is known of purchases before control
 * @param leakage what is known of supplies after control
 * @param use what the series may be used for
 * @param reason why, in the words of proposition 2a
 * @param points its points by date
 */
public record ControlledSeries(
    String id,
    String outcome,
    String unit,
    String restricted,
    LocalDate controlDate,
    String controlLabel,
    String stockpiling,
    String leakage,
    Use use,
    String reason,
    List<Point> points) {
  private static final String REGISTERED = "claims/series";
  private static final Set<String> CHINESE = Set.of("CHN", "china");

  /** China, Hong Kong, which the controls cover, and the world, which holds China. */
  private static final Set<String> NOT_ELSEWHERE = Set.of("CHN", "china", "HKG", "WLD");

  /** Keeps its own copy of the points. */
  public ControlledSeries {
    points = List.copyOf(points);
  }

  /** What a series may be used for. */
  public enum Use {
    /** Eligible for 2a, and with it for 2b. */
    ELIGIBLE("2a"),
    /** A proxy of 2b. */
    PROXY("2b proxy"),
    /** Shown, not fitted. */
    SHOWN("shown");

    private final String text;

    Use(String text) {
      this.text = text;
    }

    private static Use of(String text) {
      return Arrays.stream(values())
          .filter(use -> use.text.equals(text))
          .findFirst()
          .orElseThrow(
              () -> new IllegalArgumentException("no use of a series is called '" + text + "'"));
    }
  }

  /**
   * One point, which may be a flow over a period or a day known only within bounds.
   *
   * @param first first day of its period
   * @param last last day of its period, the first for a single day
   * @param value the value, in the unit of the series
   */
  public record Point(LocalDate first, LocalDate last, double value) {
    /**
     * Checks the order of the days.
     *
     * @throws IllegalArgumentException if the period ends before it begins
     */
    public Point {
      if (last.isBefore(first)) {
        throw new IllegalArgumentException("the period " + first + " to " + last + " is reversed");
      }
    }

    /**
     * The middle day of the period, the earlier one of two.
     *
     * @return the day at which the point is fitted
     */
    public LocalDate middle() {
      return first.plusDays(ChronoUnit.DAYS.between(first, last) / 2);
    }
  }

  /**
   * Reads the registered series with their points.
   *
   * @param catalog the collection's tables
   * @return the series in the order of the table
   * @throws speedbump.data.DataException if a table is missing or not as declared, or a selection
   *     or use is not known
   * @throws IllegalArgumentException if a period is reversed
   */
  public static List<ControlledSeries> all(Catalog catalog) {
    return catalog.rows(REGISTERED, SeriesRow.class).stream()
        .map(row -> row.series(row.series(), row.points(catalog.table(row.table()), row.filter())))
        .toList();
  }

  /**
   * The same series of every other economy of its table, Hong Kong left out since the controls
   * cover it: none was restricted, so that none should bend at China's control date.
   *
   * @param catalog the collection's tables
   * @return one series a place, in alphabetical order, its id that of the place; a series with a
   *     value that has no logarithm is left out
   */
  public List<ControlledSeries> elsewhere(Catalog catalog) {
    SeriesRow row = registered(catalog);
    String here =
        Arrays.stream(row.filter().split(";"))
            .filter(condition -> CHINESE.contains(condition.split("=")[1]))
            .findFirst()
            .orElseThrow();
    String place = here.split("=")[0];
    return row.texts(catalog, place).stream()
        .filter(other -> !other.isEmpty() && !NOT_ELSEWHERE.contains(other))
        .map(
            other ->
                row.series(
                    other,
                    row.points(
                        catalog.table(row.table()),
                        row.filter().replace(here, place + "=" + other))))
        .filter(series -> series.points().stream().allMatch(point -> point.value() > 0))
        .toList();
  }

  /**
   * The same series read from other rows.
   *
   * @param catalog the collection's tables
   * @param table the table that the rows stand in, with the columns of the registered one
   * @param filter conditions joined by semicolons, all of which a row must meet: {@code column=a|b}
   *     where the value is a or b, {@code column~a|b} where a or b is among values that are joined
   *     by semicolons
   * @return the series
   * @throws speedbump.data.DataException if the table is missing or has not the columns
   */
  public ControlledSeries read(Catalog catalog, String table, String filter) {
    SeriesRow row = registered(catalog);
    return row.series(id, row.points(catalog.table(table), filter));
  }

  /**
   * The series without its first points.
   *
   * @param number how many are left out
   * @return the later points
   */
  public ControlledSeries withoutFirst(int number) {
    return withPoints(controlDate, points.subList(number, points.size()));
  }

  private SeriesRow registered(Catalog catalog) {
    return catalog.rows(REGISTERED, SeriesRow.class).stream()
        .filter(one -> one.series().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /**
   * The points whose middle day lies before the control.
   *
   * @return their number
   */
  public int pointsBefore() {
    return (int) points.stream().filter(p -> p.middle().isBefore(controlDate)).count();
  }

  /**
   * The points whose middle day lies on or after the control.
   *
   * @return their number
   */
  public int pointsAfter() {
    return points.size() - pointsBefore();
  }

  /**
   * The points before control alone, with another day taken for the control: a placebo.
   *
   * @param day the day
   * @return the series before its own control
   */
  public ControlledSeries placebo(LocalDate day) {
    return withPoints(
        day, points.stream().filter(point -> point.middle().isBefore(controlDate)).toList());
  }

  /**
   * The series with one point less.
   *
   * @param point number of the point, from 0
   * @return the others
   * @throws IndexOutOfBoundsException if it has no such point
   */
  public ControlledSeries without(int point) {
    List<Point> others = new ArrayList<>(points);
    others.remove(point);
    return withPoints(controlDate, others);
  }

  private ControlledSeries withPoints(LocalDate control, List<Point> others) {
    return new ControlledSeries(
        id,
        outcome,
        unit,
        restricted,
        control,
        controlLabel,
        stockpiling,
        leakage,
        use,
        reason,
        others);
  }

  /**
   * The last day that the series knows.
   *
   * @return the end of its last period
   */
  public LocalDate lastDay() {
    return points.get(points.size() - 1).last();
  }

  /**
   * The newest month of the series.
   *
   * @return the month of {@link #lastDay()}
   */
  public YearMonth newest() {
    return YearMonth.from(lastDay());
  }

  /**
   * The values, in the order of the points.
   *
   * @return one a point, in the unit of the series
   */
  public double[] values() {
    return points.stream().mapToDouble(Point::value).toArray();
  }

  /** Which points of a table count. */
  private enum Selection {
    ALL("all", Integer.MAX_VALUE),
    RECORD("record so far", 1),
    TEN_LARGEST("ten largest so far", 10);

    private final String text;
    private final int places;

    Selection(String text, int places) {
      this.text = text;
      this.places = places;
    }

    private static Selection of(String text) {
      return Arrays.stream(values())
          .filter(selection -> selection.text.equals(text))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no selection is called '" + text + "'"));
    }

    /** The points that fewer than so many others of their day or earlier equal or surpass. */
    List<Point> from(List<Point> points) {
      return points.stream()
          .filter(
              point ->
                  points.stream()
                          .filter(
                              other ->
                                  other != point
                                      && !other.first().isAfter(point.first())
                                      && other.value() >= point.value())
                          .count()
                      < places)
          .toList();
    }
  }

  /**
   * A registered series. Its points stand in the rows of a table that meet the filter: table,
   * filter and columns are data here, so that no record can be declared for them, and the table is
   * asked itself.
   */
  private record SeriesRow(
      String series,
      String outcome,
      String unit,
      String table,
      String filter,
      String firstDay,
      String lastDay,
      String value,
      Selection selection,
      String restricted,
      LocalDate controlDate,
      String controlLabel,
      String stockpiling,
      String leakage,
      Use use,
      String reason) {

    ControlledSeries series(String id, List<Point> points) {
      return new ControlledSeries(
          id,
          outcome,
          unit,
          restricted,
          controlDate,
          controlLabel,
          stockpiling,
          leakage,
          use,
          reason,
          points);
    }

    SortedSet<String> texts(Catalog catalog, String column) {
      return new TreeSet<>(catalog.table(table).stringColumn(column).asList());
    }

    List<Point> points(Table all, String filter) {
      Table rows = all;
      for (String condition : filter.isEmpty() ? new String[0] : filter.split(";")) {
        String[] sides = condition.split("[=~]", 2);
        List<String> wanted = List.of(sides[1].split("\\|"));
        StringColumn column = rows.column(sides[0]).asStringColumn();
        rows =
            condition.charAt(sides[0].length()) == '='
                ? rows.where(column.isIn(wanted))
                : rows.where(
                    column.eval(cell -> Arrays.stream(cell.split(";")).anyMatch(wanted::contains)));
      }
      NumericColumn<?> values = rows.numberColumn(value);
      Column<?> first = rows.column(firstDay);
      Column<?> last = rows.column(lastDay);
      List<Point> points =
          IntStream.range(0, rows.rowCount())
              .filter(i -> !values.isMissing(i))
              .mapToObj(i -> new Point(start(first, i), end(last, i), values.getDouble(i)))
              .sorted(Comparator.comparing(Point::middle).thenComparing(Point::value))
              .toList();
      return selection.from(points);
    }

    private static LocalDate start(Column<?> column, int i) {
      return column instanceof DateColumn days ? days.get(i) : year(column, i).atDay(1);
    }

    /** A year or month is meant to its last day. */
    private static LocalDate end(Column<?> column, int i) {
      if (column instanceof DateColumn days) {
        return column.name().endsWith("_month")
            ? YearMonth.from(days.get(i)).atEndOfMonth()
            : days.get(i);
      }
      return year(column, i).atMonth(12).atEndOfMonth();
    }

    private static Year year(Column<?> column, int i) {
      return Year.of((int) ((NumericColumn<?>) column).getDouble(i));
    }
  }
}
