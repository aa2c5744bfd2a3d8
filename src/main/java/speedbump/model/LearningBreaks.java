package speedbump.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import speedbump.model.LearningCurve.Driver;
import speedbump.model.LearningCurve.Form;
import speedbump.stats.Argument;
import speedbump.stats.Autoregression;
import speedbump.stats.Interval;
import speedbump.stats.LeastSquares;
import speedbump.stats.PraisWinsten;
import speedbump.stats.StructuralBreaks;
import speedbump.stats.SupF;

/**
 * Whether the learning rate of one technology changed, and when: breaks of Wright's law at unknown
 * dates, in levels (constant and exponent both change) or in first differences through the origin
 * (the exponent changes). Whether there is one is tested by sup-F against series of this length
 * without a break, whose errors are those of the unbroken curve with the autocorrelation corrected
 * for its bias. The Bayesian criterion does not choose a number of breaks here: it takes errors as
 * independent, and invents breaks where they are not.
 *
 * @see StructuralBreaks
 * @see SupF
 */
public final class LearningBreaks {
  /** The share of the observations that a period needs, as is usual for sup-F. */
  public static final double LEAST_SHARE = 0.15;

  /** The observations that a period needs at least, so that a rate has an interval. */
  public static final int LEAST_OBSERVATIONS = PraisWinsten.LEAST_OBSERVATIONS;

  /** More breaks than these leave periods too short to say anything of. */
  public static final int MOST_BREAKS = 3;

  /** The size of the test. */
  public static final double ALPHA = 0.05;

  private static final double LEVEL = 0.95;

  private final CostSeries series;
  private final Form form;
  private final double[][] rows;
  private final Autoregression errors;
  private final StructuralBreaks breaks;
  private final SupF supF;
  private final SupF.Result result;

  private LearningBreaks(
      CostSeries series,
      Form form,
      double[][] rows,
      Autoregression errors,
      StructuralBreaks breaks,
      SupF supF,
      SupF.Result result) {
    this.series = series;
    this.form = form;
    this.rows = rows;
    this.errors = errors;
    this.breaks = breaks;
    this.supF = supF;
    this.result = result;
  }

  /**
   * A stretch of years with one learning rate.
   *
   * @param firstYear its first point
   * @param lastYear its last point
   * @param observations points, or steps in first differences
   * @param exponent the learning exponent with its interval by Prais and Winsten
   */
  public record Period(double firstYear, double lastYear, int observations, Interval exponent) {}

  /**
   * Looks for breaks.
   *
   * @param series the costs
   * @param form levels or first differences
   * @return what was found
   * @throws IllegalArgumentException if the form is another, there are fewer than twice {@value
   *     #LEAST_OBSERVATIONS} observations, or the curve fits without error
   */
  public static LearningBreaks of(CostSeries series, Form form) {
    Argument.given("series", series);
    double[][] rows = rows(series, Argument.given("form", form));
    double[] y = outcome(series, form);
    int least = Math.max(LEAST_OBSERVATIONS, (int) Math.ceil(LEAST_SHARE * y.length));
    if (y.length < 2 * least) {
      throw Argument.wrong(
          "%s: %d observations, and two periods need %d", series.name(), y.length, 2 * least);
    }
    int most = Math.min(MOST_BREAKS, y.length / least - 1);
    Autoregression errors =
        Autoregression.fitErrors(LeastSquares.fit(y, rows).residuals(), rows[0].length);
    SupF supF = SupF.of(rows, least, errors, SupF.DEFAULT_DRAWS, SupF.DEFAULT_SEED);
    return new LearningBreaks(
        series, form, rows, errors, StructuralBreaks.fit(y, rows, least, most), supF, supF.test(y));
  }

  private static double[][] rows(CostSeries series, Form form) {
    double[] output =
        switch (form) {
          case LEVELS -> series.logOutput();
          case FIRST_DIFFERENCES -> CostSeries.differences(series.logOutput());
          case ERROR_CORRECTION -> throw Argument.wrong("no breaks of the form %s", form);
        };
    double[][] rows = new double[output.length][];
    for (int t = 0; t < rows.length; t++) {
      rows[t] = form == Form.LEVELS ? new double[] {1, output[t]} : new double[] {output[t]};
    }
    return rows;
  }

  private static double[] outcome(CostSeries series, Form form) {
    return form == Form.LEVELS ? series.logCost() : CostSeries.differences(series.logCost());
  }

  /**
   * The test for one break against none.
   *
   * @return the statistic, the observations before the likeliest break and the p-value
   */
  public SupF.Result supF() {
    return result;
  }

  /**
   * The year of the likeliest single break.
   *
   * @return the first year of the new rate
   */
  public double likeliestYear() {
    return firstYear(result.breakAt());
  }

  /** A step belongs to the year it leads to. */
  private double firstYear(int observationsBefore) {
    return series.years()[form == Form.LEVELS ? observationsBefore : observationsBefore + 1];
  }

  /**
   * Whether the test finds a break.
   *
   * @return whether its p-value lies below {@value #ALPHA}
   */
  public boolean found() {
    return result.pValue() < ALPHA;
  }

  /**
   * The best periods with a number of breaks.
   *
   * @param number the number of breaks
   * @return one more period than breaks, in the order of time
   * @throws IllegalArgumentException if so many breaks were not looked for
   */
  public List<Period> periods(int number) {
    if (number < 0 || number >= breaks.partitions().size()) {
      throw Argument.wrong("%s: no partition with %d breaks", series.name(), number);
    }
    List<Period> periods = new ArrayList<>();
    int from = 0;
    List<Integer> ends = new ArrayList<>(breaks.partitions().get(number).breaks());
    ends.add(rows.length);
    for (int end : ends) {
      CostSeries part = series.between(from, form == Form.LEVELS ? end : end + 1);
      periods.add(
          new Period(
              firstYear(from),
              firstYear(end - 1),
              end - from,
              LearningCurve.fit(part, Driver.EXPERIENCE, form).interval(LEVEL)));
      from = end;
    }
    return List.copyOf(periods);
  }

  /**
   * How often sup-F at 5 % sees a change of the exponent in the middle of the series: made-up costs
   * on the real output, with errors of the size and autocorrelation that the unbroken curve left.
   *
   * @param before the exponent of the first half
   * @param after the exponent of the second half
   * @param draws the number of made-up series
   * @param seed the seed of the simulation
   * @return the share of series in which a break is found; where the two are equal, the share of
   *     false alarms
   * @throws IllegalArgumentException if the draws are not positive
   */
  public double power(double before, double after, int draws, long seed) {
    Argument.require(draws > 0, "draws must be positive, not %d", draws);
    SplittableRandom random = new SplittableRandom(seed);
    int middle = rows.length / 2;
    int last = rows[0].length - 1;
    int found = 0;
    for (int draw = 0; draw < draws; draw++) {
      double[] y = errors.simulate(rows.length, random);
      for (int t = 0; t < y.length; t++) {
        y[t] -= before * rows[t][last];
        // in levels the curve bends at the middle and does not jump
        double bent = form == Form.LEVELS ? rows[t][last] - rows[middle][last] : rows[t][last];
        y[t] -= t < middle ? 0 : (after - before) * bent;
      }
      found += supF.test(y).pValue() < ALPHA ? 1 : 0;
    }
    return found / (double) draws;
  }
}
