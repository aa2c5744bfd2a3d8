package speedbump.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table that is off is told once, by name. */
class DeclaredTablesTest {
  @TempDir private Path folder;

  @Test
  void aTableThatIsOffIsToldOnce() throws IOException {
    new TinyPackage(folder).field("a", "integer", true).csv("a\n1\n").open();
    assertEquals(List.of(), DeclaredTables.refused(folder));
    Files.writeString(folder.resolve("t.csv"), "a\n2\n");
    List<String> refused = DeclaredTables.refused(folder);
    assertEquals(1, refused.size());
    assertTrue(refused.get(0).startsWith("t.csv: the file is not the one"), refused.get(0));
    Files.writeString(folder.resolve("datapackage.json"), "{");
    assertEquals(1, DeclaredTables.refused(folder).size());
  }
}
