package speedbump.analysis.chokepointsorintegration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Agreement.agree;
import static speedbump.analysis.shared.Planted.evidence;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedbump.PublishedCase;
import speedbump.analysis.chokepointsorintegration.ForeignInputs.Reading;
import speedbump.analysis.chokepointsorintegration.ForeignInputs.Source;
import speedbump.analysis.chokepointsorintegration.InputTable.Economy;
import speedbump.analysis.chokepointsorintegration.InputTable.Foreign;
import speedbump.analysis.chokepointsorintegration.InputTable.Industries;
import speedbump.claim.Outcome;
import speedbump.claim.Registry;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.data.Catalog;

class ForeignInputsTest {
  private static final ForeignInputs INPUTS =
      ChokepointsOrIntegration.of(Catalog.shared()).foreignInputs();
  private static final List<Trial<?>> TRIALS = INPUTS.examination().trials();

  /** numpy 2, inverse and products, from the same tables. */
  @PublishedCase
  @ParameterizedTest
  @CsvSource({
    "OECD, USA, 0.1580091584807996, 0.2386554366732792, 0.2363110514918635, 0.3512837766379574, 0.0902204979397738",
    "OECD, CHN, 0.0955059581197626, 0.2342587986926246, 0.0751681066888771, 0.2479040875138795, 0.1708730370093595",
    "WIOD, USA, 0.1795561192944528, 0.2790747813485456, 0.2285029600543254, 0.3674555458316642, 0.1285396697431660",
    "WIOD, CHN, 0.0759090772360925, 0.2095456064993421, 0.0734446750795280, 0.2356395668803917, 0.1685250685571273"
  })
  void measuresAreThoseOfAnotherProgram(
      Source source,
      String economy,
      double faceAll,
      double throughAll,
      double faceIndustrial,
      double throughIndustrial,
      double inExports) {
    Reading reading =
        economy.equals("USA") ? INPUTS.pair(source).us() : INPUTS.pair(source).china();
    assertEquals(economy, reading.economy());
    agree(
        new double[] {faceAll, throughAll, faceIndustrial, throughIndustrial},
        reading.inputs().values(),
        1e-12);
    agree(inExports, reading.inExports(), 1e-12);
  }

  /** numpy 2 from the same tables: what of the gap between the exports is their make-up. */
  @Test
  void theMakeUpOfExportsExplainsAPartOfTheGap() {
    InputTable us = InputTable.oecd(Catalog.shared(), "USA");
    InputTable china = InputTable.oecd(Catalog.shared(), "CHN");
    assertEquals(0.14359911673406645, us.foreignInManufacturedExports(), 1e-12);
    assertEquals(0.19029603869384085, china.foreignInManufacturedExports(), 1e-12);
    assertEquals(0.11876873895731184, us.foreignInExportsOf(china), 1e-12);
    assertEquals(0.12382208552581826, china.foreignInExportsOf(us), 1e-12);
    assertEquals(us.foreignInExports(), us.foreignInExportsOf(us), 1e-15);
  }

  /**
   * Two industries by hand: food buys 20 of farms and 10 of food from home and 10 of farms from
   * abroad, and makes 100; farms buy nothing at home and 5 of food from abroad, and make 50. A unit
   * of farms is foreign by 5 / 50, one of food by (10 + 20 x 0.1) / (100 - 10).
   */
  @Test
  void twoIndustriesByHand() {
    InputTable table =
        InputTable.apart(
            new Economy("AAA", 2000),
            new Industries(List.of("farms", "food"), new boolean[] {false, true}),
            new double[][] {{0, 20}, {0, 10}},
            new double[][] {{0, 10}, {5, 0}},
            new double[] {50, 100},
            new double[] {0, 30});
    double food = 12 / 90.0;
    Foreign foreign = table.foreign();
    assertEquals(10 / 40.0, foreign.faceAll(), 1e-12);
    assertEquals((10 + 20 * 0.1 + 10 * food) / 40, foreign.throughAll(), 1e-12);
    assertEquals(0, foreign.faceIndustrial(), 1e-12);
    assertEquals(food, foreign.throughIndustrial(), 1e-12);
    assertEquals(food, table.foreignInExports(), 1e-12);
  }

  @Test
  void lookingThroughFindsMoreAndNeverAll() {
    for (ForeignInputs.Pair pair : INPUTS.pairs()) {
      for (Reading one : List.of(pair.us(), pair.china())) {
        assertTrue(one.inExports() > 0 && one.inExports() < 1);
        if (one.inputs() != null) {
          assertTrue(one.inputs().throughAll() > one.inputs().faceAll());
          assertTrue(one.inputs().throughIndustrial() > one.inputs().faceIndustrial());
          assertTrue(DoubleStream.of(one.inputs().values()).allMatch(x -> x > 0 && x < 1));
        }
      }
    }
  }

  /** The next source in order is the default where the first has no figure. */
  @Test
  void aSourceWithoutTheFigureDoesNotVote() {
    Trial<?> inputs = TRIALS.get(0);
    assertEquals("OECD", inputs.defaultSpecification().option("source"));
    assertEquals("ADB", TRIALS.get(1).defaultSpecification().option("source"));
    for (Specification one : inputs.specifications()) {
      Outcome outcome = inputs.run(one);
      if (one.option("source").equals("ADB")) {
        assertInstanceOf(Outcome.Unusable.class, outcome);
      } else {
        assertTrue(evidence(outcome).has("us_minus_china_foreign_share"));
      }
    }
  }

  @Test
  void differencesAreUsLessChina() {
    Trial<?> exports = TRIALS.get(1);
    double adb =
        evidence(exports.run(exports.defaultSpecification())).value("us_minus_china_foreign_share");
    assertEquals(0.12419122043736851 - 0.17518772094374938, adb, 1e-12);
    assertEquals(
        0.1580091584807996 - 0.0955059581197626,
        evidence(TRIALS.get(0).run(TRIALS.get(0).defaultSpecification()))
            .value("us_minus_china_foreign_share"),
        1e-12);
    assertEquals(Registry.of(Catalog.shared()).proposition("12a").groups().size(), TRIALS.size());
  }
}
