package speedbump.analysis.backfire;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import speedbump.analysis.shared.ChipChain;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.data.Catalog;
import speedbump.stats.CohenKappa;
import speedbump.stats.FamilyPermutation;

/**
 * Proposition 9a: Chinese makers gained share of the world market faster in the kinds of chip tool
 * that US rules restrict than in the others, 2024 to 2025.
 */
public final class Localisation {
  /** Arrangements drawn for a p-value. */
  public static final int PERMUTATIONS = 4_999;

  private static final String GROUP = "leaves of the tool tree";
  private static final String CHINA = "CHN";
  private static final LocalDate NEW = ChipChain.Vintage.AUGUST_2026.day();
  private static final LocalDate REVISED = ChipChain.Vintage.JULY_2025.day();
  private static final LocalDate OLD = ChipChain.Vintage.DECEMBER_2022.day();
  private static final int AFTER = 2025;
  private static final int BEFORE = 2024;
  private static final YearMonth NEWEST = YearMonth.of(AFTER, 12);
  private static final long SEED = 9_024;
  private static final int PERCENT = 100;

  private final Proposition proposition;
  private final double logOffset;
  private final double closeAt;
  private final int leastRestricted;
  private final List<ToolClass> tools;
  private final Map<String, Map<Integer, List<Holding>>> shares = new LinkedHashMap<>();
  private final Map<Asked, FamilyPermutation> tests = new ConcurrentHashMap<>();
  private final Option<Boolean> firstCoder;
  private final Option<Boolean> points;
  private final Option<Double> leastLevel;
  private final Option<Boolean> byFamily;
  private final Option<Boolean> revised;
  private final Option<Boolean> unasked;
  private final Option<Boolean> blankIsZero;

  private record ShareRow(
      LocalDate vintage,
      String inputId,
      String country,
      OptionalDouble share,
      OptionalInt shareYear) {}

  private record EarlyRow(
      LocalDate vintage, String inputId, String country, double share, int shareYear) {}

  private record CodingRow(String inputId, String coder, int restricted, boolean shareMetUnasked) {}

  /** A share that a country holds by a vintage. */
  private record Holding(LocalDate vintage, String country, double share) {}

  private record Asked(List<String> families, List<Boolean> marks) {}

  /**
   * China's share of the world market of one kind of tool in two years.
   *
   * @param tool the kind
   * @param before the share in 2024, a fraction
   * @param after the share in 2025
   */
  public record Change(ToolClass tool, double before, double after) {
    /**
     * The change.
     *
     * @return share of 2025 less share of 2024, a fraction
     */
    public double points() {
      return after - before;
    }
  }

  /**
   * How the shares are read.
   *
   * @param revised whether the shares of 2024 are those revised in July 2025, or as first published
   * @param blankIsZero whether a kind whose other shares close has a share of zero where China has
   *     no row
   */
  public record Shares(boolean revised, boolean blankIsZero) {
    /** The registered default. */
    public static final Shares DEFAULT = new Shares(true, false);
  }

  /**
   * Restricted kinds against the others.
   *
   * @param restricted number of restricted kinds
   * @param others number of the others
   * @param restrictedChange mean change of the restricted kinds
   * @param othersChange mean change of the others
   * @param test the permutation test of their difference
   */
  public record Contrast(
      int restricted,
      int others,
      double restrictedChange,
      double othersChange,
      FamilyPermutation.Result test) {
    /**
     * The lead of restricted kinds.
     *
     * @return mean change of restricted kinds less that of the others
     */
    public double difference() {
      return test.difference();
    }
  }

  Localisation(Proposition proposition, Catalog catalog) {
    this.proposition = proposition;
    this.logOffset = proposition.definition("log_offset");
    this.closeAt = proposition.definition("shares_close_at") / PERCENT;
    this.leastRestricted = proposition.minimum("restricted leaves").least();
    this.firstCoder =
        Option.of(
            proposition, "coding of the restricted list", Map.of("first", true, "second", false));
    this.points =
        Option.of(proposition, "scale", Map.of("points", true, "log(share + 0.5)", false));
    this.leastLevel = Option.numbers(proposition, "restricted");
    this.byFamily = Option.of(proposition, "permuting", Map.of("families", true, "leaves", false));
    this.revised =
        Option.of(
            proposition,
            "shares of 2024",
            Map.of("as revised in 2025", true, "as first published", false));
    this.unasked = Option.of(proposition, "leaves met unasked", Map.of("in", true, "out", false));
    this.blankIsZero =
        Option.of(proposition, "no Chinese row", Map.of("missing", false, "zero", true));
    this.tools = tools(catalog);
    for (ShareRow row : catalog.rows("noncommercial/chip_country_shares", ShareRow.class)) {
      if (row.share().isPresent() && row.shareYear().isPresent()) {
        add(
            row.inputId(),
            row.shareYear().getAsInt(),
            new Holding(row.vintage(), row.country(), row.share().getAsDouble()));
      }
    }
    for (EarlyRow row :
        catalog.rows("noncommercial/chip_country_shares_spring_2025", EarlyRow.class)) {
      add(row.inputId(), row.shareYear(), new Holding(row.vintage(), row.country(), row.share()));
    }
  }

