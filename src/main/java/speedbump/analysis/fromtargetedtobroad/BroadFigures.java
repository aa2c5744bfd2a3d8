package speedbump.analysis.fromtargetedtobroad;

import static speedbump.chart.Columns.each;
import static speedbump.chart.Columns.names;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import speedbump.analysis.fromtargetedtobroad.Document.Coding;
import speedbump.analysis.fromtargetedtobroad.Document.Direction;
import speedbump.analysis.fromtargetedtobroad.Reading.By;
import speedbump.analysis.fromtargetedtobroad.Reading.Relevance;
import speedbump.analysis.fromtargetedtobroad.Scope.OneTrend;
import speedbump.analysis.fromtargetedtobroad.Scope.Rule;
import speedbump.analysis.fromtargetedtobroad.Scope.Share;
import speedbump.analysis.shared.Beside;
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

/**
 * The charts of claim 3. Titles and descriptions are computed from what is drawn.
 *
 * @param catalog the collection's tables
 * @param claim the analysis
 */
public record BroadFigures(Catalog catalog, FromTargetedToBroad claim) {
  private static final int WIDTH = 760;
  private static final int FIRST_YEAR = 2018;
  private static final int LAST_YEAR = 2026;
  private static final double ASIDE = 0.13;
  private static final double ABOVE = 0.1;
  private static final double BESIDE = 0.16;
  private static final Reading WIDE = Reading.DEFAULT.on(Relevance.ALL_BUT_NONE);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
  private static final String SOURCE =
      "Data: Federal Register, titles and abstracts, coded by two language models of one family,"
          + " blind to each other; copy of 24 November 2026. US government work.";

  /** The acts that a reader knows by name. */
  private static final Map<String, String> KNOWN =
      Map.of(
          "2019-10616", "Huawei",
          "2020-18213", "Huawei, chips made abroad",
          "2020-28031", "SMIC",
          "2022-21658", "October 2022",
          "2023-23055", "October 2023",
          "2024-28270", "",
          "2025-00636", "December 2024, AI diffusion",
          "2025-19001", "50% rule",
          "2025-19846", "50% rule suspended",
          "2026-00789", "H200");

  private static final List<String> LANES =
      List.of("named parties", "both", "technologies", "easing");

  /** The lane of a document in the widest sample; empty for what neither tightens nor eases. */
  private static Optional<Integer> lane(Document document) {
    Optional<Direction> way = WIDE.direction(document);
    if (way.filter(one -> one == Direction.EASING).isPresent()) {
      return Optional.of(3);
    }
    return WIDE.reachOfTightening(document)
        .map(
            reach ->
                reach == Document.Reach.ENTITY
                    ? 0
                    : document.codings().get(Document.Coder.A).scope().equals("both") ? 1 : 2);
  }

  /**
   * Every act on a line of time, in lanes by what it reaches.
   *
   * @return the figure
   */
  public Figure acts() {
    List<Document> drawn =
        claim.rulebook().documents().stream().filter(one -> lane(one).isPresent()).toList();
    List<Document> naming =
        drawn.stream().filter(one -> Reading.DEFAULT.direction(one).isPresent()).toList();
    List<Document> others = drawn.stream().filter(one -> !naming.contains(one)).toList();
    XyPanel panel =
        Panel.xy().xAxis(Axis.years(FIRST_YEAR - 0.1, LAST_YEAR + 1)).yAxis(Axis.categories(LANES));
    panel = lane(panel, "no country named, or all", others, -ABOVE, Tone.OTHERS);
    panel = lane(panel, "China named, alone or among several", naming, ABOVE, Tone.US);
    Share before = claim.scope().half(Reading.DEFAULT, false);
    Share since = claim.scope().half(Reading.DEFAULT, true);
    String title =
        "%d of %d rules that name China reached technologies before 2022, %d of %d since"
            .formatted(
                before.technologyWide(), before.rules(), since.technologyWide(), since.rules());
    return Figure.titled(title)
        .subtitle(
            "Rules that tighten, by what they reach (technologies: items, software or uses, whoever"
                + " buys), and rules that ease; coder A. A diamond has its name beside it")
        .footer(SOURCE)
        .alt(
            "%s. %d documents on a line of time: %s; %d of them name no country or all"
                .formatted(
                    title,
                    drawn.size(),
                    IntStream.range(0, LANES.size())
                        .mapToObj(
                            i ->
                                "%s %d"
                                    .formatted(
                                        LANES.get(i),
                                        drawn.stream()
                                            .filter(one -> lane(one).orElseThrow() == i)
                                            .count()))
                        .collect(Collectors.joining(", ")),
                    others.size()))
        .size(WIDTH, 400)
        .panel(panel);
  }

