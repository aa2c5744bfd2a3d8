package speedbump.analysis.rareearthlever;

import static speedbump.analysis.rareearthlever.MagnetFlows.CONTROL;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import speedbump.analysis.rareearthlever.MagnetFlows.WeakRows;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.data.Catalog;
import speedbump.model.MonthlyForecast;
import speedbump.model.MonthlyTotals;
import speedbump.model.MonthlyTotals.Block;
import speedbump.model.MonthlyTotals.Period;
import speedbump.model.Scale;
import speedbump.stats.Argument;

/**
 * Proposition 10b: the April 2025 controls bit. The months from April 2025 are held against the
 * prediction interval that the months before give for one month more.
 */
public final class Bite {
  /** Pairs of a month and the same month a year before, below which no season can be told. */
  private static final int LEAST_PAIRS = 2;

  private final Proposition proposition;
  private final Map<String, MagnetFlows> byGroup;
  private final MonthlyTotals allRareEarths;
  private final Option<MonthsBefore> monthsBefore;
  private final Option<WeakRows> weakRows;
  private final Option<Scale> scale;
  private final Option<Season> season;
  private final int monthsTested;
  private final double coverage;

  private final MonthlyTotals toUsByOwnGrade;

  Bite(Proposition proposition, MagnetFlows world, MagnetFlows unitedStates, Catalog catalog) {
    this.proposition = proposition;
    this.byGroup = Map.of("world", world, "United States", unitedStates);
    this.allRareEarths = allRareEarths(catalog);
    this.toUsByOwnGrade = MagnetFlows.byOwnGrade(catalog, "USA");
    this.monthsBefore =
        Option.of(proposition, "months before", MonthsBefore.values(), months -> months.option);
    this.weakRows = WeakRows.withoutBlock(proposition);
    this.scale =
        Option.of(
            proposition, "scale", Map.of("level", Scale.LEVELS, "logarithm", Scale.LOGARITHMS));
    this.season = Option.of(proposition, "season", Season.values(), value -> value.option);
    this.monthsTested = (int) proposition.definition("months_tested");
    this.coverage = proposition.definition("prediction_interval_coverage");
  }

  /** Which of the months before are used. */
  private enum MonthsBefore {
    SINGLE_AND_SUMS("single months and sums"),
    SINGLE("single months only");

    private final String option;

    MonthsBefore(String option) {
      this.option = option;
    }

    List<Block> of(MonthlyTotals totals) {
      return totals.before(CONTROL).stream()
          .filter(block -> this == SINGLE_AND_SUMS || block.size() == 1)
          .toList();
    }
  }

  private enum Season {
    NONE("none"),
    SAME_MONTH_A_YEAR_BEFORE("same month a year before");

    private final String option;

    Season(String option) {
      this.option = option;
    }
  }

  /**
   * A block of months against what the blocks before it forecast: the test of April 2025 at another
   * time.
   *
   * @param block the months tested
   * @param blocksBefore blocks used for the forecast
   * @param standardisedError prediction error in standard deviations
   * @param chanceBelow the chance of a block as low, if nothing had changed
   */
  public record Placebo(
      Block block, int blocksBefore, double standardisedError, double chanceBelow) {}

  /**
   * The test of each block against those that end before it begins, in order of time.
   *
   * @param totals exports
   * @param leastBlocks blocks that must lie before
   * @param until the first month that is not tested
   * @return by their first month; from {@link MagnetFlows#CONTROL} on only blocks before it are
   *     used
   */
  public static List<Placebo> placebos(MonthlyTotals totals, int leastBlocks, YearMonth until) {
    List<Placebo> placebos = new ArrayList<>();
    for (Block block : totals.before(until)) {
      if (block.first().isBefore(CONTROL) && !block.last().isBefore(CONTROL)) {
        continue; // a sum over months before and after says nothing of either
      }
      YearMonth cut = block.first().isAfter(CONTROL) ? CONTROL : block.first();
      List<Block> before = totals.before(cut);
      if (before.size() >= leastBlocks) {
        MonthlyForecast forecast = MonthlyForecast.fit(before, Scale.LEVELS);
        placebos.add(
            new Placebo(
                block,
                before.size(),
                forecast.standardisedError(block),
                forecast.chanceBelow(block)));
      }
    }
    return placebos;
  }

  /**
   * How many of the first months from {@link MagnetFlows#CONTROL} on are known singly and lie below
   * what the months and sums before predict.
   *
   * @param totals exports
   * @param months how many months are looked at
   * @param coverage coverage of the prediction interval
   * @return months
   */
  public static long lowMonths(MonthlyTotals totals, int months, double coverage) {
    double lower =
        MonthlyForecast.fit(totals.before(CONTROL), Scale.LEVELS).month(coverage).lower();
    return IntStream.range(0, months)
        .mapToObj(i -> totals.month(CONTROL.plusMonths(i)))
        .filter(tonnes -> tonnes.isPresent() && tonnes.getAsDouble() < lower)
        .count();
  }

