package speedbump.chart;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import speedbump.chart.Canvas.Type;
import speedbump.chart.Panel.KeyEntry;

/**
 * What a panel with two axes shows: each kind of layer is its data, and draws itself once the panel
 * knows where its axes stand.
 */
sealed interface Layer {

  /** The kinds of layers from the back to the front, and when their texts look for room. */
  enum Kind {
    BARS(0),
    EVENT(0),
    LEVEL(3),
    BAND(5),
    LINE(2),
    INTERVALS(0),
    ARROW(3),
    POINTS(4),
    HIGHLIGHT(1),
    LABEL(4);

    private final int turn;

    Kind(int turn) {
      this.turn = turn;
    }

    int turn() {
      return turn;
    }
  }

  Kind kind();

  /** What messages call it. */
  String name();

  /** The x values that an axis made from the data has to show. */
  default double[] xs() {
    return new double[0];
  }

  /** The y values that an axis made from the data has to show. */
  default double[] ys() {
    return new double[0];
  }

  /** Refuses positions outside the axes, unless the layer may leave them. */
  default void refuseOutside(Axis x, Axis y) {}

  /** Its entries in the panel's key. */
  default List<KeyEntry> key() {
    return List.of();
  }

  /** How many marks it has that bear no label. */
  default int bareMarks() {
    return 0;
  }

  /** The width that a text needs beyond the end of the axis, in a panel of a given width. */
  default double roomAtEnd(Canvas canvas, double width, Axis x, Axis y) {
    return 0;
  }

  /** Draws all but the texts. */
  default void draw(Plot plot) {}

  /** Puts its texts where they belong; false if they wait until the others have found room. */
  default boolean label(Plot plot) {
    return true;
  }

  /** Puts the texts that waited wherever there is room left. */
  default void labelLate(Plot plot) {}

  record Line(
      String name, double[] xs, double[] ys, Tone tone, float width, float[] dash, boolean steps)
      implements Layer {
    @Override
    public Kind kind() {
      return Kind.LINE;
    }

    @Override
    public void refuseOutside(Axis x, Axis y) {
      x.refuseOutside(name, "x", xs);
    }

    @Override
    public double roomAtEnd(Canvas canvas, double width, Axis x, Axis y) {
      if (!endsRight(x, y)) {
        return 0;
      }
      // what the line leaves free of the axis serves as well
      double spare = (1 - x.position(xs[xs.length - 1])) * 0.7 * width;
      double label = canvas.width(name, Type.STRONG) + 10 - spare;
      return label < width * 0.22 ? label : 0;
    }

    private boolean endsRight(Axis x, Axis y) {
      int n = xs.length;
      return !name.isEmpty() && n > 0 && x.position(xs[n - 1]) > 0.9 && y.contains(ys[n - 1]);
    }

    @Override
    public void draw(Plot plot) {
      for (List<Point2D> piece : pieces(plot)) {
        plot.canvas().path(piece, tone.fill(), width, dash);
      }
    }

    /** The line in pixels, cut where it leaves the range of y. */
    private List<List<Point2D>> pieces(Plot plot) {
      List<Point2D> all = new ArrayList<>();
      for (int i = 0; i < xs.length; i++) {
        if (steps && i > 0) {
          all.add(plot.at(xs[i], ys[i - 1]));
        }
        all.add(plot.at(xs[i], ys[i]));
      }
      double top = plot.box().y();
      double bottom = plot.box().bottom();
      List<List<Point2D>> pieces = new ArrayList<>();
      List<Point2D> piece = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        Point2D to = all.get(i);
        if (i > 0) {
          Point2D from = all.get(i - 1);
          double step = to.getY() - from.getY();
          double[] cuts = {(top - from.getY()) / step, (bottom - from.getY()) / step};
          Arrays.sort(cuts);
          for (double cut : cuts) {
            if (cut > 0 && cut < 1) {
              piece.add(Plot.between(from, to, cut).get(0));
              if (!within(plot, to) && (within(plot, from) || piece.size() > 1)) {
                pieces.add(piece);
                piece = new ArrayList<>();
              }
            }
          }
        }
        if (within(plot, to)) {
          piece.add(to);
        }
      }
      pieces.add(piece);
      pieces.removeIf(p -> p.size() < 2);
      return pieces;
    }

    private static boolean within(Plot plot, Point2D point) {
      double slack = 1e-9 * plot.box().height();
      return point.getY() >= plot.box().y() - slack && point.getY() <= plot.box().bottom() + slack;
    }

    @Override
    public boolean label(Plot plot) {
      int last = xs.length - 1;
      return name.isEmpty()
          || endsRight(plot.xAxis(), plot.yAxis())
              && plot.canvas()
                  .labelEnd(
                      name,
                      Type.STRONG,
                      tone.ink(),
                      plot.x(xs[last]),
                      plot.y(ys[last]),
                      plot.region());
    }

