package speedbump.analysis.learningbymaking;

import static speedbump.chart.Columns.each;
import static speedbump.chart.Columns.names;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import speedbump.analysis.learningbymaking.FallingCosts.Learner;
import speedbump.analysis.learningbymaking.Strangers.Pair;
import speedbump.chart.Axis;
import speedbump.chart.EvidencePanels;
import speedbump.chart.Figure;
import speedbump.chart.Marker;
import speedbump.chart.Panel;
import speedbump.chart.Tone;
import speedbump.chart.XyPanel;
import speedbump.claim.GroupResult;
import speedbump.claim.Proposition;
import speedbump.claim.Standing;
import speedbump.model.CostSeries;
import speedbump.model.LearningCurve;
import speedbump.model.LearningCurve.Driver;
import speedbump.model.LearningCurve.Form;
import speedbump.model.TwoFactors;
import speedbump.stats.Quantile;

/**
 * The charts of claim 7 that draw what all technologies learned, and what speaks against it. Titles
 * and descriptions are computed from what is drawn.
 *
 * @param learning the analysis
 * @see ForecastFigures
 */
public record LearningFigures(LearningByMaking learning) {
  /** The footer of the series of all technologies. */
  static final String CURVES =
      "Data: Performance Curve Database (CC BY 3.0), world solar modules, lithium-ion cells"
          + " (Ziegler and Trancik).";

  /** Names of the fields where China now makes most. */
  private static final Map<String, String> MADE_IN_CHINA =
      Map.of(
          Technologies.SOLAR, "Solar modules (world)",
          Technologies.LITHIUM_ION, "Lithium-ion cells",
          ChinasPart.WIND, "Wind electricity");

  /** Exponents below this lie outside the chart of rates. */
  private static final double LOWEST_EXPONENT_DRAWN = -0.2;

  private static final double COVERAGE = 0.95;

  /** The share of log output explained by time from which the two count as one. */
  private static final double CLOSELY = 0.95;

  /** The width of an interval that holds both no learning and fast learning. */
  private static final double NOT_TOLD_APART = 0.5;

  private static final int WIDTH = 760;
  private static final int HUNDRED = 100;

  /**
   * A series' name as text.
   *
   * @param series its name in the table of series
   * @return the name for a reader
   */
  public static String words(String series) {
    return MADE_IN_CHINA.getOrDefault(
        series, series.replace('_', ' ').replaceAll("(?<=[a-z])(?=[A-Z])", " "));
  }

  /** The learning rate of an exponent, per cent a doubling. */
  static double rate(double exponent) {
    return HUNDRED * LearningCurve.learningRate(Driver.EXPERIENCE, exponent);
  }

  private static <T> double share(Collection<T> all, Predicate<T> which) {
    return all.stream().filter(which).count() / (double) all.size();
  }

  private List<Learner> learners(Form form) {
    return learning.fallingCosts().learners(form, Technologies.LEAST_YEARS, 0);
  }

  private List<CostSeries> technologies() {
    return learning.technologies().lasting(Technologies.LEAST_YEARS).all();
  }

  private List<TwoFactors> timeHeldFixed() {
    return technologies().stream().map(TwoFactors::fit).toList();
  }

  /**
   * How often a cost falls significantly with its own output, with a stranger's, and with its own
   * once time is held fixed.
   *
   * @return the figure
   */
  public Figure shares() {
    Strangers strangers = learning.strangers();
    double own = share(learners(Form.LEVELS), Learner::significant);
    double others = share(strangers.pairs(Form.LEVELS), Pair::learns);
    double ownSteps = share(learners(Form.FIRST_DIFFERENCES), Learner::significant);
    double othersSteps = share(strangers.pairs(Form.FIRST_DIFFERENCES), Pair::learns);
    double fixed = share(timeHeldFixed(), one -> one.interval(COVERAGE).lower() > 0);
    return Figure.titled(
            "Costs fall significantly with own output in %.0f%% of technologies, with a stranger's in %.0f%% of pairs"
                .formatted(HUNDRED * own, HUNDRED * others))
        .subtitle(
            "Share whose cost falls significantly with cumulative output: 95% interval by Prais and"
                + " Winsten above zero")
        .footer(CURVES)
        .alt(
            "Five shares in per cent: own output in levels %.0f, a stranger's %.0f; in yearly steps %.0f and %.0f; own output with time held fixed %.0f"
                .formatted(
                    HUNDRED * own,
                    HUNDRED * others,
                    HUNDRED * ownSteps,
                    HUNDRED * othersSteps,
                    HUNDRED * fixed))
        .size(WIDTH, 330)
        .panel(
            Panel.xy()
                .xAxis(Axis.share(0, 1, "share of technologies, or of pairs"))
                .yAxis(
                    Axis.categories(
                        "own output, levels",
                        "a stranger's output, levels",
                        "own output, yearly steps",
                        "a stranger's output, yearly steps",
                        "own, yearly steps, time held fixed"))
                .marks(
                    "own output",
                    new double[] {own, ownSteps, fixed},
                    new double[] {0, 2, 4},
                    Marker.DOT,
                    Tone.CHINA)
                .marks(
                    "a stranger's",
                    new double[] {others, othersSteps},
                    new double[] {1, 3},
                    Marker.RING,
                    Tone.OTHERS));
  }

