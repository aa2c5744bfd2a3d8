package speedbump.analysis.fromtargetedtobroad;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;
import speedbump.analysis.fromtargetedtobroad.Document.Coder;
import speedbump.analysis.fromtargetedtobroad.Document.Coverage;
import speedbump.analysis.fromtargetedtobroad.Document.Direction;
import speedbump.analysis.fromtargetedtobroad.Rulebook.Listing;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Machinery;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.stats.CountTrend;
import speedbump.stats.Interval;
import speedbump.stats.NegativeBinomialRegression;
import speedbump.stats.OverdispersedCounts;
import speedbump.stats.Permutation;

/**
 * Proposition 3a: the number of tightening rules a year has risen. Rules that add Chinese entries
 * are counted by the citations that entries carry, all tightening rules by their codings, in months
 * of complete coverage. Documents of one day are one act.
 */
public final class Pace {
  private static final int MONTHS_A_YEAR = 12;
  private static final String ENTITY_GROUP = "entity rules and entries";
  private static final String ALL_GROUP = "all tightening rules";

  /** The office whose rules are the export regulations. */
  private static final String BUREAU = "BIS";

  private static final String MIXED = "mixed";

  private final Proposition proposition;
  private final double coverage;
  private final Rulebook rulebook;
  private final Option<Boolean> entries;
  private final Option<Boolean> mixedIn;
  private final Option<Boolean> strictly;
  private final Option<Boolean> byYear;
  private final Function<Specification, Reading> reading;
  private final int firstYear;
  private final int lastYear;

  Pace(Proposition proposition, Machinery machinery, Rulebook rulebook) {
    this.proposition = proposition;
    this.coverage = machinery.intervalCoverage();
    this.rulebook = rulebook;
    this.entries =
        Option.of(
            proposition,
            "entity measure",
            Map.of("days with first-cited Chinese entries", false, "entries", true));
    this.mixedIn = Option.of(proposition, "mixed rules", Map.of("in", true, "out", false));
    this.strictly =
        Option.of(
            proposition,
            "coverage of months",
            Map.of(
                "strictly complete", true, "complete for rules of the export regulations", false));
    this.byYear =
        Option.of(
            proposition,
            "unit of time",
            Map.of("years with log months as offset", true, "months", false));
    this.reading = Reading.of(proposition, true);
    this.firstYear = (int) proposition.definition("first_year");
    this.lastYear = (int) proposition.definition("last_year");
  }

  /**
   * Counts over periods.
   *
   * @param years the middle of each period, in years
   * @param counts what was counted
   * @param months months that each period was counted over
   */
  public record Series(double[] years, double[] counts, double[] months) {
    /**
     * The trend of the counts.
     *
     * @return the trend over years; empty with fewer than {@value CountTrend#LEAST_PERIODS} periods
     *     or where there is none that is finite
     */
    public Optional<CountTrend> trend() {
      return years.length < CountTrend.LEAST_PERIODS
          ? Optional.empty()
          : CountTrend.design(years, months).fit(counts);
    }

    Series with(double[] other) {
      return new Series(years, other, months);
    }
  }

  /** A drawn series keeps the design, and with it the critical values, of the real one. */
  private record Drawn(CountTrend.Design design, double[] counts) {}

  /** Either a real series or a drawn one. */
  private record Data(Optional<Drawn> drawn) {}

  /**
   * Entries under China by the year of the rule that they cite first, or days of such rules.
   *
   * @param countEntries whether entries are counted, not days
   * @param mixed whether rules that either coder calls mixed stay in
   * @return one count a year
   */
  public Series listings(boolean countEntries, boolean mixed) {
    Map<LocalDate, Integer> byDay = new TreeMap<>();
    for (Listing listing : rulebook.listings()) {
      byDay.merge(listing.date(), listing.chinaEntriesFirstCited(), Integer::sum);
    }
    if (!mixed) {
      for (Document document : rulebook.documents()) {
        boolean either =
            Arrays.stream(Coder.values())
                .anyMatch(coder -> document.codings().get(coder).direction().equals(MIXED));
        if (either && document.chineseEntries() > 0) {
          byDay.merge(document.date(), -document.chineseEntries(), Integer::sum);
        }
      }
    }
    int n = lastYear - firstYear + 1;
    double[] counts = new double[n];
    byDay.forEach(
        (day, left) -> {
          int at = day.getYear() - firstYear;
          if (at >= 0 && at < n && left > 0) {
            counts[at] += countEntries ? left : 1;
          }
        });
    double[] months = new double[n];
    Arrays.fill(months, MONTHS_A_YEAR);
    return new Series(
        IntStream.rangeClosed(firstYear, lastYear).asDoubleStream().toArray(), counts, months);
  }

