package speedbump.analysis.wholeindustrialsystem;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import speedbump.claim.Proposition;
import speedbump.data.Catalog;

/** The tables of exports that claim 8 reads, each from one publisher and one year. */
public final class Trade {
  private static final double THOUSAND = 1000;
  private static final double ALL = -1;
  private static final int CHAPTER = 2;

  private final Catalog catalog;
  private final double large;
  private final String leftOut;
  private final Map<String, Advantages> made = new ConcurrentHashMap<>();

  Trade(Proposition breadth, Catalog catalog) {
    this.catalog = catalog;
    this.large = breadth.definition("least_exports_usd");
    this.leftOut = "%.0f".formatted(breadth.definition("left_out_code"));
  }

  /**
   * A cell of the six-digit table.
   *
   * @param exporter code of the exporter
   * @param product code of the product
   * @param rca the index over all exporters
   * @param rcaLarge the index among large exporters; empty for the others
   */
  public record SixDigit(String exporter, String product, double rca, OptionalDouble rcaLarge) {}

  /**
   * A cell of a table of headings.
   *
   * @param exporter code of the exporter
   * @param heading code of the heading
   * @param exportValueUsd exports in current dollars
   */
  public record Heading(String exporter, String heading, double exportValueUsd) {}

  /**
   * A cell of the table of chapters.
   *
   * @param exporter code of the exporter
   * @param chapter code of the chapter
   * @param exportValueThousandUsd exports in thousands of current dollars
   */
  public record Chapter(String exporter, String chapter, double exportValueThousandUsd) {}

  /**
   * A count of the Atlas.
   *
   * @param exporter code of the exporter
   * @param year calendar year
   * @param exportValueUsd exports in current dollars
   * @param headingsRca1 headings with an index of 1 or more
   * @param headingsRca075 headings with an index of 0.75 or more
   */
  public record AtlasCount(
      String exporter, int year, double exportValueUsd, int headingsRca1, int headingsRca075) {}

  /**
   * A count of a source that does not ship.
   *
   * @param source name of the source
   * @param exporters the set over which the index is taken
   * @param exporter code of the exporter
   * @param headingsRca1 headings with an index of 1 or more
   * @param headingsRca075 headings with an index of 0.75 or more
   */
  public record AdvantageCount(
      String source, String exporters, String exporter, int headingsRca1, int headingsRca075) {}

  /**
   * A cell of the tables of three years.
   *
   * @param year calendar year
   * @param exporter code of the exporter
   * @param heading code of the heading
   * @param exportValueUsd exports in current dollars
   */
  public record OfYear(int year, String exporter, String heading, double exportValueUsd) {}

  /**
   * BACI 2018 at six digits.
   *
   * @param onlyLarge whether among exporters above a billion dollars alone
   * @return the indices; cells of others than China and the US below 0.75 are zero
   */
  public Advantages sixDigits(boolean onlyLarge) {
    return made.computeIfAbsent(
        "six digits " + onlyLarge,
        key -> {
          List<SixDigit> cells = catalog.rows("industry/export_rca_2018", SixDigit.class);
          return onlyLarge
              ? Advantages.matrix(
                  cells.stream().filter(cell -> cell.rcaLarge().isPresent()).toList(),
                  SixDigit::exporter,
                  SixDigit::product,
                  cell -> cell.rcaLarge().getAsDouble())
              : Advantages.matrix(cells, SixDigit::exporter, SixDigit::product, SixDigit::rca);
        });
  }

  /**
   * The Atlas of 2016 by heading.
   *
   * @param onlyLarge whether among exporters above a billion dollars alone
   * @return the indices
   */
  public Advantages headings(boolean onlyLarge) {
    return headings("headings ", onlyLarge, heading -> heading);
  }

  /**
   * The same with headings added up to chapters.
   *
   * @param onlyLarge whether among exporters above a billion dollars alone
   * @return the indices
   */
  public Advantages headingsAsChapters(boolean onlyLarge) {
    return headings("headings as chapters ", onlyLarge, heading -> heading.substring(0, CHAPTER));
  }

