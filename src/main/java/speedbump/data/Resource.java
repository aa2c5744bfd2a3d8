package speedbump.data;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One table of the data package: what it is, where it comes from, and what its file must look like.
 *
 * @param name the name by which the catalog opens it: its path without the ending, e.g. {@code
 *     ai/index_models_2026_04}
 * @param path the file, relative to the data folder
 * @param title the table in one line
 * @param description what a row is, what was dropped and why, caveats, vintage
 * @param licences the licences under which it ships
 * @param sources the publications it was derived from
 * @param snapshot the day of the copy of the source, or of the last fact entered
 * @param sha256 the SHA-256 digest of the file, 64 lower-case hexadecimal digits
 * @param bytes the size of the file in bytes
 * @param rows the number of rows without the header
 * @param fields its columns in order
 * @param primaryKey the columns that together name a row; empty where no two rows need differ
 * @param recipe the SQL file that derives it from its source, relative to the data folder; empty
 *     for a table written by hand
 */
public record Resource(
    String name,
    String path,
    String title,
    String description,
    List<Licence> licences,
    List<Source> sources,
    LocalDate snapshot,
    String sha256,
    long bytes,
    int rows,
    List<Field> fields,
    List<String> primaryKey,
    Optional<String> recipe) {

  /**
   * The declared column of a name.
   *
   * @param column the column's name
   * @return its declaration
   * @throws DataException if the table has no such column
   */
  public Field field(String column) {
    return fields.stream()
        .filter(field -> field.name().equals(column))
        .findFirst()
        .orElseThrow(
            () ->
                new DataException(
                    "%s has no column %s; it has %s"
                        .formatted(name, column, fields.stream().map(Field::name).toList())));
  }
}
