package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Refusal.refused;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FamilyPermutationTest {
  private static final int[] SIZES = {
    3, 5, 3, 4, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 1, 2, 2
  };
  private static final int MARKED = 8;

  private static FamilyPermutation test(boolean byFamily) {
    List<String> families = new ArrayList<>();
    List<Boolean> marks = new ArrayList<>();
    for (int family = 0; family < SIZES.length; family++) {
      for (int item = 0; item < SIZES[family]; item++) {
        families.add(byFamily ? "f" + family : family + "." + item);
        marks.add(family < MARKED);
      }
    }
    return FamilyPermutation.of(families, marks, 1_999, 7);
  }

  /** Items without families are the ordinary test, which is worked by hand in its own. */
  @Test
  void singleItemsAreTheOrdinaryTest() {
    double[] marked = {3, 7, 2.5};
    double[] others = {1, 2, 4, 0.5, 3.25};
    double[] all = {1, 3, 2, 4, 7, 0.5, 2.5, 3.25};
    FamilyPermutation.Result result =
        FamilyPermutation.of(
                List.of("a", "b", "c", "d", "e", "f", "g", "h"),
                List.of(false, true, false, false, true, false, true, false),
                1,
                1)
            .test(all);
    Permutation.Result ordinary =
        Permutation.differenceOfMeans(marked, others, Permutation.Direction.GREATER, 1, 1);
    assertEquals(ordinary.difference(), result.difference(), 1e-14);
    assertEquals(ordinary.pValue(), result.pGreater());
    assertEquals(
        Permutation.differenceOfMeans(marked, others, Permutation.Direction.LESS, 1, 1).pValue(),
        result.pLess());
    assertEquals(56, result.arrangements());
    assertTrue(result.exact());
  }

  /** Three families, one marked: p can be a third, two thirds or one, whatever their items. */
  @Test
  void aFamilyCountsOnce() {
    FamilyPermutation test =
        FamilyPermutation.of(
            List.of("a", "a", "a", "b", "c"), List.of(true, true, true, false, false), 9, 1);
    assertEquals(3, test.families());
    assertEquals(1, test.markedFamilies());
    FamilyPermutation.Result result = test.test(new double[] {5, 6, 7, 1, 2});
    // a: 6 against 1.5; b: 1 against 5; c: 2 against 4.75
    assertEquals(4.5, result.difference(), 1e-14);
    assertEquals(1 / 3.0, result.pGreater());
    assertEquals(1, result.pLess());
  }

  @Test
  void aFamilyWithBothCountsTwice() {
    FamilyPermutation test =
        FamilyPermutation.of(List.of("a", "a", "b"), List.of(true, false, false), 9, 1);
    assertEquals(3, test.families());
    assertEquals(1, test.markedFamilies());
  }

  /** Where families share their luck, leaves alone cry wolf, and families keep the size. */
  @Test
  void keepsItsSizeWhereFamiliesShareTheirLuck() {
    int series = 2_000;
    FamilyPermutation families = test(true);
    FamilyPermutation items = test(false);
    SplittableRandom random = new SplittableRandom(5);
    int rejected = 0;
    int rejectedByItem = 0;
    for (int i = 0; i < series; i++) {
      double[] y =
          IntStream.of(SIZES)
              .boxed()
              .flatMapToDouble(
                  size -> {
                    double luck = random.nextGaussian();
                    return IntStream.range(0, size).mapToDouble(at -> luck + random.nextGaussian());
                  })
              .toArray();
      rejected += families.test(y).pGreater() <= 0.05 ? 1 : 0;
      rejectedByItem += items.test(y).pGreater() <= 0.05 ? 1 : 0;
    }
    assertEquals(0.05, rejected / (double) series, 0.02);
    assertTrue(rejectedByItem > 0.08 * series, "by item " + rejectedByItem);
  }

  @Test
  void doesNotDependOnTheUnit() {
    FamilyPermutation test = test(true);
    double[] y = new SplittableRandom(4).doubles(Arrays.stream(SIZES).sum()).toArray();
    FamilyPermutation.Result plain = test.test(y);
    FamilyPermutation.Result other =
        test.test(Arrays.stream(y).map(value -> 1000 * value + 1e5).toArray());
    assertEquals(plain.pGreater(), other.pGreater());
    assertEquals(plain.pLess(), other.pLess());
    assertEquals(1000 * plain.difference(), other.difference(), 1e-8);
    assertFalse(plain.exact());
  }

  @Test
  void equalValuesAreAllTies() {
    double[] y = new double[Arrays.stream(SIZES).sum()];
    Arrays.fill(y, 0.1 + 0.2);
    FamilyPermutation.Result result = test(true).test(y);
    assertEquals(0, result.difference());
    assertEquals(1, result.pGreater());
    assertEquals(1, result.pLess());
  }

  @Test
  void refusesWhatHasNoArrangement() {
    List<String> families = List.of("a", "a", "b");
    for (boolean mark : new boolean[] {true, false}) {
      String message =
          assertThrows(
                  IllegalArgumentException.class,
                  () ->
                      FamilyPermutation.of(
                          families, Collections.nCopies(families.size(), mark), 9, 1))
              .getMessage();
      assertTrue(message.startsWith("marks must differ"), message);
    }
  }

  /** 0.1 + 0.2 and 0.3 + 0 are equal in any unit: four of six pairs lie at or above, four below. */
  @Test
  void sumsThatAreEqualButForRoundingAreTies() {
    FamilyPermutation test =
        FamilyPermutation.of(List.of("a", "b", "c", "d"), List.of(true, true, false, false), 9, 1);
    for (double unit : new double[] {1e-9, 1 / 3.0, 1, 1e9}) {
      for (double from : new double[] {0, 1}) {
        double[] y = {0.1, 0.2, 0.3, 0};
        Arrays.setAll(y, i -> unit * (from + y[i]));
        FamilyPermutation.Result result = test.test(y);
        assertEquals(0, result.difference(), 1e-12 * unit);
        assertEquals(4 / 6.0, result.pGreater(), 1e-12);
        assertEquals(4 / 6.0, result.pLess(), 1e-12);
      }
    }
  }

  @Test
  void wrongLengthsAreNamed() {
    refused(
        "2 families for 3 marks",
        () -> FamilyPermutation.of(List.of("a", "b"), List.of(true, false, true), 9, 1));
    FamilyPermutation test =
        FamilyPermutation.of(List.of("a", "b", "c"), List.of(true, false, true), 9, 1);
    refused("2 values for 3 items", () -> test.test(new double[2]));
    refused("4 values for 3 items", () -> test.test(new double[4]));
    refused("draws", () -> FamilyPermutation.of(List.of("a", "b"), List.of(true, false), 0, 1));
  }
}
