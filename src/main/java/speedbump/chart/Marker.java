package speedbump.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The shape of a mark, for series that colour alone would not tell apart. */
public enum Marker {
  /** A filled circle. */
  DOT,
  /** A circle without filling. */
  RING,
  /** A filled square on its corner. */
  DIAMOND,
  /** A filled square. */
  SQUARE,
  /** A filled triangle. */
  TRIANGLE,
  /** A short upright line. */
  STROKE;

  /** Draws one mark; keys use it as well, so that a key looks like what it explains. */
  void draw(Graphics2D graphics, Color colour, Color rim, double x, double y, double r) {
    Shape outline = outline(x, y, r);
    graphics.setColor(this == RING ? Color.WHITE : colour);
    graphics.fill(outline);
    if (this == RING) {
      graphics.setColor(colour);
      graphics.setStroke(new BasicStroke(1.6f));
      graphics.draw(outline(x, y, r - 0.8));
    } else {
      graphics.setColor(rim);
      graphics.setStroke(new BasicStroke(rim == Color.WHITE ? 0.7f : 1.2f));
      graphics.draw(outline);
    }
  }

  private Shape outline(double x, double y, double r) {
    return switch (this) {
      case DIAMOND -> polygon(x, y - 1.2 * r, x + 1.2 * r, y, x, y + 1.2 * r, x - 1.2 * r, y);
      case SQUARE -> new Rectangle2D.Double(x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r);
      case TRIANGLE -> polygon(x, y - 1.1 * r, x + 1.1 * r, y + 0.9 * r, x - 1.1 * r, y + 0.9 * r);
      case STROKE -> new Rectangle2D.Double(x - 1, y - 1.3 * r, 2, 2.6 * r);
      case DOT, RING -> new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
    };
  }

  private static Path2D polygon(double... xy) {
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    path.closePath();
    return path;
  }
}
