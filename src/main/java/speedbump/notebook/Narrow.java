package speedbump.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import speedbump.chart.Figure;

/**
 * Keeps each picture drawn for a narrow screen as well, for the pages of the site, while the
 * collection is built: named by the digest of the wide one, in the folder that {@value #FOLDER}
 * names.
 */
final class Narrow {
  private static final String FOLDER = "SPEEDBUMP_NARROW";

  private Narrow() {}

  static void keep(byte[] png, Figure figure) {
    String folder = System.getenv(FOLDER);
    if (folder != null && !folder.isBlank()) {
      keep(Path.of(folder), png, figure);
    }
  }

  /**
   * Writes the narrow picture, unless it is there.
   *
   * @throws UncheckedIOException if the folder cannot be written to
   */
  static void keep(Path folder, byte[] png, Figure figure) {
    try {
      String name = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(png));
      Path file = folder.resolve(name + ".png");
      if (!Files.exists(file)) {
        Files.createDirectories(folder);
        Files.write(file, figure.narrow().png());
      }
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
