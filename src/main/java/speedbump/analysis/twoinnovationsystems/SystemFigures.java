package speedbump.analysis.twoinnovationsystems;

import static speedbump.chart.Columns.each;
import static speedbump.chart.Columns.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import speedbump.analysis.twoinnovationsystems.Convergence.Path;
import speedbump.analysis.twoinnovationsystems.IndustryMix.Base;
import speedbump.analysis.twoinnovationsystems.PairRank.Left;
import speedbump.analysis.twoinnovationsystems.PairRank.Place;
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
import speedbump.claim.Standing;
import speedbump.claim.World;
import speedbump.data.Catalog;
import speedbump.model.Profiles;
import speedbump.model.Profiles.Metric;
import speedbump.model.Profiles.Pair;
import speedbump.stats.ClassicalScaling;
import speedbump.stats.Interval;
import speedbump.stats.LeastSquares.SerialErrors;
import speedbump.stats.Quantile;

/**
 * The charts of claim 1. Titles and descriptions are computed from what is drawn.
 *
 * @param catalog the collection's tables
 * @param analysis the analysis
 */
public record SystemFigures(Catalog catalog, TwoInnovationSystems analysis) {
  private static final int WIDTH = 760;
  private static final String US = PairRank.US;
  private static final String CHINA = PairRank.CHINA;
  private static final String SOURCE =
      "Data: NCSES, Science and Engineering Indicators 2024 (CC BY-SA 4.0)";
  private static final String CHINA_NAME = "China";
  private static final String BASIC_SHARE = "Basic research share of GERD";
  private static final double BESIDE = 0.16;
  private static final double CLOSE = 0.1;
  private static final double PERCENT = 100;

  /** Above so many pairs their quantiles are drawn: strokes would hide each other. */
  private static final int MOST_STROKES = 51;

  /** How many neighbours of each of the two the map names. */
  private static final int NEIGHBOURS = 2;

  private static final Map<String, String> INDUSTRIES =
      Map.ofEntries(
          Map.entry("Air and spacecraft and related machinery", "aircraft"),
          Map.entry("Chemicals and chemical products", "chemicals"),
          Map.entry("Computer, electronic, and optical products", "electronics"),
          Map.entry("Electrical equipment", "electrical equipment"),
          Map.entry("IT and other information services", "IT services"),
          Map.entry("Machinery and equipment nec", "machinery"),
          Map.entry("Medical and dental instruments and supplies", "medical devices"),
          Map.entry("Motor vehicles, trailers, and semi-trailers", "motor vehicles"),
          Map.entry("Pharmaceuticals, medicinal chemical, and botanical products", "medicines"),
          Map.entry(
              "Railroad, military vehicles, and transport equipment nec", "rail, other vehicles"),
          Map.entry("Scientific R&D", "research firms"),
          Map.entry("Software publishing", "software"),
          Map.entry("Weapons and ammunition", "weapons"));

  private static String words(String category) {
    return INDUSTRIES.getOrDefault(
        category,
        category
            .replaceFirst("^(performed|funded) by (the )?", "")
            .replaceFirst(" \\(not.*", "")
            .replace("experimental ", ""));
  }

  private static String words(Pair pair) {
    return Economies.name(pair.first()) + " and " + Economies.name(pair.second());
  }

