package speedbump.analysis;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import speedbump.data.Catalog;
import speedbump.model.ShockDesign;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.selection.Selection;

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
  private static final String ALL = "all";
  private static final String RECORD = "record so far";
  private static final String TEN_LARGEST = "ten largest so far";
  private static final Set<String> CHINESE = Set.of("CHN", "china");

  /** China, Hong Kong, which the controls cover, and the world, which holds China. */
  private static final Set<String> NOT_ELSEWHERE = Set.of("CHN", "china", "HKG", "WLD");

  /**
   * Keeps its own copy of the points.
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
     * @param first first day of its period
     * @param last last day of its period, the first for a single day
     * @param value the value, in the unit of the series
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

    /**
     * Whether the period begins before a day and ends on or after it.
     *
     * @param day the day
     * @return true if the day parts the period
     */
    public boolean across(LocalDate day) {
      return first.isBefore(day) && !last.isBefore(day);
    }
  }

  /**
   * Reads the registered series with their points.
   *
   * @param catalog the collection's tables
   * @return the series in the order of the table
   * @throws speedbump.data.DataException if a table is missing or not as declared
   * @throws IllegalArgumentException if a selection or use is not known, or a period is reversed
   */
  public static List<ControlledSeries> all(Catalog catalog) {
    List<ControlledSeries> all = new ArrayList<>();
    for (Row row : catalog.table("claims/series")) {
      all.add(of(row, row.getString("series"), points(catalog, row, row.getString("filter"))));
    }
    return List.copyOf(all);
  }

  private static ControlledSeries of(Row row, String id, List<Point> points) {
    return new ControlledSeries(
        id,
        row.getString("outcome"),
        row.getString("unit"),
        row.getString("restricted"),
        row.getDate("control_date"),
        row.getString("control_label"),
        row.getString("stockpiling"),
        row.getString("leakage"),
        Use.of(row.getString("use")),
        row.getString("reason"),
        points);
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
    Table registered = catalog.table("claims/series");
    Row row = registered.row(registered.stringColumn("series").indexOf(id));
    String here =
        Arrays.stream(row.getString("filter").split(";"))
            .filter(condition -> CHINESE.contains(condition.split("=")[1]))
            .findFirst()
            .orElseThrow();
    String place = here.split("=")[0];
    List<ControlledSeries> elsewhere = new ArrayList<>();
    for (String other :
        new TreeSet<>(catalog.table(row.getString("table")).stringColumn(place).asList())) {
      if (!other.isEmpty() && !NOT_ELSEWHERE.contains(other)) {
        List<Point> points =
            points(catalog, row, row.getString("filter").replace(here, place + "=" + other));
        if (points.stream().allMatch(point -> point.value() > 0)) {
          elsewhere.add(of(row, other, points));
        }
      }
    }
    return elsewhere;
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
   * The points whose period the control parts.
   *
   * @return their number
   */
  public int pointsAcross() {
    return (int) points.stream().filter(p -> p.across(controlDate)).count();
  }

  /**
   * The series without its points near control, by the middle of their period.
   *
   * @param yearsBefore years before control that are left out, 0 for none
   * @param yearsAfter years from control on that are left out, 0 for none
   * @return a series with fewer points
   */
  public ControlledSeries leavingOut(int yearsBefore, int yearsAfter) {
    LocalDate from = controlDate.minusYears(yearsBefore);
    LocalDate to = controlDate.plusYears(yearsAfter);
    return with(
        points.stream()
            .filter(point -> point.middle().isBefore(from) || !point.middle().isBefore(to))
            .toList(),
        controlDate);
  }

  /**
   * The points before control alone, with another day taken for the control: a placebo.
   *
   * @param day the day
   * @return the series before its own control
   */
  public ControlledSeries placebo(LocalDate day) {
    return with(
        points.stream().filter(point -> point.middle().isBefore(controlDate)).toList(), day);
  }

  private ControlledSeries with(List<Point> points, LocalDate controlDate) {
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

  /**
   * The values, in the order of the points.
   *
   * @return one a point, in the unit of the series
   */
  public double[] values() {
    return points.stream().mapToDouble(Point::value).toArray();
  }

  /**
   * The dates of the series, each at the middle of its period, ready for the shapes of a delay.
   *
   * @param flatGrowth share of the old growth at or below which a path counts as flat
   * @return the design
   * @throws IllegalArgumentException if all points have one date or the share is not between 0 and
   *     1
   */
  public ShockDesign design(double flatGrowth) {
    return ShockDesign.of(points.stream().map(Point::middle).toList(), controlDate, flatGrowth);
  }

  private static List<Point> points(Catalog catalog, Row series, String filter) {
    Table table = catalog.table(series.getString("table"));
    for (String condition : filter.split(";")) {
      if (!condition.isEmpty()) {
        String[] sides = condition.split("=", 2);
        List<String> wanted = List.of(sides[1].split("\\|"));
        Column<?> column = table.column(sides[0]);
        table =
            table.where(
                Selection.with(
                    IntStream.range(0, table.rowCount())
                        .filter(i -> wanted.contains(column.getString(i)))
                        .toArray()));
      }
    }
    String firstDay = series.getString("first_day");
    String lastDay = series.getString("last_day");
    NumericColumn<?> values = table.numberColumn(series.getString("value"));
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < table.rowCount(); i++) {
      if (!values.isMissing(i)) {
        points.add(
            new Point(
                day(table.column(firstDay), i, false),
                day(table.column(lastDay), i, true),
                values.getDouble(i)));
      }
    }
    points.sort(Comparator.comparing(Point::middle).thenComparing(Point::value));
    String selection = series.getString("selection");
    return switch (selection) {
      case ALL -> points;
      case RECORD -> largest(points, 1);
      case TEN_LARGEST -> largest(points, 10);
      default -> throw new IllegalArgumentException("no selection is called '" + selection + "'");
    };
  }

  /** A year or month is meant from its first to its last day. */
  private static LocalDate day(Column<?> column, int i, boolean end) {
    if (column instanceof DateColumn) {
      LocalDate day = ((DateColumn) column).get(i);
      return end && column.name().endsWith("_month") ? YearMonth.from(day).atEndOfMonth() : day;
    }
    Year year = Year.of((int) ((NumericColumn<?>) column).getDouble(i));
    return end ? year.atMonth(12).atEndOfMonth() : year.atDay(1);
  }

  /** The points that fewer than so many others of their day or earlier equal or surpass. */
  private static List<Point> largest(List<Point> points, int places) {
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