  /**
   * Entries under China that cite a rule of some days first and still stood in July 2026.
   *
   * @param from the first day that counts
   * @param until the last day that counts
   * @return the entries
   */
  public int entries(LocalDate from, LocalDate until) {
    return rulebook.listings().stream()
        .filter(one -> !one.date().isBefore(from) && !one.date().isAfter(until))
        .mapToInt(Listing::chinaEntriesFirstCited)
        .sum();
  }

  /**
   * Days with a tightening rule, in months whose documents are all held.
   *
   * @param how how the codings are read
   * @param strictlyComplete whether all documents of a month must be held, or those of the export
   *     regulations, of which alone are counted then
   * @param years whether years are counted, not months
   * @return one count a year with such months, or one a month
   */
  public Series acts(Reading how, boolean strictlyComplete, boolean years) {
    Predicate<Coverage> complete =
        strictlyComplete
            ? month -> month == Coverage.COMPLETE
            : month ->
                month == Coverage.COMPLETE || month == Coverage.COMPLETE_FOR_EXPORT_REGULATIONS;
    Set<LocalDate> days = new TreeSet<>();
    for (Document document : rulebook.documents()) {
      if (complete.test(document.coverage())
          && (strictlyComplete || document.issuer().equals(BUREAU))
          && how.direction(document).filter(way -> way == Direction.TIGHTENING).isPresent()) {
        days.add(document.date());
      }
    }
    Map<Double, double[]> periods = new TreeMap<>();
    rulebook
        .coverage()
        .forEach(
            (month, covered) -> {
              if (complete.test(covered)) {
                periods.computeIfAbsent(period(month, years), key -> new double[2])[1]++;
              }
            });
    for (LocalDate day : days) {
      periods.get(period(YearMonth.from(day), years))[0]++;
    }
    return new Series(
        periods.keySet().stream().mapToDouble(year -> year).toArray(),
        periods.values().stream().mapToDouble(count -> count[0]).toArray(),
        periods.values().stream().mapToDouble(count -> count[1]).toArray());
  }

  private static double period(YearMonth month, boolean years) {
    return years
        ? month.getYear()
        : month.getYear() + (month.getMonthValue() - 0.5) / MONTHS_A_YEAR;
  }

  /**
   * One way to look for a trend.
   *
   * @param method how, and whether it votes
   * @param ratioPerYear the count of a year over that of the year before
   * @param lower lower end of the 95% interval
   * @param upper upper end of it
   */
  public record OneTrend(String method, double ratioPerYear, double lower, double upper) {}

  /**
   * The trend of a series by quasi-Poisson and by the negative binomial.
   *
   * @param series the counts
   * @return one row a method
   */
  public List<OneTrend> methods(Series series) {
    List<OneTrend> rows = new ArrayList<>();
    series
        .trend()
        .map(trend -> trend.ratio(coverage))
        .ifPresent(
            ratio ->
                rows.add(
                    new OneTrend(
                        "quasi-Poisson, bootstrap-t (votes)",
                        ratio.estimate(),
                        ratio.lower(),
                        ratio.upper())));
    double middle = Arrays.stream(series.years()).average().orElseThrow();
    double[][] x =
        Arrays.stream(series.years())
            .mapToObj(year -> new double[] {1, year - middle})
            .toArray(double[][]::new);
    NegativeBinomialRegression fit =
        NegativeBinomialRegression.fit(series.counts(), x, series.months());
    double slope = fit.coefficients()[1];
    double width =
        fit.standardErrors()[1]
            * new NormalDistribution().inverseCumulativeProbability((1 + coverage) / 2);
    rows.add(
        new OneTrend(
            "negative binomial (shown)",
            Math.exp(slope),
            Math.exp(slope - width),
            Math.exp(slope + width)));
    return List.copyOf(rows);
  }

