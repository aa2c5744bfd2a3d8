package speedbump.chart;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import speedbump.chart.Canvas.Type;
import speedbump.chart.Layout.Box;

/**
 * All specifications of an analysis in one picture: the estimates in ascending order, coloured by
 * the side of the rule they meet, and below each the options that made it.
 *
 * @see <a href="https://doi.org/10.1038/s41562-020-0912-z">Simonsohn, Simmons and Nelson (2020),
 *     Specification curve analysis</a>
 */
public final class SpecificationCurve extends Panel {

  /** The side of the rule that a specification meets. */
  public enum Side {
    /** Meets "holds". */
    HOLDS("holds", Tone.HOLDS),
    /** Meets "fails". */
    FAILS("fails", Tone.FAILS),
    /** Meets neither. */
    NEITHER("neither", Tone.OPEN);

    private final String text;
    private final Tone tone;

    Side(String text, Tone tone) {
      this.text = text;
      this.tone = tone;
    }
  }

  /**
   * One specification.
   *
   * @param estimate the estimate; NaN where the specification is unusable: it is counted, not drawn
   * @param low lower end of its interval, or NaN
   * @param high upper end of its interval, or NaN
   * @param side the side it meets
   * @param options the option taken of each choice, in the choices' order
   */
  public record Specification(
      double estimate, double low, double high, Side side, List<String> options) {

    /**
     * Copies the options.
     *
     * @param estimate the estimate, or NaN
     * @param low lower end of its interval, or NaN
     * @param high upper end of its interval, or NaN
     * @param side the side it meets
     * @param options the option taken of each choice, in the choices' order
     */
    public Specification {
      options = List.copyOf(options);
    }
  }

  private record Threshold(double value, String text) {}

  private static final double ROW = 13.5;
  private static final double LEAST_CURVE = 90;

  private final List<String> choices;
  private final List<Specification> specifications;
  private final Axis axis;
  private final List<Threshold> thresholds;
  private final int marked;

  private SpecificationCurve(
      String title,
      List<String> choices,
      List<Specification> specifications,
      Axis axis,
      List<Threshold> thresholds,
      int marked) {
    super(title);
    this.choices = choices;
    this.specifications = specifications;
    this.axis = axis;
    this.thresholds = thresholds;
    this.marked = marked;
  }

  static SpecificationCurve of(List<String> choices, List<Specification> specifications) {
    if (specifications.isEmpty()) {
      throw new IllegalArgumentException("a specification curve needs a specification");
    }
    for (Specification one : specifications) {
      if (one.options().size() != choices.size()) {
        throw new IllegalArgumentException(
            "a specification takes options " + one.options() + ", but the choices are " + choices);
      }
    }
    return new SpecificationCurve(
        "", List.copyOf(choices), List.copyOf(specifications), null, List.of(), -1);
  }

  @Override
  public SpecificationCurve titled(String title) {
    return new SpecificationCurve(title, choices, specifications, axis, thresholds, marked);
  }

  /**
   * Sets the axis of the estimates.
   *
   * @param axis the axis
   * @return a panel like this one
   */
  public SpecificationCurve yAxis(Axis axis) {
    return new SpecificationCurve(title(), choices, specifications, axis, thresholds, marked);
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
    return new SpecificationCurve(
        title(), choices, specifications, axis, List.copyOf(more), marked);
  }

  /**
   * Marks the specification that the rest of the notebook shows.
   *
   * @param index its place in the list given
   * @return a panel like this one
   * @throws IndexOutOfBoundsException if there is none
   */
  public SpecificationCurve highlight(int index) {
    if (index < 0 || index >= specifications.size()) {
      throw new IndexOutOfBoundsException(
          "no specification " + index + " among " + specifications.size());
    }
    return new SpecificationCurve(title(), choices, specifications, axis, thresholds, index);
  }

