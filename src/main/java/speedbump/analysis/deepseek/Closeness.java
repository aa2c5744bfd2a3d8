package speedbump.analysis.deepseek;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.stat.StatUtils;
import speedbump.analysis.shared.CapabilityRulers;
import speedbump.analysis.shared.CapabilityRulers.Reading;
import speedbump.analysis.shared.CapabilityRulers.Scored;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Machinery;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Proposition.Minimum;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Specification;
import speedbump.claim.Standing;
import speedbump.claim.Trial;
import speedbump.claim.World;
import speedbump.model.Frontier;
import speedbump.model.FrontierLag;
import speedbump.model.FrontierLag.Lag;
import speedbump.model.Release;
import speedbump.stats.Autoregression;

/** Proposition 6a: at its release R1 stood closer to the frontier than Chinese models had. */
public final class Closeness {
  private static final String R1 = CapabilityRulers.R1;
  private static final int LEAST_EARLIER_MOMENTS = 3;

  private final Proposition proposition;
  private final CapabilityRulers rulers;
  private final List<String> ruling;
  private final LocalDate releaseOfR1;
  private final Option<ReferenceSet> referenceSet;
  private final Function<Specification, Reading> reading;
  private final Option<Measure> measure;
  private final Minimum earlierModels;

  Closeness(Proposition proposition, CapabilityRulers rulers, List<String> ruling) {
    this.proposition = proposition;
    this.rulers = rulers;
    this.ruling = ruling;
    this.releaseOfR1 = rulers.release(R1);
    this.referenceSet =
        Option.of(proposition, "reference set", ReferenceSet.values(), set -> set.option);
    this.reading = Reading.of(proposition);
    this.measure = Option.of(proposition, "closeness", Measure.values(), value -> value.option);
    this.earlierModels = proposition.minimum("earlier models");
  }

  /** Whom R1 is compared with. */
  private enum ReferenceSet {
    RECORDS("record models on any ruler"),
    DEVELOPERS_BEST("every earlier best of its developer on the index");

    private final String option;

    ReferenceSet(String option) {
      this.option = option;
    }
  }

  /** In what closeness is measured. */
  public enum Measure {
    /** The lag in months. */
    MONTHS("months"),
    /**
     * The distance to the leader's best score of the day, over the standard deviation of that
     * distance at the follower's records up to the event.
     */
    SCORE("score");

    private final String option;

    Measure(String option) {
      this.option = option;
    }

    /**
     * The option of the registered choice "closeness".
     *
     * @return its name
     */
    public String option() {
      return option;
    }
  }

  /** What a specification compares: the data of 6a are the joint lags of every comparison. */
  private record Comparison(ReferenceSet set, Reading reading, Measure measure) {
    static final Comparison DEFAULT =
        new Comparison(ReferenceSet.RECORDS, Reading.DEFAULT, Measure.MONTHS);
  }

  /**
   * A model taken for "the DeepSeek moment", and what the test of 6a says of it.
   *
   * @param model the model
   * @param date its first release on any ruler
   * @param minusMeanMonths its lag less the mean of the earlier ones, over its rulers
   * @param permutationP share of models up to it that stood as close, itself among them
   * @param earlierModels models before it
   */
  public record Moment(
      String model,
      LocalDate date,
      double minusMeanMonths,
      double permutationP,
      int earlierModels) {}

  /**
   * One ruler's word on R1 in months: the lags at Chinese records before, at and after it.
   *
   * @param ruler the ruler's name for a reader
   * @param beforeMonths mean lag of the records before R1
   * @param recordsBefore their number
   * @param closestBeforeMonths the smallest lag among them
   * @param atR1Months R1's lag
   * @param afterMonths mean lag of the records after R1; not a number where there is none
   * @param recordsAfter their number
   */
  public record RulerOnR1(
      String ruler,
      double beforeMonths,
      int recordsBefore,
      double closestBeforeMonths,
      double atR1Months,
      double afterMonths,
      int recordsAfter) {
    /**
     * Whether no Chinese record before R1 had a lag as short.
     *
     * @return whether R1 was the closest so far
     */
    public boolean closestSoFar() {
      return atR1Months < closestBeforeMonths;
    }
  }

  /**
   * One ruler's word on R1 in score: how far the best score of the leader lay above it that day.
   *
   * @param ruler the ruler's name for a reader
   * @param bestOfTheDay the best leading score on the day of R1's release, in the ruler's unit
   * @param r1 R1's score
   * @param gap the one less the other
   * @param smallestGapBefore the smallest such gap at a Chinese record before R1
   * @param closestBefore the model that had it
   */
  public record GapAtR1(
      String ruler,
      double bestOfTheDay,
      double r1,
      double gap,
      double smallestGapBefore,
      String closestBefore) {}

  /**
   * The lags of record models up to an event, on all rulers of the claim. A model with several
   * record versions on a ruler counts with its first.
   *
   * @param reading how the rulers are read
   * @param event the model in question
   * @return its joint lags; empty if the event is no record on any ruler
   */
  public Optional<JointLags> recordLags(Reading reading, String event) {
    return recordLags(reading, event, Measure.MONTHS);
  }

