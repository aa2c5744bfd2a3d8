package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Agreement.agree;
import static speedbump.Refusal.refused;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
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

  /** Designs are kept; a time that no test had before makes one that no other test has asked. */
  private static final AtomicInteger ORIGIN = new AtomicInteger();

  private static double[] anew(double[] times) {
    int origin = ORIGIN.incrementAndGet();
    return Arrays.stream(times).map(t -> t + origin).toArray();
  }

  /**
   * The critical values of counts: on a point of the grid and between four. These are figures of an
   * earlier run, kept so that no change goes unseen; that they are right is what the coverage says.
   */
  @Test
  void theCriticalValuesOfCountsStayWhatTheyWere() {
    CountTrend.Criticals criticals =
        CountTrend.design(anew(YEARS), MONTHS).fit(COUNTS).orElseThrow().criticals();
    assertEquals(1.9492535143838472, criticals.at(8, 1, 0.95), 1e-9);
    assertEquals(0.6465956993887397, criticals.at(8, 1, 0.5), 1e-9);
    assertEquals(2.407780187637746, criticals.at(8, 40, 0.95), 1e-9);
    assertEquals(1.016209882981817, criticals.at(0.25, 7, 0.9), 1e-9);
  }

  private static final double[] COUNTS = {3, 7, 5, 9, 8, 15, 11, 20};

  /** The critical value is of the mean and the dispersion of the counts. */
  @Test
  void theIntervalOfCountsIsOfTheirMeanAndDispersion() {
    double[] wild = {1, 9, 2, 14, 6, 30, 3, 41};
    CountTrend trend = CountTrend.design(anew(YEARS), MONTHS).fit(wild).orElseThrow();
    assertEquals(106 / 8.0, trend.meanCount());
    assertEquals(trend.pearson(), trend.dispersion());
    assertTrue(trend.dispersion() > 1);
    double critical = trend.criticals().at(106 / 8.0, trend.dispersion(), 0.9);
    Interval interval = trend.interval(0.9);
    assertEquals(critical * trend.standardError(), interval.upper() - trend.slope(), 1e-12);
    assertEquals(critical * trend.standardError(), trend.slope() - interval.lower(), 1e-12);
    assertEquals(Math.exp(interval.lower()), trend.ratio(0.9).lower(), 1e-12);
    assertEquals(Math.exp(interval.upper()), trend.ratio(0.9).upper(), 1e-12);
    assertTrue(trend.interval(0.95).upper() > interval.upper());
  }

  /** The unit of exposure is of no matter, and counts in reverse have the slope in reverse. */
  @Test
  void exposureHasNoUnitAndTimeNoDirection() {
    double[] even = {12, 12, 12, 12, 12, 12, 12, 12};
    double[] one = {1, 1, 1, 1, 1, 1, 1, 1};
    Interval inMonths = CountTrend.design(anew(YEARS), even).fit(COUNTS).get().interval(0.9);
    Interval inYears = CountTrend.design(anew(YEARS), one).fit(COUNTS).get().interval(0.9);
    assertEquals(inYears.lower(), inMonths.lower(), 1e-9);
    assertEquals(inYears.upper(), inMonths.upper(), 1e-9);
    double[] backwards = IntStream.range(0, 8).mapToDouble(i -> COUNTS[7 - i]).toArray();
    CountTrend mirrored = CountTrend.design(anew(YEARS), even).fit(backwards).orElseThrow();
    assertEquals(-inMonths.estimate(), mirrored.slope(), 1e-10);
  }

  /** From times far from zero no digit is lost. */
  @Test
  void theOriginOfTimeIsOfNoMatter() {
    double[] late = Arrays.stream(YEARS).map(t -> t + 1e9).toArray();
    CountTrend there = CountTrend.design(late, MONTHS).fit(COUNTS).orElseThrow();
    CountTrend here = CountTrend.design(YEARS, MONTHS).fit(COUNTS).orElseThrow();
    assertEquals(here.slope(), there.slope(), 1e-13);
    assertEquals(here.standardError(), there.standardError(), 1e-13);
  }

  @Test
  void aDesignIsMadeOnceAndKeepsToItself() {
    double[] times = anew(YEARS);
    double[] months = MONTHS.clone();
    CountTrend.Design design = CountTrend.design(times, months);
    assertSame(design, CountTrend.design(times.clone(), MONTHS));
    double[] other = MONTHS.clone();
    other[7] = 6;
    assertNotSame(design, CountTrend.design(times, other));
    assertNotSame(design, CountTrend.design(anew(times), MONTHS));
    int[] days = {1, 1, 2, 2, 3, 3, 4, 4};
    ShareTrend.Design shares = ShareTrend.design(times, days);
    assertSame(shares, ShareTrend.design(times.clone(), days.clone()));
    assertNotSame(shares, ShareTrend.design(times, new int[] {1, 1, 2, 2, 3, 3, 4, 5}));
    assertNotSame(shares, ShareTrend.design(anew(times), days));
    months[0] = -1;
    days[0] = 9;
    assertSame(design, CountTrend.design(times, MONTHS));
    assertSame(shares, ShareTrend.design(times, new int[] {1, 1, 2, 2, 3, 3, 4, 4}));
  }

  @Test
  void wrongTrendsAreNamed() {
    double[] still = new double[8];
    int[] days = {1, 2, 3, 4, 5, 6, 7, 8};
    refused("do not vary", () -> CountTrend.design(still, MONTHS));
    refused("do not vary", () -> ShareTrend.design(still, days));
    refused("one of the clusters", () -> ShareTrend.design(YEARS, new int[8]));
    refused("7 clusters and 8 times", () -> ShareTrend.design(YEARS, new int[7]));
    refused("4", () -> CountTrend.design(new double[] {1, 2, 3}, new double[] {1, 1, 1}));
    double[] four = {1, 2, 3, 4};
    assertTrue(CountTrend.design(four, four).fit(four).isPresent());
    ShareTrend.Design design = ShareTrend.design(YEARS, days);
    SplittableRandom random = new SplittableRandom(1);
    refused("9 answers and 8 times", () -> design.fit(new boolean[9]));
    refused("7 shares and 8 times", () -> design.drawn(new double[7], 0, random));
    refused("correlation", () -> design.drawn(new double[8], -0.1, random));
    refused("correlation", () -> design.drawn(new double[8], 1.1, random));
    refused("9 marks", () -> design.thinned(new boolean[9]));
    boolean[] kept = {true, true, true, true, true, true, true, true};
    boolean[] answers = {true, false, true, false, false, true, true, true};
    assertEquals(8, design.thinned(kept).fit(answers).orElseThrow().observations());
    kept[3] = false;
    refused("kept is 7 of the times", () -> design.thinned(kept));
    // two clusters will do
    assertTrue(
        ShareTrend.design(YEARS, new int[] {1, 1, 1, 1, 2, 2, 2, 2}).fit(answers).isPresent());
  }

  /** The same of shares, figures of an earlier run; no and yes mirror each other. */
  @Test
  void theCriticalValuesOfSharesStayWhatTheyWere() {
    int[] days = IntStream.range(0, 40).map(i -> i / 3).toArray();
    double[] times = anew(IntStream.of(days).asDoubleStream().toArray());
    boolean[] yes = new boolean[40];
    boolean[] no = new boolean[40];
    for (int i = 0; i < 40; i++) {
      yes[i] = i * i % 7 < 4;
      no[i] = !yes[i];
    }
    ShareTrend.Design design = ShareTrend.design(times, days);
    ShareTrend trend = design.fit(yes).orElseThrow();
    ShareTrend mirrored = design.fit(no).orElseThrow();
    assertEquals(0.725, trend.share(), 1e-12);
    assertEquals(1 - trend.share(), mirrored.share(), 1e-15);
    assertEquals(trend.correlation(), mirrored.correlation(), 1e-12);
    Interval interval = trend.interval(0.9);
    assertEquals(-interval.upper(), mirrored.interval(0.9).lower(), 1e-9);
    assertEquals(-interval.lower(), mirrored.interval(0.9).upper(), 1e-9);
    assertEquals(1.8410423609871058, trend.criticals().at(0.25, 0, 0.95), 1e-9);
    assertEquals(0.7502780427949066, trend.criticals().at(0.25, 0.6, 0.5), 1e-9);
    assertEquals(1.4373490963438136, trend.criticals().at(0.03, 0.3, 0.95), 1e-9);
  }

  /** A number that equals a chance does not lie below it. */
  @Test
  void anAnswerIsYesBelowItsShare() {
    double[] next = {0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0};
    int[] taken = {0};
    RandomGenerator scripted =
        new RandomGenerator() {
          @Override
          public long nextLong() {
            throw new UnsupportedOperationException();
          }

          @Override
          public double nextDouble() {
            return next[Math.min(taken[0]++, 8)];
          }
        };
    ShareTrend.Design design = ShareTrend.design(YEARS, new int[] {1, 2, 3, 4, 5, 6, 7, 8});
    double[] shares = {0, 0.5, 0.5, 0, 0.5, 1, 1, 1};
    // the days' own numbers are 0.9; of every answer both numbers are 0
    assertArrayEquals(
        new boolean[] {false, true, true, false, true, true, true, true},
        design.drawn(shares, 0, scripted));
    assertEquals(8 + 2 * 8, taken[0]);
  }
}
