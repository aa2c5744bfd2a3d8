package speedbump.analysis.wholeindustrialsystem;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.data.Catalog;
import speedbump.model.Complexity;

/**
 * Proposition 8c: breadth reaches the hardest products. In the tenth of products that are most
 * complex, how many have China and the US an export edge in?
 */
public final class HardestProducts {
  private static final String US = "USA";
  private static final int DECEMBER = 12;
  private static final int TENTHS = 10;

  private final Proposition proposition;
  private final Trade trade;
  private final Catalog catalog;
  private final double topShare;
  private final double complexityCut;
  private final Option<Double> cut;
  private final Option<Boolean> onlyLarge;
  private final Option<Ranking> complexity;
  private final Map<String, double[]> own = new ConcurrentHashMap<>();

  HardestProducts(Proposition proposition, Trade trade, Catalog catalog) {
    this.proposition = proposition;
    this.trade = trade;
    this.catalog = catalog;
    this.topShare = proposition.definition("top_share_by_complexity");
    this.complexityCut = proposition.definition("complexity_cut");
    this.cut = Option.numbers(proposition, "cut");
    this.onlyLarge =
        Option.of(proposition, "exporters", Map.of(Breadth.ALL, false, Breadth.ABOVE, true));
    this.complexity = Option.of(proposition, "complexity", Ranking.values(), Ranking::words);
  }

  /** Whose index of complexity ranks the products. */
  public enum Ranking {
    /** The Atlas' published index in its later release. */
    LATER("the Atlas' index, later release"),
    /** The same in the release of 2023. */
    OF_2023("the Atlas' index, release of 2023"),
    /** Our own, from the table itself. */
    OWN("our own second eigenvector"),
    /** The Atlas' index of the heading, or of the headings, that hold a product. */
    CARRIED_OVER("published heading values carried over");

    private final String words;

    Ranking(String words) {
      this.words = words;
    }

    private String words() {
      return words;
    }
  }

  /**
   * A published count of the most complex products.
   *
   * @param source name of the table
   * @param release whose complexity
   * @param exporters the set over which the index is taken
   * @param exporter code of the exporter
   * @param productsRanked products with a complexity
   * @param topTenth those in the top tenth
   * @param topTenthRca1 of them, those with an index of 1 or more
   * @param topTenthRca075 of them, those with an index of 0.75 or more
   */
  public record Count(
      String source,
      String release,
      String exporters,
      String exporter,
      int productsRanked,
      int topTenth,
      int topTenthRca1,
      int topTenthRca075) {}

  /**
   * How many of the most complex products the two have an edge in.
   *
   * @param china products of China
   * @param us products of the US
   * @param top products in the top tenth
   */
  public record Pair(int china, int us, int top) {
    /**
     * China's number over that of the US.
     *
     * @return the ratio; infinite where the US has none
     */
    public double ratio() {
      return china / (double) us;
    }
  }

  /** Counts for a specification. */
  @FunctionalInterface
  interface Source {
    Pair pair(Specification specification);
  }

  /**
   * The complexity of the products of a table, over exporters above a billion dollars.
   *
   * @param table six digits or chapters
   * @return one value a product of the table over all exporters, in its order; not a number where
   *     no large exporter has it
   */
  private double[] own(String name, Advantages all, Advantages large) {
    return own.computeIfAbsent(
        name,
        key -> {
          double[] index = large.complexity(complexityCut).index().products();
          Map<String, Integer> places = Advantages.places(large.products());
          return all.products().stream()
              .mapToDouble(one -> places.containsKey(one) ? index[places.get(one)] : Double.NaN)
              .toArray();
        });
  }

  /**
   * Our own index of the six-digit products of 2018.
   *
   * @return one value a product, in the order of {@link Trade#sixDigits}
   */
  public double[] sixDigitComplexity() {
    return own("six digits", trade.sixDigits(false), trade.sixDigits(true)).clone();
  }

