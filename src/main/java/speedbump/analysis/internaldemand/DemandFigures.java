package speedbump.analysis.internaldemand;

import static speedbump.chart.Columns.each;
import static speedbump.chart.Columns.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import speedbump.analysis.internaldemand.Absorption.Abroad;
import speedbump.analysis.internaldemand.Absorption.Buyer;
import speedbump.analysis.internaldemand.Depth.Shares;
import speedbump.analysis.internaldemand.Depth.Source;
import speedbump.analysis.internaldemand.GrowthShare.Comparison;
import speedbump.analysis.internaldemand.GrowthShare.Contribution;
import speedbump.analysis.internaldemand.NewFields.Sales;
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

/**
 * The charts of claim 11. Titles and descriptions are computed from what is drawn.
 *
 * @param catalog the collection's tables
 * @param analysis the analysis
 */
public record DemandFigures(Catalog catalog, InternalDemand analysis) {
  private static final int WIDTH = 760;
  private static final double PERCENT = 100;

  /** The first year whose growth is drawn: the second of the World Trade Organization's China. */
  private static final int FIRST_DRAWN = 2001;

  private static final int FIRST_EDGE = 2012;
  private static final int LAST_EDGE = 2021;

  private static final String BANK =
      "Data: World Bank, World Development Indicators, CC BY 4.0; current yuan, one vintage.";
  private static final String OECD_TERMS = "OECD, Input-Output Tables (editions of 2021 and 2025)";

  /**
   * Growth by expenditure, year by year, and the part of exports in the two windows.
   *
   * @return the figure
   */
  public Figure growth() {
    GrowthShare growth = analysis.growth();
    Comparison net = growth.registered(true, Set.of());
    Comparison gross = growth.registered(false, Set.of());
    List<Contribution> years = growth.contributions(FIRST_DRAWN, growth.last());
    double[] edges =
        IntStream.rangeClosed(FIRST_DRAWN, growth.last() + 1).asDoubleStream().toArray();
    double[] eaten = each(years, year -> year.consumption().orElseThrow());
    double[] invested =
        each(
            years,
            year -> year.consumption().orElseThrow() + year.capitalFormation().orElseThrow());
    double[] sold = each(years, Contribution::netExports);
    double[] above = new double[sold.length];
    for (int i = 0; i < sold.length; i++) {
      above[i] = sold[i] > 0 ? invested[i] + sold[i] : sold[i];
    }
    String title =
        "Net exports made up %s of China's growth in %s and %s in %s; the change is uncertain by %.0f points either way"
            .formatted(
                percent(net.before()),
                span(growth.earlierFrom(), growth.laterFrom() - 1),
                percent(net.after()),
                span(growth.laterFrom(), growth.last()),
                PERCENT * (net.difference().upper() - net.difference().estimate()));
    return Figure.titled(title)
        .subtitle("Parts of the yearly rise of gross domestic product, current prices")
        .footer(
            BANK
                + " Below: by sums (ring) and by the registered regression with its 95% interval"
                + " (dot).")
        .alt(
            title
                + ". By regression %+.1f points (%+.1f to %+.1f). Gross exports: %s and %s, a difference of %+.1f points (%+.1f to %+.1f)"
                    .formatted(
                        PERCENT * net.difference().estimate(),
                        PERCENT * net.difference().lower(),
                        PERCENT * net.difference().upper(),
                        percent(gross.before()),
                        percent(gross.after()),
                        PERCENT * gross.difference().estimate(),
                        PERCENT * gross.difference().lower(),
                        PERCENT * gross.difference().upper()))
        .size(WIDTH, 640)
        .row(
            1,
            Panel.xy()
                .titled("Year by year: consumption, investment, net exports")
                .xAxis(Axis.years(FIRST_DRAWN, growth.last() + 1))
                .yAxis(Axis.share(-0.4, 1.4, "part of the year's growth"))
                .bars("net exports", edges, above, Tone.CHINA)
                .bars("investment", edges, invested, Tone.OTHERS)
                .bars("consumption", edges, eaten, Tone.FAINT)
                .horizontalLine(0, "")
                .verticalLine(growth.earlierFrom(), "earlier window")
                .verticalLine(growth.laterFrom(), "later window"))
        .row(
            0.72,
            windows("Net of imports", growth, true, net, -0.25, 0.27),
            windows("Gross", growth, false, gross, -0.4, 0.62));
  }

