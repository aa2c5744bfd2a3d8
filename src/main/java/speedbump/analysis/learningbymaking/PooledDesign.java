package speedbump.analysis.learningbymaking;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import speedbump.model.CostSeries;
import speedbump.stats.PooledSlope;
import speedbump.stats.PooledSlope.Control;
import speedbump.stats.PooledSlope.Weights;

/**
 * The regressions of the steps of log cost on those of log output, pooled over technologies. Steps
 * over a gap are left out, since an intercept is of one year.
 *
 * @param singleYears by technology: indices of the steps that lead over one year
 * @param controlled with the control for time
 * @param uncontrolled through the origin
 */
record PooledDesign(
    List<int[]> singleYears, PooledSlope.Design controlled, PooledSlope.Design uncontrolled) {

  static PooledDesign of(
      List<CostSeries> all, Control control, Weights weights, OutputCounted counted) {
    List<int[]> singleYears = all.stream().map(one -> singleYears(one, counted.later())).toList();
    List<double[]> output =
        steps(singleYears, all.stream().map(CostSeries::logOutput).toList(), counted.later());
    List<double[]> years =
        IntStream.range(0, all.size())
            .mapToObj(
                i -> {
                  double[] own = all.get(i).years();
                  return Arrays.stream(singleYears.get(i)).mapToDouble(t -> own[t + 1]).toArray();
                })
            .toList();
    return new PooledDesign(
        singleYears,
        PooledSlope.design(output, years, control, weights),
        PooledSlope.design(output, years, Control.NONE, weights));
  }

  /** What had been made at the end of a year stands at the point of the next one. */
  private static int[] singleYears(CostSeries series, int later) {
    double[] gaps = CostSeries.differences(series.years());
    return IntStream.range(0, gaps.length - later)
        .filter(t -> gaps[t] == 1 && gaps[t + later] == 1)
        .toArray();
  }

  private static List<double[]> steps(List<int[]> singleYears, List<double[]> values, int later) {
    return IntStream.range(0, values.size())
        .mapToObj(
            i -> {
              double[] own = values.get(i);
              int[] from = singleYears.get(i);
              double[] steps = new double[from.length];
              for (int s = 0; s < from.length; s++) {
                steps[s] = own[from[s] + later + 1] - own[from[s] + later];
              }
              return steps;
            })
        .toList();
  }

  /** The steps of log cost over single years, one array a technology of the design. */
  List<double[]> costSteps(List<CostSeries> all) {
    return steps(singleYears, all.stream().map(CostSeries::logCost).toList(), 0);
  }
}
