package speedbump.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import speedbump.model.MonthlyTotals.Block;
import speedbump.model.MonthlyTotals.Period;

class MonthlyTotalsTest {
  private static final double EXACT = 1e-12;

  private static YearMonth month(int number) {
    return YearMonth.of(2024, 1).plusMonths(number - 1L);
  }

  private static Period period(int from, int to, double total) {
    return new Period(month(from), month(to), total, from + ".." + to);
  }

  private static List<Integer> sizes(MonthlyTotals totals) {
    return totals.blocks().stream().map(Block::size).toList();
  }

  @Test
  void aLongerPeriodBecomesTheRemainderOverUnknownMonths() {
    MonthlyTotals totals =
        MonthlyTotals.of(List.of(period(1, 12, 78), period(1, 6, 21), period(2, 2, 2)));
    assertEquals(List.of(5, 1, 6), sizes(totals));
    assertEquals(19, totals.blocks().get(0).total(), EXACT);
    assertEquals(57, totals.blocks().get(2).total(), EXACT);
    assertEquals(2, totals.month(month(2)).getAsDouble(), EXACT);
    assertTrue(totals.month(month(3)).isEmpty());
    assertEquals(78, totals.sum(month(1), month(12)).getAsDouble(), EXACT);
    assertEquals(57, totals.sum(month(7), month(12)).getAsDouble(), EXACT);
    assertTrue(totals.sum(month(2), month(6)).isEmpty(), "a block begins in month 1");
    assertEquals(List.of(5, 1), totals.before(month(7)).stream().map(Block::size).toList());
  }

  @Test
  void whatIsKnownAlreadyIsACheckAndWhatCutsThroughIsSkipped() {
    MonthlyTotals totals =
        MonthlyTotals.of(
            List.of(period(1, 2, 10), period(3, 3, 6), period(1, 3, 15.9), period(2, 4, 20)));
    assertEquals(List.of(2, 1), sizes(totals));
    assertEquals(16 / 15.9 - 1, totals.closures().get(0).error(), EXACT);
  }