  private static XyPanel windows(
      String title, GrowthShare growth, boolean ofNet, Comparison sums, double from, double to) {
    List<Interval> parts = new ArrayList<>(growth.windows(ofNet));
    parts.add(sums.difference());
    double[] places = places(parts.size());
    return Panel.xy()
        .titled(title)
        .xAxis(Axis.share(from, to, "part of growth"))
        .yAxis(
            Axis.categories(
                span(growth.earlierFrom(), growth.laterFrom() - 1),
                span(growth.laterFrom(), growth.last()),
                "difference"))
        .ranges(places, each(parts, Interval::lower), each(parts, Interval::upper), Tone.CHINA)
        .points("", each(parts, Interval::estimate), places, Tone.CHINA)
        .marks(
            "",
            new double[] {sums.before(), sums.after(), sums.after() - sums.before()},
            places,
            Marker.RING,
            Tone.NEUTRAL)
        .verticalLine(0, "none");
  }

  /**
   * What new fields sell at home, and how it moved.
   *
   * @return the figure
   */
  public Figure homeShares() {
    NewFields fields = analysis.fields();
    List<Sales> held =
        fields.latest(true).stream()
            .sorted(Comparator.comparingDouble(one -> -one.homeShare()))
            .toList();
    long home = held.stream().filter(one -> one.above(fields.least()).orElse(false)).count();
    List<Sales> rows = new ArrayList<>(held);
    fields.latest(false).stream().filter(one -> !held.contains(one)).forEach(rows::add);
    int counted = held.size();
    fields.barred().stream()
        .filter(one -> one.reservation().equals("exports_hold_reexports"))
        .forEach(rows::add);
    List<Integer> bounds =
        IntStream.range(0, rows.size()).filter(i -> rows.get(i).isBound()).boxed().toList();
    List<Integer> values =
        IntStream.range(0, counted).filter(i -> !rows.get(i).isBound()).boxed().toList();
    List<Integer> instead =
        IntStream.range(counted, rows.size()).filter(i -> rows.get(i).usable()).boxed().toList();
    List<Integer> barred =
        IntStream.range(counted, rows.size()).filter(i -> !rows.get(i).usable()).boxed().toList();
    ToDoubleFunction<Integer> share = i -> rows.get(i).homeShare();
    ToDoubleFunction<Integer> place = i -> i;
    String title =
        "%d of %d new fields sell most of their output at home; of ships %s stays"
            .formatted(home, counted, percent(named(held, "ships").homeShare()));
    XyPanel latest =
        Panel.xy()
            .titled("Latest period")
            .xAxis(Axis.share(0, 1.02, "sold at home"))
            .yAxis(
                Axis.categories(
                    names(rows, one -> words(one) + " " + (one.wholeYear() ? one.period() : ""))))
            .ranges(each(bounds, place), each(bounds, share), each(bounds, i -> 1), Tone.CHINA)
            .marks(
                "at least", each(bounds, share), each(bounds, place), Marker.TRIANGLE, Tone.CHINA)
            .marks("value", each(values, share), each(values, place), Marker.DOT, Tone.CHINA)
            .marks(
                "by GWh instead",
                each(instead, share),
                each(instead, place),
                Marker.RING,
                Tone.CHINA)
            .marks("barred", each(barred, share), each(barred, place), Marker.RING, Tone.OTHERS)
            .verticalLine(fields.least(), "half");
    XyPanel through =
        Panel.xy()
            .titled("Year by year, where held")
            .xAxis(Axis.years(2018, 2025.6))
            .yAxis(Axis.share(0.4, 1, "sold at home"));
    List<String> drawn = new ArrayList<>();
    for (String field : List.of("electric vehicles", "lithium-ion batteries", "solar modules")) {
      List<Sales> own = yearly(fields.through(field));
      Tone tone =
          field.startsWith("electric")
              ? Tone.CHINA
              : field.startsWith("solar") ? Tone.HIGHLIGHT : Tone.NEUTRAL;
      double[] years = each(own, Sales::year);
      double[] shares = each(own, Sales::homeShare);
      through =
          own.get(0).isBound()
              ? through.marks("batteries, at least", years, shares, Marker.TRIANGLE, tone)
              : through
                  .line(words(own.get(0)), years, shares, tone)
                  .points("", years, shares, tone);
      Sales first = own.get(0);
      Sales last = own.get(own.size() - 1);
      drawn.add(
          "%s%s %s in %d, %s in %d"
              .formatted(
                  field,
                  first.isBound() ? " at least" : "",
                  percent(first.homeShare()),
                  first.year(),
                  percent(last.homeShare()),
                  last.year()));
    }
    return Figure.titled(title)
        .subtitle(
            "One less exports over output, in one unit; a triangle is a lower bound, since output"
                + " was \"more than\" the figure")
        .footer(
            "Data: figures of CAAM, CPIA, MIIT, CWEA and the statistics office in reposts, grade M;"
                + " each row names its page. Batteries in yuan: cells and their materials both count."
                + " Car batteries: sales for output. Chips: exports hold chips made elsewhere.")
        .alt(
            title
                + ". "
                + held.stream()
                    .map(
                        one ->
                            "%s %s%s"
                                .formatted(
                                    one.field(),
                                    one.isBound() ? "at least " : "",
                                    percent(one.homeShare())))
                    .collect(Collectors.joining(", "))
                + ". "
                + String.join("; ", drawn))
        .size(WIDTH, 420)
        .row(1, latest, through.horizontalLine(fields.least(), "half"));
  }

