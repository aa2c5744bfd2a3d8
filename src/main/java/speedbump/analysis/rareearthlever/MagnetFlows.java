package speedbump.analysis.rareearthlever;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import speedbump.claim.Evidence;
import speedbump.claim.Grade;
import speedbump.claim.Machinery;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Registry;
import speedbump.claim.World;
import speedbump.data.Catalog;
import speedbump.model.MonthlyForecast;
import speedbump.model.MonthlyTotals;
import speedbump.model.MonthlyTotals.Block;
import speedbump.model.MonthlyTotals.Closure;
import speedbump.model.MonthlyTotals.Period;
import speedbump.model.Scale;
import speedbump.stats.Autoregression;

/**
 * China's exports of rare-earth magnets to one destination, taken apart into months and sums of
 * months, tonnes of gross weight: the data of 10b and 10d, as published or as a simulated world
 * draws them.
 *
 * <p>Read before any result was seen:
 *
 * <ul>
 *   <li>The series is a repost of named official figures, those of China's customs: its rows that
 *       are not flagged weak decide, and its parts close to the yearly totals. Rows flagged weak
 *       enter under the registered choice "kept" only.
 *   <li>A month known only inside a sum lies between nothing and the sum. Where the side that is
 *       met differs over these bounds, the specification is not identified and unusable.
 *   <li>The simulated worlds have the months' scatter from before April 2025. Their autocorrelation
 *       is one half: no run of single months after the registered shock has eight, the least number
 *       that tells one.
 * </ul>
 */
public final class MagnetFlows {
  /** The month from which the licences of 4 April 2025 count. */
  public static final YearMonth CONTROL = YearMonth.of(2025, 4);

  private static final String TABLE = "minerals/magnet_exports";

  private final Map<WeakRows, MonthlyTotals> totals;
  private final YearMonth first;
  private final YearMonth last;
  private final MonthlyForecast before;
  private final Autoregression noise;

  private MagnetFlows(Map<WeakRows, MonthlyTotals> totals, int shockMonths) {
    this.totals = totals;
    MonthlyTotals pattern = totals(WeakRows.LEFT_OUT);
    this.first = pattern.blocks().get(0).first();
    this.last =
        pattern.blocks().stream().map(Block::last).max(Comparator.naturalOrder()).orElseThrow();
    this.before = MonthlyForecast.fit(pattern.before(CONTROL), Scale.LEVELS);
    this.noise = noise(longestRun(pattern, CONTROL.plusMonths(shockMonths), last), before);
  }

  /** Other totals of the same months. */
  private MagnetFlows(MagnetFlows real, MonthlyTotals drawn) {
    this.totals = Map.of(WeakRows.LEFT_OUT, drawn, WeakRows.ONE_BLOCK, oneBlock(drawn));
    this.first = real.first;
    this.last = real.last;
    this.before = real.before;
    this.noise = real.noise;
  }

  /** What is done with rows flagged weak. */
  public enum WeakRows {
    /**
     * They are left out, and what the official total leaves for September and October 2025 enters
     * as one block, each month at its mean.
     */
    ONE_BLOCK("September and October 2025 as one block"),
    /** They are left out; a month known inside a sum can be anything that the sum allows. */
    LEFT_OUT("left out"),
    /** They are let in. */
    KEPT("kept");

    private final String option;

    WeakRows(String option) {
      this.option = option;
    }

    /**
     * What is done, as it is registered.
     *
     * @return the option
     */
    public String words() {
      return option;
    }

    static Option<WeakRows> option(Proposition proposition) {
      return of(proposition, values());
    }

    static Option<WeakRows> withoutBlock(Proposition proposition) {
      return of(proposition, LEFT_OUT, KEPT);
    }

    private static Option<WeakRows> of(Proposition proposition, WeakRows... options) {
      return Option.of(proposition, "rows flagged weak", options, rows -> rows.option);
    }
  }

  private record Row(
      String destination,
      YearMonth startDate,
      YearMonth endDate,
      String period,
      double tonnes,
      boolean weak,
      Grade grade) {
    Period published() {
      return new Period(startDate, endDate, tonnes, destination + " " + period);
    }
  }

  /**
   * Loads the exports to a destination.
   *
   * @param catalog the collection's tables
   * @param registry the registered tolerance and length of the shock
   * @param destination ISO 3166 code, or WLD for all together
   * @return the exports
   * @throws IllegalArgumentException if there is no row for the destination, or a published total
   *     and its parts are further apart than the registered tolerance; the message names
   *     destination and period
   */
  static MagnetFlows of(Catalog catalog, Registry registry, String destination) {
    Map<WeakRows, MonthlyTotals> totals = new EnumMap<>(WeakRows.class);
    for (WeakRows weakRows : WeakRows.values()) {
      MonthlyTotals known =
          MonthlyTotals.of(
              catalog.rows(TABLE, Row.class).stream()
                  .filter(row -> row.destination().equals(destination))
                  .filter(row -> weakRows == WeakRows.KEPT || !row.weak())
                  .map(Row::published)
                  .toList());
      known.closures().forEach(closure -> requireClosed(closure, registry.machinery()));
      totals.put(weakRows, weakRows == WeakRows.ONE_BLOCK ? oneBlock(known) : known);
    }
    int shockMonths = (int) registry.proposition("10b").worlds(World.T).get(0).of("months");
    return new MagnetFlows(totals, shockMonths);
  }

