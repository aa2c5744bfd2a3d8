package speedbump.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.data.TableAssert.that;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Row;

/** The input-output tables: they balance, and the published shares of exports come out. */
class InputOutputTablesTest {
  private static final List<String> SECTORS =
      IntStream.rangeClosed(1, 35).mapToObj(i -> "c" + i).toList();

  @ParameterizedTest
  @ValueSource(ints = {1995, 2000, 2005, 2008, 2011})
  void worldTablesBalance(int year) {
    TableAssert table = that("industry/world_io_" + year);
    Map<String, Double> used = new HashMap<>();
    Map<String, Double> bought = new HashMap<>();
    for (Row row : table) {
      String seller = row.getString("from_region") + " " + row.getString("from_sector");
      used.merge(seller, row.getDouble("final_demand"), Double::sum);
      for (String sector : SECTORS) {
        double cell = row.getDouble(sector);
        assertTrue(cell >= 0, seller);
        used.merge(seller, cell, Double::sum);
        bought.merge(row.getString("to_region") + " " + sector, cell, Double::sum);
      }
    }
    Map<String, Double> output =
        that("industry/world_io_output", "year=" + year)
            .sums("output_million_usd", "region", "sector");
    assertEquals(11 * 35, output.size());
    output.forEach(
        (seller, total) -> {
          // the source's rounding, added up over the members of EUX and ROW
          assertEquals(total, used.get(seller), 1630, seller);
          assertTrue(total - bought.get(seller) >= 0, "value added of " + seller);
        });
    assertTrue(table.number("min(final_demand)") < 0); // inventories
  }

  /** Cells of some rows of a wide table, columns of the table's own names. */
  private static double[][] cells(TableAssert table, List<String> rows, List<String> columns) {
    double[][] cells = new double[rows.size()][columns.size()];
    for (Row row : table) {
      int i = rows.indexOf(row.getString("row"));
      for (int j = 0; i >= 0 && j < columns.size(); j++) {
        cells[i][j] = row.getDouble(columns.get(j));
      }
    }
    return cells;
  }

  private static List<String> codes(String classification, String kind) {
    return that("industry/io_codes", "classification=" + classification + ";kind=" + kind)
        .rows()
        .stream()
        .map(row -> row.getString("code"))
        .toList();
  }

