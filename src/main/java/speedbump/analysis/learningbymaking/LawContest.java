package speedbump.analysis.learningbymaking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import speedbump.model.CostLaw;
import speedbump.model.CostSeries;
import speedbump.model.Hindcast;
import speedbump.model.Hindcast.FutureOutput;
import speedbump.model.Hindcast.LawMiss;
import speedbump.model.Hindcast.Miss;
import speedbump.stats.LeastSquares;
import speedbump.stats.Quantile;
import speedbump.stats.Student;

/**
 * Four laws of cost in a hindcast, beyond what proposition 7b counts: all origins and horizons, and
 * where Wright's law and Moore's disagree. Every technology weighs the same.
 */
public final class LawContest {
  /** Points before an origin below which nothing is forecast. */
  public static final int LEAST_PAST = 5;

  private static final double MEDIAN = 0.5;

  private final List<CostSeries> technologies;
  private final double coverage;

  private LawContest(List<CostSeries> technologies, double coverage) {
    this.technologies = List.copyOf(technologies);
    this.coverage = coverage;
  }

  /**
   * Wright's law and Moore's at one horizon, over all technologies and origins; each technology
   * weighs the same.
   *
   * @param steps points after the origin
   * @param technologies those that reach so far
   * @param wrightRms root mean squared miss by experience, natural logarithm of cost
   * @param mooreRms the same by time
   * @param wrightCoverage share of what came inside the forecast interval of experience
   * @param mooreCoverage the same of time
   */
  public record Horizon(
      int steps,
      int technologies,
      double wrightRms,
      double mooreRms,
      double wrightCoverage,
      double mooreCoverage) {}

  /**
   * One law at one horizon, on the points that all laws forecast.
   *
   * @param law the law
   * @param steps points after the origin
   * @param technologies those that reach so far
   * @param rms root mean squared miss, natural logarithm of cost; each technology weighs the same
   */
  public record LawHorizon(CostLaw law, int steps, int technologies, double rms) {}

  /**
   * One law against Moore's in the half-sample hindcast, on the points that all laws forecast.
   *
   * @param law the law
   * @param better technologies that it forecasts better than Moore's law does
   * @param meanVote mean of one vote a technology, from -1 (Moore's law alone is right) to 1
   * @param medianMiss median over technologies of the root mean squared miss, log cost
   */
  public record LawScore(CostLaw law, int better, double meanVote, double medianMiss) {}

  /**
   * How far apart Wright's and Moore's forecasts of one technology lie in the half-sample hindcast.
   *
   * @param technology its name
   * @param apart root mean squared difference of the two forecasts, log cost
   * @param wrightMiss root mean squared miss of Wright's law
   * @param mooreMiss root mean squared miss of Moore's law
   */
  public record Dispute(String technology, double apart, double wrightMiss, double mooreMiss) {}

  /**
   * A contest on technologies.
   *
   * @param technologies one series a technology
   * @param coverage coverage of the forecast intervals, a probability
   * @return the contest, nothing run yet
   */
  public static LawContest of(List<CostSeries> technologies, double coverage) {
    return new LawContest(technologies, coverage);
  }

  /**
   * Wright against Moore by horizon, from every origin with at least {@value #LEAST_PAST} points
   * before it, on every point.
   *
   * @param future what Wright's law knows of output
   * @param farthest the largest number of steps
   * @return one row a number of steps
   */
  public List<Horizon> wrightAgainstMoore(FutureOutput future, int farthest) {
    List<AtHorizon> wright = byHorizon(CostLaw.WRIGHT, future, farthest, CostSeries::size);
    List<AtHorizon> moore = byHorizon(CostLaw.MOORE, future, farthest, CostSeries::size);
    return IntStream.range(0, wright.size())
        .mapToObj(
            i ->
                new Horizon(
                    wright.get(i).steps(),
                    wright.get(i).technologies(),
                    wright.get(i).rms(),
                    moore.get(i).rms(),
                    wright.get(i).coverage(),
                    moore.get(i).coverage()))
        .toList();
  }

  /**
   * All laws by horizon, from every origin with at least {@value #LEAST_PAST} points before it, on
   * the points that every law forecasts. Not counted in 7b.
   *
   * @param future what the laws know of output
   * @param farthest the largest number of steps
   * @return one row a law and number of steps
   */
  public List<LawHorizon> horizons(FutureOutput future, int farthest) {
    return Arrays.stream(CostLaw.values())
        .flatMap(
            law ->
                byHorizon(law, future, farthest, LawContest::commonPoints).stream()
                    .map(at -> new LawHorizon(law, at.steps(), at.technologies(), at.rms())))
        .toList();
  }

  /** The points for which every law has its drivers. */
  private static int commonPoints(CostSeries series) {
    return Arrays.stream(CostLaw.values()).mapToInt(law -> law.points(series)).min().orElseThrow();
  }

  /** One law so many steps ahead; each technology weighs the same. */
  private record AtHorizon(int steps, int technologies, double rms, double coverage) {
    static AtHorizon of(int steps, List<Tally> tallies) {
      double squares = tallies.stream().mapToDouble(one -> one.squares / one.origins).sum();
      double inside = tallies.stream().mapToDouble(one -> one.inside / one.origins).sum();
      int n = tallies.size();
      return new AtHorizon(steps, n, Math.sqrt(squares / n), inside / n);
    }
  }

