package speedbump.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import speedbump.analysis.Verdicts;
import speedbump.data.Catalog;

/**
 * Runs the benchmarks: first every figure of every case is held against its peers, and a difference
 * ends the run; then times are taken case by case, Java's by JMH and the peers' by {@code
 * peers.py}, printed side by side and written to the table that the site shows.
 */
public final class Bench {
  /**
   * A case under the name that {@code peers.py} knows it by.
   *
   * @param name the name
   * @param work what one call does, for a reader
   * @param benchmark the class with its benchmark
   * @param method the benchmark
   * @param figures its figures
   * @param goals what its time shall meet
   */
  private record Case(
      String name,
      String work,
      Class<?> benchmark,
      String method,
      Supplier<List<Figure>> figures,
      Goals goals) {
    Case(String name, String work, Class<?> benchmark, Supplier<List<Figure>> figures) {
      this(name, work, benchmark, figures, Goals.USUAL);
    }

    Case(
        String name, String work, Class<?> benchmark, Supplier<List<Figure>> figures, Goals goals) {
      this(name, work, benchmark, "run", figures, goals);
    }
  }

  /**
   * Goals of a case.
   *
   * @param packages how many times as fast as the package that one would use in Python, at least
   * @param numpy how many times as fast as code written for the purpose in whole-array operations
   * @param seconds what a call may take; infinite where nothing is asked
   */
  private record Goals(double packages, double numpy, double seconds) {
    static final Goals USUAL = new Goals(10, 1, Double.POSITIVE_INFINITY);

    Goals within(double limit) {
      return new Goals(packages, numpy, limit);
    }

    /** For work that a processor's own library does in Python: it may take so much less time. */
    Goals behindNumpy(double times) {
      return new Goals(packages, 1 / times, seconds);
    }
  }

  private static final List<Case> CASES =
      List.of(
          new Case(
              "least squares, Newey-West",
              "a regression of 202 observations on three columns, errors with four lags",
              LeastSquaresCase.class,
              LeastSquaresCase::figures),
          new Case(
              "nonlinear fits",
              "NIST's Rat42, Misra1a and Eckerle4, each from its far start",
              CurvesCase.class,
              CurvesCase::figures),
          new Case(
              "partitions",
              "the best partitions of 200 observations on two columns, none to five breaks",
              PartitionsCase.class,
              PartitionsCase::figures),
          new Case(
              "hindcast contest",
              "Wright against Moore, every technology from every origin, to 20 points ahead",
              HindcastCase.class,
              HindcastCase::figures),
          new Case(
              "placebo pairs",
              "the cost of each technology on the output of each other, Newey-West intervals",
              StrangersCase.class,
              StrangersCase::figures),
          new Case(
              "10,000 specifications",
              "10,000 regressions with Newey-West intervals, judged by the claims' machinery",
              SpecificationsCase.class,
              SpecificationsCase::figures),
          new Case(
              "permutation",
              "two samples of 15, 10,000 arrangements",
              PermutationCase.class,
              PermutationCase::figures),
          new Case(
              "block bootstrap",
              "the mean of 100 values in blocks of ten, 10,000 resamples",
              BlockBootstrapCase.class,
              BlockBootstrapCase::figures),
          new Case(
              "frontiers and lags",
              "two frontiers of an index of models, the lags at records and on every day",
              FrontierLagCase.class,
              FrontierLagCase::figures),
          new Case(
              "interval for a month",
              "the interval for one month more from nine sums of months",
              MonthlyForecastCase.class,
              MonthlyForecastCase::figures),
          new Case(
              "break-even stock",
              "100,000 draws of a gap in supply, each a run of 240 steps",
              SupplyGapCase.class,
              SupplyGapCase::figures),
          new Case(
              "shapes of a delay",
              "five shapes fitted to 30 years and weighed",
              ShockDesignCase.class,
              ShockDesignCase::figures),
          new Case(
              "negative-binomial trends",
              "100 series of 100 counts, coefficients, dispersion and errors",
              NegativeBinomialCase.class,
              NegativeBinomialCase::figures),
          new Case(
              "clustered logistic regression",
              "300 answers on three columns, errors clustered by 100 days",
              LogisticCase.class,
              LogisticCase::figures),
          new Case(
              "two-effect logit",
              "3,000 answers, effects of 30 rows and 100 columns, errors clustered by both",
              TwoEffectLogitCase.class,
              TwoEffectLogitCase::figures),
          new Case(
              "synthetic controls",
              "40 units over 30 periods, each against the other 39",
              SyntheticControlCase.class,
              SyntheticControlCase::figures),
          new Case(
              "complexity index",
              "the index of 222 economies and 4,726 products",
              ComplexityCase.class,
              ComplexityCase::figures),
          new Case(
              "complexity of headings",
              "the index of 222 economies and 1,200 headings",
              ComplexityCase.class,
              "headings",
              ComplexityCase::figuresOfHeadings,
              Goals.USUAL),
          new Case(
              "density",
              "the density of 222 economies around 4,726 products",
              DensityCase.class,
              DensityCase::figures,
              Goals.USUAL.within(1)),
          new Case(
              "look-through",
              "a table of 385 sectors, solved for two final demands and for the value added of a"
                  + " half",
              LookThroughCase.class,
              LookThroughCase::figures,
              Goals.USUAL.behindNumpy(1.5)),
          new Case(
              "permutation with a covariate",
              "a slope over 20 units, 10,000 arrangements of Freedman and Lane",
              FreedmanLaneCase.class,
              FreedmanLaneCase::figures,
              Goals.USUAL.within(0.2)),
          new Case(
              "permutation by family",
              "60 items in 24 families, eight of them marked, 10,000 arrangements",
              FamilyPermutationCase.class,
              FamilyPermutationCase::figures));

