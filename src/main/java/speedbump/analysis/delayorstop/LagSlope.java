package speedbump.analysis.delayorstop;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import speedbump.analysis.shared.CapabilityRulers;
import speedbump.analysis.shared.CapabilityRulers.Reading;
import speedbump.analysis.shared.Intervals;
import speedbump.analysis.shared.QuarterlyLags;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Machinery;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Proposition.Minimum;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.model.FrontierLag.Bound;
import speedbump.model.FrontierLag.Lag;
import speedbump.model.ShockDesign;
import speedbump.stats.Autoregression;
import speedbump.stats.Interval;
import speedbump.stats.LeastSquares;
import speedbump.stats.LeastSquares.SerialErrors;
import speedbump.stats.MannKendall;

/** Proposition 2c: the lag behind the frontier does not grow at the pace of a wall. */
public final class LagSlope {
  /** Behind a leader who keeps his pace the lag of a follower who stands still grows so fast. */
  private static final double MONTHS_PER_YEAR = 12;

  /** Those of a straight line. */
  private static final int COEFFICIENTS = 2;

  private final Proposition proposition;
  private final Machinery machinery;
  private final Map<String, QuarterlyLags> byRuler = new LinkedHashMap<>();
  private final Function<Specification, Reading> reading;
  private final Option<Boolean> boundsCount;
  private final Option<SerialErrors> interval;
  private final Minimum quarterEnds;

  LagSlope(
      Proposition proposition, CapabilityRulers rulers, List<String> ruling, Machinery machinery) {
    this.proposition = proposition;
    this.machinery = machinery;
    this.reading = Reading.of(proposition);
    this.boundsCount =
        Option.of(proposition, "bounds", Map.of("as numbers", true, "left out", false));
    this.interval = Intervals.option(proposition);
    this.quarterEnds = proposition.minimum("quarter ends");
    ruling.forEach(ruler -> byRuler.put(ruler, QuarterlyLags.of(rulers, ruler)));
  }

  /**
   * The rulers, those of claim 6.
   *
   * @return their names
   */
  public List<String> ruling() {
    return List.copyOf(byRuler.keySet());
  }

  /**
   * The lag of the Chinese frontier on quarter ends.
   *
   * @param ruler one of {@link #ruling()}
   * @param how how it is read
   * @return one lag a quarter end
   */
  public List<Lag> quarterlyLags(String ruler, Reading how) {
    return byRuler.get(ruler).on(how);
  }

  /**
   * How fast the lag grows by one ruler, in months a year to the tenth.
   *
   * @param ruler title of the ruler
   * @param quarterEnds number of lags
   * @param slope slope of a straight line, by least squares where there are too few quarter ends
   * @param low lower end of its interval; not a number where there are too few quarter ends
   * @param high upper end; likewise
   * @param medianSlope the median of the slopes between all pairs (Theil and Sen)
   * @param trendP p-value of a trend in either direction: the share of simulated lags of the same
   *     days without a trend, with the noise of the line, whose S of Mann and Kendall lies at least
   *     as far from zero; likewise
   */
  public record Growth(
      String ruler,
      int quarterEnds,
      double slope,
      double low,
      double high,
      double medianSlope,
      double trendP) {}

  /**
   * How fast the lag grows by each ruler, as it is read by default.
   *
   * @return one row a ruler, in the order of {@link #ruling()}
   */
  public List<Growth> growth() {
    return ruling().stream().map(this::growth).toList();
  }

  private Growth growth(String ruler) {
    List<Lag> lags = quarterlyLags(ruler, Reading.DEFAULT);
    MannKendall trend = MannKendall.of(years(lags), months(lags));
    boolean enough = quarterEnds.unmet(lags.size()).isEmpty();
    Optional<Interval> slope =
        enough ? Optional.of(fit(lags, SerialErrors.PRAIS_WINSTEN)) : Optional.empty();
    return new Growth(
        CapabilityRulers.title(ruler),
        lags.size(),
        tenths(slope.map(Interval::estimate).orElseGet(() -> line(lags).coefficients()[1])),
        tenths(slope.map(Interval::lower).orElse(Double.NaN)),
        tenths(slope.map(Interval::upper).orElse(Double.NaN)),
        tenths(trend.slope()),
        enough ? trendP(lags, trend) : Double.NaN);
  }