  /**
   * The learning rate of each technology in levels, sorted.
   *
   * @return the figure
   */
  public Figure rates() {
    List<Learner> all = learners(Form.LEVELS);
    List<Learner> drawn =
        all.stream()
            .filter(one -> one.exponent().estimate() > LOWEST_EXPONENT_DRAWN)
            .sorted(Comparator.comparingDouble(one -> one.exponent().estimate()))
            .toList();
    double[] middle =
        Quantile.linear(each(all, one -> rate(one.exponent().estimate())), 0.25, 0.5, 0.75);
    String outside =
        all.stream()
            .filter(one -> !drawn.contains(one))
            .map(
                one ->
                    "%s (cost times %.1f with each doubling)"
                        .formatted(
                            words(one.series().name()), Math.pow(2, -one.exponent().estimate())))
            .collect(Collectors.joining(", "));
    int half = (drawn.size() + 1) / 2;
    return Figure.titled(
            "Costs fell significantly with output in %d of %d technologies; the median rate is %.0f%% a doubling"
                .formatted(
                    all.stream().filter(Learner::significant).count(), all.size(), middle[1]))
        .subtitle(
            "Learning rates in levels, 95% intervals by Prais and Winsten; orange where China now makes most")
        .footer(CURVES + " Outside the chart: " + outside + ".")
        .alt(
            "Sorted learning rates of %d technologies, the middle half of all from %.0f to %.0f per cent a doubling"
                .formatted(drawn.size(), middle[0], middle[2]))
        .size(WIDTH, 604)
        .row(
            1,
            ratePanel(drawn.subList(0, half)).titled("The slower half"),
            ratePanel(drawn.subList(half, drawn.size())).titled("The faster half"));
  }

  private static XyPanel ratePanel(List<Learner> drawn) {
    double[] place = IntStream.range(0, drawn.size()).asDoubleStream().toArray();
    int[] chinese =
        IntStream.range(0, drawn.size())
            .filter(i -> MADE_IN_CHINA.containsKey(drawn.get(i).series().name()))
            .toArray();
    return Panel.xy()
        .xAxis(Axis.linear(-20, 55, "per cent a doubling"))
        .yAxis(Axis.categories(names(drawn, one -> words(one.series().name()))))
        .ranges(
            place,
            each(drawn, one -> rate(one.exponent().lower())),
            each(drawn, one -> rate(one.exponent().upper())),
            Tone.OTHERS)
        .points("", each(drawn, one -> rate(one.exponent().estimate())), place, Tone.NEUTRAL)
        .points(
            "",
            Arrays.stream(chinese)
                .mapToDouble(i -> rate(drawn.get(i).exponent().estimate()))
                .toArray(),
            Arrays.stream(chinese).asDoubleStream().toArray(),
            Tone.CHINA);
  }

  /**
   * How wide the exponent's interval is with time held fixed, by how closely output follows time.
   *
   * @return the figure
   */
  public Figure collinearity() {
    List<TwoFactors> both = timeHeldFixed();
    double[] width =
        each(both, one -> one.interval(COVERAGE).upper() - one.interval(COVERAGE).lower());
    double limit = 1 / (1 - CLOSELY);
    long even = both.stream().filter(one -> one.varianceInflation() > limit).count();
    var widths = Arrays.stream(width).summaryStatistics();
    return Figure.titled(
            "In %d of %d technologies time explains more than %.0f%% of log output"
                .formatted(even, both.size(), HUNDRED * CLOSELY))
        .subtitle(
            "Width of the exponent's 95% interval with time held fixed, against the variance"
                + " inflation; both axes logarithmic")
        .footer(CURVES)
        .alt(
            "The more inflation, the wider the interval: from %.2f to %.1f; %d of %d technologies lie right of the line"
                .formatted(widths.getMin(), widths.getMax(), even, both.size()))
        .size(WIDTH, 335)
        .panel(
            Panel.xy()
                .xAxis(Axis.log(1, 10000, "variance inflation"))
                .yAxis(Axis.log(0.1, 100, "width of the interval"))
                .points("", each(both, TwoFactors::varianceInflation), width, Tone.NEUTRAL)
                .verticalLine(limit, "R² = %.2f".formatted(CLOSELY), Tone.NEUTRAL)
                .horizontalLine(
                    NOT_TOLD_APART,
                    "rates of 0 and %.0f%% not told apart".formatted(rate(NOT_TOLD_APART))));
  }

