package speedbump.stats;

import org.hipparchus.stat.inference.AlternativeHypothesis;
import org.hipparchus.stat.inference.BinomialTest;

/**
 * The exact sign test: of n independent cases so many went up and the rest down, and up and down
 * are equally likely under the null. Ties are dropped before. With x up, P(X at least x) is the sum
 * over k from x to n of C(n, k) / 2^n.
 *
 * @param up cases that went up
 * @param down cases that went down
 * @see <a href="https://doi.org/10.1080/01621459.1946.10501898">Dixon and Mood 1946, The
 *     Statistical Sign Test</a>
 */
public record SignTest(int up, int down) {
  private static final int MOST = 1_000_000;
  private static final double EVEN = 0.5;

  /**
   * @throws IllegalArgumentException if a number is negative or above a million
   */
  public SignTest {
    Argument.count("up", up, 0, MOST);
    Argument.count("down", down, 0, MOST);
  }

  /**
   * The p-value against more up than down.
   *
   * @return the probability of so many up or more; 1 without cases
   */
  public double pUp() {
    return p(up);
  }

  /**
   * The p-value against more down than up.
   *
   * @return the probability of so many down or more; 1 without cases
   */
  public double pDown() {
    return p(down);
  }

  private double p(int seen) {
    return seen == 0
        ? 1
        : new BinomialTest()
            .binomialTest(up + down, seen, EVEN, AlternativeHypothesis.GREATER_THAN);
  }
}
