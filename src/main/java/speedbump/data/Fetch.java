package speedbump.data;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Downloads the source files that are missing and can be had as they are. A file is received beside
 * its place, under its name and {@code .part}, and moved there once its digest is that of {@code
 * sources.csv}: half a file never stands under the final name, and what was received of it is taken
 * up again, at the next try or the next run.
 *
 * <p>A copy whose lines end otherwise counts as the file: its ends are made those of the digest.
 */
public final class Fetch {
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;
  private static final int NOT_SATISFIABLE = 416;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  /** How much longer than declared an answer may be, where its lines end otherwise. */
  private static final long SLACK = 4;

  private static final int BUFFER = 1 << 16;

  /** After so many files in a row that could not be reached the network is away. */
  private static final int AWAY = 3;

  private static final String NOT_REACHED = "could not be reached: ";
  private static final long KILOBYTE = 1024;

  private final HttpClient client;
  private final Duration limit;
  private final Duration pause;
  private final PrintStream out;

  /**
   * A fetch that waits as long as it is told.
   *
   * @param limit the longest time that one try of one file may take
   * @param pause the time before the second try
   * @param out where it says what it does
   */
  Fetch(Duration limit, Duration pause, PrintStream out) {
    this.limit = limit;
    this.pause = pause;
    this.out = out;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(limit);
    Optional.ofNullable(ProxySelector.getDefault()).ifPresent(builder::proxy);
    this.client = builder.build();
  }

  /**
   * What became of the files.
   *
   * @param held files that lay there already
   * @param fetched files that were downloaded
   * @param failed files that were not, each with the reason
   * @param byHand files that are missing and cannot be downloaded as they are
   */
  record Outcome(
      List<SourceFile> held,
      List<SourceFile> fetched,
      Map<String, String> failed,
      List<SourceFile> byHand) {}

  /** One try that failed; {@code again} where a second may not. */
  private static final class Failed extends Exception {
    private static final long serialVersionUID = 1;
    private final boolean again;

    Failed(String why, boolean again) {
      super(why);
      this.again = again;
    }
  }

  /**
   * Downloads what is missing.
   *
   * @param files the source files
   * @param folder where they belong
   * @return what became of each
   * @throws DataException if the folder cannot be written to, or the disk is full
   */
  Outcome fetch(List<SourceFile> files, Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    Outcome outcome =
        new Outcome(new ArrayList<>(), new ArrayList<>(), new TreeMap<>(), new ArrayList<>());
    List<SourceFile> wanted = new ArrayList<>();
    for (SourceFile file : files) {
      try {
        if (file.kind() == SourceFile.Kind.FETCHABLE) {
          if (!Files.exists(place(root, file))) {
            wanted.add(file);
          } else if (digest(place(root, file)).equals(file.sha256())) {
            outcome.held().add(file);
          } else {
            outcome
                .failed()
                .put(file.file(), "lies there with another digest, and is left as it is");
          }
        } else if (Files.exists(root.resolve(file.file()))) {
          outcome.held().add(file);
        } else {
          outcome.byHand().add(file);
        }
      } catch (Failed e) {
        outcome.failed().put(file.file(), e.getMessage());
      }
    }
    int away = 0;
    for (int i = 0; i < wanted.size(); i++) {
      SourceFile file = wanted.get(i);
      if (away == AWAY) {
        outcome.failed().put(file.file(), "was not tried, since no other could be reached");
        continue;
      }
      out.printf("%d of %d  %s, %s%n", i + 1, wanted.size(), file.file(), size(file.bytes()));
      try {
        twice(file, place(root, file));
        outcome.fetched().add(file);
        away = 0;
      } catch (Failed e) {
        out.println("  " + e.getMessage());
        outcome.failed().put(file.file(), e.getMessage());
        away = e.getMessage().startsWith(NOT_REACHED) ? away + 1 : 0;
      }
    }
    return outcome;
  }

  /** Where a file belongs; a path that would leave the folder is refused. */
  private static Path place(Path root, SourceFile file) throws Failed {
    try {
      Path place = root.resolve(file.file()).normalize();
      if (place.startsWith(root) && !place.equals(root)) {
        return place;
      }
    } catch (InvalidPathException e) {
      // said below
    }
    throw new Failed("its path would leave the folder", false);
  }

  private void twice(SourceFile file, Path target) throws Failed {
    try {
      once(file, target);
    } catch (Failed e) {
      if (!e.again) {
        throw e;
      }
      out.printf(
          Locale.ROOT, "  %s; trying again in %s s%n", e.getMessage(), pause.toMillis() / 1e3);
      rest();
      once(file, target);
    }
  }

