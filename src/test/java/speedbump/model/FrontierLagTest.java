package speedbump.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.model.FrontierLag.Bound;
import speedbump.model.FrontierLag.CatchUp;
import speedbump.model.FrontierLag.Lag;
import speedbump.stats.KaplanMeier;

class FrontierLagTest {
  private static final double EXACT = 1e-12;

  private static Release release(String name, String date, double score) {
    return new Release(name, "maker of " + name, LocalDate.parse(date), score);
  }

  private static final List<Release> US =
      List.of(
          release("a", "2023-01-01", 10),
          release("b", "2023-07-01", 20),
          release("c", "2024-01-01", 30),
          release("d", "2025-01-01", 40));

  private static FrontierLag lag(Release... chinese) {
    return FrontierLag.between(Frontier.of(US), Frontier.of(List.of(chinese)));
  }

  @Test
  void readsTheTimeSinceTheLeaderFirstStoodThere() {
    Lag lag = lag(release("x", "2024-07-01", 15)).atRecords().get(0);
    // 1 July 2023 to 1 July 2024 are 366 days
    assertEquals(366 / 30.4375, lag.months(), EXACT);
    assertEquals(Bound.EXACT, lag.bound());
  }

  @Test
  void reachingAScoreExactlyCounts() {
    // from 1 July 2023, and from 1 January 2024
    double reached = lag(release("x", "2024-07-01", 20)).atRecords().get(0).months();
    double above = lag(release("x", "2024-07-01", 20.001)).atRecords().get(0).months();
    assertEquals(366 / 30.4375, reached, EXACT);
    assertEquals(182 / 30.4375, above, EXACT);
  }

  @Test
  void aScoreThatTheLeaderHadNotReachedLagsAtMostZero() {
    for (Release ahead :
        List.of(
            release("above all", "2025-06-01", 41),
            release("reached later only", "2024-06-01", 35),
            release("before any leader", "2022-06-01", 5))) {
      Lag lag = lag(ahead).atRecords().get(0);
      assertEquals(0, lag.months(), ahead.name());
      assertEquals(Bound.AT_MOST, lag.bound(), ahead.name());
    }
  }

  @Test
  void aLeaderThereFromTheStartGivesALowerBound() {
    Lag lag = lag(release("x", "2023-03-01", 7)).atRecords().get(0);
    assertEquals(Bound.AT_LEAST, lag.bound());
    assertEquals(59 / 30.4375, lag.months(), EXACT);
  }

  @Test
  void equalDatesAreNoLag() {
    Lag lag = lag(release("x", "2024-01-01", 30)).atRecords().get(0);
    assertEquals(0, lag.months(), EXACT);
    assertEquals(Bound.EXACT, lag.bound());
  }

  @Test
  void onlyTheBestOfADayIsARecordAndATieIsNone() {
    Frontier frontier =
        Frontier.of(
            List.of(
                release("later tie", "2023-06-01", 12),
                release("second of its day", "2023-05-01", 11),
                release("first of its day", "2023-05-01", 12),
                release("again that day", "2023-05-01", 12)));
    assertEquals(
        List.of("again that day"), frontier.records().stream().map(Release::name).toList());
  }

  @Test
  void oneReleaseANameIsItsFirstDayWithThatDaysBest() {
    List<Release> one =
        Frontier.onePerName(
            List.of(
                release("m", "2024-02-01", 99),
                release("m", "2024-01-01", 10),
                release("m", "2024-01-01", 12),
                release("n", "2023-01-01", 1)));
    assertEquals(List.of(release("n", "2023-01-01", 1), release("m", "2024-01-01", 12)), one);
  }

