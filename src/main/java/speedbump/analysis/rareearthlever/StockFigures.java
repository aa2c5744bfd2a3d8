package speedbump.analysis.rareearthlever;

import static speedbump.chart.Columns.each;
import static speedbump.chart.Columns.names;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import speedbump.analysis.rareearthlever.TimeToSubstitute.Kind;
import speedbump.chart.Axis;
import speedbump.chart.Figure;
import speedbump.chart.Marker;
import speedbump.chart.Panel;
import speedbump.chart.Tone;
import speedbump.chart.XyPanel;
import speedbump.model.SupplyGap;

/**
 * The chart of claim 10 on the stock that would just do: until each published time to substitute,
 * and against the dated supply outside China. Its title and description are computed from what is
 * drawn.
 *
 * @param stocks the figures of 10c
 */
public record StockFigures(Stocks stocks) {
  private static final int HORIZON_MONTHS = 60;
  private static final double LEAST_DEMAND = 2;
  private static final double GREATEST_DEMAND = 3000;
  private static final int STEPS = 60;
  private static final int WIDTH = 760;
  private static final int HUNDRED = 100;

  /** The stock that would just do, with all of each plan's yield and no recycling. */
  private double needed(double demand, double delayMonths) {
    return new SupplyGap(
            stocks.heavySupplyOutsideChina(), demand, delayMonths, 1, 0, HORIZON_MONTHS)
        .breakEvenMonths();
  }

  /**
   * The break-even stock: months of use until each published time to substitute, and by the demand
   * that shares the dated supply and the delay of the plans.
   *
   * @return the figure
   */
  public Figure breakEven() {
    List<TimeToSubstitute> times = stocks.timesToSubstitute();
    DoubleSummaryStatistics imports = stocks.usHeavyImports();
    double least = times.stream().mapToDouble(TimeToSubstitute::highMonths).min().orElseThrow();
    double most = times.stream().mapToDouble(TimeToSubstitute::highMonths).max().orElseThrow();
    String finding =
        "Until the published times to substitute, %.0f to %.0f months of stock would be needed; if US users alone share the dated supply, %.0f months"
            .formatted(least, most, needed(imports.getMax(), 0));
    return Figure.titled(finding)
        .subtitle(
            "Stock that would just last from a cut in April 2025; none is published, so no verdict follows")
        .footer(
            "Data: the table above, by row id. Filled marks: grade P or M; rings: S. Below: Lynas's"
                + " output held on, and all that MP Materials, Saskatchewan and Energy Fuels plan.")
        .alt(
            "Above, %d published times to substitute as months of stock; below, the break-even stock by the demand that shares supply. %s; with plans two years late, %.0f"
                .formatted(times.size(), finding, needed(imports.getMax(), 24)))
        .size(WIDTH, 770)
        .row(0.6, timesPanel(times))
        .row(0.4, needs(imports));
  }

  private static XyPanel timesPanel(List<TimeToSubstitute> times) {
    XyPanel panel =
        Panel.xy()
            .titled("Until each published time to substitute")
            .xAxis(Axis.log(0.8, 300, "months of use, if nothing comes before"))
            .yAxis(Axis.categories(names(times, one -> one.label() + ", " + one.ids())));
    for (Kind kind : Kind.values()) {
      List<Integer> firm = places(times, kind, true);
      List<Integer> weak = places(times, kind, false);
      Tone tone =
          switch (kind) {
            case SEEN -> Tone.US;
            case PLAN -> Tone.OTHERS;
            case ESTIMATE -> Tone.HIGHLIGHT;
          };
      String name = kind.name().toLowerCase();
      panel = drawn(panel, times, firm, name, Marker.DOT, tone);
      panel = drawn(panel, times, weak, firm.isEmpty() ? name : "", Marker.RING, tone);
    }
    return panel;
  }

  private static List<Integer> places(List<TimeToSubstitute> times, Kind kind, boolean decides) {
    return IntStream.range(0, times.size())
        .filter(i -> times.get(i).kind() == kind && times.get(i).grade().decides() == decides)
        .boxed()
        .toList();
  }

  private static XyPanel drawn(
      XyPanel panel,
      List<TimeToSubstitute> times,
      List<Integer> places,
      String name,
      Marker marker,
      Tone tone) {
    if (places.isEmpty()) {
      return panel;
    }
    double[] low = each(places, i -> times.get(i).lowMonths());
    double[] high = each(places, i -> times.get(i).highMonths());
    double[] y = each(places, i -> i);
    return panel.ranges(y, low, high, tone).marks(name, high, y, marker, tone);
  }

  private XyPanel needs(DoubleSummaryStatistics imports) {
    double[] demands =
        IntStream.rangeClosed(0, STEPS)
            .mapToDouble(
                i -> LEAST_DEMAND * Math.pow(GREATEST_DEMAND / LEAST_DEMAND, (double) i / STEPS))
            .toArray();
    double top = HORIZON_MONTHS + 2;
    double defence = stocks.greatestDefenceShareOfUsUse();
    return Panel.xy()
        .titled("By who shares the dated supply")
        .xAxis(Axis.log(LEAST_DEMAND, GREATEST_DEMAND, "demand that shares it, tonnes a year"))
        .yAxis(Axis.linear(0, top, "months of use"))
        .band(
            "US imports, 2021-25",
            new double[] {imports.getMin(), imports.getMax()},
            new double[] {0, 0},
            new double[] {top, top},
            Tone.OTHERS)
        .verticalLine(
            defence * imports.getMax(), "%.0f%% of US imports".formatted(HUNDRED * defence))
        .line("plans 24 months late", demands, needed(demands, 24), Tone.OTHERS)
        .line("12 late", demands, needed(demands, 12), Tone.NEUTRAL)
        .line("on time", demands, needed(demands, 0), Tone.US);
  }

  private double[] needed(double[] demands, double delayMonths) {
    return Arrays.stream(demands).map(demand -> needed(demand, delayMonths)).toArray();
  }
}