  private double[] chapterComplexity() {
    return own("chapters", trade.chapters(false), trade.chapters(true));
  }

  /** By product whether fewer than a share of the ranked ones are more complex. */
  private static boolean[] top(double[] complexity, double share) {
    double[] ranked =
        Arrays.stream(complexity).filter(one -> !Double.isNaN(one)).sorted().toArray();
    int wanted = (int) Math.ceil(share * ranked.length);
    double least = ranked[ranked.length - wanted];
    boolean[] top = new boolean[complexity.length];
    for (int i = 0; i < top.length; i++) {
      top[i] = complexity[i] >= least;
    }
    return top;
  }

  private Pair counted(Advantages table, Advantages counted, double[] complexity, double cut) {
    boolean[] top = top(complexity, topShare);
    List<String> hardest =
        IntStream.range(0, top.length).filter(i -> top[i]).mapToObj(table.products()::get).toList();
    return new Pair(
        having(counted, Breadth.CHINA, hardest, cut),
        having(counted, US, hardest, cut),
        hardest.size());
  }

  private static int having(Advantages table, String exporter, List<String> products, double cut) {
    double[] row = table.row(exporter);
    Map<String, Integer> places = Advantages.places(table.products());
    return (int)
        products.stream()
            .filter(one -> places.containsKey(one) && row[places.get(one)] >= cut)
            .count();
  }

  private Pair published(String source, Ranking ranking, boolean onlyLarge, double cut) {
    String release = ranking == Ranking.OF_2023 ? "2023" : "later";
    String exporters = onlyLarge ? Breadth.ABOVE : Breadth.ALL;
    Map<String, Count> both =
        catalog.rows("industry/complex_product_counts", Count.class).stream()
            .filter(
                one ->
                    one.source().equals(source)
                        && one.release().equals(release)
                        && one.exporters().equals(exporters))
            .collect(Collectors.toMap(Count::exporter, one -> one));
    return new Pair(
        of(both.get(Breadth.CHINA), cut),
        of(both.get(US), cut),
        both.get(Breadth.CHINA).topTenth());
  }

  private static int of(Count count, double cut) {
    return cut == 1 ? count.topTenthRca1() : count.topTenthRca075();
  }

