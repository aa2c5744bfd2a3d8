package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Agreement.agree;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedbump.PublishedCase;

/** The intervals of {@link CountTrend} and {@link ShareTrend}: how often they cover the truth. */
class TrendsOfCountsAndSharesTest {
  private static final int DRAWS = 600;
  private static final double[] YEARS = IntStream.range(0, 8).asDoubleStream().toArray();
  private static final double[] MONTHS = {5, 12, 12, 10, 12, 12, 9, 12};

  /**
   * Eight years of counts: the truth is covered in 92 to 97 of 100 cases, rising or not, but for
   * the error of 600 draws.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 12, 1",
    "0, 12, 2.5",
    "0.23, 12, 1",
    "0.23, 12, 4",
    "0, 80, 20",
    "0.23, 80, 20",
    "0, 1.5, 1"
  })
  void theIntervalOfCountsCoversTheTruth(double slope, double mean, double dispersion) {
    CountTrend.Design design = CountTrend.design(YEARS, MONTHS);
    SplittableRandom random = new SplittableRandom(11);
    double share =
        covered(
            slope,
            () -> {
              double[] y = new double[8];
              for (int i = 0; i < 8; i++) {
                double mu = mean * MONTHS[i] / 10.5 * Math.exp(slope * (YEARS[i] - 3.5));
                y[i] = OverdispersedCounts.of(mu, dispersion).draw(random);
              }
              return design.fit(y).map(fit -> fit.interval(0.95));
            });
    assertTrue(share > 0.905 && share < 0.99, share + " covered");
  }

  /** A hundred answers on sixty days: likewise, with answers of a day alike or not. */
  @ParameterizedTest
  @CsvSource({
    "0, 0.3, 0",
    "0, 0.3, 0.5",
    "0, 0.1, 0",
    "0.3, 0.3, 0",
    "0.3, 0.3, 0.5",
    "0, 0.9, 0.9"
  })
  void theIntervalOfAShareCoversTheTruth(double slope, double middle, double correlation) {
    int[] days = IntStream.range(0, 100).map(i -> i < 40 ? i : 40 + (i - 40) / 3).toArray();
    double[] times = IntStream.of(days).mapToDouble(day -> day * 8 / 60.0).toArray();
    ShareTrend.Design design = ShareTrend.design(times, days);
    double logit = Math.log(middle / (1 - middle));
    double[] shares =
        Arrays.stream(times)
            .map(t -> LogisticRegression.probability(logit + slope * (t - 4)))
            .toArray();
    SplittableRandom random = new SplittableRandom(12);
    double share =
        covered(
            slope,
            () ->
                design
                    .fit(design.drawn(shares, correlation, random))
                    .map(fit -> fit.interval(0.95)));
    assertTrue(share > 0.91 && share < 0.985, share + " covered");
  }

