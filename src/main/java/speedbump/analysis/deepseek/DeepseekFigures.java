package speedbump.analysis.deepseek;

import static speedbump.chart.Columns.each;
import static speedbump.chart.Columns.names;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import speedbump.analysis.deepseek.Closeness.Measure;
import speedbump.analysis.deepseek.Closeness.Moment;
import speedbump.analysis.deepseek.Closeness.RulerOnR1;
import speedbump.analysis.shared.CapabilityRulers;
import speedbump.analysis.shared.CapabilityRulers.Reading;
import speedbump.chart.Axis;
import speedbump.chart.EvidencePanels;
import speedbump.chart.Figure;
import speedbump.chart.Marker;
import speedbump.chart.Panel;
import speedbump.chart.Tone;
import speedbump.chart.XyPanel;
import speedbump.claim.GroupResult;
import speedbump.claim.Proposition;
import speedbump.claim.Registry;
import speedbump.claim.SpecificationResult;
import speedbump.claim.Standing;
import speedbump.data.Catalog;
import speedbump.model.ComputeTrend;
import speedbump.model.ComputeTrend.TrainedModel;
import speedbump.model.FrontierLag;
import speedbump.model.FrontierLag.Lag;
import speedbump.model.Release;

/**
 * The charts of claim 6. Titles and descriptions are computed from what is drawn.
 *
 * @param catalog the collection's tables
 * @param deepseek the analysis
 */
public record DeepseekFigures(Catalog catalog, Deepseek deepseek) {
  private static final String INDEX = CapabilityRulers.INDEX;
  private static final String SOURCES =
      "Data: Epoch AI, Capabilities Index and Benchmarking Hub, CC BY 4.0; BigCodeBench, Apache 2.0."
          + " Index of %s.";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final double LAST_YEAR_SHOWN = 2026.6;

  /** Room for the name of the newest record. */
  private static final double LAST_YEAR_LABELLED = 2026.95;

  private static final LocalDate FIRST_RULE_SHOWN = LocalDate.of(2023, 4, 1);
  private static final int WIDTH = 760;

  /** The records that the text speaks of. */
  private static final Set<String> NAMED =
      Set.of("DeepSeek-V2", "Qwen2-72B", "Qwen2.5-72B", "DeepSeek-V3");

  private record Rule(LocalDate date, String label, boolean aiChips) {}

  private FrontierLag lag() {
    return deepseek.rulers().lag(INDEX, Reading.DEFAULT);
  }

  /** The day on which the index was copied: until then no unmatched record was matched. */
  private LocalDate snapshot() {
    return catalog.resource("ai/index_models_2026_07").snapshot();
  }

  private String source(String more) {
    return "Data: Epoch AI, Capabilities Index of %s%s, CC BY 4.0."
        .formatted(DAY.format(snapshot()), more);
  }

  private String sources() {
    return SOURCES.formatted(DAY.format(snapshot()));
  }

  private static double average(List<Lag> lags) {
    return lags.stream().mapToDouble(Lag::months).average().orElseThrow();
  }

  /**
   * The lag of each Chinese record, R1 marked, with the dates of US rules on AI chips.
   *
   * @return the figure
   */
  public Figure recordLags() {
    List<Lag> records = lag().atRecords();
    Lag r1 = named(records, Deepseek.R1);
    List<Lag> others = records.stream().filter(one -> one != r1).toList();
    List<Lag> before = others.stream().filter(one -> one.date().isBefore(r1.date())).toList();
    List<Lag> after = others.stream().filter(one -> one.date().isAfter(r1.date())).toList();
    XyPanel panel =
        Panel.xy()
            .xAxis(Axis.years(2023.25, LAST_YEAR_LABELLED))
            .yAxis(Axis.linear(0, 16, "months behind the US frontier"))
            .points(
                "",
                each(others, one -> Axis.year(one.date())),
                each(others, Lag::months),
                names(others, one -> shown(one, records)),
                Tone.CHINA)
            .highlight(Axis.year(r1.date()), r1.months(), "DeepSeek-R1");
    Rule rule =
        catalog.rows("controls/control_events", Rule.class).stream()
            .filter(one -> one.aiChips() && one.date().isAfter(FIRST_RULE_SHOWN))
            .min(Comparator.comparing(Rule::date))
            .orElseThrow();
    panel = panel.verticalLine(Axis.year(rule.date()), rule.label());
    return Figure.titled(
            "R1 trailed the first US model of its level by %.1f months, earlier Chinese records by %.1f on average"
                .formatted(r1.months(), average(before)))
        .subtitle(
            "Lag of each Chinese record behind the first US model with at least its score on the"
                + " capability index, in months")
        .footer(
            source("")
                + " Dotted: the rule that stopped the chips on which R1's base was trained. The first"
                + " two dots are lower bounds: the index begins there.")
        .alt(
            "Lags of %d Chinese records: up to %.1f months before DeepSeek-R1, %.1f at R1, %.1f to %.1f after it"
                .formatted(
                    records.size(),
                    Arrays.stream(each(before, Lag::months)).max().orElseThrow(),
                    r1.months(),
                    Arrays.stream(each(after, Lag::months)).min().orElseThrow(),
                    Arrays.stream(each(after, Lag::months)).max().orElseThrow()))
        .size(WIDTH, 430)
        .panel(panel);
  }