  /**
   * The economies as a map by distance, and all distances.
   *
   * @return the figure
   */
  public Figure map() {
    Profiles both = analysis.accounts().both();
    Place place = PairRank.place(both, Metric.EUCLIDEAN);
    ClassicalScaling map = ClassicalScaling.of(both.distances(Metric.EUCLIDEAN), 2);
    TreeSet<String> named = new TreeSet<>();
    for (String one : List.of(US, CHINA)) {
      both.nearest(one, NEIGHBOURS, Metric.EUCLIDEAN).forEach(pair -> named.add(pair.other(one)));
    }
    Pair far = both.pairs(Metric.EUCLIDEAN).get(0);
    named.addAll(List.of(far.first(), far.second()));
    named.removeAll(List.of(US, CHINA));
    XyPanel points = Panel.xy().titled("Economies, nearer where they are more alike");
    for (boolean wanted : List.of(false, true)) {
      int[] rows =
          IntStream.range(0, both.names().size())
              .filter(i -> named.contains(both.names().get(i)) == wanted)
              .filter(i -> !List.of(US, CHINA).contains(both.names().get(i)))
              .toArray();
      points =
          points.points(
              "",
              Arrays.stream(rows).mapToDouble(i -> map.axis(0)[i]).toArray(),
              Arrays.stream(rows).mapToDouble(i -> map.axis(1)[i]).toArray(),
              Arrays.stream(rows)
                  .mapToObj(i -> wanted ? Economies.name(both.names().get(i)) : "")
                  .toList(),
              wanted ? Tone.CONTROLS : Tone.FAINT);
    }
    for (String one : List.of(US, CHINA)) {
      int row = both.names().indexOf(one);
      points =
          points.marks(
              "",
              new double[] {map.axis(0)[row]},
              new double[] {map.axis(1)[row]},
              List.of(Economies.name(one)),
              Marker.DIAMOND,
              one.equals(US) ? Tone.US : Tone.CHINA);
    }
    double[] distances =
        both.pairs(Metric.EUCLIDEAN).stream().mapToDouble(Pair::distance).toArray();
    String title =
        "In who does research and who pays for it %.0f%% of other pairs of economies lie further apart than the US and China"
            .formatted(PERCENT - place.percentile());
    return Figure.titled(title)
        .subtitle(
            "Distance between shares of performers and of funders, %d economies, 2021 or nearest"
                .formatted(both.names().size()))
        .footer(
            SOURCE
                + ". A map on paper bends distances: stress %.2f (0 is none)."
                    .formatted(map.stress()))
        .alt(
            title
                + "; nearest to the US: %s; nearest to China: %s; furthest apart of all: %s"
                    .formatted(neighbours(both, US), neighbours(both, CHINA), words(far)))
        .size(WIDTH, 720)
        .row(
            2.5,
            points
                .xAxis(Axis.linear(-0.65, 0.85, "the axes have no unit: only nearness counts"))
                .yAxis(Axis.linear(-0.27, 0.53, "")))
        .row(
            1,
            Panel.xy()
                .titled("All %d pairs by distance, number of pairs".formatted(distances.length))
                .xAxis(Axis.linear(0, 1.25, "distance"))
                .histogram("", distances, edges(0, 1.25, 0.05), Tone.OTHERS)
                .verticalLine(place.distance(), "US and China", Tone.CHINA));
  }

  private static String neighbours(Profiles profiles, String of) {
    return profiles.nearest(of, NEIGHBOURS, Metric.EUCLIDEAN).stream()
        .map(pair -> Economies.name(pair.other(of)))
        .collect(Collectors.joining(", "));
  }

  private static double[] edges(double from, double to, double step) {
    return IntStream.rangeClosed(0, (int) Math.round((to - from) / step))
        .mapToDouble(i -> from + i * step)
        .toArray();
  }

  /**
   * The profiles of the two, with the range of all others.
   *
   * @return the figure
   */
  public Figure profiles() {
    Profiles accounts = analysis.accounts().both();
    Profiles industries = analysis.mix().latest();
    List<Profiles.Part> parts = industries.parts(US, CHINA, Metric.EUCLIDEAN);
    double squares = parts.stream().mapToDouble(Profiles.Part::squared).sum();
    Profiles.Part most =
        parts.stream().max(Comparator.comparingDouble(Profiles.Part::squared)).orElseThrow();
    String title =
        "Business does and funds most research in both; the largest part of the distance between their industries is %s"
            .formatted(words(most.category()));
    return Figure.titled(title)
        .subtitle("Shares of each whole; grey: the middle four fifths of all other economies")
        .footer(
            SOURCE + ". Kinds of research: edition 2022, for 2019 or before. No dot: not reported.")
        .alt(
            title
                + " (%.0f%% of its square)".formatted(PERCENT * most.squared() / squares)
                + "; business performs %.0f%% of US and %.0f%% of Chinese research and funds %.0f%% and %.0f%%"
                    .formatted(
                        PERCENT * accounts.share(US, "performed by business"),
                        PERCENT * accounts.share(CHINA, "performed by business"),
                        PERCENT * accounts.share(US, "funded by business"),
                        PERCENT * accounts.share(CHINA, "funded by business")))
        .size(WIDTH, 660)
        .row(
            1,
            shares("Who does research", accounts.on(one -> one.startsWith("performed")), 1),
            shares("Who pays for it", accounts.on(one -> one.startsWith("funded")), 1))
        .row(
            1.7,
            shares("Thirteen industries, by value added", industries, 0.4),
            shares("Kinds of research", analysis.kinds().latest(), 1));
  }