  private void add(String tool, int year, Holding holding) {
    shares
        .computeIfAbsent(tool, id -> new HashMap<>())
        .computeIfAbsent(year, of -> new ArrayList<>())
        .add(holding);
  }

  private static List<ToolClass> tools(Catalog catalog) {
    ChipChain chain = ChipChain.of(catalog, ChipChain.Vintage.AUGUST_2026);
    Map<String, String> parents = new HashMap<>();
    chain.edges().stream()
        .filter(ChipChain.Edge::typeOf)
        .forEach(edge -> parents.put(edge.from(), edge.to()));
    Map<String, Map<String, CodingRow>> codings =
        catalog.rows("controls/tool_codings", CodingRow.class).stream()
            .collect(
                Collectors.groupingBy(
                    CodingRow::inputId, Collectors.toMap(CodingRow::coder, row -> row)));
    List<ToolClass> tools = new ArrayList<>();
    for (ChipChain.Input leaf : chain.leaves()) {
      if (leaf.kind() == ChipChain.Kind.TOOL) {
        CodingRow first = codings.get(leaf.id()).get("A");
        tools.add(
            new ToolClass(
                leaf.id(),
                leaf.name(),
                parents.getOrDefault(leaf.id(), leaf.id()),
                first.restricted(),
                codings.get(leaf.id()).get("B").restricted(),
                first.shareMetUnasked(),
                leaf.marketMillionUsd()));
      }
    }
    return List.copyOf(tools);
  }

  /**
   * All kinds of tool, those without a Chinese share among them.
   *
   * @return the leaves in the order of the table
   */
  public List<ToolClass> tools() {
    return tools;
  }

  /**
   * How far the coders agree, on three levels.
   *
   * @return their agreement beyond habit over all kinds
   */
  public CohenKappa agreement() {
    return CohenKappa.of(
        tools.stream().map(tool -> "" + tool.levelA()).toList(),
        tools.stream().map(tool -> "" + tool.levelB()).toList());
  }

  /** China's share by one vintage; zero where that is asked for and the others' shares close. */
  private OptionalDouble share(String tool, int year, LocalDate vintage, boolean blankIsZero) {
    List<Holding> held =
        shares.getOrDefault(tool, Map.of()).getOrDefault(year, List.of()).stream()
            .filter(one -> one.vintage().equals(vintage))
            .toList();
    Optional<Holding> china = held.stream().filter(one -> one.country().equals(CHINA)).findFirst();
    if (china.isPresent()) {
      return OptionalDouble.of(china.get().share());
    }
    double sum = held.stream().mapToDouble(Holding::share).sum();
    return blankIsZero && sum >= closeAt - 1e-9 ? OptionalDouble.of(0) : OptionalDouble.empty();
  }

  /** The share of 2024 in the earliest file that has one. */
  private OptionalDouble firstPublished(String tool, boolean blankIsZero) {
    return shares.getOrDefault(tool, Map.of()).getOrDefault(BEFORE, List.of()).stream()
        .map(Holding::vintage)
        .distinct()
        .sorted(Comparator.naturalOrder())
        .map(vintage -> share(tool, BEFORE, vintage, blankIsZero))
        .filter(OptionalDouble::isPresent)
        .findFirst()
        .orElse(OptionalDouble.empty());
  }

  /**
   * The change of every kind of tool that has both shares.
   *
   * @param how how the shares are read
   * @return one a kind, in the order of the table
   */
  public List<Change> changes(Shares how) {
    List<Change> changes = new ArrayList<>();
    for (ToolClass tool : tools) {
      OptionalDouble before =
          how.revised()
              ? share(tool.id(), BEFORE, REVISED, how.blankIsZero())
              : firstPublished(tool.id(), how.blankIsZero());
      OptionalDouble after = share(tool.id(), AFTER, NEW, how.blankIsZero());
      if (before.isPresent() && after.isPresent()) {
        changes.add(new Change(tool, before.getAsDouble(), after.getAsDouble()));
      }
    }
    return List.copyOf(changes);
  }

