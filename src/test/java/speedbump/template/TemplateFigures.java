package speedbump.template;

import java.util.stream.IntStream;
import speedbump.chart.Axis;
import speedbump.chart.Figure;
import speedbump.chart.Panel;
import speedbump.chart.Tone;

/**
 * The figures of the template. Titles and descriptions are computed from what is drawn.
 *
 * @param template the analysis
 */
public record TemplateFigures(Template template) {
  private static final int FIRST = 20;

  /**
   * The share of even decimals among the first n.
   *
   * @return the figure
   */
  public Figure runningShare() {
    int all = template.digits().length;
    double[] n = IntStream.rangeClosed(FIRST, all).asDoubleStream().toArray();
    double[] share =
        IntStream.rangeClosed(FIRST, all)
            .mapToDouble(first -> template.share(first).estimate())
            .toArray();
    String finding =
        "Of the first %d decimals of pi %.0f%% are even"
            .formatted(all, 100 * share[share.length - 1]);
    return Figure.titled(finding)
        .subtitle("Share of even digits among the first n decimals")
        .footer("Decimals computed by the spigot of Gibbons (2006).")
        .alt(finding + ", beside one half drawn as a line")
        .size(760, 400)
        .panel(
            Panel.xy()
                .xAxis(Axis.linear(0, all, "decimals"))
                .yAxis(Axis.share(0.3, 0.7, "share of even digits"))
                .line("", n, share, Tone.HIGHLIGHT)
                .horizontalLine(0.5, "one half"));
  }
}
