package speedbump.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import speedbump.stats.Argument;
import speedbump.stats.Autoregression;
import speedbump.stats.LeastSquares;

/**
 * The efficiency trend of training: how much compute a capability took, and how that fell with
 * time.
 *
 * <p>Compute on score: {@code log10 C = a + b s + c t + e}, or, the other way round, score on
 * compute: {@code s = a + b log10 C + c t + e}, with {@code t} in years, or with an intercept for
 * each calendar year in its place. An event left out of the fit is judged by its prediction error,
 * in standard deviations of a new observation.
 */
public final class ComputeTrend {
  /** Fewest models beyond the coefficients: below it a prediction interval says next to nothing. */
  public static final int LEAST_DEGREES_OF_FREEDOM = 5;

  /** Powers of ten that a number holds. */
  private static final double MOST_POWERS = 300;

  private static final LocalDate ORIGIN = LocalDate.of(2023, 1, 1);

  private final Direction direction;
  private final DateTerm dateTerm;
  private final List<Integer> years;
  private final LeastSquares fit;
  private final List<TrainedModel> sample;

  private ComputeTrend(
      Direction direction,
      DateTerm dateTerm,
      List<Integer> years,
      LeastSquares fit,
      List<TrainedModel> sample) {
    this.direction = direction;
    this.dateTerm = dateTerm;
    this.years = years;
    this.fit = fit;
    this.sample = sample;
  }

  /** Which of the two is explained by the other. */
  public enum Direction {
    /** Log compute is explained by score and date. */
    COMPUTE_ON_SCORE,
    /** Score is explained by log compute and date. */
    SCORE_ON_COMPUTE
  }

  /** How time enters. */
  public enum DateTerm {
    /** A straight line in the release date. */
    LINEAR,
    /** An intercept for each calendar year of release. */
    BY_YEAR
  }

  /**
   * A model whose score and training compute are both known.
   *
   * @param name the model
   * @param developer the organisation that made it
   * @param date day of release
   * @param score capability in the index's points
   * @param computeFlop training compute in floating-point operations
   */
  public record TrainedModel(
      String name, String developer, LocalDate date, double score, double computeFlop) {
    /**
     * @throws IllegalArgumentException if the name, developer or date is null, the score is not
     *     finite or the compute not above zero
     */
    public TrainedModel {
      Argument.given("name", name);
      Argument.given("developer of " + name, developer);
      Argument.day("release date of " + name, date);
      Argument.require(
          Double.isFinite(score) && computeFlop > 0 && Double.isFinite(computeFlop),
          "%s needs a finite score and compute above zero, not %s and %s",
          name,
          score,
          computeFlop);
    }

    /**
     * Decimal logarithm of the training compute.
     *
     * @return log10 of FLOP
     */
    public double log10Compute() {
      return Math.log10(computeFlop);
    }
  }

  /**
   * How far a model lies from the trend of the others.
   *
   * @param log10Compute its compute less what the trend predicts for its score and date, in powers
   *     of ten; negative means less compute
   * @param predictionSd the same in standard deviations of one new observation; negative means less
   *     compute
   * @param predictedFlop compute that the trend predicts, in FLOP
   * @param observations models in the fit
   */
  public record Residual(
      double log10Compute, double predictionSd, double predictedFlop, int observations) {}

  /**
   * Fits the trend.
   *
   * @param sample models to fit, the event not among them
   * @param direction which of the two is explained
   * @param dateTerm how time enters
   * @return the fitted trend; empty if the sample has fewer than {@value #LEAST_DEGREES_OF_FREEDOM}
   *     models beyond the coefficients
   * @throws IllegalArgumentException if an argument or a model is null, or the scores, the computes
   *     or the dates do not tell the coefficients
   */
  public static Optional<ComputeTrend> fit(
      List<TrainedModel> sample, Direction direction, DateTerm dateTerm) {
    Argument.givenAll("sample", sample);
    Argument.given("direction", direction);
    Argument.given("dateTerm", dateTerm);
    List<Integer> years =
        List.copyOf(new TreeSet<>(sample.stream().map(model -> model.date().getYear()).toList()));
    int columns = 2 + (dateTerm == DateTerm.LINEAR ? 1 : years.size() - 1);
    if (sample.size() < columns + LEAST_DEGREES_OF_FREEDOM) {
      return Optional.empty();
    }
    double[] y = sample.stream().mapToDouble(model -> response(model, direction)).toArray();
    double[][] x =
        sample.stream()
            .map(model -> row(model, direction, dateTerm, years))
            .toArray(double[][]::new);
    return Optional.of(
        new ComputeTrend(direction, dateTerm, years, LeastSquares.fit(y, x), List.copyOf(sample)));
  }

  /**
   * Why the trend is no trend of efficiency: the ruler goes the wrong way. Where models of a higher
   * score took less compute, date held fixed, "less compute than the trend" has no meaning: the two
   * directions would give it opposite signs.
   *
   * @return the reason; empty where compute and score rise together
   */
  public Optional<String> wrongWay() {
    double slope = fit.coefficients()[1];
    return slope > 0
        ? Optional.empty()
        : Optional.of(
            direction == Direction.COMPUTE_ON_SCORE
                ? "compute does not rise with the score in this sample"
                : "the score does not rise with compute in this sample");
  }

  private void requireRightWay() {
    wrongWay()
        .ifPresent(
            reason -> {
              throw new IllegalStateException(reason);
            });
  }

