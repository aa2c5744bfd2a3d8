package speedbump.analysis.chokepointsorintegration;

import static speedbump.chart.Columns.each;
import static speedbump.chart.Columns.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import speedbump.analysis.chokepointsorintegration.ForeignInputs.Pair;
import speedbump.analysis.chokepointsorintegration.ForeignInputs.Reading;
import speedbump.analysis.chokepointsorintegration.ForeignInputs.Source;
import speedbump.analysis.chokepointsorintegration.LookThrough.Exposure;
import speedbump.analysis.chokepointsorintegration.Removals.Bloc;
import speedbump.analysis.chokepointsorintegration.Removals.Row;
import speedbump.analysis.shared.Beside;
import speedbump.analysis.shared.ChipChain.Input;
import speedbump.chart.Axis;
import speedbump.chart.ChainPanel;
import speedbump.chart.ChainPanel.Holder;
import speedbump.chart.ChainPanel.Piece;
import speedbump.chart.ChainPanel.Stage;
import speedbump.chart.EvidencePanels;
import speedbump.chart.Figure;
import speedbump.chart.Marker;
import speedbump.chart.Panel;
import speedbump.chart.Tone;
import speedbump.chart.XyPanel;
import speedbump.claim.GroupResult;
import speedbump.claim.Registry;
import speedbump.claim.SpecificationResult;
import speedbump.data.Catalog;
import speedbump.model.SupplyChain;

/**
 * The charts of claim 12. Titles and descriptions are computed from what is drawn.
 *
 * @param catalog the collection's tables
 * @param claim the analysis
 */
public record ChokepointFigures(Catalog catalog, ChokepointsOrIntegration claim) {
  private static final int WIDTH = 760;
  private static final double ASIDE = 0.24;
  private static final String TABLES =
      "Data: OECD input-output tables, edition of 2025; World Input-Output Database, releases of 2016"
          + " and 2013 (CC BY 4.0); Asian Development Bank, Key Indicators Database, as computed by"
          + " K. S. Reyes.";
  private static final String CHIPS =
      "Emerging Technology Observatory, Advanced Semiconductor Supply Chain Dataset, CSET, Georgetown"
          + " University, 12 August 2026 (CC BY-NC 4.0)";
  private static final String MINERALS =
      "US Geological Survey, Mineral Commodity Summaries 2026 (public domain)";

  private static final List<String> MEASURES =
      List.of(
          "all inputs, face value",
          "all inputs, looked through",
          "industrial inputs, face value",
          "industrial inputs, looked through",
          "value in exports");

  /** The stages of the picture and what of the chain belongs to each. */
  static final Map<String, List<String>> STAGES = stages();

  private static Map<String, List<String>> stages() {
    Map<String, List<String>> stages = new LinkedHashMap<>();
    stages.put("design software", List.of("N84", "N85"));
    stages.put("wafers, masks", List.of("N8", "N9", "N26", "N33"));
    stages.put("lithography", List.of("N19", "N32"));
    stages.put("deposition", List.of("N36"));
    stages.put("etching, cleaning", List.of("N55"));
    stages.put("implant, polish", List.of("N17", "N86", "N59"));
    stages.put("process control", List.of("N60"));
    stages.put("assembly", List.of("N109", "N119", "N76"));
    stages.put("test", List.of("N120", "N83"));
    return stages;
  }

  private static final Map<String, String> ON_PIECES =
      Map.of(
          "N20", "EUV",
          "N22", "DUV",
          "N26", "wafers",
          "N50", "conductor etching",
          "N51", "insulator etching",
          "N80", "chip test",
          "N84", "design software");

  private static final Map<String, String> INDUSTRIES =
      Map.ofEntries(
          Map.entry("Food, Beverages and Tobacco", "food"),
          Map.entry("Textiles and Textile Products", "textiles"),
          Map.entry("Leather, Leather and Footwear", "leather, shoes"),
          Map.entry("Wood and Products of Wood and Cork", "wood"),
          Map.entry("Pulp, Paper, Printing and Publishing", "paper, printing"),
          Map.entry("Coke, Refined Petroleum and Nuclear Fuel", "refining"),
          Map.entry("Chemicals and Chemical Products", "chemicals"),
          Map.entry("Rubber and Plastics", "rubber, plastics"),
          Map.entry("Other Non-Metallic Mineral", "glass, cement"),
          Map.entry("Basic Metals and Fabricated Metal", "metals"),
          Map.entry("Machinery, Nec", "machinery"),
          Map.entry("Electrical and Optical Equipment", "electronics"),
          Map.entry("Transport Equipment", "vehicles"),
          Map.entry("Manufacturing, Nec; Recycling", "other goods"));