  private static XyPanel shares(String title, Profiles profiles, double most) {
    List<String> categories =
        profiles.categories().stream()
            .sorted(
                Comparator.comparingDouble(
                    (String one) ->
                        -Stream.of(US, CHINA)
                            .mapToDouble(who -> profiles.share(who, one))
                            .filter(Double::isFinite)
                            .sum()))
            .toList();
    double[] places = IntStream.range(0, categories.size()).asDoubleStream().toArray();
    List<double[]> others = new ArrayList<>();
    for (String category : categories) {
      others.add(
          profiles.names().stream()
              .filter(name -> !name.equals(US) && !name.equals(CHINA))
              .mapToDouble(name -> profiles.share(name, category))
              .filter(Double::isFinite)
              .toArray());
    }
    XyPanel panel =
        Panel.xy()
            .titled(title)
            .xAxis(Axis.share(-0.01, most, ""))
            .yAxis(Axis.categories(names(categories, SystemFigures::words)))
            .ranges(
                places,
                each(others, one -> Quantile.linear(one, 0.1)),
                each(others, one -> Quantile.linear(one, 0.9)),
                Tone.OTHERS);
    for (String one : List.of(US, CHINA)) {
      int[] told =
          IntStream.range(0, categories.size())
              .filter(i -> Double.isFinite(profiles.share(one, categories.get(i))))
              .toArray();
      panel =
          panel.points(
              one.equals(US) ? "US" : "China",
              Arrays.stream(told)
                  .mapToDouble(i -> profiles.share(one, categories.get(i)))
                  .toArray(),
              Arrays.stream(told).mapToDouble(i -> i + (one.equals(US) ? -CLOSE : CLOSE)).toArray(),
              one.equals(US) ? Tone.US : Tone.CHINA);
    }
    return panel;
  }

  /** One way to define a profile. */
  private record Definition(String name, Profiles profiles) {}

  private List<Definition> definitions() {
    IndustryMix mix = analysis.mix();
    RdAccounts accounts = analysis.accounts();
    return List.of(
        new Definition("who does and pays", accounts.both()),
        new Definition("who does research", accounts.alone(RdAccounts.ACCOUNTS.get(0))),
        new Definition("who pays for it", accounts.alone(RdAccounts.ACCOUNTS.get(1))),
        new Definition("industries", mix.latest()),
        new Definition(
            "industries and rest", mix.profiles(mix.newest(), Base.ALL_VALUE_ADDED, true)),
        new Definition("kinds of research", analysis.kinds().latest()));
  }

