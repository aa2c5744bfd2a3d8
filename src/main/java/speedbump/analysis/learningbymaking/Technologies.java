package speedbump.analysis.learningbymaking;

import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import speedbump.claim.Registry;
import speedbump.data.Catalog;
import speedbump.model.CostSeries;
import speedbump.stats.PooledSlope.Control;
import speedbump.stats.PooledSlope.Weights;

/**
 * The data of claim 7: what each technology cost, and how much of it had been made before. One
 * series stands for a technology; the others that are held can be opened by name. A simulated world
 * draws other costs of the same technologies, on whose output the same designs are regressed.
 */
public final class Technologies {
  /** The series of the world's solar modules. */
  public static final String SOLAR = "energy/solar_world";

  /** The series of lithium-ion cells. */
  public static final String LITHIUM_ION = "noncommercial/lithium_ion";

  /** Behind the name of a series, the whole of it, breaks of its source included. */
  public static final String AS_HELD = ", as held";

  /** Years with a point that a series needs unless a choice asks for more. */
  public static final int LEAST_YEARS = 10;

  private final List<CostSeries> all;
  private final List<CostSeries> others;

  /** Every series of costs with these years and outputs shares the designs. */
  private final Map<DesignKey, PooledDesign> designs;

  private Technologies(
      List<CostSeries> all, List<CostSeries> others, Map<DesignKey, PooledDesign> designs) {
    this.all = List.copyOf(all);
    this.others = List.copyOf(others);
    this.designs = designs;
  }

  private record DesignKey(
      int leastYears, Control control, Weights weights, OutputCounted counted) {}

  /** A cost, and what had been made before it. */
  record CostPoint(double year, double cost, double outputBefore) {}

  /** A cost of a year, and all that had been made at its end. */
  record YearEnd(int year, double cost, double outputSoFar) {}

  private record CurvePoint(
      String technology, double timeYear, double unitCost, double cumulativeOutputBefore) {}

  private record SolarYear(
      int year, double modulePrice2023usdPerW, OptionalDouble cumulativeCapacityMw) {}

  private record CellsYear(
      int year,
      OptionalDouble priceAllCells2018usdPerKwh,
      OptionalDouble marketSizeAllMwhPerYear) {}

  private record Judged(String series, boolean stands) {}

