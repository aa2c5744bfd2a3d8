package speedbump.analysis.theexpectedstall;

import static speedbump.chart.Columns.each;
import static speedbump.chart.Columns.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import speedbump.analysis.shared.ControlledSeries;
import speedbump.analysis.theexpectedstall.KeptGrowth.Kept;
import speedbump.analysis.theexpectedstall.Ledger.Tally;
import speedbump.analysis.theexpectedstall.StatedAims.Stated;
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
 * The charts of claim 4. Titles and descriptions are computed from what is drawn.
 *
 * @param catalog the collection's tables
 * @param analysis the analysis
 */
public record StallFigures(Catalog catalog, ExpectedStall analysis) {
  private static final int WIDTH = 760;
  private static final String CHINA = "China";

  /** How far two marks of one row stand apart from it. */
  private static final double BESIDE = 0.14;

  private static final Map<String, String> AIMS =
      Map.of(
          "a", "stop or stall",
          "b", "slow or set back",
          "c", "keep a lead",
          "d", "deny military or abusive use",
          "e", "protect own supply");

  /** Forecasts of one cluster, the number of the cluster first. */
  private record Mark(int place, Forecast row) {
    double error() {
      return row.error().orElse(0);
    }

    boolean decides() {
      return !row.grade().equals("S");
    }
  }

  private static String sources() {
    return "Data: the ledger of forecasts; every row names the pages of forecast and outcome. Electric cars: IEA (CC BY 4.0).";
  }

  /**
   * Every forecast with a number against what came, by the sets that share an outcome.
   *
   * @return the figure
   */
  public Figure errors() {
    Ledger ledger = analysis.ledger();
    Tally tally = ledger.tally();
    List<Forecast> others = ledger.counted();
    List<Forecast> chinese =
        ledger.scored(
            row ->
                row.forecasterOrigin().equals(CHINA)
                    && !row.kind().equals("statement")
                    && !row.isEvent());
    long chineseUnder = chinese.stream().filter(row -> ledger.sign(row) > 0).count();
    long chineseOver = chinese.stream().filter(row -> ledger.sign(row) < 0).count();
    String title =
        "Forecasters outside China were too low in %d of %d sets and too high in %d"
            .formatted(tally.under(), tally.voting(), tally.over());
    return Figure.titled(title)
        .subtitle(
            "Outcome less forecast, as a share of the forecast; right of zero China did better."
                + " Filled: grade P or M. Below: sets without a number")
        .footer(sources())
        .alt(
            title
                + "; of %d Chinese forecasts and targets with a number %d were too low and %d too high"
                    .formatted(chinese.size(), chineseUnder, chineseOver))
        .size(WIDTH, 800)
        .row(
            1,
            byCluster("Outside China: what decides", numbers(others), Tone.US),
            byCluster("Chinese forecasts and targets", chinese, Tone.CHINA))
        .row(0.5, withoutNumber("Outside China, without a number: what decides", others));
  }

  private static List<Forecast> numbers(List<Forecast> rows) {
    return rows.stream().filter(row -> !row.isEvent()).toList();
  }

  private static List<Forecast> events(List<Forecast> rows) {
    return rows.stream().filter(Forecast::isEvent).toList();
  }

  private XyPanel byCluster(String title, List<Forecast> rows, Tone tone) {
    List<String> order = clusters(rows);
    List<Mark> marks = placed(rows, order);
    XyPanel panel =
        Panel.xy()
            .titled(title)
            .xAxis(Axis.share(-1.25, 2.1, ""))
            .yAxis(Axis.categories(names(order, StallFigures::words)));
    return both(panel, marks, Mark::error, tone).verticalLine(0, "forecast");
  }

  /**
   * Sets of forecasts that were read as better, as stated or worse, in the order of their votes.
   */
  private XyPanel withoutNumber(String title, List<Forecast> all) {
    List<Forecast> rows = events(all);
    List<String> order = clusters(rows);
    return both(
        columns(title, names(order, StallFigures::words)),
        placed(rows, order),
        this::column,
        Tone.US);
  }

  private static XyPanel columns(String title, List<String> rows) {
    return Panel.xy()
        .titled(title)
        .xAxis(Axis.categories("China did worse", "as stated", "China did better"))
        .yAxis(Axis.categories(rows));
  }

