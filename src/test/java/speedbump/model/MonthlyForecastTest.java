package speedbump.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import speedbump.model.MonthlyTotals.Block;
import speedbump.stats.Interval;
import speedbump.stats.LeastSquares;

class MonthlyForecastTest {
  private static final double EXACT = 1e-9;

  private static Block block(int months, double total) {
    return new Block(
        IntStream.range(0, months).mapToObj(YearMonth.of(2024, 1)::plusMonths).toList(),
        total,
        months + " months");
  }

  private static List<Block> singles(double... values) {
    return java.util.Arrays.stream(values).mapToObj(value -> block(1, value)).toList();
  }

  /** With single months it is the prediction interval of a regression on a constant. */
  @Test
  void singleMonthsAreTheTextbookInterval() {
    double[] y = {12, 15, 11, 14, 18, 13};
    Interval textbook = LeastSquares.withConstant(y).predict(new double[] {1}).interval(0.95);
    Interval interval = MonthlyForecast.fit(singles(y), Scale.LEVELS).month(0.95);
    assertEquals(textbook.lower(), interval.lower(), EXACT);
    assertEquals(textbook.upper(), interval.upper(), EXACT);
    double[] logs = java.util.Arrays.stream(y).map(Math::log).toArray();
    Interval onLogs = LeastSquares.withConstant(logs).predict(new double[] {1}).interval(0.95);
    Interval logarithm = MonthlyForecast.fit(singles(y), Scale.LOGARITHMS).month(0.95);
    assertEquals(Math.exp(onLogs.lower()), logarithm.lower(), EXACT);
    assertEquals(Math.exp(onLogs.upper()), logarithm.upper(), EXACT);
  }

  /** Sums: weighted least squares of the means with the number of months as weight. */
  @Test
  void sumsWeighByTheirMonths() {
    MonthlyForecast forecast =
        MonthlyForecast.fit(List.of(block(1, 12), block(4, 40), block(2, 26)), Scale.LEVELS);
    double mu = 78 / 7.0;
    double s2 = (Math.pow(12 - mu, 2) + 4 * Math.pow(10 - mu, 2) + 2 * Math.pow(13 - mu, 2)) / 2;
    assertEquals(mu, forecast.mean(), EXACT);
    assertEquals(Math.sqrt(s2), forecast.standardDeviation(), EXACT);
    assertEquals(2, forecast.degreesOfFreedom());
    assertEquals(7, forecast.months());
    // t(0.975, 2) = 4.302652729749
    assertEquals(
        mu - 4.302652729749 * Math.sqrt(s2 * (1 + 1 / 7.0)), forecast.month(0.95).lower(), EXACT);
    // three months more: 3 s^2 for their scatter, 9 s^2 / 7 for the mean's
    assertEquals(
        (30 - 3 * mu) / Math.sqrt(3 * s2 + 9 * s2 / 7),
        forecast.standardisedError(block(3, 30)),
        EXACT);
  }

  @Test
  void theUnitIsFree() {
    List<Block> tonnes = List.of(block(1, 12), block(4, 40), block(2, 26));
    List<Block> kilograms =
        tonnes.stream().map(b -> new Block(b.months(), 1000 * b.total(), b.label())).toList();
    for (Scale scale : Scale.values()) {
      assertEquals(
          1000 * MonthlyForecast.fit(tonnes, scale).month(0.95).lower(),
          MonthlyForecast.fit(kilograms, scale).month(0.95).lower(),
          1e-6);
    }
    // also one in which every month is next to nothing
    assertEquals(
        MonthlyForecast.fit(singles(8, 11, 13, 9), Scale.LOGARITHMS).standardDeviation(),
        MonthlyForecast.fit(singles(8e-60, 11e-60, 13e-60, 9e-60), Scale.LOGARITHMS)
            .standardDeviation(),
        EXACT);
  }

  /** Fenton and Wilkinson match the first two moments of a sum of lognormals: by simulation. */
  @Test
  void aSumOfLognormalsHasTheMomentsUsed() {
    double v = 0.04;
    int k = 5;
    SplittableRandom random = new SplittableRandom(1);
    int draws = 200_000;
    double mean = 0;
    double square = 0;
    for (int draw = 0; draw < draws; draw++) {
      double sum = 0;
      for (int i = 0; i < k; i++) {
        sum += Math.exp(3 + Math.sqrt(v) * random.nextGaussian());
      }
      mean += Math.log(sum) / draws;
      square += Math.log(sum) * Math.log(sum) / draws;
    }
    double vk = Math.log1p(Math.expm1(v) / k);
    assertEquals(Math.log(k) + 3 + v / 2 - vk / 2, mean, 0.001);
    assertEquals(Math.sqrt(vk), Math.sqrt(square - mean * mean), 0.001);
  }

