package speedbump.analysis.rareearthlever;

import static speedbump.analysis.rareearthlever.MagnetFlows.CONTROL;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import speedbump.analysis.rareearthlever.TimeToSubstitute.Kind;
import speedbump.claim.Examination;
import speedbump.claim.Grade;
import speedbump.claim.Proposition;
import speedbump.data.Catalog;
import speedbump.model.SupplyGap;

/**
 * Proposition 10c: stocks last shorter than substitution takes. No stock is published, so that only
 * the break-even stock can be shown: what would have to be held until each published time to
 * substitute.
 *
 * <p>Only figures of grade P or M decide. A ceiling of purchases that were possible, a buffer that
 * was asked for, and feed that is not yet separated are no stock.
 */
public final class Stocks {
  private static final String TABLE = "minerals/stocks_use_substitution";
  private static final String DEFENCE = "minerals/defence_exposure";
  private static final List<String> UNITS_OF_A_STOCK =
      List.of("t", "kg", "days", "months", "years");
  private static final int QUARTERS_A_YEAR = 4;
  private static final int MONTHS_A_YEAR = 12;
  private static final double PERCENT = 100;

  private final Proposition proposition;
  private final Catalog catalog;
  private final List<Row> rows;

  Stocks(Proposition proposition, Catalog catalog) {
    this.proposition = proposition;
    this.catalog = catalog;
    this.rows = catalog.rows(TABLE, Row.class);
  }

  private record Row(
      String id,
      String kind,
      OptionalDouble value,
      OptionalDouble low,
      OptionalDouble high,
      String unit,
      String dateOrPeriod,
      String publisher,
      Grade grade,
      String flag) {
    boolean isStock() {
      boolean quantity = UNITS_OF_A_STOCK.contains(unit.split(" ", 2)[0]);
      boolean held = !flag.contains("PLAN") && !unit.contains("unseparated");
      return kind.equals("stock") && quantity && held;
    }
  }

  private record DefenceRow(String series, OptionalDouble low, OptionalDouble high, Grade grade) {}

  private Row row(String id) {
    return rows.stream()
        .filter(row -> row.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(TABLE + " has no row " + id));
  }

  private double figure(String id) {
    return row(id).value().orElseThrow();
  }

  private static double monthsUntil(YearMonth month) {
    return CONTROL.until(month, ChronoUnit.MONTHS);
  }

  /**
   * Output and announced capacity of separated dysprosium and terbium outside China, as sources of
   * a stock and flow model. Lynas's output is that of one quarter, held on; the others are plans,
   * which count from the last month that the printed date can mean, with all that they promise.
   *
   * @return the sources, tonnes a year, with months counted from April 2025, by their start
   * @throws IllegalArgumentException if a figure is not held
   */
  public List<SupplyGap.Source> heavySupplyOutsideChina() {
    return List.of(
        new SupplyGap.Source(
            "Lynas",
            monthsUntil(PublishedSpan.of(row("X20").dateOrPeriod()).first()),
            QUARTERS_A_YEAR * figure("X20"),
            false),
        planned("MP Materials", "X02"),
        planned("Saskatchewan", "X11", "X12"),
        planned("Energy Fuels", "X08", "X09"));
  }

  private SupplyGap.Source planned(String name, String... ids) {
    return new SupplyGap.Source(
        name,
        monthsUntil(PublishedSpan.of(row(ids[0]).dateOrPeriod()).last()),
        Stream.of(ids).mapToDouble(this::figure).sum(),
        true);
  }

  /**
   * US imports of heavy rare-earth compounds and metals, terbium to lutetium: with a net import
   * reliance of 100% they stand for all US use, but for what is inside magnets and goods.
   *
   * @return the years 2021 to 2025, tonnes of oxide a year
   */
  public DoubleSummaryStatistics usHeavyImports() {
    return Stream.of("U13", "U14", "U15", "U16", "U17")
        .mapToDouble(this::figure)
        .summaryStatistics();
  }

  /**
   * The upper bound of defence's share of US use of rare earths, all of them together, as an
   * official gave it in 2012.
   *
   * @return a fraction of one
   */
  public double greatestDefenceShareOfUsUse() {
    return row("U02").high().orElseThrow() / PERCENT;
  }

  /**
   * The upper bound of defence's share of the world's use of rare earths, all of them together.
   *
   * @return a fraction of one
   */
  public double greatestDefenceShareOfWorldUse() {
    return row("U01").high().orElseThrow() / PERCENT;
  }