  private double column(Mark mark) {
    return 1 + analysis.ledger().sign(mark.row());
  }

  /** The sets of forecasts, from those that were furthest too low to those furthest too high. */
  private List<String> clusters(List<Forecast> rows) {
    Map<String, List<Forecast>> clusters =
        rows.stream()
            .collect(
                Collectors.groupingBy(Forecast::cluster, LinkedHashMap::new, Collectors.toList()));
    return clusters.keySet().stream()
        .sorted(
            Comparator.comparingDouble(
                (String name) ->
                    -clusters.get(name).stream()
                        .mapToDouble(row -> row.error().orElse(analysis.ledger().sign(row)))
                        .average()
                        .orElseThrow()))
        .toList();
  }

  private static List<Mark> placed(List<Forecast> rows, List<String> order) {
    return rows.stream().map(row -> new Mark(order.indexOf(row.cluster()), row)).toList();
  }

  private static XyPanel both(
      XyPanel panel, List<Mark> marks, ToDoubleFunction<Mark> at, Tone tone) {
    XyPanel drawn = drawn(panel, marks, Mark::decides, at, Marker.DOT, tone);
    return drawn(drawn, marks, mark -> !mark.decides(), at, Marker.RING, tone);
  }

  private static XyPanel drawn(
      XyPanel panel,
      List<Mark> marks,
      Predicate<Mark> wanted,
      ToDoubleFunction<Mark> at,
      Marker marker,
      Tone tone) {
    List<Mark> some = marks.stream().filter(wanted).toList();
    return some.isEmpty()
        ? panel
        : panel.marks("", each(some, at), each(some, Mark::place), marker, tone);
  }

  private static String words(String cluster) {
    return switch (cluster) {
      case "equipment purchases 2019" -> "chip tools 2019";
      case "equipment localisation" -> "own chip tools";
      case "node after 2022" -> "chip node";
      case "EV share 2025" -> "electric cars 2025";
      case "EV sales 2025" -> "cars, BloombergNEF";
      case "EV buses 2025" -> "electric buses";
      case "NEV sales yearly" -> "electric cars, yearly";
      case "IEA 2020" -> "solar growth 2020";
      case "solar targets" -> "solar and wind";
      case "CPIA 2025" -> "solar 2025";
      case "battery share 2025" -> "battery share";
      case "AI lag 2025" -> "top AI model";
      case "AI plan" -> "AI industry";
      case "MIC2025 chips" -> "chip self-supply";
      case "C919 service entry" -> "C919 in service";
      case "C919 2025" -> "C919 deliveries";
      case "YMTC" -> "YMTC's memory";
      case "CXMT" -> "CXMT's memory";
      case "biopharma deals 2025" -> "drug licences";
      case "Huawei revenue 2019-21" -> "Huawei's revenue";
      case "Huawei phones" -> "Huawei's phones";
      case "BYD 2025" -> "BYD's sales";
      default -> cluster;
    };
  }