  @Test
  void dailyLagsAreThoseOfEachDay() {
    FrontierLag lag =
        lag(
            release("w", "2023-03-01", 7),
            release("x", "2023-09-01", 8),
            release("y", "2024-03-05", 20),
            release("z", "2024-12-31", 45));
    LocalDate from = LocalDate.parse("2023-01-01");
    LocalDate to = LocalDate.parse("2025-02-01");
    List<LocalDate> days = from.datesUntil(to.plusDays(1)).toList();
    double[] one = lag.on(days).stream().mapToDouble(Lag::months).toArray();
    assertArrayEquals(one, lag.daily(from, to), EXACT);
    assertEquals(LocalDate.parse("2023-03-01").datesUntil(to.plusDays(1)).count(), one.length);
  }

  @Test
  void catchingUpIsCensoredAtTheEnd() {
    List<CatchUp> times =
        lag(release("x", "2023-02-01", 10), release("y", "2024-07-01", 25))
            .catchUps(LocalDate.parse("2025-03-01"));
    assertEquals(List.of(true, true, false, false), times.stream().map(CatchUp::matched).toList());
    assertEquals(31 / 30.4375, times.get(0).months(), EXACT);
    assertEquals(366 / 30.4375, times.get(1).months(), EXACT);
    assertEquals(59 / 30.4375, times.get(3).months(), EXACT);
    assertEquals(
        1,
        lag(release("x", "2023-02-01", 10)).catchUps(LocalDate.parse("2023-03-01")).size(),
        "records after the end are not watched");
    CatchUp onTheDay =
        lag(release("x", "2023-02-01", 10)).catchUps(LocalDate.parse("2023-02-01")).get(0);
    assertTrue(onTheDay.matched());
    assertFalse(
        lag(release("x", "2023-02-02", 10))
            .catchUps(LocalDate.parse("2023-02-01"))
            .get(0)
            .matched());
  }

  @Test
  void unmatchedRecordsStayInTheMedian() {
    FrontierLag lag = lag(release("x", "2023-02-01", 10), release("y", "2024-07-01", 25));
    // times 1.02 and 12.02 matched, 14 and 1.9 months censored: survival 3/4, then 3/8
    KaplanMeier curve = lag.survival(LocalDate.parse("2025-03-01"));
    assertTrue(
        assertThrows(
                IllegalArgumentException.class, () -> lag.survival(LocalDate.parse("1999-01-01")))
            .getMessage()
            .contains("comes before the leader's first record"));
    assertEquals(0.75, curve.survivalAt(2), EXACT);
    assertEquals(366 / 30.4375, curve.median().orElseThrow(), EXACT);
  }

  @Test
  void aFollowerThatWasThereBeforeTheLeaderCaughtUpInNoTime() {
    CatchUp time =
        lag(release("x", "2022-02-01", 10)).catchUps(LocalDate.parse("2023-03-01")).get(0);
    assertEquals(0, time.months());
    assertTrue(time.matched());
  }

