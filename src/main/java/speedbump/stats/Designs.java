package speedbump.stats;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Designs that are made once, since the critical values they hold are dear, and found again by the
 * numbers they are made of. A program that asks for one design after the other, as a simulation of
 * regressors does, must not fill the memory with them: when as many are held as the greatest number
 * all are let go.
 *
 * @param <D> the design
 */
final class Designs<D> {
  /** Twice what all the claims ask for together. */
  static final int MOST = 512;

  private final Map<Numbers, D> made = new ConcurrentHashMap<>();

  private record Numbers(double[]... arrays) {
    Numbers copy() {
      return new Numbers(Arrays.stream(arrays).map(double[]::clone).toArray(double[][]::new));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Numbers that && Arrays.deepEquals(arrays, that.arrays);
    }

    @Override
    public int hashCode() {
      return Arrays.deepHashCode(arrays);
    }
  }

  /** The design of some numbers, which may be changed afterwards. */
  D of(Supplier<D> make, double[]... numbers) {
    Numbers asked = new Numbers(numbers);
    D design = made.get(asked);
    if (design == null) {
      design = make.get();
      if (made.size() >= MOST) {
        made.clear();
      }
      made.put(asked.copy(), design);
    }
    return design;
  }

  int held() {
    return made.size();
  }
}
