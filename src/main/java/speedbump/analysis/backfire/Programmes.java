package speedbump.analysis.backfire;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import speedbump.claim.Choice;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Trial;
import speedbump.data.Catalog;

/** Proposition 9c: the priority began with the sanctions. */
public final class Programmes {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

  private final Proposition proposition;
  private final List<Programme> programmes;
  private final Option<YearMonth> firstControl;

  /**
   * A programme of the central government for chips.
   *
   * @param programme its name
   * @param label a few words for a chart
   * @param firstDay first day on which it may have begun
   * @param lastDay last day on which it may have
   * @param figure what its figure is of
   * @param value the figure
   * @param unit unit of the figure
   * @param grade P, M or S
   */
  public record Programme(
      String programme,
      String label,
      LocalDate firstDay,
      LocalDate lastDay,
      String figure,
      double value,
      String unit,
      String grade) {
    boolean decides() {
      return !grade.equals("S");
    }
  }

  Programmes(Proposition proposition, Catalog catalog) {
    this.proposition = proposition;
    this.programmes = catalog.rows("chips/national_programmes", Programme.class);
    Map<String, YearMonth> months = new HashMap<>();
    for (Choice.Option option : proposition.choice("first control").options()) {
      months.put(option.words(), YearMonth.parse(option.words(), MONTH));
    }
    this.firstControl = Option.of(proposition, "first control", months);
  }

  /**
   * The programmes.
   *
   * @return in the order of the table
   */
  public List<Programme> programmes() {
    return programmes;
  }

  /**
   * The first programme that may decide.
   *
   * @return of those of grade P or M the one that is known to have begun first
   */
  public Programme first() {
    return programmes.stream()
        .filter(Programme::decides)
        .min(Comparator.comparing(Programme::lastDay))
        .orElseThrow();
  }

  /**
   * Days from a control to the first programme, between the nearest ends of what is known.
   *
   * @param control month of the control
   * @return the days, below zero where the programme came first; empty where either may have
   */
  public OptionalLong daysFrom(YearMonth control) {
    Programme first = first();
    LocalDate begin = control.atDay(1);
    LocalDate end = control.atEndOfMonth();
    if (first.lastDay().isBefore(begin)) {
      return OptionalLong.of(ChronoUnit.DAYS.between(begin, first.lastDay()));
    }
    return first.firstDay().isAfter(end)
        ? OptionalLong.of(ChronoUnit.DAYS.between(end, first.firstDay()))
        : OptionalLong.empty();
  }

  Examination examination() {
    YearMonth newest =
        programmes.stream()
            .map(programme -> YearMonth.from(programme.lastDay()))
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return Examination.of(
        proposition,
        List.of(
            Trial.of(
                proposition,
                "programme dates",
                this,
                newest,
                (data, specification) -> {
                  OptionalLong days = data.daysFrom(data.firstControl.in(specification));
                  return days.isEmpty()
                      ? Outcome.unusable("programme and control may have come in either order")
                      : Outcome.of(
                          Evidence.of(
                              "first_programme_minus_first_control_days", days.getAsLong()));
                })));
  }
}
