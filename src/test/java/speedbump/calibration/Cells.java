package speedbump.calibration;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import speedbump.model.LearningBreaks;
import speedbump.model.MonthlyForecast;
import speedbump.model.MonthlyTotals.Block;
import speedbump.model.Scale;
import speedbump.stats.Autoregression;
import speedbump.stats.DieboldMariano;
import speedbump.stats.Interval;
import speedbump.stats.LeastSquares;
import speedbump.stats.LeastSquares.SerialErrors;
import speedbump.stats.Permutation;
import speedbump.stats.PooledSlope;
import speedbump.stats.PraisWinsten;
import speedbump.stats.SupF;

/**
 * Everything that is measured: the intervals and tests that notebooks print, on made-up series in
 * which the truth is nothing. An estimate moves with a truth that is added, so that nothing is as
 * good as any other.
 */
final class Cells {
  static final double LEVEL = 0.95;
  static final double SIZE = 0.05;

  private static final int DRAWS = 10_000;
  private static final int[] LENGTHS = {8, 15, 30, 60};
  private static final double[] RHOS = {0, 0.5, 0.8};

  /** Goals for a trend by Prais and Winsten, in the order of the lengths and of rho. */
  private static final double[][] TREND_GOALS = {
    {0.92, 0.89, 0.85}, {0.94, 0.92, 0.89}, {0.95, 0.94, 0.90}, {0.95, 0.95, 0.93}
  };

  private static final double POOLED_GOAL = 0.93;

  /** Of a test that takes the autocorrelation from the series, where that is 0.5. */
  private static final double SUP_F_GOAL = 0.07;

  private static final double RHO_OF_SUP_F_GOAL = 0.5;

  /** Rho is rounded to 1 / 40, so that not every series needs a simulation of its own. */
  private static final double RHO_STEPS = 40;

  private static final int SUP_F_DRAWS = 3_999;

  private record Design(String name, int column, IntFunction<double[][]> x) {}

  private static final List<Design> DESIGNS =
      List.of(
          new Design("trend", 1, n -> rows(n, t -> new double[] {1, t})),
          new Design("step", 1, n -> rows(n, t -> new double[] {1, after(t, n, n / 3)})),
          new Design(
              "jump beside a trend", 2, n -> rows(n, t -> new double[] {1, t, after(t, n, n / 3)})),
          new Design(
              "change of slope beside a trend and a jump",
              3,
              n -> {
                int late = Math.max(4, n / 4);
                return rows(
                    n,
                    t -> {
                      double since = after(t, n, late);
                      return new double[] {1, t, since, since * (t - (n - late))};
                    });
              }),
          new Design(
              "learning curve in levels",
              1,
              n -> {
                double[] output = logOutput(n);
                return rows(n, t -> new double[] {1, output[t]});
              }),
          new Design(
              "learning curve in first differences",
              0,
              n -> {
                double[] output = logOutput(n + 1);
                return rows(n, t -> new double[] {output[t + 1] - output[t]});
              }),
          new Design(
              "learning curve with time held fixed",
              1,
              n -> {
                double[] output = logOutput(n + 1);
                return rows(n, t -> new double[] {1, output[t + 1] - output[t]});
              }));

  private Cells() {}