  /**
   * How many products of each tenth by complexity an exporter has an edge in: six digits, our own
   * index, all exporters.
   *
   * @param exporter code of the exporter
   * @return ten shares of the tenth's products, the least complex tenth first
   */
  public double[] byTenth(String exporter) {
    double[] complexity = sixDigitComplexity();
    double[] row = trade.sixDigits(false).row(exporter);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < complexity.length; i++) {
      if (!Double.isNaN(complexity[i])) {
        order.add(i);
      }
    }
    order.sort(java.util.Comparator.comparingDouble(i -> complexity[i]));
    double[] shares = new double[TENTHS];
    for (int tenth = 0; tenth < TENTHS; tenth++) {
      int from = (int) Math.round(order.size() * (double) tenth / TENTHS);
      int to = (int) Math.round(order.size() * (tenth + 1.0) / TENTHS);
      shares[tenth] =
          order.subList(from, to).stream().filter(i -> row[i] >= 1).count() / (double) (to - from);
    }
    return shares;
  }

  /**
   * An exporter's share of world exports of the hardest chapters of 2024, by our own index.
   *
   * @param exporter code of the exporter
   * @return a fraction of one
   */
  public double shareOfHardestChapters(String exporter) {
    boolean[] top = top(chapterComplexity(), topShare);
    Advantages values = trade.chapterValues();
    double own = 0;
    double world = 0;
    for (String each : values.exporters()) {
      double[] row = values.row(each);
      for (int i = 0; i < top.length; i++) {
        world += top[i] ? row[i] : 0;
        own += top[i] && each.equals(exporter) ? row[i] : 0;
      }
    }
    return own / world;
  }

  /**
   * An exporter's weight in world exports of 2018.
   *
   * @param exporter code of the exporter
   * @param shareOfWorldExports a fraction of one
   */
  public record Weight(String exporter, double shareOfWorldExports) {}

  /**
   * An exporter's share of world exports of a six-digit product of the top tenth in 2018, on
   * average over products: China and the US alone, of which the table holds every cell.
   *
   * @param exporter CHN or USA
   * @return a fraction of one
   * @throws IllegalArgumentException if it is another
   */
  public double meanShareOfHardestProducts(String exporter) {
    if (!exporter.equals(Breadth.CHINA) && !exporter.equals(US)) {
      throw new IllegalArgumentException("the table holds every cell of CHN and USA alone");
    }
    double weight =
        catalog.rows("industry/export_weights_2018", Weight.class).stream()
            .filter(one -> one.exporter().equals(exporter))
            .findFirst()
            .orElseThrow()
            .shareOfWorldExports();
    boolean[] top = top(sixDigitComplexity(), topShare);
    double[] row = trade.sixDigits(false).row(exporter);
    return weight
        * IntStream.range(0, top.length)
            .filter(i -> top[i])
            .mapToDouble(i -> row[i])
            .average()
            .orElseThrow();
  }

  /**
   * The published counts of the most complex headings.
   *
   * @param source name of the table
   * @return one row an exporter, over all exporters, by the later release
   */
  public Map<String, Count> headings(String source) {
    return catalog.rows("industry/complex_product_counts", Count.class).stream()
        .filter(
            one ->
                one.source().equals(source)
                    && one.release().equals("later")
                    && one.exporters().equals(Breadth.ALL))
        .collect(Collectors.toMap(Count::exporter, one -> one, (a, b) -> a, TreeMap::new));
  }

  /**
   * The pattern of who has what at six digits in 2018, over exporters above a billion dollars.
   *
   * @return the pattern at the registered cut
   */
  public Complexity sixDigitPattern() {
    return trade.sixDigits(true).complexity(complexityCut);
  }

  /**
   * The hardest six-digit products of 2018 at a cut of 1, over all exporters.
   *
   * @param ranking our own, or heading values carried over
   * @return the counts of China and the US
   */
  public Pair sixDigits(Ranking ranking) {
    return ranking == Ranking.OWN
        ? counted(trade.sixDigits(false), trade.sixDigits(false), sixDigitComplexity(), 1)
        : published("baci_2018", ranking, false, 1);
  }

  private static Outcome estimate(Pair pair) {
    return Outcome.of(
        Evidence.of("count_ratio_to_us", pair.ratio())
            .and("china_complex_products", pair.china())
            .and("us_complex_products", pair.us()));
  }

  private Trial<Source> trial(String group, int year, Source source) {
    return Trial.of(
        proposition,
        group,
        source,
        YearMonth.of(year, DECEMBER),
        (data, specification) -> estimate(data.pair(specification)));
  }

  private Source published(String source) {
    return specification ->
        published(
            source,
            complexity.in(specification),
            onlyLarge.in(specification),
            cut.in(specification));
  }

  Examination examination() {
    return Examination.of(
        proposition,
        List.of(
            trial(
                "BACI 2018 at six digits",
                2018,
                specification ->
                    complexity.in(specification) == Ranking.OWN
                        ? counted(
                            trade.sixDigits(false),
                            trade.sixDigits(onlyLarge.in(specification)),
                            sixDigitComplexity(),
                            cut.in(specification))
                        : published("baci_2018").pair(specification)),
            trial("Atlas 2016 headings", 2016, published("atlas_2016")),
            trial(
                "BACI 2024 chapters",
                2024,
                specification ->
                    complexity.in(specification) == Ranking.OWN
                        ? counted(
                            trade.chapters(false),
                            trade.chapters(onlyLarge.in(specification)),
                            chapterComplexity(),
                            cut.in(specification))
                        : published("baci_2024").pair(specification)),
            trial("OEC 2020 headings as counts", 2020, published("oec_2020"))));
  }
}
