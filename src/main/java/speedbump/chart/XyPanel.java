package speedbump.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import speedbump.chart.Canvas.Type;
import speedbump.chart.Layout.Box;

/**
 * A panel with two axes: lines, steps, points, bands, intervals, bars, and what explains them.
 *
 * <p>Lines carry their name as a label; series of points have it in a key above the plot. An empty
 * name leaves both out. Coordinates are in the axes' own units; a category stands at its index.
 * Everything is refused that lies outside the axes, except bands and intervals, which end at the
 * edge (an interval with an arrow head), and lines and steps, which may leave the range of y.
 */
public final class XyPanel extends Panel {

  static final XyPanel EMPTY = new XyPanel("", null, null, List.of());

  private static final double DOT_RADIUS = 4.2;
  private static final double SMALL_RADIUS = 2.8;

  /** From so many points on a series without labels gets small marks. */
  private static final int CROWD = 40;

  private static final double LANE = 15;
  private static final float[] DASHES = {5, 4};
  private static final float[] DOTS = {2, 3};

  private sealed interface Layer {
    /** The x values that an axis made from the data has to show. */
    default double[] xs() {
      return new double[0];
    }

    /** The y values that an axis made from the data has to show. */
    default double[] ys() {
      return new double[0];
    }
  }

  private record Line(
      String name, double[] xs, double[] ys, Tone tone, float width, float[] dash, boolean steps)
      implements Layer {}

  private record Points(
      String name, double[] xs, double[] ys, List<String> labels, Marker marker, Tone tone)
      implements Layer {}

  private record Highlight(double x, double y, String text) implements Layer {
    @Override
    public double[] xs() {
      return new double[] {x};
    }

    @Override
    public double[] ys() {
      return new double[] {y};
    }
  }

  private record Band(String name, double[] xs, double[] low, double[] high, Tone tone)
      implements Layer {
    @Override
    public double[] ys() {
      return joined(low, high);
    }
  }

  private record Intervals(double[] at, double[] low, double[] high, Tone tone, boolean sideways)
      implements Layer {
    @Override
    public double[] xs() {
      return sideways ? joined(low, high) : at;
    }

    @Override
    public double[] ys() {
      return sideways ? at : joined(low, high);
    }
  }

  private record Bars(String name, double[] edges, double[] heights, Tone tone) implements Layer {
    @Override
    public double[] xs() {
      return edges;
    }

    @Override
    public double[] ys() {
      return joined(heights, new double[] {0});
    }
  }

  private record Event(double x, String text, Tone tone) implements Layer {}

  private record Level(double y, String text, Tone tone) implements Layer {}

  private record Arrow(double x1, double y1, double x2, double y2, String text, Tone tone)
      implements Layer {}

  private record Label(double x, double y, String text, Tone tone) implements Layer {}

  private final Axis x;
  private final Axis y;
  private final List<Layer> layers;

  private XyPanel(String title, Axis x, Axis y, List<Layer> layers) {
    super(title);
    this.x = x;
    this.y = y;
    this.layers = layers;
  }

  @Override
  public XyPanel titled(String title) {
    return new XyPanel(title, x, y, layers);
  }

  /**
   * Sets the horizontal axis.
   *
   * @param axis the axis
   * @return a panel like this one
   */
  public XyPanel xAxis(Axis axis) {
    return new XyPanel(title(), axis, y, layers);
  }

  /**
   * Sets the vertical axis; its title stands above the plot, not on its side.
   *
   * @param axis the axis
   * @return a panel like this one
   */
  public XyPanel yAxis(Axis axis) {
    return new XyPanel(title(), x, axis, layers);
  }

  /**
   * Adds a line.
   *
   * @param name its label; may be empty
   * @param x horizontal positions
   * @param y vertical positions
   * @param tone its colour
   * @return a panel like this one
   * @throws IllegalArgumentException if lengths differ or a value is not finite
   */
  public XyPanel line(String name, double[] x, double[] y, Tone tone) {
    return with(new Line(name, checked(name, x), same(name, x, y), tone, 2f, null, false));
  }

  /**
   * Adds a dashed line, for a fit or what was foretold.
   *
   * @param name its label; may be empty
   * @param x horizontal positions
   * @param y vertical positions
   * @param tone its colour
   * @return a panel like this one
   * @throws IllegalArgumentException if lengths differ or a value is not finite
   */
  public XyPanel trend(String name, double[] x, double[] y, Tone tone) {
    return with(new Line(name, checked(name, x), same(name, x, y), tone, 1.6f, DASHES, false));
  }

