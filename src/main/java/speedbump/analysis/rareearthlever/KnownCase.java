package speedbump.analysis.rareearthlever;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import speedbump.data.Catalog;
import speedbump.stats.LeastSquares;

/** The known case: what became of China's share of world rare-earth output after 2010. */
public final class KnownCase {
  private final List<Row> rows;

  KnownCase(Catalog catalog) {
    this.rows =
        catalog.rows("minerals/rare_earth_output_share", Row.class).stream()
            .sorted(Comparator.comparingInt(Row::year))
            .toList();
  }

  private record Row(int year, double chinaShare) {}

  /**
   * Where a line through a series bends most: two straight lines that meet.
   *
   * @param year the last year before the bend
   * @param before slope up to it, shares a year
   * @param after slope from it on, shares a year
   * @param rss the sum of squared residuals
   */
  public record Bend(int year, double before, double after, double rss) {}

  /**
   * China's share of world rare-earth output.
   *
   * @return fractions of one by year, ascending
   */
  public Map<Integer, Double> outputShareByYear() {
    Map<Integer, Double> shares = new LinkedHashMap<>();
    rows.forEach(row -> shares.put(row.year(), row.chinaShare()));
    return shares;
  }

  /**
   * The bend of China's share with the smallest sum of squares, {@code y = a + b t + c (t - t0)^+}.
   *
   * @param from first year used
   * @param margin years that must lie on either side
   * @return the bend
   * @throws IllegalArgumentException if there are too few years
   */
  public Bend bend(int from, int margin) {
    List<Row> used = rows.stream().filter(row -> row.year() >= from).toList();
    if (used.size() < 2 * margin + 1) {
      throw new IllegalArgumentException(
          "%d years from %d on, at least %d are needed"
              .formatted(used.size(), from, 2 * margin + 1));
    }
    double[] y = used.stream().mapToDouble(Row::chinaShare).toArray();
    double[] t = used.stream().mapToDouble(Row::year).toArray();
    return IntStream.range(margin, t.length - margin)
        .mapToObj(
            i -> {
              double[] after = new double[t.length];
              for (int j = 0; j < t.length; j++) {
                after[j] = Math.max(0, t[j] - t[i]);
              }
              LeastSquares fit = LeastSquares.withConstant(y, t, after);
              double[] b = fit.coefficients();
              return new Bend((int) t[i], b[1], b[1] + b[2], fit.rss());
            })
        .min(Comparator.comparingDouble(Bend::rss))
        .orElseThrow();
  }
}