  /** One row a year, the first of those that stand for it. */
  private static List<Sales> yearly(List<Sales> rows) {
    return rows.stream()
        .collect(Collectors.toMap(Sales::year, one -> one, (one, other) -> one))
        .values()
        .stream()
        .sorted(Comparator.comparingInt(Sales::year))
        .toList();
  }

  private static Sales named(List<Sales> rows, String field) {
    return rows.stream().filter(one -> one.field().equals(field)).findFirst().orElseThrow();
  }

  private static String words(Sales one) {
    return switch (one.field()) {
      case "lithium-ion batteries" -> "batteries (yuan)";
      case "power batteries" -> "car batteries (GWh), nine months of 2025";
      default -> one.field();
    };
  }

  /**
   * Domestic value added in exports, each source by itself.
   *
   * @return the figure
   */
  public Figure depth() {
    Depth depth = analysis.depth();
    Shares oecd = depth.shares(Source.OECD);
    Shares wiod = depth.shares(Source.WIOD);
    Shares adb = depth.shares(Source.ADB);
    Shares absorbed = depth.absorbedAbroad();
    double[] years = oecd.years();
    int trough =
        IntStream.range(0, years.length)
            .boxed()
            .min(Comparator.comparingDouble(i -> oecd.values()[i]))
            .orElseThrow();
    List<BenchmarkRow> published = published("foreign_va_share_gross_exports");
    List<BenchmarkRow> apart = published("domestic_va_share_exports_processing_adjusted");
    String title =
        "The Chinese part of exports fell from %s in %.0f to %s in %.0f and was back at %s in %.0f"
            .formatted(
                percent(oecd.values()[0]),
                years[0],
                percent(oecd.values()[trough]),
                years[trough],
                percent(oecd.values()[years.length - 1]),
                years[years.length - 1]);
    Shares later = absorbed.from(2007);
    return Figure.titled(title)
        .subtitle(
            "Domestic value added in China's exports, share of their value; sources are never"
                + " joined")
        .footer(
            "Data: "
                + OECD_TERMS
                + "; WIOD 2016, CC BY 4.0; Asian Development Bank, Multiregional Input-Output"
                + " Tables, in K. Reyes' computation. Diamonds: OECD's own indicator, as reported; rings: EPI, after Koopman, Wang and Wei, grade S.")
        .alt(
            title
                + "; WIOD %s in 2000 and %s in 2014, ADB %s in 2017 and %s in 2022. Published with processing trade apart: %.0f%% in %s and %.0f%% in %s"
                    .formatted(
                        percent(wiod.of(2000)),
                        percent(wiod.of(2014)),
                        percent(adb.of(2017)),
                        percent(adb.of(2022)),
                        apart.get(0).value().orElseThrow(),
                        apart.get(0).period(),
                        apart.get(apart.size() - 1).value().orElseThrow(),
                        apart.get(apart.size() - 1).period()))
        .size(WIDTH, 470)
        .panel(
            Panel.xy()
                .xAxis(Axis.years(1995, 2023))
                .yAxis(Axis.share(0.45, 0.92, "share of exports"))
                .line("ADB: absorbed abroad", later.years(), later.values(), Tone.FAINT)
                .line("OECD", years, oecd.values(), Tone.CHINA)
                .line("WIOD", wiod.years(), wiod.values(), Tone.NEUTRAL)
                .line("ADB", adb.years(), adb.values(), Tone.US)
                .marks(
                    "published",
                    each(published, one -> Double.parseDouble(one.period())),
                    each(published, one -> 1 - one.value().orElseThrow() / PERCENT),
                    Marker.DIAMOND,
                    Tone.HIGHLIGHT)
                .marks(
                    "published, processing trade apart",
                    each(apart, one -> Double.parseDouble(one.period())),
                    each(apart, one -> one.value().orElseThrow() / PERCENT),
                    Marker.RING,
                    Tone.OTHERS));
  }