  /** One source's figures on one measure. */
  private record Pairing(int measure, double us, double china) {}

  private static List<Pairing> pairings(InputTable.Foreign us, InputTable.Foreign china) {
    return IntStream.range(0, us.values().length)
        .mapToObj(i -> new Pairing(i, us.values()[i], china.values()[i]))
        .toList();
  }

  private static List<Pairing> pairings(Pair pair) {
    List<Pairing> all = new ArrayList<>();
    if (pair.us().inputs() != null) {
      all.addAll(pairings(pair.us().inputs(), pair.china().inputs()));
    }
    all.add(new Pairing(MEASURES.size() - 1, pair.us().inExports(), pair.china().inExports()));
    return all;
  }

  /**
   * How much is foreign of what both buy and sell, five measures by source.
   *
   * @return the figure
   */
  public Figure foreignInputs() {
    Pair oecd = claim.foreignInputs().pair(Source.OECD);
    Pair adb = claim.foreignInputs().pair(Source.ADB);
    Pair wiod = claim.foreignInputs().pair(Source.WIOD);
    List<Pairing> world =
        pairings(
            claim.lookThrough().foreign(LookThrough.NEWEST, Removals.US),
            claim.lookThrough().foreign(LookThrough.NEWEST, Removals.CHINA));
    XyPanel panel =
        Panel.xy().xAxis(Axis.share(0, 0.45, "foreign part")).yAxis(Axis.categories(MEASURES));
    panel = pairs(panel, "US", "China", pairings(oecd), -ASIDE, Marker.DOT);
    panel = pairs(panel, "", "", pairings(wiod), 0, Marker.DIAMOND);
    panel = pairs(panel, "", "", world, ASIDE, Marker.RING);
    panel = pairs(panel, "", "", pairings(adb), ASIDE, Marker.TRIANGLE);
    Reading us = oecd.us();
    Reading china = oecd.china();
    String title =
        "US makers buy more abroad (%.0f%% against %.0f%%, OECD), yet China's exports hold more foreign value (OECD: %.0f%% against %.0f%%; ADB: %.0f%% against %.0f%%)"
            .formatted(
                100 * us.inputs().faceAll(),
                100 * china.inputs().faceAll(),
                100 * china.inExports(),
                100 * us.inExports(),
                100 * adb.china().inExports(),
                100 * adb.us().inExports());
    return Figure.titled(title)
        .subtitle(
            "Foreign part of the inputs to manufacturing, four ways, and of exports. Dots: 2022 (OECD)."
                + " Triangle: 2022 (ADB). Diamonds: 2014. Rings: 2011")
        .footer(TABLES)
        .alt(
            "%s. %s"
                .formatted(
                    title,
                    Stream.of(pairings(oecd), pairings(wiod), world, pairings(adb))
                        .flatMap(List::stream)
                        .map(
                            one ->
                                "%s: US %.1f%%, China %.1f%%"
                                    .formatted(
                                        MEASURES.get(one.measure()),
                                        100 * one.us(),
                                        100 * one.china()))
                        .collect(Collectors.joining("; "))))
        .size(WIDTH, 430)
        .panel(panel);
  }

  private static XyPanel pairs(
      XyPanel panel, String us, String china, List<Pairing> pairs, double aside, Marker marker) {
    double[] places = each(pairs, one -> one.measure() + aside);
    return panel
        .ranges(
            places,
            each(pairs, one -> Math.min(one.us(), one.china())),
            each(pairs, one -> Math.max(one.us(), one.china())),
            Tone.FAINT)
        .marks(us, each(pairs, Pairing::us), places, marker, Tone.US)
        .marks(china, each(pairs, Pairing::china), places, marker, Tone.CHINA);
  }