  /** Documents a little off the line of their lane, those with a label as diamonds. */
  private static XyPanel lane(
      XyPanel panel, String name, List<Document> documents, double aside, Tone tone) {
    XyPanel drawn = panel;
    for (boolean known : List.of(false, true)) {
      List<Document> some =
          documents.stream().filter(one -> KNOWN.containsKey(one.id()) == known).toList();
      drawn =
          drawn.marks(
              known ? "" : name,
              each(some, one -> Axis.year(one.date())),
              each(some, one -> lane(one).orElseThrow() + aside),
              names(some, one -> KNOWN.getOrDefault(one.id(), "")),
              known ? Marker.DIAMOND : Marker.DOT,
              tone);
    }
    return drawn;
  }

  /**
   * The share of technology-wide rules by year, with exact intervals, by both coders.
   *
   * @return the figure
   */
  public Figure shares() {
    String title =
        "Technology-wide before 2022 and since: %s of rules that name China, %s with those that name no country"
            .formatted(halves(Reading.DEFAULT), halves(WIDE));
    return Figure.titled(title)
        .subtitle(
            "Share of technology-wide rules among those that tighten, exact 95% intervals; below, rules a year")
        .footer(SOURCE)
        .alt(
            "%s. By coder A, rules that name China: %s; with rules that name no country: %s"
                .formatted(title, spoken(Reading.DEFAULT), spoken(WIDE)))
        .size(WIDTH, 430)
        .row(
            1,
            panel(Reading.DEFAULT, "China named, alone or among several"),
            panel(WIDE, "and rules that name no country, or all"));
  }

  private String halves(Reading how) {
    return "%.0f%% and %.0f%%"
        .formatted(
            100 * claim.scope().half(how, false).share().estimate(),
            100 * claim.scope().half(how, true).share().estimate());
  }

  private String spoken(Reading how) {
    return claim.scope().byYear(claim.scope().held(how)).stream()
        .map(one -> "%d %d of %d".formatted(one.firstYear(), one.technologyWide(), one.rules()))
        .collect(Collectors.joining(", "));
  }

  private XyPanel panel(Reading how, String title) {
    List<Share> first = claim.scope().byYear(claim.scope().held(how));
    XyPanel panel =
        Panel.xy()
            .titled(title)
            .xAxis(
                Axis.categories(
                    IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
                        .mapToObj(
                            year ->
                                "%02d (%d)"
                                    .formatted(
                                        year % 100,
                                        first.stream()
                                            .filter(one -> one.firstYear() == year)
                                            .mapToInt(Share::rules)
                                            .sum()))
                        .toList()))
            .yAxis(Axis.share(0, 1, "technology-wide"));
    panel = series(panel, "coder A", first, -ASIDE, Marker.DOT, Tone.NEUTRAL);
    List<Share> second = claim.scope().byYear(claim.scope().held(how.by(By.B)));
    return series(panel, "coder B", second, ASIDE, Marker.DIAMOND, Tone.OTHERS);
  }

  private static XyPanel series(
      XyPanel panel, String name, List<Share> shares, double aside, Marker marker, Tone tone) {
    double[] x = each(shares, one -> one.firstYear() - FIRST_YEAR + aside);
    return panel
        .intervals(
            x,
            each(shares, one -> one.share().lower()),
            each(shares, one -> one.share().upper()),
            tone)
        .marks(name, x, each(shares, one -> one.share().estimate()), marker, tone);
  }

  private record CountRow(
      String basis, String series, String period, int value, String grade, String sourceTitle) {}

