package speedbump.analysis;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Grade;
import speedbump.claim.Group;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Registry;
import speedbump.claim.Side;
import speedbump.claim.Specification;
import speedbump.claim.World;
import speedbump.claim.Worlds;
import speedbump.data.Catalog;
import speedbump.model.MonthlyForecast;
import speedbump.model.MonthlyForecast.Scale;
import speedbump.model.MonthlyTotals;
import speedbump.model.MonthlyTotals.Block;
import speedbump.model.MonthlyTotals.Period;
import speedbump.model.SupplyGap;
import speedbump.stats.Autoregression;
import speedbump.stats.Concentration;
import speedbump.stats.Interval;
import speedbump.stats.LeastSquares;
import tech.tablesaw.api.Row;

/**
 * Claim 10: do China's controls on heavy rare earths expose American defence, and does the lever
 * hold? The steps that the notebook walks through, that the tests check and that the multiverse
 * varies.
 *
 * <p>Read before any result was seen:
 *
 * <ul>
 *   <li>The series of magnet exports is a repost of named official figures, those of China's
 *       customs: its rows that are not flagged weak decide, and its parts close to the yearly
 *       totals. Rows flagged weak enter under the registered choice "kept" only. In every other
 *       table only figures of grade P or M decide.
 *   <li>A month known only inside a sum lies between nothing and the sum. Where the side that is
 *       met differs over these bounds, the specification is not identified and unusable.
 *   <li>Month 1 of the lever is April 2025, month 12 is March 2026.
 *   <li>Elements under licence: samarium, gadolinium, terbium, dysprosium, lutetium, scandium,
 *       yttrium. The Geological Survey's figure for heavy rare earths is a group figure of the
 *       elements in its chapter; samarium and gadolinium stand in the chapter of the light ones and
 *       have no figure. A share for magnet rare earths is a group figure of terbium and dysprosium.
 *   <li>The simulated worlds have the months' scatter from before April 2025 and its
 *       autocorrelation from the few months after the registered shock.
 * </ul>
 */
public final class RareEarths {
  /** The month from which the licences of 4 April 2025 count. */
  public static final YearMonth CONTROL = YearMonth.of(2025, 4);

  /** All destinations together. */
  public static final String WORLD = "WLD";

  /** The destination that the claim is about. */
  public static final String UNITED_STATES = "USA";

  private static final double PERCENT = 100;
  private static final String HEAVY_CHAPTER = "RARE EARTHS (Heavy)";
  private static final String KEPT = "kept";
  private static final String STANDS = "stands for its elements";

  /** Pairs of a month and the same month a year before, below which no season can be told. */
  private static final int LEAST_PAIRS = 2;

  private final Catalog catalog;
  private final List<Element> elements;

  private RareEarths(Catalog catalog) {
    this.catalog = catalog;
    this.elements = elements(catalog);
  }

  /**
   * Loads the claim's tables.
   *
   * @param catalog the collection's tables
   * @return the claim's steps
   */
  public static RareEarths of(Catalog catalog) {
    return new RareEarths(catalog);
  }

  // ---- 10a: the exposure is real

  /**
   * A published share of China in refining.
   *
   * @param material the element, or the group that has the figure
   * @param own whether it is the element's own
   * @param low its lower end, a fraction of one
   * @param middle the figure, or the middle of its range
   * @param high its upper end
   * @param grade the grade of its source
   * @param source the title of its source
   */
  public record ProcessingShare(
      String material,
      boolean own,
      double low,
      double middle,
      double high,
      Grade grade,
      String source) {
    double at(String option) {
      return switch (option) {
        case "low" -> low;
        case "middle" -> middle;
        case "high" -> high;
        default -> throw new IllegalArgumentException("no part of a range is called " + option);
      };
    }
  }

  /**
   * A rare earth under the licence of April 2025.
   *
   * @param name its name
   * @param reliance US net import reliance, a fraction of one; empty where there is none
   * @param ownReliance whether that figure is the element's own
   * @param shares China's published shares of its refining, the element's own first, then by grade
   */
  public record Element(
      String name, OptionalDouble reliance, boolean ownReliance, List<ProcessingShare> shares) {
    Optional<ProcessingShare> share(boolean groups, boolean anyGrade) {
      return shares.stream()
          .filter(share -> groups || share.own())
          .filter(share -> anyGrade || share.grade().decides())
          .findFirst();
    }

    private boolean both(boolean groups, boolean anyGrade) {
      return reliance.isPresent() && (groups || ownReliance) && share(groups, anyGrade).isPresent();
    }
  }

