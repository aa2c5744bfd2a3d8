package speedbump.analysis.theexpectedstall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.analysis.theexpectedstall.StatedAims.Passage;
import speedbump.analysis.theexpectedstall.StatedAims.Stated;
import speedbump.data.Catalog;
import speedbump.stats.Interval;

class StatedAimsTest {
  private static final StatedAims AIMS = ExpectedStall.of(Catalog.shared()).aims();

  private static List<String> ids(List<Passage> passages) {
    return passages.stream().map(Passage::id).toList();
  }

  /** Counted by hand in the table: nineteen documents of grade P or M with an aim from a to e. */
  @ParameterizedTest
  @ValueSource(strings = {"A", "B"})
  void mostDocumentsNameTheMilitaryFirst(String coder) {
    Stated stated = AIMS.stated(coder, false);
    assertEquals(19, stated.documents());
    assertEquals(Map.of("d", 14.0, "c", 3.0, "b", 1.0, "e", 1.0), stated.byAim());
    assertEquals(0, stated.first(StatedAims.STOP));
    Interval share = AIMS.share(stated, StatedAims.STOP);
    // Wilson of none of nineteen: z^2 / (n + z^2)
    double z2 = 1.959963984540054 * 1.959963984540054;
    assertEquals(z2 / (19 + z2), share.upper(), 1e-9);
    assertEquals(1, stated.byAim().values().stream().mapToDouble(one -> one).sum() / 19, 1e-12);
  }

  /** The fact sheet on AI diffusion says only what the rule does in one of two passages. */
  @Test
  void passagesThatStateOnlyMeansAreABound() {
    Stated bound = AIMS.stated("A", true);
    assertEquals(19, bound.documents());
    assertEquals(1, bound.first(StatedAims.STOP), 1e-12, "half a fact sheet, half a report");
    assertTrue(AIMS.share(bound, StatedAims.STOP).upper() < 0.5);
  }

  @Test
  void theOnePassageOfStoppingIsOfGradeS() {
    for (String coder : List.of("A", "B")) {
      List<Passage> naming = AIMS.naming(coder, StatedAims.STOP);
      assertEquals(List.of("A22"), ids(naming));
      assertEquals("S", naming.get(0).grade());
      assertEquals(List.of("A26", "A40"), ids(AIMS.denying(coder, StatedAims.STOP)));
    }
  }

  @Test
  void tiesAreSplit() {
    Stated speeches = AIMS.byType("A").get("speech");
    assertEquals(0.5, speeches.first(StatedAims.STOP), "stop in one passage, protect in the other");
    double all = AIMS.byYear("A").values().stream().mapToInt(Stated::documents).sum();
    assertEquals(AIMS.byType("A").values().stream().mapToInt(Stated::documents).sum(), all);
  }

  @Test
  void theCodersPartInTwoPassagesOfSeventy() {
    assertEquals(70, AIMS.agreement().items());
    assertEquals(68 / 70.0, AIMS.agreement().agreement(), 1e-12);
  }
}
