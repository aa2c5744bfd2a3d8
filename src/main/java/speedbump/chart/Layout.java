package speedbump.chart;

import java.util.List;

/**
 * Where a picture's texts and marks came to lie, in pixels as shown (half of the pixels drawn),
 * from the upper left corner; tests read from it that nothing overlaps.
 *
 * @param texts every text drawn, line by line
 * @param markers every mark of a data series
 */
record Layout(int width, int height, List<Text> texts, List<Box> markers) {
  Layout {
    texts = List.copyOf(texts);
    markers = List.copyOf(markers);
  }

  /**
   * One line of text.
   *
   * @param box the room it takes, ascenders and descenders included
   * @param onPlot whether it labels something within the plotting area
   */
  record Text(String text, Box box, boolean onPlot) {}

  record Box(double x, double y, double width, double height) {
    double right() {
      return x + width;
    }

    double bottom() {
      return y + height;
    }

    /** Whether two boxes share some area; touching edges do not. */
    boolean overlaps(Box other) {
      return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    /** Whether all of another box lies within this one. */
    boolean contains(Box other) {
      return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
    }

    Box grown(double by) {
      return new Box(x - by, y - by, width + 2 * by, height + 2 * by);
    }
  }
}
