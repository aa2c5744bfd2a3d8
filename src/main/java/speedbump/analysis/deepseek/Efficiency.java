package speedbump.analysis.deepseek;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumMap;
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
import speedbump.analysis.shared.CapabilityRulers.Vintage;
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
  private static final String INDEX = CapabilityRulers.INDEX;

  private static final Vintage NEWEST = Reading.DEFAULT.vintage();

  private final Proposition proposition;
  private final Data data;
  private final Option<String> event;
  private final Option<Vintage> vintage;
  private final Option<Boolean> onlyByTheEvent;
  private final Option<Sample> sample;
  private final Option<Direction> direction;
  private final Option<DateTerm> dateTerm;

  Efficiency(Proposition proposition, CapabilityRulers rulers) {
    this.proposition = proposition;
    this.event =
        Option.of(proposition, "event", Map.of("R1", CapabilityRulers.R1, "V3", Deepseek.V3));
    this.vintage = Vintage.option(proposition);
    this.onlyByTheEvent =
        Option.of(
            proposition,
            "models",
            Map.of("all models", false, "only those released by the event", true));
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
  private record Data(Map<Vintage, List<Scored>> scored, Map<Vintage, Set<String>> frontier) {
    static Data of(CapabilityRulers rulers) {
      Map<Vintage, List<Scored>> scored = new EnumMap<>(Vintage.class);
      Map<Vintage, Set<String>> frontier = new EnumMap<>(Vintage.class);
      for (Vintage vintage : Vintage.values()) {
        scored.put(
            vintage,
            rulers.scored(INDEX, vintage).stream().filter(row -> row.computeFlop() > 0).toList());
        frontier.put(
            vintage,
            Frontier.of(rulers.releases(INDEX, Reading.DEFAULT.of(vintage), row -> true))
                .records()
                .stream()
                .map(Release::name)
                .collect(Collectors.toSet()));
      }
      return new Data(scored, frontier);
    }

    List<Scored> sample(Vintage index, Sample sample) {
      Predicate<Scored> which =
          switch (sample) {
            case ALL -> row -> true;
            case US -> Scored::american;
            case CONFIDENT -> Scored::computeConfident;
            case FRONTIER -> row -> frontier.get(index).contains(row.model());
          };
      return oneAModel(index, which.and(row -> !row.developer().contains(DEVELOPER)));
    }

    Optional<Scored> event(Vintage index, String model) {
      return oneAModel(index, row -> row.model().equals(model)).stream()
          .filter(row -> index != Vintage.DECEMBER_2025 || !model.equals(Deepseek.V3))
          .findFirst();
    }

    /** The first row of each model, of one day the best, by date. */
    private List<Scored> oneAModel(Vintage index, Predicate<Scored> which) {
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

    Data with(Vintage index, List<Scored> rows) {
      return new Data(Map.of(index, rows), frontier);
    }
  }

  /**
   * A model of DeepSeek beside the trend of the others.
   *
   * @param model its name
   * @param computeFlop its training compute
   * @param predictedFlop what the trend predicts for its score and date
   * @param shareOfPredicted the one over the other
   * @param predictionSd their distance in standard deviations of a prediction; negative means less
   *     compute than predicted
   * @param models models that the trend is fitted to
   */
  public record BesideTrend(
      String model,
      double computeFlop,
      double predictedFlop,
      double shareOfPredicted,
      double predictionSd,
      int models) {}

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
   * @param index a vintage of the index
   * @param which which of them
   * @return the models in order of date, one row a model
   */
  public List<TrainedModel> sample(Vintage index, Sample which) {
    return trained(data.sample(index, which));
  }

  /**
   * A model of DeepSeek with its compute.
   *
   * @param index a vintage of the index
   * @param model its name
   * @return the model; empty if the vintage has no compute for it, or shows another under its name
   */
  public Optional<TrainedModel> event(Vintage index, String model) {
    return data.event(index, model).map(Efficiency::trained);
  }

  /**
   * R1 and V3 beside the trend of compute on score and date, in the newest vintage.
   *
   * @param which which models the trend is fitted to
   * @param onlyReleased whether only models released by the event's day count
   * @return one row a model of DeepSeek that the trend can be read for
   */
  public List<BesideTrend> besideTrend(Sample which, boolean onlyReleased) {
    return Stream.of(CapabilityRulers.R1, Deepseek.V3)
        .flatMap(name -> event(NEWEST, name).stream())
        .flatMap(
            model -> {
              List<TrainedModel> fitted =
                  sample(NEWEST, which).stream()
                      .filter(one -> !onlyReleased || !one.date().isAfter(model.date()))
                      .toList();
              return ComputeTrend.fit(fitted, Direction.COMPUTE_ON_SCORE, DateTerm.LINEAR)
                  .flatMap(trend -> trend.residual(model))
                  .map(
                      residual ->
                          new BesideTrend(
                              model.name(),
                              model.computeFlop(),
                              residual.predictedFlop(),
                              model.computeFlop() / residual.predictedFlop(),
                              residual.predictionSd(),
                              fitted.size()))
                  .stream();
            })
        .toList();
  }

  private Outcome estimate(Data from, Specification specification) {
    Vintage index = vintage.in(specification);
    String name = event.in(specification);
    Optional<Scored> model = from.event(index, name);
    if (model.isEmpty()) {
      return Outcome.unusable(
          "this vintage has no compute for %s, or shows a later model under its name"
              .formatted(specification.option("event")));
    }
    boolean later = !onlyByTheEvent.in(specification);
    LocalDate day = model.get().date();
    List<Scored> models =
        from.sample(index, sample.in(specification)).stream()
            .filter(row -> later || !row.date().isAfter(day))
            .toList();
    Optional<ComputeTrend> trend =
        ComputeTrend.fit(trained(models), direction.in(specification), dateTerm.in(specification));
    if (trend.isEmpty()) {
      return Outcome.unusable("too few models to fit");
    }
    Optional<String> wrongWay = trend.get().wrongWay();
    if (wrongWay.isPresent()) {
      return Outcome.unusable(wrongWay.get());
    }
    return trend
        .get()
        .residual(trained(model.get()))
        .map(residual -> Outcome.of(Evidence.of("residual_prediction_sd", residual.predictionSd())))
        .orElseGet(() -> Outcome.unusable("no model of the event's year to fit"));
  }

  Examination examination() {
    Scored r1 = data.event(NEWEST, CapabilityRulers.R1).orElseThrow();
    List<Scored> all = data.sample(NEWEST, Sample.ALL);
    ComputeTrend trend =
        ComputeTrend.fit(trained(all), Direction.COMPUTE_ON_SCORE, DateTerm.LINEAR).orElseThrow();
    Autoregression noise = trend.noise();
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
                    data.with(NEWEST, simulate(all, r1, trend, noise, expected, sizes, random)))));
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
