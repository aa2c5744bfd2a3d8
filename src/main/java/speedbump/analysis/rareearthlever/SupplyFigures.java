package speedbump.analysis.rareearthlever;

import static speedbump.chart.Columns.each;
import static speedbump.chart.Columns.names;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import speedbump.analysis.rareearthlever.Exposure.ProcessingShare;
import speedbump.analysis.rareearthlever.OutputShares.OutputShare;
import speedbump.chart.Axis;
import speedbump.chart.Figure;
import speedbump.chart.Marker;
import speedbump.chart.Panel;
import speedbump.chart.Tone;
import speedbump.chart.XyPanel;
import speedbump.data.Catalog;
import speedbump.model.SupplyGap;

/**
 * The charts of claim 10 on who supplies whom: dependence, and the stock against new supply. Titles
 * and descriptions are computed from what is drawn.
 *
 * @param catalog the collection's tables
 * @param rareEarths the analysis
 */
public record SupplyFigures(Catalog catalog, RareEarthLever rareEarths) {
  private static final String SHARES = "minerals/china_shares";
  private static final int YEAR = 2025;
  private static final int HORIZON_MONTHS = 60;
  private static final double LEAST_DEMAND = 10;
  private static final double GREATEST_DEMAND = 3000;
  private static final int STEPS = 60;
  private static final int WIDTH = 760;
  private static final int HUNDRED = 100;

  /**
   * A mineral of the chart.
   *
   * @param label how it is called there
   * @param commodity its name in the table of net import reliance
   * @param product how its product starts there
   * @param output its name in the table of world output; empty where none is held
   */
  private record Mineral(String label, String commodity, String product, String output) {}

  private static final List<Mineral> MINERALS =
      List.of(
          new Mineral("Heavy rare earths", "Rare Earths (Heavy)", "", ""),
          new Mineral("Yttrium", "Yttrium", "", ""),
          new Mineral("Scandium", "Scandium", "", ""),
          new Mineral("Rare earths, all", "Rare Earths", "Compounds and metals", "rare_earths"),
          new Mineral("Gallium", "Gallium", "", "gallium"),
          new Mineral("Germanium", "Germanium", "", ""),
          new Mineral("Antimony", "Antimony", "", "antimony"),
          new Mineral("Tungsten", "Tungsten", "", "tungsten"),
          new Mineral("Graphite", "Graphite (Natural)", "", "graphite_natural"),
          new Mineral("Magnesium", "Magnesium Metal", "", "magnesium_metal"),
          new Mineral("Helium", "Helium", "", "helium"));

  private record Reliance(
      String commodity,
      String product,
      int year,
      OptionalDouble netImportReliance,
      String bound,
      String code) {
    boolean exporter() {
      return code.equals("net_exporter");
    }

    boolean least() {
      return bound.equals("lower");
    }
  }

  private Reliance reliance(Mineral mineral) {
    return catalog.rows("minerals/us_net_import_reliance", Reliance.class).stream()
        .filter(row -> row.year() == YEAR && row.commodity().equals(mineral.commodity()))
        .filter(row -> row.product().startsWith(mineral.product()))
        .findFirst()
        .orElseThrow();
  }

  /** A mineral with its figures and its place on the chart. */
  private record Drawn(int place, Mineral mineral, Reliance reliance) {
    double share() {
      return reliance.netImportReliance().orElse(0);
    }
  }

  private List<Drawn> drawn(Predicate<Drawn> which) {
    return IntStream.range(0, MINERALS.size())
        .mapToObj(i -> new Drawn(i, MINERALS.get(i), reliance(MINERALS.get(i))))
        .filter(which)
        .toList();
  }

  private OutputShare output(Drawn one) {
    return rareEarths.outputShares().of(one.mineral().output());
  }

