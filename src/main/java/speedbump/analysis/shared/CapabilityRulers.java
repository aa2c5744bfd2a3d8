package speedbump.analysis.shared;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import speedbump.claim.Examination;
import speedbump.claim.Option;
import speedbump.claim.Proposition;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.data.Catalog;
import speedbump.model.Frontier;
import speedbump.model.FrontierLag;
import speedbump.model.Release;

/**
 * The rulers on which the capability of AI models is read: an index in several vintages, every open
 * benchmark of its publisher, and a benchmark of code. Shared by all claims that ask how far
 * Chinese models trail.
 */
public final class CapabilityRulers {
  /** The model whose release claim 6 is about. */
  public static final String R1 = "DeepSeek-R1";

  /** The index, one ruler in every vintage. */
  public static final String INDEX = "index";

  /** The hard tasks of BigCodeBench, solved at the first try from an instruction. */
  public static final String CODE = "bigcodebench_hard";

  private static final String CHINA = "CHN";
  private static final String HONG_KONG = "HKG";
  private static final String UNITED_STATES = "USA";

  private final Map<Vintage, List<Scored>> index;
  private final Map<String, List<Scored>> benchmarks;

  private static final Map<String, String> TITLES =
      Map.of(
          INDEX,
          "Capability index",
          CODE,
          "BigCodeBench, hard tasks (programming)",
          "gpqa_diamond",
          "GPQA diamond (science questions)",
          "math_level_5",
          "MATH level 5",
          "metr_time_horizons",
          "METR time horizon",
          "otis_mock_aime_2024_2025",
          "Mock AIME (mathematics)");

  private CapabilityRulers(Map<Vintage, List<Scored>> index, Map<String, List<Scored>> benchmarks) {
    this.index = index;
    this.benchmarks = benchmarks;
  }

  /** When the index was published; scores of one vintage are estimated together. */
  public enum Vintage {
    /** 1 July 2026. */
    JULY_2026("July 2026"),
    /** 19 April 2026. */
    APRIL_2026("April 2026"),
    /** 19 December 2025. */
    DECEMBER_2025("December 2025");

    private final String option;

    Vintage(String option) {
      this.option = option;
    }

    /**
     * The registered choice "vintage" of a proposition.
     *
     * @param proposition a proposition that has it
     * @return the choice
     * @throws IllegalArgumentException if the options are not those registered
     */
    public static Option<Vintage> option(Proposition proposition) {
      return Option.of(proposition, "vintage", values(), value -> value.option);
    }
  }

  /**
   * A model version with its score on one ruler.
   *
   * @param model the model's name, one for all its versions and on every ruler
   * @param version the version that was scored
   * @param developer the organisation that made it
   * @param country ISO 3166 code of the developer's country, empty text where unknown
   * @param countryStated whether the publisher states the country; if not, it was assigned by the
   *     developer or the family of the model
   * @param date day of release
   * @param score score in the ruler's unit
   * @param computeFlop training compute in FLOP, not a number where unknown
   * @param computeConfident whether the publisher is confident of the compute
   */
  public record Scored(
      String model,
      String version,
      String developer,
      String country,
      boolean countryStated,
      LocalDate date,
      double score,
      double computeFlop,
      boolean computeConfident) {
    /**
     * The same model with another training compute, as a simulated world draws it.
     *
     * @param log10 the decimal logarithm of its FLOP
     * @return the other model
     */
    public Scored withLog10Compute(double log10) {
      return new Scored(
          model,
          version,
          developer,
          country,
          countryStated,
          date,
          score,
          Math.pow(10, log10),
          computeConfident);
    }

    /**
     * Whether the developer sits in China, Hong Kong included.
     *
     * @return true for China
     */
    public boolean chinese() {
      return country.equals(CHINA) || country.equals(HONG_KONG);
    }

    /**
     * Whether the developer sits in the United States.
     *
     * @return true for the United States
     */
    public boolean american() {
      return country.equals(UNITED_STATES);
    }
  }

