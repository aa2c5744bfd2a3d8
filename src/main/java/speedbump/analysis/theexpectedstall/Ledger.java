package speedbump.analysis.theexpectedstall;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.data.Catalog;
import speedbump.stats.ForecastScore;
import speedbump.stats.SignTest;

/** Proposition 4b: dated forecasts by forecasters outside China under-predicted China. */
public final class Ledger {
  private static final String OTHERS = "forecasters who are not Chinese";
  private static final String AMERICANS = "US forecasters alone";
  private static final String CHINA = "China";
  private static final String UNITED_STATES = "United States";
  private static final String HONG_KONG = "Hong Kong";
  private static final String REGULAR = "by forecaster";
  private static final YearMonth NEWEST = YearMonth.of(2026, 6);

  private final Proposition proposition;
  private final List<Forecast> all;
  private final double tolerance;
  private final Option<Boolean> beyondThree;
  private final Option<Boolean> scenarios;
  private final Option<Boolean> coarse;
  private final Option<Boolean> asBounds;
  private final Option<Boolean> weakOutcomes;
  private final Option<Boolean> hongKong;
  private final Reading defaults;
  private final List<Vote> votes;

  Ledger(Proposition proposition, Catalog catalog) {
    this.proposition = proposition;
    this.all = catalog.rows("controls/forecast_ledger", Forecast.class);
    this.tolerance = proposition.definition("tolerance");
    Map<String, Boolean> in = Map.of("in", true, "out", false);
    this.beyondThree = Option.of(proposition, "rows beyond three", in);
    this.scenarios = Option.of(proposition, "scenario projections", in);
    this.coarse =
        Option.of(proposition, "clusters", Map.of("as named", false, "coarser grouping", true));
    this.asBounds = Option.of(proposition, "bounds", Map.of("as points", false, "as bounds", true));
    this.weakOutcomes = Option.of(proposition, "weak outcomes", in);
    this.hongKong = Option.of(proposition, "Hong Kong forecasters", in);
    this.defaults = reading(trial(OTHERS, deciding()).defaultSpecification());
    this.votes = defaults.votes(deciding());
  }

  /**
   * The vote of a cluster.
   *
   * @param cluster its name
   * @param forecasts number of its rows
   * @param under rows whose outcome was more for China than forecast
   * @param over rows whose outcome was less
   */
  public record Vote(String cluster, int forecasts, int under, int over) {
    /**
     * How it votes.
     *
     * @return 1 for under-predicted, -1 for over-predicted, 0 for a tie
     */
    public int sign() {
      return Integer.signum(under - over);
    }
  }

  /**
   * The votes of some clusters, counted.
   *
   * @param name which
   * @param under clusters that were under-predicted
   * @param over clusters that were over-predicted
   * @param tied clusters whose forecasts were met, or cancel out
   * @param underPredictionP chance of so many under-predicted or more by the toss of a coin
   * @param overPredictionP chance of so many over-predicted or more
   */
  public record Tally(
      String name, int under, int over, int tied, double underPredictionP, double overPredictionP) {
    static Tally of(String name, List<Vote> votes) {
      int under = (int) votes.stream().filter(vote -> vote.sign() > 0).count();
      int over = (int) votes.stream().filter(vote -> vote.sign() < 0).count();
      SignTest test = new SignTest(under, over);
      return new Tally(name, under, over, votes.size() - under - over, test.pUp(), test.pDown());
    }

    /**
     * The clusters that vote.
     *
     * @return those without the ties
     */
    public int voting() {
      return under + over;
    }
  }

