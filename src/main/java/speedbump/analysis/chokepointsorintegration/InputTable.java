package speedbump.analysis.chokepointsorintegration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import speedbump.analysis.shared.IoTables;
import speedbump.data.Catalog;
import speedbump.model.NationalTable;

/**
 * What the sectors of one economy buy at home and abroad, of one source and year, with the four
 * measures of how foreign the inputs to its manufacturing are.
 *
 * <p>At face value an input is foreign if it crosses the border. Looked through, the foreign part
 * of home-made inputs counts as well: with {@code p = 1 - v' L} the foreign part of a unit of home
 * output, inputs {@code d} from home and {@code m} from abroad are foreign by {@code (m + p' d) /
 * (m + d)}. Industrial inputs are those made by manufacturing.
 */
public final class InputTable {
  private final Economy of;
  private final boolean[] manufacturing;
  private final double[][] home;
  private final double[][] foreign;
  private final double[] exports;
  private final NationalTable table;

  private InputTable(
      Economy of,
      boolean[] manufacturing,
      double[][] home,
      double[][] foreign,
      double[] exports,
      NationalTable table) {
    this.of = of;
    this.manufacturing = manufacturing;
    this.home = home;
    this.foreign = foreign;
    this.exports = exports;
    this.table = table;
  }

  /** An economy in a year. */
  record Economy(String code, int year) {}

  /** Codes of industries, and which are manufacturing. */
  record Industries(List<String> codes, boolean[] manufacturing) {}

  private static InputTable of(String economy, IoTables.Held held) {
    return new InputTable(
        new Economy(economy, held.year()),
        manufacturing(held),
        held.domesticFlows(),
        held.importedFlows(),
        held.exports(),
        held.table());
  }

  private static boolean[] manufacturing(IoTables.Held held) {
    boolean[] which = new boolean[held.industries().size()];
    for (int i = 0; i < which.length; i++) {
      which[i] = held.industries().get(i).manufacturing();
    }
    return which;
  }

  /**
   * A table of the edition of 2025 of the OECD, of total flows: the imports of a product are spread
   * in equal proportion over its uses at home.
   *
   * @param catalog the collection's tables
   * @param economy its code
   * @return the table of 2022
   */
  public static InputTable oecd(Catalog catalog, String economy) {
    return of(economy, IoTables.oecdLatest(catalog, economy));
  }

  /**
   * A table of the release of 2016 of the World Input-Output Database, which holds imports apart.
   *
   * @param catalog the collection's tables
   * @param economy CHN or USA
   * @param year 2000 to 2014
   * @return the table
   * @throws IllegalArgumentException if there is none of the year
   */
  public static InputTable wiod(Catalog catalog, String economy, int year) {
    return of(
        economy,
        IoTables.wiod(catalog, economy).stream()
            .filter(held -> held.year() == year)
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("no table of %s, %d".formatted(economy, year))));
  }

  /** A table that holds imports apart. */
  static InputTable apart(
      Economy of,
      Industries industries,
      double[][] home,
      double[][] foreign,
      double[] output,
      double[] exports) {
    return new InputTable(
        of,
        industries.manufacturing(),
        home,
        foreign,
        exports,
        NationalTable.apart(industries.codes(), home, foreign, output));
  }

  /**
   * The economy.
   *
   * @return its code
   */
  public String economy() {
    return of.code();
  }

  /**
   * The year.
   *
   * @return the calendar year
   */
  public int year() {
    return of.year();
  }

  /**
   * The foreign part of the inputs to manufacturing, four ways.
   *
   * @param faceAll all inputs at face value
   * @param throughAll all inputs, looked through
   * @param faceIndustrial industrial inputs at face value
   * @param throughIndustrial industrial inputs, looked through
   */
  public record Foreign(
      double faceAll, double throughAll, double faceIndustrial, double throughIndustrial) {
    /**
     * The measures in a fixed order.
     *
     * @return all inputs at face value and looked through, industrial inputs at face value and
     *     looked through
     */
    public double[] values() {
      return new double[] {faceAll, throughAll, faceIndustrial, throughIndustrial};
    }
  }

  /**
   * The foreign part of the inputs to manufacturing.
   *
   * @return four shares of the inputs' value
   */
  public Foreign foreign() {
    double[] through =
        Arrays.stream(table.domestic().embodied(table.valueAddedPerOutput()))
            .map(part -> 1 - part)
            .toArray();
    double[] all = new double[3];
    double[] industrial = new double[3];
    for (int i = 0; i < home.length; i++) {
      for (int j = 0; j < home.length; j++) {
        if (manufacturing[j]) {
          double[] parts = {
            foreign[i][j], foreign[i][j] + through[i] * home[i][j], foreign[i][j] + home[i][j]
          };
          for (int k = 0; k < parts.length; k++) {
            all[k] += parts[k];
            industrial[k] += manufacturing[i] ? parts[k] : 0;
          }
        }
      }
    }
    return new Foreign(
        all[0] / all[2],
        all[1] / all[2],
        industrial[0] / industrial[2],
        industrial[1] / industrial[2]);
  }

  /**
   * Foreign value added in exports.
   *
   * @return one minus the domestic part of all exports
   */
  public double foreignInExports() {
    return 1 - table.domesticShare(exports);
  }

  /**
   * Foreign value added in what manufacturing exports.
   *
   * @return one minus the domestic part of those exports
   */
  public double foreignInManufacturedExports() {
    return 1
        - table.domesticShare(
            IntStream.range(0, exports.length)
                .mapToDouble(i -> manufacturing[i] ? exports[i] : 0)
                .toArray());
  }

  /**
   * Foreign value added in exports if they were made up as those of another economy, each
   * industry's own part unchanged.
   *
   * @param other the other economy, with the same industries
   * @return one minus the domestic part of all exports
   */
  public double foreignInExportsOf(InputTable other) {
    return 1 - table.domesticShare(other.exports);
  }

  /**
   * What of the exports an industry makes.
   *
   * @param industry its code
   * @return a share of all exports
   * @throws IllegalArgumentException if there is no such industry
   */
  public double shareOfExports(String industry) {
    int place = table.domestic().sectors().indexOf(industry);
    if (place < 0) {
      throw new IllegalArgumentException("no industry '%s'".formatted(industry));
    }
    return exports[place] / Arrays.stream(exports).sum();
  }

  /**
   * What of the exports manufacturing makes.
   *
   * @return a share of all exports
   */
  public double manufacturedShareOfExports() {
    return IntStream.range(0, exports.length)
            .filter(i -> manufacturing[i])
            .mapToDouble(i -> exports[i])
            .sum()
        / Arrays.stream(exports).sum();
  }
}
