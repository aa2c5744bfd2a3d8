package speedbump.analysis.chokepointsorintegration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import speedbump.analysis.shared.ChipChain;
import speedbump.analysis.shared.ChipChain.Input;
import speedbump.analysis.shared.ChipChain.Kind;
import speedbump.analysis.shared.ChipChain.Vintage;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.data.Catalog;
import speedbump.stats.SignTest;

/**
 * Proposition 12d: China's share of the world market for chip tools is rising. Each kind of tool
 * has one vote, by its printed share of 2024 against that of 2025; and the share of the whole
 * market is taken with the sizes of 2025 in both years.
 */
public final class ToolShares {
  private static final int BEFORE = 2024;
  private static final YearMonth NEWEST = YearMonth.of(2025, 12);

  /** Shares are printed to a tenth of a percent. */
  private static final double PRINTED = 1000;

  private final Proposition proposition;
  private final int after;
  private final List<ChipChain> chains;
  private final Map<Published, List<Change>> changes = new EnumMap<>(Published.class);
  private final Option<Published> published;

  /** Which shares of 2024. */
  public enum Published {
    /** In the file of July 2025. */
    AS_REVISED("as revised"),
    /** In the first file that holds them. */
    AS_FIRST_PUBLISHED("as first published");

    private final String option;

    Published(String option) {
      this.option = option;
    }
  }

  /**
   * A kind of tool.
   *
   * @param id its id
   * @param tool its name
   * @param before China's share of its world market in 2024, as printed
   * @param after the same in 2025
   * @param marketMillionUsd the size of its market in 2025; empty where none is given
   */
  public record Change(
      String id, String tool, double before, double after, OptionalDouble marketMillionUsd) {
    /**
     * The change.
     *
     * @return share of 2025 less share of 2024, a fraction, without the error of binary fractions
     */
    public double points() {
      return tenths() / PRINTED;
    }

    private long tenths() {
      return Math.round(PRINTED * after) - Math.round(PRINTED * before);
    }
  }

  private record EarlyRow(
      LocalDate vintage, String inputId, String country, double share, int shareYear) {}

  ToolShares(Proposition proposition, Catalog catalog, Removals removals) {
    this.proposition = proposition;
    this.after = (int) proposition.definition("weights_year");
    this.chains = List.of(removals.chips(Vintage.AUGUST_2026), removals.chips(Vintage.JULY_2025));
    this.published =
        Option.of(proposition, "shares of 2024", Published.values(), value -> value.option);
    Map<String, Double> revised = new LinkedHashMap<>();
    for (Input one : tools(chains.get(1), BEFORE)) {
      revised.put(one.id(), one.share(Removals.CHINA).getAsDouble());
    }
    Map<String, Double> first = new LinkedHashMap<>();
    catalog.rows("noncommercial/chip_country_shares_spring_2025", EarlyRow.class).stream()
        .filter(row -> row.country().equals(Removals.CHINA) && row.shareYear() == BEFORE)
        .sorted(Comparator.comparing(EarlyRow::vintage))
        .forEach(row -> first.putIfAbsent(row.inputId(), row.share()));
    revised.forEach(first::putIfAbsent);
    changes.put(Published.AS_REVISED, changes(revised));
    changes.put(Published.AS_FIRST_PUBLISHED, changes(first));
  }

  /** The kinds of tool of a vintage for which China's share of a year is stated. */
  private static List<Input> tools(ChipChain chain, int year) {
    return chain.leaves().stream()
        .filter(one -> one.kind() == Kind.TOOL && one.shareYear().orElse(0) == year)
        .filter(one -> one.share(Removals.CHINA).isPresent())
        .toList();
  }

  private List<Change> changes(Map<String, Double> before) {
    return tools(chains.get(0), after).stream()
        .filter(one -> before.containsKey(one.id()))
        .map(
            one ->
                new Change(
                    one.id(),
                    one.name(),
                    before.get(one.id()),
                    one.share(Removals.CHINA).getAsDouble(),
                    one.marketMillionUsd()))
        .toList();
  }

  /**
   * The kinds of tool that vote.
   *
   * @param which which shares of 2024
   * @return one a leaf, in the order of the table
   */
  public List<Change> changes(Published which) {
    return changes.get(which);
  }

  /**
   * The kinds of tool that vote in the default reading.
   *
   * @return one a leaf, in the order of the table
   */
  public List<Change> changes() {
    return changes(Published.AS_REVISED);
  }

  /**
   * The votes of kinds of tool whose share changed by more than a size.
   *
   * @param changes the kinds
   * @param beyond the size, a fraction; zero for the rule's own count, in which no change is a tie
   * @return rises and falls
   */
  public static SignTest votes(List<Change> changes, double beyond) {
    long least = Math.round(PRINTED * beyond);
    int up = (int) changes.stream().filter(one -> one.tenths() > least).count();
    int down = (int) changes.stream().filter(one -> one.tenths() < -least).count();
    return new SignTest(up, down);
  }

  /**
   * The votes of some kinds of tool.
   *
   * @param which which kinds
   * @param rose kinds in which the share rose
   * @param fell kinds in which it fell
   * @param upP chance of so many rises if both were equally likely
   * @param downP chance of so many falls
   */
  public record Votes(String which, int rose, int fell, double upP, double downP) {
    static Votes of(String which, SignTest votes) {
      return new Votes(which, votes.up(), votes.down(), votes.pUp(), votes.pDown());
    }
  }

