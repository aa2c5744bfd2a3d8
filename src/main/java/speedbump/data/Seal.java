package speedbump.data;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Declares the tables as they lie the ones that are meant, and says which differ and how. */
public final class Seal {
  private Seal() {}

  /**
   * Writes digest, bytes and number of rows of every changed table into {@code datapackage.json}.
   *
   * @param arguments the data folder
   */
  public static void main(String[] arguments) {
    try (PrintStream out =
            new PrintStream(
                new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err =
            new PrintStream(
                new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)) {
      try {
        List<Recipes.Change> changed =
            Recipes.seal(Path.of(arguments[0])).stream()
                .filter(change -> !change.unchanged())
                .toList();
        changed.forEach(out::println);
        out.println(
            changed.isEmpty()
                ? "Every table is as declared."
                : "Declared in data/datapackage.json. The verdicts follow by themselves: run mvn.");
      } catch (DataException e) {
        err.println("Nothing is declared anew: " + e.getMessage());
        System.exit(1);
      }
    }
  }
}
