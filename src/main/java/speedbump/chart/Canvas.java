package speedbump.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import speedbump.chart.Layout.Box;

/**
 * The surface of one picture: it draws text as outlines of the house font, remembers what lies
 * where, and finds room for labels.
 */
final class Canvas {

  /** Kinds of text: font, size in pixels as shown, distance of lines. */
  enum Type {
    TITLE(HouseFont.STRONG, 19, 25),
    SUBTITLE(HouseFont.REGULAR, 13.5, 18),
    PANEL(HouseFont.STRONG, 13, 17),
    AXIS(HouseFont.REGULAR, 11.5, 15),
    LABEL(HouseFont.REGULAR, 11.5, 14),
    STRONG(HouseFont.STRONG, 11.5, 14),
    FOOTER(HouseFont.REGULAR, 10.5, 14);

    private final Font font;
    private final double size;
    private final double leading;

    Type(HouseFont font, double size, double leading) {
      this.font = font.at(size);
      this.size = size;
      this.leading = leading;
    }

    double leading() {
      return leading;
    }

    /**
     * Height above the baseline of the tallest letters of the house font, as a share of its size.
     */
    double ascent() {
      return 0.77 * size;
    }

    double height() {
      return ascent() + 0.24 * size;
    }
  }

  static final float[] DOTS = {2, 3};
  static final float[] DASHES = {5, 4};
  static final Color DARK = new Color(0x1B1F23);
  static final Color GREY = new Color(0x5F6770);
  static final Color GRID = new Color(0xE3E6E9);
  static final Color AXIS_LINE = new Color(0x8A929A);

  /** Without a device: the same widths at every scale. */
  private static final FontRenderContext UNSCALED = new FontRenderContext(null, true, true);

  /** Distances from the anchor at which a label is tried; from the second on it gets a leader. */
  private static final double[] REACH = {0, 10, 20, 32, 46, 62, 80, 100, 125, 150};

  /** Up to so many anchors are in order of preference; more are just points of a line. */
  private static final int FEW = 8;

  /** A label without room in one line is broken into up to so many. */
  private static final int MOST_LINES = 4;

  private static final double ARROW_HEAD = 8;
  private static final String RAISED_MINUS = "⁻";
  private static final double RAISED_MINUS_WIDTH = 0.36;

  private final Graphics2D graphics;
  private final Box bounds;
  private final XChartPlot xchart;
  private final List<Layout.Text> texts = new ArrayList<>();
  private final List<Box> markers = new ArrayList<>();
  private final List<Line2D> strokes = new ArrayList<>();

  Canvas(Graphics2D graphics, int width, int height) {
    this.graphics = graphics;
    this.bounds = new Box(0, 0, width, height);
    this.xchart = new XChartPlot(width, height);
  }

  /** A canvas of which nothing is kept but where things would stand. */
  static Canvas scratch(int width, int height) {
    BufferedImage none = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    return new Canvas(none.createGraphics(), width, height);
  }

  Layout layout() {
    return new Layout((int) bounds.width(), (int) bounds.height(), texts, markers);
  }

  double width(String text, Type type) {
    double width = 0;
    for (String piece : pieces(text)) {
      width +=
          piece.equals(RAISED_MINUS)
              ? RAISED_MINUS_WIDTH * type.size
              : type.font.createGlyphVector(UNSCALED, piece).getLogicalBounds().getWidth();
    }
    return width;
  }

  /** A text cut at raised minus signs, which the house font lacks and which are drawn as bars. */
  private static List<String> pieces(String text) {
    return List.of(text.split("(?<=⁻)|(?=⁻)"));
  }

  private Shape outline(String text, Type type, double x, double baseline) {
    Path2D all = new Path2D.Double();
    double at = x;
    for (String piece : pieces(text)) {
      if (piece.equals(RAISED_MINUS)) {
        double bar = RAISED_MINUS_WIDTH * type.size;
        all.append(
            new Rectangle2D.Double(
                at + 0.1 * bar, baseline - 0.58 * type.size, 0.8 * bar, 0.065 * type.size),
            false);
        at += bar;
      } else {
        GlyphVector glyphs = type.font.createGlyphVector(UNSCALED, piece);
        all.append(glyphs.getOutline((float) at, (float) baseline), false);
        at += glyphs.getLogicalBounds().getWidth();
      }
    }
    return all;
  }