  private static List<Element> elements(Catalog catalog) {
    Map<String, String> chapters = new LinkedHashMap<>();
    for (Row row : catalog.table("minerals/us_statistics")) {
      chapters.putIfAbsent(row.getString("commodity"), row.getString("chapter"));
    }
    Map<String, Double> reliances = new LinkedHashMap<>(); // by chapter, the newest year last
    for (Row row : catalog.table("minerals/us_net_import_reliance").sortOn("year")) {
      if (!row.isMissing("net_import_reliance")) {
        reliances.put(row.getString("chapter"), row.getDouble("net_import_reliance"));
      }
    }
    List<Element> elements = new ArrayList<>();
    for (String name :
        List.of(
            "Samarium", "Gadolinium", "Terbium", "Dysprosium", "Lutetium", "Scandium", "Yttrium")) {
      String chapter = chapters.get(name);
      boolean own = name.equalsIgnoreCase(chapter);
      boolean heavy = HEAVY_CHAPTER.equals(chapter);
      elements.add(
          new Element(
              name,
              own || heavy ? OptionalDouble.of(reliances.get(chapter)) : OptionalDouble.empty(),
              own,
              shares(catalog, name, heavy)));
    }
    return List.copyOf(elements);
  }

  private static List<ProcessingShare> shares(Catalog catalog, String element, boolean heavy) {
    List<ProcessingShare> shares = new ArrayList<>();
    for (Row row : catalog.table("minerals/china_shares")) {
      String material = row.getString("material");
      boolean own = material.equalsIgnoreCase(element);
      boolean magnet =
          material.equals("magnet_rare_earths")
              && List.of("Terbium", "Dysprosium").contains(element);
      boolean group = magnet || heavy && material.equals("heavy_rare_earths");
      if ((own || group)
          && row.getString("entity").equals("China")
          && row.getString("stage").equals("refining")
          && row.getString("unit").equals("percent")
          && !row.getString("flag").contains("FORECAST")) {
        double value = row.getDouble("value") / PERCENT;
        shares.add(
            new ProcessingShare(
                material,
                own,
                row.isMissing("low") ? value : row.getDouble("low") / PERCENT,
                value,
                row.isMissing("high") ? value : row.getDouble("high") / PERCENT,
                Grade.valueOf(row.getString("grade")),
                row.getString("source_title")));
      }
    }
    shares.sort(
        Comparator.comparing(ProcessingShare::own)
            .reversed()
            .thenComparing(ProcessingShare::grade));
    return shares;
  }

  /**
   * The seven elements with what is held of each.
   *
   * @return by atomic number, scandium and yttrium last
   */
  public List<Element> elements() {
    return elements;
  }

  /**
   * The elements with both figures.
   *
   * @param groups whether a group figure stands for its elements
   * @param anyGrade whether figures of grade S are let in, which illustrate only
   * @return those elements
   */
  public List<Element> withBoth(boolean groups, boolean anyGrade) {
    return elements.stream().filter(element -> element.both(groups, anyGrade)).toList();
  }

  /**
   * The share of elements for which both figures exceed the registered least shares.
   *
   * @param proposition 10a as registered
   * @param groups whether a group figure stands for its elements
   * @param range which part of a published range is taken: low, middle or high
   * @param anyGrade whether figures of grade S are let in, which illustrate only
   * @return a fraction of the elements with both figures; empty without any
   */
  public OptionalDouble exposedShare(
      Proposition proposition, boolean groups, String range, boolean anyGrade) {
    double leastReliance = proposition.definition("least_net_import_reliance");
    double leastShare = proposition.definition("least_processing_share");
    return withBoth(groups, anyGrade).stream()
        .mapToDouble(
            element ->
                element.reliance().getAsDouble() > leastReliance
                        && element.share(groups, anyGrade).orElseThrow().at(range) > leastShare
                    ? 1
                    : 0)
        .average();
  }

  private Outcome exposure(Proposition proposition, Specification specification) {
    OptionalDouble share =
        exposedShare(
            proposition,
            specification.option("group figure").equals(STANDS),
            specification.option("published range"),
            false);
    return share.isPresent()
        ? Outcome.of(Evidence.of("exposed_elements_share", share.getAsDouble()))
        : Outcome.unusable("no element with both figures");
  }

