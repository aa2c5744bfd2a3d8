package speedbump.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Agreement.agree;
import static speedbump.Refusal.refusedWith;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.PublishedCase;
import speedbump.data.Catalog;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

class KinkedTrendTest {
  private static final LocalDate FIRST = LocalDate.of(2018, 3, 14);
  private static final int LEAST = 10;

  private static List<LocalDate> days(int n) {
    return IntStream.range(0, n).mapToObj(i -> FIRST.plusDays(31L * i + i % 4)).toList();
  }

  private static double[] bent(List<LocalDate> days, LocalDate kink, double before, double after) {
    return days.stream()
        .mapToDouble(
            day -> {
              double t = (day.toEpochDay() - kink.toEpochDay()) / 365.0;
              return 7 + (t < 0 ? before : after) * t;
            })
        .toArray();
  }

  /**
   * The figures that the publisher printed, from the publisher's points, whose compute is printed
   * to seven digits.
   */
  @PublishedCase
  @Test
  void thePublishedRegressionOfTrainingComputeComesOutToItsPrintedDigits() {
    KinkedTrend china = KinkedTrend.kinked(days("china"), log10("china"), LEAST);
    assertEquals(LocalDate.of(2021, 10, 1), china.kink());
    agree(published("compute_trend_slope_before_kink"), china.slopeBefore(), 5e-7);
    agree(published("compute_trend_slope_after_kink"), china.slopeAfter(), 5e-7);
    agree(21.823850709669983, china.rss(), 1e-6);
    agree(107.71792707158195, china.bic(), 1e-6);
    KinkedTrend straight = KinkedTrend.straight(days("china"), log10("china"));
    agree(157.96, straight.bic(), 0.005);
    KinkedTrend others = KinkedTrend.straight(days("elsewhere"), log10("elsewhere"));
    agree(published("compute_trend_slope"), others.slopeAfter(), 5e-9);
    agree(9.33610728082601, others.rss(), 1e-6);
  }

