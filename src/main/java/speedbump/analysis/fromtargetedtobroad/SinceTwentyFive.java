package speedbump.analysis.fromtargetedtobroad;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import speedbump.analysis.fromtargetedtobroad.Document.Direction;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.stats.SignTest;

/**
 * Proposition 3d: since 2025 the direction is still tightening. Each day with rules has one vote,
 * that of its net.
 */
public final class SinceTwentyFive {
  /** The start of the year. */
  public static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);

  /** The day on which the administration changed. */
  public static final LocalDate INAUGURATION = LocalDate.of(2025, 1, 20);

  private final Proposition proposition;
  private final Rulebook rulebook;
  private final Function<Specification, Reading> reading;

  SinceTwentyFive(Proposition proposition, Rulebook rulebook) {
    this.proposition = proposition;
    this.rulebook = rulebook;
    this.reading = Reading.of(proposition, true);
  }

  /**
   * A day with rules that tighten or ease.
   *
   * @param date the day
   * @param tightening documents that tighten
   * @param easing documents that ease
   */
  public record Day(LocalDate date, int tightening, int easing) {
    /** One for a day that tightens on balance, minus one for one that eases, else zero. */
    int vote() {
      return Integer.signum(tightening - easing);
    }
  }

  /**
   * The days with rules that tighten or ease.
   *
   * @param how how the codings are read
   * @param from the first day that counts
   * @param until the first day that does not
   * @return the days in order of time
   */
  public List<Day> days(Reading how, LocalDate from, LocalDate until) {
    Map<LocalDate, Day> days = new TreeMap<>();
    for (Document document : rulebook.documents()) {
      LocalDate date = document.date();
      Direction way = how.direction(document).orElse(Direction.NEITHER);
      if (!date.isBefore(from) && date.isBefore(until) && way != Direction.NEITHER) {
        boolean tightens = way == Direction.TIGHTENING;
        days.merge(
            date,
            new Day(date, tightens ? 1 : 0, tightens ? 0 : 1),
            (a, b) -> new Day(date, a.tightening() + b.tightening(), a.easing() + b.easing()));
      }
    }
    return List.copyOf(days.values());
  }

  /**
   * The votes of the days from a day on.
   *
   * @param how how the codings are read
   * @param from the first day that counts
   * @return days that tighten on balance, and days that ease
   */
  public SignTest votes(Reading how, LocalDate from) {
    return votes(days(how, from, LocalDate.MAX));
  }

  /**
   * The votes of days.
   *
   * @param days the days
   * @return days that tighten on balance, and days that ease
   */
  public static SignTest votes(List<Day> days) {
    int up = (int) days.stream().filter(day -> day.vote() > 0).count();
    int down = (int) days.stream().filter(day -> day.vote() < 0).count();
    return new SignTest(up, down);
  }

  /**
   * The votes of one year.
   *
   * @param year the year
   * @param tightening days that tighten on balance
   * @param easing days that ease on balance
   * @param even days on which both are as many
   */
  public record YearVotes(int year, int tightening, int easing, int even) {}

  /**
   * The votes by year, for the years before too.
   *
   * @param how how the codings are read
   * @return one row a year
   */
  public List<YearVotes> byYear(Reading how) {
    int first = rulebook.documents().get(0).date().getYear();
    int last = rulebook.lastDay().getYear();
    List<YearVotes> rows = new ArrayList<>();
    for (int year = first; year <= last; year++) {
      List<Day> days = days(how, LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
      SignTest votes = votes(days);
      rows.add(
          new YearVotes(year, votes.up(), votes.down(), days.size() - votes.up() - votes.down()));
    }
    return List.copyOf(rows);
  }

  private static Outcome estimate(SignTest votes) {
    return votes.up() + votes.down() == 0
        ? Outcome.unusable("no day tightens or eases")
        : Outcome.of(
            Evidence.of("tightening_minus_easing_acts", votes.up() - votes.down())
                .and("tightening_sign_test_p", votes.pUp())
                .and("easing_sign_test_p", votes.pDown()));
  }

  Examination examination() {
    return Examination.of(
        proposition,
        List.of(
            trial("from 1 January 2025", NEW_YEAR), trial("from 20 January 2025", INAUGURATION)));
  }

  private Trial<Function<Specification, SignTest>> trial(String group, LocalDate from) {
    SignTest real = votes(Reading.DEFAULT, from);
    int acts = real.up() + real.down();
    return Trial.of(
        proposition,
        group,
        specification -> votes(reading.apply(specification), from),
        YearMonth.from(rulebook.lastDay()),
        (data, specification) -> estimate(data.apply(specification)),
        (sizes, random) -> {
          SignTest drawn = drawn(acts, sizes, random);
          return specification -> drawn;
        });
  }

  private static SignTest drawn(int acts, WorldSizes sizes, RandomGenerator random) {
    int up = 0;
    for (int i = 0; i < acts; i++) {
      up += random.nextDouble() < sizes.of("tightening_share") ? 1 : 0;
    }
    return new SignTest(up, acts - up);
  }
}
