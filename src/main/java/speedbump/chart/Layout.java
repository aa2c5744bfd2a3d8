package speedbump.chart;

import java.util.List;

/**
 * Where a picture's texts and marks came to lie, in pixels as shown (half of the pixels drawn),
 * from the upper left corner; tests read from it that nothing overlaps.
 *
 * @param width width of the picture
 * @param height height of the picture
 * @param texts every text drawn, line by line
 * @param markers every mark of a data series
 */
public record Layout(int width, int height, List<Text> texts, List<Box> markers) {

  /**
   * Copies the lists.
   *
   * @param width width of the picture
   * @param height height of the picture
   * @param texts every text drawn, line by line
   * @param markers every mark of a data series
   */
  public Layout {
    texts = List.copyOf(texts);
    markers = List.copyOf(markers);
  }

  /**
   * One line of text.
   *
   * @param text what it says
   * @param box the room it takes, ascenders and descenders included
   * @param onPlot whether it labels something within the plotting area
   */
  public record Text(String text, Box box, boolean onPlot) {}

  /**
   * A rectangle.
   *
   * @param x left edge
   * @param y upper edge
   * @param width width
   * @param height height
   */
  public record Box(double x, double y, double width, double height) {

    /**
     * The right edge.
     *
     * @return x + width
     */
    public double right() {
      return x + width;
    }

    /**
     * The lower edge.
     *
     * @return y + height
     */
    public double bottom() {
      return y + height;
    }

    /**
     * Whether two rectangles share some area.
     *
     * @param other the other rectangle
     * @return whether they overlap; touching edges do not
     */
    public boolean overlaps(Box other) {
      return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    /**
     * Whether another rectangle lies within this one.
     *
     * @param other the other rectangle
     * @return whether all of it does
     */
    public boolean contains(Box other) {
      return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
    }

    Box grown(double by) {
      return new Box(x - by, y - by, width + 2 * by, height + 2 * by);
    }
  }
}