  /** What the fit solves: squares weighted by the variance of each sum come to J - 1. */
  @Test
  void theLogarithmsScatterIsThatOfTheSums() {
    List<Block> blocks =
        List.of(block(1, 4), block(5, 90), block(1, 30), block(3, 21), block(2, 5));
    MonthlyForecast forecast = MonthlyForecast.fit(blocks, Scale.LOGARITHMS);
    double v = Math.pow(forecast.standardDeviation(), 2);
    double m = Math.log(forecast.mean()) - v / 2;
    double squares = 0;
    double pull = 0;
    for (Block one : blocks) {
      // the variance and the mean of a sum of k lognormals: k e^(2m+v) (e^v - 1), k e^(m+v/2)
      double mean = one.size() * Math.exp(m + v / 2);
      double variance = one.size() * Math.exp(2 * m + v) * (Math.exp(v) - 1);
      double logVariance = Math.log(1 + variance / (mean * mean));
      double residual = Math.log(one.total()) - (Math.log(mean) - logVariance / 2);
      squares += residual * residual / logVariance;
      pull += residual / logVariance;
    }
    assertEquals(4, squares, EXACT);
    assertEquals(0, pull, EXACT);
  }

  /** The interval covers as often as it says, in months and sums as they are really known. */
  @Test
  void theIntervalCoversAsOftenAsItSays() {
    int[] sizes = {5, 1, 1, 1, 1, 1, 2, 2, 1};
    SplittableRandom random = new SplittableRandom(2);
    for (Scale scale : Scale.values()) {
      int covered = 0;
      int draws = 4000;
      for (int draw = 0; draw < draws; draw++) {
        List<Block> blocks = new ArrayList<>();
        for (int size : sizes) {
          double total = 0;
          for (int i = 0; i < size; i++) {
            total += month(scale, random);
          }
          blocks.add(block(size, total));
        }
        Interval interval = MonthlyForecast.fit(blocks, scale).month(0.95);
        double fresh = month(scale, random);
        covered += fresh >= interval.lower() && fresh <= interval.upper() ? 1 : 0;
      }
      // standard error 0.0034
      assertEquals(0.95, covered / (double) draws, 0.012, scale.name());
    }
  }

  private static double month(Scale scale, SplittableRandom random) {
    double noise = 0.1 * random.nextGaussian();
    return scale == Scale.LEVELS ? 100 * (1 + noise) : 100 * Math.exp(noise);
  }

  @Test
  void equalMonthsHaveNoScatterToForecastFrom() {
    for (Scale scale : Scale.values()) {
      for (double other : new double[] {0.7, 0.7 * (1 + 1e-13)}) {
        assertEquals(
            "the 3 months known before do not vary: all are 0.7",
            message(() -> MonthlyForecast.fit(singles(0.7, 0.7, other), scale)));
      }
      assertTrue(MonthlyForecast.fit(singles(7, 7, 7.1), scale).standardDeviation() > 0);
    }
  }

  /** A month at the lower bound of 95 % has the chance 2.5 %, on either scale. */
  @Test
  void theChanceBelowIsThatOfTheInterval() {
    List<Block> blocks = List.of(block(1, 12), block(4, 40), block(2, 26), block(1, 9));
    for (Scale scale : Scale.values()) {
      MonthlyForecast forecast = MonthlyForecast.fit(blocks, scale);
      Interval interval = forecast.month(0.95);
      assertEquals(0.025, forecast.chanceBelow(block(1, interval.lower())), EXACT);
      assertEquals(0.5, forecast.chanceBelow(block(1, interval.estimate())), EXACT);
      assertEquals(0.975, forecast.chanceBelow(block(1, interval.upper())), EXACT);
    }
  }

  /** By hand, with the sum's own mean and variance of the logarithm and the mean's. */
  @Test
  void aSumIsJudgedOnTheLogarithmByItsOwnMoments() {
    MonthlyForecast forecast = MonthlyForecast.fit(singles(8, 11, 13, 9), Scale.LOGARITHMS);
    double v = Math.pow(forecast.standardDeviation(), 2);
    double m = Math.log(forecast.mean()) - v / 2;
    double vk = Math.log(1 + (Math.exp(v) - 1) / 3);
    double expected = (Math.log(25) - (Math.log(3) + m + v / 2 - vk / 2)) / Math.sqrt(vk + v / 4);
    assertEquals(expected, forecast.standardisedError(block(3, 25)), EXACT);
  }

  @Test
  void wrongInputIsNamed() {
    assertTrue(message(() -> MonthlyForecast.fit(List.of(), Scale.LEVELS)).contains("0 month"));
    assertTrue(message(() -> MonthlyForecast.fit(singles(5), Scale.LEVELS)).contains("at least 2"));
    assertEquals(
        "1 months is zero: no logarithm",
        message(() -> MonthlyForecast.fit(singles(5, 0), Scale.LOGARITHMS)));
    assertEquals(
        "the known months differ by more than e^20.0: too far",
        message(() -> MonthlyForecast.fit(singles(1e9, 1), Scale.LOGARITHMS)));
    MonthlyForecast wide = MonthlyForecast.fit(singles(1e8, 1), Scale.LOGARITHMS);
    assertEquals(
        "1 months is zero: no logarithm", message(() -> wide.standardisedError(block(1, 0))));
    assertEquals("no number holds the bound at coverage 0.9999", message(() -> wide.month(0.9999)));
  }

  private static String message(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }
}
