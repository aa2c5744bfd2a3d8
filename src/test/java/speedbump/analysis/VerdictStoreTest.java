package speedbump.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
}
