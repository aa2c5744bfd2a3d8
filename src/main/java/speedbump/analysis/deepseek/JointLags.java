package speedbump.analysis.deepseek;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import speedbump.stats.Permutation;

/**
 * The lags of one set of models, on every ruler on which they stand, up to and including an event.
 *
 * @param event the model in question
 * @param models all models, the event last, the others by their first date on any ruler
 * @param lags for each ruler its lags in months, by model
 */
public record JointLags(String event, List<String> models, Map<String, Map<String, Double>> lags) {
  /**
   * The statistic of each model: the mean, over the rulers on which it stands, of its lag less that
   * ruler's mean lag up to the event.
   *
   * @return months, in the order of {@link #models()}; negative means closer than usual
   */
  public double[] statistics() {
    double[] sum = new double[models.size()];
    int[] count = new int[models.size()];
    for (Map<String, Double> ruler : lags.values()) {
      double mean = mean(ruler, model -> true);
      for (int i = 0; i < sum.length; i++) {
        Double lag = ruler.get(models.get(i));
        if (lag != null) {
          sum[i] += lag - mean;
          count[i]++;
        }
      }
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= count[i];
    }
    return sum;
  }

  /**
   * The event's lag less the mean of the earlier ones, averaged over the event's rulers.
   *
   * @return months; negative means that the event stood closer
   */
  public double eventMinusMean() {
    return lags.values().stream()
        .filter(ruler -> ruler.containsKey(event))
        .mapToDouble(ruler -> ruler.get(event) - mean(ruler, model -> !model.equals(event)))
        .average()
        .orElseThrow();
  }

  /**
   * The share of models, the event included, whose statistic is at or below the event's.
   *
   * @return between 1 over the number of models, and 1
   */
  public double permutationP() {
    double[] all = statistics();
    int last = all.length - 1;
    return Permutation.rankPValue(all[last], Arrays.copyOf(all, last));
  }

  static double mean(Map<String, Double> ruler, Predicate<String> which) {
    return ruler.entrySet().stream()
        .filter(entry -> which.test(entry.getKey()))
        .mapToDouble(Map.Entry::getValue)
        .average()
        .orElse(Double.NaN);
  }
}