  /** Share of the drawn intervals that cover the truth, of those that are there: nearly all. */
  private static double covered(double truth, Supplier<Optional<Interval>> drawn) {
    int covered = 0;
    int fitted = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      Optional<Interval> interval = drawn.get();
      if (interval.isPresent()) {
        fitted++;
        covered += interval.get().lower() <= truth && truth <= interval.get().upper() ? 1 : 0;
      }
    }
    assertTrue(fitted > 0.95 * DRAWS, fitted + " fitted");
    return covered / (double) fitted;
  }

  /** The slope and its plain error are those of the regressions. */
  @PublishedCase
  @Test
  void areTheRegressionsOnAConstantAndTime() {
    double[] counts = {3, 7, 5, 9, 8, 15, 11, 20};
    CountTrend trend = CountTrend.design(YEARS, MONTHS).fit(counts).orElseThrow();
    // statsmodels 0.15.0, as in CountRegressionTest
    agree(0.1894675097778849, trend.slope(), 1e-12);
    agree(0.05482621244870074, trend.standardError(), 1e-10);
    assertEquals(1, trend.dispersion());
    agree(0.45274322253930227, trend.pearson(), 1e-12);
    agree(Math.exp(trend.slope()), trend.ratio(0.95).estimate(), 1e-15);
    Interval log = trend.interval(0.95);
    double critical = (log.upper() - trend.slope()) / trend.standardError();
    assertTrue(critical > 1.9 && critical < 2.9, critical + "");
    double[] twice = Arrays.stream(YEARS).map(t -> 12 * t + 2018).toArray();
    CountTrend inMonths = CountTrend.design(twice, MONTHS).fit(counts).orElseThrow();
    agree(trend.slope(), 12 * inMonths.slope(), 1e-12);
    agree(log.upper(), 12 * inMonths.interval(0.95).upper(), 1e-9);
  }

  @Test
  void whatHasNoFiniteTrendHasNone() {
    CountTrend.Design counts = CountTrend.design(YEARS, MONTHS);
    assertEquals(Optional.empty(), counts.fit(new double[8]));
    assertEquals(Optional.empty(), counts.fit(new double[] {0, 0, 0, 0, 0, 0, 0, 4}));
    assertThrows(IllegalArgumentException.class, () -> counts.fit(new double[7]));
    ShareTrend.Design shares = ShareTrend.design(YEARS, new int[] {1, 2, 3, 4, 5, 6, 7, 8});
    assertEquals(Optional.empty(), shares.fit(new boolean[8]));
    boolean[] parted = {false, false, false, false, true, true, true, true};
    assertEquals(Optional.empty(), shares.fit(parted));
  }

  /** Answers of a day are drawn as alike as asked for, each with its share. */
  @ParameterizedTest
  @CsvSource({"0, 0.2", "0.4, 0.2", "1, 0.2"})
  void drawnAnswersAreAsAlikeAsAskedFor(double correlation, double share) {
    int[] days = IntStream.range(0, 400).map(i -> i / 2).toArray();
    double[] times = IntStream.of(days).asDoubleStream().toArray();
    ShareTrend.Design design = ShareTrend.design(times, days);
    double[] shares = new double[400];
    Arrays.fill(shares, share);
    SplittableRandom random = new SplittableRandom(5);
    double yes = 0;
    double products = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      boolean[] answers = design.drawn(shares, correlation, random);
      for (int i = 0; i < 400; i += 2) {
        double first = (answers[i] ? 1 : 0) - share;
        double second = (answers[i + 1] ? 1 : 0) - share;
        products += first * second / (share * (1 - share));
        yes += (answers[i] ? 1 : 0) + (answers[i + 1] ? 1 : 0);
      }
    }
    assertEquals(share, yes / (400 * DRAWS), 0.005);
    assertEquals(correlation, products / (200 * DRAWS), 0.01);
  }

  /** What is lost leaves the rest as it was, with the critical values of the whole. */
  @Test
  void aThinnedDesignIsThatOfTheRest() {
    int[] days = IntStream.range(0, 40).toArray();
    double[] times = IntStream.range(0, 40).asDoubleStream().toArray();
    boolean[] answers = new boolean[40];
    boolean[] kept = new boolean[40];
    SplittableRandom random = new SplittableRandom(9);
    for (int i = 0; i < 40; i++) {
      answers[i] = random.nextDouble() < 0.4;
      kept[i] = i % 3 != 0;
    }
    ShareTrend.Design whole = ShareTrend.design(times, days);
    double[] left = IntStream.range(0, 40).filter(i -> kept[i]).asDoubleStream().toArray();
    int[] leftDays = IntStream.range(0, 40).filter(i -> kept[i]).toArray();
    boolean[] leftAnswers = new boolean[left.length];
    for (int i = 0; i < left.length; i++) {
      leftAnswers[i] = answers[leftDays[i]];
    }
    ShareTrend thinned = whole.thinned(kept).fit(leftAnswers).orElseThrow();
    ShareTrend alone = ShareTrend.design(left, leftDays).fit(leftAnswers).orElseThrow();
    assertEquals(alone.slope(), thinned.slope(), 1e-12);
    assertEquals(alone.standardError(), thinned.standardError(), 1e-12);
    assertEquals(left.length, thinned.observations());
    assertEquals(whole.fit(answers).orElseThrow().criticals(), thinned.criticals());
  }

  /** Mean, variance and quantiles of the counts. */
  @ParameterizedTest
  @CsvSource({"3, 1", "3, 4", "0.2, 2", "150, 1", "150, 30", "0, 1"})
  void countsHaveTheirMeanAndVariance(double mean, double dispersion) {
    OverdispersedCounts counts = OverdispersedCounts.of(mean, dispersion);
    int steps = 200_000;
    double sum = 0;
    double squares = 0;
    int before = 0;
    for (int i = 0; i < steps; i++) {
      int count = counts.quantile((i + 0.5) / steps);
      assertTrue(count >= before, "ascending");
      before = count;
      sum += count;
      squares += (count - mean) * (count - mean);
    }
    assertEquals(mean, sum / steps, 1e-3 * Math.max(1, mean));
    assertEquals(dispersion * mean, squares / steps, 5e-3 * Math.max(1, dispersion * mean));
  }

  /** Poisson's chances, and the negative binomial's with r = 3 and p = 1/3. */
  @Test
  void countsHaveTheChancesOfTheFormulas() {
    assertEquals(0, OverdispersedCounts.of(2, 1).quantile(Math.exp(-2) - 1e-9));
    assertEquals(1, OverdispersedCounts.of(2, 1).quantile(Math.exp(-2) + 1e-9));
    assertEquals(2, OverdispersedCounts.of(2, 1).quantile(3 * Math.exp(-2) + 1e-9));
    // mean 6, dispersion 3: r = 3, P(0) = 1/27
    assertEquals(0, OverdispersedCounts.of(6, 3).quantile(1 / 27.0 - 1e-9));
    assertEquals(1, OverdispersedCounts.of(6, 3).quantile(1 / 27.0 + 1e-9));
    // P(1) = 3 * 2/3 / 27
    assertEquals(1, OverdispersedCounts.of(6, 3).quantile(3 / 27.0 - 1e-9));
    assertEquals(2, OverdispersedCounts.of(6, 3).quantile(3 / 27.0 + 1e-9));
    assertArrayEquals(
        new int[] {0, 0},
        new int[] {
          OverdispersedCounts.of(0, 5).quantile(0.999), OverdispersedCounts.of(0, 1).quantile(0)
        });
  }
}