  /** The name of a record that the text speaks of, and of the newest; the others bear none. */
  private static String shown(Lag one, List<Lag> records) {
    boolean newest = one == records.get(records.size() - 1);
    String name = one.name().split(" \\(")[0];
    return newest || NAMED.contains(name) ? name : "";
  }

  private static Lag named(List<Lag> lags, String model) {
    return lags.stream().filter(one -> one.name().startsWith(model)).findFirst().orElseThrow();
  }

  /**
   * Both frontiers as staircases, with the lags of DeepSeek-V2 and of R1 as arrows.
   *
   * @return the figure
   */
  public Figure frontiers() {
    FrontierLag lag = lag();
    Lag v2 = named(lag.atRecords(), "DeepSeek-V2");
    Lag r1 = named(lag.atRecords(), Deepseek.R1);
    double end = Axis.year(snapshot());
    XyPanel panel =
        Panel.xy()
            .xAxis(Axis.years(2023.1, LAST_YEAR_SHOWN))
            .yAxis(Axis.linear(85, 165, "index points"));
    panel = staircase(panel, "US frontier", lag.leader().records(), end, Tone.US);
    panel = staircase(panel, "Chinese frontier", lag.follower().records(), end, Tone.CHINA);
    for (Lag one : List.of(v2, r1)) {
      Release reached = lag.leader().firstAtOrAbove(one.score()).orElseThrow();
      panel =
          panel.arrow(
              Axis.year(one.date()),
              one.score(),
              Axis.year(reached.date()),
              one.score(),
              "%s: %.1f months".formatted(one.name().split(" ")[0], one.months()));
    }
    return Figure.titled(
            "The first US model to score as high came %.1f months before DeepSeek-V2 and %.1f before R1"
                .formatted(v2.months(), r1.months()))
        .subtitle("Best score so far on the capability index, points; an arrow is a lag")
        .footer(source(""))
        .alt(
            "Two rising staircases, the US one above the Chinese one; arrows mark lags of %.1f months for %s and %.1f for R1"
                .formatted(v2.months(), v2.name(), r1.months()))
        .size(WIDTH, 430)
        .panel(panel);
  }

  private static XyPanel staircase(
      XyPanel panel, String name, List<Release> records, double end, Tone tone) {
    double last = records.get(records.size() - 1).score();
    return panel.steps(
        name,
        and(each(records, one -> Axis.year(one.date())), end),
        and(each(records, Release::score), last),
        tone);
  }

  private static double[] and(double[] values, double last) {
    return DoubleStream.concat(Arrays.stream(values), DoubleStream.of(last)).toArray();
  }

