package speedbump.analysis.fromtargetedtobroad;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import speedbump.analysis.fromtargetedtobroad.Document.Reach;
import speedbump.analysis.fromtargetedtobroad.Rulebook.Missing;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Machinery;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.stats.Interval;
import speedbump.stats.Proportion;
import speedbump.stats.ShareTrend;

/**
 * Proposition 3b, the deciding one: the scope of rules has moved from entities to whole
 * technologies. The share of technology-wide documents among those that tighten is followed over
 * time.
 */
public final class Scope {
  private static final String AS_HELD = "as held";
  private static final String MISSING_ADDED = "missing rules added";
  private static final int MIDDLE_OF_MONTH = 15;
  private static final int JULY = 7;

  private final Proposition proposition;
  private final double coverage;
  private final Rulebook rulebook;
  private final Function<Specification, Reading> reading;
  private final Option<Double> validatedUsers;

  Scope(Proposition proposition, Machinery machinery, Rulebook rulebook) {
    this.proposition = proposition;
    this.coverage = machinery.intervalCoverage();
    this.rulebook = rulebook;
    this.reading = Reading.of(proposition, true);
    this.validatedUsers = Option.numbers(proposition, "validated end users");
  }

  /**
   * A tightening rule.
   *
   * @param date its day
   * @param technologyWide whether it reaches whole technologies, with or without named parties
   * @param partial whether its month is covered in part
   * @param held whether it is held, not believed missing
   */
  public record Rule(LocalDate date, boolean technologyWide, boolean partial, boolean held) {
    /**
     * The day as a fractional year, 1 January being a whole number.
     *
     * @return years
     */
    public double year() {
      return date.getYear() + (date.getDayOfYear() - 1.0) / date.lengthOfYear();
    }
  }

  /**
   * The tightening rules that are held.
   *
   * @param how how the codings are read
   * @return one a document, in order of time
   */
  public List<Rule> held(Reading how) {
    return rulebook.documents().stream()
        .flatMap(
            document ->
                how.reachOfTightening(document).stream()
                    .map(
                        reach ->
                            new Rule(
                                document.date(),
                                reach == Reach.TECHNOLOGY,
                                document.coverage().partial(),
                                true)))
        .toList();
  }

  /**
   * The rules that are held and those believed missing, all of these technology-wide.
   *
   * @param how how the codings are read
   * @param validatedUsersAYear rules on validated end users that are added for each year, whose
   *     number is not known
   * @return the rules in order of time
   */
  public List<Rule> withMissing(Reading how, int validatedUsersAYear) {
    List<Rule> rules = new ArrayList<>(held(how));
    for (Missing missing : rulebook.missing()) {
      if (missing.documents().isPresent()) {
        for (int i = 0; i < missing.documents().getAsInt(); i++) {
          rules.add(
              new Rule(missing.firstMonth().withDayOfMonth(MIDDLE_OF_MONTH), true, true, false));
        }
      } else {
        int last = missing.lastMonth().getYear();
        for (int year = missing.firstMonth().getYear(); year <= last; year++) {
          for (int i = 0; i < validatedUsersAYear; i++) {
            rules.add(new Rule(LocalDate.of(year, JULY, 1), true, true, false));
          }
        }
      }
    }
    rules.sort(Comparator.comparing(Rule::date));
    return List.copyOf(rules);
  }

  private static ShareTrend.Design design(List<Rule> rules) {
    double[] years = rules.stream().mapToDouble(Rule::year).toArray();
    int[] days = rules.stream().mapToInt(rule -> (int) rule.date().toEpochDay()).toArray();
    return ShareTrend.design(years, days);
  }

