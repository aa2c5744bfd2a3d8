package speedbump.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every fault of a network and a disk, from a server on this machine. */
class FetchTest {
  private static final String NAME = "ai/scores.csv";
  private static final byte[] CONTENT =
      "model,score\nR1,139.8\nV3,133.1\n".repeat(200).getBytes(UTF_8);
  private static final int HALF = CONTENT.length / 2;

  /** What the server does with one request. */
  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  @TempDir Path folder;

  private Duration limit = Duration.ofSeconds(30);
  private HttpServer server;
  private ExecutorService threads;
  private final Map<String, List<Answer>> answers = new ConcurrentHashMap<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          String range = exchange.getRequestHeaders().getFirst("Range");
          asked.add(path + (range == null ? "" : " " + range));
          List<Answer> left = answers.get(path);
          Answer answer = left.size() > 1 ? left.remove(0) : left.get(0);
          try (exchange) {
            answer.to(exchange);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(String path, Answer... inTurn) {
    answers.put(path, new ArrayList<>(List.of(inTurn)));
  }

  private static Answer whole(byte[] content) {
    return exchange -> {
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content);
    };
  }

  private static Answer status(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  /** Promises all and hangs up after half. */
  private static final Answer CUT =
      exchange -> {
        exchange.sendResponseHeaders(200, CONTENT.length);
        exchange.getResponseBody().write(CONTENT, 0, HALF);
        exchange.getResponseBody().flush();
      };

  /** Gives what is asked for by Range. */
  private static final Answer REST =
      exchange -> {
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = Integer.parseInt(range.replaceAll("\\D", ""));
        exchange
            .getResponseHeaders()
            .add(
                "Content-Range",
                "bytes %d-%d/%d".formatted(from, CONTENT.length - 1, CONTENT.length));
        exchange.sendResponseHeaders(206, CONTENT.length - from);
        exchange.getResponseBody().write(CONTENT, from, CONTENT.length - from);
      };

  private static final Answer DRIP =
      exchange -> {
        exchange.sendResponseHeaders(200, CONTENT.length);
        try (OutputStream body = exchange.getResponseBody()) {
          for (byte b : CONTENT) {
            body.write(b);
            body.flush();
            Thread.sleep(20);
          }
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      };

  private String address(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  private SourceFile file(String name, byte[] content, SourceFile.Kind kind) {
    return new SourceFile(
        name,
        "somebody",
        address("/" + Path.of(name).getFileName()),
        "2026-11-29",
        content.length,
        TableReader.sha256(content),
        "MIT",
        kind,
        "ai/scores",
        "as it is");
  }

  private SourceFile scores() {
    return file(NAME, CONTENT, SourceFile.Kind.FETCHABLE);
  }

  private Fetch.Outcome fetch(SourceFile... files) {
    PrintStream out = new PrintStream(said, true, UTF_8);
    return new Fetch(limit, Duration.ofMillis(10), out).fetch(List.of(files), folder);
  }

  private Path target() {
    return folder.resolve(NAME);
  }

  private Path part() {
    return folder.resolve(NAME + ".part");
  }

  private void assertThere() throws IOException {
    assertArrayEquals(CONTENT, Files.readAllBytes(target()));
    assertFalse(Files.exists(part()));
  }

  @Test
  void whatIsMissingIsFetchedAndWhatIsThereIsNot() throws IOException {
    serve("/scores.csv", whole(CONTENT));
    assertEquals(List.of(scores()), fetch(scores()).fetched());
    assertThere();
    Fetch.Outcome again = fetch(scores());
    assertEquals(List.of(scores()), again.held());
    assertEquals(List.of("/scores.csv"), asked);
    assertTrue(said.toString(UTF_8).startsWith("1 of 1  ai/scores.csv, 5 KB"), said::toString);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void whatIsGoneIsAskedForOnceAndSaid(int status) throws IOException {
    serve("/scores.csv", status(status));
    Fetch.Outcome outcome = fetch(scores());
    assertEquals(Map.of(NAME, "is gone upstream (status %d)".formatted(status)), outcome.failed());
    assertEquals(1, asked.size());
    assertFalse(Files.exists(target()));
    List<String> told = Fetch.told(outcome);
    assertTrue(told.contains("  ai/scores.csv is gone upstream (status " + status + ")"));
    assertEquals("0 fetched, 0 held, 1 failed, 0 to be had by hand", told.get(told.size() - 1));
  }

  @Test
  void aRedirectIsFollowed() throws IOException {
    serve(
        "/scores.csv",
        exchange -> {
          exchange.getResponseHeaders().add("Location", address("/moved.csv"));
          exchange.sendResponseHeaders(302, -1);
        });
    serve("/moved.csv", whole(CONTENT));
    fetch(scores());
    assertThere();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void aServerInTroubleIsAskedOnceMore(int status) throws IOException {
    serve("/scores.csv", status(status), whole(CONTENT));
    assertEquals(Map.of(), fetch(scores()).failed());
    assertThere();
    serve("/scores.csv", status(status));
    Files.delete(target());
    asked.clear();
    assertEquals("was refused (status " + status + ")", fetch(scores()).failed().get(NAME));
    assertEquals(2, asked.size());
  }

  @Test
  void whatWasCutInTheMiddleIsTakenUpThere() throws IOException {
    serve("/scores.csv", CUT, REST);
    assertEquals(Map.of(), fetch(scores()).failed());
    assertThere();
    assertEquals(List.of("/scores.csv", "/scores.csv bytes=%d-".formatted(HALF)), asked);
  }

  @Test
  void whatWasCutTwiceIsTakenUpByTheNextRun() throws IOException {
    serve("/scores.csv", CUT);
    assertTrue(fetch(scores()).failed().get(NAME).startsWith("was cut off"));
    assertFalse(Files.exists(target()), "half a file under the final name");
    assertEquals(HALF, Files.size(part()));
    serve("/scores.csv", REST);
    assertEquals(Map.of(), fetch(scores()).failed());
    assertThere();
  }

  @Test
  void aServerThatKnowsNoRangeStartsOver() throws IOException {
    serve("/scores.csv", CUT, whole(CONTENT));
    assertEquals(Map.of(), fetch(scores()).failed());
    assertThere();
  }

  /** What was begun is of another file: the whole has another digest and is asked for anew. */
  @Test
  void aWrongBeginningIsThrownAway() throws IOException {
    Files.createDirectories(part().getParent());
    Files.write(part(), new byte[HALF]);
    serve("/scores.csv", REST, whole(CONTENT));
    assertEquals(Map.of(), fetch(scores()).failed());
    assertThere();
    assertEquals(List.of("/scores.csv bytes=%d-".formatted(HALF), "/scores.csv"), asked);
  }

  @Test
  void anotherPartThanWasAskedForIsThrownAway() throws IOException {
    Files.createDirectories(part().getParent());
    Files.write(part(), Arrays.copyOf(CONTENT, HALF));
    serve(
        "/scores.csv",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Range", "bytes 0-9/10");
          exchange.sendResponseHeaders(206, 10);
          exchange.getResponseBody().write(new byte[10]);
        },
        whole(CONTENT));
    assertEquals(Map.of(), fetch(scores()).failed());
    assertThere();
  }

  @Test
  void aSlowDripEndsAtTheLimit() throws IOException {
    limit = Duration.ofMillis(700);
    serve("/scores.csv", DRIP);
    long start = System.nanoTime();
    String why = fetch(scores()).failed().get(NAME);
    assertTrue(why.startsWith("was cut off"), why);
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 20, "it waited on");
    assertFalse(Files.exists(target()));
    assertEquals(2, asked.size());
    assertTrue(asked.get(1).matches("/scores.csv bytes=\\d+-"), asked.toString());
  }

  @Test
  void aServerThatDoesNotAnswerIsGivenUp() {
    limit = Duration.ofMillis(700);
    serve(
        "/scores.csv",
        exchange -> {
          try {
            Thread.sleep(3_000);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    String why = fetch(scores()).failed().get(NAME);
    assertTrue(why.startsWith("could not be reached"), why);
  }

  @Test
  void whereNothingCanBeReachedTheRestIsNotTried() {
    stop();
    SourceFile[] files = new SourceFile[5];
    Arrays.setAll(files, i -> file("ai/" + i + ".csv", CONTENT, SourceFile.Kind.FETCHABLE));
    Map<String, String> failed = fetch(files).failed();
    assertEquals(5, failed.size());
    assertTrue(failed.get("ai/2.csv").startsWith("could not be reached"), failed.toString());
    assertEquals("was not tried, since no other could be reached", failed.get("ai/3.csv"));
  }

  @Test
  void otherBytesThanTheDigestAreNoFile() throws IOException {
    byte[] other = CONTENT.clone();
    other[7] = 'X';
    serve("/scores.csv", whole(other));
    assertEquals(
        "is another file upstream: its digest is not the one held",
        fetch(scores()).failed().get(NAME));
    assertFalse(Files.exists(target()) || Files.exists(part()));
    assertEquals(2, asked.size());
  }

  @Test
  void aFarLongerFileIsNotReceivedToItsEnd() throws IOException {
    serve("/scores.csv", whole(new byte[1 << 20]));
    assertEquals("is far longer upstream than it was", fetch(scores()).failed().get(NAME));
    assertFalse(Files.exists(target()) || Files.exists(part()));
  }

  /** A copy with other ends of lines, or without the last one, is the file. */
  @ParameterizedTest
  @CsvSource({"a;b;, a;b", "a;b;, a\\r;b\\r;", "a\\r;b\\r;, a;b;", "a;b;, \u00ef\u00bb\u00bfa;b;"})
  void endsOfLinesAreThoseOfTheFile(String held, String upstream) throws IOException {
    byte[] content = bytes(held);
    serve("/scores.csv", whole(bytes(upstream)));
    assertEquals(Map.of(), fetch(file(NAME, content, SourceFile.Kind.FETCHABLE)).failed());
    assertArrayEquals(content, Files.readAllBytes(target()));
  }

  private static byte[] bytes(String text) {
    return text.replace(";", "\n").replace("\\r", "\r").getBytes(ISO_8859_1);
  }

  @Test
  void aFileThatLiesThereChangedIsLeftAndSaid() throws IOException {
    Files.createDirectories(target().getParent());
    Files.writeString(target(), "mine");
    assertEquals(
        "lies there with another digest, and is left as it is", fetch(scores()).failed().get(NAME));
    assertEquals("mine", Files.readString(target()));
    assertEquals(List.of(), asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../scores.csv", "ai/../../scores.csv", "/elsewhere/scores.csv", "."})
  void aPathThatWouldLeaveTheFolderIsRefused(String name) throws IOException {
    serve("/scores.csv", whole(CONTENT));
    SourceFile outside = file("x/scores.csv", CONTENT, SourceFile.Kind.FETCHABLE);
    Fetch.Outcome outcome =
        fetch(
            new SourceFile(
                name,
                outside.publisher(),
                outside.address(),
                "",
                outside.bytes(),
                outside.sha256(),
                "",
                outside.kind(),
                "",
                ""));
    assertEquals(Map.of(name, "its path would leave the folder"), outcome.failed());
    assertEquals(List.of(), asked);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  /** A device that takes no byte stands in for the disk. */
  @Test
  void aFullDiskEndsTheRun() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "this system has no device that is always full");
    serve("/scores.csv", whole(CONTENT));
    Files.createDirectories(part().getParent());
    Files.createSymbolicLink(part(), full);
    DataException e = assertThrows(DataException.class, () -> fetch(scores(), scores()));
    assertTrue(e.getMessage().contains("Is the disk full"), e.getMessage());
    assertFalse(Files.exists(target()));
    Files.delete(part());
    assertEquals(1, asked.size());
  }

  @Test
  void aFolderThatCannotBeWrittenToEndsTheRun() throws IOException {
    serve("/scores.csv", whole(CONTENT));
    Files.writeString(folder.resolve("ai"), "a file where a folder should be");
    DataException e = assertThrows(DataException.class, () -> fetch(scores()));
    assertTrue(e.getMessage().contains("cannot be written"), e.getMessage());
  }

  @Test
  void whatAPersonMustDoIsSaid() {
    SourceFile cut = file("ai/cut.csv", CONTENT, SourceFile.Kind.CUT);
    SourceFile typed = file("ai/typed.csv", CONTENT, SourceFile.Kind.TYPED);
    Fetch.Outcome outcome = fetch(typed, cut);
    assertEquals(List.of(typed, cut), outcome.byHand());
    assertEquals(List.of(), asked);
    List<String> told = Fetch.told(outcome);
    assertTrue(
        told.contains(
            "1 missing; each was cut from a public file: take that file and cut it as the note"
                + " says. By hand, then:"),
        told.toString());
    assertTrue(
        told.contains("  ai/cut.csv, somebody, " + address("/cut.csv") + ": as it is"),
        told.toString());
  }

  @Test
  void withoutAFolderItSaysWhatItNeeds() {
    DataException e =
        assertThrows(DataException.class, () -> Fetch.run(new String[] {"", "data"}, System.out));
    assertTrue(e.getMessage().contains("-Dsources=FOLDER"), e.getMessage());
  }
}
