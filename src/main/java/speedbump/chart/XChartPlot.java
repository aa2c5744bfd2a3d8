package speedbump.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import speedbump.chart.Layout.Box;

/**
 * Everything that is known of XChart: a plot without titles, axes and legend that fills its
 * rectangle to the pixel, in which XChart draws areas, lines and marks.
 *
 * <p>Positions go in as shares of the rectangle, so that ticks, labels and series agree by
 * construction and XChart's own scales (whose logarithmic axis has no labels within a decade) are
 * not needed. The chart reaches {@link #RIM} beyond the rectangle, so that marks on its edge stay
 * whole.
 */
final class XChartPlot {

  /** Pixels by which marks may reach beyond the plotting area. */
  private static final int RIM = 8;

  private final XYChart chart;
  private final Box area;

  XChartPlot(Box area) {
    this.area = area;
    this.chart =
        new XYChart(
            (int) Math.round(area.width()) + 2 * RIM, (int) Math.round(area.height()) + 2 * RIM);
    Color none = new Color(255, 255, 255, 0);
    XYStyler styler = chart.getStyler();
    styler.setBaseFont(HouseFont.REGULAR.at(10));
    styler.setAxisTickLabelsFont(HouseFont.REGULAR.at(10));
    styler.setAxisTitleFont(HouseFont.REGULAR.at(10));
    styler.setChartTitleFont(HouseFont.REGULAR.at(10));
    styler.setLegendFont(HouseFont.REGULAR.at(10));
    styler.setLegendVisible(false);
    styler.setChartTitleVisible(false);
    styler.setAxisTitlesVisible(false);
    styler.setAxisTicksVisible(false);
    styler.setPlotGridLinesVisible(false);
    styler.setPlotBorderVisible(false);
    styler.setChartPadding(0);
    styler.setPlotMargin(0);
    styler.setPlotContentSize(1);
    styler.setAxisTickPadding(0);
    styler.setAxisTickMarkLength(0);
    styler.setAxisTitlePadding(0);
    styler.setChartBackgroundColor(none);
    styler.setPlotBackgroundColor(none);
    // the range in shares of the area; one pixel is one pixel of the chart
    styler.setXAxisMin(-RIM / area.width());
    styler.setXAxisMax((chart.getWidth() - RIM) / area.width());
    styler.setYAxisMin(-(chart.getHeight() - RIM - area.height()) / area.height());
    styler.setYAxisMax(1 + RIM / area.height());
  }

  void line(double[] x, double[] y, Color colour, float width, float[] dash) {
    XYSeries series = add(x, y);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(colour);
    series.setLineStyle(
        new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0));
  }

  void area(double[] x, double[] y, Color colour) {
    XYSeries series = add(x, y);
    series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(new Color(255, 255, 255, 0));
    series.setFillColor(colour);
  }

  void marks(double[] x, double[] y, Marker shape, Color colour, Color rim, double radius) {
    XYSeries series = add(x, y);
    series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
    series.setMarker(new HouseMarker(shape, rim, radius));
    series.setMarkerColor(colour);
  }

  private XYSeries add(double[] x, double[] y) {
    return chart.addSeries("series " + chart.getSeriesMap().size(), x, y);
  }

  void paint(Graphics2D graphics) {
    if (chart.getSeriesMap().isEmpty()) {
      return;
    }
    AffineTransform before = graphics.getTransform();
    graphics.translate(area.x() - RIM, area.y() - RIM);
    chart.paint(graphics, chart.getWidth(), chart.getHeight());
    graphics.setTransform(before);
  }

  /**
   * A mark whose size is its own, not the styler's, with a rim that parts it from its neighbours.
   */
  private static final class HouseMarker extends org.knowm.xchart.style.markers.Marker {
    private final Marker shape;
    private final Color rim;
    private final double radius;

    HouseMarker(Marker shape, Color rim, double radius) {
      this.shape = shape;
      this.rim = rim;
      this.radius = radius;
    }

    @Override
    public void paint(Graphics2D graphics, double x, double y, int ignored) {
      draw(graphics, shape, graphics.getColor(), rim, x, y, radius);
    }
  }

  /** Draws one mark; keys use it as well, so that a key looks like what it explains. */
  static void draw(
      Graphics2D graphics, Marker shape, Color colour, Color rim, double x, double y, double r) {
    java.awt.Shape outline;
    switch (shape) {
      case DIAMOND:
        outline = polygon(x, y - 1.2 * r, x + 1.2 * r, y, x, y + 1.2 * r, x - 1.2 * r, y);
        break;
      case SQUARE:
        outline = new Rectangle2D.Double(x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r);
        break;
      case TRIANGLE:
        outline = polygon(x, y - 1.1 * r, x + 1.1 * r, y + 0.9 * r, x - 1.1 * r, y + 0.9 * r);
        break;
      case STROKE:
        outline = new Rectangle2D.Double(x - 1, y - 1.3 * r, 2, 2.6 * r);
        break;
      default:
        outline = new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
    }
    if (shape == Marker.RING) {
      graphics.setColor(Color.WHITE);
      graphics.fill(outline);
      graphics.setColor(colour);
      graphics.setStroke(new BasicStroke(1.6f));
      graphics.draw(new Ellipse2D.Double(x - r + 0.8, y - r + 0.8, 2 * r - 1.6, 2 * r - 1.6));
      return;
    }
    graphics.setColor(colour);
    graphics.fill(outline);
    graphics.setColor(rim);
    graphics.setStroke(new BasicStroke(rim == Color.WHITE ? 0.7f : 1.2f));
    graphics.draw(outline);
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