  @Override
  void draw(Canvas canvas, Box whole) {
    Box area = underTitle(canvas, whole);
    List<Specification> drawn = new ArrayList<>();
    for (Specification one : specifications) {
      if (Double.isFinite(one.estimate())) {
        drawn.add(one);
      }
    }
    drawn.sort(Comparator.comparingDouble(Specification::estimate));
    double top = key(canvas, counts(drawn), area);

    Axis y = axis != null ? axis : fitted(drawn);
    if (!y.title().isEmpty()) {
      top = canvas.paragraph(y.title(), Type.AXIS, Canvas.GREY, area.x(), top, area.width());
    }
    top += 5;
    List<Set<String>> options = options();
    int rows = choices.size() + options.stream().mapToInt(Set::size).sum();
    double matrix = rows * ROW + 10;
    double bottom = area.bottom() - matrix;
    if (bottom - top < LEAST_CURVE) {
      throw new IllegalStateException(
          "the specification curve needs "
              + (int) Math.ceil(LEAST_CURVE - (bottom - top))
              + " pixels more in height for "
              + rows
              + " rows of choices");
    }
    List<Axis.Tick> ticks = y.ticks((int) Math.max(2, (bottom - top) / 30));
    double left = labelWidth(canvas, options, ticks) + 10;
    if (left > 0.5 * area.width()) {
      throw new IllegalStateException(
          "the options' names take more than half of the specification curve; shorten them");
    }
    Box plot = new Box(area.x() + left, top, area.width() - left - 8, bottom - top);
    for (Axis.Tick tick : ticks) {
      double at = plot.bottom() - plot.height() * y.position(tick.value());
      canvas.line(Canvas.GRID, 1, null, plot.x(), at, plot.right(), at);
      canvas.text(tick.text(), Type.AXIS, Canvas.GREY, plot.x() - 8, at + 4, 1);
    }
    curve(canvas, drawn, y, plot);
    matrix(canvas, drawn, options, plot, area.x());
  }

