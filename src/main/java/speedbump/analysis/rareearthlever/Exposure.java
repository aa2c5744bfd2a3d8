package speedbump.analysis.rareearthlever;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Grade;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Proposition.Minimum;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.data.Catalog;

/**
 * Proposition 10a: the exposure is real. US net import reliance and China's share of refining, for
 * each rare earth under licence.
 *
 * <p>Read before any result was seen:
 *
 * <ul>
 *   <li>Elements under licence: samarium, gadolinium, terbium, dysprosium, lutetium, scandium,
 *       yttrium. The Geological Survey's figure for heavy rare earths is a group figure of the
 *       elements in its chapter; samarium and gadolinium stand in the chapter of the light ones and
 *       have no figure. A share for magnet rare earths is a group figure of terbium and dysprosium.
 *   <li>China's share of processing by element is that of the European Commission's study of 2023,
 *       which has one vector of countries for the light rare earths, one for the heavy ones, and
 *       one of scandium's own, from averages of about 2016 to 2020. A published share of the
 *       element's own stands before a group's. A share of extraction is none of processing.
 *   <li>Only figures of grade P or M decide.
 * </ul>
 */
public final class Exposure {
  private static final List<String> UNDER_LICENCE =
      List.of("Samarium", "Gadolinium", "Terbium", "Dysprosium", "Lutetium", "Scandium", "Yttrium");

  private static final List<String> IN_MAGNETS = List.of("Terbium", "Dysprosium");
  private static final String HEAVY_CHAPTER = "RARE EARTHS (Heavy)";
  private static final double PERCENT = 100;
  private static final int EUROPEAN_EDITION = 2023;
  private static final String EUROPEAN_PUBLISHER = "European Commission";
  private static final String OWN = "own";

  private final Proposition proposition;
  private final List<Element> elements;
  private final YearMonth newest;
  private final Option<Boolean> groupFigure;
  private final Minimum leastElements;
  private final Option<PublishedRange> publishedRange;

  Exposure(Proposition proposition, Catalog catalog) {
    this.proposition = proposition;
    List<RelianceRow> reliances =
        catalog.rows("minerals/us_net_import_reliance", RelianceRow.class).stream()
            .filter(row -> row.netImportReliance().isPresent())
            .sorted(Comparator.comparingInt(RelianceRow::year))
            .toList();
    this.elements = elements(catalog, reliances);
    this.newest = YearMonth.of(reliances.get(reliances.size() - 1).year(), 12);
    this.leastElements = proposition.minimum("elements with both figures");
    this.groupFigure =
        Option.of(
            proposition,
            "group figure",
            Map.of("stands for its elements", true, "does not", false));
    this.publishedRange =
        Option.of(proposition, "published range", PublishedRange.values(), range -> range.option);
  }

  /** Which part of a published range is taken. */
  public enum PublishedRange {
    /** Its lower end. */
    LOW("low"),
    /** The figure, or the middle of its range. */
    MIDDLE("middle"),
    /** Its upper end. */
    HIGH("high");

    private final String option;

    PublishedRange(String option) {
      this.option = option;
    }
  }

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
    boolean european() {
      return source.startsWith(EUROPEAN_PUBLISHER);
    }