  /**
   * Adds a step function that keeps each value until the next position (continuous from the right),
   * as a running best does; it ends at the last position given.
   *
   * @param name its label; may be empty
   * @param x horizontal positions, ascending
   * @param y values from there on
   * @param tone its colour
   * @return a panel like this one
   * @throws IllegalArgumentException if lengths differ, a value is not finite or x descends
   */
  public XyPanel steps(String name, double[] x, double[] y, Tone tone) {
    for (int i = 1; i < x.length; i++) {
      if (x[i] < x[i - 1]) {
        throw new IllegalArgumentException(
            "steps \"" + name + "\": x descends from " + x[i - 1] + " to " + x[i]);
      }
    }
    return with(new Line(name, checked(name, x), same(name, x, y), tone, 2f, null, true));
  }

  /**
   * Adds points without labels.
   *
   * @param name its entry in the key; may be empty
   * @param x horizontal positions
   * @param y vertical positions
   * @param tone their colour
   * @return a panel like this one
   * @throws IllegalArgumentException if lengths differ or a value is not finite
   */
  public XyPanel points(String name, double[] x, double[] y, Tone tone) {
    return marks(name, x, y, Marker.DOT, tone);
  }

  /**
   * Adds points, each with its label beside it, or further away with a line to it.
   *
   * @param name its entry in the key; may be empty
   * @param x horizontal positions
   * @param y vertical positions
   * @param labels one a point; an empty one leaves the point without
   * @param tone their colour
   * @return a panel like this one
   * @throws IllegalArgumentException if lengths differ or a value is not finite
   */
  public XyPanel points(String name, double[] x, double[] y, List<String> labels, Tone tone) {
    return marks(name, x, y, labels, Marker.DOT, tone);
  }

  /**
   * Adds points of a given shape without labels.
   *
   * @param name its entry in the key; may be empty
   * @param x horizontal positions
   * @param y vertical positions
   * @param marker their shape
   * @param tone their colour
   * @return a panel like this one
   * @throws IllegalArgumentException if lengths differ or a value is not finite
   */
  public XyPanel marks(String name, double[] x, double[] y, Marker marker, Tone tone) {
    return marks(name, x, y, Collections.nCopies(x.length, ""), marker, tone);
  }

  /**
   * Adds points of a given shape with labels.
   *
   * @param name its entry in the key; may be empty
   * @param x horizontal positions
   * @param y vertical positions
   * @param labels one a point; an empty one leaves the point without
   * @param marker their shape
   * @param tone their colour
   * @return a panel like this one
   * @throws IllegalArgumentException if lengths differ or a value is not finite
   */
  public XyPanel marks(
      String name, double[] x, double[] y, List<String> labels, Marker marker, Tone tone) {
    if (labels.size() != x.length) {
      throw new IllegalArgumentException(
          "points \"" + name + "\": " + labels.size() + " labels for " + x.length + " points");
    }
    return with(
        new Points(name, checked(name, x), same(name, x, y), List.copyOf(labels), marker, tone));
  }

  /**
   * Adds the one point that the title speaks of, larger, ringed, with a bold label.
   *
   * @param x horizontal position
   * @param y vertical position
   * @param text its label
   * @return a panel like this one
   * @throws IllegalArgumentException if a position is not finite
   */
  public XyPanel highlight(double x, double y, String text) {
    checked(text, x, y);
    return with(new Highlight(x, y, text));
  }

  /**
   * Adds a band between two curves.
   *
   * @param name its label; may be empty
   * @param x horizontal positions
   * @param low lower curve
   * @param high upper curve
   * @param tone its colour, drawn pale
   * @return a panel like this one
   * @throws IllegalArgumentException if lengths differ or a value is not finite
   */
  public XyPanel band(String name, double[] x, double[] low, double[] high, Tone tone) {
    return with(new Band(name, checked(name, x), same(name, x, low), same(name, x, high), tone));
  }

  /**
   * Adds upright intervals; the marks within them are a series of points of their own.
   *
   * @param x horizontal positions
   * @param low lower ends
   * @param high upper ends
   * @param tone their colour
   * @return a panel like this one
   * @throws IllegalArgumentException if lengths differ, a value is not finite or an interval is
   *     upside down
   */
  public XyPanel intervals(double[] x, double[] low, double[] high, Tone tone) {
    return with(interval(x, low, high, tone, false));
  }

  /**
   * Adds lying intervals; the marks within them are a series of points of their own.
   *
   * @param y vertical positions
   * @param low left ends
   * @param high right ends
   * @param tone their colour
   * @return a panel like this one
   * @throws IllegalArgumentException if lengths differ, a value is not finite or an interval is
   *     upside down
   */
  public XyPanel ranges(double[] y, double[] low, double[] high, Tone tone) {
    return with(interval(y, low, high, tone, true));
  }

  private static Layer interval(
      double[] at, double[] low, double[] high, Tone tone, boolean sideways) {
    checked("intervals", at);
    same("intervals", at, low);
    same("intervals", at, high);
    for (int i = 0; i < at.length; i++) {
      if (low[i] > high[i]) {
        throw new IllegalArgumentException(
            "interval at " + at[i] + " is upside down: " + low[i] + " to " + high[i]);
      }
    }
    return new Intervals(at.clone(), low.clone(), high.clone(), tone, sideways);
  }

