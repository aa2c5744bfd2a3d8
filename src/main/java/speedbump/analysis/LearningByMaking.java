package speedbump.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Group;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Registry;
import speedbump.claim.Simulation;
import speedbump.claim.Specification;
import speedbump.claim.World;
import speedbump.claim.Worlds;
import speedbump.data.Catalog;
import speedbump.model.CostLaw;
import speedbump.model.CostSeries;
import speedbump.model.Hindcast;
import speedbump.model.Hindcast.FutureOutput;
import speedbump.model.LearningCurve;
import speedbump.model.LearningCurve.Driver;
import speedbump.model.LearningCurve.Form;
import speedbump.model.TwoFactors;
import speedbump.stats.Autoregression;
import speedbump.stats.DieboldMariano;
import speedbump.stats.Interval;
import speedbump.stats.PooledSlope;
import speedbump.stats.PooledSlope.Control;
import speedbump.stats.PooledSlope.Weights;
import speedbump.stats.Student;
import tech.tablesaw.api.Row;

/**
 * Claim 7: are technology and industry inseparable? What can be measured of it is learning by
 * making: whether costs fall with what has been made, or only with time.
 */
public final class LearningByMaking {
  /** The series of the world's solar modules. */
  public static final String SOLAR = "energy/solar_world";

  /** The series of lithium-ion cells. */
  public static final String LITHIUM_ION = "noncommercial/lithium_ion";

  /** Years with a point that a series needs unless a choice asks for more. */
  public static final int LEAST_YEARS = 10;

  /** The coverage of every interval here. */
  public static final double LEVEL = 0.95;

  private static final String PERFORMANCE_CURVES = "energy/performance_curves";
  private static final int FIRST_YEARS_LEFT_OUT = 5;

  private final Map<String, CostSeries> series;
  private final List<String> standing;

  private LearningByMaking(Map<String, CostSeries> series, List<String> standing) {
    this.series = series;
    this.standing = standing;
  }

  /**
   * How fast one technology learned.
   *
   * @param series its costs
   * @param exponent the learning exponent with its interval after Newey and West
   */
  public record Learner(CostSeries series, Interval exponent) {
    /**
     * Whether the exponent is above 0 with confidence.
     *
     * @return whether the lower bound is above 0
     */
    public boolean significant() {
      return exponent.lower() > 0;
    }
  }

  /**
   * Both laws at one horizon, over all technologies and origins; each technology weighs the same.
   *
   * @param steps points after the origin
   * @param technologies those that reach so far
   * @param wrightRms root mean squared miss by experience, natural logarithm of cost
   * @param mooreRms the same by time
   * @param wrightCoverage share of what came inside the 95 % forecast interval of experience
   * @param mooreCoverage the same of time
   */
  public record Horizon(
      int steps,
      int technologies,
      double wrightRms,
      double mooreRms,
      double wrightCoverage,
      double mooreCoverage) {}

  /**
   * The cost of one technology on the cumulative output of another.
   *
   * @param cost whose cost
   * @param output whose output
   * @param years common years
   * @param learns whether the exponent is above 0 with confidence
   */
  public record Stranger(String cost, String output, int years, boolean learns) {}

  /**
   * The pooled exponent with and without a control for time.
   *
   * @param controlled with it
   * @param uncontrolled without it
   * @param technologies pooled
   */
  public record Pooled(Interval controlled, Interval uncontrolled, int technologies) {}

  /**
   * Loads what the claim needs.
   *
   * @param catalog the collection's tables
   * @return the analysis of claim 7
   */
  public static LearningByMaking of(Catalog catalog) {
    Map<String, List<double[]>> points = new LinkedHashMap<>();
    for (Row row : catalog.table(PERFORMANCE_CURVES)) {
      points
          .computeIfAbsent(row.getString("technology"), name -> new ArrayList<>())
          .add(
              new double[] {
                row.getDouble("time_year"),
                row.getDouble("unit_cost"),
                row.getDouble("cumulative_output_before")
              });
    }
    points.put(SOLAR, solar(catalog));
    points.put(LITHIUM_ION, lithiumIon(catalog));
    Map<String, CostSeries> series = new LinkedHashMap<>();
    points.forEach(
        (name, own) ->
            series.put(name, CostSeries.of(name, column(own, 0), column(own, 1), column(own, 2))));
    List<String> standing = new ArrayList<>();
    for (Row row : catalog.table("claims/learning_series")) {
      if (row.getBoolean("stands")) {
        standing.add(row.getString("series"));
      }
    }
    return new LearningByMaking(series, standing);
  }

