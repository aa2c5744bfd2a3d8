package speedbump.analysis.chokepointsorintegration;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Trial;
import speedbump.data.Catalog;

/**
 * Proposition 12a: the US leans more on foreign inputs than China does, in what its manufacturing
 * buys and in what its exports hold.
 */
public final class ForeignInputs {
  private static final int LAST_OF_WIOD = 2014;
  private static final YearMonth NEWEST = YearMonth.of(2022, 12);
  private static final String INPUTS = "foreign share of inputs to manufacturing";
  private static final String EXPORTS = "foreign value added in exports";

  private final Proposition proposition;
  private final Map<Source, Pair> pairs = new LinkedHashMap<>();
  private final Option<Source> source;

  /** A source that holds both economies. */
  public enum Source {
    /** Indicators by others from the tables of the Asian Development Bank, 2022. */
    ADB("ADB"),
    /** National tables of the OECD, edition of 2025, 2022. */
    OECD("OECD"),
    /** National tables of the World Input-Output Database, 2014. */
    WIOD("WIOD 2016");

    private final String option;

    Source(String option) {
      this.option = option;
    }

    /**
     * The source as the registry names it.
     *
     * @return its words
     */
    public String option() {
      return option;
    }
  }

  /**
   * What one source says of one economy.
   *
   * @param economy its code
   * @param year the year
   * @param inputs four measures of the inputs to manufacturing; null where the source has none
   * @param inExports foreign value added in exports, a share
   */
  public record Reading(String economy, int year, InputTable.Foreign inputs, double inExports) {}

  /**
   * What one source says of both.
   *
   * @param source the source
   * @param us the United States
   * @param china China
   */
  public record Pair(Source source, Reading us, Reading china) {
    /** The US less China, all inputs at face value; empty where the source has none. */
    OptionalDouble inputsDifference() {
      return us.inputs() == null
          ? OptionalDouble.empty()
          : OptionalDouble.of(us.inputs().faceAll() - china.inputs().faceAll());
    }

    /** The US less China, in exports. */
    double exportsDifference() {
      return us.inExports() - china.inExports();
    }
  }

  private record ChainRow(
      int year,
      String economy,
      String sector,
      double exportsMillionUsd,
      double gvcTradeBackwardMillionUsd) {}

  ForeignInputs(Proposition proposition, Catalog catalog) {
    this.proposition = proposition;
    this.source = Option.of(proposition, "source", Source.values(), Source::option);
    pairs.put(
        Source.ADB, new Pair(Source.ADB, adb(catalog, Removals.US), adb(catalog, Removals.CHINA)));
    pairs.put(
        Source.OECD,
        new Pair(
            Source.OECD,
            reading(InputTable.oecd(catalog, Removals.US)),
            reading(InputTable.oecd(catalog, Removals.CHINA))));
    pairs.put(
        Source.WIOD,
        new Pair(
            Source.WIOD,
            reading(InputTable.wiod(catalog, Removals.US, LAST_OF_WIOD)),
            reading(InputTable.wiod(catalog, Removals.CHINA, LAST_OF_WIOD))));
  }

  private static Reading reading(InputTable table) {
    return new Reading(table.economy(), table.year(), table.foreign(), table.foreignInExports());
  }

  private static Reading adb(Catalog catalog, String economy) {
    return adbYears(catalog, economy).get(0);
  }

  /** Every year of the indicators, the latest first. */
  private static List<Reading> adbYears(Catalog catalog, String economy) {
    List<Reading> years = new ArrayList<>();
    catalog.rows("industry/trade_in_value_added", ChainRow.class).stream()
        .filter(row -> row.economy().equals(economy) && row.sector().equals("total"))
        .sorted((a, b) -> Integer.compare(b.year(), a.year()))
        .forEach(
            row ->
                years.add(
                    new Reading(
                        economy,
                        row.year(),
                        null,
                        row.gvcTradeBackwardMillionUsd() / row.exportsMillionUsd())));
    return years;
  }

  /**
   * What a source says of both economies in its latest year.
   *
   * @param which the source
   * @return both readings
   */
  public Pair pair(Source which) {
    return pairs.get(which);
  }

  /**
   * What every source says.
   *
   * @return one pair a source, in registered order
   */
  public List<Pair> pairs() {
    return List.copyOf(pairs.values());
  }

  Examination examination() {
    return Examination.of(
        proposition,
        List.of(
            Trial.of(
                proposition,
                INPUTS,
                this,
                NEWEST,
                (data, specification) -> {
                  OptionalDouble difference =
                      data.pair(source.in(specification)).inputsDifference();
                  return difference.isEmpty()
                      ? Outcome.unusable("the tables that are held give no inputs by origin")
                      : difference(difference.getAsDouble());
                }),
            Trial.of(
                proposition,
                EXPORTS,
                this,
                NEWEST,
                (data, specification) ->
                    difference(data.pair(source.in(specification)).exportsDifference()))));
  }

  private static Outcome difference(double value) {
    return Outcome.of(Evidence.of("us_minus_china_foreign_share", value));
  }
}