  /** Breaks a text at blanks so that no line is wider than asked, unless one word is. */
  List<String> wrap(String text, Type type, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() > 0 && width(line + " " + word, type) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** Draws lines of text downwards from a top edge; returns the lower edge. */
  double paragraph(String text, Type type, Color colour, double x, double top, double width) {
    double y = top;
    if (text.isEmpty()) {
      return y;
    }
    List<String> lines = wrap(text, type, width);
    lines(lines, type, colour, x, y + (type.leading() + type.ascent()) / 2 - 1, 0);
    return y + lines.size() * type.leading();
  }

  /** Draws lines of text downwards from a baseline, aligned as {@link #text} does. */
  void lines(List<String> lines, Type type, Color colour, double x, double baseline, double align) {
    double y = baseline;
    for (String line : lines) {
      text(line, type, colour, x, y, align);
      y += type.leading();
    }
  }

  /** Draws one line; align 0 starts at x, 0.5 is centred on it, 1 ends there. */
  void text(String text, Type type, Color colour, double x, double baseline, double align) {
    double width = width(text, type);
    put(
        text,
        type,
        colour,
        new Box(x - align * width, baseline - type.ascent(), width, type.height()),
        false);
  }

  private void put(String text, Type type, Color colour, Box box, boolean onPlot) {
    int odd = type.font.canDisplayUpTo(text.replace(RAISED_MINUS, "−"));
    if (odd >= 0) {
      throw new IllegalArgumentException(
          "the charts' font has no sign for \""
              + text.charAt(odd)
              + "\" in \""
              + text
              + "\"; use another sign");
    }
    Shape outline = outline(text, type, box.x(), box.y() + type.ascent());
    if (onPlot) { // a white rim keeps it readable where a line passes behind it
      graphics.setColor(Color.WHITE);
      graphics.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      graphics.draw(outline);
    }
    graphics.setColor(colour);
    graphics.fill(outline);
    texts.add(new Layout.Text(text, box, onPlot));
  }

  /** Remembers a data mark, which no label may cover. */
  void marker(double x, double y, double radius) {
    markers.add(new Box(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  /** Remembers a line, which labels avoid where they can. */
  void stroke(double x1, double y1, double x2, double y2) {
    strokes.add(new Line2D.Double(x1, y1, x2, y2));
  }

  /** Draws a line of the picture's frame. */
  void line(Color colour, float width, float[] dash, double x1, double y1, double x2, double y2) {
    graphics.setColor(colour);
    graphics.setStroke(
        new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0));
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  /** Draws a line that shows something, so that labels avoid it. */
  void segment(Color colour, float width, float[] dash, Point2D from, Point2D to) {
    line(colour, width, dash, from.getX(), from.getY(), to.getX(), to.getY());
    stroke(from.getX(), from.getY(), to.getX(), to.getY());
  }

  void fill(Color colour, double x, double y, double width, double height) {
    graphics.setColor(colour);
    graphics.fill(new Rectangle2D.Double(x, y, width, height));
  }

  /** Draws a series as a line through its points. */
  void path(List<Point2D> points, Color colour, float width, float[] dash) {
    xchart.line(graphics, points, colour, width, dash);
    for (int i = 1; i < points.size(); i++) {
      Point2D from = points.get(i - 1);
      Point2D to = points.get(i);
      stroke(from.getX(), from.getY(), to.getX(), to.getY());
    }
  }

  /** Fills an area, given the points around it. */
  void area(List<Point2D> around, Color colour) {
    xchart.area(graphics, around, colour);
  }

  /** Draws a series as marks, from which labels keep a distance of their own. */
  void marks(
      List<Point2D> points, Marker shape, Color colour, Color rim, double radius, double kept) {
    xchart.marks(graphics, points, shape, colour, rim, radius);
    points.forEach(point -> marker(point.getX(), point.getY(), kept));
  }

  /** Draws a mark that belongs to no series. */
  void mark(Marker shape, Color colour, Color rim, double x, double y, double radius) {
    shape.draw(graphics, colour, rim, x, y, radius);
  }

  void arrow(Color colour, Point2D from, Point2D tip) {
    double dx = tip.getX() - from.getX();
    double dy = tip.getY() - from.getY();
    double short6 = 6 / Math.max(Math.hypot(dx, dy), 1e-9);
    graphics.setColor(colour);
    graphics.setStroke(new BasicStroke(1.4f));
    graphics.draw(
        new Line2D.Double(
            from.getX(), from.getY(), tip.getX() - short6 * dx, tip.getY() - short6 * dy));
    arrowHead(colour, from, tip);
    stroke(from.getX(), from.getY(), tip.getX(), tip.getY());
  }

  void arrowHead(Color colour, Point2D from, Point2D tip) {
    double angle = Math.atan2(tip.getY() - from.getY(), tip.getX() - from.getX());
    Path2D head = new Path2D.Double();
    head.moveTo(tip.getX(), tip.getY());
    for (double side : new double[] {-0.42, 0.42}) {
      head.lineTo(
          tip.getX() - ARROW_HEAD * Math.cos(angle + side),
          tip.getY() - ARROW_HEAD * Math.sin(angle + side));
    }
    head.closePath();
    graphics.setColor(colour);
    graphics.fill(head);
  }

  /**
   * Puts a label beside a mark of the given radius: right of it, left, above, below or across, the
   * nearest place that is free and crosses the fewest lines; further away with a leader line.
   */
  void labelPoint(
      String text, Type type, Color colour, double x, double y, double radius, Box region) {
    Point2D mark = new Point2D.Double(x, y);
    label(text, type, colour, radius, (w, h) -> beside(mark, radius, w, h, region));
  }

  /**
   * Puts a label along a line: at the anchor with room, over or under the line; with a leader where
   * it had to move away.
   */
  void labelAlong(String text, Type type, Color colour, List<Point2D> anchors, Box region) {
    label(text, type, colour, 0, (w, h) -> along(anchors, w, h, region));
  }

  /** Puts a label where a search finds room: in one line, or broken where there is none. */
  private void label(
      String text,
      Type type,
      Color colour,
      double radius,
      BiFunction<Double, Double, Place> search) {
    if (text.isEmpty()) {
      return;
    }
    for (int parts = 1; parts <= MOST_LINES; parts++) {
      // a tenth more than its part, as lines break at blanks
      List<String> lines = wrap(text, type, 1.1 * width(text, type) / parts);
      double w = lines.stream().mapToDouble(line -> width(line, type)).max().orElseThrow();
      double h = (lines.size() - 1) * type.leading() + type.height();
      Place place = search.apply(w, h);
      if (place != null) {
        leader(place.anchor(), radius, place.box());
        double top = place.box().y();
        for (String line : lines) {
          Box box = new Box(place.box().x(), top, width(line, type), type.height());
          put(line, type, colour, box, true);
          top += type.leading();
        }
        return;
      }
    }
    throw new NoRoom("no room for the label \"" + text + "\"; make the figure larger or name less");
  }

  /** Room for a label, what it belongs to, and how ill it stands there. */
  private record Place(Box box, Point2D anchor, double cost) {}

  private Place beside(Point2D mark, double radius, double w, double h, Box region) {
    double x = mark.getX();
    double y = mark.getY();
    Place best = null;
    for (double reach : REACH) {
      double gap = radius + 3 + reach;
      double slant = reach == 0 ? radius + 1 : gap * 0.75;
      double[][] corners = {
        {x + gap, y - h / 2},
        {x - gap - w, y - h / 2},
        {x - w / 2, y - gap - h},
        {x - w / 2, y + gap},
        {x + slant, y - slant - h},
        {x + slant, y + slant},
        {x - slant - w, y - slant - h},
        {x - slant - w, y + slant},
        {x - w * 0.8, y - gap - h},
        {x - w * 0.2, y - gap - h},
        {x - w * 0.8, y + gap},
        {x - w * 0.2, y + gap}
      };
      for (int i = 0; i < corners.length; i++) {
        Box box = new Box(corners[i][0], corners[i][1], w, h);
        if (free(box, region)) {
          // one crossed line costs as much as 30 pixels of distance
          double cost = reach + 0.8 * i + 1.5 * crossed(box) + leaderCost(x, y, box, reach);
          if (best == null || cost < best.cost()) {
            best = new Place(box, mark, cost);
          }
        }
      }
    }
    return best;
  }

  /** A thin line from a mark to its label, where they are not side by side. */
  private void leader(Point2D anchor, double radius, Box label) {
    double x = anchor.getX();
    double y = anchor.getY();
    double px = Math.max(label.x(), Math.min(x, label.right()));
    double py = Math.max(label.y(), Math.min(y, label.bottom()));
    double distance = Math.hypot(px - x, py - y);
    if (distance > radius + 8) {
      double ux = (px - x) / distance;
      double uy = (py - y) / distance;
      double start = radius + 1;
      line(AXIS_LINE, 0.8f, null, x + ux * start, y + uy * start, px - ux * 2, py - uy * 2);
      stroke(x, y, px, py);
    }
  }

  private double leaderCost(double x, double y, Box box, double reach) {
    if (reach == 0) {
      return 0;
    }
    double px = Math.max(box.x(), Math.min(x, box.right()));
    double py = Math.max(box.y(), Math.min(y, box.bottom()));
    double cost = 0;
    for (Layout.Text text : texts) {
      if (clipped(new Line2D.Double(x, y, px, py), text.box()) > 0) {
        cost += 60;
      }
    }
    for (Box marker : markers) {
      double inside = clipped(new Line2D.Double(x, y, px, py), marker);
      boolean own =
          Math.hypot(marker.x() + marker.width() / 2 - x, marker.y() + marker.height() / 2 - y) < 1;
      cost += own || inside == 0 ? 0 : 15;
    }
    return cost;
  }

  private Place along(List<Point2D> anchors, double w, double h, Box region) {
    Place best = null;
    for (int i = 0; i < anchors.size(); i++) {
      Point2D at = anchors.get(i);
      for (double reach : REACH) {
        for (int k = 0; k < 6; k++) {
          double shift = (k / 2) / 2.0; // the anchor under the text's start, middle or end
          double top = k % 2 == 0 ? at.getY() - 3 - reach - h : at.getY() + 3 + reach;
          Box box = new Box(at.getX() - shift * w, top, w, h);
          double cost = Math.min((anchors.size() > FEW ? 0.5 : 3) * i, 20) + k + 1.2 * reach;
          if ((best == null || cost < best.cost()) && free(box, region)) {
            cost += 1.5 * crossed(box) + leaderCost(at.getX(), at.getY(), box, reach);
            if (best == null || cost < best.cost()) {
              best = new Place(box, at, cost);
            }
          }
        }
      }
    }
    return best;
  }

  /** Puts a label to the right of a line's end, moved up or down until free; false if it is not. */
  boolean labelEnd(String text, Type type, Color colour, double x, double y, Box region) {
    double w = width(text, type);
    double h = type.height();
    for (int k = 0; k < 17; k++) {
      double shift = (k % 2 == 0 ? 1 : -1) * 2.0 * ((k + 1) / 2);
      Box box = new Box(x + 6, y - h / 2 + shift, w, h);
      if (free(box, region) && crossed(box) == 0) {
        put(text, type, colour, box, true);
        return true;
      }
    }
    return false;
  }

  private boolean free(Box box, Box region) {
    if (!region.contains(box)) {
      return false;
    }
    Box roomy = box.grown(1.5);
    for (Layout.Text text : texts) {
      if (roomy.overlaps(text.box())) {
        return false;
      }
    }
    for (Box marker : markers) {
      if (box.overlaps(marker)) {
        return false;
      }
    }
    return true;
  }

  /** Length of line within a box, in pixels. */
  private double crossed(Box box) {
    double sum = 0;
    for (Line2D stroke : strokes) {
      sum += clipped(stroke, box);
    }
    return sum;
  }

  /** Liang and Barsky's clipping: the length of a segment within a box. */
  private static double clipped(Line2D segment, Box box) {
    double dx = segment.getX2() - segment.getX1();
    double dy = segment.getY2() - segment.getY1();
    double[] p = {-dx, dx, -dy, dy};
    double[] q = {
      segment.getX1() - box.x(),
      box.right() - segment.getX1(),
      segment.getY1() - box.y(),
      box.bottom() - segment.getY1()
    };
    double from = 0;
    double to = 1;
    for (int i = 0; i < 4; i++) {
      if (p[i] == 0) {
        if (q[i] < 0) {
          return 0;
        }
      } else if (p[i] < 0) {
        from = Math.max(from, q[i] / p[i]);
      } else {
        to = Math.min(to, q[i] / p[i]);
      }
    }
    return from >= to ? 0 : (to - from) * Math.hypot(dx, dy);
  }
}