  static List<Cell> all() {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < LENGTHS.length; i++) {
      for (int j = 0; j < RHOS.length; j++) {
        for (Design design : DESIGNS) {
          OptionalDouble goal =
              design.name.equals("trend")
                  ? OptionalDouble.of(TREND_GOALS[i][j])
                  : OptionalDouble.empty();
          int n = LENGTHS[i];
          double rho = RHOS[j];
          cells.add(regression(design, "Prais-Winsten", SerialErrors.PRAIS_WINSTEN, n, rho, goal));
          cells.add(
              regression(
                  design, "Newey-West", SerialErrors.NEWEY_WEST, n, rho, OptionalDouble.empty()));
          cells.add(
              regression(
                  design,
                  "block bootstrap",
                  SerialErrors.BLOCK_BOOTSTRAP,
                  n,
                  rho,
                  OptionalDouble.empty()));
        }
        addForecasts(cells, LENGTHS[i], RHOS[j]);
        addPermutation(cells, LENGTHS[i], RHOS[j]);
        if (LENGTHS[i] >= 2 * LearningBreaks.LEAST_OBSERVATIONS) {
          addSupF(cells, LENGTHS[i], RHOS[j]);
        }
      }
      addVotes(cells, LENGTHS[i]);
    }
    for (double rho : RHOS) {
      for (PooledSlope.Weights weights : PooledSlope.Weights.values()) {
        for (int clusters : new int[] {5, 10, 40}) {
          addPooled(cells, "equal clusters", sizes(clusters, 15), weights, rho);
        }
        int[] dominated = sizes(5, 10);
        dominated[0] = 60;
        addPooled(cells, "one of five clusters dominant", dominated, weights, rho);
      }
    }
    cells.addAll(ClaimCells.all());
    return List.copyOf(cells);
  }

  private static int[] sizes(int clusters, int each) {
    int[] sizes = new int[clusters];
    Arrays.fill(sizes, each);
    return sizes;
  }

  private static double[][] rows(int n, IntFunction<double[]> row) {
    return IntStream.range(0, n).mapToObj(row).toArray(double[][]::new);
  }

  private static double after(int t, int n, int late) {
    return t < n - late ? 0 : 1;
  }

  /** Cumulative output that grows by nothing to its double in a step. */
  private static double[] logOutput(int n) {
    SplittableRandom random = new SplittableRandom(1936);
    double[] output = new double[n];
    double made = 3;
    for (int t = 0; t < n; t++) {
      output[t] = Math.log(made);
      made *= 1 + random.nextDouble();
    }
    return output;
  }

  /** Of the variance one, whatever rho. */
  private static Autoregression noise(double rho) {
    return new Autoregression(rho, Math.sqrt(1 - rho * rho), 1);
  }

  private static boolean covers(Interval interval, double truth) {
    return interval.lower() <= truth && truth <= interval.upper();
  }

  private static Cell interval(
      String method,
      String design,
      int n,
      double rho,
      OptionalDouble goal,
      String note,
      Predicate<SplittableRandom> covers) {
    return new Cell(Measured.INTERVAL, method, design, n, rho, LEVEL, DRAWS, goal, note, covers);
  }

  private static Cell regression(
      Design design, String method, SerialErrors errors, int n, double rho, OptionalDouble goal) {
    double[][] x = design.x.apply(n);
    Autoregression noise = noise(rho);
    return interval(
        method,
        design.name,
        n,
        rho,
        goal,
        "",
        random ->
            covers(
                LeastSquares.fit(noise.simulate(n, random), x)
                    .interval(design.column, LEVEL, errors),
                0));
  }

  private static void addPooled(
      List<Cell> cells, String design, int[] sizes, PooledSlope.Weights weights, double rho) {
    SplittableRandom fixed = new SplittableRandom(2015);
    // growth of output goes on: what a cluster makes of its errors does not average out
    Autoregression growth = noise(0.8);
    List<double[]> x = new ArrayList<>();
    List<double[]> times = new ArrayList<>();
    for (int size : sizes) {
      x.add(growth.simulate(size, fixed));
      times.add(IntStream.range(0, size).asDoubleStream().toArray());
    }
    PooledSlope.Design pooled =
        PooledSlope.design(x, times, PooledSlope.Control.INTERCEPT, weights);
    Autoregression noise = noise(rho);
    cells.add(
        interval(
            "pooled slope",
            design
                + (weights == PooledSlope.Weights.OBSERVATIONS
                    ? " by observations"
                    : " by clusters"),
            sizes.length,
            rho,
            OptionalDouble.of(POOLED_GOAL),
            "n counts clusters",
            random ->
                covers(
                    pooled
                        .fit(
                            Arrays.stream(sizes)
                                .mapToObj(size -> noise.simulate(size, random))
                                .toList())
                        .interval(LEVEL),
                    0)));
  }

  private static void addForecasts(List<Cell> cells, int n, double rho) {
    for (Scale scale : Scale.values()) {
      boolean logs = scale == Scale.LOGARITHMS;
      Autoregression noise = noise(rho);
      cells.add(
          interval(
              "monthly forecast",
              logs ? "next month on logarithms" : "next month in levels",
              n,
              rho,
              OptionalDouble.empty(),
              "one in nine months or more known in sums of three only",
              random -> {
                double[] e = noise.simulate(n + 1, random);
                double[] flow =
                    Arrays.stream(e)
                        .map(v -> logs ? Math.exp(3 + 0.3 * v) : 100 + 20 * v)
                        .toArray();
                return covers(MonthlyForecast.fit(blocks(flow, n), scale).month(LEVEL), flow[n]);
              }));
    }
  }

  /** The first months in sums of three, one sum for each nine months, the others singly. */
  private static List<Block> blocks(double[] flow, int n) {
    List<Block> blocks = new ArrayList<>();
    int sums = Math.max(1, n / 9);
    YearMonth first = YearMonth.of(2020, 1);
    for (int t = 0; t < n; ) {
      int size = blocks.size() < sums ? 3 : 1;
      List<YearMonth> months = IntStream.range(t, t + size).mapToObj(first::plusMonths).toList();
      blocks.add(new Block(months, Arrays.stream(flow, t, t + size).sum(), "made up"));
      t += size;
    }
    return blocks;
  }

  private static void addPermutation(List<Cell> cells, int n, double rho) {
    Autoregression noise = noise(rho);
    double size = 0.1;
    cells.add(
        new Cell(
            Measured.TEST,
            "permutation test",
            "the last of n against the others",
            n,
            rho,
            size,
            DRAWS,
            OptionalDouble.empty(),
            "with fewer than ten others p cannot fall below a tenth",
            random -> {
              double[] values = noise.simulate(n, random);
              double p = Permutation.rankPValue(values[n - 1], Arrays.copyOf(values, n - 1));
              return p < size;
            }));
  }

  private static void addVotes(List<Cell> cells, int n) {
    cells.add(
        new Cell(
            Measured.TEST,
            "Diebold-Mariano",
            "mean of n votes one-sided",
            n,
            0,
            SIZE,
            DRAWS,
            OptionalDouble.empty(),
            "votes are independent and of either side with one half",
            random -> {
              double[] votes =
                  IntStream.range(0, n).mapToDouble(t -> random.nextBoolean() ? 1 : -1).toArray();
              boolean unanimous = Arrays.stream(votes).allMatch(vote -> vote == votes[0]);
              return unanimous ? votes[0] < 0 : DieboldMariano.of(votes, 0).pFirstBetter() < SIZE;
            }));
  }

  private static void addSupF(List<Cell> cells, int n, double rho) {
    for (Design design : DESIGNS) {
      boolean levels = design.name.equals("learning curve in levels");
      if (!levels && !design.name.equals("learning curve in first differences")) {
        continue;
      }
      double[][] x = design.x.apply(n);
      int least =
          Math.max(
              LearningBreaks.LEAST_OBSERVATIONS, (int) Math.ceil(LearningBreaks.LEAST_SHARE * n));
      Map<Long, SupF> tests = new ConcurrentHashMap<>();
      Autoregression noise = noise(rho);
      cells.add(
          new Cell(
              Measured.TEST,
              "sup-F",
              design.name,
              n,
              rho,
              SIZE,
              DRAWS,
              rho == RHO_OF_SUP_F_GOAL ? OptionalDouble.of(SUP_F_GOAL) : OptionalDouble.empty(),
              "rho as it is estimated and rounded to a fortieth",
              random -> {
                double[] y = noise.simulate(n, random);
                double estimate =
                    Autoregression.fitErrors(LeastSquares.fit(y, x).residuals(), x[0].length).rho();
                return tests
                        .computeIfAbsent(Math.round(RHO_STEPS * estimate), at -> supF(x, least, at))
                        .test(y)
                        .pValue()
                    < SIZE;
              }));
    }
  }

  private static SupF supF(double[][] x, int least, long at) {
    double rho = Math.min(PraisWinsten.GREATEST_RHO, at / RHO_STEPS);
    return SupF.of(x, least, new Autoregression(rho, 1, 1), SUP_F_DRAWS, SupF.DEFAULT_SEED);
  }
}