  private int counted(String series, String period) {
    return catalog.rows("controls/entity_list_counts", CountRow.class).stream()
        .filter(one -> one.series().equals(series) && one.period().equals(period))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private record BenchmarkRow(String series, String period, OptionalDouble value) {}

  private double benchmark(String period) {
    return catalog.rows("published/benchmarks", BenchmarkRow.class).stream()
        .filter(
            one ->
                one.series().equals("Chinese firms on Entity List") && one.period().equals(period))
        .findFirst()
        .orElseThrow()
        .value()
        .orElseThrow();
  }

  /**
   * Chinese entries of the Entity List by month and added up.
   *
   * @return the figure
   */
  public Figure entries() {
    YearMonth first = YearMonth.of(FIRST_YEAR, 1);
    int months = 12 * (LAST_YEAR - FIRST_YEAR);
    double[] edges =
        IntStream.rangeClosed(0, months)
            .mapToDouble(i -> Axis.year(first.plusMonths(i).atDay(1)))
            .toArray();
    double[] added =
        IntStream.range(0, months)
            .mapToDouble(
                i ->
                    claim
                        .pace()
                        .entries(first.plusMonths(i).atDay(1), first.plusMonths(i).atEndOfMonth()))
            .toArray();
    int most =
        IntStream.range(0, months).reduce((a, b) -> added[b] > added[a] ? b : a).orElseThrow();
    List<Rulebook.Listing> listings = claim.rulebook().listings();
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    double sum = 0;
    for (Rulebook.Listing one : listings) {
      sum += one.chinaEntriesFirstCited();
      x.add(Axis.year(one.date()));
      y.add(sum);
    }
    double persons = counted("Chinese persons on the Entity List (stock)", "2023-03");
    int sinceStart = claim.pace().entries(LocalDate.of(FIRST_YEAR, 1, 1), LocalDate.MAX);
    int of2024 = claim.pace().entries(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31));
    String title =
        "%d of the Chinese entries that stood in July 2026 were added since 2018, %d of them in 2024"
            .formatted(sinceStart, of2024);
    return Figure.titled(title)
        .subtitle("Entries under China by the rule that they cite first; removed ones are not seen")
        .footer(
            "Data: Entity List (15 CFR 744, supplement 4) as of July 2026; published counts: CNAS, Cao"
                + " and others; press reports of a review by the bureau are grade S.")
        .alt(
            "%s. Most in one month: %.0f in %s. The sum rises from %.0f in 2018 to %.0f"
                .formatted(
                    title,
                    added[most],
                    first.plusMonths(most).format(MONTH),
                    (double)
                        claim.pace().entries(LocalDate.MIN, LocalDate.of(FIRST_YEAR - 1, 12, 31)),
                    sum))
        .size(WIDTH, 430)
        .row(
            1,
            Panel.xy()
                .titled("By month")
                .xAxis(Axis.years(FIRST_YEAR, LAST_YEAR))
                .yAxis(Axis.linear(0, 160, "entries"))
                .bars("", edges, added, Tone.US),
            Panel.xy()
                .titled("Added up")
                .xAxis(Axis.years(1997, LAST_YEAR + 1))
                .yAxis(Axis.linear(0, 1200, "entries"))
                .steps("", unboxed(x), unboxed(y), Tone.US)
                .marks(
                    "published",
                    new double[] {1997.9, 2022.9, 2023.2},
                    new double[] {benchmark("1997"), benchmark("2022"), persons},
                    List.of("", "Cao", "CNAS"),
                    Marker.DIAMOND,
                    Tone.CONTROLS)
                .marks(
                    "published, grade S",
                    new double[] {2018.9, 2023.9},
                    new double[] {
                      counted("Chinese entities on the Entity List (stock)", "2018"),
                      counted("Chinese entities on the Entity List (stock)", "2023")
                    },
                    Marker.RING,
                    Tone.OTHERS));
  }

  private static double[] unboxed(List<Double> values) {
    return values.stream().mapToDouble(one -> one).toArray();
  }

