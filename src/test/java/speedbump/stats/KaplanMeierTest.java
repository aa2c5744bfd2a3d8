package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.stats.Published.assertRelative;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import speedbump.PublishedCase;

class KaplanMeierTest {
  // Freireich et al. 1963, weeks in remission under 6-mercaptopurine; minus: last seen in remission
  private static final double[] WEEKS = {
    6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35
  };

  private static KaplanMeier leukaemia(double unit) {
    boolean[] observed = new boolean[WEEKS.length];
    for (int i = 0; i < observed.length; i++) {
      observed[i] = WEEKS[i] > 0;
    }
    return KaplanMeier.of(Arrays.stream(WEEKS).map(w -> unit * Math.abs(w)).toArray(), observed);
  }

  private static boolean[] all(int n) {
    boolean[] observed = new boolean[n];
    Arrays.fill(observed, true);
    return observed;
  }

  @PublishedCase
  @Test
  void agreesWithPublishedCurve() {
    KaplanMeier curve = leukaemia(1);
    assertEquals(21, curve.cases());
    assertArrayEquals(
        new double[] {6, 7, 10, 13, 16, 22, 23},
        curve.steps().stream().mapToDouble(KaplanMeier.Step::time).toArray());
    assertArrayEquals(
        new int[] {21, 17, 15, 12, 11, 7, 6},
        curve.steps().stream().mapToInt(KaplanMeier.Step::atRisk).toArray());
    double[] survival = curve.steps().stream().mapToDouble(KaplanMeier.Step::survival).toArray();
    // printed to three digits in the textbooks (Cox and Oakes 1984; Kleinbaum and Klein)
    assertArrayEquals(new double[] {.857, .807, .753, .690, .627, .538, .448}, survival, 0.0005);
    // lifelines 0.30.3 KaplanMeierFitter, statsmodels 0.15.0 SurvfuncRight
    assertRelative(
        new double[] {
          0.8571428571428572,
          0.8067226890756303,
          0.7529411764705882,
          0.6901960784313725,
          0.6274509803921569,
          0.5378151260504203,
          0.44817927170868355
        },
        survival,
        1e-13);
    // statsmodels 0.15.0: SurvfuncRight(times, observed).surv_prob_se
    assertRelative(
        new double[] {
          0.07636035483212125,
          0.0869352851800572,
          0.09634965299432052,
          0.10681470777500983,
          0.11405386525675254,
          0.12823375169303403,
          0.13459145675576048
        },
        curve.steps().stream().mapToDouble(KaplanMeier.Step::standardError).toArray(),
        1e-13);
    assertEquals(OptionalDouble.of(23), curve.median());
  }

  @Test
  void isAStepFunctionContinuousFromTheRight() {
    KaplanMeier curve = leukaemia(1);
    assertEquals(1, curve.survivalAt(0));
    assertEquals(1, curve.survivalAt(5.999));
    assertEquals(18 / 21.0, curve.survivalAt(6), 1e-15);
    assertEquals(18 / 21.0, curve.survivalAt(6.5), 1e-15);
    assertEquals(curve.survivalAt(23), curve.survivalAt(1000));
  }

  @Test
  void withoutCensoringIsTheEmpiricalShare() {
    // the untreated patients of the same trial, median 8
    double[] weeks = {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23};
    KaplanMeier curve = KaplanMeier.of(weeks, all(21));
    for (double t = 0; t < 25; t++) {
      double time = t;
      double share = Arrays.stream(weeks).filter(w -> w > time).count() / 21.0;
      assertEquals(share, curve.survivalAt(t), 1e-14);
    }
    // Greenwood is then binomial
    KaplanMeier.Step step = curve.steps().get(2);
    double s = step.survival();
    assertEquals(Math.sqrt(s * (1 - s) / 21), step.standardError(), 1e-15);
    assertEquals(OptionalDouble.of(8), curve.median());
    assertTrue(Double.isNaN(curve.steps().get(curve.steps().size() - 1).standardError()));
  }

  @Test
  void exactlyHalfIsTheMedian() {
    // every product of n - 1 over n that ends at one half
    for (int half = 1; half < 60; half++) {
      double[] times = IntStream.rangeClosed(1, 2 * half).asDoubleStream().toArray();
      assertEquals(OptionalDouble.of(half), KaplanMeier.of(times, all(times.length)).median());
    }
  }

  @Test
  void medianMayNotBeReached() {
    double[] times = {1, 2, 3, 4};
    boolean[] observed = {true, false, false, false};
    assertEquals(OptionalDouble.empty(), KaplanMeier.of(times, observed).median());
    KaplanMeier none = KaplanMeier.of(times, new boolean[4]);
    assertTrue(none.steps().isEmpty());
    assertEquals(1, none.survivalAt(9));
  }

  @Test
  void orderAndUnitsDoNotMatter() {
    KaplanMeier weeks = leukaemia(1);
    KaplanMeier days = leukaemia(7);
    assertEquals(7 * 23, days.median().orElseThrow());
    for (int i = 0; i < weeks.steps().size(); i++) {
      assertEquals(weeks.steps().get(i).survival(), days.steps().get(i).survival());
      assertEquals(weeks.steps().get(i).standardError(), days.steps().get(i).standardError());
    }
    double[] reversed = {6, 6, 3, 2};
    double[] sorted = {2, 3, 6, 6};
    assertEquals(
        KaplanMeier.of(sorted, new boolean[] {true, false, false, true}),
        KaplanMeier.of(reversed, new boolean[] {true, false, false, true}));
  }

  @Test
  void anEventMayComeAtOnce() {
    assertEquals(0.5, KaplanMeier.of(new double[] {0, 3}, all(2)).survivalAt(0));
  }

  @Test
  void namesWhatIsWrong() {
    refuses(
        "times has 0 values, at least 1 are needed",
        () -> KaplanMeier.of(new double[0], new boolean[0]));
    refuses(
        "times has 2 values and observed has 1",
        () -> KaplanMeier.of(new double[] {1, 2}, new boolean[1]));
    refuses(
        "times is negative at index 1: -2.0",
        () -> KaplanMeier.of(new double[] {1, -2}, new boolean[2]));
    refuses(
        "times is not finite at index 0: NaN",
        () -> KaplanMeier.of(new double[] {Double.NaN}, new boolean[1]));
    KaplanMeier curve = leukaemia(1);
    refuses("time must not be negative: -1.0", () -> curve.survivalAt(-1));
  }

  private static void refuses(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  @Test
  void aCurveHasCases() {
    assertEquals(1, new KaplanMeier(List.of(), 1).cases());
    refuses("cases must be positive, not 0", () -> new KaplanMeier(List.of(), 0));
  }
}