  /** The test takes its values as independent, which lags on quarter ends are not. */
  private double trendP(List<Lag> lags, MannKendall trend) {
    double[] years = years(lags);
    Autoregression noise = Autoregression.fitErrors(line(lags).residuals(), COEFFICIENTS);
    int draws = machinery.draws();
    return IntStream.range(0, draws)
            .mapToObj(draw -> noise.simulate(years.length, new SplittableRandom(draw)))
            .filter(drawn -> Math.abs(MannKendall.of(years, drawn).s()) >= Math.abs(trend.s()))
            .count()
        / (double) draws;
  }

  private static double tenths(double value) {
    return Math.rint(10 * value) / 10;
  }

  /**
   * How fast a lag grows: the slope of a straight line in time.
   *
   * @param lags lags in the order of time
   * @param errors how the interval allows for autocorrelation
   * @return the slope in months a year
   * @throws IllegalArgumentException if there are fewer than three lags or all are of one day
   */
  public Interval fit(List<Lag> lags, SerialErrors errors) {
    return line(lags).interval(1, machinery.intervalCoverage(), errors);
  }

  private static LeastSquares line(List<Lag> lags) {
    return LeastSquares.withConstant(months(lags), years(lags));
  }

  private static double[] months(List<Lag> lags) {
    return lags.stream().mapToDouble(Lag::months).toArray();
  }

  private static double[] years(List<Lag> lags) {
    return lags.stream()
        .mapToDouble(lag -> ShockDesign.years(lags.get(0).date(), lag.date()))
        .toArray();
  }

  private Outcome estimate(QuarterlyLags data, Specification specification) {
    boolean all = boundsCount.in(specification);
    SerialErrors errors = interval.in(specification);
    List<Lag> lags =
        data.on(reading.apply(specification)).stream()
            .filter(lag -> all || lag.bound() == Bound.EXACT)
            .toList();
    return quarterEnds
        .unmet(lags.size())
        .or(() -> line(lags).exact() ? Optional.of("the lag does not scatter") : Optional.empty())
        .map(Outcome::unusable)
        .orElseGet(() -> outcome(fit(lags, errors)));
  }

  private static Outcome outcome(Interval slope) {
    return Outcome.of(
        Evidence.of("lag_slope_upper95_months_per_year", slope.upper())
            .and("lag_slope_lower95_months_per_year", slope.lower())
            .and("lag_slope_months_per_year", slope.estimate()));
  }

  Examination examination() {
    return CapabilityRulers.examination(proposition, byRuler, this::trial);
  }

  private Trial<QuarterlyLags> trial(QuarterlyLags lags) {
    List<Lag> real = lags.on(Reading.DEFAULT);
    double[] years = years(real);
    double[] months = months(real);
    Autoregression noise = Autoregression.fitErrors(line(real).residuals(), COEFFICIENTS);
    return Trial.of(
        proposition,
        "each ruler",
        lags,
        lags.newest(),
        this::estimate,
        (sizes, random) -> lags.drawn(simulate(years, months, noise, sizes, random)));
  }

  /**
   * A lag that keeps to a straight line: at the mean of the lags with the registered slope, or from
   * the first lag on with the slope that a slower Chinese frontier gives. None is below zero.
   */
  private static double[] simulate(
      double[] years,
      double[] months,
      Autoregression noise,
      WorldSizes sizes,
      RandomGenerator random) {
    boolean slower = sizes.has("chinese_frontier_growth_over_observed");
    double start = slower ? months[0] : Arrays.stream(months).average().orElseThrow();
    double growth =
        slower
            ? MONTHS_PER_YEAR * (1 - sizes.of("chinese_frontier_growth_over_observed"))
            : sizes.of("lag_slope_months_per_year");
    double[] drawn = noise.simulate(years.length, random);
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = Math.max(0, start + growth * years[i] + drawn[i]);
    }
    return drawn;
  }
}