  /**
   * All pairs by every definition, with the pair of the US and China.
   *
   * @return the figure
   */
  public Figure strips() {
    List<Definition> definitions = definitions();
    List<Place> places =
        Stream.of(Metric.values())
            .flatMap(
                metric -> definitions.stream().map(one -> PairRank.place(one.profiles(), metric)))
            .toList();
    Profiles performers = analysis.accounts().alone(RdAccounts.ACCOUNTS.get(0));
    double moved = analysis.then().performers().distance("1990", "2022", Metric.EUCLIDEAN);
    double highest = places.stream().mapToDouble(Place::percentile).max().orElseThrow();
    String title =
        "By no registered definition do the US and China stand among the most distant twentieth of pairs; they stand at %.0f%% to %.0f%%"
            .formatted(places.stream().mapToDouble(Place::percentile).min().orElseThrow(), highest);
    return Figure.titled(title)
        .subtitle(
            "A stroke a pair, or one fiftieth of the pairs where there are hundreds; in brackets: share"
                + " of the other pairs that are no further apart")
        .footer(
            SOURCE
                + ". Square: the US of 1990 and the US of 2022, %.0f%% of pairs in who does research."
                    .formatted(PairRank.percentile(moved, performers, Metric.EUCLIDEAN)))
        .alt(
            title
                + ": "
                + IntStream.range(0, definitions.size())
                    .mapToObj(
                        i ->
                            "%s %.0f%% of %d"
                                .formatted(
                                    definitions.get(i).name(),
                                    places.get(i).percentile(),
                                    places.get(i).others()))
                    .collect(Collectors.joining("; ")))
        .size(WIDTH, 560)
        .row(1, strip("Euclidean", definitions, Metric.EUCLIDEAN))
        .row(1, strip("Hellinger: small shares count for more", definitions, Metric.HELLINGER));
  }

  private XyPanel strip(String title, List<Definition> definitions, Metric metric) {
    XyPanel panel =
        Panel.xy()
            .titled(title)
            .xAxis(Axis.linear(0, 4, "distance, as a multiple of that of the middle pair"))
            .yAxis(
                Axis.categories(
                    names(
                        definitions,
                        one ->
                            "%s (%.0f%%)"
                                .formatted(
                                    one.name(),
                                    PairRank.place(one.profiles(), metric).percentile()))));
    List<Double> own = new ArrayList<>();
    List<Double> middles = new ArrayList<>();
    for (int i = 0; i < definitions.size(); i++) {
      Profiles profiles = definitions.get(i).profiles();
      double[] distances = profiles.pairs(metric).stream().mapToDouble(Pair::distance).toArray();
      double middle = Quantile.linear(distances, 0.5);
      middles.add(middle);
      own.add(profiles.distance(US, CHINA, metric) / middle);
      double[] strokes =
          distances.length <= MOST_STROKES
              ? distances
              : Quantile.linear(distances, edges(0, 1, 1.0 / (MOST_STROKES - 1)));
      double[] place = new double[strokes.length];
      Arrays.fill(place, i);
      panel =
          panel.marks(
              "",
              Arrays.stream(strokes).map(distance -> distance / middle).toArray(),
              place,
              Marker.STROKE,
              Tone.FAINT);
    }
    UsThenAndNow then = analysis.then();
    return panel
        .marks(
            "the US of 1990 and of 2022",
            new double[] {
              then.performers().distance("1990", "2022", metric) / middles.get(1),
              then.kinds().distance("1990", "2022", metric) / middles.get(5)
            },
            new double[] {1, 5},
            Marker.SQUARE,
            Tone.US)
        .marks(
            "the US and China",
            own.stream().mapToDouble(one -> one).toArray(),
            IntStream.range(0, own.size()).asDoubleStream().toArray(),
            Marker.DIAMOND,
            Tone.CHINA);
  }

