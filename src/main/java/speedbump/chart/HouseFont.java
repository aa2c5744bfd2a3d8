package speedbump.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The one font family of every picture, carried along (Open Sans, Apache License 2.0), since the
 * fonts of machines differ.
 */
enum HouseFont {
  REGULAR("OpenSans-Regular.ttf"),
  STRONG("OpenSans-Semibold.ttf");

  private final Font font;

  HouseFont(String file) {
    try (InputStream in = HouseFont.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the charts' font " + file + " is not on the class path");
      }
      font = Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the charts' font " + file, e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("the charts' font " + file + " is damaged", e);
    }
  }

  /** The font at a size in pixels as shown. */
  Font at(double size) {
    return font.deriveFont((float) size);
  }
}
