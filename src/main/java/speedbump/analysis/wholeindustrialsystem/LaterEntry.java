package speedbump.analysis.wholeindustrialsystem;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Machinery;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.model.Complexity;
import speedbump.stats.Interval;
import speedbump.stats.LogisticRegression;
import speedbump.stats.TwoEffectLogit;
import speedbump.stats.TwoEffectLogit.Slope;

/**
 * Proposition 8d: breadth turns into later entry. Where an economy has no edge in a product yet,
 * does it gain one more often the more related products it has?
 */
public final class LaterEntry {
  static final String EVERY = "all exporters";
  static final String CHINA_ALONE = "China alone";
  private static final int DECEMBER = 12;

  private final Proposition proposition;
  private final double coverage;
  private final double cut;
  private final Trade trade;
  private final Option<Years> years;
  private final Map<Years, Entries> made = new ConcurrentHashMap<>();

  LaterEntry(Proposition proposition, Machinery machinery, Trade trade) {
    this.proposition = proposition;
    this.coverage = machinery.intervalCoverage();
    this.cut = proposition.definition("advantage_cut");
    this.trade = trade;
    this.years = Option.of(proposition, "pair of years", Years.values(), Years::words);
  }

  /** The registered pairs of years. */
  public enum Years {
    /** The newer pair. */
    FROM_1980(1980, 2017),
    /** The older pair. */
    FROM_1962(1962, 1980);

    private final int first;
    private final int second;

    Years(int first, int second) {
      this.first = first;
      this.second = second;
    }

    private String words() {
      return first + " and " + second;
    }
  }

  /**
   * Every exporter and heading without an edge in the first year.
   *
   * @param exporters the exporters of both years
   * @param headings the headings exported in both years
   * @param exporter number of the exporter of each cell
   * @param heading number of the heading of each cell
   * @param density density of each cell in the first year, in standard deviations over the cells
   * @param rawDensity the same as a share
   * @param entered whether it has an edge in the second year
   * @param design the two-effect design
   * @param near for entries that are drawn: the model that they are drawn by
   */
  public record Entries(
      List<String> exporters,
      List<String> headings,
      int[] exporter,
      int[] heading,
      double[] density,
      double[] rawDensity,
      boolean[] entered,
      TwoEffectLogit design,
      Optional<TwoEffectLogit.At> near) {
    /**
     * The cells.
     *
     * @return their number
     */
    public int size() {
      return entered.length;
    }

    /**
     * The cells that were entered.
     *
     * @return their number
     */
    public int entries() {
      return count(entered);
    }

    private Entries drawn(TwoEffectLogit.At by, boolean[] others) {
      return new Entries(
          exporters,
          headings,
          exporter,
          heading,
          density,
          rawDensity,
          others,
          design,
          Optional.of(by));
    }

    /**
     * The cells of some exporters.
     *
     * @param china whether China's, else all others'
     */
    private int[] cells(boolean china) {
      int number = exporters.indexOf(Breadth.CHINA);
      return IntStream.range(0, entered.length)
          .filter(i -> (exporter[i] == number) == china)
          .toArray();
    }
  }

  private static int count(boolean[] which) {
    int number = 0;
    for (boolean one : which) {
      number += one ? 1 : 0;
    }
    return number;
  }

  /**
   * The cells of a pair of years.
   *
   * @param pair the years
   * @return the cells at risk
   */
  public Entries entries(Years pair) {
    return made.computeIfAbsent(pair, this::make);
  }

