package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static speedbump.Agreement.agree;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.PublishedCase;

class RarefiedEntropyTest {

  /** The entropy of k equal shares is ln k. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 12})
  void equalSharesHaveTheLogarithmOfTheirNumber(int k) {
    int[] naming = new int[k];
    Arrays.fill(naming, 7);
    assertEquals(Math.log(k), RarefiedEntropy.of(7 * k, 7 * k).of(naming), 1e-12);
  }

  /**
   * Ten units in categories of 5, 3, 1 and 1: the mean entropy over all 45, 210 and 210 samples of
   * 2, 4 and 6, enumerated with Python's itertools.combinations and numpy 2.4.6.
   */
  @PublishedCase
  @ParameterizedTest
  @CsvSource({"2, 0.4929046617315165", "4, 0.8606341593970492", "6, 1.0161178637367865"})
  void isTheMeanOverAllSamplesWhereAUnitNamesOne(int sample, double mean) {
    agree(mean, RarefiedEntropy.of(10, sample).of(new int[] {5, 3, 1, 1}), 1e-12);
  }

  /**
   * Seven units that name one or two of five categories, {0}, {1}, {0, 2}, {2}, {3}, {0, 1}, {4}:
   * near the mean over all samples, enumerated likewise; exact for the whole.
   */
  @ParameterizedTest
  @CsvSource({
    "3, 1.111180046292146, 0.02",
    "4, 1.2843342969496356, 0.02",
    "7, 1.5229550675313184, 1e-12"
  })
  void isNearThatMeanWhereUnitsNameSeveral(int sample, double mean, double tolerance) {
    assertEquals(mean, RarefiedEntropy.of(7, sample).of(new int[] {3, 2, 2, 1, 1}), tolerance);
  }

  /** A larger sample of the same units shows more of them. */
  @Test
  void growsWithTheSampleAndIsNothingForOneUnit() {
    int[] naming = {6, 4, 2, 2, 1};
    double before = -1;
    for (int sample = 1; sample <= 15; sample++) {
      double entropy = RarefiedEntropy.of(15, sample).of(naming);
      assertEquals(sample == 1 ? 0 : entropy, entropy, 1e-12);
      assertEquals(1, Math.signum(entropy - before), "at " + sample);
      before = entropy;
    }
  }

  @Test
  void refusesWhatIsNoCount() {
    RarefiedEntropy ten = RarefiedEntropy.of(10, 5);
    assertThrows(IllegalArgumentException.class, () -> ten.of(new int[] {11}));
    assertThrows(IllegalArgumentException.class, () -> ten.of(new int[] {0, 0}));
    assertThrows(IllegalArgumentException.class, () -> ten.of(new int[] {-1}));
    assertThrows(IllegalArgumentException.class, () -> RarefiedEntropy.of(5, 6));
  }
}