  private static List<Row> points(String category) {
    List<Row> rows = new ArrayList<>();
    Table table = Catalog.shared().table("ai/compute_trend_points").sortOn("publication_date");
    for (int i = 0; i < table.rowCount(); i++) {
      Row row = table.row(i);
      if (row.getString("category").equals(category)) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static List<LocalDate> days(String category) {
    return points(category).stream().map(row -> row.getDate("publication_date")).toList();
  }

  private static double[] log10(String category) {
    return points(category).stream()
        .mapToDouble(row -> Math.log10(row.getDouble("training_compute_flop")))
        .toArray();
  }

  private static double published(String series) {
    for (Row row : Catalog.shared().table("published/ai_lag_estimates")) {
      if (row.getString("series").equals(series)) {
        return row.getDouble("value");
      }
    }
    throw new AssertionError(series);
  }

  @Test
  void aKinkWithoutNoiseIsFoundWithItsSlopes() {
    List<LocalDate> days = days(60);
    LocalDate kink = LocalDate.of(2020, 9, 1);
    SplittableRandom random = new SplittableRandom(3);
    double[] y = bent(days, kink, 3, 0.5);
    for (int i = 0; i < y.length; i++) {
      y[i] += 1e-7 * random.nextGaussian();
    }
    KinkedTrend found = KinkedTrend.kinked(days, y, LEAST);
    assertEquals(kink, found.kink());
    assertEquals(7, found.levelAtKink(), 1e-5);
    assertEquals(3, found.slopeBefore(), 1e-5);
    assertEquals(0.5, found.slopeAfter(), 1e-5);
  }

  @Test
  void aLineHasOneSlopeAndNoKink() {
    List<LocalDate> days = days(30);
    double[] exact = bent(days, LocalDate.of(2019, 1, 1), 0.25, 0.25);
    refusedWith(
        "y at index 0 to 29 lies on the line without error",
        () -> KinkedTrend.straight(days, exact));
    // what is added is neither level nor slope: its sums with 1 and with time are next to nothing
    double[] y = exact.clone();
    for (int i = 0; i < y.length; i++) {
      y[i] += 1e-10 * (i % 2 == 0 ? 1 : -1);
    }
    KinkedTrend line = KinkedTrend.straight(days, y);
    assertEquals(0.25, line.slopeBefore(), 1e-9);
    assertEquals(0.25, line.slopeAfter(), 1e-9);
    assertEquals(days.get(29).plusDays(1), line.kink());
    double years = (line.kink().toEpochDay() - LocalDate.of(2019, 1, 1).toEpochDay()) / 365.0;
    assertEquals(7 + 0.25 * years, line.levelAtKink(), 1e-9);
  }

  /** A unit moves every criterion by the same, so that the kink stays where it is. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1e3})
  void theUnitDoesNotMoveTheKink(double unit) {
    List<LocalDate> days = days(60);
    SplittableRandom random = new SplittableRandom(5);
    double[] y = bent(days, LocalDate.of(2020, 9, 1), 3, 0.5);
    for (int i = 0; i < y.length; i++) {
      y[i] += 0.4 * random.nextGaussian();
    }
    double[] scaled = Arrays.stream(y).map(value -> unit * value).toArray();
    KinkedTrend here = KinkedTrend.kinked(days, y, LEAST);
    KinkedTrend there = KinkedTrend.kinked(days, scaled, LEAST);
    assertEquals(here.kink(), there.kink());
    assertEquals(unit * here.slopeBefore(), there.slopeBefore(), unit * 1e-9);
    assertEquals(unit * unit * here.rss(), there.rss(), unit * unit * 1e-9);
    assertEquals(here.bic() + 60 * 2 * Math.log(unit), there.bic(), 1e-6);
  }

  @Test
  void resamplesScatterAboutTheKinkAndTheSeedDecides() {
    List<LocalDate> days = days(60);
    LocalDate kink = LocalDate.of(2020, 9, 1);
    SplittableRandom random = new SplittableRandom(5);
    double[] y = bent(days, kink, 3, 0.5);
    for (int i = 0; i < y.length; i++) {
      y[i] += 0.2 * random.nextGaussian();
    }
    List<KinkedTrend> lines = KinkedTrend.resampled(days, y, LEAST, 200, 1);
    assertEquals(200, lines.size());
    assertEquals(lines, KinkedTrend.resampled(days, y, LEAST, 200, 1));
    assertNotEquals(lines, KinkedTrend.resampled(days, y, LEAST, 200, 2));
    long near =
        lines.stream()
            .filter(line -> Math.abs(line.kink().toEpochDay() - kink.toEpochDay()) < 100)
            .count();
    assertTrue(near > 180, near + " of 200 near the kink");
  }

  @Test
  void aSegmentOfTheLeastLengthIsLongEnough() {
    List<LocalDate> days = days(24);
    double[] y = bent(days, LocalDate.of(2019, 3, 1), 3, 0.5);
    for (int i = 0; i < y.length; i++) {
      y[i] += i % 3 == 0 ? 0.02 : -0.01;
    }
    LocalDate kink = KinkedTrend.kinked(days, y, 12).kink();
    assertEquals(12, days.stream().filter(day -> day.isBefore(kink)).count());
    KinkedTrend three = KinkedTrend.kinked(days.subList(0, 6), new double[] {0, 1, 3, 7, 9, 17}, 3);
    assertEquals(6, three.observations());
    assertTrue(three.slopeAfter() > three.slopeBefore());
  }

  /** Through two days a line runs without error, and a criterion of its variance is no number. */
  @Test
  void aSegmentOfTwoDaysIsNone() {
    List<LocalDate> days = days(5);
    double[] y = {0, 1, 3, 7, 9};
    refusedWith(
        "no first day of a month leaves 2 of the 5 points, on 3 days, on either side",
        () -> KinkedTrend.kinked(days, y, 2));
    // resamples of few points draw fewer days still
    List<LocalDate> ten = days(10);
    double[] values = {0, 1, 3, 2, 5, 9, 12, 13, 17, 20};
    for (int least = 2; least <= 5; least++) {
      int points = least;
      String message =
          assertThrows(
                  IllegalArgumentException.class,
                  () -> KinkedTrend.resampled(ten, values, points, 200, 1))
              .getMessage();
      assertTrue(message.startsWith("leastPoints of " + least + " of 10 points"), message);
    }
  }

  @Test
  void degenerateInputIsRefused() {
    List<LocalDate> days = days(25);
    double[] y = bent(days, LocalDate.of(2019, 1, 1), 1, 2);
    refusedWith("24 values for 25 days", () -> KinkedTrend.straight(days, new double[24]));
    refusedWith(
        "no first day of a month leaves 13 of the 25 points, on 3 days, on either side",
        () -> KinkedTrend.kinked(days, y, 13));
    refusedWith(
        "y has 0 values, at least 1 are needed",
        () -> KinkedTrend.straight(List.of(), new double[0]));
    refusedWith("there must be a resample, not 0", () -> KinkedTrend.resampled(days, y, 5, 0, 1));
    refusedWith(
        "resamples must be at most 1000000, not 1000001",
        () -> KinkedTrend.resampled(days, y, 5, 1_000_001, 1));
    refusedWith("a segment needs 2 points, not 1", () -> KinkedTrend.kinked(days, y, 1));
    refusedWith("a segment needs 2 points, not 1", () -> KinkedTrend.resampled(days, y, 1, 5, 1));
    refusedWith(
        "the dates are not in order: 2018-03-13 follows 2018-03-14",
        () -> KinkedTrend.straight(List.of(FIRST, FIRST.minusDays(1)), new double[2]));
    refusedWith(
        "all 4 days are 2018-03-14",
        () -> KinkedTrend.straight(Collections.nCopies(4, FIRST), new double[] {1, 2, 3, 4}));
  }
}
