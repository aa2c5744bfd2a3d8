package speedbump.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import speedbump.stats.Argument;
import speedbump.stats.KaplanMeier;

/**
 * How far a following frontier trails a leading one, in months.
 *
 * <p>The lag of a score {@code s} shown on day {@code t} is the time since the leader first stood
 * at or above it:
 *
 * <pre>L(s, t) = (t - min{u : F(u) >= s}) / 30.4375 days</pre>
 *
 * <p>Where the leader had not reached the score by that day (the follower is level or ahead, or
 * first on the ruler) the lag is zero and marked {@link Bound#AT_MOST}. Where the leader's very
 * first release on the ruler was already at or above it, the leader may have been there before the
 * ruler begins, so the lag is marked {@link Bound#AT_LEAST}.
 *
 * <p>Read at the follower's record releases a lag tells how fast records are matched; read on a
 * calendar it also counts the waiting between records, and is longer.
 */
public final class FrontierLag {
  private static final double DAYS_PER_MONTH = JulianYear.DAYS / 12;

  private final Frontier leader;
  private final Frontier follower;

  private FrontierLag(Frontier leader, Frontier follower) {
    this.leader = leader;
    this.follower = follower;
  }

  /** What a lag's number says about the true lag. */
  public enum Bound {
    /** The number is the lag. */
    EXACT,
    /** The leader had not reached the score: the lag is at most the number. */
    AT_MOST,
    /** The ruler begins with a leader already there: the lag is at least the number. */
    AT_LEAST
  }

  /**
   * A lag.
   *
   * @param name the follower's model whose score it is
   * @param date day on which it is read
   * @param score the follower's score, in the ruler's unit
   * @param months the lag in months of 30.4375 days, never below zero
   * @param bound whether the number is exact or a bound
   */
  public record Lag(String name, LocalDate date, double score, double months, Bound bound) {
    /**
     * The same reading with another lag, as a simulated world draws it.
     *
     * @param drawn the lag in months
     * @return the other lag
     * @throws IllegalArgumentException if it is not finite
     */
    public Lag withMonths(double drawn) {
      Argument.finite("drawn", drawn);
      return new Lag(name, date, score, drawn, bound);
    }
  }

  /**
   * The time until the follower matched a record of the leader.
   *
   * @param name the leader's record
   * @param date its release
   * @param months months until the follower stood at or above its score, or until the end of
   *     observation; zero if the follower was there before
   * @param matched whether the follower has matched it; if not, the time is censored
   */
  public record CatchUp(String name, LocalDate date, double months, boolean matched) {}

  /**
   * Holds two frontiers on one ruler against each other.
   *
   * @param leader the frontier that is followed
   * @param follower the frontier that follows
   * @return the lag of the follower behind the leader
   * @throws IllegalArgumentException if one is null
   */
  public static FrontierLag between(Frontier leader, Frontier follower) {
    return new FrontierLag(Argument.given("leader", leader), Argument.given("follower", follower));
  }

  /**
   * The frontier that is followed.
   *
   * @return the leader
   */
  public Frontier leader() {
    return leader;
  }

  /**
   * The frontier that follows.
   *
   * @return the follower
   */
  public Frontier follower() {
    return follower;
  }

  /**
   * The lag of any release, whether or not it is a record of the follower.
   *
   * @param release a model with its date and score on this ruler
   * @return its lag on the day of its release
   * @throws IllegalArgumentException if it is null
   */
  public Lag of(Release release) {
    Argument.given("release", release);
    return lag(release.name(), release.score(), release.date());
  }

  /**
   * The lag at each record of the follower, on the day of its release.
   *
   * @return one lag a record, in order of date
   */
  public List<Lag> atRecords() {
    return follower.records().stream().map(this::of).toList();
  }

  /**
   * The lag of the follower's running best on given days.
   *
   * @param dates days in any order
   * @return one lag a day; days before the follower's first release are left out
   * @throws IllegalArgumentException if one is null
   */
  public List<Lag> on(List<LocalDate> dates) {
    Argument.givenAll("dates", dates);
    List<Lag> lags = new ArrayList<>();
    for (LocalDate date : dates) {
      Optional<Release> best = follower.recordOn(date);
      best.ifPresent(release -> lags.add(lag(release.name(), release.score(), date)));
    }
    return lags;
  }

