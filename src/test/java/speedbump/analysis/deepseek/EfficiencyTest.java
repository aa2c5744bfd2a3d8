package speedbump.analysis.deepseek;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.analysis.ConstantNoise;
import speedbump.analysis.deepseek.Efficiency.BesideTrend;
import speedbump.analysis.deepseek.Efficiency.Sample;
import speedbump.analysis.shared.CapabilityRulers.Vintage;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.claim.World;
import speedbump.data.Catalog;
import speedbump.model.ComputeTrend.TrainedModel;

/** Proposition 6b. */
class EfficiencyTest {
  private static final Deepseek DEEPSEEK = Deepseek.of(Catalog.shared());
  private static final Efficiency EFFICIENCY = DEEPSEEK.efficiency();
  private static final double EXACT = 1e-12;

  private static Trial<?> trial() {
    return DEEPSEEK.examinations().get(1).trials().get(0);
  }

  private static double residual(Specification specification) {
    return ((Outcome.Usable) trial().run(specification)).evidence().value("residual_prediction_sd");
  }

  private static Specification specification(
      String event, String sample, String vintage, String direction, String date, String models) {
    Map<String, String> asked =
        Map.of(
            "event",
            event,
            "sample",
            sample,
            "vintage",
            vintage,
            "direction",
            direction,
            "date",
            date,
            "models",
            models);
    return trial().specifications().stream()
        .filter(
            one ->
                asked.entrySet().stream()
                    .allMatch(a -> one.option(a.getKey()).equals(a.getValue())))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(Sample.class)
  void noModelOfDeepseekIsInTheFit(Sample sample) {
    for (Vintage vintage : Vintage.values()) {
      assertTrue(
          EFFICIENCY.sample(vintage, sample).stream()
              .noneMatch(model -> model.developer().contains("DeepSeek")),
          vintage.name());
    }
  }

  /** The vintage of December 2025 has the date and score of March 2025 in the row "DeepSeek-V3". */
  @Test
  void theDecemberVintageHasNoV3() {
    assertEquals(Optional.empty(), EFFICIENCY.event(Vintage.DECEMBER_2025, Deepseek.V3));
    assertTrue(EFFICIENCY.event(Vintage.DECEMBER_2025, Deepseek.R1).isPresent());
    for (Vintage vintage : List.of(Vintage.APRIL_2026, Vintage.JULY_2026)) {
      assertEquals(
          LocalDate.of(2024, 12, 26),
          EFFICIENCY.event(vintage, Deepseek.V3).orElseThrow().date(),
          vintage.name());
    }
  }

  @Test
  void v3OfTheDecemberVintageIsUnusableHoweverItIsFitted() {
    long asked = 0;
    for (Specification one : trial().specifications()) {
      boolean mislabelled =
          one.option("event").equals("V3") && one.option("vintage").equals("December 2025");
      boolean refused =
          trial().run(one) instanceof Outcome.Unusable none
              && none.reason().contains("later model under its name");
      assertEquals(mislabelled, refused, one.words());
      asked += mislabelled ? 1 : 0;
    }
    assertEquals(32, asked);
  }

  /** R1 came in January: by then no other model of its year had been released. */
  @Test
  void byYearAForecastOfJanuaryHasNoModelOfItsYear() {
    Specification none =
        specification(
            "R1",
            "all",
            "July 2026",
            "compute on score",
            "by year",
            "only those released by the event");
    assertTrue(
        ((Outcome.Unusable) trial().run(none)).reason().startsWith("no model of the event's year"));
    assertTrue(
        Double.isFinite(
            residual(
                specification(
                    "V3",
                    "all",
                    "July 2026",
                    "compute on score",
                    "by year",
                    "only those released by the event"))));
  }

  @ParameterizedTest
  @CsvSource({"DeepSeek-R1, 2025-01-20", "DeepSeek-V3, 2024-12-26"})
  void aForecastLeavesOutWhatCameLater(String event, LocalDate day) {
    List<TrainedModel> all = EFFICIENCY.sample(Vintage.JULY_2026, Sample.ALL);
    long released = all.stream().filter(model -> !model.date().isAfter(day)).count();
    assertTrue(released < all.size());
    assertEquals(released, row(event, true).models());
    assertEquals(all.size(), row(event, false).models());
    assertNotEquals(row(event, true).predictionSd(), row(event, false).predictionSd());
  }

  private static BesideTrend row(String model, boolean onlyReleased) {
    return EFFICIENCY.besideTrend(Sample.ALL, onlyReleased).stream()
        .filter(one -> one.model().equals(model))
        .findFirst()
        .orElseThrow();
  }

  /** What stands beside the trend is what the specifications say, and V3 took about half. */
  @ParameterizedTest
  @CsvSource({"R1, DeepSeek-R1, 0.19", "V3, DeepSeek-V3, 0.49"})
  void besideTheTrendStandsWhatTheSpecificationSays(String event, String model, double share) {
    for (boolean onlyReleased : new boolean[] {false, true}) {
      Specification one =
          specification(
              event,
              "all",
              "July 2026",
              "compute on score",
              "linear",
              onlyReleased ? "only those released by the event" : "all models");
      assertEquals(residual(one), row(model, onlyReleased).predictionSd(), EXACT);
    }
    BesideTrend all = row(model, false);
    assertEquals(share, all.shareOfPredicted(), 0.005);
    assertEquals(all.computeFlop() / all.predictedFlop(), all.shareOfPredicted(), EXACT);
  }

  @Test
  void theFrontierHasTooFewModelsForATrend() {
    assertEquals(List.of(), EFFICIENCY.besideTrend(Sample.FRONTIER, false));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.25, 0.5, 1, 2})
  void withoutNoiseR1TakesItsShareOfTheComputeForecast(double share) {
    // every other model lies next to the trend, so that any other compute is very far
    Outcome outcome =
        trial()
            .draw(
                trial().defaultSpecification(),
                new WorldSizes(World.T, 1, Map.of("compute_over_foretold", share), ""),
                ConstantNoise.faint());
    double residual = ((Outcome.Usable) outcome).evidence().value("residual_prediction_sd");
    if (share == 1) {
      assertTrue(Math.abs(residual) < 10, "on the trend: " + residual);
    } else {
      assertEquals(Math.signum(Math.log(share)), Math.signum(residual));
      assertTrue(Math.abs(residual) > 1e4, "off the trend: " + residual);
    }
  }

  /** So much noise that in every other world the models of more compute score lower. */
  @Test
  void aSampleInWhichComputeDoesNotRiseWithTheScoreIsUnusable() {
    WorldSizes sizes = new WorldSizes(World.T, 1, Map.of("compute_over_foretold", 1.0), "");
    Set<String> reasons = new HashSet<>();
    int usable = 0;
    for (int seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Outcome outcome =
          trial()
              .draw(
                  trial().defaultSpecification(),
                  sizes,
                  new RandomGenerator() {
                    @Override
                    public long nextLong() {
                      return random.nextLong();
                    }

                    @Override
                    public double nextGaussian() {
                      return 20 * random.nextGaussian();
                    }
                  });
      if (outcome instanceof Outcome.Unusable none) {
        reasons.add(none.reason());
      } else {
        usable++;
      }
    }
    assertEquals(Set.of("compute does not rise with the score in this sample"), reasons);
    assertTrue(usable > 0 && usable < 20, usable + " of 20");
  }
}
