package speedbump.data;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds every table against its declaration before any test reads one, so that a table that is off
 * is told once and not by each test that meets it.
 */
public final class DeclaredTables {
  private DeclaredTables() {}

  /**
   * Ends with 1 and one line a table where one is not as declared.
   *
   * @param arguments the data folder
   */
  public static void main(String[] arguments) {
    List<String> refused = refused(Path.of(arguments[0]));
    if (!refused.isEmpty()) {
      try (PrintStream err =
          new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)) {
        refused.forEach(err::println);
        err.println(
            "Restore what was not meant (git checkout -- data). Where it is meant, mvn -Pseal shows"
                + " what differs and writes digest, bytes and number of rows into"
                + " data/datapackage.json.");
      }
      System.exit(1);
    }
  }

  /** What is wrong with each table that is not as declared. */
  static List<String> refused(Path folder) {
    List<String> refused = new ArrayList<>();
    try {
      Catalog catalog = Catalog.open(folder);
      for (Resource resource : catalog.resources()) {
        try {
          catalog.read(resource.name());
        } catch (DataException e) {
          refused.add(e.getMessage());
        }
      }
    } catch (DataException e) {
      refused.add(e.getMessage());
    }
    return refused;
  }
}
