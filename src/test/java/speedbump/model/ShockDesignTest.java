package speedbump.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Refusal.refusedWith;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.stats.Interval;
import speedbump.stats.LeastSquares;
import speedbump.stats.LeastSquares.SerialErrors;

class ShockDesignTest {
  private static final LocalDate CONTROL = LocalDate.of(2022, 10, 7);
  private static final double FLAT = 0.1;
  private static final double LEVEL = 3;
  private static final double GROWTH = 0.8;
  private static final double SHIFT = -0.8;
  private static final double SLOWDOWN = -0.4;
  private static final double CEILING_YEARS = 0.6;

  /** So many days before control and from it on, at uneven distances of about a quarter. */
  private static List<LocalDate> dates(int before, int after) {
    return IntStream.range(-before, after)
        .mapToObj(i -> CONTROL.plusDays(91L * i + (i % 3 + 3) % 3 * 9L))
        .toList();
  }

  private static ShockFit truth(ShockShape shape) {
    return new ShockFit(
        shape,
        CONTROL,
        LEVEL,
        GROWTH,
        shape == ShockShape.NONE || shape == ShockShape.CEILING ? 0 : SHIFT,
        shape == ShockShape.SLOPE ? SLOWDOWN : shape == ShockShape.REBOUND ? -SLOWDOWN : 0,
        CEILING_YEARS,
        Double.NaN,
        Double.NaN,
        0,
        false);
  }

  private static double[] series(
      ShockShape shape, List<LocalDate> dates, double noise, SplittableRandom random) {
    ShockFit truth = truth(shape);
    return dates.stream()
        .mapToDouble(day -> truth.path(day) + noise * random.nextGaussian())
        .toArray();
  }

  private static ShockDesign design(List<LocalDate> dates) {
    return ShockDesign.of(dates, CONTROL, FLAT);
  }

  @ParameterizedTest
  @EnumSource(ShockShape.class)
  void aShapeWithNextToNoNoiseGivesBackItsCoefficients(ShockShape shape) {
    List<LocalDate> dates = dates(12, 12);
    double[] y = series(shape, dates, 1e-6, new SplittableRandom(1));
    ShockFits fits = design(dates).fit(y);
    ShockFit fit = fits.of(shape);
    ShockFit truth = truth(shape);
    assertEquals(shape, fits.best().shape());
    assertEquals(LEVEL, fit.levelAtControl(), 1e-5);
    assertEquals(GROWTH, fit.growthPerYear(), 1e-5);
    assertEquals(truth.pathShift(), fit.pathShift(), 1e-5);
    assertEquals(truth.pathSlopeChangePerYear(), fit.pathSlopeChangePerYear(), 1e-5);
    if (shape == ShockShape.CEILING) {
      assertEquals(CEILING_YEARS, fit.ceilingYears(), 1e-4);
    }
    for (LocalDate day : dates) {
      assertEquals(truth.path(day), fit.path(day), 1e-5);
    }
    assertFalse(fit.atBound());
  }

  /** The share of 400 series whose largest weight is that of the shape they were made from. */
  private static double shareRight(ShockShape shape, int before, int after, double noise) {
    List<LocalDate> dates = dates(before, after);
    ShockDesign design = design(dates);
    SplittableRandom random = new SplittableRandom(7);
    int right = 0;
    int draws = 400;
    for (int i = 0; i < draws; i++) {
      double[] y = series(shape, dates, noise, random);
      double weight = design.weight(shape, y);
      right +=
          Arrays.stream(ShockShape.values()).allMatch(s -> design.weight(s, y) <= weight) ? 1 : 0;
    }
    return (double) right / draws;
  }