  /**
   * How much one mineral depends on whom.
   *
   * @param mineral its name in the table of world output
   * @param chinaShare China's share of world output, a fraction of one
   * @param usShare the share of the United States; not a number where its output is withheld, which
   *     is then missing from the total too
   * @param output concentration of world output, between bounds for what "other countries" hide
   * @param year the year of the figures
   */
  public record OutputShare(
      String mineral, double chinaShare, double usShare, Concentration output, int year) {}

  /**
   * Who makes a mineral, over the sum of the countries and not the rounded total, newest edition.
   *
   * @param mineral its name in the table of world output
   * @param statistic production or capacity
   * @return the shares of the newest year
   * @throws IllegalArgumentException if the mineral has no such table
   */
  public OutputShare outputShare(String mineral, String statistic) {
    List<Maker> makers = new ArrayList<>();
    for (Row row : catalog.table("minerals/world_production")) {
      if (row.getString("mineral").equals(mineral)
          && row.getString("statistic").equals(statistic)
          && !row.getString("kind").equals("total")
          && !row.isMissing("value")) {
        makers.add(
            new Maker(
                row.getInt("edition"),
                row.getInt("year"),
                row.getString("country"),
                row.getString("kind"),
                row.getDouble("value")));
      }
    }
    int edition = makers.stream().mapToInt(Maker::edition).max().orElse(0);
    int year =
        makers.stream().filter(m -> m.edition() == edition).mapToInt(Maker::year).max().orElse(0);
    List<Maker> newest =
        makers.stream().filter(m -> m.edition() == edition && m.year() == year).toList();
    if (newest.isEmpty()) {
      throw new IllegalArgumentException("no world %s of %s is held".formatted(statistic, mineral));
    }
    double all = newest.stream().mapToDouble(Maker::quantity).sum();
    double[] named = quantities(newest, m -> !m.kind().equals("other"));
    double other = sum(quantities(newest, m -> m.kind().equals("other")));
    return new OutputShare(
        mineral,
        sum(quantities(newest, m -> m.country().equals("CHN"))) / all,
        newest.stream()
            .filter(m -> m.country().equals(UNITED_STATES))
            .mapToDouble(m -> m.quantity() / all)
            .findFirst()
            .orElse(Double.NaN),
        Concentration.of(named, other),
        year);
  }

  private record Maker(int edition, int year, String country, String kind, double quantity) {}

  private static double[] quantities(
      List<Maker> makers, java.util.function.Predicate<Maker> which) {
    return makers.stream().filter(which).mapToDouble(Maker::quantity).toArray();
  }

  private static double sum(double[] values) {
    return java.util.Arrays.stream(values).sum();
  }

  // ---- 10b and 10d: magnet exports by month

  /**
   * The exports of magnets to a destination, taken apart into months and sums of months.
   *
   * @param destination ISO 3166 code, or {@link #WORLD}
   * @param keepWeak whether rows flagged weak are let in
   * @return tonnes a month, gross weight of magnets
   * @throws IllegalArgumentException if there is no row for the destination
   */
  public MonthlyTotals magnets(String destination, boolean keepWeak) {
    List<Period> periods = new ArrayList<>();
    for (Row row : catalog.table("minerals/magnet_exports")) {
      if (row.getString("destination").equals(destination)
          && (keepWeak || !row.getBoolean("weak"))) {
        periods.add(
            period(
                row.getDate("start_date"),
                row.getDate("end_date"),
                row.getDouble("tonnes"),
                destination + " " + row.getString("period")));
      }
    }
    return MonthlyTotals.of(periods);
  }

  private static Period period(LocalDate start, LocalDate end, double total, String label) {
    return new Period(YearMonth.from(start), YearMonth.from(end), total, label);
  }

  /**
   * China's exports of all seventeen rare earths to the world: mostly light ones, which need no
   * licence. The placebo of 10b.
   *
   * @return tonnes by month and sum of months
   */
  public MonthlyTotals allRareEarths() {
    List<Period> periods = new ArrayList<>();
    for (Row row : catalog.table("minerals/mineral_flows")) {
      if (row.getString("series").equals("china_rare_earth_exports_17_minerals")) {
        periods.add(
            period(
                row.getDate("start_date"),
                row.getDate("end_date"),
                row.getDouble("value"),
                "rare earths " + row.getString("period")));
      }
    }
    return MonthlyTotals.of(periods);
  }