  private Axis fitted(List<Specification> drawn) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Specification one : drawn) {
      low = Math.min(low, Double.isFinite(one.low()) ? one.low() : one.estimate());
      high = Math.max(high, Double.isFinite(one.high()) ? one.high() : one.estimate());
    }
    for (Threshold threshold : thresholds) {
      low = Math.min(low, threshold.value());
      high = Math.max(high, threshold.value());
    }
    return low <= high ? Axis.around(low, high) : Axis.linear(0, 1, "");
  }

  private List<KeyEntry> counts(List<Specification> drawn) {
    List<KeyEntry> entries = new ArrayList<>();
    for (Side side : Side.values()) {
      long n = drawn.stream().filter(one -> one.side() == side).count();
      entries.add(
          new KeyEntry(side.text + ": " + n, Marker.DOT, side.tone.fill(), side.tone.ink()));
    }
    int unusable = specifications.size() - drawn.size();
    if (unusable > 0) {
      entries.add(
          new KeyEntry("unusable: " + unusable, Marker.RING, Tone.FAINT.fill(), Tone.FAINT.ink()));
    }
    return entries;
  }

  private List<Set<String>> options() {
    List<Set<String>> options = new ArrayList<>();
    for (int c = 0; c < choices.size(); c++) {
      Set<String> taken = new LinkedHashSet<>();
      for (Specification one : specifications) {
        taken.add(one.options().get(c));
      }
      options.add(taken);
    }
    return options;
  }

  private double labelWidth(Canvas canvas, List<Set<String>> options, List<Axis.Tick> ticks) {
    double widest = 0;
    for (Axis.Tick tick : ticks) {
      widest = Math.max(widest, canvas.width(tick.text(), Type.AXIS));
    }
    for (Set<String> taken : options) {
      for (String option : taken) {
        widest = Math.max(widest, 8 + canvas.width(option, Type.FOOTER));
      }
    }
    return widest;
  }

  private void curve(Canvas canvas, List<Specification> drawn, Axis y, Box plot) {
    double slot = plot.width() / Math.max(drawn.size(), 1);
    List<double[]> places = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      Specification one = drawn.get(i);
      double x = plot.x() + (i + 0.5) * slot;
      double at = plot.bottom() - plot.height() * y.position(y.clamp(one.estimate()));
      Color fill = one.side().tone.fill();
      if (Double.isFinite(one.low()) && Double.isFinite(one.high())) {
        double from = plot.bottom() - plot.height() * y.position(y.clamp(one.low()));
        double to = plot.bottom() - plot.height() * y.position(y.clamp(one.high()));
        canvas.line(
            new Color(fill.getRed(), fill.getGreen(), fill.getBlue(), 90),
            (float) Math.max(0.6, Math.min(2, slot * 0.4)),
            null,
            x,
            from,
            x,
            to);
        canvas.stroke(x, from, x, to);
      }
      places.add(new double[] {x, at});
    }
    for (Threshold threshold : thresholds) {
      double at = plot.bottom() - plot.height() * y.position(y.clamp(threshold.value()));
      canvas.line(Canvas.DARK, 1, new float[] {2, 3}, plot.x(), at, plot.right(), at);
      canvas.stroke(plot.x(), at, plot.right(), at);
    }
    double radius = Math.max(1.5, Math.min(3.5, slot * 0.6));
    for (int i = 0; i < drawn.size(); i++) {
      double[] at = places.get(i);
      boolean ours = marked >= 0 && drawn.get(i) == specifications.get(marked);
      if (!ours) {
        XChartPlot.draw(
            canvas.graphics(),
            Marker.DOT,
            drawn.get(i).side().tone.fill(),
            drawn.get(i).side().tone.fill(),
            at[0],
            at[1],
            radius);
        canvas.marker(at[0], at[1], radius);
      }
    }
    for (int i = 0; i < drawn.size(); i++) {
      if (marked >= 0 && drawn.get(i) == specifications.get(marked)) {
        double[] at = places.get(i);
        XChartPlot.draw(
            canvas.graphics(),
            Marker.DOT,
            drawn.get(i).side().tone.fill(),
            Canvas.DARK,
            at[0],
            at[1],
            5);
        canvas.marker(at[0], at[1], 5.6);
      }
    }
    for (Threshold threshold : thresholds) {
      double at = plot.bottom() - plot.height() * y.position(y.clamp(threshold.value()));
      List<Point2D> anchors = new ArrayList<>();
      for (double share : new double[] {0.01, 0.99, 0.1, 0.9, 0.25, 0.75, 0.5}) {
        anchors.add(new Point2D.Double(plot.x() + share * plot.width(), at));
      }
      canvas.labelAlong(threshold.text(), Type.LABEL, Canvas.DARK, anchors, plot.grown(4));
    }
    for (int i = 0; i < drawn.size(); i++) {
      if (marked >= 0 && drawn.get(i) == specifications.get(marked)) {
        double[] at = places.get(i);
        canvas.labelPoint("shown here", Type.STRONG, Canvas.DARK, at[0], at[1], 5.6, plot);
      }
    }
  }

  private void matrix(
      Canvas canvas, List<Specification> drawn, List<Set<String>> options, Box plot, double left) {
    double slot = plot.width() / Math.max(drawn.size(), 1);
    double width = Math.max(slot * 0.82, 0.5);
    double y = plot.bottom() + 10;
    canvas.line(
        Canvas.AXIS_LINE, 1, null, plot.x(), plot.bottom() + 3, plot.right(), plot.bottom() + 3);
    for (int c = 0; c < choices.size(); c++) {
      canvas.text(choices.get(c), Type.FOOTER, Canvas.GREY, left, y + ROW - 3.5, 0);
      y += ROW;
      for (String option : options.get(c)) {
        canvas.text(option, Type.FOOTER, Canvas.DARK, left + 8, y + ROW - 3.5, 0);
        canvas.graphics().setColor(new Color(0xF1F3F5));
        canvas.graphics().fill(new Rectangle2D.Double(plot.x(), y + 1.5, plot.width(), ROW - 3));
        for (int i = 0; i < drawn.size(); i++) {
          Specification one = drawn.get(i);
          if (one.options().get(c).equals(option)) {
            boolean ours = marked >= 0 && one == specifications.get(marked);
            double wide = ours ? Math.max(width, 2.5) : Math.min(width, 8);
            canvas.graphics().setColor(ours ? Canvas.DARK : one.side().tone.fill());
            canvas
                .graphics()
                .fill(
                    new Rectangle2D.Double(
                        plot.x() + (i + 0.5) * slot - wide / 2, y + 1.5, wide, ROW - 3));
          }
        }
        y += ROW;
      }
    }
  }
}
