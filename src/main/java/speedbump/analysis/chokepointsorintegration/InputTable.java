package speedbump.analysis.chokepointsorintegration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import speedbump.data.Catalog;
import speedbump.model.NationalTable;
import tech.tablesaw.api.Table;

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
  private static final int OECD_YEAR = 2022;

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

  private record CodeRow(String classification, String code, String kind, boolean manufacturing) {}

  /** Codes of the industries of a classification, and which are manufacturing. */
  record Industries(List<String> codes, boolean[] manufacturing) {
    static Industries of(Catalog catalog, String classification) {
      List<CodeRow> rows =
          catalog.rows("industry/io_codes", CodeRow.class).stream()
              .filter(row -> row.classification().equals(classification))
              .filter(row -> row.kind().equals("industry"))
              .toList();
      boolean[] manufacturing = new boolean[rows.size()];
      for (int i = 0; i < manufacturing.length; i++) {
        manufacturing[i] = rows.get(i).manufacturing();
      }
      return new Industries(rows.stream().map(CodeRow::code).toList(), manufacturing);
    }
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
    Industries industries = Industries.of(catalog, "oecd_2025");
    Table all = catalog.table("industry/io_oecd2025");
    Table own = all.where(all.stringColumn("economy").isEqualTo(economy));
    List<String> names = own.stringColumn("row").asList();
    ToIntFunction<String> row = names::indexOf;
    double[][] flows = block(own, industries.codes(), row);
    double[] output = across(own, industries.codes(), names.indexOf("output"));
    double[] exports = down(own, "expo", industries.codes(), row);
    double[] imports =
        Arrays.stream(down(own, "impo", industries.codes(), row)).map(one -> -one).toArray();
    int n = flows.length;
    double[][] home = new double[n][n];
    double[][] foreign = new double[n][n];
    for (int i = 0; i < n; i++) {
      double part = imports[i] == 0 ? 0 : imports[i] / (output[i] + imports[i] - exports[i]);
      for (int j = 0; j < n; j++) {
        foreign[i][j] = part * flows[i][j];
        home[i][j] = flows[i][j] - foreign[i][j];
      }
    }
    return new InputTable(
        new Economy(economy, OECD_YEAR),
        industries.manufacturing(),
        home,
        foreign,
        exports,
        NationalTable.inProportion(industries.codes(), flows, output, exports, imports));
  }

  /**
   * A table of the release of 2016 of the World Input-Output Database, which holds imports apart.
   *
   * @param catalog the collection's tables
   * @param economy CHN or USA
   * @param year 2000 to 2014
   * @return the table
   */
  public static InputTable wiod(Catalog catalog, String economy, int year) {
    Industries industries = Industries.of(catalog, "wiod_2016");
    Table all = catalog.table("industry/io_wiod2016_" + economy.toLowerCase(Locale.ROOT));
    Table own = all.where(all.intColumn("year").isEqualTo(year));
    List<String> names = own.stringColumn("row").asList();
    List<String> origins = own.stringColumn("origin").asList();
    ToIntFunction<String> domestic = at(names, origins, "Domestic");
    double[][] home = block(own, industries.codes(), domestic);
    double[][] foreign = block(own, industries.codes(), at(names, origins, "Imports"));
    double[] output = down(own, "go", industries.codes(), domestic);
    return apart(
        new Economy(economy, year),
        industries,
        home,
        foreign,
        output,
        down(own, "exp", industries.codes(), domestic));
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

  private static ToIntFunction<String> at(List<String> names, List<String> origins, String origin) {
    return code ->
        IntStream.range(0, names.size())
            .filter(i -> names.get(i).equals(code) && origins.get(i).equals(origin))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("no row %s, %s".formatted(code, origin)));
  }

  private static double[][] block(Table table, List<String> codes, ToIntFunction<String> row) {
    double[][] flows = new double[codes.size()][];
    for (int i = 0; i < flows.length; i++) {
      flows[i] = across(table, codes, row.applyAsInt(codes.get(i)));
    }
    return flows;
  }

  private static double[] across(Table table, List<String> codes, int row) {
    return codes.stream().mapToDouble(code -> table.doubleColumn(code).get(row)).toArray();
  }

  private static double[] down(
      Table table, String column, List<String> codes, ToIntFunction<String> row) {
    return codes.stream()
        .mapToDouble(code -> table.doubleColumn(column).get(row.applyAsInt(code)))
        .toArray();
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
