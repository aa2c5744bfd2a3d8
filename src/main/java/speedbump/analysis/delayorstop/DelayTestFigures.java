package speedbump.analysis.delayorstop;

import static speedbump.chart.Columns.each;
import static speedbump.chart.Columns.names;

import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import speedbump.analysis.delayorstop.Delay.Placebo;
import speedbump.analysis.delayorstop.Delay.PowerPoint;
import speedbump.analysis.shared.CapabilityRulers;
import speedbump.analysis.shared.CapabilityRulers.Reading;
import speedbump.analysis.shared.ControlledSeries;
import speedbump.analysis.shared.NearControl;
import speedbump.chart.Axis;
import speedbump.chart.EvidencePanels;
import speedbump.chart.Figure;
import speedbump.chart.Marker;
import speedbump.chart.Panel;
import speedbump.chart.SpecificationCurve;
import speedbump.chart.Tone;
import speedbump.chart.XyPanel;
import speedbump.claim.GroupResult;
import speedbump.claim.Machinery;
import speedbump.claim.Proposition;
import speedbump.claim.PropositionResult;
import speedbump.claim.Registry;
import speedbump.claim.Standing;
import speedbump.data.Catalog;
import speedbump.model.FrontierLag.Lag;
import speedbump.model.ShockShape;
import speedbump.stats.Interval;
import speedbump.stats.LeastSquares.SerialErrors;

/**
 * The charts of claim 2 that show what its tests find and how they could be wrong. Titles and
 * descriptions are computed from what is drawn.
 *
 * @param catalog the collection's tables
 * @param analysis the analysis
 */
public record DelayTestFigures(Catalog catalog, DelayOrStop analysis) {
  private static final int WIDTH = 760;
  private static final double MONTHS_PER_YEAR = 12;
  private static final double YEARS_OF_WALL_DRAWN = 2.6;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final String WEIGHT = "ceiling_aicc_weight";

  /**
   * How often the test of 2b sees a planted delay.
   *
   * @param delay the result of 2b, whose registered draws stand at a year
   * @param curves one curve a fitted series, in the order of {@link DelayOrStop#fitted()}, all at
   *     the same delays
   * @return the figure
   */
  public Figure sight(PropositionResult delay, List<List<PowerPoint>> curves) {
    Registry registry = Registry.of(catalog);
    List<ControlledSeries> fitted = analysis.fitted();
    double bound = registry.machinery().leastHoldsGivenTrue();
    XyPanel panel =
        Panel.xy()
            .xAxis(Axis.linear(0, 36, "planted delay, months of old growth"))
            .yAxis(Axis.share(0, 1, "share of simulated worlds in which it is seen"))
            .horizontalLine(bound, "");
    for (int i = 0; i < curves.size(); i++) {
      double[] months = each(curves.get(i), PowerPoint::delayMonths);
      double ofOneYear = delay.group(fitted.get(i).id()).power().holdsGivenTrue();
      double[] power =
          each(
              curves.get(i),
              point -> point.delayMonths() == MONTHS_PER_YEAR ? ofOneYear : point.power());
      Tone tone = fitted.get(i).use() == ControlledSeries.Use.PROXY ? Tone.OTHERS : Tone.CHINA;
      Marker marker = i % 2 == 0 ? Marker.DOT : Marker.RING;
      panel =
          panel
              .line("", months, power, tone)
              .marks(DelayFigures.title(fitted.get(i)), months, power, marker, tone);
    }
    double[] ofAYear = each(fitted, one -> 100 * delay.group(one.id()).power().holdsGivenTrue());
    String each =
        IntStream.range(0, ofAYear.length)
            .mapToObj(i -> "%s %.0f".formatted(DelayFigures.title(fitted.get(i)), ofAYear[i]))
            .collect(Collectors.joining("; "));
    return Figure.titled(
            "A delay of a year would be seen in %.0f and %.0f of 100 worlds on compute, in %.0f and %.0f on the proxies"
                .formatted(ofAYear[0], ofAYear[1], ofAYear[2], ofAYear[3]))
        .subtitle(
            "How often the test of 2b sees a planted delay; at zero, how often it sees one that is"
                + " not there")
        .footer(
            ("Simulated from each series' own dates, old growth and first-order autocorrelated"
                    + " noise; %,d draws a point, %,d at 12 months. Dotted: the registry's bound, %.1f"
                    + " at 12 months.")
                .formatted(registry.machinery().dearDraws(), registry.machinery().draws(), bound))
        .alt("Rising curves; worlds of 100 in which a delay of a year is seen: " + each)
        .size(WIDTH, 430)
        .panel(panel);
  }

