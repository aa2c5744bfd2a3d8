package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Agreement.agree;
import static speedbump.Refusal.refused;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import speedbump.PublishedCase;
import speedbump.stats.TwoEffectLogit.Slope;

class TwoEffectLogitTest {
  /** A layout with its answers. */
  private record Layout(double[] x, int[] rows, int[] columns, boolean[] answers) {
    TwoEffectLogit design() {
      return TwoEffectLogit.of(x, rows, columns);
    }
  }

  /** Nine rows and fourteen columns with eleven cells missing. */
  private static Layout layout(double unit) {
    List<double[]> cells = new ArrayList<>();
    for (int r = 0; r < 9; r++) {
      for (int c = 0; c < 14; c++) {
        if ((r + 2 * c) % 11 != 0) {
          double x = Math.sin(1 + 3 * r + 7 * c);
          double yes = Math.sin(2 + 5 * r * c + r) + 0.8 * x + 0.15 * (r - 4) > 0.2 ? 1 : 0;
          cells.add(new double[] {unit * x, r, c, yes});
        }
      }
    }
    boolean[] answers = new boolean[cells.size()];
    for (int i = 0; i < answers.length; i++) {
      answers[i] = cells.get(i)[3] > 0;
    }
    return new Layout(
        cells.stream().mapToDouble(one -> one[0]).toArray(),
        cells.stream().mapToInt(one -> (int) one[1]).toArray(),
        cells.stream().mapToInt(one -> (int) one[2]).toArray(),
        answers);
  }

  /**
   * statsmodels 0.15.0: Logit and OLS on dummies of rows and columns; cov_cluster by row, column
   * and cell without its correction, each times G / (G - 1).
   */
  @PublishedCase
  @Test
  void agreesWithStatsmodels() {
    Layout made = layout(1);
    Slope logit = made.design().fit(made.answers());
    agree(2.68554131058275, logit.slope(), 1e-11);
    agree(0.6922431475006894, logit.standardError(), 1e-11);
    assertEquals(List.of(115, 54, 9, 14), counts(logit));
    Slope linear = made.design().linear(made.answers());
    agree(0.35628549527420750, linear.slope(), 1e-13);
    agree(0.06687495034855542, linear.standardError(), 1e-13);
    Interval interval = logit.interval(0.95);
    // qt(0.975, 8) of R
    agree(2.306004135204166 * logit.standardError(), interval.upper() - logit.slope(), 1e-9);
  }

  private static List<Integer> counts(Slope slope) {
    return List.of(slope.observations(), slope.yes(), slope.rows(), slope.columns());
  }

  @Test
  void neitherUnitsNorNamesMatter() {
    Layout one = layout(1);
    Layout other = layout(1e5);
    int[] renamed = Arrays.stream(one.columns()).map(c -> 90 - 3 * c).toArray();
    Slope first = one.design().fit(one.answers());
    Slope second = TwoEffectLogit.of(other.x(), one.rows(), renamed).fit(other.answers());
    assertEquals(first.slope(), 1e5 * second.slope(), 1e-9);
    assertEquals(first.standardError(), 1e5 * second.standardError(), 1e-9);
    // rows for columns
    Slope turned = TwoEffectLogit.of(one.x(), one.columns(), one.rows()).fit(one.answers());
    assertEquals(first.slope(), turned.slope(), 1e-9);
    assertEquals(first.standardError(), turned.standardError(), 1e-9);
  }

