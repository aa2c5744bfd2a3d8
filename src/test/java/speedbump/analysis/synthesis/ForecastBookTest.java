package speedbump.analysis.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import speedbump.analysis.synthesis.ForecastBook.Own;
import speedbump.data.Catalog;
import speedbump.stats.BenchmarkForecast;
import speedbump.stats.Interval;

class ForecastBookTest {
  private static final ForecastBook BOOK = ForecastBook.of(Catalog.shared());

  @Test
  void anOwnPredictionIsWhatItsRuleSaysOfWhatItSaw() {
    for (Own one : BOOK.own()) {
      Interval again = BOOK.again(one);
      double rounding = 1e-5 * again.upper();
      assertEquals(again.lower(), one.low(), rounding, one.id());
      assertEquals(again.estimate(), one.middle(), rounding, one.id());
      assertEquals(again.upper(), one.high(), rounding, one.id());
      assertTrue(one.dataTo().compareTo(one.due()) < 0, one.id());
    }
  }

  @Test
  void everySeriesIsPredictedByTwoRivalRules() {
    assertTrue(
        BOOK.own().stream()
            .collect(
                Collectors.groupingBy(
                    Own::series, Collectors.mapping(Own::rule, Collectors.toSet())))
            .values()
            .stream()
            .map(Set::size)
            .allMatch(rules -> rules >= 2));
  }

  /** Pretends that the rule saw less, so that its outcome is held. */
  @Test
  void aPredictionIsScoredOnceItsPeriodIsHeld() {
    Own open = BOOK.own().get(0);
    assertTrue(BOOK.outcome(open).isEmpty());
    assertTrue(BOOK.score(open).isEmpty());
    Own over = cars("2024", 0.3, 0.44);
    assertEquals(0.48, BOOK.outcome(over).orElseThrow());
    // 0.14 wide and 0.04 beyond, at 2 / 0.2 a unit
    assertEquals(0.14 + 10 * 0.04, BOOK.score(over).orElseThrow(), 1e-12);
    assertEquals("48", shownOf(over));
  }

  @Test
  void aTableShowsForecastRuleAndPast() {
    ForecastBook.Shown cars = BOOK.shown().get(7);
    assertEquals("on as it has moved", cars.rule());
    assertEquals("77% (59 to 89)", cars.forecast());
    assertEquals("5 of 6", cars.rightBefore());
    assertEquals("open", cars.came());
    assertEquals("530 t a month (409 to 686)", BOOK.shown().get(3).forecast());
    assertEquals("too short to say", BOOK.shown().get(3).rightBefore());
  }

  private static Own cars(String due, double low, double high) {
    return new Own(
        "x", 11, "electric_cars", BenchmarkForecast.NAIVE, "2022", due, 0.8, low, 0.4, high);
  }

  private static String shownOf(Own one) {
    return String.format("%.0f", 100 * BOOK.outcome(one).orElseThrow());
  }

  @Test
  void thePastOfARuleIsCountedFromWhatWasKnownThen() {
    Own one = cars("2024", 0, 1);
    ForecastBook.Past past = BOOK.series(one).past(one, 8);
    // 2010 to 2022 are known; two years ahead from 2017, 2018, 2019 and 2020
    assertEquals(
        IntStream.rangeClosed(2017, 2020).count(),
        past.tries(),
        "origins with eight years before them and two after");
    long hits =
        IntStream.rangeClosed(2017, 2020)
            .filter(
                year -> {
                  Interval made =
                      BOOK.series(one)
                          .forecast(BenchmarkForecast.NAIVE, "" + year, "" + (year + 2), 0.8);
                  double came = BOOK.series(one).values().get("" + (year + 2));
                  return made.lower() <= came && came <= made.upper();
                })
            .count();
    assertEquals(hits, past.hits());
  }

  @Test
  void publishedPredictionsAreOpenDatedAndBearOnAClaim() {
    List<ForecastBook.Published> all = BOOK.published();
    assertFalse(all.isEmpty());
    for (int i = 1; i < all.size(); i++) {
      assertFalse(all.get(i).due().isBefore(all.get(i - 1).due()));
    }
    assertTrue(all.stream().allMatch(one -> one.claim() >= 1 && one.claim() <= 12));
    assertEquals(
        Set.of("the claim", "its critics", "neither"),
        all.stream().map(ForecastBook.Published::pleases).collect(Collectors.toSet()));
    assertTrue(all.stream().allMatch(one -> one.sourceUrl().startsWith("https://")));
    assertEquals(all.size(), BOOK.lines().size());
  }

  @Test
  void aLagIsNeverBelowZeroAndAShareStaysAShare() {
    for (Own one : BOOK.own()) {
      assertTrue(one.low() >= 0 && one.low() < one.middle() && one.middle() < one.high(), one.id());
    }
    assertTrue(
        BOOK.own().stream()
            .filter(one -> one.series().endsWith("s") && !one.series().equals("magnets"))
            .allMatch(one -> one.high() < 1));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            BOOK.series(
                new Own("x", 1, "none", BenchmarkForecast.MEAN, "2022", "2023", 0.8, 0, 1, 2)));
  }
}