  /**
   * Made-up series with n points on each side of control and noise in log points: the longer and
   * the quieter, the more often the shape is told; 6 points a side and noise as large as the shift
   * tell next to nothing. Each share has a standard error of at most 0.025.
   */
  @ParameterizedTest
  @CsvSource({
    // n, noise, then the share right for none, shift, slope, ceiling and rebound
    "6, 0.05, 0.92, 0.96, 1.00, 0.98, 1.00",
    "6, 0.2, 0.90, 0.88, 0.26, 0.45, 0.24",
    "6, 0.8, 0.90, 0.17, 0.03, 0.04, 0.03",
    "12, 0.05, 0.85, 0.89, 1.00, 1.00, 1.00",
    "12, 0.2, 0.85, 0.89, 1.00, 0.90, 1.00",
    "12, 0.8, 0.81, 0.28, 0.13, 0.57, 0.15",
    "24, 0.05, 0.85, 0.88, 1.00, 1.00, 1.00",
    "24, 0.2, 0.85, 0.88, 1.00, 0.90, 1.00",
    "24, 0.8, 0.84, 0.52, 0.81, 0.86, 0.94",
    "48, 0.05, 0.80, 0.86, 1.00, 1.00, 1.00",
    "48, 0.2, 0.80, 0.86, 1.00, 0.93, 1.00",
    "48, 0.8, 0.80, 0.72, 1.00, 0.81, 1.00"
  })
  void theShareOfShapesToldByLengthAndNoise(
      int n, double noise, double none, double shift, double slope, double ceiling, double back) {
    double[] expected = {none, shift, slope, ceiling, back};
    double[] shares =
        Arrays.stream(ShockShape.values())
            .mapToDouble(shape -> shareRight(shape, n, n, noise))
            .toArray();
    assertArrayEquals(expected, shares, 0.05);
  }

  @Test
  void aDayIsSoManyYearsAway() {
    LocalDate control = LocalDate.of(2022, 10, 7);
    assertEquals(LocalDate.of(2026, 10, 7), ShockDesign.day(control, 4));
    assertEquals(LocalDate.of(2022, 7, 8), ShockDesign.day(control, -0.25));
    assertThrows(IllegalArgumentException.class, () -> ShockDesign.day(control, 20_000));
    for (int i = -3000; i < 3000; i++) {
      LocalDate day = control.plusDays(i);
      assertEquals(day, ShockDesign.day(control, ShockDesign.years(control, day)));
    }
  }

