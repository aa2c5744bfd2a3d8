package speedbump.bench;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import speedbump.claim.Choice;
import speedbump.claim.Comparison;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Examiner;
import speedbump.claim.GroupResult;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.PropositionClass;
import speedbump.claim.Quantifier;
import speedbump.claim.Registry;
import speedbump.claim.Specification;
import speedbump.claim.Standing;
import speedbump.claim.Trial;
import speedbump.data.Catalog;
import speedbump.stats.Interval;
import speedbump.stats.LeastSquares;

/**
 * 10,000 specifications judged by the claims' machinery: the growth of one of five parts of the US
 * economy on one of five rates, with any of four controls, from one of five years to one of five,
 * each a regression with a Newey-West interval.
 */
@State(Scope.Benchmark)
public class SpecificationsCase {
  private static final double LEVEL = 0.95;
  private static final int FIRST_YEAR = 1959;
  private static final int QUARTERS = 4;
  private static final YearMonth NOW = YearMonth.of(2026, 11);

  private static final List<String> OUTCOMES =
      List.of("realgdp", "realcons", "realinv", "realgovt", "realdpi");
  private static final List<String> RATES = List.of("tbilrate", "unemp", "infl", "realint", "pop");
  private static final List<String> CONTROLS = List.of("trend", "money", "own lag", "rate's lag");
  private static final List<String> FROM = List.of("1960", "1964", "1968", "1972", "1976");
  private static final List<String> UNTIL = List.of("2009", "2005", "2001", "1997", "1993");

  private final List<double[]> outcomes = OUTCOMES.stream().map(Series::growth).toList();
  private final List<double[]> rates = RATES.stream().map(SpecificationsCase::rate).toList();
  private final double[] money = Series.growth("m1");
  private final double[] trend = IntStream.range(0, money.length).asDoubleStream().toArray();
  private final Examiner examiner = new Examiner(Registry.of(Catalog.shared()).machinery());
  private final Examination examination = examination(OUTCOMES);
  private final Examination fifth = examination(OUTCOMES.subList(0, 1));

  /** The value of each quarter but the first; population by its growth. */
  private static double[] rate(String column) {
    if (column.equals("pop")) {
      return Series.growth(column);
    }
    double[] all = Series.column("macrodata.csv", column);
    return Arrays.copyOfRange(all, 1, all.length);
  }

  private Examination examination(List<String> outcomes) {
    List<Choice> choices = new ArrayList<>();
    choices.add(choice("outcome", outcomes));
    choices.add(choice("rate", RATES));
    for (String control : CONTROLS) {
      choices.add(choice(control, List.of("without", "with")));
    }
    choices.add(choice("from", FROM));
    choices.add(choice("until", UNTIL));
    Proposition proposition =
        new Proposition(
            "bench",
            0,
            PropositionClass.CORE,
            false,
            "",
            "",
            new Proposition.Texts("", "", "", ""),
            Quantifier.EVERY,
            List.of(
                new Proposition.Condition(Standing.HOLDS, 1, "lower", Comparison.ABOVE, 0),
                new Proposition.Condition(Standing.FAILS, 1, "upper", Comparison.BELOW, 0)),
            List.of(new Proposition.Group("regressions", true, "", choices)),
            List.of(),
            Map.of(),
            List.of(),
            "",
            "",
            false,
            OptionalInt.empty(),
            false,
            "",
            "");
    return Examination.of(
        proposition,
        List.of(Trial.of(proposition, "regressions", this, NOW, SpecificationsCase::estimate)));
  }

  private static Choice choice(String name, List<String> options) {
    return new Choice(
        name, options.stream().map(each -> new Choice.Option(each, Double.NaN, true)).toList());
  }

  private Outcome estimate(Specification specification) {
    double[] y = outcomes.get(OUTCOMES.indexOf(specification.option("outcome")));
    double[] rate = rates.get(RATES.indexOf(specification.option("rate")));
    // the series begin with the second quarter, and the lags take one more
    int from = (Integer.parseInt(specification.option("from")) - FIRST_YEAR) * QUARTERS - 1;
    int until =
        Math.min(
            y.length,
            (Integer.parseInt(specification.option("until")) - FIRST_YEAR) * QUARTERS + 3);
    List<double[]> regressors = new ArrayList<>();
    regressors.add(Arrays.copyOfRange(rate, from, until));
    if (with(specification, 0)) {
      regressors.add(Arrays.copyOfRange(trend, from, until));
    }
    if (with(specification, 1)) {
      regressors.add(Arrays.copyOfRange(money, from, until));
    }
    if (with(specification, 2)) {
      regressors.add(Arrays.copyOfRange(y, from - 1, until - 1));
    }
    if (with(specification, 3)) {
      regressors.add(Arrays.copyOfRange(rate, from - 1, until - 1));
    }
    LeastSquares fit =
        LeastSquares.withConstant(
            Arrays.copyOfRange(y, from, until), regressors.toArray(double[][]::new));
    Interval interval = fit.neweyWestInterval(1, LEVEL, LeastSquares.automaticLags(until - from));
    return Outcome.of(
        Evidence.of("lower", interval.lower())
            .and("upper", interval.upper())
            .and("estimate", interval.estimate()));
  }

  private static boolean with(Specification specification, int control) {
    return specification.option(CONTROLS.get(control)).equals("with");
  }

  /** One call's work. */
  @Benchmark
  public GroupResult run() {
    return examiner.examine(examination).groups().get(0);
  }

  /** The 2,000 of them that have the first outcome. */
  @Benchmark
  public GroupResult fifth() {
    return examiner.examine(fifth).groups().get(0);
  }

  static List<Figure> figures() {
    GroupResult result = new SpecificationsCase().run();
    return List.of(
        new Figure("specifications", result.specifications().size(), 0),
        new Figure("holds", result.meetHolds(), 0),
        new Figure("fails", result.meetFails(), 0),
        new Figure("lower", sum(result, "lower"), 1e-7),
        new Figure("estimate", sum(result, "estimate"), 1e-7));
  }

  private static double sum(GroupResult result, String quantity) {
    return result.specifications().stream().mapToDouble(s -> s.evidence().value(quantity)).sum();
  }
}