  /**
   * What each ruler says of R1 by itself: mean lags before and after it, and its own.
   *
   * @return the figure
   */
  public Figure rulersOnR1() {
    List<RulerOnR1> rows = deepseek.closeness().rulersOnR1(Reading.DEFAULT);
    double[] places = IntStream.range(0, rows.size()).asDoubleStream().toArray();
    int[] later =
        IntStream.range(0, rows.size()).filter(i -> rows.get(i).recordsAfter() > 0).toArray();
    long closer = rows.stream().filter(row -> row.atR1Months() < row.beforeMonths()).count();
    long closest = rows.stream().filter(RulerOnR1::closestSoFar).count();
    String title =
        "R1's lag is below the mean of earlier records on %d of %d rulers, and below every one of them on %d"
            .formatted(closer, rows.size(), closest);
    return Figure.titled(title)
        .subtitle(
            "Lag behind the first US model with at least the same score, in months, at Chinese"
                + " records")
        .footer(sources())
        .alt(
            "Dot plot of %d rulers. %s; later records are held on %d of them"
                .formatted(rows.size(), title, later.length))
        .size(WIDTH, 400)
        .panel(
            Panel.xy()
                .xAxis(Axis.linear(0, 14, "months"))
                .yAxis(Axis.categories(names(rows, RulerOnR1::ruler)))
                .marks(
                    "before R1, mean",
                    each(rows, RulerOnR1::beforeMonths),
                    places,
                    Marker.RING,
                    Tone.OTHERS)
                .marks(
                    "before R1, closest",
                    each(rows, RulerOnR1::closestBeforeMonths),
                    places,
                    Marker.DIAMOND,
                    Tone.OTHERS)
                .marks("R1", each(rows, RulerOnR1::atR1Months), places, Marker.DOT, Tone.HIGHLIGHT)
                .marks(
                    "after R1, mean",
                    Arrays.stream(later).mapToDouble(i -> rows.get(i).afterMonths()).toArray(),
                    Arrays.stream(later).asDoubleStream().toArray(),
                    Marker.DOT,
                    Tone.CHINA));
  }

  /**
   * Compute against capability with the others' trend at R1's date, and where R1 lies among their
   * residuals.
   *
   * @param trend the trend, fitted without DeepSeek's models
   * @return the figure
   */
  public Figure compute(ComputeTrend trend) {
    TrainedModel r1 =
        deepseek.efficiency().event(Reading.DEFAULT.vintage(), Deepseek.R1).orElseThrow();
    TrainedModel v3 =
        deepseek.efficiency().event(Reading.DEFAULT.vintage(), Deepseek.V3).orElseThrow();
    ComputeTrend.Residual residual = trend.residual(r1).orElseThrow();
    double v3Share = 100 * v3.computeFlop() / trend.residual(v3).orElseThrow().predictedFlop();
    double[] grid = IntStream.rangeClosed(0, 40).mapToDouble(i -> 80 + i * 1.75).toArray();
    List<ComputeTrend.Prediction> line =
        Arrays.stream(grid).mapToObj(score -> trend.predict(score, r1.date())).toList();
    XyPanel fit =
        Panel.xy()
            .xAxis(Axis.linear(70, 160, "index points"))
            .yAxis(Axis.log(1e20, 1e27, "training compute, FLOP"))
            .band(
                "",
                grid,
                each(line, ComputeTrend.Prediction::lowFlop),
                each(line, ComputeTrend.Prediction::highFlop),
                Tone.FAINT)
            .trend(
                "trend at R1's date, one prediction sd either side",
                grid,
                each(line, ComputeTrend.Prediction::flop),
                Tone.NEUTRAL)
            .points(
                "",
                each(trend.sample(), TrainedModel::score),
                each(trend.sample(), TrainedModel::computeFlop),
                Tone.OTHERS)
            .highlight(r1.score(), r1.computeFlop(), "R1")
            .highlight(v3.score(), v3.computeFlop(), "V3");
    double[] residuals = trend.standardisedResiduals();
    double[] edges = IntStream.rangeClosed(-6, 6).mapToDouble(i -> i / 2.0).toArray();
    XyPanel scatter =
        Panel.xy()
            .titled("Residuals of all models")
            .xAxis(Axis.linear(-3, 3, "prediction standard deviations"))
            .yAxis(Axis.linear(0, 20, "models"))
            .histogram("", residuals, edges, Tone.OTHERS)
            .verticalLine(residual.predictionSd(), "R1");
    long below = Arrays.stream(residuals).filter(one -> one <= residual.predictionSd()).count();
    double share = 100 * r1.computeFlop() / residual.predictedFlop();
    return Figure.titled(
            "R1 took %.0f%% of the compute predicted, V3 %.0f%%; %d of %d other models lie as far below as R1"
                .formatted(share, v3Share, below, residuals.length))
        .subtitle(
            "Training compute against capability, predicted for each score and date; DeepSeek's models"
                + " are not in the fit")
        .footer(source(" and its compute estimates"))
        .alt(
            "Compute against score of %d models: R1 at %.0f%% of what the trend predicts, V3 at %.0f%%; among the residuals R1 stands at %.1f prediction standard deviations"
                .formatted(residuals.length, share, v3Share, residual.predictionSd()))
        .size(WIDTH, 420)
        .row(1, fit, scatter);
  }

