package speedbump.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;

/**
 * The one font family of every picture, carried along (Open Sans, Apache License 2.0), since the
 * fonts of machines differ.
 */
enum HouseFont {
  REGULAR("OpenSans-Regular.ttf"),
  STRONG("OpenSans-Semibold.ttf");

  private final Font font;

  HouseFont(String name) {
    URL place = HouseFont.class.getResource(name);
    if (place == null) {
      throw new IllegalStateException("the charts' font " + name + " is not on the class path");
    }
    try {
      font = read(place);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the charts' font " + name, e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("the charts' font " + name + " is damaged", e);
    }
  }

  /**
   * From its file where it has one: a font that is read from a stream is copied to a file first.
   */
  private static Font read(URL place) throws IOException, FontFormatException {
    if (place.getProtocol().equals("file")) {
      return Font.createFont(Font.TRUETYPE_FONT, new File(URI.create(place.toString())));
    }
    try (InputStream in = place.openStream()) {
      return Font.createFont(Font.TRUETYPE_FONT, in);
    }
  }

  /** The font at a size in pixels as shown. */
  Font at(double size) {
    return font.deriveFont((float) size);
  }
}