  static double[] column(List<double[]> points, int column) {
    return points.stream().mapToDouble(point -> point[column]).toArray();
  }

  /** The capacity at the end of a year is the output before the next. */
  private static List<double[]> solar(Catalog catalog) {
    List<double[]> points = new ArrayList<>();
    double before = 0;
    for (Row row : catalog.table(SOLAR)) {
      if (before > 0) {
        points.add(
            new double[] {row.getInt("year"), row.getDouble("module_price_2023usd_per_w"), before});
      }
      before =
          row.isMissing("cumulative_capacity_mw") ? 0 : row.getDouble("cumulative_capacity_mw");
    }
    return points;
  }

  private static List<double[]> lithiumIon(Catalog catalog) {
    List<double[]> points = new ArrayList<>();
    double before = 0;
    for (Row row : catalog.table(LITHIUM_ION)) {
      if (before > 0) {
        points.add(
            new double[] {
              row.getInt("year"), row.getDouble("price_all_cells_2018usd_per_kwh"), before
            });
      }
      if (row.isMissing("market_size_all_mwh_per_year")) {
        if (before > 0) {
          break;
        }
      } else {
        before += row.getDouble("market_size_all_mwh_per_year");
      }
    }
    return points;
  }

  /**
   * One series, whether or not it stands for a technology.
   *
   * @param name its name in the table of series
   * @return the series
   * @throws IllegalArgumentException if there is none of the name
   */
  public CostSeries series(String name) {
    if (!series.containsKey(name)) {
      throw new IllegalArgumentException("no series '%s'".formatted(name));
    }
    return series.get(name);
  }

  /**
   * The same analysis with another guess of what was made before each series begins.
   *
   * @param factor the new guess over the one that the series hold, positive
   * @return the analysis of the other series
   * @throws IllegalArgumentException if the factor is not positive and finite
   */
  public LearningByMaking withPriorOutput(double factor) {
    Map<String, CostSeries> other = new LinkedHashMap<>();
    series.forEach((name, one) -> other.put(name, one.withPriorOutput(factor)));
    return new LearningByMaking(other, standing);
  }

  /**
   * The series that stand for a technology and are long enough, in the order of their table.
   *
   * @param leastYears years with a point
   * @return one series a technology
   */
  public List<CostSeries> technologies(int leastYears) {
    return standing.stream()
        .map(this::series)
        .filter(one -> one.yearsWithPoint() >= leastYears)
        .toList();
  }

  // ---- 7a: cost falls with cumulative output

  /**
   * How fast each technology learned.
   *
   * @param form how the curve is fitted
   * @param leastYears years with a point, those left out not counted
   * @param leftOut first points left out
   * @return one learner a technology
   */
  public List<Learner> learners(Form form, int leastYears, int leftOut) {
    return technologies(leastYears + leftOut).stream()
        .map(one -> one.between(leftOut, one.size()))
        .map(
            one ->
                new Learner(one, LearningCurve.fit(one, Driver.EXPERIENCE, form).neweyWest(LEVEL)))
        .toList();
  }

  private Outcome learning(Specification specification, Form form) {
    int leftOut = specification.option("first year").equals("all years") ? 0 : FIRST_YEARS_LEFT_OUT;
    List<Learner> learners = learners(form, years(specification.option("least length")), leftOut);
    return share(learners.stream().filter(Learner::significant).count() / (double) learners.size());
  }

  private static int years(String option) {
    return switch (option) {
      case "10 years" -> 10;
      case "15 years" -> 15;
      default -> throw new IllegalArgumentException("no length '%s'".formatted(option));
    };
  }

  private static Outcome share(double share) {
    return Outcome.of(Evidence.of("significant_technologies_share", share));
  }

