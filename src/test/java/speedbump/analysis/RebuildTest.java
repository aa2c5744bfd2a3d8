package speedbump.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import speedbump.analysis.Rebuild.Reads;
import speedbump.claim.Registry;
import speedbump.data.Catalog;

/** Which claims read a table that changed. */
class RebuildTest {
  private static final Registry REGISTRY = Registry.of(Catalog.shared());

  @Test
  void everyClaimNamesTheTablesThatItOpens() {
    List<Reads> reads = Rebuild.reads(Catalog.shared().folder());
    assertEquals(
        IntStream.rangeClosed(1, 12).boxed().toList(), reads.stream().map(Reads::claim).toList());
    for (Reads one : reads) {
      assertEquals("", one.refusal(), "claim " + one.claim());
      assertFalse(one.tables().isEmpty(), "claim " + one.claim());
      assertTrue(one.tables().stream().noneMatch(table -> table.startsWith("claims/")));
    }
    assertTrue(
        reads.get(5).tables().contains("ai/index_versions_2026_07"), reads.get(5).toString());
    assertFalse(reads.get(5).tables().contains("noncommercial/chip_edges"));
    assertTrue(reads.get(11).tables().contains("noncommercial/chip_edges"));
  }

  @Test
  void aTableIsToldWithTheClaimsThatReadIt() {
    List<Reads> reads =
        List.of(
            new Reads(6, Set.of("ai/a", "ai/b"), ""),
            new Reads(2, Set.of("ai/b"), "ai/b has no column score"));
    assertEquals(
        List.of(
            "ai/b: read by claim 6 (6a, 6b, 6c, 6d); claim 2 (2a, 2b, 2c, 2d)",
            "ai/c: read by no claim",
            "claim 2 cannot be computed: ai/b has no column score"),
        Rebuild.told(REGISTRY, reads, List.of("ai/b", "ai/c")));
  }

  @Test
  void theBoardBeforeStaysWhereTheBoardChanged(@TempDir Path folder) throws Exception {
    Path board = folder.resolve("board.json");
    Path before = folder.resolve("board-before.json");
    Verdicts.keepBefore(board, "{\"one\":1}");
    assertFalse(Files.exists(before), "there was none");
    Files.writeString(board, "{\"one\":1}");
    Verdicts.keepBefore(board, "{\"one\":1}");
    assertFalse(Files.exists(before), "it is the same");
    Verdicts.keepBefore(board, "{\"one\":2}");
    assertEquals("{\"one\":1}", Files.readString(before));
    // two changes before the first is shown: the oldest stays
    Files.writeString(board, "{\"one\":2}");
    Verdicts.keepBefore(board, "{\"one\":3}");
    assertEquals("{\"one\":1}", Files.readString(before));
  }
}