  /**
   * What the months before April 2025 foretell for one month after.
   *
   * @param totals exports
   * @param singly whether only months known singly are used, or sums as well
   * @param scale level or logarithm
   * @return the forecast
   */
  public static MonthlyForecast foretold(MonthlyTotals totals, boolean singly, Scale scale) {
    return MonthlyForecast.fit(
        totals.before(CONTROL).stream().filter(block -> !singly || block.size() == 1).toList(),
        scale);
  }

  private static Outcome bite(
      Proposition proposition, MonthlyTotals totals, boolean singly, Scale scale) {
    Interval interval =
        foretold(totals, singly, scale)
            .month(proposition.definition("prediction_interval_coverage"));
    int tested = (int) proposition.definition("months_tested");
    if (interval.lower() <= 0) {
      return Outcome.of(Evidence.of("months_below_prediction_interval", 0));
    }
    List<Evidence> possible =
        totals.atOrAbove(CONTROL, tested, interval.lower()).stream()
            .map(pattern -> tested - count(pattern))
            .sorted()
            .map(below -> Evidence.of("months_below_prediction_interval", below))
            .toList();
    return identified(proposition, possible);
  }

  private Outcome bite(Proposition proposition, String destination, Specification specification) {
    MonthlyTotals totals =
        magnets(destination, specification.option("rows flagged weak").equals(KEPT));
    boolean singly = specification.option("months before").equals("single months only");
    if (specification.option("season").equals("same month a year before")) {
      long pairs =
          totals.before(CONTROL).stream()
              .filter(
                  block ->
                      block.months().stream()
                          .allMatch(m -> totals.month(m.minusYears(1)).isPresent()))
              .count();
      if (pairs >= LEAST_PAIRS) {
        throw new IllegalStateException(
            "%d pairs of a month and the same month a year before are held now: a season can be told"
                .formatted(pairs));
      }
      return Outcome.unusable(
          "no month before April 2025 is held together with the same month a year before");
    }
    List<Block> before =
        totals.before(CONTROL).stream().filter(block -> !singly || block.size() == 1).toList();
    if (before.size() < MonthlyForecast.LEAST_BLOCKS) {
      return Outcome.unusable("fewer than two months before");
    }
    return bite(
        proposition,
        totals,
        singly,
        specification.option("scale").equals("level") ? Scale.LEVEL : Scale.LOGARITHM);
  }

  private static int count(boolean[] pattern) {
    int count = 0;
    for (boolean one : pattern) {
      count += one ? 1 : 0;
    }
    return count;
  }

  /** The first of several possible figures if all meet the same side, else none is identified. */
  private static Outcome identified(Proposition proposition, List<Evidence> possible) {
    List<Optional<Side>> sides = possible.stream().map(proposition::side).distinct().toList();
    return sides.size() == 1
        ? Outcome.of(possible.get(0))
        : Outcome.unusable("not identified: months known only as a sum could fall on either side");
  }

  /**
   * Each block of months against what the blocks before it foretold, in order of time: the test of
   * April 2025 at every earlier time that allows it.
   *
   * @param block the months tested
   * @param blocksBefore blocks used for the forecast
   * @param standardisedError prediction error in standard deviations
   * @param chanceBelow the chance of a block as low, if nothing had changed
   */
  public record Placebo(
      Block block, int blocksBefore, double standardisedError, double chanceBelow) {}

  /**
   * The test of each block against those that end before it begins.
   *
   * @param totals exports
   * @param leastBlocks blocks that must lie before
   * @param until the first month that is not tested
   * @return by their first month; from {@link #CONTROL} on only blocks before it are used
   */
  public static List<Placebo> placebos(MonthlyTotals totals, int leastBlocks, YearMonth until) {
    List<Placebo> placebos = new ArrayList<>();
    for (Block block : totals.before(until)) {
      if (block.first().isBefore(CONTROL) && !block.last().isBefore(CONTROL)) {
        continue; // a sum over months before and after says nothing of either
      }
      YearMonth cut = block.first().isAfter(CONTROL) ? CONTROL : block.first();
      List<Block> before = totals.before(cut);
      if (before.size() >= leastBlocks) {
        MonthlyForecast forecast = MonthlyForecast.fit(before, Scale.LEVEL);
        placebos.add(
            new Placebo(
                block,
                before.size(),
                forecast.standardisedError(block),
                forecast.chanceBelow(block)));
      }
    }
    return placebos;
  }