  /**
   * The lag of models on quarter ends with the growth of a wall, and the lags of logic nodes.
   *
   * @return the figure
   */
  public Figure lags() {
    List<Lag> index = lagsOn(CapabilityRulers.INDEX);
    Interval slope = analysis.lagSlope().fit(index, SerialErrors.PRAIS_WINSTEN);
    List<NodeLag> nodes = NodeLag.likeForLike(catalog);
    List<NodeLag> other =
        NodeLag.firstOfAnyChip(catalog).stream().filter(one -> !nodes.contains(one)).toList();
    double[] months = each(index, Lag::months);
    return Figure.titled(
            "The lag of models changes by %.1f months a year, with %.0f to %.0f possible; behind a wall it would grow by %.0f"
                .formatted(slope.estimate(), slope.lower(), slope.upper(), MONTHS_PER_YEAR)
                .replace("-", "−"))
        .subtitle(
            "Months behind the US frontier on quarter ends (pale: %d other rulers), and behind TSMC"
                .formatted(analysis.lagSlope().ruling().size() - 1))
        .footer(
            "Data: Epoch AI, Capabilities Index of 1 July 2026 and Benchmarking Hub, CC BY 4.0;"
                + " BigCodeBench. Nodes, from chip for phones to chip for phones: press reports,"
                + " grade S; bars are the months that they allow; grey: the first chip of small"
                + " volume.")
        .alt(
            "Lags of AI models on the index lie between %.0f and %.0f months and change by %.1f a year (%.1f to %.1f); lags of %d logic nodes, like for like, lie between %.0f and %.0f months"
                .formatted(
                    Arrays.stream(months).min().orElseThrow(),
                    Arrays.stream(months).max().orElseThrow(),
                    slope.estimate(),
                    slope.lower(),
                    slope.upper(),
                    nodes.size(),
                    nodes.stream().mapToDouble(NodeLag::leastMonths).min().orElseThrow(),
                    nodes.stream().mapToDouble(NodeLag::mostMonths).max().orElseThrow())
                .replace("-", "−"))
        .size(WIDTH, 420)
        .row(1, models(index), nodes(nodes, other));
  }

  private List<Lag> lagsOn(String ruler) {
    return analysis.lagSlope().quarterlyLags(ruler, Reading.DEFAULT);
  }

  private XyPanel models(List<Lag> index) {
    XyPanel panel =
        Panel.xy()
            .titled("AI models")
            .xAxis(Axis.years(2023.25, 2027.2))
            .yAxis(Axis.linear(0, 40, "months behind"));
    for (String ruler : analysis.lagSlope().ruling()) {
      if (!ruler.equals(CapabilityRulers.INDEX)) {
        panel = line(panel, "", lagsOn(ruler), Tone.FAINT);
      }
    }
    double start = Axis.year(index.get(0).date());
    double months = index.get(0).months();
    return line(panel, "index", index, Tone.CHINA)
        .trend(
            "a wall",
            new double[] {start, start + YEARS_OF_WALL_DRAWN},
            new double[] {months, months + MONTHS_PER_YEAR * YEARS_OF_WALL_DRAWN},
            Tone.FAILS);
  }

  private static XyPanel line(XyPanel panel, String name, List<Lag> lags, Tone tone) {
    return panel.line(
        name, each(lags, one -> Axis.year(one.date())), each(lags, Lag::months), tone);
  }

  private static XyPanel nodes(List<NodeLag> nodes, List<NodeLag> other) {
    XyPanel panel =
        Panel.xy()
            .titled("Logic: SMIC behind TSMC")
            .xAxis(Axis.years(2014, 2028.5))
            .yAxis(Axis.linear(0, 84, "months behind"));
    return nodes(nodes(panel, other, Tone.OTHERS, ", miner"), nodes, Tone.CHINA, "");
  }

  private static XyPanel nodes(XyPanel panel, List<NodeLag> nodes, Tone tone, String chip) {
    double[] from = each(nodes, one -> Axis.year(one.followerFirst()));
    double[] to = each(nodes, one -> Axis.year(one.followerLast()));
    double[] least = each(nodes, NodeLag::leastMonths);
    double[] most = each(nodes, NodeLag::mostMonths);
    double[] x = IntStream.range(0, from.length).mapToDouble(i -> (from[i] + to[i]) / 2).toArray();
    double[] y =
        IntStream.range(0, from.length).mapToDouble(i -> (least[i] + most[i]) / 2).toArray();
    return panel
        .intervals(x, least, most, tone)
        .ranges(y, from, to, tone)
        .points("", x, y, names(nodes, one -> one.node() + " nm" + chip), tone);
  }

