package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.stats.Permutation.Direction.GREATER;
import static speedbump.stats.Permutation.Direction.LESS;
import static speedbump.stats.Published.assertRelative;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationTest {
  @Test
  void rankPValueByHand() {
    double[] others = {5, 1, 3, 3};
    assertEquals(1 / 5.0, Permutation.rankPValue(0, others));
    assertEquals(2 / 5.0, Permutation.rankPValue(1, others));
    assertEquals(4 / 5.0, Permutation.rankPValue(3, others));
    assertEquals(1, Permutation.rankPValue(9, others));
  }

  @Test
  void rankPValueIsUniformUnderTheNull() {
    SplittableRandom random = new SplittableRandom(2);
    int draws = 20_000;
    int[] counts = new int[10];
    for (int i = 0; i < draws; i++) {
      double share = Permutation.rankPValue(random.nextDouble(), random.doubles(9).toArray());
      counts[(int) Math.round(share * 10) - 1]++;
    }
    for (int count : counts) {
      assertEquals(0.1, (double) count / draws, 4 * Math.sqrt(0.09 / draws));
    }
  }

  @Test
  void exactSmallCaseByHand() {
    // of the 10 pairs out of 1, 2, 3, 4, 7 only {4, 7} and {3, 7} sum to 10 or more, and 7 of 10 to
    // 9 or less
    Permutation.Result result =
        Permutation.differenceOfMeans(new double[] {3, 7}, new double[] {1, 2, 4}, GREATER, 100, 1);
    assertEquals(5 - 7 / 3.0, result.difference(), 1e-15);
    assertEquals(0.2, result.pValue());
    assertEquals(10, result.arrangements());
    assertTrue(result.exact());
    assertEquals(
        0.9,
        Permutation.differenceOfMeans(new double[] {3, 7}, new double[] {1, 2, 4}, LESS, 100, 1)
            .pValue());
    // the smaller sample second
    assertEquals(
        0.9,
        Permutation.differenceOfMeans(new double[] {1, 2, 4}, new double[] {3, 7}, GREATER, 100, 1)
            .pValue());
    assertEquals(
        0.2,
        Permutation.differenceOfMeans(new double[] {1, 2, 4}, new double[] {3, 7}, LESS, 100, 1)
            .pValue());
  }

  @Test
  void tiesByRoundingCountAsTies() {
    // 0.1 + 0.2 - 0.2 is a little above 0.1; the pairs sum to 0.2, four times 0.4, and 0.6
    // mean each
    double[] first = {0.1, 0.3};
    double[] second = {0.3, 0.1 + 0.2 - 0.2};
    assertEquals(5 / 6.0, Permutation.differenceOfMeans(first, second, GREATER, 10, 1).pValue());
  }

  @Test
  void constantSamplesShowNothing() {
    double[] same = {0.1, 0.1, 0.1};
    assertEquals(1, Permutation.differenceOfMeans(same, same, GREATER, 10, 1).pValue());
    assertEquals(1, Permutation.differenceOfMeans(same, same, LESS, 10, 1).pValue());
  }

  @Test
  void oneAgainstOthersIsTheRankShare() {
    double[] others = {5, 1, 3, 4, 8, 9, 2};
    for (double value : new double[] {0.5, 3.5, 10}) {
      assertRelative(
          Permutation.rankPValue(value, others),
          Permutation.differenceOfMeans(new double[] {value}, others, LESS, 10, 1).pValue(),
          1e-15);
    }
  }

  @ParameterizedTest
  @EnumSource(Permutation.Direction.class)
  void drawnAgreesWithExact(Permutation.Direction direction) {
    // C(20, 9) = 167,960 is drawn; the exact share below is counted by all 20-bit sets of nine
    SplittableRandom random = new SplittableRandom(9);
    double[] first = random.doubles(9, 0.2, 1.2).toArray();
    double[] second = random.doubles(11).toArray();
    double[] pool = new double[20];
    System.arraycopy(first, 0, pool, 0, 9);
    System.arraycopy(second, 0, pool, 9, 11);
    double observed = Arrays.stream(first).sum();
    long extreme =
        IntStream.range(0, 1 << 20)
            .filter(set -> Integer.bitCount(set) == 9)
            .mapToDouble(
                set ->
                    IntStream.range(0, 20)
                        .filter(i -> (set >> i & 1) == 1)
                        .mapToDouble(i -> pool[i])
                        .sum())
            .filter(sum -> direction == GREATER ? sum >= observed - 1e-12 : sum <= observed + 1e-12)
            .count();
    double exact = extreme / 167_960.0;
    int draws = 40_000;
    Permutation.Result result = Permutation.differenceOfMeans(first, second, direction, draws, 77);
    assertFalse(result.exact());
    assertEquals(draws + 1, result.arrangements());
    assertEquals(exact, result.pValue(), 4 * Math.sqrt(exact * (1 - exact) / draws));
    assertEquals(
        result, Permutation.differenceOfMeans(first, second, direction, draws, 77), "same seed");
  }

  @Test
  void aHundredThousandArrangementsAreCountedAndMoreAreDrawn() {
    double[] others = IntStream.range(1, 100_000).asDoubleStream().toArray();
    Permutation.Result most = Permutation.differenceOfMeans(new double[] {3}, others, LESS, 9, 1);
    assertTrue(most.exact());
    assertEquals(100_000, most.arrangements());
    assertEquals(4e-5, most.pValue(), 1e-15, "3 twice, 1 and 2");
    double[] more = IntStream.range(0, 100_000).asDoubleStream().toArray();
    assertFalse(Permutation.differenceOfMeans(new double[] {3}, more, LESS, 9, 1).exact());
  }

  @Test
  void drawnTiesCount() {
    double[] same = new double[15];
    Arrays.fill(same, 0.1);
    assertEquals(1, Permutation.differenceOfMeans(same, same, GREATER, 99, 1).pValue());
  }

  @Test
  void smallDifferencesFarFromZeroAreNoTies() {
    double[] first = {1e9 + 2e-3, 1e9 + 3e-3};
    double[] second = {1e9, 1e9 + 1e-3};
    assertEquals(1 / 6.0, Permutation.differenceOfMeans(first, second, GREATER, 9, 1).pValue());
  }

  @Test
  void drawnIsNeverZero() {
    double[] high = IntStream.range(100, 115).asDoubleStream().toArray();
    double[] low = IntStream.range(0, 15).asDoubleStream().toArray();
    assertEquals(1 / 200.0, Permutation.differenceOfMeans(high, low, GREATER, 199, 1).pValue());
    assertEquals(1, Permutation.differenceOfMeans(high, low, LESS, 199, 1).pValue());
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 15})
  void isUniformUnderTheNull(int size) {
    SplittableRandom random = new SplittableRandom(12);
    int draws = 2000;
    int[] below = new int[3];
    double[] levels = {0.1, 0.5, 0.9};
    for (int i = 0; i < draws; i++) {
      double p =
          Permutation.differenceOfMeans(
                  random.doubles(size).toArray(), random.doubles(size).toArray(), GREATER, 199, i)
              .pValue();
      for (int j = 0; j < levels.length; j++) {
        below[j] += p <= levels[j] ? 1 : 0;
      }
    }
    for (int j = 0; j < levels.length; j++) {
      double sd = Math.sqrt(levels[j] * (1 - levels[j]) / draws);
      // one of 252 arrangements is the grain of five against five
      assertEquals(levels[j], (double) below[j] / draws, 4 * sd + 1 / 252.0);
    }
  }

  @Test
  void doesNotChangeWithUnits() {
    double[] first = {3, 7, 5, 1.5};
    double[] second = {1, 2, 4, 6.5, 0};
    double[] scaledFirst = Arrays.stream(first).map(v -> v * 1e6 / 3 + 1e9).toArray();
    double[] scaledSecond = Arrays.stream(second).map(v -> v * 1e6 / 3 + 1e9).toArray();
    assertEquals(
        Permutation.differenceOfMeans(first, second, GREATER, 10, 1).pValue(),
        Permutation.differenceOfMeans(scaledFirst, scaledSecond, GREATER, 10, 1).pValue());
  }

  @Test
  void namesWhatIsWrong() {
    double[] some = {1, 2};
    refuses(
        "others has 0 values, at least 1 are needed",
        () -> Permutation.rankPValue(1, new double[0]));
    refuses("value is not finite: NaN", () -> Permutation.rankPValue(Double.NaN, some));
    refuses(
        "first has 0 values, at least 1 are needed",
        () -> Permutation.differenceOfMeans(new double[0], some, LESS, 9, 1));
    refuses(
        "second is not finite at index 1: NaN",
        () -> Permutation.differenceOfMeans(some, new double[] {1, Double.NaN}, LESS, 9, 1));
    refuses(
        "draws must be positive, not 0",
        () -> Permutation.differenceOfMeans(some, some, LESS, 0, 1));
  }

  private static void refuses(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  /** With the difference of means as the statistic it is the test of means. */
  @Test
  void anyStatisticIsRelabelled() {
    double[] a = {3, 5, 8, 9, 11};
    double[] b = {1, 2, 4, 6, 7, 3};
    double[] pool = {3, 5, 8, 9, 11, 1, 2, 4, 6, 7, 3};
    Permutation.Relabelled any =
        Permutation.relabelled(
            5,
            6,
            items -> {
              double first = 0;
              double second = 0;
              for (int i = 0; i < items.length; i++) {
                if (i < 5) {
                  first += pool[items[i]] / 5;
                } else {
                  second += pool[items[i]] / 6;
                }
              }
              return first - second;
            },
            49_999,
            7);
    Permutation.Result exact =
        Permutation.differenceOfMeans(a, b, Permutation.Direction.GREATER, 1, 1);
    assertEquals(exact.difference(), any.observed(), 1e-12);
    assertEquals(exact.pValue(), any.pGreater(), 0.002);
    assertTrue(any.pGreater() + any.pLess() > 1, "the observed one is in both");
    assertEquals(50_000, any.arrangements());
  }

  /** A statistic that never changes is as extreme as itself in every draw, on both sides. */
  @Test
  void aStatisticThatNeverChangesIsAlwaysATie() {
    for (double value : new double[] {3, 0, -1e9}) {
      Permutation.Relabelled result = Permutation.relabelled(3, 2, items -> value, 19, 1);
      assertEquals(1, result.pGreater());
      assertEquals(1, result.pLess());
      assertEquals(20, result.arrangements());
      assertEquals(value, result.observed());
    }
  }

  /** What differs by rounding alone is a tie, large or small; what differs by more is none. */
  @Test
  void roundingMakesTies() {
    int[] calls = {0};
    Permutation.Relabelled near =
        Permutation.relabelled(3, 2, items -> 1e9 + 1e-4 * (calls[0]++ % 2), 99, 1);
    assertEquals(1, near.pGreater());
    assertEquals(1, near.pLess());
    calls[0] = 0;
    Permutation.Relabelled apart =
        Permutation.relabelled(3, 2, items -> 1e9 + 1e-2 * (calls[0]++ % 2), 99, 1);
    assertEquals(1, apart.pGreater());
    assertEquals(0.5, apart.pLess());
  }

  /** Every draw is an arrangement of the items, and each item leads as often as any other. */
  @Test
  void theItemsAreShuffled() {
    int[] leads = new int[5];
    Permutation.relabelled(
        2,
        3,
        items -> {
          assertArrayEquals(new int[] {0, 1, 2, 3, 4}, Arrays.stream(items).sorted().toArray());
          leads[items[1]]++;
          return 0;
        },
        9_999,
        4);
    for (int times : leads) {
      assertEquals(0.2, times / 1e4, 4 * Math.sqrt(0.16 / 1e4));
    }
  }

  @Test
  void zeroAsLowAsZeroCounts() {
    assertEquals(2 / 3.0, Permutation.rankPValue(0, new double[] {0, 1}));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void drawsMustBePositive(int draws) {
    double[] one = {1, 2};
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> Permutation.differenceOfMeans(one, one, GREATER, draws, 1))
            .getMessage()
            .contains("draws must be positive"));
  }

  /** A hundred million draws may be asked for; where few arrangements exist none is drawn. */
  @Test
  void drawsHaveALimit() {
    double[] one = {1, 2};
    double[] other = {3, 5};
    assertEquals(
        1, Permutation.differenceOfMeans(one, other, GREATER, 100_000_000, 1).pValue(), 1e-12);
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> Permutation.differenceOfMeans(one, other, GREATER, 100_000_001, 1))
            .getMessage()
            .contains("draws must be at most 100000000"));
  }
}