  /**
   * The same kinds over the revision of 2025 in place of a year: the share of 2024 as first
   * published, and as revised.
   *
   * @return one a kind of which both are held by different files
   */
  public List<Change> revision() {
    List<Change> changes = new ArrayList<>();
    for (ToolClass tool : tools) {
      OptionalDouble first = firstPublished(tool.id(), false);
      OptionalDouble second = share(tool.id(), BEFORE, REVISED, false);
      boolean early =
          shares.getOrDefault(tool.id(), Map.of()).getOrDefault(BEFORE, List.of()).stream()
              .anyMatch(one -> one.country().equals(CHINA) && one.vintage().isBefore(REVISED));
      if (early && first.isPresent() && second.isPresent()) {
        changes.add(new Change(tool, first.getAsDouble(), second.getAsDouble()));
      }
    }
    return List.copyOf(changes);
  }

  /**
   * The longer view: the share of 2019 by one data house and that of 2024 by another, whose kinds
   * differ. It is no test.
   *
   * @return one a kind that both have
   */
  public List<Change> since2019() {
    List<Change> changes = new ArrayList<>();
    for (ToolClass tool : tools) {
      OptionalDouble before = share(tool.id(), 2019, OLD, false);
      OptionalDouble after = share(tool.id(), BEFORE, REVISED, false);
      if (before.isPresent() && after.isPresent()) {
        changes.add(new Change(tool, before.getAsDouble(), after.getAsDouble()));
      }
    }
    return List.copyOf(changes);
  }

  /**
   * The changes without one kind of tool.
   *
   * @param changes the changes
   * @param tool the kind that is left out
   * @return the others
   */
  public static List<Change> without(List<Change> changes, ToolClass tool) {
    return changes.stream().filter(one -> !one.tool().equals(tool)).toList();
  }

  /**
   * The lead of restricted kinds where each weighs as much as its market. It is shown and does not
   * vote: by the rule each kind counts alike.
   *
   * @param changes the changes, of kinds whose market's size is given
   * @return weighted mean change of restricted kinds less that of the others, a fraction
   */
  public double leadByMarket(List<Change> changes) {
    double[] gained = new double[2];
    double[] markets = new double[2];
    for (Change one : changes) {
      int side = restricted(one.tool()) ? 1 : 0;
      double market = one.tool().marketMillionUsd().orElseThrow();
      gained[side] += market * one.points();
      markets[side] += market;
    }
    return gained[1] / markets[1] - gained[0] / markets[0];
  }

  /**
   * The share of Chinese makers in the market of several kinds together, in the later year.
   *
   * @param changes the kinds
   * @return a fraction of their market
   */
  public double shareByMarket(List<Change> changes) {
    double held = 0;
    double markets = 0;
    for (Change one : changes) {
      double market = one.tool().marketMillionUsd().orElseThrow();
      held += market * one.after();
      markets += market;
    }
    return held / markets;
  }

  /**
   * Whether a kind is restricted in the default reading: part of it or most of it, by the first
   * coder.
   *
   * @param tool the kind
   * @return whether US rules restrict it for China
   */
  public static boolean restricted(ToolClass tool) {
    return tool.levelA() >= 1;
  }

  /**
   * Restricted kinds against the others, in points, families permuted.
   *
   * @param changes the changes
   * @param restricted which kinds count as restricted
   * @return the contrast; empty where either side has no kind
   */
  public Optional<Contrast> contrast(List<Change> changes, Predicate<ToolClass> restricted) {
    return contrast(changes, restricted, Change::points, true);
  }

  private Optional<Contrast> contrast(
      List<Change> changes,
      Predicate<ToolClass> restricted,
      ToDoubleFunction<Change> value,
      boolean families) {
    List<Boolean> marks = changes.stream().map(one -> restricted.test(one.tool())).toList();
    int marked = (int) marks.stream().filter(mark -> mark).count();
    if (marked == 0 || marked == marks.size()) {
      return Optional.empty();
    }
    FamilyPermutation test =
        tests.computeIfAbsent(
            new Asked(
                changes.stream()
                    .map(one -> families ? one.tool().family() : one.tool().id())
                    .toList(),
                marks),
            asked -> FamilyPermutation.of(asked.families(), asked.marks(), PERMUTATIONS, SEED));
    double[] values = changes.stream().mapToDouble(value).toArray();
    double[] sums = new double[2];
    for (int i = 0; i < values.length; i++) {
      sums[marks.get(i) ? 1 : 0] += values[i];
    }
    int others = marks.size() - marked;
    return Optional.of(
        new Contrast(marked, others, sums[1] / marked, sums[0] / others, test.test(values)));
  }