  /** The columns that use a product: the industries and the final uses. */
  private static List<String> uses(String classification, int number) {
    List<String> uses = new ArrayList<>(codes(classification, "industry"));
    uses.addAll(codes(classification, "final_use"));
    assertEquals(number, uses.size());
    return uses;
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  private static double columnSum(double[][] cells, int column) {
    return Arrays.stream(cells).mapToDouble(row -> row[column]).sum();
  }

  @ParameterizedTest
  @ValueSource(strings = {"industry/io_wiod2016_chn", "industry/io_wiod2016_usa"})
  void nationalTablesOfWiodBalance(String name) {
    List<String> industries = codes("wiod_2016", "industry");
    List<String> uses = uses("wiod_2016", 56 + 6);
    List<String> additions = List.of("txsp", "exp_adj", "purr", "purnr", "va", "intttm");
    for (int year = 2000; year <= 2014; year++) {
      TableAssert one = that(name, "year=" + year);
      TableAssert domestic = one.where("origin=Domestic");
      double[][] use = cells(domestic, industries, uses);
      double[][] output = cells(domestic, industries, List.of("go"));
      double[][] imports = cells(one.where("origin=Imports"), industries, industries);
      double[][] added = cells(one.where("origin=TOT"), additions, industries);
      double[] columns = cells(one.where("origin=TOT"), List.of("go"), industries)[0];
      for (int i = 0; i < industries.size(); i++) {
        String where = name + year + industries.get(i);
        // four decimals, 62 cells
        assertEquals(output[i][0], sum(use[i]), 0.0062, where);
        assertEquals(output[i][0], columns[i], 0.0001, where);
        double column = columnSum(use, i) + columnSum(imports, i) + columnSum(added, i);
        assertEquals(columns[i], column, 0.15, where); // the source's own
      }
    }
  }

  /**
   * Share of value added in exports, v (1 + A + A^2 + ...) e / sum(e): the series converges since
   * every industry adds value.
   */
  private static double valueAddedShare(double[] v, double[][] a, double[] exports) {
    double[] round = exports.clone();
    double share = 0;
    while (sum(round) > 1e-9 * sum(exports)) {
      double[] next = new double[round.length];
      for (int i = 0; i < round.length; i++) {
        share += v[i] * round[i];
        for (int j = 0; j < round.length; j++) {
          next[i] += a[i][j] * round[j];
        }
      }
      round = next;
    }
    return share / sum(exports);
  }

  /** Computed by the Stata command icio from the full inter-country table of WIOD 2016. */
  @ParameterizedTest
  @CsvSource({
    "chn, 2002, 0.82495, 344994.4",
    "chn, 2008, 0.77715, 1540785.2",
    "chn, 2014, 0.83149, 2425406.2",
    "usa, 2002, 0.90734, 851200.0",
    "usa, 2008, 0.86774, 1579602.2",
    "usa, 2014, 0.87157, 1926850.4"
  })
  void domesticShareOfExportsIsThatOfTheFullTable(
      String country, int year, double share, double exports) {
    TableAssert one = that("industry/io_wiod2016_" + country, "year=" + year);
    List<String> industries = codes("wiod_2016", "industry");
    double[][] domestic = cells(one.where("origin=Domestic"), industries, industries);
    double[][] imports = cells(one.where("origin=Imports"), industries, industries);
    double[][] output = cells(one.where("origin=Domestic"), industries, List.of("go", "exp"));
    int n = industries.size();
    double[] v = new double[n];
    double[] e = new double[n];
    for (int j = 0; j < n; j++) {
      e[j] = output[j][1];
      v[j] = output[j][0] == 0 ? 0 : 1;
      for (int i = 0; i < n && output[j][0] != 0; i++) {
        v[j] -= (domestic[i][j] + imports[i][j]) / output[j][0];
        domestic[i][j] /= output[j][0];
      }
    }
    assertEquals(1, sum(e) / exports, 0.0002);
    // only value added that returns home through foreign inputs is left out
    assertEquals(share, valueAddedShare(v, domestic, e), 0.0002);
  }

  /**
   * The domestic share of exports of a table of total flows: imports of a product in equal
   * proportion over every domestic use, none to exports; value added is one minus all inputs.
   */
  private static double domesticShare(
      TableAssert one, String classification, Set<String> exporters) {
    List<String> industries = codes(classification, "industry");
    int n = industries.size();
    double[][] flows = cells(one, industries, industries);
    double[][] trade = cells(one, industries, List.of("expo", "impo"));
    double[] output = cells(one, List.of("output"), industries)[0];
    double[] v = new double[n];
    double[] e = new double[n];
    for (int j = 0; j < n; j++) {
      v[j] = output[j] == 0 ? 0 : 1;
      e[j] = exporters.isEmpty() || exporters.contains(industries.get(j)) ? trade[j][0] : 0;
      for (int i = 0; i < n && output[j] != 0; i++) {
        v[j] -= flows[i][j] / output[j];
      }
    }
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      double imports = -trade[i][1];
      double available = output[i] + imports - trade[i][0];
      double imported = available == 0 ? 0 : imports / available;
      for (int j = 0; j < n && !Double.isNaN(imported); j++) {
        a[i][j] = output[j] == 0 ? 0 : (1 - imported) * flows[i][j] / output[j];
      }
    }
    return valueAddedShare(v, a, e);
  }

  /** OECD TiVA, 2021 edition, as ITIF reports it. */
  @ParameterizedTest
  @CsvSource({"2008, 0.219", "2018, 0.172"})
  void foreignShareOfChinasExportsIsNearThePublishedOne(int year, double foreign) {
    TableAssert one = that("industry/io_oecd2021_chn", "year=" + year);
    assertEquals(foreign, 1 - domesticShare(one, "oecd_2021", Set.of()), 0.01);
  }

