package speedbump.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.analysis.shared.Analysis;
import speedbump.claim.ClaimResult;
import speedbump.claim.Registry;
import speedbump.data.Catalog;

/** Kept verdicts are read where they are ours, and computed anew where they are not. */
class VerdictStoreTest {
  @TempDir private Path folder;

  private VerdictStore store() {
    return new VerdictStore(folder.resolve("verdicts.json"), "ours");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"key\": \"older\", \"claim\": {\"claim\": 6, \"word\": \"A_WORD_OF_OLD\"}}",
        "{\"key\": \"older\", \"claim\": \"another form\"}",
        "{\"claim\": {}}",
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
    ClaimResult claim = Verdicts.of(6);
    store().write(claim);
    assertEquals(Optional.of(claim), store().read());
  }

  @Test
  void whatWasHandedOutWithTheClassesIsReadUnderAnyKey() throws IOException {
    ClaimResult claim = Verdicts.of(6);
    store().write(claim);
    VerdictStore theirs = new VerdictStore(folder.resolve("verdicts.json"), "theirs");
    assertEquals(Optional.empty(), theirs.read());
    write("data/table.csv", "year,value");
    write("target/classes/speedbump/One.class", "code");
    System.setProperty(VerdictStore.SHIPPED, "shipped");
    try {
      assertEquals(Optional.of(claim), theirs.read());
      assertEquals("shipped", store("17.0.15+6", "amd64").file().getParent().getFileName() + "");
    } finally {
      System.clearProperty(VerdictStore.SHIPPED);
    }
  }

  @Test
  void ourOwnKeyOverAnotherFormIsAnError() throws IOException {
    Files.writeString(folder.resolve("verdicts.json"), "{\"key\": \"ours\", \"claim\": 3}");
    assertThrows(IOException.class, () -> store().read());
  }

  @Test
  void theKeyFollowsEachInputAndTheFileTheJava() throws IOException {
    Map<String, String> inputs =
        Map.of(
            "pom.xml", "libraries",
            "data/claims/table.csv", "year,value",
            "target/classes/speedbump/stats/One.class", "code",
            "target/classes/speedbump/stats/digits.txt", "1",
            "target/classes/speedbump/analysis/Coin.class", "code",
            "target/classes/speedbump/analysis/shared/Both.class", "code",
            "target/classes/speedbump/analysis/deepseek/Own.class", "code");
    for (Map.Entry<String, String> input : inputs.entrySet()) {
      write(input.getKey(), input.getValue());
    }
    VerdictStore store = store("17.0.15+6", "amd64");
    for (Map.Entry<String, String> input : inputs.entrySet()) {
      write(input.getKey(), input.getValue() + ".");
      assertNotEquals(store.key(), store("17.0.15+6", "amd64").key(), input.getKey());
      write(input.getKey(), input.getValue());
    }
    assertNotEquals(store.key(), store("17.0.16+8", "amd64").key());
    assertNotEquals(store.file(), store("25.0.1+8-LTS", "amd64").file());
    assertNotEquals(store.file(), store("17.0.15+6", "aarch64").file());
    write("data/recipes/table.sql", "SELECT 1");
    write("target/classes/speedbump/analysis/delayorstop/Other.class", "code");
    assertEquals(store, store("17.0.15+6", "amd64"));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private VerdictStore store(String java, String processor) throws IOException {
    return new VerdictStore.Common(
            folder.resolve("data"), folder.resolve("target/classes"), java, processor)
        .store("06_deepseek");
  }

  /** Else the key of a claim would not follow its own code. */
  @Test
  void aClaimsPackageIsNamedAsItsNotebook() {
    Registry registry = Registry.of(Catalog.shared());
    for (Analysis analysis : Verdicts.analyses(Catalog.shared())) {
      assertEquals(
          "speedbump.analysis."
              + VerdictStore.packageOf(registry.claim(analysis.claim()).notebook()),
          analysis.getClass().getPackageName());
    }
  }

  @Test
  void whatIsWrittenHasThePermissionsOfEveryOtherFile() throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path other = Files.writeString(folder.resolve("other"), "");
    store().write(Verdicts.of(1));
    assertEquals(
        Files.getPosixFilePermissions(other),
        Files.getPosixFilePermissions(folder.resolve("verdicts.json")));
  }
}
