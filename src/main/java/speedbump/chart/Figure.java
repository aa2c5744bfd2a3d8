package speedbump.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import speedbump.chart.Canvas.Type;
import speedbump.chart.Layout.Box;

/**
 * A picture: a title that states the finding, a subtitle with measure and unit, panels in rows, a
 * footer with source and date of the data.
 *
 * <p>Figures are immutable; every method that changes something returns a new figure. A picture is
 * drawn at twice the size at which it is shown, on white, with its own font: the same figure gives
 * the same pixels everywhere.
 */
public final class Figure {

  /** Pixels drawn for one pixel shown. */
  private static final int SCALE = 2;

  private static final int NARROW = 390;
  private static final double MARGIN = 16;
  private static final double GAP = 22;

  private record Row(double share, List<Panel> panels) {}

  private final String title;
  private final String subtitle;
  private final String footer;
  private final String alt;
  private final int width;
  private final int height;
  private final List<Row> rows;

  /** A place for a number that {@code formatted} has not filled. */
  private static final Pattern NO_NUMBER = Pattern.compile("%[,+.\\d]*[dfs]\\b");

  private Figure(
      String title,
      String subtitle,
      String footer,
      String alt,
      int width,
      int height,
      List<Row> rows) {
    for (String text : List.of(title, subtitle, footer, alt)) {
      if (NO_NUMBER.matcher(text).find()) {
        throw new IllegalArgumentException("no number was put into \"" + text + "\"");
      }
    }
    this.title = title;
    this.subtitle = subtitle;
    this.footer = footer;
    this.alt = alt;
    this.width = width;
    this.height = height;
    this.rows = rows;
  }

  /**
   * A figure without panels yet, 760 by 460 pixels.
   *
   * @param title the finding, as a sentence
   * @return the figure
   * @throws IllegalArgumentException if the title is blank or, as for every text of a figure, has a
   *     place for a number left
   */
  public static Figure titled(String title) {
    if (title.isBlank()) {
      throw new IllegalArgumentException("a figure's title states its finding; it is blank");
    }
    return new Figure(title, "", "", "", 760, 460, List.of());
  }

  /**
   * Sets the subtitle.
   *
   * @param subtitle measure and unit
   * @return a figure like this one
   */
  public Figure subtitle(String subtitle) {
    return new Figure(title, subtitle, footer, alt, width, height, rows);
  }

  /**
   * Sets the footer.
   *
   * @param footer source and date of the data
   * @return a figure like this one
   */
  public Figure footer(String footer) {
    return new Figure(title, subtitle, footer, alt, width, height, rows);
  }

  /**
   * Sets the text that stands for the picture where it cannot be seen.
   *
   * @param alt what the picture shows
   * @return a figure like this one
   */
  public Figure alt(String alt) {
    return new Figure(title, subtitle, footer, alt, width, height, rows);
  }

  /**
   * Sets the size as shown.
   *
   * @param width pixels
   * @param height pixels
   * @return a figure like this one
   * @throws IllegalArgumentException if a side is shorter than 200 pixels or longer than 4000
   */
  public Figure size(int width, int height) {
    if (Math.min(width, height) < 200 || Math.max(width, height) > 4000) {
      throw new IllegalArgumentException(
          "a figure is 200 to 4000 pixels wide and high, not " + width + " by " + height);
    }
    return new Figure(title, subtitle, footer, alt, width, height, rows);
  }

  /**
   * Adds a panel in a row of its own.
   *
   * @param panel the panel
   * @return a figure like this one
   */
  public Figure panel(Panel panel) {
    return row(1, panel);
  }

  /**
   * Adds panels in rows of equal height.
   *
   * @param columns panels a row
   * @param panels the panels
   * @return a figure like this one
   * @throws IllegalArgumentException if columns is not positive
   */
  public Figure panels(int columns, Panel... panels) {
    if (columns < 1) {
      throw new IllegalArgumentException("panels need at least one column, not " + columns);
    }
    Figure figure = this;
    for (int i = 0; i < panels.length; i += columns) {
      Panel[] row = Arrays.copyOfRange(panels, i, Math.min(panels.length, i + columns));
      figure = figure.row(1, row);
    }
    return figure;
  }

