package speedbump.analysis.wholeindustrialsystem;

import static speedbump.chart.Columns.each;
import static speedbump.chart.Columns.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import speedbump.analysis.wholeindustrialsystem.AgainstAtlas.Both;
import speedbump.analysis.wholeindustrialsystem.Breadth.Grain;
import speedbump.analysis.wholeindustrialsystem.Breadth.Place;
import speedbump.analysis.wholeindustrialsystem.LaterEntry.Bin;
import speedbump.analysis.wholeindustrialsystem.LaterEntry.Entries;
import speedbump.analysis.wholeindustrialsystem.LaterEntry.Years;
import speedbump.analysis.wholeindustrialsystem.Size.Measure;
import speedbump.chart.Axis;
import speedbump.chart.EvidencePanels;
import speedbump.chart.Figure;
import speedbump.chart.Marker;
import speedbump.chart.Panel;
import speedbump.chart.Tone;
import speedbump.chart.XyPanel;
import speedbump.claim.GroupResult;
import speedbump.claim.Registry;
import speedbump.data.Catalog;
import speedbump.stats.Interval;
import speedbump.stats.Proportion;

/**
 * The charts of claim 8. Titles and descriptions are computed from what is drawn.
 *
 * @param catalog the collection's tables
 * @param analysis the analysis
 */
public record SystemFigures(Catalog catalog, WholeIndustrialSystem analysis) {
  private static final int WIDTH = 760;
  private static final int SHOWN = 10;
  private static final int BINS = 10;

  /** The lowest rank that the chart of ranks has room for. */
  private static final int LOWEST = 11;

  private static final int CHINA_BINS = 6;
  private static final double LEAST_CUT = 0.75;
  private static final double CUT_STEP = 0.05;

  /** From the lower registered cut to one at which China leads by no table. */
  private static final int CUTS = 35;

