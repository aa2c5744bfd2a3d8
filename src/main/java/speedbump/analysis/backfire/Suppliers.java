package speedbump.analysis.backfire;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import speedbump.claim.Examination;
import speedbump.claim.Proposition;
import speedbump.data.Catalog;

/**
 * Proposition 9d: the sanctioning side paid. What share of their sales suppliers made in China, as
 * far as firms' own figures are held.
 */
public final class Suppliers {
  /** Year of the rule of 7 October, the last before which a year counts as before it. */
  public static final int CONTROL = 2022;

  private static final String FIRMS = "firms with figures on either side";
  private static final double PERCENT = 100;

  private final Proposition proposition;
  private final List<Row> rows;

  /**
   * A figure of a supplier.
   *
   * @param series what is measured
   * @param entity the firm
   * @param year its year; empty where none is given
   * @param period the period as its source has it
   * @param periodType year, fiscal year, quarter and so on
   * @param value the figure; empty where it is none
   * @param unit its unit
   * @param flag reported, derived, forecast or claim
   * @param grade P, M or S
   */
  public record Row(
      String series,
      String entity,
      OptionalInt year,
      String period,
      String periodType,
      OptionalDouble value,
      String unit,
      String flag,
      String grade) {}

  /**
   * China's share of a supplier's sales in one period.
   *
   * @param entity the firm
   * @param series of which sales
   * @param year the year
   * @param period the period as its source has it
   * @param yearly whether it is a whole year
   * @param share the share, a fraction
   * @param grade P, M or S
   */
  public record Share(
      String entity,
      String series,
      int year,
      String period,
      boolean yearly,
      double share,
      String grade) {}

  Suppliers(Proposition proposition, Catalog catalog) {
    this.proposition = proposition;
    this.rows = catalog.rows("chips/supplier_china_revenue", Row.class);
  }

  private double figure(String entity, String series, int year) {
    return rows.stream()
        .filter(row -> row.entity().equals(entity) && row.series().equals(series))
        .filter(row -> row.year().orElse(0) == year)
        .findFirst()
        .orElseThrow()
        .value()
        .orElseThrow();
  }

  /**
   * The shares that are held as reported, and those of ASML's yearly reports, which are divided
   * here. Forecasts, claims and sums that a data site derived are left out.
   *
   * @return one a firm, series and period
   */
  public List<Share> shares() {
    List<Share> reported =
        rows.stream()
            .filter(row -> row.unit().equals("percent") && row.flag().equals("reported"))
            .filter(row -> row.year().isPresent() && row.value().isPresent())
            .map(
                row ->
                    new Share(
                        row.entity(),
                        row.series(),
                        row.year().getAsInt(),
                        row.period(),
                        row.periodType().equals("year") || row.periodType().equals("fiscal_year"),
                        row.value().getAsDouble() / PERCENT,
                        row.grade()))
            .toList();
    List<Share> divided =
        rows.stream()
            .filter(row -> row.series().equals("net sales to China"))
            .map(
                row -> {
                  int year = row.year().getAsInt();
                  double total = figure(row.entity(), "net sales total", year);
                  return new Share(
                      row.entity(),
                      "China share of all sales, by its yearly report",
                      year,
                      row.period(),
                      true,
                      row.value().getAsDouble() / total,
                      row.grade());
                })
            .toList();
    return Stream.concat(reported.stream(), divided.stream()).toList();
  }

  /**
   * The firms with yearly shares on one definition for the registered number of years on either
   * side of the control, of grade P or M.
   *
   * @return their names
   */
  public List<String> firmsOnEitherSide() {
    double least = proposition.definition("years_on_either_side");
    Map<List<String>, List<Share>> series =
        shares().stream()
            .filter(one -> one.yearly() && !one.grade().equals("S"))
            .collect(Collectors.groupingBy(one -> List.of(one.entity(), one.series())));
    Map<String, Boolean> firms = new TreeMap<>();
    series.forEach(
        (of, all) -> {
          long before =
              all.stream().filter(one -> one.year() <= CONTROL).map(Share::year).distinct().count();
          long after =
              all.stream().filter(one -> one.year() > CONTROL).map(Share::year).distinct().count();
          firms.merge(of.get(0), before >= least && after >= least, Boolean::logicalOr);
        });
    return firms.keySet().stream().filter(firms::get).toList();
  }

  /** No firm has the figures; with enough of them this would need trials, and refuses. */
  Examination examination() {
    int firms = firmsOnEitherSide().size();
    if (proposition.minimum(FIRMS).unmet(firms).isEmpty()) {
      throw new IllegalStateException(
          "%d firms have figures on either side: 9d can be tested and is not".formatted(firms));
    }
    return Examination.covering(proposition, FIRMS, firms, List.of());
  }
}
