package speedbump.analysis.shared;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import speedbump.analysis.delayorstop.DelayOrStop;
import speedbump.analysis.shared.Samples.Sample;
import speedbump.claim.Proposition;
import speedbump.claim.Registry;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.data.Catalog;
import speedbump.model.Scale;

class SamplesTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final DelayOrStop ANALYSIS = DelayOrStop.of(CATALOG);
  private static final Proposition PROPOSITION = Registry.of(CATALOG).proposition("2a");
  private static final ControlledSeries MODELS = ANALYSIS.series("training_compute_models");
  private static final Samples SAMPLES = Samples.of(CATALOG, MODELS);

  private static double[] values(ControlledPath path) {
    return path.values(NearControl.ALL, Scale.LOGARITHMS);
  }

  private static Specification with(String selection, String vintage) {
    Trial<?> trial = ANALYSIS.examinations().get(0).trials().get(1);
    return trial.specifications().stream()
        .filter(one -> one.option("selection").equals(selection))
        .filter(one -> one.option("vintage").equals(vintage))
        .findFirst()
        .orElseThrow();
  }

  private static ControlledPath path(String selection, String vintage) {
    return SAMPLES.path(Sample.of(PROPOSITION).apply(with(selection, vintage)));
  }

  /** Each vintage with each selection is a path of its own, and the default is the registered. */
  @Test
  void everyOptionIsAnotherSample() {
    Set<Integer> sizes = new HashSet<>();
    for (String vintage :
        List.of(
            "July 2026, notable models",
            "January 2026, notable models",
            "January 2026, all lists")) {
      int registered = path("as registered", vintage).days().size();
      int withPartners =
          path("every model whose countries include China or Hong Kong", vintage).days().size();
      assertEquals(registered - 10, path("the first ten left out", vintage).days().size(), vintage);
      assertTrue(registered > 12 && withPartners > 12, vintage);
      sizes.add(registered);
      sizes.add(withPartners);
    }
    assertEquals(6, sizes.size(), sizes.toString());
    assertArrayEquals(
        values(ControlledPath.of(MODELS)),
        values(path("as registered", "July 2026, notable models")));
  }

  /** The first ten enter whatever their size; without them the later points stand as they were. */
  @Test
  void leavingOutTheFirstTenMovesNoOtherPoint() {
    double[] all = values(path("as registered", "July 2026, notable models"));
    double[] later = values(path("the first ten left out", "July 2026, notable models"));
    for (int i = 0; i < later.length; i++) {
      assertEquals(all[i + 10], later[i]);
    }
  }

  @Test
  void otherSeriesHaveTheDefaultAlone() {
    ControlledSeries published = ANALYSIS.series("training_compute_published");
    Samples samples = Samples.of(CATALOG, published);
    assertArrayEquals(new String[] {"vintage", "selection"}, samples.untouched());
    assertArrayEquals(new String[0], SAMPLES.untouched());
    assertArrayEquals(values(ControlledPath.of(published)), values(samples.path(Sample.DEFAULT)));
  }

  /** A world draws the default sample; another cannot be asked of it. */
  @Test
  void aDrawStandsForTheDefaultAlone() {
    ControlledPath path = ControlledPath.of(MODELS);
    Samples drawn = Samples.drawn(path);
    assertSame(path, drawn.path(Sample.DEFAULT));
    assertNull(
        drawn.path(Sample.of(PROPOSITION).apply(with("as registered", "January 2026, all lists"))));
  }
}
