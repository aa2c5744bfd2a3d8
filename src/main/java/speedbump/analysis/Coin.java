package speedbump.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import speedbump.chart.Axis;
import speedbump.chart.EvidencePanels;
import speedbump.chart.Figure;
import speedbump.chart.Panel;
import speedbump.chart.Tone;
import speedbump.chart.WorldsPanel;
import speedbump.claim.Machinery;
import speedbump.claim.Standing;

/**
 * The coin on which a reader learns to read a verdict: the claim is that it is loaded. It holds
 * where so many heads would be rare for a fair coin, and fails where so few would be rare for the
 * loaded one.
 *
 * @param loaded the chance of heads of the loaded coin
 * @param fair that of a fair one
 * @param rare what is rare, a probability
 * @param draws simulated worlds
 */
public record Coin(double loaded, double fair, double rare, int draws) {
  private static final int MOST_FLIPS = 60;
  private static final int DOTS = 40;

  /** The coin of the start page: seven heads in ten, one in twenty is rare. */
  public static final Coin SEVEN_IN_TEN = new Coin(0.7, 0.5, 0.05, 2000);

  /**
   * The chance of at least so many heads, the sum over k of C(n, k) p^k (1 - p)^(n - k).
   *
   * @param heads the least number of heads
   * @param flips the number of flips n
   * @param p the chance of heads
   * @return a probability
   */
  public static double atLeast(int heads, int flips, double p) {
    double sum = 0;
    double term = Math.pow(1 - p, flips);
    for (int k = 0; k <= flips; k++) {
      sum += k >= heads ? term : 0;
      term *= (flips - k) / (k + 1.0) * p / (1 - p);
    }
    return sum;
  }

  /**
   * What the rule says.
   *
   * @param heads heads seen
   * @param flips flips
   * @return holds, fails or neither
   */
  public Standing says(int heads, int flips) {
    if (atLeast(heads, flips, fair) < rare) {
      return Standing.HOLDS;
    }
    return 1 - atLeast(heads + 1, flips, loaded) < rare ? Standing.FAILS : Standing.NEITHER;
  }

  /**
   * How often the rule says "holds" in simulated worlds, with a fixed seed.
   *
   * @param flips flips
   * @param truth the chance of heads in these worlds
   * @return a share of the worlds
   */
  public double shareOfHolds(int flips, double truth) {
    SplittableRandom random = new SplittableRandom(flips);
    int holds = 0;
    for (int draw = 0; draw < draws; draw++) {
      int heads = 0;
      for (int i = 0; i < flips; i++) {
        heads += random.nextDouble() < truth ? 1 : 0;
      }
      holds += says(heads, flips) == Standing.HOLDS ? 1 : 0;
    }
    return holds / (double) draws;
  }

  /**
   * The chance that the rule says "holds", by the binomial distribution: that of so many heads that
   * a fair coin seldom shows as many.
   *
   * @param flips flips
   * @param truth the chance of heads
   * @return a probability
   */
  public double chanceOfHolds(int flips, double truth) {
    return IntStream.rangeClosed(0, flips)
        .filter(heads -> says(heads, flips) == Standing.HOLDS)
        .mapToDouble(heads -> atLeast(heads, flips, truth) - atLeast(heads + 1, flips, truth))
        .sum();
  }

