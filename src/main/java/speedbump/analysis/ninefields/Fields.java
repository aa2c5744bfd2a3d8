package speedbump.analysis.ninefields;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import speedbump.analysis.ninefields.Reading.Coder;
import speedbump.analysis.ninefields.Reading.Dose;
import speedbump.analysis.ninefields.Reading.Items;
import speedbump.analysis.ninefields.Reading.Measure;
import speedbump.claim.Proposition;
import speedbump.data.Catalog;
import speedbump.stats.LeastSquares;

/**
 * The fields of claim 5 and the placebo fields, as {@code claims/fields} names them: China's share
 * of the world by year and how strongly US rules bore on each.
 */
public final class Fields {
  private final List<Field> fields;
  private final Map<String, List<Series>> series;
  private final Map<Key, Step> steps;
  private final Windows windows;

  private record Key(String field, String coder, int year) {}

  /**
   * A row of the coded doses.
   *
   * @param field id of the field
   * @param coder coder A or B
   * @param year the step is that in force on 1 January of it
   * @param step the step
   * @param newStep the step without items that stood on the list before 2018
   */
  public record Step(String field, String coder, int year, int step, int newStep) {}

  /**
   * A registered field with one of its measures.
   *
   * @param field id of the field
   * @param name what a reader is shown
   * @param kind nine or placebo
   * @param seq 1 for the measure first named
   * @param measure what is counted
   * @param firstYear first year that is used
   * @param lastYear last year that is used
   * @param stands whether a yearly world share is held
   * @param reason why this measure, or why none
   */
  public record Field(
      String field,
      String name,
      String kind,
      int seq,
      String measure,
      OptionalInt firstYear,
      OptionalInt lastYear,
      boolean stands,
      String reason) {
    /**
     * Whether it is one of the nine that the claim names.
     *
     * @return false for a placebo field
     */
    public boolean ofTheNine() {
      return kind.equals("nine");
    }
  }

  /**
   * A point of the table of shares.
   *
   * @param field id of the field
   * @param measure what is counted
   * @param year calendar year
   * @param china China's quantity
   * @param world the world's, in the same unit
   */
  public record Point(String field, String measure, int year, double china, double world) {
    /**
     * China's share of the world.
     *
     * @return a fraction of one
     */
    public double share() {
      return china / world;
    }
  }

  /**
   * A field's series of one measure.
   *
   * @param field the field
   * @param shares China's share of the world by year, a fraction of one
   */
  public record Series(Field field, Map<Integer, Double> shares) {
    /** Keeps its own copy, in the order of years. */
    public Series {
      shares = new TreeMap<>(shares);
    }
  }

  /**
   * The registered windows.
   *
   * @param hinge the year that is left out between them
   * @param greatest the most years of a window
   * @param least the least points of a window
   */
  public record Windows(int hinge, int greatest, int least) {}

  /**
   * How a field's growth changed.
   *
   * @param field the field and its measure
   * @param years years of each window
   * @param before growth of the log share in the years before, log points a year
   * @param after the same after
   * @param startLogShare natural log of the share in the first year of the window before
   * @param dose how strongly US rules bore on it after, in steps
   */
  public record Change(
      Field field, int years, double before, double after, double startLogShare, double dose) {
    /**
     * The change in growth.
     *
     * @return after less before, log points a year
     */
    public double growth() {
      return after - before;
    }

    /**
     * The last year of the window after.
     *
     * @param hinge the year between the windows
     * @return the year
     */
    public int lastYear(int hinge) {
      return hinge + years;
    }
  }

  private Fields(
      List<Field> fields, Map<String, List<Series>> series, Map<Key, Step> steps, Windows windows) {
    this.fields = fields;
    this.series = series;
    this.steps = steps;
    this.windows = windows;
  }

  /**
   * Loads the fields.
   *
   * @param catalog the collection's tables
   * @param proposition 5a, which registers the windows
   * @return the fields
   */
  static Fields of(Catalog catalog, Proposition proposition) {
    List<Point> points = catalog.rows("industry/field_shares", Point.class);
    List<Field> fields = catalog.rows("claims/fields", Field.class);
    Map<String, List<Series>> series = new LinkedHashMap<>();
    for (Field field : fields) {
      if (field.stands()) {
        Map<Integer, Double> shares = new TreeMap<>();
        for (Point point : points) {
          if (point.field().equals(field.field())
              && point.measure().equals(field.measure())
              && point.year() >= field.firstYear().orElseThrow()
              && point.year() <= field.lastYear().orElseThrow()) {
            shares.put(point.year(), point.share());
          }
        }
        series
            .computeIfAbsent(field.field(), key -> new ArrayList<>())
            .add(new Series(field, shares));
      }
    }
    Map<Key, Step> steps = new LinkedHashMap<>();
    for (Step step : catalog.rows("controls/dose_codings", Step.class)) {
      steps.put(new Key(step.field(), step.coder(), step.year()), step);
    }
    return new Fields(
        fields,
        series,
        steps,
        new Windows(
            (int) proposition.definition("hinge_year"),
            (int) proposition.definition("greatest_window_years"),
            (int) proposition.definition("least_years_a_side")));
  }