  /** Which rows count, and how. */
  private record Reading(
      boolean beyondThree,
      boolean scenarios,
      boolean coarse,
      boolean asBounds,
      boolean weakOutcomes,
      boolean hongKong,
      double tolerance) {
    boolean takes(Forecast row) {
      return (beyondThree || !row.beyondThree())
          && (scenarios || !row.scenario())
          && (weakOutcomes || !row.outcomeWeak())
          && (hongKong || !row.forecasterOrigin().startsWith(HONG_KONG));
    }

    List<Vote> votes(List<Forecast> rows) {
      Map<String, List<Integer>> signs = new LinkedHashMap<>();
      for (Forecast row : rows) {
        if (takes(row)) {
          signs
              .computeIfAbsent(
                  coarse ? row.coarseCluster() : row.cluster(), name -> new ArrayList<>())
              .add(row.sign(tolerance, asBounds));
        }
      }
      List<Vote> votes = new ArrayList<>();
      signs.forEach(
          (cluster, of) ->
              votes.add(
                  new Vote(
                      cluster,
                      of.size(),
                      (int) of.stream().filter(sign -> sign > 0).count(),
                      (int) of.stream().filter(sign -> sign < 0).count())));
      return List.copyOf(votes);
    }
  }

  private Reading reading(Specification specification) {
    return new Reading(
        beyondThree.in(specification),
        scenarios.in(specification),
        coarse.in(specification),
        asBounds.in(specification),
        weakOutcomes.in(specification),
        hongKong.in(specification),
        tolerance);
  }

  /**
   * Every row of the ledger that ships.
   *
   * @return the rows, those that are not scored among them
   */
  public List<Forecast> all() {
    return all;
  }

  /**
   * The rows that may decide: forecasts of grade P or M by forecasters outside China, with an
   * outcome that can be compared.
   *
   * @return the rows, whatever the choices make of them
   */
  public List<Forecast> deciding() {
    return scored(row -> outsiders(row) && !row.grade().equals("S"));
  }

  /**
   * The rows that can be scored, and meet a condition.
   *
   * @param wanted the condition
   * @return the rows in their order
   */
  public List<Forecast> scored(Predicate<Forecast> wanted) {
    return all.stream().filter(Forecast::scored).filter(wanted).toList();
  }

  /**
   * The rows that decide in the default reading.
   *
   * @return the rows that its choices take in
   */
  public List<Forecast> counted() {
    return deciding().stream().filter(defaults::takes).toList();
  }

  private static boolean outsiders(Forecast row) {
    return row.kind().equals(Forecast.FORECAST) && !row.forecasterOrigin().equals(CHINA);
  }

  /**
   * The votes of the default reading.
   *
   * @return one vote a cluster, in the order of the ledger
   */
  public List<Vote> votes() {
    return votes;
  }

  /**
   * How a row that is scored counts in the default reading.
   *
   * @param row the row
   * @return 1 for under-predicted, -1 for over-predicted, 0 for met
   */
  public int sign(Forecast row) {
    return row.sign(tolerance, false);
  }

  /**
   * The count of the default reading.
   *
   * @return its clusters
   */
  public Tally tally() {
    return Tally.of("as registered", votes);
  }

  /**
   * The default count without each voting cluster in turn.
   *
   * @return one count a cluster that votes
   */
  public List<Tally> withoutEach() {
    return votes.stream()
        .filter(vote -> vote.sign() != 0)
        .map(
            left ->
                Tally.of(
                    left.cluster(), votes.stream().filter(vote -> !vote.equals(left)).toList()))
        .toList();
  }

  /**
   * The default count with other tolerances.
   *
   * @param tolerances fractions of the forecast
   * @return one count a tolerance
   */
  public List<Tally> byTolerance(List<Double> tolerances) {
    return tolerances.stream()
        .map(
            within ->
                Tally.of(
                    "%.0f%%".formatted(100 * within),
                    new Reading(
                            defaults.beyondThree,
                            defaults.scenarios,
                            defaults.coarse,
                            defaults.asBounds,
                            defaults.weakOutcomes,
                            defaults.hongKong,
                            within)
                        .votes(deciding())))
        .toList();
  }