  /** Seconds for all verdicts with their simulated worlds, on two cores. */
  private static final double GOAL_VERDICTS = 10;

  /** How much longer five times as many specifications may take: linear, and a fifth for noise. */
  private static final double GOAL_GROWTH = 6;

  private static final Path TABLE = Path.of("src/jmh/results.csv");
  private static final double MEDIAN = 50;
  private static final String AGREEMENT = "agreement";

  private final List<Result> results = new ArrayList<>();

  private Bench() {}

  /**
   * Runs cases and writes the table where all were run.
   *
   * @param arguments names of cases; none for all; {@value #AGREEMENT} asks whether all peers find
   *     the same figures, and takes no times
   * @throws Exception if a peer cannot be run
   */
  public static void main(String[] arguments) throws Exception {
    List<String> asked = Arrays.stream(arguments).filter(one -> !one.isBlank()).toList();
    boolean agreement = asked.equals(List.of(AGREEMENT));
    List<Case> cases =
        CASES.stream()
            .filter(one -> asked.isEmpty() || agreement || asked.contains(one.name()))
            .toList();
    if (!asked.isEmpty() && !agreement && cases.size() < asked.size()) {
      System.err.printf(
          "No such case among %s. There are %s and %s.%n",
          asked, AGREEMENT, CASES.stream().map(Case::name).toList());
      System.exit(1);
    }
    Bench bench = new Bench();
    if (asked.isEmpty()) {
      bench.verdictStep();
    }
    Peers.prepare();
    print("%-29s %-19s %-15s %22s %22s%n", "case", "peer", "figure", "Java", "peer");
    if (!agree(cases)) {
      System.err.println("Figures differ, so no times were taken.");
      System.exit(1);
    }
    if (agreement) {
      return;
    }
    print(
        "%n%-29s %-19s %12s %12s %8s  %s%n", "case", "peer", "Java us", "peer us", "ratio", "goal");
    for (Case one : cases) {
      bench.time(one);
    }
    if (asked.isEmpty()) {
      bench.growth();
      Result.write(bench.results, Machine.here(), TABLE);
      print("%nWritten to %s; run mvn, and the site shows it.%n", TABLE);
    }
  }

