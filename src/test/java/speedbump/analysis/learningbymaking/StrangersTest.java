package speedbump.analysis.learningbymaking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import speedbump.analysis.learningbymaking.Strangers.Pair;
import speedbump.data.Catalog;
import speedbump.model.CostSeries;
import speedbump.model.LearningCurve;
import speedbump.model.LearningCurve.Driver;
import speedbump.model.LearningCurve.Form;

class StrangersTest {
  private static final LearningByMaking LEARNING = LearningByMaking.of(Catalog.shared());

  @Test
  void strangersShareTenYearsAndAreNoneOfOnesOwn() {
    List<Pair> pairs = LEARNING.strangers().pairs(Form.LEVELS);
    assertTrue(pairs.size() > 1000, pairs.size() + " pairs");
    assertSame(pairs, LEARNING.strangers().pairs(Form.LEVELS), "computed once");
    for (Pair pair : pairs) {
      assertTrue(pair.years() >= 10);
      assertNotEquals(pair.cost(), pair.output());
    }
  }

  /** Every fiftieth pair again: the one's cost, the other's output, the interval's lower bound. */
  @Test
  void aPairIsTheCurveOfOneOnTheOthersOutput() {
    List<Pair> pairs = LEARNING.strangers().pairs(Form.FIRST_DIFFERENCES);
    for (int i = 0; i < pairs.size(); i += 50) {
      Pair pair = pairs.get(i);
      CostSeries common =
          LEARNING
              .technologies()
              .series(pair.cost())
              .onOutputOf(LEARNING.technologies().series(pair.output()), 10)
              .orElseThrow();
      double lower =
          LearningCurve.fit(common, Driver.EXPERIENCE, Form.FIRST_DIFFERENCES)
              .interval(0.95)
              .lower();
      assertEquals(lower > 0, pair.learns());
      assertEquals(common.size(), pair.years());
    }
  }
}
