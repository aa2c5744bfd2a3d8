package speedbump.calibration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures every cell on all cores, writes {@code data/claims/calibration.csv} with its entry in
 * the data package and the digest of what was measured, and prints the table. Ends with 1 if a goal
 * was missed.
 */
public final class Calibrate {
  private static final Path TABLE = Path.of("data/claims/calibration.csv");
  private static final Path PACKAGE = Path.of("data/datapackage.json");

  private Calibrate() {}

  /**
   * Measures.
   *
   * @param arguments none
   * @throws IOException if a file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    long start = System.nanoTime();
    List<Measured> table = Cells.all().parallelStream().map(Cell::measure).toList();
    write(
        Stream.concat(Stream.of(Measured.HEADER), table.stream().map(Measured::line))
            .collect(Collectors.joining("\n", "", "\n"))
            .getBytes(StandardCharsets.UTF_8),
        table.size());
    Files.createDirectories(Sources.KEPT.getParent());
    Files.writeString(Sources.KEPT, Sources.digest() + "\n");
    table.forEach(row -> System.out.println(row.words()));
    List<Measured> missed = table.stream().filter(Measured::missed).toList();
    System.out.printf(
        Locale.ROOT,
        "%d shares measured in %.0f s, %d of %d goals missed%n",
        table.size(),
        (System.nanoTime() - start) / 1e9,
        missed.size(),
        table.stream().filter(row -> row.goal().isPresent()).count());
    missed.forEach(row -> System.out.println(row.words()));
    if (!missed.isEmpty()) {
      System.exit(1);
    }
  }

  private static void write(byte[] cells, int rows) throws IOException {
    Files.write(TABLE, cells);
    String digest;
    try {
      digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(cells));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    Matcher entry =
        Pattern.compile(
                "(\"path\": \"claims/calibration\\.csv\",.*?\"hash\": \"sha256:)\\w+"
                    + "(\",\\s*\"bytes\": )\\d+(,\\s*\"rows\": )\\d+",
                Pattern.DOTALL)
            .matcher(Files.readString(PACKAGE));
    if (!entry.find()) {
      throw new IOException(PACKAGE + " has no entry of " + TABLE + " with hash, bytes and rows");
    }
    Files.writeString(
        PACKAGE, entry.replaceFirst("$1" + digest + "$2" + cells.length + "$3" + rows));
  }
}
