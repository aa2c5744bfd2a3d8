package speedbump.analysis.internaldemand;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import speedbump.analysis.shared.Intervals;
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

/**
 * Proposition 11b: exports make up a smaller part of China's growth since 2018 than before.
 *
 * <p>Over a window the part is the sum of the yearly rises of exports over that of the product. As
 * a regression: a year's rise of exports is b times its rise of the product and noise that grows
 * with the root of it, so that {@code dX / sqrt(dY) = b0 sqrt(dY) + b1 sqrt(dY) after + e}; by
 * least squares b0 and b0 + b1 are the two parts exactly.
 */
public final class GrowthShare {
  private static final String DIFFERENCE = "export_share_of_growth_difference";
  private static final String GROUP = "growth accounting";
  private static final int COVERAGE_DRAWS = 2000;
  private static final int DECEMBER = 12;

  private final Proposition proposition;
  private final Option<Double> firstYear;
  private final Option<Boolean> net;
  private final Option<Double> lastYear;
  private final Option<SerialErrors> interval;
  private final double coverage;
  private final int laterFrom;
  private final int earlierTo;
  private final List<Year> years;
  private final Map<Integer, Double> deflator;

  /**
   * China's product by expenditure in a year, in billion yuan of the year.
   *
   * @param year the year
   * @param gdpBillionCny gross domestic product
   * @param consumptionBillionCny final consumption
   * @param capitalFormationBillionCny capital formation
   * @param exportsBillionCny exports
   * @param importsBillionCny imports
   */
  public record Year(
      int year,
      double gdpBillionCny,
      OptionalDouble consumptionBillionCny,
      OptionalDouble capitalFormationBillionCny,
      double exportsBillionCny,
      double importsBillionCny) {
    double exports(boolean net) {
      return net ? exportsBillionCny - importsBillionCny : exportsBillionCny;
    }
  }

  /**
   * The rises of a year on the year before, in billion yuan.
   *
   * @param year the year
   * @param gdp of the product
   * @param exports of exports, gross or net
   */
  public record Rise(int year, double gdp, double exports) {}

  private record RealRow(String country, int year, OptionalDouble gdpConstant2015Usd) {}

  /** Real rises, gross and net, or drawn ones that stand for the default. */
  private record Data(List<Rise> gross, List<Rise> net) {}

  GrowthShare(Proposition proposition, Machinery machinery, Catalog catalog) {
    this.proposition = proposition;
    this.coverage = machinery.intervalCoverage();
    this.laterFrom = (int) proposition.definition("later_window_first_year");
    this.earlierTo = (int) proposition.definition("earlier_window_last_year");
    this.firstYear = Option.numbers(proposition, "earlier window");
    this.net = Option.of(proposition, "exports", Map.of("net", true, "gross", false));
    this.lastYear = Option.numbers(proposition, "last year");
    this.interval = Intervals.option(proposition);
    this.years = catalog.rows("industry/china_expenditure", Year.class);
    this.deflator = deflator(catalog, years);
  }

  /** The price of the product, current yuan over constant dollars; any unit. */
  private static Map<Integer, Double> deflator(Catalog catalog, List<Year> years) {
    Map<Integer, Double> prices = new TreeMap<>();
    for (RealRow row : catalog.rows("industry/gdp", RealRow.class)) {
      if (row.country().equals("CHN") && row.gdpConstant2015Usd().isPresent()) {
        years.stream()
            .filter(one -> one.year() == row.year())
            .forEach(
                one ->
                    prices.put(
                        row.year(), one.gdpBillionCny() / row.gdpConstant2015Usd().getAsDouble()));
      }
    }
    return prices;
  }

  /**
   * The years of the table.
   *
   * @return in their order
   */
  public List<Year> years() {
    return years;
  }

  /**
   * The first year of the later window, as registered.
   *
   * @return the year
   */
  public int laterFrom() {
    return laterFrom;
  }

  /**
   * The default's first year of the earlier window.
   *
   * @return the year
   */
  public int earlierFrom() {
    return number("earlier window");
  }

  /**
   * The default's last year.
   *
   * @return the year
   */
  public int last() {
    return number("last year");
  }

  private int number(String choice) {
    return (int) proposition.choice(choice).options().get(0).number();
  }

