package speedbump.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Copies in UTF-8 of the source files that are in windows-1252, for as long as the recipes run:
 * DuckDB reads UTF-8 and refuses the bytes of windows-1252 that latin-1 does not have. A recipe
 * names such a file by {@code windows_1252_source(path)} of {@code recipes/prelude.sql}.
 */
final class Windows1252 implements AutoCloseable {
  private static final Pattern FILE = Pattern.compile("windows_1252_source\\(\\s*'([^']+)'");
  private static final Charset CHARSET = Charset.forName("windows-1252");

  private final Path folder;

  private Windows1252(Path folder) {
    this.folder = folder;
  }

  /**
   * Copies the files that the recipes name.
   *
   * @param sources the folder of source files
   * @param recipes the texts of the recipes
   * @throws DataException if a file is missing or holds a byte that windows-1252 does not have
   */
  static Windows1252 copy(Path sources, List<String> recipes) {
    TreeSet<String> files =
        recipes.stream()
            .flatMap(recipe -> FILE.matcher(recipe).results())
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Windows1252 copies;
    try {
      copies = new Windows1252(Files.createTempDirectory("speedbump-windows-1252-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      for (String file : files) {
        copies.add(sources, file);
      }
      return copies;
    } catch (RuntimeException e) {
      copies.close();
      throw e;
    }
  }

  private void add(Path sources, String file) {
    try {
      byte[] bytes = Files.readAllBytes(sources.resolve(file));
      Path copy = folder.resolve(file);
      Files.createDirectories(copy.getParent());
      Files.writeString(copy, CHARSET.newDecoder().decode(ByteBuffer.wrap(bytes)));
    } catch (NoSuchFileException e) {
      throw new DataException("%s: the source file is missing".formatted(file), e);
    } catch (CharacterCodingException e) {
      throw new DataException("%s: expected windows-1252, found other bytes".formatted(file), e);
    } catch (IOException e) {
      throw new DataException("%s: cannot be copied: %s".formatted(file, e), e);
    }
  }

  /** The folder of the copies; each has the path of its source file. */
  Path folder() {
    return folder;
  }

  /** Deletes the copies. */
  @Override
  public void close() {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : new TreeSet<>(paths.toList()).descendingSet()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
