package speedbump.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import speedbump.stats.Autoregression;
import speedbump.stats.CountTrend;
import speedbump.stats.FamilyPermutation;
import speedbump.stats.FreedmanLane;
import speedbump.stats.Interval;
import speedbump.stats.OverdispersedCounts;
import speedbump.stats.Permutation;
import speedbump.stats.PraisWinsten;
import speedbump.stats.Proportion;
import speedbump.stats.RarefiedEntropy;
import speedbump.stats.ShareTrend;
import speedbump.stats.SignTest;
import speedbump.stats.SlopeBreak;
import speedbump.stats.TwoEffectLogit;

/**
 * What the claims on words, counts and groups rest on, measured at about the sizes that they have
 * there. A draw without an interval does not cover; one without a p-value does not reject.
 */
final class ClaimCells {
  private static final int DRAWS = 2_000;
  private static final int DEAR_DRAWS = 500;
  private static final int PERMUTATIONS = 999;

  private ClaimCells() {}

  static List<Cell> all() {
    List<Cell> cells = new ArrayList<>();
    for (int years : new int[] {8, 19}) {
      for (double dispersion : new double[] {1, 4}) {
        addCounts(cells, years, dispersion);
      }
    }
    for (int acts : new int[] {60, 170}) {
      addShares(cells, acts);
    }
    for (int units : new int[] {9, 20}) {
      addCovariate(cells, units);
    }
    for (int families : new int[] {8, 24}) {
      addFamilies(cells, families);
    }
    for (int years : new int[] {15, 25}) {
      for (double rho : new double[] {0, 0.5, 0.8}) {
        addSlopeBreak(cells, years, rho);
      }
    }
    for (int rows : new int[] {20, 60}) {
      addTwoEffects(cells, rows);
    }
    for (int documents : new int[] {40, 170}) {
      addEntropy(cells, documents);
    }
    for (int votes : new int[] {10, 30}) {
      addSigns(cells, votes);
      addProportion(cells, votes);
    }
    return List.copyOf(cells);
  }

  private static Cell interval(
      String method,
      String design,
      int n,
      int draws,
      String note,
      Predicate<SplittableRandom> covers) {
    return new Cell(
        Measured.INTERVAL,
        method,
        design,
        n,
        0,
        Cells.LEVEL,
        draws,
        OptionalDouble.empty(),
        note,
        covers);
  }

  private static Cell test(
      String method,
      String design,
      int n,
      double rho,
      int draws,
      String note,
      Predicate<SplittableRandom> rejects) {
    return new Cell(
        Measured.TEST,
        method,
        design,
        n,
        rho,
        Cells.SIZE,
        draws,
        OptionalDouble.empty(),
        note,
        rejects);
  }

  private static double[] steps(int n) {
    return IntStream.range(0, n).asDoubleStream().toArray();
  }

  private static boolean covers(Optional<Interval> interval, double truth) {
    return interval.filter(one -> one.lower() <= truth && truth <= one.upper()).isPresent();
  }

  private static void addCounts(List<Cell> cells, int years, double dispersion) {
    double[] months = new double[years];
    Arrays.fill(months, 12);
    CountTrend.Design design = CountTrend.design(steps(years), months);
    OverdispersedCounts counts = OverdispersedCounts.of(10, dispersion);
    cells.add(
        interval(
            "count trend",
            dispersion == 1 ? "ten a year as by chance" : "ten a year with four times the variance",
            years,
            DRAWS,
            "n counts years",
            random ->
                covers(
                    design
                        .fit(
                            IntStream.range(0, years)
                                .mapToDouble(t -> counts.draw(random))
                                .toArray())
                        .map(trend -> trend.interval(Cells.LEVEL)),
                    0)));
  }

  private static void addShares(List<Cell> cells, int acts) {
    double[] times = IntStream.range(0, acts).mapToDouble(i -> 8.0 * i / acts).toArray();
    ShareTrend.Design design =
        ShareTrend.design(times, IntStream.range(0, acts).map(i -> i / 2).toArray());
    double[] shares = new double[acts];
    Arrays.fill(shares, 0.4);
    cells.add(
        interval(
            "share trend",
            "two acts a day that are alike by 0.3",
            acts,
            DEAR_DRAWS,
            "n counts acts",
            random ->
                covers(
                    design
                        .fit(design.drawn(shares, 0.3, random))
                        .map(trend -> trend.interval(Cells.LEVEL)),
                    0)));
  }

  private static void addCovariate(List<Cell> cells, int units) {
    SplittableRandom fixed = new SplittableRandom(1983);
    double[] covariate = IntStream.range(0, units).mapToDouble(i -> fixed.nextGaussian()).toArray();
    double[] dose = Arrays.stream(covariate).map(z -> z / 2 + fixed.nextGaussian()).toArray();
    FreedmanLane design = FreedmanLane.of(dose, covariate);
    cells.add(
        test(
            "Freedman-Lane",
            "a dose that goes with the covariate",
            units,
            0,
            DRAWS,
            "one-sided",
            random -> {
              double[] y = Arrays.stream(covariate).map(z -> z + random.nextGaussian()).toArray();
              return design.test(y, PERMUTATIONS, random.nextLong()).pGreater() <= Cells.SIZE;
            }));
  }