  private void rest() {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DataException("interrupted", e);
    }
  }

  private void once(SourceFile file, Path target) throws Failed {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    long begun = begun(part, file);
    HttpResponse<InputStream> answer = ask(file, begun);
    try (InputStream body = answer.body()) {
      int status = answer.statusCode();
      if (status == NOT_FOUND || status == GONE) {
        throw new Failed("is gone upstream (status " + status + ")", false);
      }
      if (status == NOT_SATISFIABLE) {
        delete(part);
        throw new Failed("what was begun of it does not fit (status " + status + ")", true);
      }
      if (status != OK && status != PARTIAL) {
        throw new Failed(
            "was refused (status " + status + ")", status == TOO_MANY || status >= SERVER_ERROR);
      }
      boolean resumed = status == PARTIAL && startsAt(answer, begun);
      if (status == PARTIAL && !resumed) {
        delete(part);
        throw new Failed("another part came than was asked for", true);
      }
      if (resumed) {
        out.printf("  taken up at %s%n", size(begun));
      }
      receive(file, body, part, resumed ? begun : 0);
      whole(file, answer, part, resumed ? begun : 0);
    } catch (IOException e) {
      throw new Failed("was cut off: " + words(e), true);
    }
    settle(file, part, target);
  }

  /** How much of a file was received before. */
  private static long begun(Path part, SourceFile file) {
    try {
      Files.createDirectories(part.getParent());
      long begun = Files.exists(part) ? Files.size(part) : 0;
      if (begun >= file.bytes()) {
        Files.delete(part);
        return 0;
      }
      return begun;
    } catch (IOException e) {
      throw unwritable(part, e);
    }
  }

  private HttpResponse<InputStream> ask(SourceFile file, long begun) throws Failed {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(file.address())).timeout(limit);
      if (begun > 0) {
        request.header("Range", "bytes=" + begun + "-");
      }
      return client.send(request.build(), BodyHandlers.ofInputStream());
    } catch (IllegalArgumentException e) {
      throw new Failed("its address is none: " + file.address(), false);
    } catch (IOException e) {
      throw new Failed(NOT_REACHED + words(e), true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DataException("interrupted", e);
    }
  }

  private static boolean startsAt(HttpResponse<?> answer, long begun) {
    return answer
        .headers()
        .firstValue("Content-Range")
        .filter(range -> range.startsWith("bytes " + begun + "-"))
        .isPresent();
  }

  /** Writes what comes; a stream that is too slow is closed, which ends its reading. */
  private void receive(SourceFile file, InputStream body, Path part, long begun)
      throws IOException, Failed {
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    Future<?> end = clock.schedule(() -> closed(body), limit.toMillis(), TimeUnit.MILLISECONDS);
    try (OutputStream sink = sink(part, begun)) {
      byte[] buffer = new byte[BUFFER];
      long received = begun;
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        received += read;
        if (received > SLACK * file.bytes() + BUFFER) {
          delete(part);
          throw new Failed("is far longer upstream than it was", false);
        }
        write(sink, buffer, read, part);
      }
    } finally {
      end.cancel(false);
      clock.shutdownNow();
    }
  }

  private static Void closed(InputStream body) throws IOException {
    body.close();
    return null;
  }

  private static OutputStream sink(Path part, long begun) {
    try {
      return Files.newOutputStream(
          part,
          StandardOpenOption.CREATE,
          begun > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw unwritable(part, e);
    }
  }

  private static void write(OutputStream sink, byte[] buffer, int length, Path part) {
    try {
      sink.write(buffer, 0, length);
    } catch (IOException e) {
      throw unwritable(part, e);
    }
  }

  /** An answer that says how long it is must have come whole. */
  private static void whole(SourceFile file, HttpResponse<?> answer, Path part, long begun)
      throws IOException, Failed {
    long said = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
    long came = Files.size(part) - begun;
    if (said >= 0 && came != said) {
      throw new Failed("was cut off after %s of %s".formatted(size(came), size(said)), true);
    }
  }

  /** Moves what was received to its place, if it is the file; else it is thrown away. */
  private static void settle(SourceFile file, Path part, Path target) throws Failed {
    try {
      byte[] received = Files.readAllBytes(part);
      Optional<byte[]> same =
          variants(received).stream()
              .filter(bytes -> TableReader.sha256(bytes).equals(file.sha256()))
              .findFirst();
      if (same.isEmpty()) {
        Files.delete(part);
        throw new Failed("is another file upstream: its digest is not the one held", true);
      }
      if (!Arrays.equals(same.get(), received)) {
        Files.write(part, same.get());
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw unwritable(part, e);
    }
  }

  /** The bytes as they came, and with the ends of lines that a copy may have changed. */
  private static List<byte[]> variants(byte[] received) {
    List<byte[]> variants = new ArrayList<>(List.of(received));
    ByteArrayOutputStream unix = new ByteArrayOutputStream();
    boolean marked =
        received.length > 2
            && received[0] == (byte) 0xEF
            && received[1] == (byte) 0xBB
            && received[2] == (byte) 0xBF;
    for (int i = marked ? 3 : 0; i < received.length; i++) {
      if (received[i] != '\r' || i + 1 < received.length && received[i + 1] != '\n') {
        unix.write(received[i]);
      }
    }
    variants.add(unix.toByteArray());
    byte[] lines = unix.toByteArray();
    if (lines.length > 0 && lines[lines.length - 1] != '\n') {
      unix.write('\n');
      variants.add(unix.toByteArray());
    }
    ByteArrayOutputStream windows = new ByteArrayOutputStream();
    for (byte b : unix.toByteArray()) {
      if (b == '\n') {
        windows.write('\r');
      }
      windows.write(b);
    }
    variants.add(windows.toByteArray());
    return variants;
  }

  private static String digest(Path file) {
    try {
      return TableReader.sha256(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new DataException("%s cannot be read: %s".formatted(file, e), e);
    }
  }

  private static void delete(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw unwritable(part, e);
    }
  }

  /** The next file would fail likewise, so that nothing more is tried. */
  private static DataException unwritable(Path part, IOException e) {
    return new DataException(
        "%s cannot be written: %s. Is the disk full, or the folder somebody else's?"
            .formatted(part, words(e)),
        e);
  }

  private static String words(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static String size(long bytes) {
    return bytes < KILOBYTE
        ? bytes + " bytes"
        : String.format(Locale.ROOT, "%,d KB", bytes / KILOBYTE);
  }

  /** What was done and what a person must do, in lines. */
  static List<String> told(Outcome outcome) {
    List<String> lines = new ArrayList<>();
    Map<SourceFile.Kind, List<SourceFile>> others =
        outcome.byHand().stream()
            .collect(Collectors.groupingBy(SourceFile::kind, TreeMap::new, Collectors.toList()));
    others.forEach(
        (kind, files) -> {
          lines.add("");
          lines.add("%d missing; each %s. By hand, then:".formatted(files.size(), kind.words()));
          for (SourceFile file : files) {
            lines.add(
                "  %s, %s%s%s"
                    .formatted(
                        file.file(),
                        file.publisher(),
                        file.address().isEmpty() ? "" : ", " + file.address(),
                        file.note().isEmpty() ? "" : ": " + file.note()));
          }
        });
    if (!outcome.failed().isEmpty()) {
      lines.add("");
      lines.add(
          "%d could not be had: gone, changed upstream or out of reach."
              .formatted(outcome.failed().size()));
      outcome.failed().forEach((file, why) -> lines.add("  " + file + " " + why));
    }
    lines.add("");
    lines.add(
        "%d fetched, %d held, %d failed, %d to be had by hand"
            .formatted(
                outcome.fetched().size(),
                outcome.held().size(),
                outcome.failed().size(),
                outcome.byHand().size()));
    return lines;
  }

  /**
   * Downloads what is missing and can be had; ends with 1 where a file could not.
   *
   * @param arguments the folder of source files and the data folder
   */
  public static void main(String[] arguments) {
    int status = 1;
    try (PrintStream out =
            new PrintStream(
                new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err =
            new PrintStream(
                new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)) {
      try {
        status = run(arguments, out);
      } catch (DataException e) {
        err.println(e.getMessage());
      }
    }
    System.exit(status);
  }

  static int run(String[] arguments, PrintStream out) {
    if (arguments.length != 2 || arguments[0].isBlank()) {
      throw new DataException(
          "a fetch needs the folder of source files: mvn -Pfetch -Dsources=FOLDER");
    }
    Fetch fetch = new Fetch(Duration.ofMinutes(2), Duration.ofSeconds(5), out);
    Outcome outcome = fetch.fetch(SourceFile.all(Path.of(arguments[1])), Path.of(arguments[0]));
    told(outcome).forEach(out::println);
    return outcome.failed().isEmpty() ? 0 : 1;
  }
}
