package speedbump.analysis.wholeindustrialsystem;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hipparchus.stat.correlation.SpearmansCorrelation;
import speedbump.data.Catalog;

/**
 * Our index of complexity of economies beside the ranking that the Atlas published for the same
 * year: the same headings, in an older cleaning.
 */
public final class AgainstAtlas {
  private static final int YEAR = 2016;

  private final Trade trade;
  private final Catalog catalog;

  AgainstAtlas(Trade trade, Catalog catalog) {
    this.trade = trade;
    this.catalog = catalog;
  }

  /**
   * A line of the Atlas' ranking.
   *
   * @param country code of the country
   * @param year calendar year
   * @param eciRank its rank; empty where the Atlas has none
   * @param eci its index
   */
  public record Ranked(String country, int year, OptionalInt eciRank, OptionalDouble eci) {}

  /**
   * One economy in both rankings, each taken over the economies of both.
   *
   * @param country code of the country
   * @param ours its rank by our index
   * @param published its rank by the Atlas
   */
  public record Both(String country, int ours, int published) {
    /**
     * How many ranks higher ours puts it.
     *
     * @return ranks, below zero where lower
     */
    public int higher() {
      return published - ours;
    }
  }

  /**
   * The economies of both rankings.
   *
   * @return one row an economy, the most complex by the Atlas first
   */
  public List<Both> both() {
    Map<String, Double> published =
        catalog.rows("industry/complexity_ranking", Ranked.class).stream()
            .filter(one -> one.year() == YEAR && one.eci().isPresent())
            .collect(Collectors.toMap(Ranked::country, one -> one.eci().getAsDouble()));
    Advantages table = trade.headings(true);
    double[] index = table.complexity(1).index().economies();
    Map<String, Double> ours = new TreeMap<>();
    for (int i = 0; i < index.length; i++) {
      if (published.containsKey(table.exporters().get(i))) {
        ours.put(table.exporters().get(i), index[i]);
      }
    }
    published.keySet().retainAll(ours.keySet());
    return ours.keySet().stream()
        .map(country -> new Both(country, rank(ours, country), rank(published, country)))
        .sorted(Comparator.comparingInt(Both::published))
        .toList();
  }

  private static int rank(Map<String, Double> index, String country) {
    double own = index.get(country);
    return 1 + (int) index.values().stream().filter(other -> other > own).count();
  }

  /**
   * How alike the two rankings are.
   *
   * @param both the economies of both
   * @return Spearman's rank correlation
   */
  public static double correlation(List<Both> both) {
    return new SpearmansCorrelation()
        .correlation(
            both.stream().mapToDouble(Both::ours).toArray(),
            both.stream().mapToDouble(Both::published).toArray());
  }
}