  private Group learningGroup(Proposition proposition, int draws, String name, Form form) {
    List<CostSeries> real = technologies(LEAST_YEARS);
    double exponent =
        -Math.log(1 - proposition.worldParameter(World.T, "learning_rate_per_doubling"))
            / Math.log(2);
    double drift = proposition.worldParameter(World.F, "drift_per_year");
    List<Autoregression> noise =
        real.stream()
            .map(
                one ->
                    Autoregression.fitFirstOrder(
                        LearningCurve.fit(one, Driver.EXPERIENCE, form).leastSquares().residuals()))
            .toList();
    double[] critical =
        real.stream()
            .mapToDouble(
                one -> {
                  int freedom =
                      LearningCurve.fit(one, Driver.EXPERIENCE, form)
                          .leastSquares()
                          .degreesOfFreedom();
                  return Student.quantile((1 + LEVEL) / 2, freedom);
                })
            .toArray();
    Simulation whenTrue =
        random ->
            drawnShare(
                real,
                critical,
                form,
                i -> follower(real.get(i), form, exponent, noise.get(i), random));
    double[] sd = real.stream().mapToDouble(LearningByMaking::stepSd).toArray();
    Simulation whenFalse =
        random ->
            drawnShare(real, critical, form, i -> randomWalk(real.get(i), drift, sd[i], random));
    return new Group(
        name,
        proposition.choices().stream()
            .filter(choice -> form != Form.LEVELS || !choice.name().equals("error correction"))
            .toList(),
        specification -> learning(specification, form(form, specification)),
        Optional.of(new Worlds(draws, whenTrue, whenFalse)));
  }

  /** Error correction is a term of the equation in differences; levels have nothing to correct. */
  private static Form form(Form form, Specification specification) {
    return form == Form.FIRST_DIFFERENCES && specification.option("error correction").equals("with")
        ? Form.ERROR_CORRECTION
        : form;
  }

  private static Outcome drawnShare(
      List<CostSeries> real, double[] critical, Form form, IntFunction<double[]> logCost) {
    int significant = 0;
    for (int i = 0; i < critical.length; i++) {
      LearningCurve curve =
          LearningCurve.fit(real.get(i).withLogCost(logCost.apply(i)), Driver.EXPERIENCE, form);
      significant += curve.exponent() > critical[i] * curve.standardError() ? 1 : 0;
    }
    return share(significant / (double) critical.length);
  }

  /** A cost that follows the real output, with noise of the shape in which it is fitted. */
  private static double[] follower(
      CostSeries real, Form form, double exponent, Autoregression noise, RandomGenerator random) {
    double[] output = real.logOutput();
    if (form == Form.LEVELS) {
      double[] drawn = noise.simulate(CostSeries.differences(real.years()), random);
      for (int t = 0; t < drawn.length; t++) {
        drawn[t] -= exponent * output[t];
      }
      return drawn;
    }
    double[] steps = noise.simulate(output.length - 1, random);
    for (int t = 0; t < steps.length; t++) {
      steps[t] -= exponent * (output[t + 1] - output[t]);
    }
    return walk(steps);
  }

  private static double[] randomWalk(
      CostSeries real, double drift, double sd, RandomGenerator random) {
    double[] steps = CostSeries.differences(real.years());
    for (int t = 0; t < steps.length; t++) {
      steps[t] = drift * steps[t] + sd * Math.sqrt(steps[t]) * random.nextGaussian();
    }
    return walk(steps);
  }

  private static double stepSd(CostSeries series) {
    double[] steps = CostSeries.differences(series.logCost());
    double mean = Arrays.stream(steps).average().orElseThrow();
    double squares = Arrays.stream(steps).map(step -> (step - mean) * (step - mean)).sum();
    return Math.sqrt(squares / (steps.length - 1));
  }

  private static double[] walk(double[] steps) {
    double[] path = new double[steps.length + 1];
    for (int t = 0; t < steps.length; t++) {
      path[t + 1] = path[t] + steps[t];
    }
    return path;
  }

  // ---- 7b: experience forecasts better than time alone

  /**
   * The vote of each technology in the half-sample hindcast, in the order of {@link #technologies}.
   *
   * @param future what Wright's law knows of output
   * @return one number a technology, above 0 where experience forecast better
   */
  public double[] votes(FutureOutput future) {
    return technologies(LEAST_YEARS).stream()
        .mapToDouble(one -> Hindcast.vote(Hindcast.halfSample(one, future)))
        .toArray();
  }

  /**
   * Wright against Moore by horizon, from every origin with at least {@value LawContest#LEAST_PAST}
   * points before it.
   *
   * @param future what Wright's law knows of output
   * @param farthest the largest number of steps
   * @return one row a number of steps
   */
  public List<Horizon> horizons(FutureOutput future, int farthest) {
    LawContest contest = LawContest.of(technologies(LEAST_YEARS));
    LawContest.ByHorizon wright = contest.onAllPoints(CostLaw.WRIGHT, future, farthest);
    LawContest.ByHorizon moore = contest.onAllPoints(CostLaw.MOORE, future, farthest);
    return wright
        .reached()
        .mapToObj(
            steps ->
                new Horizon(
                    steps,
                    wright.technologies()[steps],
                    wright.rms(steps),
                    moore.rms(steps),
                    wright.coverage(steps),
                    moore.coverage(steps)))
        .toList();
  }