  /**
   * Propositions 2a and 2b under attack: earlier dates, other economies, simulated worlds, and
   * every specification of the wider series.
   *
   * @param wall the result of 2a
   * @return the figure
   */
  public Figure couldItBeWrong(PropositionResult wall) {
    Registry registry = Registry.of(catalog);
    Proposition proposition = registry.proposition("2a");
    Machinery machinery = registry.machinery();
    double seen = proposition.bound(Standing.FAILS, WEIGHT);
    double ruledOut = proposition.bound(Standing.HOLDS, WEIGHT);
    ControlledSeries published = analysis.series("training_compute_published");
    GroupResult second = wall.group("training_compute_models");
    GroupResult first = wall.group("training_compute_published");
    List<Placebo> dates =
        analysis.delay().placeboDates(published).stream()
            .filter(one -> !Double.isNaN(one.ceilingWeight()))
            .toList();
    List<Placebo> economies =
        analysis.delay().placeboEconomies(catalog, analysis.series("semiconductor_patents"));
    List<Placebo> elsewhere = economies.subList(1, economies.size());
    double[] early = each(dates, Placebo::ceilingWeight);
    long walls = Arrays.stream(early).filter(weight -> weight > seen).count();
    long below = elsewhere.stream().filter(one -> one.shift().upper() < 0).count();
    double[] weights =
        second.voting().stream()
            .filter(one -> one.standing() != Standing.UNUSABLE)
            .mapToDouble(one -> one.evidence().value(WEIGHT))
            .toArray();
    SpecificationCurve curve =
        EvidencePanels.curve(second, WEIGHT)
            .yAxis(Axis.linear(0, 0.7, "weight of the ceiling"))
            .threshold(ruledOut, "holds below %.2f".formatted(ruledOut))
            .threshold(seen, "fails above %.2f".formatted(seen))
            .titled("Ten largest so far: all specifications of 2a");
    return Figure.titled(
            "A wall shows at %d of %d dates before there was a rule; patents fell below their path in %d of %d other economies"
                .formatted(walls, dates.size(), below, elsewhere.size()))
        .subtitle("Placebo dates and economies, simulated worlds, specification curve")
        .footer(
            "Data: Epoch AI (CC BY 4.0); National Science Board, Indicators 2024. Bars are 95%% intervals. %,d draws a world."
                .formatted(machinery.draws()))
        .alt(
            "Ceiling weights at %d earlier dates reach %.2f; patents of %d of %d other economies fell below their path; of 100 worlds the test sees a wall in, published points: %s; ten largest: %s; %d specifications of the wider series (%d distinct answers) lie between %.2f and %.2f"
                .formatted(
                    dates.size(),
                    Arrays.stream(early).max().orElseThrow(),
                    below,
                    elsewhere.size(),
                    walls(proposition, first),
                    walls(proposition, second),
                    weights.length,
                    second.distinctAnswers(),
                    Arrays.stream(weights).min().orElseThrow(),
                    Arrays.stream(weights).max().orElseThrow()))
        .size(WIDTH, 1330)
        .row(0.28, earlier(published, dates, seen), jumps(economies))
        .row(
            0.38,
            EvidencePanels.worlds(registry, "2a", first)
                .titled("2a where the truth is known: published points"),
            EvidencePanels.worlds(registry, "2a", second).titled("The same: ten largest so far"))
        .row(0.34, curve);
  }

  private XyPanel earlier(ControlledSeries published, List<Placebo> dates, double bound) {
    return Panel.xy()
        .titled("A wall before there was a rule")
        .xAxis(Axis.years(2020, 2023))
        .yAxis(Axis.share(0, 1, "weight of the ceiling at an earlier date"))
        .points(
            "",
            each(dates, one -> Axis.year(one.day())),
            each(dates, Placebo::ceilingWeight),
            Tone.OTHERS)
        .highlight(
            Axis.year(published.controlDate()),
            analysis.wall().fit(published, NearControl.ALL).fits().weight(ShockShape.CEILING),
            "the rule")
        .horizontalLine(bound, "");
  }

  /** The jumps in order of size, the first economy marked. */
  private static XyPanel jumps(List<Placebo> economies) {
    Placebo china = economies.get(0);
    List<Placebo> sorted =
        economies.stream()
            .sorted(Comparator.comparingDouble(one -> one.shift().estimate()))
            .toList();
    double[] ranks = IntStream.rangeClosed(1, sorted.size()).asDoubleStream().toArray();
    return Panel.xy()
        .titled("Patents, jump at %s".formatted(china.day().format(DAY)))
        .xAxis(Axis.linear(-2, 1, "jump at China's control date, log points"))
        .yAxis(
            Axis.linear(0, sorted.size() + 1, "rank among %d economies".formatted(sorted.size())))
        .ranges(
            ranks,
            each(sorted, one -> one.shift().lower()),
            each(sorted, one -> one.shift().upper()),
            Tone.OTHERS)
        .marks("", each(sorted, one -> one.shift().estimate()), ranks, Marker.DOT, Tone.OTHERS)
        .highlight(china.shift().estimate(), sorted.indexOf(china) + 1, "China")
        .verticalLine(0, "");
  }

  private static String walls(Proposition proposition, GroupResult group) {
    return group.power().worlds().stream()
        .map(
            one ->
                "%s %.0f"
                    .formatted(
                        proposition.worlds(one.world()).get(one.variant() - 1).reads(),
                        100 * one.fails()))
        .collect(Collectors.joining(", "));
  }
}