  /**
   * Adds a row of panels of equal width.
   *
   * @param share the row's height as a multiple of that of a row with 1
   * @param panels the panels
   * @return a figure like this one
   * @throws IllegalArgumentException if the share is not positive or there is no panel
   */
  public Figure row(double share, Panel... panels) {
    if (!(share > 0) || panels.length == 0) {
      throw new IllegalArgumentException("a row needs a positive share and a panel");
    }
    List<Row> more = new ArrayList<>(rows);
    more.add(new Row(share, List.of(panels)));
    return new Figure(title, subtitle, footer, alt, width, height, List.copyOf(more));
  }

  /**
   * The figure for a narrow screen, 390 pixels wide: its panels stand one under the other, each as
   * high as in this figure, or higher where its texts need it.
   *
   * @return a figure like this one, of another size
   * @throws IllegalStateException if a panel's texts find no room at any height
   * @throws IllegalArgumentException if it would be more than 4000 pixels high
   */
  public Figure narrow() {
    Figure narrow = new Figure(title, subtitle, footer, alt, NARROW, height, List.of());
    Box wide = frame(Canvas.scratch(width, height));
    Box inner = narrow.frame(Canvas.scratch(NARROW, height));
    double top = inner.y();
    for (Row row : rows) {
      for (Panel panel : row.panels()) {
        double wished = Math.ceil(rowHeight(row, wide));
        double needed = panel.heightFrom(new Box(inner.x(), top, inner.width(), wished));
        narrow = narrow.row(needed, panel);
        top += needed + GAP;
      }
    }
    return narrow.size(NARROW, (int) Math.ceil(height + top - GAP - inner.bottom()));
  }

  /**
   * The text that stands for the picture: the one set, else title and subtitle.
   *
   * @return a text that is not blank
   */
  public String alt() {
    if (!alt.isBlank()) {
      return alt;
    }
    return subtitle.isBlank() ? title : title + ". " + subtitle;
  }

  /**
   * The width as shown.
   *
   * @return pixels
   */
  public int width() {
    return width;
  }

  /**
   * The height as shown.
   *
   * @return pixels
   */
  public int height() {
    return height;
  }

  BufferedImage image() {
    BufferedImage image =
        new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
    draw(image);
    return image;
  }

  Layout layout() {
    return draw(new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB));
  }

  /**
   * The picture as a PNG file, drawn at twice its size.
   *
   * @return the file's bytes
   * @throws IllegalStateException if there is no panel, or no room for what it shows
   * @throws IllegalArgumentException if something lies outside its axes or the font lacks a sign
   */
  public byte[] png() {
    return PalettePng.encode(image());
  }

  private Layout draw(BufferedImage image) {
    if (rows.isEmpty()) {
      throw new IllegalStateException("figure \"" + title + "\" has no panel");
    }
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
      graphics.scale(SCALE, SCALE);
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      Canvas canvas = new Canvas(graphics, width, height);
      Box inner = frame(canvas);
      double top = inner.y();
      for (Row row : rows) {
        int n = row.panels().size();
        double each = (inner.width() - GAP * (n - 1)) / n;
        double left = inner.x();
        for (Panel panel : row.panels()) {
          panel.draw(canvas, new Box(left, top, each, rowHeight(row, inner)));
          left += each + GAP;
        }
        top += rowHeight(row, inner) + GAP;
      }
      return canvas.layout();
    } finally {
      graphics.dispose();
    }
  }

  /** Draws title, subtitle and footer; returns the room between them. */
  private Box frame(Canvas canvas) {
    double inner = width - 2 * MARGIN;
    double top = canvas.paragraph(title, Type.TITLE, Canvas.DARK, MARGIN, MARGIN - 4, inner);
    top = canvas.paragraph(subtitle, Type.SUBTITLE, Canvas.GREY, MARGIN, top + 1, inner) + 10;
    double bottom = height - MARGIN + 4;
    if (!footer.isEmpty()) {
      bottom -= canvas.wrap(footer, Type.FOOTER, inner).size() * Type.FOOTER.leading();
      canvas.paragraph(footer, Type.FOOTER, Canvas.GREY, MARGIN, bottom, inner);
    }
    return new Box(MARGIN, top, inner, bottom - 8 - top);
  }

  private double rowHeight(Row row, Box inner) {
    double shares = rows.stream().mapToDouble(Row::share).sum();
    return (inner.height() - GAP * (rows.size() - 1)) * row.share() / shares;
  }
}
