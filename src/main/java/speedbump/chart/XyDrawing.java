package speedbump.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import speedbump.chart.Canvas.Type;
import speedbump.chart.Layer.Event;
import speedbump.chart.Layout.Box;
import speedbump.chart.Panel.KeyEntry;

/** Lays out a panel with two axes: finds the axes' places, then has every layer draw itself. */
record XyDrawing(
    Canvas canvas, Box area, String title, Axis xAxis, Axis yAxis, List<Layer> layers) {

  /** From so many points without labels on, a panel's marks are small. */
  private static final int CROWD = 40;

  private static final double FIRST_BASE = 16;
  private static final double SLOT_GAP = 6;

  void draw() {
    List<KeyEntry> entries = layers.stream().flatMap(layer -> layer.key().stream()).toList();
    double top = Panel.key(canvas, entries, area);
    top =
        yAxis.title().isEmpty()
            ? top + 6
            : canvas.paragraph(yAxis.title(), Type.AXIS, Canvas.GREY, area.x(), top, area.width())
                + 9;
    List<Axis.Tick> yTicks = yAxis.ticks((int) Math.max(2, (area.bottom() - top - 30) / 25));
    double limit = area.width() * 0.42;
    double widest = 0;
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
    for (Axis.Tick tick : xTicks) {
      xLines = Math.max(xLines, names(tick, xTicks.size(), right - left).size());
    }
    double bottom = area.bottom() - 5 - xLines * Type.AXIS.leading();
    if (!xAxis.title().isEmpty()) {
      int lines = canvas.wrap(xAxis.title(), Type.AXIS, right - left).size();
      bottom -= lines * Type.AXIS.leading() + 2;
    }
    Plot plot = plot(new Box(left, top, right - left, bottom - top));
    if (plot.box().height() < 40 || plot.box().width() < 60) {
      throw new NoRoom("panel \"" + title + "\" is too small to draw: make the figure larger");
    }
    if (yAxis.isCategories()) {
      refuseCrowdedRows(yTicks, limit, plot.box().height());
    }
    layers.forEach(layer -> layer.refuseOutside(xAxis, yAxis));
    plot.rows(yTicks, area.x(), limit);
    columns(xTicks, plot.box(), plot);
    layers.stream().sorted(Comparator.comparing(Layer::kind)).forEach(layer -> layer.draw(plot));
    List<Layer> waiting =
        layers.stream()
            .sorted(Comparator.comparingInt(layer -> layer.kind().turn()))
            .filter(layer -> !layer.label(plot))
            .toList();
    waiting.forEach(layer -> layer.labelLate(plot));
  }

  /** The plot below the texts of upright lines, which take the upper part of the room. */
  private Plot plot(Box room) {
    List<Event> events = new ArrayList<>();
    int bare = 0;
    for (Layer layer : layers) {
      bare += layer.bareMarks();
      if (layer instanceof Event event) {
        events.add(event);
      }
    }
    EventLanes lanes =
        EventLanes.of(
            canvas,
            events,
            value -> room.x() + room.width() * xAxis.position(value),
            room.x(),
            area.right());
    double height = lanes.height();
    Box box = new Box(room.x(), room.y() + height, room.width(), room.height() - height);
    Box region = new Box(box.x() + 2, box.y(), area.right() - box.x() - 2, box.height() - 2);
    return new Plot(canvas, box, xAxis, yAxis, region, bare >= CROWD, lanes);
  }

  /** Room at the right for the names of lines that end there. */
  private double rightMargin() {
    double margin = 8;
    for (Layer layer : layers) {
      margin = Math.max(margin, layer.roomAtEnd(canvas, area.width(), xAxis, yAxis));
    }
    return margin;
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

  /** The lines of a label of the lying axis; only names are broken. */
  private List<String> names(Axis.Tick tick, int slots, double width) {
    return xAxis.isCategories()
        ? canvas.wrap(tick.text(), Type.AXIS, width / slots - SLOT_GAP)
        : List.of(tick.text());
  }

  /** Names of several lines are centred on their row and must not reach into the next one's. */
  private void refuseCrowdedRows(List<Axis.Tick> rows, double limit, double height) {
    double slot = height / rows.size();
    int before = 0;
    for (Axis.Tick row : rows) {
      int lines = canvas.wrap(row.text(), Type.AXIS, limit).size();
      if ((lines + before) / 2.0 * Type.AXIS.leading() > slot + 2) {
        throw new NoRoom(
            "row \"" + row.text() + "\" has no room for its name: make the figure higher");
      }
      before = lines;
    }
  }

  private void columns(List<Axis.Tick> ticks, Box box, Plot plot) {
    boolean names = xAxis.isCategories();
    for (Axis.Tick tick : ticks) {
      double at = plot.x(tick.value());
      if (!names) {
        if (yAxis.isCategories()) {
          canvas.line(Canvas.GRID, 1, null, at, box.y(), at, box.bottom());
        }
        canvas.line(Canvas.AXIS_LINE, 1, null, at, box.bottom(), at, box.bottom() + 4);
      }
      canvas.lines(
          names(tick, ticks.size(), box.width()),
          Type.AXIS,
          names ? Canvas.DARK : Canvas.GREY,
          at,
          box.bottom() + FIRST_BASE,
          0.5);
    }
    if (xAxis.isDrawn()) {
      canvas.line(Canvas.AXIS_LINE, 1, null, box.x(), box.bottom(), box.right(), box.bottom());
    }
    if (!xAxis.title().isEmpty()) {
      List<String> lines = canvas.wrap(xAxis.title(), Type.AXIS, box.width());
      double base = area.bottom() - 4 - (lines.size() - 1) * Type.AXIS.leading();
      canvas.lines(lines, Type.AXIS, Canvas.GREY, box.x() + box.width() / 2, base, 0.5);
    }
  }
}