  /** Whose frontier Chinese models are held against. */
  public enum Leaders {
    /** Models of US developers. */
    US_ONLY("US only"),
    /** Models of every country but China. */
    ALL_NON_CHINESE("all non-Chinese");

    private final String option;

    Leaders(String option) {
      this.option = option;
    }
  }

  /** What counts as one release. */
  public enum Unit {
    /** A model: its first day, with the best variant of that day. */
    MODELS("models"),
    /** A version: every variant on its own day. */
    VERSIONS("versions");

    private final String option;

    Unit(String option) {
      this.option = option;
    }
  }

  /** What is done with a model whose publisher states no country. */
  public enum CountryRule {
    /** Its country is assigned by its developer or family. */
    ASSIGNED("blank assigned by organisation"),
    /** It is dropped. */
    DROPPED("blank dropped");

    private final String option;

    CountryRule(String option) {
      this.option = option;
    }
  }

  /**
   * How the rulers are read.
   *
   * @param leaders whose frontier leads
   * @param unit what counts as one release
   * @param countryRule what is done with a blank country
   * @param vintage which vintage of the index; other rulers have one alone
   */
  public record Reading(Leaders leaders, Unit unit, CountryRule countryRule, Vintage vintage) {
    /** The registered default. */
    public static final Reading DEFAULT =
        new Reading(Leaders.US_ONLY, Unit.MODELS, CountryRule.ASSIGNED, Vintage.JULY_2026);

    /**
     * The default of another vintage.
     *
     * @param other the vintage
     * @return the reading
     */
    public Reading of(Vintage other) {
      return new Reading(leaders, unit, countryRule, other);
    }

    /**
     * The registered choices "frontier", "unit", "country rule" and "vintage" of a proposition.
     *
     * @param proposition a proposition that has them
     * @return the reading that a specification of it asks for
     * @throws IllegalArgumentException if the options are not those registered
     */
    public static Function<Specification, Reading> of(Proposition proposition) {
      Option<Leaders> frontier =
          Option.of(proposition, "frontier", Leaders.values(), value -> value.option);
      Option<Unit> unit = Option.of(proposition, "unit", Unit.values(), value -> value.option);
      Option<CountryRule> rule =
          Option.of(proposition, "country rule", CountryRule.values(), value -> value.option);
      Option<Vintage> vintage = Vintage.option(proposition);
      return specification ->
          new Reading(
              frontier.in(specification),
              unit.in(specification),
              rule.in(specification),
              vintage.in(specification));
    }
  }

  /**
   * Loads every ruler.
   *
   * @param catalog the collection's tables
   * @return the rulers, the index first, then the benchmarks by name
   */
  public static CapabilityRulers of(Catalog catalog) {
    Map<Vintage, List<Scored>> index =
        Map.of(
            Vintage.JULY_2026,
            scored(catalog.rows("ai/index_versions_2026_07", VersionRow.class)),
            Vintage.APRIL_2026,
            scored(catalog.rows("ai/index_versions_2026_04", VersionRow.class)),
            Vintage.DECEMBER_2025,
            scored(catalog.rows("ai/index_models_2025_12", ModelRow.class)));
    Map<String, List<Scored>> benchmarks = new TreeMap<>();
    benchmarks.put(CODE, scored(catalog.rows("ai/bigcodebench_models", CodeRow.class)));
    catalog
        .rows("ai/benchmark_scores", BenchmarkRow.class)
        .forEach(
            row ->
                row.scored()
                    .ifPresent(
                        benchmarks.computeIfAbsent(row.benchmark(), name -> new ArrayList<>())
                            ::add));
    return new CapabilityRulers(index, benchmarks);
  }

  private static List<Scored> scored(List<? extends ScoreRow> rows) {
    return rows.stream().flatMap(row -> row.scored().stream()).toList();
  }

  /** A row of a table of scores, with or without a date. */
  private interface ScoreRow {
    String model();

