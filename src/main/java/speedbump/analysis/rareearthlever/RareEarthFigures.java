package speedbump.analysis.rareearthlever;

import static speedbump.analysis.rareearthlever.MagnetFlows.CONTROL;
import static speedbump.chart.Columns.each;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import speedbump.analysis.rareearthlever.Bite.Placebo;
import speedbump.analysis.rareearthlever.Lever.LevelBefore;
import speedbump.analysis.rareearthlever.MagnetFlows.WeakRows;
import speedbump.chart.Axis;
import speedbump.chart.EvidencePanels;
import speedbump.chart.Figure;
import speedbump.chart.Marker;
import speedbump.chart.Panel;
import speedbump.chart.Tone;
import speedbump.chart.XyPanel;
import speedbump.claim.GroupResult;
import speedbump.claim.Power;
import speedbump.claim.Proposition;
import speedbump.claim.Registry;
import speedbump.claim.Standing;
import speedbump.data.Catalog;
import speedbump.model.MonthlyTotals;
import speedbump.model.MonthlyTotals.Block;
import speedbump.stats.Interval;
import speedbump.stats.Student;

/**
 * The charts of claim 10 that draw exports of magnets. Titles and descriptions are computed from
 * what is drawn.
 *
 * @param catalog the collection's tables
 * @param rareEarths the analysis
 * @see SupplyFigures
 * @see StockFigures
 * @see ComparisonFigures
 */
public record RareEarthFigures(Catalog catalog, RareEarthLever rareEarths) {
  private static final String CUSTOMS =
      "Data: China's customs as reported by the press and by trade analysts, to March 2026";

  private static final YearMonth LAST = YearMonth.of(2026, 3);
  private static final LocalDate LICENCE = LocalDate.of(2025, 4, 4);
  private static final LocalDate SUSPENSION = LocalDate.of(2025, 11, 7);

  /** The chance below which a block counts as low: one end of a 95% interval. */
  private static final double LOW = 0.025;

  private static final int WIDTH = 760;
  private static final int HUNDRED = 100;

  private static double place(YearMonth month) {
    return Axis.year(month.atDay(1));
  }

  private static String words(YearMonth month) {
    return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear();
  }

  private static List<Block> single(MonthlyTotals totals) {
    return totals.blocks().stream().filter(block -> block.size() == 1).toList();
  }

  private static double percent(MagnetFlows flows, YearMonth month) {
    return HUNDRED * flows.overForecast(month, month);
  }

  /**
   * Exports month by month, to the world and to the United States, with what the months before the
   * control predict.
   *
   * @return the figure
   */
  public Figure magnetExports() {
    MagnetFlows world = rareEarths.world();
    MagnetFlows us = rareEarths.unitedStates();
    YearMonth lowest =
        single(us.totals(WeakRows.LEFT_OUT)).stream()
            .min(Comparator.comparingDouble(Block::total))
            .orElseThrow()
            .first();
    YearMonth back =
        single(world.totals(WeakRows.LEFT_OUT)).stream()
            .filter(block -> block.first().isAfter(lowest))
            .filter(block -> block.total() >= world.forecast().mean())
            .findFirst()
            .orElseThrow()
            .first();
    Proposition lever = Registry.of(catalog).proposition("10d");
    double recovered = lever.definition("recovered_share_of_before");
    double level = LevelBefore.FIRST_QUARTER_OF_2025.in(us.totals(WeakRows.LEFT_OUT)).orElseThrow();
    return Figure.titled(
            "In %s magnet exports were at %.0f%% of the level predicted, those to the US at %.0f%%; the world's were back by %s"
                .formatted(words(lowest), percent(world, lowest), percent(us, lowest), words(back)))
        .subtitle(
            "China's exports of rare-earth magnets, tonnes a month; bars: means of months known"
                + " only as a sum")
        .footer(CUSTOMS + "; each row names its source. Rows flagged weak left out.")
        .alt(
            "Two panels of monthly exports, in per cent of the level predicted: to the world %.0f in %s and %.0f in %s; to the United States %.0f in %s and %.0f in %s"
                .formatted(
                    percent(world, lowest),
                    words(lowest),
                    percent(world, LAST),
                    words(LAST),
                    percent(us, lowest),
                    words(lowest),
                    percent(us, LAST),
                    words(LAST)))
        .size(WIDTH, 620)
        .row(
            1,
            monthly("All destinations", world, 8000)
                .label(place(YearMonth.of(2025, 7)), 4400, "95% band predicted", Tone.OTHERS))
        .row(
            1,
            monthly("To the United States", us, 1000)
                .horizontalLine(
                    recovered * level, "%.0f%% of early 2025".formatted(HUNDRED * recovered)));
  }