  /**
   * The leaves of the picture, by stage: those with a stated share and a market, designs left out,
   * whose markets are the sales of chips.
   *
   * @return by stage, its leaves, those with the largest US share first
   */
  public Map<String, List<Input>> chain() {
    Map<String, List<Input>> drawn = new LinkedHashMap<>();
    STAGES.forEach(
        (stage, ids) ->
            drawn.put(
                stage,
                ids.stream()
                    .flatMap(id -> claim.removals().chips().leavesBelow(id).stream())
                    .filter(one -> one.byCountry().stated() > 0)
                    .filter(one -> one.marketMillionUsd().isPresent())
                    .sorted(
                        Comparator.comparingDouble((Input one) -> part(one, Bloc.US_ALONE))
                            .reversed()
                            .thenComparing(
                                Comparator.comparingDouble(
                                        (Input one) -> part(one, Bloc.US_JAPAN_NETHERLANDS))
                                    .reversed()))
                    .toList()));
    return drawn;
  }

  private static double part(Input leaf, Bloc bloc) {
    return leaf.byCountry().without(bloc.members()).stated().orElse(0);
  }

  /**
   * The chip chain: each input as wide as its market, filled by who holds it.
   *
   * @return the figure
   */
  public Figure chipChain() {
    Map<String, List<Input>> drawn = chain();
    List<Stage> stages = new ArrayList<>();
    drawn.forEach(
        (name, leaves) -> stages.add(new Stage(name, leaves.stream().map(this::piece).toList())));
    List<Input> all = drawn.values().stream().flatMap(List::stream).toList();
    double market = all.stream().mapToDouble(one -> one.marketMillionUsd().orElse(0)).sum();
    String title =
        "%.0f%% of the market for chip tools and wafers loses half its supply without the US, %.0f%% without Japan and the Netherlands too, %.1f%% without China"
            .formatted(
                100 * marketCut(Bloc.US_ALONE),
                100 * marketCut(Bloc.US_JAPAN_NETHERLANDS),
                100 * marketCut(Bloc.CHINA_ALONE));
    ChainPanel panel =
        Panel.chain(
            List.of(
                new Holder("US", Tone.US),
                new Holder("Japan and Netherlands", Tone.ALLIES),
                new Holder("others", Tone.FAINT),
                new Holder("China", Tone.CHINA)),
            stages,
            claim.removals().threshold(),
            "cut: half or more gone");
    return Figure.titled(title)
        .subtitle(
            "Each strip is one of %d tools, programs, wafers and masks, as thick as its world market (%.0f billion USD in all; designs of chips left out), filled by the seat of its makers"
                .formatted(all.size(), market / 1000))
        .footer(
            "Data: "
                + CHIPS
                + ". Tools of 2025; software, wafers and masks of 2019. Cut strips bear a mark at the"
                + " side of the US or of China.")
        .alt(
            "%s. %s"
                .formatted(
                    title,
                    drawn.entrySet().stream()
                        .map(
                            stage ->
                                "%s: %.0f billion USD, US %.0f%%, Japan and the Netherlands %.0f%%, China %.0f%%"
                                    .formatted(
                                        stage.getKey(),
                                        held(stage.getValue(), one -> 1) / 1000,
                                        held(stage.getValue(), Bloc.US_ALONE),
                                        held(stage.getValue(), Bloc.US_JAPAN_NETHERLANDS)
                                            - held(stage.getValue(), Bloc.US_ALONE),
                                        held(stage.getValue(), Bloc.CHINA_ALONE)))
                        .collect(Collectors.joining("; "))))
        .size(WIDTH, 520)
        .panel(panel);
  }

  private static double held(List<Input> leaves, ToDoubleFunction<Input> share) {
    return leaves.stream()
        .mapToDouble(one -> one.marketMillionUsd().orElse(0) * share.applyAsDouble(one))
        .sum();
  }

  private static double held(List<Input> leaves, Bloc bloc) {
    return 100 * held(leaves, one -> part(one, bloc)) / held(leaves, one -> 1);
  }

  /**
   * What of the market that the picture of the chain shows is cut without a bloc.
   *
   * @param bloc what is removed
   * @return a share of the market
   */
  public double marketCut(Bloc bloc) {
    return cut(chain().values().stream().flatMap(List::stream).toList(), bloc);
  }

  /**
   * What of the market is cut if designs count too, whose market is the sales of the chips
   * themselves.
   *
   * @param bloc what is removed
   * @return a share of the market of every leaf with a stated share
   */
  public double marketCutWithDesigns(Bloc bloc) {
    return cut(
        claim.removals().chips().leaves().stream()
            .filter(one -> one.byCountry().stated() > 0)
            .toList(),
        bloc);
  }

