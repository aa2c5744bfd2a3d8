package speedbump.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A source file that recipes read, as {@code sources.csv} describes it.
 *
 * @param file its path in the folder of source files
 * @param publisher who published the data
 * @param address its public address; empty where none is held, or each of its rows has its own
 * @param version commit of the copy at the address, or the day of the file
 * @param bytes its size
 * @param sha256 its digest, 64 lower-case hexadecimal digits
 * @param licence the licence of the data
 * @param kind how it came to be
 * @param recipes the recipes that read it, parted by semicolons
 * @param note how it differs from what lies at the address
 */
public record SourceFile(
    String file,
    String publisher,
    String address,
    String version,
    long bytes,
    String sha256,
    String licence,
    Kind kind,
    String recipes,
    String note) {

  /** How a source file came to be. */
  public enum Kind {
    /** It lies at its address as it is. */
    FETCHABLE("can be downloaded as it is"),
    /** It was taken from a public file by columns, rows or another format. */
    CUT("was cut from a public file: take that file and cut it as the note says"),
    /** It was read off pages, whose addresses stand in its rows. */
    TYPED("was typed from pages: read its figures at the addresses of its sources"),
    /** It was judged or assigned for the collection. */
    CODED("was made for this collection: ask its keepers for it"),
    /** No address is known. */
    ADDRESS_NOT_HELD("has no known address: ask its publisher");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /**
     * What it means for whoever wants the file.
     *
     * @return words that go on after the name of a file
     */
    public String words() {
      return words;
    }

    /**
     * The kind of a cell.
     *
     * @param cell the cell
     * @return the kind
     * @throws IllegalArgumentException if there is no such kind
     */
    public static Kind of(String cell) {
      return valueOf(cell.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
  }

  /**
   * Every source file that a recipe reads.
   *
   * @param dataFolder the folder that holds {@code datapackage.json}
   * @return the files, by path
   * @throws DataException if the table is not as declared
   */
  public static List<SourceFile> all(Path dataFolder) {
    return Catalog.open(dataFolder).rows("sources", SourceFile.class);
  }
}
