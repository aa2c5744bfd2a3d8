package speedbump.analysis.backfire;

import static speedbump.chart.Columns.each;
import static speedbump.chart.Columns.names;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import speedbump.analysis.backfire.Effort.Path;
import speedbump.analysis.backfire.Localisation.Change;
import speedbump.analysis.backfire.Localisation.Contrast;
import speedbump.analysis.backfire.Localisation.Shares;
import speedbump.analysis.backfire.Programmes.Programme;
import speedbump.analysis.backfire.Suppliers.Share;
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
import speedbump.stats.SlopeBreak;

/**
 * The charts of claim 9. Titles and descriptions are computed from what is drawn.
 *
 * @param catalog the collection's tables
 * @param analysis the analysis
 */
public record BackfireFigures(Catalog catalog, Backfire analysis) {
  private static final int WIDTH = 760;
  private static final double MONTHS = 12;
  private static final String TOOLS =
      "Data: Emerging Technology Observatory, chip supply chain, versions of 2025 and 2026, CC"
          + " BY-NC 4.0. Shares by seat of the maker.";

  private record Event(LocalDate date, String kind, String label, String country) {}

  private record Estimate(
      String definition, String kind, OptionalInt year, OptionalDouble shareOfChinaIcMarket) {}

  private static String points(double fraction) {
    return String.format(Locale.ROOT, "%+.1f", 100 * fraction).replace('-', '−');
  }

  private static double[] places(List<?> rows) {
    return IntStream.range(0, rows.size()).asDoubleStream().toArray();
  }

  private static String shorter(String tool) {
    return tool.replace(" tools", "")
        .replace("(adv. pkg.)", "(pkg.)")
        .replace("Tube-based diffusion and deposition", "Tube diffusion")
        .replace("Film, stack, and shape metrology", "Film metrology")
        .replace("Critical dimensions metrology", "Dimension metrology")
        .replace("Wet etching and cleaning", "Wet etch and clean")
        .replace("Rapid thermal processing", "Rapid thermal")
        .replace("High-temperature CVD", "High-temp. CVD")
        .replace("Physical vapor deposition", "Physical vapour")
        .replace("Atomic layer deposition", "Atomic layer")
        .replace("i-line lithography", "i-line litho.")
        .replace("Automatic wedge bonders", "Wedge bonders")
        .replace("Auto ball bonders for IC", "Ball bonders")
        .replace("Die attaching for IC", "Die attaching")
        .replace("Die attaching for non-IC", "Die att. (non-IC)")
        .replace("Other deposition (non-IC)", "Other deposition")
        .replace("Resist processing (pkg.)", "Resist (pkg.)")
        .replace("Other interconnect", "Other bonding");
  }

  /**
   * China's share of every kind of tool in both years.
   *
   * @return the figure
   */
  public Figure localisation() {
    List<Change> changes = analysis.localisation().changes(Shares.DEFAULT);
    Contrast contrast =
        analysis.localisation().contrast(changes, Localisation::restricted).orElseThrow();
    String title =
        String.format(
            Locale.ROOT,
            "Chinese makers: %s points on average in %d restricted kinds of tool, %s in %d others; chance alone: %.0f%%",
            points(contrast.restrictedChange()),
            contrast.restricted(),
            points(contrast.othersChange()),
            contrast.others(),
            100 * contrast.test().pGreater());
    return Figure.titled(title)
        .subtitle(
            "Chinese makers' share of the world market by kind of tool, 2024 (ring) and 2025 (dot), and"
                + " its change in points")
        .footer(
            TOOLS
                + " CVD: chemical vapour deposition; CMP: polishing; SoC: system chips; pkg.: for"
                + " packaging.")
        .alt(
            title
                + ". "
                + changes.stream()
                    .map(
                        one ->
                            "%s %s %s"
                                .formatted(
                                    one.tool().name(),
                                    Localisation.restricted(one.tool()) ? "restricted" : "other",
                                    points(one.points())))
                    .collect(Collectors.joining(", ")))
        .size(WIDTH, 560)
        .row(1, side("Restricted", changes, true), side("Others", changes, false));
  }

