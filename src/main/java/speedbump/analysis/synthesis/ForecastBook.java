package speedbump.analysis.synthesis;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import speedbump.analysis.shared.CapabilityRulers;
import speedbump.analysis.shared.CapabilityRulers.Reading;
import speedbump.data.Catalog;
import speedbump.model.FrontierLag;
import speedbump.stats.BenchmarkForecast;
import speedbump.stats.ForecastScore;
import speedbump.stats.Interval;

/**
 * Predictions that can still come true or fail: those that others have published, with how each
 * will be scored, and the collection's own, three rules of thumb on four of its series. An own
 * prediction is scored as soon as the series has a value for its period.
 */
public final class ForecastBook {
  /** Fewest periods from which a rule is tried on the past. */
  private static final int LEAST_KNOWN = 8;

  private final List<Published> published;
  private final List<Own> own;
  private final List<Series> series;

  private ForecastBook(List<Published> published, List<Own> own, List<Series> series) {
    this.published = List.copyOf(published);
    this.own = List.copyOf(own);
    this.series = List.copyOf(series);
  }

  /**
   * A published prediction that was open when the book was written.
   *
   * @param id its id
   * @param claim the claim that it bears on
   * @param forecaster who made it
   * @param madeOn when, as exactly as is known
   * @param due the day by which it can be scored
   * @param forecast what is predicted
   * @param scoredBy how it will be scored
   * @param pleases who would be pleased if it came true: "the claim", "its critics", or neither
   * @param grade grade of the source
   * @param sourceTitle the source
   * @param sourceUrl its address
   */
  public record Published(
      String id,
      int claim,
      String forecaster,
      String madeOn,
      LocalDate due,
      String forecast,
      String scoredBy,
      String pleases,
      String grade,
      String sourceTitle,
      String sourceUrl) {}

  /**
   * A prediction of the collection.
   *
   * @param id its id
   * @param claim the claim that it bears on
   * @param series id of the series
   * @param rule the rule of thumb
   * @param dataTo the last period that the rule saw: a year, or a month as 2026-03
   * @param due the period that is predicted
   * @param level coverage of the interval
   * @param low its lower end, in the unit of the series
   * @param middle the forecast
   * @param high its upper end
   */
  public record Own(
      String id,
      int claim,
      String series,
      BenchmarkForecast rule,
      String dataTo,
      String due,
      double level,
      double low,
      double middle,
      double high) {
    Interval interval() {
      return new Interval(middle, low, high, level);
    }
  }

  private record OwnRow(
      String id,
      int claim,
      String series,
      String rule,
      String dataTo,
      String due,
      double level,
      double low,
      double middle,
      double high) {
    Own own() {
      return new Own(
          id,
          claim,
          series,
          BenchmarkForecast.valueOf(rule.toUpperCase(Locale.ROOT)),
          dataTo,
          due,
          level,
          low,
          middle,
          high);
    }
  }

  /** The scale on which a series is forecast. */
  private enum Scale {
    /** A lag: none is below zero. */
    FROM_ZERO(x -> x, x -> Math.max(0, x)),
    LOGARITHM(Math::log, Math::exp),
    LOG_ODDS(x -> Math.log(x / (1 - x)), x -> 1 / (1 + Math.exp(-x)));

    private final DoubleUnaryOperator to;
    private final DoubleUnaryOperator back;

    Scale(DoubleUnaryOperator to, DoubleUnaryOperator back) {
      this.to = to;
      this.back = back;
    }
  }