  /** A row that never says yes, and the column that then always does, say nothing of the slope. */
  @Test
  void whatAnswersAlikeLeaves() {
    Layout made = layout(1);
    int n = made.x().length;
    double[] x = Arrays.copyOf(made.x(), n + 9 + 14);
    int[] rows = Arrays.copyOf(made.rows(), x.length);
    int[] columns = Arrays.copyOf(made.columns(), x.length);
    boolean[] answers = Arrays.copyOf(made.answers(), x.length);
    for (int i = n; i < x.length; i++) {
      x[i] = Math.cos(i);
      boolean newRow = i >= n + 9;
      rows[i] = newRow ? 77 : i - n;
      columns[i] = newRow ? i - n - 9 : 88;
      answers[i] = !newRow; // the new column says yes to all that is old
    }
    x = Arrays.copyOf(x, x.length + 1);
    rows = Arrays.copyOf(rows, x.length);
    columns = Arrays.copyOf(columns, x.length);
    answers = Arrays.copyOf(answers, x.length);
    rows[x.length - 1] = 77;
    columns[x.length - 1] = 88; // and no to the new row alone
    Slope with = TwoEffectLogit.of(x, rows, columns).fit(answers);
    Slope without = made.design().fit(made.answers());
    assertEquals(counts(without), counts(with));
    assertEquals(without.slope(), with.slope(), 1e-9);
    assertEquals(without.standardError(), with.standardError(), 1e-9);
    double[] chances = TwoEffectLogit.of(x, rows, columns).at(answers, 0.5).chances();
    assertEquals(0, chances[x.length - 1]);
    assertEquals(1, chances[n]);
  }

  /** Rows and columns are expected to say yes as often as they did, at any slope. */
  @Test
  void theMarginsAreKept() {
    Layout made = layout(1);
    // far ones need steps cut short
    for (double slope : new double[] {-1, 0, 0.7, 2.68554131058275, -9, 12, 40}) {
      double[] chances = made.design().at(made.answers(), slope).chances();
      double[] owed = new double[9 + 14];
      for (int i = 0; i < chances.length; i++) {
        double less = chances[i] - (made.answers()[i] ? 1 : 0);
        owed[made.rows()[i]] += less;
        owed[9 + made.columns()[i]] += less;
      }
      assertTrue(Arrays.stream(owed).allMatch(one -> Math.abs(one) < 1e-7), "at " + slope);
    }
  }

  /** Predictors in the hundreds, where no answer can be other than it is. */
  @Test
  void aSearchThatDoesNotEndIsNamed() {
    Layout made = layout(1);
    refused("did not end at a slope of 100.0", () -> made.design().at(made.answers(), 100));
  }

  private static Layout large(SplittableRandom random) {
    int rows = 40;
    int columns = 120;
    int[] row = IntStream.range(0, rows * columns).map(i -> i / columns).toArray();
    int[] column = IntStream.range(0, rows * columns).map(i -> i % columns).toArray();
    double[] x = new double[row.length];
    double[] own = random.doubles(rows + columns, -0.8, 0.8).toArray();
    boolean[] answers = new boolean[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = own[row[i]] + 0.5 * own[rows + column[i]] + random.nextDouble(-1.5, 1.5);
      double eta = -1.5 + own[row[i]] - own[rows + column[i]] + 0.6 * x[i];
      answers[i] = random.nextDouble() < 1 / (1 + Math.exp(-eta));
    }
    return new Layout(x, row, column, answers);
  }