  /**
   * The exports to a destination by those rows alone whose own grade decides, as if the series had
   * not been graded as a whole.
   *
   * @param catalog the collection's tables
   * @param destination ISO 3166 code, or WLD for all together
   * @return tonnes
   */
  public static MonthlyTotals byOwnGrade(Catalog catalog, String destination) {
    return MonthlyTotals.of(
        catalog.rows(TABLE, Row.class).stream()
            .filter(row -> row.destination().equals(destination) && row.grade().decides())
            .map(Row::published)
            .toList());
  }

  private static MonthlyTotals oneBlock(MonthlyTotals known) {
    return known.sharedOut(YearMonth.of(2025, 9), YearMonth.of(2025, 10));
  }

  private static void requireClosed(Closure closure, Machinery machinery) {
    if (!machinery.addsUp(new double[] {closure.parts()}, closure.published())) {
      throw new IllegalArgumentException(
          "%s, %s: its parts make %s tonnes, the published total is %s; they may differ by %s of it"
              .formatted(
                  TABLE,
                  closure.label(),
                  closure.parts(),
                  closure.published(),
                  machinery.officialTotalTolerance()));
    }
  }

  /**
   * The exports by month and sum of months.
   *
   * @param weakRows what is done with rows flagged weak
   * @return tonnes
   * @throws IllegalArgumentException if these are drawn exports, which have no rows flagged weak
   */
  public MonthlyTotals totals(WeakRows weakRows) {
    if (!totals.containsKey(weakRows)) {
      throw new IllegalArgumentException("drawn exports have no rows flagged weak");
    }
    return totals.get(weakRows);
  }

  /**
   * What the months and sums before April 2025 forecast for one month after, on the level, rows
   * flagged weak left out.
   *
   * @return the forecast; its mean is that of the simulated worlds
   */
  public MonthlyForecast forecast() {
    return before;
  }

  /**
   * Exports of a span over what {@link #forecast} gives for it, rows flagged weak left out.
   *
   * @param from the first month
   * @param to the last month
   * @return a fraction, 1 if nothing had changed
   * @throws IllegalArgumentException if the span is not known as a whole
   */
  public double overForecast(YearMonth from, YearMonth to) {
    double sum =
        totals(WeakRows.LEFT_OUT)
            .sum(from, to)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "exports from %s to %s are not known as a whole".formatted(from, to)));
    return sum / ((from.until(to, ChronoUnit.MONTHS) + 1) * before.mean());
  }

  /**
   * One draw of the exports of a simulated world, in the blocks of the real ones. The exports of a
   * month are {@code max(0, mean * factor + noise)}: the mean before the control, a factor of the
   * month, and first-order autocorrelated noise.
   */
  MagnetFlows drawn(ToDoubleFunction<YearMonth> factor, RandomGenerator random) {
    double[] drawn = noise.simulate((int) first.until(last, ChronoUnit.MONTHS) + 1, random);
    return new MagnetFlows(
        this,
        totals(WeakRows.LEFT_OUT)
            .withFlows(
                month ->
                    Math.max(
                        0,
                        before.mean() * factor.applyAsDouble(month)
                            + drawn[(int) first.until(month, ChronoUnit.MONTHS)])));
  }

  /**
   * The scatter of a month before the control, with the autocorrelation that a run of months tells;
   * one half where it is too short.
   */
  private static Autoregression noise(double[] run, MonthlyForecast before) {
    double mean = Arrays.stream(run).average().orElseThrow();
    double[] deviations = Arrays.stream(run).map(x -> x - mean).toArray();
    double rho = Autoregression.rhoOfErrors(deviations);
    return new Autoregression(
        rho, before.standardDeviation() * Math.sqrt(1 - rho * rho), run.length);
  }

  /** The longest unbroken run of months known singly; the first of several. */
  private static double[] longestRun(MonthlyTotals totals, YearMonth from, YearMonth to) {
    List<Double> longest = List.of();
    List<Double> run = new ArrayList<>();
    for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
      OptionalDouble flow = totals.month(month);
      run = flow.isPresent() ? run : new ArrayList<>();
      flow.ifPresent(run::add);
      longest = run.size() > longest.size() ? List.copyOf(run) : longest;
    }
    return longest.stream().mapToDouble(x -> x).toArray();
  }

  /** The first of several possible figures if all stand alike, else none is identified. */
  static Outcome identified(Proposition proposition, List<Evidence> possible) {
    return possible.stream().map(proposition::standing).distinct().count() == 1
        ? Outcome.of(possible.get(0))
        : Outcome.unusable("not identified: months known only as a sum could fall on either side");
  }
}
