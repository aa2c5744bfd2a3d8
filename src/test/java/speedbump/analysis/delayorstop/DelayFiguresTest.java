package speedbump.analysis.delayorstop;

import static speedbump.chart.Drawn.draws;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import speedbump.analysis.delayorstop.Delay.PowerPoint;
import speedbump.claim.Examiner;
import speedbump.claim.PropositionResult;
import speedbump.claim.Registry;
import speedbump.data.Catalog;
import speedbump.model.ShockShape;

/** Each figure draws, and its description says what the drawing shows. */
class DelayFiguresTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final DelayOrStop ANALYSIS = DelayOrStop.of(CATALOG);
  private static final DelayFigures FIGURES = new DelayFigures(CATALOG, ANALYSIS);
  private static final DelayTestFigures TESTS = new DelayTestFigures(CATALOG, ANALYSIS);

  @Test
  void theNewestModelsSayWhoHoldsTheRecord() {
    draws(
        FIGURES.newest(ComputeRecords.of(CATALOG)),
        "61 Chinese and 129 US models",
        "Doubao-pro with 2.5e+25 FLOP, the largest US one Grok 4 with 5.0e+26",
        "28 Chinese and 9 US models came after them");
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
        "ten largest so far: ceiling 0.36, slope 0.46",
        "patents on semiconductors: ceiling 0.45");
  }

  @Test
  void shownSeriesSayWhereTheyStand() {
    draws(FIGURES.shownSeries(), "Huawei's revenue 721 in 2018, 862 in 2024");
  }

  @Test
  void sightSaysWhatWouldBeSeenOfAYear() {
    List<List<PowerPoint>> curves = List.of(curve(0.99), curve(0.85), curve(0.16), curve(0.37));
    PropositionResult delay =
        new Examiner(Registry.of(CATALOG).machinery()).examine(ANALYSIS.examinations().get(1));
    String[] said =
        delay.groups().stream()
            .map(group -> " %.0f".formatted(100 * group.power().holdsGivenTrue()))
            .toArray(String[]::new);
    draws(TESTS.sight(delay, curves), said);
  }

  private static List<PowerPoint> curve(double power) {
    return List.of(new PowerPoint(0, 0.05), new PowerPoint(12, power), new PowerPoint(36, 1));
  }

  @Test
  void lagsSayHowTheyChange() {
    draws(
        TESTS.lags(),
        "change by 0.6 a year (−12.6 to 13.9)",
        "4 logic nodes, like for like, lie between 42 and 69 months");
  }

  @Test
  void couldItBeWrongCountsPlacebos() {
    PropositionResult wall =
        new Examiner(Registry.of(CATALOG).machinery()).examine(ANALYSIS.examinations().get(0));
    draws(
        TESTS.couldItBeWrong(wall),
        "18 earlier dates reach 0.78",
        "2 of 22 other economies",
        "published points: the old growth goes on 0, growth is set back by 12 months and then goes"
            + " on 0, growth slows to half its old pace 23, growth stops within two years 78;",
        "36 specifications of the wider series (34 distinct answers) lie between 0.00 and 0.59");
  }
}
