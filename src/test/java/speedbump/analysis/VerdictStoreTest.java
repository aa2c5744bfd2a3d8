package speedbump.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.claim.ClaimResult;

/** Kept verdicts are read where they are ours, and computed anew where they are not. */
class VerdictStoreTest {
  @TempDir private Path folder;

  private VerdictStore store() {
    return new VerdictStore(folder.resolve("verdicts.json"), "ours");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"key\": \"older\", \"claims\": [{\"claim\": 6, \"word\": \"A_WORD_OF_OLD\"}]}",
        "{\"key\": \"older\", \"claims\": \"another form\"}",
        "{\"claims\": []}",
        "{\"key\": \"ours\", \"cla",
        ""
      })
  void whatOtherCodeKeptOrACutFileIsNotRead(String kept) throws IOException {
    Files.writeString(folder.resolve("verdicts.json"), kept);
    assertEquals(Optional.empty(), store().read());
  }

  @Test
  void whatWasKeptIsReadAndNothingWhereNothingWas() throws IOException {
    assertEquals(Optional.empty(), store().read());
    List<ClaimResult> claims = Verdicts.all();
    store().write(claims);
    assertEquals(Optional.of(claims), store().read());
  }

  @Test
  void ourOwnKeyOverAnotherFormIsAnError() throws IOException {
    Files.writeString(folder.resolve("verdicts.json"), "{\"key\": \"ours\", \"claims\": 3}");
    assertThrows(IOException.class, () -> store().read());
  }

  @Test
  void theKeyFollowsEachInputAndTheFileTheJava() throws IOException {
    Path tables = Files.createDirectories(folder.resolve("data/recipes"));
    Path classes = Files.createDirectories(folder.resolve("target/classes"));
    Map<Path, String> inputs =
        Map.of(
            folder.resolve("pom.xml"), "libraries",
            tables.resolveSibling("table.csv"), "year,value",
            classes.resolve("One.class"), "code");
    for (Map.Entry<Path, String> input : inputs.entrySet()) {
      Files.writeString(input.getKey(), input.getValue());
    }
    VerdictStore store = store(tables, classes, "17.0.15+6", "amd64");
    for (Map.Entry<Path, String> input : inputs.entrySet()) {
      Files.writeString(input.getKey(), input.getValue() + ".");
      assertNotEquals(store.key(), store(tables, classes, "17.0.15+6", "amd64").key());
      Files.writeString(input.getKey(), input.getValue());
    }
    assertNotEquals(store.key(), store(tables, classes, "17.0.16+8", "amd64").key());
    assertNotEquals(store.file(), store(tables, classes, "25.0.1+8-LTS", "amd64").file());
    assertNotEquals(store.file(), store(tables, classes, "17.0.15+6", "aarch64").file());
    Files.writeString(tables.resolve("table.sql"), "SELECT 1");
    assertEquals(store, store(tables, classes, "17.0.15+6", "amd64"));
  }

  private static VerdictStore store(Path recipes, Path classes, String java, String processor)
      throws IOException {
    return VerdictStore.of(recipes.getParent(), classes, java, processor);
  }

  @Test
  void whatIsWrittenHasThePermissionsOfEveryOtherFile() throws IOException {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    Path other = Files.writeString(folder.resolve("other"), "");
    store().write(List.of());
    assertEquals(
        Files.getPosixFilePermissions(other),
        Files.getPosixFilePermissions(folder.resolve("verdicts.json")));
  }
}
