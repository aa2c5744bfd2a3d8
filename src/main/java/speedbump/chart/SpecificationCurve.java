package speedbump.chart;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import speedbump.chart.Canvas.Type;
import speedbump.chart.Layout.Box;
import speedbump.claim.Standing;

/**
 * All specifications of an analysis in one picture: the estimates in ascending order, coloured by
 * the side of the rule they meet, and below each the options that made it.
 *
 * @see <a href="https://doi.org/10.1038/s41562-020-0912-z">Simonsohn, Simmons and Nelson (2020),
 *     Specification curve analysis</a>
 */
public final class SpecificationCurve extends Panel {

  /**
   * What one specification gave.
   *
   * @param value the estimate, or NaN
   * @param standing what its evidence amounts to; unusable where there is no value, and then
   *     counted and not drawn
   * @param options the option taken of each choice, in the choices' order
   */
  public record Estimate(double value, Standing standing, List<String> options) {
    public Estimate {
      standing = Double.isFinite(value) ? standing : Standing.UNUSABLE;
      options = List.copyOf(options);
    }

    private Tone tone() {
      return SpecificationCurve.tone(standing);
    }

    private Marker marker() {
      return SpecificationCurve.marker(standing);
    }
  }

  static Tone tone(Standing standing) {
    return switch (standing) {
      case HOLDS -> Tone.HOLDS;
      case FAILS -> Tone.FAILS;
      case NEITHER -> Tone.OPEN;
      case UNUSABLE -> Tone.FAINT;
    };
  }

  private static Marker marker(Standing standing) {
    return standing == Standing.UNUSABLE ? Marker.RING : Marker.DOT;
  }

  /** An option: its name in the lines that it takes, and who took it. */
  private record Row(int choice, String option, List<String> lines) {
    double height() {
      return ROW * lines.size();
    }
  }

  private record Threshold(double value, String text) {}

  private static final double ROW = 13.5;
  private static final double INDENT = 8;
  private static final double LEAST_CURVE = 90;
  private static final double SHOWN_RADIUS = 5;
  private static final double SHOWN_RIM = 5.6;
  private static final Color STRIP = new Color(0xF1F3F5);

  private final List<String> choices;
  private final List<Estimate> estimates;
  private final Axis axis;
  private final List<Threshold> thresholds;
  private final int marked;

  private SpecificationCurve(
      String title,
      List<String> choices,
      List<Estimate> estimates,
      Axis axis,
      List<Threshold> thresholds,
      int marked) {
    super(title);
    this.choices = choices;
    this.estimates = estimates;
    this.axis = axis;
    this.thresholds = thresholds;
    this.marked = marked;
  }

  static SpecificationCurve of(List<String> choices, List<Estimate> estimates) {
    if (estimates.isEmpty()) {
      throw new IllegalArgumentException("a specification curve needs a specification");
    }
    for (Estimate one : estimates) {
      if (one.options().size() != choices.size()) {
        throw new IllegalArgumentException(
            "a specification takes options " + one.options() + ", but the choices are " + choices);
      }
    }
    return new SpecificationCurve(
        "", List.copyOf(choices), List.copyOf(estimates), null, List.of(), -1);
  }

  @Override
  public SpecificationCurve titled(String title) {
    return new SpecificationCurve(title, choices, estimates, axis, thresholds, marked);
  }

  /**
   * Sets the axis of the estimates.
   *
   * @param axis the axis
   * @return a panel like this one
   */
  public SpecificationCurve yAxis(Axis axis) {
    return new SpecificationCurve(title(), choices, estimates, axis, thresholds, marked);
  }

  /**
   * Adds a threshold of the rule.
   *
   * @param value where
   * @param text what it decides
   * @return a panel like this one
   */
  public SpecificationCurve threshold(double value, String text) {
    List<Threshold> more = new ArrayList<>(thresholds);
    more.add(new Threshold(value, text));
    return new SpecificationCurve(title(), choices, estimates, axis, List.copyOf(more), marked);
  }

  /**
   * Marks the specification that the rest of the notebook shows.
   *
   * @param index its place in the list given
   * @return a panel like this one
   * @throws IndexOutOfBoundsException if there is none
   */
  public SpecificationCurve highlight(int index) {
    if (index < 0 || index >= estimates.size()) {
      throw new IndexOutOfBoundsException(
          "no specification " + index + " among " + estimates.size());
    }
    return new SpecificationCurve(title(), choices, estimates, axis, thresholds, index);
  }

  @Override
  void draw(Canvas canvas, Box whole) {
    Box area = underTitle(canvas, whole);
    List<Estimate> drawn =
        estimates.stream()
            .filter(one -> Double.isFinite(one.value()))
            .sorted(Comparator.comparingDouble(Estimate::value))
            .toList();
    double top = key(canvas, counts(), area);
    Axis y = axis != null ? axis : fitted(drawn);
    top = canvas.paragraph(y.title(), Type.AXIS, Canvas.GREY, area.x(), top, area.width()) + 5;
    List<Row> rows = rows(canvas, 0.5 * area.width() - 10 - INDENT);
    double matrix = choices.size() * ROW + rows.stream().mapToDouble(Row::height).sum() + 10;
    double bottom = area.bottom() - matrix;
    if (bottom - top < LEAST_CURVE) {
      throw new NoRoom(
          "the specification curve needs "
              + (int) Math.ceil(LEAST_CURVE - (bottom - top))
              + " pixels more in height for "
              + (choices.size() + rows.size())
              + " rows of choices");
    }
    List<Axis.Tick> ticks = y.ticks((int) Math.max(2, (bottom - top) / 30));
    double left = labelWidth(canvas, rows, ticks) + 10;
    if (left > 0.5 * area.width()) {
      throw new IllegalStateException(
          "the options' names take more than half of the specification curve; shorten them");
    }
    Box box = new Box(area.x() + left, top, area.width() - left - 8, bottom - top);
    Axis x = Axis.linear(-0.5, Math.max(drawn.size(), 1) - 0.5, "");
    Plot plot = new Plot(canvas, box, x, y, box, false, null);
    plot.rows(ticks, area.x(), area.width());
    int shown =
        IntStream.range(0, drawn.size())
            .filter(i -> marked >= 0 && drawn.get(i) == estimates.get(marked))
            .findFirst()
            .orElse(-1);
    curve(plot, drawn, shown);
    matrix(plot, drawn, shown, rows, area.x());
  }

