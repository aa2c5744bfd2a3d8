package speedbump.chart;

import java.awt.Color;
import java.util.List;
import speedbump.chart.Layout.Box;

/**
 * One panel of a figure. Panels are immutable; every method that changes something returns a new
 * panel.
 */
public abstract sealed class Panel permits XyPanel, SpecificationCurve, WorldsPanel, ChainPanel {

  private static final double STEP = 20;
  private static final double MOST = 1500;

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
   * @param estimates one for each combination that was run
   * @return the panel
   * @throws IllegalArgumentException if there is no estimate, or one has another number of options
   *     than there are choices
   */
  public static SpecificationCurve specificationCurve(
      List<String> choices, List<SpecificationCurve.Estimate> estimates) {
    return SpecificationCurve.of(choices, estimates);
  }

  /**
   * Where a statistic falls in simulated worlds in which the truth is known.
   *
   * @param axis the axis of the statistic, with its unit
   * @param worlds a lane a world, drawn from the top
   * @return the panel; where the data fall is still to be marked
   * @throws IllegalArgumentException if there is no world
   */
  public static WorldsPanel worlds(Axis axis, List<WorldsPanel.World> worlds) {
    return WorldsPanel.of(axis, worlds);
  }

  /**
   * A chain of stages, with who holds what of each.
   *
   * @param holders the holders; the first is drawn from one side, the last from the other
   * @param stages the stages in their order
   * @param threshold the share from which on a piece is cut without its first or last holder
   * @param mark what the key says of the mark of such a piece
   * @return the panel
   * @throws IllegalArgumentException if there are less than two holders, or a stage has no piece or
   *     a piece not a share of each holder
   */
  public static ChainPanel chain(
      List<ChainPanel.Holder> holders,
      List<ChainPanel.Stage> stages,
      double threshold,
      String mark) {
    return ChainPanel.of(holders, stages, threshold, mark);
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

  /** The height that the panel wishes where it would have the given one in a row. */
  double wished(double row) {
    return row;
  }

  /** The least height, in steps from the wished one on, in which the panel finds room. */
  final double heightFrom(Box area) {
    for (double height = wished(area.height()); ; height += STEP) {
      try {
        draw(
            Canvas.scratch((int) area.right(), (int) (area.y() + height)),
            new Box(area.x(), area.y(), area.width(), height));
        return height;
      } catch (NoRoom e) {
        if (height > MOST) {
          throw e;
        }
      }
    }
  }

  /** Draws the panel's title; returns what is left of the rectangle. */
  Box underTitle(Canvas canvas, Box area) {
    double top =
        canvas.paragraph(title, Canvas.Type.PANEL, Canvas.DARK, area.x(), area.y(), area.width());
    double gap = title.isEmpty() ? 0 : 4;
    return new Box(area.x(), top + gap, area.width(), area.bottom() - top - gap);
  }

  /** An entry of a key. */
  record KeyEntry(String text, Marker shape, Tone tone) {
    /** The entry of a series, or none if it has no name. */
    static List<KeyEntry> of(String name, Marker shape, Tone tone) {
      return name.isEmpty() ? List.of() : List.of(new KeyEntry(name, shape, tone));
    }
  }

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
      Color ink = entry.tone().ink();
      List<String> lines = canvas.wrap(entry.text(), Canvas.Type.LABEL, area.right() - x - 14);
      canvas.mark(entry.shape(), entry.tone().fill(), Color.WHITE, x + 5, y + 7.5, 4.2);
      canvas.lines(lines, Canvas.Type.LABEL, ink, x + 14, y + 12, 0);
      x += width + 16;
      y += (lines.size() - 1) * Canvas.Type.LABEL.leading();
    }
    return y + 19;
  }
}