  /**
   * The aims that US documents put first.
   *
   * @return the figure
   */
  public Figure aims() {
    StatedAims aims = analysis.aims();
    Stated a = aims.stated("A", false);
    Stated b = aims.stated("B", false);
    List<String> codes = List.of("d", "c", "e", "b", "a");
    List<Interval> shares = codes.stream().map(code -> aims.share(a, code)).toList();
    double[] places = IntStream.range(0, codes.size()).asDoubleStream().toArray();
    Map<String, Stated> types = aims.byType("A");
    List<String> kinds =
        types.keySet().stream().filter(type -> types.get(type).documents() > 0).toList();
    double[] kindPlaces = IntStream.range(0, kinds.size()).asDoubleStream().toArray();
    String title =
        "Of %d US documents that state an aim %s put stopping China first and %.0f military or abusive use"
            .formatted(
                a.documents(),
                a.first(StatedAims.STOP) == 0 ? "none" : "%.1f".formatted(a.first(StatedAims.STOP)),
                a.first("d"));
    return Figure.titled(title)
        .subtitle(
            "Share of documents by the aim put first, with 95% intervals; "
                + (a.equals(b) ? "both coders have the same" : "coder B is a ring"))
        .footer(
            "Data: 70 passages of US official texts, 2018-2026 (public domain); coded twice and"
                + " blind by two language models of one family.")
        .alt(
            title
                + "; coder B has %.0f and %.0f of %d. Slowing comes first in %.0f"
                    .formatted(b.first(StatedAims.STOP), b.first("d"), b.documents(), a.first("b")))
        .size(WIDTH, 400)
        .row(
            1,
            Panel.xy()
                .titled("Grade P or M: what decides")
                .xAxis(Axis.share(0, 1, "share of documents"))
                .yAxis(Axis.categories(names(codes, AIMS::get)))
                .ranges(
                    places, each(shares, Interval::lower), each(shares, Interval::upper), Tone.US)
                .marks(
                    "",
                    each(codes, code -> aims.share(b, code).estimate()),
                    places,
                    Marker.RING,
                    Tone.US)
                .points("", each(shares, Interval::estimate), places, Tone.US)
                .verticalLine(0.5, "most"),
            Panel.xy()
                .titled("All grades, by kind of text")
                .xAxis(Axis.linear(0, 10, "documents"))
                .yAxis(Axis.categories(kinds))
                .marks(
                    "with an aim",
                    each(kinds, kind -> types.get(kind).documents()),
                    kindPlaces,
                    Marker.RING,
                    Tone.OTHERS)
                .marks(
                    "stop or slow first",
                    each(kinds, kind -> types.get(kind).first("a", "b")),
                    kindPlaces,
                    Marker.DIAMOND,
                    Tone.FAILS)
                .marks(
                    "military use first",
                    each(kinds, kind -> types.get(kind).first("d")),
                    kindPlaces,
                    Marker.DOT,
                    Tone.US));
  }

  /**
   * Errors by years ahead, regular forecasters beside quoted ones.
   *
   * @return the figure
   */
  public Figure byHorizon() {
    List<Forecast> rows =
        analysis.ledger().deciding().stream()
            .filter(row -> !row.isEvent() && row.yearsAhead().isPresent())
            .toList();
    List<Forecast> far = rows.stream().filter(row -> row.yearsAhead().getAsInt() >= 2).toList();
    List<Forecast> near = rows.stream().filter(row -> row.yearsAhead().getAsInt() == 0).toList();
    String title =
        "%s numbers for two years ahead or more were too low, %d of %d for the same year"
            .formatted(
                above(far) == far.size()
                    ? "All " + far.size()
                    : "%d of %d".formatted(above(far), far.size()),
                above(near),
                near.size());
    return Figure.titled(title)
        .subtitle(
            "Outcome less forecast as a share of the forecast, grade P or M, outside China; many"
                + " rows share an outcome")
        .footer(sources())
        .alt(title + ", %d numbers in all".formatted(rows.size()))
        .size(WIDTH, 400)
        .panel(
            horizon(
                horizon(
                    Panel.xy()
                        .xAxis(
                            Axis.categories(
                                "the same year", "a year ahead", "2 years", "3 years", "4 years"))
                        .yAxis(Axis.share(-1.25, 1.25, "outcome less forecast"))
                        .horizontalLine(0, "forecast met"),
                    rows,
                    "found by forecaster",
                    "by forecaster",
                    Tone.US),
                rows,
                "found quoted",
                "quoted",
                Tone.HIGHLIGHT));
  }

  private static long above(List<Forecast> rows) {
    return rows.stream().filter(row -> row.error().getAsDouble() > 0).count();
  }

  private static XyPanel horizon(
      XyPanel panel, List<Forecast> rows, String name, String collected, Tone tone) {
    List<Forecast> some = rows.stream().filter(row -> row.collected().equals(collected)).toList();
    double aside = collected.equals("quoted") ? 0.12 : -0.12;
    return panel.points(
        name,
        each(some, row -> row.yearsAhead().getAsInt() + aside),
        each(some, row -> row.error().getAsDouble()),
        tone);
  }

