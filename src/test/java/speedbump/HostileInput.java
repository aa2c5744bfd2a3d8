package speedbump;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import speedbump.model.CostSeries;
import speedbump.model.Frontier;
import speedbump.model.MonthlyTotals;
import speedbump.model.Release;

/**
 * Arguments that nobody should pass and somebody will: seeded, mixed with sound ones so that each
 * check is reached, and now and then null.
 */
final class HostileInput {
  private static final double[] NUMBERS = {
    0,
    -1,
    1,
    0.5,
    0.95,
    2,
    -3.7,
    100,
    1e6,
    1e300,
    -1e300,
    Double.MIN_VALUE,
    1e-200,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY
  };

  private static final int[] SIZES = {
    Integer.MIN_VALUE, -1, 0, 1, 2, 3, 4, 5, 8, 12, 40, 1 << 30, Integer.MAX_VALUE
  };

  private static final LocalDate START = LocalDate.of(2020, 1, 15);

  private final SplittableRandom random;

  /** Whether this round draws mostly sound arguments, so that one bad one is alone. */
  private final boolean mild;

  HostileInput(long seed) {
    this.random = new SplittableRandom(seed);
    this.mild = seed % 2 == 0;
  }

  private boolean sound() {
    return mild && random.nextInt(8) > 0;
  }

  int upTo(int bound) {
    return random.nextInt(bound);
  }

  boolean coin() {
    return random.nextBoolean();
  }

  <T> T orNull(T value) {
    return random.nextInt(mild ? 60 : 15) == 0 ? null : value;
  }

  double number() {
    return sound() ? random.nextDouble(0.05, 3) : NUMBERS[random.nextInt(NUMBERS.length)];
  }

  double level() {
    return sound() ? 0.9 : number();
  }

  int size() {
    return sound() ? 2 + random.nextInt(8) : SIZES[random.nextInt(SIZES.length)];
  }

  /** A sample: sound, or of one of the kinds that have broken estimators. */
  double[] values() {
    int n = 3 + random.nextInt(30);
    return sound() ? noise(n) : orNull(ofKind(random.nextInt(KINDS), n));
  }

  static final int KINDS = 18;

  /** The kinds by number, for tests that ask for each of them. */
  double[] ofKind(int kind, int n) {
    double[] values = noise(n);
    switch (kind) {
      case 0 -> Arrays.fill(values, 0.7);
      case 1 -> {
        for (int i = 0; i < n; i++) {
          // equal but for rounding
          values[i] = 0.7 * (1 + 1e-13 * random.nextDouble());
        }
      }
      case 2 -> values = new double[] {1, 2};
      case 3 -> values[random.nextInt(n)] = 1e300;
      case 4 -> Arrays.setAll(values, i -> Double.MIN_VALUE * random.nextInt(5));
      case 5 -> values[random.nextInt(n)] = Double.NaN;
      case 6 -> values[random.nextInt(n)] = Double.POSITIVE_INFINITY;
      case 7 -> values[random.nextInt(n)] = Double.NEGATIVE_INFINITY;
      case 8 -> values = new double[0];
      case 9 -> values = new double[] {random.nextGaussian()};
      case 10 -> Arrays.setAll(values, i -> 1 + i % 2);
      case 11 -> Arrays.fill(values, 0);
      case 12 -> Arrays.setAll(values, i -> i);
      case 13 -> Arrays.setAll(values, i -> 1e9 + i);
      case 14 -> Arrays.setAll(values, i -> -Math.abs(random.nextGaussian()));
      case 15 -> Arrays.setAll(values, i -> 0.1 + 0.2 - 0.3 * (i % 2));
      case 16 -> Arrays.setAll(values, i -> 1e-160 * random.nextGaussian());
      default -> Arrays.setAll(values, i -> Math.exp(0.3 * i));
    }
    return values;
  }

  double[] noise(int n) {
    return random.doubles(n, 0.5, 4).toArray();
  }

  /** A sample as long as another, or not; now and then a multiple of it but for rounding. */
  double[] beside(double[] other) {
    if (other == null || !sound() && random.nextInt(6) == 0) {
      return values();
    }
    int n = other.length;
    if (sound() || n == 0) {
      return noise(n);
    }
    double[] values = n < 2 ? noise(n) : ofKind(random.nextInt(KINDS), n);
    return random.nextInt(4) == 0
        ? Arrays.stream(other).map(v -> 1.1 * v * (1 + 1e-16)).toArray()
        : values;
  }