  /**
   * Both worlds by the number of flips, beside the registered bounds.
   *
   * @param machinery the registered bounds
   * @return the figure
   */
  public Figure powerCurve(Machinery machinery) {
    int[] flips = IntStream.rangeClosed(1, MOST_FLIPS).toArray();
    double[] whenLoaded = Arrays.stream(flips).mapToDouble(n -> chanceOfHolds(n, loaded)).toArray();
    double[] whenFair = Arrays.stream(flips).mapToDouble(n -> chanceOfHolds(n, fair)).toArray();
    double bound = machinery.leastHoldsGivenTrue();
    int enough = 1 + last(flips, n -> whenLoaded[n - 1] < bound);
    List<String> sooner =
        Arrays.stream(flips)
            .filter(n -> n < enough && whenLoaded[n - 1] >= bound)
            .mapToObj(String::valueOf)
            .toList();
    String title =
        "From %d flips on the rule finds the loaded coin more often than not; with fewer, %s"
            .formatted(
                enough, sooner.isEmpty() ? "never" : "only at " + String.join(" and ", sooner));
    return Figure.titled(title)
        .subtitle("How often the test says \"holds\", by the number of flips")
        .footer(
            "Computed from the binomial distribution; the bounds are those of the registered rules.")
        .alt(
            "%s. With the loaded coin the share of holds reaches %.0f%% at %d flips; with the fair one it stays at or below %.0f%%"
                .formatted(
                    title,
                    100 * whenLoaded[MOST_FLIPS - 1],
                    MOST_FLIPS,
                    100 * Arrays.stream(whenFair).max().orElseThrow()))
        .size(760, 380)
        .panel(
            Panel.xy()
                .xAxis(Axis.linear(0, MOST_FLIPS, "flips"))
                .yAxis(Axis.share(0, 1, "share of worlds"))
                .line("loaded coin", at(flips), whenLoaded, Tone.HOLDS)
                .line("fair coin", at(flips), whenFair, Tone.OTHERS)
                .horizontalLine(bound, "below: cannot tell")
                .horizontalLine(
                    machinery.greatestHoldsGivenFalse(), "fair coin above: worth nothing"));
  }

  private static double[] at(int[] flips) {
    return Arrays.stream(flips).asDoubleStream().toArray();
  }

  private static int last(int[] flips, IntPredicate which) {
    return Arrays.stream(flips).filter(which).max().orElse(0);
  }

  /**
   * Where heads fall in both worlds and where one run of flips fell: each dot is one in {@value
   * #DOTS} worlds, by the quantiles of the binomial distribution.
   *
   * @param flips flips
   * @param heads heads seen
   * @return the figure
   */
  public Figure twoWorlds(int flips, int heads) {
    List<Double> whenLoaded = dots(flips, loaded);
    List<Double> whenFair = dots(flips, fair);
    long sure = count(whenLoaded, flips);
    long wrong = count(whenFair, flips);
    String title =
        "%d heads in %d: common with the loaded coin, rare with a fair one".formatted(heads, flips);
    return Figure.titled(title)
        .subtitle(
            "Heads in %d flips; each dot is one in %d simulated worlds, coloured by what the rule says"
                .formatted(flips, DOTS))
        .footer(
            "Computed from the binomial distribution. Green: holds. Grey: neither. Brown: fails.")
        .alt(
            "%s. Of %d worlds with the loaded coin the rule says holds in %d, of as many with a fair one in %d"
                .formatted(title, DOTS, sure, wrong))
        .size(760, 360)
        .panel(
            Panel.worlds(
                    Axis.linear(0, flips, "heads"),
                    List.of(
                        new WorldsPanel.World(
                            "If it is true: the coin is loaded",
                            whenLoaded,
                            "says \"holds\" in %d of %d".formatted(sure, DOTS)),
                        new WorldsPanel.World(
                            "If it is false: the coin is fair",
                            whenFair,
                            "says \"holds\" in %d of %d".formatted(wrong, DOTS))))
                .observed(heads, "the data: %d heads".formatted(heads))
                .coloured(dot -> EvidencePanels.tone(says((int) Math.round(dot), flips))));
  }

  private long count(List<Double> dots, int flips) {
    return dots.stream().filter(d -> says((int) Math.round(d), flips) == Standing.HOLDS).count();
  }

  private static List<Double> dots(int flips, double p) {
    List<Double> dots = new ArrayList<>();
    for (int i = 0; i < DOTS; i++) {
      int heads = 0;
      while (1 - atLeast(heads + 1, flips, p) < (i + 0.5) / DOTS) {
        heads++;
      }
      dots.add((double) heads);
    }
    return dots;
  }
}
