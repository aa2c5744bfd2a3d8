package speedbump.analysis.rareearthlever;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import speedbump.data.Catalog;
import speedbump.stats.Concentration;

/**
 * Who makes a mineral: world output by country, over the sum of the countries and not the rounded
 * total.
 */
public final class OutputShares {
  private final Catalog catalog;

  OutputShares(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * How much one mineral depends on whom.
   *
   * @param mineral its name in the table of world output
   * @param chinaShare China's share of world output, a fraction of one
   * @param usShare the share of the United States; not a number where its output is withheld, which
   *     is then missing from the total too
   * @param output concentration of world output, between bounds for what "other countries" hide
   * @param year the year of the figures
   */
  public record OutputShare(
      String mineral, double chinaShare, double usShare, Concentration output, int year) {}

  private record Row(
      int edition,
      String mineral,
      String statistic,
      String country,
      String kind,
      int year,
      OptionalDouble value) {}

  /**
   * The shares of the newest year of the newest edition.
   *
   * @param mineral its name in the table of world output
   * @return the shares
   * @throws IllegalArgumentException if no output of the mineral is held
   */
  public OutputShare of(String mineral) {
    List<Row> held =
        catalog.rows("minerals/world_production", Row.class).stream()
            .filter(row -> row.mineral().equals(mineral))
            .filter(row -> row.statistic().equals("production"))
            .filter(row -> !row.kind().equals("total") && row.value().isPresent())
            .toList();
    int edition = held.stream().mapToInt(Row::edition).max().orElse(0);
    int year =
        held.stream().filter(row -> row.edition() == edition).mapToInt(Row::year).max().orElse(0);
    List<Row> newest =
        held.stream().filter(row -> row.edition() == edition && row.year() == year).toList();
    if (newest.isEmpty()) {
      throw new IllegalArgumentException("no world production of %s is held".formatted(mineral));
    }
    double all = sum(newest, row -> true);
    boolean american = newest.stream().anyMatch(row -> row.country().equals("USA"));
    return new OutputShare(
        mineral,
        sum(newest, row -> row.country().equals("CHN")) / all,
        american ? sum(newest, row -> row.country().equals("USA")) / all : Double.NaN,
        Concentration.of(
            newest.stream()
                .filter(row -> !row.kind().equals("other"))
                .mapToDouble(row -> row.value().getAsDouble())
                .toArray(),
            sum(newest, row -> row.kind().equals("other"))),
        year);
  }

  private static double sum(List<Row> rows, Predicate<Row> which) {
    return rows.stream().filter(which).mapToDouble(row -> row.value().getAsDouble()).sum();
  }
}
