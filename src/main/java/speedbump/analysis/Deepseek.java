package speedbump.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import speedbump.analysis.CapabilityRulers.Reading;
import speedbump.analysis.CapabilityRulers.Scored;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Group;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Registry;
import speedbump.claim.Side;
import speedbump.claim.Specification;
import speedbump.claim.World;
import speedbump.claim.Worlds;
import speedbump.data.Catalog;
import speedbump.model.ComputeTrend;
import speedbump.model.ComputeTrend.DateTerm;
import speedbump.model.ComputeTrend.Direction;
import speedbump.model.ComputeTrend.TrainedModel;
import speedbump.model.Frontier;
import speedbump.model.FrontierLag;
import speedbump.model.FrontierLag.Lag;
import speedbump.model.Release;
import speedbump.stats.Autoregression;
import speedbump.stats.BlockBootstrap;
import speedbump.stats.Permutation;

/**
 * Claim 6: did DeepSeek (January 2025) break assumptions about China's limits? The steps that the
 * notebook walks through, that the tests check and that the multiverse varies.
 */
public final class Deepseek {
  /** The event: the model whose release the claim is about. */
  public static final String R1 = "DeepSeek-R1";

  /** The model a month before it, on which R1 was built: an alternative event, and a placebo. */
  public static final String V3 = "DeepSeek-V3";

  /** Chinese records that a benchmark must have had before R1 to be a ruler of 6a. */
  public static final int LEAST_RECORDS_BEFORE = 3;

  /** Earlier models below which R1's rank is not asked for. */
  public static final int LEAST_EARLIER_MODELS = 10;

  /** Quarter ends on either side of the break below which a mean lag is not compared. */
  public static final int LEAST_QUARTERS_A_SIDE = 3;

  private static final String DEVELOPER = "DeepSeek";

  /** Percentile intervals at 95 %, blocks of the cube root of each side's length, 999 resamples. */
  private static final BlockBootstrap BOOTSTRAP = BlockBootstrap.withDefaults();

  private final CapabilityRulers rulers;
  private final List<String> ruling;
  private final LocalDate releaseOfR1;
  private final LocalDate releaseOfV3;

  private Deepseek(CapabilityRulers rulers) {
    this.rulers = rulers;
    this.releaseOfR1 = release(rulers, R1);
    this.releaseOfV3 = release(rulers, V3);
    this.ruling = rulers.names().stream().filter(this::qualifies).toList();
  }

  /**
   * The lags of one set of models, on every ruler on which they stand, up to and including an
   * event.
   *
   * @param event the model in question
   * @param models all models, the event last, the others by their first date on any ruler
   * @param lags for each ruler its lags in months, by model
   */
  public record JointLags(
      String event, List<String> models, Map<String, Map<String, Double>> lags) {
    /**
     * The statistic of each model: the mean, over the rulers on which it stands, of its lag less
     * that ruler's mean lag up to the event.
     *
     * @return months, in the order of {@link #models()}; negative means closer than usual
     */
    public double[] statistics() {
      double[] sum = new double[models.size()];
      int[] count = new int[models.size()];
      for (Map<String, Double> ruler : lags.values()) {
        double mean = mean(ruler, model -> true);
        for (int i = 0; i < sum.length; i++) {
          Double lag = ruler.get(models.get(i));
          if (lag != null) {
            sum[i] += lag - mean;
            count[i]++;
          }
        }
      }
      for (int i = 0; i < sum.length; i++) {
        sum[i] /= count[i];
      }
      return sum;
    }

    /**
     * The event's lag less the mean of the earlier ones, averaged over the event's rulers.
     *
     * @return months; negative means that the event stood closer
     */
    public double eventMinusMean() {
      return lags.values().stream()
          .filter(ruler -> ruler.containsKey(event))
          .mapToDouble(ruler -> ruler.get(event) - mean(ruler, model -> !model.equals(event)))
          .average()
          .orElseThrow();
    }

    /**
     * The share of models, the event included, whose statistic is at or below the event's.
     *
     * @return between 1 over the number of models, and 1
     */
    public double permutationP() {
      double[] all = statistics();
      int last = all.length - 1;
      return Permutation.rankShare(all[last], Arrays.copyOf(all, last));
    }

    static double mean(Map<String, Double> ruler, Predicate<String> which) {
      return ruler.entrySet().stream()
          .filter(entry -> which.test(entry.getKey()))
          .mapToDouble(Map.Entry::getValue)
          .average()
          .orElse(Double.NaN);
    }
  }

