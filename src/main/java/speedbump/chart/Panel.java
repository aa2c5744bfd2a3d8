package speedbump.chart;

import java.util.List;
import speedbump.chart.Layout.Box;

/**
 * One panel of a figure. Panels are immutable; every method that changes something returns a new
 * panel.
 */
public abstract sealed class Panel permits XyPanel, SpecificationCurve, WorldsPanel {

  private final String title;

  Panel(String title) {
    this.title = title;
  }

  /**
   * An empty panel with two axes, which fit themselves to the data until they are set.
   *
   * @return the panel
   */
  public static XyPanel xy() {
    return XyPanel.EMPTY;
  }

  /**
   * A specification curve: all estimates in order, the choices behind each below.
   *
   * @param choices names of the analyst's choices
   * @param specifications one for each combination that was run
   * @return the panel
   * @throws IllegalArgumentException if there is no specification, or one has another number of
   *     options than there are choices
   */
  public static SpecificationCurve specificationCurve(
      List<String> choices, List<SpecificationCurve.Specification> specifications) {
    return SpecificationCurve.of(choices, specifications);
  }

  /**
   * How often a rule says what in simulated worlds in which the truth is known.
   *
   * @param worlds the worlds, drawn from the top
   * @return the panel
   * @throws IllegalArgumentException if there is no world
   */
  public static WorldsPanel worlds(List<WorldsPanel.World> worlds) {
    return WorldsPanel.of(worlds);
  }

  /**
   * The panel with a title, for figures of several panels.
   *
   * @param title what the panel shows
   * @return a panel like this one
   */
  public abstract Panel titled(String title);

  /** The title, or an empty text. */
  String title() {
    return title;
  }

  /** Draws the panel into a rectangle. */
  abstract void draw(Canvas canvas, Box area);

  /** Draws the panel's title; returns what is left of the rectangle. */
  Box underTitle(Canvas canvas, Box area) {
    double top =
        canvas.paragraph(title, Canvas.Type.PANEL, Canvas.DARK, area.x(), area.y(), area.width());
    double gap = title.isEmpty() ? 0 : 4;
    return new Box(area.x(), top + gap, area.width(), area.bottom() - top - gap);
  }

  /** An entry of a key. */
  record KeyEntry(String text, Marker shape, java.awt.Color fill, java.awt.Color ink) {}

  /** Draws a key in a row, with further rows where it is too long; returns the lower edge. */
  static double key(Canvas canvas, List<KeyEntry> entries, Box area) {
    double x = area.x();
    double y = area.y();
    if (entries.isEmpty()) {
      return y;
    }
    for (KeyEntry entry : entries) {
      double width = 14 + canvas.width(entry.text(), Canvas.Type.LABEL);
      if (x > area.x() && x + width > area.right()) {
        x = area.x();
        y += 16;
      }
      XChartPlot.draw(
          canvas.graphics(),
          entry.shape(),
          entry.fill(),
          java.awt.Color.WHITE,
          x + 5,
          y + 7.5,
          4.2);
      canvas.text(entry.text(), Canvas.Type.LABEL, entry.ink(), x + 14, y + 12, 0);
      x += width + 16;
    }
    return y + 19;
  }
}