  private Axis fitted(List<Estimate> drawn) {
    return Axis.around(
        DoubleStream.concat(
            drawn.stream().mapToDouble(Estimate::value),
            thresholds.stream().mapToDouble(Threshold::value)));
  }

  private List<KeyEntry> counts() {
    List<KeyEntry> entries = new ArrayList<>();
    for (Standing standing : Standing.values()) {
      long n = estimates.stream().filter(one -> one.standing() == standing).count();
      if (standing != Standing.UNUSABLE || n > 0) {
        String text = standing.name().toLowerCase(Locale.ROOT) + ": " + n;
        entries.add(new KeyEntry(text, marker(standing), tone(standing)));
      }
    }
    return entries;
  }

  private List<Row> rows(Canvas canvas, double widest) {
    List<Row> rows = new ArrayList<>();
    for (int c = 0; c < choices.size(); c++) {
      int choice = c;
      estimates.stream()
          .map(one -> one.options().get(choice))
          .distinct()
          .map(option -> new Row(choice, option, canvas.wrap(option, Type.FOOTER, widest)))
          .forEach(rows::add);
    }
    return rows;
  }

  private double labelWidth(Canvas canvas, List<Row> rows, List<Axis.Tick> ticks) {
    return DoubleStream.concat(
            ticks.stream().mapToDouble(tick -> canvas.width(tick.text(), Type.AXIS)),
            rows.stream()
                .flatMap(row -> row.lines().stream())
                .mapToDouble(line -> INDENT + canvas.width(line, Type.FOOTER)))
        .max()
        .orElse(0);
  }

  private void curve(Plot plot, List<Estimate> drawn, int shown) {
    Canvas canvas = plot.canvas();
    for (Threshold threshold : thresholds) {
      List<Point2D> ends = along(plot, threshold, 0, 1);
      canvas.segment(Canvas.DARK, 1, Canvas.DOTS, ends.get(0), ends.get(1));
    }
    double slot = plot.box().width() / Math.max(drawn.size(), 1);
    double radius = Math.max(1.5, Math.min(3.5, slot * 0.6));
    for (int i = 0; i < drawn.size(); i++) {
      if (i != shown) {
        dot(plot, drawn.get(i), i, drawn.get(i).tone().fill(), radius, radius);
      }
    }
    if (shown >= 0) {
      dot(plot, drawn.get(shown), shown, Canvas.DARK, SHOWN_RADIUS, SHOWN_RIM);
    }
    for (Threshold threshold : thresholds) {
      List<Point2D> anchors = along(plot, threshold, 0.01, 0.99, 0.1, 0.9, 0.25, 0.75, 0.5);
      canvas.labelAlong(threshold.text(), Type.LABEL, Canvas.DARK, anchors, plot.region().grown(4));
    }
    if (shown >= 0) {
      double y = plot.clampedY(drawn.get(shown).value());
      canvas.labelPoint(
          "shown here", Type.STRONG, Canvas.DARK, plot.x(shown), y, SHOWN_RIM, plot.region());
    }
  }

  private static void dot(
      Plot plot, Estimate one, int place, Color rim, double radius, double kept) {
    double x = plot.x(place);
    double y = plot.clampedY(one.value());
    plot.canvas().mark(one.marker(), one.tone().fill(), rim, x, y, radius);
    plot.canvas().marker(x, y, kept);
  }

  private static List<Point2D> along(Plot plot, Threshold threshold, double... shares) {
    double y = plot.clampedY(threshold.value());
    return Plot.between(
        new Point2D.Double(plot.box().x(), y), new Point2D.Double(plot.box().right(), y), shares);
  }

  private void matrix(Plot plot, List<Estimate> drawn, int shown, List<Row> rows, double left) {
    Canvas canvas = plot.canvas();
    Box box = plot.box();
    double width = Math.max(box.width() / Math.max(drawn.size(), 1) * 0.82, 0.5);
    double y = box.bottom() + 10;
    canvas.line(
        Canvas.AXIS_LINE, 1, null, box.x(), box.bottom() + 3, box.right(), box.bottom() + 3);
    int choice = -1;
    for (Row row : rows) {
      if (row.choice() != choice) {
        choice = row.choice();
        canvas.text(choices.get(choice), Type.FOOTER, Canvas.GREY, left, y + ROW - 3.5, 0);
        y += ROW;
      }
      canvas.lines(row.lines(), Type.FOOTER, Canvas.DARK, left + INDENT, y + ROW - 3.5, 0);
      canvas.fill(STRIP, box.x(), y + 1.5, box.width(), row.height() - 3);
      for (int i = 0; i < drawn.size(); i++) {
        Estimate one = drawn.get(i);
        if (one.options().get(choice).equals(row.option())) {
          double wide = Math.max(Math.min(width, 8), i == shown ? 2.5 : 0);
          Color colour = i == shown ? Canvas.DARK : one.tone().fill();
          canvas.fill(colour, plot.x(i) - wide / 2, y + 1.5, wide, row.height() - 3);
        }
      }
      y += row.height();
    }
  }
}
