package speedbump.analysis;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import speedbump.analysis.CapabilityRulers.Reading;
import speedbump.analysis.ControlledSeries.Use;
import speedbump.claim.Choice;
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
import speedbump.model.FrontierLag;
import speedbump.model.FrontierLag.Bound;
import speedbump.model.FrontierLag.Lag;
import speedbump.model.ShockDesign;
import speedbump.model.ShockDesign.Scale;
import speedbump.model.ShockFit;
import speedbump.model.ShockFits;
import speedbump.model.ShockShape;
import speedbump.stats.Autoregression;
import speedbump.stats.Interval;
import speedbump.stats.LeastSquares;
import speedbump.stats.LeastSquares.SerialErrors;
import tech.tablesaw.api.Row;

/**
 * Claim 2: do the controls delay China, or can they stop it? Five shapes of a path after control
 * are fitted to each series that a control may have bent, and weighed against each other; the lag
 * behind the frontier is asked how fast it grows.
 */
public final class DelayOrStop {
  /** The coverage of every interval here. */
  public static final double LEVEL = 0.95;

  private static final double MONTHS_PER_YEAR = 12;
  private static final double HALF_OF_GROWTH = 0.5;
  private static final double DAYS_PER_QUARTER = 91.3125;

  private final List<ControlledSeries> series;
  private final Deepseek rulers;
  private final Registry registry;

  private DelayOrStop(List<ControlledSeries> series, Deepseek rulers, Registry registry) {
    this.series = series;
    this.rulers = rulers;
    this.registry = registry;
  }

  /** Which points near control are left out. */
  public enum NearControl {
    /** None. */
    ALL("all points", 0, 0),
    /** Those of the year before: purchases in advance. */
    BEFORE_LEFT_OUT("the year before left out", 1, 0),
    /** Those of the year before and of the year after: what was made before came out later. */
    BOTH_LEFT_OUT("the year on either side left out", 1, 1);

    private final String option;
    private final int yearsBefore;
    private final int yearsAfter;

    NearControl(String option, int yearsBefore, int yearsAfter) {
      this.option = option;
      this.yearsBefore = yearsBefore;
      this.yearsAfter = yearsAfter;
    }

    /**
     * What is left out, for a reader.
     *
     * @return the registered option
     */
    public String words() {
      return option;
    }