  /**
   * The same lags by looking through every release for every day: the definition, word for word.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void agreesWithTheDefinitionOnRandomReleases(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Release> us = randomReleases(random, "us");
    List<Release> cn = randomReleases(random, "cn");
    FrontierLag lag = FrontierLag.between(Frontier.of(us), Frontier.of(cn));
    for (Release release : cn) {
      double expected =
          us.stream()
              .filter(one -> one.score() >= release.score() && !one.date().isAfter(release.date()))
              .mapToDouble(one -> FrontierLag.months(one.date(), release.date()))
              .max()
              .orElse(0);
      assertEquals(expected, lag.of(release).months(), EXACT);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void neitherOrderNorUnitOfTheScoresMatters(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Release> us = randomReleases(random, "us");
    List<Release> cn = randomReleases(random, "cn");
    List<Lag> lags = FrontierLag.between(Frontier.of(us), Frontier.of(cn)).atRecords();
    List<Release> shuffled = new ArrayList<>(us);
    Collections.shuffle(shuffled, new Random(seed));
    List<Lag> again =
        FrontierLag.between(Frontier.of(scaled(shuffled)), Frontier.of(scaled(cn))).atRecords();
    assertArrayEquals(
        lags.stream().mapToDouble(Lag::months).toArray(),
        again.stream().mapToDouble(Lag::months).toArray(),
        EXACT);
  }

  private static List<Release> scaled(List<Release> releases) {
    return releases.stream()
        .map(r -> new Release(r.name(), r.developer(), r.date(), Math.exp(r.score() / 50)))
        .toList();
  }

  private static List<Release> randomReleases(SplittableRandom random, String name) {
    List<Release> releases = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      LocalDate date = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(900));
      releases.add(new Release(name + i, name, date, random.nextInt(60)));
    }
    return releases;
  }

  @Test
  void quarterEndsIncludeBothEnds() {
    assertEquals(
        List.of("2023-03-31", "2023-06-30", "2023-09-30", "2023-12-31", "2024-03-31"),
        FrontierLag.quarterEnds(LocalDate.parse("2023-03-31"), LocalDate.parse("2024-03-31"))
            .stream()
            .map(LocalDate::toString)
            .toList());
    assertEquals(
        List.of(),
        FrontierLag.quarterEnds(LocalDate.parse("2023-04-01"), LocalDate.parse("2023-06-29")));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            FrontierLag.quarterEnds(LocalDate.parse("2023-06-30"), LocalDate.parse("2023-04-01")));
  }

  @Test
  void theRecordInForceIsTheLastReleased() {
    Frontier frontier = Frontier.of(US);
    assertTrue(frontier.recordOn(LocalDate.parse("2022-12-31")).isEmpty());
    assertEquals("a", frontier.recordOn(LocalDate.parse("2023-01-01")).orElseThrow().name());
    assertEquals("a", frontier.recordOn(LocalDate.parse("2023-06-30")).orElseThrow().name());
    assertEquals("d", frontier.recordOn(LocalDate.parse("2030-01-01")).orElseThrow().name());
    assertEquals("b", frontier.firstAtOrAbove(20).orElseThrow().name());
    assertTrue(frontier.firstAtOrAbove(40.5).isEmpty());
    assertThrows(IllegalArgumentException.class, () -> frontier.firstAtOrAbove(Double.NaN));
    Frontier follower = Frontier.of(List.of(release("x", "2024-01-01", 1)));
    FrontierLag lag = FrontierLag.between(frontier, follower);
    assertSame(frontier, lag.leader());
    assertSame(follower, lag.follower());
  }

  @Test
  void aReleaseNamesModelMakerAndDay() {
    LocalDate day = LocalDate.EPOCH;
    assertThrows(IllegalArgumentException.class, () -> new Release(null, "maker", day, 1));
    assertThrows(IllegalArgumentException.class, () -> new Release("x", null, day, 1));
    assertThrows(IllegalArgumentException.class, () -> new Release("x", "maker", null, 1));
  }

  @Test
  void refusesWhatIsNoFrontier() {
    assertEquals(
        "a frontier needs at least one release",
        assertThrows(IllegalArgumentException.class, () -> Frontier.of(List.of())).getMessage());
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> release("nan", "2024-01-01", Double.NaN))
            .getMessage()
            .contains("score of nan is not finite"));
    FrontierLag lag = lag(release("x", "2024-01-01", 1));
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> lag.daily(LocalDate.parse("2024-01-02"), LocalDate.parse("2024-01-01")))
            .getMessage()
            .contains("before it starts"));
    LocalDate day = LocalDate.parse("2024-01-01");
    assertEquals(1, lag.daily(day, day).length);
    assertEquals(0, lag.daily(day.minusDays(9), day.minusDays(1)).length);
  }

  @Test
  void aDrawnLagChangesTheMonthsAlone() {
    FrontierLag.Lag read =
        new FrontierLag.Lag("m", LocalDate.of(2024, 5, 1), 70, 6, FrontierLag.Bound.AT_MOST);
    assertEquals(
        new FrontierLag.Lag("m", LocalDate.of(2024, 5, 1), 70, 7.5, FrontierLag.Bound.AT_MOST),
        read.withMonths(7.5));
    assertThrows(IllegalArgumentException.class, () -> read.withMonths(Double.NaN));
  }
}