  /**
   * Adds a histogram: how many values fall into each class, upper edges excluded but for the last.
   *
   * @param name its entry in the key; may be empty
   * @param values the values
   * @param edges the classes' edges, ascending; one more than there are classes
   * @param tone their colour
   * @return a panel like this one
   * @throws IllegalArgumentException if a value lies in no class, or edges do not ascend
   */
  public XyPanel histogram(String name, double[] values, double[] edges, Tone tone) {
    double[] counts = new double[Math.max(edges.length - 1, 0)];
    for (double value : checked(name, values)) {
      int k = 0;
      while (k < counts.length && !(value >= edges[k] && value < edges[k + 1])) {
        k++;
      }
      if (k == counts.length && k > 0 && value == edges[k]) {
        k--;
      }
      if (k == counts.length) {
        throw new IllegalArgumentException(
            "histogram \"" + name + "\": " + value + " lies in none of its classes");
      }
      counts[k]++;
    }
    return bars(name, edges, counts, tone);
  }

  /**
   * Adds bars from zero.
   *
   * @param name its entry in the key; may be empty
   * @param edges the bars' edges, ascending; one more than there are bars
   * @param heights the bars' ends
   * @param tone their colour
   * @return a panel like this one
   * @throws IllegalArgumentException if lengths do not fit, a value is not finite or edges do not
   *     ascend
   */
  public XyPanel bars(String name, double[] edges, double[] heights, Tone tone) {
    checked(name, edges);
    checked(name, heights);
    if (edges.length != heights.length + 1) {
      throw new IllegalArgumentException(
          "bars \""
              + name
              + "\": "
              + heights.length
              + " bars need one edge more, not "
              + edges.length);
    }
    for (int i = 1; i < edges.length; i++) {
      if (!(edges[i] > edges[i - 1])) {
        throw new IllegalArgumentException(
            "bars \""
                + name
                + "\": edges must ascend, but "
                + edges[i - 1]
                + " precedes "
                + edges[i]);
      }
    }
    return with(new Bars(name, edges.clone(), heights.clone(), tone));
  }

  /**
   * Adds a dated event: an upright line with its text above the plot.
   *
   * @param x where
   * @param text what happened; may be empty
   * @return a panel like this one
   */
  public XyPanel verticalLine(double x, String text) {
    return verticalLine(x, text, Tone.CONTROLS);
  }

  /**
   * Adds an upright line with its text above the plot.
   *
   * @param x where
   * @param text what it means; may be empty
   * @param tone its colour
   * @return a panel like this one
   */
  public XyPanel verticalLine(double x, String text, Tone tone) {
    checked(text, x);
    return with(new Event(x, text, tone));
  }

  /**
   * Adds a level: a lying dotted line with its text.
   *
   * @param y where
   * @param text what it means; may be empty
   * @return a panel like this one
   */
  public XyPanel horizontalLine(double y, String text) {
    return horizontalLine(y, text, Tone.NEUTRAL);
  }

  /**
   * Adds a level: a lying dotted line with its text.
   *
   * @param y where
   * @param text what it means; may be empty
   * @param tone its colour
   * @return a panel like this one
   */
  public XyPanel horizontalLine(double y, String text, Tone tone) {
    checked(text, y);
    return with(new Level(y, text, tone));
  }

  /**
   * Adds an arrow with a text beside it.
   *
   * @param x1 start
   * @param y1 start
   * @param x2 tip
   * @param y2 tip
   * @param text what it measures; may be empty
   * @return a panel like this one
   */
  public XyPanel arrow(double x1, double y1, double x2, double y2, String text) {
    checked(text, x1, y1, x2, y2);
    return with(new Arrow(x1, y1, x2, y2, text, Tone.NEUTRAL));
  }

  /**
   * Adds a text near a position.
   *
   * @param x horizontal position
   * @param y vertical position
   * @param text what it says
   * @param tone its colour
   * @return a panel like this one
   */
  public XyPanel label(double x, double y, String text, Tone tone) {
    checked(text, x, y);
    return with(new Label(x, y, text, tone));
  }

  private XyPanel with(Layer layer) {
    List<Layer> more = new ArrayList<>(layers);
    more.add(layer);
    return new XyPanel(title(), x, y, List.copyOf(more));
  }