  /**
   * The contrast without one family at a time, default reading.
   *
   * @return the contrast by the family that is left out
   */
  public Map<String, Contrast> withoutEach() {
    List<Change> all = changes(Shares.DEFAULT);
    Map<String, Contrast> without = new LinkedHashMap<>();
    for (Change one : all) {
      String family = one.tool().family();
      without.computeIfAbsent(
          family,
          left ->
              contrast(
                      all.stream().filter(each -> !each.tool().family().equals(left)).toList(),
                      Localisation::restricted)
                  .orElseThrow());
    }
    return without;
  }

  private double logarithm(double share) {
    return Math.log(PERCENT * Math.max(0, share) + logOffset);
  }

  private Outcome estimate(Map<Shares, List<Change>> data, Specification specification) {
    boolean first = firstCoder.in(specification);
    double least = leastLevel.in(specification);
    boolean all = unasked.in(specification);
    List<Change> changes =
        data.get(new Shares(revised.in(specification), blankIsZero.in(specification))).stream()
            .filter(one -> all || !one.tool().metUnasked())
            .toList();
    Predicate<ToolClass> restricted = tool -> (first ? tool.levelA() : tool.levelB()) >= least;
    Optional<Contrast> found =
        contrast(
            changes,
            restricted,
            points.in(specification)
                ? Change::points
                : one -> logarithm(one.after()) - logarithm(one.before()),
            byFamily.in(specification));
    int count = found.map(Contrast::restricted).orElse(0);
    if (count < leastRestricted) {
      return Outcome.unusable(
          "%d restricted kinds of tool with both shares; %d are asked for"
              .formatted(count, leastRestricted));
    }
    Contrast contrast = found.get();
    return Outcome.of(
        Evidence.of("share_change_difference", contrast.difference())
            .and("difference_above_permutation_p", contrast.test().pGreater())
            .and("difference_below_permutation_p", contrast.test().pLess())
            .and("restricted_share_change", contrast.restrictedChange())
            .and("other_share_change", contrast.othersChange())
            .and("restricted_tools", contrast.restricted())
            .and("other_tools", contrast.others()));
  }

  /** The changes less the mean of their side, by family. */
  List<List<Double>> residuals(List<Change> real) {
    Contrast contrast = contrast(real, Localisation::restricted).orElseThrow();
    Map<String, List<Double>> residuals = new LinkedHashMap<>();
    for (Change one : real) {
      double mean = restricted(one.tool()) ? contrast.restrictedChange() : contrast.othersChange();
      residuals
          .computeIfAbsent(one.tool().family(), family -> new ArrayList<>())
          .add(one.points() - mean);
    }
    return List.copyOf(residuals.values());
  }

  /** Draws changes from the same shares of 2024: families take the residuals of others. */
  static List<Change> drawn(
      List<Change> real, List<List<Double>> residuals, double lead, RandomGenerator random) {
    Map<String, List<Double>> donors = new HashMap<>();
    Map<String, Integer> signs = new HashMap<>();
    List<Change> drawn = new ArrayList<>();
    for (Change one : real) {
      String family = one.tool().family();
      List<Double> donor =
          donors.computeIfAbsent(family, of -> residuals.get(random.nextInt(residuals.size())));
      int sign = signs.computeIfAbsent(family, of -> random.nextBoolean() ? 1 : -1);
      double noise = sign * donor.get(random.nextInt(donor.size()));
      double gain = restricted(one.tool()) ? lead : 0;
      drawn.add(new Change(one.tool(), one.before(), one.before() + gain + noise));
    }
    return drawn;
  }

  Examination examination() {
    Map<Shares, List<Change>> data = new HashMap<>();
    for (boolean ofRevised : new boolean[] {true, false}) {
      for (boolean zero : new boolean[] {true, false}) {
        Shares how = new Shares(ofRevised, zero);
        data.put(how, changes(how));
      }
    }
    List<Change> real = data.get(Shares.DEFAULT);
    List<List<Double>> residuals = residuals(real);
    return Examination.of(
        proposition,
        List.of(
            Trial.of(
                proposition,
                GROUP,
                data,
                NEWEST,
                this::estimate,
                (WorldSizes sizes, RandomGenerator random) -> {
                  List<Change> drawn =
                      drawn(real, residuals, sizes.of("share_growth_difference"), random);
                  Map<Shares, List<Change>> all = new HashMap<>();
                  data.keySet().forEach(how -> all.put(how, drawn));
                  return all;
                })));
  }
}