  @Test
  void theOrderOfTheRowsDoesNotMatter() {
    List<Period> rows =
        new ArrayList<>(
            List.of(period(1, 12, 90), period(1, 6, 40), period(3, 3, 8), period(7, 9, 25)));
    List<Block> blocks = MonthlyTotals.of(rows).blocks();
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(rows, new Random(seed));
      assertEquals(blocks, MonthlyTotals.of(rows).blocks());
    }
  }

  @Test
  void wrongRowsAreNamed() {
    String tooMuch = message(() -> MonthlyTotals.of(List.of(period(1, 3, 5), period(2, 2, 7))));
    assertTrue(tooMuch.contains("1..3") && tooMuch.contains("2..2"), tooMuch);
    assertTrue(message(() -> period(3, 2, 1)).contains("before it starts"));
    assertTrue(message(() -> period(1, 2, -1)).contains("not negative"));
    assertTrue(message(() -> period(1, 2, Double.POSITIVE_INFINITY)).contains("finite"));
    assertTrue(message(() -> MonthlyTotals.of(List.of())).contains("no period"));
  }

  private static String message(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }

  private static List<String> patterns(MonthlyTotals totals, int from, int count, double bound) {
    return totals.atOrAbove(month(from), count, bound).stream()
        .map(Arrays::toString)
        .map(text -> text.replaceAll("true", "1").replaceAll("false", "0"))
        .map(text -> text.replaceAll("[^01]", ""))
        .sorted()
        .toList();
  }

  @Test
  void aMonthInASumLiesBetweenNothingAndTheSum() {
    MonthlyTotals totals =
        MonthlyTotals.of(List.of(period(1, 1, 9), period(2, 3, 11), period(4, 4, 3)));
    // 11 can be 10 and 1, 1 and 10, or 5.5 twice, but not 10 twice
    assertEquals(List.of("1000", "1010", "1100"), patterns(totals, 1, 4, 8));
    // 11 cannot be two months below 5
    assertEquals(List.of("1010", "1100", "1110"), patterns(totals, 1, 4, 5));
    assertEquals(List.of("0000"), patterns(totals, 1, 4, 20));
    // of a block that reaches beyond the months asked for, the rest can lie outside
    assertEquals(List.of("10", "11"), patterns(totals, 1, 2, 5));
    assertTrue(
        message(() -> totals.atOrAbove(month(3), 4, 5)).contains("only"), "months 5, 6 unknown");
    assertTrue(message(() -> totals.atOrAbove(month(1), 2, 0)).contains("above 0"));
  }

  /** Two months of a sum of 10 can both be 5, and cannot both lie below. */
  /** 2 to the power 32 is no int, and a list of a billion patterns no answer. */
  @Test
  void tooManyMonthsInOneSumAreRefused() {
    for (int months : new int[] {21, 31, 32, 33, 64, 100}) {
      MonthlyTotals totals = MonthlyTotals.of(List.of(period(1, months, 1e6)));
      assertEquals(
          "1.." + months + " leaves open too many months: more than 1048576 patterns",
          assertThrows(IllegalArgumentException.class, () -> totals.atOrAbove(month(1), months, 1))
              .getMessage());
    }
    MonthlyTotals twelve = MonthlyTotals.of(List.of(period(1, 12, 1e6)));
    // all but the pattern in which every month is below: a million has to go somewhere
    assertEquals((1 << 12) - 1, twelve.atOrAbove(month(1), 12, 1).size());
    // two sums whose patterns multiply
    MonthlyTotals both = MonthlyTotals.of(List.of(period(1, 12, 1e6), period(13, 24, 1e6)));
    assertThrows(IllegalArgumentException.class, () -> both.atOrAbove(month(1), 24, 1));
    for (int count : new int[] {0, -1, Integer.MAX_VALUE}) {
      assertTrue(
          assertThrows(IllegalArgumentException.class, () -> twelve.atOrAbove(month(1), count, 1))
              .getMessage()
              .contains("the number of months must lie between 1 and 1200"));
    }
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> period(1, 1201, 5))
            .getMessage()
            .contains("lasts longer than 1200 months"));
    assertEquals(1200, period(1, 1200, 5).from().until(month(1201), ChronoUnit.MONTHS));
  }

  /** 0.1 + 0.2 exceeds 0.3 by a rounding. */
  @Test
  void partsMayExceedAWholeByRounding() {
    MonthlyTotals totals =
        MonthlyTotals.of(List.of(period(1, 1, 0.1), period(2, 2, 0.2), period(1, 3, 0.3)));
    assertEquals(0, totals.month(month(3)).getAsDouble(), 0);
  }

  /** As if the months of a sum within the span were known; a sum that leaves it stays whole. */
  @Test
  void aSumWithinTheSpanIsSharedOutEvenly() {
    MonthlyTotals totals =
        MonthlyTotals.of(List.of(period(1, 1, 7), period(2, 3, 10), period(4, 6, 9)));
    MonthlyTotals shared = totals.sharedOut(month(2), month(5));
    assertEquals(List.of(1, 1, 1, 3), shared.blocks().stream().map(Block::size).toList());
    assertEquals(List.of(7.0, 5.0, 5.0, 9.0), shared.blocks().stream().map(Block::total).toList());
    assertEquals(5, shared.month(month(3)).getAsDouble());
    assertThrows(IllegalArgumentException.class, () -> totals.sharedOut(month(5), month(2)));
  }

  @Test
  void aThresholdIsReachedByWhatEqualsIt() {
    MonthlyTotals totals = MonthlyTotals.of(List.of(period(1, 2, 10), period(3, 3, 5)));
    assertEquals(List.of("011", "101", "111"), patterns(totals, 1, 3, 5));
  }

  @Test
  void aRemainderMayBeNothing() {
    MonthlyTotals totals = MonthlyTotals.of(List.of(period(1, 1, 7), period(1, 2, 7)));
    assertEquals(0, totals.month(month(2)).getAsDouble(), EXACT);
    assertEquals("1..2 less 1..1", totals.blocks().get(1).label());
  }

  @Test
  void rowsOfOneLengthAreTakenInTheOrderOfMonthAndLabel() {
    MonthlyTotals totals =
        MonthlyTotals.of(
            List.of(
                period(2, 3, 4),
                new Period(month(1), month(2), 9, "b"),
                new Period(month(1), month(2), 8, "a")));
    assertEquals(List.of("a"), totals.blocks().stream().map(Block::label).toList());
    assertEquals("b", totals.closures().get(0).label());
    assertEquals(9, totals.closures().get(0).published());
    assertEquals(8, totals.closures().get(0).parts());
  }

  /** Every pattern that random months make is among those found. */
  @Test
  void noPossiblePatternIsMissed() {
    Random random = new Random(7);
    for (int draw = 0; draw < 200; draw++) {
      double[] flow = random.doubles(6, 0, 10).toArray();
      MonthlyTotals totals =
          MonthlyTotals.of(List.of(period(1, 1, 1), period(2, 4, 3), period(5, 6, 2)))
              .withFlows(m -> flow[m.getMonthValue() - 1]);
      StringBuilder real = new StringBuilder();
      for (double one : flow) {
        real.append(one >= 6 ? 1 : 0);
      }
      assertTrue(patterns(totals, 1, 6, 6).contains(real.toString()), real.toString());
    }
  }

  @Test
  void aBlockNeedsMonthsInOrderAndAClosureATotal() {
    List<YearMonth> turned = List.of(month(1), month(3), month(2));
    assertEquals(
        "months of x do not ascend: 2024-02 after 2024-03",
        message(() -> new Block(turned, 1, "x")));
    assertTrue(
        message(() -> new Block(List.of(month(2), month(2)), 1, "x")).contains("do not ascend"));
    assertTrue(message(() -> new Block(List.of(), 1, "x")).contains("no months"));
    assertEquals(-1e150, new Block(List.of(month(1)), -1e150, "x").total());
    assertTrue(message(() -> new Block(List.of(month(1)), -1.1e150, "x")).contains("not finite"));
    assertEquals(1e150, period(1, 1, 1e150).total());
    assertTrue(message(() -> period(1, 1, 1.1e150)).contains("finite"));
    assertEquals(
        "x: published total is not above zero: 0.0",
        message(() -> new MonthlyTotals.Closure("x", 0, 1).error()));
    assertEquals(0.25, new MonthlyTotals.Closure("x", 4, 5).error());
  }

  /** A part that exceeds the whole by a thirtieth does so in any unit; nothing is a whole too. */
  @Test
  void whatIsRoundingDoesNotHangOnTheUnit() {
    for (double unit : new double[] {1e-9, 1, 1e9}) {
      List<Period> tooMuch =
          List.of(period(1, 1, unit), period(2, 2, 2 * unit), period(1, 3, 2.9 * unit));
      assertTrue(message(() -> MonthlyTotals.of(tooMuch)).contains("within it make"));
    }
    MonthlyTotals nothing = MonthlyTotals.of(List.of(period(1, 1, 0), period(1, 2, 0)));
    assertEquals(0, nothing.month(month(2)).getAsDouble());
  }
}