    String organization();

    String country();

    String countryBasis();

    Optional<LocalDate> releaseDate();

    OptionalDouble score();

    default String version() {
      return model();
    }

    default OptionalDouble trainingComputeFlop() {
      return OptionalDouble.empty();
    }

    default String computeConfidence() {
      return "";
    }

    default Optional<Scored> scored() {
      return releaseDate().isEmpty() || score().isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Scored(
                  model(),
                  version(),
                  organization(),
                  country(),
                  countryBasis().equals("stated"),
                  releaseDate().get(),
                  score().getAsDouble(),
                  trainingComputeFlop().orElse(Double.NaN),
                  computeConfidence().equals("Confident")));
    }
  }

  private record VersionRow(
      String model,
      String version,
      String organization,
      String country,
      String countryBasis,
      Optional<LocalDate> releaseDate,
      OptionalDouble score,
      OptionalDouble trainingComputeFlop,
      String computeConfidence)
      implements ScoreRow {}

  private record ModelRow(
      String model,
      String organization,
      String country,
      String countryBasis,
      Optional<LocalDate> releaseDate,
      OptionalDouble score,
      OptionalDouble trainingComputeFlop,
      String computeConfidence)
      implements ScoreRow {}

  /** A model under the name that the index and the other benchmarks have for it. */
  private record CodeRow(
      String model,
      String nameElsewhere,
      String country,
      String countryBasis,
      Optional<LocalDate> releaseDate,
      OptionalDouble hardInstruct)
      implements ScoreRow {
    @Override
    public String organization() {
      return "";
    }

    @Override
    public OptionalDouble score() {
      return hardInstruct;
    }

    @Override
    public Optional<Scored> scored() {
      return ScoreRow.super
          .scored()
          .map(
              row ->
                  nameElsewhere.isEmpty()
                      ? row
                      : new Scored(
                          nameElsewhere,
                          model,
                          row.developer(),
                          row.country(),
                          row.countryStated(),
                          row.date(),
                          row.score(),
                          row.computeFlop(),
                          row.computeConfident()));
    }
  }

  private record BenchmarkRow(
      String benchmark,
      String model,
      String version,
      String organization,
      String country,
      String countryBasis,
      Optional<LocalDate> releaseDate,
      OptionalDouble score)
      implements ScoreRow {}

  /**
   * All rulers by name.
   *
   * @return the index, then the benchmarks in alphabetical order
   */
  public List<String> names() {
    return Stream.concat(Stream.of(INDEX), benchmarks.keySet().stream()).toList();
  }

  /**
   * A ruler's name for a reader.
   *
   * @param ruler one of {@link #names()}
   * @return its title, or the name itself where it has none
   */
  public static String title(String ruler) {
    return TITLES.getOrDefault(ruler, ruler);
  }

  /**
   * The examination of a proposition that asks each ruler for itself: a group a ruler. The choice
   * of a vintage is left out where there is one alone, that is, on all rulers but the index.
   *
   * @param <S> what a trial is made of
   * @param proposition the registered proposition
   * @param byRuler what each ruler measured, by its name, in the order of the groups
   * @param trial makes the trial of a ruler
   * @return the examination
   */
  public static <S> Examination examination(
      Proposition proposition, Map<String, S> byRuler, Function<S, Trial<?>> trial) {
    return Examination.of(
        proposition,
        byRuler.entrySet().stream()
            .map(
                ruler -> {
                  Trial<?> one = trial.apply(ruler.getValue()).named(ruler.getKey());
                  return ruler.getKey().equals(INDEX) ? one : one.without("vintage");
                })
            .toList());
  }

  /**
   * Every dated score on a ruler.
   *
   * @param ruler one of {@link #names()}
   * @param vintage which vintage of the index; other rulers have one alone
   * @return its rows, in the order of their table
   * @throws IllegalArgumentException if there is no such ruler
   */
  public List<Scored> scored(String ruler, Vintage vintage) {
    List<Scored> found = ruler.equals(INDEX) ? index.get(vintage) : benchmarks.get(ruler);
    if (found == null) {
      throw new IllegalArgumentException("no ruler '" + ruler + "'; there are " + names());
    }
    return List.copyOf(found);
  }

  /**
   * The last day that a ruler knows.
   *
   * @param ruler one of {@link #names()}
   * @param vintage which vintage of the index
   * @return the latest release date on it
   */
  public LocalDate lastDay(String ruler, Vintage vintage) {
    return scored(ruler, vintage).stream()
        .map(Scored::date)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /**
   * The releases of some developers on a ruler.
   *
   * @param ruler one of {@link #names()}
   * @param reading how it is read
   * @param group which developers' models
   * @return releases by the reading's unit
   */
  public List<Release> releases(String ruler, Reading reading, Predicate<Scored> group) {
    List<Release> releases =
        scored(ruler, reading.vintage()).stream()
            .filter(row -> reading.countryRule() == CountryRule.ASSIGNED || row.countryStated())
            .filter(group)
            .map(row -> new Release(row.model(), row.developer(), row.date(), row.score()))
            .toList();
    return reading.unit() == Unit.MODELS ? Frontier.onePerName(releases) : releases;
  }

  /**
   * The rulers that can say something of a Chinese model: those on which it stands and that had so
   * many Chinese records before it.
   *
   * @param model the model
   * @param leastRecordsBefore Chinese records on the ruler before the model's release
   * @return their names, in the order of {@link #names()}
   */
  public List<String> ruling(String model, int leastRecordsBefore) {
    LocalDate release = release(model);
    return names().stream()
        .filter(
            ruler ->
                releases(ruler, Reading.DEFAULT, Scored::chinese).stream()
                    .anyMatch(one -> one.name().equals(model)))
        .filter(
            ruler ->
                lag(ruler, Reading.DEFAULT).atRecords().stream()
                        .filter(lag -> lag.date().isBefore(release))
                        .count()
                    >= leastRecordsBefore)
        .toList();
  }

  /**
   * A model's first day on the index.
   *
   * @param model the model
   * @return the day
   * @throws IllegalArgumentException if the index has no dated model of the name
   */
  public LocalDate release(String model) {
    return scored(INDEX, Reading.DEFAULT.vintage()).stream()
        .filter(row -> row.model().equals(model))
        .map(Scored::date)
        .min(Comparator.naturalOrder())
        .orElseThrow(() -> new IllegalArgumentException("the index has no dated " + model));
  }

  /**
   * Whether a reading leaves models of both sides on a ruler: where it drops every model whose
   * publisher states no country, it may leave none.
   *
   * @param ruler one of {@link #names()}
   * @param reading how it is read
   * @return whether there is a lag
   */
  public boolean has(String ruler, Reading reading) {
    return !releases(ruler, reading, leaders(reading)).isEmpty()
        && !releases(ruler, reading, Scored::chinese).isEmpty();
  }

  private static Predicate<Scored> leaders(Reading reading) {
    return reading.leaders() == Leaders.US_ONLY
        ? Scored::american
        : row -> !row.country().isEmpty() && !row.chinese();
  }

  /**
   * The lag of the Chinese frontier behind the leading one.
   *
   * @param ruler one of {@link #names()}
   * @param reading how it is read
   * @return the lag on that ruler
   * @throws IllegalArgumentException if one of the two groups has no model on the ruler
   */
  public FrontierLag lag(String ruler, Reading reading) {
    return FrontierLag.between(
        frontier(ruler, releases(ruler, reading, leaders(reading)), "leading"),
        frontier(ruler, releases(ruler, reading, Scored::chinese), "Chinese"));
  }

  private static Frontier frontier(String ruler, Collection<Release> releases, String group) {
    if (releases.isEmpty()) {
      throw new IllegalArgumentException("ruler '" + ruler + "' has no " + group + " model");
    }
    return Frontier.of(releases);
  }
}
