package speedbump.analysis.deepseek;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import speedbump.analysis.shared.CapabilityRulers;
import speedbump.analysis.shared.CapabilityRulers.Reading;
import speedbump.analysis.shared.CapabilityRulers.Scored;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.model.ComputeTrend;
import speedbump.model.ComputeTrend.DateTerm;
import speedbump.model.ComputeTrend.Direction;
import speedbump.model.ComputeTrend.TrainedModel;
import speedbump.model.Frontier;
import speedbump.model.Release;
import speedbump.stats.Autoregression;

/** Proposition 6b: DeepSeek needed less compute than the frontier's efficiency trend forecast. */
public final class Efficiency {
  private static final String DEVELOPER = "DeepSeek";
  private static final String INDEX = CapabilityRulers.INDEX_2026;

  private final Proposition proposition;
  private final Data data;
  private final Option<String> event;
  private final Option<String> vintage;
  private final Option<Sample> sample;
  private final Option<Direction> direction;
  private final Option<DateTerm> dateTerm;

  Efficiency(Proposition proposition, CapabilityRulers rulers) {
    this.proposition = proposition;
    this.event =
        Option.of(proposition, "event", Map.of("R1", CapabilityRulers.R1, "V3", Deepseek.V3));
    this.vintage =
        Option.of(
            proposition,
            "vintage",
            Map.of("2026-04-19", INDEX, "2025-12-19", CapabilityRulers.INDEX_2025));
    this.sample = Option.of(proposition, "sample", Sample.values(), value -> value.option);
    this.direction =
        Option.of(
            proposition,
            "direction",
            Map.of(
                "compute on score",
                Direction.COMPUTE_ON_SCORE,
                "score on compute",
                Direction.SCORE_ON_COMPUTE));
    this.dateTerm =
        Option.of(
            proposition, "date", Map.of("linear", DateTerm.LINEAR, "by year", DateTerm.BY_YEAR));
    this.data = Data.of(rulers);
  }

  /** Which models the trend is fitted to, DeepSeek's own left out. */
  public enum Sample {
    /** Every model. */
    ALL("all"),
    /** Those of US developers. */
    US("US"),
    /** Those of whose compute the publisher is confident. */
    CONFIDENT("confident estimates only"),
    /** Those that were the best of all countries at their release. */
    FRONTIER("frontier only");

    private final String option;

    Sample(String option) {
      this.option = option;
    }
  }

  /** By vintage: the scores of models whose compute is held, and the models of the frontier. */
  private record Data(Map<String, List<Scored>> scored, Map<String, Set<String>> frontier) {
    static Data of(CapabilityRulers rulers) {
      Map<String, List<Scored>> scored = new LinkedHashMap<>();
      Map<String, Set<String>> frontier = new LinkedHashMap<>();
      for (String index : List.of(INDEX, CapabilityRulers.INDEX_2025)) {
        scored.put(
            index, rulers.scored(index).stream().filter(row -> row.computeFlop() > 0).toList());
        frontier.put(
            index,
            Frontier.of(rulers.releases(index, Reading.DEFAULT, row -> true)).records().stream()
                .map(Release::name)
                .collect(Collectors.toSet()));
      }
      return new Data(scored, frontier);
    }

    List<Scored> sample(String index, Sample sample) {
      Predicate<Scored> which =
          switch (sample) {
            case ALL -> row -> true;
            case US -> Scored::american;
            case CONFIDENT -> Scored::computeConfident;
            case FRONTIER -> row -> frontier.get(index).contains(row.model());
          };
      return oneAModel(index, which.and(row -> !row.developer().contains(DEVELOPER)));
    }

    Optional<Scored> event(String index, String model) {
      return oneAModel(index, row -> row.model().equals(model)).stream().findFirst();
    }