  /**
   * Growth after control over growth before it, by reading, and the same elsewhere.
   *
   * @return the figure
   */
  public Figure keptGrowth() {
    KeptGrowth kept = analysis.keptGrowth();
    List<Kept> rows = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    List<Tone> tones = new ArrayList<>();
    List<Kept> defaults = new ArrayList<>();
    List<Kept> placebos = new ArrayList<>();
    for (ControlledSeries series : analysis.eligible()) {
      String name = series.id().endsWith("published") ? "published points" : "largest models";
      List<Kept> readings = kept.readings(series);
      defaults.add(readings.get(0));
      for (Kept one : readings) {
        rows.add(one);
        labels.add(
            "China, %s: %s%s"
                .formatted(
                    name, shorter(one.points()), one.oldTrend().equals("bent") ? ", bent" : ""));
        tones.add(Tone.CHINA);
      }
      for (Kept one : kept.elsewhere(series)) {
        placebos.add(one);
        rows.add(one);
        labels.add(
            "%s, %s: all points".formatted(one.series().equals("USA") ? "US" : "elsewhere", name));
        tones.add(Tone.US);
      }
    }
    double[] places = IntStream.range(0, rows.size()).asDoubleStream().toArray();
    String title =
        "China's training compute kept %.0f%% and %.0f%% of its old growth; elsewhere the same tests give %.0f%% and %.0f%%"
            .formatted(
                100 * defaults.get(0).ratio(),
                100 * defaults.get(1).ratio(),
                100 * placebos.get(0).ratio(),
                100 * placebos.get(placebos.size() - 1).ratio());
    XyPanel panel =
        Panel.xy()
            .xAxis(Axis.share(-0.25, 1.7, "growth after October 2022 as a share of growth before"))
            .yAxis(Axis.categories(labels));
    for (Tone tone : List.of(Tone.CHINA, Tone.US)) {
      double[] at =
          IntStream.range(0, rows.size())
              .filter(i -> tones.get(i) == tone)
              .mapToDouble(i -> places[i])
              .toArray();
      List<Kept> some =
          IntStream.range(0, rows.size())
              .filter(i -> tones.get(i) == tone)
              .mapToObj(rows::get)
              .toList();
      panel =
          panel
              .ranges(at, each(some, Kept::lower), each(some, Kept::upper), tone)
              .points("", each(some, Kept::ratio), at, tone);
    }
    return Figure.titled(title)
        .subtitle(
            "Ratio of growth rates (slopes of the logarithm), 80% intervals; the rule asks whether"
                + " they lie above or below one half")
        .footer(
            "Data: Epoch AI, data insight of January 2025 and notable models as of July 2026, CC BY"
                + " 4.0. Bent: an earlier bend in the old trend. Left of zero the old trend fell just"
                + " before control, and the ratio says nothing.")
        .alt(
            title
                + "; intervals "
                + Stream.concat(defaults.stream(), placebos.stream())
                    .map(one -> "%s %.2f to %.2f".formatted(one.series(), one.lower(), one.upper()))
                    .collect(Collectors.joining(", ")))
        .size(WIDTH, 480)
        .panel(
            panel
                .verticalLine(0, "stood still", Tone.FAILS)
                .verticalLine(0.5, "half")
                .verticalLine(1, "as before", Tone.HOLDS));
  }

  private static String shorter(String points) {
    return switch (points) {
      case "the year before left out" -> "year before left out";
      case "the year on either side left out" -> "year either side left out";
      default -> points;
    };
  }

  /**
   * What moves the count: other rows, other tolerances, each set left out, and the test where the
   * truth is known.
   *
   * @param ledger the deciding group of 4b
   * @return the figure
   */
  public Figure couldItBeWrong(GroupResult ledger) {
    Registry registry = Registry.of(catalog);
    List<Tally> slices = analysis.ledger().slices();
    double[] places = IntStream.range(0, slices.size()).asDoubleStream().toArray();
    List<Tally> without = analysis.ledger().withoutEach();
    double least = without.stream().mapToDouble(Tally::underPredictionP).min().orElseThrow();
    String title =
        "In %d of %d ways of counting neither error stands out; a bias of three in four would be seen in %.0f%% of cases"
            .formatted(
                ledger.usable() - ledger.meetHolds() - ledger.meetFails(),
                ledger.usable(),
                100 * ledger.power().holdsGivenTrue());
    return Figure.titled(title)
        .subtitle("Proposition 4b: other rows, simulated worlds, all ways of counting")
        .footer(sources())
        .alt(
            title
                + ". Regular forecasters alone: %d sets too low, %d too high; quoted ones: %d and %d. Without any one set the chance is %.2f at least"
                    .formatted(
                        slices.get(1).under(),
                        slices.get(1).over(),
                        slices.get(2).under(),
                        slices.get(2).over(),
                        least))
        .size(WIDTH, 980)
        .row(
            0.5,
            Panel.xy()
                .titled("Sets too low and too high, other rows")
                .xAxis(Axis.linear(-0.5, 10, "sets"))
                .yAxis(Axis.categories(names(slices, Tally::name)))
                .marks(
                    "too low",
                    each(slices, Tally::under),
                    moved(places, -BESIDE),
                    Marker.DOT,
                    Tone.HOLDS)
                .marks(
                    "too high",
                    each(slices, Tally::over),
                    moved(places, BESIDE),
                    Marker.RING,
                    Tone.FAILS),
            EvidencePanels.worlds(registry, "4b", ledger)
                .titled("The same test where the truth is known"))
        .row(
            0.5,
            EvidencePanels.curve(ledger, "under_minus_over_predicted_clusters")
                .yAxis(Axis.linear(-4, 8, "too low less too high"))
                .titled("All ways of counting: sets too low less sets too high"));
  }

