package speedbump.analysis.delayorstop;

import static speedbump.chart.Columns.each;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import speedbump.analysis.delayorstop.ComputeRecords.Model;
import speedbump.analysis.shared.ControlledSeries;
import speedbump.analysis.shared.ControlledSeries.Point;
import speedbump.analysis.shared.NearControl;
import speedbump.chart.Axis;
import speedbump.chart.Figure;
import speedbump.chart.Panel;
import speedbump.chart.Tone;
import speedbump.chart.XyPanel;
import speedbump.data.Catalog;
import speedbump.model.FrontierLag;
import speedbump.model.KinkedTrend;
import speedbump.model.ShockDesign;
import speedbump.model.ShockFit;
import speedbump.model.ShockFits;
import speedbump.model.ShockShape;

/**
 * The charts of claim 2 that show series and the shapes of their paths. Titles and descriptions are
 * computed from what is drawn.
 *
 * @param catalog the collection's tables
 * @param analysis the analysis
 */
public record DelayFigures(Catalog catalog, DelayOrStop analysis) {
  private static final int WIDTH = 760;
  private static final int STEPS = 240;
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  /** Room for names at the end of lines, as a share of the time drawn. */
  private static final double ROOM_FOR_NAMES = 0.3;

  private static final int MADE_UP_YEARS_BEFORE = 2;
  private static final int MADE_UP_YEARS_AFTER = 4;

  /** How a series is drawn. */
  private record Drawn(String id, String title, Axis axis) {}

  private static final List<Drawn> FITTED =
      List.of(
          new Drawn(
              "training_compute_published",
              "Training compute, published points",
              Axis.log(1e15, 1e27, "FLOP")),
          new Drawn(
              "training_compute_models",
              "Training compute, ten largest so far",
              Axis.log(1e17, 1e27, "FLOP")),
          new Drawn("chip_exports", "Exports of chips", Axis.log(50, 300, "USD billion")),
          new Drawn(
              "semiconductor_patents",
              "US patents on semiconductors",
              Axis.log(1, 10_000, "patents a year")));

  private static final List<Drawn> SHOWN =
      List.of(
          new Drawn("huawei_revenue", "Huawei's revenue", Axis.linear(0, 1000, "CNY billion")),
          new Drawn("huawei_phones", "Huawei's phones", Axis.linear(0, 300, "million")),
          new Drawn("smic_revenue", "SMIC's revenue", Axis.linear(0, 10_000, "USD million")),
          new Drawn("ic_output", "Output of circuits", Axis.linear(0, 600, "billion units")),
          new Drawn("ic_imports", "Imports of circuits", Axis.linear(0, 800, "billion units")),
          new Drawn("nand_layers", "Flash memory of YMTC", Axis.linear(0, 350, "layers of cells")));

  /** A fitted series' name for a reader. */
  static String title(ControlledSeries series) {
    return drawn(series).title();
  }