  private static double[] checked(String name, double... values) {
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i]) || Double.isInfinite(values[i])) {
        throw new IllegalArgumentException(
            "\"" + name + "\": value " + i + " is " + values[i] + ", which cannot be drawn");
      }
    }
    return values.clone();
  }

  private static double[] same(String name, double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "\"" + name + "\": " + x.length + " positions, but " + y.length + " values");
    }
    return checked(name, y);
  }

  private static double[] joined(double[] first, double[] second) {
    double[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  @Override
  void draw(Canvas canvas, Box area) {
    if (layers.isEmpty()) {
      throw new IllegalStateException("panel \"" + title() + "\" shows nothing");
    }
    new Drawing(canvas, underTitle(canvas, area)).draw();
  }

  private Axis fitted(boolean horizontal) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Layer layer : layers) {
      for (double value : horizontal ? layer.xs() : layer.ys()) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return low <= high ? Axis.around(low, high) : Axis.linear(0, 1, "");
  }

  /** One drawing of the panel: the axes' places are known here. */
  private final class Drawing {
    private final Canvas canvas;
    private final Graphics2D graphics;
    private final Box area;
    private final Axis xAxis = x != null ? x : fitted(true);
    private final Axis yAxis = y != null ? y : fitted(false);
    private final List<Event> events = new ArrayList<>();
    private Box plot;

    Drawing(Canvas canvas, Box area) {
      this.canvas = canvas;
      this.graphics = canvas.graphics();
      this.area = area;
      for (Layer layer : layers) {
        if (layer instanceof Event event) {
          events.add(event);
        }
      }
    }

    double px(double value) {
      return plot.x() + plot.width() * xAxis.position(value);
    }

    double py(double value) {
      double position = yAxis.position(value);
      return plot.y() + plot.height() * (yAxis.isCategories() ? position : 1 - position);
    }

    double shareX(double value) {
      return xAxis.position(value);
    }

    double shareY(double value) {
      double position = yAxis.position(value);
      return yAxis.isCategories() ? 1 - position : position;
    }

    void draw() {
      double top = key(canvas, keyEntries(), area);
      if (!yAxis.title().isEmpty()) {
        top =
            canvas.paragraph(yAxis.title(), Type.AXIS, Canvas.GREY, area.x(), top, area.width())
                + 5;
      } else {
        top += 5;
      }
      int yMost = (int) Math.max(2, (area.bottom() - top - 30) / 34);
      List<Axis.Tick> yTicks = yAxis.ticks(yMost);
      double widest = 0;
      double limit = area.width() * 0.42;
      for (Axis.Tick tick : yTicks) {
        for (String line : canvas.wrap(tick.text(), Type.AXIS, limit)) {
          widest = Math.max(widest, canvas.width(line, Type.AXIS));
        }
      }
      double left = area.x() + widest + 8;
      double right = area.right() - rightMargin();
      List<Axis.Tick> xTicks = horizontalTicks(right - left);
      if (!xTicks.isEmpty() && !xAxis.isCategories()) {
        // the last label is centred on its tick and must not leave the panel
        Axis.Tick last = xTicks.get(xTicks.size() - 1);
        double half = canvas.width(last.text(), Type.AXIS) / 2;
        double end = left + (right - left) * xAxis.position(last.value()) + half;
        right -= Math.max(0, end - area.right());
      }
      int xLines = 1;
      if (xAxis.isCategories()) {
        double slot = (right - left) / xTicks.size() - 6;
        for (Axis.Tick tick : xTicks) {
          xLines = Math.max(xLines, canvas.wrap(tick.text(), Type.AXIS, slot).size());
        }
      }
      double bottom =
          area.bottom()
              - 5
              - xLines * Type.AXIS.leading()
              - (xAxis.title().isEmpty()
                  ? 0
                  : canvas.wrap(xAxis.title(), Type.AXIS, right - left).size() * Type.AXIS.leading()
                      + 2);
      plot = new Box(left, top, right - left, bottom - top);
      int[] lanes = lanes();
      int most = Arrays.stream(lanes).map(Math::abs).max().orElse(0);
      plot = new Box(left, top + most * LANE, right - left, bottom - top - most * LANE);
      if (plot.height() < 40 || plot.width() < 60) {
        throw new IllegalStateException(
            "panel \"" + title() + "\" is too small to draw: make the figure larger");
      }
      refuseOutside();
      axes(xTicks, yTicks, limit);
      bars();
      events(lanes, most);
      series();
      intervals();
      arrows();
      marksAndLabels();
    }

    private List<KeyEntry> keyEntries() {
      List<KeyEntry> entries = new ArrayList<>();
      for (Layer layer : layers) {
        if (layer instanceof Points points && !points.name().isEmpty()) {
          entries.add(
              new KeyEntry(
                  points.name(), points.marker(), points.tone().fill(), points.tone().ink()));
        } else if (layer instanceof Bars bars && !bars.name().isEmpty()) {
          entries.add(
              new KeyEntry(bars.name(), Marker.SQUARE, bars.tone().fill(), bars.tone().ink()));
        }
      }
      return entries;
    }

    /** Room at the right for the names of lines that end there. */
    private double rightMargin() {
      double margin = 8;
      for (Layer layer : layers) {
        if (layer instanceof Line line && endsRight(line)) {
          double label = canvas.width(line.name(), Type.STRONG) + 10;
          if (label < area.width() * 0.22) {
            margin = Math.max(margin, label);
          }
        }
      }
      return margin;
    }

    private boolean endsRight(Line line) {
      int n = line.xs().length;
      return !line.name().isEmpty()
          && n > 0
          && xAxis.position(line.xs()[n - 1]) > 0.9
          && yAxis.contains(line.ys()[n - 1]);
    }

    private List<Axis.Tick> horizontalTicks(double width) {
      List<Axis.Tick> ticks = List.of();
      for (int most = (int) Math.max(2, width / 44); most >= 1; most--) {
        ticks = xAxis.ticks(most);
        if (xAxis.isCategories() || fit(ticks, width)) {
          return ticks;
        }
      }
      return ticks;
    }

    private boolean fit(List<Axis.Tick> ticks, double width) {
      double end = Double.NEGATIVE_INFINITY;
      for (Axis.Tick tick : ticks) {
        double half = canvas.width(tick.text(), Type.AXIS) / 2;
        double centre = width * xAxis.position(tick.value());
        if (centre - half < end + 10) {
          return false;
        }
        end = centre + half;
      }
      return true;
    }

    private void refuseOutside() {
      for (Layer layer : layers) {
        if (layer instanceof Points points) {
          for (int i = 0; i < points.xs().length; i++) {
            inside(points.name(), points.xs()[i], points.ys()[i]);
          }
        } else if (layer instanceof Highlight one) {
          inside(one.text(), one.x(), one.y());
        } else if (layer instanceof Label label) {
          inside(label.text(), label.x(), label.y());
        } else if (layer instanceof Arrow arrow) {
          inside(arrow.text(), arrow.x1(), arrow.y1());
          inside(arrow.text(), arrow.x2(), arrow.y2());
        } else if (layer instanceof Line line) {
          for (double value : line.xs()) {
            inside(line.name(), value, yAxis.min());
          }
        } else if (layer instanceof Event event) {
          inside(event.text(), event.x(), yAxis.min());
        } else if (layer instanceof Level level) {
          inside(level.text(), xAxis.min(), level.y());
        }
      }
    }

    private void inside(String name, double atX, double atY) {
      if (!xAxis.contains(atX)) {
        throw new IllegalArgumentException(
            "\""
                + name
                + "\": x = "
                + atX
                + " lies outside the axis, "
                + xAxis.min()
                + " to "
                + xAxis.max());
      }
      if (!yAxis.contains(atY)) {
        throw new IllegalArgumentException(
            "\""
                + name
                + "\": y = "
                + atY
                + " lies outside the axis, "
                + yAxis.min()
                + " to "
                + yAxis.max());
      }
    }

    private void axes(List<Axis.Tick> xTicks, List<Axis.Tick> yTicks, double limit) {
      for (Axis.Tick tick : yTicks) {
        double at = py(tick.value());
        canvas.line(Canvas.GRID, 1, null, plot.x(), at, plot.right(), at);
        List<String> lines = canvas.wrap(tick.text(), Type.AXIS, limit);
        double base = at - (lines.size() - 1) * Type.AXIS.leading() / 2 + 4;
        for (String line : lines) {
          canvas.text(
              line,
              Type.AXIS,
              yAxis.isCategories() ? Canvas.DARK : Canvas.GREY,
              yAxis.isCategories() ? area.x() : plot.x() - 8,
              base,
              yAxis.isCategories() ? 0 : 1);
          base += Type.AXIS.leading();
        }
      }
      for (Axis.Tick tick : xTicks) {
        double at = px(tick.value());
        if (xAxis.isCategories()) {
          double base = plot.bottom() + 16;
          for (String line :
              canvas.wrap(tick.text(), Type.AXIS, plot.width() / xTicks.size() - 6)) {
            canvas.text(line, Type.AXIS, Canvas.DARK, at, base, 0.5);
            base += Type.AXIS.leading();
          }
          continue;
        }
        if (yAxis.isCategories()) {
          canvas.line(Canvas.GRID, 1, null, at, plot.y(), at, plot.bottom());
        }
        canvas.line(Canvas.AXIS_LINE, 1, null, at, plot.bottom(), at, plot.bottom() + 4);
        canvas.text(tick.text(), Type.AXIS, Canvas.GREY, at, plot.bottom() + 16, 0.5);
      }
      canvas.line(Canvas.AXIS_LINE, 1, null, plot.x(), plot.bottom(), plot.right(), plot.bottom());
      if (!xAxis.title().isEmpty()) {
        double base = area.bottom() - 4;
        List<String> lines = canvas.wrap(xAxis.title(), Type.AXIS, plot.width());
        base -= (lines.size() - 1) * Type.AXIS.leading();
        for (String line : lines) {
          canvas.text(line, Type.AXIS, Canvas.GREY, plot.x() + plot.width() / 2, base, 0.5);
          base += Type.AXIS.leading();
        }
      }
    }

    private void bars() {
      for (Layer layer : layers) {
        if (layer instanceof Bars bars) {
          for (int i = 0; i < bars.heights().length; i++) {
            double x1 = px(xAxis.clamp(bars.edges()[i])) + 0.5;
            double x2 = px(xAxis.clamp(bars.edges()[i + 1])) - 0.5;
            double zero = py(yAxis.clamp(0));
            double end = py(yAxis.clamp(bars.heights()[i]));
            graphics.setColor(bars.tone().fill());
            graphics.fill(
                new Rectangle2D.Double(
                    x1, Math.min(zero, end), Math.max(x2 - x1, 0.5), Math.abs(end - zero)));
            canvas.stroke((x1 + x2) / 2, zero, (x1 + x2) / 2, end);
          }
        }
      }
    }

    /**
     * Rows for the events' texts above the plot: the lane of each event, from 1 upwards, negative
     * where the text stands left of its line. No text touches another or another's line; of all
     * ways to put texts left or right the lowest is taken.
     */
    private int[] lanes() {
      int n = events.size();
      int[] best = null;
      long bestCost = Long.MAX_VALUE;
      int tried = n <= 10 ? 1 << n : 1;
      for (int mask = 0; mask < tried; mask++) {
        double[] from = new double[n];
        double[] to = new double[n];
        boolean fits = true;
        for (int i = 0; i < n; i++) {
          Event event = events.get(i);
          double at = px(event.x());
          double width = canvas.width(event.text(), Type.LABEL);
          boolean left = (mask >> i & 1) == 1 || (tried == 1 && at + 4 + width > area.right());
          from[i] = left ? at - 4 - width : at + 4;
          to[i] = from[i] + width;
          fits &= event.text().isEmpty() || (from[i] >= area.x() && to[i] <= area.right());
        }
        int[] lane = fits ? stacked(from, to) : null;
        if (lane != null) {
          long cost = 0;
          for (int i = 0; i < n; i++) {
            cost = Math.max(cost, lane[i] * 1000L);
          }
          for (int i = 0; i < n; i++) {
            cost += lane[i] * 10L + (from[i] < px(events.get(i).x()) ? 1 : 0);
          }
          if (cost < bestCost) {
            bestCost = cost;
            best = lane.clone();
            for (int i = 0; i < n; i++) {
              best[i] *= from[i] < px(events.get(i).x()) ? -1 : 1;
            }
          }
        }
      }
      if (best == null) {
        throw new IllegalStateException(
            "no room for the texts of " + n + " upright lines; shorten them or make it wider");
      }
      return best;
    }

    private int[] stacked(double[] from, double[] to) {
      int n = from.length;
      int[] lane = new int[n];
      for (int i = 0; i < n; i++) {
        lane[i] = events.get(i).text().isEmpty() ? 0 : 1;
      }
      boolean moved = true;
      while (moved) {
        moved = false;
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < n; j++) {
            if (i == j || lane[i] == 0 || lane[j] == 0) {
              continue;
            }
            double line = px(events.get(j).x());
            boolean crossed = line > from[i] - 3 && line < to[i] + 3 && lane[i] <= lane[j];
            boolean touching =
                i < j && lane[i] == lane[j] && from[i] < to[j] + 6 && from[j] < to[i] + 6;
            if (crossed) {
              lane[i] = lane[j] + 1;
              moved = true;
            } else if (touching) {
              lane[j]++;
              moved = true;
            }
            if (lane[i] > n || lane[j] > n) {
              return null;
            }
          }
        }
      }
      return lane;
    }

    private void events(int[] lanes, int most) {
      for (int i = 0; i < events.size(); i++) {
        Event event = events.get(i);
        double at = px(event.x());
        int lane = Math.abs(lanes[i]);
        double top = plot.y() - (lane == 0 ? 0 : lane * LANE - 2);
        canvas.line(event.tone().fill(), 1, DOTS, at, top, at, plot.bottom());
        canvas.stroke(at, plot.y(), at, plot.bottom());
        if (lane > 0) {
          canvas.text(
              event.text(),
              Type.LABEL,
              event.tone().ink(),
              lanes[i] < 0 ? at - 4 : at + 4,
              top + 10,
              lanes[i] < 0 ? 1 : 0);
        }
      }
    }

    private void series() {
      XChartPlot chart = new XChartPlot(plot);
      for (Layer layer : layers) {
        if (layer instanceof Band band) {
          int n = band.xs().length;
          double[] xs = new double[2 * n];
          double[] ys = new double[2 * n];
          for (int i = 0; i < n; i++) {
            xs[i] = xs[2 * n - 1 - i] = shareX(xAxis.clamp(band.xs()[i]));
            ys[i] = shareY(yAxis.clamp(band.high()[i]));
            ys[2 * n - 1 - i] = shareY(yAxis.clamp(band.low()[i]));
          }
          chart.area(xs, ys, pale(band.tone().fill()));
        }
      }
      for (Layer layer : layers) {
        if (layer instanceof Line line) {
          for (List<Point2D> piece : pieces(line)) {
            line(chart, line, piece);
          }
        } else if (layer instanceof Level level) {
          double at = py(level.y());
          canvas.line(level.tone().fill(), 1, DOTS, plot.x(), at, plot.right(), at);
          canvas.stroke(plot.x(), at, plot.right(), at);
        }
      }
      chart.paint(graphics);
    }

    private void line(XChartPlot chart, Line line, List<Point2D> piece) {
      double[] xs = piece.stream().mapToDouble(Point2D::getX).toArray();
      double[] ys = piece.stream().mapToDouble(Point2D::getY).toArray();
      chart.line(xs, ys, line.tone().fill(), line.width(), line.dash());
      for (int i = 1; i < xs.length; i++) {
        canvas.stroke(onX(xs[i - 1]), onY(ys[i - 1]), onX(xs[i]), onY(ys[i]));
      }
    }

    private double onX(double share) {
      return plot.x() + plot.width() * share;
    }

    private double onY(double share) {
      return plot.bottom() - plot.height() * share;
    }

    /** A line in shares of the plot, cut where it leaves the range of y. */
    private List<List<Point2D>> pieces(Line line) {
      List<Point2D> all = new ArrayList<>();
      for (int i = 0; i < line.xs().length; i++) {
        if (line.steps() && i > 0) {
          all.add(new Point2D.Double(shareX(line.xs()[i]), shareY(line.ys()[i - 1])));
        }
        all.add(new Point2D.Double(shareX(line.xs()[i]), shareY(line.ys()[i])));
      }
      List<List<Point2D>> pieces = new ArrayList<>();
      List<Point2D> piece = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        Point2D to = all.get(i);
        if (i > 0) {
          Point2D from = all.get(i - 1);
          double step = to.getY() - from.getY();
          double[] cuts = {(0 - from.getY()) / step, (1 - from.getY()) / step};
          Arrays.sort(cuts);
          for (double cut : cuts) {
            if (cut > 0 && cut < 1) {
              piece.add(
                  new Point2D.Double(
                      from.getX() + cut * (to.getX() - from.getX()),
                      Math.max(0, Math.min(1, from.getY() + cut * step))));
              boolean leaves = !within(to) && (within(from) || piece.size() > 1);
              if (leaves) {
                pieces.add(piece);
                piece = new ArrayList<>();
              }
            }
          }
        }
        if (within(to)) {
          piece.add(to);
        }
      }
      pieces.add(piece);
      pieces.removeIf(p -> p.size() < 2);
      return pieces;
    }

    private boolean within(Point2D point) {
      return point.getY() >= -1e-9 && point.getY() <= 1 + 1e-9;
    }

    private void intervals() {
      for (Layer layer : layers) {
        if (layer instanceof Intervals intervals) {
          for (int i = 0; i < intervals.at().length; i++) {
            interval(intervals, intervals.at()[i], intervals.low()[i], intervals.high()[i]);
          }
        }
      }
    }

    private void interval(Intervals style, double at, double low, double high) {
      Axis along = style.sideways() ? xAxis : yAxis;
      double a = along.clamp(low);
      double b = along.clamp(high);
      double x1 = style.sideways() ? px(a) : px(at);
      double y1 = style.sideways() ? py(at) : py(a);
      double x2 = style.sideways() ? px(b) : px(at);
      double y2 = style.sideways() ? py(at) : py(b);
      Color colour = style.tone().fill();
      canvas.line(colour, 1.6f, null, x1, y1, x2, y2);
      canvas.stroke(x1, y1, x2, y2);
      if (a != low) {
        canvas.arrowHead(colour, x2, y2, x1, y1, 8);
      }
      if (b != high) {
        canvas.arrowHead(colour, x1, y1, x2, y2, 8);
      }
    }

    private void arrows() {
      for (Layer layer : layers) {
        if (layer instanceof Arrow arrow) {
          double x1 = px(arrow.x1());
          double y1 = py(arrow.y1());
          double x2 = px(arrow.x2());
          double y2 = py(arrow.y2());
          Color colour = Canvas.DARK;
          graphics.setColor(colour);
          graphics.setStroke(new BasicStroke(1.4f));
          double length = Math.max(Math.hypot(x2 - x1, y2 - y1), 1e-9);
          graphics.draw(
              new Line2D.Double(x1, y1, x2 - 6 * (x2 - x1) / length, y2 - 6 * (y2 - y1) / length));
          canvas.arrowHead(colour, x1, y1, x2, y2, 8);
          canvas.stroke(x1, y1, x2, y2);
        }
      }
    }

    private void marksAndLabels() {
      XChartPlot chart = new XChartPlot(plot);
      for (Layer layer : layers) {
        if (layer instanceof Points points) {
          double radius = radius(points);
          double[] xs = Arrays.stream(points.xs()).map(this::shareX).toArray();
          double[] ys = Arrays.stream(points.ys()).map(this::shareY).toArray();
          if (xs.length > 0) {
            chart.marks(xs, ys, points.marker(), points.tone().fill(), Color.WHITE, radius);
          }
          for (int i = 0; i < xs.length; i++) {
            canvas.marker(onX(xs[i]), onY(ys[i]), radius);
          }
        }
      }
      for (Layer layer : layers) {
        if (layer instanceof Highlight one) {
          double[] xs = {shareX(one.x())};
          double[] ys = {shareY(one.y())};
          chart.marks(xs, ys, Marker.DOT, Tone.HIGHLIGHT.fill(), Tone.HIGHLIGHT.ink(), 5.8);
          canvas.marker(onX(xs[0]), onY(ys[0]), 6.4);
        }
      }
      chart.paint(graphics);
      Box region = new Box(plot.x() + 2, plot.y(), area.right() - plot.x() - 2, plot.height() - 2);
      for (Layer layer : layers) {
        if (layer instanceof Highlight one) {
          if (!one.text().isEmpty()) {
            canvas.labelPoint(
                one.text(), Type.STRONG, Canvas.DARK, px(one.x()), py(one.y()), 6.4, region);
          }
        }
      }
      List<Line> along = new ArrayList<>();
      for (Layer layer : layers) {
        if (layer instanceof Line line && !line.name().isEmpty()) {
          int n = line.xs().length;
          if (!endsRight(line)
              || !canvas.labelEnd(
                  line.name(),
                  Type.STRONG,
                  line.tone().ink(),
                  px(line.xs()[n - 1]),
                  py(line.ys()[n - 1]),
                  region)) {
            along.add(line);
          }
        }
      }
      for (Layer layer : layers) {
        if (layer instanceof Arrow arrow && !arrow.text().isEmpty()) {
          canvas.labelAlong(
              arrow.text(),
              Type.STRONG,
              Canvas.DARK,
              between(
                  px(arrow.x1()),
                  py(arrow.y1()),
                  px(arrow.x2()),
                  py(arrow.y2()),
                  0.5,
                  0.3,
                  0.7,
                  1,
                  0),
              region);
        } else if (layer instanceof Level level && !level.text().isEmpty()) {
          double at = py(level.y());
          canvas.labelAlong(
              level.text(),
              Type.LABEL,
              level.tone().ink(),
              between(plot.x() + 2, at, plot.right() - 2, at, 1, 0, 0.9, 0.1, 0.75, 0.25, 0.5),
              region);
        }
      }
      for (Layer layer : layers) {
        if (layer instanceof Points points) {
          for (int i = 0; i < points.xs().length; i++) {
            if (!points.labels().get(i).isEmpty()) {
              canvas.labelPoint(
                  points.labels().get(i),
                  Type.LABEL,
                  points.tone().ink(),
                  px(points.xs()[i]),
                  py(points.ys()[i]),
                  radius(points),
                  region);
            }
          }
        } else if (layer instanceof Label label) {
          canvas.labelPoint(
              label.text(),
              Type.LABEL,
              label.tone().ink(),
              px(label.x()),
              py(label.y()),
              0,
              region);
        }
      }
      for (Line line : along) {
        List<Point2D> anchors = new ArrayList<>();
        for (List<Point2D> piece : pieces(line)) {
          for (int i = piece.size() - 1; i > 0; i--) {
            Point2D a = piece.get(i);
            Point2D b = piece.get(i - 1);
            anchors.addAll(
                between(
                    onX(a.getX()), onY(a.getY()), onX(b.getX()), onY(b.getY()), 0.02, 0.35, 0.65));
          }
        }
        canvas.labelAlong(line.name(), Type.STRONG, line.tone().ink(), anchors, region);
      }
      for (Layer layer : layers) {
        if (layer instanceof Band band && !band.name().isEmpty()) {
          List<Point2D> anchors = new ArrayList<>();
          for (int i = band.xs().length - 1; i >= 0; i--) {
            double at = px(xAxis.clamp(band.xs()[i]));
            anchors.add(new Point2D.Double(at, py(yAxis.clamp(band.high()[i]))));
            anchors.add(new Point2D.Double(at, py(yAxis.clamp(band.low()[i]))));
          }
          canvas.labelAlong(band.name(), Type.LABEL, band.tone().ink(), anchors, region);
        }
      }
    }

    private double radius(Points points) {
      boolean crowd =
          points.xs().length >= CROWD && points.labels().stream().allMatch(String::isEmpty);
      return crowd ? SMALL_RADIUS : DOT_RADIUS;
    }

    private List<Point2D> between(double x1, double y1, double x2, double y2, double... shares) {
      List<Point2D> points = new ArrayList<>();
      for (double share : shares) {
        points.add(new Point2D.Double(x1 + share * (x2 - x1), y1 + share * (y2 - y1)));
      }
      return points;
    }

    private Color pale(Color colour) {
      return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 42);
    }
  }
}
