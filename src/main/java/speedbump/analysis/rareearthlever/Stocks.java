package speedbump.analysis.rareearthlever;

import static speedbump.analysis.rareearthlever.MagnetFlows.CONTROL;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import speedbump.claim.Examination;
import speedbump.claim.Grade;
import speedbump.claim.Proposition;
import speedbump.data.Catalog;
import speedbump.model.SupplyGap;

/**
 * Proposition 10c: stocks last shorter than substitution takes. No stock is published, so that only
 * the break-even stock can be shown.
 *
 * <p>Read before any result was seen: only figures of grade P or M decide.
 */
public final class Stocks {
  private static final String CAPACITY = "minerals/capacity_outside_china";
  private static final String DEFENCE = "minerals/defence_exposure";
  private static final int QUARTERS_A_YEAR = 4;

  private final Proposition proposition;
  private final Catalog catalog;

  Stocks(Proposition proposition, Catalog catalog) {
    this.proposition = proposition;
    this.catalog = catalog;
  }

  private record Row(
      String series, OptionalDouble value, OptionalDouble low, OptionalDouble high, Grade grade) {}

  /**
   * Output and announced capacity of dysprosium and terbium outside China, as sources of a stock
   * and flow model. Lynas's output is that of one quarter, held on; that of MP Materials is a plan.
   *
   * @return the sources, tonnes a year, with months counted from April 2025
   * @throws IllegalArgumentException if a figure is not held
   */
  public List<SupplyGap.Source> heavySupplyOutsideChina() {
    return List.of(
        new SupplyGap.Source(
            "Lynas, as in the third quarter of 2025",
            CONTROL.until(YearMonth.of(2025, 7), ChronoUnit.MONTHS),
            QUARTERS_A_YEAR * figure("lynas_dy_tb_output"),
            false),
        new SupplyGap.Source(
            "MP Materials, planned for mid-2026",
            CONTROL.until(YearMonth.of(2026, 7), ChronoUnit.MONTHS),
            figure("mp_dy_tb_capacity"),
            true));
  }

  private double figure(String series) {
    return catalog.rows(CAPACITY, Row.class).stream()
        .filter(row -> row.series().equals(series))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(CAPACITY + " has no series " + series))
        .value()
        .orElseThrow();
  }

  /**
   * Published ranges for the stock of rare earths that defence holds, or for the time that
   * substitution takes, of a grade that decides: a row with a lower and an upper figure.
   *
   * @return the series of those rows; empty where 10c has nothing to draw from
   */
  public List<String> rangesForDefence() {
    return Stream.of(DEFENCE, CAPACITY)
        .flatMap(table -> catalog.rows(table, Row.class).stream())
        .filter(row -> row.low().isPresent() && row.high().isPresent())
        .filter(row -> row.grade().decides())
        .map(Row::series)
        .toList();
  }

  Examination examination() {
    if (!rangesForDefence().isEmpty()) {
      throw new IllegalStateException(
          "ranges of grade P or M are held now, and 10c draws from none: " + rangesForDefence());
    }
    return Examination.missing(
        proposition,
        "no range of grade P or M is published for the stock or the time to substitute");
  }
}