  private static XyPanel side(String title, List<Change> changes, boolean restricted) {
    List<Change> rows =
        changes.stream()
            .filter(one -> Localisation.restricted(one.tool()) == restricted)
            .sorted(Comparator.comparingDouble(one -> -one.points()))
            .toList();
    double[] at = places(rows);
    Tone tone = restricted ? Tone.CHINA : Tone.OTHERS;
    return Panel.xy()
        .titled(title)
        .xAxis(Axis.share(0, 0.65, "China's share of the world market"))
        .yAxis(
            Axis.categories(
                names(rows, one -> shorter(one.tool().name()) + " " + points(one.points()))))
        .ranges(
            at,
            each(rows, one -> Math.min(one.before(), one.after())),
            each(rows, one -> Math.max(one.before(), one.after())),
            tone)
        .marks("", each(rows, Change::before), at, Marker.RING, tone)
        .marks("", each(rows, Change::after), at, Marker.DOT, tone);
  }

  /**
   * Effort through time, with the line bent at the control and the test at every date.
   *
   * @return the figure
   */
  public Figure effort() {
    Effort effort = analysis.effort();
    List<Path> paths = effort.paths();
    List<SlopeBreak.Result> found = paths.stream().map(effort::found).toList();
    long up = found.stream().filter(one -> one.upP() < 0.05).count();
    Effort.Bent imports = effort.bent(paths.get(0));
    String title =
        "%s of two series of effort turned upwards; imports grew by %.0f%% a year before April 2018 and %.0f%% after"
            .formatted(
                up == 0 ? "Neither" : "" + up,
                100 * Math.expm1(imports.growthBefore()),
                100 * Math.expm1(imports.growthBefore() + imports.change().estimate()));
    return Figure.titled(title)
        .subtitle(
            "Each series, with its trend bent at April 2018, the order against ZTE (dashed line), and"
                + " under its name once more: how sharply the trend turns at each year, above zero"
                + " upwards")
        .footer(
            "Data: Atlas of Economic Complexity (imports, typed off a page); US Patent Office by"
                + " NCSES (grants to inventors in China).")
        .alt(
            title
                + ". Sharpest upward turn: imports p %.2f, patents p %.2f; downward: %.2f and %.4f"
                    .formatted(
                        found.get(0).upP(),
                        found.get(1).upP(),
                        found.get(0).downP(),
                        found.get(1).downP()))
        .size(WIDTH, 560)
        .row(
            0.55,
            path("Imports of chip-making goods", "billion USD", paths.get(0), 1, 100),
            path("US patents on semiconductors", "patents a year", paths.get(1), 1, 10_000))
        .row(0.45, turns("Imports: turns", paths.get(0)), turns("Patents: turns", paths.get(1)));
  }

  private XyPanel path(String title, String unit, Path path, double low, double high) {
    double[] fitted = analysis.effort().bent(path).fitted();
    for (int i = 0; i < fitted.length; i++) {
      fitted[i] = Math.exp(fitted[i]);
    }
    return Panel.xy()
        .titled(title)
        .xAxis(years(path))
        .yAxis(Axis.log(low, high, unit))
        .trend("", path.times(), fitted, Tone.OTHERS)
        .points(
            "",
            path.times(),
            path.series().points().stream().mapToDouble(point -> point.value()).toArray(),
            Tone.CHINA)
        .verticalLine(analysis.effort().control(), "");
  }

  private static Axis years(Path path) {
    double[] times = path.times();
    return Axis.years(Math.floor(times[0]), Math.ceil(times[times.length - 1]));
  }

  private XyPanel turns(String title, Path path) {
    SlopeBreak test = analysis.effort().test(path);
    double[] t = test.tValues(path.logs());
    double[] x = test.dates();
    return Panel.xy()
        .titled(title)
        .xAxis(years(path))
        .yAxis(Axis.linear(-9, 5, "turn (t value)"))
        .points("", x, t, Tone.NEUTRAL)
        .horizontalLine(0, "")
        .verticalLine(analysis.effort().control(), "");
  }

