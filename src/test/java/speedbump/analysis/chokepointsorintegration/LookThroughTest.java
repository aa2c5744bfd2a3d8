package speedbump.analysis.chokepointsorintegration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Agreement.agree;
import static speedbump.analysis.shared.Planted.evidence;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.PublishedCase;
import speedbump.analysis.chokepointsorintegration.InputTable.Foreign;
import speedbump.analysis.chokepointsorintegration.LookThrough.Exposure;
import speedbump.analysis.chokepointsorintegration.LookThrough.First;
import speedbump.analysis.chokepointsorintegration.LookThrough.Ties;
import speedbump.claim.Trial;
import speedbump.data.Catalog;

class LookThroughTest {
  private static final LookThrough CHAIN =
      ChokepointsOrIntegration.of(Catalog.shared()).lookThrough();
  private static final List<String> REGIONS =
      List.of("CHN", "USA", "JPN", "KOR", "TWN", "DEU", "IND", "MEX", "CAN", "EUX", "ROW");

  /** numpy 2, inverse and products, from the same table. */
  @PublishedCase
  @ParameterizedTest
  @CsvSource({
    "USA, CHN, 0.05907518283375919, 0.02201574504997728, 0.03790482923894684",
    "CHN, USA, 0.01995866836221166, 0.02309385597548787, 0.08812790046235223"
  })
  void tiesAreThoseOfAnotherProgram(
      String side, String partner, double inputs, double carried, double sold) {
    Ties ties = CHAIN.ties(2011, side, partner);
    agree(inputs, ties.inputs(), 1e-12);
    agree(carried, ties.carried(), 1e-12);
    agree(sold, ties.sold(), 1e-12);
  }

  @Test
  void theRuleAsksForTheRatioOf2011() {
    Trial<?> trial = CHAIN.examination().trials().get(0);
    assertEquals(
        2.959875967757849,
        evidence(trial.run(trial.defaultSpecification())).value("us_over_china_dependence"),
        1e-9);
  }

  /** The home part and that of every partner are all inputs. */
  @ParameterizedTest
  @ValueSource(strings = {"USA", "CHN"})
  void partsOfAllRegionsAddUp(String buyer) {
    assertEquals(
        1, REGIONS.stream().mapToDouble(one -> CHAIN.dependence(2011, buyer, one)).sum(), 1e-12);
    assertTrue(CHAIN.dependence(2011, buyer, buyer) > 0.5);
  }

  /** numpy 2; and the World Input-Output Database's two releases are near one another. */
  @PublishedCase
  @ParameterizedTest
  @CsvSource({
    "USA, 0.22458881364288924, 0.3163354119638258, 0.2634660111266752, 0.389670797356938",
    "CHN, 0.119918218959649, 0.2872228592765833, 0.10570482551260242, 0.3086224978996612"
  })
  void fourMeasuresOfTheWorldTable(
      String buyer, double faceAll, double throughAll, double faceIndustrial, double through) {
    Foreign foreign = CHAIN.foreign(2011, buyer);
    agree(faceAll, foreign.faceAll(), 1e-12);
    agree(throughAll, foreign.throughAll(), 1e-12);
    agree(faceIndustrial, foreign.faceIndustrial(), 1e-12);
    agree(through, foreign.throughIndustrial(), 1e-12);
  }

  @Test
  void exposuresAreOneAnIndustryAndMoreThroughTheChain() {
    List<Exposure> rows = CHAIN.exposures(2011, "USA", "CHN");
    assertEquals(14, rows.size());
    assertEquals("Food, Beverages and Tobacco", rows.get(0).industry());
    assertTrue(rows.stream().allMatch(one -> one.lookedThrough() > one.faceValue()));
    double least = rows.stream().mapToDouble(Exposure::lookedThrough).min().orElseThrow();
    double most = rows.stream().mapToDouble(Exposure::lookedThrough).max().orElseThrow();
    double all = CHAIN.dependence(2011, "USA", "CHN");
    assertTrue(least < all && all < most);
  }

  /** Published: Japan in about 40% of US industries in 1995, China in above 90% by 2018. */
  @Test
  void theFirstSupplierOfTheUsChanges() {
    assertEquals(new First(1995, "JPN", 3, 7, 14), CHAIN.first(1995, "USA", "JPN"));
    assertEquals(new First(2011, "CHN", 6, 14, 14), CHAIN.first(2011, "USA", "CHN"));
    int all = 0;
    for (String one : REGIONS) {
      all += CHAIN.first(1995, "USA", one).lookedThrough();
    }
    assertEquals(14, all);
    assertEquals(0, CHAIN.first(1995, "USA", "EUX").faceValue());
    assertEquals(0, CHAIN.first(1995, "USA", "USA").lookedThrough());
  }

  @Test
  void yearsWithoutATableAreRefused() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> CHAIN.dependence(2018, "USA", "CHN"))
            .getMessage();
    assertTrue(message.contains("2018") && message.contains("2011"), message);
  }
}
