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

/**
 * The chart of claim 10 on who supplies whom. Its title and description are computed from what is
 * drawn.
 *
 * @see StockFigures
 * @param catalog the collection's tables
 * @param rareEarths the analysis
 */
public record SupplyFigures(Catalog catalog, RareEarthLever rareEarths) {
  private static final String SHARES = "minerals/china_shares";
  private static final int YEAR = 2025;
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
            "Net import reliance: imports less exports, as a share of use. Output: that of mines or"
                + " primary plants. Bars: bounds, or published ranges of refining")
        .footer(
            "Data: US Geological Survey, Mineral Commodity Summaries 2026 (2025 estimated);"
                + " refining: European Commission 2023 and other published shares. No mark: withheld"
                + " or not published.")
        .alt(
            "Dot plot of %d minerals. %s. China's processing: heavy rare earths %.0f to %.0f%%, yttrium %.0f%%, scandium %.0f%%"
                .formatted(
                    all.size(),
                    finding,
                    HUNDRED * heavy().getMin(),
                    HUNDRED * heavy().getMax(),
                    HUNDRED * processed("Yttrium"),
                    HUNDRED * processed("Scandium")))
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
    DoubleSummaryStatistics heavy = heavy();
    List<String> alone = List.of("Yttrium", "Scandium");
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
            "China's refining, about 2016-20",
            each(alone, this::processed),
            each(alone, SupplyFigures::place),
            Marker.SQUARE,
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

  /** Published shares of the elements whose reliance is that of the heavy group. */
  private DoubleSummaryStatistics heavy() {
    return rareEarths.exposure().elements().stream()
        .filter(element -> element.reliance().isPresent() && !element.ownReliance())
        .flatMap(element -> element.shares().stream())
        .mapToDouble(ProcessingShare::middle)
        .summaryStatistics();
  }

  private double processed(String name) {
    return rareEarths.exposure().elements().stream()
        .filter(element -> element.name().equals(name))
        .findFirst()
        .orElseThrow()
        .shares()
        .get(0)
        .middle();
  }

  private static int place(String label) {
    return names(MINERALS, Mineral::label).indexOf(label);
  }
}