  double[][] rows(double[] y) {
    int n = y == null || !sound() && random.nextInt(6) == 0 ? upTo(9) : y.length;
    double[] first = beside(new double[n]);
    double[] second = beside(first);
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      boolean ragged = !mild && random.nextInt(80) == 0;
      rows[i] =
          ragged || first == null || second == null || first.length != n || second.length != n
              ? orNull(new double[] {1})
              : new double[] {1, first[i], second[i]};
    }
    return orNull(rows);
  }

  /** Yes and no, as many as there are values, or not. */
  boolean[] answers(double[] beside) {
    int n = beside == null || !sound() && random.nextInt(8) == 0 ? upTo(12) : beside.length;
    boolean[] answers = new boolean[n];
    int kind = sound() ? 0 : upTo(4);
    for (int i = 0; i < n; i++) {
      answers[i] =
          switch (kind) {
            case 1 -> true;
            case 2 -> i > n / 2;
            case 3 -> false;
            default -> coin();
          };
    }
    return orNull(answers);
  }

  /** Days, now and then one alone, or one short. */
  int[] days(boolean[] answers) {
    int n = answers == null ? 5 : answers.length;
    int[] days = new int[!sound() && upTo(8) == 0 ? Math.max(0, n - 1) : n];
    int kind = sound() ? 0 : upTo(3);
    Arrays.setAll(days, i -> kind == 0 ? i / 2 : kind == 1 ? 7 : upTo(3) * 1_000_000_000);
    return days;
  }

  List<double[]> clusters() {
    List<double[]> clusters = new ArrayList<>();
    int n = sound() ? 4 : upTo(4);
    for (int i = 0; i < n; i++) {
      clusters.add(values());
    }
    return orNull(clusters);
  }

  List<double[]> besideAll(List<double[]> clusters) {
    List<double[]> beside = new ArrayList<>();
    if (clusters != null) {
      clusters.forEach(own -> beside.add(beside(own)));
    }
    return orNull(beside);
  }

  LocalDate date() {
    if (sound()) {
      return START.plusDays(random.nextInt(1500));
    }
    LocalDate[] dates = {
      null, LocalDate.MIN, LocalDate.MAX, LocalDate.EPOCH, START, START.plusYears(2)
    };
    return dates[random.nextInt(dates.length)];
  }

  List<LocalDate> dates(int n) {
    List<LocalDate> dates = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      dates.add(sound() || coin() ? START.plusDays(random.nextInt(1500)) : date());
    }
    if (sound() || !dates.contains(null) && coin()) {
      dates.removeIf(day -> day == null);
      Collections.sort(dates);
    }
    return orNull(!sound() && upTo(6) == 0 ? Collections.nCopies(n, START) : dates);
  }

  YearMonth month() {
    return sound() ? YearMonth.of(2024, 1 + upTo(12)) : orNull(odd(YearMonth.of(2024, 1)));
  }

  private YearMonth odd(YearMonth month) {
    return random.nextInt(5) == 0 ? YearMonth.of(random.nextInt(-9999, 999_999), 3) : month;
  }

  /** A series of costs, or what comes of an attempt at one: its own refusal. */
  CostSeries series() {
    int n = 3 + upTo(14);
    double[] years = IntStream.range(0, n).mapToDouble(i -> 2000 + i).toArray();
    double[] cost = noise(n);
    double[] output = new double[n];
    double sum = 1;
    for (int i = 0; i < n; i++) {
      sum *= 1 + random.nextDouble(0.05, 0.4);
      output[i] = sum;
    }
    if (!sound()) {
      switch (upTo(8)) {
        case 0 -> Arrays.fill(cost, 0.7);
        case 1 -> Arrays.setAll(cost, i -> 0.7 * (1 + 1e-14 * i));
        case 2 -> Arrays.setAll(output, i -> Math.exp(0.1 * i));
        case 3 -> Arrays.setAll(output, i -> Math.exp(0.001 * i));
        case 4 -> Arrays.setAll(output, i -> 5 * (1 + 1e-14 * i));
        case 5 -> cost = beside(cost);
        case 6 -> output = beside(output);
        default -> years = beside(years);
      }
    }
    return orNull(CostSeries.of("tech", years, cost, output));
  }

  List<Release> releases() {
    List<Release> releases = new ArrayList<>();
    int n = sound() ? 9 : upTo(6);
    for (int i = 0; i < n; i++) {
      releases.add(orNull(new Release("m" + i, "maker", date(), number())));
    }
    return orNull(releases);
  }

  Frontier frontier() {
    return Frontier.of(releases());
  }

  List<MonthlyTotals.Period> periods() {
    List<MonthlyTotals.Period> periods = new ArrayList<>();
    int n = sound() ? 9 : upTo(6);
    for (int i = 0; i < n; i++) {
      YearMonth from = sound() ? YearMonth.of(2024, 1).plusMonths(i) : month();
      YearMonth to = sound() || from == null ? from : coin() ? from.plusMonths(upTo(50)) : month();
      periods.add(orNull(new MonthlyTotals.Period(from, to, number(), "row " + i)));
    }
    return orNull(periods);
  }
}