  /** The step that computes every verdict with its worlds, from a cold start as in the build. */
  private void verdictStep() {
    long start = System.nanoTime();
    long specifications =
        Verdicts.compute(Catalog.shared()).stream()
            .flatMap(claim -> claim.propositions().stream())
            .flatMap(proposition -> proposition.groups().stream())
            .mapToLong(group -> group.specifications().size())
            .sum();
    double seconds = (System.nanoTime() - start) / 1e9;
    Result result =
        Result.seconds(
            "verdict step",
            "%d specifications and their simulated worlds, from a cold start"
                .formatted(specifications),
            seconds,
            GOAL_VERDICTS);
    print(
        "%nThe verdict step: %.1f s for %s, goal %.0f s %s%n",
        seconds, result.work(), GOAL_VERDICTS, result.words());
    results.add(result);
  }

  /** Whether the machinery's time grows with the number of specifications and no faster. */
  private void growth() throws RunnerException {
    double few = microseconds(SpecificationsCase.class, "fifth");
    double many = microseconds(SpecificationsCase.class, "run");
    Result result =
        Result.growth(
            "growth", "10,000 specifications beside 2,000 of them", many, many / few, GOAL_GROWTH);
    print(
        "%n10,000 specifications take %.1f times as long as 2,000 of them, goal at most %.0f %s%n",
        result.value(), GOAL_GROWTH, result.words());
    results.add(result);
  }

  /** Holds every figure against every peer that gives it, and says whether all agree. */
  private static boolean agree(List<Case> cases) throws IOException, InterruptedException {
    boolean agree = true;
    for (Case one : cases) {
      List<String[]> all = Peers.ask("results", one.name());
      for (Figure figure : one.figures().get()) {
        List<String[]> peers = all.stream().filter(line -> line[2].equals(figure.name())).toList();
        if (peers.isEmpty()) {
          print("%s: no peer gives the figure \"%s\"%n", one.name(), figure.name());
          agree = false;
        }
        for (String[] line : peers) {
          double peer = Double.parseDouble(line[3]);
          boolean close = Math.abs(figure.value() - peer) <= figure.tolerance() * Math.abs(peer);
          print(
              "%-29s %-19s %-15s %22s %22s  %s%n",
              one.name(), line[1], figure.name(), figure.value(), peer, close ? "agree" : "DIFFER");
          agree &= close;
        }
      }
    }
    return agree;
  }

  /** A case and its peers one after the other, so that a busy machine slows them alike. */
  private void time(Case one) throws IOException, InterruptedException, RunnerException {
    double java = microseconds(one.benchmark(), one.method());
    if (Double.isFinite(one.goals().seconds())) {
      Result result = Result.seconds(one.name(), one.work(), java / 1e6, one.goals().seconds());
      print(
          "%-29s %-19s %12.1f %12s %8.3g  %.2g s %s%n",
          one.name(), "", java, "", result.value(), result.goal(), result.words());
      results.add(result);
    }
    for (String[] line : Peers.ask("times", one.name())) {
      Result result =
          Result.faster(
              one.name(),
              one.work(),
              java,
              line[1],
              Double.parseDouble(line[2]),
              line[1].equals("numpy") ? one.goals().numpy() : one.goals().packages());
      print(
          "%-29s %-19s %12.1f %12.1f %8.1f  %.2g %s%n",
          one.name(),
          result.peer(),
          java,
          result.peerMicroseconds(),
          result.value(),
          result.goal(),
          result.words());
      results.add(result);
    }
  }

  /** The median time of a call, which a busy machine disturbs least; the peers' is a median too. */
  private static double microseconds(Class<?> benchmark, String method) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include("^" + benchmark.getName().replace(".", "\\.") + "\\." + method + "$")
            .mode(Mode.SampleTime)
            .timeUnit(TimeUnit.MICROSECONDS)
            .forks(2)
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(3)
            .measurementTime(TimeValue.seconds(1))
            // compile when a method is hot, not when a busy machine has time for it
            .jvmArgsAppend("-Xbatch")
            .verbosity(VerboseMode.SILENT)
            .build();
    RunResult result = new Runner(options).runSingle();
    return result.getPrimaryResult().getStatistics().getPercentile(MEDIAN);
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