  private static boolean[] drawn(double[] chances, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    boolean[] drawn = new boolean[chances.length];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = random.nextDouble() < chances[i];
    }
    return drawn;
  }

  /** Rows and columns, and the slope with its error, are those of the fit from afar. */
  private static Slope nearIsFar(
      Layout made, TwoEffectLogit.At at, boolean[] drawn, double within) {
    Slope near = at.near(drawn).orElseThrow();
    Slope far = made.design().fit(drawn);
    assertEquals(far.slope(), near.slope(), within);
    assertEquals(far.standardError(), near.standardError(), within);
    assertEquals(counts(far), counts(near));
    return near;
  }

  /** From the truth the search finds what it finds from afar. */
  @Test
  void nearbyAndFromAfarAreOne() {
    Layout made = large(new SplittableRandom(3));
    TwoEffectLogit design = made.design();
    TwoEffectLogit.At at = design.at(made.answers(), 0.6);
    double[] chances = at.chances();
    for (int draw = 0; draw < 5; draw++) {
      boolean[] drawn = drawn(chances, 100 + draw);
      assertEquals(nearIsFar(made, at, drawn, 1e-6), at.fit(drawn));
    }
    // answers that have nothing to do with the place to start from
    boolean[] turned = turned(made.answers());
    assertEquals(design.fit(turned).slope(), at.fit(turned).slope(), 1e-6);
  }

  /** Nearby too, rows and columns whose answers are drawn alike leave. */
  @Test
  void whatLeavesDoesSoNearby() {
    Layout made = withWhatLeaves();
    TwoEffectLogit design = made.design();
    TwoEffectLogit.At at = design.at(made.answers(), 0.6);
    double[] chances = at.chances();
    int less = 0;
    for (int draw = 0; draw < 60; draw++) {
      boolean[] drawn = drawn(chances, 400 + draw);
      Slope near = nearIsFar(made, at, drawn, 1e-5);
      less += near.rows() < 9 || near.columns() < 14 ? 1 : 0;
    }
    assertTrue(less > 15, less + " of 60 with less than all rows and columns");
    // answers of rows and columns that say nothing here are asked for from afar
    boolean[] coins = made.answers().clone();
    for (int i = 115; i < coins.length; i++) {
      coins[i] = i % 3 == 0;
    }
    assertEquals(Optional.empty(), at.near(coins));
    assertEquals(design.fit(coins), at.fit(coins));
    // and far ones as well where the search from here does not end
    boolean[] parted = new boolean[chances.length];
    IntStream.range(0, parted.length).forEach(i -> parted[i] = i < 115 && made.x()[i] > 0);
    assertEquals(Optional.empty(), at.near(parted));
    refused("x parts them", () -> at.fit(parted));
  }

  /** Made-up truth of 0.6: the mean is near it and 95 of a hundred intervals hold it. */
  @Test
  void theTruthLiesInTheInterval() {
    Layout made = large(new SplittableRandom(5));
    TwoEffectLogit.At at = made.design().at(made.answers(), 0.6);
    double[] chances = at.chances();
    int draws = 300;
    int held = 0;
    double sum = 0;
    for (int draw = 0; draw < draws; draw++) {
      boolean[] drawn = drawn(chances, 1000 + draw);
      Interval interval = at.fit(drawn).interval(0.95);
      held += interval.lower() <= 0.6 && 0.6 <= interval.upper() ? 1 : 0;
      sum += interval.estimate();
    }
    // effects by the hundred push the slope a few hundredths outwards
    assertEquals(0.6, sum / draws, 0.03);
    assertTrue(held >= 0.91 * draws && held <= 0.985 * draws, held + " of " + draws);
  }

  @Test
  void effectsOfColumnsAreThoseOfTheFit() {
    Layout made = layout(1);
    Map<Integer, Double> effects = made.design().columnEffects(made.answers(), made.columns());
    assertEquals(14, effects.size());
    // with them as an offset, a constant a row and the slope come out as before
    int n = made.x().length;
    double[][] x = new double[n][10];
    double[] offset = new double[n];
    for (int i = 0; i < n; i++) {
      x[i][0] = made.x()[i];
      x[i][1 + made.rows()[i]] = 1;
      offset[i] = effects.get(made.columns()[i]);
    }
    LogisticRegression fit =
        LogisticRegression.fit(made.answers(), x, IntStream.range(0, n).toArray(), offset);
    assertEquals(2.68554131058275, fit.coefficients()[0], 1e-8);
    double constants = Arrays.stream(fit.coefficients()).skip(1).sum();
    assertEquals(0, constants, 1e-7);
  }

  @Test
  void whatCannotBeFittedIsRefused() {
    Layout made = layout(1);
    double[] bound = new double[made.x().length];
    Arrays.setAll(bound, i -> made.rows()[i] + 0.3 * made.columns()[i]);
    TwoEffectLogit design = TwoEffectLogit.of(bound, made.rows(), made.columns());
    assertThrows(IllegalArgumentException.class, () -> design.fit(made.answers()));
    assertThrows(IllegalArgumentException.class, () -> design.linear(made.answers()));
    boolean[] parted = new boolean[made.x().length];
    for (int i = 0; i < parted.length; i++) {
      parted[i] = made.x()[i] > 0;
    }
    assertThrows(IllegalArgumentException.class, () -> made.design().fit(parted));
    boolean[] none = new boolean[made.x().length];
    assertThrows(IllegalArgumentException.class, () -> made.design().fit(none));
    int[] rows = made.rows().clone();
    int[] columns = made.columns().clone();
    rows[1] = rows[0];
    columns[1] = columns[0];
    assertThrows(IllegalArgumentException.class, () -> TwoEffectLogit.of(made.x(), rows, columns));
  }

  /**
   * The layout with two rows and two columns more, which leave one after the other: the columns
   * answer alike, and without them so do the rows.
   */
  private static Layout withWhatLeaves() {
    Layout made = layout(1);
    List<double[]> cells = new ArrayList<>();
    for (int i = 0; i < made.x().length; i++) {
      cells.add(
          new double[] {made.x()[i], made.rows()[i], made.columns()[i], made.answers()[i] ? 1 : 0});
    }
    for (int c = 0; c < 14; c++) {
      cells.add(new double[] {Math.cos(c), 100, c, 1});
      cells.add(new double[] {Math.cos(2 * c), 101, c, 0});
    }
    for (int r : new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 100, 101}) {
      cells.add(new double[] {Math.sin(r), r, 200, 1});
      cells.add(new double[] {Math.sin(2 * r), r, 201, 0});
    }
    boolean[] answers = new boolean[cells.size()];
    IntStream.range(0, answers.length).forEach(i -> answers[i] = cells.get(i)[3] > 0);
    return new Layout(
        cells.stream().mapToDouble(one -> one[0]).toArray(),
        cells.stream().mapToInt(one -> (int) one[1]).toArray(),
        cells.stream().mapToInt(one -> (int) one[2]).toArray(),
        answers);
  }

  private static boolean[] turned(boolean[] answers) {
    boolean[] turned = new boolean[answers.length];
    IntStream.range(0, turned.length).forEach(i -> turned[i] = !answers[i]);
    return turned;
  }

  /**
   * Rows for columns, and no for yes: what leaves is the same, and so is the slope but its sign.
   */
  @Test
  void whatLeavesDoesSoFromAllSides() {
    Layout made = withWhatLeaves();
    TwoEffectLogit design = made.design();
    TwoEffectLogit across = TwoEffectLogit.of(made.x(), made.columns(), made.rows());
    boolean[] yes = made.answers();
    boolean[] no = turned(yes);
    for (TwoEffectLogit either : List.of(design, across)) {
      assertEquals(2.68554131058275, either.fit(yes).slope(), 1e-9);
      assertEquals(0.6922431475006894, either.fit(yes).standardError(), 1e-9);
      assertEquals(-2.68554131058275, either.fit(no).slope(), 1e-9);
      assertEquals(0.6922431475006894, either.fit(no).standardError(), 1e-9);
      assertEquals(0.35628549527420750, either.linear(yes).slope(), 1e-10);
      assertEquals(-0.35628549527420750, either.linear(no).slope(), 1e-10);
      double[] chances = either.at(yes, 1).chances();
      double[] mirrored = either.at(no, -1).chances();
      for (int i = 0; i < chances.length; i++) {
        assertEquals(1 - chances[i], mirrored[i], 1e-7);
      }
    }
    assertEquals(List.of(115, 54, 9, 14), counts(design.fit(yes)));
    assertEquals(List.of(115, 61, 9, 14), counts(design.fit(no)));
    assertEquals(List.of(115, 61, 14, 9), counts(across.fit(no)));
    assertEquals(
        IntStream.range(0, 14).boxed().toList(),
        List.copyOf(design.columnEffects(yes, made.columns()).keySet()));
    assertEquals(
        IntStream.range(0, 9).boxed().toList(),
        List.copyOf(across.columnEffects(no, made.rows()).keySet()));
    // answers that leave the whole of the layout, one way and the other
    TwoEffectLogit.At at = design.at(yes, 2);
    assertEquals(design.fit(no).slope(), at.fit(no).slope(), 1e-6);
    assertEquals(design.fit(no).standardError(), at.fit(no).standardError(), 1e-6);
  }

  /** Very small and very large numbers are fitted and refused as others are. */
  @Test
  void boundToRowsAndColumnsIsSoInAnyUnit() {
    for (double unit : new double[] {1e-7, 1, 1e7}) {
      Layout made = layout(unit);
      assertEquals(2.68554131058275, unit * made.design().fit(made.answers()).slope(), 1e-9);
      assertEquals(0.3562854952742, unit * made.design().linear(made.answers()).slope(), 1e-9);
      double[] bound = new double[made.x().length];
      Arrays.setAll(bound, i -> unit * (made.rows()[i] + 0.3 * made.columns()[i]));
      TwoEffectLogit design = TwoEffectLogit.of(bound, made.rows(), made.columns());
      refused("bound to the rows and columns", () -> design.fit(made.answers()));
      refused("bound to the rows and columns", () -> design.linear(made.answers()));
    }
  }

  /** A slope of a hundred may be asked for. */
  @Test
  void theSlopeMayBeAHundred() {
    Layout made = layout(0.01);
    double[] plain = layout(1).design().at(made.answers(), 1).chances();
    assertArrayEquals(plain, made.design().at(made.answers(), 100).chances(), 1e-7);
    refused("the slope must be at most 100", () -> made.design().at(made.answers(), 100.1));
    refused("the slope must be at most 100", () -> made.design().at(made.answers(), -100.1));
  }

  @Test
  void wrongLayoutsAreNamed() {
    Layout made = layout(1);
    int n = made.x().length;
    int[] one = new int[n];
    int[] own = IntStream.range(0, n).toArray();
    refused("1 rows", () -> TwoEffectLogit.of(made.x(), one, own));
    refused("1 columns", () -> TwoEffectLogit.of(made.x(), own, one));
    refused("114 rows", () -> TwoEffectLogit.of(made.x(), new int[n - 1], own));
    refused("116 columns", () -> TwoEffectLogit.of(made.x(), own, new int[n + 1]));
    int[] many = IntStream.range(0, 3_163).toArray();
    refused("too large", () -> TwoEffectLogit.of(new double[3_163], many, many));
    TwoEffectLogit design = made.design();
    refused("116 answers and 115", () -> design.fit(new boolean[n + 1]));
    refused("no row and column has both", () -> design.fit(new boolean[n]));
    boolean[] parted = new boolean[n];
    IntStream.range(0, n).forEach(i -> parted[i] = made.x()[i] > 0);
    refused("x parts them", () -> design.fit(parted));
    refused("x parts them", () -> design.columnEffects(parted, made.columns()));
    // two rows and two columns are a layout
    double[] x = {1, 2, 3, 5};
    TwoEffectLogit least = TwoEffectLogit.of(x, new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1});
    assertEquals(
        List.of(4, 2, 2, 2), counts(least.linear(new boolean[] {true, false, false, true})));
    // the cross difference of the answers over that of x: (1 - 0 - 0 + 1) / (1 - 2 - 3 + 5)
    assertEquals(2, least.linear(new boolean[] {true, false, false, true}).slope(), 1e-12);
  }
}