  /**
   * Proposition 6a under attack: every record as the moment, the simulated worlds, and every
   * specification.
   *
   * @param closeness the examined group of 6a
   * @return the figure
   */
  public Figure couldItBeWrong(GroupResult closeness) {
    Registry registry = Registry.of(catalog);
    Proposition proposition = registry.proposition("6a");
    double bound = proposition.bound(Standing.HOLDS, "permutation_p");
    List<Moment> moments = deepseek.closeness().moments();
    Moment r1 =
        moments.stream().filter(one -> one.model().equals(Deepseek.R1)).findFirst().orElseThrow();
    List<Moment> others = moments.stream().filter(one -> one != r1).toList();
    Moment lowest =
        others.stream().min(Comparator.comparingDouble(Moment::permutationP)).orElseThrow();
    XyPanel strip =
        Panel.xy()
            .titled("Every Chinese record as \"the moment\"")
            .xAxis(Axis.linear(-8, 8, "lag less mean of earlier ones, months"))
            .yAxis(Axis.linear(0, 1, "p of the permutation test"))
            .points(
                "",
                each(others, Moment::minusMeanMonths),
                each(others, Moment::permutationP),
                Tone.CHINA)
            .label(lowest.minusMeanMonths(), lowest.permutationP(), lowest.model(), Tone.CHINA)
            .highlight(r1.minusMeanMonths(), r1.permutationP(), "R1")
            .horizontalLine(bound, "registered bound %.2f".formatted(bound));
    double missed = 100 * (1 - closeness.power().holdsGivenTrue());
    String title =
        "R1 was unusually close in %s specifications in months, %s in score; the test misses such a model %.0f times in 100"
            .formatted(
                holding(closeness, Measure.MONTHS), holding(closeness, Measure.SCORE), missed);
    double[] ps =
        closeness.voting().stream()
            .filter(one -> one.evidence().has("permutation_p"))
            .mapToDouble(one -> one.evidence().value("permutation_p"))
            .toArray();
    return Figure.titled(title)
        .subtitle(
            "Proposition 6a: placebo moments, simulated worlds, specification curve (%d answers of"
                    .formatted(closeness.usable())
                + " which %d are distinct)".formatted(closeness.distinctAnswers()))
        .footer(sources() + " %,d draws a world.".formatted(closeness.power().draws()))
        .alt(
            "%s. %d models are tried as the moment, and R1's p is %s; p of the specifications runs from %.2f to %.2f"
                .formatted(
                    title,
                    moments.size(),
                    r1.permutationP() < lowest.permutationP() ? "the smallest" : "not the smallest",
                    Arrays.stream(ps).min().orElseThrow(),
                    Arrays.stream(ps).max().orElseThrow()))
        .size(WIDTH, 880)
        .row(
            0.4,
            strip,
            EvidencePanels.worlds(registry, "6a", closeness)
                .titled("The same test where the truth is known"))
        .row(
            0.6,
            EvidencePanels.curve(closeness, "permutation_p")
                .yAxis(Axis.linear(0, 0.25, "p"))
                .threshold(bound, "holds below %.2f".formatted(bound))
                .titled("All specifications of 6a: p of the permutation test"));
  }

  /** How many of the usable specifications of a measure meet "holds", as "3 of 4". */
  private static String holding(GroupResult closeness, Measure measure) {
    List<SpecificationResult> usable =
        closeness.voting().stream()
            .filter(one -> one.specification().option("closeness").equals(measure.option()))
            .filter(one -> one.standing() != Standing.UNUSABLE)
            .toList();
    long holds = usable.stream().filter(one -> one.standing() == Standing.HOLDS).count();
    return "%d of %d".formatted(holds, usable.size());
  }

  /** A published lag that is drawn, and what it is called. */
  private record Published(String series, String label) {}

