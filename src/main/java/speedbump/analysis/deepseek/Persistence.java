package speedbump.analysis.deepseek;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
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
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.model.FrontierLag;
import speedbump.model.FrontierLag.Lag;
import speedbump.stats.Autoregression;
import speedbump.stats.Interval;
import speedbump.stats.LeastSquares;
import speedbump.stats.LeastSquares.SerialErrors;
import speedbump.stats.PraisWinsten;

/** Proposition 6c: the lag stayed lower afterwards. */
public final class Persistence {
  /** Quarter ends on either side of the break below which a mean lag is not compared. */
  public static final int LEAST_QUARTERS_A_SIDE = 3;

  private final Proposition proposition;
  private final double coverage;
  private final LocalDate releaseOfV3;
  private final Map<String, QuarterlyLags> byRuler = new LinkedHashMap<>();
  private final Option<LocalDate> breakDate;
  private final Option<Double> window;
  private final Function<Specification, Reading> reading;
  private final Option<SerialErrors> interval;
  private final Option<Double> shortRho;

  Persistence(
      Proposition proposition, CapabilityRulers rulers, List<String> ruling, Machinery machinery) {
    this.proposition = proposition;
    this.coverage = machinery.intervalCoverage();
    this.interval = Intervals.option(proposition);
    this.shortRho = Option.numbers(proposition, "memory of a short series");
    this.releaseOfV3 = rulers.release(Deepseek.V3);
    this.breakDate =
        Option.of(
            proposition,
            "break date",
            Map.of("V3", releaseOfV3, "R1", rulers.release(CapabilityRulers.R1)));
    this.window = Option.numbers(proposition, "window");
    this.reading = Reading.of(proposition);
    ruling.forEach(ruler -> byRuler.put(ruler, QuarterlyLags.of(rulers, ruler)));
  }

  /**
   * The mean lag of one ruler on either side of a break.
   *
   * @param beforeMonths mean over quarter ends before the break
   * @param afterMonths mean over quarter ends from the break on
   * @param changeMonths the step between them as the interval's regression weighs the quarter ends;
   *     by Prais and Winsten it is not after less before
   * @param lowerMonths lower end of the change's 95% interval
   * @param upperMonths upper end of it
   * @param quartersBefore quarter ends before
   * @param quartersAfter quarter ends after
   */
  public record LagChange(
      double beforeMonths,
      double afterMonths,
      double changeMonths,
      double lowerMonths,
      double upperMonths,
      int quartersBefore,
      int quartersAfter) {}

  /**
   * The change of the mean lag by one ruler, as a row for a reader.
   *
   * @param ruler the ruler's name for a reader
   * @param beforeMonths mean before
   * @param afterMonths mean after
   * @param changeMonths the step by Prais and Winsten, which is not after less before
   * @param fromMonths lower end of the change's 95% interval
   * @param toMonths upper end of it
   * @param quarters quarter ends before and after
   */
  public record RulerChange(
      String ruler,
      double beforeMonths,
      double afterMonths,
      double changeMonths,
      double fromMonths,
      double toMonths,
      String quarters) {}

  /**
   * One interval of the change.
   *
   * @param interval how it allows for autocorrelation, and whether it votes
   * @param changeMonths the step between the two means
   * @param fromMonths lower end of the 95% interval
   * @param toMonths upper end of it
   */
  public record OneInterval(
      String interval, double changeMonths, double fromMonths, double toMonths) {}

  /**
   * The lag of the Chinese frontier on quarter ends.
   *
   * @param ruler one of the rulers of the claim
   * @param how how it is read
   * @return one lag a quarter end
   */
  public List<Lag> quarterlyLags(String ruler, Reading how) {
    return byRuler.get(ruler).on(how);
  }

  /**
   * The change of the mean lag at the release of V3, all quarter ends counting.
   *
   * @param ruler one of the rulers of the claim
   * @param how how it is read
   * @return the change; empty with too few quarter ends on a side
   */
  public Optional<LagChange> change(String ruler, Reading how) {
    return lagChange(
        quarterlyLags(ruler, how), releaseOfV3, Double.NaN, SerialErrors.PRAIS_WINSTEN, 0);
  }

  /**
   * The change by every ruler that has quarter ends enough.
   *
   * @param how how the rulers are read
   * @return one row a ruler
   */
  public List<RulerChange> changes(Reading how) {
    List<RulerChange> changes = new ArrayList<>();
    byRuler
        .keySet()
        .forEach(
            ruler ->
                change(ruler, how)
                    .ifPresent(
                        one ->
                            changes.add(
                                new RulerChange(
                                    CapabilityRulers.title(ruler),
                                    one.beforeMonths(),
                                    one.afterMonths(),
                                    one.changeMonths(),
                                    one.lowerMonths(),
                                    one.upperMonths(),
                                    one.quartersBefore() + " + " + one.quartersAfter()))));
    return List.copyOf(changes);
  }