  /**
   * What illustrates 9b and has no vote: tools sold to China, firms' research, funds.
   *
   * @return the figure
   */
  public Figure illustrations() {
    Illustrations held = analysis.illustrations();
    Map<Integer, Double> billings = held.billings();
    Map<String, Map<Integer, Double>> research = held.research();
    double control = analysis.effort().control();
    long before =
        Stream.concat(Stream.of(billings), research.values().stream())
            .flatMapToDouble(own -> Arrays.stream(years(own)))
            .filter(year -> year + 1 <= control)
            .count();
    String title =
        "Tools sold to China grew %.1f-fold from %.0f to %.0f, firms' research %.1f- to %.1f-fold, with %s from before 2018; the national fund was there in %.0f"
            .formatted(
                last(values(billings)) / values(billings)[0],
                years(billings)[0],
                last(years(billings)),
                research.values().stream()
                    .mapToDouble(own -> last(values(own)))
                    .min()
                    .orElseThrow(),
                research.values().stream()
                    .mapToDouble(own -> last(values(own)))
                    .max()
                    .orElseThrow(),
                before == 0 ? "no figure" : before + " figures",
                years(held.funds())[0]);
    XyPanel firms =
        Panel.xy()
            .titled("R&D of firms")
            .xAxis(Axis.years(2014, 2025))
            .yAxis(Axis.log(0.8, 7, "over the first year held"));
    for (Map.Entry<String, Map<Integer, Double>> firm : research.entrySet()) {
      firms =
          firms
              .line(firm.getKey(), middles(firm.getValue()), values(firm.getValue()), Tone.CHINA)
              .points("", middles(firm.getValue()), values(firm.getValue()), Tone.CHINA);
    }
    Map<Integer, Double> funds = held.funds();
    return Figure.titled(title)
        .subtitle(
            "Illustrates 9b and has no vote; current prices, yearly; line: April 2018, the order"
                + " against ZTE")
        .footer("Data: SEMI; firms' reports, as repeated; Caixin and Yicai on the fund.")
        .alt(
            title
                + ". Tools, billion USD: "
                + told(billings)
                + ". Research over the first year held: "
                + research.entrySet().stream()
                    .map(firm -> firm.getKey() + " " + told(firm.getValue()))
                    .collect(Collectors.joining("; "))
                + ". Funds, billion CNY: "
                + told(funds))
        .size(WIDTH, 330)
        .panels(
            3,
            Panel.xy()
                .titled("Tools sold to China")
                .xAxis(Axis.years(2014, 2025))
                .yAxis(Axis.log(8, 70, "billion USD"))
                .points("", middles(billings), values(billings), Tone.CHINA)
                .verticalLine(control, ""),
            firms.verticalLine(control, ""),
            Panel.xy()
                .titled("Capital of the national fund")
                .xAxis(Axis.years(2014, 2025))
                .yAxis(Axis.log(80, 700, "billion CNY"))
                .points("", middles(funds), values(funds), Tone.CHINA)
                .verticalLine(control, ""));
  }

  private static double[] years(Map<Integer, Double> byYear) {
    return byYear.keySet().stream().mapToDouble(Integer::doubleValue).toArray();
  }

  private static double[] middles(Map<Integer, Double> byYear) {
    return Arrays.stream(years(byYear)).map(year -> year + 0.5).toArray();
  }

