package speedbump.analysis.chokepointsorintegration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import speedbump.data.Catalog;
import speedbump.model.SupplyChain;
import speedbump.model.SupplyChain.Holding;
import tech.tablesaw.api.Table;

/**
 * The critical minerals of the US list of 2025 that have a table of world production, one leaf a
 * product: who makes what share of the stated output of the last year of an edition of the US
 * Geological Survey's summaries. A product is what the survey adds up to a world total, at the
 * stage that it prints: mined and refined copper are two. Output that is withheld is missing.
 *
 * @param edition the edition
 * @param minerals the minerals
 */
public record CriticalMinerals(Edition edition, List<Mineral> minerals) {
  private static final String ALL = "all";
  private static final String PRODUCTION = "production";
  private static final String TOTAL = "total";
  private static final String AT_THE_MINE = "mine production";

  /** An edition of the summaries. */
  public enum Edition {
    /** Output of 2024 and, estimated, of 2025. */
    OF_2026("edition of 2026", 2026),
    /** Output of 2023 and, estimated, of 2024. */
    OF_2025("edition of 2025", 2025);

    private final String option;
    private final int year;

    Edition(String option, int year) {
      this.option = option;
      this.year = year;
    }

    /**
     * The edition as the registry names it.
     *
     * @return its words
     */
    public String option() {
      return option;
    }

    /**
     * The year of the output that is read.
     *
     * @return the year before the edition
     */
    public int outputYear() {
      return year - 1;
    }
  }

  /**
   * A mineral.
   *
   * @param name its name, or that of the product where the source has two
   * @param mined whether it is counted as it is dug, and not at a refinery, smelter or other plant
   * @param countries who makes it: shares of the stated output, empty where it is withheld or not
   *     available
   */
  public record Mineral(String name, boolean mined, List<Holding> countries) {
    /** Copies the holdings. */
    public Mineral {
      countries = List.copyOf(countries);
    }

    /**
     * The share of a country.
     *
     * @param country its code
     * @return its share of the stated output; empty where none is stated
     */
    public OptionalDouble share(String country) {
      return byCountry().share(country);
    }

    /**
     * Its makers by country, as an input of a chain.
     *
     * @return the input
     */
    public SupplyChain.Input byCountry() {
      return new SupplyChain.Input(name, countries);
    }

    /**
     * Whether output of some makers is not told.
     *
     * @param which the makers that are asked of
     * @return whether one of them is listed without a figure
     */
    public boolean untold(Predicate<String> which) {
      return countries.stream().anyMatch(one -> one.share().isEmpty() && which.test(one.holder()));
    }
  }

  private record OutputRow(
      int edition,
      String mineral,
      String product,
      String statistic,
      String detail,
      String area,
      String country,
      String kind,
      int year,
      OptionalDouble value) {}

  /** Copies the list. */
  public CriticalMinerals {
    minerals = List.copyOf(minerals);
  }

  /**
   * Reads an edition.
   *
   * @param catalog the collection's tables
   * @param edition the edition
   * @return its minerals
   */
  public static CriticalMinerals of(Catalog catalog, Edition edition) {
    Table listed = catalog.table("minerals/us_net_import_reliance");
    List<String> critical =
        listed
            .where(listed.booleanColumn("critical_2025").isTrue())
            .stringColumn("commodity")
            .unique()
            .asList()
            .stream()
            .map(CriticalMinerals::plain)
            .toList();
    Map<String, List<OutputRow>> tables = new LinkedHashMap<>();
    for (OutputRow row : catalog.rows("minerals/world_production", OutputRow.class)) {
      boolean wanted =
          row.edition() == edition.year
              && row.year() == edition.outputYear()
              && row.statistic().equals(PRODUCTION)
              && !row.kind().equals(TOTAL)
              && critical.stream().anyMatch(name -> name.startsWith(plain(row.mineral())));
      if (wanted) {
        String name = row.product().equals(ALL) ? row.mineral() : row.product();
        tables.computeIfAbsent(name.replace('_', ' '), key -> new ArrayList<>()).add(row);
      }
    }
    List<Mineral> minerals = new ArrayList<>();
    tables.forEach(
        (name, rows) -> minerals.add(new Mineral(name, mined(rows.get(0)), shares(rows))));
    return new CriticalMinerals(edition, minerals);
  }

  private static boolean mined(OutputRow row) {
    return row.detail().toLowerCase(Locale.ROOT).contains(AT_THE_MINE);
  }

  private static List<Holding> shares(List<OutputRow> rows) {
    double stated = rows.stream().mapToDouble(row -> row.value().orElse(0)).sum();
    Map<String, OptionalDouble> by = new LinkedHashMap<>();
    for (OutputRow row : rows) {
      String holder = row.country().isEmpty() ? row.area() : row.country();
      OptionalDouble share =
          row.value().isPresent()
              ? OptionalDouble.of(row.value().getAsDouble() / stated)
              : OptionalDouble.empty();
      by.merge(
          holder,
          share,
          (a, b) ->
              a.isEmpty() ? b : b.isEmpty() ? a : OptionalDouble.of(a.orElse(0) + b.orElse(0)));
    }
    return by.entrySet().stream().map(one -> new Holding(one.getKey(), one.getValue())).toList();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }

  /**
   * The minerals as a chain.
   *
   * @return the chain, without links
   */
  public SupplyChain byCountry() {
    return new SupplyChain(minerals.stream().map(Mineral::byCountry).toList(), List.of());
  }

  /**
   * The minerals that are counted at one stage, as a chain.
   *
   * @param mined whether as they are dug, or else at a refinery, smelter or other plant
   * @return the chain, without links
   */
  public SupplyChain byCountry(boolean mined) {
    return new SupplyChain(
        minerals.stream().filter(one -> one.mined() == mined).map(Mineral::byCountry).toList(),
        List.of());
  }

  /**
   * The minerals of which the output of some countries is not told.
   *
   * @param bloc the countries
   * @return their names
   */
  public List<String> withheld(Set<String> bloc) {
    return minerals.stream().filter(one -> one.untold(bloc::contains)).map(Mineral::name).toList();
  }
}