  private static Outcome contest(double[] votes) {
    DieboldMariano test = DieboldMariano.of(votes, 0);
    return Outcome.of(
        Evidence.of("experience_better_p", test.pSecondBetter())
            .and("time_better_p", test.pFirstBetter())
            .and("mean_vote", test.meanDifference()));
  }

  private List<Group> contestGroups(Proposition proposition, int draws) {
    List<Maker> makers = makers(LEAST_YEARS);
    double whenTrue = proposition.worldParameter(World.T, "share_of_decline_from_output");
    double whenFalse = proposition.worldParameter(World.F, "share_of_decline_from_output");
    return List.of(
        new Group(
            "output as it came",
            proposition.choices(),
            specification -> contest(votes(FutureOutput.AS_IT_CAME)),
            Optional.of(
                new Worlds(
                    draws,
                    random -> drawnContest(makers, whenTrue, random),
                    random -> drawnContest(makers, whenFalse, random)))),
        new Group(
            "output forecast too",
            proposition.choices(),
            specification -> contest(votes(FutureOutput.FORECAST)),
            Optional.empty()));
  }

  private static Outcome drawnContest(
      List<Maker> makers, double shareFromOutput, RandomGenerator random) {
    return contest(
        makers.stream()
            .mapToDouble(
                maker ->
                    Hindcast.vote(
                        Hindcast.halfSample(
                            maker.series().withLogCost(walk(maker.steps(shareFromOutput, random))),
                            FutureOutput.AS_IT_CAME)))
            .toArray());
  }

  /**
   * A technology of the simulated worlds: its real output, its real fall of cost from first point
   * to last, divided between output and time, and noise of the richest shape, experience and time.
   */
  private record Maker(CostSeries series, Autoregression noise) {
    double[] steps(double shareFromOutput, RandomGenerator random) {
      double[] output = series.logOutput();
      double[] years = series.years();
      double[] cost = series.logCost();
      int last = cost.length - 1;
      double change = cost[last] - cost[0];
      double[] steps = noise.simulate(last, random);
      for (int t = 0; t < last; t++) {
        steps[t] +=
            change
                * (shareFromOutput * (output[t + 1] - output[t]) / (output[last] - output[0])
                    + (1 - shareFromOutput) * (years[t + 1] - years[t]) / (years[last] - years[0]));
      }
      return steps;
    }
  }

  private List<Maker> makers(int leastYears) {
    return technologies(leastYears).stream()
        .map(one -> new Maker(one, Autoregression.fitFirstOrder(TwoFactors.fit(one).residuals())))
        .toList();
  }

  // ---- 7c: experience still matters once time is held fixed

  /**
   * The pooled exponent of first differences over single years, clustered by technology.
   *
   * @param leastYears years with a point
   * @param control what each technology has of its own
   * @param weights what counts the same
   * @return the exponent with the control and without
   */
  public Pooled pooled(int leastYears, Control control, Weights weights) {
    List<CostSeries> all = technologies(leastYears);
    List<double[]> y = all.stream().map(one -> yearly(one, one.logCost())).toList();
    return new Pooled(
        exponent(design(all, control, weights).fit(y)),
        exponent(design(all, Control.NONE, weights).fit(y)),
        all.size());
  }

  private static PooledSlope.Design design(List<CostSeries> all, Control control, Weights weights) {
    return PooledSlope.design(
        all.stream().map(one -> yearly(one, one.logOutput())).toList(),
        all.stream().map(LearningByMaking::yearsOfSteps).toList(),
        control,
        weights);
  }

  private static Interval exponent(PooledSlope slope) {
    Interval interval = slope.interval(LEVEL);
    return new Interval(-interval.estimate(), -interval.upper(), -interval.lower(), LEVEL);
  }

  /** Differences over one year; those over a gap are left out. */
  private static double[] yearly(CostSeries series, double[] values) {
    return singleYears(series, CostSeries.differences(values));
  }

  private static double[] yearsOfSteps(CostSeries series) {
    double[] years = series.years();
    return singleYears(series, Arrays.copyOfRange(years, 1, years.length));
  }