  /**
   * The distance of the industries through time, with a halving as the yardstick.
   *
   * @return the figure
   */
  public Figure throughTime() {
    Path path = analysis.convergence().path();
    Interval change =
        path.change(
            Registry.of(catalog).machinery().intervalCoverage(), SerialErrors.PRAIS_WINSTEN);
    double[] years = path.years();
    double middle = (years[0] + years[years.length - 1]) / 2;
    double mean = Arrays.stream(path.distances()).average().orElseThrow();
    double unit = path.distances()[0] / path.span();
    double start = path.line().coefficients()[0];
    String title =
        String.format(
            Locale.ROOT,
            "No sign that the industries of the US and China grow alike: distance %+.0f%% since %.0f (%+.0f%% to %+.0f%%)",
            PERCENT * change.estimate(),
            years[0],
            PERCENT * change.lower(),
            PERCENT * change.upper());
    double[] low =
        Arrays.stream(years)
            .map(y -> mean + unit * (y < middle ? change.upper() : change.lower()) * (y - middle))
            .toArray();
    double[] high =
        Arrays.stream(years)
            .map(y -> mean + unit * (y < middle ? change.lower() : change.upper()) * (y - middle))
            .toArray();
    List<Place> places =
        analysis.mix().years().stream()
            .map(
                year ->
                    PairRank.place(
                        analysis.mix().profiles(year, Base.THESE_INDUSTRIES, false),
                        Metric.EUCLIDEAN))
            .toList();
    return Figure.titled(title)
        .subtitle("Thirteen knowledge-intensive industries, shares of their value added")
        .footer(
            SOURCE
                + ". Band: slopes within the 95%% interval, which covers %.0f%% in simulated flat series."
                    .formatted(PERCENT * analysis.convergence().measuredCoverage(World.T)))
        .alt(
            title
                + "; among all pairs they stood at %.0f%% in %.0f and at %.0f%% in %.0f"
                    .formatted(
                        places.get(0).percentile(),
                        years[0],
                        places.get(places.size() - 1).percentile(),
                        years[years.length - 1]))
        .size(WIDTH, 420)
        .row(
            1,
            Panel.xy()
                .titled("Distance between the two")
                .xAxis(Axis.years(2001, 2023))
                .yAxis(Axis.linear(0, 0.4, ""))
                .band("slopes within the interval", years, low, high, Tone.OTHERS)
                .trend(
                    "a halving",
                    new double[] {years[0], years[years.length - 1]},
                    new double[] {start, start / 2},
                    Tone.FAILS)
                .line("US and China", years, path.distances(), Tone.CHINA),
            Panel.xy()
                .titled("Share of other pairs no further apart")
                .xAxis(Axis.years(2001, 2023))
                .yAxis(Axis.share(0, 1, ""))
                .horizontalLine(0.95, "asked for")
                .horizontalLine(0.5, "half")
                .line(
                    "US and China",
                    years,
                    each(places, one -> one.percentile() / PERCENT),
                    Tone.CHINA));
  }