  /**
   * The lag of the follower's running best on every day of a span, as bare months.
   *
   * @param from first day
   * @param to last day, inclusive
   * @return months, one a day on which the follower has a release
   * @throws IllegalArgumentException if a day is null or outside the years 1 to 9999, or the span
   *     ends before it starts
   */
  public double[] daily(LocalDate from, LocalDate to) {
    Argument.day("from", from);
    Argument.day("to", to);
    Argument.require(!to.isBefore(from), "the span ends (%s) before it starts (%s)", to, from);
    long first = Math.max(from.toEpochDay(), follower.dayOf(0));
    long last = to.toEpochDay();
    double[] months = new double[(int) Math.max(0, last - first + 1)];
    for (int i = 0; i < months.length; i++) {
      long day = first + i;
      int reached = leader.indexReaching(follower.scoreOf(follower.indexOn(day)));
      months[i] =
          reached > leader.indexOn(day) ? 0 : (day - leader.dayOf(reached)) / DAYS_PER_MONTH;
    }
    return months;
  }

  /**
   * How long each record of the leader stood before the follower matched it.
   *
   * @param end last day of observation: unmatched records are censored there
   * @return one time a record of the leader released on or before that day
   * @throws IllegalArgumentException if it is null
   */
  public List<CatchUp> catchUps(LocalDate end) {
    Argument.given("end", end);
    List<CatchUp> times = new ArrayList<>();
    for (Release record : leader.records()) {
      if (record.date().isAfter(end)) {
        continue;
      }
      Optional<Release> match =
          follower.firstAtOrAbove(record.score()).filter(found -> !found.date().isAfter(end));
      LocalDate until = match.map(Release::date).orElse(end);
      double months = Math.max(0, months(record.date(), until));
      times.add(new CatchUp(record.name(), record.date(), months, match.isPresent()));
    }
    return times;
  }

  /**
   * How long records of the leader stood before they were matched, with those that still stand
   * carried as unfinished.
   *
   * @param end last day of observation
   * @return the Kaplan-Meier curve of {@link #catchUps}, in months
   * @throws IllegalArgumentException if it is null, or no record of the leader is so old
   */
  public KaplanMeier survival(LocalDate end) {
    List<CatchUp> times = catchUps(end);
    Argument.require(!times.isEmpty(), "end (%s) comes before the leader's first record", end);
    double[] months = times.stream().mapToDouble(CatchUp::months).toArray();
    boolean[] matched = new boolean[months.length];
    for (int i = 0; i < matched.length; i++) {
      matched[i] = times.get(i).matched();
    }
    return KaplanMeier.of(months, matched);
  }

  /**
   * The last days of the quarters within a span, both ends included.
   *
   * @param from first day
   * @param to last day
   * @return 31 March, 30 June, 30 September and 31 December of the years spanned
   * @throws IllegalArgumentException if a day is null or outside the years 1 to 9999, or the span
   *     ends before it starts
   */
  public static List<LocalDate> quarterEnds(LocalDate from, LocalDate to) {
    Argument.day("from", from);
    Argument.day("to", to);
    Argument.require(!to.isBefore(from), "the span ends (%s) before it starts (%s)", to, from);
    List<LocalDate> ends = new ArrayList<>();
    YearMonth month = YearMonth.of(from.getYear(), 3);
    for (; !month.atEndOfMonth().isAfter(to); month = month.plusMonths(3)) {
      if (!month.atEndOfMonth().isBefore(from)) {
        ends.add(month.atEndOfMonth());
      }
    }
    return ends;
  }

  /**
   * Months between two days.
   *
   * @param from a day
   * @param to a day
   * @return days between over 30.4375, negative if {@code to} comes first
   * @throws IllegalArgumentException if one is null
   */
  public static double months(LocalDate from, LocalDate to) {
    Argument.given("from", from);
    Argument.given("to", to);
    return (to.toEpochDay() - from.toEpochDay()) / DAYS_PER_MONTH;
  }

  private Lag lag(String name, double score, LocalDate date) {
    int reached = leader.indexReaching(score);
    if (reached > leader.indexOn(date.toEpochDay())) {
      return new Lag(name, date, score, 0, Bound.AT_MOST);
    }
    Release first = leader.records().get(reached);
    Bound bound = reached == 0 ? Bound.AT_LEAST : Bound.EXACT;
    return new Lag(name, date, score, months(first.date(), date), bound);
  }
}