  private Entries make(Years pair) {
    Advantages first = trade.openTradeValues(pair.first);
    Advantages second = trade.openTradeValues(pair.second);
    List<String> exporters = common(first.exporters(), second.exporters());
    List<String> headings = common(first.products(), second.products());
    double[][] before = Complexity.advantage(values(first, exporters, headings));
    double[][] after = Complexity.advantage(values(second, exporters, headings));
    double[][] density = Complexity.of(before, cut).density();
    List<int[]> cells = new ArrayList<>();
    for (int e = 0; e < exporters.size(); e++) {
      for (int h = 0; h < headings.size(); h++) {
        if (before[e][h] < cut && Double.isFinite(density[e][h])) {
          cells.add(new int[] {e, h});
        }
      }
    }
    int[] exporter = cells.stream().mapToInt(cell -> cell[0]).toArray();
    int[] heading = cells.stream().mapToInt(cell -> cell[1]).toArray();
    boolean[] entered = new boolean[exporter.length];
    double[] raw = new double[exporter.length];
    for (int i = 0; i < entered.length; i++) {
      entered[i] = after[exporter[i]][heading[i]] >= cut;
      raw[i] = density[exporter[i]][heading[i]];
    }
    double mean = Arrays.stream(raw).average().orElseThrow();
    double squares = Arrays.stream(raw).map(one -> (one - mean) * (one - mean)).sum();
    double deviation = Math.sqrt(squares / (raw.length - 1));
    double[] standard = Arrays.stream(raw).map(one -> (one - mean) / deviation).toArray();
    return new Entries(
        exporters,
        headings,
        exporter,
        heading,
        standard,
        raw,
        entered,
        TwoEffectLogit.of(standard, exporter, heading),
        Optional.empty());
  }

  private static List<String> common(List<String> first, List<String> second) {
    return first.stream().filter(second::contains).toList();
  }

  private static double[][] values(
      Advantages table, List<String> exporters, List<String> headings) {
    Map<String, Integer> places = Advantages.places(table.products());
    int[] columns = headings.stream().mapToInt(places::get).toArray();
    return exporters.stream()
        .map(
            one -> {
              double[] row = table.row(one);
              return Arrays.stream(columns).mapToDouble(column -> row[column]).toArray();
            })
        .toArray(double[][]::new);
  }

  /**
   * What density adds to the log odds of entry beside effects of exporter and heading.
   *
   * @param cells the cells
   * @return the slope a standard deviation of density
   */
  public Slope slope(Entries cells) {
    return cells.near().isPresent()
        ? cells.near().get().fit(cells.entered())
        : cells.design().fit(cells.entered());
  }

  /**
   * The same as a linear probability model: how much more often entry comes.
   *
   * @param cells the cells
   * @return the slope in probability a standard deviation of density
   */
  public Slope linear(Entries cells) {
    return cells.design().linear(cells.entered());
  }

  /**
   * China alone, with the effects of headings that the others have as an offset.
   *
   * @param cells the cells
   * @return the slope with its interval, headings taken as independent
   */
  public Interval chinaAlone(Entries cells) {
    int[] others = cells.cells(false);
    int[] headings = Arrays.stream(others).map(i -> cells.heading()[i]).toArray();
    boolean[] answers = chosen(cells.entered(), others);
    Map<Integer, Double> effects =
        TwoEffectLogit.of(
                Arrays.stream(others).mapToDouble(i -> cells.density()[i]).toArray(),
                Arrays.stream(others).map(i -> cells.exporter()[i]).toArray(),
                headings)
            .columnEffects(answers, headings);
    int[] china =
        Arrays.stream(cells.cells(true))
            .filter(i -> effects.containsKey(cells.heading()[i]))
            .toArray();
    double[][] x =
        Arrays.stream(china)
            .mapToObj(i -> new double[] {1, cells.density()[i]})
            .toArray(double[][]::new);
    LogisticRegression fit =
        LogisticRegression.fit(
            chosen(cells.entered(), china),
            x,
            IntStream.range(0, china.length).toArray(),
            Arrays.stream(china).mapToDouble(i -> effects.get(cells.heading()[i])).toArray());
    double slope = fit.coefficients()[1];
    double reach =
        speedbump.stats.Student.quantile((1 + coverage) / 2, china.length - 2.0)
            * fit.clusteredStandardErrors()[1];
    return new Interval(slope, slope - reach, slope + reach, coverage);
  }

  /**
   * A heading in which China had no edge in the first year.
   *
   * @param heading its code
   * @param density the share of related products that China had
   * @param entered whether China had an edge in the second year
   */
  public record Cell(String heading, double density, boolean entered) {}

  /**
   * China's cells.
   *
   * @param cells the cells of all
   * @return one row a heading
   */
  public List<Cell> china(Entries cells) {
    return Arrays.stream(cells.cells(true))
        .mapToObj(
            i ->
                new Cell(
                    cells.headings().get(cells.heading()[i]),
                    cells.rawDensity()[i],
                    cells.entered()[i]))
        .toList();
  }