  /**
   * The same count on other rows: what a reader may ask for beside the registered question. None of
   * them votes.
   *
   * @return the counts by name
   */
  public List<Tally> slices() {
    Map<String, Predicate<Forecast>> deciding = new LinkedHashMap<>();
    deciding.put("as registered", row -> true);
    deciding.put("regular forecasters", row -> row.collected().equals(REGULAR));
    deciding.put("quoted forecasts", row -> !row.collected().equals(REGULAR));
    deciding.put("a year ahead", row -> row.yearsAhead().orElse(0) >= 1);
    deciding.put("numbers alone", row -> !row.isEvent());
    deciding.put("analysts", row -> row.forecasterType().equals("industry analyst"));
    deciding.put("US forecasters", row -> row.forecasterOrigin().equals(UNITED_STATES));
    deciding.put("US government", Forecast::byGovernment);
    List<Tally> slices = new ArrayList<>();
    deciding.forEach(
        (name, wanted) ->
            slices.add(
                Tally.of(name, defaults.votes(deciding().stream().filter(wanted).toList()))));
    slices.add(Tally.of("all, incl. grade S", defaults.votes(scored(Ledger::outsiders))));
    slices.add(
        Tally.of(
            "no number, incl. S", defaults.votes(scored(row -> outsiders(row) && row.isEvent()))));
    slices.add(
        Tally.of(
            "US government, incl. S",
            new Reading(true, true, false, false, true, true, tolerance)
                .votes(scored(row -> row.byGovernment() && row.kind().equals(Forecast.FORECAST)))));
    slices.add(
        Tally.of(
            "Chinese, incl. S",
            defaults.votes(
                scored(
                    row ->
                        row.kind().equals(Forecast.FORECAST)
                            && row.forecasterOrigin().equals(CHINA)))));
    slices.add(
        Tally.of(
            "Chinese targets, incl. S",
            defaults.votes(scored(row -> row.kind().equals("target")))));
    return List.copyOf(slices);
  }

  /**
   * Outcomes inside the range that a forecaster outside China stated.
   *
   * @return of the rows with a range, those that were met from end to end, and all
   */
  public List<Integer> insideRanges() {
    List<Forecast> ranges =
        scored(row -> outsiders(row) && row.bound().equals("range") && !row.grade().equals("S"));
    return List.of(
        (int) ranges.stream().filter(row -> row.sign(0, true) == 0).count(), ranges.size());
  }

  /**
   * Brier's score of the forecasts that gave a probability.
   *
   * @return the score, 0 to 1; one half throughout would score a quarter
   */
  public double brier() {
    List<Forecast> stated = scored(row -> row.probability().isPresent());
    boolean[] happened = new boolean[stated.size()];
    for (int i = 0; i < happened.length; i++) {
      happened[i] = stated.get(i).happened().equals("yes");
    }
    return ForecastScore.brier(
        stated.stream().mapToDouble(row -> row.probability().getAsDouble()).toArray(), happened);
  }

  private Outcome estimate(List<Forecast> rows, Specification specification) {
    Tally tally = Tally.of("", reading(specification).votes(rows));
    return proposition
        .minimum("voting clusters after ties")
        .unmet(tally.voting())
        .map(Outcome::unusable)
        .orElseGet(
            () ->
                Outcome.of(
                    Evidence.of("under_minus_over_predicted_clusters", tally.under() - tally.over())
                        .and("under_prediction_sign_test_p", tally.underPredictionP())
                        .and("over_prediction_sign_test_p", tally.overPredictionP())
                        .and("voting_clusters", tally.voting())));
  }

  /** Every cluster that votes turns out above with the registered chance; ties stay ties. */
  private List<Forecast> draw(WorldSizes sizes, RandomGenerator random) {
    Map<String, Boolean> above =
        votes.stream()
            .filter(vote -> vote.sign() != 0)
            .collect(
                Collectors.toMap(
                    Vote::cluster,
                    vote -> random.nextDouble() < sizes.of("under_predicted_share")));
    return deciding().stream()
        .map(row -> above.containsKey(row.cluster()) ? row.with(above.get(row.cluster())) : row)
        .toList();
  }

  private Trial<List<Forecast>> trial(String group, List<Forecast> rows) {
    return group.equals(OTHERS)
        ? Trial.of(proposition, group, rows, NEWEST, this::estimate, this::draw)
        : Trial.of(proposition, group, rows, NEWEST, this::estimate);
  }

  Examination examination() {
    List<Forecast> americans =
        deciding().stream().filter(row -> row.forecasterOrigin().equals(UNITED_STATES)).toList();
    return Examination.covering(
        proposition,
        "clusters",
        votes.size(),
        List.of(trial(OTHERS, deciding()), trial(AMERICANS, americans)));
  }
}