  /**
   * A series on which the collection predicts.
   *
   * @param id its id
   * @param words what it is
   * @param unit its unit
   * @param digits digits with which it is shown
   * @param factor what a value is multiplied by to be shown in the unit
   * @param scale the scale on which the rules are applied
   * @param values its values by period
   */
  public record Series(
      String id,
      String words,
      String unit,
      int digits,
      double factor,
      Scale scale,
      SortedMap<String, Double> values) {
    /**
     * What a rule says of a period from what was known up to another.
     *
     * @param rule the rule
     * @param dataTo the last period that is known
     * @param due the period asked for
     * @param level coverage of the interval
     * @return the forecast, in the unit of the table
     * @throws IllegalArgumentException if fewer than three periods are known or none lies ahead
     */
    public Interval forecast(BenchmarkForecast rule, String dataTo, String due, double level) {
      double[] known =
          values.headMap(dataTo + "~").values().stream()
              .mapToDouble(scale.to::applyAsDouble)
              .toArray();
      Interval made = rule.of(known, steps(dataTo, due), level);
      return new Interval(
          scale.back.applyAsDouble(made.estimate()),
          scale.back.applyAsDouble(made.lower()),
          scale.back.applyAsDouble(made.upper()),
          level);
    }

    /**
     * How often a rule would have been right on the series' own past: from every period with so
     * many before it the same number of steps ahead.
     *
     * @param own the prediction whose rule, steps and level are asked for
     * @param least fewest periods known
     * @return hits and tries
     */
    public Past past(Own own, int least) {
      List<String> periods = List.copyOf(values.headMap(own.dataTo() + "~").keySet());
      int steps = steps(own.dataTo(), own.due());
      int hits = 0;
      int tries = 0;
      for (int i = least - 1; i + steps < periods.size(); i++) {
        String due = periods.get(i + steps);
        Interval made = forecast(own.rule(), periods.get(i), due, own.level());
        double came = values.get(due);
        tries++;
        hits += made.lower() <= came && came <= made.upper() ? 1 : 0;
      }
      return new Past(hits, tries);
    }

    private String shown(double value) {
      return String.format(Locale.ROOT, "%,." + digits + "f", factor * value);
    }
  }

  /**
   * A rule on the past of its series.
   *
   * @param hits outcomes inside its interval
   * @param tries periods that it could have predicted
   */
  public record Past(int hits, int tries) {}

  /** Steps from one period to another; a year, or a month with a dash. */
  private static int steps(String from, String to) {
    return from.contains("-")
        ? Math.toIntExact(ChronoUnit.MONTHS.between(YearMonth.parse(from), YearMonth.parse(to)))
        : Integer.parseInt(to) - Integer.parseInt(from);
  }

  /**
   * The book as it stands.
   *
   * @param catalog the collection's tables
   * @return the book
   */
  public static ForecastBook of(Catalog catalog) {
    return new ForecastBook(
        catalog.rows("claims/open_forecasts", Published.class).stream()
            .sorted(Comparator.comparing(Published::due))
            .toList(),
        catalog.rows("claims/own_forecasts", OwnRow.class).stream().map(OwnRow::own).toList(),
        List.of(lag(catalog), magnets(catalog), electricCars(catalog), rareEarths(catalog)));
  }

  private static Series lag(Catalog catalog) {
    CapabilityRulers rulers = CapabilityRulers.of(catalog);
    FrontierLag lag = rulers.lag(CapabilityRulers.INDEX, Reading.DEFAULT);
    LocalDate last = rulers.lastDay(CapabilityRulers.INDEX, Reading.DEFAULT.vintage());
    List<LocalDate> ends =
        Stream.iterate(YearMonth.of(2023, 1), month -> month.plusMonths(1))
            .map(YearMonth::atEndOfMonth)
            .takeWhile(day -> !day.isAfter(last))
            .toList();
    SortedMap<String, Double> values = new TreeMap<>();
    lag.on(ends).forEach(one -> values.put(YearMonth.from(one.date()).toString(), one.months()));
    return new Series(
        "lag",
        "Chinese lag on the capability index, month's end",
        "months",
        1,
        1,
        Scale.FROM_ZERO,
        values);
  }

  private record Shipped(String destination, String period, int months, double tonnes) {}

  private static Series magnets(Catalog catalog) {
    SortedMap<String, Double> values = new TreeMap<>();
    catalog.rows("minerals/magnet_exports", Shipped.class).stream()
        .filter(row -> row.destination().equals("USA") && row.months() == 1)
        .filter(row -> row.period().compareTo("2025-07") >= 0)
        .forEach(row -> values.put(row.period(), row.tonnes()));
    return new Series(
        "magnets", "China's magnet exports to the US", "t a month", 0, 1, Scale.LOGARITHM, values);
  }

  private record Sold(String country, int year, String powertrain, OptionalDouble salesShare) {}

  private static Series electricCars(Catalog catalog) {
    SortedMap<String, Double> values = new TreeMap<>();
    catalog.rows("energy/electric_cars", Sold.class).stream()
        .filter(row -> row.country().equals("CHN") && row.powertrain().equals("EV"))
        .filter(row -> row.salesShare().isPresent())
        .forEach(row -> values.put("" + row.year(), row.salesShare().getAsDouble()));
    return new Series(
        "electric_cars",
        "electric cars among cars sold in China",
        "%",
        0,
        100,
        Scale.LOG_ODDS,
        values);
  }

