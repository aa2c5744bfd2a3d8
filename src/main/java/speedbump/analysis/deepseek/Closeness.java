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
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
  private final Minimum earlierModels;

  Closeness(Proposition proposition, CapabilityRulers rulers, List<String> ruling) {
    this.proposition = proposition;
    this.rulers = rulers;
    this.ruling = ruling;
    this.releaseOfR1 = rulers.release(R1);
    this.referenceSet =
        Option.of(proposition, "reference set", ReferenceSet.values(), set -> set.option);
    this.reading = Reading.of(proposition);
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

  /** What a specification compares: the data of 6a are the joint lags of every comparison. */
  private record Comparison(ReferenceSet set, Reading reading) {
    static final Comparison DEFAULT = new Comparison(ReferenceSet.RECORDS, Reading.DEFAULT);
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
   * One ruler's word on R1: the lags at Chinese records before, at and after it.
   *
   * @param ruler the ruler's name for a reader
   * @param beforeMonths mean lag of the records before R1
   * @param recordsBefore their number
   * @param atR1Months R1's lag
   * @param afterMonths mean lag of the records after R1
   * @param recordsAfter their number
   */
  public record RulerOnR1(
      String ruler,
      double beforeMonths,
      int recordsBefore,
      double atR1Months,
      double afterMonths,
      int recordsAfter) {}

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

  private Optional<JointLags> lags(Comparison comparison) {
    return comparison.set() == ReferenceSet.RECORDS
        ? recordLags(comparison.reading(), R1)
        : developersBestLags(comparison.reading(), R1);
  }

  private Outcome estimate(
      Function<Comparison, Optional<JointLags>> data, Specification specification) {
    Optional<JointLags> found =
        data.apply(new Comparison(referenceSet.in(specification), reading.apply(specification)));
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
                    Evidence.of("lag_minus_mean_months", lags.eventMinusMean())
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
          Autoregression.fitFirstOrder(shared), freedom > 0 ? Math.sqrt(squares / freedom) : 0);
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
                          CapabilityRulers.title(ruler),
                          average(before),
                          before.length,
                          r1.months(),
                          average(after),
                          after.length)));
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
