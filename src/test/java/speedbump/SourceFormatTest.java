package speedbump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every source file lies as google-java-format writes it. {@code mvn test -Dtest=SourceFormatTest
 * -Dformat=write} writes it so.
 */
class SourceFormatTest {
  @Test
  void everySourceFileIsFormatted() throws Exception {
    List<String> off = new ArrayList<>();
    List<Path> sources = new ArrayList<>();
    for (String root :
        List.of("src/main/java", "src/test/java", "src/jmh/java", "src/main/jupyter")) {
      if (Files.isDirectory(Path.of(root))) {
        try (Stream<Path> files = Files.walk(Path.of(root))) {
          files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
        }
      }
    }
    for (Path source : sources) {
      String text = Files.readString(source);
      String tidy =
          new Formatter()
              .formatSource(
                  RemoveUnusedImports.removeUnusedImports(
                      ImportOrderer.reorderImports(text, Style.GOOGLE)));
      if (!text.equals(tidy)) {
        if ("write".equals(System.getProperty("format"))) {
          Files.writeString(source, tidy);
        } else {
          off.add(source.toString());
        }
      }
    }
    assertTrue(sources.size() > 40, "only " + sources.size() + " source files found");
    assertEquals(
        List.of(), off, "not formatted; mvn test -Dtest=SourceFormatTest -Dformat=write mends it");
  }
}