  private record BenchmarkRow(String series, String entity, String period, OptionalDouble value) {}

  private List<BenchmarkRow> published(String series) {
    return catalog.rows("published/industry_benchmarks", BenchmarkRow.class).stream()
        .filter(row -> row.series().equals(series) && row.entity().equals("China"))
        .toList();
  }

  /**
   * Who finally buys what China makes: through time, and by industry.
   *
   * @return the figure
   */
  public Figure buyers() {
    Absorption absorption = analysis.absorption();
    List<Abroad> through = absorption.through();
    Abroad latest = absorption.latest();
    List<Buyer> industries =
        absorption.industries().stream()
            .filter(Buyer::manufacturing)
            .limit(LARGEST)
            .sorted(Comparator.comparingDouble(one -> -one.endsAbroad()))
            .toList();
    double[] places = places(industries.size());
    Abroad peak = through.stream().max(Comparator.comparingDouble(Abroad::all)).orElseThrow();
    Abroad last = through.get(through.size() - 1);
    double[] years = each(through, Abroad::year);
    double[] newest = {latest.year()};
    String title =
        "Exports called for %s of China's output in %d and %s in %d; in %d for %s of its electronics"
            .formatted(
                percent(peak.all()),
                peak.year(),
                percent(last.all()),
                last.year(),
                latest.year(),
                percent(
                    industries.stream()
                        .filter(one -> one.code().equals("c26"))
                        .mapToDouble(Buyer::endsAbroad)
                        .findFirst()
                        .orElseThrow()));
    return Figure.titled(title)
        .subtitle(
            "Output that final demand abroad calls for, looked through the chain of suppliers, as a"
                + " share of output")
        .footer(
            "Data: "
                + OECD_TERMS
                + "; imports in proportion. The table of 2022 is of another edition and list of"
                + " industries: no line joins it to 2018.")
        .alt(
            title
                + "; of manufacturing %s in %d and %s in %d. By industry in %d: "
                    .formatted(
                        percent(peak.manufacturing()),
                        peak.year(),
                        percent(latest.manufacturing()),
                        latest.year(),
                        latest.year())
                + industries.stream()
                    .map(one -> shorter(one) + " " + percent(one.endsAbroad()))
                    .collect(Collectors.joining(", ")))
        .size(WIDTH, 470)
        .row(
            1,
            Panel.xy()
                .titled("Through time")
                .xAxis(Axis.years(1995, 2023))
                .yAxis(Axis.share(0, 0.45, "share of output"))
                .line("manufacturing", years, each(through, Abroad::manufacturing), Tone.CHINA)
                .line("all industries", years, each(through, Abroad::all), Tone.NEUTRAL)
                .marks("", newest, new double[] {latest.manufacturing()}, Marker.DOT, Tone.CHINA)
                .marks("", newest, new double[] {latest.all()}, Marker.DOT, Tone.NEUTRAL),
            Panel.xy()
                .titled("The largest of manufacturing, %d".formatted(latest.year()))
                .xAxis(Axis.share(0, 0.62, "share of output"))
                .yAxis(Axis.categories(names(industries, DemandFigures::shorter)))
                .marks(
                    "exported as it is",
                    each(industries, Buyer::soldAbroad),
                    places,
                    Marker.RING,
                    Tone.OTHERS)
                .marks(
                    "ends abroad",
                    each(industries, Buyer::endsAbroad),
                    places,
                    Marker.DOT,
                    Tone.CHINA));
  }