  /**
   * Loads every series. One whose source breaks, so that cumulative output jumps by more than the
   * registered ratio within a step, stands with its longest stretch without a break; as it is held
   * it can be opened by its name and {@value #AS_HELD}.
   *
   * @param catalog the collection's tables
   * @return the technologies, in the order of the table that says which series stand
   */
  public static Technologies of(Catalog catalog) {
    double jump = Registry.of(catalog).machinery().sourceBreakJump();
    Map<String, CostSeries> held = new LinkedHashMap<>();
    Map<String, List<CostPoint>> curves = new LinkedHashMap<>();
    for (CurvePoint row : catalog.rows("energy/performance_curves", CurvePoint.class)) {
      curves
          .computeIfAbsent(row.technology(), name -> new ArrayList<>())
          .add(new CostPoint(row.timeYear(), row.unitCost(), row.cumulativeOutputBefore()));
    }
    curves.forEach((name, points) -> held.put(name, series(name, points)));
    held.put(SOLAR, solar(catalog));
    held.put(LITHIUM_ION, lithiumIon(catalog));
    List<CostSeries> all = new ArrayList<>();
    for (Judged judged : catalog.rows("claims/learning_series", Judged.class)) {
      if (judged.stands()) {
        CostSeries series =
            Optional.ofNullable(held.remove(judged.series()))
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "series '%s' is not held, or stands twice".formatted(judged.series())));
        CostSeries unbroken = series.longestWithoutJump(jump);
        all.add(unbroken);
        if (unbroken.size() < series.size()) {
          held.put(series.name() + AS_HELD, wholeOf(series));
        }
      }
    }
    return new Technologies(all, List.copyOf(held.values()), new ConcurrentHashMap<>());
  }

  private static CostSeries wholeOf(CostSeries series) {
    return CostSeries.of(
        series.name() + AS_HELD,
        series.years(),
        Arrays.stream(series.logCost()).map(Math::exp).toArray(),
        Arrays.stream(series.logOutput()).map(Math::exp).toArray());
  }

  private static CostSeries solar(Catalog catalog) {
    return fromYearEnds(
        SOLAR,
        catalog.rows(SOLAR, SolarYear.class).stream()
            .filter(row -> row.cumulativeCapacityMw().isPresent())
            .map(
                row ->
                    new YearEnd(
                        row.year(),
                        row.modulePrice2023usdPerW(),
                        row.cumulativeCapacityMw().getAsDouble()))
            .toList());
  }

  private static CostSeries lithiumIon(Catalog catalog) {
    List<CostPoint> points = new ArrayList<>();
    double before = 0;
    for (CellsYear row : catalog.rows(LITHIUM_ION, CellsYear.class)) {
      if (before > 0) {
        points.add(
            new CostPoint(row.year(), row.priceAllCells2018usdPerKwh().orElseThrow(), before));
      }
      if (row.marketSizeAllMwhPerYear().isPresent()) {
        before += row.marketSizeAllMwhPerYear().getAsDouble();
      } else if (before > 0) {
        break;
      }
    }
    return series(LITHIUM_ION, points);
  }

  /** What had been made at the end of a year is the output before the next. */
  static CostSeries fromYearEnds(String name, List<YearEnd> ends) {
    return series(
        name,
        IntStream.range(1, ends.size())
            .filter(t -> ends.get(t).year() == ends.get(t - 1).year() + 1)
            .mapToObj(
                t ->
                    new CostPoint(
                        ends.get(t).year(), ends.get(t).cost(), ends.get(t - 1).outputSoFar()))
            .toList());
  }

  private static CostSeries series(String name, List<CostPoint> points) {
    return CostSeries.of(
        name,
        column(points, CostPoint::year),
        column(points, CostPoint::cost),
        column(points, CostPoint::outputBefore));
  }

  private static double[] column(List<CostPoint> points, ToDoubleFunction<CostPoint> value) {
    return points.stream().mapToDouble(value).toArray();
  }

  /**
   * The series that stand for a technology, in the order of their table.
   *
   * @return one series a technology
   */
  public List<CostSeries> all() {
    return all;
  }

  /**
   * One series, whether or not it stands for a technology.
   *
   * @param name its name in the table of series
   * @return the series
   * @throws IllegalArgumentException if there is none of the name
   */
  public CostSeries series(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("no series '%s'".formatted(name)));
  }

  /**
   * One series as its source prints it, breaks included: what published rates were fitted to.
   *
   * @param name its name in the table of series
   * @return the series
   * @throws IllegalArgumentException if there is none of the name
   */
  CostSeries asHeld(String name) {
    return find(name + AS_HELD).orElseGet(() -> series(name));
  }

  private Optional<CostSeries> find(String name) {
    return Stream.concat(all.stream(), others.stream())
        .filter(one -> one.name().equals(name))
        .findFirst();
  }

  /**
   * The technologies whose series are long enough; the shorter ones stand no longer.
   *
   * @param leastYears years with a point
   * @return the technologies with at least so many
   */
  public Technologies lasting(int leastYears) {
    Map<Boolean, List<CostSeries>> byLength =
        all.stream().collect(Collectors.partitioningBy(one -> one.yearsWithPoint() >= leastYears));
    List<CostSeries> rest = new ArrayList<>(byLength.get(false));
    rest.addAll(others);
    return new Technologies(byLength.get(true), rest, new ConcurrentHashMap<>());
  }

  /**
   * All technologies but some, which are still held.
   *
   * @param names the names of their series
   * @return the others
   */
  Technologies without(Collection<String> names) {
    Map<Boolean, List<CostSeries>> out =
        all.stream().collect(Collectors.partitioningBy(one -> names.contains(one.name())));
    List<CostSeries> rest = new ArrayList<>(out.get(true));
    rest.addAll(others);
    return new Technologies(out.get(false), rest, new ConcurrentHashMap<>());
  }

  /**
   * The same costs with another guess of what was made before each series begins.
   *
   * @param factor the new guess over the one that the series hold, positive
   * @return the technologies with other outputs
   * @throws IllegalArgumentException if the factor is not positive and finite
   */
  public Technologies withPriorOutput(double factor) {
    UnaryOperator<CostSeries> other = one -> one.withPriorOutput(factor);
    return new Technologies(
        all.stream().map(other).toList(),
        others.stream().map(other).toList(),
        new ConcurrentHashMap<>());
  }

  /**
   * The same technologies with other costs, as a simulated world draws them.
   *
   * @param logCost natural logarithm of the costs of a technology, by its index; asked for in order
   */
  Technologies withLogCost(IntFunction<double[]> logCost) {
    List<CostSeries> drawn = new ArrayList<>(all.size());
    for (int i = 0; i < all.size(); i++) {
      drawn.add(all.get(i).withLogCost(logCost.apply(i)));
    }
    return new Technologies(drawn, others, designs);
  }

  /** The regressions pooled over the technologies that are long enough, built once. */
  PooledDesign design(int leastYears, Control control, Weights weights, OutputCounted counted) {
    return designs.computeIfAbsent(
        new DesignKey(leastYears, control, weights, counted),
        key -> PooledDesign.of(lasting(leastYears).all(), control, weights, counted));
  }

  /** A month that no point comes after: the last of the newest year with a point. */
  YearMonth newest() {
    double last =
        all.stream()
            .map(CostSeries::years)
            .mapToDouble(years -> years[years.length - 1])
            .max()
            .orElseThrow();
    return YearMonth.of((int) last, Month.DECEMBER);
  }

  /** A path that starts at nothing and takes these steps. */
  static double[] path(double[] steps) {
    double[] path = new double[steps.length + 1];
    for (int t = 0; t < steps.length; t++) {
      path[t + 1] = path[t] + steps[t];
    }
    return path;
  }
}