  private double cut(List<Input> leaves, Bloc bloc) {
    return held(leaves, one -> part(one, bloc) >= claim.removals().threshold() ? 1 : 0)
        / held(leaves, one -> 1);
  }

  private Piece piece(Input leaf) {
    double us = part(leaf, Bloc.US_ALONE);
    double allies = part(leaf, Bloc.US_JAPAN_NETHERLANDS) - us;
    double china = part(leaf, Bloc.CHINA_ALONE);
    return new Piece(
        ON_PIECES.getOrDefault(leaf.id(), ""),
        leaf.marketMillionUsd().orElseThrow(),
        List.of(us, Math.max(0, allies), Math.max(0, 1 - us - allies - china), china));
  }

  /**
   * What a removal cuts, chips and minerals on one scale.
   *
   * @return the figure
   */
  public Figure removals() {
    List<Row> rows =
        claim.removals().rows().stream().filter(one -> !one.chain().startsWith("chips:")).toList();
    double[] places = IntStream.range(0, rows.size()).asDoubleStream().toArray();
    Row us = rows.get(0);
    Row china = rows.get(rows.size() - 1);
    String title =
        "Each side has its choke: without the US %d of %d inputs to chips are cut, without China %d of %d mineral products"
            .formatted(us.cut(), us.leaves(), china.cut(), china.leaves());
    return Figure.titled(title)
        .subtitle(
            "Inputs that lose at least half of their stated supply without a bloc; lines: bounds over what is not stated; strokes: nine tenths")
        .footer("Data: " + CHIPS + "; " + MINERALS + ".")
        .alt(
            "%s. %s"
                .formatted(
                    title,
                    rows.stream()
                        .map(
                            one ->
                                "%s without %s: %d of %d, %d at nine tenths, bounds %d to %d of %d"
                                    .formatted(
                                        one.chain(),
                                        one.removed(),
                                        one.cut(),
                                        one.leaves(),
                                        one.cutStrictly(),
                                        one.cutAtLeast(),
                                        one.cutAtMost(),
                                        one.leaves() + one.silent()))
                        .collect(Collectors.joining("; "))))
        .size(WIDTH, 400)
        .panel(
            Panel.xy()
                .xAxis(Axis.share(0, 1, "share of the inputs"))
                .yAxis(
                    Axis.categories(names(rows, one -> one.chain() + " without " + one.removed())))
                .ranges(
                    places,
                    each(rows, one -> one.cutAtLeast() / (double) (one.leaves() + one.silent())),
                    each(rows, one -> one.cutAtMost() / (double) (one.leaves() + one.silent())),
                    Tone.OTHERS)
                .marks(
                    "nine tenths",
                    each(rows, one -> one.cutStrictly() / (double) one.leaves()),
                    places,
                    Marker.STROKE,
                    Tone.NEUTRAL)
                .points(
                    "half, the US or its bloc removed",
                    each(of(rows, false), Row::cutShare),
                    index(rows, false),
                    names(of(rows, false), one -> one.cut() + " of " + one.leaves()),
                    Tone.US)
                .points(
                    "half, China removed",
                    each(of(rows, true), Row::cutShare),
                    index(rows, true),
                    names(of(rows, true), one -> one.cut() + " of " + one.leaves()),
                    Tone.CHINA));
  }

  private static boolean china(Row row) {
    return row.removed().equals(Bloc.CHINA_ALONE.words());
  }

  private static List<Row> of(List<Row> rows, boolean china) {
    return rows.stream().filter(one -> china(one) == china).toList();
  }

  private static double[] index(List<Row> rows, boolean china) {
    return IntStream.range(0, rows.size())
        .filter(i -> china(rows.get(i)) == china)
        .asDoubleStream()
        .toArray();
  }

