package speedbump.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import speedbump.model.ComputeTrend.DateTerm;
import speedbump.model.ComputeTrend.Direction;
import speedbump.model.ComputeTrend.Residual;
import speedbump.model.ComputeTrend.TrainedModel;
import speedbump.stats.Autoregression;
import speedbump.stats.LeastSquares;

class ComputeTrendTest {
  /** log10 C = 20 + 0.04 s - 0.3 t, with noise. */
  private static List<TrainedModel> world(double noise, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<TrainedModel> models = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      models.add(
          model("m" + i, i * 18, 100 + 50 * random.nextDouble(), noise * random.nextGaussian()));
    }
    return models;
  }

  private static TrainedModel model(String name, int day, double score, double offTrend) {
    LocalDate date = LocalDate.of(2023, 1, 1).plusDays(day);
    double log10 = 20 + 0.04 * score - 0.3 * day / 365.25 + offTrend;
    return new TrainedModel(name, "maker", date, score, Math.pow(10, log10));
  }

  @Test
  void recoversATrendWithoutNoise() {
    ComputeTrend trend =
        ComputeTrend.fit(world(0, 1), Direction.COMPUTE_ON_SCORE, DateTerm.LINEAR).orElseThrow();
    assertEquals(20, trend.leastSquares().coefficients()[0], 1e-9);
    assertEquals(0.04, trend.leastSquares().coefficients()[1], 1e-9);
    assertEquals(-0.3, trend.leastSquares().coefficients()[2], 1e-9);
  }

  @ParameterizedTest
  @EnumSource(Direction.class)
  void theNoiseIsThatOfTheErrors(Direction direction) {
    ComputeTrend trend = ComputeTrend.fit(world(0.2, 3), direction, DateTerm.BY_YEAR).orElseThrow();
    LeastSquares fit = trend.leastSquares();
    assertEquals(Autoregression.fitErrors(fit.residuals(), 4), trend.noise());
  }

  @ParameterizedTest
  @EnumSource(Direction.class)
  void aModelThatTookAQuarterLiesBelowByTheSameFactorInBothDirections(Direction direction) {
    TrainedModel thrifty = model("thrifty", 750, 130, Math.log10(0.25));
    Residual residual =
        ComputeTrend.fit(world(1e-6, 2), direction, DateTerm.LINEAR)
            .flatMap(trend -> trend.residual(thrifty))
            .orElseThrow();
    assertEquals(Math.log10(0.25), residual.log10Compute(), 1e-4);
    assertEquals(4, residual.predictedFlop() / thrifty.computeFlop(), 1e-3);
    assertTrue(residual.predictionSd() < -1000, "far outside the noise");
  }

  @Test
  void theStandardisedErrorIsStandard() {
    double sum = 0;
    double squares = 0;
    int draws = 2000;
    for (int i = 0; i < draws; i++) {
      SplittableRandom random = new SplittableRandom(1000 + i);
      TrainedModel event = model("event", 750, 130, 0.5 * random.nextGaussian());
      double z =
          ComputeTrend.fit(world(0.5, 5000 + i), Direction.COMPUTE_ON_SCORE, DateTerm.LINEAR)
              .flatMap(trend -> trend.residual(event))
              .orElseThrow()
              .predictionSd();
      sum += z;
      squares += z * z;
    }
    // Student with 57 degrees of freedom: mean 0, variance 57/55; bounds are four standard errors
    assertEquals(0, sum / draws, 4 * Math.sqrt(57.0 / 55 / draws));
    assertEquals(57.0 / 55, squares / draws, 4 * Math.sqrt(2.3 / draws));
  }

  @Test
  void neitherTheUnitOfComputeNorTheOriginOfTheScoreMatters() {
    List<TrainedModel> sample = world(0.4, 3);
    TrainedModel event = model("event", 750, 130, -0.2);
    double z = residual(sample, event).predictionSd();
    List<TrainedModel> scaled = sample.stream().map(ComputeTrendTest::otherUnits).toList();
    assertEquals(z, residual(scaled, otherUnits(event)).predictionSd(), 1e-8);
  }

  private static TrainedModel otherUnits(TrainedModel m) {
    return new TrainedModel(
        m.name(), m.developer(), m.date(), 1000 + 7 * m.score(), m.computeFlop() / 8.64e19);
  }

  private static Residual residual(List<TrainedModel> sample, TrainedModel event) {
    return ComputeTrend.fit(sample, Direction.COMPUTE_ON_SCORE, DateTerm.LINEAR)
        .flatMap(trend -> trend.residual(event))
        .orElseThrow();
  }

  @Test
  void predictsWhatAResidualIsMeasuredFrom() {
    ComputeTrend trend =
        ComputeTrend.fit(world(0.4, 6), Direction.COMPUTE_ON_SCORE, DateTerm.LINEAR).orElseThrow();
    TrainedModel event = model("event", 750, 130, -0.2);
    ComputeTrend.Prediction predicted = trend.predict(130, event.date());
    Residual residual = trend.residual(event).orElseThrow();
    assertEquals(1, residual.predictedFlop() / predicted.flop(), 1e-9);
    double sd = Math.log10(predicted.highFlop() / predicted.flop());
    assertEquals(residual.predictionSd(), residual.log10Compute() / sd, 1e-9);
    assertEquals(sd, Math.log10(predicted.flop() / predicted.lowFlop()), 1e-9);
    ComputeTrend reverse =
        ComputeTrend.fit(world(0.4, 6), Direction.SCORE_ON_COMPUTE, DateTerm.LINEAR).orElseThrow();
    assertThrows(IllegalStateException.class, () -> reverse.predict(130, event.date()));
  }

  @Test
  void standardisedResidualsHaveUnitVarianceAndTheirSignIsOfCompute() {
    List<TrainedModel> sample = new ArrayList<>(world(0.4, 7));
    sample.add(model("thrifty", 300, 120, -3));
    for (Direction direction : Direction.values()) {
      double[] z =
          ComputeTrend.fit(sample, direction, DateTerm.LINEAR)
              .orElseThrow()
              .standardisedResiduals();
      double squares = 0;
      for (double one : z) {
        squares += one * one;
      }
      assertEquals(sample.size() - 3, squares, 1e-9);
      assertTrue(z[z.length - 1] < -3, direction + ": " + z[z.length - 1]);
    }
  }

  @Test
  void aYearWithoutModelsHasNoPrediction() {
    ComputeTrend byYear =
        ComputeTrend.fit(world(0.4, 4), Direction.COMPUTE_ON_SCORE, DateTerm.BY_YEAR).orElseThrow();
    assertFalse(byYear.residual(model("later", 2000, 130, 0)).isPresent());
    assertTrue(byYear.residual(model("within", 750, 130, 0)).isPresent());
    assertThrows(
        IllegalStateException.class, () -> byYear.predict(130, LocalDate.of(2022, 12, 31)));
    assertEquals(60, byYear.sample().size());
  }

  /** Each year has its own level: the first by the constant, the others by their distance. */
  @Test
  void yearsHaveLevelsOfTheirOwn() {
    List<TrainedModel> sample = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      LocalDate date = LocalDate.of(2022 + i % 3, 1 + i % 12, 5);
      double log10 = 20 + 0.04 * (100 + 7 * (i % 8)) - (i % 3 == 0 ? 0 : i % 3 == 1 ? 0.5 : 0.8);
      sample.add(new TrainedModel("m" + i, "maker", date, 100 + 7 * (i % 8), Math.pow(10, log10)));
    }
    ComputeTrend trend =
        ComputeTrend.fit(sample, Direction.COMPUTE_ON_SCORE, DateTerm.BY_YEAR).orElseThrow();
    assertArrayEquals(
        new double[] {20, 0.04, -0.5, -0.8}, trend.leastSquares().coefficients(), 1e-9);
    double expected = 20 + 0.04 * 110 - 0.8;
    assertEquals(expected, Math.log10(trend.predict(110, LocalDate.of(2024, 7, 1)).flop()), 1e-9);
  }

  @Test
  void tooFewModelsAreNoTrend() {
    assertFalse(
        ComputeTrend.fit(world(0.4, 5).subList(0, 7), Direction.COMPUTE_ON_SCORE, DateTerm.LINEAR)
            .isPresent());
    assertTrue(
        ComputeTrend.fit(world(0.4, 5).subList(0, 8), Direction.COMPUTE_ON_SCORE, DateTerm.LINEAR)
            .isPresent());
    // two years have one level more than one
    List<TrainedModel> twoYears = world(0.4, 5).subList(15, 24);
    assertFalse(
        ComputeTrend.fit(twoYears.subList(0, 7), Direction.COMPUTE_ON_SCORE, DateTerm.BY_YEAR)
            .isPresent());
    assertTrue(
        ComputeTrend.fit(twoYears.subList(0, 8), Direction.COMPUTE_ON_SCORE, DateTerm.BY_YEAR)
            .isPresent());
  }

  /** The same models on a ruler that is read upside down: less is better. */
  @ParameterizedTest
  @EnumSource(Direction.class)
  void aRulerThatGoesTheWrongWayIsRefused(Direction direction) {
    List<TrainedModel> upsideDown =
        world(0.1, 2).stream()
            .map(
                m ->
                    new TrainedModel(
                        m.name(), m.developer(), m.date(), -m.score(), m.computeFlop()))
            .toList();
    ComputeTrend trend = ComputeTrend.fit(upsideDown, direction, DateTerm.LINEAR).orElseThrow();
    String reason = trend.wrongWay().orElseThrow();
    assertEquals(
        direction == Direction.COMPUTE_ON_SCORE
            ? "compute does not rise with the score in this sample"
            : "the score does not rise with compute in this sample",
        reason);
    TrainedModel event = upsideDown.get(3);
    assertEquals(
        reason,
        assertThrows(IllegalStateException.class, () -> trend.residual(event)).getMessage());
    assertThrows(IllegalStateException.class, trend::standardisedResiduals);
    assertThrows(IllegalStateException.class, () -> trend.predict(-130, event.date()));
    assertTrue(
        ComputeTrend.fit(world(0.1, 2), direction, DateTerm.LINEAR)
            .orElseThrow()
            .wrongWay()
            .isEmpty());
  }

  @Test
  void aSampleWithoutErrorHasNothingToMeasureBy() {
    ComputeTrend trend =
        ComputeTrend.fit(world(0, 1), Direction.COMPUTE_ON_SCORE, DateTerm.LINEAR).orElseThrow();
    TrainedModel event = model("event", 750, 130, 1);
    assertEquals(
        "the sample lies on the trend without error",
        assertThrows(IllegalStateException.class, () -> trend.residual(event)).getMessage());
    assertThrows(IllegalStateException.class, trend::standardisedResiduals);
  }

  @Test
  void aScoreFarFromTheSampleHasNoCompute() {
    ComputeTrend trend =
        ComputeTrend.fit(world(0.1, 1), Direction.COMPUTE_ON_SCORE, DateTerm.LINEAR).orElseThrow();
    LocalDate day = model("event", 750, 130, 1).date();
    for (double score : new double[] {1e9, -1e9}) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> trend.predict(score, day))
              .getMessage();
      assertTrue(message.startsWith("score " + score + " is too far from the sample"), message);
    }
  }

  @Test
  void refusesWhatHasNoLogarithmAndNoScore() {
    double[][] wrong = {{1, 0}, {1, Double.POSITIVE_INFINITY}, {Double.NaN, 1}};
    for (double[] one : wrong) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new TrainedModel("none", "maker", LocalDate.EPOCH, one[0], one[1]));
    }
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> new TrainedModel("none", "maker", LocalDate.EPOCH, 1, 0))
            .getMessage()
            .contains("compute above zero"));
  }
}