  /**
   * A model taken for "the DeepSeek moment", and what the test of 6a says of it.
   *
   * @param model the model
   * @param date its first release on any ruler
   * @param minusMeanMonths its lag less the mean of the earlier ones, over its rulers
   * @param permutationP share of models up to it that stood as close
   * @param earlierModels models before it
   */
  public record Moment(
      String model,
      LocalDate date,
      double minusMeanMonths,
      double permutationP,
      int earlierModels) {}

  /**
   * The mean lag of one ruler on either side of a break.
   *
   * @param beforeMonths mean over quarter ends before the break
   * @param afterMonths mean over quarter ends from the break on
   * @param changeMonths after less before
   * @param lowerMonths lower end of the change's 95 % interval
   * @param upperMonths upper end of it
   * @param quartersBefore quarter ends before
   * @param quartersAfter quarter ends after
   */
  public record LagChange(
      double beforeMonths,
      double afterMonths,
      double changeMonths,
      double lowerMonths,
      double upperMonths,
      int quartersBefore,
      int quartersAfter) {}

  /**
   * Loads what the claim needs.
   *
   * @param catalog the collection's tables
   * @return the analysis of claim 6
   */
  public static Deepseek of(Catalog catalog) {
    return new Deepseek(CapabilityRulers.of(catalog));
  }

  private static LocalDate release(CapabilityRulers rulers, String model) {
    return rulers.scored(CapabilityRulers.INDEX_2026).stream()
        .filter(row -> row.model().equals(model))
        .map(Scored::date)
        .min(Comparator.naturalOrder())
        .orElseThrow(() -> new IllegalStateException("the index has no dated " + model));
  }

  /**
   * Every ruler of the collection, whether or not it can say something of R1.
   *
   * @return the rulers
   */
  public CapabilityRulers rulers() {
    return rulers;
  }

  /**
   * The rulers of 6a and 6c: both vintages of the index, and every benchmark that had at least
   * {@value #LEAST_RECORDS_BEFORE} Chinese records before R1 and scored R1.
   *
   * @return their names
   */
  public List<String> ruling() {
    return ruling;
  }

  /**
   * R1's day of release.
   *
   * @return the date in the index
   */
  public LocalDate releaseOfR1() {
    return releaseOfR1;
  }

  /**
   * V3's day of release.
   *
   * @return the date in the index
   */
  public LocalDate releaseOfV3() {
    return releaseOfV3;
  }

  private boolean qualifies(String ruler) {
    List<Release> chinese = rulers.releases(ruler, Reading.DEFAULT, Scored::chinese);
    if (chinese.stream().noneMatch(release -> release.name().equals(R1))) {
      return false;
    }
    return rulers.lag(ruler, Reading.DEFAULT).atRecords().stream()
            .filter(lag -> lag.date().isBefore(releaseOfR1))
            .count()
        >= LEAST_RECORDS_BEFORE;
  }

  // ---- 6a: at its release R1 stood closer to the frontier than Chinese models had

  /**
   * The lags of record models up to an event, on all rulers of the claim. A model with several
   * record versions on a ruler counts with its first.
   *
   * @param reading how the rulers are read
   * @param event the model in question
   * @return its joint lags; empty if the event is no record on any ruler
   */
  public Optional<JointLags> recordLags(Reading reading, String event) {
    Map<String, List<Lag>> lags = new LinkedHashMap<>();
    ruling.forEach(ruler -> lags.put(ruler, rulers.lag(ruler, reading).atRecords()));
    return joint(event, lags);
  }

