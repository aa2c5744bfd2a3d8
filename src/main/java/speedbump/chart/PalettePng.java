package speedbump.chart;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Writes a picture as a PNG file with a palette of at most 256 colours, a third of the size of one
 * in full colour.
 *
 * <p>The palette starts with the most frequent colour and takes on, one by one, the colour whose
 * absence costs most: its number of pixels times its squared distance to the nearest one taken. The
 * others, which occur on the rims of letters and lines only, become the nearest. Ties go to the
 * smaller colour value, so that the same pixels give the same file.
 */
final class PalettePng {

  private static final int COLOURS = 256;

  /** More than the squared distance of black and white. */
  private static final int FARTHEST = 4 * 255 * 255;

  private PalettePng() {}

  static byte[] encode(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    Map<Integer, Integer> counts = new HashMap<>();
    // most pixels equal their neighbour: one entry a run
    for (int i = 0, start = 0; i < pixels.length; start = i) {
      while (i < pixels.length && pixels[i] == pixels[start]) {
        i++;
      }
      counts.merge(pixels[start], i - start, Integer::sum);
    }
    int[] colours = counts.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    int[] nearest = new int[colours.length];
    int[] palette = palette(colours, Arrays.stream(colours).map(counts::get).toArray(), nearest);
    IndexColorModel model =
        new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
    BufferedImage indexed =
        new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
    byte[] places = ((DataBufferByte) indexed.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < pixels.length; i++) {
      places[i] =
          i > 0 && pixels[i] == pixels[i - 1]
              ? places[i - 1]
              : (byte) nearest[Arrays.binarySearch(colours, pixels[i])];
    }
    return write(indexed);
  }

  /** The palette, and for each colour the place of its nearest one there. */
  private static int[] palette(int[] colours, int[] counts, int[] nearest) {
    int[] palette = new int[Math.min(COLOURS, colours.length)];
    int[] distance = new int[colours.length];
    Arrays.fill(distance, FARTHEST);
    for (int k = 0; k < palette.length; k++) {
      int next = 0;
      double worst = -1;
      for (int i = 0; i < colours.length; i++) {
        double loss = (double) counts[i] * distance[i];
        if (loss > worst) {
          worst = loss;
          next = i;
        }
      }
      palette[k] = colours[next];
      for (int i = 0; i < colours.length; i++) {
        int d = distance(colours[i], palette[k]);
        if (d < distance[i]) {
          distance[i] = d;
          nearest[i] = k;
        }
      }
    }
    return palette;
  }

  /** Squared distance in red, green and blue. */
  private static int distance(int a, int b) {
    int red = (a >> 16 & 255) - (b >> 16 & 255);
    int green = (a >> 8 & 255) - (b >> 8 & 255);
    int blue = (a & 255) - (b & 255);
    return red * red + green * green + blue * blue;
  }

  private static byte[] write(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(0); // lossless all the same: the smallest file
      writer.write(null, new IIOImage(image, null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot encode a picture", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
