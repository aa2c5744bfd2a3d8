package speedbump.chart;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import speedbump.chart.Canvas.Type;
import speedbump.chart.Layout.Box;

/**
 * A plotting area whose place is known, with its two scales: what a layer draws itself on.
 *
 * @param region where labels may stand
 * @param crowded whether marks without labels are small
 * @param lanes where the texts of upright lines stand
 */
record Plot(
    Canvas canvas, Box box, Axis xAxis, Axis yAxis, Box region, boolean crowded, EventLanes lanes) {

  double x(double value) {
    return box.x() + box.width() * xAxis.position(value);
  }

  double y(double value) {
    double position = yAxis.position(value);
    return yAxis.isCategories()
        ? box.y() + box.height() * position
        : box.bottom() - box.height() * position;
  }

  Point2D at(double x, double y) {
    return new Point2D.Double(x(x), y(y));
  }

  double clampedX(double value) {
    return x(xAxis.clamp(value));
  }

  double clampedY(double value) {
    return y(yAxis.clamp(value));
  }

  /** Points on the straight line between two, at shares of its length. */
  static List<Point2D> between(Point2D from, Point2D to, double... shares) {
    List<Point2D> points = new ArrayList<>();
    for (double share : shares) {
      points.add(
          new Point2D.Double(
              from.getX() + share * (to.getX() - from.getX()),
              from.getY() + share * (to.getY() - from.getY())));
    }
    return points;
  }

  /** Draws the grid and the labels of the upright axis, whose names start at the given place. */
  void rows(List<Axis.Tick> ticks, double start, double widest) {
    boolean names = yAxis.isCategories();
    for (Axis.Tick tick : ticks) {
      double at = y(tick.value());
      canvas.line(Canvas.GRID, 1, null, box.x(), at, box.right(), at);
      List<String> lines = canvas.wrap(tick.text(), Type.AXIS, widest);
      Color colour = names ? Canvas.DARK : Canvas.GREY;
      double base = at - (lines.size() - 1) * Type.AXIS.leading() / 2 + 4;
      canvas.lines(lines, Type.AXIS, colour, names ? start : box.x() - 8, base, names ? 0 : 1);
    }
  }
}