  private static double[] singleYears(CostSeries series, double[] steps) {
    double[] gaps = CostSeries.differences(series.years());
    return IntStream.range(0, steps.length)
        .filter(t -> gaps[t] == 1)
        .mapToDouble(t -> steps[t])
        .toArray();
  }

  private Outcome pooled(Specification specification) {
    Control control =
        specification.option("time control").equals("intercept")
            ? Control.INTERCEPT
            : Control.TREND;
    Weights weights =
        specification.option("weights").equals("equal per observation")
            ? Weights.OBSERVATIONS
            : Weights.CLUSTERS;
    Pooled pooled = pooled(years(specification.option("length")), control, weights);
    return pooled(pooled.controlled(), pooled.uncontrolled().estimate());
  }

  private static Outcome pooled(Interval controlled, double uncontrolled) {
    return uncontrolled > 0
        ? Outcome.of(
            Evidence.of("pooled_exponent_lower95", controlled.lower())
                .and("pooled_exponent_upper95_over_uncontrolled", controlled.upper() / uncontrolled)
                .and("pooled_exponent", controlled.estimate())
                .and("uncontrolled_exponent", uncontrolled))
        : Outcome.unusable("the exponent without the time control is not above 0");
  }

  private Group pooledGroup(Proposition proposition, int draws) {
    List<Maker> makers = makers(LEAST_YEARS);
    List<CostSeries> all = makers.stream().map(Maker::series).toList();
    PooledSlope.Design controlled = design(all, Control.INTERCEPT, Weights.OBSERVATIONS);
    PooledSlope.Design uncontrolled = design(all, Control.NONE, Weights.OBSERVATIONS);
    double whenTrue = proposition.worldParameter(World.T, "share_of_decline_from_output");
    double whenFalse = proposition.worldParameter(World.F, "share_of_decline_from_output");
    return new Group(
        "pooled technologies",
        proposition.choices(),
        this::pooled,
        Optional.of(
            new Worlds(
                draws,
                random -> drawnPooled(makers, controlled, uncontrolled, whenTrue, random),
                random -> drawnPooled(makers, controlled, uncontrolled, whenFalse, random))));
  }

  private static Outcome drawnPooled(
      List<Maker> makers,
      PooledSlope.Design controlled,
      PooledSlope.Design uncontrolled,
      double shareFromOutput,
      RandomGenerator random) {
    List<double[]> y =
        makers.stream()
            .map(maker -> singleYears(maker.series(), maker.steps(shareFromOutput, random)))
            .toList();
    return pooled(exponent(controlled.fit(y)), -uncontrolled.fit(y).slope());
  }

  // ---- what the notebook shows beside the rules

  /**
   * The cost of each technology on the cumulative output of each other one, over their common
   * years.
   *
   * @param form how the curve is fitted
   * @return one row an ordered pair with at least {@value #LEAST_YEARS} common years
   */
  public List<Stranger> strangers(Form form) {
    List<CostSeries> all = technologies(LEAST_YEARS);
    List<Stranger> strangers = new ArrayList<>();
    for (CostSeries own : all) {
      for (CostSeries other : all) {
        if (own != other) {
          own.onOutputOf(other, LEAST_YEARS)
              .filter(CostSeries::costVaries)
              .map(
                  pair ->
                      new Stranger(
                          own.name(),
                          other.name(),
                          pair.size(),
                          LearningCurve.fit(pair, Driver.EXPERIENCE, form).neweyWest(LEVEL).lower()
                              > 0))
              .ifPresent(strangers::add);
        }
      }
    }
    return List.copyOf(strangers);
  }

  // ---- the examinations

  /**
   * The evidence on all four propositions, ready for the rules.
   *
   * @param registry the registered propositions
   * @return one examination a proposition, in registered order
   */
  public List<Examination> examinations(Registry registry) {
    int draws = registry.machinery().draws();
    Proposition learning = registry.proposition("7a");
    return List.of(
        Examination.of(
            learning,
            List.of(
                learningGroup(learning, draws, "levels", Form.LEVELS),
                learningGroup(learning, draws, "first differences", Form.FIRST_DIFFERENCES))),
        Examination.of(
            registry.proposition("7b"), contestGroups(registry.proposition("7b"), draws)),
        Examination.of(
            registry.proposition("7c"), List.of(pooledGroup(registry.proposition("7c"), draws))),
        Examination.missing(
            registry.proposition("7d"), "no table of costs by country that may ship is held"));
  }
}
