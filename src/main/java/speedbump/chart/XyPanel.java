package speedbump.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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
    return with(new Layer.Line(name, checked(name, x), same(name, x, y), tone, 2f, null, false));
  }

  /**
   * Adds a dashed line, for a fit or a forecast.
   *
   * @param name its label; may be empty
   * @param x horizontal positions
   * @param y vertical positions
   * @param tone its colour
   * @return a panel like this one
   * @throws IllegalArgumentException if lengths differ or a value is not finite
   */
  public XyPanel trend(String name, double[] x, double[] y, Tone tone) {
    return with(
        new Layer.Line(name, checked(name, x), same(name, x, y), tone, 1.6f, Canvas.DASHES, false));
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
    return with(new Layer.Line(name, checked(name, x), same(name, x, y), tone, 2f, null, true));
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
        new Layer.Points(
            name, checked(name, x), same(name, x, y), List.copyOf(labels), marker, tone));
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
    return with(new Layer.Highlight(x, y, text));
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
    return with(
        new Layer.Band(name, checked(name, x), same(name, x, low), same(name, x, high), tone));
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
    return new Layer.Intervals(at.clone(), low.clone(), high.clone(), tone, sideways);
  }

  /**
   * Adds a histogram: how many values fall into each class, upper edges excluded except the last.
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
    return with(new Layer.Bars(name, edges.clone(), heights.clone(), tone));
  }

  /**
   * Adds a dated rule or control: an upright dotted line with its text above the plot.
   *
   * @param x where
   * @param text what happened; may be empty
   * @return a panel like this one
   */
  public XyPanel verticalLine(double x, String text) {
    return verticalLine(x, text, Tone.CONTROLS);
  }

  /**
   * Adds an upright line with its text above the plot: dotted for {@link Tone#CONTROLS}, else drawn
   * through.
   *
   * @param x where
   * @param text what it means; may be empty
   * @param tone its colour
   * @return a panel like this one
   */
  public XyPanel verticalLine(double x, String text, Tone tone) {
    checked(text, x);
    return with(new Layer.Event(x, text, tone));
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
    return with(new Layer.Level(y, text, tone));
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
    return with(new Layer.Arrow(x1, y1, x2, y2, text));
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
    return with(new Layer.Label(x, y, text, tone));
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

  @Override
  void draw(Canvas canvas, Box area) {
    if (layers.isEmpty()) {
      throw new IllegalStateException("panel \"" + title() + "\" shows nothing");
    }
    new XyDrawing(
            canvas,
            underTitle(canvas, area),
            title(),
            x != null
                ? x
                : Axis.around(layers.stream().flatMapToDouble(one -> Arrays.stream(one.xs()))),
            y != null
                ? y
                : Axis.around(layers.stream().flatMapToDouble(one -> Arrays.stream(one.ys()))),
            layers)
        .draw();
  }
}
