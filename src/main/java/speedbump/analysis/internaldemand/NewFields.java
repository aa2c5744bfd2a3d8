package speedbump.analysis.internaldemand;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.data.Catalog;

/**
 * Proposition 11a: China's new fields sell at home first. The part sold at home is one minus
 * exports over output, in one unit and period; where output is printed as "more than", it is a
 * lower bound.
 */
public final class NewFields {
  private static final String GROUP = "new fields";
  private static final String BATTERIES = "lithium-ion batteries";
  private static final String CAR_BATTERIES = "power batteries";
  private static final String WEAK = "S";
  private static final int DECEMBER = 12;

  private final Proposition proposition;
  private final List<Sales> all;
  private final Option<Boolean> latest;
  private final Option<Boolean> byValue;
  private final double least;
  private final int leastFields;

  /**
   * What a field made and exported in a period.
   *
   * @param field the field
   * @param period a year, or months
   * @param year its year
   * @param wholeYear whether it is a calendar year
   * @param unit unit of output and exports
   * @param production output
   * @param productionBound "lower" where output is more than the figure, else empty
   * @param exports exports
   * @param reservation what bars or bends a share of the two; empty for none
   * @param grade grade of the figures
   */
  public record Sales(
      String field,
      String period,
      int year,
      boolean wholeYear,
      String unit,
      double production,
      String productionBound,
      double exports,
      String reservation,
      String grade) {
    /**
     * The part sold at home, {@code 1 - exports / output}.
     *
     * @return a share of output; the least that it can be where output is more than the figure
     */
    public double homeShare() {
      return 1 - exports / production;
    }

    /**
     * Whether the part is only known to be as large or larger.
     *
     * @return whether output is a lower bound
     */
    public boolean isBound() {
      return !productionBound.isEmpty();
    }

    boolean usable() {
      return !reservation.equals("stages_counted_twice")
          && !reservation.equals("exports_hold_reexports")
          && !grade.equals(WEAK);
    }

    /** Whether more than a part is sold at home; unknown where a bound does not say. */
    Optional<Boolean> above(double part) {
      return homeShare() > part
          ? Optional.of(true)
          : isBound() ? Optional.empty() : Optional.of(false);
    }
  }

  NewFields(Proposition proposition, Catalog catalog) {
    this.proposition = proposition;
    this.all = catalog.rows("industry/field_sales", Sales.class);
    this.latest =
        Option.of(
            proposition, "year", Map.of("latest full period of each", true, "common years", false));
    this.byValue = Option.of(proposition, "batteries", Map.of("by value", true, "by GWh", false));
    this.least = proposition.definition("least_domestic_share");
    this.leastFields = proposition.minimum("fields").least();
  }

  /**
   * The share above which a field sells at home first, as registered.
   *
   * @return a share of output
   */
  public double least() {
    return least;
  }

  /**
   * Every row of a field that gives a part sold at home.
   *
   * @param field the field
   * @return whole years in their order
   */
  public List<Sales> through(String field) {
    return all.stream()
        .filter(row -> row.field().equals(field) && row.usable() && row.wholeYear())
        .toList();
  }

  /**
   * Rows that the rule bars, shown beside the others.
   *
   * @return the rows whose stages are counted twice or whose exports hold what was made elsewhere
   */
  public List<Sales> barred() {
    return all.stream().filter(row -> !row.usable()).toList();
  }

  private Stream<Sales> entering(boolean values) {
    String out = values ? CAR_BATTERIES : BATTERIES;
    return all.stream().filter(row -> row.usable() && !row.field().equals(out));
  }

  /**
   * The latest period of each field: the latest whole year, else the latest of all.
   *
   * @param values whether batteries stand with their value, not with the GWh of nine months
   * @return one row a field, in alphabetical order
   */
  public List<Sales> latest(boolean values) {
    Map<String, Sales> latestOfEach = new LinkedHashMap<>();
    entering(values)
        .sorted(Comparator.comparing(Sales::wholeYear).thenComparing(Sales::year))
        .forEach(row -> latestOfEach.put(row.field(), row));
    return latestOfEach.values().stream().sorted(Comparator.comparing(Sales::field)).toList();
  }

  /**
   * The fields in the latest year that enough of them share.
   *
   * @param values whether batteries stand with their value
   * @return one row a field; none where no year is shared by enough
   */
  public List<Sales> common(boolean values) {
    OptionalInt year =
        entering(values)
            .filter(Sales::wholeYear)
            .mapToInt(Sales::year)
            .distinct()
            .filter(one -> in(values, one).size() >= leastFields)
            .max();
    return year.isPresent() ? in(values, year.getAsInt()) : List.of();
  }

  private List<Sales> in(boolean values, int year) {
    Map<String, Sales> first = new LinkedHashMap<>();
    entering(values)
        .filter(row -> row.wholeYear() && row.year() == year)
        .forEach(row -> first.putIfAbsent(row.field(), row));
    return List.copyOf(first.values());
  }

  private Outcome estimate(List<Sales> rows, Specification specification) {
    boolean ofLatest = latest.in(specification);
    boolean values = byValue.in(specification);
    List<Sales> chosen = ofLatest ? latest(values) : common(values);
    List<Boolean> told = chosen.stream().flatMap(row -> row.above(least).stream()).toList();
    if (told.size() < leastFields) {
      return Outcome.unusable(
          "%d fields of one year; %d are needed".formatted(told.size(), leastFields));
    }
    double home = told.stream().filter(above -> above).count();
    return Outcome.of(Evidence.of("domestic_fields_share", home / told.size()));
  }

  Examination examination() {
    List<Sales> held = latest(true);
    int newest = held.stream().mapToInt(Sales::year).max().orElseThrow();
    return Examination.covering(
        proposition,
        "fields",
        held.size(),
        List.of(Trial.of(proposition, GROUP, all, YearMonth.of(newest, DECEMBER), this::estimate)));
  }
}