    /** The first row of each model, of one day the best, by date. */
    private List<Scored> oneAModel(String index, Predicate<Scored> which) {
      Comparator<Scored> order =
          Comparator.comparing(Scored::date)
              .thenComparing(Comparator.comparingDouble(Scored::score).reversed());
      Map<String, Scored> first = new TreeMap<>();
      for (Scored row : scored.get(index)) {
        if (which.test(row)) {
          first.merge(row.model(), row, (a, b) -> order.compare(a, b) <= 0 ? a : b);
        }
      }
      return first.values().stream()
          .sorted(Comparator.comparing(Scored::date).thenComparing(Scored::model))
          .toList();
    }

    Data with(String index, List<Scored> rows) {
      return new Data(Map.of(index, rows), frontier);
    }
  }

  private static TrainedModel trained(Scored row) {
    return new TrainedModel(
        row.model(), row.developer(), row.date(), row.score(), row.computeFlop());
  }

  private static List<TrainedModel> trained(List<Scored> rows) {
    return rows.stream().map(Efficiency::trained).toList();
  }

  /**
   * The models that a trend is fitted to, DeepSeek's own left out.
   *
   * @param index one of the two vintages of the index
   * @param which which of them
   * @return the models in order of date, one row a model
   */
  public List<TrainedModel> sample(String index, Sample which) {
    return trained(data.sample(index, which));
  }

  /**
   * A model of DeepSeek with its compute.
   *
   * @param index one of the two vintages of the index
   * @param model its name
   * @return the model; empty if the vintage has no compute for it
   */
  public Optional<TrainedModel> event(String index, String model) {
    return data.event(index, model).map(Efficiency::trained);
  }

  private Outcome estimate(Data from, Specification specification) {
    String index = vintage.in(specification);
    String name = event.in(specification);
    Optional<Scored> model = from.event(index, name);
    if (model.isEmpty()) {
      return Outcome.unusable("this vintage has no compute for " + specification.option("event"));
    }
    Optional<ComputeTrend> trend =
        ComputeTrend.fit(
            trained(from.sample(index, sample.in(specification))),
            direction.in(specification),
            dateTerm.in(specification));
    if (trend.isEmpty()) {
      return Outcome.unusable("too few models to fit");
    }
    return trend
        .get()
        .residual(trained(model.get()))
        .map(residual -> Outcome.of(Evidence.of("residual_prediction_sd", residual.predictionSd())))
        .orElseGet(() -> Outcome.unusable("no model of the event's year to fit"));
  }

  Examination examination() {
    Scored r1 = data.event(INDEX, CapabilityRulers.R1).orElseThrow();
    List<Scored> all = data.sample(INDEX, Sample.ALL);
    ComputeTrend trend =
        ComputeTrend.fit(trained(all), Direction.COMPUTE_ON_SCORE, DateTerm.LINEAR).orElseThrow();
    Autoregression noise = Autoregression.fitFirstOrder(trend.leastSquares().residuals());
    double expected = Math.log10(trend.residual(trained(r1)).orElseThrow().predictedFlop());
    return Examination.of(
        proposition,
        List.of(
            Trial.of(
                proposition,
                "compute trend",
                data,
                YearMonth.from(r1.date()),
                this::estimate,
                (sizes, random) ->
                    data.with(INDEX, simulate(all, r1, trend, noise, expected, sizes, random)))));
  }

  /** The models with other computes around their trend, and R1 with a multiple of its forecast. */
  private static List<Scored> simulate(
      List<Scored> all,
      Scored r1,
      ComputeTrend trend,
      Autoregression noise,
      double expected,
      WorldSizes sizes,
      RandomGenerator random) {
    double[] residuals = trend.leastSquares().residuals();
    double[] drawn = noise.simulate(residuals.length + 1, random);
    double log10 =
        expected + Math.log10(sizes.of("compute_over_foretold")) + drawn[residuals.length];
    Stream.Builder<Scored> rows = Stream.builder();
    for (int i = 0; i < residuals.length; i++) {
      double real = trend.sample().get(i).log10Compute();
      rows.add(all.get(i).withLog10Compute(real - residuals[i] + drawn[i]));
    }
    return rows.add(r1.withLog10Compute(log10)).build().toList();
  }
}