    private static NearControl of(Specification specification) {
      String option = specification.option("near control");
      return Arrays.stream(values())
          .filter(value -> value.option.equals(option))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "no choice of points near control is called '%s'".formatted(option)));
    }
  }

  /** What 2b asks for. */
  public enum Estimand {
    /** The jump of the path at control. */
    LEVEL_SHIFT,
    /** The change of its growth. */
    CHANGE_OF_SLOPE
  }

  /**
   * A series with its fitted shapes.
   *
   * @param series the series, without the points that were left out
   * @param scale the scale of the fit
   * @param design its dates
   * @param fits the shapes that it identifies
   */
  public record Fitted(ControlledSeries series, Scale scale, ShockDesign design, ShockFits fits) {
    /**
     * The richest shape, M2 or M4 with its slope free: the one of the two that its sign allows.
     *
     * @return the fit
     * @throws IllegalArgumentException if the series identifies neither
     */
    public ShockFit richest() {
      ShockFit slope = fits.of(ShockShape.SLOPE);
      return slope.atBound() ? fits.of(ShockShape.REBOUND) : slope;
    }

    /**
     * The values on the scale of the fit.
     *
     * @return one a point
     */
    public double[] y() {
      return scale.of(series.values());
    }
  }

  /**
   * How often the test of 2b sees a delay of a given size.
   *
   * @param months the planted delay, in months of the old growth
   * @param seen share of draws in which the path lies below the old one with confidence
   */
  public record Sight(double months, double seen) {}

  /**
   * How often each shape is told on made-up series: the share of draws in which it has the largest
   * weight.
   *
   * @param pointsASide points on either side of control, a quarter of a year apart
   * @param noise standard deviation of a point, in years of the old growth
   * @param shares one share a shape, in the order of {@link ShockShape}
   */
  public record Told(int pointsASide, double noise, List<Double> shares) {
    /**
     * Copies the shares.
     *
     * @param pointsASide points on either side of control, a quarter of a year apart
     * @param noise standard deviation of a point, in years of the old growth
     * @param shares one share a shape, in the order of {@link ShockShape}
     */
    public Told {
      shares = List.copyOf(shares);
    }
  }

  /**
   * The test of 2b with another day taken for the control, or on a series that no control touches.
   *
   * @param name the day, or who the series is of
   * @param day the day taken for the control
   * @param shift the jump of the path there
   * @param lagMonths the same in months of the old growth, positive for a delay; not a number if
   *     the old trend does not grow
   * @param ceilingWeight the weight of the ceiling; not a number where it is not identified
   */
  public record Placebo(
      String name, LocalDate day, Interval shift, double lagMonths, double ceilingWeight) {}

  /**
   * Loads what the claim needs.
   *
   * @param catalog the collection's tables
   * @return the analysis of claim 2
   */
  public static DelayOrStop of(Catalog catalog) {
    return new DelayOrStop(
        ControlledSeries.all(catalog), Deepseek.of(catalog), Registry.of(catalog));
  }

  /**
   * The registered series.
   *
   * @return those of every use, in the order of their table
   */
  public List<ControlledSeries> series() {
    return series;
  }

  /**
   * A registered series.
   *
   * @param id its id
   * @return the series
   * @throws IllegalArgumentException if there is none of the id
   */
  public ControlledSeries series(String id) {
    return series.stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no series '%s'".formatted(id)));
  }

  /**
   * The series that are fitted.
   *
   * @return those eligible for 2a, then the proxies of 2b
   */
  public List<ControlledSeries> fitted() {
    List<ControlledSeries> fitted = new ArrayList<>(of(Use.ELIGIBLE));
    fitted.addAll(of(Use.PROXY));
    return fitted;
  }

  private List<ControlledSeries> of(Use use) {
    return series.stream().filter(one -> one.use() == use).toList();
  }

  // ---- 2a: no restricted series has run into a wall

  /**
   * Fits the shapes to a series on logarithms.
   *
   * @param one the series
   * @param near which points are left out
   * @return the fits, with a ceiling that counts as reached at the registered share of old growth
   */
  public Fitted fit(ControlledSeries one, NearControl near) {
    return fit(one, near, Scale.LOGS, flatGrowth());
  }

  private static Fitted fit(ControlledSeries one, NearControl near, Scale scale, double flat) {
    ControlledSeries kept = one.leavingOut(near.yearsBefore, near.yearsAfter);
    ShockDesign design = kept.design(flat);
    return new Fitted(kept, scale, design, design.fit(scale.of(kept.values())));
  }

  private double flatGrowth() {
    return registry.proposition("2d").definition("flat_growth_over_earlier");
  }

  private Outcome ceiling(ControlledSeries one, Specification specification) {
    double flat =
        specification.option("ceiling").startsWith("a tenth") ? flatGrowth() : HALF_OF_GROWTH;
    Fitted fitted = fit(one, NearControl.of(specification), Scale.LOGS, flat);
    return fitted
        .design()
        .excluded(ShockShape.CEILING)
        .map(Outcome::unusable)
        .orElseGet(() -> ceiling(fitted.fits().weight(ShockShape.CEILING)));
  }

  private static Outcome ceiling(double weight) {
    return Outcome.of(Evidence.of("ceiling_aicc_weight", weight));
  }

  private Group ceilingGroup(Proposition proposition, ControlledSeries one) {
    Made made = Made.of(fit(one, NearControl.ALL));
    double stop = proposition.worldParameter(World.F, "years_to_zero_growth");
    return new Group(
        one.id(),
        proposition.choices(),
        specification -> ceiling(one, specification),
        Optional.of(
            new Worlds(
                registry.machinery().draws(),
                List.of(
                    random -> ceiling(made.shifted(shiftMonths(proposition, 1)), made, random),
                    random -> ceiling(made.shifted(shiftMonths(proposition, 2)), made, random)),
                random -> ceiling(made.stopping(stop), made, random))));
  }

  private static double shiftMonths(Proposition proposition, int variant) {
    return proposition.worldParameter(World.T, variant, "shift_months");
  }

  private static Outcome ceiling(double[] path, Made made, RandomGenerator random) {
    return ceiling(made.design().weight(ShockShape.CEILING, made.noisy(path, random)));
  }

  /**
   * What the simulated worlds of a series are made of: its dates, the old trend of the richest
   * shape, and the noise that this shape leaves, from point to point.
   */
  private record Made(
      ShockDesign design, List<LocalDate> days, ShockFit richest, Autoregression noise) {
    static Made of(Fitted fitted) {
      ShockFit richest = fitted.richest();
      List<LocalDate> days =
          fitted.series().points().stream().map(ControlledSeries.Point::middle).toList();
      double[] residuals = fitted.y();
      for (int i = 0; i < residuals.length; i++) {
        residuals[i] -= richest.path(days.get(i));
      }
      return new Made(fitted.design(), days, richest, Autoregression.fitFirstOrder(residuals));
    }

    private double[] path(DoubleUnaryOperator yearsOfGrowth) {
      return days.stream()
          .mapToDouble(
              day ->
                  richest.levelAtControl()
                      + richest.growthPerYear()
                          * yearsOfGrowth.applyAsDouble(ShockDesign.years(richest.control(), day)))
          .toArray();
    }

    /** The old trend, set back at control by so many months of its growth. */
    double[] shifted(double months) {
      return path(t -> t < 0 ? t : t - months / MONTHS_PER_YEAR);
    }

    /** Growth falls in a straight line from control on to none after so many years. */
    double[] stopping(double years) {
      return path(
          t -> {
            double slowing = Math.min(t, years);
            return t < 0 ? t : slowing - slowing * slowing / (2 * years);
          });
    }

    double[] noisy(double[] path, RandomGenerator random) {
      double[] y = noise.simulate(path.length, random);
      for (int i = 0; i < y.length; i++) {
        y[i] += path[i];
      }
      return y;
    }
  }

  // ---- 2b: the path after control lies below the path before

  /**
   * How the path after control lies to the path before.
   *
   * @param fitted a fitted series
   * @param estimand jump, or change of growth
   * @param errors how the interval allows for autocorrelation
   * @return the jump in units of the scale, or the change of growth in such units a year; negative
   *     is a delay
   * @throws IllegalArgumentException if the series does not identify it
   */
  public static Interval change(Fitted fitted, Estimand estimand, SerialErrors errors) {
    return change(fitted.design(), fitted.y(), estimand, errors);
  }

  private static Interval change(
      ShockDesign design, double[] y, Estimand estimand, SerialErrors errors) {
    return estimand == Estimand.LEVEL_SHIFT
        ? design.pathShift(y, LEVEL, errors)
        : design.pathSlopeChangePerYear(y, LEVEL, errors);
  }

  private Outcome change(ControlledSeries one, Scale scale, Specification specification) {
    Estimand estimand =
        specification.option("estimand").equals("level shift")
            ? Estimand.LEVEL_SHIFT
            : Estimand.CHANGE_OF_SLOPE;
    Fitted fitted = fit(one, NearControl.of(specification), scale, flatGrowth());
    ShockShape needed = estimand == Estimand.LEVEL_SHIFT ? ShockShape.SHIFT : ShockShape.SLOPE;
    return fitted
        .design()
        .excluded(needed)
        .map(Outcome::unusable)
        .orElseGet(() -> change(change(fitted, estimand, errors(specification))));
  }

  private static SerialErrors errors(Specification specification) {
    return specification.option("interval").equals("Newey-West")
        ? SerialErrors.NEWEY_WEST
        : SerialErrors.BLOCK_BOOTSTRAP;
  }

  private static Outcome change(Interval change) {
    return Outcome.of(
        Evidence.of("path_change_upper95", change.upper())
            .and("path_change_lower95", change.lower())
            .and("path_change", change.estimate()));
  }

  private Group changeGroup(Proposition proposition, ControlledSeries one) {
    Made made = Made.of(fit(one, NearControl.ALL));
    double whenTrue = proposition.worldParameter(World.T, "shift_months");
    double whenFalse = proposition.worldParameter(World.F, "shift_months");
    boolean proxy = one.use() == Use.PROXY;
    List<Choice> choices =
        proposition.choices().stream()
            .map(choice -> proxy || !choice.name().equals("scale") ? choice : choice.only("logs"))
            .toList();
    return new Group(
        one.id(),
        choices,
        specification ->
            change(
                one,
                specification.option("scale").equals("logs") ? Scale.LOGS : Scale.LEVELS,
                specification),
        Optional.of(
            new Worlds(
                registry.machinery().draws(),
                random -> shift(made, whenTrue, random),
                random -> shift(made, whenFalse, random))));
  }

  private static Outcome shift(Made made, double months, RandomGenerator random) {
    return change(
        change(
            made.design(),
            made.noisy(made.shifted(months), random),
            Estimand.LEVEL_SHIFT,
            SerialErrors.NEWEY_WEST));
  }

  /**
   * How large a delay a series could have shown: the share of simulated worlds in which the default
   * test of 2b sees it.
   *
   * @param one a fitted series
   * @param months the planted delays, in months of the old growth
   * @param draws number of draws of each
   * @return one share a delay
   */
  public List<Sight> sight(ControlledSeries one, List<Double> months, int draws) {
    Proposition proposition = registry.proposition("2b");
    Made made = Made.of(fit(one, NearControl.ALL));
    return months.stream()
        .map(
            delay -> {
              double[] path = made.shifted(delay);
              long seen =
                  IntStream.range(0, draws)
                      .filter(
                          draw -> {
                            Interval change =
                                change(
                                    made.design(),
                                    made.noisy(path, new SplittableRandom(draw)),
                                    Estimand.LEVEL_SHIFT,
                                    SerialErrors.NEWEY_WEST);
                            Evidence evidence = ((Outcome.Usable) change(change)).evidence();
                            return proposition.side(evidence).equals(Optional.of(Side.HOLDS));
                          })
                      .count();
              return new Sight(delay, seen / (double) draws);
            })
        .toList();
  }

  /**
   * How often each shape is told on made-up series with independent noise.
   *
   * @param truth one fit a shape, the paths that are drawn, with an old growth of one a year
   * @param pointsASide points on either side of control, a quarter of a year apart
   * @param noise standard deviation of a point, in years of the old growth
   * @param draws number of draws of each
   * @return the shares
   */
  public Told told(List<ShockFit> truth, int pointsASide, double noise, int draws) {
    LocalDate control = truth.get(0).control();
    List<LocalDate> days =
        IntStream.range(-pointsASide, pointsASide)
            .mapToObj(i -> control.plusDays(Math.round(i * DAYS_PER_QUARTER)))
            .toList();
    ShockDesign design = ShockDesign.of(days, control, flatGrowth());
    return new Told(
        pointsASide,
        noise,
        truth.stream()
            .map(
                fit ->
                    IntStream.range(0, draws)
                            .filter(
                                draw -> {
                                  SplittableRandom random = new SplittableRandom(draw);
                                  double[] y =
                                      days.stream()
                                          .mapToDouble(
                                              day -> fit.path(day) + noise * random.nextGaussian())
                                          .toArray();
                                  return heaviest(design, y) == fit.shape();
                                })
                            .count()
                        / (double) draws)
            .toList());
  }

  private static ShockShape heaviest(ShockDesign design, double[] y) {
    return Arrays.stream(ShockShape.values())
        .filter(shape -> design.excluded(shape).isEmpty())
        .max(Comparator.comparingDouble(shape -> design.weight(shape, y)))
        .orElseThrow();
  }

  /**
   * The test of 2b at every earlier day, on the points before control alone: where no control was,
   * no delay should be found.
   *
   * @param one a fitted series
   * @return one test a day on which a point stands and at which the jump is identified
   */
  public List<Placebo> placeboDates(ControlledSeries one) {
    List<Placebo> tests = new ArrayList<>();
    one.points().stream()
        .map(ControlledSeries.Point::middle)
        .filter(day -> day.isBefore(one.controlDate()))
        .distinct()
        .forEach(day -> placebo(day.toString(), one.placebo(day)).ifPresent(tests::add));
    return tests;
  }

  private Optional<Placebo> placebo(String name, ControlledSeries series) {
    ShockDesign design = series.design(flatGrowth());
    if (design.excluded(ShockShape.SHIFT).isPresent()) {
      return Optional.empty();
    }
    double[] y = Scale.LOGS.of(series.values());
    ShockFits fits = design.fit(y);
    return Optional.of(
        new Placebo(
            name,
            series.controlDate(),
            design.pathShift(y, LEVEL, SerialErrors.NEWEY_WEST),
            fits.of(ShockShape.SHIFT).lagMonths(series.controlDate()).orElse(Double.NaN),
            design.excluded(ShockShape.CEILING).isPresent()
                ? Double.NaN
                : fits.weight(ShockShape.CEILING)));
  }

  /**
   * The test of 2b at China's control date on the same series of other economies, which no control
   * touches: how large a jump comes by itself.
   *
   * @param catalog the collection's tables
   * @param one a fitted series
   * @return one test an economy whose series has the points that 2a asks for, China's own first
   */
  public List<Placebo> placeboEconomies(Catalog catalog, ControlledSeries one) {
    Proposition wall = registry.proposition("2a");
    List<Placebo> tests = new ArrayList<>();
    placebo("China", one).ifPresent(tests::add);
    one.elsewhere(catalog).stream()
        .filter(
            other ->
                other.points().size() >= wall.definition("least_points")
                    && other.pointsBefore() >= wall.definition("least_points_before_control")
                    && other.pointsAfter() >= wall.definition("least_points_after_control"))
        .forEach(other -> placebo(other.id(), other).ifPresent(tests::add));
    return tests;
  }

  // ---- 2c: the lag does not grow at the pace of a wall

  /**
   * The rulers of 2c, those of claim 6.
   *
   * @return their names
   */
  public List<String> ruling() {
    return rulers.ruling();
  }

  /**
   * The lag of the Chinese frontier on quarter ends.
   *
   * @param ruler one of {@link #ruling()}
   * @param reading how it is read
   * @return one lag a quarter end
   */
  public List<Lag> quarterlyLags(String ruler, Reading reading) {
    return rulers.quarterlyLags(ruler, reading);
  }

  /**
   * How fast a lag grows: the slope of a straight line in time.
   *
   * @param lags lags in the order of time
   * @param errors how the interval allows for autocorrelation
   * @return the slope in months a year
   * @throws IllegalArgumentException if there are fewer than three lags or all are of one day
   */
  public static Interval lagSlope(List<Lag> lags, SerialErrors errors) {
    return lagLine(years(lags), months(lags)).interval(1, LEVEL, errors);
  }

  private static LeastSquares lagLine(double[] years, double[] months) {
    return LeastSquares.withConstant(months, years);
  }

  private static double[] months(List<Lag> lags) {
    return lags.stream().mapToDouble(Lag::months).toArray();
  }

  private static double[] years(List<Lag> lags) {
    return lags.stream()
        .mapToDouble(lag -> ShockDesign.years(lags.get(0).date(), lag.date()))
        .toArray();
  }

  private Outcome lagSlope(String ruler, Specification specification) {
    List<Lag> lags =
        quarterlyLags(ruler, Reading.of(specification)).stream()
            .filter(
                lag ->
                    specification.option("bounds").equals("as numbers")
                        || lag.bound() == Bound.EXACT)
            .toList();
    double least = registry.proposition("2c").definition("least_quarter_ends");
    return lags.size() < least
        ? Outcome.unusable("%d quarter ends, %.0f are needed".formatted(lags.size(), least))
        : lagSlope(lagSlope(lags, errors(specification)));
  }

  private static Outcome lagSlope(Interval slope) {
    return Outcome.of(
        Evidence.of("lag_slope_upper95_months_per_year", slope.upper())
            .and("lag_slope_lower95_months_per_year", slope.lower())
            .and("lag_slope_months_per_year", slope.estimate()));
  }

  private Group lagGroup(Proposition proposition, String ruler) {
    List<Lag> lags = quarterlyLags(ruler, Reading.DEFAULT);
    double[] years = years(lags);
    double[] months = months(lags);
    Autoregression noise = Autoregression.fitFirstOrder(lagLine(years, months).residuals());
    double mean = Arrays.stream(months).average().orElseThrow();
    double constant = proposition.worldParameter(World.T, "lag_slope_months_per_year");
    double stopped =
        MONTHS_PER_YEAR
            * (1 - proposition.worldParameter(World.F, "chinese_frontier_growth_over_observed"));
    return new Group(
        ruler,
        proposition.choices(),
        specification -> lagSlope(ruler, specification),
        Optional.of(
            new Worlds(
                registry.machinery().draws(),
                random -> lagSlope(years, mean, constant, noise, random),
                random -> lagSlope(years, months[0], stopped, noise, random))));
  }

  /** A lag that starts at a level and grows by so many months a year; none is below zero. */
  private static Outcome lagSlope(
      double[] years, double start, double growth, Autoregression noise, RandomGenerator random) {
    double[] months = noise.simulate(years.length, random);
    for (int i = 0; i < months.length; i++) {
      months[i] = Math.max(0, start + growth * years[i] + months[i]);
    }
    return lagSlope(lagLine(years, months).interval(1, LEVEL, SerialErrors.NEWEY_WEST));
  }

  /**
   * The lag of a Chinese start behind the first start elsewhere, both known only within bounds.
   *
   * @param node the node, in nm as its maker names it
   * @param leaderFirst first day on which the first maker may have started
   * @param leaderLast last such day
   * @param followerFirst first day on which the Chinese maker may have started
   * @param followerLast last such day
   */
  public record NodeLag(
      int node,
      LocalDate leaderFirst,
      LocalDate leaderLast,
      LocalDate followerFirst,
      LocalDate followerLast) {
    /**
     * The shortest lag that the days allow.
     *
     * @return months
     */
    public double leastMonths() {
      return FrontierLag.months(leaderLast, followerFirst);
    }

    /**
     * The longest lag that the days allow.
     *
     * @return months
     */
    public double mostMonths() {
      return FrontierLag.months(leaderFirst, followerLast);
    }
  }

  /**
   * The lags of SMIC's first start behind TSMC's, by node. All dates are secondary reports.
   *
   * @param catalog the collection's tables
   * @return one lag a node that both have started, the widest node first
   */
  public static List<NodeLag> nodeLags(Catalog catalog) {
    Map<Integer, LocalDate[]> leader = new TreeMap<>(Comparator.reverseOrder());
    Map<Integer, LocalDate[]> follower = new TreeMap<>();
    for (Row row : catalog.table("chips/node_timeline")) {
      String maker = row.getString("maker");
      if (maker.startsWith("TSMC") || maker.equals("SMIC")) {
        (maker.equals("SMIC") ? follower : leader)
            .merge(
                row.getInt("node_nm"),
                new LocalDate[] {
                  row.getDate("earliest_month"),
                  YearMonth.from(row.getDate("latest_month")).atEndOfMonth()
                },
                (a, b) -> b[1].isBefore(a[1]) ? b : a);
      }
    }
    List<NodeLag> lags = new ArrayList<>();
    leader.forEach(
        (node, first) -> {
          LocalDate[] then = follower.get(node);
          if (then != null) {
            lags.add(new NodeLag(node, first[0], first[1], then[0], then[1]));
          }
        });
    return lags;
  }

  // ---- 2d: no capability controlled for five years has stood still

  /**
   * Why no capability can be asked whether it stood still.
   *
   * @return the reason, with what is held of series controlled for as long as the row asks
   */
  public String whyNoneIsAsked() {
    double years = registry.proposition("2d").definition("least_years_controlled");
    List<String> held =
        series.stream()
            .filter(
                one ->
                    ShockDesign.years(
                            one.controlDate(), one.points().get(one.points().size() - 1).last())
                        >= years)
            .map(
                one ->
                    "%s (%d before control, %d after)"
                        .formatted(one.outcome(), one.pointsBefore(), one.pointsAfter()))
            .toList();
    return "no capability is held with points enough before a control that is %.0f years old: %s"
        .formatted(years, String.join("; ", held));
  }

  // ---- the examinations

  /**
   * The evidence on all four propositions, ready for the rules.
   *
   * @return one examination a proposition, in registered order
   */
  public List<Examination> examinations() {
    Proposition wall = registry.proposition("2a");
    Proposition delay = registry.proposition("2b");
    Proposition lag = registry.proposition("2c");
    return List.of(
        Examination.of(
            wall, of(Use.ELIGIBLE).stream().map(one -> ceilingGroup(wall, one)).toList()),
        Examination.of(delay, fitted().stream().map(one -> changeGroup(delay, one)).toList()),
        Examination.of(lag, ruling().stream().map(ruler -> lagGroup(lag, ruler)).toList()),
        Examination.missing(registry.proposition("2d"), whyNoneIsAsked()));
  }
}
