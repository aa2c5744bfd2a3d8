package speedbump.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every file that a recipe reads is described, and no other. */
class SourceFilesTest {
  private static final Path DATA = Catalog.shared().folder();
  private static final List<SourceFile> FILES = SourceFile.all(DATA);

  @Test
  void everyFileThatARecipeReadsHasItsRowAndNoRowIsUnread() {
    Map<String, Set<String>> readers = new TreeMap<>();
    Recipes.reads(DATA)
        .forEach(
            (recipe, files) ->
                files.forEach(
                    file -> readers.computeIfAbsent(file, f -> new TreeSet<>()).add(recipe)));
    Map<String, Set<String>> described = new TreeMap<>();
    FILES.forEach(
        file ->
            described.put(file.file(), new TreeSet<>(Arrays.asList(file.recipes().split("; ")))));
    assertEquals(readers, described);
    assertTrue(described.size() > 200, described.size() + " files");
  }

  /** The files are not here for most; where they are, each is the one that is described. */
  @Test
  void digestsAreThoseOfTheFiles() throws IOException {
    String sources = System.getProperty("sources", "");
    assumeTrue(
        !sources.isBlank() && Files.isDirectory(Path.of(sources)),
        "the source files are not here; run with -Dsources=FOLDER to hold their digests");
    List<String> other = new ArrayList<>();
    for (SourceFile file : FILES) {
      byte[] bytes = Files.readAllBytes(Path.of(sources).resolve(file.file()));
      if (bytes.length != file.bytes() || !TableReader.sha256(bytes).equals(file.sha256())) {
        other.add(file.file());
      }
    }
    assertEquals(List.of(), other);
  }

  @Test
  void whatIsFetchableHasOneAddressOfAPinnedVersion() {
    Set<String> addresses = new TreeSet<>();
    for (SourceFile file : FILES) {
      if (file.kind() == SourceFile.Kind.FETCHABLE) {
        URI address = URI.create(file.address());
        assertEquals("https", address.getScheme(), file.file());
        assertTrue(file.address().contains(file.version()), file.file());
        assertTrue(file.version().matches("[0-9a-f]{40}"), file.file());
        assertTrue(addresses.add(file.address()), file.address() + " twice");
      }
    }
    assertTrue(addresses.size() > 50, addresses.size() + " addresses");
  }

  @Test
  void aFileSaysWhereItIsFromOrWhyItDoesNot() {
    for (SourceFile file : FILES) {
      boolean elsewhere =
          file.kind() == SourceFile.Kind.TYPED || file.kind() == SourceFile.Kind.CODED;
      assertEquals(
          elsewhere || file.kind() == SourceFile.Kind.ADDRESS_NOT_HELD,
          file.address().isEmpty(),
          file.file());
      assertTrue(file.kind() == SourceFile.Kind.FETCHABLE || !file.note().isEmpty(), file.file());
      assertTrue(file.sha256().matches("[0-9a-f]{64}"), file.file());
    }
  }

  /** What may not be used commercially is said of the file as of its tables. */
  @Test
  void licencesGoWithThoseOfTheTables() {
    for (SourceFile file : FILES) {
      if (file.licence().contains("NC") && !file.file().startsWith("codings/")) {
        assertTrue(
            Arrays.stream(file.recipes().split("; "))
                .allMatch(recipe -> recipe.startsWith("noncommercial/")),
            file.file() + " is read by " + file.recipes());
      }
    }
  }
}