  /**
   * The change at the release of V3 by every way to allow for autocorrelation: the one that votes,
   * and those that are shown beside it.
   *
   * @param ruler one of the rulers of the claim
   * @param how how it is read
   * @return one row an interval; none with too few quarter ends on a side
   */
  public List<OneInterval> intervals(String ruler, Reading how) {
    List<OneInterval> rows = new ArrayList<>();
    for (SerialErrors errors : SerialErrors.values()) {
      lagChange(quarterlyLags(ruler, how), releaseOfV3, Double.NaN, errors, 0)
          .ifPresent(
              one ->
                  rows.add(
                      new OneInterval(
                          name(errors), one.changeMonths(), one.lowerMonths(), one.upperMonths())));
    }
    return List.copyOf(rows);
  }

  private static String name(SerialErrors errors) {
    return switch (errors) {
      case PRAIS_WINSTEN -> "Prais-Winsten (votes)";
      case NEWEY_WEST -> "Newey-West (shown)";
      case BLOCK_BOOTSTRAP -> "block bootstrap (shown)";
    };
  }

  /**
   * The change of the mean lag at a break, with its interval: the step of a regression on a
   * constant and a step.
   *
   * @param lags lags on quarter ends
   * @param breakDate first day that counts as after
   * @param windowMonths months on either side that count; not a number for all
   * @param errors how the interval allows for autocorrelation
   * @param shortRho autocorrelation by Prais and Winsten where it cannot be estimated, with fewer
   *     than {@value PraisWinsten#LEAST_OBSERVATIONS} quarter ends in all
   * @return the change; empty with fewer than {@value #LEAST_QUARTERS_A_SIDE} quarter ends on a
   *     side, or lags that do not scatter
   */
  public Optional<LagChange> lagChange(
      List<Lag> lags,
      LocalDate breakDate,
      double windowMonths,
      SerialErrors errors,
      double shortRho) {
    Predicate<Lag> inside =
        lag ->
            Double.isNaN(windowMonths)
                || Math.abs(FrontierLag.months(breakDate, lag.date())) <= windowMonths;
    double[] before = months(lags, inside.and(lag -> lag.date().isBefore(breakDate)));
    double[] after = months(lags, inside.and(lag -> !lag.date().isBefore(breakDate)));
    if (Math.min(before.length, after.length) < LEAST_QUARTERS_A_SIDE) {
      return Optional.empty();
    }
    LeastSquares means = means(before, after);
    if (means.exact()) {
      return Optional.empty();
    }
    Interval step =
        errors == SerialErrors.PRAIS_WINSTEN
                && means.observations() < PraisWinsten.LEAST_OBSERVATIONS
            ? means.praisWinsten(shortRho).interval(1, coverage)
            : means.interval(1, coverage, errors);
    return Optional.of(
        new LagChange(
            average(before),
            average(after),
            step.estimate(),
            step.lower(),
            step.upper(),
            before.length,
            after.length));
  }

  private static LeastSquares means(double[] before, double[] after) {
    double[] months = DoubleStream.concat(Arrays.stream(before), Arrays.stream(after)).toArray();
    double[] step = new double[months.length];
    Arrays.fill(step, before.length, step.length, 1);
    return LeastSquares.withConstant(months, step);
  }

  private static double[] months(List<Lag> lags, Predicate<Lag> which) {
    return lags.stream().filter(which).mapToDouble(Lag::months).toArray();
  }

  private static double average(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private Outcome estimate(QuarterlyLags lags, Specification specification) {
    return lagChange(
            lags.on(reading.apply(specification)),
            breakDate.in(specification),
            window.in(specification),
            interval.in(specification),
            shortRho.in(specification))
        .map(
            change ->
                Outcome.of(
                    Evidence.of("lag_change_upper95_months", change.upperMonths())
                        .and("lag_change_lower95_months", change.lowerMonths())
                        .and("lag_change_months", change.changeMonths())))
        .orElseGet(
            () ->
                Outcome.unusable(
                    "fewer than "
                        + LEAST_QUARTERS_A_SIDE
                        + " quarter ends on a side, or lags that do not scatter"));
  }

  Examination examination() {
    return CapabilityRulers.examination(proposition, byRuler, this::trial);
  }

  private Trial<QuarterlyLags> trial(QuarterlyLags lags) {
    List<Lag> real = lags.on(Reading.DEFAULT);
    int before = (int) real.stream().filter(lag -> lag.date().isBefore(releaseOfV3)).count();
    double[] months = real.stream().mapToDouble(Lag::months).toArray();
    double was = average(Arrays.copyOfRange(months, 0, before));
    LeastSquares means =
        means(
            Arrays.copyOfRange(months, 0, before),
            Arrays.copyOfRange(months, before, months.length));
    Autoregression noise = Autoregression.fitErrors(means.residuals(), 2);
    return Trial.of(
        proposition,
        "each ruler",
        lags,
        lags.newest(),
        this::estimate,
        (sizes, random) -> lags.drawn(simulate(months.length, before, was, noise, sizes, random)));
  }

  /** The mean lag from the break on is a multiple of that before it; none is below zero. */
  private static double[] simulate(
      int length,
      int before,
      double mean,
      Autoregression noise,
      WorldSizes sizes,
      RandomGenerator random) {
    double after = mean * sizes.of("lag_after_over_before");
    double[] drawn = noise.simulate(length, random);
    for (int i = 0; i < length; i++) {
      drawn[i] = Math.max(0, (i < before ? mean : after) + drawn[i]);
    }
    return drawn;
  }
}
