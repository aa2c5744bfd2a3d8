package speedbump.analysis.rareearthlever;

import static speedbump.analysis.rareearthlever.MagnetFlows.CONTROL;

import java.time.YearMonth;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import speedbump.analysis.rareearthlever.MagnetFlows.WeakRows;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.model.MonthlyTotals;

/**
 * Proposition 10d: the lever holds, flows of magnets to the United States had not recovered within
 * twelve months.
 *
 * <p>Read before any result was seen: month 1 of the lever is April 2025, month 12 is March 2026.
 */
public final class Lever {
  private final Proposition proposition;
  private final MagnetFlows unitedStates;
  private final Option<LevelBefore> levelBefore;
  private final Option<WeakRows> weakRows;
  private final double recoveredShare;
  private final int horizonMonths;
  private final int meanFromMonth;

  Lever(Proposition proposition, MagnetFlows unitedStates) {
    this.proposition = proposition;
    this.unitedStates = unitedStates;
    this.levelBefore =
        Option.of(proposition, "level before", LevelBefore.values(), LevelBefore::words);
    this.weakRows = WeakRows.option(proposition);
    this.recoveredShare = proposition.definition("recovered_share_of_before");
    this.horizonMonths = (int) proposition.definition("horizon_months");
    this.meanFromMonth = (int) proposition.definition("mean_from_month");
  }

  /** The span whose mean is the level against which recovery is measured. */
  public enum LevelBefore {
    /** The three months before the control. */
    FIRST_QUARTER_OF_2025("first quarter of 2025", YearMonth.of(2025, 1), 3),
    /** The year before. */
    YEAR_2024("2024", YearMonth.of(2024, 1), 12),
    /** Its second half. */
    SECOND_HALF_OF_2024("second half of 2024", YearMonth.of(2024, 7), 6);

    private final String words;
    private final YearMonth from;
    private final int months;

    LevelBefore(String words, YearMonth from, int months) {
      this.words = words;
      this.from = from;
      this.months = months;
    }

    /**
     * The span as it is registered.
     *
     * @return the option
     */
    public String words() {
      return words;
    }

    /**
     * The level.
     *
     * @param totals exports
     * @return tonnes a month; empty where the span is not known as a whole
     */
    public OptionalDouble in(MonthlyTotals totals) {
      return mean(totals, from, months);
    }
  }

  private static OptionalDouble mean(MonthlyTotals totals, YearMonth from, int months) {
    OptionalDouble sum = totals.sum(from, from.plusMonths(months - 1L));
    return sum.isPresent() ? OptionalDouble.of(sum.getAsDouble() / months) : sum;
  }

  /**
   * The longest run of months at or above a level, for every way in which sums can be shared out.
   *
   * @param totals exports
   * @param level the level, tonnes a month
   * @param months how many months from April 2025 are looked at
   * @return each possible run once, ascending
   * @throws IllegalArgumentException if a month is not known at all, or the level is not above 0
   */
  public static List<Integer> longestRuns(MonthlyTotals totals, double level, int months) {
    return totals.atOrAbove(CONTROL, months, level).stream()
        .map(Lever::longestRun)
        .distinct()
        .sorted()
        .toList();
  }

  private static int longestRun(boolean[] pattern) {
    int longest = 0;
    int run = 0;
    for (boolean one : pattern) {
      run = one ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private Outcome estimate(MagnetFlows flows, Specification specification) {
    MonthlyTotals totals = flows.totals(weakRows.in(specification));
    OptionalDouble before = levelBefore.in(specification).in(totals);
    OptionalDouble last =
        mean(totals, CONTROL.plusMonths(meanFromMonth - 1L), horizonMonths - meanFromMonth + 1);
    if (before.isEmpty() || last.isEmpty()) {
      return Outcome.unusable("the level before, or that of the last months, is not known");
    }
    double level = recoveredShare * before.getAsDouble();
    double mean = last.getAsDouble() / before.getAsDouble();
    return MagnetFlows.identified(
        proposition,
        longestRuns(totals, level, horizonMonths).stream()
            .map(
                run ->
                    Evidence.of("longest_recovered_run_months", run)
                        .and("mean_months_10_to_12_over_before", mean))
            .toList());
  }

  Examination examination() {
    return Examination.of(
        proposition,
        List.of(
            Trial.of(
                proposition,
                "flows to the United States",
                unitedStates,
                CONTROL.plusMonths(horizonMonths - 1L),
                this::estimate,
                this::draw)));
  }

  /** Exports change at the control, for good. */
  private MagnetFlows draw(WorldSizes sizes, RandomGenerator random) {
    double size = sizes.of("flow_over_before");
    return unitedStates.drawn(month -> month.isBefore(CONTROL) ? 1 : size, random);
  }
}
