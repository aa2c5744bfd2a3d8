package speedbump.analysis.shared;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import speedbump.data.Catalog;
import speedbump.model.NationalTable;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/**
 * The national input-output tables of three sources, which are never chained: an edition of the
 * OECD for China, 1995 to 2018, the World Input-Output Database for China and the United States,
 * 2000 to 2014, and the OECD's next edition for both, 2022. The OECD's are tables of total flows,
 * whose imports are spread in equal proportion over the uses of a product at home.
 */
public final class IoTables {
  /** The year of the newest table. */
  public static final int LATEST = 2022;

  private static final String YEAR = "year";
  private static final String ROW = "row";
  private static final String OUTPUT = "output";

  private IoTables() {}

  /**
   * An industry of a table.
   *
   * @param code its code
   * @param label what it makes
   * @param manufacturing whether it is one of manufacturing
   */
  public record Industry(String code, String label, boolean manufacturing) {}

  /**
   * One table.
   *
   * @param year its year
   * @param industries its industries
   * @param table the flows between them
   * @param exports what of each domestic product is exported
   * @param domesticFlows what industry j (column) buys of the domestic industry i (row)
   * @param importedFlows what it buys of the same product from abroad
   * @param importedPart of each product, the imported part of all that is used at home; empty where
   *     the table holds imports apart by use
   */
  public record Held(
      int year,
      List<Industry> industries,
      NationalTable table,
      double[] exports,
      double[][] domesticFlows,
      double[][] importedFlows,
      double[] importedPart) {

    /**
     * The industries' codes.
     *
     * @return one an industry, in the order of the table
     */
    public List<String> codes() {
      return IoTables.codes(industries);
    }
  }

  private record CodeRow(
      String classification, String code, String kind, boolean manufacturing, String label) {}

  private static List<Industry> industries(Catalog catalog, String classification) {
    return catalog.rows("industry/io_codes", CodeRow.class).stream()
        .filter(row -> row.classification().equals(classification) && row.kind().equals("industry"))
        .map(row -> new Industry(row.code(), row.label(), row.manufacturing()))
        .toList();
  }

  /** Where each row of a table stands: by year, then by the row's own name. */
  private static Map<Integer, Map<String, Integer>> places(Table table, boolean byOrigin) {
    Map<Integer, Map<String, Integer>> places = new LinkedHashMap<>();
    for (int i = 0; i < table.rowCount(); i++) {
      String name = table.stringColumn(ROW).get(i);
      places
          .computeIfAbsent(table.intColumn(YEAR).getInt(i), year -> new LinkedHashMap<>())
          .put(byOrigin ? name + " " + table.stringColumn("origin").get(i) : name, i);
    }
    return places;
  }

  private static double[] column(Table table, String name, int[] rows) {
    NumericColumn<?> cells = table.numberColumn(name);
    return Arrays.stream(rows).mapToDouble(cells::getDouble).toArray();
  }

  private static double[][] flows(Table table, List<Industry> industries, int[] rows) {
    double[][] flows = new double[rows.length][rows.length];
    for (int j = 0; j < rows.length; j++) {
      double[] bought = column(table, industries.get(j).code(), rows);
      for (int i = 0; i < rows.length; i++) {
        flows[i][j] = bought[i];
      }
    }
    return flows;
  }

  private static List<String> codes(List<Industry> industries) {
    return industries.stream().map(Industry::code).toList();
  }

  private static int[] rows(List<Industry> industries, Map<String, Integer> places, String suffix) {
    return industries.stream().mapToInt(one -> places.get(one.code() + suffix)).toArray();
  }

  /** A table of total flows: its rows are products, its output a row of its own. */
  private static Held total(
      int year, List<Industry> industries, Table table, Map<String, Integer> places) {
    int[] rows = rows(industries, places, "");
    double[] output =
        industries.stream()
            .mapToDouble(one -> table.numberColumn(one.code()).getDouble(places.get(OUTPUT)))
            .toArray();
    double[] exports = column(table, "expo", rows);
    double[] imports = Arrays.stream(column(table, "impo", rows)).map(one -> 0 - one).toArray();
    double[][] flows = flows(table, industries, rows);
    double[][] domestic = new double[flows.length][flows.length];
    double[][] foreign = new double[flows.length][flows.length];
    double[] imported = new double[flows.length];
    for (int i = 0; i < flows.length; i++) {
      imported[i] = imports[i] == 0 ? 0 : imports[i] / (output[i] + imports[i] - exports[i]);
      for (int j = 0; j < flows.length; j++) {
        foreign[i][j] = imported[i] * flows[i][j];
        domestic[i][j] = flows[i][j] - foreign[i][j];
      }
    }
    return new Held(
        year,
        industries,
        NationalTable.inProportion(codes(industries), flows, output, exports, imports),
        exports,
        domestic,
        foreign,
        imported);
  }

  /**
   * The OECD's tables of China, 1995 to 2018.
   *
   * @param catalog the collection's tables
   * @return one a year, in the order of their years
   */
  public static List<Held> oecd(Catalog catalog) {
    List<Industry> industries = industries(catalog, "oecd_2021");
    Table table = catalog.table("industry/io_oecd2021_chn");
    return places(table, false).entrySet().stream()
        .map(year -> total(year.getKey(), industries, table, year.getValue()))
        .toList();
  }

  /**
   * The OECD's table of 2022, of the edition after.
   *
   * @param catalog the collection's tables
   * @param economy CHN or USA
   * @return the table
   */
  public static Held oecdLatest(Catalog catalog, String economy) {
    List<Industry> industries = industries(catalog, "oecd_2025");
    Table all = catalog.table("industry/io_oecd2025");
    Table table = all.where(all.stringColumn("economy").isEqualTo(economy));
    Map<String, Integer> places = new LinkedHashMap<>();
    IntStream.range(0, table.rowCount())
        .forEach(i -> places.put(table.stringColumn(ROW).get(i), i));
    return total(LATEST, industries, table, places);
  }

  /**
   * The tables of the World Input-Output Database, release of 2016, which hold imports apart.
   *
   * @param catalog the collection's tables
   * @param economy CHN or USA
   * @return one a year, in the order of their years
   */
  public static List<Held> wiod(Catalog catalog, String economy) {
    List<Industry> industries = industries(catalog, "wiod_2016");
    Table table = catalog.table("industry/io_wiod2016_" + economy.toLowerCase(Locale.ROOT));
    List<Held> held = new ArrayList<>();
    places(table, true)
        .forEach(
            (year, places) -> {
              int[] home = rows(industries, places, " Domestic");
              double[][] domestic = flows(table, industries, home);
              double[][] foreign = flows(table, industries, rows(industries, places, " Imports"));
              held.add(
                  new Held(
                      year,
                      industries,
                      NationalTable.apart(
                          codes(industries), domestic, foreign, column(table, "go", home)),
                      column(table, "exp", home),
                      domestic,
                      foreign,
                      new double[0]));
            });
    return List.copyOf(held);
  }
}