  private static Drawn drawn(ControlledSeries series) {
    return FITTED.stream()
        .filter(one -> one.id().equals(series.id()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(series.id() + " is not fitted"));
  }

  /** A shape's name for a reader. */
  static String words(ShockShape shape) {
    return shape.name().toLowerCase(Locale.ROOT);
  }

  private static double[] years(List<Point> points) {
    return each(points, point -> Axis.year(point.middle()));
  }

  /**
   * Training compute of language models by day in the newest vintage, with the record of either
   * side.
   *
   * @param records the models
   * @return the figure
   */
  public Figure newest(ComputeRecords records) {
    Model china = ComputeRecords.record(records.china());
    Model us = ComputeRecords.record(records.unitedStates());
    double end = Axis.year(records.lastDay());
    XyPanel panel =
        Panel.xy()
            .xAxis(Axis.years(2018, 2027.9))
            .yAxis(Axis.log(1e15, 1e27, "FLOP"))
            .points("", days(records.unitedStates()), flops(records.unitedStates()), Tone.FAINT)
            .points("", days(records.china()), flops(records.china()), Tone.CHINA);
    panel = record(panel, "US record", records.unitedStates(), end, Tone.US);
    panel = record(panel, "China's record", records.china(), end, Tone.CHINA);
    ControlledSeries series = analysis.series("training_compute_models");
    return Figure.titled(
            "The largest Chinese model with known compute, %s, is of %s; the largest US one, %s, of %s"
                .formatted(
                    china.name(), china.day().format(MONTH), us.name(), us.day().format(MONTH)))
        .subtitle(
            "Training compute of language models: dots of China orange, of the US grey; lines are the records; to %s"
                .formatted(records.lastDay().format(DAY)))
        .footer(
            "Data: Epoch AI, notable models as of 19 July 2026, CC BY 4.0. A model whose compute is"
                + " neither published nor estimated is not shown.")
        .alt(
            "%d Chinese and %d US models: the largest Chinese one is %s with %.1e FLOP, the largest US one %s with %.1e; %d Chinese and %d US models came after them, all smaller"
                .formatted(
                    records.china().size(),
                    records.unitedStates().size(),
                    china.name(),
                    china.flop(),
                    us.name(),
                    us.flop(),
                    ComputeRecords.since(records.china()).size(),
                    ComputeRecords.since(records.unitedStates()).size()))
        .size(WIDTH, 440)
        .panel(panel.verticalLine(Axis.year(series.controlDate()), series.controlLabel()));
  }

  private static double[] days(List<Model> models) {
    return each(models, model -> Axis.year(model.day()));
  }

  private static double[] flops(List<Model> models) {
    return each(models, Model::flop);
  }

  /** The records as steps, the last drawn to the end of the table. */
  private static XyPanel record(
      XyPanel panel, String name, List<Model> models, double end, Tone tone) {
    List<Model> records = ComputeRecords.records(models);
    double[] x = Arrays.copyOf(days(records), records.size() + 1);
    double[] y = Arrays.copyOf(flops(records), records.size() + 1);
    x[records.size()] = end;
    y[records.size()] = y[records.size() - 1];
    return panel.steps(name, x, y, tone);
  }

  /**
   * Training compute of leading models by day, with the published line through the Chinese ones.
   *
   * @param growth the published lines
   * @return the figure
   */
  public Figure trainingCompute(ComputeGrowth growth) {
    ControlledSeries china = growth.china();
    ControlledSeries others = growth.others();
    String bend = growth.kinked().kink().format(MONTH);
    double monthsBefore = FrontierLag.months(growth.kinked().kink(), china.controlDate());
    XyPanel panel =
        Panel.xy()
            .xAxis(Axis.years(2018.4, 2025.2))
            .yAxis(Axis.log(1e15, 2e26, "FLOP"))
            .points("other countries", years(others.points()), others.values(), Tone.FAINT)
            .points("China", years(china.points()), china.values(), Tone.CHINA);
    panel = line(panel, growth.straight(), others, Tone.OTHERS);
    panel = line(panel, growth.kinked(), china, Tone.CHINA);
    return Figure.titled(
            "Growth of Chinese training compute fell from %.0f to %.1f times a year in %s, %.0f months before the %s"
                .formatted(
                    growth.timesBefore(),
                    growth.timesAfter(),
                    bend,
                    monthsBefore,
                    china.controlLabel()))
        .subtitle(
            "Training compute of language models by day of publication, FLOP; elsewhere it grew %.1f times a year"
                .formatted(growth.timesElsewhere()))
        .footer(
            "Data: Epoch AI, points of its data insight of January 2025, CC BY 4.0. Lines: the"
                + " published regressions, recomputed.")
        .alt(
            "Compute of %d Chinese and %d other models: the Chinese line climbs %.0f times a year until %s and %.1f times after it, the other one %.1f times throughout"
                .formatted(
                    china.points().size(),
                    others.points().size(),
                    growth.timesBefore(),
                    bend,
                    growth.timesAfter(),
                    growth.timesElsewhere()))
        .size(WIDTH, 440)
        .panel(panel.verticalLine(Axis.year(china.controlDate()), china.controlLabel()));
  }

  private static XyPanel line(XyPanel panel, KinkedTrend line, ControlledSeries series, Tone tone) {
    LocalDate first = series.points().get(0).middle();
    LocalDate last = series.lastDay();
    List<LocalDate> ends = new ArrayList<>(List.of(first));
    if (line.kink().isBefore(last)) {
      ends.add(line.kink());
    }
    ends.add(last);
    return panel.line(
        "",
        each(ends, Axis::year),
        each(ends, day -> Math.pow(10, ComputeGrowth.level(line, day))),
        tone);
  }

  /**
   * Made-up paths and what each does to a lag.
   *
   * @param shapes one path a shape, with an old growth of one a year
   * @return the figure
   */
  public Figure shapes(List<ShockFit> shapes) {
    List<Tone> tones = List.of(Tone.OTHERS, Tone.HOLDS, Tone.NEUTRAL, Tone.FAILS, Tone.US);
    LocalDate control = shapes.get(0).control();
    List<LocalDate> days =
        IntStream.rangeClosed(0, STEPS)
            .mapToDouble(
                i ->
                    -MADE_UP_YEARS_BEFORE
                        + i * (MADE_UP_YEARS_BEFORE + MADE_UP_YEARS_AFTER) / (double) STEPS)
            .mapToObj(at -> ShockDesign.day(control, at))
            .toList();
    double[] x = each(days, day -> ShockDesign.years(control, day));
    Axis time =
        Axis.linear(-MADE_UP_YEARS_BEFORE, MADE_UP_YEARS_AFTER + 1.5, "years since control");
    XyPanel paths =
        Panel.xy()
            .titled("The path")
            .xAxis(time)
            .yAxis(Axis.linear(-2.5, 5.5, "years of old growth"));
    XyPanel lags =
        Panel.xy()
            .titled("The lag that control adds")
            .xAxis(time)
            .yAxis(Axis.linear(-15, 50, "months"));
    for (int i = 0; i < shapes.size(); i++) {
      ShockFit shape = shapes.get(i);
      String name = words(shape.shape());
      paths = paths.line(name, x, each(days, shape::path), tones.get(i));
      lags = lags.line(name, x, each(days, day -> lag(shape, day)), tones.get(i));
    }
    LocalDate last = days.get(days.size() - 1);
    return Figure.titled(
            "A bump, a drag, a wall and a comeback differ in what the lag does after control")
        .subtitle("Made-up paths on a logarithmic scale, and the months by which they trail")
        .footer("Drawn from the equations above. Control at 0.")
        .alt(
            "%d made-up paths around control, and the lag that each adds after %d years: %s"
                .formatted(
                    shapes.size(),
                    MADE_UP_YEARS_AFTER,
                    shapes.stream()
                        .map(one -> "%s %.0f months".formatted(words(one.shape()), lag(one, last)))
                        .collect(Collectors.joining(", "))
                        .replace("-", "−")))
        .size(WIDTH, 400)
        .row(1, paths.verticalLine(0, ""), lags.verticalLine(0, ""));
  }

  private static double lag(ShockFit shape, LocalDate day) {
    return shape.lagMonths(day).orElseThrow();
  }

  /**
   * The four fitted series with the best ceiling and the best other shape.
   *
   * @return the figure
   */
  public Figure fits() {
    List<ControlledSeries> all = analysis.fitted();
    List<ShockFits> fits =
        all.stream().map(one -> analysis.wall().fit(one, NearControl.ALL).fits()).toList();
    ShockFits published = fits.get(0);
    ShockFits largest = fits.get(1);
    return Figure.titled(
            "On compute a slower climb has %.0f%% and %.0f%% of the weight, a wall %.0f%% and %.0f%%"
                .formatted(
                    100 * published.weight(ShockShape.SLOPE),
                    100 * largest.weight(ShockShape.SLOPE),
                    100 * published.weight(ShockShape.CEILING),
                    100 * largest.weight(ShockShape.CEILING)))
        .subtitle("Points, the best ceiling (brown) and the best other shape (dark), with weights")
        .footer(
            "Data: Epoch AI (CC BY 4.0); exports: Growth Lab at Harvard (CC0); patents: National"
                + " Science Board, Indicators 2024 (CC BY-SA 4.0). Weights: Akaike's.")
        .alt(
            IntStream.range(0, all.size())
                .mapToObj(i -> title(all.get(i)) + ": " + weights(fits.get(i)))
                .collect(Collectors.joining("; ")))
        .size(WIDTH, 640)
        .panels(
            2,
            IntStream.range(0, all.size())
                .mapToObj(i -> panel(all.get(i), fits.get(i)))
                .toArray(Panel[]::new));
  }

  private static String weights(ShockFits fits) {
    return named(fits, ShockShape.CEILING) + ", " + named(fits, other(fits).shape());
  }

  private static String named(ShockFits fits, ShockShape shape) {
    return "%s %.2f".formatted(words(shape), fits.weight(shape));
  }

  private static ShockFit other(ShockFits fits) {
    return fits.fits().stream()
        .filter(fit -> fit.shape() != ShockShape.CEILING)
        .min(Comparator.comparingDouble(ShockFit::aicc))
        .orElseThrow();
  }

  private static XyPanel panel(ControlledSeries series, ShockFits fits) {
    long first = series.points().get(0).middle().toEpochDay();
    long last = series.points().get(series.points().size() - 1).middle().toEpochDay();
    List<LocalDate> days =
        IntStream.rangeClosed(0, STEPS)
            .mapToObj(i -> LocalDate.ofEpochDay(first + (last - first) * i / STEPS))
            .toList();
    double[] x = each(days, Axis::year);
    double end = x[STEPS] + ROOM_FOR_NAMES * (x[STEPS] - x[0]);
    XyPanel panel =
        Panel.xy()
            .titled(title(series))
            .xAxis(Axis.years(Math.floor(x[0]), end))
            .yAxis(drawn(series).axis())
            .points("", years(series.points()), series.values(), Tone.CHINA);
    ShockFit wall = fits.of(ShockShape.CEILING);
    ShockFit other = other(fits);
    return panel
        .line(named(fits, wall.shape()), x, each(days, day -> Math.exp(wall.path(day))), Tone.FAILS)
        .line(
            named(fits, other.shape()),
            x,
            each(days, day -> Math.exp(other.path(day))),
            Tone.NEUTRAL)
        .verticalLine(Axis.year(series.controlDate()), series.controlLabel());
  }

  /**
   * Series that are shown and not fitted.
   *
   * @return the figure
   */
  public Figure shownSeries() {
    List<Point> huawei = analysis.series("huawei_revenue").points();
    Point peak = huawei.get(0);
    Point low = huawei.stream().min(Comparator.comparingDouble(Point::value)).orElseThrow();
    Point last = huawei.get(huawei.size() - 1);
    for (Point point : huawei) {
      if (point.first().isBefore(low.first()) && point.value() > peak.value()) {
        peak = point;
      }
    }
    return Figure.titled(
            "Huawei's revenue fell by %.0f%% in %d and stood at %.0f%% of its old height in %d; the rest is too short or too mixed to fit"
                .formatted(
                    100 * (1 - low.value() / peak.value()),
                    low.middle().getYear(),
                    100 * last.value() / peak.value(),
                    last.middle().getYear()))
        .subtitle("Series of claim 2 that are shown and not fitted, each with its own control date")
        .footer(
            "Data: company reports, customs and statistics of China as cited in the tables (grades"
                + " P, M and S).")
        .alt(
            SHOWN.stream()
                .map(one -> one.title() + " " + fromTo(analysis.series(one.id())))
                .collect(Collectors.joining("; ")))
        .size(WIDTH, 560)
        .panels(3, SHOWN.stream().map(this::panel).toArray(Panel[]::new));
  }

  private static String fromTo(ControlledSeries series) {
    Point first = series.points().get(0);
    Point last = series.points().get(series.points().size() - 1);
    return "%,.0f in %d, %,.0f in %d"
        .formatted(first.value(), first.middle().getYear(), last.value(), last.middle().getYear());
  }

  private XyPanel panel(Drawn drawn) {
    ControlledSeries series = analysis.series(drawn.id());
    return Panel.xy()
        .titled(drawn.title())
        .xAxis(Axis.years(2016.5, 2026.5))
        .yAxis(drawn.axis())
        .points("", years(series.points()), series.values(), Tone.CHINA)
        .verticalLine(Axis.year(series.controlDate()), series.controlLabel());
  }
}