  /**
   * The level before, against which recovery is measured.
   *
   * @param totals exports
   * @param option "first quarter of 2025", "2024" or "second half of 2024"
   * @return tonnes a month; empty where the span is not known as a whole
   * @throws IllegalArgumentException if the option is not known
   */
  public static OptionalDouble levelBefore(MonthlyTotals totals, String option) {
    YearMonth from;
    int months;
    switch (option) {
      case "first quarter of 2025" -> {
        from = YearMonth.of(2025, 1);
        months = 3;
      }
      case "2024" -> {
        from = YearMonth.of(2024, 1);
        months = 12;
      }
      case "second half of 2024" -> {
        from = YearMonth.of(2024, 7);
        months = 6;
      }
      default -> throw new IllegalArgumentException("no level before is called " + option);
    }
    OptionalDouble sum = totals.sum(from, from.plusMonths(months - 1L));
    return sum.isPresent() ? OptionalDouble.of(sum.getAsDouble() / months) : sum;
  }

  /**
   * The longest run of months at or above a level, for every way in which sums can be shared out.
   *
   * @param totals exports
   * @param level the level, tonnes a month
   * @param months how many months from April 2025 are looked at
   * @return each possible run once, ascending
   */
  public static List<Integer> longestRuns(MonthlyTotals totals, double level, int months) {
    return totals.atOrAbove(CONTROL, months, level).stream()
        .map(RareEarths::longestRun)
        .distinct()
        .sorted()
        .toList();
  }