  /** Imports in equal proportion are an assumption; the README of the copy found the same. */
  @Test
  void foreignShareOfElectronicsIsNearTheOfficialOne() {
    int near = 0;
    for (Row row : that("industry/tiva_electronics", "year=2022")) {
      TableAssert one = that("industry/io_oecd2025", "economy=" + row.getString("economy"));
      double ours = 1 - domesticShare(one, "oecd_2025", Set.of("c26", "c27"));
      double gap = Math.abs(ours - row.getDouble("foreign_value_added_share"));
      assertTrue(gap < 0.043, row.getString("economy") + " " + gap);
      near += gap < 0.0215 ? 1 : 0;
    }
    assertEquals(9, near);
  }

  @Test
  void oecdTablesBalance() {
    List<String> industries = codes("oecd_2021", "industry");
    List<String> uses = uses("oecd_2021", 45 + 9);
    for (int year = 1995; year <= 2018; year++) {
      TableAssert one = that("industry/io_oecd2021_chn", "year=" + year);
      double[][] use = cells(one, industries, uses);
      double[] output = cells(one, List.of("output"), industries)[0];
      double[][] made = cells(one, List.of("ttl_int_fnl", "valu"), industries);
      for (int i = 0; i < industries.size(); i++) {
        // one decimal, 54 cells; the README of the copy says one million
        assertEquals(output[i], sum(use[i]), 1, year + industries.get(i));
        assertEquals(output[i], columnSum(made, i), 1, year + industries.get(i));
      }
    }
  }

  @Test
  void oecdTablesOf2022Balance() {
    List<String> industries = codes("oecd_2025", "industry");
    List<String> uses = uses("oecd_2025", 50 + 9);
    Set<String> economies = that("industry/io_oecd2025").texts("economy");
    assertEquals(16, economies.size());
    for (String economy : economies) {
      TableAssert one = that("industry/io_oecd2025", "economy=" + economy);
      double[][] use = cells(one, industries, uses);
      double[][] total = cells(one, industries, List.of("total"));
      double[] output = cells(one, List.of("output"), industries)[0];
      double[][] made = cells(one, List.of("ttl_int_fnl", "valu"), industries);
      double[][] parts = cells(one, List.of("labr", "otxs", "cfc", "nops"), industries);
      for (int i = 0; i < industries.size(); i++) {
        String where = economy + " " + industries.get(i);
        // three decimals, 59 cells
        assertEquals(total[i][0], sum(use[i]), 0.06, where);
        // the source's own: one industry of the United States 239, one of China 82
        assertEquals(output[i], total[i][0], economy.equals("USA") ? 239.5 : 83, where);
        assertEquals(output[i], columnSum(made, i), economy.equals("CHN") ? 83 : 1, where);
        assertEquals(made[1][i], columnSum(parts, i), 48.5, where);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "io_wiod2016_chn, wiod_2016",
    "io_wiod2016_usa, wiod_2016",
    "io_oecd2021_chn, oecd_2021",
    "io_oecd2025, oecd_2025"
  })
  void everyRowAndColumnHasALabel(String table, String classification) {
    Set<String> used = new HashSet<>(that("industry/" + table).texts("row"));
    Catalog.shared()
        .resource("industry/" + table)
        .fields()
        .forEach(field -> used.add(field.name()));
    used.removeAll(Set.of("year", "row", "origin", "economy"));
    assertEquals(that("industry/io_codes", "classification=" + classification).texts("code"), used);
  }

  @Test
  void manufacturingIsTheThirdToTheSixteenthSector() {
    TableAssert codes = that("industry/io_codes", "classification=wiod_2013");
    assertEquals(new TreeSet<>(SECTORS), codes.texts("code"));
    assertEquals(
        new TreeSet<>(SECTORS.subList(2, 16)), codes.where("manufacturing=true").texts("code"));
  }
}