  private record Mined(int year, double chinaShare) {}

  private static Series rareEarths(Catalog catalog) {
    SortedMap<String, Double> values = new TreeMap<>();
    catalog
        .rows("minerals/rare_earth_output_share", Mined.class)
        .forEach(row -> values.put("" + row.year(), row.chinaShare()));
    return new Series(
        "rare_earths", "China's share of rare earths mined", "%", 0, 100, Scale.LOG_ODDS, values);
  }

  /**
   * Published predictions.
   *
   * @return one a row, the earliest to be due first
   */
  public List<Published> published() {
    return published;
  }

  /**
   * The collection's predictions, as they were written down.
   *
   * @return one a series and rule
   */
  public List<Own> own() {
    return own;
  }

  /**
   * The series of a prediction.
   *
   * @param forecast the prediction
   * @return its series
   * @throws IllegalArgumentException if there is none
   */
  public Series series(Own forecast) {
    return series.stream()
        .filter(one -> one.id().equals(forecast.series()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no series " + forecast.series()));
  }

  /**
   * What a prediction says when it is computed again from what it saw.
   *
   * @param forecast the prediction
   * @return the same interval, unless a table was revised since
   */
  public Interval again(Own forecast) {
    return series(forecast)
        .forecast(forecast.rule(), forecast.dataTo(), forecast.due(), forecast.level());
  }

  /**
   * What came of a prediction.
   *
   * @param forecast the prediction
   * @return the value of its period; empty where no table has it yet
   */
  public OptionalDouble outcome(Own forecast) {
    Double came = series(forecast).values().get(forecast.due());
    return came == null ? OptionalDouble.empty() : OptionalDouble.of(came);
  }

  /**
   * The score of a prediction.
   *
   * @param forecast the prediction
   * @return width and misses of its interval in the table's unit, less is better; empty until the
   *     outcome is held
   */
  public OptionalDouble score(Own forecast) {
    OptionalDouble came = outcome(forecast);
    return came.isEmpty()
        ? came
        : OptionalDouble.of(
            ForecastScore.interval(
                forecast.low(), forecast.high(), came.getAsDouble(), forecast.level()));
  }

  /**
   * A prediction of the collection as a table shows it.
   *
   * @param what what is predicted
   * @param forPeriod for when
   * @param rule by which rule
   * @param forecast the middle and the interval
   * @param rightBefore how often the rule would have been right on the series' past
   * @param came what came; "open" until it is held
   */
  public record Shown(
      String what,
      String forPeriod,
      String rule,
      String forecast,
      String rightBefore,
      String came) {}

  /**
   * The collection's predictions for a table.
   *
   * @return one a row
   */
  public List<Shown> shown() {
    return own.stream().map(this::shown).toList();
  }

  private Shown shown(Own one) {
    Series series = series(one);
    Past past = series.past(one, LEAST_KNOWN);
    return new Shown(
        series.words(),
        one.due(),
        one.rule().words(),
        "%s%s (%s to %s)"
            .formatted(
                series.shown(one.middle()),
                series.unit().equals("%") ? "%" : " " + series.unit(),
                series.shown(one.low()),
                series.shown(one.high())),
        past.tries() == 0 ? "too short to say" : past.hits() + " of " + past.tries(),
        outcome(one).isEmpty() ? "open" : series.shown(outcome(one).getAsDouble()));
  }

  /**
   * A published prediction as a table shows it.
   *
   * @param by the day by which it can be scored
   * @param forecast what is predicted, by whom and when
   * @param scoredBy how it will be scored
   * @param wouldPlease whom it would please
   * @param claim the claim that it bears on
   */
  public record Line(String by, String forecast, String scoredBy, String wouldPlease, int claim) {}

  /**
   * Published predictions for a table.
   *
   * @return one a row, the earliest to be due first
   */
  public List<Line> lines() {
    return published.stream()
        .map(
            one ->
                new Line(
                    one.due().toString(),
                    "%s (%s, %s)".formatted(one.forecast(), one.forecaster(), one.madeOn()),
                    one.scoredBy(),
                    one.pleases(),
                    one.claim()))
        .toList();
  }
}
