package speedbump.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.function.Consumer;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Everything that is known of XChart: a plot without titles, axes and legend over the whole
 * picture, in which XChart draws areas, lines and marks.
 *
 * <p>Its scales are the picture's pixels, so that ticks, labels and series agree by construction
 * and XChart's own scales (whose logarithmic axis has no labels within a decade) are not needed.
 */
final class XChartPlot {

  private static final Color NONE = new Color(255, 255, 255, 0);

  private final XYChart chart;

  XChartPlot(int width, int height) {
    this.chart = new XYChart(width, height);
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
    styler.setChartBackgroundColor(NONE);
    styler.setPlotBackgroundColor(NONE);
    styler.setXAxisMin(0.0);
    styler.setXAxisMax((double) width);
    styler.setYAxisMin((double) -height); // pixels count downwards
    styler.setYAxisMax(0.0);
  }

  void line(Graphics2D graphics, List<Point2D> points, Color colour, float width, float[] dash) {
    paint(
        graphics,
        points,
        series -> {
          series.setMarker(SeriesMarkers.NONE);
          series.setLineColor(colour);
          series.setLineStyle(
              new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0));
        });
  }

  void area(Graphics2D graphics, List<Point2D> around, Color colour) {
    paint(
        graphics,
        around,
        series -> {
          series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
          series.setMarker(SeriesMarkers.NONE);
          series.setLineColor(NONE);
          series.setFillColor(colour);
        });
  }

  void marks(
      Graphics2D graphics,
      List<Point2D> points,
      Marker shape,
      Color colour,
      Color rim,
      double radius) {
    paint(
        graphics,
        points,
        series -> {
          series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
          series.setMarker(new HouseMarker(shape, rim, radius));
          series.setMarkerColor(colour);
        });
  }

  private void paint(Graphics2D graphics, List<Point2D> points, Consumer<XYSeries> style) {
    if (points.isEmpty()) {
      return;
    }
    double[] x = points.stream().mapToDouble(Point2D::getX).toArray();
    double[] y = points.stream().mapToDouble(point -> -point.getY()).toArray();
    style.accept(chart.addSeries("series", x, y));
    AffineTransform before = graphics.getTransform();
    chart.paint(graphics, chart.getWidth(), chart.getHeight());
    graphics.setTransform(before);
    chart.removeSeries("series");
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
      shape.draw(graphics, graphics.getColor(), rim, x, y, radius);
    }
  }
}
