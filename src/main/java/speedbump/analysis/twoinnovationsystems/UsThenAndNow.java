package speedbump.analysis.twoinnovationsystems;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import speedbump.data.Catalog;
import speedbump.model.Profiles;

/**
 * The US of other years as economies of their own: how far a country moves in time, on the scale on
 * which economies lie apart.
 */
public final class UsThenAndNow {
  private static final String EVERYBODY = "all performers";
  private static final String EVERYTHING = "All R&D";

  /** The sectors of the international table, by those of the national one. */
  private static final Map<String, String> SECTORS =
      Map.of(
          "Business", "business",
          "Federal intramural", "government",
          "FFRDCs", "government",
          "Nonfederal government", "government",
          "Higher education", "higher education",
          "Nonprofit organizations", "private nonprofit");

  private static final List<String> PERFORMERS =
      List.of("business", "government", "higher education", "private nonprofit");
  private static final List<String> KINDS =
      List.of("Basic research", "Applied research", "Experimental development");

  private final List<Cell> cells;

  UsThenAndNow(Catalog catalog) {
    this.cells = catalog.rows("industry/us_rd_by_type", Cell.class);
  }

  /**
   * Research of a kind in a year.
   *
   * @param type the kind, or all
   * @param performer who does it, or all
   * @param year the year
   * @param rdBillionCurrentUsd expenditure, for all performers together
   * @param performerShareOfType share of the performer in the kind
   */
  record Cell(
      String type,
      String performer,
      int year,
      OptionalDouble rdBillionCurrentUsd,
      OptionalDouble performerShareOfType) {}

  /**
   * The years.
   *
   * @return all that the table has, in their order
   */
  public List<Integer> years() {
    return cells.stream().map(Cell::year).distinct().sorted().toList();
  }

  /**
   * The kinds of research by year.
   *
   * @return one profile a year
   */
  public Profiles kinds() {
    List<Integer> years = years();
    double[][] shares = new double[years.size()][KINDS.size()];
    for (int i = 0; i < shares.length; i++) {
      for (int j = 0; j < KINDS.size(); j++) {
        shares[i][j] = spent(KINDS.get(j), years.get(i)) / spent(EVERYTHING, years.get(i));
      }
    }
    return Profiles.of(named(years), KINDS, new int[KINDS.size()], shares, true);
  }

  /**
   * Who performs research, by year: the share of each performer in each kind, weighted with what is
   * spent on the kind. Federally funded centres count as government, as in the international table.
   *
   * @return one profile a year
   */
  public Profiles performers() {
    List<Integer> years = years();
    double[][] shares = new double[years.size()][PERFORMERS.size()];
    for (Cell cell : cells) {
      if (SECTORS.containsKey(cell.performer()) && cell.performerShareOfType().isPresent()) {
        shares[years.indexOf(cell.year())][PERFORMERS.indexOf(SECTORS.get(cell.performer()))] +=
            cell.performerShareOfType().getAsDouble()
                * spent(cell.type(), cell.year())
                / spent(EVERYTHING, cell.year());
      }
    }
    return Profiles.of(named(years), PERFORMERS, new int[PERFORMERS.size()], shares, true);
  }

  private static List<String> named(List<Integer> years) {
    return years.stream().map(year -> "" + year).toList();
  }

  private double spent(String type, int year) {
    return cells.stream()
        .filter(
            cell ->
                cell.type().equals(type)
                    && cell.performer().equals(EVERYBODY)
                    && cell.year() == year)
        .findFirst()
        .orElseThrow()
        .rdBillionCurrentUsd()
        .orElseThrow();
  }
}
