package speedbump.data;

/**
 * Says that the data package is not what it declares itself to be: the message names the file and,
 * where they apply, line, column, what was expected and what was found.
 */
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * An exception with a message for the reader.
   *
   * @param message what is wrong, and where
   */
  public DataException(String message) {
    super(message);
  }

  /**
   * An exception with a message for the reader and its cause.
   *
   * @param message what is wrong, and where
   * @param cause the failure behind it
   */
  public DataException(String message, Throwable cause) {
    super(message, cause);
  }

  /** One cell that is not what its column declares. */
  static DataException cell(String file, long line, String column, String expected, String found) {
    return new DataException(
        "%s, line %s, column %s: expected %s, found %s"
            .formatted(file, line, column, expected, found));
  }
}