  /**
   * The published times to substitute. They do not measure the same thing: a circuit added to a
   * running plant is the short end, a whole chain the long one, and a change of where an alloy is
   * melted replaces no element. Left out are a legal date (T05), windows of contracts and
   * strategies (T03, T07), earlier plans that have slipped (T14, T23, T29, T30), a mine without a
   * feasibility study (T25), the time from the discovery of a mine of any kind (T34), magnet plants
   * beside the one that has delivered, and second copies.
   *
   * @return by their latest month
   * @throws IllegalArgumentException if a row is not held or its date cannot be read
   */
  public List<TimeToSubstitute> timesToSubstitute() {
    double announced = monthsUntil(YearMonth.of(2025, 10)); // of T13, which counts from then
    return Stream.of(
            dated("T11", "Lynas, dysprosium", Kind.SEEN),
            change("T08", "T09", "F-35 alloy"),
            dated("T22", "eVAC, magnets", Kind.SEEN),
            dated("T12", "Lynas, samarium", Kind.PLAN),
            dated("T16", "MP, Dy and Tb", Kind.PLAN),
            dated("T26", "Energy Fuels", Kind.PLAN),
            dated("T32", "Saskatchewan", Kind.PLAN),
            length("T13", "Lynas, six of seven", announced, Kind.PLAN),
            dated("T04", "Pentagon's goal", Kind.PLAN),
            dated("T31", "Iluka refinery", Kind.PLAN),
            dated("T17", "MP, samarium", Kind.PLAN),
            dated("T28", "Energy Fuels, phase 2", Kind.PLAN),
            length("T41", "A consultant", 0, Kind.ESTIMATE),
            length("T42", "Press, at least", 0, Kind.ESTIMATE),
            length("T01", "All US, at most", 0, Kind.ESTIMATE))
        .sorted(Comparator.comparingDouble(TimeToSubstitute::highMonths))
        .toList();
  }

  private TimeToSubstitute dated(String id, String label, Kind kind) {
    Row row = row(id);
    PublishedSpan span = PublishedSpan.of(row.dateOrPeriod());
    return new TimeToSubstitute(
        id,
        label,
        monthsUntil(span.first()),
        monthsUntil(span.last()),
        kind,
        row.grade(),
        row.publisher());
  }

  /** The time between two dates, both of which are past. */
  private TimeToSubstitute change(String from, String to, String label) {
    YearMonth start = PublishedSpan.of(row(from).dateOrPeriod()).first();
    PublishedSpan end = PublishedSpan.of(row(to).dateOrPeriod());
    return new TimeToSubstitute(
        from + ", " + to,
        label,
        start.until(end.first(), ChronoUnit.MONTHS),
        start.until(end.last(), ChronoUnit.MONTHS),
        Kind.SEEN,
        row(to).grade(),
        row(to).publisher());
  }

  private TimeToSubstitute length(String id, String label, double startMonth, Kind kind) {
    Row row = row(id);
    double unit = row.unit().startsWith("years") ? MONTHS_A_YEAR : 1;
    double low = row.low().isPresent() ? row.low().getAsDouble() : figure(id);
    double high = row.high().isPresent() ? row.high().getAsDouble() : figure(id);
    return new TimeToSubstitute(
        id,
        label,
        startMonth + unit * low,
        startMonth + unit * high,
        kind,
        row.grade(),
        row.publisher());
  }

  /**
   * Stocks that are published with a quantity, by a source of a grade that decides; ceilings of
   * purchases, requests and feed not yet separated are none.
   *
   * @return the rows or series; empty where 10c has nothing to draw from
   */
  public List<String> publishedStocks() {
    return Stream.concat(
            rows.stream().filter(Row::isStock).filter(row -> row.grade().decides()).map(Row::id),
            catalog.rows(DEFENCE, DefenceRow.class).stream()
                .filter(row -> row.low().isPresent() && row.high().isPresent())
                .filter(row -> row.grade().decides())
                .map(DefenceRow::series))
        .toList();
  }

  Examination examination() {
    if (!publishedStocks().isEmpty()) {
      throw new IllegalStateException(
          "stocks of grade P or M are held now, and 10c draws from none: " + publishedStocks());
    }
    return Examination.missing(
        proposition,
        "no stock is published by a source that decides, in tonnes or months; ceilings of purchases"
            + " are none");
  }
}