  /**
   * Whether the fall of exports to the US in the first months from control on rests on rows that
   * decide only since the series was graded as a whole.
   *
   * @param months how many months are looked at
   * @return whether the rows that decide by themselves leave one of the months out
   */
  public boolean restsOnRaisedRows(int months) {
    return IntStream.range(0, months)
        .anyMatch(i -> toUsByOwnGrade.month(CONTROL.plusMonths(i)).isEmpty());
  }

  /**
   * China's exports of all seventeen rare earths to the world: mostly light ones, which need no
   * licence.
   *
   * @return tonnes by month and sum of months, on which the placebo test is run
   */
  public MonthlyTotals allRareEarths() {
    return allRareEarths;
  }

  private record FlowRow(
      String series,
      String period,
      Optional<LocalDate> startDate,
      Optional<LocalDate> endDate,
      OptionalDouble value) {
    Period published() {
      return new Period(
          YearMonth.from(startDate.orElseThrow()),
          YearMonth.from(endDate.orElseThrow()),
          value.orElseThrow(),
          "rare earths " + period);
    }
  }

  private static MonthlyTotals allRareEarths(Catalog catalog) {
    return MonthlyTotals.of(
        catalog.rows("minerals/mineral_flows", FlowRow.class).stream()
            .filter(row -> row.series().equals("china_rare_earth_exports_17_minerals"))
            .map(FlowRow::published)
            .toList());
  }

  private Outcome estimate(MagnetFlows flows, Specification specification) {
    MonthlyTotals totals = flows.totals(weakRows.in(specification));
    List<Block> before = monthsBefore.in(specification).of(totals);
    Scale on = scale.in(specification);
    if (season.in(specification) == Season.SAME_MONTH_A_YEAR_BEFORE) {
      return seasonal(totals);
    }
    if (before.size() < MonthlyForecast.LEAST_BLOCKS) {
      return Outcome.unusable("fewer than two months before");
    }
    if (!Argument.varies(before.stream().mapToDouble(Block::mean).toArray())) {
      return Outcome.unusable("all months before are alike: no scatter to forecast from");
    }
    double lower = MonthlyForecast.fit(before, on).month(coverage).lower();
    if (lower <= 0) {
      return Outcome.of(monthsBelow(0));
    }
    return MagnetFlows.identified(
        proposition,
        totals.atOrAbove(CONTROL, monthsTested, lower).stream()
            .map(Bite::below)
            .sorted()
            .map(Bite::monthsBelow)
            .toList());
  }

  private static Evidence monthsBelow(int months) {
    return Evidence.of("months_below_prediction_interval", months);
  }

  private static int below(boolean[] atOrAbove) {
    int below = 0;
    for (boolean one : atOrAbove) {
      below += one ? 0 : 1;
    }
    return below;
  }

  /** A season is told from pairs of a month and the same month a year before. */
  private static Outcome seasonal(MonthlyTotals totals) {
    long pairs =
        totals.before(CONTROL).stream()
            .filter(
                block ->
                    block.months().stream()
                        .allMatch(month -> totals.month(month.minusYears(1)).isPresent()))
            .count();
    if (pairs >= LEAST_PAIRS) {
      throw new IllegalStateException(
          "%d pairs of a month and the same month a year before are held now: a season can be told"
              .formatted(pairs));
    }
    return Outcome.unusable(
        "%s month before April 2025 is held together with the same month a year before"
            .formatted(pairs == 0 ? "no" : "only one"));
  }

  Examination examination() {
    return Examination.of(proposition, List.of(trial("world"), trial("United States")));
  }

  private Trial<MagnetFlows> trial(String group) {
    MagnetFlows flows = byGroup.get(group);
    return Trial.of(
        proposition,
        group,
        flows,
        CONTROL.plusMonths(monthsTested - 1L),
        this::estimate,
        (sizes, random) -> draw(flows, sizes, random));
  }

  /** Exports change for so many months from the control, or for good where no number is named. */
  private static MagnetFlows draw(MagnetFlows flows, WorldSizes sizes, RandomGenerator random) {
    double size = sizes.of("exports_over_foretold");
    double shockMonths = sizes.has("months") ? sizes.of("months") : Double.POSITIVE_INFINITY;
    return flows.drawn(
        month -> {
          long since = CONTROL.until(month, ChronoUnit.MONTHS);
          return since >= 0 && since < shockMonths ? size : 1;
        },
        random);
  }
}
