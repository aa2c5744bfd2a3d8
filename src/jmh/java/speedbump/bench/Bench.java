package speedbump.bench;

import java.io.IOException;
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
 * ends the run; then times are taken, Java's by JMH and the peers' by {@code peers.py}, and printed
 * side by side.
 */
public final class Bench {
  /**
   * A case under the name that {@code peers.py} knows it by.
   *
   * @param name the name
   * @param benchmark the class with its benchmark
   * @param figures its figures
   */
  private record Case(String name, Class<?> benchmark, Supplier<List<Figure>> figures) {}

  private static final List<Case> CASES =
      List.of(
          new Case("least squares, Newey-West", LeastSquaresCase.class, LeastSquaresCase::figures),
          new Case("permutation", PermutationCase.class, PermutationCase::figures),
          new Case("block bootstrap", BlockBootstrapCase.class, BlockBootstrapCase::figures),
          new Case("frontiers and lags", FrontierLagCase.class, FrontierLagCase::figures),
          new Case("interval for a month", MonthlyForecastCase.class, MonthlyForecastCase::figures),
          new Case("break-even stock", SupplyGapCase.class, SupplyGapCase::figures),
          new Case("shapes of a delay", ShockDesignCase.class, ShockDesignCase::figures));

  /** Java's speed over that of the packages one would use in Python. */
  private static final double GOAL_PACKAGE = 10;

  /** Java's speed over that of code written for the purpose in whole-array operations. */
  private static final double GOAL_NUMPY = 1;

  /** Seconds for the verdicts of one claim with its simulated worlds, on two cores. */
  private static final double GOAL_VERDICTS = 10;

  private static final double MEDIAN = 50;

  private Bench() {}

  /**
   * Runs all cases.
   *
   * @param arguments none
   * @throws Exception if a peer cannot be run
   */
  public static void main(String[] arguments) throws Exception {
    verdictStep();
    Peers.prepare();
    print("%-26s %-12s %-15s %22s %22s%n", "case", "peer", "figure", "Java", "peer");
    if (!agree()) {
      System.err.println("Figures differ, so no times were taken.");
      System.exit(1);
    }
    List<String[]> times = Peers.ask("times");
    print(
        "%n%-26s %-12s %12s %12s %8s  %s%n", "case", "peer", "Java us", "peer us", "ratio", "goal");
    for (Case one : CASES) {
      double java = microseconds(one.benchmark());
      for (String[] line : times) {
        if (line[0].equals(one.name())) {
          double peer = Double.parseDouble(line[2]);
          double goal = line[1].equals("numpy") ? GOAL_NUMPY : GOAL_PACKAGE;
          print(
              "%-26s %-12s %12.1f %12.1f %8.1f  %.0f %s%n",
              one.name(),
              line[1],
              java,
              peer,
              peer / java,
              goal,
              peer / java >= goal ? "met" : "MISSED");
        }
      }
    }
  }

  /** The step that computes every verdict with its worlds, from a cold start as in the build. */
  private static void verdictStep() {
    long start = System.nanoTime();
    long specifications =
        Verdicts.compute(Catalog.shared()).stream()
            .flatMap(claim -> claim.propositions().stream())
            .flatMap(proposition -> proposition.groups().stream())
            .mapToLong(group -> group.specifications().size())
            .sum();
    double seconds = (System.nanoTime() - start) / 1e9;
    print(
        "%nThe verdict step: %.1f s for %d specifications and their worlds, goal %.0f s %s%n",
        seconds, specifications, GOAL_VERDICTS, seconds <= GOAL_VERDICTS ? "met" : "MISSED");
  }

  /** Holds every figure against every peer that gives it, and says whether all agree. */
  private static boolean agree() throws IOException, InterruptedException {
    List<String[]> results = Peers.ask("results");
    boolean agree = true;
    for (Case one : CASES) {
      for (Figure figure : one.figures().get()) {
        List<String[]> peers =
            results.stream()
                .filter(line -> line[0].equals(one.name()) && line[2].equals(figure.name()))
                .toList();
        if (peers.isEmpty()) {
          print("%s: no peer gives the figure \"%s\"%n", one.name(), figure.name());
          agree = false;
        }
        for (String[] line : peers) {
          double peer = Double.parseDouble(line[3]);
          boolean close = Math.abs(figure.value() - peer) <= figure.tolerance() * Math.abs(peer);
          print(
              "%-26s %-12s %-15s %22s %22s  %s%n",
              one.name(), line[1], figure.name(), figure.value(), peer, close ? "agree" : "DIFFER");
          agree &= close;
        }
      }
    }
    return agree;
  }

  /** The median time of a call, which a busy machine disturbs least; the peers' is a median too. */
  private static double microseconds(Class<?> benchmark) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include("^" + benchmark.getName().replace(".", "\\.") + "\\.run$")
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