    @Override
    public void labelLate(Plot plot) {
      List<Point2D> anchors = new ArrayList<>();
      for (List<Point2D> piece : pieces(plot)) {
        for (int i = piece.size() - 1; i > 0; i--) {
          anchors.addAll(Plot.between(piece.get(i), piece.get(i - 1), 0.02, 0.35, 0.65));
        }
      }
      plot.canvas().labelAlong(name, Type.STRONG, tone.ink(), anchors, plot.region());
    }
  }

  record Points(
      String name, double[] xs, double[] ys, List<String> labels, Marker marker, Tone tone)
      implements Layer {
    private static final double RADIUS = 4.2;
    private static final double SMALL_RADIUS = 2.8;

    @Override
    public Kind kind() {
      return Kind.POINTS;
    }

    @Override
    public void refuseOutside(Axis x, Axis y) {
      x.refuseOutside(name, "x", xs);
      y.refuseOutside(name, "y", ys);
    }

    @Override
    public List<KeyEntry> key() {
      return KeyEntry.of(name, marker, tone);
    }

    @Override
    public int bareMarks() {
      return (int) labels.stream().filter(String::isEmpty).count();
    }

    private double radius(Plot plot) {
      return plot.crowded() && bareMarks() == xs.length ? SMALL_RADIUS : RADIUS;
    }

    @Override
    public void draw(Plot plot) {
      List<Point2D> points = new ArrayList<>();
      for (int i = 0; i < xs.length; i++) {
        points.add(plot.at(xs[i], ys[i]));
      }
      double radius = radius(plot);
      plot.canvas().marks(points, marker, tone.fill(), Color.WHITE, radius, radius);
    }

    @Override
    public boolean label(Plot plot) {
      for (int i = 0; i < xs.length; i++) {
        plot.canvas()
            .labelPoint(
                labels.get(i),
                Type.LABEL,
                tone.ink(),
                plot.x(xs[i]),
                plot.y(ys[i]),
                radius(plot),
                plot.region());
      }
      return true;
    }
  }

  record Highlight(double x, double y, String name) implements Layer {
    private static final double RADIUS = 5.8;
    private static final double RIM_RADIUS = 6.4;

    @Override
    public Kind kind() {
      return Kind.HIGHLIGHT;
    }

    @Override
    public double[] xs() {
      return new double[] {x};
    }

    @Override
    public double[] ys() {
      return new double[] {y};
    }

    @Override
    public void refuseOutside(Axis x, Axis y) {
      x.refuseOutside(name, "x", this.x);
      y.refuseOutside(name, "y", this.y);
    }

    @Override
    public void draw(Plot plot) {
      plot.canvas()
          .marks(
              List.of(plot.at(x, y)),
              Marker.DOT,
              Tone.HIGHLIGHT.fill(),
              Tone.HIGHLIGHT.ink(),
              RADIUS,
              RIM_RADIUS);
    }

    @Override
    public boolean label(Plot plot) {
      plot.canvas()
          .labelPoint(
              name, Type.STRONG, Canvas.DARK, plot.x(x), plot.y(y), RIM_RADIUS, plot.region());
      return true;
    }
  }

  record Band(String name, double[] xs, double[] low, double[] high, Tone tone) implements Layer {
    private static final int PALE = 42;

    @Override
    public Kind kind() {
      return Kind.BAND;
    }

    @Override
    public double[] ys() {
      return joined(low, high);
    }

    @Override
    public void draw(Plot plot) {
      List<Point2D> around = new ArrayList<>();
      for (int i = 0; i < xs.length; i++) {
        around.add(new Point2D.Double(plot.clampedX(xs[i]), plot.clampedY(high[i])));
      }
      for (int i = xs.length - 1; i >= 0; i--) {
        around.add(new Point2D.Double(plot.clampedX(xs[i]), plot.clampedY(low[i])));
      }
      Color fill = tone.fill();
      plot.canvas().area(around, new Color(fill.getRed(), fill.getGreen(), fill.getBlue(), PALE));
    }

    @Override
    public boolean label(Plot plot) {
      return name.isEmpty();
    }

    @Override
    public void labelLate(Plot plot) {
      List<Point2D> anchors = new ArrayList<>();
      for (int i = xs.length - 1; i >= 0; i--) {
        double at = plot.clampedX(xs[i]);
        anchors.add(new Point2D.Double(at, plot.clampedY(high[i])));
        anchors.add(new Point2D.Double(at, plot.clampedY(low[i])));
      }
      plot.canvas().labelAlong(name, Type.LABEL, tone.ink(), anchors, plot.region());
    }
  }

  record Intervals(double[] at, double[] low, double[] high, Tone tone, boolean sideways)
      implements Layer {
    @Override
    public Kind kind() {
      return Kind.INTERVALS;
    }

    @Override
    public String name() {
      return "intervals";
    }

    @Override
    public double[] xs() {
      return sideways ? joined(low, high) : at;
    }

    @Override
    public double[] ys() {
      return sideways ? at : joined(low, high);
    }

    @Override
    public void draw(Plot plot) {
      Axis along = sideways ? plot.xAxis() : plot.yAxis();
      for (int i = 0; i < at.length; i++) {
        Point2D from = end(plot, at[i], along.clamp(low[i]));
        Point2D to = end(plot, at[i], along.clamp(high[i]));
        plot.canvas().segment(tone.fill(), 1.6f, null, from, to);
        if (along.clamp(low[i]) != low[i]) {
          plot.canvas().arrowHead(tone.fill(), to, from);
        }
        if (along.clamp(high[i]) != high[i]) {
          plot.canvas().arrowHead(tone.fill(), from, to);
        }
      }
    }

    private Point2D end(Plot plot, double across, double value) {
      return sideways ? plot.at(value, across) : plot.at(across, value);
    }
  }

  record Bars(String name, double[] edges, double[] heights, Tone tone) implements Layer {
    @Override
    public Kind kind() {
      return Kind.BARS;
    }

    @Override
    public double[] xs() {
      return edges;
    }

    @Override
    public double[] ys() {
      return joined(heights, new double[] {0});
    }

    @Override
    public List<KeyEntry> key() {
      return KeyEntry.of(name, Marker.SQUARE, tone);
    }

    @Override
    public void draw(Plot plot) {
      double zero = plot.clampedY(0);
      for (int i = 0; i < heights.length; i++) {
        double left = plot.clampedX(edges[i]) + 0.5;
        double right = plot.clampedX(edges[i + 1]) - 0.5;
        double end = plot.clampedY(heights[i]);
        plot.canvas()
            .fill(
                tone.fill(),
                left,
                Math.min(zero, end),
                Math.max(right - left, 0.5),
                Math.abs(end - zero));
        plot.canvas().stroke((left + right) / 2, zero, (left + right) / 2, end);
      }
    }
  }

  record Event(double x, String name, Tone tone) implements Layer {
    @Override
    public Kind kind() {
      return Kind.EVENT;
    }

    @Override
    public void refuseOutside(Axis x, Axis y) {
      x.refuseOutside(name, "x", this.x);
    }

    @Override
    public void draw(Plot plot) {
      double at = plot.x(x);
      double bottom = plot.box().bottom();
      EventLanes.Lane lane = plot.lanes().of(this);
      double top = plot.box().y() - lane.above();
      boolean rule = tone == Tone.CONTROLS;
      plot.canvas()
          .line(tone.fill(), rule ? 1 : 1.6f, rule ? Canvas.DOTS : null, at, top, at, bottom);
      plot.canvas().stroke(at, plot.box().y(), at, bottom);
      double align = lane.leftward() ? 1 : 0;
      plot.canvas().lines(lane.lines(), Type.LABEL, tone.ink(), at + 4 - 8 * align, top + 9, align);
    }
  }

  record Level(double y, String name, Tone tone) implements Layer {
    @Override
    public Kind kind() {
      return Kind.LEVEL;
    }

    @Override
    public void refuseOutside(Axis x, Axis y) {
      y.refuseOutside(name, "y", this.y);
    }

    private Point2D end(Plot plot, double x) {
      return new Point2D.Double(x, plot.y(y));
    }

    @Override
    public void draw(Plot plot) {
      plot.canvas()
          .segment(
              tone.fill(),
              1,
              Canvas.DOTS,
              end(plot, plot.box().x()),
              end(plot, plot.box().right()));
    }

    @Override
    public boolean label(Plot plot) {
      List<Point2D> anchors =
          Plot.between(
              end(plot, plot.box().x() + 2),
              end(plot, plot.box().right() - 2),
              1,
              0,
              0.9,
              0.1,
              0.75,
              0.25,
              0.5);
      plot.canvas().labelAlong(name, Type.LABEL, tone.ink(), anchors, plot.region());
      return true;
    }
  }

  record Arrow(double x1, double y1, double x2, double y2, String name) implements Layer {
    @Override
    public Kind kind() {
      return Kind.ARROW;
    }

    @Override
    public void refuseOutside(Axis x, Axis y) {
      x.refuseOutside(name, "x", x1, x2);
      y.refuseOutside(name, "y", y1, y2);
    }

    private Point2D start(Plot plot) {
      return plot.at(x1, y1);
    }

    private Point2D tip(Plot plot) {
      return plot.at(x2, y2);
    }

    @Override
    public void draw(Plot plot) {
      plot.canvas().arrow(Canvas.DARK, start(plot), tip(plot));
    }

    @Override
    public boolean label(Plot plot) {
      List<Point2D> anchors = Plot.between(start(plot), tip(plot), 0.5, 0.3, 0.7, 1, 0);
      plot.canvas().labelAlong(name, Type.STRONG, Canvas.DARK, anchors, plot.region());
      return true;
    }
  }

  record Label(double x, double y, String name, Tone tone) implements Layer {
    @Override
    public Kind kind() {
      return Kind.LABEL;
    }

    @Override
    public void refuseOutside(Axis x, Axis y) {
      x.refuseOutside(name, "x", this.x);
      y.refuseOutside(name, "y", this.y);
    }

    @Override
    public boolean label(Plot plot) {
      plot.canvas()
          .labelPoint(name, Type.LABEL, tone.ink(), plot.x(x), plot.y(y), 0, plot.region());
      return true;
    }
  }

  private static double[] joined(double[] first, double[] second) {
    double[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