  private Advantages headings(String name, boolean onlyLarge, Function<String, String> product) {
    return made.computeIfAbsent(
        name + onlyLarge,
        key ->
            Advantages.matrix(
                    catalog.rows("industry/exports_by_heading_2016", Heading.class).stream()
                        .filter(cell -> !cell.heading().equals(leftOut))
                        .toList(),
                    Heading::exporter,
                    cell -> product.apply(cell.heading()),
                    Heading::exportValueUsd)
                .ofValues(onlyLarge ? large : ALL));
  }

  /**
   * BACI 2024 by chapter.
   *
   * @param onlyLarge whether among exporters above a billion dollars alone
   * @return the indices
   */
  public Advantages chapters(boolean onlyLarge) {
    return made.computeIfAbsent(
        "chapters " + onlyLarge, key -> chapterValues().ofValues(onlyLarge ? large : ALL));
  }

  /** The exports by chapter of 2024 themselves, in dollars. */
  Advantages chapterValues() {
    return Advantages.matrix(
        catalog.rows("industry/exports_by_chapter_2024", Chapter.class),
        Chapter::exporter,
        Chapter::chapter,
        cell -> THOUSAND * cell.exportValueThousandUsd());
  }

  /**
   * Open Trade Statistics by heading of 2007.
   *
   * @param year 1962, 1980 or 2017
   * @param onlyLarge whether among exporters above a billion dollars alone
   * @return the indices
   */
  public Advantages openTrade(int year, boolean onlyLarge) {
    Advantages values = openTradeValues(year); // before the cache is entered: it is kept there too
    return made.computeIfAbsent(
        "open trade " + year + onlyLarge, key -> values.ofValues(onlyLarge ? large : ALL));
  }

  /** The exports of a year of Open Trade Statistics themselves, in dollars. */
  Advantages openTradeValues(int year) {
    return made.computeIfAbsent(
        "open trade values " + year,
        key ->
            Advantages.matrix(
                openTrade().stream().filter(cell -> cell.year() == year).toList(),
                OfYear::exporter,
                OfYear::heading,
                OfYear::exportValueUsd));
  }

  private List<OfYear> openTrade() {
    return catalog.rows("noncommercial/exports_by_heading", OfYear.class);
  }

  /**
   * The counts of the Atlas.
   *
   * @param year 1995 to 2023
   * @param cut 1 or 0.75
   * @return headings with an edge by exporter
   */
  public Map<String, Integer> atlasCounts(int year, double cut) {
    return catalog.rows("industry/export_diversity", AtlasCount.class).stream()
        .filter(one -> one.year() == year)
        .collect(
            Collectors.toMap(
                AtlasCount::exporter, one -> cut == 1 ? one.headingsRca1() : one.headingsRca075()));
  }

  /**
   * The counts of a source that does not ship.
   *
   * @param source oec_2020 or wits_1997
   * @param onlyLarge whether among exporters above a billion dollars alone
   * @param cut 1 or 0.75
   * @return headings with an edge by exporter
   */
  public Map<String, Integer> counts(String source, boolean onlyLarge, double cut) {
    String exporters = onlyLarge ? Breadth.ABOVE : Breadth.ALL;
    return catalog.rows("industry/advantage_counts", AdvantageCount.class).stream()
        .filter(one -> one.source().equals(source) && one.exporters().equals(exporters))
        .collect(
            Collectors.toMap(
                AdvantageCount::exporter,
                one -> cut == 1 ? one.headingsRca1() : one.headingsRca075()));
  }

  /** The counts of exporters, where a table can give them. */
  Optional<Map<String, Integer>> atlas(int year, boolean onlyLarge, double cut) {
    return onlyLarge ? Optional.empty() : Optional.of(atlasCounts(year, cut));
  }
}