  /**
   * What moves the place of the two, the most distant pairs, and the test where the truth is known.
   *
   * @param accounts the deciding group of 1a
   * @return the figure
   */
  public Figure couldItBeWrong(GroupResult accounts) {
    Registry registry = Registry.of(catalog);
    Proposition proposition = registry.proposition("1a");
    double holds = proposition.bound(Standing.HOLDS, "distance_percentile");
    double fails = proposition.bound(Standing.FAILS, "distance_percentile");
    Profiles both = analysis.accounts().both();
    List<Left> euclid = PairRank.withoutEachCategory(both, Metric.EUCLIDEAN);
    List<Left> hellinger = PairRank.withoutEachCategory(both, Metric.HELLINGER);
    double[] places = IntStream.range(0, euclid.size()).asDoubleStream().toArray();
    double[] fewer =
        each(PairRank.withoutEachEconomy(both, Metric.EUCLIDEAN), one -> one.place().percentile());
    List<Pair> far = farthest(both, 6);
    double most =
        Stream.of(euclid, hellinger)
            .flatMap(List::stream)
            .mapToDouble(one -> one.place().percentile())
            .max()
            .orElseThrow();
    String title =
        "Without any one category the US and China stand at %.0f%% at most; were half of Chinese business the state, at %.0f%% (%.0f%% by Hellinger)"
            .formatted(
                most,
                PairRank.place(analysis.accounts().booked(0.5), Metric.EUCLIDEAN).percentile(),
                PairRank.place(analysis.accounts().booked(0.5), Metric.HELLINGER).percentile());
    return Figure.titled(title)
        .subtitle("Proposition 1a: share of other pairs of economies that are no further apart")
        .footer(SOURCE)
        .alt(
            title
                + "; without any one other economy at %.0f%% to %.0f%%; furthest apart of all are %s"
                    .formatted(
                        Arrays.stream(fewer).min().orElseThrow(),
                        Arrays.stream(fewer).max().orElseThrow(),
                        words(far.get(0))))
        .size(WIDTH, 1330)
        .row(
            0.75,
            Panel.xy()
                .titled("Without one category (ring: Hellinger)")
                .xAxis(Axis.linear(0, 100, "percent of other pairs"))
                .yAxis(Axis.categories(names(euclid, one -> shorter(one.without()))))
                .marks(
                    "",
                    each(euclid, one -> one.place().percentile()),
                    moved(places, -BESIDE),
                    Marker.DOT,
                    Tone.CHINA)
                .marks(
                    "",
                    each(hellinger, one -> one.place().percentile()),
                    moved(places, BESIDE),
                    Marker.RING,
                    Tone.CHINA)
                .verticalLine(fails, "fails", Tone.FAILS)
                .verticalLine(holds, "holds", Tone.HOLDS),
            booked(holds, fails))
        .row(
            0.6,
            Panel.xy()
                .titled("The most distant pairs, each economy once")
                .xAxis(Axis.linear(0, 1.3, "distance"))
                .yAxis(
                    Axis.categories(
                        Stream.concat(
                                far.stream().map(SystemFigures::words), Stream.of("US and China"))
                            .toList()))
                .points(
                    "",
                    each(far, Pair::distance),
                    IntStream.range(0, far.size()).asDoubleStream().toArray(),
                    Tone.OTHERS)
                .marks(
                    "",
                    new double[] {both.distance(US, CHINA, Metric.EUCLIDEAN)},
                    new double[] {far.size()},
                    Marker.DIAMOND,
                    Tone.CHINA))
        .row(
            0.75,
            EvidencePanels.worlds(registry, "1a", accounts)
                .titled("The same test where the truth is known"))
        .row(
            1,
            EvidencePanels.curve(accounts, "distance_percentile")
                .yAxis(Axis.linear(0, 100, "percent of other pairs"))
                .titled("All ways of counting"));
  }

  /** The place if part of Chinese business were the state's. */
  private XyPanel booked(double holds, double fails) {
    double[] parts = edges(0, 1, 0.05);
    XyPanel panel =
        Panel.xy()
            .titled("If part of Chinese business were the state")
            .xAxis(Axis.share(0, 1, "part of what it does and pays for"))
            .yAxis(Axis.linear(0, 100, "percent of other pairs"));
    for (Metric metric : Metric.values()) {
      double[] percentiles =
          Arrays.stream(parts)
              .map(part -> PairRank.place(analysis.accounts().booked(part), metric).percentile())
              .toArray();
      panel =
          metric == Metric.EUCLIDEAN
              ? panel.line("Euclidean", parts, percentiles, Tone.CHINA)
              : panel.trend("Hellinger", parts, percentiles, Tone.CHINA);
    }
    return panel
        .horizontalLine(fails, "fails", Tone.FAILS)
        .horizontalLine(holds, "holds", Tone.HOLDS);
  }

  private static String shorter(String category) {
    return category
        .replace("performed by ", "does: ")
        .replace("funded by ", "pays: ")
        .replace("the rest of the world", "abroad")
        .replace("higher education", "universities");
  }

  /** The most distant pairs of which no two share an economy. */
  private static List<Pair> farthest(Profiles profiles, int count) {
    List<Pair> far = new ArrayList<>();
    for (Pair pair : profiles.pairs(Metric.EUCLIDEAN)) {
      if (far.size() < count
          && far.stream().noneMatch(one -> one.has(pair.first()) || one.has(pair.second()))) {
        far.add(pair);
      }
    }
    return far;
  }

  private static double[] moved(double[] places, double by) {
    return Arrays.stream(places).map(place -> place + by).toArray();
  }

  /** A share of basic research. */
  record Basic(int year, String type, double share) {}

