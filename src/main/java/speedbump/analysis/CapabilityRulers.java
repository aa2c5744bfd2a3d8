package speedbump.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import speedbump.claim.Specification;
import speedbump.data.Catalog;
import speedbump.model.Frontier;
import speedbump.model.FrontierLag;
import speedbump.model.Release;
import tech.tablesaw.api.Row;

/**
 * The rulers on which the capability of AI models is read: two vintages of one index, and every
 * open benchmark of its publisher. Shared by all claims that ask how far Chinese models trail.
 */
public final class CapabilityRulers {
  /** The index as published on 19 April 2026. */
  public static final String INDEX_2026 = "index_2026_04";

  /** The index as published on 19 December 2025, an earlier vintage of the same. */
  public static final String INDEX_2025 = "index_2025_12";

  private static final String CHINA = "CHN";
  private static final String HONG_KONG = "HKG";
  private static final String UNITED_STATES = "USA";

  private final Map<String, List<Scored>> byRuler;

  private static final Map<String, String> TITLES =
      Map.of(
          INDEX_2026,
          "Capability index, April 2026",
          INDEX_2025,
          "Capability index, December 2025",
          "gpqa_diamond",
          "GPQA diamond (science questions)",
          "math_level_5",
          "MATH level 5",
          "metr_time_horizons",
          "METR time horizon",
          "otis_mock_aime_2024_2025",
          "Mock AIME (mathematics)");

  private CapabilityRulers(Map<String, List<Scored>> byRuler) {
    this.byRuler = byRuler;
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
   */
  public record Reading(Leaders leaders, Unit unit, CountryRule countryRule) {
    /** The registered default. */
    public static final Reading DEFAULT =
        new Reading(Leaders.US_ONLY, Unit.MODELS, CountryRule.ASSIGNED);

    /**
     * The reading that a specification asks for by its choices "frontier", "unit" and "country
     * rule".
     *
     * @param specification a specification of claim 2 or 6
     * @return its reading
     * @throws IllegalArgumentException if an option is not known
     */
    public static Reading of(Specification specification) {
      return new Reading(
          find(Leaders.values(), value -> value.option, specification.option("frontier")),
          find(Unit.values(), value -> value.option, specification.option("unit")),
          find(CountryRule.values(), value -> value.option, specification.option("country rule")));
    }

    private static <T> T find(T[] values, Function<T, String> name, String option) {
      for (T value : values) {
        if (name.apply(value).equals(option)) {
          return value;
        }
      }
      throw new IllegalArgumentException("no reading of the rulers is called '" + option + "'");
    }
  }

  /**
   * Loads every ruler.
   *
   * @param catalog the collection's tables
   * @return the rulers, the two vintages of the index first, then the benchmarks by name
   */
  public static CapabilityRulers of(Catalog catalog) {
    Map<String, List<Scored>> byRuler = new LinkedHashMap<>();
    byRuler.put(INDEX_2026, new ArrayList<>());
    byRuler.put(INDEX_2025, new ArrayList<>());
    for (Row row : catalog.table("ai/index_versions_2026_04")) {
      add(byRuler.get(INDEX_2026), row, row.getString("version"), true);
    }
    for (Row row : catalog.table("ai/index_models_2025_12")) {
      add(byRuler.get(INDEX_2025), row, row.getString("model"), true);
    }
    for (Row row : catalog.table("ai/benchmark_scores").sortOn("benchmark")) {
      String ruler = row.getString("benchmark");
      add(
          byRuler.computeIfAbsent(ruler, name -> new ArrayList<>()),
          row,
          row.getString("version"),
          false);
    }
    return new CapabilityRulers(byRuler);
  }

  private static void add(List<Scored> scored, Row row, String version, boolean compute) {
    if (row.isMissing("release_date") || row.isMissing("score")) {
      return;
    }
    scored.add(
        new Scored(
            row.getString("model"),
            version,
            row.getString("organization"),
            row.getString("country"),
            row.getString("country_basis").equals("stated"),
            row.getDate("release_date"),
            row.getDouble("score"),
            compute && !row.isMissing("training_compute_flop")
                ? row.getDouble("training_compute_flop")
                : Double.NaN,
            compute && row.getString("compute_confidence").equals("Confident")));
  }

  /**
   * All rulers by name.
   *
   * @return the two vintages of the index, then the benchmarks in alphabetical order
   */
  public List<String> names() {
    return List.copyOf(byRuler.keySet());
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
   * Every dated score on a ruler.
   *
   * @param ruler one of {@link #names()}
   * @return its rows, in the order of their table
   * @throws IllegalArgumentException if there is no such ruler
   */
  public List<Scored> scored(String ruler) {
    List<Scored> found = byRuler.get(ruler);
    if (found == null) {
      throw new IllegalArgumentException("no ruler '" + ruler + "'; there are " + byRuler.keySet());
    }
    return List.copyOf(found);
  }

  /**
   * The last day that a ruler knows.
   *
   * @param ruler one of {@link #names()}
   * @return the latest release date on it
   */
  public LocalDate lastDay(String ruler) {
    return scored(ruler).stream().map(Scored::date).max(Comparator.naturalOrder()).orElseThrow();
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
        scored(ruler).stream()
            .filter(row -> reading.countryRule() == CountryRule.ASSIGNED || row.countryStated())
            .filter(group)
            .map(row -> new Release(row.model(), row.developer(), row.date(), row.score()))
            .toList();
    return reading.unit() == Unit.MODELS ? Frontier.onePerName(releases) : releases;
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
    Predicate<Scored> leaders =
        reading.leaders() == Leaders.US_ONLY
            ? Scored::american
            : row -> !row.country().isEmpty() && !row.chinese();
    return FrontierLag.between(
        frontier(ruler, releases(ruler, reading, leaders), "leading"),
        frontier(ruler, releases(ruler, reading, Scored::chinese), "Chinese"));
  }

  private static Frontier frontier(String ruler, Collection<Release> releases, String group) {
    if (releases.isEmpty()) {
      throw new IllegalArgumentException("ruler '" + ruler + "' has no " + group + " model");
    }
    return Frontier.of(releases);
  }
}