    double at(PublishedRange range) {
      return switch (range) {
        case LOW -> low;
        case MIDDLE -> middle;
        case HIGH -> high;
      };
    }
  }

  /**
   * A rare earth under the licence of April 2025.
   *
   * @param name its name
   * @param reliance US net import reliance, a fraction of one; empty where there is none
   * @param ownReliance whether that figure is the element's own
   * @param shares China's published shares of its processing, the element's own first, then by
   *     grade, the European study before others
   */
  public record Element(
      String name, OptionalDouble reliance, boolean ownReliance, List<ProcessingShare> shares) {
    private Optional<ProcessingShare> share(boolean groups, boolean anyGrade) {
      return shares.stream()
          .filter(share -> groups || share.own())
          .filter(share -> anyGrade || share.grade().decides())
          .findFirst();
    }

    private boolean both(boolean groups, boolean anyGrade) {
      return reliance.isPresent() && (groups || ownReliance) && share(groups, anyGrade).isPresent();
    }
  }

  private record ChapterRow(String chapter, String commodity) {}

  private record RelianceRow(String chapter, int year, OptionalDouble netImportReliance) {}

  private record ShareRow(
      String material,
      String stage,
      String entity,
      OptionalDouble value,
      OptionalDouble low,
      OptionalDouble high,
      String unit,
      String flag,
      Grade grade,
      String sourceTitle) {
    boolean ofRefining() {
      return entity.equals("China")
          && stage.equals("refining")
          && unit.equals("percent")
          && !flag.contains("FORECAST");
    }

    ProcessingShare share(boolean own) {
      double percent = value.orElseThrow();
      return new ProcessingShare(
          material,
          own,
          low.orElse(percent) / PERCENT,
          percent / PERCENT,
          high.orElse(percent) / PERCENT,
          grade,
          sourceTitle);
    }
  }

  private static List<Element> elements(Catalog catalog, List<RelianceRow> reliances) {
    Map<String, String> chapters = new LinkedHashMap<>();
    catalog
        .rows("minerals/us_statistics", ChapterRow.class)
        .forEach(row -> chapters.putIfAbsent(row.commodity(), row.chapter()));
    Map<String, Double> newest = new LinkedHashMap<>(); // by chapter: later years replace earlier
    reliances.forEach(row -> newest.put(row.chapter(), row.netImportReliance().getAsDouble()));
    return UNDER_LICENCE.stream()
        .map(
            name -> {
              String chapter = chapters.get(name);
              boolean own = name.equalsIgnoreCase(chapter);
              boolean heavy = HEAVY_CHAPTER.equals(chapter);
              return new Element(
                  name,
                  own || heavy ? OptionalDouble.of(newest.get(chapter)) : OptionalDouble.empty(),
                  own,
                  shares(catalog, name, heavy));
            })
        .toList();
  }

  private record EuropeanRow(
      String element,
      String euGroup,
      int studyEdition,
      String stage,
      double chinaShare,
      Grade grade,
      String sourceTitle) {
    ProcessingShare share() {
      return new ProcessingShare(
          euGroup.equals(OWN) ? element : euGroup + " rare earths",
          euGroup.equals(OWN),
          chinaShare,
          chinaShare,
          chinaShare,
          grade,
          sourceTitle);
    }
  }

  private static List<ProcessingShare> shares(Catalog catalog, String element, boolean heavy) {
    Stream<ProcessingShare> european =
        catalog.rows("minerals/rare_earth_processing_shares", EuropeanRow.class).stream()
            .filter(row -> row.element().equals(element))
            .filter(row -> row.studyEdition() == EUROPEAN_EDITION)
            .filter(row -> row.stage().equals("processing"))
            .map(EuropeanRow::share);
    return Stream.concat(european, others(catalog, element, heavy))
        .sorted(
            Comparator.comparing(ProcessingShare::own)
                .reversed()
                .thenComparing(ProcessingShare::grade))
        .toList();
  }

  private static Stream<ProcessingShare> others(Catalog catalog, String element, boolean heavy) {
    return catalog.rows("minerals/china_shares", ShareRow.class).stream()
        .filter(ShareRow::ofRefining)
        .filter(
            row ->
                row.material().equalsIgnoreCase(element)
                    || heavy && row.material().equals("heavy_rare_earths")
                    || IN_MAGNETS.contains(element) && row.material().equals("magnet_rare_earths"))
        .map(row -> row.share(row.material().equalsIgnoreCase(element)));
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
   * How many elements would have both figures, groups let in, without the European study.
   *
   * @return elements with a share of processing from another source that decides
   */
  public int withBothButForEuropeanStudy() {
    return (int)
        elements.stream()
            .filter(element -> element.reliance().isPresent())
            .filter(
                element ->
                    element.shares().stream()
                        .anyMatch(share -> !share.european() && share.grade().decides()))
            .count();
  }

  /**
   * Whether the claim's deciding question hangs on the European study: without it fewer elements
   * have both figures than the rule asks for.
   *
   * @return whether it does
   */
  boolean hangsOnEuropeanStudy() {
    return leastElements.unmet(withBothButForEuropeanStudy()).isPresent();
  }

  /**
   * The share above which an element is exposed, both in what is imported and in what China
   * processes.
   *
   * @return the registered share, a fraction of one
   */
  public double leastShare() {
    return proposition.definition("least_processing_share");
  }

  /**
   * The share of elements for which both figures exceed the registered least shares.
   *
   * @param groups whether a group figure stands for its elements
   * @param range which part of a published range is taken
   * @param anyGrade whether figures of grade S are let in, which illustrate only
   * @return a fraction of the elements with both figures; empty without any
   */
  public OptionalDouble exposedShare(boolean groups, PublishedRange range, boolean anyGrade) {
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

  private Outcome estimate(Exposure data, Specification specification) {
    boolean groups = groupFigure.in(specification);
    PublishedRange range = publishedRange.in(specification);
    return leastElements
        .unmet(data.withBoth(groups, false).size())
        .map(Outcome::unusable)
        .orElseGet(
            () ->
                Outcome.of(
                    Evidence.of(
                        "exposed_elements_share",
                        data.exposedShare(groups, range, false).orElseThrow())));
  }

  Examination examination() {
    return Examination.covering(
        proposition,
        "elements with both figures",
        withBoth(true, false).size(),
        List.of(Trial.of(proposition, "elements under licence", this, newest, this::estimate)));
  }
}
