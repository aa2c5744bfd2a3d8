package speedbump.analysis.learningbymaking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import speedbump.model.CostSeries;
import speedbump.model.LearningCurve.Form;

/**
 * The placebo of 7a: the cost of each technology on the cumulative output of another, from which it
 * cannot have learned.
 */
public final class Strangers {
  private final List<CostSeries> all;
  private final FallingCosts test;

  /** A thousand pairs, each with a critical value of its own, are worth keeping. */
  private final Map<Form, List<Pair>> found = new ConcurrentHashMap<>();

  Strangers(Technologies technologies, FallingCosts test) {
    this.all = technologies.lasting(Technologies.LEAST_YEARS).all();
    this.test = test;
  }

  /**
   * The cost of one technology on the cumulative output of another.
   *
   * @param cost whose cost
   * @param output whose output
   * @param years common years
   * @param learns whether the exponent is above 0 with confidence
   */
  public record Pair(String cost, String output, int years, boolean learns) {}

  /**
   * Each technology's cost on each other one's output, over their common years, by the test of 7a.
   *
   * @param form how the curve is fitted
   * @return one row an ordered pair with at least {@value Technologies#LEAST_YEARS} common years
   */
  public List<Pair> pairs(Form form) {
    return found.computeIfAbsent(form, this::tested);
  }

  private List<Pair> tested(Form form) {
    return common().stream()
        .map(
            one ->
                new Pair(
                    one.cost(),
                    one.output(),
                    one.series().size(),
                    test.learner(one.series(), form).significant()))
        .toList();
  }

  /**
   * The cost of one technology beside the cumulative output of another.
   *
   * @param cost whose cost
   * @param output whose output
   * @param series both, over their common years
   */
  public record Common(String cost, String output, CostSeries series) {}

  /**
   * Each technology's cost beside each other one's output, untested.
   *
   * @return one row an ordered pair with at least {@value Technologies#LEAST_YEARS} common years in
   *     which the cost varies
   */
  public List<Common> common() {
    List<Common> pairs = new ArrayList<>();
    for (CostSeries own : all) {
      for (CostSeries other : all) {
        if (own != other) {
          own.onOutputOf(other, Technologies.LEAST_YEARS)
              .filter(CostSeries::costVaries)
              .map(series -> new Common(own.name(), other.name(), series))
              .ifPresent(pairs::add);
        }
      }
    }
    return pairs;
  }
}