  private static boolean[] chosen(boolean[] all, int[] which) {
    boolean[] chosen = new boolean[which.length];
    for (int i = 0; i < which.length; i++) {
      chosen[i] = all[which[i]];
    }
    return chosen;
  }

  /**
   * How often cells are entered, by their density.
   *
   * @param cells the cells
   * @param china whether China's alone, else all others'
   * @param bins the number of bins of equal size
   * @return one bin a step of density, the least first
   */
  public List<Bin> bins(Entries cells, boolean china, int bins) {
    int[] order =
        Arrays.stream(cells.cells(china))
            .boxed()
            .sorted((a, b) -> Double.compare(cells.rawDensity()[a], cells.rawDensity()[b]))
            .mapToInt(i -> i)
            .toArray();
    return IntStream.range(0, bins)
        .mapToObj(
            bin -> {
              int from = (int) Math.round(order.length * (double) bin / bins);
              int to = (int) Math.round(order.length * (bin + 1.0) / bins);
              int[] own = Arrays.copyOfRange(order, from, to);
              return new Bin(
                  Arrays.stream(own)
                      .mapToDouble(i -> cells.rawDensity()[i])
                      .average()
                      .orElseThrow(),
                  own.length,
                  count(chosen(cells.entered(), own)));
            })
        .toList();
  }

  /**
   * Cells of like density.
   *
   * @param density their mean density, a share
   * @param cells their number
   * @param entries how many were entered
   */
  public record Bin(double density, int cells, int entries) {
    /**
     * How often they were entered.
     *
     * @return a fraction of one
     */
    public double share() {
      return entries / (double) cells;
    }
  }

  private Outcome estimate(Entries cells) {
    try {
      return outcome(slope(cells).interval(coverage), cells.entries());
    } catch (IllegalArgumentException none) {
      return Outcome.unusable(none.getMessage());
    }
  }

  private static Outcome outcome(Interval slope, int entries) {
    return Outcome.of(
        Evidence.of("density_effect_lower95", slope.lower())
            .and("density_effect", slope.estimate())
            .and("density_effect_upper95", slope.upper())
            .and("entries", entries));
  }

  Examination examination() {
    Function<Specification, Entries> real = specification -> entries(years.in(specification));
    Map<Double, World> worlds = new ConcurrentHashMap<>();
    return Examination.of(
        proposition,
        List.of(
            Trial.<Function<Specification, Entries>>of(
                    proposition,
                    EVERY,
                    real,
                    YearMonth.of(Years.FROM_1980.second, DECEMBER),
                    (data, specification) -> estimate(data.apply(specification)),
                    (sizes, random) -> {
                      Entries drawn = drawn(sizes, random, worlds);
                      return specification -> {
                        years.in(specification);
                        return drawn;
                      };
                    })
                .withDearDraws(),
            Trial.of(
                proposition,
                CHINA_ALONE,
                real,
                YearMonth.of(Years.FROM_1980.second, DECEMBER),
                (data, specification) -> {
                  Entries cells = data.apply(specification);
                  int[] own = cells.cells(true);
                  return outcome(chinaAlone(cells), count(chosen(cells.entered(), own)));
                })));
  }

  /** A model that entries are drawn by, with the chances that it gives. */
  private record World(TwoEffectLogit.At model, double[] chances) {
    static World of(TwoEffectLogit.At model) {
      return new World(model, model.chances());
    }
  }

  private Entries drawn(WorldSizes sizes, RandomGenerator random, Map<Double, World> worlds) {
    Entries real = entries(Years.FROM_1980);
    World world =
        worlds.computeIfAbsent(
            sizes.of("odds_ratio_per_sd"),
            odds -> World.of(real.design().at(real.entered(), Math.log(odds))));
    double[] chances = world.chances();
    boolean[] entered = new boolean[chances.length];
    for (int i = 0; i < entered.length; i++) {
      entered[i] = random.nextDouble() < chances[i];
    }
    return real.drawn(world.model(), entered);
  }
}
