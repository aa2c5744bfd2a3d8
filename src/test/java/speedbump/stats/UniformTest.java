package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UniformTest {
  /** The upper half of 64 bits first, then the lower: another order moves every resample. */
  @Test
  void twoNumbersComeOfEachDraw() {
    int bound = 1_000_003;
    Uniform uniform = new Uniform(7);
    SplittableRandom random = new SplittableRandom(7);
    for (int draw = 0; draw < 100; draw++) {
      long bits = random.nextLong();
      double share = Math.scalb((double) (bits >>> 32), -32);
      assertEquals((int) (share * bound), uniform.below(bound));
      share = Math.scalb((double) (bits & 0xffffffffL), -32);
      assertEquals((int) (share * bound), uniform.below(bound));
    }
  }
}