  /**
   * The registered rows, those without a series too.
   *
   * @return one row a field and measure
   */
  public List<Field> registered() {
    return List.copyOf(fields);
  }

  /**
   * The registered windows about the controls.
   *
   * @return hinge, most and least years
   */
  public Windows windows() {
    return windows;
  }

  /**
   * The series of all fields that have one.
   *
   * @param measure which measure stands for a field that has two
   * @return one series a field, in registered order
   */
  public List<Series> series(Measure measure) {
    return series.values().stream()
        .map(own -> own.get(measure == Measure.SECOND ? own.size() - 1 : 0))
        .toList();
  }

  /**
   * The step of one field on 1 January.
   *
   * @param field id of the field
   * @param year the year
   * @param how how the rules are read
   * @return the step; of an increase, less that of the base year
   * @throws IllegalArgumentException if the field was not coded for the year
   */
  public int step(String field, int year, Reading how) {
    int step = coded(field, year, how);
    return how.dose() == Dose.INCREASE ? step - coded(field, windows.hinge(), how) : step;
  }

  private int coded(String field, int year, Reading how) {
    Step step = steps.get(new Key(field, how.coder() == Coder.A ? "A" : "B", year));
    if (step == null) {
      throw new IllegalArgumentException("%s is not coded for %d".formatted(field, year));
    }
    return how.items() == Items.COUNTED ? step.step() : step.newStep();
  }

  /**
   * The panel at the controls: each field's change in growth and its dose.
   *
   * @param how how doses and measures are read
   * @return the fields with enough points on either side
   */
  public List<Change> changes(Reading how) {
    return series(how.measure()).stream()
        .flatMap(one -> change(one, windows.hinge(), Integer.MAX_VALUE, how).stream())
        .toList();
  }

  /**
   * The panel at another date, with the doses of the real one.
   *
   * @param how how doses and measures are read
   * @param hinge the year that is left out
   * @param lastYear the last year after it that counts
   * @return the fields with enough points on either side
   */
  public List<Change> changesAt(Reading how, int hinge, int lastYear) {
    Map<String, Double> doses = new LinkedHashMap<>();
    for (Change change : changes(how)) {
      doses.put(change.field().field(), change.dose());
    }
    return series(how.measure()).stream()
        .filter(one -> doses.containsKey(one.field().field()))
        .flatMap(
            one ->
                change(one, hinge, lastYear, how).stream()
                    .map(
                        other ->
                            new Change(
                                other.field(),
                                other.years(),
                                other.before(),
                                other.after(),
                                other.startLogShare(),
                                doses.get(one.field().field()))))
        .toList();
  }

  private Optional<Change> change(Series one, int hinge, int lastYear, Reading how) {
    List<Integer> years = List.copyOf(one.shares().keySet());
    int first = years.get(0);
    int last = Math.min(lastYear, years.get(years.size() - 1));
    int length = Math.min(windows.greatest(), Math.min(hinge - first, last - hinge));
    if (length < windows.least()) {
      return Optional.empty();
    }
    Map<Integer, Double> before = within(one, hinge - length, hinge - 1);
    Map<Integer, Double> after = within(one, hinge + 1, hinge + length);
    if (before.size() < windows.least() || after.size() < windows.least()) {
      return Optional.empty();
    }
    // a placebo date has no doses of its own
    double dose =
        hinge == windows.hinge()
            ? Stream.iterate(hinge + 1, year -> year <= hinge + length, year -> year + 1)
                .mapToInt(year -> step(one.field().field(), year, how))
                .average()
                .orElseThrow()
            : 0;
    return Optional.of(
        new Change(
            one.field(),
            length,
            growth(before),
            growth(after),
            Math.log(before.values().iterator().next()),
            dose));
  }

  private static Map<Integer, Double> within(Series one, int first, int last) {
    Map<Integer, Double> some = new TreeMap<>();
    one.shares()
        .forEach(
            (year, share) -> {
              if (year >= first && year <= last) {
                some.put(year, share);
              }
            });
    return some;
  }

  /**
   * The least-squares slope of the log share on time.
   *
   * @param shares shares of the world by year, at least three
   * @return log points a year
   */
  public static double growth(Map<Integer, Double> shares) {
    return LeastSquares.withConstant(
            shares.values().stream().mapToDouble(Math::log).toArray(),
            shares.keySet().stream().mapToDouble(Integer::doubleValue).toArray())
        .coefficients()[1];
  }
}
