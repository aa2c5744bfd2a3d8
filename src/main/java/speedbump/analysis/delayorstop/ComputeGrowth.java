package speedbump.analysis.delayorstop;

import static speedbump.chart.Columns.each;

import java.time.LocalDate;
import java.util.List;
import speedbump.analysis.shared.ControlledSeries;
import speedbump.analysis.shared.ControlledSeries.Point;
import speedbump.data.Catalog;
import speedbump.model.KinkedTrend;

/**
 * The published comparison of how training compute grew: a line with one kink through the leading
 * Chinese models, a straight one through those of other countries, on decimal logarithms of FLOP.
 *
 * @param china the Chinese models
 * @param others those of other countries
 * @param kinked the Chinese line
 * @param straight the line of the others
 * @see <a href="https://github.com/epoch-research/china-ai-trends">the published regression</a>
 */
public record ComputeGrowth(
    ControlledSeries china, ControlledSeries others, KinkedTrend kinked, KinkedTrend straight) {
  /** Fewest models on either side of the kink, as the publisher chose. */
  private static final int LEAST_MODELS = 10;

  private static final double DAYS_PER_YEAR = 365;

  /**
   * Fits both lines to the published points.
   *
   * @param catalog the collection's tables
   * @param analysis the analysis of claim 2
   * @return the lines
   */
  public static ComputeGrowth of(Catalog catalog, DelayOrStop analysis) {
    ControlledSeries china = analysis.series("training_compute_published");
    ControlledSeries others = china.elsewhere(catalog).get(0);
    return new ComputeGrowth(
        china,
        others,
        KinkedTrend.kinked(days(china), powersOfTen(china), LEAST_MODELS),
        KinkedTrend.straight(days(others), powersOfTen(others)));
  }

  private static List<LocalDate> days(ControlledSeries series) {
    return series.points().stream().map(Point::middle).toList();
  }

  private static double[] powersOfTen(ControlledSeries series) {
    return each(series.points(), point -> Math.log10(point.value()));
  }

  /**
   * Growth of Chinese compute before the kink.
   *
   * @return the factor of a year
   */
  public double timesBefore() {
    return Math.pow(10, kinked.slopeBefore());
  }

  /**
   * Growth of Chinese compute after the kink.
   *
   * @return the factor of a year
   */
  public double timesAfter() {
    return Math.pow(10, kinked.slopeAfter());
  }

  /**
   * Growth of compute in other countries.
   *
   * @return the factor of a year
   */
  public double timesElsewhere() {
    return Math.pow(10, straight.slopeAfter());
  }

  /**
   * The Chinese line fitted to resamples of the models.
   *
   * @param resamples number of resamples
   * @param seed seed of the draws
   * @return one line a resample
   */
  public List<KinkedTrend> resampled(int resamples, long seed) {
    return KinkedTrend.resampled(days(china), powersOfTen(china), LEAST_MODELS, resamples, seed);
  }

  /**
   * The time that the Chinese line needs, at its own pace, for the level of the others at the last
   * Chinese model: the gap over the Chinese slope.
   *
   * @return years
   */
  public double catchUpYears() {
    return gap() / kinked.slopeAfter();
  }

  /**
   * The time since the others stood where the Chinese line stands at the last Chinese model: the
   * gap over the slope of the others.
   *
   * @return years
   */
  public double lagYears() {
    return gap() / straight.slopeAfter();
  }

  /** Powers of ten between the two lines at the last Chinese model. */
  private double gap() {
    LocalDate last = china.lastDay();
    return level(straight, last) - level(kinked, last);
  }

  /** A line in powers of ten of FLOP on a day. */
  static double level(KinkedTrend line, LocalDate day) {
    double years = (day.toEpochDay() - line.kink().toEpochDay()) / DAYS_PER_YEAR;
    return line.levelAtKink() + years * (years < 0 ? line.slopeBefore() : line.slopeAfter());
  }
}