  private XyPanel monthly(String title, MagnetFlows flows, double top) {
    MonthlyTotals totals = flows.totals(WeakRows.LEFT_OUT);
    List<Block> singles = single(totals);
    double halfMonth = 1 / 24.0;
    double[] after = {place(CONTROL), place(LAST.plusMonths(1))};
    Interval interval =
        flows
            .forecast()
            .month(
                Registry.of(catalog).proposition("10b").definition("prediction_interval_coverage"));
    XyPanel panel =
        Panel.xy()
            .titled(title)
            .xAxis(Axis.years(2024, 2026.3))
            .yAxis(Axis.linear(0, top, "tonnes a month"))
            .band(
                "",
                after,
                new double[] {interval.lower(), interval.lower()},
                new double[] {interval.upper(), interval.upper()},
                Tone.OTHERS)
            .points(
                "",
                each(singles, block -> place(block.first()) + halfMonth),
                each(singles, Block::total),
                Tone.CHINA);
    for (Block block : totals.blocks()) {
      if (block.size() > 1) {
        panel =
            panel.line(
                "",
                new double[] {place(block.first()), place(block.last().plusMonths(1))},
                new double[] {block.mean(), block.mean()},
                Tone.CHINA);
      }
    }
    return panel
        .verticalLine(Axis.year(LICENCE), "licence")
        .verticalLine(Axis.year(SUSPENSION), "later rules suspended");
  }

  /**
   * Propositions 10b and 10d under attack: every block of months in the place of April 2025, the
   * simulated worlds, and every specification of 10d.
   *
   * @param magnets the placebo test of the magnets, blocks from April 2025 on among them
   * @param allRareEarths the same test of all rare earths, of which few need a licence
   * @param bite the deciding group of 10b
   * @param lever the group of 10d
   * @return the figure
   */
  public Figure couldItBeWrong(
      List<Placebo> magnets, List<Placebo> allRareEarths, GroupResult bite, GroupResult lever) {
    Registry registry = Registry.of(catalog);
    Proposition recovery = registry.proposition("10d");
    double months = recovery.bound(Standing.FAILS, "longest_recovered_run_months");
    List<Placebo> earlier =
        magnets.stream().filter(one -> one.block().first().isBefore(CONTROL)).toList();
    List<Placebo> later =
        magnets.stream().filter(one -> !one.block().first().isBefore(CONTROL)).toList();
    int freedom = rareEarths.world().forecast().degreesOfFreedom();
    double low = Student.quantile(LOW, freedom);
    int told = (int) Math.floor(HUNDRED * Math.min(told(bite.power()), told(lever.power())));
    return Figure.titled(
            "%d of %d earlier blocks of months were as low as one in forty, %d of %d from April 2025; both tests tell the worlds apart in at least %d of 100 draws"
                .formatted(low(earlier), earlier.size(), low(later), later.size(), told))
        .subtitle("Propositions 10b and 10d: placebo months, simulated worlds, specification curve")
        .footer(
            CUSTOMS
                + ". %,d draws a world. %d of %d specifications of 10d are not identified and not drawn; the others give %d distinct answers."
                    .formatted(
                        lever.power().draws(),
                        lever.voting().size() - lever.usable(),
                        lever.voting().size(),
                        lever.distinctAnswers()))
        .alt(
            "Earlier blocks of months lie %.1f to %.1f standard deviations from their prediction, those from April 2025 %.1f to %.1f; of %d ways of counting 10d (%d distinct answers) %d say that exports had not recovered"
                .formatted(
                    errors(earlier).min().orElseThrow(),
                    errors(earlier).max().orElseThrow(),
                    errors(later).min().orElseThrow(),
                    errors(later).max().orElseThrow(),
                    lever.usable(),
                    lever.distinctAnswers(),
                    lever.meetHolds()))
        .size(WIDTH, 975)
        .row(
            0.29,
            strip(earlier, later, allRareEarths)
                .horizontalLine(low, "one in forty, with %d degrees of freedom".formatted(freedom)))
        .row(
            0.37,
            EvidencePanels.worlds(registry, "10b", bite).titled("10b where the truth is known"),
            EvidencePanels.worlds(registry, "10d", lever).titled("10d where the truth is known"))
        .row(
            0.35,
            EvidencePanels.curve(lever, "longest_recovered_run_months")
                .yAxis(Axis.linear(0, 5, "months"))
                .threshold(months - 0.5, "%.0f months or more: recovered".formatted(months))
                .titled("10d: longest run at or above 90% of the level before"));
  }

  private static long low(List<Placebo> placebos) {
    return placebos.stream().filter(one -> one.chanceBelow() < LOW).count();
  }

  private static DoubleStream errors(List<Placebo> placebos) {
    return placebos.stream().mapToDouble(Placebo::standardisedError);
  }

  /** The smaller chance of the right word: "holds" in the true world, not "holds" in the false. */
  private static double told(Power power) {
    return Math.min(power.holdsGivenTrue(), 1 - power.holdsGivenFalse());
  }

  private static XyPanel strip(
      List<Placebo> earlier, List<Placebo> later, List<Placebo> allRareEarths) {
    return Panel.xy()
        .titled("Every block of months, predicted by those before")
        .xAxis(Axis.years(2024.4, 2026.2))
        .yAxis(Axis.linear(-9, 5, "standard deviations of a prediction"))
        .points(
            "before April 2025",
            each(earlier, one -> place(one.block().first())),
            each(earlier, Placebo::standardisedError),
            Tone.OTHERS)
        .points(
            "after",
            each(later, one -> place(one.block().first())),
            each(later, Placebo::standardisedError),
            Tone.CHINA)
        .marks(
            "all rare earths",
            each(allRareEarths, one -> place(one.block().first())),
            each(allRareEarths, Placebo::standardisedError),
            Marker.RING,
            Tone.NEUTRAL);
  }
}