  /**
   * The same by either measure of closeness.
   *
   * @param reading how the rulers are read
   * @param event the model in question
   * @param measure in what closeness is measured
   * @return its joint lags, in months or in standard deviations; empty if the event is no record on
   *     any ruler, or in score only on rulers whose records so far do not tell a deviation
   */
  public Optional<JointLags> recordLags(Reading reading, String event, Measure measure) {
    Map<String, FrontierLag> read = new LinkedHashMap<>();
    Map<String, List<Lag>> lags = new LinkedHashMap<>();
    for (String ruler : ruling) {
      if (rulers.has(ruler, reading)) {
        FrontierLag lag = rulers.lag(ruler, reading);
        read.put(ruler, lag);
        lags.put(ruler, lag.atRecords());
      }
    }
    return joint(event, read, lags, measure);
  }

  /**
   * The lags, on the index, of every Chinese model that was its developer's best at its release, up
   * to an event.
   *
   * @param reading how the index is read
   * @param event the model in question
   * @param measure in what closeness is measured
   * @return its joint lags, in months or in standard deviations; empty if the event was not its
   *     developer's best
   */
  public Optional<JointLags> developersBestLags(Reading reading, String event, Measure measure) {
    String ruler = CapabilityRulers.INDEX;
    FrontierLag lag = rulers.lag(ruler, reading);
    Map<String, List<Release>> byDeveloper =
        rulers.releases(ruler, reading, Scored::chinese).stream()
            .collect(Collectors.groupingBy(Release::developer, TreeMap::new, Collectors.toList()));
    List<Lag> bests =
        byDeveloper.values().stream()
            .flatMap(own -> Frontier.of(own).records().stream())
            .sorted(Comparator.comparing(Release::date).thenComparing(Release::name))
            .map(lag::of)
            .toList();
    return joint(event, Map.of(ruler, lag), Map.of(ruler, bests), measure);
  }

  private static Optional<JointLags> joint(
      String event, Map<String, FrontierLag> rulers, Map<String, List<Lag>> lags, Measure measure) {
    Optional<LocalDate> date =
        lags.values().stream()
            .flatMap(List::stream)
            .filter(lag -> lag.name().equals(event))
            .map(Lag::date)
            .min(Comparator.naturalOrder());
    if (date.isEmpty()) {
      return Optional.empty();
    }
    Predicate<Lag> upToTheEvent =
        lag -> lag.date().isBefore(date.get()) || lag.name().equals(event);
    Map<String, Map<String, Double>> table = new LinkedHashMap<>();
    Map<String, LocalDate> first = new TreeMap<>();
    lags.forEach(
        (ruler, all) -> {
          List<Lag> counted = all.stream().filter(upToTheEvent).toList();
          Map<String, Double> closeness = new LinkedHashMap<>();
          for (Lag lag : measured(rulers.get(ruler), counted, upToTheEvent, measure)) {
            closeness.putIfAbsent(lag.name(), lag.months());
            first.merge(lag.name(), lag.date(), (a, b) -> a.isBefore(b) ? a : b);
          }
          table.put(ruler, closeness);
        });
    if (!first.containsKey(event)) {
      return Optional.empty();
    }
    first.remove(event);
    List<String> models = new ArrayList<>(first.keySet());
    models.sort(Comparator.comparing(first::get));
    models.add(event);
    return Optional.of(new JointLags(event, models, table));
  }

  /**
   * Lags as they are, or the distances in score in their place: none where the ruler has no two
   * records whose distances differ, since the deviation that would be the unit is not known.
   */
  private static List<Lag> measured(
      FrontierLag ruler, List<Lag> lags, Predicate<Lag> upToTheEvent, Measure measure) {
    if (measure == Measure.MONTHS) {
      return lags;
    }
    double[] gaps =
        ruler.atRecords().stream()
            .filter(upToTheEvent)
            .flatMapToDouble(lag -> gap(ruler, lag).stream())
            .toArray();
    double spread = gaps.length < 2 ? 0 : Math.sqrt(StatUtils.variance(gaps));
    if (!(spread > 0)) {
      return List.of();
    }
    return lags.stream()
        .flatMap(lag -> gap(ruler, lag).stream().mapToObj(gap -> lag.withMonths(gap / spread)))
        .toList();
  }

  /** How far the leader's best score of the day lies above a model's. */
  private static OptionalDouble gap(FrontierLag ruler, Lag lag) {
    return ruler
        .leader()
        .recordOn(lag.date())
        .map(best -> OptionalDouble.of(best.score() - lag.score()))
        .orElse(OptionalDouble.empty());
  }

  private Optional<JointLags> lags(Comparison comparison) {
    return comparison.set() == ReferenceSet.RECORDS
        ? recordLags(comparison.reading(), R1, comparison.measure())
        : developersBestLags(comparison.reading(), R1, comparison.measure());
  }