  private static final List<Published> PUBLISHED =
      List.of(
          new Published("lag_eci_mean", "Epoch, China behind US, 2023 to January 2026"),
          new Published("lag_gpt4_parity", "Epoch, first Chinese model above GPT-4"),
          new Published("lag_r1_vs_o1_claim", "D. Sacks on R1 and o1, January 2025"),
          new Published("lag_opinion_white_house", "D. Sacks on the US lead, January 2025"),
          new Published("lag_public_benchmarks", "Open behind closed, public benchmarks, May 2026"),
          new Published(
              "lag_private_benchmarks", "Open behind closed, private benchmarks, May 2026"),
          new Published("lag_caisi", "CAISI on DeepSeek V4 Pro, May 2026"));

  /**
   * The published lags that the notebook sets beside ours.
   *
   * @return their series in the table of published lags
   */
  public static List<String> publishedSeries() {
    return names(PUBLISHED, Published::series);
  }

  private record LagRow(
      String series, OptionalDouble value, OptionalDouble low, OptionalDouble high) {}

  private LagRow row(String series) {
    return catalog.rows("published/ai_lag_estimates", LagRow.class).stream()
        .filter(one -> one.series().equals(series))
        .findFirst()
        .orElseThrow();
  }

  private double value(String series) {
    return row(series).value().orElseThrow();
  }

  /**
   * Our lags beside the published ones. Epoch's mean has its range in two rows of its own.
   *
   * @return the figure
   */
  public Figure published() {
    FrontierLag lag = lag();
    LocalDate end = snapshot();
    List<Lag> records = lag.atRecords();
    Lag r1 = named(records, Deepseek.R1);
    double[] ours = {
      average(records),
      Arrays.stream(lag.daily(records.get(0).date(), end)).average().orElseThrow(),
      lag.survival(end).median().orElseThrow(),
      r1.months(),
      average(records.stream().filter(one -> one.date().isAfter(r1.date())).toList())
    };
    List<String> labels =
        new ArrayList<>(
            List.of(
                "Ours: Chinese records, mean",
                "Ours: every day, mean",
                "Ours: US records until matched, median",
                "Ours: R1",
                "Ours: records after R1, mean"));
    labels.addAll(names(PUBLISHED, Published::label));
    double[] low = new double[PUBLISHED.size()];
    double[] high = new double[PUBLISHED.size()];
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < low.length; i++) {
      LagRow row = row(PUBLISHED.get(i).series());
      boolean mean = row.series().equals("lag_eci_mean");
      double value = row.value().orElse(Double.NaN);
      low[i] = mean ? value("lag_eci_min") : row.low().orElse(value);
      high[i] = mean ? value("lag_eci_max") : row.high().orElse(value);
      if (mean || low[i] == high[i]) {
        points.add(new double[] {value, i + ours.length});
      }
    }
    double[] places = IntStream.range(0, low.length).mapToDouble(i -> i + ours.length).toArray();
    String title =
        "Published lags run from %.0f to %.0f months; %d readings of one table of ours run from %.0f to %.0f"
            .formatted(
                Arrays.stream(low).min().orElseThrow(),
                Arrays.stream(high).max().orElseThrow(),
                ours.length,
                Arrays.stream(ours).min().orElseThrow(),
                Arrays.stream(ours).max().orElseThrow());
    return Figure.titled(title)
        .subtitle("Months behind the US frontier; bars are published ranges")
        .footer(
            "Ours: Epoch AI, Capabilities Index of %s, CC BY 4.0. Published: the table above, with"
                    .formatted(DAY.format(snapshot()))
                + " sources and grades.")
        .alt(
            "Dot plot of %d of our lags and %d published ones. %s"
                .formatted(ours.length, low.length, title))
        .size(WIDTH, 470)
        .panel(
            Panel.xy()
                .xAxis(Axis.linear(0, 16, "months"))
                .yAxis(Axis.categories(labels))
                .marks(
                    "",
                    ours,
                    IntStream.range(0, ours.length).asDoubleStream().toArray(),
                    Marker.DOT,
                    Tone.CHINA)
                .ranges(places, low, high, Tone.OTHERS)
                .marks(
                    "",
                    each(points, one -> one[0]),
                    each(points, one -> one[1]),
                    Marker.DIAMOND,
                    Tone.OTHERS));
  }
}