  /** Sums over the origins of one technology. */
  private static final class Tally {
    private double origins;
    private double squares;
    private double inside;
  }

  private List<AtHorizon> byHorizon(
      CostLaw law, FutureOutput future, int farthest, ToIntFunction<CostSeries> pointsOf) {
    List<Tally[]> bySteps =
        technologies.stream()
            .map(one -> tallies(law, one, pointsOf.applyAsInt(one), future, farthest))
            .toList();
    return IntStream.rangeClosed(1, farthest)
        .mapToObj(
            steps ->
                AtHorizon.of(
                    steps,
                    bySteps.stream()
                        .map(own -> own[steps])
                        .filter(tally -> tally.origins > 0)
                        .toList()))
        .filter(at -> at.technologies() > 0)
        .toList();
  }

  private Tally[] tallies(
      CostLaw law, CostSeries series, int points, FutureOutput future, int farthest) {
    Tally[] own = Stream.generate(Tally::new).limit(farthest + 1L).toArray(Tally[]::new);
    for (int past = LEAST_PAST; past < points; past++) {
      List<LawMiss> misses = Hindcast.by(law, series, past, future);
      // all forecasts from one origin have the same
      double critical =
          Student.quantile((1 + coverage) / 2, misses.get(0).forecast().degreesOfFreedom());
      for (LawMiss miss : misses.subList(0, Math.min(farthest, points - past))) {
        Tally at = own[miss.steps()];
        at.origins++;
        at.squares += miss.error() * miss.error();
        double half = critical * miss.forecast().standardDeviation();
        at.inside += Math.abs(miss.error()) <= half ? 1 : 0;
      }
    }
    return own;
  }

  /**
   * How fast the miss of a law grows with the horizon: the slope of sqrt(|log10 c - log10 of its
   * forecast|) on the number of steps, by least squares over every technology and every origin with
   * at least {@value #LEAST_PAST} points before it, each point weighing the same. The form is that
   * of Nagy and others.
   *
   * @param law the law
   * @param future what it knows of output
   * @param farthest the largest number of steps
   * @return the slope a step, roots of powers of ten
   * @see <a href="https://doi.org/10.1371/journal.pone.0052669">Nagy, Farmer, Bui and Trancik
   *     2013</a>
   */
  public double errorGrowthPerStep(CostLaw law, FutureOutput future, int farthest) {
    List<LawMiss> misses = new ArrayList<>();
    for (CostSeries one : technologies) {
      for (int past = LEAST_PAST; past < law.points(one); past++) {
        List<LawMiss> all = Hindcast.by(law, one, past, future);
        misses.addAll(all.subList(0, Math.min(farthest, all.size())));
      }
    }
    double[] roots =
        misses.stream()
            .mapToDouble(miss -> Math.sqrt(Math.abs(miss.error()) / Math.log(10)))
            .toArray();
    double[] steps = misses.stream().mapToDouble(LawMiss::steps).toArray();
    return LeastSquares.withConstant(roots, steps).coefficients()[1];
  }

  /**
   * Each law against Moore's in the half-sample hindcast, on the points that every law forecasts.
   * Not counted in 7b.
   *
   * @param future what the laws know of output
   * @return one row a law
   */
  public List<LawScore> scores(FutureOutput future) {
    double[] moore = squares(CostLaw.MOORE, future);
    List<LawScore> scores = new ArrayList<>();
    for (CostLaw law : CostLaw.values()) {
      double[] own = squares(law, future);
      double[] votes =
          IntStream.range(0, own.length)
              .mapToDouble(i -> Hindcast.vote(own[i], moore[i]))
              .toArray();
      scores.add(
          new LawScore(
              law,
              (int) Arrays.stream(votes).filter(vote -> vote > 0).count(),
              Arrays.stream(votes).average().orElseThrow(),
              Quantile.linear(Arrays.stream(own).map(Math::sqrt).toArray(), MEDIAN)));
    }
    return List.copyOf(scores);
  }

  /** The mean squared miss of the second half of each technology. */
  private double[] squares(CostLaw law, FutureOutput future) {
    return technologies.stream()
        .mapToDouble(
            one -> {
              int past = Hindcast.halfOf(one);
              return Hindcast.by(law, one, past, future).stream()
                  .limit(commonPoints(one) - past)
                  .mapToDouble(miss -> miss.error() * miss.error())
                  .average()
                  .orElseThrow();
            })
        .toArray();
  }

  /**
   * The technologies whose forecasts by experience and by time lie farthest apart in the
   * half-sample hindcast with output as it came.
   *
   * @return one row a technology, the widest first
   */
  public List<Dispute> disputes() {
    return technologies.stream()
        .map(
            one -> {
              List<Miss> misses = Hindcast.halfSample(one, FutureOutput.AS_IT_CAME);
              return new Dispute(
                  one.name(),
                  rms(misses, miss -> miss.wrightError() - miss.mooreError()),
                  rms(misses, Miss::wrightError),
                  rms(misses, Miss::mooreError));
            })
        .sorted(Comparator.comparingDouble(Dispute::apart).reversed())
        .toList();
  }

  private static double rms(List<Miss> misses, ToDoubleFunction<Miss> miss) {
    return Math.sqrt(
        misses.stream().mapToDouble(miss).map(value -> value * value).average().orElseThrow());
  }
}
