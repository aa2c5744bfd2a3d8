package speedbump.analysis.internaldemand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import speedbump.data.Catalog;
import speedbump.model.NationalTable;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/**
 * China's input-output tables of three sources, which are never chained: an edition of the OECD for
 * 1995 to 2018, the World Input-Output Database for 2000 to 2014, and the OECD's next edition for
 * 2022. The OECD's are tables of total flows, whose imports are spread in proportion.
 */
final class ChinaTables {
  private static final String CHINA = "CHN";
  private static final String YEAR = "year";
  private static final String ROW = "row";
  private static final String OUTPUT = "output";

  private ChinaTables() {}

  /**
   * An industry of a table.
   *
   * @param code its code
   * @param label what it makes
   * @param manufacturing whether it is one of manufacturing
   */
  record Industry(String code, String label, boolean manufacturing) {}

  /**
   * One table.
   *
   * @param year its year
   * @param industries its industries
   * @param table the flows between them
   * @param exports what of each domestic product is exported
   * @param domesticFlows what industry j (column) buys of the domestic industry i (row)
   * @param importedPart of each product, the imported part of all that is used at home; empty where
   *     the table holds imports apart by use
   */
  record Held(
      int year,
      List<Industry> industries,
      NationalTable table,
      double[] exports,
      double[][] domesticFlows,
      double[] importedPart) {}

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
    double[] imported = new double[flows.length];
    for (int i = 0; i < flows.length; i++) {
      imported[i] = imports[i] == 0 ? 0 : imports[i] / (output[i] + imports[i] - exports[i]);
      for (int j = 0; j < flows.length; j++) {
        domestic[i][j] = flows[i][j] * (1 - imported[i]);
      }
    }
    return new Held(
        year,
        industries,
        NationalTable.inProportion(codes(industries), flows, output, exports, imports),
        exports,
        domestic,
        imported);
  }

  /** The OECD's tables of 1995 to 2018, in the order of their years. */
  static List<Held> oecd(Catalog catalog) {
    List<Industry> industries = industries(catalog, "oecd_2021");
    Table table = catalog.table("industry/io_oecd2021_chn");
    return places(table, false).entrySet().stream()
        .map(year -> total(year.getKey(), industries, table, year.getValue()))
        .toList();
  }

  /** The OECD's table of 2022, of the edition after. */
  static Held oecdLatest(Catalog catalog) {
    List<Industry> industries = industries(catalog, "oecd_2025");
    Table all = catalog.table("industry/io_oecd2025");
    Table table = all.where(all.stringColumn("economy").isEqualTo(CHINA));
    Map<String, Integer> places = new LinkedHashMap<>();
    IntStream.range(0, table.rowCount())
        .forEach(i -> places.put(table.stringColumn(ROW).get(i), i));
    return total(LATEST, industries, table, places);
  }

  /** The year of the newest table. */
  static final int LATEST = 2022;

  /** The tables of the World Input-Output Database, which hold imports apart. */
  static List<Held> wiod(Catalog catalog) {
    List<Industry> industries = industries(catalog, "wiod_2016");
    Table table = catalog.table("industry/io_wiod2016_chn");
    List<Held> held = new ArrayList<>();
    places(table, true)
        .forEach(
            (year, places) -> {
              int[] home = rows(industries, places, " Domestic");
              double[][] domestic = flows(table, industries, home);
              held.add(
                  new Held(
                      year,
                      industries,
                      NationalTable.apart(
                          codes(industries),
                          domestic,
                          flows(table, industries, rows(industries, places, " Imports")),
                          column(table, "go", home)),
                      column(table, "exp", home),
                      domestic,
                      new double[0]));
            });
    return List.copyOf(held);
  }
}