  private static final double COVERAGE = 0.95;
  private static final String TRADE =
      "Data: CEPII, BACI 2018 and 2024 (Etalab 2.0); Growth Lab, Atlas (CC0); OEC 2020 (counts).";
  private static final String OPEN_TRADE =
      "Data: Open Trade Statistics, CC BY-NC 4.0; headings of 1962 and 1980 were spread from SITC.";

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("CHN", "China"),
          Map.entry("USA", "US"),
          Map.entry("DEU", "Germany"),
          Map.entry("JPN", "Japan"),
          Map.entry("KOR", "South Korea"),
          Map.entry("ITA", "Italy"),
          Map.entry("ESP", "Spain"),
          Map.entry("FRA", "France"),
          Map.entry("IND", "India"),
          Map.entry("TUR", "Turkey"),
          Map.entry("POL", "Poland"),
          Map.entry("NLD", "Netherlands"),
          Map.entry("PRT", "Portugal"),
          Map.entry("AUT", "Austria"),
          Map.entry("BEL", "Belgium"),
          Map.entry("GBR", "Britain"),
          Map.entry("EGY", "Egypt"),
          Map.entry("BGR", "Bulgaria"),
          Map.entry("HRV", "Croatia"),
          Map.entry("SRB", "Serbia"),
          Map.entry("CAN", "Canada"),
          Map.entry("VNM", "Viet Nam"),
          Map.entry("MLI", "Mali"),
          Map.entry("COG", "Congo"),
          Map.entry("BFA", "Burkina Faso"),
          Map.entry("VEN", "Venezuela"),
          Map.entry("DZA", "Algeria"),
          Map.entry("OMN", "Oman"));

  private static String name(String code) {
    return NAMES.getOrDefault(code, code);
  }

  private static Tone tone(String code) {
    return code.equals(Breadth.CHINA) ? Tone.CHINA : code.equals("USA") ? Tone.US : Tone.OTHERS;
  }

  /**
   * Products with an export edge by economy, four sources.
   *
   * @return the figure
   */
  public Figure breadth() {
    List<String> groups = analysis.breadth().groups();
    List<Place> china =
        groups.stream().map(one -> Breadth.china(analysis.breadth().registered(one))).toList();
    long first = china.stream().filter(one -> one.rank() == 1).count();
    String title =
        "China has an edge in more products than anyone else by %d of %d sources; by the others it is %s"
            .formatted(
                first,
                groups.size(),
                china.stream()
                    .map(Place::rank)
                    .filter(rank -> rank > 1)
                    .sorted()
                    .map(SystemFigures::ordinal)
                    .collect(Collectors.joining(" and ")));
    XyPanel[] panels =
        IntStream.range(0, groups.size())
            .mapToObj(i -> ranking(groups.get(i)))
            .toArray(XyPanel[]::new);
    return Figure.titled(title)
        .subtitle("Number of products with an export edge: at least a fair share; ten broadest")
        .footer(TRADE)
        .alt(
            title
                + ". "
                + IntStream.range(0, groups.size())
                    .mapToObj(
                        i ->
                            "%s: China %d, most elsewhere %s"
                                .formatted(
                                    words(groups.get(i)),
                                    china.get(i).products(),
                                    nextBest(groups.get(i))))
                    .collect(Collectors.joining("; ")))
        .size(WIDTH, 560)
        .row(0.5, panels[0], panels[1])
        .row(0.5, panels[3], panels[2]);
  }

  private String nextBest(String group) {
    Place other =
        Breadth.ranking(analysis.breadth().registered(group)).stream()
            .filter(one -> !one.exporter().equals(Breadth.CHINA))
            .findFirst()
            .orElseThrow();
    return "%d in %s".formatted(other.products(), name(other.exporter()));
  }

  /**
   * What decides 8a: China's lead at every cut, grain by grain, and its rank by every registered
   * way of counting.
   *
   * @param sources the deciding groups of 8a
   * @return the figure
   */
  public Figure grain(List<GroupResult> sources) {
    Breadth breadth = analysis.breadth();
    double[] cuts =
        IntStream.rangeClosed(0, CUTS).mapToDouble(i -> LEAST_CUT + i * CUT_STEP).toArray();
    String title =
        "By six-digit products China leads %s, by chapters %s"
            .formatted(told(Grain.SIX_DIGITS, cuts), told(Grain.CHAPTERS, cuts));
    Map<Grain, String> names =
        Map.of(
            Grain.SIX_DIGITS, "six digits",
            Grain.HEADINGS, "headings, Atlas",
            Grain.OTHER_HEADINGS, "headings, OTS",
            Grain.ADDED_UP, "Atlas, added up to chapters",
            Grain.CHAPTERS, "chapters");
    Map<Grain, Tone> tones =
        Map.of(
            Grain.SIX_DIGITS, Tone.CHINA,
            Grain.OTHER_HEADINGS, Tone.FAINT,
            Grain.CHAPTERS, Tone.NEUTRAL);
    XyPanel panel =
        Panel.xy()
            .titled("China's number over the most elsewhere")
            .xAxis(Axis.linear(cuts[0], cuts[CUTS], "least index that counts as an edge"))
            .yAxis(Axis.linear(0.45, 1.12, ""))
            .horizontalLine(1, "");
    for (Grain grain : Grain.values()) {
      Tone tone = tones.getOrDefault(grain, Tone.OTHERS);
      panel =
          grain == Grain.OTHER_HEADINGS || grain == Grain.ADDED_UP
              ? panel.trend(names.get(grain), cuts, leads(grain, cuts), tone)
              : panel.line(names.get(grain), cuts, leads(grain, cuts), tone);
    }
    return Figure.titled(title)
        .subtitle(
            "Number over the most elsewhere: all exporters, cuts of the index stricter and looser"
                + " than the registered 1. Dashed: a second count of headings, and the Atlas' headings"
                + " added up")
        .footer(TRADE + " Open Trade Statistics 2017 (OTS; CC BY-NC 4.0).")
        .alt(
            title
                + ". China's number over the most elsewhere at cuts of %.2f, 1 and %.2f: "
                    .formatted(cuts[0], cuts[CUTS])
                + Arrays.stream(Grain.values())
                    .map(
                        grain ->
                            "%s %.2f, %.2f, %.2f"
                                .formatted(
                                    names.get(grain),
                                    breadth.lead(grain, cuts[0]),
                                    breadth.lead(grain, 1),
                                    breadth.lead(grain, cuts[CUTS])))
                    .collect(Collectors.joining("; ")))
        .size(WIDTH, 470)
        .row(
            1,
            panel,
            EvidencePanels.curve(sources, "source", "rank_of_china")
                .yAxis(Axis.linear(0, LOWEST + 1, "1: no economy has more"))
                .titled("China's rank, every way of counting"));
  }

  private double[] leads(Grain grain, double[] cuts) {
    return Arrays.stream(cuts).map(cut -> analysis.breadth().lead(grain, cut)).toArray();
  }

  private String told(Grain grain, double[] cuts) {
    double[] leads = leads(grain, cuts);
    int first = 0;
    while (first < cuts.length && leads[first] > 1) {
      first++;
    }
    boolean again = Arrays.stream(leads).skip(first).anyMatch(one -> one > 1);
    return first == cuts.length
        ? "at every cut"
        : again
            ? "at some cuts"
            : first == 0 ? "at none" : "up to a cut of %.2f".formatted(cuts[first - 1]);
  }

  private static String ordinal(int rank) {
    String end =
        switch (rank % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
    return rank + (rank / 10 == 1 ? "th" : end);
  }

  private static String words(String group) {
    return switch (group) {
      case "BACI 2018 at six digits" -> "Six-digit products, 2018 (BACI)";
      case "Atlas headings" -> "Headings, 2023 (Atlas)";
      case "BACI 2024 chapters" -> "Chapters, 2024 (BACI)";
      default -> "Headings, 2020 (Observatory)";
    };
  }

  private XyPanel ranking(String group) {
    List<Place> shown =
        new ArrayList<>(
            Breadth.ranking(analysis.breadth().registered(group)).stream().limit(SHOWN).toList());
    double most = shown.get(0).products();
    double[] places = IntStream.range(0, shown.size()).asDoubleStream().toArray();
    XyPanel panel =
        Panel.xy()
            .titled(words(group))
            .xAxis(Axis.linear(0, 1.12 * most, ""))
            .yAxis(Axis.categories(names(shown, one -> one.rank() + ". " + name(one.exporter()))));
    for (int i = 0; i < shown.size(); i++) {
      panel =
          panel
              .ranges(
                  new double[] {places[i]},
                  new double[] {0},
                  new double[] {shown.get(i).products()},
                  tone(shown.get(i).exporter()))
              .points(
                  "",
                  new double[] {shown.get(i).products()},
                  new double[] {places[i]},
                  tone(shown.get(i).exporter()));
    }
    return panel;
  }

  /**
   * The share of products with an edge by tenth of complexity.
   *
   * @return the figure
   */
  public Figure tenths() {
    HardestProducts hardest = analysis.hardest();
    double[] china = hardest.byTenth(Breadth.CHINA);
    double[] us = hardest.byTenth("USA");
    HardestProducts.Pair ours = hardest.sixDigits(HardestProducts.Ranking.OWN);
    HardestProducts.Pair carried = hardest.sixDigits(HardestProducts.Ranking.CARRIED_OVER);
    String title =
        "By our ranking China's edge thins out at the hardest products: it has %d of them and the US %d; by the Atlas' ranking of the same products %d and %d"
            .formatted(ours.china(), ours.us(), carried.china(), carried.us());
    double[] tenth = IntStream.rangeClosed(1, china.length).asDoubleStream().toArray();
    XyPanel panel =
        Panel.xy()
            .xAxis(Axis.linear(0.5, 10.95, "tenth of products, from the least to the most complex"))
            .yAxis(Axis.share(0, 0.75, "share of its products with an edge"));
    for (String code : List.of("DEU", "JPN", "KOR")) {
      panel = panel.line(name(code), tenth, hardest.byTenth(code), Tone.OTHERS);
    }
    return Figure.titled(title)
        .subtitle(
            "Drawn: six-digit products of 2018 by our own index of complexity, over %d exporters above USD 1 billion"
                .formatted(analysis.trade().sixDigits(true).exporters().size()))
        .footer("Data: CEPII, BACI 2018 (Etalab 2.0).")
        .alt(
            title
                + ". From the least complex tenth to the most: China "
                + percents(china)
                + "; US "
                + percents(us)
                + "; Germany "
                + percents(hardest.byTenth("DEU")))
        .size(WIDTH, 420)
        .panel(panel.line("US", tenth, us, Tone.US).line("China", tenth, china, Tone.CHINA));
  }

  private static String percents(double[] shares) {
    return Arrays.stream(shares)
        .mapToObj(one -> "%.0f%%".formatted(100 * one))
        .collect(Collectors.joining(" "));
  }

  /**
   * Shares of the world in making, one measure a panel.
   *
   * @return the figure
   */
  public Figure scale() {
    List<Measure> measures = analysis.scale().measures();
    String title =
        "China makes %.0f%% of the world's manufacturing value added and %.0f%% of its electricity, and installs %.0f%% of its robots"
            .formatted(
                100 * measures.get(0).chinaShare(),
                100 * measures.get(1).chinaShare(),
                100 * measures.get(2).chinaShare());
    return Figure.titled(title)
        .subtitle(
            "Share of the world, 2024; a ring: all economies that the table does not hold, together")
        .footer(
            "Data: World Bank (CC BY 4.0); Our World in Data from Ember (CC BY 4.0); IFR, as"
                + " reported.")
        .alt(
            title
                + ". "
                + measures.stream()
                    .map(
                        one ->
                            "%s: next held %s, not held together %.0f%%, %s"
                                .formatted(
                                    one.name(),
                                    one.economies().keySet().stream()
                                        .skip(1)
                                        .findFirst()
                                        .map(
                                            code ->
                                                "%s %.0f%%"
                                                    .formatted(
                                                        name(code),
                                                        100
                                                            * one.economies().get(code)
                                                            / one.world()))
                                        .orElse("none"),
                                    100 * one.rest() / one.world(),
                                    one.proven() ? "first rank proven" : "first of those held"))
                    .collect(Collectors.joining("; ")))
        .size(WIDTH, 320)
        .panels(3, measures.stream().map(SystemFigures::shares).toArray(Panel[]::new));
  }

  private static XyPanel shares(Measure measure) {
    List<String> codes = new ArrayList<>(measure.economies().keySet());
    List<String> labels = new ArrayList<>(names(codes, SystemFigures::name));
    labels.add("all others");
    XyPanel panel =
        Panel.xy()
            .titled(
                measure.name().equals("manufacturing value added") ? "value added" : measure.name())
            .xAxis(Axis.share(0, 0.65, ""))
            .yAxis(Axis.categories(labels))
            .marks(
                "",
                new double[] {measure.rest() / measure.world()},
                new double[] {codes.size()},
                Marker.RING,
                Tone.OTHERS);
    for (int i = 0; i < codes.size(); i++) {
      double share = measure.economies().get(codes.get(i)) / measure.world();
      panel =
          panel
              .ranges(new double[] {i}, new double[] {0}, new double[] {share}, tone(codes.get(i)))
              .points("", new double[] {share}, new double[] {i}, tone(codes.get(i)));
    }
    return panel;
  }

  /**
   * How often products are entered, by density, China apart.
   *
   * @return the figure
   */
  public Figure density() {
    Entries newer = analysis.entry().entries(Years.FROM_1980);
    Interval all = analysis.entry().slope(newer).interval(COVERAGE);
    Interval china = analysis.entry().chinaAlone(newer);
    String title =
        "New products came where related ones were: one standard deviation multiplies the odds by %.1f; for China since 1980 by %.1f (%.2f to %.2f)"
            .formatted(
                Math.exp(all.estimate()),
                Math.exp(china.estimate()),
                Math.exp(china.lower()),
                Math.exp(china.upper()));
    return Figure.titled(title)
        .subtitle(
            "Share of products without an edge in the first year that had one in the second, with"
                + " 95% intervals")
        .footer(OPEN_TRADE)
        .alt(
            title
                + "; interval of the first %.1f to %.1f"
                    .formatted(Math.exp(all.lower()), Math.exp(all.upper())))
        .size(WIDTH, 400)
        .row(1, entered(Years.FROM_1980, "1980 to 2017"), entered(Years.FROM_1962, "1962 to 1980"));
  }

  private XyPanel entered(Years years, String title) {
    Entries cells = analysis.entry().entries(years);
    XyPanel panel =
        Panel.xy()
            .titled(title)
            .xAxis(Axis.share(0, 0.45, "density: related products already had"))
            .yAxis(Axis.share(0, 0.55, "entered"));
    panel = with(panel, analysis.entry().bins(cells, false, BINS), "all others", Tone.OTHERS);
    return with(panel, analysis.entry().bins(cells, true, CHINA_BINS), "China", Tone.CHINA);
  }

  private static XyPanel with(XyPanel panel, List<Bin> bins, String name, Tone tone) {
    List<Interval> shares =
        bins.stream().map(bin -> Proportion.wilson(bin.entries(), bin.cells(), COVERAGE)).toList();
    double[] x = each(bins, Bin::density);
    return panel
        .intervals(x, each(shares, Interval::lower), each(shares, Interval::upper), tone)
        .points(name, x, each(bins, Bin::share), tone);
  }

  /**
   * What moves the answers: the year and the cut, the test where the truth is known, and every way
   * of counting the hardest products.
   *
   * @param entry the deciding group of 8d
   * @param hardest a deciding group of 8c
   * @return the figure
   */
  public Figure couldItBeWrong(GroupResult entry, GroupResult hardest) {
    Breadth breadth = analysis.breadth();
    List<Place> one = breadth.through(1);
    List<Place> lower = breadth.through(0.75);
    double[] years =
        IntStream.range(0, one.size()).mapToDouble(i -> Breadth.FIRST_ATLAS_YEAR + i).toArray();
    long first = one.stream().filter(place -> place.rank() == 1).count();
    long firstLower = lower.stream().filter(place -> place.rank() == 1).count();
    String title =
        "By the Atlas' headings China was first in %d of %d years, and in %d if an edge begins at 0.75"
            .formatted(first, one.size(), firstLower);
    return Figure.titled(title)
        .subtitle("Breadth through time; the test of 8d where the truth is known; 8c counted anew")
        .footer(TRADE + " Worlds: 500 draws each.")
        .alt(
            title
                + ". Without ports of passage China's ranks are %s. In simulated worlds without a tie of density and entry the test of 8d finds one in %.0f%% of cases. The ratio of China to the US among the hardest six-digit products runs from %.2f to %.2f"
                    .formatted(
                        breadth.ranks(code -> !Breadth.RE_EXPORTERS.contains(code)),
                        100 * entry.power().holdsGivenFalse(),
                        ratios(hardest).min().orElseThrow(),
                        ratios(hardest).max().orElseThrow()))
        .size(WIDTH, 900)
        .row(
            0.45,
            Panel.xy()
                .titled("China's rank by number of headings (Atlas)")
                .xAxis(Axis.years(1994, 2024))
                .yAxis(
                    Axis.categories(
                        IntStream.rangeClosed(1, LOWEST).mapToObj(SystemFigures::ordinal).toList()))
                .line("cut 0.75", years, each(lower, place -> place.rank() - 1), Tone.OTHERS)
                .line("cut 1", years, each(one, place -> place.rank() - 1), Tone.CHINA),
            EvidencePanels.worlds(Registry.of(catalog), "8d", entry)
                .titled("8d where the truth is known"))
        .row(
            0.55,
            EvidencePanels.curve(hardest, "count_ratio_to_us")
                .titled("Hardest tenth of six-digit products: China's number over that of the US"));
  }

  private static java.util.stream.DoubleStream ratios(GroupResult hardest) {
    return hardest.voting().stream()
        .filter(one -> one.evidence().has("count_ratio_to_us"))
        .mapToDouble(one -> one.evidence().value("count_ratio_to_us"));
  }

  /**
   * Our ranking of economies beside the Atlas' of the same year.
   *
   * @return the figure
   */
  public Figure published() {
    List<Both> both = analysis.atlas().both();
    List<Both> far =
        both.stream()
            .sorted(Comparator.comparingInt((Both one) -> -Math.abs(one.higher())))
            .limit(6)
            .toList();
    Both china = both.stream().filter(one -> one.country().equals("CHN")).findFirst().orElseThrow();
    String title =
        "Our ranking of economies by complexity and the Atlas' agree (rank correlation %.2f); China is %s by ours, %s by theirs"
            .formatted(
                AgainstAtlas.correlation(both), ordinal(china.ours()), ordinal(china.published()));
    List<String> labels =
        both.stream()
            .map(one -> far.contains(one) || one.country().equals("USA") ? name(one.country()) : "")
            .toList();
    return Figure.titled(title)
        .subtitle(
            "Rank among %d economies of both, 2016; names: the US and the six furthest apart"
                .formatted(both.size()))
        .footer(
            "Data: Growth Lab, exports by heading 2016 (older cleaning) and rankings, release of"
                + " 2023 (CC0).")
        .alt(
            title
                + "; furthest apart: "
                + far.stream()
                    .map(
                        one ->
                            "%s %d and %d"
                                .formatted(name(one.country()), one.ours(), one.published()))
                    .collect(Collectors.joining(", ")))
        .size(WIDTH, 460)
        .panel(
            Panel.xy()
                .xAxis(Axis.linear(0, both.size() + 5, "rank by the Atlas"))
                .yAxis(Axis.linear(0, both.size() + 5, "rank by our index"))
                .trend("", new double[] {1, both.size()}, new double[] {1, both.size()}, Tone.FAINT)
                .points(
                    "", each(both, Both::published), each(both, Both::ours), labels, Tone.OTHERS)
                .highlight(china.published(), china.ours(), "China"));
  }
}