  /**
   * Who leans on whom by industry, at face value and looked through.
   *
   * @return the figure
   */
  public Figure exposures() {
    LookThrough chain = claim.lookThrough();
    List<Exposure> us = chain.exposures(LookThrough.NEWEST, Removals.US, Removals.CHINA);
    List<Exposure> china = chain.exposures(LookThrough.NEWEST, Removals.CHINA, Removals.US);
    List<Integer> order =
        IntStream.range(0, us.size())
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -us.get(i).lookedThrough()))
            .toList();
    double onChina = chain.dependence(LookThrough.NEWEST, Removals.US, Removals.CHINA);
    double onUs = chain.dependence(LookThrough.NEWEST, Removals.CHINA, Removals.US);
    String title =
        "Looked through the chain, US manufacturing leaned on China %.1f times as much as the reverse in %d"
            .formatted(onChina / onUs, LookThrough.NEWEST);
    XyPanel panel =
        Panel.xy()
            .xAxis(Axis.share(0, 0.22, "part of all inputs, direct and indirect"))
            .yAxis(
                Axis.categories(
                    order.stream()
                        .map(
                            i ->
                                INDUSTRIES.getOrDefault(us.get(i).industry(), us.get(i).industry()))
                        .toList()));
    panel = exposures(panel, "US on China", order.stream().map(us::get).toList(), -0.16, Tone.US);
    panel =
        exposures(
            panel, "China on the US", order.stream().map(china::get).toList(), 0.16, Tone.CHINA);
    return Figure.titled(title)
        .subtitle(
            "Part of each industry's inputs that the other side makes: rings at face value, dots looked through (all: %.1f%% and %.1f%%)"
                .formatted(100 * onChina, 100 * onUs))
        .footer(
            "Data: World Input-Output Database, release of 2013, %d (CC BY 4.0). No newer table with the origin of inputs is held."
                .formatted(LookThrough.NEWEST))
        .alt(
            "%s. %s"
                .formatted(
                    title,
                    order.stream()
                        .map(
                            i ->
                                "%s: US on China %.1f%%, China on the US %.1f%%"
                                    .formatted(
                                        us.get(i).industry(),
                                        100 * us.get(i).lookedThrough(),
                                        100 * china.get(i).lookedThrough()))
                        .collect(Collectors.joining("; "))))
        .size(WIDTH, 520)
        .panel(panel);
  }

  private static XyPanel exposures(
      XyPanel panel, String name, List<Exposure> rows, double aside, Tone tone) {
    double[] places = IntStream.range(0, rows.size()).mapToDouble(i -> i + aside).toArray();
    return panel
        .ranges(
            places,
            each(rows, Exposure::faceValue),
            each(rows, Exposure::lookedThrough),
            Tone.FAINT)
        .marks("", each(rows, Exposure::faceValue), places, Marker.RING, tone)
        .marks(name, each(rows, Exposure::lookedThrough), places, Marker.DOT, tone);
  }

  /** Thresholds from a tenth to the whole, in steps of a fiftieth. */
  private static final double[] THRESHOLDS =
      IntStream.rangeClosed(5, 50).mapToDouble(i -> i / 50.0).toArray();

  private static double[] cuts(SupplyChain chain, Bloc bloc) {
    return IntStream.range(0, THRESHOLDS.length)
        .mapToDouble(i -> chain.without(bloc.members(), THRESHOLDS[i]).share())
        .toArray();
  }

  private XyPanel byThreshold(String name, SupplyChain chain) {
    return Panel.xy()
        .titled(name)
        .xAxis(Axis.share(0.1, 1, "supply lost from which on an input is cut"))
        .yAxis(Axis.share(0, 1, "inputs cut"))
        .line("US", THRESHOLDS, cuts(chain, Bloc.US_ALONE), Tone.US)
        .line("with allies", THRESHOLDS, cuts(chain, Bloc.US_JAPAN_NETHERLANDS), Tone.ALLIES)
        .line("China", THRESHOLDS, cuts(chain, Bloc.CHINA_ALONE), Tone.CHINA)
        .verticalLine(claim.removals().threshold(), "rule")
        .verticalLine(claim.removals().strictThreshold(), "strict");
  }

  /**
   * The cut by its threshold, the specifications of 12c and the simulated worlds of 12d.
   *
   * @param removal the deciding group of 12c, US alone
   * @param tools the deciding group of 12d
   * @return the figure
   */
  public Figure couldItBeWrong(GroupResult removal, GroupResult tools) {
    Registry registry = Registry.of(catalog);
    String title =
        "China's hold on minerals shows in %s ways of counting at half of supply, in %s at nine tenths"
            .formatted(
                shows(removal, claim.removals().threshold()),
                shows(removal, claim.removals().strictThreshold()));
    return Figure.titled(title)
        .subtitle(
            "Inputs cut by how much has to be lost; worlds of 12d; specifications of 12c, US alone (%d, %d distinct answers)"
                .formatted(removal.usable(), removal.distinctAnswers()))
        .footer(
            "Data: %s; %s. %,d draws a world.".formatted(CHIPS, MINERALS, tools.power().draws()))
        .alt(
            "%s. China's share rose in %.0f fewer kinds of tool than it fell in; the test says so in %.0f%% of worlds where three quarters rise"
                .formatted(
                    title,
                    -tools.value("leaves_up_minus_down"),
                    100 * tools.power().holdsGivenTrue()))
        .size(WIDTH, 1000)
        .row(
            0.8,
            byThreshold("Inputs to chips", claim.removals().chips().byCountry(one -> true)),
            byThreshold("Critical minerals", claim.removals().minerals().byCountry()))
        .row(
            0.84,
            EvidencePanels.worlds(registry, "12d", tools)
                .titled("12d: what the rule says where the truth is known"))
        .row(
            1,
            EvidencePanels.curve(removal, "minerals_china_minus_us_cut")
                .titled("12c: minerals cut without China less without the US, each way of counting")
                .yAxis(Axis.share(-0.1, 0.5, "share of the products"))
                .threshold(0, "no difference"));
  }

  private static String shows(GroupResult removal, double threshold) {
    List<SpecificationResult> asked =
        removal.voting().stream()
            .filter(
                one -> one.specification().option("lost supply").equals(Double.toString(threshold)))
            .toList();
    return "%d of %d"
        .formatted(
            asked.stream()
                .filter(one -> one.evidence().value("minerals_china_minus_us_cut") > 0)
                .count(),
            asked.size());
  }

  private record BenchmarkRow(String series, String period, OptionalDouble value) {}

  private double benchmark(String series) {
    return catalog.rows("published/industry_benchmarks", BenchmarkRow.class).stream()
        .filter(one -> one.series().equals(series))
        .findFirst()
        .orElseThrow()
        .value()
        .orElseThrow();
  }

  /**
   * Published figures beside ours.
   *
   * @return the figure
   */
  public Figure published() {
    LookThrough chain = claim.lookThrough();
    InputTable.Foreign us = claim.foreignInputs().pair(Source.OECD).us().inputs();
    LookThrough.First china = chain.first(LookThrough.NEWEST, Removals.US, Removals.CHINA);
    LookThrough.First japan = chain.first(LookThrough.YEARS.get(0), Removals.US, "JPN");
    double domestic = benchmark("us_industrial_inputs_domestic_share");
    List<Beside> shares =
        List.of(
            new Beside(
                "US inputs from home, all inputs (above)", domestic, 100 * (1 - us.faceAll())),
            new Beside(
                "US inputs from home, industrial inputs (above)",
                domestic,
                100 * (1 - us.faceIndustrial())),
            new Beside(
                "US industries with China first: 2018, ours 2011 (above)",
                benchmark("us_manufacturing_sectors_with_china_top_supplier"),
                100.0 * china.lookedThrough() / china.industries()),
            new Beside(
                "US industries with Japan first: 1995 (about)",
                benchmark("us_manufacturing_sectors_with_japan_top_supplier"),
                100.0 * japan.lookedThrough() / japan.industries()));
    double ratio = benchmark("input_reliance_ratio_us_on_china_vs_reverse");
    double ours = chain.ratio(LookThrough.NEWEST);
    String title =
        String.format(
            Locale.ROOT,
            "\"Above 80%% from home\" holds for all inputs (%.0f%%), not for industrial ones (%.0f%%); a reliance of three to one stood in 2011 already",
            shares.get(0).ours(),
            shares.get(1).ours());
    return Figure.titled(title)
        .subtitle("Published figures and what the tables of this collection give")
        .footer(
            "Published: Baldwin, Freeman and Theodorakopoulos, Brookings Papers, fall 2023, by its abstract"
                + " and a report on it; Baldwin 2024 by a report (2020). "
                + TABLES)
        .alt(
            "%s. %s; ratio of reliance: published %.0f (2020), ours %.1f (2011)"
                .formatted(title, Beside.words(shares, "%"), ratio, ours))
        .size(WIDTH, 460)
        .row(1, Beside.panel(shares, Axis.linear(0, 105, "%")))
        .row(
            0.42,
            Panel.xy()
                .xAxis(Axis.linear(0, 5, "times"))
                .yAxis(Axis.categories("US reliance on China over the reverse: 2020, ours 2011"))
                .marks("", new double[] {ours}, new double[] {0}, Marker.DOT, Tone.NEUTRAL)
                .marks("", new double[] {ratio}, new double[] {0}, Marker.STROKE, Tone.OTHERS));
  }
}