  /**
   * The prediction error of a model that the fit did not see.
   *
   * @param model a model not in the sample
   * @return its residual; empty where time enters by year and the sample has no model of that year
   * @throws IllegalStateException if the ruler goes the wrong way, see {@link #wrongWay}, or the
   *     sample lies on the trend without an error to measure by
   * @throws IllegalArgumentException if the model is null
   */
  public Optional<Residual> residual(TrainedModel model) {
    Argument.given("model", model);
    requireRightWay();
    if (!knows(model.date())) {
      return Optional.empty();
    }
    LeastSquares.Prediction predicted = fit.predict(row(model, direction, dateTerm, years));
    requireErrors();
    double error = response(model, direction) - predicted.mean();
    // A score above the trend is compute below it: the line is read the other way round.
    double log10 = direction == Direction.COMPUTE_ON_SCORE ? error : -error / fit.coefficients()[1];
    double standardised =
        (direction == Direction.COMPUTE_ON_SCORE ? error : -error) / predicted.standardDeviation();
    return Optional.of(
        new Residual(
            log10, standardised, Math.pow(10, model.log10Compute() - log10), fit.observations()));
  }

  /**
   * Compute that the trend predicts, with one prediction standard deviation either side.
   *
   * @param flop the compute predicted, in FLOP
   * @param lowFlop one standard deviation of a new observation below it
   * @param highFlop one above it
   */
  public record Prediction(double flop, double lowFlop, double highFlop) {}

  /**
   * The compute that the trend predicts for a score at a date.
   *
   * @param score capability in the index's points
   * @param date day of release
   * @return compute with its prediction error
   * @throws IllegalStateException if this trend explains the score, goes the wrong way, or takes
   *     time by year and has no model of that year
   * @throws IllegalArgumentException if the score is not finite, the date is null, or the compute
   *     is beyond what a number holds
   */
  public Prediction predict(double score, LocalDate date) {
    Argument.finite("score", score);
    Argument.day("date", date);
    if (direction != Direction.COMPUTE_ON_SCORE) {
      throw new IllegalStateException("this trend explains the score by compute, not compute");
    }
    requireRightWay();
    if (!knows(date)) {
      throw new IllegalStateException("the sample has no model of " + date.getYear());
    }
    TrainedModel any = new TrainedModel("", "", date, score, 1);
    LeastSquares.Prediction predicted = fit.predict(row(any, direction, dateTerm, years));
    double high = predicted.mean() + predicted.standardDeviation();
    Argument.require(
        Math.abs(high) < MOST_POWERS && Math.abs(2 * predicted.mean() - high) < MOST_POWERS,
        "score %s is too far from the sample: 10 to the power %s FLOP",
        score,
        predicted.mean());
    return new Prediction(
        Math.pow(10, predicted.mean()),
        Math.pow(10, predicted.mean() - predicted.standardDeviation()),
        Math.pow(10, predicted.mean() + predicted.standardDeviation()));
  }

  /**
   * The fit's own residuals over their standard deviation, signed so that negative means less
   * compute.
   *
   * @return one number a model of the sample
   * @throws IllegalStateException if the ruler goes the wrong way, see {@link #wrongWay}, or the
   *     sample lies on the trend without an error to measure by
   */
  public double[] standardisedResiduals() {
    requireRightWay();
    requireErrors();
    double sign = direction == Direction.COMPUTE_ON_SCORE ? 1 : -1;
    double[] residuals = fit.residuals();
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] *= sign / fit.residualStandardDeviation();
    }
    return residuals;
  }

  /**
   * The models of the fit, in the order given.
   *
   * @return the sample
   */
  public List<TrainedModel> sample() {
    return sample;
  }

  /**
   * What the trend leaves of the models, as noise from one to the next in the order of release.
   *
   * @return the noise, in the unit of the outcome
   */
  public Autoregression noise() {
    return Autoregression.fitErrors(fit.residuals(), fit.coefficients().length);
  }

  /**
   * The least-squares fit behind the trend: constant, slope, then the date terms.
   *
   * @return the fit
   */
  public LeastSquares leastSquares() {
    return fit;
  }

  /** A residual in standard deviations needs one that is more than rounding. */
  private void requireErrors() {
    double most = 0;
    for (TrainedModel model : sample) {
      most = Math.max(most, Math.abs(response(model, direction)));
    }
    if (!(fit.residualStandardDeviation() > Argument.ROUNDING * most)) {
      throw new IllegalStateException("the sample lies on the trend without error");
    }
  }

  private boolean knows(LocalDate date) {
    return dateTerm == DateTerm.LINEAR || years.contains(date.getYear());
  }

  private static double response(TrainedModel model, Direction direction) {
    return direction == Direction.COMPUTE_ON_SCORE ? model.log10Compute() : model.score();
  }

  private static double[] row(
      TrainedModel model, Direction direction, DateTerm dateTerm, List<Integer> years) {
    double explaining =
        direction == Direction.COMPUTE_ON_SCORE ? model.score() : model.log10Compute();
    List<Double> row = new ArrayList<>(List.of(1.0, explaining));
    if (dateTerm == DateTerm.LINEAR) {
      row.add(JulianYear.between(ORIGIN, model.date()));
    } else {
      IntStream.range(1, years.size())
          .forEach(i -> row.add(years.get(i) == model.date().getYear() ? 1.0 : 0.0));
    }
    return row.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