  /**
   * What the United States imports, and who makes it, mineral by mineral.
   *
   * @return the figure
   */
  public Figure dependence() {
    List<Drawn> all = drawn(one -> true);
    long fully = all.stream().filter(one -> one.share() == 1).count();
    List<Drawn> counted = drawn(one -> !one.mineral().output().isEmpty());
    double least =
        counted.stream()
            .filter(one -> !one.reliance().exporter())
            .mapToDouble(one -> output(one).chinaShare())
            .min()
            .orElseThrow();
    String finding =
        "The US imports all it uses of %d of %d minerals; China makes at least %.0f%% of each whose output is counted, but for helium"
            .formatted(fully, all.size(), HUNDRED * least);
    return Figure.titled(finding)
        .subtitle(
            "Share of use that is imported, net of exports (left); share of mine or primary output"
                + " (right). Bars: bounds or published ranges of refining")
        .footer(
            "Data: US Geological Survey, Mineral Commodity Summaries 2026 (2025 estimated);"
                + " refining of heavy rare earths and germanium: published shares. No mark:"
                + " withheld or not published.")
        .alt("Dot plot of %d minerals. %s".formatted(all.size(), finding))
        .size(WIDTH, 430)
        .row(1, reliancePanel(), outputPanel(counted));
  }

  private XyPanel reliancePanel() {
    List<Drawn> bounded = drawn(one -> one.reliance().least());
    List<Drawn> exported = drawn(one -> one.reliance().exporter());
    List<Drawn> printed = drawn(one -> !one.reliance().least() && !one.reliance().exporter());
    double[] ones = new double[bounded.size()];
    Arrays.fill(ones, 1);
    XyPanel panel =
        Panel.xy()
            .titled("US net import reliance, %d".formatted(YEAR))
            .xAxis(Axis.share(0, 1.05, ""))
            .yAxis(Axis.categories(names(MINERALS, Mineral::label)))
            .ranges(each(bounded, Drawn::place), each(bounded, Drawn::share), ones, Tone.US)
            .marks(
                "", each(printed, Drawn::share), each(printed, Drawn::place), Marker.DOT, Tone.US)
            .marks(
                "",
                new double[exported.size()],
                each(exported, Drawn::place),
                Marker.RING,
                Tone.US);
    for (Drawn one : exported) {
      panel = panel.label(0.02, one.place(), "net exporter", Tone.US);
    }
    return panel;
  }

  private XyPanel outputPanel(List<Drawn> counted) {
    List<Drawn> american =
        counted.stream().filter(one -> !Double.isNaN(output(one).usShare())).toList();
    DoubleSummaryStatistics heavy =
        rareEarths.exposure().elements().stream()
            .flatMap(element -> element.shares().stream())
            .mapToDouble(ProcessingShare::middle)
            .summaryStatistics();
    double germaniumRefined =
        PublishedFigure.of(catalog, SHARES, "china_share_refined_germanium", "China", "2024")
                .number()
            / HUNDRED;
    double germaniumMade =
        PublishedFigure.of(catalog, SHARES, "china_share_germanium", "China", "2024").number()
            / HUNDRED;
    double[] refined = {place("Heavy rare earths"), place("Germanium")};
    return Panel.xy()
        .titled("Share of the world's output, %d".formatted(YEAR))
        .xAxis(Axis.share(0, 1.05, ""))
        .yAxis(Axis.categories(names(MINERALS, Mineral::label)))
        .ranges(
            refined,
            new double[] {heavy.getMin(), germaniumRefined},
            new double[] {heavy.getMax(), germaniumMade},
            Tone.CHINA)
        .marks(
            "China",
            each(counted, one -> output(one).chinaShare()),
            each(counted, Drawn::place),
            Marker.DOT,
            Tone.CHINA)
        .marks(
            "United States",
            each(american, one -> output(one).usShare()),
            each(american, Drawn::place),
            Marker.DIAMOND,
            Tone.US);
  }

  private static int place(String label) {
    return names(MINERALS, Mineral::label).indexOf(label);
  }