  /**
   * The fields that tightening documents name, by year.
   *
   * @return the figure
   */
  public Figure fields() {
    Map<String, Map<Integer, Integer>> named = claim.breadth().byYear(Reading.DEFAULT);
    Map<String, Map<Integer, Integer>> all = claim.breadth().byYear(WIDE);
    List<String> fields =
        all.keySet().stream()
            .sorted(
                Comparator.comparingInt((String one) -> -total(named.getOrDefault(one, Map.of())))
                    .thenComparingInt(one -> -total(all.get(one)))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    Breadth.Periods periods = claim.breadth().periods(Reading.DEFAULT);
    Breadth.Periods wide = claim.breadth().periods(WIDE);
    String title =
        "Rules that name China and a field: %s in 2018 to 2020, %d in 2022 to 2024; %d in each are asked for"
            .formatted(
                periods.earlier().isEmpty() ? "none" : String.valueOf(periods.earlier().size()),
                periods.later().size(),
                claim.breadth().leastDocuments());
    XyPanel panel =
        Panel.xy()
            .xAxis(
                Axis.categories(
                    IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
                        .mapToObj(String::valueOf)
                        .toList()))
            .yAxis(Axis.categories(fields.stream().map(BroadFigures::words).toList()));
    panel = dots(panel, "China named: what decides", fields, named, Map.of(), -BESIDE, Tone.US);
    panel = dots(panel, "no country named, or all", fields, all, named, BESIDE, Tone.OTHERS);
    return Figure.titled(title)
        .subtitle(
            "Documents that tighten, by the field that they name; a diamond is several; coder A. With those that name no country it is %d and %d"
                .formatted(wide.earlier().size(), wide.later().size()))
        .footer(SOURCE)
        .alt(
            "%s. %s"
                .formatted(
                    title,
                    fields.stream()
                        .map(
                            one ->
                                "%s %d and %d"
                                    .formatted(
                                        words(one),
                                        total(named.getOrDefault(one, Map.of())),
                                        total(all.get(one))))
                        .collect(Collectors.joining(", "))))
        .size(WIDTH, 430)
        .panel(panel);
  }

  private static final Map<String, String> WORDS =
      Map.of("ai", "AI", "evs", "electric cars", "software_cyber", "software");

  private static String words(String field) {
    return WORDS.getOrDefault(field, field.replace('_', ' '));
  }

  private static int total(Map<Integer, Integer> years) {
    return years.values().stream().mapToInt(one -> one).sum();
  }

  /** Documents a field and year, those of the narrower count taken off; a diamond is several. */
  private static XyPanel dots(
      XyPanel panel,
      String name,
      List<String> fields,
      Map<String, Map<Integer, Integer>> counted,
      Map<String, Map<Integer, Integer>> less,
      double aside,
      Tone tone) {
    List<double[]> one = new ArrayList<>();
    List<double[]> several = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      Map<Integer, Integer> years = counted.getOrDefault(fields.get(i), Map.of());
      Map<Integer, Integer> off = less.getOrDefault(fields.get(i), Map.of());
      for (Map.Entry<Integer, Integer> year : years.entrySet()) {
        int left = year.getValue() - off.getOrDefault(year.getKey(), 0);
        if (left > 0) {
          (left > 1 ? several : one).add(new double[] {year.getKey() - FIRST_YEAR + aside, i});
        }
      }
    }
    return marked(marked(panel, name, one, Marker.SQUARE, tone), "", several, Marker.DIAMOND, tone);
  }

  private static XyPanel marked(
      XyPanel panel, String name, List<double[]> dots, Marker marker, Tone tone) {
    return panel.marks(name, each(dots, one -> one[0]), each(dots, one -> one[1]), marker, tone);
  }

  /**
   * Trends of the share that the rule does not ask for: other samples, and documents where no
   * pressure on China is.
   *
   * @return one row a sample
   */
  public List<OneTrend> trends() {
    Scope scope = claim.scope();
    List<OneTrend> rows = new ArrayList<>();
    scope.row("China named, coder A", scope.held(Reading.DEFAULT)).ifPresent(rows::add);
    scope.row("China named, coder B", scope.held(Reading.DEFAULT.by(By.B))).ifPresent(rows::add);
    scope.row("all but others' rules, coder A", scope.held(WIDE)).ifPresent(rows::add);
    scope.row("all but others' rules, coder B", scope.held(WIDE.by(By.B))).ifPresent(rows::add);
    List<Rule> complete = scope.held(WIDE).stream().filter(rule -> !rule.partial()).toList();
    scope.row("the same, well covered months only", complete).ifPresent(rows::add);
    scope.row("placebo: neither, for China", scope.placebo(neutral())).ifPresent(rows::add);
    scope.row("placebo: easing rules", scope.placebo(easing())).ifPresent(rows::add);
    return List.copyOf(rows);
  }

  private static Predicate<Coding> neutral() {
    return coding -> coding.direction().equals("neutral");
  }

  private static Predicate<Coding> easing() {
    return coding -> coding.toward() == Direction.EASING;
  }

