package speedbump.analysis.wholeindustrialsystem;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Specification;
import speedbump.claim.Trial;

/** Proposition 8a, the deciding one: no economy has an export edge in more products than China. */
public final class Breadth {
  /** Code of China. */
  public static final String CHINA = "CHN";

  static final String ALL = "all";
  static final String ABOVE = "above 1 bn USD";

  /** Ports through which much passes that is made elsewhere. */
  public static final Set<String> RE_EXPORTERS = Set.of("HKG", "SGP", "NLD", "BEL", "ARE");

  private static final String ATLAS = "Atlas headings";
  private static final String EARLIER = "earlier years";

  /** The first year of the Atlas' counts. */
  public static final int FIRST_ATLAS_YEAR = 1995;

  private static final int LAST_ATLAS_YEAR = 2023;
  private static final int MATRIX_YEAR = 2016;
  private static final int OPEN_TRADE_YEAR = 2017;
  private static final int DECEMBER = 12;

  private final Proposition proposition;
  private final Trade trade;
  private final Option<Double> cut;
  private final Option<Boolean> onlyLarge;
  private final Option<Double> year;

  Breadth(Proposition proposition, Trade trade) {
    this.proposition = proposition;
    this.trade = trade;
    this.cut = Option.numbers(proposition, "cut");
    this.onlyLarge = Option.of(proposition, "exporters", Map.of(ALL, false, ABOVE, true));
    this.year = Option.numbers(proposition, "year");
  }

  /** Counts by exporter, as a source has them. */
  @FunctionalInterface
  interface Source {
    /** The counts; empty where the source cannot give them. */
    Optional<Map<String, Integer>> counts(Specification specification);
  }

  /**
   * An exporter with its count.
   *
   * @param exporter code of the exporter
   * @param products products in which it has an edge
   * @param rank its rank, ties taking the better one
   */
  public record Place(String exporter, int products, int rank) {}

  /**
   * Exporters in the order of their counts.
   *
   * @param counts products with an edge by exporter
   * @return the places, the broadest first, exporters of one count by name
   */
  public static List<Place> ranking(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(
            one ->
                new Place(
                    one.getKey(),
                    one.getValue(),
                    1 + (int) counts.values().stream().filter(n -> n > one.getValue()).count()))
        .sorted(Comparator.comparingInt(Place::rank).thenComparing(Place::exporter))
        .toList();
  }

  /**
   * China's place.
   *
   * @param counts products with an edge by exporter
   * @return its place
   * @throws java.util.NoSuchElementException if China is not among the exporters
   */
  public static Place china(Map<String, Integer> counts) {
    return ranking(counts).stream()
        .filter(place -> place.exporter().equals(CHINA))
        .findFirst()
        .orElseThrow();
  }

  /**
   * China's rank by the Atlas' counts through time.
   *
   * @param cut 1 or 0.75
   * @return one place a year, from 1995 on
   */
  public List<Place> through(double cut) {
    return IntStream.rangeClosed(FIRST_ATLAS_YEAR, LAST_ATLAS_YEAR)
        .mapToObj(one -> china(trade.atlasCounts(one, cut)))
        .toList();
  }

  /** How finely products are cut, each by one table of values or indices. */
  public enum Grain {
    /** BACI 2018, six digits. */
    SIX_DIGITS,
    /** The Atlas of 2016, four digits. */
    HEADINGS,
    /** Open Trade Statistics 2017, four digits. */
    OTHER_HEADINGS,
    /** The Atlas of 2016, headings added up to two digits. */
    ADDED_UP,
    /** BACI 2024, two digits. */
    CHAPTERS
  }

  /**
   * How far ahead China is: its number of products with an edge over the most that another exporter
   * has. All exporters count; the table of six digits holds no index of others below 0.75.
   *
   * @param grain how finely products are cut
   * @param cut the least index that counts as an edge
   * @return the ratio, above 1 where China is first alone
   */
  public double lead(Grain grain, double cut) {
    Map<String, Integer> counts = table(grain).counts(cut);
    return counts.get(CHINA) / (double) mostElsewhere(counts);
  }