  /**
   * Expenditure and basic research, with what was published elsewhere.
   *
   * @return the figure
   */
  public Figure published() {
    RdSpending spending = new RdSpending(catalog);
    Profiles kinds = analysis.then().kinds();
    double[] usYears = each(kinds.names(), Double::parseDouble);
    List<Basic> china =
        catalog.rows("industry/china_rd_by_type", Basic.class).stream()
            .filter(one -> one.type().toLowerCase(Locale.ROOT).startsWith("basic"))
            .sorted(Comparator.comparingInt(Basic::year))
            .toList();
    Basic last = china.get(china.size() - 1);
    String title =
        "Basic research is %.0f%% of all research in the US (2022) and %.0f%% in China (%d)"
            .formatted(
                PERCENT * kinds.share("2022", "Basic research"),
                PERCENT * last.share(),
                last.year());
    return Figure.titled(title)
        .subtitle(
            "Lines: the tables of this page, straight where no year is held (R&D 2018 to 2020; US basic research before 2010); diamonds: published elsewhere")
        .footer(
            "Data: NCSES, Indicators 2020 and 2024, National Patterns 2021-22 (CC BY-SA 4.0);"
                + " National Bureau of Statistics of China (single figures). Published: NSB 2014,"
                + " NSB 2025, NBS January 2025.")
        .alt(
            title
                + "; expenditure of %.0f and %.0f billion PPP dollars in 2021, %.0f and %.0f published for 2022"
                    .formatted(
                        spending.billionPppUsd(US, 2021),
                        spending.billionPppUsd(CHINA, 2021),
                        gerd("United States"),
                        gerd(CHINA_NAME)))
        .size(WIDTH, 420)
        .row(
            1,
            spent(spent(Panel.xy(), spending, US, Tone.US), spending, CHINA, Tone.CHINA)
                .titled("R&D, billion PPP dollars")
                .xAxis(Axis.years(1989, 2024))
                .yAxis(Axis.linear(0, 1000, ""))
                .marks(
                    "",
                    new double[] {2022},
                    new double[] {gerd("United States")},
                    Marker.DIAMOND,
                    Tone.US)
                .marks(
                    "",
                    new double[] {2022},
                    new double[] {gerd(CHINA_NAME)},
                    Marker.DIAMOND,
                    Tone.CHINA),
            Panel.xy()
                .titled("Basic research, share of all R&D")
                .xAxis(Axis.years(1968, 2026))
                .yAxis(Axis.share(0, 0.2, ""))
                .line(
                    "US",
                    usYears,
                    each(kinds.names(), year -> kinds.share(year, "Basic research")),
                    Tone.US)
                .line("China", each(china, Basic::year), each(china, Basic::share), Tone.CHINA)
                .marks(
                    "",
                    new double[] {2011},
                    new double[] {
                      value("published/benchmarks", BASIC_SHARE, "United States") / PERCENT
                    },
                    Marker.DIAMOND,
                    Tone.US)
                .marks(
                    "",
                    new double[] {2011, 2024},
                    new double[] {
                      value("published/benchmarks", BASIC_SHARE, CHINA_NAME) / PERCENT,
                      value("industry/cited_figures", "rd_basic_research_share", CHINA_NAME)
                          / PERCENT
                    },
                    Marker.DIAMOND,
                    Tone.CHINA));
  }

  private double gerd(String entity) {
    return value("published/benchmarks", "GERD", entity);
  }

  private double value(String table, String series, String entity) {
    return catalog.rows(table, Named.class).stream()
        .filter(one -> one.series().equals(series) && one.entity().equals(entity))
        .findFirst()
        .orElseThrow()
        .value()
        .orElseThrow();
  }

  /** A published figure. */
  record Named(String series, String entity, OptionalDouble value) {}

  private static XyPanel spent(XyPanel panel, RdSpending spending, String economy, Tone tone) {
    double[] years =
        IntStream.concat(IntStream.rangeClosed(1991, 2017), IntStream.of(2021))
            .asDoubleStream()
            .toArray();
    return panel.line(
        economy.equals(US) ? "US" : "China",
        years,
        Arrays.stream(years).map(year -> spending.billionPppUsd(economy, (int) year)).toArray(),
        tone);
  }
}