  private static double[] values(Map<Integer, Double> byYear) {
    return byYear.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double last(double[] values) {
    return values[values.length - 1];
  }

  private static String told(Map<Integer, Double> byYear) {
    return byYear.entrySet().stream()
        .map(one -> "%d %.1f".formatted(one.getKey(), one.getValue()))
        .collect(Collectors.joining(", "));
  }

  /**
   * National programmes and US controls on one line of time.
   *
   * @return the figure
   */
  public Figure whichCameFirst() {
    Programmes programmes = analysis.programmes();
    List<Programme> rows = programmes.programmes();
    List<Event> controls =
        catalog.rows("controls/control_events", Event.class).stream()
            .filter(one -> one.kind().equals("tightening") && one.country().equals("USA"))
            .toList();
    List<String> lanes = new ArrayList<>(names(rows, Programme::label));
    lanes.add("US controls");
    double[] at = places(rows);
    double[] middle = each(rows, one -> (Axis.year(one.firstDay()) + Axis.year(one.lastDay())) / 2);
    long days = -programmes.daysFrom(YearMonth.of(2018, 4)).orElseThrow();
    String title =
        "The first national programme with a figure stood %.1f years before the first control of 2018"
            .formatted(days / 365.25);
    return Figure.titled(title)
        .subtitle("Programmes of the central government for chips, and US controls as dated here")
        .footer(
            "Data: pages named in the tables. A line: known by month or year only. Controls are a"
                + " selection, no census.")
        .alt(
            title
                + ": "
                + rows.stream()
                    .map(
                        one ->
                            "%s %d, %.1f %s"
                                .formatted(
                                    one.label(), one.firstDay().getYear(), one.value(), one.unit()))
                    .collect(Collectors.joining("; "))
                + "; %d controls from %s"
                    .formatted(
                        controls.size(),
                        controls.stream()
                            .map(Event::date)
                            .min(Comparator.naturalOrder())
                            .orElseThrow()))
        .size(WIDTH, 330)
        .panel(
            Panel.xy()
                .xAxis(Axis.years(2014, 2027))
                .yAxis(Axis.categories(lanes))
                .ranges(
                    at,
                    each(rows, one -> Axis.year(one.firstDay())),
                    each(rows, one -> Axis.year(one.lastDay())),
                    Tone.CHINA)
                .points("", middle, at, Tone.CHINA)
                .marks(
                    "",
                    each(controls, one -> Axis.year(one.date())),
                    each(controls, one -> rows.size()),
                    Marker.DIAMOND,
                    Tone.US)
                .verticalLine(2015 + 1.5 / MONTHS, "Feb 2015: supercomputers")
                .verticalLine(analysis.effort().control(), "Apr 2018: ZTE"));
  }

  /**
   * China's share of suppliers' sales, as firms reported it.
   *
   * @return the figure
   */
  public Figure suppliers() {
    List<Share> rows =
        analysis.suppliers().shares().stream()
            .filter(one -> !one.grade().equals("S"))
            .sorted(
                Comparator.comparing(Share::entity)
                    .thenComparing(one -> !one.yearly())
                    .thenComparing(Share::year)
                    .thenComparing(Share::period))
            .toList();
    List<Share> report =
        rows.stream().filter(one -> one.series().contains("yearly report")).toList();
    String title =
        "ASML's China share rose from %.0f%% to %.0f%% in the year after the rule; no firm has two years on either side"
            .formatted(100 * report.get(0).share(), 100 * report.get(1).share());
    double[] at = places(rows);
    List<Share> yearly = rows.stream().filter(Share::yearly).toList();
    List<Share> quarterly = rows.stream().filter(one -> !one.yearly()).toList();
    return Figure.titled(title)
        .subtitle("Share of sales made in China; filled: a whole year, ring: a quarter")
        .footer(
            "Data: the pages named in the table, grade P or M. ASML's shares of 2024 and 2025 are of"
                + " machines alone: they cannot be joined to those before.")
        .alt(
            title
                + ": "
                + rows.stream()
                    .map(
                        one ->
                            "%s %s %.0f%%".formatted(one.entity(), one.period(), 100 * one.share()))
                    .collect(Collectors.joining("; ")))
        .size(WIDTH, 400)
        .panel(
            Panel.xy()
                .xAxis(Axis.share(0, 0.5, "China's share of sales"))
                .yAxis(Axis.categories(names(rows, BackfireFigures::named)))
                .points(
                    "",
                    each(yearly, Share::share),
                    each(yearly, one -> at[rows.indexOf(one)]),
                    Tone.US)
                .marks(
                    "",
                    each(quarterly, Share::share),
                    each(quarterly, one -> at[rows.indexOf(one)]),
                    Marker.RING,
                    Tone.US));
  }

  private static String named(Share one) {
    String of =
        one.series().contains("system")
            ? ", machines"
            : one.series().contains("yearly report") ? ", all sales" : "";
    return "%s %s%s".formatted(one.entity(), one.period().replace("FY", ""), of);
  }

  /**
   * What moves the answer: the revision of 2024 as a year, each family left out, the worlds, all
   * ways of counting.
   *
   * @param tools the group of 9a
   * @return the figure
   */
  public Figure couldItBeWrong(GroupResult tools) {
    Map<String, Contrast> without = analysis.localisation().withoutEach();
    Map<String, String> words =
        analysis.localisation().tools().stream()
            .collect(
                Collectors.toMap(
                    ToolClass::family,
                    tool -> shorter(tool.name()),
                    (first, second) -> first + " …"));
    List<Map.Entry<String, Contrast>> all = List.copyOf(without.entrySet());
    List<Map.Entry<String, Contrast>> most =
        all.stream()
            .sorted(Comparator.comparingDouble(one -> one.getValue().difference()))
            .toList();
    List<Map.Entry<String, Contrast>> rows = new ArrayList<>(most.subList(0, 4));
    rows.addAll(most.subList(most.size() - 4, most.size()));
    double[] at = places(rows);
    String title =
        "%d of %d ways of counting pass the bound; a lead of 2 points would be seen in %.0f%% of cases"
            .formatted(tools.meetHolds(), tools.usable(), 100 * tools.power().holdsGivenTrue());
    return Figure.titled(title)
        .subtitle("Proposition 9a: families left out, simulated worlds, all ways of counting")
        .footer(TOOLS)
        .alt(
            title
                + ". Without one family the lead lies between %s and %s points"
                    .formatted(
                        points(most.get(0).getValue().difference()),
                        points(most.get(most.size() - 1).getValue().difference())))
        .size(WIDTH, 1000)
        .row(
            0.5,
            Panel.xy()
                .titled("Lead without one family: the eight that move it most")
                .xAxis(Axis.share(0, 0.04, "lead of restricted tools"))
                .yAxis(
                    Axis.categories(
                        rows.stream()
                            .map(one -> words.get(one.getKey()).replaceAll(" ….*", " etc."))
                            .toList()))
                .points("", each(rows, one -> one.getValue().difference()), at, Tone.NEUTRAL)
                .verticalLine(tools.value("share_change_difference"), "all"),
            EvidencePanels.worlds(Registry.of(catalog), "9a", tools)
                .titled("The same test where the truth is known"))
        .row(
            0.5,
            EvidencePanels.curve(tools, "difference_above_permutation_p")
                .yAxis(Axis.linear(0, 0.5, "chance (p)"))
                .titled("All ways of counting: chance of so large a lead"));
  }

  /**
   * Published figures of localisation, which cannot be one series, and the share here.
   *
   * @return the figure
   */
  public Figure published() {
    List<Estimate> rows =
        catalog.rows("chips/self_sufficiency", Estimate.class).stream()
            .filter(one -> one.kind().equals("estimate"))
            .sorted(
                Comparator.comparing(Estimate::definition)
                    .thenComparing(one -> one.year().getAsInt()))
            .toList();
    List<Change> changes = analysis.localisation().changes(Shares.DEFAULT);
    double ours = analysis.localisation().shareByMarket(changes);
    List<String> labels =
        new ArrayList<>(
            names(
                rows,
                one ->
                    "%s, %d"
                        .formatted(
                            one.definition().contains("headquartered")
                                ? "By Chinese firms"
                                : "Made in China",
                            one.year().getAsInt())));
    labels.add("Tools, 2025");
    Estimate made = newest(rows, "made_in_china");
    String title =
        "Localisation has three meanings here: chips made in China were %.0f%% of its market in %d, chips by Chinese firms %.0f%%, tools by Chinese makers %.0f%% of the world market of %d kinds in 2025"
            .formatted(
                100 * made.shareOfChinaIcMarket().getAsDouble(),
                made.year().getAsInt(),
                100
                    * newest(rows, "made_by_china_headquartered_firms")
                        .shareOfChinaIcMarket()
                        .getAsDouble(),
                100 * ours,
                changes.size());
    return Figure.titled(title)
        .subtitle(
            "Chips made in China and by Chinese firms: share of China's market. Tools by Chinese makers:"
                + " share of the world market. What the target counts is not defined")
        .footer(
            "Data: IC Insights through the pages named in the table (grade S); Emerging Technology"
                + " Observatory, CC BY-NC 4.0, %d kinds of tool, weighted by market."
                    .formatted(changes.size()))
        .alt(
            title
                + rows.stream()
                    .map(
                        one ->
                            "%s, %d: %.1f%%"
                                .formatted(
                                    one.definition().replace('_', ' '),
                                    one.year().getAsInt(),
                                    100 * one.shareOfChinaIcMarket().getAsDouble()))
                    .collect(
                        Collectors.joining("; ", ". ", "; tools: %.1f%%".formatted(100 * ours))))
        .size(WIDTH, 380)
        .panel(
            Panel.xy()
                .xAxis(Axis.share(0, 0.8, "share"))
                .yAxis(Axis.categories(labels))
                .points(
                    "",
                    each(rows, one -> one.shareOfChinaIcMarket().getAsDouble()),
                    places(rows),
                    Tone.OTHERS)
                .points("", new double[] {ours}, new double[] {rows.size()}, Tone.CHINA)
                .verticalLine(0.7, "target for 2025"));
  }

  /** The newest estimate of a definition; the rows of one are sorted by year. */
  private static Estimate newest(List<Estimate> rows, String definition) {
    return rows.stream()
        .filter(one -> one.definition().equals(definition))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }
}