  /**
   * Other samples and placebos, the simulated worlds and the specification curve of 3b.
   *
   * @param held the deciding group, as held
   * @return the figure
   */
  public Figure couldItBeWrong(GroupResult held) {
    Registry registry = Registry.of(catalog);
    List<OneTrend> rows = trends();
    double[] places = IntStream.range(0, rows.size()).asDoubleStream().toArray();
    double missed = 100 * (1 - held.power().holdsGivenTrue());
    String title =
        "No sample shows a rise that stands out; had the share risen from 20% to 60%, the test would miss it "
            + "%.0f times in 100".formatted(missed);
    double most = rows.stream().mapToDouble(OneTrend::lower).max().orElseThrow();
    if (most > 0) {
      title =
          "One sample or more shows a rise; had the share risen from 20% to 60%, the test would miss it "
              + "%.0f times in 100".formatted(missed);
    }
    return Figure.titled(title)
        .subtitle(
            "Proposition 3b: trend of the log odds a year with 95%% intervals; simulated worlds; specifications (%d, %d distinct answers)"
                .formatted(held.usable(), held.distinctAnswers()))
        .footer(SOURCE + " %,d draws a world.".formatted(held.power().draws()))
        .alt(
            "%s. %s"
                .formatted(
                    title,
                    rows.stream()
                        .map(
                            one ->
                                String.format(
                                    Locale.ROOT,
                                    "%s %+.2f (%+.2f to %+.2f)",
                                    one.reading(),
                                    one.logOddsPerYear(),
                                    one.lower(),
                                    one.upper()))
                        .collect(Collectors.joining(", "))))
        .size(WIDTH, 1090)
        .row(
            0.75,
            Panel.xy()
                .titled("Other samples, and placebos")
                .xAxis(Axis.linear(-1, 1, "change of the log odds a year"))
                .yAxis(Axis.categories(names(rows, OneTrend::reading)))
                .ranges(
                    places, each(rows, OneTrend::lower), each(rows, OneTrend::upper), Tone.OTHERS)
                .points("", each(rows, OneTrend::logOddsPerYear), places, Tone.US)
                .verticalLine(0, ""))
        .row(
            0.74,
            EvidencePanels.worlds(registry, "3b", held)
                .titled("What the rule says where the truth is known"))
        .row(
            1,
            EvidencePanels.curve(held, "technology_wide_trend")
                .titled("Every specification, as held")
                .yAxis(Axis.linear(-0.4, 0.2, "log odds a year"))
                .threshold(0, "no trend"));
  }

  /**
   * Published counts of Chinese parties beside the entries that we count.
   *
   * @return the figure
   */
  public Figure published() {
    Pace pace = claim.pace();
    String added = "Chinese persons added to Entity List";
    String stock = "Chinese entities on the Entity List (stock)";
    List<Beside> pairs =
        List.of(
            new Beside(
                "CNAS: added 2017 to 2020",
                counted(added, "2017-01..2021-01"),
                pace.entries(LocalDate.of(2017, 1, 20), LocalDate.of(2021, 1, 20))),
            new Beside(
                "CNAS: added 2021 to 8/2024",
                counted(added, "2021-01..2024-08-30"),
                pace.entries(LocalDate.of(2021, 1, 20), LocalDate.of(2024, 8, 30))),
            new Beside(
                "CNAS: added in 2024",
                counted(added, "2024"),
                pace.entries(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31))),
            new Beside(
                "CNAS: listed in 3/2023",
                counted("Chinese persons on the Entity List (stock)", "2023-03"),
                pace.entries(LocalDate.MIN, LocalDate.of(2023, 3, 2))),
            new Beside(
                "Cao: firms in 1997",
                benchmark("1997"),
                pace.entries(LocalDate.MIN, LocalDate.of(1997, 12, 31))),
            new Beside(
                "Cao: firms in 2022",
                benchmark("2022"),
                pace.entries(LocalDate.MIN, LocalDate.of(2022, 12, 31))),
            new Beside(
                "Press (S): listed in 2018",
                counted(stock, "2018"),
                pace.entries(LocalDate.MIN, LocalDate.of(2018, 12, 31))),
            new Beside(
                "Press (S): listed in 2023",
                counted(stock, "2023"),
                pace.entries(LocalDate.MIN, LocalDate.of(2023, 12, 31))));
    String title =
        "Additions counted by CNAS and by us differ by %.0f at most; stocks differ by up to %.0f"
            .formatted(furthest(pairs.subList(0, 3)), furthest(pairs.subList(3, pairs.size())));
    return Figure.titled(title)
        .subtitle("Chinese parties on the Entity List: published counts and entries of July 2026")
        .footer(
            "Ours: Entity List as of July 2026, by the rule cited first. Published: table above; the"
                + " first two spans of CNAS begin on 20 January. S: press reports of a review by the bureau.")
        .alt(title + ". " + Beside.words(pairs, ""))
        .size(WIDTH, 400)
        .panel(Beside.panel(pairs, Axis.linear(0, 900, "parties or entries")));
  }

  private static double furthest(List<Beside> pairs) {
    return pairs.stream()
        .mapToDouble(one -> Math.abs(one.ours() - one.published()))
        .max()
        .orElseThrow();
  }
}