  private static final int LARGEST = 12;

  private static String shorter(Buyer one) {
    return switch (one.code()) {
      case "c10t12" -> "food";
      case "c26" -> "electronics";
      case "c13t15" -> "textiles";
      case "c20" -> "chemicals";
      case "c28" -> "machinery";
      case "c24a" -> "steel";
      case "c23" -> "glass, cement";
      case "c29" -> "motor vehicles";
      case "c27" -> "electrical goods";
      case "c25" -> "metal goods";
      case "c24b" -> "other metals";
      case "c19" -> "fuels";
      default -> one.label();
    };
  }

  /**
   * What moves the change of exports' part: the edge of the windows, years left out, net or gross;
   * and the test where the truth is known.
   *
   * @param sums the deciding group of 11b
   * @return the figure
   */
  public Figure couldItBeWrong(GroupResult sums) {
    GrowthShare growth = analysis.growth();
    List<Comparison> net = edges(true);
    List<Comparison> gross = edges(false);
    List<Comparison> variants = growth.variants();
    double[] at = IntStream.rangeClosed(FIRST_EDGE, LAST_EDGE).asDoubleStream().toArray();
    double[] places = places(variants.size());
    long below = net.stream().filter(one -> one.difference().estimate() < 0).count();
    boolean none =
        Stream.of(net, gross, variants)
            .flatMap(List::stream)
            .allMatch(one -> one.difference().lower() < 0 && one.difference().upper() > 0);
    String title =
        "%s edge or year tells a change from none; a fall of ten points would be seen in %.0f%% of cases"
            .formatted(none ? "No" : "Some", PERCENT * sums.power().holdsGivenTrue());
    return Figure.titled(title)
        .subtitle(
            "Proposition 11b: other windows, other years, simulated worlds, all ways of counting")
        .footer(BANK + " Product's prices: both divided by the price of the product.")
        .alt(
            title
                + ". Net exports: with the edge in %d to %d the change is negative at %d of %d edges"
                    .formatted(FIRST_EDGE, LAST_EDGE, below, net.size()))
        .size(WIDTH, 1120)
        .row(
            0.62,
            edge("The first year of the later window: net", at, net, -0.4, 0.4),
            edge("The same, gross", at, gross, -0.7, 0.5))
        .row(
            0.62,
            Panel.xy()
                .titled("Other years and prices")
                .xAxis(Axis.share(-0.5, 0.42, "change of exports' part"))
                .yAxis(Axis.categories(names(variants, Comparison::name)))
                .ranges(
                    places,
                    each(variants, one -> one.difference().lower()),
                    each(variants, one -> one.difference().upper()),
                    Tone.CHINA)
                .points("", each(variants, one -> one.difference().estimate()), places, Tone.CHINA)
                .marks(
                    "",
                    each(variants, one -> one.after() - one.before()),
                    places,
                    Marker.RING,
                    Tone.NEUTRAL)
                .verticalLine(0, "none"),
            EvidencePanels.worlds(Registry.of(catalog), "11b", sums)
                .titled("The same test where the truth is known"))
        .row(
            0.7,
            EvidencePanels.curve(sums, "export_share_of_growth_difference")
                .yAxis(Axis.share(-0.1, 0.16, "change of exports' part"))
                .threshold(0, "none")
                .titled("All ways of counting: change of the part of growth that exports make up"));
  }

