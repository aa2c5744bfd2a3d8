package speedbump.analysis.backfire;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import speedbump.data.Catalog;

/**
 * What illustrates 9b and has no vote: tools sold to China, firms' research and development, the
 * national funds. As far as yearly figures of grade P or M are held.
 */
public final class Illustrations {
  private static final String YEAR = "year";

  private final List<Billing> billings;
  private final List<FirmFigure> firms;
  private final List<Programmes.Programme> programmes;

  Illustrations(Catalog catalog) {
    this.billings = catalog.rows("chips/equipment_billings", Billing.class);
    this.firms = catalog.rows("chips/firms_by_year", FirmFigure.class);
    this.programmes = catalog.rows("chips/national_programmes", Programmes.Programme.class);
  }

  /**
   * A figure of the toolmakers' count.
   *
   * @param country code of the buyer's country
   * @param year its year
   * @param periodType year or quarter
   * @param valueUsdBn tools sold there, billions of current dollars
   * @param flag reported, derived or forecast
   * @param grade P, M or S
   */
  public record Billing(
      String country, int year, String periodType, double valueUsdBn, String flag, String grade) {}

  /**
   * A figure of a Chinese firm.
   *
   * @param series what is measured
   * @param entity the firm
   * @param year its year; empty where none is given
   * @param periodType year, half-year and so on
   * @param value the figure; empty where it is none
   * @param unit its unit
   * @param grade P, M or S
   */
  public record FirmFigure(
      String series,
      String entity,
      OptionalInt year,
      String periodType,
      OptionalDouble value,
      String unit,
      String grade) {}

  /**
   * Chip-making tools sold to China.
   *
   * @return billions of current dollars by year, the years that are held
   */
  public Map<Integer, Double> billings() {
    return new TreeMap<>(
        billings.stream()
            .filter(one -> one.country().equals("CHN") && one.periodType().equals(YEAR))
            .filter(one -> one.flag().equals("reported") && !one.grade().equals("S"))
            .collect(Collectors.toMap(Billing::year, Billing::valueUsdBn)));
  }

  /**
   * Research and development of Chinese chip and tool firms, over that of the first year held:
   * firms report in different currencies.
   *
   * @return by firm and year, firms with two years or more
   */
  public Map<String, Map<Integer, Double>> research() {
    Map<String, Map<Integer, Double>> spent = new TreeMap<>();
    for (FirmFigure one : firms) {
      if (one.series().equals("R&D expense")
          && one.periodType().equals(YEAR)
          && !one.grade().equals("S")) {
        spent
            .computeIfAbsent(one.entity(), firm -> new TreeMap<>())
            .put(one.year().orElseThrow(), one.value().orElseThrow());
      }
    }
    spent.values().removeIf(own -> own.size() < 2);
    spent
        .values()
        .forEach(
            own -> {
              double first = own.values().iterator().next();
              own.replaceAll((year, value) -> value / first);
            });
    return spent;
  }

  /**
   * Capital of the phases of the national fund.
   *
   * @return billions of current yuan by year of founding
   */
  public Map<Integer, Double> funds() {
    return new TreeMap<>(
        programmes.stream()
            .filter(one -> one.figure().equals("capital") && one.decides())
            .collect(
                Collectors.toMap(one -> one.firstDay().getYear(), Programmes.Programme::value)));
  }
}