  private static int longestRun(boolean[] pattern) {
    int longest = 0;
    int run = 0;
    for (boolean one : pattern) {
      run = one ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private static Outcome lever(Proposition proposition, MonthlyTotals totals, String levelBefore) {
    OptionalDouble before = levelBefore(totals, levelBefore);
    int horizon = (int) proposition.definition("horizon_months");
    int from = (int) proposition.definition("mean_from_month");
    OptionalDouble last =
        totals.sum(CONTROL.plusMonths(from - 1L), CONTROL.plusMonths(horizon - 1L));
    if (before.isEmpty() || last.isEmpty()) {
      return Outcome.unusable("the level before, or that of the last months, is not known");
    }
    double level = proposition.definition("recovered_share_of_before") * before.getAsDouble();
    double mean = last.getAsDouble() / (horizon - from + 1) / before.getAsDouble();
    return identified(
        proposition,
        longestRuns(totals, level, horizon).stream()
            .map(
                run ->
                    Evidence.of("longest_recovered_run_months", run)
                        .and("mean_months_10_to_12_over_before", mean))
            .toList());
  }

  private Outcome lever(Proposition proposition, Specification specification) {
    return lever(
        proposition,
        magnets(UNITED_STATES, specification.option("rows flagged weak").equals(KEPT)),
        specification.option("level before"));
  }

  // ---- the simulated worlds

  /**
   * The noise of the simulated worlds: the scatter of the months before, and the autocorrelation of
   * the longest unbroken run of single months after the shock, of which there are few.
   *
   * @param totals exports
   * @param firstAfter the first month after the shock
   * @return the noise, tonnes
   */
  public static Autoregression noise(MonthlyTotals totals, YearMonth firstAfter) {
    List<Double> longest = List.of();
    List<Double> run = new ArrayList<>();
    YearMonth end = totals.blocks().get(totals.blocks().size() - 1).last();
    for (YearMonth month = firstAfter; !month.isAfter(end); month = month.plusMonths(1)) {
      OptionalDouble flow = totals.month(month);
      run = flow.isPresent() ? run : new ArrayList<>();
      flow.ifPresent(run::add);
      longest = run.size() > longest.size() ? List.copyOf(run) : longest;
    }
    double mean = longest.stream().mapToDouble(x -> x).average().orElseThrow();
    double rho =
        Autoregression.fitFirstOrder(longest.stream().mapToDouble(x -> x - mean).toArray()).rho();
    double sd = foretold(totals, false, Scale.LEVEL).standardDeviation();
    return new Autoregression(rho, sd * Math.sqrt(1 - rho * rho), longest.size());
  }

  /** Another series in the same blocks: a mean times a factor by month, with noise, not below 0. */
  private static MonthlyTotals simulate(
      MonthlyTotals pattern,
      Autoregression noise,
      ToDoubleFunction<YearMonth> factor,
      RandomGenerator random) {
    double mean = foretold(pattern, false, Scale.LEVEL).mean();
    YearMonth first = pattern.blocks().get(0).first();
    YearMonth last =
        pattern.blocks().stream().map(Block::last).max(Comparator.naturalOrder()).orElseThrow();
    double[] drawn = noise.simulate((int) first.until(last, ChronoUnit.MONTHS) + 1, random);
    return pattern.withFlows(
        month ->
            Math.max(
                0,
                mean * factor.applyAsDouble(month)
                    + drawn[(int) first.until(month, ChronoUnit.MONTHS)]));
  }

  private Group biteGroup(Registry registry, String name, String destination) {
    Proposition proposition = registry.proposition("10b");
    MonthlyTotals pattern = magnets(destination, false);
    int months = (int) proposition.worldParameter(World.T, "months");
    double whenTrue = proposition.worldParameter(World.T, "exports_over_foretold");
    double whenFalse = proposition.worldParameter(World.F, "exports_over_foretold");
    YearMonth firstAfter = CONTROL.plusMonths(months);
    Autoregression noise = noise(pattern, firstAfter);
    return new Group(
        name,
        proposition.choices(),
        specification -> bite(proposition, destination, specification),
        Optional.of(
            new Worlds(
                registry.machinery().draws(),
                random -> biteWorld(proposition, pattern, noise, firstAfter, whenTrue, random),
                random -> biteWorld(proposition, pattern, noise, firstAfter, whenFalse, random))));
  }

  private static Outcome biteWorld(
      Proposition proposition,
      MonthlyTotals pattern,
      Autoregression noise,
      YearMonth firstAfter,
      double size,
      RandomGenerator random) {
    MonthlyTotals drawn =
        simulate(
            pattern,
            noise,
            month -> month.isBefore(CONTROL) || !month.isBefore(firstAfter) ? 1 : size,
            random);
    return bite(proposition, drawn, false, Scale.LEVEL);
  }

  private Group leverGroup(Registry registry) {
    Proposition proposition = registry.proposition("10d");
    MonthlyTotals pattern = magnets(UNITED_STATES, false);
    int shock = (int) registry.proposition("10b").worldParameter(World.T, "months");
    Autoregression noise = noise(pattern, CONTROL.plusMonths(shock));
    String levelBefore = proposition.choice("level before").options().get(0);
    double whenTrue = proposition.worldParameter(World.T, "flow_over_before");
    double whenFalse = proposition.worldParameter(World.F, "flow_over_before");
    return new Group(
        "flows to the United States",
        proposition.choices(),
        specification -> lever(proposition, specification),
        Optional.of(
            new Worlds(
                registry.machinery().draws(),
                random -> leverWorld(proposition, pattern, noise, levelBefore, whenTrue, random),
                random ->
                    leverWorld(proposition, pattern, noise, levelBefore, whenFalse, random))));
  }

  private static Outcome leverWorld(
      Proposition proposition,
      MonthlyTotals pattern,
      Autoregression noise,
      String levelBefore,
      double size,
      RandomGenerator random) {
    return lever(
        proposition,
        simulate(pattern, noise, month -> month.isBefore(CONTROL) ? 1 : size, random),
        levelBefore);
  }

  // ---- 10c: stocks against substitution

  /**
   * Output and announced capacity of dysprosium and terbium outside China, as sources of a stock
   * and flow model. Lynas's output is that of one quarter, held on; that of MP Materials is a plan.
   *
   * @return the sources, with months counted from April 2025
   */
  public List<SupplyGap.Source> heavySupplyOutsideChina() {
    double lynasQuarter = figure("minerals/capacity_outside_china", "lynas_dy_tb_output");
    double plan = figure("minerals/capacity_outside_china", "mp_dy_tb_capacity");
    int quarters = 4;
    return List.of(
        new SupplyGap.Source(
            "Lynas, as in the third quarter of 2025",
            CONTROL.until(YearMonth.of(2025, 7), ChronoUnit.MONTHS),
            quarters * lynasQuarter,
            false),
        new SupplyGap.Source(
            "MP Materials, planned for mid-2026",
            CONTROL.until(YearMonth.of(2026, 7), ChronoUnit.MONTHS),
            plan,
            true));
  }

  private double figure(String table, String series) {
    return StreamSupport.stream(catalog.table(table).spliterator(), false)
        .filter(row -> row.getString("series").equals(series))
        .mapToDouble(row -> row.getDouble("value"))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(table + " has no series " + series));
  }

  /**
   * Published ranges for the stock of rare earths that defence holds, or for the time that
   * substitution takes, of a grade that decides: a row with a lower and an upper figure.
   *
   * @return the series of those rows; empty where 10c has nothing to draw from
   */
  public List<String> rangesForDefence() {
    return Stream.of("minerals/defence_exposure", "minerals/capacity_outside_china")
        .flatMap(table -> StreamSupport.stream(catalog.table(table).spliterator(), false))
        .filter(row -> !row.isMissing("low") && !row.isMissing("high"))
        .filter(row -> Grade.valueOf(row.getString("grade")).decides())
        .map(row -> row.getString("series"))
        .collect(Collectors.toList());
  }

  // ---- the known case: 2010

  /**
   * China's share of world rare-earth output.
   *
   * @return fractions of one by year, ascending
   */
  public Map<Integer, Double> outputShareByYear() {
    Map<Integer, Double> shares = new LinkedHashMap<>();
    for (Row row : catalog.table("minerals/rare_earth_output_share").sortOn("year")) {
      shares.put(row.getInt("year"), row.getDouble("china_share"));
    }
    return shares;
  }

  /**
   * Where a line through a series bends most: two straight lines that meet.
   *
   * @param year the last year before the bend
   * @param before slope up to it, shares a year
   * @param after slope from it on, shares a year
   * @param rss the sum of squared residuals
   */
  public record Bend(int year, double before, double after, double rss) {}

  /**
   * The bend of China's share with the smallest sum of squares, {@code y = a + b t + c (t - t0)^+}.
   *
   * @param from first year used
   * @param margin years that must lie on either side
   * @return the bend
   * @throws IllegalArgumentException if there are too few years
   */
  public Bend bend(int from, int margin) {
    List<Map.Entry<Integer, Double>> rows =
        outputShareByYear().entrySet().stream().filter(e -> e.getKey() >= from).toList();
    if (rows.size() < 2 * margin + 1) {
      throw new IllegalArgumentException(
          "%d years from %d on, at least %d are needed"
              .formatted(rows.size(), from, 2 * margin + 1));
    }
    double[] y = rows.stream().mapToDouble(Map.Entry::getValue).toArray();
    double[] t = rows.stream().mapToDouble(Map.Entry::getKey).toArray();
    return IntStream.range(margin, t.length - margin)
        .mapToObj(
            i -> {
              double[] after = new double[t.length];
              for (int j = 0; j < t.length; j++) {
                after[j] = Math.max(0, t[j] - t[i]);
              }
              LeastSquares fit = LeastSquares.withConstant(y, t, after);
              double[] b = fit.coefficients();
              return new Bend((int) t[i], b[1], b[1] + b[2], fit.rss());
            })
        .min(Comparator.comparingDouble(Bend::rss))
        .orElseThrow();
  }

  // ---- the examinations

  /**
   * The evidence on all four propositions, ready for the rules.
   *
   * @param registry the registered propositions
   * @return one examination a proposition, in registered order
   */
  public List<Examination> examinations(Registry registry) {
    Proposition exposure = registry.proposition("10a");
    Proposition stocks = registry.proposition("10c");
    if (!rangesForDefence().isEmpty()) {
      throw new IllegalStateException(
          "ranges of grade P or M are held now, and 10c draws from none: " + rangesForDefence());
    }
    return List.of(
        Examination.covering(
            exposure,
            withBoth(true, false).size(),
            List.of(
                new Group(
                    "elements under licence",
                    exposure.choices(),
                    specification -> exposure(exposure, specification),
                    Optional.empty()))),
        Examination.of(
            registry.proposition("10b"),
            List.of(
                biteGroup(registry, "world", WORLD),
                biteGroup(registry, "United States", UNITED_STATES))),
        Examination.missing(
            stocks,
            "no range of grade P or M is published for the stock or the time to substitute"),
        Examination.of(registry.proposition("10d"), List.of(leverGroup(registry))));
  }
}
