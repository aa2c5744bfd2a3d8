package speedbump.bench;

import java.util.SplittableRandom;

/**
 * Made-up data, the same here and in {@code peers.py}, which has the steps of this generator as
 * whole-array operations.
 */
final class Made {
  private static final long SEED = 1;

  private Made() {}

  /** Numbers between 0 and 1, always the same ones. */
  static double[] numbers(int n) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] numbers = new double[n];
    for (int i = 0; i < n; i++) {
      numbers[i] = random.nextDouble();
    }
    return numbers;
  }

  /**
   * Who makes what: 222 economies by some products, the later economies more of them, and of the
   * later products.
   */
  static boolean[][] products(int products) {
    boolean[][] made = new boolean[222][products];
    double[] numbers = numbers(made.length * made[0].length);
    for (int c = 0, i = 0; c < made.length; c++) {
      double skill = (c + 1) / (made.length + 1.0);
      for (int p = 0; p < made[c].length; p++, i++) {
        double need = (p + 1) / (made[c].length + 1.0);
        made[c][p] = numbers[i] < 0.01 + skill * (need < skill ? 0.5 : 0.1);
      }
    }
    return made;
  }
}