  private Outcome estimate(
      Function<Comparison, Optional<JointLags>> data, Specification specification) {
    Optional<JointLags> found =
        data.apply(
            new Comparison(
                referenceSet.in(specification),
                reading.apply(specification),
                measure.in(specification)));
    if (found.isEmpty()) {
      return Outcome.unusable("R1 is not among the models compared");
    }
    JointLags lags = found.get();
    return earlierModels
        .unmet(lags.models().size() - 1)
        .map(Outcome::unusable)
        .orElseGet(
            () ->
                Outcome.of(
                    Evidence.of("lag_minus_mean", lags.eventMinusMean())
                        .and("permutation_p", lags.permutationP())));
  }

  /** The draw of a world stands for the default comparison alone. */
  private static Function<Comparison, Optional<JointLags>> drawn(JointLags lags) {
    return comparison -> {
      if (!comparison.equals(Comparison.DEFAULT)) {
        throw new IllegalArgumentException("lags are drawn for the default comparison alone");
      }
      return Optional.of(lags);
    };
  }

  Trial<?> trial() {
    JointLags real = lags(Comparison.DEFAULT).orElseThrow();
    LagNoise noise = LagNoise.of(real);
    return Trial.<Function<Comparison, Optional<JointLags>>>of(
        proposition,
        "rulers together",
        this::lags,
        YearMonth.from(releaseOfR1),
        this::estimate,
        (sizes, random) -> drawn(simulate(real, noise, sizes, random)));
  }

  Examination examination() {
    return Examination.of(proposition, List.of(trial()));
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
        .filter(lags -> lags.models().size() > LEAST_EARLIER_MOMENTS)
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
  private static JointLags simulate(
      JointLags real, LagNoise noise, WorldSizes sizes, RandomGenerator random) {
    double eventOverMean = eventOverMean(sizes);
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
          Autoregression.fitErrors(shared, 1), freedom > 0 ? Math.sqrt(squares / freedom) : 0);
    }

    private static double mean(List<Double> values) {
      return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
  }

  /** A world whose R1 is drawn from the earlier ones has the mean of the earlier ones. */
  private static double eventOverMean(WorldSizes sizes) {
    return sizes.has("lag_drawn_from_earlier") ? 1 : sizes.of("lag_over_earlier_mean");
  }

  /**
   * The power of 6a under the other reading of its true world: R1's lag is exactly the registered
   * share of each ruler's mean, and only the earlier models scatter. Shown, and not used: the rules
   * say that the noise is the same in both worlds.
   *
   * @param machinery the registered number of draws
   * @return share of draws that meet "holds"
   */
  public double powerWithoutNoiseOnR1(Machinery machinery) {
    JointLags real = lags(Comparison.DEFAULT).orElseThrow();
    LagNoise noise = LagNoise.of(real);
    WorldSizes sizes = proposition.worlds(World.T).get(0);
    Specification specification = trial().defaultSpecification();
    return IntStream.range(0, machinery.draws())
            .filter(
                draw -> {
                  JointLags lags = simulate(real, noise, sizes, new SplittableRandom(draw));
                  lags.lags()
                      .forEach(
                          (ruler, own) ->
                              own.computeIfPresent(
                                  R1,
                                  (model, lag) ->
                                      eventOverMean(sizes)
                                          * JointLags.mean(
                                              real.lags().get(ruler), name -> !name.equals(R1))));
                  Outcome outcome = estimate(drawn(lags), specification);
                  return outcome instanceof Outcome.Usable usable
                      && proposition.standing(usable.evidence()) == Standing.HOLDS;
                })
            .count()
        / (double) machinery.draws();
  }

  /**
   * What each ruler of the claim says of R1 by itself, in months.
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
                          CapabilityRulers.title(ruler),
                          average(before),
                          before.length,
                          Arrays.stream(before).min().orElse(Double.NaN),
                          r1.months(),
                          average(after),
                          after.length)));
    }
    return rows;
  }

  /**
   * What each ruler of the claim says of R1 by itself, in score.
   *
   * @param reading how the rulers are read
   * @return one row a ruler on which R1 is a record, with an earlier record and a leader that day
   */
  public List<GapAtR1> gapsAtR1(Reading reading) {
    List<GapAtR1> rows = new ArrayList<>();
    for (String ruler : ruling) {
      FrontierLag lag = rulers.lag(ruler, reading);
      List<Lag> all = lag.atRecords();
      Optional<Lag> r1 = all.stream().filter(one -> one.name().equals(R1)).findFirst();
      Optional<Lag> closest =
          all.stream()
              .filter(one -> one.date().isBefore(releaseOfR1) && gap(lag, one).isPresent())
              .min(Comparator.comparingDouble(one -> gap(lag, one).getAsDouble()));
      if (r1.isPresent() && closest.isPresent()) {
        double gap = gap(lag, r1.get()).getAsDouble();
        rows.add(
            new GapAtR1(
                CapabilityRulers.title(ruler),
                r1.get().score() + gap,
                r1.get().score(),
                gap,
                gap(lag, closest.get()).getAsDouble(),
                closest.get().name()));
      }
    }
    return rows;
  }

  private static double[] months(List<Lag> lags, Predicate<Lag> which) {
    return lags.stream().filter(which).mapToDouble(Lag::months).toArray();
  }

  private static double average(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }
}