  private Advantages table(Grain grain) {
    return switch (grain) {
      case SIX_DIGITS -> trade.sixDigits(false);
      case HEADINGS -> trade.headings(false);
      case OTHER_HEADINGS -> trade.openTrade(OPEN_TRADE_YEAR, false);
      case ADDED_UP -> trade.headingsAsChapters(false);
      case CHAPTERS -> trade.chapters(false);
    };
  }

  private static int mostElsewhere(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .filter(one -> !one.getKey().equals(CHINA))
        .mapToInt(Map.Entry::getValue)
        .max()
        .orElseThrow();
  }

  /**
   * The counts of a registered source in its registered reading.
   *
   * @param group name of the group
   * @return the counts by exporter
   */
  public Map<String, Integer> registered(String group) {
    Trial<?> trial =
        trials().stream().filter(one -> one.name().equals(group)).findFirst().orElseThrow();
    return source(trial).counts(trial.defaultSpecification()).orElseThrow();
  }

  private static Source source(Trial<?> trial) {
    return (Source) trial.data();
  }

  /**
   * China's rank in the registered reading of each deciding source, some exporters left out.
   *
   * @param wanted which exporters stay
   * @return the ranks, in registered order
   */
  public List<Integer> ranks(Predicate<String> wanted) {
    return groups().stream()
        .map(
            group ->
                china(
                        registered(group).entrySet().stream()
                            .filter(one -> wanted.test(one.getKey()))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                    .rank())
        .toList();
  }

  /**
   * The deciding sources.
   *
   * @return names of the groups, in registered order
   */
  public List<String> groups() {
    return proposition.groups().stream()
        .filter(Proposition.Group::decides)
        .map(Proposition.Group::name)
        .toList();
  }

  private static Outcome estimate(Optional<Map<String, Integer>> counted) {
    if (counted.isEmpty()) {
      return Outcome.unusable(
          "the table has counts alone, and no index can be made anew from them");
    }
    Map<String, Integer> counts = counted.get();
    Place china = china(counts);
    return Outcome.of(
        Evidence.of("rank_of_china", china.rank())
            .and("china_products", china.products())
            .and("most_products_elsewhere", mostElsewhere(counts)));
  }

  private Trial<Source> trial(String group, String name, int newest, Source source) {
    return Trial.<Source>of(
            proposition,
            group,
            source,
            YearMonth.of(newest, DECEMBER),
            (data, specification) -> estimate(data.counts(specification)))
        .named(name);
  }

  private Source of(java.util.function.Function<Boolean, Advantages> table) {
    return specification ->
        Optional.of(table.apply(onlyLarge.in(specification)).counts(cut.in(specification)));
  }

  private List<Trial<Source>> trials() {
    Source atlas =
        specification -> {
          int of = year.in(specification).intValue();
          boolean large = onlyLarge.in(specification);
          double least = cut.in(specification);
          return of == MATRIX_YEAR
              ? Optional.of(trade.headings(large).counts(least))
              : trade.atlas(of, large, least);
        };
    Source first =
        specification ->
            trade.atlas(FIRST_ATLAS_YEAR, onlyLarge.in(specification), cut.in(specification));
    return List.of(
        trial("BACI 2018 at six digits", "BACI 2018 at six digits", 2018, of(trade::sixDigits)),
        trial(ATLAS, ATLAS, LAST_ATLAS_YEAR, atlas),
        trial("BACI 2024 chapters", "BACI 2024 chapters", 2024, of(trade::chapters)),
        trial(
            "OEC 2020 headings as counts",
            "OEC 2020 headings as counts",
            2020,
            counted("oec_2020")),
        trial(EARLIER, "Atlas headings, 1995", FIRST_ATLAS_YEAR, first),
        trial(EARLIER, "84 reporters, 1997", 1997, counted("wits_1997")),
        trial(
            "Open Trade Statistics 2017",
            "Open Trade Statistics 2017",
            2017,
            of(large -> trade.openTrade(OPEN_TRADE_YEAR, large))),
        trial(
            "headings added up to chapters",
            "headings added up to chapters",
            MATRIX_YEAR,
            of(trade::headingsAsChapters)));
  }

  private Source counted(String source) {
    return specification ->
        Optional.of(trade.counts(source, onlyLarge.in(specification), cut.in(specification)));
  }

  Examination examination() {
    return Examination.of(proposition, trials());
  }
}
