package speedbump.analysis.delayorstop;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import speedbump.analysis.delayorstop.Delay.PowerPoint;
import speedbump.chart.Figure;
import speedbump.claim.Examiner;
import speedbump.claim.GroupResult;
import speedbump.claim.PropositionResult;
import speedbump.claim.Registry;
import speedbump.data.Catalog;
import speedbump.model.ShockShape;

/** Each figure draws, and its description says what the drawing shows. */
class DelayFiguresTest {
  private static final int LEAST_BYTES = 10_000;
  private static final Catalog CATALOG = Catalog.shared();
  private static final DelayOrStop ANALYSIS = DelayOrStop.of(CATALOG);
  private static final DelayFigures FIGURES = new DelayFigures(CATALOG, ANALYSIS);
  private static final DelayTestFigures TESTS = new DelayTestFigures(CATALOG, ANALYSIS);

  private static void draws(Figure figure, String... said) {
    assertTrue(figure.png().length > LEAST_BYTES, figure.alt());
    for (String text : said) {
      assertTrue(figure.alt().contains(text), text + " is not in: " + figure.alt());
    }
  }

  @Test
  void trainingComputeSaysHowFastItGrew() {
    draws(
        FIGURES.trainingCompute(ComputeGrowth.of(CATALOG, ANALYSIS)),
        "49 Chinese and 60 other models",
        "877 times a year until October 2021 and 2.9 times",
        "4.8 times");
  }

  /** A shift of a year adds 12 months, a ceiling half a year above 3.5 of 4 years. */
  @Test
  void shapesSayTheirLags() {
    LocalDate control = LocalDate.of(2022, 10, 7);
    draws(
        FIGURES.shapes(
            List.of(
                ShapeRecognition.madeUp(ShockShape.SHIFT, control, -1, 0, 0),
                ShapeRecognition.madeUp(ShockShape.CEILING, control, 0, 0, 0.5),
                ShapeRecognition.madeUp(ShockShape.REBOUND, control, -1, 0.5, 0))),
        "shift 12 months, ceiling 42 months, rebound −12 months");
  }

  @Test
  void fitsSayTheWeightsOfTheCeiling() {
    draws(
        FIGURES.fits(),
        "published points: ceiling 0.06, slope 0.94",
        "ten largest so far: ceiling 0.20, slope 0.58",
        "patents on semiconductors: ceiling 0.45");
  }

  @Test
  void shownSeriesSayWhereTheyStand() {
    draws(FIGURES.shownSeries(), "Huawei's revenue 721 in 2018, 862 in 2024");
  }

  @Test
  void sightSaysWhatWouldBeSeenOfAYear() {
    List<List<PowerPoint>> curves = List.of(curve(0.99), curve(0.85), curve(0.16), curve(0.37));
    draws(TESTS.sight(curves), "published points 99;", "so far 85; Exports of chips 16;");
    assertThrows(
        IllegalArgumentException.class,
        () -> TESTS.sight(List.of(List.of(new PowerPoint(6, 0.5)))));
  }

  private static List<PowerPoint> curve(double power) {
    return List.of(new PowerPoint(0, 0.05), new PowerPoint(12, power), new PowerPoint(36, 1));
  }

  @Test
  void lagsSayHowTheyChange() {
    draws(TESTS.lags(), "change by −0.5 a year", "4 logic nodes lie between 33 and 69 months");
  }

  @Test
  void couldItBeWrongCountsPlacebos() {
    PropositionResult wall =
        new Examiner(Registry.of(CATALOG).machinery()).examine(ANALYSIS.examinations().get(0));
    GroupResult published = wall.group("training_compute_published");
    draws(
        TESTS.couldItBeWrong(wall),
        "18 earlier dates reach 0.78",
        "11 of 22 other economies",
        "in %.0f and ".formatted(100 * published.power().failsGivenFalse()),
        "between 0.20 and 0.43");
  }
}
