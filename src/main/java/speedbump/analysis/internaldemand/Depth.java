package speedbump.analysis.internaldemand;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import speedbump.analysis.shared.Intervals;
import speedbump.analysis.shared.IoTables.Held;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Machinery;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.claim.World;
import speedbump.data.Catalog;
import speedbump.stats.Autoregression;
import speedbump.stats.Interval;
import speedbump.stats.LeastSquares;
import speedbump.stats.LeastSquares.SerialErrors;
import speedbump.stats.PraisWinsten;

/**
 * Proposition 11c: a growing part of the value of China's exports is made in China. The share is
 * computed from input-output tables, {@code v' L e / sum e}, or taken from published exports and
 * the foreign part in them; its slope over years by source.
 */
public final class Depth {
  private static final String LONG = "long window";
  static final String SHORT = "2017 to last";
  private static final String CHINA = "CHN";
  private static final String SLOPE = "domestic_value_added_slope_per_year";
  private static final int COVERAGE_DRAWS = 1000;
  private static final int DECEMBER = 12;

  private final Proposition proposition;
  private final Catalog catalog;
  private final double coverage;
  private final Option<Source> source;
  private final Option<SerialErrors> interval;
  private final Option<Double> coefficient;
  private final Map<Source, Shares> shares;

  /** Who made the tables. */
  public enum Source {
    /** The OECD's edition of 2021. */
    OECD("OECD 1995-2018"),
    /** The World Input-Output Database, release 2016. */
    WIOD("WIOD 2000-14"),
    /** The Asian Development Bank. */
    ADB("ADB 2017-22");

    private final String words;

    Source(String words) {
      this.words = words;
    }

    /**
     * The source and its years for a reader.
     *
     * @return for example "OECD 1995-2018"
     */
    public String words() {
      return words;
    }
  }

  /**
   * Shares by year.
   *
   * @param years the years, ascending
   * @param values the share of each, a fraction of one
   */
  public record Shares(double[] years, double[] values) {
    /** Keeps its own copies. */
    public Shares {
      years = years.clone();
      values = values.clone();
    }

    /**
     * The years.
     *
     * @return a copy
     */
    @Override
    public double[] years() {
      return years.clone();
    }

    /**
     * The shares.
     *
     * @return a copy
     */
    @Override
    public double[] values() {
      return values.clone();
    }

    /**
     * The share of a year.
     *
     * @param year the year
     * @return the share
     * @throws IllegalArgumentException if it is none of the years
     */
    public double of(int year) {
      return IntStream.range(0, years.length)
          .filter(i -> years[i] == year)
          .mapToDouble(i -> values[i])
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no share of the year " + year));
    }

    /**
     * The shares from one year on.
     *
     * @param first the first year
     * @return the shares of that year and later ones
     */
    public Shares from(int first) {
      int[] kept = IntStream.range(0, years.length).filter(i -> years[i] >= first).toArray();
      return new Shares(
          Arrays.stream(kept).mapToDouble(i -> years[i]).toArray(),
          Arrays.stream(kept).mapToDouble(i -> values[i]).toArray());
    }

    LeastSquares line() {
      double middle = Arrays.stream(years).average().orElseThrow();
      return LeastSquares.withConstant(
          values, Arrays.stream(years).map(year -> year - middle).toArray());
    }

    Shares with(double[] others) {
      return new Shares(years, others);
    }
  }

  /** Real shares by source, or drawn ones that stand for the default source. */
  private record Data(Map<Source, Shares> bySource, Shares drawn) {
    Shares of(Source source) {
      return drawn == null ? bySource.get(source) : drawn;
    }
  }

  private record TradeRow(
      int year,
      String economy,
      String sector,
      double exportsMillionUsd,
      double valueAddedMillionUsd,
      double gvcTradeBackwardMillionUsd) {}

  private record AbsorbedRow(
      int year,
      String economy,
      double exportsMillionUsd,
      double valueAddedAbsorbedAbroadMillionUsd) {}

  Depth(
      Proposition proposition,
      Machinery machinery,
      Catalog catalog,
      List<Held> oecd,
      List<Held> wiod) {
    this.proposition = proposition;
    this.catalog = catalog;
    this.coverage = machinery.intervalCoverage();
    this.source =
        Option.of(
            proposition,
            "source of the long window",
            Map.of(Source.OECD.words, Source.OECD, Source.WIOD.words, Source.WIOD));
    this.interval = Intervals.option(proposition);
    this.coefficient = Option.numbers(proposition, "first-order coefficient");
    this.shares =
        Map.of(
            Source.OECD,
            computed(oecd),
            Source.WIOD,
            computed(wiod),
            Source.ADB,
            published(catalog, (int) proposition.definition("short_window_first_year")));
  }

  private static Shares computed(List<Held> tables) {
    return new Shares(
        tables.stream().mapToDouble(Held::year).toArray(),
        tables.stream().mapToDouble(one -> one.table().domesticShare(one.exports())).toArray());
  }

  private static List<TradeRow> totals(Catalog catalog) {
    return catalog.rows("industry/trade_in_value_added", TradeRow.class).stream()
        .filter(row -> row.economy().equals(CHINA) && row.sector().equals("total"))
        .toList();
  }