  /** The stock that would just do, with all of the plan's yield and no recycling. */
  private double needed(double demand, double delayMonths) {
    return new SupplyGap(
            rareEarths.stocks().heavySupplyOutsideChina(),
            demand,
            delayMonths,
            1,
            0,
            HORIZON_MONTHS)
        .breakEvenMonths();
  }

  /**
   * The stock-and-flow model, and the stock that would just do by the demand that shares the supply
   * and the delay of the plan.
   *
   * @return the figure
   */
  public Figure breakEven() {
    List<SupplyGap.Source> supply = rareEarths.stocks().heavySupplyOutsideChina();
    double own = supply.get(0).ratePerYear();
    double shared = 1000;
    String finding =
        "With first call on %.0f tonnes a year, %.0f months of stock would do; sharing with a demand of %,.0f, %.0f would be needed"
            .formatted(own, needed(own, 0), shared, needed(shared, 0));
    return Figure.titled(finding)
        .subtitle(
            "Break-even stock against a cut-off of %d months from April 2025; no stock is published, so no verdict follows"
                .formatted(HORIZON_MONTHS))
        .footer(
            "Data: Lynas output of the third quarter of 2025 (Argus), capacity planned by MP"
                + " Materials; both of grade S: they illustrate.")
        .alt(
            "A diagram of two sources shared by a demand that defence is part of, with an unknown stock; beside it the break-even stock. %s"
                .formatted(finding))
        .size(WIDTH, 400)
        .row(1, diagram(supply), needs());
  }

  private static XyPanel diagram(List<SupplyGap.Source> supply) {
    return Panel.xy()
        .titled("Flows of dysprosium and terbium, tonnes a month")
        .xAxis(Axis.none())
        .yAxis(Axis.none())
        .marks(
            "",
            new double[] {0.12, 0.12, 0.5, 0.5, 0.88},
            new double[] {0.86, 0.5, 0.5, 0.1, 0.5},
            Marker.SQUARE,
            Tone.NEUTRAL)
        .arrow(0.14, 0.84, 0.48, 0.54, "")
        .arrow(0.14, 0.5, 0.47, 0.5, "")
        .arrow(0.5, 0.14, 0.5, 0.44, "")
        .arrow(0.53, 0.5, 0.85, 0.5, "")
        .label(
            0.14, 0.92, "Lynas: %s from July 2025".formatted(monthly(supply.get(0))), Tone.OTHERS)
        .label(0.02, 0.36, "MP: %s from July 2026,".formatted(monthly(supply.get(1))), Tone.OTHERS)
        .label(0.02, 0.28, "planned", Tone.OTHERS)
        .label(0.54, 0.08, "stock: not published", Tone.HIGHLIGHT)
        .label(0.5, 0.6, "shared by demand D", Tone.NEUTRAL)
        .label(0.72, 0.38, "need of defence", Tone.US);
  }

  private static String monthly(SupplyGap.Source source) {
    return "%.0f".formatted(source.ratePerYear() / 12);
  }

  private XyPanel needs() {
    double[] demands =
        IntStream.rangeClosed(0, STEPS)
            .mapToDouble(
                i -> LEAST_DEMAND * Math.pow(GREATEST_DEMAND / LEAST_DEMAND, (double) i / STEPS))
            .toArray();
    return Panel.xy()
        .titled("The stock that would just do")
        .xAxis(
            Axis.log(
                LEAST_DEMAND, GREATEST_DEMAND, "demand D that shares the supply, tonnes a year"))
        .yAxis(Axis.linear(0, 62, "months of use"))
        .line("", demands, needed(demands, 24), Tone.OTHERS)
        .line("", demands, needed(demands, 12), Tone.NEUTRAL)
        .line("", demands, needed(demands, 0), Tone.US)
        .label(60, 30, "plan 24 months late", Tone.OTHERS)
        .label(135, 17, "12 late", Tone.NEUTRAL)
        .label(260, 7, "on time", Tone.US);
  }

  private double[] needed(double[] demands, double delayMonths) {
    return Arrays.stream(demands).map(demand -> needed(demand, delayMonths)).toArray();
  }
}