  /**
   * The later half of the months against the earlier one, months permuted.
   *
   * @param how how the codings are read
   * @return the difference of acts a month and the one-sided chance of so much more in the later
   *     half
   */
  public Permutation.Result laterHalf(Reading how) {
    double[] counts = acts(how, true, false).counts();
    int half = counts.length / 2;
    return Permutation.differenceOfMeans(
        Arrays.copyOfRange(counts, half, counts.length),
        Arrays.copyOf(counts, half),
        Permutation.Direction.GREATER,
        PERMUTATIONS,
        SEED);
  }

  private static final int PERMUTATIONS = 9_999;
  private static final long SEED = 3;

  /**
   * Months of complete coverage that the default counts, by year.
   *
   * @return the series of the default
   */
  public Series defaultActs() {
    return acts(Reading.DEFAULT, true, true);
  }

  private Outcome estimate(Optional<CountTrend> trend) {
    if (trend.isEmpty()) {
      return Outcome.unusable("too few periods, or no trend that is finite");
    }
    Interval ratio = trend.get().ratio(coverage);
    return Outcome.of(
        Evidence.of("rate_ratio_per_year_lower95", ratio.lower())
            .and("rate_ratio_per_year_upper95", ratio.upper())
            .and("rate_ratio_per_year", ratio.estimate()));
  }

  private Outcome ofListings(Data data, Specification specification) {
    boolean counted = entries.in(specification);
    boolean mixed = mixedIn.in(specification);
    return estimate(
        data.drawn()
            .map(one -> one.design().fit(one.counts()))
            .orElseGet(() -> listings(counted, mixed).trend()));
  }

  private Outcome ofActs(Data data, Specification specification) {
    boolean strict = strictly.in(specification);
    boolean years = byYear.in(specification);
    Reading how = reading.apply(specification);
    return estimate(
        data.drawn()
            .map(one -> one.design().fit(one.counts()))
            .orElseGet(() -> acts(how, strict, years).trend()));
  }

  Examination examination() {
    YearMonth newest =
        rulebook.documents().stream()
            .filter(document -> document.coverage() == Coverage.COMPLETE)
            .map(Document::month)
            .max(YearMonth::compareTo)
            .orElseThrow();
    return Examination.of(
        proposition,
        List.of(
            trial(
                ENTITY_GROUP,
                listings(false, true),
                YearMonth.of(lastYear, MONTHS_A_YEAR),
                this::ofListings),
            trial(ALL_GROUP, defaultActs(), newest, this::ofActs)));
  }

  private Trial<Data> trial(
      String group, Series real, YearMonth newest, Trial.Estimator<Data> estimator) {
    CountTrend.Design design = CountTrend.design(real.years(), real.months());
    double dispersion = design.fit(real.counts()).orElseThrow().dispersion();
    Map<WorldSizes, OverdispersedCounts[]> worlds = new ConcurrentHashMap<>();
    return Trial.of(
        proposition,
        group,
        new Data(Optional.empty()),
        newest,
        estimator,
        (sizes, random) ->
            new Data(
                Optional.of(
                    new Drawn(
                        design,
                        drawn(
                            worlds.computeIfAbsent(
                                sizes, one -> path(real, dispersion, growth(one))),
                            random)))));
  }

  private static double growth(WorldSizes sizes) {
    return sizes.has("years_to_double")
        ? Math.log(2) / sizes.of("years_to_double")
        : Math.log(sizes.of("rate_ratio_per_year"));
  }

  /** As many in all as there were, along another path. */
  private static OverdispersedCounts[] path(Series real, double dispersion, double growth) {
    int n = real.years().length;
    double[] mean = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      mean[i] = real.months()[i] * Math.exp(growth * (real.years()[i] - real.years()[0]));
      sum += mean[i];
    }
    double total = Arrays.stream(real.counts()).sum();
    OverdispersedCounts[] counts = new OverdispersedCounts[n];
    for (int i = 0; i < n; i++) {
      counts[i] = OverdispersedCounts.of(mean[i] / sum * total, dispersion);
    }
    return counts;
  }

  private static double[] drawn(OverdispersedCounts[] path, RandomGenerator random) {
    return Arrays.stream(path).mapToDouble(count -> count.draw(random)).toArray();
  }
}