  private static Shares published(Catalog catalog, int first) {
    List<TradeRow> rows = totals(catalog);
    return new Shares(
            rows.stream().mapToDouble(TradeRow::year).toArray(),
            rows.stream()
                .mapToDouble(row -> 1 - row.gvcTradeBackwardMillionUsd() / row.exportsMillionUsd())
                .toArray())
        .from(first);
  }

  /**
   * Domestic value added in China's exports.
   *
   * @param of whose tables
   * @return the share of exports by year
   */
  public Shares shares(Source of) {
    return shares.get(of);
  }

  /**
   * The narrower measure of the Asian Development Bank: value added in exports that is finally used
   * abroad.
   *
   * @return the share of exports by year
   */
  public Shares absorbedAbroad() {
    List<AbsorbedRow> rows =
        catalog.rows("industry/value_added_absorbed_abroad", AbsorbedRow.class).stream()
            .filter(row -> row.economy().equals(CHINA))
            .toList();
    return new Shares(
        rows.stream().mapToDouble(AbsorbedRow::year).toArray(),
        rows.stream()
            .mapToDouble(row -> row.valueAddedAbsorbedAbroadMillionUsd() / row.exportsMillionUsd())
            .toArray());
  }

  /**
   * The part of China's value added that is finally used abroad, by the tables of the Asian
   * Development Bank: neither imports nor the foreign part of exports are in it.
   *
   * @return the share of all value added by year, in the years of which both are held
   */
  public Shares absorbedOfValueAdded() {
    Shares ofExports = absorbedAbroad();
    List<TradeRow> rows = totals(catalog);
    return new Shares(
        rows.stream().mapToDouble(TradeRow::year).toArray(),
        rows.stream()
            .mapToDouble(
                row ->
                    ofExports.of(row.year()) * row.exportsMillionUsd() / row.valueAddedMillionUsd())
            .toArray());
  }

  /**
   * The slope of shares over years, by the registered interval.
   *
   * @param of the shares
   * @return share of exports a year, with its 95% interval; with a coefficient of 0 where there are
   *     too few years to estimate it
   */
  public Interval slope(Shares of) {
    return slope(of, SerialErrors.PRAIS_WINSTEN, OptionalDouble.of(0));
  }

  /** The coefficient is given where it cannot be estimated. */
  private Interval slope(Shares of, SerialErrors errors, OptionalDouble rho) {
    LeastSquares line = of.line();
    boolean given =
        errors == SerialErrors.PRAIS_WINSTEN && of.years.length < PraisWinsten.LEAST_OBSERVATIONS;
    return given
        ? line.praisWinsten(rho.orElseThrow()).interval(1, coverage)
        : line.interval(1, coverage, errors);
  }

  private static Outcome outcome(Interval slope) {
    return Outcome.of(
        Evidence.of("domestic_value_added_slope_per_year_lower95", slope.lower())
            .and("domestic_value_added_slope_per_year_upper95", slope.upper())
            .and("domestic_value_added_slope_per_year", slope.estimate()));
  }

  private Outcome ofLong(Data data, Specification specification) {
    Shares chosen = data.of(source.in(specification));
    return outcome(slope(chosen, interval.in(specification), OptionalDouble.empty()));
  }

  private Outcome ofShort(Data data, Specification specification) {
    SerialErrors errors = interval.in(specification);
    double rho = coefficient.in(specification);
    return outcome(slope(data.of(Source.ADB), errors, OptionalDouble.of(rho)));
  }

  private Trial<Data> trial(String group, Source standard, Trial.Estimator<Data> estimator) {
    Shares real = shares.get(standard);
    Autoregression noise = Autoregression.fitErrors(real.line().residuals(), 2);
    double middle = Arrays.stream(real.years).average().orElseThrow();
    double level = Arrays.stream(real.values).average().orElseThrow();
    return Trial.of(
        proposition,
        group,
        new Data(shares, null),
        YearMonth.of((int) real.years[real.years.length - 1], DECEMBER),
        estimator,
        (sizes, random) -> {
          double[] drawn = noise.simulate(real.years.length, random);
          for (int i = 0; i < drawn.length; i++) {
            drawn[i] += level + sizes.of("slope_per_year") * (real.years[i] - middle);
          }
          return new Data(Map.of(), real.with(drawn));
        });
  }

  private Trial<Data> longTrial() {
    return trial(LONG, Source.OECD, this::ofLong);
  }

  private Trial<Data> shortTrial() {
    return trial(SHORT, Source.ADB, this::ofShort);
  }

  /**
   * How often the default interval covers the truth at the length and noise of a window.
   *
   * @param longWindow whether the long window is meant, not the short one
   * @param world whose slope is the truth
   * @return the share of draws
   */
  public double measuredCoverage(boolean longWindow, World world) {
    Trial<Data> trial = longWindow ? longTrial() : shortTrial();
    WorldSizes sizes = proposition.worlds(world).get(0);
    return Coverage.measured(trial, sizes, SLOPE, sizes.of("slope_per_year"), COVERAGE_DRAWS);
  }

  Examination examination() {
    return Examination.of(proposition, List.of(longTrial(), shortTrial()));
  }
}
