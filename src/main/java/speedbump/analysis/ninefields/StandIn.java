package speedbump.analysis.ninefields;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import speedbump.analysis.ninefields.Fields.Series;
import speedbump.data.Catalog;
import speedbump.model.SyntheticControl;

/**
 * A field beside a mix of fields that controls hardly touched, weighted so that before the controls
 * the mix had the field's share of the world. It illustrates and does not vote. What it can show
 * depends on fields that are counted alike: families of patents for chips; exports for batteries
 * and for solar cells.
 *
 * @param field the field
 * @param donors the fields that its stand-in is mixed from
 * @param years the years that all of them have
 * @param hinge the last year before
 * @param controls the synthetic control of the field and, each in turn against all others, of its
 *     donors; outcomes are fractions of the world
 */
public record StandIn(
    Unit field,
    List<Unit> donors,
    List<Integer> years,
    int hinge,
    List<SyntheticControl> controls) {
  private static final double PERCENT = 100;

  /** A weight below it is not worth a word. */
  private static final double WORTH_A_WORD = 0.005;

  private static final String FAMILIES = "inpadoc_families_granted";
  private static final String EXPORTS = "exports of ";

  /**
   * Fields of the patent office's table that no rule bore on before its last year. Digital
   * communication is left out: its largest Chinese firm was listed in 2019.
   */
  private static final List<String> PATENT_DONORS =
      List.of(
          "Biotechnology",
          "Electrical machinery, apparatus, energy",
          "Medical technology",
          "Pharmaceuticals");

  public StandIn {
    donors = List.copyOf(donors);
    years = List.copyOf(years);
    controls = List.copyOf(controls);
  }

  private static StandIn of(Unit field, List<Unit> donors, List<Integer> years, int hinge) {
    List<SyntheticControl> controls =
        SyntheticControl.placebos(
            Stream.concat(Stream.of(field), donors.stream())
                .map(unit -> unit.over(years))
                .toArray(double[][]::new),
            (int) years.stream().filter(year -> year <= hinge).count());
    return new StandIn(field, donors, years, hinge, controls);
  }

  /**
   * China's share of the world in a field.
   *
   * @param name the field
   * @param shares the share by year, a fraction of one
   */
  public record Unit(String name, Map<Integer, Double> shares) {
    /** Keeps its own copy, in the order of years. */
    public Unit {
      shares = new TreeMap<>(shares);
    }

    double[] over(List<Integer> years) {
      return years.stream().mapToDouble(shares::get).toArray();
    }
  }

  /** A row of the table of patents. */
  record Patents(String series, String field, String economy, int year, double patents) {}

  /**
   * The three fields that have others counted alike.
   *
   * @param catalog the collection's tables
   * @param fields the fields of the claim
   * @return chips, batteries, solar cells
   */
  static List<StandIn> all(Catalog catalog, Fields fields) {
    int hinge = fields.windows().hinge();
    List<Patents> families =
        catalog.rows("industry/patents", Patents.class).stream()
            .filter(row -> row.series().equals(FAMILIES))
            .toList();
    Unit chips = patents(families, "Semiconductors");
    return List.of(
        of(
            chips,
            PATENT_DONORS.stream().map(field -> patents(families, field)).toList(),
            List.copyOf(chips.shares().keySet()),
            hinge),
        exports(fields, "batteries", hinge),
        exports(fields, "solar", hinge));
  }

  private static Unit patents(List<Patents> rows, String field) {
    Map<Integer, Double> shares = new TreeMap<>();
    Map<Integer, Double> world = quantities(rows, field, "WLD");
    quantities(rows, field, "CHN")
        .forEach((year, china) -> shares.put(year, china / world.get(year)));
    return new Unit(field.split(",")[0].toLowerCase(Locale.ROOT), shares);
  }

  private static Map<Integer, Double> quantities(List<Patents> rows, String field, String economy) {
    return rows.stream()
        .filter(row -> row.field().equals(field) && row.economy().equals(economy))
        .collect(Collectors.toMap(Patents::year, Patents::patents));
  }

  /** Exports of a field, with those of the placebo fields that have all its years. */
  private static StandIn exports(Fields fields, String id, int hinge) {
    List<Series> first = fields.series(Reading.Measure.FIRST);
    List<Series> second = fields.series(Reading.Measure.SECOND);
    Series treated =
        Stream.concat(first.stream(), second.stream())
            .filter(one -> one.field().field().equals(id) && ofExports(one))
            .findFirst()
            .orElseThrow();
    int last =
        first.stream()
            .filter(one -> !one.field().ofTheNine())
            .mapToInt(one -> one.field().lastYear().orElseThrow())
            .min()
            .orElseThrow();
    List<Integer> years = treated.shares().keySet().stream().filter(year -> year <= last).toList();
    List<Unit> donors =
        IntStream.range(0, first.size())
            .filter(i -> !first.get(i).field().ofTheNine())
            .boxed()
            .flatMap(
                i ->
                    Stream.of(first.get(i), second.get(i))
                        .filter(one -> one.shares().keySet().containsAll(years))
                        .limit(1))
            .map(StandIn::unit)
            .toList();
    return of(unit(treated), donors, years, hinge);
  }

  private static boolean ofExports(Series series) {
    return series.field().measure().startsWith(EXPORTS);
  }

  private static Unit unit(Series series) {
    return new Unit(series.field().measure().substring(EXPORTS.length()), series.shares());
  }

  /**
   * The same up to the hinge, with a hinge at which nothing happened: the placebo in time.
   *
   * @param placebo the last year before it
   * @return the stand-in fitted to the years up to the placebo
   */
  public StandIn at(int placebo) {
    return of(field, donors, years.stream().filter(year -> year <= hinge).toList(), placebo);
  }

  /**
   * The same mixed from all fields but one.
   *
   * @param donor the name of the field that is left out
   * @return the stand-in fitted without it
   * @throws IllegalArgumentException if no donor has that name
   */
  public StandIn without(String donor) {
    List<Unit> others = donors.stream().filter(one -> !one.name().equals(donor)).toList();
    if (others.size() == donors.size()) {
      throw new IllegalArgumentException(
          "%s is none of %s".formatted(donor, donors.stream().map(Unit::name).toList()));
    }
    return of(field, others, years, hinge);
  }

  /**
   * What is left of the gap if its stand-in may not use one of the donors.
   *
   * @return the least mean gap after, over the donors left out in turn, in points of share
   */
  public double leastGapWithoutOne() {
    return donors.stream()
        .mapToDouble(donor -> without(donor.name()).line().aheadAfter())
        .min()
        .orElseThrow();
  }

  /**
   * The field's share of the world.
   *
   * @return a fraction of one, one a year
   */
  public double[] share() {
    return field.over(years);
  }

  /**
   * The stand-in's.
   *
   * @return a fraction of one, one a year
   */
  public double[] mixed() {
    double[] gap = controls.get(0).gap();
    double[] share = share();
    return IntStream.range(0, gap.length).mapToDouble(t -> share[t] - gap[t]).toArray();
  }

  /**
   * A row of the table of stand-ins.
   *
   * @param field the field
   * @param years the first and last year
   * @param mixedFrom what its stand-in is mixed from
   * @param offBefore how badly it fits before, as a root mean square in points of share
   * @param aheadAfter the mean gap after, in points of share
   * @param rank place of the field among its donors, by the ratio of the gap after to that before
   */
  public record Line(
      String field,
      String years,
      String mixedFrom,
      double offBefore,
      double aheadAfter,
      String rank) {}

  /**
   * The stand-in as a row of a table.
   *
   * @return the row
   */
  public Line line() {
    SyntheticControl own = controls.get(0);
    double[] weights = own.weights();
    return new Line(
        field.name(),
        years.get(0) + " to " + years.get(years.size() - 1),
        IntStream.range(0, weights.length)
            .filter(j -> weights[j] >= WORTH_A_WORD)
            .boxed()
            .sorted(Comparator.comparingDouble(j -> -weights[j]))
            .map(
                j ->
                    String.format(
                        Locale.ROOT, "%s %.0f%%", donors.get(j).name(), PERCENT * weights[j]))
            .collect(Collectors.joining(", ")),
        PERCENT * own.rootMeanSquareBefore(),
        PERCENT * own.effect(),
        "%d of %d".formatted(SyntheticControl.rank(controls, 0), controls.size()));
  }
}