  /**
   * The yearly rises.
   *
   * @param first the first year
   * @param last the last
   * @param ofNet whether imports are taken off exports
   * @return one a year
   * @throws IllegalArgumentException if a year or the one before the first is not held
   */
  public List<Rise> rises(int first, int last, boolean ofNet) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(
            year ->
                new Rise(
                    year,
                    of(year).gdpBillionCny() - of(year - 1).gdpBillionCny(),
                    of(year).exports(ofNet) - of(year - 1).exports(ofNet)))
        .toList();
  }

  private Year of(int year) {
    return years.stream()
        .filter(one -> one.year() == year)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no figures of the year " + year));
  }

  /**
   * The part of growth that exports make up: the sum of their rises over that of the product.
   *
   * @param first the first year whose rise counts
   * @param last the last
   * @param ofNet whether imports are taken off exports
   * @return a share of growth, which can be negative or above one
   */
  public double share(int first, int last, boolean ofNet) {
    return share(rises(first, last, ofNet));
  }

  private static double share(List<Rise> rises) {
    return rises.stream().mapToDouble(Rise::exports).sum()
        / rises.stream().mapToDouble(Rise::gdp).sum();
  }

  /**
   * The part of a year's growth by kind of expenditure.
   *
   * @param year the year
   * @param consumption of consumption; empty where it is not held
   * @param capitalFormation of capital formation; empty where it is not held
   * @param netExports of exports less imports
   * @param exports of exports
   */
  public record Contribution(
      int year,
      OptionalDouble consumption,
      OptionalDouble capitalFormation,
      double netExports,
      double exports) {}

  /**
   * What each kind of expenditure adds to a year's growth, in parts of that growth. What they leave
   * open is the statistical discrepancy.
   *
   * @param first the first year
   * @param last the last
   * @return one a year
   */
  public List<Contribution> contributions(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(
            year ->
                new Contribution(
                    year,
                    part(year, Year::consumptionBillionCny),
                    part(year, Year::capitalFormationBillionCny),
                    share(year, year, true),
                    share(year, year, false)))
        .toList();
  }

  private OptionalDouble part(int year, Function<Year, OptionalDouble> expenditure) {
    OptionalDouble now = expenditure.apply(of(year));
    OptionalDouble before = expenditure.apply(of(year - 1));
    double growth = of(year).gdpBillionCny() - of(year - 1).gdpBillionCny();
    return now.isPresent() && before.isPresent()
        ? OptionalDouble.of((now.getAsDouble() - before.getAsDouble()) / growth)
        : OptionalDouble.empty();
  }

  /**
   * A comparison of two windows.
   *
   * @param name what is compared
   * @param before the part of growth in the earlier window, by sums
   * @param after that in the later one
   * @param difference after less before by the regression, with its 95% interval
   */
  public record Comparison(String name, double before, double after, Interval difference) {
    Comparison named(String other) {
      return new Comparison(other, before, after, difference);
    }
  }

  /**
   * The part of growth in each of the registered windows, by the regression.
   *
   * @param ofNet whether imports are taken off exports
   * @return that of the earlier and that of the later window, with their 95% intervals
   */
  public List<Interval> windows(boolean ofNet) {
    List<Rise> rises = rises(earlierFrom(), last(), ofNet);
    double[][] apart = regressors(rises, laterFrom);
    for (double[] row : apart) {
      row[0] -= row[1];
    }
    LeastSquares fit = LeastSquares.fit(outcome(rises), apart);
    return List.of(
        fit.interval(0, coverage, SerialErrors.PRAIS_WINSTEN),
        fit.interval(1, coverage, SerialErrors.PRAIS_WINSTEN));
  }

  /**
   * Two windows next to each other, by the registered interval.
   *
   * @param first the first year of the earlier window
   * @param edge the first year of the later one
   * @param last the last year
   * @param ofNet whether imports are taken off exports
   * @param leftOut years that do not count
   * @return the comparison
   * @throws IllegalArgumentException if a window has no year
   */
  public Comparison compare(int first, int edge, int last, boolean ofNet, Set<Integer> leftOut) {
    return compare(
        "%d-%d against %d-%d".formatted(edge, last, first, edge - 1),
        rises(first, last, ofNet).stream().filter(rise -> !leftOut.contains(rise.year())).toList(),
        edge,
        SerialErrors.PRAIS_WINSTEN);
  }

  private Comparison compare(String name, List<Rise> rises, int edge, SerialErrors errors) {
    return new Comparison(
        name,
        share(rises.stream().filter(rise -> rise.year() < edge).toList()),
        share(rises.stream().filter(rise -> rise.year() >= edge).toList()),
        regression(rises, edge).interval(1, coverage, errors));
  }

  private static LeastSquares regression(List<Rise> rises, int edge) {
    return LeastSquares.fit(outcome(rises), regressors(rises, edge));
  }

  private static double[] outcome(List<Rise> rises) {
    return rises.stream().mapToDouble(rise -> rise.exports() / Math.sqrt(rise.gdp())).toArray();
  }

  private static double[][] regressors(List<Rise> rises, int edge) {
    return rises.stream()
        .map(
            rise -> {
              double root = Math.sqrt(rise.gdp());
              return new double[] {root, rise.year() >= edge ? root : 0};
            })
        .toArray(double[][]::new);
  }

  /**
   * The registered windows by each of the three intervals.
   *
   * @return one row an interval, that of the rule first
   */
  public List<Comparison> intervals() {
    List<Rise> rises = rises(earlierFrom(), last(), true);
    return proposition.choice("interval").options().stream()
        .map(
            option ->
                compare(
                    option.words(),
                    rises,
                    laterFrom,
                    switch (option.words()) {
                      case "Newey-West" -> SerialErrors.NEWEY_WEST;
                      case "block bootstrap" -> SerialErrors.BLOCK_BOOTSTRAP;
                      default -> SerialErrors.PRAIS_WINSTEN;
                    }))
        .toList();
  }

  /**
   * The registered windows without years that were not like others, and in other prices.
   *
   * @return net and gross: all years; without 2020 and 2021, the pandemic; without 2010, the year
   *     after the crisis of 2009; at the product's own prices
   */
  public List<Comparison> variants() {
    return List.of(true, false).stream()
        .flatMap(
            ofNet -> {
              String kind = ofNet ? "net: " : "gross: ";
              return List.of(
                  registered(ofNet, Set.of()).named(kind + "all years"),
                  registered(ofNet, PANDEMIC).named(kind + "without 2020 and 2021"),
                  registered(ofNet, AFTER_CRISIS).named(kind + "without 2010"),
                  compare(
                      kind + "at the product's prices",
                      deflated(earlierFrom(), last(), ofNet),
                      laterFrom,
                      SerialErrors.PRAIS_WINSTEN))
                  .stream();
            })
        .toList();
  }

  private static final Set<Integer> PANDEMIC = Set.of(2020, 2021);
  private static final Set<Integer> AFTER_CRISIS = Set.of(2010);

  /**
   * The registered windows.
   *
   * @param ofNet whether imports are taken off exports
   * @param leftOut years that do not count
   * @return the comparison, the two windows by sums and their difference by the regression
   */
  public Comparison registered(boolean ofNet, Set<Integer> leftOut) {
    return compare(earlierFrom(), laterFrom, last(), ofNet, leftOut);
  }

  /** Exports and product both divided by the price of the product. */
  private List<Rise> deflated(int first, int last, boolean ofNet) {
    ToDoubleFunction<Year> product = year -> year.gdpBillionCny() / deflator.get(year.year());
    ToDoubleFunction<Year> sold = year -> year.exports(ofNet) / deflator.get(year.year());
    return IntStream.rangeClosed(first, last)
        .mapToObj(
            year ->
                new Rise(
                    year,
                    product.applyAsDouble(of(year)) - product.applyAsDouble(of(year - 1)),
                    sold.applyAsDouble(of(year)) - sold.applyAsDouble(of(year - 1))))
        .toList();
  }

  private Outcome estimate(Data data, Specification specification) {
    double first = firstYear.in(specification);
    double last = lastYear.in(specification);
    boolean ofNet = net.in(specification);
    SerialErrors errors = interval.in(specification);
    List<Rise> rises =
        (ofNet ? data.net() : data.gross())
            .stream()
                .filter(
                    rise ->
                        rise.year() >= first
                            && rise.year() <= last
                            && (rise.year() <= earlierTo || rise.year() >= laterFrom))
                .toList();
    if (rises.stream().anyMatch(rise -> !(rise.gdp() > 0))) {
      return Outcome.unusable("the product fell in a year: its growth has no part");
    }
    Interval difference = regression(rises, laterFrom).interval(1, coverage, errors);
    return Outcome.of(
        Evidence.of("export_share_of_growth_difference_lower95", difference.lower())
            .and("export_share_of_growth_difference_upper95", difference.upper())
            .and("export_share_of_growth_difference", difference.estimate()));
  }

  private Trial<Data> trial() {
    int newest = years.get(years.size() - 1).year();
    int oldest = years.get(0).year() + 1;
    List<Rise> real = rises(earlierFrom(), last(), true);
    Autoregression noise = Autoregression.fitErrors(regression(real, laterFrom).residuals(), 2);
    double before = share(earlierFrom(), earlierTo, true);
    return Trial.of(
        proposition,
        GROUP,
        new Data(rises(oldest, newest, false), rises(oldest, newest, true)),
        YearMonth.of(last(), DECEMBER),
        this::estimate,
        (sizes, random) -> {
          double[] errors = noise.simulate(real.size(), random);
          return new Data(
              List.of(),
              IntStream.range(0, real.size())
                  .mapToObj(i -> drawn(real.get(i), before, sizes, errors[i]))
                  .toList());
        });
  }

  private Rise drawn(Rise real, double before, WorldSizes sizes, double error) {
    double part = before + (real.year() >= laterFrom ? sizes.of("share_change") : 0);
    return new Rise(real.year(), real.gdp(), part * real.gdp() + Math.sqrt(real.gdp()) * error);
  }

  /**
   * How often the registered interval covers the truth at the lengths and noise of the two windows.
   *
   * @param world whose change of share is the truth
   * @return the share of draws
   */
  public double measuredCoverage(World world) {
    WorldSizes sizes = proposition.worlds(world).get(0);
    return Coverage.measured(trial(), sizes, DIFFERENCE, sizes.of("share_change"), COVERAGE_DRAWS);
  }

  /**
   * The noise of the registered windows.
   *
   * @return its first-order coefficient, corrected for the bias of a short series
   */
  public double noiseCoefficient() {
    return Autoregression.fitErrors(
            regression(rises(earlierFrom(), last(), true), laterFrom).residuals(), 2)
        .rho();
  }

  Examination examination() {
    return Examination.of(proposition, List.of(trial()));
  }
}
