package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DesignsTest {
  @Test
  void theSameNumbersHaveOneDesign() {
    Designs<Object> designs = new Designs<>();
    double[] numbers = {1, 2, 3};
    Object first = designs.of(Object::new, numbers, new double[] {4});
    assertSame(first, designs.of(Object::new, new double[] {1, 2, 3}, new double[] {4}));
    assertNotSame(first, designs.of(Object::new, new double[] {1, 2, 3, 4}));
    assertNotSame(first, designs.of(Object::new, new double[] {1, 2}, new double[] {3, 4}));
    assertNotSame(first, designs.of(Object::new, new double[] {1, 2, 3}, new double[] {5}));
    assertEquals(4, designs.held());
    numbers[0] = 7; // what was asked with before is not what is kept
    assertSame(first, designs.of(Object::new, new double[] {1, 2, 3}, new double[] {4}));
    assertNotSame(first, designs.of(Object::new, numbers, new double[] {4}));
  }

  @Test
  void thousandsOfDesignsDoNotFillTheMemory() {
    Designs<Object> designs = new Designs<>();
    for (int i = 0; i < 5_000; i++) {
      designs.of(Object::new, new double[] {i});
      assertTrue(designs.held() <= Designs.MOST);
    }
    Object last = designs.of(Object::new, new double[] {4_999});
    assertSame(last, designs.of(Object::new, new double[] {4_999}));
    // as many as may be held are held together
    Designs<Object> full = new Designs<>();
    for (int i = 0; i < Designs.MOST; i++) {
      full.of(Object::new, new double[] {i});
    }
    assertEquals(Designs.MOST, full.held());
  }

  /** The kind: a program that goes through regressors, times or days by the thousand. */
  @Test
  void estimatorsLetOldDesignsGo() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 2 * Designs.MOST; i++) {
      double[] times = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9 + random.nextDouble()};
      double[][] x = new double[times.length][];
      for (int t = 0; t < x.length; t++) {
        x[t] = new double[] {1, times[t]};
      }
      SerialDesign.of(x);
      CountTrend.design(times, new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1});
      ShareTrend.design(times, new int[] {0, 0, 1, 1, 2, 2, 3, 3, 4, 4});
      assertTrue(SerialDesign.MADE.held() <= Designs.MOST);
      assertTrue(CountTrend.MADE.held() <= Designs.MOST);
      assertTrue(ShareTrend.MADE.held() <= Designs.MOST);
    }
  }
}
