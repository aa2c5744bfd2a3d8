package speedbump.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import speedbump.chart.Canvas.Type;
import speedbump.chart.Layer.Arrow;
import speedbump.chart.Layer.Band;
import speedbump.chart.Layer.Bars;
import speedbump.chart.Layer.Event;
import speedbump.chart.Layer.Highlight;
import speedbump.chart.Layer.Intervals;
import speedbump.chart.Layer.Label;
import speedbump.chart.Layer.Level;
import speedbump.chart.Layer.Line;
import speedbump.chart.Layer.Points;
import speedbump.chart.Layout.Box;
import speedbump.chart.Panel.KeyEntry;

/** One drawing of a panel with two axes: here the axes' places are known. */
final class XyDrawing {

  static final float[] DASHES = {5, 4};

  private static final float[] DOTS = {2, 3};
  private static final double DOT_RADIUS = 4.2;
  private static final double SMALL_RADIUS = 2.8;

  /** From so many points without labels on, a panel's marks are small. */
  private static final int CROWD = 40;

  private final Canvas canvas;
  private final Graphics2D graphics;
  private final Box area;
  private final String title;
  private final Axis xAxis;
  private final Axis yAxis;
  private final List<Layer> layers;
  private final List<Event> events = new ArrayList<>();
  private final boolean crowded;
  private Box plot;

  XyDrawing(Canvas canvas, Box area, String title, Axis xAxis, Axis yAxis, List<Layer> layers) {
    this.canvas = canvas;
    this.graphics = canvas.graphics();
    this.area = area;
    this.title = title;
    this.xAxis = xAxis;
    this.yAxis = yAxis;
    this.layers = layers;
    long bare = 0;
    for (Layer layer : layers) {
      if (layer instanceof Event event) {
        events.add(event);
      } else if (layer instanceof Points points) {
        bare += points.labels().stream().filter(String::isEmpty).count();
      }
    }
    this.crowded = bare >= CROWD;
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
    double top = Panel.key(canvas, keyEntries(), area);
    if (!yAxis.title().isEmpty()) {
      top =
          canvas.paragraph(yAxis.title(), Type.AXIS, Canvas.GREY, area.x(), top, area.width()) + 9;
    } else {
      top += 6;
    }
    int yMost = (int) Math.max(2, (area.bottom() - top - 30) / 25);
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
    EventLanes lanes = EventLanes.of(canvas, events, this::px, plot.x(), area.right());
    double strip = lanes.height();
    plot = new Box(left, top + strip, right - left, bottom - top - strip);
    if (plot.height() < 40 || plot.width() < 60) {
      throw new IllegalStateException(
          "panel \"" + title + "\" is too small to draw: make the figure larger");
    }
    if (yAxis.isCategories()) {
      refuseCrowdedRows(yTicks, limit);
    }
    refuseOutside();
    axes(xTicks, yTicks, limit);
    bars();
    events(lanes);
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
        // what the line leaves free of the axis serves as well
        double spare = (1 - xAxis.position(line.xs()[line.xs().length - 1])) * 0.7 * area.width();
        double label = canvas.width(line.name(), Type.STRONG) + 10 - spare;
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

  /** Names of several lines are centred on their row and must not reach into the next one's. */
  private void refuseCrowdedRows(List<Axis.Tick> rows, double limit) {
    double slot = plot.height() / rows.size();
    int before = 0;
    for (Axis.Tick row : rows) {
      int lines = canvas.wrap(row.text(), Type.AXIS, limit).size();
      if ((lines + before) / 2.0 * Type.AXIS.leading() > slot + 2) {
        throw new IllegalStateException(
            "row \"" + row.text() + "\" has no room for its name: make the figure higher");
      }
      before = lines;
    }
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
        for (String line : canvas.wrap(tick.text(), Type.AXIS, plot.width() / xTicks.size() - 6)) {
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
    if (xAxis.isDrawn()) {
      canvas.line(Canvas.AXIS_LINE, 1, null, plot.x(), plot.bottom(), plot.right(), plot.bottom());
    }
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

  private void events(EventLanes lanes) {
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      double at = px(event.x());
      double top = plot.y() - lanes.above(i);
      boolean rule = event.tone() == Tone.CONTROLS;
      canvas.line(
          event.tone().fill(), rule ? 1 : 1.6f, rule ? DOTS : null, at, top, at, plot.bottom());
      canvas.stroke(at, plot.y(), at, plot.bottom());
      if (!event.text().isEmpty()) {
        canvas.text(
            event.text(),
            Type.LABEL,
            event.tone().ink(),
            at + (lanes.leftward(i) ? -4 : 4),
            top + 9,
            lanes.leftward(i) ? 1 : 0);
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
            label.text(), Type.LABEL, label.tone().ink(), px(label.x()), py(label.y()), 0, region);
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
    boolean bare = points.labels().stream().allMatch(String::isEmpty);
    return crowded && bare ? SMALL_RADIUS : DOT_RADIUS;
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