  private static void addFamilies(List<Cell> cells, int families) {
    List<String> family = new ArrayList<>();
    List<Boolean> marks = new ArrayList<>();
    for (int f = 0; f < families; f++) {
      for (int item = 0; item <= f % 4; item++) {
        family.add("family " + f);
        marks.add(f % 3 == 0);
      }
    }
    FamilyPermutation design = FamilyPermutation.of(family, marks, PERMUTATIONS, 1);
    cells.add(
        test(
            "permutation by family",
            "families of one to four that are alike by one half",
            families,
            0,
            DRAWS,
            "n counts families; one-sided",
            random -> {
              double[] own =
                  IntStream.range(0, families).mapToDouble(f -> random.nextGaussian()).toArray();
              double[] values =
                  family.stream()
                      .mapToDouble(
                          name -> own[Integer.parseInt(name.substring(7))] + random.nextGaussian())
                      .toArray();
              return design.test(values).pGreater() <= Cells.SIZE;
            }));
  }

  private static void addSlopeBreak(List<Cell> cells, int years, double rho) {
    double[] times = steps(years);
    SlopeBreak design = SlopeBreak.of(times, 0.2, SlopeBreak.DRAWS);
    double[][] line =
        Arrays.stream(times).mapToObj(t -> new double[] {1, t}).toArray(double[][]::new);
    Autoregression noise = new Autoregression(rho, Math.sqrt(1 - rho * rho), 1);
    cells.add(
        test(
            "slope break",
            "upwards at a date that is searched",
            years,
            rho,
            DEAR_DRAWS,
            "rho as it is estimated about the unbent line",
            random -> {
              double[] y = noise.simulate(years, random);
              return design.test(y, PraisWinsten.fit(y, line).rho()).upP() <= Cells.SIZE;
            }));
  }

  private static void addTwoEffects(List<Cell> cells, int rows) {
    int columns = 3 * rows;
    int n = rows * columns;
    SplittableRandom fixed = new SplittableRandom(2011);
    int[] row = IntStream.range(0, n).map(i -> i / columns).toArray();
    int[] column = IntStream.range(0, n).map(i -> i % columns).toArray();
    double[] ofRow = IntStream.range(0, rows).mapToDouble(r -> fixed.nextGaussian() / 2).toArray();
    double[] ofColumn =
        IntStream.range(0, columns).mapToDouble(c -> fixed.nextGaussian() / 2).toArray();
    double[] x =
        IntStream.range(0, n).mapToDouble(i -> ofRow[row[i]] + fixed.nextGaussian()).toArray();
    TwoEffectLogit design = TwoEffectLogit.of(x, row, column);
    double slope = 0.5;
    cells.add(
        interval(
            "two-effect logit",
            "three columns a row with one in five that answer yes",
            rows,
            DEAR_DRAWS,
            "n counts rows; answers are independent given the effects",
            random -> {
              boolean[] answers = new boolean[n];
              for (int i = 0; i < n; i++) {
                double odds = -1.6 + ofRow[row[i]] + ofColumn[column[i]] + slope * x[i];
                answers[i] = random.nextDouble() < 1 / (1 + Math.exp(-odds));
              }
              return covers(Optional.of(design.fit(answers).interval(Cells.LEVEL)), slope);
            }));
  }

  private static void addEntropy(List<Cell> cells, int documents) {
    int fields = 12;
    int later = documents / 2;
    int earlier = documents - later;
    int fewer = Math.min(later, earlier);
    RarefiedEntropy ofLater = RarefiedEntropy.of(later, fewer);
    RarefiedEntropy ofEarlier = RarefiedEntropy.of(earlier, fewer);
    cells.add(
        test(
            "rarefied entropy",
            "documents permuted between two periods",
            documents,
            0,
            DEAR_DRAWS,
            "n counts documents; twelve fields of unequal frequency; one-sided",
            random -> {
              boolean[][] names = new boolean[documents][fields];
              for (boolean[] document : names) {
                for (int f = 0; f < fields; f++) {
                  document[f] = random.nextDouble() < 0.5 / (f + 1);
                }
              }
              return Permutation.relabelled(
                          later,
                          earlier,
                          items ->
                              ofLater.of(naming(names, items, 0, later))
                                  - ofEarlier.of(naming(names, items, later, documents)),
                          PERMUTATIONS,
                          random.nextLong())
                      .pGreater()
                  <= Cells.SIZE;
            }));
  }

  private static int[] naming(boolean[][] names, int[] items, int from, int to) {
    int[] naming = new int[names[0].length];
    for (int i = from; i < to; i++) {
      for (int f = 0; f < naming.length; f++) {
        naming[f] += names[items[i]][f] ? 1 : 0;
      }
    }
    return naming;
  }

  private static void addSigns(List<Cell> cells, int votes) {
    cells.add(
        test(
            "sign test",
            "n votes one-sided",
            votes,
            0,
            DRAWS,
            "exact: as near below its word as whole numbers of votes allow",
            random -> {
              int up = (int) IntStream.range(0, votes).filter(i -> random.nextBoolean()).count();
              return new SignTest(up, votes - up).pUp() <= Cells.SIZE;
            }));
  }

  private static void addProportion(List<Cell> cells, int cases) {
    double share = 0.2;
    cells.add(
        interval(
            "Clopper-Pearson",
            "a share of one in five",
            cases,
            DRAWS,
            "exact: never below its word",
            random -> {
              int yes =
                  (int) IntStream.range(0, cases).filter(i -> random.nextDouble() < share).count();
              return covers(Optional.of(Proportion.clopperPearson(yes, cases, Cells.LEVEL)), share);
            }));
  }
}