  /**
   * The votes of the default reading, of changes beyond some sizes, and of kinds with larger and
   * smaller markets. The rule asks for the first row alone.
   *
   * @param points sizes, fractions
   * @param millionUsd the market that parts large from small
   * @return one row a way of counting
   */
  public List<Votes> slices(List<Double> points, double millionUsd) {
    List<Votes> rows = new ArrayList<>();
    rows.add(Votes.of("as registered", votes(changes(), 0)));
    for (double size : points) {
      rows.add(
          Votes.of(
              "by more than %s points".formatted(Math.round(PRINTED * size) / 10.0),
              votes(changes(), size)));
    }
    for (boolean large : new boolean[] {true, false}) {
      rows.add(
          Votes.of(
              "market of %s than %.0f billion USD"
                  .formatted(large ? "more" : "less", millionUsd / 1000),
              votes(
                  changes().stream()
                      .filter(one -> one.marketMillionUsd().orElse(0) >= millionUsd == large)
                      .toList(),
                  0)));
    }
    return List.copyOf(rows);
  }

  /**
   * China's share of the market of all kinds with a size.
   *
   * @param changes the kinds
   * @param share the share of one kind
   * @return {@code sum of size times share / sum of sizes}, sizes of 2025
   */
  public static double ofTheMarket(List<Change> changes, Function<Change, Double> share) {
    double weights = 0;
    double sum = 0;
    for (Change one : changes) {
      double weight = one.marketMillionUsd().orElse(0);
      weights += weight;
      sum += weight * share.apply(one);
    }
    return sum / weights;
  }

  /**
   * By how much the revision of 2025 moved the printed shares of 2024 of countries.
   *
   * @param input id of the kind of tool
   * @param country the country
   * @param points revised less first published, a fraction
   */
  public record Revision(String input, String country, double points) {}

  /**
   * The revision of the shares of 2024, of every country: the file of July 2025 less that of April.
   *
   * @param catalog the collection's tables
   * @return one row a share of a tool that stands in both
   */
  public List<Revision> revisions(Catalog catalog) {
    List<Revision> rows = new ArrayList<>();
    List<EarlyRow> early =
        catalog.rows("noncommercial/chip_country_shares_spring_2025", EarlyRow.class);
    LocalDate first = early.get(0).vintage();
    for (EarlyRow row : early) {
      if (row.vintage().equals(first) && row.shareYear() == BEFORE) {
        chains.get(1).inputs().stream()
            .filter(one -> one.id().equals(row.inputId()) && one.shareYear().orElse(0) == BEFORE)
            .map(one -> one.share(row.country()))
            .filter(OptionalDouble::isPresent)
            .map(
                share ->
                    new Revision(row.inputId(), row.country(), share.getAsDouble() - row.share()))
            .forEach(rows::add);
      }
    }
    return List.copyOf(rows);
  }

  /**
   * In how many leaves a Chinese maker is named, with a share or without.
   *
   * @param kind kind of the inputs
   * @param leaves leaves of the kind
   * @param withChineseMaker those with a Chinese country row or firm
   */
  public record Breadth(String kind, int leaves, int withChineseMaker) {}

  /**
   * The breadth of inputs with a Chinese maker, of the newest vintage.
   *
   * @return one row a kind of input
   */
  public List<Breadth> breadth() {
    List<Breadth> rows = new ArrayList<>();
    for (Kind kind : List.of(Kind.TOOL, Kind.MATERIAL, Kind.DESIGN)) {
      List<Input> leaves =
          chains.get(0).leaves().stream().filter(one -> one.kind() == kind).toList();
      rows.add(
          new Breadth(
              kind.words(),
              leaves.size(),
              (int) leaves.stream().filter(one -> one.byCountry().names(Removals.CHINA)).count()));
    }
    return List.copyOf(rows);
  }

  private static Outcome estimate(List<Change> changes) {
    SignTest votes = votes(changes, 0);
    return Outcome.of(
        Evidence.of("leaves_up_minus_down", votes.up() - votes.down())
            .and("up_sign_test_p", votes.pUp())
            .and("down_sign_test_p", votes.pDown())
            .and(
                "market_weighted_share_change",
                ofTheMarket(changes, Change::after) - ofTheMarket(changes, Change::before)));
  }

  Examination examination() {
    return Examination.of(
        proposition,
        List.of(
            Trial.<Function<Specification, List<Change>>>of(
                proposition,
                "chip tools",
                specification -> changes(published.in(specification)),
                NEWEST,
                (data, specification) -> estimate(data.apply(specification)),
                (sizes, random) -> {
                  List<Change> drawn = drawn(changes(), sizes, random);
                  return specification -> drawn;
                })));
  }

  /** Each kind keeps its market; the size of its change is that of any kind, its sign by chance. */
  private static List<Change> drawn(List<Change> real, WorldSizes sizes, RandomGenerator random) {
    List<Change> drawn = new ArrayList<>();
    for (Change one : real) {
      double size = Math.abs(real.get(random.nextInt(real.size())).points());
      double sign = random.nextDouble() < sizes.of("up_share") ? 1 : -1;
      drawn.add(new Change(one.id(), one.tool(), 0, sign * size, one.marketMillionUsd()));
    }
    return drawn;
  }
}
