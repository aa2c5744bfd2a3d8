package speedbump.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Figures that the shipped tables must show, each with what it was read off or what rule it stands
 * for: {@code src/test/resources/facts}. {@link TableAssert} says how rows, columns and values are
 * written; a value has a tolerance only where the other source has fewer digits or counts
 * otherwise.
 */
class FactsTest {
  private static final Path FOLDER = Path.of("src/test/resources/facts");

  private record Fact(String table, String key, String column, String value, String source) {
    @Override
    public String toString() {
      return "%s %s: %s".formatted(table, key, column);
    }
  }

  private static Stream<Fact> facts() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList().stream().flatMap(FactsTest::read);
    }
  }

  private static Stream<Fact> read(Path file) {
    try {
      List<String[]> lines = TableReader.cells(file.toString(), Files.readString(file));
      assertEquals(
          List.of("table", "key", "column", "value", "source"),
          List.of(lines.get(0)),
          file::toString);
      return lines.stream()
          .skip(1)
          .map(cell -> new Fact(cell[0], cell[1], cell[2], cell[3], cell[4]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("facts")
  void holds(Fact fact) {
    TableAssert.that(fact.table(), fact.key()).shows(fact.column(), fact.value());
  }

  @Test
  void eachHasASourceAndStandsOnce() throws IOException {
    Set<String> names = new HashSet<>();
    for (Fact fact : facts().toList()) {
      assertFalse(fact.source().isBlank(), fact::toString);
      assertTrue(names.add(fact.toString()), fact::toString);
    }
  }
}