  private static boolean[] wide(List<Rule> rules) {
    boolean[] wide = new boolean[rules.size()];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = rules.get(i).technologyWide();
    }
    return wide;
  }

  /**
   * The trend of the share of technology-wide rules.
   *
   * @param rules the rules
   * @return the trend over years; empty with fewer than {@value ShareTrend#LEAST_OBSERVATIONS}
   *     rules, or where there is none that is finite
   */
  public static Optional<ShareTrend> trend(List<Rule> rules) {
    return rules.size() < ShareTrend.LEAST_OBSERVATIONS
        ? Optional.empty()
        : design(rules).fit(wide(rules));
  }

  /**
   * The trend with its interval as a row for a reader.
   *
   * @param reading how it was counted
   * @param rules tightening rules
   * @param technologyWide of these technology-wide
   * @param logOddsPerYear the trend
   * @param lower lower end of its 95% interval
   * @param upper upper end of it
   */
  public record OneTrend(
      String reading,
      int rules,
      int technologyWide,
      double logOddsPerYear,
      double lower,
      double upper) {}

  /**
   * A trend as a row for a reader.
   *
   * @param name how it was counted
   * @param rules the rules
   * @return the row; empty where there is no trend
   */
  public Optional<OneTrend> row(String name, List<Rule> rules) {
    return trend(rules)
        .map(
            trend -> {
              Interval interval = trend.interval(coverage);
              return new OneTrend(
                  name,
                  rules.size(),
                  (int) rules.stream().filter(Rule::technologyWide).count(),
                  trend.slope(),
                  interval.lower(),
                  interval.upper());
            });
  }

  /**
   * A share of technology-wide rules over some years.
   *
   * @param firstYear first year
   * @param lastYear last year
   * @param technologyWide technology-wide rules
   * @param rules all rules
   * @param share the share with the exact interval of Clopper and Pearson, rules taken as
   *     independent
   */
  public record Share(int firstYear, int lastYear, int technologyWide, int rules, Interval share) {}

  /**
   * The share in a span of years.
   *
   * @param rules the rules
   * @param firstYear first year
   * @param lastYear last year
   * @return the share; empty without rules
   */
  public Optional<Share> share(List<Rule> rules, int firstYear, int lastYear) {
    List<Rule> inside =
        rules.stream()
            .filter(rule -> rule.date().getYear() >= firstYear && rule.date().getYear() <= lastYear)
            .toList();
    int wide = (int) inside.stream().filter(Rule::technologyWide).count();
    return inside.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Share(
                firstYear,
                lastYear,
                wide,
                inside.size(),
                Proportion.clopperPearson(wide, inside.size(), coverage)));
  }

  /**
   * The share before the claim's second half, or since.
   *
   * @param how how the codings are read
   * @param since whether from {@value FromTargetedToBroad#TECHNOLOGIES_FROM} on
   * @return the share
   */
  public Share half(Reading how, boolean since) {
    int first = rulebook.documents().get(0).date().getYear();
    int turn = FromTargetedToBroad.TECHNOLOGIES_FROM;
    return since
        ? share(held(how), turn, rulebook.lastDay().getYear()).orElseThrow()
        : share(held(how), first, turn - 1).orElseThrow();
  }

  /**
   * The share by year.
   *
   * @param rules the rules
   * @return one row a year that has rules
   */
  public List<Share> byYear(List<Rule> rules) {
    return rules.stream()
        .map(rule -> rule.date().getYear())
        .distinct()
        .sorted()
        .flatMap(year -> share(rules, year, year).stream())
        .toList();
  }

  /**
   * Documents on China that neither tighten nor ease, or documents on others alone, by the first
   * coder: what would a trend of scope be where no pressure on China is?
   *
   * @param which which documents
   * @return one rule a document that reaches parties or technologies, in order of time
   */
  public List<Rule> placebo(Predicate<Document.Coding> which) {
    return rulebook.documents().stream()
        .filter(document -> which.test(document.codings().get(Document.Coder.A)))
        .filter(document -> document.codings().get(Document.Coder.A).reach() != Reach.NEITHER)
        .map(
            document ->
                new Rule(
                    document.date(),
                    document.codings().get(Document.Coder.A).reach() == Reach.TECHNOLOGY,
                    document.coverage().partial(),
                    true))
        .toList();
  }

  /**
   * The chance that a technology-wide rule of a month covered in part is not held: those believed
   * missing whose number is known, over them and those that are held.
   *
   * @param how how the codings are read
   * @return a fraction of one
   */
  public double lostShare(Reading how) {
    double missing = rulebook.missing().stream().mapToInt(one -> one.documents().orElse(0)).sum();
    long kept = held(how).stream().filter(rule -> rule.partial() && rule.technologyWide()).count();
    return missing / (missing + kept);
  }

  private Outcome estimate(Optional<ShareTrend> found) {
    if (found.isEmpty()) {
      return Outcome.unusable("too few rules, or no trend that is finite");
    }
    ShareTrend trend = found.get();
    Interval interval = trend.interval(coverage);
    return Outcome.of(
        Evidence.of("technology_wide_trend_lower95", interval.lower())
            .and("technology_wide_trend_upper95", interval.upper())
            .and("technology_wide_trend", interval.estimate()));
  }

  Examination examination() {
    return Examination.of(
        proposition,
        List.of(
            trial(AS_HELD, how -> held(reading.apply(how)), held(Reading.DEFAULT)),
            trial(
                MISSING_ADDED,
                how -> withMissing(reading.apply(how), validatedUsers.in(how).intValue()),
                withMissing(Reading.DEFAULT, 0))));
  }

  /** Data are the trend that a specification finds in them. */
  private Trial<Function<Specification, Optional<ShareTrend>>> trial(
      String group, Function<Specification, List<Rule>> rules, List<Rule> real) {
    World world = new World(real, lostShare(Reading.DEFAULT));
    return Trial.of(
        proposition,
        group,
        specification -> trend(rules.apply(specification)),
        YearMonth.from(rulebook.lastDay()),
        (data, specification) -> estimate(data.apply(specification)),
        (sizes, random) -> {
          Optional<ShareTrend> drawn = world.draw(sizes, random);
          return specification -> drawn;
        });
  }

  /** The rules of the default on their days, with other reaches. */
  private static final class World {
    private final List<Rule> rules;
    private final ShareTrend.Design design;
    private final double lost;
    private final double share;
    private final double correlation;

    World(List<Rule> rules, double lost) {
      this.rules = rules;
      this.design = design(rules);
      this.lost = lost;
      List<Rule> held = rules.stream().filter(Rule::held).toList();
      ShareTrend real = trend(held).orElseThrow();
      this.share = real.share();
      this.correlation = real.correlation();
    }

    Optional<ShareTrend> draw(WorldSizes sizes, RandomGenerator random) {
      double first = rules.get(0).year();
      double span = rules.get(rules.size() - 1).year() - first;
      boolean rises = sizes.has("share_at_start");
      double from = rises ? sizes.of("share_at_start") : share;
      double change = rises ? sizes.of("share_at_end") - from : sizes.of("share_change_over_span");
      double loss =
          Double.isNaN(sizes.of("technology_wide_lost_share"))
              ? lost
              : sizes.of("technology_wide_lost_share");
      double[] shares =
          rules.stream()
              .mapToDouble(rule -> from + change * (rule.year() - first) / span)
              .toArray();
      boolean[] answers = design.drawn(shares, correlation, random);
      boolean[] kept = new boolean[answers.length];
      int n = 0;
      for (int i = 0; i < kept.length; i++) {
        Rule rule = rules.get(i);
        boolean away = random.nextDouble() < loss;
        answers[i] |= !rule.held();
        kept[i] = !(rule.held() && rule.partial() && answers[i] && away);
        n += kept[i] ? 1 : 0;
      }
      if (n == answers.length) {
        return design.fit(answers);
      }
      boolean[] left = new boolean[n];
      for (int i = 0, j = 0; i < kept.length; i++) {
        if (kept[i]) {
          left[j++] = answers[i];
        }
      }
      return design.thinned(kept).fit(left);
    }
  }
}