  /**
   * The lags, on the two vintages of the index, of every Chinese model that was its developer's
   * best at its release, up to an event.
   *
   * @param reading how the rulers are read
   * @param event the model in question
   * @return its joint lags; empty if the event was not its developer's best
   */
  public Optional<JointLags> developersBestLags(Reading reading, String event) {
    Map<String, List<Lag>> lags = new LinkedHashMap<>();
    for (String ruler : List.of(CapabilityRulers.INDEX_2026, CapabilityRulers.INDEX_2025)) {
      FrontierLag lag = rulers.lag(ruler, reading);
      Map<String, List<Release>> byDeveloper =
          rulers.releases(ruler, reading, Scored::chinese).stream()
              .collect(
                  Collectors.groupingBy(Release::developer, TreeMap::new, Collectors.toList()));
      lags.put(
          ruler,
          byDeveloper.values().stream()
              .flatMap(own -> Frontier.of(own).records().stream())
              .sorted(Comparator.comparing(Release::date).thenComparing(Release::name))
              .map(lag::of)
              .toList());
    }
    return joint(event, lags);
  }

  private static Optional<JointLags> joint(String event, Map<String, List<Lag>> lags) {
    Optional<LocalDate> date =
        lags.values().stream()
            .flatMap(List::stream)
            .filter(lag -> lag.name().equals(event))
            .map(Lag::date)
            .min(Comparator.naturalOrder());
    if (date.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Map<String, Double>> table = new LinkedHashMap<>();
    Map<String, LocalDate> first = new TreeMap<>();
    lags.forEach(
        (ruler, all) -> {
          Map<String, Double> months = new LinkedHashMap<>();
          for (Lag lag : all) {
            if (lag.date().isBefore(date.get()) || lag.name().equals(event)) {
              months.putIfAbsent(lag.name(), lag.months());
              first.merge(lag.name(), lag.date(), (a, b) -> a.isBefore(b) ? a : b);
            }
          }
          table.put(ruler, months);
        });
    first.remove(event);
    List<String> models = new ArrayList<>(first.keySet());
    models.sort(Comparator.comparing(first::get));
    models.add(event);
    return Optional.of(new JointLags(event, models, table));
  }

  private Outcome closeness(Specification specification) {
    Reading reading = Reading.of(specification);
    Optional<JointLags> lags =
        specification.option("reference set").equals("record models on any ruler")
            ? recordLags(reading, R1)
            : developersBestLags(reading, R1);
    if (lags.isEmpty()) {
      return Outcome.unusable("R1 is not among the models compared");
    }
    int earlier = lags.get().models().size() - 1;
    return earlier < LEAST_EARLIER_MODELS
        ? Outcome.unusable("only " + earlier + " earlier models")
        : closeness(lags.get());
  }

  private static Outcome closeness(JointLags lags) {
    return Outcome.of(
        Evidence.of("lag_minus_mean_months", lags.eventMinusMean())
            .and("permutation_p", lags.permutationP()));
  }

  /**
   * Every Chinese record taken for "the DeepSeek moment" in turn, by the test of 6a in its default
   * specification. Models with fewer than three before them are left out.
   *
   * @return the moments in order of date, R1 among them
   */
  public List<Moment> moments() {
    Map<String, LocalDate> first = new TreeMap<>();
    for (String ruler : ruling) {
      for (Lag lag : rulers.lag(ruler, Reading.DEFAULT).atRecords()) {
        first.merge(lag.name(), lag.date(), (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    return first.keySet().stream()
        .sorted(Comparator.comparing(first::get))
        .flatMap(model -> recordLags(Reading.DEFAULT, model).stream())
        .filter(lags -> lags.models().size() > LEAST_RECORDS_BEFORE)
        .filter(lags -> Double.isFinite(lags.eventMinusMean()))
        .map(
            lags ->
                new Moment(
                    lags.event(),
                    first.get(lags.event()),
                    lags.eventMinusMean(),
                    lags.permutationP(),
                    lags.models().size() - 1))
        .toList();
  }

  /**
   * One draw of a world like ours in which R1's lag is a given multiple of the mean of the earlier
   * ones on each ruler. Every model's lag is its ruler's mean, a deviation of the model that it
   * shows on all rulers (first-order autocorrelated in order of release), and a deviation of its
   * own on each ruler; sizes are those of the earlier models, and no lag falls below zero.
   */
  private static JointLags simulateLags(
      JointLags real, LagNoise noise, double eventOverMean, RandomGenerator random) {
    double[] shared = noise.shared().simulate(real.models().size(), random);
    Map<String, Map<String, Double>> table = new LinkedHashMap<>();
    real.lags()
        .forEach(
            (ruler, lags) -> {
              double mean = JointLags.mean(lags, model -> !model.equals(real.event()));
              Map<String, Double> drawn = new LinkedHashMap<>();
              for (int i = 0; i < shared.length; i++) {
                String model = real.models().get(i);
                if (lags.containsKey(model)) {
                  double centre = model.equals(real.event()) ? mean * eventOverMean : mean;
                  double own = noise.ownSd() * random.nextGaussian();
                  drawn.put(model, Math.max(0, centre + shared[i] + own));
                }
              }
              table.put(ruler, drawn);
            });
    return new JointLags(real.event(), real.models(), table);
  }

  private record LagNoise(Autoregression shared, double ownSd) {
    static LagNoise of(JointLags lags) {
      List<String> earlier = lags.models().subList(0, lags.models().size() - 1);
      Map<String, List<Double>> deviations = new LinkedHashMap<>();
      earlier.forEach(model -> deviations.put(model, new ArrayList<>()));
      for (Map<String, Double> ruler : lags.lags().values()) {
        double mean = JointLags.mean(ruler, deviations::containsKey);
        ruler.forEach(
            (model, lag) -> {
              if (deviations.containsKey(model)) {
                deviations.get(model).add(lag - mean);
              }
            });
      }
      double[] shared = deviations.values().stream().mapToDouble(LagNoise::mean).toArray();
      double squares = 0;
      int freedom = 0;
      for (List<Double> own : deviations.values()) {
        double mean = mean(own);
        squares += own.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
        freedom += own.size() - 1;
      }
      return new LagNoise(
          Autoregression.fitFirstOrder(shared), freedom > 0 ? Math.sqrt(squares / freedom) : 0);
    }

    private static double mean(List<Double> values) {
      return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
  }

  /**
   * One ruler's word on R1: the lags at Chinese records before, at and after it.
   *
   * @param ruler the ruler
   * @param title its name for a reader
   * @param beforeMonths mean lag of the records before R1
   * @param recordsBefore their number
   * @param atR1Months R1's lag
   * @param afterMonths mean lag of the records after R1
   * @param recordsAfter their number
   */
  public record RulerOnR1(
      String ruler,
      String title,
      double beforeMonths,
      int recordsBefore,
      double atR1Months,
      double afterMonths,
      int recordsAfter) {}

  /**
   * What each ruler of the claim says of R1 by itself.
   *
   * @param reading how the rulers are read
   * @return one row a ruler on which R1 is a record
   */
  public List<RulerOnR1> rulersOnR1(Reading reading) {
    List<RulerOnR1> rows = new ArrayList<>();
    for (String ruler : ruling) {
      List<Lag> all = rulers.lag(ruler, reading).atRecords();
      double[] before = months(all, lag -> lag.date().isBefore(releaseOfR1));
      double[] after = months(all, lag -> lag.date().isAfter(releaseOfR1));
      all.stream()
          .filter(lag -> lag.name().equals(R1))
          .findFirst()
          .ifPresent(
              r1 ->
                  rows.add(
                      new RulerOnR1(
                          ruler,
                          CapabilityRulers.title(ruler),
                          average(before),
                          before.length,
                          r1.months(),
                          average(after),
                          after.length)));
    }
    return rows;
  }

  /**
   * The power of 6a under the other reading of its true world: R1's lag is exactly the registered
   * share of each ruler's mean, and only the earlier models scatter. Shown, and not used: the rules
   * say that the noise is the same in both worlds.
   *
   * @param registry the registered propositions
   * @return share of draws that meet "holds"
   */
  public double powerWithoutNoiseOnR1(Registry registry) {
    Proposition proposition = registry.proposition("6a");
    JointLags real = recordLags(Reading.DEFAULT, R1).orElseThrow();
    LagNoise noise = LagNoise.of(real);
    double size = proposition.worldParameter(World.T, "lag_over_earlier_mean");
    int draws = registry.machinery().draws();
    return IntStream.range(0, draws)
            .filter(
                draw -> {
                  JointLags drawn = simulateLags(real, noise, size, new SplittableRandom(draw));
                  drawn
                      .lags()
                      .forEach(
                          (ruler, lags) ->
                              lags.computeIfPresent(
                                  R1,
                                  (model, lag) ->
                                      size
                                          * JointLags.mean(
                                              real.lags().get(ruler), name -> !name.equals(R1))));
                  Evidence evidence = ((Outcome.Usable) closeness(drawn)).evidence();
                  return proposition.side(evidence).equals(Optional.of(Side.HOLDS));
                })
            .count()
        / (double) draws;
  }

  // ---- 6b: DeepSeek needed less compute than the frontier's efficiency trend foretold

  /**
   * Models with both a score and a training compute on one vintage of the index, one row a model.
   *
   * @param ruler one of the two vintages
   * @param which which of them
   * @return the models in order of date
   */
  public List<TrainedModel> trained(String ruler, Predicate<Scored> which) {
    Map<String, Scored> first = new TreeMap<>();
    for (Scored row : rulers.scored(ruler)) {
      if (row.computeFlop() > 0 && which.test(row)) {
        first.merge(row.model(), row, Deepseek::earlierOrBetter);
      }
    }
    return first.values().stream()
        .sorted(Comparator.comparing(Scored::date).thenComparing(Scored::model))
        .map(
            row ->
                new TrainedModel(
                    row.model(), row.developer(), row.date(), row.score(), row.computeFlop()))
        .toList();
  }

  private static Scored earlierOrBetter(Scored a, Scored b) {
    return Comparator.comparing(Scored::date)
                .thenComparing(Comparator.comparingDouble(Scored::score).reversed())
                .compare(a, b)
            <= 0
        ? a
        : b;
  }

  /**
   * The sample of a specification of 6b, DeepSeek's own models left out.
   *
   * @param ruler one of the two vintages
   * @param sample "all", "US", "confident estimates only" or "frontier only", that is models that
   *     were the best of all countries at their release
   * @return the models in order of date
   * @throws IllegalArgumentException if there is no such sample
   */
  public List<TrainedModel> efficiencySample(String ruler, String sample) {
    Predicate<Scored> others = row -> !row.developer().contains(DEVELOPER);
    Predicate<Scored> which =
        switch (sample) {
          case "all" -> row -> true;
          case "US" -> Scored::american;
          case "confident estimates only" -> Scored::computeConfident;
          case "frontier only" -> {
            Set<String> best = new LinkedHashSet<>();
            Frontier.of(rulers.releases(ruler, Reading.DEFAULT, row -> true))
                .records()
                .forEach(release -> best.add(release.name()));
            yield row -> best.contains(row.model());
          }
          default ->
              throw new IllegalArgumentException("no sample of 6b is called '" + sample + "'");
        };
    return trained(ruler, others.and(which));
  }

  /**
   * A model of DeepSeek with its compute.
   *
   * @param ruler one of the two vintages
   * @param model {@link #R1} or {@link #V3}
   * @return the model; empty if the vintage has no compute for it
   */
  public Optional<TrainedModel> event(String ruler, String model) {
    return trained(ruler, row -> row.model().equals(model)).stream().findFirst();
  }

  private Outcome efficiency(Specification specification) {
    String ruler =
        specification.option("vintage").equals("2026-04-19")
            ? CapabilityRulers.INDEX_2026
            : CapabilityRulers.INDEX_2025;
    Optional<TrainedModel> event =
        event(ruler, specification.option("event").equals("R1") ? R1 : V3);
    if (event.isEmpty()) {
      return Outcome.unusable("this vintage has no compute for " + specification.option("event"));
    }
    Direction direction =
        specification.option("direction").equals("compute on score")
            ? Direction.COMPUTE_ON_SCORE
            : Direction.SCORE_ON_COMPUTE;
    DateTerm date =
        specification.option("date").equals("linear") ? DateTerm.LINEAR : DateTerm.BY_YEAR;
    List<TrainedModel> sample = efficiencySample(ruler, specification.option("sample"));
    Optional<ComputeTrend> trend = ComputeTrend.fit(sample, direction, date);
    if (trend.isEmpty()) {
      return Outcome.unusable("too few models to fit");
    }
    return trend
        .get()
        .residual(event.get())
        .map(Deepseek::efficiency)
        .orElseGet(() -> Outcome.unusable("no model of the event's year to fit"));
  }

  private static Outcome efficiency(ComputeTrend.Residual residual) {
    return Outcome.of(Evidence.of("residual_prediction_sd", residual.predictionSd()));
  }

  /** One draw of a world in which the event took a given multiple of the compute foretold. */
  private static Outcome simulateEfficiency(
      ComputeTrend trend,
      TrainedModel event,
      Autoregression noise,
      double computeOverForetold,
      RandomGenerator random) {
    double[] residuals = trend.leastSquares().residuals();
    double[] drawn = noise.simulate(residuals.length + 1, random);
    List<TrainedModel> sample =
        IntStream.range(0, residuals.length)
            .mapToObj(
                i -> {
                  TrainedModel real = trend.sample().get(i);
                  return withCompute(real, real.log10Compute() - residuals[i] + drawn[i]);
                })
            .toList();
    double foretold = Math.log10(trend.residual(event).orElseThrow().foretoldFlop());
    double log10 = foretold + Math.log10(computeOverForetold) + drawn[residuals.length];
    return ComputeTrend.fit(sample, Direction.COMPUTE_ON_SCORE, DateTerm.LINEAR)
        .flatMap(refit -> refit.residual(withCompute(event, log10)))
        .map(Deepseek::efficiency)
        .orElseThrow();
  }

  private static TrainedModel withCompute(TrainedModel model, double log10) {
    return new TrainedModel(
        model.name(), model.developer(), model.date(), model.score(), Math.pow(10, log10));
  }

  // ---- 6c: the lag stayed lower afterwards

  /**
   * The lag of the Chinese frontier on quarter ends, from the first on which both sides have a
   * model to the last that the ruler knows.
   *
   * @param ruler one of {@link #ruling()}
   * @param reading how it is read
   * @return one lag a quarter end
   */
  public List<Lag> quarterlyLags(String ruler, Reading reading) {
    FrontierLag lag = rulers.lag(ruler, reading);
    LocalDate start = lag.leader().records().get(0).date();
    return lag.on(FrontierLag.quarterEnds(start, rulers.lastDay(ruler)));
  }

  /**
   * The change of the mean lag at a break, with its interval by circular block bootstrap on either
   * side.
   *
   * @param lags lags on quarter ends
   * @param breakDate first day that counts as after
   * @param windowMonths months on either side that count; not a number for all
   * @return the change; empty with fewer than {@value #LEAST_QUARTERS_A_SIDE} quarter ends on a
   *     side
   */
  public static Optional<LagChange> lagChange(
      List<Lag> lags, LocalDate breakDate, double windowMonths) {
    Predicate<Lag> inside =
        lag ->
            Double.isNaN(windowMonths)
                || Math.abs(FrontierLag.months(breakDate, lag.date())) <= windowMonths;
    double[] before = months(lags, inside.and(lag -> lag.date().isBefore(breakDate)));
    double[] after = months(lags, inside.and(lag -> !lag.date().isBefore(breakDate)));
    return lagChange(before, after);
  }

  private static Optional<LagChange> lagChange(double[] before, double[] after) {
    if (Math.min(before.length, after.length) < LEAST_QUARTERS_A_SIDE) {
      return Optional.empty();
    }
    BlockBootstrap.Result interval = BOOTSTRAP.differenceOfMeans(before, after);
    double was = average(before);
    double is = average(after);
    return Optional.of(
        new LagChange(
            was, is, is - was, interval.lower(), interval.upper(), before.length, after.length));
  }

  private static double[] months(List<Lag> lags, Predicate<Lag> which) {
    return lags.stream().filter(which).mapToDouble(Lag::months).toArray();
  }

  private static double average(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  private Outcome persistence(String ruler, Specification specification) {
    LocalDate breakDate = breakDate(specification.option("break date"));
    double window =
        switch (specification.option("window")) {
          case "all" -> Double.NaN;
          case "12 months" -> 12;
          case "18 months" -> 18;
          default ->
              throw new IllegalArgumentException("no window " + specification.option("window"));
        };
    return persistence(
        lagChange(quarterlyLags(ruler, Reading.of(specification)), breakDate, window));
  }

  private LocalDate breakDate(String option) {
    return option.equals("V3") ? releaseOfV3 : releaseOfR1;
  }

  private static Outcome persistence(Optional<LagChange> change) {
    return change
        .map(
            found ->
                Outcome.of(
                    Evidence.of("lag_change_upper95_months", found.upperMonths())
                        .and("lag_change_lower95_months", found.lowerMonths())))
        .orElseGet(
            () ->
                Outcome.unusable(
                    "fewer than " + LEAST_QUARTERS_A_SIDE + " quarter ends on a side"));
  }

  /** A world in which the mean lag after the break is a given multiple of the mean before it. */
  private static Outcome simulatePersistence(
      double[] before,
      int after,
      Autoregression noise,
      double afterOverBefore,
      RandomGenerator random) {
    double mean = average(before);
    double[] drawn = noise.simulate(before.length + after, random);
    double[] was = new double[before.length];
    double[] is = new double[after];
    for (int i = 0; i < drawn.length; i++) {
      if (i < was.length) {
        was[i] = Math.max(0, mean + drawn[i]);
      } else {
        is[i - was.length] = Math.max(0, mean * afterOverBefore + drawn[i]);
      }
    }
    return persistence(lagChange(was, is));
  }

  // ---- the examinations

  /**
   * The evidence on all four propositions, ready for the rules.
   *
   * @param registry the registered propositions
   * @return one examination a proposition, in registered order
   */
  public List<Examination> examinations(Registry registry) {
    return List.of(
        Examination.of(registry.proposition("6a"), List.of(closenessGroup(registry))),
        Examination.of(registry.proposition("6b"), List.of(efficiencyGroup(registry))),
        Examination.of(
            registry.proposition("6c"),
            ruling.stream().map(ruler -> persistenceGroup(registry, ruler)).toList()),
        Examination.missing(registry.proposition("6d"), "no price table that may ship is held"));
  }

  private Group closenessGroup(Registry registry) {
    Proposition proposition = registry.proposition("6a");
    JointLags real = recordLags(Reading.DEFAULT, R1).orElseThrow();
    LagNoise noise = LagNoise.of(real);
    double size = proposition.worldParameter(World.T, "lag_over_earlier_mean");
    return new Group(
        "rulers together",
        proposition.choices(),
        this::closeness,
        Optional.of(
            new Worlds(
                registry.machinery().draws(),
                random -> closeness(simulateLags(real, noise, size, random)),
                random -> closeness(simulateLags(real, noise, 1, random)))));
  }

  private Group efficiencyGroup(Registry registry) {
    Proposition proposition = registry.proposition("6b");
    TrainedModel event = event(CapabilityRulers.INDEX_2026, R1).orElseThrow();
    ComputeTrend trend =
        ComputeTrend.fit(
                efficiencySample(CapabilityRulers.INDEX_2026, "all"),
                Direction.COMPUTE_ON_SCORE,
                DateTerm.LINEAR)
            .orElseThrow();
    Autoregression noise = Autoregression.fitFirstOrder(trend.leastSquares().residuals());
    double whenTrue = proposition.worldParameter(World.T, "compute_over_foretold");
    double whenFalse = proposition.worldParameter(World.F, "compute_over_foretold");
    return new Group(
        "compute trend",
        proposition.choices(),
        this::efficiency,
        Optional.of(
            new Worlds(
                registry.machinery().draws(),
                random -> simulateEfficiency(trend, event, noise, whenTrue, random),
                random -> simulateEfficiency(trend, event, noise, whenFalse, random))));
  }

  private Group persistenceGroup(Registry registry, String ruler) {
    Proposition proposition = registry.proposition("6c");
    List<Lag> lags = quarterlyLags(ruler, Reading.DEFAULT);
    double[] before = months(lags, lag -> lag.date().isBefore(releaseOfV3));
    double[] after = months(lags, lag -> !lag.date().isBefore(releaseOfV3));
    double[] residuals = new double[lags.size()];
    for (int i = 0; i < residuals.length; i++) {
      double[] side = i < before.length ? before : after;
      residuals[i] = lags.get(i).months() - average(side);
    }
    double whenTrue = proposition.worldParameter(World.T, "lag_after_over_before");
    double whenFalse = proposition.worldParameter(World.F, "lag_after_over_before");
    Autoregression noise = Autoregression.fitFirstOrder(residuals);
    return new Group(
        ruler,
        proposition.choices(),
        specification -> persistence(ruler, specification),
        Optional.of(
            new Worlds(
                registry.machinery().draws(),
                random -> simulatePersistence(before, after.length, noise, whenTrue, random),
                random -> simulatePersistence(before, after.length, noise, whenFalse, random))));
  }
}