  /** The weight without the fits is that of the fits. */
  @ParameterizedTest
  @EnumSource(ShockShape.class)
  void theQuickWeightIsThatOfTheFits(ShockShape shape) {
    List<LocalDate> dates = dates(10, 9);
    ShockDesign design = design(dates);
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 40; i++) {
      double[] y = series(shape, dates, 0.3, random);
      ShockFits fits = design.fit(y);
      for (ShockShape other : ShockShape.values()) {
        assertEquals(fits.weight(other), design.weight(other, y), 1e-8);
      }
      assertEquals(1, fits.fits().stream().mapToDouble(f -> fits.weight(f.shape())).sum(), 1e-12);
    }
  }

  /** With little noise the place between two ceilings of the grid shows in every weight. */
  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.3, 0.45, 0.6, 0.8, 1, 1.2})
  void betweenTwoCeilingsTheBestIsAParabolas(double ceilingYears) {
    List<LocalDate> dates = dates(12, 12);
    ShockDesign design = design(dates);
    SplittableRandom random = new SplittableRandom(4);
    double[] y =
        dates.stream()
            .mapToDouble(
                day ->
                    LEVEL
                        + GROWTH * ShockDesign.bent(ShockDesign.years(CONTROL, day), ceilingYears)
                        + 0.003 * random.nextGaussian())
            .toArray();
    ShockFits fits = design.fit(y);
    assertEquals(1, design.weight(ShockShape.NONE, y) / fits.weight(ShockShape.NONE), 0.01);
  }

  @Test
  void aWallThatThePointsDoNotReachIsNoCeiling() {
    List<LocalDate> dates = dates(24, 24);
    ShockFit far = truth(ShockShape.NONE);
    double[] y = dates.stream().mapToDouble(far::path).toArray();
    y[3] += 0.1;
    ShockFit ceiling = design(dates).fit(y).of(ShockShape.CEILING);
    assertTrue(ceiling.atBound());
    LocalDate last = dates.get(dates.size() - 1);
    double growth = (ceiling.path(last.plusDays(1)) - ceiling.path(last)) * 365.25;
    assertEquals(FLAT, growth / ceiling.growthPerYear(), 2e-3);
  }

  @Test
  void theLagIsWhatTheTableOfShapesSays() {
    LocalDate year1 = LocalDate.of(2023, 10, 7);
    LocalDate year2 = LocalDate.of(2024, 10, 6);
    assertEquals(0, lag(ShockShape.NONE, year2), 1e-9);
    assertEquals(12, lag(ShockShape.SHIFT, year1), 1e-9);
    assertEquals(12, lag(ShockShape.SHIFT, year2), 1e-9);
    assertEquals(24, lag(ShockShape.SLOPE, year2), 0.05);
    assertEquals(0, lag(ShockShape.REBOUND, year2), 0.05);
    LocalDate late = LocalDate.of(2032, 10, 7);
    assertEquals(
        12, lag(ShockShape.CEILING, late.plusYears(1)) - lag(ShockShape.CEILING, late), 0.05);
    assertEquals(0, lag(ShockShape.SHIFT, CONTROL.minusDays(1)), 1e-9);
  }

  private static double lag(ShockShape shape, LocalDate day) {
    return truth(shape).lagMonths(day).orElseThrow();
  }

  @Test
  void aPathThatDoesNotGrowHasNoLag() {
    List<LocalDate> dates = dates(8, 8);
    double[] y = series(ShockShape.SHIFT, dates, 0.1, new SplittableRandom(2));
    double[] falling = Arrays.stream(y).map(v -> -v).toArray();
    ShockFit fit = design(dates).fit(falling).of(ShockShape.SHIFT);
    assertTrue(fit.lagMonths(CONTROL).isEmpty());
    ShockFit level =
        new ShockFit(ShockShape.SHIFT, CONTROL, 1, 0, -1, 0, Double.NaN, 1, 1, 9, false);
    assertTrue(level.lagMonths(CONTROL).isEmpty());
  }

  @Test
  void unitsAndTheOriginOfTimeDoNotMatter() {
    List<LocalDate> dates = dates(9, 8);
    double[] y = series(ShockShape.SLOPE, dates, 0.2, new SplittableRandom(9));
    ShockFits fits = design(dates).fit(y);
    double[] other = Arrays.stream(y).map(v -> 1e6 * v - 4e6).toArray();
    ShockDesign later =
        ShockDesign.of(
            dates.stream().map(day -> day.plusDays(20_000)).toList(),
            CONTROL.plusDays(20_000),
            FLAT);
    ShockFits moved = later.fit(other);
    for (ShockFit fit : fits.fits()) {
      assertEquals(fits.weight(fit.shape()), moved.weight(fit.shape()), 1e-6);
      ShockFit there = moved.of(fit.shape());
      LocalDate day = CONTROL.plusDays(400);
      assertEquals(
          fit.lagMonths(day).orElseThrow(),
          there.lagMonths(day.plusDays(20_000)).orElseThrow(),
          1e-3);
    }
    Interval here = design(dates).pathShift(y, 0.95, SerialErrors.NEWEY_WEST);
    Interval there = later.pathShift(other, 0.95, SerialErrors.NEWEY_WEST);
    assertEquals(here.lower() * 1e6, there.lower(), 1e-3);
    assertEquals(here.upper() * 1e6, there.upper(), 1e-3);
  }

  @ParameterizedTest
  @EnumSource(SerialErrors.class)
  void theIntervalsCoverTheTruthAboutAsOftenAsTheySay(SerialErrors errors) {
    List<LocalDate> dates = dates(25, 24);
    ShockDesign design = design(dates);
    SplittableRandom random = new SplittableRandom(11);
    int shift = 0;
    int slope = 0;
    for (int i = 0; i < 400; i++) {
      Interval jump = design.pathShift(series(ShockShape.SHIFT, dates, 0.3, random), 0.95, errors);
      shift += jump.lower() < SHIFT && SHIFT < jump.upper() ? 1 : 0;
      Interval bend =
          design.pathSlopeChangePerYear(series(ShockShape.SLOPE, dates, 0.3, random), 0.95, errors);
      slope += bend.lower() < SLOWDOWN && SLOWDOWN < bend.upper() ? 1 : 0;
    }
    // both are known to be too sure of themselves in short series
    assertTrue(shift > 340 && shift < 396, "shift " + shift);
    assertTrue(slope > 340 && slope < 396, "slope " + slope);
  }

  @ParameterizedTest
  @CsvSource({
    "9, 4, ''",
    "9, 3, 'SLOPE 3 points from control on, 4 are needed; REBOUND 3 points from control on, 4 are"
        + " needed'",
    "9, 2, 'SHIFT 2 points from control on, 3 are needed; SLOPE 2 points from control on, 4 are"
        + " needed; CEILING 2 points from control on, 3 are needed; REBOUND 2 points from control"
        + " on, 4 are needed'"
  })
  void aShapeThatIsNotIdentifiedIsExcludedAndSaidSo(int before, int after, String reasons) {
    List<LocalDate> dates = dates(before, after);
    ShockDesign design = design(dates);
    StringBuilder said = new StringBuilder();
    for (ShockShape shape : ShockShape.values()) {
      design
          .excluded(shape)
          .ifPresent(why -> said.append(said.length() == 0 ? "" : "; ").append(shape + " " + why));
    }
    assertEquals(reasons, said.toString());
    double[] y = series(ShockShape.NONE, dates, 0.1, new SplittableRandom(4));
    ShockFits fits = design.fit(y);
    assertTrue(fits.fits().stream().noneMatch(fit -> design.excluded(fit.shape()).isPresent()));
    if (after == 2) {
      refusedWith("the series does not identify CEILING", () -> fits.weight(ShockShape.CEILING));
      refusedWith(
          "SHIFT is not identified: 2 points from control on, 3 are needed",
          () -> design.pathShift(y, 0.95, SerialErrors.NEWEY_WEST));
      refusedWith(
          "CEILING is not identified: 2 points from control on, 3 are needed",
          () -> design.weight(ShockShape.CEILING, y));
    }
  }

  @Test
  void fourPointsOnEachSideIdentifyEveryShapeAndFourAloneNone() {
    ShockDesign least = design(dates(4, 4));
    assertTrue(Arrays.stream(ShockShape.values()).allMatch(s -> least.excluded(s).isEmpty()));
    assertEquals(
        "4 points in all, 5 are needed", design(dates(4, 0)).excluded(ShockShape.NONE).get());
    assertTrue(design(dates(5, 0)).excluded(ShockShape.NONE).isEmpty());
  }

  /**
   * Newey and West and the bootstrap stand about what the shapes without bounds find, M1 has none;
   * Prais and Winsten fit anew.
   */
  @ParameterizedTest
  @EnumSource(SerialErrors.class)
  void theIntervalsStandAboutTheFits(SerialErrors errors) {
    List<LocalDate> dates = dates(9, 9);
    double[] y = series(ShockShape.SLOPE, dates, 0.1, new SplittableRandom(6));
    ShockDesign design = design(dates);
    ShockFits fits = design.fit(y);
    double[] years = dates.stream().mapToDouble(day -> ShockDesign.years(CONTROL, day)).toArray();
    double[] controlled = Arrays.stream(years).map(t -> t < 0 ? 0 : 1).toArray();
    double[] since = Arrays.stream(years).map(t -> Math.max(0, t)).toArray();
    LeastSquares shift = LeastSquares.withConstant(y, years, controlled);
    LeastSquares slope = LeastSquares.withConstant(y, years, controlled, since);
    boolean anew = errors == SerialErrors.PRAIS_WINSTEN;
    assertEquals(
        anew ? shift.praisWinsten().coefficients()[2] : fits.of(ShockShape.SHIFT).pathShift(),
        design.pathShift(y, 0.9, errors).estimate(),
        1e-9);
    assertEquals(
        anew
            ? slope.praisWinsten().coefficients()[3]
            : fits.of(ShockShape.SLOPE).pathSlopeChangePerYear(),
        design.pathSlopeChangePerYear(y, 0.9, errors).estimate(),
        1e-9);
    assertEquals(shift.interval(2, 0.9, errors), design.pathShift(y, 0.9, errors));
    assertEquals(slope.interval(3, 0.9, errors), design.pathSlopeChangePerYear(y, 0.9, errors));
    // a bend of the old path that is known before is one column more
    double[] bend = Arrays.stream(years).map(t -> Math.max(0, t + 1)).toArray();
    assertEquals(
        LeastSquares.withConstant(y, years, controlled, since, bend).interval(3, 0.9, errors),
        design.pathSlopeChangePerYear(y, 0.9, errors, OptionalDouble.of(-1)));
  }

  @Test
  void onePointBeforeControlIdentifiesNothing() {
    refusedWith(
        "no shape is identified: 1 points before control, 4 are needed",
        () -> design(dates(1, 9)).fit(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 11}));
  }

  @Test
  void degenerateInputIsRefused() {
    ShockDesign design = design(dates(5, 5));
    double[] constant = new double[10];
    refusedWith("all 10 values are 0.0", () -> design.fit(constant));
    refusedWith("3 values for 10 dates", () -> design.fit(new double[3]));
    double[] broken = {1, 2, Double.NaN, 4, 5, 6, 7, 8, 9, 10};
    refusedWith("value 2 of y is not finite: NaN", () -> design.fit(broken));
    refusedWith(
        "all 9 points have the date 2022-10-07", () -> design(Collections.nCopies(9, CONTROL)));
    refusedWith("a series needs points", () -> design(List.of()));
    refusedWith(
        "the dates are not in order: 2022-10-06 follows 2022-10-07",
        () -> design(List.of(CONTROL, CONTROL.minusDays(1))));
    refusedWith(
        "flat growth must be a share between 0 and 1 of the old, not 1.0",
        () -> ShockDesign.of(dates(5, 5), CONTROL, 1));
    refusedWith(
        "flat growth must be a share between 0 and 1 of the old, not 0.0",
        () -> ShockDesign.of(dates(5, 5), CONTROL, 0));
    refusedWith(
        "values has no logarithm at index 1: 0.0", () -> Scale.LOGARITHMS.of(new double[] {1, 0}));
  }

  @Test
  void pointsOfOneDayTellNoGrowth() {
    List<LocalDate> dates =
        IntStream.range(0, 10).mapToObj(i -> i < 5 ? CONTROL.minusDays(9) : CONTROL).toList();
    assertEquals(
        "all 5 points before control have the same date",
        design(dates).excluded(ShockShape.NONE).orElseThrow());
    List<LocalDate> twoDays =
        IntStream.range(0, 10)
            .mapToObj(i -> CONTROL.plusDays(i < 4 ? -9 : i < 5 ? -8 : i))
            .toList();
    assertTrue(design(twoDays).excluded(ShockShape.NONE).isEmpty());
    List<LocalDate> after =
        IntStream.range(0, 10).mapToObj(i -> CONTROL.plusDays(Math.min(0, 9 * (i - 5)))).toList();
    ShockDesign design = design(after);
    assertTrue(design.excluded(ShockShape.SHIFT).isEmpty());
    assertEquals(
        "all 5 points from control on have the same date",
        design.excluded(ShockShape.CEILING).orElseThrow());
    double[] y = {1, 2, 3, 4.5, 5, 6, 6.5, 5.5, 6, 6.1};
    assertEquals(2, design.fit(y).fits().size());
  }

  @Test
  void logsAreNaturalAndLevelsStay() {
    double[] values = {1, Math.E, Math.E * Math.E};
    assertArrayEquals(new double[] {0, 1, 2}, Scale.LOGARITHMS.of(values), 1e-12);
    assertArrayEquals(values, Scale.LEVELS.of(values), 0);
  }

  /** Growth after over growth before: the ratio of two sums of the regression's coefficients. */
  @ParameterizedTest
  @EnumSource(SerialErrors.class)
  void theGrowthRatioIsThatOfTheTwoLines(SerialErrors errors) {
    List<LocalDate> dates = dates(14, 14);
    double[] y = series(ShockShape.SLOPE, dates, 0.05, new SplittableRandom(6));
    ShockDesign design = design(dates);
    double[] years = dates.stream().mapToDouble(day -> ShockDesign.years(CONTROL, day)).toArray();
    double[] controlled = Arrays.stream(years).map(t -> t < 0 ? 0 : 1).toArray();
    double[] since = Arrays.stream(years).map(t -> Math.max(0, t)).toArray();
    Interval ratio = design.growthRatio(y, 0.9, errors, OptionalDouble.empty()).orElseThrow();
    assertEquals(
        LeastSquares.withConstant(y, years, controlled, since)
            .ratio(new double[] {0, 1, 0, 1}, new double[] {0, 1, 0, 0}, 0.9, errors)
            .orElseThrow(),
        ratio);
    double[] b = LeastSquares.withConstant(y, years, controlled, since).coefficients();
    ShockDesign.Slopes slopes = design.slopes(y);
    assertEquals(b[1], slopes.before());
    assertEquals(b[1] + b[3], slopes.after());
    // half of the old growth is left, made up with little noise
    assertEquals((GROWTH + SLOWDOWN) / GROWTH, ratio.estimate(), 0.1);
    assertTrue(ratio.lower() < ratio.estimate() && ratio.estimate() < ratio.upper());
    // with a bend of the old trend two years before, old growth is that from the bend on
    double[] bend = Arrays.stream(years).map(t -> Math.max(0, t + 2)).toArray();
    assertEquals(
        LeastSquares.withConstant(y, years, controlled, since, bend)
            .ratio(new double[] {0, 1, 0, 1, 1}, new double[] {0, 1, 0, 0, 1}, 0.9, errors),
        design.growthRatio(y, 0.9, errors, OptionalDouble.of(-2)));
    double[] still = dates.stream().mapToDouble(day -> day.toEpochDay() % 7).toArray();
    assertTrue(design.growthRatio(still, 0.9, errors, OptionalDouble.empty()).isEmpty());
    refusedWith(
        "SLOPE is not identified: 3 points from control on, 4 are needed",
        () ->
            design(dates(9, 3))
                .growthRatio(Arrays.copyOf(y, 12), 0.9, errors, OptionalDouble.empty()));
  }

  @Test
  void whatStandsAtABoundIsAllowed() {
    List<LocalDate> dates = dates(5, 5);
    for (double flat : new double[] {1e-9, 1 - 1e-9}) {
      assertTrue(ShockDesign.of(dates, CONTROL, flat).excluded(ShockShape.NONE).isEmpty());
    }
    assertEquals(12022, ShockDesign.day(CONTROL, 10_000).getYear());
    assertEquals(0, ShockDesign.bent(0, 0.5));
    assertEquals(0, ShockDesign.bent(3, 0), "an instant stop");
    assertEquals(-3, ShockDesign.bent(-3, 0));
    double[] y = series(ShockShape.NONE, dates, 0.1, new SplittableRandom(4));
    y[3] = 1.1e150;
    refusedWith("value 3 of y is too large to be squared: 1.1E150", () -> design(dates).fit(y));
    y[3] = 1e150;
    assertTrue(design(dates).pathShift(y, 0.9, SerialErrors.NEWEY_WEST).estimate() < 0);
  }

  /** Rounding grows with the values: a line in a small unit is still a line. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 1, 1e6})
  void aLineWithoutErrorHasNothingToWeigh(double unit) {
    List<LocalDate> dates = dates(9, 9);
    double[] y =
        dates.stream().mapToDouble(day -> unit * truth(ShockShape.SHIFT).path(day)).toArray();
    refusedWith(
        "y lies on a shape without error: nothing is left to weigh", () -> design(dates).fit(y));
  }

  @Test
  void fitsNeedOneAndObservations() {
    refusedWith("fits is empty", () -> new ShockFits(List.of()));
    refusedWith(
        "observations must not be negative: -1",
        () -> new ShockFit(ShockShape.NONE, CONTROL, 0, 0, 0, 0, Double.NaN, 0, 0, -1, false));
  }
}