  private List<Comparison> edges(boolean ofNet) {
    GrowthShare growth = analysis.growth();
    return IntStream.rangeClosed(FIRST_EDGE, LAST_EDGE)
        .mapToObj(
            year -> growth.compare(growth.earlierFrom(), year, growth.last(), ofNet, Set.of()))
        .toList();
  }

  private static XyPanel edge(
      String title, double[] at, List<Comparison> all, double from, double to) {
    return Panel.xy()
        .titled(title)
        .xAxis(Axis.years(FIRST_EDGE - 1, LAST_EDGE + 1))
        .yAxis(Axis.share(from, to, "later less earlier part"))
        .intervals(
            at,
            each(all, one -> one.difference().lower()),
            each(all, one -> one.difference().upper()),
            Tone.CHINA)
        .points("", at, each(all, one -> one.difference().estimate()), Tone.CHINA)
        .horizontalLine(0, "none");
  }

  /**
   * Published parts of growth beside ours, by what they count.
   *
   * @return the figure
   */
  public Figure published() {
    GrowthShare growth = analysis.growth();
    double official = 1 - cited("Domestic demand share of growth") / PERCENT;
    double third = cited("Export share of growth") / PERCENT;
    List<String> rows =
        List.of(
            "official: net, 4 years",
            "ours: net, 2021-24",
            "ours: gross, 2021-24",
            "press: \"exports\", 2025",
            "ours: net, 2024",
            "ours: gross, 2024",
            "ours: net, 2018-23",
            "ours: gross, 2018-23");
    double[] values = {
      official,
      growth.share(2021, 2024, true),
      growth.share(2021, 2024, false),
      third,
      growth.share(2024, 2024, true),
      growth.share(2024, 2024, false),
      growth.share(2018, 2023, true),
      growth.share(2018, 2023, false)
    };
    int[] theirs = {0, 3};
    int[] ours = {1, 2, 4, 5, 6, 7};
    String title =
        "Neither published figure can be rebuilt: net exports over four years are %s of growth by officials and %s here; \"exports\" of a year are %s by the press for 2025, and here %s net or %s gross in 2024"
            .formatted(
                percent(values[0]),
                percent(values[1]),
                percent(values[3]),
                percent(values[4]),
                percent(values[5]));
    Function<int[], double[]> part =
        which -> IntStream.of(which).mapToDouble(i -> values[i]).toArray();
    Function<int[], double[]> place = which -> IntStream.of(which).asDoubleStream().toArray();
    return Figure.titled(title)
        .subtitle("Part of China's growth that exports make up, by what is counted and when")
        .footer(
            "Published: Vice-Minister Liao Min, July 2025 (86.4% of growth from demand at home); a"
                + " third of growth, Fortune; both grade S. "
                + BANK)
        .alt(
            title
                + "; ours in 2018-23 %s net and %s gross"
                    .formatted(percent(values[6]), percent(values[7])))
        .size(WIDTH, 400)
        .panel(
            Panel.xy()
                .xAxis(Axis.share(-0.02, 0.5, "part of growth"))
                .yAxis(Axis.categories(rows))
                .marks(
                    "published",
                    part.apply(theirs),
                    place.apply(theirs),
                    Marker.DIAMOND,
                    Tone.HIGHLIGHT)
                .marks(
                    "ours, current prices",
                    part.apply(ours),
                    place.apply(ours),
                    Marker.DOT,
                    Tone.CHINA)
                .verticalLine(0, ""));
  }

  private double cited(String series) {
    return catalog.rows("published/benchmarks", BenchmarkRow.class).stream()
        .filter(row -> row.series().equals(series) && row.entity().equals("China"))
        .mapToDouble(row -> row.value().orElseThrow())
        .findFirst()
        .orElseThrow();
  }

  private static double[] places(int number) {
    return IntStream.range(0, number).asDoubleStream().toArray();
  }

  private static String span(int first, int last) {
    return "%d-%02d".formatted(first, last % 100);
  }

  private static String percent(double share) {
    String text = String.format(Locale.ROOT, "%.0f%%", PERCENT * share);
    return text.equals("-0%") ? "0%" : text;
  }
}