  private static double[] moved(double[] places, double by) {
    return Arrays.stream(places).map(place -> place + by).toArray();
  }

  /**
   * What Washington itself and its think tanks said, row by row, all grades.
   *
   * @return the figure
   */
  public Figure washington() {
    Ledger ledger = analysis.ledger();
    List<Forecast> rows =
        ledger
            .scored(row -> row.byGovernment() || row.forecasterType().equals("US think tank"))
            .stream()
            .sorted(Comparator.comparingDouble(row -> -row.error().orElse(0.35 * ledger.sign(row))))
            .toList();
    List<Forecast> official = rows.stream().filter(Forecast::byGovernment).toList();
    long low = official.stream().filter(row -> ledger.sign(row) > 0).count();
    long deciding = official.stream().filter(row -> !row.grade().equals("S")).count();
    String title =
        "Of %d statements by US officials %d expected too little of China; %d may decide"
            .formatted(official.size(), low, deciding);
    List<Forecast> numbers = numbers(rows);
    List<Forecast> events = events(rows);
    XyPanel panel =
        Panel.xy()
            .titled("With a number")
            .xAxis(Axis.share(-1.25, 3.3, "outcome less forecast, as a share of the forecast"))
            .yAxis(Axis.categories(names(numbers, StallFigures::said)));
    XyPanel read = columns("Without a number", names(events, StallFigures::said));
    return Figure.titled(title)
        .subtitle("Officials blue, think tanks yellow; filled: grade P or M")
        .footer(sources() + " Ascend: cards shipped, many with dies made abroad.")
        .alt(
            title
                + ": "
                + rows.stream()
                    .map(
                        row ->
                            said(row)
                                + " "
                                + (row.isEvent()
                                    ? "read " + row.eventReading()
                                    : "%.0f%%".formatted(100 * row.error().getAsDouble())))
                    .collect(Collectors.joining("; ")))
        .size(WIDTH, 660)
        .row(1, bySpeaker(panel, numbers, Mark::error).verticalLine(0, "as stated"))
        .row(0.5, bySpeaker(read, events, this::column));
  }

  private static XyPanel bySpeaker(
      XyPanel panel, List<Forecast> rows, ToDoubleFunction<Mark> across) {
    List<Mark> marks =
        IntStream.range(0, rows.size()).mapToObj(i -> new Mark(i, rows.get(i))).toList();
    XyPanel drawn = panel;
    for (boolean official : List.of(true, false)) {
      drawn =
          both(
              drawn,
              marks.stream().filter(mark -> mark.row().byGovernment() == official).toList(),
              across,
              official ? Tone.US : Tone.HIGHLIGHT);
    }
    return drawn;
  }

  private static String said(Forecast row) {
    String who = row.forecaster().replaceAll("[,(].*", "").strip();
    String name =
        who.startsWith("Office of the Director")
            ? "ODNI"
            : who.startsWith("Coalition") ? "CPA" : who;
    return String.format(Locale.ROOT, "%s %d: %s", name, row.madeOn().getYear(), about(row));
  }

  private static String about(Forecast row) {
    return switch (row.id()) {
      case "F22" -> "7 nm chips";
      case "F34" -> "AI chips abroad";
      case "F39" -> "AI chips made";
      case "F40" -> "Ascend chips";
      case "F47", "F51" -> "lead in AI";
      case "F52" -> "lag in AI";
      case "F125" -> "solar, wind";
      case "F135", "F137" -> "battery share";
      default -> row.quantity();
    };
  }
}