  /**
   * Four attacks on 7a and 7c: costs on the output of strangers, simulated worlds, all
   * specifications, and other guesses of what was made before each series begins.
   *
   * @param pooled the group of 7c
   * @param guesses guesses of prior output, times the one held, ascending
   * @return the figure
   */
  public Figure couldItBeWrong(GroupResult pooled, double... guesses) {
    Proposition proposition = learning.registry().proposition("7c");
    String share = "pooled_exponent_upper95_over_uncontrolled";
    double bound = proposition.bound(Standing.FAILS, share);
    List<Pair> pairs = learning.strangers().pairs(Form.LEVELS);
    List<LearningByMaking> guessed =
        Arrays.stream(guesses).mapToObj(learning::withPriorOutput).toList();
    List<double[]> middle = guessed.stream().map(LearningFigures::middleRates).toList();
    return Figure.titled(
            "Of %d specifications (%d distinct answers) of 7c %d meet \"holds\" and %d \"fails\""
                .formatted(
                    pooled.usable(),
                    pooled.distinctAnswers(),
                    pooled.meetHolds(),
                    pooled.meetFails()))
        .subtitle(
            "Costs on the outputs of strangers, simulated worlds, upper bound of the exponent over"
                + " the one without the time control, and rates by guess of prior output (least squares)")
        .footer(
            CURVES
                + " %,d draws a world. A pair needs %d common years."
                    .formatted(pooled.power().draws(), Technologies.LEAST_YEARS))
        .alt(
            "%.0f of 100 placebo pairs learn; where half is experience %.0f of 100 draws say so; the median rate goes from %.0f to %.0f per cent with the guess of prior output"
                .formatted(
                    HUNDRED * share(pairs, Pair::learns),
                    HUNDRED * pooled.power().holdsGivenTrue(),
                    middle.get(0)[1],
                    middle.get(middle.size() - 1)[1]))
        .size(WIDTH, 785)
        .row(
            0.47,
            placebo(pairs),
            EvidencePanels.worlds(learning.registry(), "7c", pooled)
                .titled("The same test where the truth is known"))
        .row(
            0.53,
            EvidencePanels.curve(pooled, share)
                .yAxis(Axis.log(0.1, 10, "upper bound, share"))
                .threshold(bound, "fails below %.2f".formatted(bound))
                .titled("All specifications of 7c"),
            priorOutput(guesses, guessed, middle));
  }

  /** Quartiles of the rates in levels, by least squares as they are published. */
  private static double[] middleRates(LearningByMaking guess) {
    List<CostSeries> all = guess.technologies().lasting(Technologies.LEAST_YEARS).all();
    return Quantile.linear(each(all, LearningFigures::rateInLevels), 0.25, 0.5, 0.75);
  }

  private static double rateInLevels(CostSeries series) {
    return HUNDRED * LearningCurve.fit(series, Driver.EXPERIENCE, Form.LEVELS).learningRate();
  }

  /** From how many strangers each technology "learns", sorted; the fields of China by name. */
  private XyPanel placebo(List<Pair> pairs) {
    Map<String, Double> shares =
        pairs.stream()
            .collect(
                Collectors.groupingBy(
                    Pair::cost, Collectors.averagingDouble(one -> one.learns() ? 1 : 0)));
    List<String> order =
        shares.keySet().stream()
            .sorted(
                Comparator.comparing((String name) -> shares.get(name)).thenComparing(name -> name))
            .toList();
    double[] place = IntStream.rangeClosed(1, order.size()).asDoubleStream().toArray();
    int[] chinese =
        IntStream.range(0, order.size())
            .filter(i -> MADE_IN_CHINA.containsKey(order.get(i)))
            .toArray();
    return Panel.xy()
        .titled("Placebo: share of strangers that \"teach\" it")
        .xAxis(Axis.linear(0, order.size() + 1, "technologies, sorted"))
        .yAxis(Axis.share(0, 1.05, "share of other technologies' outputs"))
        .points("", place, each(order, shares::get), Tone.OTHERS)
        .points(
            "",
            Arrays.stream(chinese).mapToDouble(i -> place[i]).toArray(),
            Arrays.stream(chinese).mapToDouble(i -> shares.get(order.get(i))).toArray(),
            Arrays.stream(chinese).mapToObj(i -> words(order.get(i))).toList(),
            Tone.CHINA);
  }

  private static XyPanel priorOutput(
      double[] guesses, List<LearningByMaking> guessed, List<double[]> middle) {
    return Panel.xy()
        .titled("Rate by guess of prior output")
        .xAxis(Axis.log(guesses[0], guesses[guesses.length - 1], "guess, times the one held"))
        .yAxis(Axis.linear(0, 80, "per cent a doubling"))
        .band(
            "middle half",
            guesses,
            each(middle, quartiles -> quartiles[0]),
            each(middle, quartiles -> quartiles[2]),
            Tone.OTHERS)
        .line("median", guesses, each(middle, quartiles -> quartiles[1]), Tone.NEUTRAL)
        .line(
            "solar",
            guesses,
            each(guessed, one -> rateInLevels(one.technologies().series(Technologies.SOLAR))),
            Tone.CHINA);
  }
}
